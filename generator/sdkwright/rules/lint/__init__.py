"""The lint rules, in four groups: validity, generation hazards, provenance, style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...text.diagnostic import Diagnostic
from ..registry import Finding, Group, Rule
from ..selection import Selection
from ..subject import Planned, Written
from . import (
    documents,
    examples,
    names,
    operations,
    paging,
    provenance,
    requests,
    responses,
    style,
    types,
    unions,
    values,
    waiting,
)
from .family import lint_rules

__all__ = ["Found", "Group", "Rule", "lint_api", "lint_document", "rules"]
THEMES = (
    documents,
    examples,
    requests,
    values,
    operations,
    responses,
    paging,
    waiting,
    names,
    types,
    unions,
    provenance,
    style,
)

Found = tuple[Diagnostic, Finding]


def rules() -> Mapping[str, Rule[Written] | Rule[Planned]]:
    """The lint rules by id."""
    return lint_rules.rules


def lint_document(written: Written, selection: Selection) -> Iterator[Found]:
    """What the selected rules find in a document, each as a diagnostic and as the rule says it."""
    for rule in lint_rules.written.values():
        yield from _found(rule, written, selection)


def lint_api(planned: Planned, selection: Selection) -> Iterator[Found]:
    """What the selected rules find in an API."""
    for rule in lint_rules.planned.values():
        yield from _found(rule, planned, selection)


def _found(
    rule: Rule[Written] | Rule[Planned], subject: object, selection: Selection
) -> Iterator[Found]:
    severity = selection.severity(rule)
    if severity is None:
        return
    for one in rule.check(subject):  # type: ignore[arg-type]
        yield Diagnostic(rule.id, severity, one.message, one.place, one.hint, one.related), one
