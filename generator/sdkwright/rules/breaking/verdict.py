"""What a change of a specification does: to requests and responses on the wire, and to code that calls the package."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from ...text.span import Span


class Wire(StrEnum):
    """What a change does to a caller that keeps the old contract; from the worst to nothing."""

    BREAKING = "breaking"
    WARNING = "warning"
    COMPATIBLE = "compatible"
    NONE = "none"


class Python(StrEnum):
    """What a change does to code that calls the package; from the worst to nothing.

    `source`: it fails when it runs or is imported. `typing`: it runs, and type checkers refuse it. `behaviour`: the same
    code means something else. `deprecation`: it works and is told that it soon won't. `upgrade`: nothing in it changes,
    but the old package and the new server no longer agree. `addition`: there is more to call.
    """

    SOURCE = "source"
    TYPING = "typing"
    BEHAVIOUR = "behaviour"
    UPGRADE = "upgrade"
    DEPRECATION = "deprecation"
    ADDITION = "addition"
    NONE = "none"


class Bump(StrEnum):
    """The part of a version that has to grow; from the greatest to none."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


_BUMPS = {
    Python.SOURCE: Bump.MAJOR,
    Python.TYPING: Bump.MAJOR,
    Python.BEHAVIOUR: Bump.MINOR,
    Python.UPGRADE: Bump.PATCH,
    Python.DEPRECATION: Bump.MINOR,
    Python.ADDITION: Bump.MINOR,
    Python.NONE: Bump.PATCH,
}


class Site(Struct, frozen=True):
    """One end of a change: the id of the part it is about (a JSON pointer, with the file's path in front) and its place."""

    id: str
    span: Span


class WireChange(Struct, frozen=True):
    """A difference between two documents: the rule, how bad it is, where, and in which operations it is met."""

    rule: str
    verdict: Wire
    message: str
    where: str
    old: Site | None
    new: Site | None
    operations: tuple[str, ...] = ()


class PythonChange(Struct, frozen=True):
    """A difference between what two packages offer: the rule, how bad it is, and the symbol.

    `before` and `after` are the symbol as Python shows it; `migration` is what to write instead; `was` is the symbol as
    code calls it now.
    """

    rule: str
    verdict: Python
    message: str
    symbol: str
    before: str | None
    after: str | None
    migration: str
    old: Site | None = None
    new: Site | None = None
    was: str = ""

    @property
    def is_harmless(self) -> bool:
        """Whether code that is correct now goes on as it is."""
        return self.verdict in (Python.NONE, Python.ADDITION, Python.UPGRADE)


def worst(verdicts: Iterable[Python]) -> Python:
    """The worst of some verdicts; `none` for none."""
    order = list(Python)
    return min(verdicts, key=order.index, default=Python.NONE)


def worst_wire(verdicts: Iterable[Wire]) -> Wire:
    """The worst of some verdicts; `none` for none."""
    order = list(Wire)
    return min(verdicts, key=order.index, default=Wire.NONE)


def bump(verdicts: Iterable[Python], initial: bool = False) -> Bump:
    """The part of the version that these changes ask for; before 1.0 (`initial`) all is one part smaller (SemVer 2.0, 4)."""
    order = list(Bump)
    found = min((_BUMPS[one] for one in verdicts), key=order.index, default=Bump.NONE)
    if initial and found in (Bump.MAJOR, Bump.MINOR):
        return order[order.index(found) + 1]
    return found
