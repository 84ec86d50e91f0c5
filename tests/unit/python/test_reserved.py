"""The tables of reserved names, held against the runtime and against what generated modules import."""

from __future__ import annotations

import ast
import builtins
import inspect
from pathlib import Path

import pytest

import runtime
from sdkwright.python.exports import EVERY
from sdkwright.python.reserved import (
    ARGUMENTS,
    CLIENT,
    CREDENTIALS,
    DATETIME,
    FAKES,
    FIELDS,
    METHODS,
    MODEL_MODULES,
    MODULES,
    TYPES,
)

ROOT = Path(__file__).parents[3]
_GENERATED = [
    path
    for folder in (ROOT / "generated", ROOT / "tests" / "cases")
    for path in sorted(folder.rglob("*.py"))
    if "_runtime" not in path.parts
]


def _public(owner: type) -> set[str]:
    return {name for name in dir(owner) if not name.startswith("_")}


def _folded(names: frozenset[str]) -> set[str]:
    return {name.casefold() for name in names}


def test_fields_cover_the_model() -> None:
    assert _public(runtime.Model) <= FIELDS
    # Those of the metaclass as well: pydantic warns of a field that has the name of any attribute of the class.
    assert {name for name in _public(type(runtime.Model)) if hasattr(runtime.Model, name)} <= FIELDS


def test_fields_cover_the_types_that_annotations_spell() -> None:
    assert {"list", "dict", "str", "int", "bool"} <= FIELDS


def test_types_cover_what_python_calls_by_a_capital_letter() -> None:
    """A model would take such a name for that of Python wherever it stands above the class."""
    assert {name.casefold() for name in dir(builtins) if name[0].isupper()} <= _folded(TYPES)


@pytest.mark.parametrize("client", [runtime.Client, runtime.AsyncClient])
def test_client_tables_cover_the_client(client: type) -> None:
    assert _public(client) <= CLIENT
    parameters = set(inspect.signature(client).parameters) - {"api"}
    assert parameters | {"super"} <= CREDENTIALS


@pytest.mark.parametrize("resource", [runtime.Resource, runtime.AsyncResource])
def test_methods_cover_the_resource(resource: type) -> None:
    assert _public(resource) <= METHODS


def test_fakes_cover_the_fake() -> None:
    from refund_sdks.riverty.testing import FakeRiverty

    assert _public(FakeRiverty) - {"refunds"} | {"client", "async_client"} == FAKES


def test_arguments_cover_the_signature_of_a_method() -> None:
    assert {"self", "options", "body"} <= ARGUMENTS


def test_types_cover_what_a_package_exports() -> None:
    assert EVERY <= TYPES
    assert set(runtime.__all__) >= EVERY


def test_types_cover_what_generated_modules_import() -> None:
    # No class is called `dt`, and `DT` is another name.
    taken = _folded(TYPES) | {DATETIME}
    missed = {
        f"{path.relative_to(ROOT)}: {alias.asname or alias.name}"
        for path in _GENERATED
        for alias in _aliases(path)
        if (alias.asname or alias.name).casefold() not in taken
    }
    assert missed == set()


def test_types_cover_what_the_generator_can_import() -> None:
    """The same from the sources: what no case happens to need is found here."""
    calls = (
        node
        for path in sorted((ROOT / "generator" / "sdkwright" / "python").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    )
    named = {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "Import"
        for argument in call.args[1:]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    assert {"Decimal", "TypeAlias", "Unset"} <= named
    assert named - TYPES == {"time"}  # a type in lower case, which no class is called


_FUNCTIONS = frozenset({"load", "answering", "streaming"})
"""What modules import whose own names all begin with a capital."""


def _aliases(path: Path) -> list[ast.alias]:
    """What a module imports from elsewhere: from the standard library, from libraries, from the runtime."""
    found: list[ast.alias] = []
    for statement in ast.parse(path.read_text("utf-8")).body:
        match statement:
            case ast.ImportFrom(module) if module in ("models", "__future__", "lazy"):
                pass
            case ast.ImportFrom(module, _, level) if not level or "_runtime" in (module or ""):
                found += [alias for alias in statement.names if alias.name not in _FUNCTIONS]
            case ast.Import():
                found += statement.names
            case _:
                pass
    return found


def test_types_cover_the_builtins_that_could_be_classes() -> None:
    """`pascal()` makes class names, so built-in names with a capital are the ones within reach."""
    loud = {name for name in dir(builtins) if name[:1].isupper() and not name.endswith("Warning")}
    errors = {name for name in loud if name.endswith(("Error", "Group", "Exit", "Interrupt"))}
    iteration = {"StopIteration", "StopAsyncIteration", "BaseException"}
    # A model may be called like a built-in exception: generated modules raise and catch nothing.
    assert loud - errors - iteration <= TYPES


def _looked_up(code: str) -> set[str]:
    """The names of functions and builtins that code needs."""
    tree = ast.parse(code)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    own = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    return {name for name in names - own if name[0].islower()}


def test_no_module_hides_what_the_fakes_beside_it_look_up() -> None:
    """A module that is imported becomes an attribute of its package."""
    pages = [path for path in _GENERATED if path.as_posix().endswith("/testing/__init__.py")]
    assert pages
    assert {name for path in pages for name in _looked_up(path.read_text("utf-8"))} <= MODULES


def test_no_module_hides_what_the_package_of_models_looks_up() -> None:
    page = (ROOT / "templates" / "package" / "package.py.jinja").read_text("utf-8")
    assert _looked_up(page[page.index("def __getattr__") :]) <= MODEL_MODULES
