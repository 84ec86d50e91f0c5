"""What is wrong with an input, said once and shown in many formats."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct, field
from msgspec.structs import replace

from .sources import Sources
from .span import Span


class Severity(StrEnum):
    """How bad a finding is. An error makes the exit status 1 and stops publishing."""

    ERROR = "error"
    WARNING = "warning"


class Diagnostic(Struct, frozen=True):
    """One finding.

    `code` is the kebab-case name of the fault, `message` one sentence that names the thing, `hint` what to do about it,
    `related` other places that the reader needs to see, each with a short label.
    """

    code: str
    severity: Severity
    message: str
    span: Span | None
    hint: str | None = None
    related: tuple[tuple[Span, str], ...] = ()

    def placed(self, now: Callable[[Span], Span]) -> Diagnostic:
        """The same with each of its places where that is `now`."""
        span = None if self.span is None else now(self.span)
        return replace(self, span=span, related=tuple((now(at), said) for at, said in self.related))


class Report(Struct):
    """Collects the diagnostics of a run; every stage writes into the same one.

    `sources` holds the texts and trees of all files read, for showing the lines that diagnostics point at.
    """

    found: list[Diagnostic] = field(default_factory=list[Diagnostic])
    sources: Sources = field(default_factory=Sources)
    _told: set[Diagnostic] = field(default_factory=set[Diagnostic])

    def error(
        self,
        code: str,
        message: str,
        span: Span | None,
        hint: str | None = None,
        related: tuple[tuple[Span, str], ...] = (),
    ) -> None:
        """Add an error."""
        self.add(Diagnostic(code, Severity.ERROR, message, span, hint, related))

    def warn(
        self,
        code: str,
        message: str,
        span: Span | None,
        hint: str | None = None,
        related: tuple[tuple[Span, str], ...] = (),
    ) -> None:
        """Add a warning."""
        self.add(Diagnostic(code, Severity.WARNING, message, span, hint, related))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a finished diagnostic, once: the same fault reached by two ways is told once."""
        if diagnostic not in self._told:
            self._told.add(diagnostic)
            self.found.append(diagnostic)

    def absorb(self, other: Report) -> None:
        """Add all that another report has found, and the sources it was found in."""
        for diagnostic in other.found:
            self.add(diagnostic)
        self.sources.texts |= other.sources.texts
        self.sources.trees |= other.sources.trees
        self.sources.pointers |= other.sources.pointers
        self.sources.paths |= other.sources.paths
        self.sources.unread |= other.sources.unread

    @property
    def failed(self) -> bool:
        """Whether any error was reported."""
        return any(d.severity is Severity.ERROR for d in self.found)

    def in_order(self) -> tuple[Diagnostic, ...]:
        """The diagnostics by file and place; those without a place first."""
        return tuple(sorted(self.found, key=_place))


def _place(one: Diagnostic) -> tuple[bool, str, int, int, int, int, str]:
    span = one.span
    if span is None:
        return (False, "", 0, 0, 0, 0, one.code)
    return (True, span.file, span.line, span.col, span.end_line, span.end_col, one.code)
