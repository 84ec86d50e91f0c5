"""Import statements: complete, sorted, grouped."""

from __future__ import annotations

import ast

from hypothesis import given
from hypothesis import strategies as st

from sdkwright.python.imports import Import, import_block

_MODULES = st.sampled_from(
    ["typing", "uuid", "collections.abc", "pydantic", "..models", "._runtime"]
)
_NAMES = st.sampled_from(["Any", "UUID", "UNSET", "Field", "cached_property", "Refund"])
_IMPORTS = st.lists(st.builds(Import, _MODULES, _NAMES) | st.just(Import("builtins", None)))


def test_groups_and_order() -> None:
    needed = [
        Import("..models", "Refund"),
        Import(".._runtime", "responding"),
        Import(".._runtime", "UNSET"),
        Import(".._runtime", "Options"),
        Import("pydantic", "Field"),
        Import("typing", "Any"),
        Import("collections.abc", "Sequence"),
        Import("builtins", None),
    ]
    assert import_block(needed).groups == (
        ("import builtins", "from collections.abc import Sequence", "from typing import Any"),
        ("from pydantic import Field",),
        (
            "from .._runtime import UNSET, Options, responding",
            "from ..models import Refund",
        ),
    )


@given(_IMPORTS)
def test_every_import_is_there_once(needed: list[Import]) -> None:
    statements = [s for group in import_block(needed).groups for s in group]
    found: set[Import] = set()
    for statement in ast.parse("\n".join(statements)).body:
        match statement:
            case ast.Import([ast.alias(name)]):
                found.add(Import(name, None))
            case ast.ImportFrom(module, names, level):
                found |= {Import("." * level + (module or ""), alias.name) for alias in names}
            case _:
                raise AssertionError(ast.dump(statement))
    assert found == set(needed)
    assert len(statements) == len({wanted.module for wanted in needed})


@given(_IMPORTS)
def test_order_of_needs_makes_no_difference(needed: list[Import]) -> None:
    assert import_block(needed) == import_block(reversed(needed))


def test_nothing_needed() -> None:
    assert import_block([]).groups == ()
