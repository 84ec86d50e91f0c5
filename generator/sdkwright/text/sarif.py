"""Diagnostics as SARIF 2.1.0 (OASIS), which code hosts show beside the lines of a pull request."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from urllib.parse import quote

from .diagnostic import Diagnostic
from .printable import clipped
from .sources import Sources
from .span import Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def as_sarif(
    found: Sequence[Diagnostic], sources: Sources, version: str, manuals: Mapping[str, str]
) -> str:
    """A SARIF log of one run, with every diagnostic; `manuals` are the manual pages (Markdown) of codes that have one."""
    codes = sorted({one.code for one in found})
    places = {code: at for at, code in enumerate(codes)}
    driver = {
        "name": "sdkwright",
        "semanticVersion": version,
        "rules": [_rule(code, manuals.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, sources, places[one.code]) for one in found],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str, manual: str | None) -> dict[str, object]:
    rule: dict[str, object] = {"id": code}
    if manual is not None:
        summary = manual.partition("\n")[0]
        rule["shortDescription"] = {"text": summary}
        rule["help"] = {"text": manual, "markdown": manual}
    return rule


def _result(one: Diagnostic, sources: Sources, at: int) -> dict[str, object]:
    text = clipped(one.message)
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": at,
        "level": one.severity.value,
        "message": {"text": f"{text}\n{clipped(one.hint)}" if one.hint else text},
        "partialFingerprints": {"sdkwright/v1": fingerprint(one, sources)},
    }
    if one.span:
        result["locations"] = [_location(one.span, sources)]
    if one.related:
        result["relatedLocations"] = [
            {**_location(span, sources), "message": {"text": clipped(label)}}
            for span, label in one.related
        ]
    return result


def fingerprint(one: Diagnostic, sources: Sources) -> str:
    """What stays the same while lines move: the code, the file, the place in its tree and the message."""
    file = one.span.file if one.span else ""
    pointer = (sources.pointer(one.span) if one.span else None) or ""
    text = "\0".join((one.code, file, pointer, one.message))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _location(span: Span, sources: Sources) -> dict[str, object]:
    region = {"startLine": max(span.line, 1), "startColumn": max(span.col, 1)}
    region |= {"endLine": max(span.end_line, 1), "endColumn": max(span.end_col, 1)}
    uri = quote(span.file.replace("\\", "/"), safe="/:", errors="replace")
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}
    }
    pointer = sources.pointer(span)
    if pointer:
        location["logicalLocations"] = [{"fullyQualifiedName": clipped(f"#{pointer}")}]
    return location
