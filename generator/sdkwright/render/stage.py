"""From the old tree and the new files to a complete new tree in a folder of its own."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


def stage(
    tree: Path,
    old: Path,
    written: Mapping[PurePosixPath, bytes],
    dropped: Collection[PurePosixPath],
) -> None:
    """Make `tree`: what is in `old` except `dropped`, and the files of `written`, all of it safely on the disk."""
    tree.mkdir()
    if old.exists():
        _copy_mode(old, tree)
        _carry(old, tree, frozenset(dropped) | written.keys())
    for path, content in written.items():
        _make_folders(tree, path.parent, old)
        write_file(tree / path, content)
    for folder in [tree, *_folders_below(tree)]:
        sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk."""
    if os.name == "nt":  # folders cannot be opened there
        return
    with _naming(folder):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _carry(old: Path, tree: Path, left: Collection[PurePosixPath]) -> None:
    """Bring over what stays as it is, whoever wrote it: the same files, not copies of them, where that is possible."""
    pending = [PurePosixPath()]
    while pending:
        folder = pending.pop()
        entries = sorted(os.scandir(old / folder), key=lambda entry: entry.name)
        if not entries:  # an empty folder is somebody's; one that only our files kept alive is not
            _make_folders(tree, folder, old)
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                _refuse_mount(Path(entry.path))
                pending.append(path)
            elif path not in left and not _is_bytecode(path):
                _make_folders(tree, folder, old)
                _link(Path(entry.path), tree / path)


def _is_bytecode(path: PurePosixPath) -> bool:
    # Its source may be gone or changed. The interpreter writes it again, under a name that it then changes: x.pyc.1234.
    return path.parent.name == "__pycache__" and ".pyc" in path.suffixes


def _link(source: Path, link: Path) -> None:
    try:
        os.link(source, link, follow_symlinks=False)
        return
    except (OSError, NotImplementedError):
        mode = os.lstat(source).st_mode
        # Not every file system has hard links, and not every file may be linked. A pipe or device cannot be copied.
        if not stat.S_ISREG(mode) and not stat.S_ISLNK(mode):
            raise
    shutil.copy2(source, link, follow_symlinks=False)
    if stat.S_ISREG(mode):
        with open(link, "rb+") as stream, _naming(link):
            os.fsync(stream.fileno())


def _refuse_mount(folder: Path) -> None:
    if os.path.ismount(folder):
        raise OSError(None, "another file system is mounted here", os.fspath(folder))


def _make_folders(tree: Path, folder: PurePosixPath, old: Path) -> None:
    """Make `folder` and those above it, with the modes that they had."""
    for part in [*reversed(folder.parents), folder][1:]:
        try:
            (tree / part).mkdir()
        except FileExistsError:
            continue
        if (old / part).is_dir() and not (old / part).is_symlink():
            _copy_mode(old / part, tree / part)


def _copy_mode(old: Path, new: Path) -> None:
    # The owner keeps his rights in any case: without them the folder could not be filled.
    new.chmod(stat.S_IMODE(old.stat().st_mode) | 0o700)


def write_file(file: Path, content: bytes) -> None:
    """Make `file`, which must not exist, and wait until its content is on the disk."""
    with _naming(file):
        handle = os.open(file, _CREATE, 0o666)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())


def _folders_below(tree: Path) -> Iterator[Path]:
    for folder, names, _ in os.walk(tree):
        for name in names:
            path = Path(folder, name)
            if not path.is_symlink():
                yield path


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Give an error that knows only a file's number the file's name."""
    try:
        yield
    except OSError as fault:
        if fault.filename is None:
            with suppress(AttributeError):
                fault.filename = os.fspath(path)
        raise
