"""Two sides in, a comparison out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ..lower.depth import room_for_depth
from ..python.lock import Lock
from ..rules.breaking import Policy, compare_documents
from ..rules.breaking.python_changes import compare_packages
from ..rules.breaking.renames import Package
from ..rules.breaking.surface import Surface
from ..rules.breaking.verdict import PythonChange, Site, WireChange
from ..spec.document import Document
from ..text.diagnostic import Diagnostic, Report, Severity
from .homes import moved
from .judge import join
from .model import ApiDiff, Comparison, Hit, Surfaces
from .understand import Given, Understood, understand
from .usage import search


class Side(Struct, frozen=True):
    """One side: what the user calls it, its specifications by the names of their APIs, or a vendored package alone."""

    label: str
    specs: Mapping[str, Given]
    packages: Mapping[str, Package] = field(default_factory=dict[str, Package])
    shown: Mapping[str, str] = field(default_factory=dict[str, str])


def compare_sides(old: Side, new: Side, policy: Policy, report: Report) -> Comparison | None:
    """Compare two sides API by API; None where one of them can't be read, which is reported."""
    found: list[ApiDiff] = []
    if new.packages:
        message = f"`{new.label}` is a package, which only the old side can be"
        report.error("side-unjudged", message, None, "give the specification that it is made from")
        return None
    try:
        with room_for_depth():
            for before, after in _paired(old, new):
                one = _compare(before, after, old, policy, report)
                if one is not None:
                    found.append(one)
    except RecursionError:
        message = f"the schemas of `{old.label}` or `{new.label}` lead too deep into one another"
        report.error("side-too-deep", message, None, "shorten chains of references")
    if report.failed:
        return None
    shown = {**old.shown, **new.shown}
    faults = tuple(_faults(found))
    return Comparison(
        old.label, new.label, tuple(found), shown, sources=report.sources, faults=faults
    )


def _faults(apis: Sequence[ApiDiff]) -> Iterator[Diagnostic]:
    """The errors of both sides. What the old side may be reproached with is not this change's fault, as long as it can be read."""
    for api in apis:
        one, other = api.sides or (None, api.side)
        new = other.faults if other is not None else ()
        yield from new
        for fault in one.faults if one is not None else ():
            if (fault.code, fault.message) not in {(f.code, f.message) for f in new}:
                yield fault if _is_unread(fault) else replace(fault, severity=Severity.WARNING)


def _is_unread(fault: Diagnostic) -> bool:
    """Whether a part of a side could not be read at all, so that nothing can be told of it."""
    return fault.code == "duplicate-key" or fault.code.startswith(("ref-", "yaml-"))


def used_in(comparison: Comparison, folder: Path, report: Report) -> Comparison:
    """The comparison with the places of the code below `folder` that it hits."""
    found: list[Hit] = []
    judged = [(api, api.surfaces) for api in comparison.apis if api.surfaces is not None]
    for api, surfaces in judged:
        effects = [effect for change in api.changes for effect in change.effects]
        found += search(folder, api.name, surfaces, dict.fromkeys(effects), report)
    if not judged:
        # Nothing can be hit, but a folder that is none is told all the same.
        search(folder, "", Surfaces(Surface({}), Surface({})), (), report)
    return replace(comparison, usage=tuple(dict.fromkeys(found)))


Pair: TypeAlias = tuple[Given | None, Given | None]


def _paired(old: Side, new: Side) -> Iterator[Pair]:
    """The specifications of both sides that belong together.

    By name, else by the path of their file, else by its name alone; and what is then the only one left on each.
    """
    before, after = dict(old.specs), dict(new.specs)
    if old.packages:
        yield from ((None, given) for given in after.values())
        return
    for key in _KEYS:
        names = _by(key, before)
        for name, given in tuple(after.items()):
            match = names.get(key(given))
            if match in before:
                yield before.pop(match), after.pop(name)
    if len(before) == len(after) == 1:
        yield before.popitem()[1], after.popitem()[1]
    yield from ((given, None) for given in before.values())
    yield from ((None, given) for given in after.values())


_KEYS: tuple[Callable[[Given], str], ...] = (
    lambda given: given.name,
    lambda given: given.inside,
    lambda given: PurePosixPath(given.inside).name,
)


def _by(key: Callable[[Given], str], givens: Mapping[str, Given]) -> Mapping[str, str]:
    """The names of specifications by a key that is theirs alone."""
    keys = [key(given) for given in givens.values()]
    return {key(given): name for name, given in givens.items() if keys.count(key(given)) == 1}


def _compare(
    before: Given | None, after: Given | None, old: Side, policy: Policy, report: Report
) -> ApiDiff | None:
    if old.packages and after is not None:
        return _against_package(after, old, report)
    if before is None or after is None:
        return _one_sided(before, after, report)
    python = tuple(moved(before.home, after.home))
    if not python and _seems_same(before, after):
        both = understand(after, after.lock or Lock(), report, plain=True)
        if both is None:
            return None
        if _is_same(before, after, both.document.behind):
            return _diff(after.name, both, both, ())
    one = understand(before, before.lock or Lock(), report)
    other = understand(after, after.lock or (one.lock if one is not None else Lock()), report)
    if one is None or other is None:
        return None
    wire = compare_documents(one.document, other.document, policy)
    return _diff(after.name, one, other, wire, python)


def _seems_same(before: Given, after: Given) -> bool:
    """Whether two specifications differ in nothing but what files beside them may hold."""
    one, other = (
        replace(g, path=_NOWHERE, root=None, shelf=None, home=None) for g in (before, after)
    )
    return (
        one == other
        and _below(before) == _below(after)
        and _fetched(before) == _fetched(after)
        and _is_same(before, after, (before.path.name,))
    )


_NOWHERE = Path()


def _below(given: Given) -> str | None:
    return None if given.root is None else os.path.relpath(given.root, given.path.parent)


def _fetched(given: Given) -> tuple[object, ...]:
    """What decides which URLs are followed, and to what."""
    shelf = given.shelf
    return () if shelf is None else (shelf.allow, shelf.private, _held(shelf.lock))


def _is_same(before: Given, after: Given, files: Iterable[str]) -> bool:
    """Whether files beside two specifications, by their paths from there, hold the same; none is like none."""
    one, other = before.path.parent, after.path.parent
    return all(_held(one / path) == _held(other / path) for path in files)


def _held(path: Path) -> bytes | None:
    # Only plain files, as the loader reads: it says what is wrong with others.
    return path.read_bytes() if path.is_file() else None


def _diff(
    name: str,
    one: Understood,
    other: Understood,
    wire: tuple[WireChange, ...],
    python: tuple[PythonChange, ...] = (),
) -> ApiDiff:
    why = None
    for side, word in ((one, "old"), (other, "new")):
        if side.why is not None:
            why = why or f"the {word} side gives no package: {side.why}"
    surfaces = None
    if one.package is not None and other.package is not None:
        python += compare_packages(one.package, other.package)
        surfaces = Surfaces(one.package.surface, other.package.surface)
    methods: Mapping[str, Site] = other.package.sites if other.package is not None else {}
    changes = join(name, wire, python, methods)
    files = (one.files, other.files) if surfaces is not None else None
    versions = one.version, other.version
    sides = one, other
    return ApiDiff(name, changes, *versions, why, surfaces=surfaces, files=files, sides=sides)


def _against_package(after: Given, old: Side, report: Report) -> ApiDiff | None:
    package = old.packages.get(after.name) or next(iter(old.packages.values()))
    other = understand(after, after.lock or Lock(), report)
    if other is None:
        return None
    why = f"`{old.label}` is a package, which tells nothing of the wire"
    if other.package is None:
        unjudged = f"the new side gives no package: {other.why}"
        return ApiDiff(after.name, (), "", other.version, unjudged, why, side=other)
    changes = join(after.name, (), compare_packages(package, other.package), {})
    surfaces = Surfaces(package.surface, other.package.surface)
    return ApiDiff(after.name, changes, "", other.version, None, why, surfaces, side=other)


def _one_sided(before: Given | None, after: Given | None, report: Report) -> ApiDiff | None:
    """An API that only one side has: all of it is new, or gone."""
    given = before or after
    assert given is not None
    there = understand(given, given.lock or Lock(), report)
    if there is None:
        return None
    nothing = Understood(_emptied(there), "", _nothing(there), Lock(), None, {})
    one, other = (there, nothing) if before is not None else (nothing, there)
    wire = compare_documents(one.document, other.document)
    return _diff(given.name, one, other, wire)


def _nothing(there: Understood) -> Package | None:
    return Package(Surface({})) if there.package is not None else None


def _emptied(there: Understood) -> Document:
    """The same document without anything to call."""
    kept = {key: node for key, node in there.document.root.items() if key in ("openapi", "info")}
    document = there.document
    return document.of(replace(document.root, value=kept), document.files)
