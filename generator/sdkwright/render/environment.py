"""The Jinja environment of the package templates: pages that print finished source and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..python.code import Code


class NotCode(TypeError):
    """A template was about to print text that no function of `python/code.py` made."""


def templates_folder() -> Path:
    """Where the templates lie: inside the installed package, or beside the generator in a checkout."""
    installed = Path(__file__).parent.parent / "_templates"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "templates"


def _only_code(value: object) -> object:
    if not isinstance(value, Code):
        raise NotCode(f"a template prints {type(value).__name__}, which is not Code")
    return value


@cache
def environment() -> Environment:
    """The environment, made once. Templates come from the tool alone, never from a specification's folder."""
    return Environment(
        loader=FileSystemLoader([templates_folder() / "package", templates_folder() / "models"]),
        finalize=_only_code,
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def page(template: str, **values: object) -> str:
    """The text that `template` prints for `values`."""
    return environment().get_template(template).render(**values)
