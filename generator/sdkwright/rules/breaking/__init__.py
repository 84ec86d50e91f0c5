"""What a change of a specification breaks: on the wire, by two documents, and in Python, by two packages."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .verdict import Bump, Python, PythonChange, Site, Wire, WireChange, bump

if TYPE_CHECKING:
    from .lifecycle import Policy
    from .operations import compare_documents

__all__ = [
    "Bump",
    "Policy",
    "Python",
    "PythonChange",
    "Site",
    "Wire",
    "WireChange",
    "bump",
    "compare_documents",
]

# Imported when they are used: every command of the command line knows the verdicts, one compares.
_LAZY = {"Policy": ".lifecycle", "compare_documents": ".operations"}


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(name)
    return getattr(import_module(_LAZY[name], __name__), name)
