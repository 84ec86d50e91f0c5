"""Rules: generator functions over a document or an API, whose docstring is their manual page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from msgspec import Struct, field

from ..text.diagnostic import Severity
from ..text.edit import Fix
from ..text.span import Span
from .subject import Planned, Written

Related: TypeAlias = tuple[tuple[Span, str], ...]


class Group(StrEnum):
    """What a rule is about. Rules of `style` are off unless they are asked for."""

    VALIDITY = "validity"
    GENERATION = "generation"
    PROVENANCE = "provenance"
    STYLE = "style"


class Finding(Struct, frozen=True):
    """What a rule has found: where, what, what to do about it, and the change that does it where one is safe."""

    place: Span
    message: str
    hint: str
    related: Related = ()
    fix: Fix | None = None


S = TypeVar("S", Written, Planned)
Check: TypeAlias = Callable[[S], Iterator[Finding]]


class Rule(Struct, Generic[S], frozen=True):
    """A rule with its id, what it is about, how bad its findings are, and its manual page (Markdown)."""

    id: str
    group: Group
    severity: Severity
    manual: str
    check: Check[S]

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]

    @property
    def default(self) -> Severity | None:
        """How bad its findings are where nobody says otherwise; None for a rule that is off."""
        return None if self.group is Group.STYLE else self.severity


class Registry(Struct, frozen=True):
    """The rules by id, in the order in which they were registered: those of documents and those of planned APIs."""

    written: dict[str, Rule[Written]] = field(default_factory=dict[str, Rule[Written]])
    planned: dict[str, Rule[Planned]] = field(default_factory=dict[str, Rule[Planned]])

    @property
    def rules(self) -> Mapping[str, Rule[Written] | Rule[Planned]]:
        """All rules by id."""
        return {**self.written, **self.planned}

    def document(
        self, id_: str, group: Group, severity: Severity = Severity.WARNING
    ) -> Callable[[Check[Written]], Check[Written]]:
        """Make a rule of the decorated function, which is given the document as it is written."""

        def register(check: Check[Written]) -> Check[Written]:
            self._check(id_)
            self.written[id_] = Rule(id_, group, severity, _manual(check), check)
            return check

        return register

    def api(
        self, id_: str, group: Group, severity: Severity = Severity.WARNING
    ) -> Callable[[Check[Planned]], Check[Planned]]:
        """Make a rule of the decorated function, which is given the API as meant, with its names in Python."""

        def register(check: Check[Planned]) -> Check[Planned]:
            self._check(id_)
            self.planned[id_] = Rule(id_, group, severity, _manual(check), check)
            return check

        return register

    def _check(self, id_: str) -> None:
        assert id_ not in self.rules, f"two rules are called {id_}"


def _manual(check: Callable[..., object]) -> str:
    return inspect.getdoc(check) or ""
