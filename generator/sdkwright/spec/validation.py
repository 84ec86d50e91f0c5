"""A document as plain JSON whose schemas an independent validator can be asked about."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..text.diagnostic import Report
from ..text.node import Node, Plain, child_pointer
from .document import Document, follow, id_of, objects

# Where the other files of a document are kept in the plain one.
_FILES = "x-sdkwright-files"
_OPEN = ("additionalProperties", "unevaluatedProperties")


def schema_document(document: Document, *, strict: bool) -> Plain:
    """The whole document in one value: other files under a key of their own, references changed to match.

    `strict` lets each schema that declares properties, and says nothing about others, forbid the others: what an example
    has and its schema does not is a fault in one of them.
    """
    references = _references(document)
    closed = _closed(document) if strict else frozenset[str]()
    plain = _plain(document, document.root, references, closed)
    if isinstance(plain, dict):
        others = {path: root for path, root in document.files.items() if path != document.entry}
        plain[_FILES] = {
            path: _plain(document, root, references, closed) for path, root in others.items()
        }
    return plain


def reference_to(id_: str) -> str:
    """How a `$ref` inside the plain document names the schema with this id, as a fragment of a URI."""
    return quote(_pointer(id_), safe="#/~!$&'()*+,;=:@")


def _references(document: Document) -> Mapping[str, str]:
    """For each object that refers elsewhere the fragment that it has to name in the plain document."""
    silent, found = Report(), dict[str, str]()
    for node, kind in objects(document):
        ref = node.get("$ref")
        if ref is None or kind[0] in "{[":
            continue
        target = follow(document, ref, silent)
        if target is not None:
            found[id_of(document, node)] = reference_to(target.id)
    return found


def _closed(document: Document) -> frozenset[str]:
    """The ids of the schemas that declare properties and leave it at that."""
    return frozenset(
        id_of(document, node)
        for node, kind in objects(document)
        if kind == "schema"
        and node.get("properties") is not None
        and all(node.get(key) is None for key in _OPEN)
    )


def _plain(
    document: Document, node: Node, references: Mapping[str, str], closed: frozenset[str]
) -> Plain:
    match node.value:
        case list():
            return [_plain(document, child, references, closed) for child in node.value]
        case dict():
            id_ = id_of(document, node)
            found = {
                key: _plain(document, child, references, closed) for key, child in node.items()
            }
            if id_ in references:
                found["$ref"] = references[id_]
            if id_ in closed:
                found["unevaluatedProperties"] = False
            return found
        case scalar:
            return scalar


def _pointer(id_: str) -> str:
    file, _, pointer = id_.partition("#")
    return f"#{child_pointer(f'/{_FILES}', file)}{pointer}" if file else f"#{pointer}"
