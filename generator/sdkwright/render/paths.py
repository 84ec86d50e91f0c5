"""From rendered files to checked bytes: what every other step of writing and comparing relies on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
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


def path_faults(paths: Iterable[PurePosixPath]) -> list[str]:
    """What makes `paths` unfit to be written side by side on Linux, macOS and Windows; empty when all are fit."""
    faults: list[str] = []
    seen: dict[str, PurePosixPath] = {}
    folders: dict[str, PurePosixPath] = {}
    walked: set[PurePosixPath] = set()
    for path in in_order(paths):
        faults.extend(f"{path}: {fault}" for fault in _faults_of(path))
        rival = seen.setdefault(folded(path), path)
        if rival is not path:
            faults.append(f"{path}: the same file as {rival} where case does not count")
        # A large API has a thousand files in three folders.
        for parent in () if path.parent in walked else path.parents[:-1]:
            other = folders.setdefault(folded(parent), parent)
            if other != parent:
                faults.append(
                    f"{path}: {parent} is the same folder as {other} where case does not count"
                )
        walked.add(path.parent)
    faults.extend(
        f"{seen[name]}: both a file and a folder" for name in sorted(seen.keys() & folders.keys())
    )
    return faults


def folded(path: PurePosixPath) -> str:
    """`path` as a file system sees it that knows neither case nor Unicode forms."""
    return unicodedata.normalize("NFC", str(path)).casefold()


def _faults_of(path: PurePosixPath) -> list[str]:
    if path.is_absolute():
        return ["absolute"]
    if not path.parts:
        return ["empty"]
    return [fault for part in path.parts if (fault := _fault_of_part(part))]


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
