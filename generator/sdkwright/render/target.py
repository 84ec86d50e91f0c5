"""From the path that the user gave to the folder that may be replaced, or a diagnostic why not."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from sdkwright.text.diagnostic import Report


def locate(target: Path, inputs: Iterable[Path], report: Report) -> Path | None:
    """`target` as an absolute path whose parents are resolved; None, and a diagnostic, where it must not be replaced."""
    place = _absolute(target)
    if place.is_symlink():
        report.error(
            "target-symlink",
            f"the target {target} is a symbolic link",
            None,
            "Give the folder itself: sdkwright replaces the target as a whole and never writes through a link.",
        )
        return None
    reason = _danger(place, inputs)
    if reason is not None:
        report.error(
            "target-unsafe",
            f"the target {target} {reason}",
            None,
            "Give a folder of its own, for example generated/my_sdk: sdkwright replaces the target as a whole.",
        )
        return None
    return place


def _absolute(target: Path) -> Path:
    # Only the parents are resolved: whether the target itself is a link is for the caller to see.
    if target.name in {"", ".."}:
        return Path(os.path.realpath(target))
    return Path(os.path.realpath(target.parent)) / target.name


def _danger(place: Path, inputs: Iterable[Path]) -> str | None:
    if place == place.parent:
        return "is the root of the file system"
    if not os.path.lexists(place):
        return None
    for path, name in _precious(inputs):
        if any(_same_folder(place, above) for above in (path, *path.parents)):
            return f"is or contains {name}"
    return "contains a .git" if os.path.lexists(place / ".git") else None


def _precious(inputs: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    try:
        yield Path(os.path.realpath(Path.home())), "your home folder"
    except RuntimeError:  # no home folder is known
        pass
    yield Path(os.path.realpath(Path.cwd())), "the current folder"
    for path in inputs:
        yield Path(os.path.realpath(path)), f"the input {path}"


def _same_folder(one: Path, other: Path) -> bool:
    # By inode: a file system that ignores case gives one folder many spellings.
    try:
        left, right = os.lstat(one), os.lstat(other)
    except OSError:
        return one == other
    return stat.S_ISDIR(left.st_mode) and os.path.samestat(left, right)
