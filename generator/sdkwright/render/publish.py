"""From rendered files to the tree at a target, as one step: the old tree or the new one, never a mix."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from sdkwright.text.diagnostic import Report

from .compare import Comparison, State, Tree, compare_contents, is_current
from .disk import present, sync
from .lock import lock_file, locked
from .manifest import NAME, Wanted, wanted_of
from .stage import stage
from .swap import abandon_workplace, close_workplace, has_workplaces, open_workplace, repair, swap
from .target import absolute, refuse_target

_SHOWN = 20


class Outcome(Struct, frozen=True):
    """How many files publishing made, changed, removed and left; `wrote` is whether the disk was touched at all."""

    created: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    wrote: bool = False


_NOTHING = Outcome()


def publish(
    target: Path,
    files: Mapping[PurePosixPath, str],
    version: str,
    report: Report,
    *,
    force: bool = False,
    inputs: Collection[Path] = (),
) -> Outcome:
    """Make the tree at `target` what `files` say, or report why not and leave it as it is.

    `force` gives up edits by hand in files that we wrote; nothing gives up files that we did not write. `inputs` are the
    files that were read: a target that contains one is refused.
    """
    wanted = wanted_of(files, version)
    place = target
    try:
        place = absolute(target)
        if refuse_target(target, place, inputs, report):
            return _NOTHING
        return _publish(place, wanted, report, force)
    except OSError as fault:
        _report_unwritable(fault, target, place, report)
        return _NOTHING


def _publish(place: Path, wanted: Wanted, report: Report, force: bool) -> Outcome:
    idle = not has_workplaces(place) and not present(lock_file(place))
    if idle and is_current(place, wanted):
        comparison = compare_contents(place, wanted)
        if comparison.clean:
            return Outcome(unchanged=comparison.unchanged)
    place.parent.mkdir(parents=True, exist_ok=True)
    with locked(place) as held:
        if not held:
            report.error(
                "target-busy",
                f"another sdkwright is publishing {place}",
                None,
                f"try again when it is done; it holds {lock_file(place)}",
            )
            return _NOTHING
        for work in repair(place):
            report.warn(
                "tree-kept",
                f"{work} holds {place.name} as it was before a run that was cut off",
                None,
                "the target was made anew since; take from that folder what you miss, then delete it",
            )
        comparison = compare_contents(place, wanted)
        if comparison.clean:
            return Outcome(unchanged=comparison.unchanged)
        if _refuse(place, comparison, report, force):
            return _NOTHING
        return _replace(place, wanted, comparison, report)


def _replace(place: Path, wanted: Wanted, comparison: Comparison, report: Report) -> Outcome:
    differing = comparison.states.keys()
    written = {path: content for path, content in wanted.contents.items() if path in differing}
    written[NAME] = wanted.text
    work = open_workplace(place)
    try:
        stage(work / "new", place, written, differing)
        swap(place, work, replaces=comparison.tree is not Tree.ABSENT)
    except BaseException:
        abandon_workplace(work)
        raise
    try:
        sync(place.parent)
        close_workplace(work)
    except OSError as fault:
        _warn_of_leftovers(work, fault, report)
    return _outcome(wanted.contents, comparison)


def _outcome(wanted: Mapping[PurePosixPath, bytes], comparison: Comparison) -> Outcome:
    created = comparison.of(State.MISSING)
    differing = comparison.states.keys()
    return Outcome(
        created=len(created),
        changed=len(differing & wanted.keys()) - len(created),
        removed=len(differing - wanted.keys()),
        unchanged=comparison.unchanged,
        wrote=True,
    )


def _refuse(place: Path, comparison: Comparison, report: Report, force: bool) -> bool:
    """Report what forbids replacing the tree; whether anything does."""
    before = len(report.found)
    if links := comparison.of(State.LINK):
        report.error(
            "target-symlink",
            f"symbolic links stand where {place} has files of ours: {_listed(links)}",
            None,
            "remove the links: sdkwright never writes through one",
        )
    elif unreadable := comparison.of(State.UNREADABLE):
        message = f"files in {place} cannot be read: {_listed(unreadable)}"
        report.error("cannot-read", message, None, "Check their permissions.")
    elif comparison.tree is Tree.BROKEN:
        report.error(
            "target-not-ours",
            f"{place / NAME} cannot be read as a manifest of sdkwright",
            None,
            f"after a merge conflict take either side of it (git checkout --ours {NAME}) and run again with --force",
        )
    elif comparison.tree is Tree.OTHERS:
        report.error(
            "target-not-ours",
            f"{place} was not written by sdkwright: it is not empty and has no {NAME}",
            None,
            "give a folder that is absent or empty, or move away what is there",
        )
    else:
        _refuse_files(place, comparison, report, force)
    return len(report.found) > before


def _refuse_files(place: Path, comparison: Comparison, report: Report, force: bool) -> None:
    if foreign := comparison.of(State.FOREIGN):
        report.error(
            "foreign-file",
            f"files in {place} that sdkwright did not write stand where it would write: {_listed(foreign)}",
            None,
            "move them away; nothing overwrites them, not even --force",
        )
    edited = comparison.of(State.HAND_EDITED)
    if edited and not force:
        report.error(
            "hand-edited",
            f"files in {place} were edited by hand: {_listed(edited)}",
            None,
            "move the edit out of the generated tree to keep it, or give it up with --force",
        )


def _listed(paths: Sequence[PurePosixPath]) -> str:
    more = [f"and {len(paths) - _SHOWN} more"] if len(paths) > _SHOWN else []
    return ", ".join([*map(str, paths[:_SHOWN]), *more])


def _report_unwritable(fault: OSError, target: Path, place: Path, report: Report) -> None:
    reason = fault.strerror or str(fault)
    named: object = fault.filename2 or fault.filename or target
    hints = {
        errno.ENOSPC: "Free some space.",
        errno.EACCES: "Check the permissions of the folder that contains it.",
    }
    report.error(
        "cannot-write",
        f"cannot write {_as_in_target(named, place)}: {reason[:1].lower()}{reason[1:]}",
        None,
        hints.get(fault.errno or 0),
    )


def _as_in_target(named: object, place: Path) -> Path:
    """The path that `named` would have in the target, where it names one in the staging folder."""
    path = Path(os.fsdecode(named) if isinstance(named, bytes) else str(named))
    parts = path.relative_to(place.parent).parts if path.is_relative_to(place.parent) else ()
    if parts[1:2] == ("new",):
        return place.joinpath(*parts[2:])
    return path


def _warn_of_leftovers(work: Path, fault: OSError, report: Report) -> None:
    report.warn(
        "cannot-clean",
        f"published, but {work} cannot be deleted: {fault.strerror or fault}",
        None,
        "the next run tries again",
    )
