"""From the old tree and the new files to a complete new tree in a folder of its own."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from .disk import present, sync, write_file


def stage(
    tree: Path,
    old: Path,
    written: Mapping[PurePosixPath, bytes],
    dropped: Collection[PurePosixPath],
) -> None:
    """Make `tree`: what is in `old` except `dropped`, and the files of `written`; all of it is safely on the disk."""
    tree.mkdir()
    if present(old):
        _copy_mode(old, tree)
        _carry(old, tree, frozenset(dropped) | written.keys())
    for path in written:
        _make_folders(tree, path.parent, old)
    for path, content in written.items():
        write_file(tree / path, content)
    # All are written before the first is waited for, and all are waited for at once: disks write many files together.
    # Imported where something is written: most commands write nothing, and it brings the module for logs along.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(_WAITING) as pool:
        each = [
            pool.submit(sync, place) for place in (*(tree / p for p in written), *_folders(tree))
        ]
    for one in each:
        one.result()


_WAITING = 16


def _carry(old: Path, tree: Path, left: Collection[PurePosixPath]) -> None:
    """Bring over what stays as it is, whoever wrote it."""
    # As texts: a large API has a thousand files.
    left_names = frozenset(map(str, left))
    pending = [""]
    while pending:
        folder = pending.pop()
        entries = _entries(old / folder)
        is_cache, is_made = f"/{folder}".endswith("/__pycache__/"), False
        if not entries and not is_cache:
            # An empty folder is somebody's; one that only our files kept alive is not.
            _make_folders(tree, PurePosixPath(folder), old)
        for entry in entries:
            name = f"{folder}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _refuse_mount(Path(entry.path))
                pending.append(f"{name}/")
            elif name not in left_names and not (is_cache and _is_bytecode(entry.name)):
                if not is_made:
                    _make_folders(tree, PurePosixPath(folder), old)
                    is_made = True
                _bring(entry.path, f"{tree}/{name}")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted(entries, key=lambda entry: entry.name)


def _is_bytecode(name: str) -> bool:
    # Its source may be gone or changed. The interpreter writes it as x.pyc.1234 and then renames it.
    return "pyc" in name.split(".")[1:]


def _bring(source: str, link: str) -> None:
    """Make `link` the same file as `source`: no bytes, times or rights can be lost that way; a copy where it must be."""
    try:
        os.link(source, link, follow_symlinks=False)
    except (OSError, NotImplementedError):
        _copy(source, link)


def _copy(source: str, copy: str) -> None:
    mode = os.lstat(source).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISLNK(mode):
        raise OSError(errno.ENOTSUP, "a pipe, socket or device cannot be kept", source)
    shutil.copy2(source, copy, follow_symlinks=False)
    if stat.S_ISREG(mode):
        sync(Path(copy))


def _refuse_mount(folder: Path) -> None:
    if os.path.ismount(folder):
        raise OSError(errno.EXDEV, "another file system is mounted here", os.fspath(folder))


def _make_folders(tree: Path, folder: PurePosixPath, old: Path) -> None:
    """Make `folder` and those above it, with the modes that they had."""
    for part in [*reversed(folder.parents), folder][1:]:
        if present(tree / part):
            continue
        (tree / part).mkdir()
        if present(old / part) and stat.S_ISDIR(os.lstat(old / part).st_mode):
            _copy_mode(old / part, tree / part)


def _copy_mode(old: Path, new: Path) -> None:
    # The owner keeps his rights in any case: without them the folder could not be filled.
    new.chmod(stat.S_IMODE(os.lstat(old).st_mode) | 0o700)


def _folders(tree: Path) -> Iterator[Path]:
    yield tree
    for entry in _entries(tree):
        if entry.is_dir(follow_symlinks=False):
            yield from _folders(Path(entry.path))
