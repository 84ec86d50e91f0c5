"""The tree of a document by ruamel.yaml's parser, and what is wrong with it in the author's words."""

from __future__ import annotations

import re
from typing import Protocol, cast

from ruamel.yaml import events as kinds
from ruamel.yaml.error import MarkedYAMLError

from .compose import Composer
from .cursor import Mark
from .diagnostic import Report
from .fault import FaultError
from .node import Node
from .parse import events
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


def read(text: str, name: str, report: Report) -> Node | None:
    """The tree of `text`, None where nothing stands in it. Raises FaultError; lesser faults are reported."""
    composer = Composer(name, report, kinds)
    try:
        composer.read(events(text))
    except MarkedYAMLError as error:
        raise _syntax(error, composer, name) from error
    return composer.root


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
