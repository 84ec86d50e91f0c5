"""Where the parts of an API are written, and what they were transcribed from."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ..text.span import Span


class Status(StrEnum):
    """How well founded a statement is (`x-source`)."""

    DOCUMENTED = "documented"
    INFERRED = "inferred"
    OUTSIDE = "outside"
    SYNTHESISED = "synthesised"


class Source(Struct, frozen=True):
    """Where a statement of the specification comes from."""

    status: Status
    doc: str | None = None
    lines: str | None = None
    url: str | None = None
    note: str | None = None


class Origin:
    """Where a part is written, and what it was transcribed from.

    No struct, for msgspec then asks what of it belongs to the API (`python/basis.py`): where a part stands does not.
    """

    __slots__ = ("id", "source", "span")

    def __init__(self, id_: str, span: Span, source: Source | None = None) -> None:
        self.id = id_
        self.span = span
        self.source = source

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Origin) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"Origin{self._parts()!r}"

    def _parts(self) -> tuple[str, Span, Source | None]:
        return self.id, self.span, self.source
