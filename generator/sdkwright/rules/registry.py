"""Rules: generator functions over an API, whose name is their id and whose docstring is their manual page."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ..ir.model import Api, Origin
from ..text.diagnostic import Diagnostic, Severity
from ..text.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule has found: where, what, and what to do about it."""

    origin: Origin
    message: str
    hint: str
    related: tuple[tuple[Span, str], ...] = ()


Check = Callable[[Api], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its id, how bad its findings are, and its manual page (Markdown)."""

    id: str
    severity: Severity
    manual: str
    check: Check

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Registry:
    """The rules of one family, by id, in the order in which they were registered."""

    _rules: dict[str, Rule] = field(default_factory=dict[str, Rule])

    @property
    def rules(self) -> Mapping[str, Rule]:
        """All rules by id."""
        return self._rules

    def rule(self, severity: Severity) -> Callable[[Check], Check]:
        """Make a rule of the decorated function."""

        def register(check: Check) -> Check:
            id_ = check.__name__.replace("_", "-")
            assert id_ not in self._rules, f"two rules are called {id_}"
            self._rules[id_] = Rule(id_, severity, inspect.getdoc(check) or "", check)
            return check

        return register

    def run(self, api: Api, severities: frozenset[Severity]) -> Iterator[Diagnostic]:
        """The findings of all rules of these severities."""
        for rule in self._rules.values():
            if rule.severity in severities:
                for found in rule.check(api):
                    yield Diagnostic(
                        rule.id,
                        rule.severity,
                        found.message,
                        found.origin.span,
                        found.hint,
                        found.related,
                    )
