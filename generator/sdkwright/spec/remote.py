"""Texts that are kept under URLs, as `sdkwright fetch` has locked them. Nothing here touches the network."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias, cast
from urllib.parse import urlsplit

from msgspec import Struct, field

from .reference import Refused
from .url import folder_of, lies_below

LOCK = "sdkwright.lock"
"""The list of the texts, their hashes, and of redirects; a TOML file to commit."""
FOLDER = "sdkwright.remote"
"""The folder of the texts, beside the lock, to commit as well."""


class Text(Struct, frozen=True):
    """The text of a URL. `url` is where it was found in the end, `path` where it is kept, `name` what diagnostics call it."""

    url: str
    data: bytes
    path: Path
    name: str


Remote: TypeAlias = Callable[[str], Text | Refused]
"""Gives the text of a URL, or says why there is none."""


class Shelf(Struct, frozen=True):
    """Where the texts are kept: the folder that holds the lock. `label` stands before their URLs in diagnostics.

    `allow` are the URLs below which references may lead; None: those that the lock says were allowed, and all it holds.
    `private` says that they may be in private networks.
    """

    folder: Path
    allow: tuple[str, ...] | None = None
    private: bool = False
    label: str = ""

    @property
    def lock(self) -> Path:
        """The lock."""
        return self.folder / LOCK

    def text(self, url: str) -> Path:
        """Where the text of a URL is kept. One folder, names that every system takes, no two alike."""
        parts = urlsplit(url)
        stem, _, ending = parts.path.rpartition("/")[2].rpartition(".")
        ending = ending.lower() if stem and ending.lower() in ("json", "yml") else "yaml"
        plain = re.sub(r"[^a-z0-9]+", "-", f"{parts.netloc}-{stem}".lower()).strip("-")[:60]
        return self.folder / FOLDER / f"{plain}-{sha256(url.encode()).hexdigest()[:8]}.{ending}"


class Lock(Struct, frozen=True):
    """What was fetched: the hash of each text and where redirects lead, by URL; `allow` where no configuration says it."""

    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    moved: Mapping[str, str] = field(default_factory=dict[str, str])
    allow: tuple[str, ...] = ()


LOCK_UNREADABLE = Refused(
    "remote-lock-unreadable",
    f"is looked up in `{LOCK}`, which can't be read",
    f"after a merge conflict take either side and run `sdkwright fetch`; or delete it and fetch anew (the hashes of `{LOCK}` "
    "are then no longer held against what comes)",
)
_UNFETCHED = Refused(
    "ref-unfetched",
    "is allowed, but its text is not here",
    f"run `sdkwright fetch`, and commit `{LOCK}` and `{FOLDER}/`",
)
_CHANGED = Refused(
    "remote-changed",
    f"has another text in `{FOLDER}/` than `{LOCK}` pins",
    "nobody edits these files: `sdkwright fetch` puts back the text with the pinned hash",
)


def refused(url: str) -> Refused:
    """Why a URL that nobody allowed is not followed, and how to allow it."""
    return Refused(
        "ref-remote",
        "points outside this computer, and nothing is fetched",
        "copy the definition into the folder of the spec and refer to the copy; or allow it "
        f'(`allow = ["{folder_of(url)}"]` under `[remote]` in sdkwright.toml, `--allow-remote` of `fetch SPEC`) and run '
        "`sdkwright fetch`, which pins the text",
    )


def nothing(url: str) -> Text | Refused:
    """No URL is followed."""
    return refused(url)


def read_lock(path: Path) -> Lock | None:
    """The lock in the file at `path`, empty where there is no file; None where it can't be read."""
    # Hardly any run follows a URL.
    import tomllib

    try:
        data = tomllib.loads(path.read_text("utf-8"))
        texts = {entry["url"]: entry["sha256"] for entry in data.get("text", ())}
        moved = {entry["url"]: entry["to"] for entry in data.get("redirect", ())}
        allow = tuple(cast("list[str]", data.get("allow", [])))
    except FileNotFoundError:
        return Lock()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    said: list[object] = [*texts, *texts.values(), *moved, *moved.values(), *allow]
    return Lock(texts, moved, allow) if all(isinstance(one, str) for one in said) else None


def is_allowed(url: str, shelf: Shelf, lock: Lock) -> bool:
    """Whether references may lead to a URL."""
    prefixes = lock.allow if shelf.allow is None else shelf.allow
    known = shelf.allow is None and (url in lock.texts or url in lock.moved)
    return known or any(lies_below(url, prefix) for prefix in prefixes)


def locked(shelf: Shelf | None) -> Remote:
    """The texts of a shelf, each held against its hash. The lock is read when the first is asked for."""
    if shelf is None:
        return nothing
    read: list[Lock | None] = []

    def text(url: str) -> Text | Refused:
        if not read:
            read.append(read_lock(shelf.lock))
        lock = read[0]
        if lock is None:
            return LOCK_UNREADABLE
        if not is_allowed(url, shelf, lock):
            return refused(url)
        found = lock.moved.get(url, url)
        if not is_allowed(found, shelf, lock):
            return refused(found)
        return kept(found, shelf, lock)

    return text


def kept(url: str, shelf: Shelf, lock: Lock) -> Text | Refused:
    """The text of a URL as it is kept, if it is the one that was pinned."""
    path = shelf.text(url)
    if url not in lock.texts or not path.is_file():
        return _UNFETCHED
    data = path.read_bytes()
    if sha256(data).hexdigest() != lock.texts[url]:
        return _CHANGED
    return Text(url, data, path, f"{shelf.label}{url}")


def shelf_of(spec: Path, label: str = "") -> Shelf:
    """The shelf of a specification that no configuration was named for: beside it, else that of the project it lies in."""
    folder = spec.parent
    if not (folder / LOCK).is_file():
        # A link that leads to itself raises nothing here, and is told when it is read.
        real = Path(os.path.realpath(spec))
        around = (above for above in real.parents if (above / "sdkwright.toml").is_file())
        project = next(around, None)
        folder = project if project is not None and (project / LOCK).is_file() else folder
    return Shelf(folder, label=label)
