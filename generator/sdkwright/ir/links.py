"""What can be called next: an operation, with arguments from a call that was made and its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..text.node import Plain

if TYPE_CHECKING:
    from .model import Doc
    from .origin import Origin


class Link(Struct, frozen=True):
    """A call of the operation `target` that follows from an answer.

    `arguments` are runtime expressions or constants for parameters, by location and name (`path/id`); `body` likewise,
    alone in a tuple, empty where the link does not say.
    """

    name: str
    target: str
    arguments: tuple[tuple[str, Plain], ...]
    body: tuple[Plain, ...]
    doc: Doc
    origin: Origin
