"""What a verification found out: per API its examples and what they cover."""

from __future__ import annotations

from msgspec import Struct

from ..ir.model import Example
from ..text.diagnostic import Diagnostic
from .coverage import Share


class Verdict(Struct, frozen=True):
    """An example and what is wrong with it."""

    example: Example
    found: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.found


class ApiVerification(Struct, frozen=True):
    """The verdicts on one API, and the shares of its operations and schemas that examples show."""

    name: str
    verdicts: tuple[Verdict, ...]
    operations: Share
    schemas: Share

    @property
    def passed(self) -> int:
        """How many examples passed."""
        return sum(verdict.passed for verdict in self.verdicts)


class Verification(Struct, frozen=True):
    """All APIs of a run, in the order of the configuration."""

    apis: tuple[ApiVerification, ...] = ()
