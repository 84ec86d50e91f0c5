"""What a document declares and its package lacks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .survey import Survey

# Steps of a pointer that lead to a part of the same value: its properties may stand on the class above.
_SAME_VALUE = re.compile(r"/(?:allOf|oneOf|anyOf)/\d+")


@dataclass(frozen=True, slots=True)
class Losses:
    """Schemas under `components` without a type, and properties without a field (`id wire`). Operations left out are
    not losses: they were reported.
    """

    schemas: list[str]
    properties: list[str]
    operations: list[str]
    counted: int


def losses(found: Survey, types: Mapping[str, Iterable[str]], operations: Iterable[str]) -> Losses:
    """Hold what was counted in a document against the types of its package, by id, and its operations."""
    kept = set(operations)
    wires: defaultdict[str, set[str]] = defaultdict(set)
    for id_, names in types.items():
        wires[_SAME_VALUE.sub("", id_)].update(names)
    missing: list[str] = []
    counted = 0
    for id_, names in found.properties.items():
        owners = found.owners[id_]
        if owners is not None and not kept.intersection(owners):
            continue
        counted += len(names)
        there = wires.get(_SAME_VALUE.sub("", id_), set())
        missing += [f"{id_} {name}" for name in names if name not in there]
    return Losses(
        [id_ for id_ in found.schemas if id_ not in types],
        missing,
        [operation for operation in found.operations if operation not in kept],
        counted,
    )
