"""`sdkwright fetch`: the texts that specifications refer to by URL, fetched, pinned by hash and kept beside the lock."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from .config import Config
from .spec.document import load_document
from .spec.reference import Refused
from .spec.remote import (
    FOLDER,
    LOCK,
    LOCK_UNREADABLE,
    Lock,
    Shelf,
    Text,
    is_allowed,
    kept,
    read_lock,
    refused,
)
from .text.diagnostic import Report
from .web import ForbiddenError, Limits, UnreachableError, get

_MOST = 500


class Mode(Enum):
    """What to ask of the network: what is not here; everything, to pin what comes; everything, to compare."""

    MISSING = "missing"
    UPDATE = "update"
    CHECK = "check"


class Fetched(Struct, frozen=True):
    """What came of a run: the hash of each text by URL, and which of them are new, have changed, or are gone."""

    texts: Mapping[str, str]
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class _Fetcher(Struct):
    """Gives the texts of URLs to the reader of documents: kept ones where they will do, else from the network."""

    shelf: Shelf
    lock: Lock
    mode: Mode
    limits: Limits
    texts: dict[str, bytes] = field(default_factory=dict[str, bytes])
    moved: dict[str, str] = field(default_factory=dict[str, str])

    def __call__(self, url: str) -> Text | Refused:
        if not is_allowed(url, self.shelf, self.lock):
            return refused(url)
        at = self.moved.get(url, url)
        if at not in self.texts:
            found = self._kept(url) or self._asked(url)
            if isinstance(found, Refused):
                return found
            at, data = found
            self.texts[at] = data
        if at != url:
            self.moved[url] = at
        return Text(at, self.texts[at], self.shelf.text(at), f"{self.shelf.label}{at}")

    def keep(self) -> None:
        """Take over what nobody asked for."""
        for url in self.lock.texts.keys() - self.texts.keys():
            found = kept(url, self.shelf, self.lock)
            if isinstance(found, Text):
                self.texts[url] = found.data
        self.moved = {**self.lock.moved, **self.moved}

    def _kept(self, url: str) -> tuple[str, bytes] | None:
        at = self.lock.moved.get(url, url)
        if self.mode is not Mode.MISSING or not is_allowed(at, self.shelf, self.lock):
            return None
        found = kept(at, self.shelf, self.lock)
        return None if isinstance(found, Refused) else (at, found.data)

    def _asked(self, url: str) -> tuple[str, bytes] | Refused:
        if len(self.texts) >= _MOST:
            return Refused("remote-refused", f"is one of more than {_MOST}", "keep copies instead")
        try:
            at, data = get(url, self.limits)
        except ForbiddenError as fault:
            return Refused("remote-refused", str(fault), _REFUSED_HINT)
        except UnreachableError as fault:
            hint = "try the URL by hand; texts that were fetched before stay as they are"
            return Refused("remote-unreachable", str(fault), hint)
        pinned = self.lock.texts.get(at)
        if self.mode is not Mode.UPDATE and pinned not in (None, sha256(data).hexdigest()):
            return Refused("remote-changed", _CHANGED, _CHANGED_HINT)
        if at in self.texts and self.texts[at] != data:
            return Refused("remote-changed", _CHANGED, _CHANGED_HINT)
        return at, data


_REFUSED_HINT = (
    "allow the URL that it is redirected to, if you trust it; hosts of private networks need `private = true` under "
    "`[remote]`, or their address written out in `allow`"
)
_CHANGED = f"has another text now than `{LOCK}` pins"
_CHANGED_HINT = "ask its owner whether that is meant; then `sdkwright fetch --update` pins the new text, and `git diff` shows what changed"


def fetch(config: Config, report: Report, mode: Mode = Mode.MISSING) -> Fetched | None:
    """Fetch what the specifications of a configuration refer to by URL; None after an error, and nothing is written then.

    Reports what is wrong with references: `ref-remote`, `remote-refused`, `remote-unreachable`, `remote-changed`, ….
    """
    shelf = next((api.shelf for api in config.apis if api.shelf is not None), None)
    if shelf is None:
        return Fetched({})
    lock = read_lock(shelf.lock)
    if lock is None:
        message = f"`{shelf.lock}` can't be read"
        report.error(LOCK_UNREADABLE.code, message, None, LOCK_UNREADABLE.hint)
        return None
    allow = lock.allow if shelf.allow is None else shelf.allow
    fetcher = _Fetcher(
        replace(shelf, allow=allow),
        lock,
        mode,
        Limits(lambda url: is_allowed(url, replace(shelf, allow=allow), lock), shelf.private),
    )
    for api in config.apis:
        own = Report()
        load_document(api.spec, api.root, own, fetcher)
        report.absorb(own)
    if report.failed:
        return None
    if config.single:
        # Other specifications may share the lock.
        fetcher.keep()
    fetched = _compared(lock, fetcher)
    if mode is not Mode.CHECK:
        _write(shelf, lock, fetcher, allow if config.single else ())
    return fetched


def allowing(config: Config, prefixes: Iterable[str]) -> Config:
    """The configuration of a single specification with URLs allowed on the command line, besides those that its lock allows."""
    given = tuple(prefixes)

    def wider(shelf: Shelf | None) -> Shelf | None:
        lock = None if shelf is None else read_lock(shelf.lock)
        known = lock.allow if lock is not None else ()
        return None if shelf is None else replace(shelf, allow=tuple(dict.fromkeys(known + given)))

    apis = tuple(replace(api, shelf=wider(api.shelf)) for api in config.apis)
    return replace(config, apis=apis)


def _compared(lock: Lock, fetcher: _Fetcher) -> Fetched:
    texts = {url: sha256(data).hexdigest() for url, data in sorted(fetcher.texts.items())}
    return Fetched(
        texts,
        tuple(url for url in texts if url not in lock.texts),
        tuple(url for url in texts if lock.texts.get(url, texts[url]) != texts[url]),
        tuple(url for url in sorted(lock.texts) if url not in texts),
    )


def _write(shelf: Shelf, before: Lock, fetcher: _Fetcher, allow: tuple[str, ...]) -> None:
    """Write the texts, then the lock that pins them, then take away what only the old one pinned."""
    if not fetcher.texts and not shelf.lock.is_file():
        return
    folder = shelf.folder / FOLDER
    folder.mkdir(exist_ok=True)
    # Hashes are of bytes: no checkout may turn line ends.
    _replace(folder / ".gitattributes", b"* -text linguist-vendored\n")
    for url, data in fetcher.texts.items():
        path = shelf.text(url)
        if path.is_symlink() or not path.is_file() or path.read_bytes() != data:
            _replace(path, data)
    texts = {url: sha256(data).hexdigest() for url, data in fetcher.texts.items()}
    _replace(shelf.lock, "".join(_lines(Lock(texts, fetcher.moved, allow))).encode())
    for url in before.texts.keys() - texts.keys():
        shelf.text(url).unlink(missing_ok=True)


def _lines(lock: Lock) -> Iterator[str]:
    # The texts are URLs and hashes, which JSON and TOML write alike.
    yield f"# What specifications refer to by URL, pinned by `sdkwright fetch`. Commit it with {FOLDER}/, which holds the texts.\n"
    if lock.allow:
        yield f"\nallow = {json.dumps(lock.allow)}\n"
    for url, digest in sorted(lock.texts.items()):
        yield f"\n[[text]]\nurl = {json.dumps(url)}\nsha256 = {json.dumps(digest)}\n"
    for url, target in sorted(lock.moved.items()):
        yield f"\n[[redirect]]\nurl = {json.dumps(url)}\nto = {json.dumps(target)}\n"


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(data)
    os.replace(fresh, path)
