"""References to another kind of object than the one expected, where what is meant is clear all the same."""

from __future__ import annotations

from collections.abc import Mapping

from ..text.node import Node, child_pointer, escape

_JSON = "application/json"


def meant_by(node: Node, wanted: str, there: str, target: Node) -> Node | None:
    """What stands for `node`, which refers to `target`, an object of the kind `there`; None where nobody can say.

    A schema where something is expected that carries one is what it carries; the other way round the schema that is carried.
    """
    if there == "schema":
        return _carrying(node, wanted)
    if wanted == "schema" and there in ("response", "request body"):
        content = target.get("content")
        carried = [(media, one) for media, one in content.items()] if content else []
        carried.sort(key=lambda entry: entry[0] != _JSON)
        media = next((media for media, one in carried if one.get("schema") is not None), None)
        if media is None:
            return _object(node, {})  # no schema is said: any value
        return _onward(node, f"/content/{escape(media)}/schema")
    if wanted == "schema" and there in ("parameter", "header") and target.get("schema"):
        return _onward(node, "/schema")
    return None


def _carrying(node: Node, wanted: str) -> Node | None:
    if wanted in ("media type", "header"):
        return _object(node, {"schema": node})
    if wanted not in ("response", "request body"):
        return None
    media = _object(node, {"schema": node}, f"/content/{escape(_JSON)}")
    content = _object(node, {_JSON: media}, "/content")
    text = Node("", node.span, child_pointer(node.pointer, "description"))
    return _object(node, {"description": text, "content": content})


def _onward(node: Node, steps: str) -> Node | None:
    """The same reference, some steps further."""
    ref = node.get("$ref")
    if ref is None or not isinstance(ref.value, str):
        return None
    onward = Node(f"{ref.value}{steps}", ref.span, ref.pointer)
    return _object(node, {"$ref": onward})


def _object(node: Node, fields: Mapping[str, Node], steps: str = "") -> Node:
    return Node(dict(fields), node.span, f"{node.pointer}{steps}")
