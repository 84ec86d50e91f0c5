"""What a comparison finds: changes with both verdicts, and what follows from all of them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from ..rules.breaking.surface import Surface
from ..rules.breaking.verdict import Bump, Python, PythonChange, Site, Wire, bump, worst_wire
from ..text.diagnostic import Diagnostic
from ..text.sources import Sources
from ..text.span import Span

if TYPE_CHECKING:
    from .understand import Understood


class Change(Struct, frozen=True):
    """One change with both verdicts.

    `rule` is that of the wire, where the wire has changed, else that of Python. `effects` are its differences in Python.
    `operations` are those that it is met in, `where` is the place within them. `api` is the name of the API.
    """

    api: str
    rule: str
    wire: Wire
    python: Python
    message: str
    where: str
    operations: tuple[str, ...]
    effects: tuple[PythonChange, ...]
    old: Site | None
    new: Site | None

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stay as long as the change says the same, wherever its lines move."""
        rules = ",".join(f"{one.rule} {one.symbol}" for one in self.effects)
        told = "\n".join((self.api, self.rule, self.where, self.message, *self.operations, rules))
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:12]

    @property
    def verdicts(self) -> tuple[Python, ...]:
        """That of the change and those of its effects: what asks for the new package may add to it as well."""
        return (self.python, *(one.verdict for one in self.effects))

    @property
    def is_harmful(self) -> bool:
        """Whether it breaks or may break anybody."""
        bad = self.python in (Python.SOURCE, Python.TYPING, Python.BEHAVIOUR)
        return bad or self.wire in (Wire.BREAKING, Wire.WARNING)


class Surfaces(Struct, frozen=True):
    """What callers have, and what they get."""

    old: Surface
    new: Surface


class Hit(Struct, frozen=True):
    """A place of somebody's code that a change hits, with the line that stands there."""

    span: Span
    line: str
    change: PythonChange


class Witness(Struct, frozen=True):
    """The smallest caller of a change, and what came of it: `findings` against the new package where it is proven."""

    proven: bool
    findings: tuple[str, ...]
    caller: str
    path: str


Files: TypeAlias = Mapping[PurePosixPath, str]


class ApiDiff(Struct, frozen=True):
    """The changes of one API, the worst first. `unjudged` says why Python has no verdict, where it has none.

    `sides` are both specifications, `side` is the one that there is beside a vendored package.
    """

    name: str
    changes: tuple[Change, ...]
    old_version: str
    new_version: str
    unjudged: str | None = None
    wire_unjudged: str | None = None
    surfaces: Surfaces | None = None
    files: tuple[Files, Files] | None = None
    sides: tuple[Understood, Understood] | None = None
    side: Understood | None = None

    @property
    def bump(self) -> Bump:
        """The part of the API's version that has to grow."""
        verdicts = (one for change in self.changes for one in change.verdicts)
        return bump(verdicts, is_initial(self.old_version))


class BrokenExample(Struct, frozen=True):
    """An example that went through the package and back before and does not now: what it is called, why, and its place."""

    code: str
    message: str
    span: Span | None


class Comparison(Struct, frozen=True):
    """Two sides compared. `shown` turns the beginnings of file names into what the user calls them.

    `usage` are the places of the user's code that are hit, where it was asked for, `witnesses` the callers that were tried,
    `examples` those that no longer round-trip. `faults` are the errors of the sides; in spite of them both were compared.
    """

    old: str
    new: str
    apis: tuple[ApiDiff, ...]
    shown: Mapping[str, str] = field(default_factory=dict[str, str])
    usage: tuple[Hit, ...] | None = None
    witnesses: Mapping[PythonChange, Witness] | None = None
    examples: tuple[BrokenExample, ...] | None = None
    sources: Sources = field(default_factory=Sources)
    faults: tuple[Diagnostic, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All changes."""
        return tuple(change for api in self.apis for change in api.changes)

    @property
    def bump(self) -> Bump:
        """The part of the version that has to grow for all of it."""
        found = (api.bump for api in self.apis)
        return min(found, key=list(Bump).index, default=Bump.NONE)

    @property
    def wire(self) -> Wire:
        """The worst verdict of the wire."""
        return worst_wire(change.wire for change in self.changes)

    def counts(self) -> tuple[Mapping[Wire, int], Mapping[Python, int]]:
        """How many changes have which verdict, the worst first, without those of none."""
        changes = self.changes
        wire = Counter(change.wire for change in changes)
        python = Counter(change.python for change in changes)
        return (
            {one: wire[one] for one in Wire if wire[one] and one is not Wire.NONE},
            {one: python[one] for one in Python if python[one] and one is not Python.NONE},
        )

    def place(self, span: Span) -> Span:
        """A place as the user would write it."""
        for prefix, shown in self.shown.items():
            if span.file.startswith(prefix):
                file = shown + span.file[len(prefix) :]
                return Span(file, span.line, span.col, span.end_line, span.end_col)
        return span


def is_initial(version: str) -> bool:
    """Whether a version is below 1.0, where anything may change (SemVer 2.0, 4)."""
    return version.lstrip("v").startswith("0.") or version.lstrip("v") == "0"
