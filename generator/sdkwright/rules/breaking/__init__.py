"""What a change of a specification breaks: on the wire, by two documents, and in Python, by two packages."""

from __future__ import annotations

from .lifecycle import Policy
from .operations import compare_documents
from .verdict import Bump, Python, PythonChange, Site, Wire, WireChange, bump
from .wire_rules import wire_rules

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
    "wire_rules",
]
