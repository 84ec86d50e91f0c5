"""Results by the digest of everything they follow from, kept on disk between runs."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from time import time
from typing import Any, Generic, TypeAlias, TypeVar
from zlib import compress, decompress

from msgspec import Struct, field, json

_FORMAT = "v4"
_LARGE = 1024 * 1024
_LAYER = 1 / 4
_SHARDS = 16
_LIMIT = 256 * 1024 * 1024
_PUTS_BETWEEN_SWEEPS = 64
_SECONDS_BETWEEN_TOUCHES = 3600
_HEX = frozenset("0123456789abcdef")
_MARK = hashlib.sha256().digest_size
_SIZE = 8
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def digest(*parts: bytes | str) -> str:
    """The SHA-256 of `parts`, where ("ab", "c"), ("a", "bc") and (b"ab", "c") all differ."""
    sha = hashlib.sha256()
    for part in parts:
        data, kind = (
            (part.encode("utf-8", "surrogatepass"), b"s") if isinstance(part, str) else (part, b"b")
        )
        sha.update(b"%s%d:" % (kind, len(data)))
        sha.update(data)
    return sha.hexdigest()


class _Base(Struct, frozen=True):
    """Texts that are kept by themselves, under `key`, as what others are told by."""

    key: str
    texts: Mapping[str, str]


class _Entry(Struct):
    """A value and texts: those of a base, of which some are other ones or gone."""

    base: str | None
    own: Mapping[str, str]
    gone: list[str]
    value: Any


T = TypeVar("T")

_Found: TypeAlias = tuple[_Entry, _Base | None]


class Ahead(Thread, Generic[T]):
    """Reads entries beside what else is done: neither the disk nor unpacking needs the interpreter."""

    def __init__(self, read: Callable[[], T | None]) -> None:
        super().__init__()
        self._read = read
        self._found: T | None = None
        self.start()

    def run(self) -> None:
        """Read; called by the thread itself."""
        self._found = self._read()

    def found(self) -> T | None:
        """What was read, once it is."""
        self.join()
        return self._found


class Cache(Struct):
    """A store of bytes under digests. It may forget anything at any time; it never gives back what was not put.

    `folder` is None where there is nowhere to keep anything: then every read is a miss.
    """

    folder: Path | None
    limit: int = _LIMIT
    _puts: dict[str, int] = field(default_factory=dict[str, int])
    _writing: list[Thread] = field(default_factory=list[Thread])
    _reading: dict[str, Ahead[_Found]] = field(default_factory=dict[str, Ahead[_Found]])
    _base: _Base | None = None

    def get(self, key: str) -> bytes | None:
        """What was put under `key`; None where that is not known, or no longer what it was."""
        self.settle()
        return self._get(key)

    def _get(self, key: str) -> bytes | None:
        entry = self._entry(key)
        if entry is None:
            return None
        try:
            handle = os.open(entry, os.O_RDONLY | _NO_FOLLOW)
            with os.fdopen(handle, "rb") as stream:
                content = stream.read()
                _touch(entry, os.fstat(stream.fileno()).st_mtime)
        except OSError:
            return None
        mark, payload = content[:_MARK], content[_MARK:]
        if mark != _mark(key, payload):
            return None
        # With its size known, it is unpacked to where it stays.
        size = int.from_bytes(payload[:_SIZE])
        return decompress(memoryview(payload)[_SIZE:], bufsize=max(size, 1))

    def begin(self, key: str) -> Ahead[bytes] | None:
        """Begin to read what an earlier run has put under `key`; None where there is nothing."""
        entry = self._entry(key)
        return Ahead(partial(self._get, key)) if entry is not None and entry.exists() else None

    def put(self, key: str, payload: bytes) -> None:
        """Keep `payload` under `key`, as long as there is room."""
        if self.folder is not None:
            self._put(payload, key)

    def put_later(self, key: str, make: Callable[[], bytes | None]) -> None:
        """Keep what `make` gives, which is made while the disk is waited for; nothing where it gives None."""

        def put() -> None:
            payload = make()
            if payload is not None:
                self._pack(payload, key)

        if self.folder is not None:
            self._begin(put)

    def settle(self) -> None:
        """Wait until all that was put is kept. The end of the process waits for it in any case."""
        while self._writing:
            self._writing.pop().join()

    def _put(self, payload: bytes, *keys: str) -> None:
        if len(payload) < _LARGE:
            self._pack(payload, *keys)
            return
        # Packing needs nothing of the interpreter, which goes on meanwhile.
        self._begin(partial(self._pack, payload, *keys))

    def _begin(self, work: Callable[[], None]) -> None:
        thread = Thread(target=work)
        thread.start()
        self._writing.append(thread)

    def _pack(self, payload: bytes, *keys: str) -> None:
        # Generated code packs to a tenth, which is sooner written and read.
        packed = len(payload).to_bytes(_SIZE) + compress(payload, 1)
        for key in keys:
            self._write(key, packed)

    def _write(self, key: str, payload: bytes) -> None:
        entry = self._entry(key)
        if entry is None or len(payload) + _MARK > self.limit // _SHARDS:
            return
        try:
            entry.parent.mkdir(mode=0o700, exist_ok=True)
            _replace(entry, _mark(key, payload) + payload)
        except OSError:
            return
        puts = self._puts.get(entry.parent.name, 0)
        self._puts[entry.parent.name] = puts + 1
        if puts % _PUTS_BETWEEN_SWEEPS == 0:
            with suppress(OSError):
                _sweep(entry.parent, self.limit // _SHARDS)

    def get_value(self, key: str) -> Any:
        """What `put_value` has kept under `key`, with lists for tuples; None where that is not known."""
        entry = self.get(key)
        return None if entry is None else json.decode(entry)

    def put_value(self, value: object, *keys: str) -> None:
        """Keep a value that JSON has a form for under each of `keys`. One with half a character of UTF-16 is not kept."""
        if self.folder is None:
            return
        with suppress(UnicodeEncodeError):
            self._put(json.encode(value), *keys)

    def ahead(self, key: str) -> None:
        """Begin to read a value with texts that is kept under `key`, and will be asked for once."""
        if self.folder is not None:
            self._reading[key] = Ahead(partial(self._with_texts, key))

    def get_with_texts(self, key: str) -> tuple[Any, dict[str, str]] | None:
        """The value and the texts that `put_with_texts` has kept under `key`; None where they are not known."""
        reading = self._reading.pop(key, None)
        if reading is not None:
            found = reading.found()
        else:
            self.settle()
            found = self._with_texts(key)
        if found is None:
            return None
        entry, base = found
        if base is None:
            return entry.value, dict(entry.own)
        self._base = base
        texts = {**base.texts, **entry.own}
        for name in entry.gone:
            del texts[name]
        return entry.value, texts

    def put_with_texts(self, value: object, texts: Mapping[str, str], *keys: str) -> None:
        """Keep a value, as `put_value` does, together with texts by name.

        Many texts are kept by what differs from those that were read or kept before: a large package, of which one file
        has changed, is not written, nor read, once more for each of its states.
        """
        if self.folder is None:
            return
        with suppress(UnicodeEncodeError):
            self._put(json.encode(self._told(value, texts)), *keys)

    def _told(self, value: object, texts: Mapping[str, str]) -> _Entry:
        length = _length(texts)
        if length < _LARGE:
            return _Entry(None, texts, [], value)
        known: Mapping[str, str] = self._base.texts if self._base else {}
        own = {name: text for name, text in texts.items() if known.get(name) != text}
        if self._base is None or _length(own) > length * _LAYER:
            payload = _laid_end_to_end(texts)
            self._base, own = _Base(digest("texts", payload), texts), {}
            self._put(payload, self._base.key)
        gone = [name for name in self._base.texts if name not in texts]
        return _Entry(self._base.key, own, gone, value)

    def _with_texts(self, key: str) -> _Found | None:
        content = self._get(key)
        if content is None:
            return None
        entry = json.decode(content, type=_Entry)
        if entry.base is None:
            return entry, None
        texts = self._get(entry.base)
        return None if texts is None else (entry, _Base(entry.base, _taken_apart(texts)))

    def _entry(self, key: str) -> Path | None:
        if len(key) != 64 or not _HEX.issuperset(key):
            raise AssertionError(f"not a digest: {key!r}")
        return self.folder / key[0] / key[1:] if self.folder else None


def _laid_end_to_end(texts: Mapping[str, str]) -> bytes:
    """Texts as their lengths and one text after the other, which is sooner read than JSON."""
    encoded = {name: text.encode() for name, text in texts.items()}
    lengths = json.encode({name: len(text) for name, text in encoded.items()})
    return b"\n".join((lengths, b"".join(encoded.values())))


def _taken_apart(payload: bytes) -> dict[str, str]:
    at = payload.index(b"\n") + 1
    lengths = json.decode(payload[: at - 1], type=dict[str, int])
    texts: dict[str, str] = {}
    for name, length in lengths.items():
        texts[name] = payload[at : at + length].decode()
        at += length
    return texts


def _length(texts: Mapping[str, str]) -> int:
    return sum(map(len, texts.values()))


def open_cache(environ: Mapping[str, str]) -> Cache:
    """The user's cache: SDKWRIGHT_CACHE, else XDG_CACHE_HOME/sdkwright, else ~/.cache/sdkwright; `off` for none."""
    root = _root(environ)
    if root is None:
        return Cache(None)
    folder = root / _FORMAT
    try:
        # One by one: `parents` makes what is above with the mode that the umask gives.
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        return Cache(folder if _is_private(root) and _is_private(folder) else None)
    except OSError:
        return Cache(None)


def _root(environ: Mapping[str, str]) -> Path | None:
    if own := environ.get("SDKWRIGHT_CACHE"):
        return None if own == "off" else Path(own).absolute()
    shared = Path(environ.get("XDG_CACHE_HOME", ""))
    if shared.is_absolute():  # the XDG specification: a relative path is to be ignored
        return shared / "sdkwright"
    try:
        return Path.home() / ".cache" / "sdkwright"
    except RuntimeError:
        return None


def _is_private(folder: Path) -> bool:
    """Whether nobody else can plant results in `folder`: what is cached ends up in generated code."""
    found = os.lstat(folder)
    if not stat.S_ISDIR(found.st_mode):
        return False
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def _mark(key: str, payload: bytes) -> bytes:
    # The key is in it, so that an entry under another's name is a miss too.
    return hashlib.sha256(key.encode() + payload).digest()


def _touch(entry: Path, modified: float) -> None:
    """Note that `entry` is in use; seldom, because a read should not cost a write."""
    if time() - modified > _SECONDS_BETWEEN_TOUCHES:
        with suppress(OSError):
            os.utime(entry)


def _replace(entry: Path, content: bytes) -> None:
    fresh = entry.with_name(f"{entry.name}.{os.urandom(8).hex()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_FOLLOW, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        os.replace(fresh, entry)
    except BaseException:
        with suppress(OSError):
            os.unlink(fresh)
        raise


def _sweep(shard: Path, limit: int) -> None:
    """Delete the entries used longest ago until `shard` is well below `limit`."""
    found = [(entry.stat(follow_symlinks=False), entry.path) for entry in os.scandir(shard)]
    total = sum(about.st_size for about, _ in found)
    if total <= limit:
        return
    for about, path in sorted(found, key=lambda pair: pair[0].st_mtime):
        with suppress(OSError):
            os.unlink(path)
        total -= about.st_size
        if total <= limit * 3 // 4:
            return
