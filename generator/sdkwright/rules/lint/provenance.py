"""Provenance: statements without a source, or with one that nobody can look up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...ir.coverage import Kind, Statement
from ...ir.origin import Status
from ...text.diagnostic import Severity
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules


def _own(api: Planned) -> Iterator[Statement]:
    """The statements with a source, each source where it is first met going down."""
    seen: set[int] = set()
    for statement in api.statements:
        if statement.source is not None and id(statement.source) not in seen:
            seen.add(id(statement.source))
            yield statement


@lint_rules.api("provenance-missing", Group.PROVENANCE)
def provenance_missing(api: Planned) -> Iterator[Finding]:
    """A statement has no source, neither its own nor one of the parts around it.

    A reviewer can't check what he can't look up. Documents that name no sources at all are left alone.

    ```yaml
    x-source: {doc: 002_3558a243ae35dbc1, lines: 14-20}
    ```
    """
    for statement in api.statements:
        if statement.source is None:
            message = f"the {statement.kind} `{statement.origin.id}` has no source"
            hint = "add `x-source` here or on a part around it"
            yield Finding(statement.origin.span, message, hint)


@lint_rules.api("provenance-inferred", Group.PROVENANCE)
def provenance_inferred(api: Planned) -> Iterator[Finding]:
    """A statement is inferred, and nothing says from what.

    The next reader can't tell a conclusion from a guess.

    ```yaml
    x-source:
      status: inferred
      doc: 002_3558a243ae35dbc1
      lines: 51-98
      note: concluded from the values of the example
    ```
    """
    for statement in _own(api):
        source = statement.source
        if source and source.status is Status.INFERRED and not source.note and not source.doc:
            message = f"the {statement.kind} `{statement.origin.id}` is inferred, it is not said from what"
            hint = "add a `note`, or `doc` and `lines`"
            yield Finding(statement.origin.span, message, hint)


@lint_rules.api("provenance-unresolvable", Group.PROVENANCE, Severity.ERROR)
def provenance_unresolvable(api: Planned) -> Iterator[Finding]:
    """A source names a document that is not there, or lines that it does not have.

    Known are the texts in the folder that `sources` under `[lint]` of the configuration names.

    ```yaml
    x-source: {doc: 002_3558a243ae35dbc1, lines: 14-20}
    ```
    """
    texts = api.sources
    for statement in _own(api) if texts is not None else ():
        source = statement.source
        if source is None or source.doc is None or texts is None:
            continue
        if source.doc not in texts:
            message = f"there is no source document `{source.doc}`"
            hint = f"known are {', '.join(sorted(texts)[:5])}"
            yield Finding(statement.origin.span, message, hint)
        elif _last_line(source.lines) > texts[source.doc]:
            message = f"`{source.doc}` has {texts[source.doc]} lines, cited are {source.lines}"
            yield Finding(statement.origin.span, message, "correct `lines`")


def _last_line(lines: str | None) -> int:
    return max(map(int, re.findall(r"\d+", lines or "")), default=0)


_WIDE = 1000


@lint_rules.api("provenance-vague", Group.PROVENANCE)
def provenance_vague(api: Planned) -> Iterator[Finding]:
    """A source is more than 1,000 lines long.

    Nobody finds the sentence that a statement goes back to.

    ```yaml
    x-source: {doc: 002_3558a243ae35dbc1, lines: 14-20}
    ```
    """
    for statement in _own(api):
        lines = statement.source.lines if statement.source else None
        for first, last in re.findall(r"(\d+)-(\d+)", lines or ""):
            if int(last) - int(first) >= _WIDE:
                message = f"the {statement.kind} `{statement.origin.id}` cites {first}-{last}"
                yield Finding(statement.origin.span, message, "cite the lines that say it")


@lint_rules.api("provenance-synthesised", Group.PROVENANCE)
def provenance_synthesised(api: Planned) -> Iterator[Finding]:
    """Something else than an example is synthesised.

    Examples may be made up; a statement about an API has a source, or is inferred from one.

    ```yaml
    examples:
      made:
        x-source: {status: synthesised}
    ```
    """
    for statement in _own(api):
        source = statement.source
        if source and source.status is Status.SYNTHESISED and statement.kind is not Kind.EXAMPLE:
            message = f"the {statement.kind} `{statement.origin.id}` is synthesised"
            yield Finding(statement.origin.span, message, "say where it comes from")


@lint_rules.api("provenance-insecure", Group.PROVENANCE)
def provenance_insecure(api: Planned) -> Iterator[Finding]:
    """The address of a source is not https.

    What a reader is shown there may not be what its author wrote.

    ```yaml
    x-source: {status: outside, url: https://docs.example.com/refunds}
    ```
    """
    for statement in _own(api):
        url = statement.source.url if statement.source else None
        if url is not None and url.startswith("http://"):
            yield Finding(statement.origin.span, f"the source is `{url}`", "use https")


@lint_rules.api("provenance-stale", Group.PROVENANCE)
def provenance_stale(api: Planned) -> Iterator[Finding]:
    """A source document has changed since its lines were last compared with the specification.

    `sdkwright sources --lock` notes the state of every cited text beside the sources; a later change shows up here.

    ```yaml
    x-source: {doc: 002_3558a243ae35dbc1, lines: 14-20}
    ```
    """
    told: set[str] = set()
    for statement in _own(api):
        doc = statement.source.doc if statement.source else None
        if doc is not None and doc in api.stale and doc not in told:
            told.add(doc)
            message = f"the source document `{doc}` has changed since it was last compared"
            hint = "compare it with the specification, then run `sdkwright sources --lock`"
            yield Finding(statement.origin.span, message, hint)
