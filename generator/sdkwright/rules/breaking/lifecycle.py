"""Deprecation, sunset dates (`x-sunset`) and stability levels (`x-stability-level`): what was promised about the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ...text.node import Node, text_of
from .sides import Side
from .verdict import Site, Wire, WireChange

LEVELS = ("draft", "alpha", "beta", "stable")
_UNSTABLE = frozenset({"draft", "alpha"})


class Policy(Struct, frozen=True):
    """How many days of notice a deprecation needs (0: no notice is asked for), and the day to count from."""

    today: date
    beta_days: int = 0
    stable_days: int = 0

    def notice(self, level: str) -> int:
        """The days of notice at a level of stability."""
        if level in _UNSTABLE:
            return 0
        return self.beta_days if level == "beta" else self.stable_days


def is_deprecated(node: Node) -> bool:
    """Whether a node says that it is deprecated."""
    found = node.get("deprecated")
    return found is not None and found.value is True


def stability(node: Node) -> str:
    """The level of stability that a node declares: `stable` where it says nothing."""
    found = node.get("x-stability-level")
    return "stable" if found is None else text_of(found) or ""


def is_unstable(node: Node) -> bool:
    """Whether a node promises nothing yet."""
    return stability(node) in _UNSTABLE


def sunset(node: Node) -> tuple[bool, date | None]:
    """Whether a sunset is declared, and its date; None where it is no date (ISO 8601, with or without a time)."""
    found = node.get("x-sunset")
    if found is None:
        return False, None
    text = text_of(found) or ""
    matched = re.match(r"(\d{4}-\d{2}-\d{2})(?:$|[T ])", text)
    try:
        return True, date.fromisoformat(matched[1]) if matched else None
    except ValueError:
        return True, None


def operation_lifecycle(old: Node, new: Node, policy: Policy) -> Iterator[tuple[str, str]]:
    """Rules and words for what changed in the life of an operation."""
    yield from _stability(old, new, "api-stability")
    if is_unstable(new):
        return
    if is_deprecated(old) is not is_deprecated(new):
        if not is_deprecated(new):
            yield "endpoint-reactivated", "is no longer deprecated"
            return
        yield from _deprecated(
            new,
            policy,
            ("endpoint-deprecated", "endpoint-deprecated-with-sunset"),
            ("api-deprecated-sunset-missing", "api-deprecated-sunset-parse"),
            "api-sunset-date-too-small",
        )
    elif is_deprecated(new):
        yield from _sunset_changed(
            old,
            new,
            policy,
            ("sunset-deleted", "api-sunset-date-changed-too-small", "api-path-sunset-parse"),
        )


def parameter_lifecycle(
    operation: Node, old: Node, new: Node, policy: Policy
) -> Iterator[tuple[str, str]]:
    """The same of a parameter."""
    if is_unstable(operation):
        return
    if is_deprecated(old) is not is_deprecated(new):
        if not is_deprecated(new):
            yield "request-parameter-reactivated", "is no longer deprecated"
            return
        yield from _deprecated(
            new,
            policy,
            ("request-parameter-deprecated", "request-parameter-deprecated"),
            ("request-parameter-deprecated-sunset-missing", "request-parameter-sunset-parse"),
            "request-parameter-sunset-date-too-small",
        )
    elif is_deprecated(new):
        yield from _sunset_changed(
            old,
            new,
            policy,
            (
                "request-parameter-sunset-deleted",
                "request-parameter-sunset-date-changed-too-small",
                "request-parameter-sunset-parse",
            ),
        )


def property_lifecycle(
    direction: str, old: Node, new: Node, policy: Policy
) -> Iterator[tuple[str, str]]:
    """The same of a property."""
    prefix = f"{direction}-property"
    yield from _stability(old, new, f"{prefix}-stability")
    if is_deprecated(old) is is_deprecated(new):
        return
    if not is_deprecated(new):
        yield f"{prefix}-reactivated", "is no longer deprecated"
        return
    yield from _deprecated(
        new,
        policy,
        (f"{prefix}-deprecated", f"{prefix}-deprecated-with-sunset"),
        (f"{prefix}-deprecated-sunset-missing", f"{prefix}-deprecated-sunset-invalid"),
        f"{prefix}-sunset-date-too-small",
    )


def _stability(old: Node, new: Node, prefix: str) -> Iterator[tuple[str, str]]:
    before, after = stability(old), stability(new)
    unknown = [level for level in (before, after) if level not in LEVELS]
    if unknown and prefix.startswith("api"):
        yield "api-invalid-stability-level", f"`{unknown[0]}` is none of {', '.join(LEVELS)}"
    if unknown or before == after:
        return
    turn = "decreased" if LEVELS.index(after) < LEVELS.index(before) else "increased"
    yield f"{prefix}-{turn}", f"is {after} now, which was {before}"


def _deprecated(
    new: Node, policy: Policy, told: tuple[str, str], bad: tuple[str, str], soon: str
) -> Iterator[tuple[str, str]]:
    declared, day = sunset(new)
    notice = policy.notice(stability(new))
    if not declared:
        if notice:
            yield bad[0], f"is deprecated without a sunset date, {notice} days ahead at least"
        else:
            yield told[0], "is deprecated"
    elif day is None:
        yield bad[1], "is deprecated with a sunset that is no date"
    elif day < policy.today + timedelta(days=notice) and notice:
        yield soon, f"is deprecated with a sunset on {day}, less than {notice} days ahead"
    else:
        yield told[1], f"is deprecated until {day}"


def _sunset_changed(
    old: Node, new: Node, policy: Policy, rules: tuple[str, str, str]
) -> Iterator[tuple[str, str]]:
    (had, before), (has, after) = sunset(old), sunset(new)
    deleted, nearer, unreadable = rules
    if had and not has:
        yield deleted, "has lost its sunset date"
    elif has and (after is None or (had and before is None)):
        yield unreadable, "has a sunset that is no date"
    elif (
        before
        and after
        and after < before
        and after < policy.today + timedelta(days=max(policy.notice(stability(new)), 1))
    ):
        yield nearer, f"has its sunset on {after}, which was {before}"


def release_lifecycle(
    old: Side, new: Side, changes: tuple[WireChange, ...]
) -> Iterator[tuple[str, str, Site, Site]]:
    """What `info.version` says of some changes (SemVer 2.0 where it is one): rules, words and both places."""
    before, after = _version(old), _version(new)
    if before is None or after is None or not changes:
        return
    places = before[1], after[1]
    one, other = _numbers(str(before[0])), _numbers(str(after[0]))
    breaks = any(change.verdict is Wire.BREAKING for change in changes)
    if before[0] == after[0]:
        yield "api-version-not-bumped", f"the version is still {after[0]}", *places
    elif one and other and other < one:
        words = f"the version is {after[0]}, which was {before[0]}"
        yield "api-version-decreased", words, *places
    elif breaks and one and other and one[0] == other[0] != 0:
        words = f"the version went from {before[0]} to {after[0]}, and callers break"
        yield "api-major-version-not-bumped", words, *places


def _version(side: Side) -> tuple[object, Site] | None:
    info = side.document.root.get("info")
    found = info.get("version") if info is not None else None
    return (text_of(found), side.site(found)) if found is not None else None


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"v?(\d+(?:\.\d+)*)", version)
    return tuple(int(part) for part in found[1].split(".")) if found else ()
