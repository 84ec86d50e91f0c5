"""Runs in a process of its own: what a document holds, and its payloads that are valid, as JSON.

`python -m tests.corpus.counting DOCUMENT COUNTED [FIXTURES]`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from .examples import examples
from .raw import Place, Plain, Raw
from .survey import survey


def main(document: str, counted: str, fixtures: str | None = None) -> None:
    """Count and write down."""
    raw = Raw(Path(document))
    found = asdict(survey(raw))
    found["owners"] = {
        id_: None if by is None else sorted(by) for id_, by in found["owners"].items()
    }
    payloads: list[dict[str, Any]] = []
    invalid: list[str] = []
    for example in examples(raw, Path(fixtures) if fixtures else None):
        if example.invalid:
            invalid.append(f"{example.where}: {example.invalid}")
        elif isinstance(example.value, dict | list):
            shape = _shape(raw, example.schema)
            payloads.append(
                {"where": example.where, "shape": shape, "text": written(example.value)}
            )
    Path(counted).write_text(
        json.dumps({"survey": found, "payloads": payloads, "invalid": invalid}), "utf-8"
    )


def _shape(raw: Raw, place: Place) -> dict[str, Any]:
    """How the probe finds the annotation: the id of a schema, or of the items of a list."""
    end = raw.followed(place)
    schema = raw.at(end)
    inline = end == place
    if inline and isinstance(schema, dict) and schema.get("type") == "array" and "items" in schema:
        return {"list": _shape(raw, end.child("items"))}
    return {"ref": raw.id_of(end)}


def written(value: Plain) -> str:
    """A value as JSON, each number with the digits that it came with."""
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(k)}: {written(v)}" for k, v in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, value)) + "]"
        case Decimal():
            return str(value)
        case _:
            return json.dumps(value)


if __name__ == "__main__":
    main(*sys.argv[1:])
