"""From a tree on disk and the files that should be there to how the two differ, without touching the tree."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath

from msgspec import Struct, field

from .manifest import NAME, Manifest, Wanted, parse, sha256, wanted_of
from .paths import in_order

_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class Tree(StrEnum):
    """Whose the folder at the target is."""

    ABSENT = "absent"
    EMPTY = "empty"
    OURS = "ours"
    BROKEN = "broken"  # our manifest is there, but no longer readable
    OTHERS = "others"


class State(StrEnum):
    """How one file differs from what it should be."""

    STALE = "stale"
    MISSING = "missing"
    EXTRA = "extra"
    HAND_EDITED = "hand-edited"
    FOREIGN = "foreign"
    LINK = "link"
    UNREADABLE = "unreadable"


class Comparison(Struct, frozen=True):
    """What stands between a tree and the files that should be in it.

    `states` names only the files that differ, in the order of their paths. `other_version` is the version that wrote the
    tree where that is another than ours. `manifest_current` is whether the manifest's text is what it would be now.
    """

    tree: Tree
    states: Mapping[PurePosixPath, State]
    unchanged: int
    other_version: str | None
    manifest_current: bool

    @property
    def clean(self) -> bool:
        """Whether publishing would write nothing."""
        return not self.states and self.manifest_current

    def of(self, *states: State) -> tuple[PurePosixPath, ...]:
        """The files in one of `states`, in the order of their paths."""
        return tuple(path for path, state in self.states.items() if state in states)


class _Kind(StrEnum):
    ABSENT = "absent"
    FILE = "file"
    LINK = "link"
    OTHER = "other"
    UNREADABLE = "unreadable"


class _Found(Struct, frozen=True):
    kind: _Kind
    content: bytes = b""


def compare(target: Path, files: Mapping[PurePosixPath, str], version: str) -> Comparison:
    """How the tree at `target` differs from `files` as sdkwright `version` would publish them."""
    return compare_contents(target, wanted_of(files, version))


def is_current(target: Path, wanted: Wanted) -> bool:
    """Whether the manifest at `target` says what it would say now; what it is about is not looked at."""
    return _same(_look(target, NAME, set()).content, wanted.text)


def compare_contents(target: Path, wanted: Wanted) -> Comparison:
    """The same for files that are already checked and encoded."""
    root = _root(target)
    hashes: Mapping[PurePosixPath, str] = root.manifest.hashes if root.manifest else {}
    states = dict(root.blocked)
    sound: set[PurePosixPath] = set()
    for path in in_order(wanted.contents.keys() | hashes.keys()):
        state = _judge(_look(target, path, sound), wanted.contents.get(path), hashes.get(path))
        if state is not None:
            states[path] = state
    return Comparison(
        tree=root.tree,
        states=states,
        unchanged=sum(path not in states for path in wanted.contents),
        other_version=_other_version(root.manifest, wanted.version),
        manifest_current=_same(root.content, wanted.text),
    )


def _other_version(manifest: Manifest | None, version: str) -> str | None:
    return manifest.version if manifest and manifest.version != version else None


class _Root(Struct, frozen=True):
    """Whose a tree is, what its manifest says and holds, and what keeps us from looking."""

    tree: Tree
    manifest: Manifest | None = None
    content: bytes = b""
    blocked: Mapping[PurePosixPath, State] = field(default_factory=dict[PurePosixPath, State])


def _root(target: Path) -> _Root:
    if _kind(target, stat.S_ISDIR) is _Kind.ABSENT:
        return _Root(Tree.ABSENT)
    found = _look(target, NAME, set())
    if found.kind is _Kind.FILE:
        manifest = parse(found.content)
        return _Root(Tree.OURS if manifest else Tree.BROKEN, manifest, found.content)
    if found.kind is not _Kind.ABSENT:
        return _Root(Tree.OTHERS, blocked={NAME: _BY_KIND[found.kind]})
    try:
        names = os.listdir(target)
    except OSError:
        return _Root(Tree.OTHERS, blocked={PurePosixPath(): State.UNREADABLE})
    return _Root(Tree.OTHERS if set(names) - {"__pycache__"} else Tree.EMPTY)


def _look(root: Path, path: PurePosixPath, sound: set[PurePosixPath]) -> _Found:
    """What stands at `path`; a link or a non-folder on the way there counts as what is found.

    `sound` are folders that were looked at already: a large API has a thousand files in three.
    """
    for folder in () if path.parent in sound else reversed(path.parents):
        kind = _kind(root / folder, stat.S_ISDIR)
        if kind is not None:
            return _Found(kind)
    sound.add(path.parent)
    place = f"{root}/{path}"
    kind = _kind(place, stat.S_ISREG)
    return _read(place) if kind is None else _Found(kind)


def _kind(path: str | Path, is_expected: Callable[[int], bool]) -> _Kind | None:
    """What stands at `path`; None where it is what is expected there."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return _Kind.ABSENT
    except OSError:
        return _Kind.UNREADABLE
    if stat.S_ISLNK(mode):
        return _Kind.LINK
    return None if is_expected(mode) else _Kind.OTHER


def _read(file: str) -> _Found:
    # O_NOFOLLOW and O_NONBLOCK: the file may have become a link or a pipe since it was looked at.
    try:
        handle = os.open(file, _READ)
        try:
            return _Found(_Kind.FILE, _all(handle))
        finally:
            os.close(handle)
    except FileNotFoundError:
        return _Found(_Kind.ABSENT)
    except OSError as fault:
        return _Found(_Kind.LINK if fault.errno == errno.ELOOP else _Kind.UNREADABLE)


def _all(handle: int) -> bytes:
    # A large API has a thousand files: a buffer for each would take longer than the reading.
    size = os.fstat(handle).st_size
    parts = [os.read(handle, size + 1)]
    while parts[-1]:
        parts.append(os.read(handle, size + 1))
    return parts[0] if len(parts) == 2 else b"".join(parts)


_BY_KIND: Mapping[_Kind, State] = {
    _Kind.ABSENT: State.MISSING,
    _Kind.LINK: State.LINK,
    _Kind.OTHER: State.FOREIGN,
    _Kind.UNREADABLE: State.UNREADABLE,
}


def _judge(found: _Found, wanted: bytes | None, recorded: str | None) -> State | None:
    """The state of one file; None where it is as it should be, or none of our business."""
    if wanted is None and found.kind in {_Kind.ABSENT, _Kind.OTHER}:
        return None
    if found.kind is not _Kind.FILE:
        return _BY_KIND[found.kind]
    if wanted is not None and _same(found.content, wanted):
        return None
    if recorded is None:
        return State.FOREIGN
    if recorded not in {sha256(found.content), sha256(_with_lf(found.content))}:
        return State.HAND_EDITED
    return State.EXTRA if wanted is None else State.STALE


def _same(content: bytes, wanted: bytes) -> bool:
    return content == wanted or _with_lf(content) == wanted


def _with_lf(content: bytes) -> bytes:
    # A checkout with core.autocrlf has CRLF in every file: that is nobody's edit.
    return content.replace(b"\r\n", b"\n")
