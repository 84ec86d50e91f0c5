"""`sdkwright format`: the canonical layout of a specification, proven to say what it said before."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from pathlib import Path

from msgspec import Struct

from .spec.order import in_order
from .spec.walk import objects_below
from .text.decode import MAX_BYTES, decode
from .text.diagnostic import Report
from .text.layout import laid_out
from .text.node import Node
from .text.printable import printable
from .text.span import Span
from .text.yaml import load, parse

_SPACED = ("openapi", "paths", "components")


class Formatted(Struct, frozen=True):
    """A file before and after; equal where it is laid out already."""

    name: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        """Whether anything is to be written."""
        return self.before != self.after

    def diff(self) -> str:
        """What changes, as a unified diff; spec text can't drive a terminal."""
        before, after = (
            [printable(line) for line in text.split("\n")] for text in (self.before, self.after)
        )
        lines = unified_diff(before, after, self.name, self.name, lineterm="", n=2)
        return "".join(f"{line}\n" for line in lines)


def format_file(path: Path, report: Report) -> Formatted | None:
    """A file laid out; nothing is written. None after an error: the file can't be read, or `format-unsound`."""
    name = str(path)
    own = Report()
    root = load(path, name, own)
    if root is None or own.failed:
        report.absorb(own)
        return None
    raw = path.read_bytes().decode("utf-8")
    before = decode(raw, name)
    after = formatted(before, root)
    if after is None:
        message = f"`{name}` can't be laid out without changing what it says"
        hint = "it is left as it is; please report this"
        report.error("format-unsound", message, Span(name, 1, 1, 1, 1), hint)
        return None
    return Formatted(name, raw, after)


def formatted(text: str, root: Node) -> str | None:
    """The text of `root` laid out; None where no layout could be proven to be equal and to stay as it is.

    Tried are: with keys in order; in the order of the text, for an anchor must stand before what refers to it.
    """
    for ordered in (True, False):
        after = _once(text, root, ordered)
        again = _read(after)
        if again is not None and same(root, again) and _once(after, again, ordered) == after:
            return after
    return None


def same(one: Node, other: Node) -> bool:
    """Whether two documents say the same: every scalar to its type and digit, lists in order, mappings in any."""
    return _canonical(one) == _canonical(other)


def _once(text: str, root: Node, ordered: bool) -> str:
    kinds = _kinds(root)
    if text.lstrip().startswith(("{", "[")):
        return _json(root, kinds if ordered else {}) if _is_json(text) else text.rstrip() + "\n"

    def order(keys: Sequence[str], node: Node) -> Sequence[str]:
        return in_order(keys, kinds.get(id(node), "")) if ordered else keys

    spaced = [node for node, kind in _walked(root) if kind in _SPACED]
    return laid_out(text, root, order, spaced)


def _walked(root: Node) -> list[tuple[Node, str]]:
    return objects_below(root, "openapi") if root.get("openapi") is not None else []


def _kinds(root: Node) -> dict[int, str]:
    return {id(node): kind for node, kind in _walked(root) if isinstance(node.value, dict)}


def _read(text: str) -> Node | None:
    own = Report()
    tree = parse(text, "", own) if len(text) < MAX_BYTES else None
    return None if own.failed else tree


def _canonical(node: Node) -> object:
    match node.value:
        case dict():
            return {key: _canonical(child) for key, child in node.value.items()}
        case list():
            return [_canonical(child) for child in node.value]
        case _:
            return (type(node.value).__name__, str(node.value), node.raw)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _json(root: Node, kinds: dict[int, str]) -> str:
    return "".join(_json_pieces(root, kinds, "\n")) + "\n"


def _json_pieces(node: Node, kinds: dict[int, str], start: str) -> Iterator[str]:
    """JSON with two blanks a level; numbers as they were written."""
    inner = start + "  "
    match node.value:
        case dict() as entries if entries:
            for at, key in enumerate(in_order(list(entries), kinds.get(id(node), ""))):
                yield f"{',' if at else '{'}{inner}{json.dumps(key, ensure_ascii=False)}: "
                yield from _json_pieces(entries[key], kinds, inner)
            yield f"{start}}}"
        case list() as elements if elements:
            for at, element in enumerate(elements):
                yield f"{',' if at else '['}{inner}"
                yield from _json_pieces(element, kinds, inner)
            yield f"{start}]"
        case dict():
            yield "{}"
        case list():
            yield "[]"
        case str() as text:
            yield json.dumps(text, ensure_ascii=False)
        case other:
            yield node.raw if node.raw is not None else json.dumps(other, default=str)
