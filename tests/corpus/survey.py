"""What a document holds: its operations, schemas and properties, by a walk that knows nothing of the generator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from .raw import Place, Plain, Raw

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")

# Keywords below which data is described, by what stands there.
_ONE = ("items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems")
_LIST = ("allOf", "oneOf", "anyOf", "prefixItems")
_MAP = ("properties", "patternProperties")

_JSON = re.compile(r"application/(.+\+)?json\b", re.IGNORECASE)


@dataclass(slots=True)
class Survey:
    """The parts of a document: the ids of operations, those of schemas under `components`, and for each place of a
    schema its properties. `owners` says under which operations the place was met; None for a component.
    """

    operations: list[str] = field(default_factory=list[str])
    schemas: list[str] = field(default_factory=list[str])
    properties: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    owners: dict[str, set[str] | None] = field(default_factory=dict[str, "set[str] | None"])


def survey(raw: Raw) -> Survey:
    """Count what the document behind `raw` holds."""
    found = Survey()
    components = raw.followed(Place(raw.entry, "/components/schemas"))
    schemas = raw.at(components)
    for name in schemas if isinstance(schemas, dict) else ():
        found.schemas.append(raw.id_of(components.child(name)))
        _schemas(raw, components.child(name), None, found)
    for operation, place in operations(raw):
        found.operations.append(operation)
        for body in bodies(raw, place):
            _schemas(raw, body.child("schema"), operation, found)
    return found


def operations(raw: Raw) -> Iterator[tuple[str, Place]]:
    """The operations of `paths`, in their order, by the id that a package knows them by."""
    paths = raw.followed(Place(raw.entry, "/paths"))
    for path in _keys(raw.at(paths)):
        item = raw.followed(paths.child(path))
        for method in METHODS:
            operation = raw.followed(item.child(method))
            if path.startswith("/") and isinstance(raw.at(operation), dict):
                yield f"#{paths.child(path).child(method).pointer}", operation


def bodies(raw: Raw, operation: Place) -> Iterator[Place]:
    """The JSON media types of an operation: of its request and of each response, the first of each."""
    holders = [raw.followed(operation.child("requestBody"))]
    responses = raw.followed(operation.child("responses"))
    statuses = (one for one in _keys(raw.at(responses)) if one not in ("204", "205", "304"))
    holders += [raw.followed(responses.child(status)) for status in statuses]  # these have no body
    for holder in holders:
        content = holder.child("content")
        kinds = [kind for kind in _keys(raw.at(content)) if _JSON.match(kind)]
        if kinds:
            yield raw.followed(content.child(kinds[0]))


def _schemas(raw: Raw, start: Place, owner: str | None, found: Survey) -> None:
    """Note the properties of the schemas that `start` leads to."""
    queue = [start]
    seen: set[Place] = set()
    while queue:
        place = raw.followed(queue.pop())
        schema = raw.at(place)
        if place in seen or not isinstance(schema, dict):
            continue
        seen.add(place)
        names = [key for key, value in _items(schema.get("properties")) if value is not False]
        # A list has no properties, whatever is written beside its type; that is told.
        if names and "object" in str(schema.get("type", "object")):
            _note(raw.id_of(place), names, owner, found)
        queue += _below(place, schema)


def _note(id_: str, names: list[str], owner: str | None, found: Survey) -> None:
    found.properties[id_] = names
    known = found.owners.setdefault(id_, set())
    if owner is None:
        found.owners[id_] = None
    elif known is not None:
        known.add(owner)


def _below(place: Place, schema: dict[str, Plain]) -> Iterator[Place]:
    # What stands below a keyword that the type leaves no room for is told to be without effect.
    is_list, is_object = (word in str(schema.get("type", word)) for word in ("array", "object"))
    keys = (key for key in _ONE if key != "items" or is_list)
    yield from (place.child(key) for key in keys if isinstance(schema.get(key), dict))
    for key in _LIST:
        members = schema.get(key)
        for at, member in enumerate(members if isinstance(members, list) else ()):
            # A member of a choice that the type beside it leaves no room for is told as well.
            if key == "allOf" or not _contradicts(schema, member):
                yield place.child(key).child(at)
    for key in _MAP if is_object else ():
        yield from (place.child(key).child(name) for name in _keys(schema.get(key)))


def _contradicts(schema: dict[str, Plain], member: Plain) -> bool:
    said, meant = schema.get("type"), member.get("type") if isinstance(member, dict) else None
    return isinstance(said, str) and meant == "object" and said != meant


def _keys(value: Plain) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, dict) else ()


def _items(value: Plain) -> tuple[tuple[str, Plain], ...]:
    return tuple(value.items()) if isinstance(value, dict) else ()
