"""Which rules are run, and how bad their findings are: what the configuration and the command line say."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from msgspec import Struct, field

from ..text.diagnostic import Severity
from .registry import Group, Rule

OFF = "off"


class Selection(Struct, frozen=True):
    """`levels` by rule id, pattern (`gen-*`) or group, the later ones stronger; `only` are the rules of a run, if named."""

    levels: Mapping[str, str] = field(default_factory=dict[str, str])
    only: tuple[str, ...] = ()

    def severity(self, rule: Rule[Any]) -> Severity | None:
        """How bad the findings of a rule are; None where it is not run."""
        asked = any(matches(pattern, rule) for pattern in self.only)
        if self.only and not asked:
            return None
        level = rule.severity.value if asked else (rule.default.value if rule.default else OFF)
        for pattern, said in self.levels.items():
            if matches(pattern, rule):
                level = said
        return None if level == OFF else Severity(level)

    def level_of(self, code: str) -> str | None:
        """What is said of a diagnostic that is no rule's, by its code; None for nothing."""
        found = [said for pattern, said in self.levels.items() if fnmatchcase(code, pattern)]
        return found[-1] if found else None


def matches(pattern: str, rule: Rule[Any]) -> bool:
    """Whether a pattern names a rule: its id, a pattern of ids, its group or `all`."""
    return pattern in ("all", rule.group.value) or fnmatchcase(rule.id, pattern)


def unknown(pattern: str, rules: Mapping[str, Rule[Any]]) -> bool:
    """Whether a pattern names no rule at all."""
    return not any(matches(pattern, rule) for rule in rules.values()) and pattern not in tuple(
        Group
    )
