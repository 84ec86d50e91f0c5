"""The classes of `models.py` as our own templates print them: a printer of its own, and the plan for the other one."""

from __future__ import annotations

from ..python.code import Code, reviewed
from ..python.views import AliasView, ModelsView, ModelView
from .environment import page


def print_native(view: ModelsView) -> tuple[Code, ...]:
    """The source of each definition, in the order of `view`."""
    return tuple(reviewed(native(definition)) for definition in view.definitions)


def native(definition: ModelView | AliasView) -> str:
    """The source of one definition."""
    if isinstance(definition, AliasView):
        return page("native_alias.py.jinja", alias=definition).strip("\n")
    return page("native.py.jinja", model=definition).strip("\n")
