"""Which places of somebody's code a change hits: file, line, and what to do there."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from ..rules.breaking.annotation import (
    NONE,
    Lit,
    Named,
    Shape,
    expanded,
    members_of,
    parse,
    takes,
)
from ..rules.breaking.python_rules import python_rules
from ..rules.breaking.surface import Alias, Argument, Class, Function, Kind, Surface
from ..rules.breaking.use import Use
from ..rules.breaking.verdict import Python, PythonChange
from ..text.diagnostic import Report
from ..text.span import Span
from .model import Hit, Surfaces
from .own import with_own
from .uses import Seen, Way, imported_by, uses
from .values import Value

_CONSUMED = frozenset(
    {Way.MEMBER, Way.ITEM, Way.LOOP, Way.UNPACK, Way.COMPUTE, Way.PASS, Way.ASSIGN, Way.COMPARE}
)
_NOT_THEIRS = frozenset({".venv", "site-packages", "node_modules", "_runtime"})
_ATTRIBUTE_GONE = frozenset({"py-attr-removed", "py-attr-renamed"})
_ATTRIBUTE_NEW = frozenset({"py-attr-added", "py-attr-required-added"})
_NAMED = frozenset({Way.NAME, Way.IMPORT, Way.ANNOTATION, Way.INHERIT})


def search(
    folder: Path, name: str, surfaces: Surfaces, changes: Iterable[PythonChange], report: Report
) -> tuple[Hit, ...]:
    """The places below `folder` (or in a file) that changes of the API `name` hit. Packages of ours are not looked into.

    Reports `usage-missing` where there is no such folder, `usage-empty` where there is no Python to read, and `usage-unreadable` for a file that is none.
    """
    wanted = tuple(changes)
    if not folder.exists():
        hint = "give the folder of the code that calls the package"
        report.error("usage-missing", f"there is no `{folder}`", None, hint)
        return ()
    trees = dict(_trees(folder, report))
    if not trees:
        message = f"`{folder}` holds no Python that calls a package"
        report.error(
            "usage-empty", message, None, "give the folder of the code that calls the package"
        )
    roots = roots_of((tree for _, tree in trees.values()), name, surfaces.old)

    def is_ours(module: str) -> bool:
        return any(module == root or module.startswith(f"{root}.") for root in roots)

    modules = {
        str(path): (tree, imported_by(tree, surfaces.old, is_ours))
        for path, (_, tree) in trees.items()
    }
    wide = with_own(surfaces.old, modules)
    return tuple(
        hit
        for path, (text, tree) in trees.items()
        for hit in hits(path, text, tree, surfaces, wanted, is_ours, wide)
    )


def _trees(folder: Path, report: Report) -> Iterator[tuple[Path, tuple[str, ast.Module]]]:
    for path in sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]:
        if _is_generated(path):
            continue
        try:
            text = path.read_text("utf-8")
            yield path, (text, ast.parse(text))
        except (OSError, UnicodeDecodeError, SyntaxError, ValueError, RecursionError) as fault:
            message = f"`{path}` can't be read as Python: {type(fault).__name__}"
            hint = "correct it, or leave it out of the folder"
            report.warn("usage-unreadable", message, None, hint)


def roots_of(trees: Iterable[ast.Module], name: str, surface: Surface) -> frozenset[str]:
    """The dotted names under which code imports a package: where its clients come from, or what is named for the API."""
    clients = {
        symbol
        for symbol, one in surface.symbols.items()
        if isinstance(one, Class) and one.kind is Kind.CLIENT
    }
    found: set[str] = set()
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names if name in alias.name.split(".")}
            elif isinstance(node, ast.ImportFrom):
                module = f"{'.' * node.level}{node.module or ''}"
                names = {alias.name for alias in node.names}
                if names & clients or name in module.split("."):
                    found.add(module)
                elif name in names:
                    found.add(f"{node.module or ''}.{name}")
    return frozenset(_INSIDE.sub("", module) for module in found)


_INSIDE = re.compile(r"\.(client|models(\.\w+)?|resources(\.\w+)?)$")
"""The modules inside of a package, whose root is one or two steps above."""


def _is_generated(path: Path) -> bool:
    """Whether a file belongs to a package of ours, or to an environment."""
    if _NOT_THEIRS & set(path.parts):
        return True
    try:
        with path.open(encoding="utf-8", errors="replace") as stream:
            return stream.readline().startswith("# Made by sdkwright.")
    except OSError:
        return False


def hits(
    path: Path,
    text: str,
    tree: ast.Module,
    surfaces: Surfaces,
    changes: tuple[PythonChange, ...],
    is_ours: Callable[[str], bool],
    wide: Surface | None = None,
) -> Iterator[Hit]:
    """The places of one module that changes hit; `is_ours` tells the modules of the package by their dotted names.

    `wide` is the old surface with what the code defines around it.
    """
    known = wide or surfaces.old
    own = frozenset(known.symbols.keys() - surfaces.old.symbols.keys())
    by_symbol: dict[str, list[PythonChange]] = {}
    for change in changes:
        for key in _keys(change):
            by_symbol.setdefault(key, []).append(change)
    lines = text.split("\n")
    told: set[tuple[int, str, str]] = set()
    for one in uses(tree, known, is_ours, own):
        seen = replace(one, symbol=_twin(one.symbol, surfaces.old))
        for change in by_symbol.get(seen.symbol, ()):
            place = (seen.node.lineno, change.rule, change.symbol)
            if place not in told and is_hit(change, seen, surfaces):
                told.add(place)
                yield Hit(_span(path, seen.node), lines[seen.node.lineno - 1].strip(), change)


def _twin(symbol: str, surface: Surface) -> str:
    """The symbol that a change is told of: an asynchronous class shares it with its sibling."""
    name = symbol.partition(".")[0]
    twin = name.startswith("Async") and name[5:] in surface.symbols
    return symbol[5:] if twin else symbol


def _keys(change: PythonChange) -> tuple[str, ...]:
    """The symbols by which code meets a change: `Refunds.get(amount)` is met by `Refunds.get`."""
    outer = change.was.partition("(")[0]
    owner = outer.rpartition(".")[0]
    return tuple(dict.fromkeys(one for one in (outer, owner) if one))


def _span(path: Path, node: ast.expr | ast.stmt) -> Span:
    line, col = node.lineno, node.col_offset + 1
    return Span(str(path), line, col, node.end_lineno or line, (node.end_col_offset or 0) + 1)


def is_hit(change: PythonChange, seen: Seen, surfaces: Surfaces) -> bool:
    """Whether a use is hit by a change of its symbol."""
    rule = python_rules()[change.rule]
    holder = change.rule.removeprefix("py-").partition("-")[0]
    match holder:
        case "arg" | "field" | "key" | "client" if seen.way is Way.CALL:
            return _call_hit(change, seen, surfaces, rule.uses)
        case "return" | "attr":
            return _value_hit(change, seen, surfaces)
        case "field" | "key" if Use.READ in rule.uses:
            return seen.way is Way.READ and seen.symbol == change.was
        case "class" | "alias" | "exception" | "client" | "function" if Use.NAME in rule.uses:
            return _name_hit(change, seen)
        case "class" if Use.CALL in rule.uses:
            return seen.way is Way.CALL and seen.symbol == change.was
        case "method":
            return seen.symbol == change.was and seen.way in (Way.CALL, Way.NAME)
        case "base" if Use.CALL in rule.uses:
            return False
        case "resource" | "enum" | "constant" if Use.READ in rule.uses:
            return seen.way is Way.READ and seen.symbol == change.was
        case _:
            pass
    return Use.SUBCLASS in rule.uses and _inherit_hit(change, seen, surfaces)


def _name_hit(change: PythonChange, seen: Seen) -> bool:
    if seen.symbol != change.was:
        return False
    if change.rule == "py-class-became-alias":
        # It may still be imported, and stand in annotations.
        return seen.way in (Way.NAME, Way.INHERIT)
    if change.verdict is Python.DEPRECATION:
        return seen.way in (Way.NAME, Way.IMPORT)
    return seen.way in _NAMED


def _inherit_hit(change: PythonChange, seen: Seen, surfaces: Surfaces) -> bool:
    """Whether a subclass overrides what has changed, or has a member of its own under the name of a new one."""
    if seen.way is not Way.INHERIT or not isinstance(seen.node, ast.ClassDef):
        return False
    outer, _, argument = change.was.rstrip(")").partition("(")
    owner, _, member = outer.rpartition(".")
    if owner != seen.symbol:
        return False
    for statement in seen.node.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            given = statement.args
            names = {one.arg for one in (*given.args, *given.kwonlyargs)}
            if statement.name == member:
                return not argument or (argument not in names and given.kwarg is None)
        elif isinstance(statement, ast.AnnAssign | ast.Assign):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if any(isinstance(one, ast.Name) and one.id == member for one in targets):
                return True
    return False


# --- calls


def _call_hit(change: PythonChange, seen: Seen, surfaces: Surfaces, needed: frozenset[Use]) -> bool:
    outer, _, argument = change.was.rstrip(")").partition("(")
    name = argument or outer.rpartition(".")[2]
    wanted = (
        outer if argument or change.rule.endswith("-order-changed") else outer.rpartition(".")[0]
    )
    if seen.symbol != (wanted or outer):
        return False
    passed = seen.passed
    order = _order(surfaces.old, seen.symbol)
    at = order.index(name) if name in order else None
    by_place = passed.positional[at] if at is not None and at < len(passed.positional) else None
    by_name = next(((node, thing) for word, node, thing in passed.keywords if word == name), None)
    given = by_place or by_name
    if Use.POSITION in needed:
        return bool(passed.positional) and (by_place is not None or len(passed.positional) > 1)
    if Use.OMIT in needed:
        return given is None
    if Use.PASS_NONE in needed:
        return (
            given is not None and isinstance(given[1], Value) and NONE in members_of(given[1].shape)
        )
    if Use.KEYWORD not in needed or given is None:
        return False
    if change.rule.endswith(("-removed", "-renamed")):
        return by_name is not None or change.rule.endswith("-removed")
    return _is_refused(given[0], given[1], change, surfaces)


def _order(surface: Surface, symbol: str) -> list[str]:
    """The names of what a call takes by position."""
    found = surface.symbols.get(symbol)
    if isinstance(found, Class):
        if found.constructor is not None:
            return [one.name for one in found.constructor.arguments if not one.keyword]
        return [] if found.keyword_only else list(found.attributes)
    function = _function(surface, symbol)
    return [one.name for one in function.arguments if not one.keyword] if function else []


def _function(surface: Surface, symbol: str) -> Function | None:
    found = surface.symbols.get(symbol)
    if isinstance(found, Function):
        return found
    owner, _, method = symbol.rpartition(".")
    there = surface.symbols.get(owner)
    return there.methods.get(method) if isinstance(there, Class) else None


def _is_refused(node: ast.expr, thing: object, change: PythonChange, surfaces: Surfaces) -> bool:
    """Whether what is passed no longer fits; what is not known is told, for somebody to look at."""
    wanted = _annotation(surfaces.new, change.symbol)
    if isinstance(node, ast.List | ast.Dict | ast.ListComp) and change.rule.endswith(
        "-item-widened"
    ):
        # Written out in place, it takes the type that is wanted.
        return False
    if wanted is None or not isinstance(thing, Value):
        return True
    known = thing.shape
    return known == Named("Any") or not takes(wanted, known, surfaces.new.expand)


def _annotation(surface: Surface, symbol: str) -> Shape | None:
    """The type of an argument, attribute, alias or result."""
    outer, _, argument = symbol.rstrip(")").partition("(")
    if argument:
        function = _function(surface, outer)
        arguments: tuple[Argument, ...] = function.arguments if function is not None else ()
        found = surface.symbols.get(outer)
        if isinstance(found, Class) and found.constructor is not None:
            arguments = found.constructor.arguments
        return next((parse(one.annotation) for one in arguments if one.name == argument), None)
    there = surface.symbols.get(outer)
    if isinstance(there, Alias):
        return parse(there.annotation)
    function = _function(surface, outer)
    if function is not None:
        return parse(function.result)
    owner, _, name = outer.rpartition(".")
    one = surface.symbols.get(owner)
    attribute = one.attributes.get(name) if isinstance(one, Class) else None
    return parse(attribute.annotation) if attribute is not None else None


# --- values


_WAYS: Mapping[str, frozenset[Way]] = {
    "became-nullable": _CONSUMED - {Way.COMPARE},
    "literal-widened": _CONSUMED - {Way.MEMBER},
    "item-narrowed": frozenset({Way.PASS, Way.ASSIGN}),
    "type-narrowed": frozenset({Way.MEMBER}),
    "literal-dropped": frozenset({Way.PASS, Way.ASSIGN}),
    "type-widened": _CONSUMED - {Way.COMPARE},
}
"""In which ways a value has to be used for a change of its type to be felt, where not any will do."""


def _value_hit(change: PythonChange, seen: Seen, surfaces: Surfaces) -> bool:
    if change.rule in _ATTRIBUTE_GONE:
        return seen.way is Way.READ and seen.symbol == change.was
    if change.rule in _ATTRIBUTE_NEW:
        return _inherit_hit(change, seen, surfaces)
    if seen.symbol != change.was or change.verdict is Python.NONE:
        return False
    turned = change.rule.split("-", 2)[2]
    if turned == "literal-narrowed":
        gone = _literals(surfaces.old, change.was) - _literals(surfaces.new, change.symbol)
        return seen.way is Way.COMPARE and bool(gone & set(seen.member.split()))
    if turned == "union-widened":
        return _lacks_member(change, seen, surfaces)
    return seen.way in _WAYS.get(turned, _CONSUMED)


def _literals(surface: Surface, symbol: str) -> frozenset[str]:
    shape = _annotation(surface, symbol)
    if shape is None:
        return frozenset()
    found = members_of(expanded(shape, surface.expand))
    return frozenset[str]().union(*(one.values for one in found if isinstance(one, Lit)))


def _lacks_member(change: PythonChange, seen: Seen, surfaces: Surfaces) -> bool:
    """Whether one of the types that are new lacks the member that is used."""
    if seen.way is not Way.MEMBER:
        return seen.way in _CONSUMED - {Way.COMPARE, Way.PASS}
    before, after = _annotation(surfaces.old, change.was), _annotation(surfaces.new, change.symbol)
    if before is None or after is None:
        return True
    known = members_of(expanded(before, surfaces.old.expand))
    for shape in members_of(expanded(after, surfaces.new.expand)) - known:
        found = surfaces.new.symbols.get(shape.name) if isinstance(shape, Named) else None
        if not isinstance(found, Class) or not (
            seen.member in found.attributes or seen.member in found.methods
        ):
            return True
    return False
