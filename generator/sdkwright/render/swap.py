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
from pathlib import Path

from .stage import sync_folder, write_file

_ENTRIES = frozenset({"owner", "new", "old", "trash"})


def workplaces(place: Path) -> list[Path]:
    """The folders of ours that stand beside `place`: a run is under way, or one was cut off."""
    pattern = re.compile(re.escape(f".{place.name}.sdkwright-") + r"[a-z0-9_]{8}")
    try:
        names = sorted(os.listdir(place.parent))
    except (FileNotFoundError, NotADirectoryError):
        return []
    return [
        place.with_name(name)
        for name in names
        if pattern.fullmatch(name) and _is_ours(place.with_name(name), place)
    ]


def open_workplace(place: Path) -> Path:
    """A fresh private folder beside `place`, on the same file system."""
    work = Path(tempfile.mkdtemp(prefix=f".{place.name}.sdkwright-", dir=place.parent))
    write_file(work / "owner", _owner(place))
    return work


def swap(place: Path, work: Path) -> None:
    """Put `work/new` at `place`, and what stood there at `work/trash`; back to the old tree where that fails."""
    sync_folder(work)
    try:
        if os.path.lexists(place):
            os.rename(place, work / "old")
        os.rename(work / "new", place)
    except BaseException:
        _put_back(place, work)
        raise


def close_workplace(work: Path) -> None:
    """Delete the folder and what is left in it. The old tree is renamed first, so that `old` is always complete."""
    if os.path.lexists(work / "old"):
        os.rename(work / "old", work / "trash")
    for name in ("new", "trash"):
        if os.path.lexists(work / name):
            shutil.rmtree(work / name)
    with suppress(FileNotFoundError):
        os.unlink(work / "owner")
    with suppress(FileNotFoundError):
        os.rmdir(work)


def repair(place: Path) -> list[Path]:
    """Undo or finish what runs that were cut off left beside `place`; the caller holds the lock.

    Returns the folders that were left alone, because they hold the only copy of an old tree in whose place somebody put
    another one.
    """
    kept: list[Path] = []
    for work in workplaces(place):
        old, new = os.path.lexists(work / "old"), os.path.lexists(work / "new")
        _put_back(place, work)
        if old and new and os.path.lexists(work / "old"):
            kept.append(work)
        else:
            close_workplace(work)
    return kept


def _put_back(place: Path, work: Path) -> None:
    if os.path.lexists(work / "old") and not os.path.lexists(place):
        os.rename(work / "old", place)
        sync_folder(place.parent)


def _owner(place: Path) -> bytes:
    return f"sdkwright is publishing {place.name} here. Its next run cleans up what a crash leaves.\n".encode()


def _is_ours(work: Path, place: Path) -> bool:
    """Whether we made `work`: it says so, or is all but empty because we were cut off before it could."""
    try:
        if not stat.S_ISDIR(os.lstat(work).st_mode):
            return False
        entries = set(os.listdir(work))
        if not entries <= _ENTRIES:
            return False
        return not entries or _says_so(work / "owner", place, complete=entries != {"owner"})
    except OSError:
        return False


def _says_so(owner: Path, place: Path, complete: bool) -> bool:
    if not stat.S_ISREG(os.lstat(owner).st_mode):
        return False
    said = owner.read_bytes()
    return said == _owner(place) or (not complete and _owner(place).startswith(said))
