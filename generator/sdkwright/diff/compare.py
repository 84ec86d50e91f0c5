"""Two sides in, a comparison out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..lower.depth import room_for_depth
from ..python.lock import Lock
from ..rules.breaking import Policy, compare_documents
from ..rules.breaking.python_changes import compare_packages
from ..rules.breaking.renames import Package
from ..rules.breaking.surface import Surface
from ..rules.breaking.verdict import PythonChange, WireChange
from ..spec.document import Document
from ..text.diagnostic import Report
from .judge import join
from .model import ApiDiff, Comparison, Hit, Surfaces
from .understand import Given, Understood, understand
from .usage import search


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what the user calls it, its specifications by the names of their APIs, or a vendored package alone."""

    label: str
    specs: Mapping[str, Given]
    packages: Mapping[str, Package] = field(default_factory=dict[str, Package])
    shown: Mapping[str, str] = field(default_factory=dict[str, str])


def compare_sides(old: Side, new: Side, policy: Policy, report: Report) -> Comparison | None:
    """Compare two sides API by API; None where one of them can't be read, which is reported."""
    found: list[ApiDiff] = []
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
    return Comparison(old.label, new.label, tuple(found), shown, sources=report.sources)


def used_in(comparison: Comparison, folder: Path, report: Report) -> Comparison:
    """The comparison with the places of the code below `folder` that it hits."""
    found: list[Hit] = []
    for api in comparison.apis:
        if api.surfaces is not None:
            effects = [effect for change in api.changes for effect in change.effects]
            found += search(folder, api.name, api.surfaces, dict.fromkeys(effects), report)
    return replace(comparison, usage=tuple(dict.fromkeys(found)))


def _paired(old: Side, new: Side) -> list[tuple[Given | None, Given | None]]:
    """The specifications of both sides that belong together: by name, or the only one on each."""
    before, after = dict(old.specs), dict(new.specs)
    if len(before) == len(after) == 1:
        return [(next(iter(before.values())), next(iter(after.values())))]
    names = [*before, *(name for name in after if name not in before)]
    if old.packages:
        names = list(after)
    return [(before.get(name), after.get(name)) for name in names]


def _compare(
    before: Given | None, after: Given | None, old: Side, policy: Policy, report: Report
) -> ApiDiff | None:
    if old.packages and after is not None:
        return _against_package(after, old, report)
    if before is None or after is None:
        return _one_sided(before, after, report)
    one = understand(before, before.lock or Lock(), report)
    other = understand(after, after.lock or (one.lock if one is not None else Lock()), report)
    if one is None or other is None:
        return None
    wire = compare_documents(one.document, other.document, policy)
    return _diff(after.name, one, other, wire)


def _diff(name: str, one: Understood, other: Understood, wire: tuple[WireChange, ...]) -> ApiDiff:
    why = None
    for side, word in ((one, "old"), (other, "new")):
        if side.why is not None:
            why = why or f"the {word} side gives no package: {side.why}"
    python: tuple[PythonChange, ...] = ()
    surfaces = None
    if one.package is not None and other.package is not None:
        python = compare_packages(one.package, other.package)
        surfaces = Surfaces(one.package.surface, other.package.surface)
    changes = join(name, wire, python)
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
        return ApiDiff(after.name, (), "", other.version, unjudged, why)
    changes = join(after.name, (), compare_packages(package, other.package))
    surfaces = Surfaces(package.surface, other.package.surface)
    return ApiDiff(after.name, changes, "", other.version, None, why, surfaces)


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
    return replace(there.document, root=replace(there.document.root, value=kept))
