"""A document as plain JSON whose schemas an independent validator can be asked about."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ..text.diagnostic import Report
from ..text.node import Node, Plain, child_pointer, unescape
from .document import Document, follow, id_of, objects

# Where the other files of a document are kept in the plain one.
_FILES = "x-sdkwright-files"


def schema_document(document: Document) -> Plain:
    """The whole document in one value: other files under a key of their own, references changed to match."""
    references = _references(document)
    plain = _plain(document, document.root, references)
    if isinstance(plain, dict):
        others = {path: root for path, root in document.files.items() if path != document.entry}
        plain[_FILES] = {path: _plain(document, root, references) for path, root in others.items()}
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


def _plain(document: Document, node: Node, references: Mapping[str, str]) -> Plain:
    match node.value:
        case list():
            return [_plain(document, child, references) for child in node.value]
        case dict():
            id_ = id_of(document, node)
            found = {key: _plain(document, child, references) for key, child in node.items()}
            if id_ in references:
                found["$ref"] = references[id_]
            return found
        case scalar:
            return scalar


def id_at(pointer: str) -> str:
    """The id of what stands at a JSON pointer of the plain document."""
    inside = pointer.removeprefix(f"/{_FILES}/")
    if inside == pointer:
        return f"#{pointer}"
    file, slash, rest = inside.partition("/")
    return f"{unescape(file)}#{slash}{rest}"


def _pointer(id_: str) -> str:
    file, _, pointer = id_.partition("#")
    return f"#{child_pointer(f'/{_FILES}', file)}{pointer}" if file else f"#{pointer}"
