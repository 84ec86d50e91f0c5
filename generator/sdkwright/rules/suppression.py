"""Findings that the author has answered: `# sdkwright: ignore[rule] reason` at the end of a line or on one of its own.

A comment on a line of its own speaks of the next line with content, `ignore-file` of the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from msgspec import Struct

from ..spec.document import Document
from ..text.diagnostic import Diagnostic, Report, Severity
from ..text.node import Node
from ..text.span import Span
from .registry import Rule
from .selection import Selection

_COMMENT = re.compile(r"(?:^|(?<=\s))#\s*sdkwright:\s*(?P<what>ignore-file|ignore)\b(?P<rest>.*)$")
_REST = re.compile(r"\s*\[(?P<rules>[^\]]*)\]\s*(?P<reason>.*)")
_FORM = "write `# sdkwright: ignore[gen-name-long] the vendor's own name`"


class Suppression(Struct, frozen=True):
    """One rule that a comment answers: `line` is what it speaks of, None for the whole file."""

    rule: str
    line: int | None
    place: Span


def suppress(
    document: Document, rules: Mapping[str, Rule[Any]], selection: Selection, report: Report
) -> None:
    """Take the answered findings out of `report`. What answers a rule that is not run may stay.

    Reports `suppression-malformed`, `suppression-without-reason`, `suppression-unknown-rule` and `suppression-unused`.
    Errors of the readers can't be answered: nothing could be generated.
    """
    names = {name for name in document.names if "sdkwright:" in report.sources.texts.get(name, "")}
    answers = [
        one
        for name in sorted(names)
        for one in _suppressions(
            name, report.sources.texts[name], report.sources.trees.get(name), rules, report
        )
    ]
    used: set[Suppression] = set()
    kept: list[Diagnostic] = []
    for found in report.found:
        answered = [one for one in answers if _speaks_of(one, found)]
        if answered and (found.code in rules or found.severity is Severity.WARNING):
            used.update(answered)
        else:
            kept.append(found)
    report.found[:] = kept
    for one in answers:
        if one not in used and (
            one.rule not in rules or selection.severity(rules[one.rule]) is not None
        ):
            message = f"nothing is found here by `{one.rule}`"
            report.warn("suppression-unused", message, one.place, "remove the comment")


def _speaks_of(one: Suppression, found: Diagnostic) -> bool:
    span = found.span
    if span is None or found.code != one.rule or span.file != one.place.file:
        return False
    return one.line is None or span.line == one.line


def _suppressions(
    name: str, text: str, root: Node | None, rules: Mapping[str, Rule[Any]], report: Report
) -> Iterator[Suppression]:
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        found = _COMMENT.search(line) if "sdkwright:" in line else None
        if found is None or (root is not None and _is_content(root, number, found.start() + 1)):
            continue
        place = Span(name, number, found.start() + 1, number, len(line) + 1)
        rest = _REST.fullmatch(found["rest"])
        if rest is None or not rest["rules"].strip():
            message = "the comment does not say which rules it answers"
            report.error("suppression-malformed", message, place, _FORM)
            continue
        if not rest["reason"].strip():
            message = "the comment gives no reason"
            report.error("suppression-without-reason", message, place, _FORM)
        line_of = None if found["what"] == "ignore-file" else _line_meant(lines, number)
        for rule in (part.strip() for part in rest["rules"].split(",")):
            if _is_known(rule, rules, report):
                yield Suppression(rule, line_of, place)
            else:
                close = get_close_matches(rule, rules, 1)
                hint = f"did you mean `{close[0]}`?" if close else "`sdkwright explain` lists them"
                message = f"no rule is called `{rule}`"
                report.error("suppression-unknown-rule", message, place, hint)


def _is_known(rule: str, rules: Mapping[str, Rule[Any]], report: Report) -> bool:
    """Whether this is a rule, or the code of a warning that the readers have found."""
    return rule in rules or any(
        found.code == rule and found.severity is Severity.WARNING for found in report.found
    )


def _line_meant(lines: list[str], number: int) -> int:
    """The line itself where it has content before the comment, else the next that has any."""
    if not lines[number - 1].lstrip().startswith("#"):
        return number
    for after, line in enumerate(lines[number:], number + 1):
        if line.strip() and not line.lstrip().startswith("#"):
            return after
    return number


def _is_content(node: Node, line: int, col: int) -> bool:
    """Whether a place lies inside a scalar of the tree, so that what looks like a comment there is text."""
    while True:
        children = [child for _, child in node.items()] or list(node.elements())
        inside = next((one for one in children if _holds(one.span, line, col)), None)
        if inside is None:
            return isinstance(node.value, str) and _holds(node.span, line, col)
        node = inside


def _holds(span: Span, line: int, col: int) -> bool:
    return (span.line, span.col) <= (line, col) < (span.end_line, span.end_col)
