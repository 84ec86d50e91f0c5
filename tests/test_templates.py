"""Templates are pages, not programs, and print nothing but finished source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from sdkwright.python.code import Code, literal
from sdkwright.render.environment import NotCode, environment

FOLDER = Path(__file__).parents[1] / "templates"

_FOREIGN = ("pydantic_v2/BaseModel.jinja2", "*TypeAliasType.jinja2")
"""What datamodel-code-generator renders itself, in an environment and with values of its own.

Its values are lists and mappings by field name, so these may subscript. What they print is held against the plan, and
then taken from there (`render/models.py`).
"""

_FORBIDDEN: tuple[type[nodes.Node], ...] = (
    nodes.Filter,
    nodes.FilterBlock,
    nodes.Test,
    nodes.Call,
    nodes.CallBlock,
    nodes.Macro,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Compare,
    nodes.Concat,
    nodes.BinExpr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Import,
    nodes.FromImport,
    nodes.Extends,
    nodes.With,
    nodes.ScopedEvalContextModifier,
)

_MAX_LINES = 120


def _templates() -> Iterator[Path]:
    for folder in ("package", "models"):
        yield from sorted(path for path in (FOLDER / folder).rglob("*") if path.is_file())


def _is_foreign(path: Path) -> bool:
    return any(path.match(pattern) for pattern in _FOREIGN)


_TEMPLATES = [
    pytest.param(path, id=path.relative_to(FOLDER).as_posix())
    for path in _templates()
    if ".mypy_cache" not in path.parts
]


@pytest.mark.parametrize("path", _TEMPLATES)
def test_template_is_a_page(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = Environment().parse(source)
    allowed = (nodes.Getitem,) if _is_foreign(path) else ()
    for node in tree.find_all(_FORBIDDEN):
        assert isinstance(node, allowed), f"line {node.lineno}: {type(node).__name__}"
    assert source.count("\n") <= _MAX_LINES
    assert "{#" not in source


@pytest.mark.parametrize("path", _TEMPLATES)
def test_loops_are_shallow(path: Path) -> None:
    """Two levels of a page: a list of things, each with a list of its own."""

    def depth(node: nodes.Node) -> int:
        below = max((depth(child) for child in node.iter_child_nodes()), default=0)
        return below + isinstance(node, nodes.For)

    assert depth(Environment().parse(path.read_text("utf-8"))) <= 2


def test_foreign_templates_are_there() -> None:
    found = [path for path in _templates() if _is_foreign(path)]
    assert len(found) == 4


def test_all_templates_are_known_by_their_names() -> None:
    known = {".py.jinja", ".jinja2"}
    assert {path.name[path.name.index(".") :] for path in _templates()} <= known


@pytest.mark.parametrize("value", ["text", 1, None, True, ["a"], b"a"])
def test_printing_what_is_not_code_is_refused(value: object) -> None:
    template = environment().from_string("{{ view }}")
    with pytest.raises(NotCode):
        template.render(view=value)


def test_code_is_printed_as_it_is() -> None:
    template = environment().from_string("{{ view }}")
    assert template.render(view=literal("<'&{{ 1 }}>")) == '"<\'&{{ 1 }}>"'
    assert isinstance(literal("a"), Code)


def test_what_is_not_there_is_refused() -> None:
    template = environment().from_string("{{ view.nothing }}")
    with pytest.raises(NotCode, match="StrictUndefined"):
        template.render(view=literal("a"))
