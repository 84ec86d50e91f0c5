"""What a document declares and its package has no name for: schemas, properties, operations, parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..losses import losses
from ..probe import types_of, wires_of
from ..raw import Raw
from ..survey import survey
from .arguments import Making
from .tally import IGNORED

_IS_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")


def missing(raw: Raw, root: Any, lock: dict[str, Any]) -> Iterator[str]:
    """Each part that is missing, by its id."""
    facts: dict[str, Any] = {"imports": []}
    types = types_of(root, lock.get("types", {}), facts)
    yield from facts["imports"]
    known = [id_ for scope, ids in lock.items() if scope.startswith("methods ") for id_ in ids]
    operations = {id_.partition(" ")[0] for id_ in known}
    found = losses(survey(raw), {id_: wires_of(one) for id_, one in types.items()}, operations)
    yield from (f"schema {id_}" for id_ in found.schemas)
    yield from (f"property {id_}" for id_ in found.properties)
    yield from (f"operation {id_}" for id_ in found.operations)
    making = Making(raw, lock)
    for id_ in operations:
        names = lock.get(f"arguments {id_}", {})
        for where, name in making.parameters(id_):
            is_ignored = where == "header" and name.lower() in IGNORED
            if where == "header" and not _IS_TOKEN.fullmatch(name):
                continue  # it can't be sent, which is told
            if not is_ignored and f"{where}/{name}" not in names:
                yield f"parameter {id_} {where}/{name}"
