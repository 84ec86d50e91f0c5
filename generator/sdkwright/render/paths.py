"""From rendered files to checked bytes: what every other step of writing and comparing relies on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from operator import attrgetter
from pathlib import PurePosixPath

_FORBIDDEN = frozenset('<>:"|?*\\')
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{digit}" for device in ("com", "lpt") for digit in "0123456789¹²³"]
)


def contents(files: Mapping[PurePosixPath, str]) -> dict[PurePosixPath, bytes]:
    """The files as they stand on disk, in the order of their paths.

    No files at all is an error, so that an ignored input never looks like "nothing to do". Names were settled before
    rendering, so a bad one is a fault of this program and not of a spec.
    """
    if not files:
        raise ValueError("no files were rendered: there is nothing to compare or publish")
    faults = sorted(path_faults(files))
    if faults:
        raise AssertionError("paths were not settled: " + "; ".join(faults))
    return {path: _encoded(path, files[path]) for path in in_order(files)}


def in_order(paths: Iterable[PurePosixPath]) -> list[PurePosixPath]:
    """`paths` in their usual order, which comes sooner by their parts: a large API has a thousand, sorted several times."""
    return sorted(paths, key=attrgetter("parts"))


def path_faults(paths: Iterable[PurePosixPath]) -> tuple[str, ...]:
    """What makes `paths` unfit to be written side by side on Linux, macOS and Windows; empty when all are fit."""
    return _faults(tuple(map(str, in_order(paths))))


# The files to be written are mostly those that were written last time, of which the same is asked.
@lru_cache(maxsize=2)
def _faults(names: tuple[str, ...]) -> tuple[str, ...]:
    faults: list[str] = []
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    walked: set[str] = set()
    for name in names:
        faults.extend(f"{name}: {fault}" for fault in _faults_of(name))
        rival = seen.setdefault(_folded(name), name)
        if rival is not name:
            faults.append(f"{name}: the same file as {rival} where case does not count")
        # A large API has a thousand files in three folders.
        folder = name.rpartition("/")[0]
        while folder and folder not in walked:
            walked.add(folder)
            other = folders.setdefault(_folded(folder), folder)
            if other != folder:
                faults.append(
                    f"{name}: {folder} is the same folder as {other} where case does not count"
                )
            folder = folder.rpartition("/")[0]
    faults.extend(
        f"{seen[name]}: both a file and a folder" for name in sorted(seen.keys() & folders.keys())
    )
    return tuple(faults)


def _folded(name: str) -> str:
    """`name` as a file system sees it that knows neither case nor Unicode forms."""
    return unicodedata.normalize("NFC", name).casefold()


def _faults_of(name: str) -> list[str]:
    if name.startswith("/"):
        return ["absolute"]
    if name == ".":
        return ["empty"]
    return [fault for part in name.split("/") if (fault := _fault_of_part(part))]


@cache
def _fault_of_part(part: str) -> str | None:
    if part in {".", ".."}:
        return f"contains {part!r}"
    if part.casefold() == ".git":
        return "inside .git"
    if any(ch in _FORBIDDEN or not ch.isprintable() for ch in part):
        return f"{part!r} has a character that no portable name has"
    if part[-1] in ". ":
        return f"{part!r} ends in a dot or a space"
    if part.split(".", maxsplit=1)[0].rstrip().casefold() in _RESERVED:
        return f"{part!r} is a device on Windows"
    return None


def _encoded(path: PurePosixPath, text: str) -> bytes:
    if "\r" in text:
        raise AssertionError(f"{path}: lines end in LF, but the text holds a carriage return")
    try:
        return text.encode()
    except UnicodeEncodeError as fault:
        raise AssertionError(f"{path}: not encodable as UTF-8: {fault.reason}") from fault
