"""The header fields of what a fake answers: made-up values for those that the document says are always there."""

from collections.abc import Mapping
from typing import Any

from . import wire
from .fake_values import NotMade, made_up
from .fields import field_annotation, fields_by_wire_name
from .headers import RESERVED
from .operation import Operation, TypedHeaders
from .styles import items_of, members_of
from .texts import text_of


def usual_headers(operation: Operation[Any]) -> Mapping[str, str]:
    """Header fields by name, as OpenAPI writes their values (style `simple`, or JSON)."""
    typed = operation.typed_headers
    if typed is None:
        return {}
    found: dict[str, str] = {}
    for wire_name, name in fields_by_wire_name(typed.model).items():
        # What is said of the body and the connection has to be true.
        is_free = wire_name.lower() not in RESERVED and not wire_name.lower().startswith("content-")
        if wire_name in typed.required and is_free:
            try:
                value = made_up(field_annotation(typed.model, name))
            except NotMade:
                continue
            found[wire_name] = _spelled(typed, wire_name, value)
    return found


def _spelled(typed: TypedHeaders, name: str, value: object) -> str:
    if name in typed.json:
        return wire.write(value).decode()
    members, items = members_of(value), items_of(value)
    if members is not None:
        between = "=" if name in typed.exploded else ","
        return ",".join(f"{key}{between}{text_of(one, name)}" for key, one in members.items())
    return ",".join(text_of(one, name) for one in ([value] if items is None else items))
