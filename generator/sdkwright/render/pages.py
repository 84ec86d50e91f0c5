"""From a plan to the texts of its files, not yet formatted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import assert_never

from ..python.code import Code
from ..python.plan import RUNTIME, Content, Models, Page, Plan, Text
from ..python.views import AliasView, ModelView
from .environment import page, templates_folder
from .models import print_models
from .native import print_native
from .paths import in_order

MARK = "# Made by sdkwright. Change the specification and generate again instead of editing this file.\n"
"""The first line of every generated module: constant, so that no text of a specification stands in lines 1 and 2."""


PRINTERS: Mapping[str, Callable[[Sequence[ModelView | AliasView]], Mapping[str, Code]]] = {
    "datamodel-code-generator": print_models,
    "native": print_native,
}
"""What prints the classes of `models.py`; the first is the reference."""


def print_plan(plan: Plan, printer: str) -> dict[PurePosixPath, str]:
    """The text of each file of `plan`, its models printed by the printer of that name.

    Raises:
        PrinterDisagrees: see `models.print_models`.
    """
    # All at once: a printer needs to know the definitions of other modules, and starts up once.
    views = [content.view for content in plan.values() if isinstance(content, Models)]
    classes = PRINTERS[printer]([d for view in views for d in view.definitions])
    return {path: _print(path, plan[path], classes) for path in in_order(plan)}


def _print(path: PurePosixPath, content: Content, classes: Mapping[str, Code]) -> str:
    match content:
        case Text(text):
            return MARK + "\n" + text if path.suffix == ".py" else text
        case Page(template, view):
            return MARK + "\n" + page(template, view=view)
        case Models(view):
            shown = [classes[definition.name] for definition in view.definitions]
            return MARK + "\n" + page("models.py.jinja", view=view, definitions=shown)
        case _:
            assert_never(content)


@cache
def runtime_files() -> Mapping[PurePosixPath, str]:
    """The runtime as it is copied into every package, byte for byte."""
    folder = templates_folder() / "runtime"
    root = PurePosixPath(RUNTIME)
    return {root / path.name: path.read_text("utf-8") for path in sorted(folder.glob("*.py"))}
