"""Files made one by one: those that follow from the same as last time are taken from there, the others made anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TypeAlias

from msgspec import Struct

from .python.basis import Fingerprints, Read, fingerprint, watched
from .python.plan import Content, Sheet, Sheets
from .render import pages
from .render.cache import Cache
from .render.format import Formatter, told
from .render.format_worker import Answer
from .render.paths import in_order
from .shares import in_two
from .text.diagnostic import Report

_Made: TypeAlias = tuple[str, str, str, str, list[Read], str]
"""Path, text, code and reason of a fault, what was read, and a digest of that: plain values, for they may come from another
process.
"""


class Piece(Struct, frozen=True):
    """A finished file with what it was planned from: what was read, and a digest of what that was."""

    text: str
    reads: tuple[Read, ...]
    digest: str


def make_files(
    sheets: Sheets, key: str, cache: Cache, report: Report, formatter: Formatter
) -> dict[PurePosixPath, str]:
    """The files of `sheets`, printed and laid out. `key` is what they are kept under: of the tool and its settings.

    The formatter is one that lays out many files at once. A file that cannot be laid out is reported and stays as it was
    printed.
    """
    known, prints = _recall(cache, key), Fingerprints(sheets.basis)
    pieces = {
        str(path): piece
        for path, sheet in sheets.by_path.items()
        if (piece := known.get(str(path))) and piece.digest == _digest(sheet, piece.reads, prints)
    }
    missing = [path for path in in_order(sheets.by_path) if str(path) not in pieces]
    files = {path: piece.text for path, piece in pieces.items()}

    def make(paths: Sequence[PurePosixPath]) -> list[_Made]:
        return _made(sheets, paths, formatter, None if cache.folder is None else prints)

    for name, text, code, reason, reads, mark in in_two(make, missing) if missing else ():
        path = PurePosixPath(name)
        files[name] = text
        if code:
            told(path, code, reason, report)
        elif cache.folder is not None:
            pieces[name] = Piece(text, tuple(reads), mark)
    if missing or pieces.keys() != known.keys():
        _remember(cache, key, pieces)
    return {path: files[str(path)] for path in in_order(sheets.by_path)}


def _made(
    sheets: Sheets,
    paths: Sequence[PurePosixPath],
    formatter: Formatter,
    prints: Fingerprints | None,
) -> list[_Made]:
    """The files at `paths`; with `prints` it is noted what each follows from."""
    plan: dict[PurePosixPath, Content] = {}
    reads: dict[PurePosixPath, set[Read]] = {path: set() for path in paths}
    for path in paths:
        basis = watched(sheets.basis, reads[path]) if prints else sheets.basis
        plan[path] = sheets.by_path[path](basis)
    printed = pages.print_plan(plan, "native")
    code = [path for path in paths if path.suffix == ".py"]
    answers = dict(zip(code, formatter.laid_out([printed[path] for path in code]), strict=True))
    made: list[_Made] = []
    for path in paths:
        answer = answers.get(path) or Answer(code="", reason="", text=printed[path])
        text = printed[path] if answer["code"] else answer["text"]
        read = sorted(reads[path])
        mark = _digest(sheets.by_path[path], read, prints) if prints else ""
        made.append((str(path), text, answer["code"], answer["reason"], read, mark))
    return made


def _digest(sheet: Sheet, reads: Iterable[Read], prints: Fingerprints) -> str:
    return sha256(b"".join([fingerprint(sheet), *map(prints.of, reads)])).hexdigest()


def _recall(cache: Cache, key: str) -> Mapping[str, Piece]:
    found = cache.get_with_texts(key)
    if found is None:
        return {}
    data, texts = found
    reads: list[Read] = [(table, part) for table, part in data["reads"]]
    files: dict[str, tuple[list[int], str]] = data["files"]
    return {
        path: Piece(texts[path], tuple(reads[at] for at in places), digest)
        for path, (places, digest) in files.items()
    }


def _remember(cache: Cache, key: str, pieces: Mapping[str, Piece]) -> None:
    """Keep all pieces in one entry: a large API has a thousand, which look at the same parts again and again."""
    places: dict[Read, int] = {}
    files = {
        path: ([places.setdefault(read, len(places)) for read in piece.reads], piece.digest)
        for path, piece in pieces.items()
    }
    texts = {path: piece.text for path, piece in pieces.items()}
    cache.put_with_texts({"reads": list(places), "files": files}, texts, key)
