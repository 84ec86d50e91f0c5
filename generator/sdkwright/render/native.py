"""The classes of `models.py` as our own templates print them: a printer of its own, and the plan for the other one."""

from __future__ import annotations

from collections.abc import Sequence

from ..python.code import Code, reviewed
from ..python.views import AliasView, ModelView
from .environment import page


def print_native(definitions: Sequence[ModelView | AliasView]) -> dict[str, Code]:
    """The source of each definition by its name."""
    return {str(definition.name): reviewed(native(definition)) for definition in definitions}


def native(definition: ModelView | AliasView) -> str:
    """The source of one definition."""
    if isinstance(definition, AliasView):
        return page("native_alias.py.jinja", alias=definition).strip("\n")
    return page("native.py.jinja", model=definition).strip("\n")
