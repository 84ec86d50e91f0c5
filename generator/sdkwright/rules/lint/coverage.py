"""Statements without a source."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.coverage import coverage
from ...ir.model import Api
from ...text.diagnostic import Severity
from ..registry import Finding
from .family import lint_rules


@lint_rules.rule(Severity.WARNING)
def source_missing(api: Api) -> Iterator[Finding]:
    """A statement has no source, neither its own nor one of the parts around it.

    A reviewer can't check what he can't look up. Documents that name no sources at all are left alone.

    ```yaml
    x-source: {doc: 002_3558a243ae35dbc1, lines: 14-20}
    ```
    """
    statements = coverage(api)
    if all(statement.source is None for statement in statements):
        return
    for statement in statements:
        if statement.source is None:
            message = f"the {statement.kind} `{statement.origin.id}` has no source"
            yield Finding(statement.origin, message, "add `x-source` here or on a part around it")
