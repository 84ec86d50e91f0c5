"""A YAML or JSON file in, a tree of located nodes out; whatever is wrong with it becomes a diagnostic."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Protocol, cast

from ruamel.yaml.error import MarkedYAMLError

from .compose import Composer
from .cursor import Mark
from .decode import decode, read_bytes, salvage
from .diagnostic import Report
from .fault import FaultError
from .node import Node
from .scan import events
from .span import Span

# What ruamel.yaml says, and what it means to the author: pattern, code, message, hint.
_SYNTAX = (
    (r"'\\t'|found a tab", "yaml-tab", "a tab where YAML wants spaces", "indent with spaces"),
    (
        r"stream end|never closed|end of stream",
        "yaml-unclosed",
        "the file ends inside an open bracket or quote",
        "close it where it should end",
    ),
    (
        r"mapping values are not allowed",
        "yaml-syntax",
        "a `:` where no key can stand",
        "quote a text that has `: ` in it, or correct the indentation",
    ),
    (
        r"could not find expected ':'",
        "yaml-syntax",
        "a line that is neither `key: value` nor `- value`",
        "add the missing `:`, or correct the indentation",
    ),
    (
        r"unknown escape",
        "yaml-escape",
        "an escape sequence that stands for nothing",
        "double the backslash, or use single quotes",
    ),
    (r"cannot start", "yaml-syntax", "a character that cannot start a value", "quote the value"),
    (
        r"<block end>|block collection|block mapping",
        "yaml-syntax",
        "a line at the wrong indentation",
        "line it up with its neighbours",
    ),
    (
        r"flow (mapping|sequence)",
        "yaml-syntax",
        "a missing `,` or closing bracket",
        "add it, or quote a text that holds a bracket or a comma",
    ),
)


class _Complaint(Protocol):
    """ruamel.yaml's error, which it does not type."""

    problem: str | None
    context: str | None
    problem_mark: Mark | None
    context_mark: Mark | None


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
    composer = Composer(name, report)
    try:
        report.sources.add(name, salvage(text))
        decoded = decode(text, name)
        report.sources.add(name, decoded)
        for event in events(decoded):
            composer.take(event)
        if composer.root is None:
            raise FaultError(
                "yaml-empty",
                "the document is empty (line 1)",
                Span(name, 1, 1, 1, 1),
                "write the document",
            )
    except FaultError as fault:
        _tell(fault, report)
        return None
    except MarkedYAMLError as error:
        _tell(_syntax(error, composer, name), report)
        return None
    report.sources.trees[name] = composer.root
    return composer.root


def _tell(fault: FaultError, report: Report) -> None:
    report.error(fault.code, fault.message, fault.span, fault.hint, fault.related)


def _syntax(error: MarkedYAMLError, composer: Composer, name: str) -> FaultError:
    """ruamel.yaml's complaint in the author's words."""
    complaint = cast("_Complaint", error)
    span = _at(complaint.problem_mark or complaint.context_mark, name)
    said = f"{complaint.context or ''} {complaint.problem or ''}"
    code, what, hint = "yaml-syntax", said.strip() or "unreadable", "correct the line"
    for pattern, its_code, its_what, its_hint in _SYNTAX:
        if re.search(pattern, said):
            code, what, hint = its_code, its_what, its_hint
            break
    where, opened = composer.where(), composer.opened()
    related = ((opened, "opened here"),) if code == "yaml-unclosed" and opened else ()
    inside = f", inside `{where}`" if where != "#" else ""
    return FaultError(code, f"line {span.line}: {what}{inside}", span, hint, related)


def _at(mark: Mark | None, name: str) -> Span:
    line, col = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Span(name, line, col, line, col + 1)
