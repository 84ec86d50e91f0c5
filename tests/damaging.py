"""Documents with parts taken away, put elsewhere, or exchanged for what belongs somewhere else."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from copy import deepcopy
from decimal import Decimal
from pathlib import Path
from typing import Any

from sdkwright import Report
from sdkwright.text.yaml import load

_ODD: Sequence[Any] = (
    *(None, True, False, 0, -1, 1.5, 10**30, "", "x", "é", "a b", "\x00", "\U0001f600", "null"),
    *("$ref", "#/", "#/components/schemas/Gone", [], {}, [None], {"": None}, {"type": "array"}),
    *({"type": ["string", "null"]}, {"$ref": "#/"}, {"allOf": [{"$ref": "#/"}]}, {"oneOf": []}),
    *({"enum": []}, {"const": None}, {"x-sdk": {"name": 1}}, {"items": True}, {"not": {}}),
)
_KEYS = (
    *("$ref", "allOf", "anyOf", "oneOf", "not", "if", "items", "prefixItems", "properties"),
    *("additionalProperties", "required", "enum", "const", "default", "type", "format", "pattern"),
    *("discriminator", "nullable", "example", "examples", "parameters", "security", "servers"),
    *("links", "callbacks", "x-sdk"),
)


def plain(path: Path) -> Any:
    """The document of a file as `json` would read it; None where it can't be read."""
    root = load(path, path.name, Report())
    return None if root is None else json.loads(json.dumps(root.plain(), default=_number))


def _number(value: object) -> float:
    assert isinstance(value, Decimal)
    return float(value)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each container of a document with each key in it."""
    inside: list[tuple[Any, Any]] = list(
        value.items() if isinstance(value, dict) else enumerate(value)
    )
    for key, below in inside:
        yield value, key
        if isinstance(below, dict | list):
            yield from places(below)


def damaged(document: Any, others: Sequence[Any], dice: random.Random) -> Any:
    """The document after one to five blows; what is put in comes from it and from `others`."""
    document = deepcopy(document)
    for _ in range(dice.choice((1, 1, 2, 3, 5))):
        found = list(places(document))
        if not found:
            break
        holder, key = dice.choice(found)
        other, its = dice.choice(list(places(dice.choice(others))) or found)
        foreign = deepcopy(other[its])
        match dice.randrange(7):
            case 0:
                del holder[key]
            case 1:
                holder[key] = deepcopy(dice.choice(found)[0])
            case 2:
                holder[key] = deepcopy(dice.choice(_ODD))
            case 3 if isinstance(holder, dict):
                holder[str(its)] = foreign
            case 4 if isinstance(holder, dict):
                holder[dice.choice(_KEYS)] = foreign
            case 5 if isinstance(holder, dict):
                holder["$ref"] = f"#/components/schemas/{dice.choice(found)[1]}"
            case _:
                holder[key] = foreign
    return document
