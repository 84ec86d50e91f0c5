"""The smallest code that a change breaks: a module that imports the package, uses the symbol, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..python.reserved import DATETIME
from ..rules.breaking.annotation import parse
from ..rules.breaking.surface import Alias, Argument, Class, Function, Kind, Surface, names_in
from ..rules.breaking.verdict import PythonChange

_IMPORTS = (
    ("collections.abc", ("Iterator", "Mapping", "Sequence")),
    ("datetime", ("date", "datetime", "time")),
    ("decimal", ("Decimal",)),
    ("typing", ("Any", "Literal")),
    ("uuid", ("UUID",)),
)
_CLIENT = '{client}(base_url="http://127.0.0.1:9")'
_GONE = ("-removed", "-renamed", "-moved")
_NEEDED = ("-required-added", "-became-required")


def caller_of(change: PythonChange, old: Surface, package: str) -> str | None:
    """A module that works with the old package and that the change breaks; None where none is known for its rule."""
    found = _body(change, old)
    if found is None:
        return None
    names, lines = found
    body = "\n".join(lines)
    words = set(re.findall(r"\w+", body))
    imports = [f"from {module} import {', '.join(kept)}" for module, kept in _needed(words)]
    if "inspect" in words:
        imports.insert(0, "import inspect")
    if f"{DATETIME}." in body:
        imports.insert(0, f"import datetime as {DATETIME}")
    known = ", ".join(sorted({name for name in names if name in old.symbols}))
    head = [f'"""{change.rule}: {change.was}"""', "", "from __future__ import annotations", ""]
    return "\n".join([*head, *imports, "", f"from {package} import {known}", "", "", body, ""])


def _needed(words: set[str]) -> Iterable[tuple[str, list[str]]]:
    for module, names in _IMPORTS:
        kept = [name for name in names if name in words]
        if kept:
            yield module, kept


def _body(change: PythonChange, old: Surface) -> tuple[Iterable[str], list[str]] | None:
    outer, _, argument = change.was.rstrip(")").partition("(")
    owner, _, member = outer.rpartition(".")
    holder = change.rule.removeprefix("py-").partition("-")[0]
    match holder:
        case "class" if change.rule == "py-class-split":
            return _sent(change, old, outer)
        case "class" | "alias" | "exception" | "client" if not argument:
            return _named(change, outer)
        case "constant" | "enum" if change.rule.endswith(_GONE):
            return [owner], ["def caller() -> object:", f"    return {outer}", "", "", "caller()"]
        case "resource" if change.rule.endswith(_GONE):
            return _resource(member, old)
        case "method" | "return":
            return _method(change, old, owner, member)
        case "client":
            return _construction(change, old, outer, argument)
        case "arg" if argument:
            return _call(change, old, outer, argument)
        case "arg" | "attr" | "field" | "key":
            return _member(change, old, owner, member, holder)
        case "base":
            return _server(change, old)
        case _:
            return None


def _sent(change: PythonChange, old: Surface, name: str) -> tuple[Iterable[str], list[str]] | None:
    """A call that passes a class, else a model that is built with it."""
    for path, function in old.functions():
        for one in function.arguments:
            if name in names_in(parse(one.annotation)) and not path.startswith("Async"):
                found = _call(change, old, path, one.name)
                if found is not None:
                    return found
    for owner in old.symbols.values():
        for field in owner.attributes.values() if isinstance(owner, Class) else ():
            if name in names_in(parse(field.annotation)):
                return _member(change, old, owner.name, field.name, "field")
    return None


def _named(change: PythonChange, name: str) -> tuple[Iterable[str], list[str]] | None:
    if change.rule == "py-class-became-alias":
        lines = ["def caller(value: object) -> bool:", f"    return isinstance(value, {name})"]
        return [name], [*lines, "", "", "caller(None)"]
    if change.rule.endswith(_GONE):
        return [name], [f"KNOWN = {name}"]
    return None


def _client(old: Surface) -> str | None:
    """The client that blocks."""
    found = (name for name, one in old.symbols.items() if _is_client(one))
    return next((name for name in found if not name.startswith("Async")), None)


def _is_client(one: object) -> bool:
    return isinstance(one, Class) and one.kind is Kind.CLIENT


def _path(old: Surface, resource: str) -> tuple[str, str] | None:
    """The client, and the way from it to a class of methods."""
    client = _client(old)
    one = old.symbols.get(client or "")
    if client is None or not isinstance(one, Class):
        return None
    names = (name for name, a in one.attributes.items() if a.annotation == resource)
    name = next(names, None)
    return (client, name) if name is not None else None


def _resource(name: str, old: Surface) -> tuple[Iterable[str], list[str]] | None:
    client = _client(old)
    if client is None:
        return None
    lines = [f"def caller(client: {client}) -> object:", f"    return client.{name}"]
    return [client], [*lines, "", "", f"caller({_CLIENT.format(client=client)})"]


def _passed(arguments: Iterable[Argument]) -> str:
    return ", ".join(one.name if not one.keyword else f"{one.name}={one.name}" for one in arguments)


def _taken(arguments: Iterable[Argument], types: Mapping[str, str]) -> str:
    return "".join(f", {one.name}: {types.get(one.name, 'Any')}" for one in arguments)


def _nothing(arguments: Iterable[Argument]) -> str:
    return ", ".join("None" if not one.keyword else f"{one.name}=None" for one in arguments)


def _method(
    change: PythonChange, old: Surface, owner: str, name: str
) -> tuple[Iterable[str], list[str]] | None:
    way = _path(old, owner)
    function = _function(old, owner, name)
    if way is None or function is None or change.rule.endswith("-added"):
        return None
    client, resource = way
    needed = [one for one in function.arguments if one.default is None]
    result = function.result if change.rule.startswith("py-return") else _loosely(function)
    lines = [
        f"def caller(client: {client}{_taken(needed, {})}) -> {result}:",
        f"    {_returned(function)}client.{resource}.{name}({_passed(needed)})",
    ]
    if change.rule.endswith(_GONE):
        lines += ["", "", f"{_CLIENT.format(client=client)}.{resource}.{name}"]
    return [client, *names_in(parse(result))], lines


def _returned(function: Function) -> str:
    return "" if function.result == "None" else "return "


def _loosely(function: Function) -> str:
    return "None" if function.result == "None" else "object"


def _function(old: Surface, owner: str, name: str) -> Function | None:
    one = old.symbols.get(owner)
    return one.methods.get(name) if isinstance(one, Class) else None


def _plain(annotation: str) -> str:
    """An annotation without the marks for what is not given and not known, which callers don't write."""
    parts = [part for part in annotation.split(" | ") if part not in ("Unset", "Unknown")]
    return " | ".join(parts)


def _chosen(change: PythonChange, arguments: tuple[Argument, ...], name: str) -> list[Argument]:
    """The arguments that the smallest call passes: those that it must, and the one that the change is about."""
    is_new = change.rule.endswith(_NEEDED)
    return [one for one in arguments if one.default is None or (one.name == name and not is_new)]


def _types(change: PythonChange, arguments: Iterable[Argument], name: str) -> Mapping[str, str]:
    """The annotation of the argument whose type has changed."""
    if change.rule.endswith((*_GONE, *_NEEDED)):
        return {}
    return {one.name: _plain(one.annotation) for one in arguments if one.name == name}


def _call(
    change: PythonChange, old: Surface, outer: str, name: str
) -> tuple[Iterable[str], list[str]] | None:
    owner, _, method = outer.rpartition(".")
    way, function = _path(old, owner), _function(old, owner, method)
    if way is None or function is None or change.is_harmless:
        return None
    client, resource = way
    chosen = _chosen(change, function.arguments, name)
    types = _types(change, chosen, name)
    lines = [
        f"def caller(client: {client}{_taken(chosen, types)}) -> {_loosely(function)}:",
        f"    {_returned(function)}client.{resource}.{method}({_passed(chosen)})",
    ]
    if not types:
        method_ = f"{_CLIENT.format(client=client)}.{resource}.{method}"
        lines += ["", "", f"inspect.signature({method_}).bind({_nothing(chosen)})"]
    used = [part for text in types.values() for part in names_in(parse(text))]
    return [client, *used], lines


def _construction(
    change: PythonChange, old: Surface, client: str, name: str
) -> tuple[Iterable[str], list[str]] | None:
    one = old.symbols.get(client)
    if not isinstance(one, Class) or one.constructor is None or change.is_harmless:
        return None
    chosen = _chosen(change, one.constructor.arguments, name)
    types = _types(change, chosen, name)
    taken = _taken(chosen, types).removeprefix(", ")
    lines = [f"def caller({taken}) -> object:", f"    return {client}({_passed(chosen)})"]
    if not types:
        lines += ["", "", f"inspect.signature({client}).bind({_nothing(chosen)})"]
    return [client, *(part for text in types.values() for part in names_in(parse(text)))], lines


def _member(
    change: PythonChange, old: Surface, owner: str, name: str, holder: str
) -> tuple[Iterable[str], list[str]] | None:
    if change.is_harmless:
        return None
    alias = old.symbols.get(name)
    if not owner and isinstance(alias, Alias):
        return _alias(alias, given=holder == "arg")
    one = old.symbols.get(owner)
    if not isinstance(one, Class):
        return None
    attribute = one.attributes.get(name)
    if holder in ("field", "key") and not change.rule.endswith(_GONE):
        needed = [a.name for a in one.attributes.values() if a.default is None and a.name != name]
        passed = [f"{word}={word}" for word in needed]
        types = [f"{word}: Any" for word in needed]
        if attribute is not None and not change.rule.endswith(_NEEDED):
            passed.append(f"{name}={name}")
            types.append(f"{name}: {attribute.annotation}")
        lines = [f"def caller({', '.join(types)}) -> object:"]
        lines.append(f"    return {owner}({', '.join(passed)})")
        known = attribute.annotation if attribute is not None else "None"
        return [owner, *names_in(parse(known))], lines
    if attribute is None:
        return None
    result = "object" if change.rule.endswith(_GONE) else attribute.annotation
    lines = [f"def caller(value: {owner}) -> {result}:", f"    return value.{name}"]
    return [owner, *names_in(parse(result))], lines


def _alias(one: Alias, *, given: bool) -> tuple[Iterable[str], list[str]]:
    meant, name = _plain(one.annotation), one.name
    taken, result = (meant, name) if given else (name, meant)
    lines = [f"def caller(value: {taken}) -> {result}:", "    return value"]
    return [name, *names_in(parse(meant))], lines


def _server(change: PythonChange, old: Surface) -> tuple[Iterable[str], list[str]] | None:
    client = _client(old)
    if client is None or change.before is None or change.is_harmless:
        return None
    name = change.was.removeprefix("environment ")
    made = f"{client}(environment={name!r})"
    lines = [f"client = {made}", f"assert {change.before} in repr(vars(client))"]
    return [client], lines
