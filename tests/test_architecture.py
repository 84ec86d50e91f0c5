"""The walls between the packages, the size of files and functions, and the diagnostics, read from the sources."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOL = ROOT / "generator" / "sdkwright"
RUNTIME = ROOT / "templates" / "runtime"

_TOP = "top"
"""The modules beside the packages, and `verify`, which runs what was generated: they may import everything of ours."""

_MAY_IMPORT: Mapping[str, frozenset[str]] = {
    "text": frozenset(),
    "spec": frozenset({"text"}),
    "ir": frozenset({"text"}),
    "lower": frozenset({"spec", "ir", "text"}),
    "python": frozenset({"ir", "text"}),
    "render": frozenset({"python", "text"}),
    "rules": frozenset({"spec", "ir", "text", "python"}),
    _TOP: frozenset({"text", "spec", "ir", "lower", "python", "render", "rules", "verify", _TOP}),
}
"""Who may import whom, besides himself. `render` reports faults of publishing, so it knows `text.diagnostic`."""

_PARTS: Mapping[str, frozenset[str]] = {
    "ir": frozenset({"text.span", "text.node"}),
    "render": frozenset({"text.diagnostic", "python.code", "python.plan", "python.views"}),
    "rules": frozenset(
        {"python.words", "python.names", "python.lock", "python.annotations", "python.resources"}
    ),
}
"""Where a package may import only some modules of another, these."""

_LIBRARIES: Mapping[str, frozenset[str]] = {
    "ruamel": frozenset({"text"}),
    "yaml": frozenset({"text"}),
    "jinja2": frozenset({"render"}),
    "datamodel_code_generator": frozenset({"render"}),
    "black": frozenset({"render"}),
    "_black_version": frozenset({"render"}),
    "ruff": frozenset({"render"}),
    "typer": frozenset({"cli", "cli_diff", "cli_fetch", "cli_lint", "cli_start", "console"}),
    "rich": frozenset({"console", "progress"}),
    "jsonschema": frozenset({"spec", "verify"}),
    "referencing": frozenset({"spec", "verify"}),
}
"""Where a library may be used: the packages, or the modules beside them."""

_ANYWHERE = frozenset({"msgspec"})
"""Libraries that stand for a part of the language: classes of values are `msgspec.Struct`s."""

_MAY_PRINT = frozenset(
    {"cli", "cli_diff", "cli_fetch", "cli_lint", "cli_start", "console", "progress"}
)
_TALKERS = _MAY_PRINT | {"render.format_worker", "verify.bench", "verify.worker"}
"""Modules that write to streams: the command line, and those that are processes of their own and answer on a pipe."""

_VAGUE = re.compile(r"util|helper|manager|common|misc|handler")

_MAX_LINES = 400
_MAX_FUNCTION = 60
_LONG_FUNCTION = 40


@dataclass(frozen=True, slots=True)
class Module:
    """A module of the tool: its name below the package, and its syntax tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def package(self) -> str:
        """The package that the walls know it by."""
        first = self.name.split(".")[0]
        return first if first in _MAY_IMPORT and first != _TOP else _TOP

    def __str__(self) -> str:
        return self.name


@cache
def _modules() -> tuple[Module, ...]:
    return tuple(
        Module(_name(path), path, ast.parse(path.read_text("utf-8")))
        for path in sorted(TOOL.rglob("*.py"))
    )


def _name(path: Path) -> str:
    parts = path.relative_to(TOOL).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "sdkwright"


def _imports(module: Module) -> Iterator[str]:
    """What a module imports: `text.node` for ours, `jinja2` for a library, wherever in the file it stands."""
    inside = [part for part in module.name.split(".") if part != "sdkwright"]
    if module.path.name != "__init__.py":
        inside = inside[:-1]
    for node in ast.walk(module.tree):
        match node:
            case ast.Import(names):
                yield from (_own(alias.name) for alias in names)
            case ast.ImportFrom(target, names, level) if level:
                base = [*inside[: len(inside) - level + 1], *(target.split(".") if target else ())]
                yield from (".".join(["sdkwright", *base, *_submodule(base, a)]) for a in names)
            case ast.ImportFrom(str(target), names, _):
                base = target.split(".")[1:] if target.startswith("sdkwright") else []
                yield from (".".join([target, *_submodule(base, a)]) for a in names)
            case _:
                pass


def _own(name: str) -> str:
    return name


def _submodule(base: list[str], alias: ast.alias) -> tuple[str, ...]:
    """`from ..text import show` names a module, `from ..text.show import as_json` does not."""
    place = TOOL.joinpath(*base)
    is_module = (place / alias.name).is_dir() or (place / f"{alias.name}.py").exists()
    return (alias.name,) if is_module else ()


def _ours(module: Module) -> Iterator[str]:
    for name in _imports(module):
        if name.split(".")[0] == "sdkwright":
            yield name.removeprefix("sdkwright").lstrip(".") or "sdkwright"


@pytest.mark.parametrize("module", _modules(), ids=str)
def test_imports_respect_the_walls(module: Module) -> None:
    packages = _MAY_IMPORT.keys() - {_TOP}
    for name in _ours(module):
        first = name.split(".")[0]
        owner = first if first in packages else _TOP
        if owner == module.package:
            continue
        assert owner in _MAY_IMPORT[module.package], f"{module} imports {name}"
        parts = _PARTS.get(module.package)
        if parts and any(part.startswith(f"{owner}.") for part in parts):
            assert ".".join(name.split(".")[:2]) in parts, f"{module} imports {name}"


@pytest.mark.parametrize("module", _modules(), ids=str)
def test_libraries_stay_where_they_belong(module: Module) -> None:
    first = module.name.split(".")[0]
    for name in _imports(module):
        library = name.split(".")[0]
        if library == "sdkwright" or library in sys.stdlib_module_names | _ANYWHERE:
            continue
        assert first in _LIBRARIES.get(library, ()), f"{module} imports {library}"


_NETWORK = frozenset({"socket", "ssl", "http.client", "http.server", "urllib.request", "asyncio"})


@pytest.mark.parametrize("module", _modules(), ids=str)
def test_only_fetch_touches_the_network(module: Module) -> None:
    """Besides `verify`, which serves examples on the loopback interface."""
    if module.name == "web" or module.name.startswith("verify"):
        return
    for name in _imports(module):
        assert not any(name == one or name.startswith(f"{one}.") for one in _NETWORK), name
        assert name != "web" or module.name == "fetching", f"{module} imports {name}"
        assert name != "fetching" or module.name == "cli_fetch", f"{module} imports {name}"


@pytest.mark.parametrize("module", _modules(), ids=lambda module: module.name)
def test_patterns_repeat_no_group_possessively(module: Module) -> None:
    """Up to 3.11.3 Python matches such patterns wrongly: what a try that failed had taken stays taken."""
    compiled = (
        node.args[0]
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "compile"
        and node.args
    )
    for pattern in map(_plain, compiled):
        without_sets = re.sub(r"\[(?:\\.|[^\]\\])*\]", "_", pattern or "")
        assert not re.search(r"(?<!\\)\)[*+?]\+", without_sets), pattern


def test_runtime_opens_no_file_by_the_built_in_name() -> None:
    """So that a search of generated code for injected calls (`open`, `exec`, …) finds nothing of ours."""
    for path in sorted(RUNTIME.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Name("open" | "exec" | "eval" | "__import__" | "compile")):
                    raise AssertionError(f"{path.name}, line {node.lineno}")
                case _:
                    pass


def test_runtime_imports_only_what_a_package_may_need() -> None:
    for path in sorted(RUNTIME.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import(names):
                    found = [alias.name.split(".")[0] for alias in names]
                case ast.ImportFrom(str(target), _, 0):
                    found = [target.split(".")[0]]
                case ast.ImportFrom(_, _, level):
                    assert level == 1, f"{path.name} reaches out of the runtime"
                    continue
                case _:
                    continue
            allowed = sys.stdlib_module_names | {"httpx2", "pydantic", "pydantic_core", "msgspec"}
            assert set(found) <= allowed, f"{path.name} imports {found}"


@pytest.mark.parametrize("module", _modules(), ids=str)
def test_only_the_command_line_prints_or_exits(module: Module) -> None:
    if module.name in _TALKERS:
        return
    for node in ast.walk(module.tree):
        match node:
            case ast.Call(ast.Name("print" | "exit" | "quit" | "input")):
                raise AssertionError(f"{module}, line {node.lineno}")
            case ast.Attribute(ast.Name("sys"), "exit" | "stdout" | "stderr" | "stdin"):
                raise AssertionError(f"{module}, line {node.lineno}")
            case ast.Raise(ast.Call(ast.Name("SystemExit"))):
                raise AssertionError(f"{module}, line {node.lineno}")
            case _:
                pass


# --- Size ---------------------------------------------------------------------------------------


_LONG: Mapping[str, str] = {}
"""Functions of more than 40 lines, by module and name, and why each is better in one piece."""


def _sources() -> Iterator[tuple[str, Path]]:
    for module in _modules():
        yield module.name, module.path
    for path in sorted(RUNTIME.glob("*.py")):
        yield f"runtime.{path.stem}", path


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a file with its length: signature and body, without the docstring and decorators."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            first = node.body[0]
            if ast.get_docstring(node, clean=False) is not None:
                length -= (first.end_lineno or first.lineno) - first.lineno + 1
            yield node.name, length


@pytest.mark.parametrize(("name", "path"), [pytest.param(*s, id=s[0]) for s in _sources()])
def test_files_and_functions_are_short(name: str, path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= _MAX_LINES
    for function, length in _functions(path):
        assert length <= _MAX_FUNCTION, f"{name}.{function} has {length} lines"
        is_long = length > _LONG_FUNCTION
        assert not is_long or f"{name}.{function}" in _LONG, f"{name}.{function}: {length} lines"


def test_no_waiver_for_a_function_that_is_short_now() -> None:
    long = {
        f"{name}.{function}"
        for name, path in _sources()
        for function, length in _functions(path)
        if length > _LONG_FUNCTION
    }
    assert _LONG.keys() - long == set()


def test_modules_are_named_for_what_they_do() -> None:
    assert [name for name, _ in _sources() if _VAGUE.search(name)] == []


@pytest.mark.parametrize("module", _modules(), ids=str)
def test_every_module_says_what_it_is_for(module: Module) -> None:
    assert ast.get_docstring(module.tree), module.path


# --- Diagnostics --------------------------------------------------------------------------------


_CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_REPORTERS = frozenset({"error", "warn", "fault", "doubt", "_error", "tell", "_tell", "_fault"})
_CARRIERS = frozenset({"FaultError", "Refused", "Unreadable", "Diagnostic"})
_NO_CODES = re.compile(r"x-[a-z-]+|utf-\d+(-le)?|datamodel-code-generator|date-time|content-.*")

_RULES_OF_CHANGE = ("rules.breaking", "diff.judge")
"""Modules that hold the ids of changes, which are no diagnostics; tests/test_breaking.py shows those."""

_UNSHOWN: Mapping[str, str] = {
    "printer-disagrees": "a fault of the model printer, which the templates are there to prevent",
    "drift-unreadable": "needs a file that its own user can't read, and root reads everything",
    "side-too-deep": "needs thousands of schemas that lead into one another; lowering itself gives up before",
    "revision-unreadable": "needs a repository whose objects are damaged",
    "trial-broken": "needs a process that is killed while it verifies",
}
"""Codes that no input is known to provoke, with the reason."""


def _codes() -> dict[str, str]:
    """Every diagnostic code in the sources and where it stands.

    A code is the first argument of a call that reports or of a value that carries a fault, or a text of its form in a
    table (a tuple, a mapping's value) of a module that reports.
    """
    found: dict[str, str] = {}
    for module in _modules():
        if module.name.startswith(_RULES_OF_CHANGE):
            continue
        for node in ast.walk(module.tree):
            for text in _texts(node):
                if _CODE.fullmatch(text) and not _NO_CODES.fullmatch(text):
                    found.setdefault(text, f"{module.name}:{getattr(node, 'lineno', 0)}")
    return found


def _texts(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(
            ast.Attribute(_, name) | ast.Name(name), [_, *_] as arguments
        ) if name in _REPORTERS | _CARRIERS or name.startswith("_check"):
            yield from (value for argument in arguments if (value := _plain(argument)))
        case ast.Tuple([first, *rest]):
            yield from (value for element in (first, *rest[:1]) if (value := _plain(element)))
        case _:
            pass


def _plain(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


@cache
def _shown() -> frozenset[str]:
    """The codes that some test shows: in a report of a case, or as a text of its own in a test module."""
    reports = (path.read_text("utf-8") for path in (ROOT / "tests").rglob("report.txt"))
    told = {
        code for report in reports for code in re.findall(r"(?:error|warning)\[([\w-]+)\]", report)
    }
    for path in (ROOT / "tests").rglob("*.py"):
        if path != Path(__file__):
            told |= {
                v
                for n in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(n, ast.expr) and (v := _plain(n))
            }
    return frozenset(told)


def test_codes_are_found() -> None:
    """The search below is worth something: these are reported in quite different ways."""
    ways = {"field-missing", "duplicate-key", "ref-remote", "config-missing", "drift-stale"}
    assert ways <= _codes().keys()
    assert len(_codes()) > 100


def test_every_diagnostic_is_shown_by_a_case() -> None:
    unshown = {code: at for code, at in _codes().items() if code not in _shown() | _UNSHOWN.keys()}
    assert unshown == {}


def test_no_waiver_for_a_diagnostic_that_is_shown_or_gone() -> None:
    reported = {re.sub(r"\W+$", "", code) for code in _shown()}
    assert sorted(_UNSHOWN.keys() - _codes().keys()) == []
    assert sorted(_UNSHOWN.keys() & reported) == []


def test_folders_of_errors_are_named_for_codes() -> None:
    folders = {path.name for path in (ROOT / "tests" / "cases" / "errors").iterdir()}
    rules = {code for code in folders if (ROOT / "tests" / "rules" / "lint" / code).exists()}
    assert folders - rules - _codes().keys() == set()
