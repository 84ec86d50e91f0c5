"""Pages of lists as callers have them, blocking and awaiting: objects that know how to go on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from .turns import Listed, aalong, aeach, along, each

T = TypeVar("T")
P = TypeVar("P")

if TYPE_CHECKING:
    from .model import Model

    class _Beside(Model, Generic[T]):
        """What type checkers see: a page is a model, by its other base."""

else:

    class _Beside:
        """What is there at run time: pydantic wants no generic class in front of a model."""

        def __class_getitem__(cls, item):
            return cls


class Paged(_Beside[T]):
    """What makes a page of a model: itself the first page, and by iteration the items of all pages from it on.

    Each further page is asked for when the items before it are used up, with the arguments and options of the first.
    """

    def __iter__(self) -> Iterator[T]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]
        return each(self)

    def pages(self) -> Iterator[Self]:
        """This page and all behind it. Raises what a call raises, and `PaginationError` where a page repeats."""
        return along(self)


class AsyncPaged(_Beside[T]):
    """As `Paged`, awaiting: `async for`."""

    def __aiter__(self) -> AsyncIterator[T]:
        return aeach(self)

    def pages(self) -> AsyncIterator[Self]:
        """This page and all behind it. Raises what a call raises, and `PaginationError` where a page repeats."""
        return aalong(self)


class ListPage(Listed[T]):
    """A page of an operation that answers with a bare list: its `items`, and by iteration those of all pages."""

    def __iter__(self) -> Iterator[T]:
        return each(self)

    def pages(self) -> Iterator[Self]:
        """This page and all behind it. Raises what a call raises, and `PaginationError` where a page repeats."""
        return along(self)


class AsyncListPage(Listed[T]):
    """As `ListPage`, awaiting: `async for`."""

    def __aiter__(self) -> AsyncIterator[T]:
        return aeach(self)

    def pages(self) -> AsyncIterator[Self]:
        """This page and all behind it. Raises what a call raises, and `PaginationError` where a page repeats."""
        return aalong(self)


class AsyncPages(Coroutine[Any, Any, P], Generic[T, P]):
    """A list of an awaiting client: `await` it for its first page, or iterate over its items with `async for`.

    It is a coroutine, which is asked for the first page when it is awaited; each iteration asks for it anew.
    """

    def __init__(self, open_: Callable[[], Coroutine[Any, Any, Any]], whole: bool) -> None:
        self._open, self._is_whole = open_, whole
        self._begun: Coroutine[Any, Any, P] | None = None

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in aeach((await self._open()).value):
            yield item

    async def pages(self) -> AsyncIterator[P]:
        """The pages. Raises what a call raises, and `PaginationError` where a page repeats."""
        async for page in aalong((await self._open()).value):
            yield page

    async def _first(self) -> P:
        response = await self._open()
        return cast("P", response if self._is_whole else response.value)

    @property
    def _running(self) -> Coroutine[Any, Any, P]:
        if self._begun is None:
            self._begun = self._first()
        return self._begun

    def __await__(self) -> Generator[Any, Any, P]:
        return self._running.__await__()

    def send(self, value: Any, /) -> Any:
        """See `collections.abc.Coroutine`."""
        return self._running.send(value)

    def throw(self, *exception: Any) -> Any:
        """See `collections.abc.Coroutine`."""
        return self._running.throw(*exception)

    def close(self) -> None:
        """See `collections.abc.Coroutine`."""
        if self._begun is not None:
            self._begun.close()
