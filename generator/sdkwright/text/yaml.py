"""A YAML or JSON file in, a tree of located nodes out; whatever is wrong with it becomes a diagnostic."""

from __future__ import annotations

from pathlib import Path

from . import swift
from .decode import decode, read_bytes, salvage
from .diagnostic import Report
from .fault import FaultError
from .garbage import without_collection
from .node import Node
from .span import Span


def load(path: Path, name: str, report: Report) -> Node | None:
    """The tree of the file at `path`, which diagnostics call `name`; None where there is none to be had."""
    try:
        data = read_bytes(path, name)
    except FaultError as fault:
        _tell(fault, report)
        return None
    return parse(data, name, report)


def parse(text: str | bytes, name: str, report: Report) -> Node | None:
    """The tree of a document; None where it cannot be read as one. The text and the tree are kept in `report.sources`.

    Faults that leave a sound tree behind (a duplicate key, a foreign tag) are reported and the tree given all the same.
    """
    try:
        decoded = decode(text, name)
    except FaultError as fault:
        report.sources.add(name, salvage(text))
        _tell(fault, report)
        return None
    report.sources.add(name, decoded)
    try:
        with without_collection():
            root = swift.read(decoded, name) or _read_carefully(decoded, name, report)
    except FaultError as fault:
        _tell(fault, report)
        return None
    report.sources.trees[name] = root
    return root


def _read_carefully(text: str, name: str, report: Report) -> Node:
    # Imported for the documents that need it: most do not.
    from . import careful

    root = careful.read(text, name, report)
    if root is None:
        raise FaultError(
            "yaml-empty",
            "the document is empty (line 1)",
            Span(name, 1, 1, 1, 1),
            "write the document",
        )
    return root


def _tell(fault: FaultError, report: Report) -> None:
    report.error(fault.code, fault.message, fault.span, fault.hint, fault.related)
