"""From the path that the user gave to the place that it means, and whether that may be replaced."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sdkwright.text.diagnostic import Report

from .disk import present


def absolute(target: Path) -> Path:
    """`target` with its parents resolved, but not itself: whether it is a link is a question of its own."""
    if target.name in {"", ".."}:
        return Path(os.path.realpath(target))
    return Path(os.path.realpath(target.parent)) / target.name


def refuse_target(target: Path, place: Path, inputs: Iterable[Path], report: Report) -> bool:
    """Report why `target`, which is at `place`, must not be replaced as a whole; whether there is a reason."""
    if present(place) and stat.S_ISLNK(os.lstat(place).st_mode):
        report.error(
            "target-symlink",
            f"the target {target} is a symbolic link",
            None,
            "give the folder itself: sdkwright never writes through a link",
        )
        return True
    reason = _danger(place, inputs)
    if reason is not None:
        report.error(
            "target-unsafe",
            f"the target {target} {reason}",
            None,
            "give a folder of its own, such as generated/my_sdk: sdkwright replaces it as a whole",
        )
    return reason is not None


def _danger(place: Path, inputs: Iterable[Path]) -> str | None:
    if place == place.parent:
        return "is the root of the file system"
    if not present(place):
        return None
    for path, name in _precious(inputs):
        if any(_same_folder(place, above) for above in (path, *path.parents)):
            return f"is or contains {name}"
    return "contains a .git" if present(place / ".git") else None


def _precious(inputs: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    with suppress(RuntimeError):  # no home folder is known
        yield Path(os.path.realpath(Path.home())), "your home folder"
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
