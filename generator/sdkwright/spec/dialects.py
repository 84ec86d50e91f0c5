"""What schemas say in other dialects than that of OpenAPI, and in the words of programming languages: read with a warning."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ..text.diagnostic import Report
from ..text.node import Node, child_pointer
from .objects import JSON_TYPES


def is_foreign(schema: Node) -> bool:
    """Whether a schema, itself, says something in another dialect."""
    return _lists_items(schema) or _foreign_type(schema) is not None


def translated(schema: Node, report: Report) -> Node:
    """A schema with what other dialects, and the languages of servers, say in other words."""
    return _by_place(_typed(schema, report), report)


def _foreign_type(schema: Node) -> tuple[Node, tuple[str | None, str | None]] | None:
    """The type of a schema that JSON Schema does not know, with the type and format that are meant."""
    type_ = schema.get("type")
    if type_ is None or not isinstance(type_.value, str) or type_.value in JSON_TYPES:
        return None
    name = type_.value.casefold()
    meant = (name, None) if name in JSON_TYPES else _TYPES.get(name)
    return None if meant is None else (type_, meant)


def _typed(schema: Node, report: Report) -> Node:
    found = _foreign_type(schema)
    if found is None or not isinstance(schema.value, dict):
        return schema
    type_, (name, format_) = found
    instead = " with ".join(
        f"`{key}: {said}`" for key, said in (("type", name), ("format", format_)) if said
    )
    message = f"`#{type_.pointer}` is `{type_.value}`, which is no type of JSON"
    meant = f"it is read as {instead}" if instead else "any value is taken"
    report.warn("value-unknown", f"{message}; {meant}", type_.span, f"write {instead or 'no type'}")
    fields = {key: node for key, node in schema.items() if key != "type"}
    if name is not None:
        fields["type"] = replace(type_, value=name)
    if format_ is not None and "format" not in fields:
        fields["format"] = Node(format_, type_.span, child_pointer(schema.pointer, "format"))
    return replace(schema, value=fields)


_TYPES: Mapping[str, tuple[str | None, str | None]] = {
    **dict.fromkeys(("int", "short"), ("integer", None)),
    **dict.fromkeys(("int64", "long", "bigint"), ("integer", "int64")),
    "int32": ("integer", "int32"),
    "float": ("number", "float"),
    "double": ("number", "double"),
    "decimal": ("number", None),
    "bool": ("boolean", None),
    **dict.fromkeys(("str", "text"), ("string", None)),
    "date": ("string", "date"),
    **dict.fromkeys(("datetime", "date-time"), ("string", "date-time")),
    **dict.fromkeys(("uuid", "guid"), ("string", "uuid")),
    **dict.fromkeys(("file", "binary"), ("string", "binary")),
    **dict.fromkeys(("dict", "map"), ("object", None)),
    "list": ("array", None),
    "any": (None, None),
}
"""Types of Swagger 2.0 and of programming languages: what is meant by them, and in which format."""


def _lists_items(schema: Node) -> bool:
    items = schema.get("items")
    return items is not None and isinstance(items.value, list)


def _by_place(schema: Node, report: Report) -> Node:
    """`items` with a schema for each place, as in drafts of JSON Schema up to 2019-09, read as `prefixItems`."""
    items = schema.get("items")
    if items is None or not _lists_items(schema):
        return schema
    message = f"`#{items.pointer}` is an array, as in other dialects of JSON Schema"
    report.warn(
        "wrong-type", message, items.span, "write `prefixItems`, which OpenAPI has since 3.1"
    )
    return replace(
        schema,
        value={
            "prefixItems" if key == "items" else key: node
            for key, node in schema.items()
            if key != "prefixItems"
        },
    )
