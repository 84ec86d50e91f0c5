"""What the anchors of a document stand for, and how much its aliases may bring in."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from .fault import FaultError
from .node import Node
from .span import Span

MAX_ALIASED = 1_000_000


class Anchored(Struct, frozen=True):
    """A node that aliases may name: how many values it stands for, and how deep they are nested."""

    node: Node
    size: int = 1
    height: int = 1


class Anchors(Struct):
    """The anchors seen so far. Aliases share the node, so a budget says how many values they may stand for in all."""

    _known: dict[str, Anchored] = field(default_factory=dict[str, Anchored])
    _spent: int = 0

    def put(self, name: str, anchored: Anchored) -> None:
        """Let `name` stand for a node from here on."""
        self._known[name] = anchored

    def open(self, name: str) -> None:
        """The list or mapping called `name` begins: until it ends the name stands for nothing."""
        self._known.pop(name, None)

    def get(self, name: str, span: Span, unfinished: Iterable[str | None]) -> Anchored:
        """What the alias at `span` stands for. A FaultError where nothing, or something it stands in."""
        anchored = self._known.get(name)
        if anchored is not None:
            return anchored
        if name in unfinished:
            message = f"the alias `*{name}` in line {span.line} stands inside what it names"
            raise FaultError(
                "yaml-recursive-alias", message, span, "use `$ref` for a recursive definition"
            )
        message = f"the alias `*{name}` in line {span.line} names no anchor above it"
        hint = f"put `&{name}` before it, or quote a text that starts with `*`"
        raise FaultError("yaml-unknown-alias", message, span, hint)

    def spend(self, size: int, span: Span) -> None:
        """Count `size` more values; a FaultError where they are too many."""
        self._spent += size
        if self._spent > MAX_ALIASED:
            raise FaultError(
                "yaml-alias-limit",
                f"the aliases up to line {span.line} stand for more than {MAX_ALIASED:,} values",
                span,
                "alias expansion is limited: write the shared part once and use `$ref`",
            )
