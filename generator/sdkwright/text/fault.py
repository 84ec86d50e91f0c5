"""A fault that ends the reading of one file, carried to where it is reported."""

from __future__ import annotations

from .span import Span


class FaultError(Exception):
    """What is wrong with a file. Never leaves `text`: the reader turns it into a diagnostic."""

    def __init__(
        self,
        code: str,
        message: str,
        span: Span | None,
        hint: str | None = None,
        related: tuple[tuple[Span, str], ...] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.span = span
        self.hint = hint
        self.related = related
