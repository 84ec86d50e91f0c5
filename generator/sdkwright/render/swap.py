"""The steps that replace one tree by another, and the repair of every state that a crash between them leaves.

.NAME.sdkwright-XXXXXXXX/   beside the target NAME, private, ours as `owner` says
    owner                   written first, deleted last
    new/                    the tree being staged; gone once it stands at the target
    old/                    the complete old tree while the swap is under way
    trash/                  the old tree once the swap is done
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path

from .disk import present, sync, write_file

_ENTRIES = frozenset({"owner", "new", "old", "trash"})


def has_workplaces(place: Path) -> bool:
    """Whether a run is under way at `place`, or one was cut off. Without the lock nothing more can be said."""
    return bool(_named_like_ours(place))


def open_workplace(place: Path) -> Path:
    """A fresh private folder beside `place`, on the same file system."""
    work = Path(tempfile.mkdtemp(prefix=f".{place.name}.sdkwright-", dir=place.parent))
    try:
        write_file(work / "owner", _owner(place))
        sync(work / "owner")
    except BaseException:
        abandon_workplace(work)
        raise
    return work


def swap(place: Path, work: Path, replaces: bool) -> None:
    """Put `work/new` at `place`, after moving what it `replaces` to `work/old`; moved back where that fails.

    Where it replaces nothing, nothing is moved away: a folder that somebody filled meanwhile makes the renaming fail.
    """
    sync(work)
    try:
        if replaces:
            os.rename(place, work / "old")
        os.rename(work / "new", place)
    except BaseException:
        _put_back(place, work)
        raise


def close_workplace(work: Path) -> None:
    """Delete the folder and what is left in it; a tree is renamed first, so that `old` is always complete."""
    if present(work / "old"):
        os.rename(work / "old", work / "trash")
    for name in ("new", "trash"):
        if present(work / name):
            shutil.rmtree(work / name)
    if os.listdir(work) == ["owner"]:
        os.unlink(work / "owner")
    os.rmdir(work)


def abandon_workplace(work: Path) -> None:
    """Delete the folder after a failure, unless it holds an old tree that could not be put back: that is for `repair`."""
    with suppress(OSError):
        if not present(work / "old"):
            close_workplace(work)


def repair(place: Path) -> list[Path]:
    """Undo or finish what runs that were cut off left beside `place`; the caller holds the lock.

    Returns the folders that were left alone, because they hold the only copy of an old tree in whose place somebody put
    another one.
    """
    kept: list[Path] = []
    for work in filter(partial(_is_ours, place), _named_like_ours(place)):
        _put_back(place, work)
        if present(work / "old") and present(work / "new"):
            kept.append(work)
        else:
            close_workplace(work)
    return kept


def _named_like_ours(place: Path) -> list[Path]:
    pattern = re.compile(re.escape(f".{place.name}.sdkwright-") + r"[a-z0-9_]{8}")
    try:
        names = sorted(os.listdir(place.parent))
    except FileNotFoundError:
        return []
    return [place.with_name(name) for name in names if pattern.fullmatch(name)]


def _put_back(place: Path, work: Path) -> None:
    if present(work / "old") and not present(place):
        os.rename(work / "old", place)
        sync(place.parent)


def _owner(place: Path) -> bytes:
    said = (
        f"sdkwright is publishing {place.name} here. Its next run cleans up what a crash leaves.\n"
    )
    return os.fsencode(said)


def _is_ours(place: Path, work: Path) -> bool:
    """Whether we made `work`: it says so, or is all but empty because we were cut off before it could."""
    if not stat.S_ISDIR(os.lstat(work).st_mode):
        return False
    entries = set(os.listdir(work))
    if not entries <= _ENTRIES:
        return False
    return not entries or _says_so(work / "owner", place, complete=entries != {"owner"})


def _says_so(owner: Path, place: Path, complete: bool) -> bool:
    if not present(owner) or not stat.S_ISREG(os.lstat(owner).st_mode):
        return False
    said = owner.read_bytes()
    return said == _owner(place) or (not complete and _owner(place).startswith(said))
