"""A body that is sent block by block."""

from collections.abc import AsyncIterator, Iterator

import httpx2

from .contents import Source


class Upload(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Pieces of a body, in order. `length` is None where it is not known before; then it is sent in chunks."""

    def __init__(self, *pieces: bytes | Source) -> None:
        self._pieces = pieces
        lengths = [len(piece) if isinstance(piece, bytes) else piece.length for piece in pieces]
        self.length = None if None in lengths else sum(filter(None, lengths))
        self.replayable = all(isinstance(piece, bytes) or piece.replayable for piece in pieces)
        self.error: Exception | None = None
        """What went wrong while the content was read; it is the caller's, and no fault of the connection."""

    def __iter__(self) -> Iterator[bytes]:
        try:
            for piece in self._pieces:
                if isinstance(piece, bytes):
                    yield piece
                elif piece.blocks is None:
                    raise TypeError("an AsyncIterable needs an awaiting client")
                else:
                    yield from piece.blocks()
        except Exception as error:
            self.error = error
            raise

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            for piece in self._pieces:
                if isinstance(piece, bytes):
                    yield piece
                elif piece.ablocks is not None:
                    async for block in piece.ablocks():
                        yield block
                elif piece.blocks is not None:
                    async for block in _read(piece.blocks(), piece.threaded):
                        yield block
        except Exception as error:
            self.error = error
            raise

    def blocks(self) -> Iterator[bytes]:
        """The blocks, for a client that takes one kind of iterable alone."""
        yield from self

    async def ablocks(self) -> AsyncIterator[bytes]:
        """As `blocks`, awaiting."""
        async for block in self:
            yield block

    def __repr__(self) -> str:
        return f"<Upload of {'unknown length' if self.length is None else f'{self.length} bytes'}>"


async def _read(blocks: Iterator[bytes], threaded: bool) -> AsyncIterator[bytes]:
    import asyncio  # here, since a blocking program need not pay for it

    while True:
        block = await asyncio.to_thread(next, blocks, None) if threaded else next(blocks, None)
        if block is None:
            return
        yield block
