"""What a caller may send as it is, and how it is read: all of it at once, or block by block."""

import os
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Final, TypeAlias, cast

from msgspec import Struct
from pydantic import BaseModel

from .mismatch import json_type
from .texts import refused

BodyContent: TypeAlias = (
    bytes | str | os.PathLike[str] | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
)
"""Octets, a text (sent as UTF-8), the path of a file, an open file, or an iterable of blocks.

What comes from a path or an open file can be sent again, should a connection break; an iterable that is no list
can't, and is never sent twice. An awaiting client alone takes an `AsyncIterable`.
"""


class FilePart(Struct, frozen=True):
    """A file of a form, with what is told of it: `FilePart(Path("scan.bin"), "scan.png", "image/png")`.

    Without a name it is called like the file that it is read from, without a type as its name says.
    """

    content: BodyContent
    filename: str | None = None
    content_type: str | None = None
    headers: Mapping[str, str] = {}

    def __repr__(self) -> str:
        return f"FilePart(filename={self.filename!r}, content_type={self.content_type!r})"


FileContent: TypeAlias = BodyContent | FilePart
"""A file of a form: its content, or a `FilePart` that names it."""

FormData: TypeAlias = Mapping[str, object]
"""The parts of a form by their names."""

BLOCK: Final = 1 << 16


class Source(Struct, frozen=True):
    """Content that is read when it is sent. `length` is None where nobody knows it before."""

    length: int | None
    replayable: bool
    blocks: Callable[[], Iterator[bytes]] | None = None
    ablocks: Callable[[], AsyncIterator[bytes]] | None = None
    threaded: bool = False
    """Whether reading may take its time, so that an event loop should not wait for it."""


def source_of(content: object, name: str) -> bytes | Source:
    """What is sent for a content. Raises `RequestValidationError`, and `OSError` for a path that can't be read."""
    match content:
        case bytes() | bytearray() | memoryview():
            return bytes(cast("bytes", content))
        case str():
            if is_sound(content):
                return content.encode()
            raise refused(name, "text without lone surrogates", "string")
        case os.PathLike():
            path = os.fspath(cast("os.PathLike[str]", content))
            return Source(os.stat(path).st_size, True, lambda: _read_path(path), threaded=True)
        case _ if hasattr(content, "read"):
            return _open_file(cast("IO[bytes]", content))
        case AsyncIterable():
            blocks = cast("AsyncIterable[bytes]", content)
            return Source(None, False, ablocks=lambda: _abytes(blocks))
        case list() | tuple():
            return b"".join(_block(block) for block in cast("list[object]", content))
        case Iterable() if not isinstance(content, Mapping | BaseModel):
            return Source(None, False, lambda: map(_block, cast("Iterable[object]", content)))
        case _:
            expected = "octets, text, a path, an open file or an iterable"
            raise refused(name, expected, json_type(content))


def is_content(value: object) -> bool:
    """Whether a part of a form is a file by what it is: octets, a path, an open file or blocks."""
    kinds = (bytes, bytearray, memoryview, os.PathLike, FilePart, AsyncIterable, Iterator)
    return isinstance(value, kinds) or hasattr(value, "read")


def name_of(content: object) -> str | None:
    """The name of the file that a content is read from."""
    if isinstance(content, os.PathLike):
        return os.path.basename(os.fspath(cast("os.PathLike[str]", content)))
    name = getattr(content, "name", None)
    return os.path.basename(name) if isinstance(name, str) else None


def is_sound(text: str) -> bool:
    """Whether a text can be encoded."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _read_path(path: str) -> Iterator[bytes]:
    with Path(path).open("rb") as file:
        yield from _read(file)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while block := file.read(BLOCK):
        yield _block(block)


def _open_file(file: IO[bytes]) -> Source:
    """An open file from where it stands, as often as it has to be sent."""
    try:
        start = file.tell()
        length = file.seek(0, os.SEEK_END) - start
        file.seek(start)
    except (AttributeError, OSError, ValueError):
        return Source(None, False, lambda: _read(file), threaded=True)

    def again() -> Iterator[bytes]:
        file.seek(start)
        return _read(file)

    # The position in a text file is no count of octets.
    known = None if hasattr(file, "encoding") else length
    return Source(known, True, again, threaded=True)


def _block(block: object) -> bytes:
    if isinstance(block, str):
        return block.encode("utf-8")
    if isinstance(block, bytes | bytearray | memoryview):
        return bytes(cast("bytes", block))
    raise TypeError(f"a block of content is bytes, not {type(block).__name__}")


async def _abytes(blocks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    async for block in blocks:
        yield _block(block)
