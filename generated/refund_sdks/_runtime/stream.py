"""Answers that are read piece by piece, blocking and awaiting."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from .errors import APIConnectionError
from .reading import Reading

T = TypeVar("T")


class ResponseStream(Reading[T]):
    """An answer that comes piece by piece: iterate over it once, in a `with` statement.

    Leaving the statement, or `close`, ends the connection where there is more to come.
    """

    def __iter__(self) -> Iterator[T]:
        try:
            while True:
                try:
                    for chunk in self._chunks():
                        yield from self._items(chunk)
                        if self._ended:
                            return
                    yield from self._rest()
                    return
                except APIConnectionError as error:
                    pause = self._pause(error)
                    if pause is None:
                        raise
                self.close()
                self._clock.sleep(pause)
                self._go_on(self._reopen(self._last_event))
        finally:
            self.close()

    def save(self, path: str | os.PathLike[str]) -> int:
        """Writes the bytes of the body to a file as they come, and gives their number. What broke off is no file."""
        size, part = 0, f"{os.fspath(path)}.part"
        try:
            with Path(part).open("wb") as file:
                for chunk in self._chunks():
                    size += file.write(chunk)
                list(self._rest())
            os.replace(part, path)
        finally:
            self.close()
            if os.path.exists(part):
                os.remove(part)
        return size

    def close(self) -> None:
        """Ends the connection, unless everything has come."""
        raw, self._raw = self._raw, None
        if raw is not None:
            raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def _chunks(self) -> Iterator[bytes]:
        problem: Exception | None = None
        try:
            for chunk in _read(self._raw, self._outcome.reply.content):
                yield self._unpacked(chunk)
        except Exception as error:
            problem = self._broken(error)
        if problem is not None:
            raise problem


class AsyncResponseStream(Reading[T]):
    """As `ResponseStream`, awaiting: `async with await client.….watch() as events: async for event in events`."""

    async def __aiter__(self) -> AsyncIterator[T]:
        try:
            while True:
                try:
                    async for chunk in self._chunks():
                        for item in self._items(chunk):
                            yield item
                        if self._ended:
                            return
                    for item in self._rest():
                        yield item
                    return
                except APIConnectionError as error:
                    pause = self._pause(error)
                    if pause is None:
                        raise
                await self.aclose()
                await self._clock.asleep(pause)
                self._go_on(await self._reopen(self._last_event))
        finally:
            await self.aclose()

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Writes the bytes of the body to a file as they come, and gives their number. What broke off is no file."""
        size, part = 0, f"{os.fspath(path)}.part"
        try:
            with Path(part).open("wb") as file:
                async for chunk in self._chunks():
                    size += file.write(chunk)
                list(self._rest())
            os.replace(part, path)
        finally:
            await self.aclose()
            if os.path.exists(part):
                os.remove(part)
        return size

    async def aclose(self) -> None:
        """Ends the connection, unless everything has come."""
        raw, self._raw = self._raw, None
        if raw is not None:
            await raw.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def _chunks(self) -> AsyncIterator[bytes]:
        problem: Exception | None = None
        try:
            if self._raw is None:
                for chunk in _read(None, self._outcome.reply.content):
                    yield self._unpacked(chunk)
                return
            chunks = self._raw.aiter_raw()
            while True:
                left = None if self._deadline is None else self._deadline - self._clock.monotonic()
                try:
                    async with asyncio.timeout(left):
                        chunk = await anext(chunks)
                except StopAsyncIteration:
                    break
                yield self._unpacked(chunk)
        except Exception as error:
            problem = self._broken(error)
        if problem is not None:
            raise problem


def _read(raw: Any, content: bytes) -> Iterator[bytes]:
    """The bytes that a transport gives, or those that a hook of the caller has read already."""
    if raw is not None:
        yield from raw.iter_raw()
    elif content:
        yield content
