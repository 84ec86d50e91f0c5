"""Whole results kept between runs: an API is made again only if something that it follows from has changed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cache as once
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct, convert
from msgspec.structs import asdict

from .config import ApiConfig
from .render.cache import Cache, digest
from .render.fingerprint import own_digest
from .render.releases import release_of
from .text.diagnostic import Diagnostic, Report

if TYPE_CHECKING:
    from .spec.document import Document


class Counts(Struct, frozen=True):
    """How much an API holds."""

    operations: int
    models: int


class Result(Struct, frozen=True):
    """What was made of an API: its finished files and how much it holds."""

    files: Mapping[PurePosixPath, str]
    counts: Counts


class Reusable(Struct, frozen=True):
    """What a result follows from as far as it is known before the specification is read. `folder` holds its files."""

    key: str
    folder: Path

    @classmethod
    def of(cls, api: ApiConfig, settings: tuple[str, ...], lock: str | None) -> Reusable:
        """The key of an API: the tool, the configuration (`settings` are the package's), the name lock, the entry file."""
        entry = _sum(api.spec) or ""
        # The path belongs to it, for diagnostics that are kept name it.
        parts = (
            str(api.spec),
            api.name,
            api.client or "",
            str(api.root or ""),
            api.idempotency_header or "",
            lock or "",
            entry,
            *_shelf(api),
            *settings,
            *api.allow,
        )
        return cls(digest("api", tool(), *parts), api.spec.parent)


@once
def tool() -> str:
    """The digest of the tool itself: its code, its templates and the libraries that print."""
    from .render.environment import templates_folder

    libraries = [
        f"{name} {release_of(name)}" for name in ("black", "datamodel-code-generator", "jinja2")
    ]
    return digest(own_digest(templates_folder()), *libraries)


def recall(reusable: Reusable, cache: Cache, report: Report) -> Result | None:
    """What is kept under a key, with the warnings that came with it; None where any file behind it has changed."""
    known = cache.get_with_texts(reusable.key)
    if known is None:
        return None
    data, texts = known
    if any(_sum(reusable.folder / path) != sum_ for path, sum_ in data["read"].items()):
        return None
    report.sources.paths |= {
        name: str(reusable.folder / path) for name, path in data["paths"].items()
    }
    said = convert(data["diagnostics"], list[Diagnostic])
    for found, pointer in zip(said, data["pointers"], strict=True):
        report.add(found)
        if found.span is not None and pointer is not None:
            report.sources.pointers[found.span] = pointer
    files = {PurePosixPath(path): text for path, text in texts.items()}
    return Result(files, Counts(**data["counts"]))


def remember(
    keys: Sequence[Reusable],
    document: Document,
    result: Result,
    report: Report,
    cache: Cache,
) -> None:
    """Keep a result that came without errors, under each of `keys`, which are of one API."""
    folder = keys[0].folder
    data = {
        "read": {path: _sum(folder / path) for path in document.behind},
        "paths": {
            name: os.path.relpath(path, folder) for name, path in report.sources.paths.items()
        },
        "counts": asdict(result.counts),
        "diagnostics": report.found,
        "pointers": [
            None if one.span is None else report.sources.pointer(one.span) for one in report.found
        ],
    }
    texts = {str(path): text for path, text in result.files.items()}
    cache.put_with_texts(data, texts, *(reusable.key for reusable in keys))


def recall_text(cache: Cache, *parts: str) -> str | None:
    """A single text kept under `parts`."""
    text = cache.get(digest("text", tool(), *parts))
    return None if text is None else text.decode()


def remember_text(cache: Cache, text: str, *parts: str) -> None:
    """Keep a single text under `parts`."""
    cache.put(digest("text", tool(), *parts), text.encode())


def _shelf(api: ApiConfig) -> tuple[str, ...]:
    """What decides which URLs may be followed, and to what."""
    shelf = api.shelf
    return () if shelf is None else (str(shelf.allow), _sum(shelf.lock) or "")


def _sum(path: Path) -> str | None:
    # Only plain files: a pipe would wait for ever, and the loader says what is wrong with it.
    try:
        return sha256(path.read_bytes()).hexdigest() if path.is_file() else None
    except OSError:
        return None
