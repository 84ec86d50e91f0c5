"""Schemas that name themselves: `$id`, `$anchor`, `$dynamicAnchor`, and `$self` of a whole document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote, urldefrag, urljoin

from msgspec import Struct, field

from ..text.node import Node, steps_of
from .reference import Place

# A file that says no name of its own has its path as one, on a host that does not exist.
_FILES = "https://file.invalid/"
_ANCHORS = ("$anchor", "$dynamicAnchor")
_WORDS = re.compile(r"\$(?:id|self|dynamicRef|anchor|dynamicAnchor)")
_OPAQUE = frozenset({"example", "examples", "default", "const", "enum", "value", "dataValue"})

Steps = tuple[str, ...]


class Resources(Struct, frozen=True):
    """The names that schemas give themselves, by absolute URI, and the schemas that URIs are relative to, by file.

    `dynamic` are the files that use `$dynamicRef`.
    """

    ids: dict[str, Place] = field(default_factory=dict[str, Place])
    anchors: dict[tuple[str, str], Place] = field(default_factory=dict[tuple[str, str], Place])
    bases: dict[str, list[tuple[Steps, str]]] = field(
        default_factory=dict[str, list[tuple[Steps, str]]]
    )
    dynamic: set[str] = field(default_factory=set[str])

    @property
    def named(self) -> bool:
        """Whether any schema names itself."""
        return bool(self.ids or self.anchors)

    def read(self, file: str, root: Node, text: str | None) -> None:
        """Take up the names in the tree of `file`; its text, where known, spares a look into a tree without any."""
        if text is not None and not _WORDS.search(text):
            return
        waiting: list[tuple[Node, Steps, str]] = [(root, (), urljoin(_FILES, file))]
        while waiting:
            node, steps, uri = waiting.pop()
            uri = self._note(node, file, steps, uri)
            waiting += [(child, (*steps, step), uri) for step, child in _children(node)]
        self.bases.get(file, []).sort(key=lambda base: -len(base[0]))

    def _note(self, node: Node, file: str, steps: Steps, uri: str) -> str:
        """Take up the names of one node; the URI that those below it are relative to."""
        own = (None if steps else _said(node, "$self")) or _said(node, "$id")
        if own is not None:
            uri = urldefrag(urljoin(uri, own)).url
            self.ids.setdefault(uri, Place(file, steps))
            self.bases.setdefault(file, []).append((steps, uri))
        for key in _ANCHORS:
            name = _said(node, key)
            if name is not None:
                self.anchors.setdefault((uri, name), Place(file, steps))
        if _said(node, "$dynamicRef") is not None:
            self.dynamic.add(file)
        return uri

    def place(self, text: str, file: str, pointer: str) -> Place | None:
        """Where the reference `text` points, which stands in `file` at `pointer`; None where no name says."""
        if not self.named:
            return None
        base = self._base(file, pointer)
        url, fragment = urldefrag(urljoin(base, text))
        fragment = unquote(fragment)
        if fragment and not fragment.startswith("/"):
            return self.anchors.get((url, fragment))
        root = self.ids.get(url)
        if root is None:
            return None
        return Place(root.file, (*root.steps, *steps_of(fragment)))

    def _base(self, file: str, pointer: str) -> str:
        steps = steps_of(pointer)
        for base, uri in self.bases.get(file, ()):
            if steps[: len(base)] == base:
                return uri
        return urljoin(_FILES, file)


def _said(node: Node, key: str) -> str | None:
    child = node.get(key)
    return child.value if child is not None and isinstance(child.value, str) else None


def _children(node: Node) -> list[tuple[str, Node]]:
    if isinstance(node.value, list):
        return [(str(at), child) for at, child in enumerate(node.value)]
    if isinstance(node.value, dict):
        entries: Mapping[str, Node] = node.value
        return [(k, c) for k, c in entries.items() if k not in _OPAQUE and not k.startswith("x-")]
    return []
