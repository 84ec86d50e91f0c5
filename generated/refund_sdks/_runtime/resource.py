"""The base of generated resources, and the view of their methods that gives whole responses."""

import copy
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from types import MethodType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast, overload

from .client import AsyncClient, Client
from .operation import Operation
from .request import Arguments
from .response import Response, Whole
from .settings import Options
from .unset import UNSET

if TYPE_CHECKING:
    from .pages import AsyncPages
    from .stream import AsyncResponseStream, ResponseStream

P = ParamSpec("P")
T = TypeVar("T")
W = TypeVar("W", bound=Response[Any])
R = TypeVar("R", bound="Resource | AsyncResource")

_NONE: Mapping[str, object] = {}


class Resource:
    """A group of operations of a client."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._whole: type[Response[Any]] | None = None
        self._links: type[Any] | None = None
        self._streamed: Operation[Any] | None = None

    def _call(
        self,
        operation: Operation[T],
        path: Sequence[object] = (),
        *,
        query: Mapping[str, object] = _NONE,
        headers: Mapping[str, object] = _NONE,
        cookies: Mapping[str, object] = _NONE,
        body: object = UNSET,
        content_type: str | None = None,
        options: Options | None = None,
    ) -> T:
        arguments = Arguments(path, query, headers, body, cookies, content_type)
        if self._streamed is not None:
            return cast("T", self._client.stream(self._streamed, arguments, options))
        return cast(
            "T",
            self._client.respond(operation, arguments, options, self._kind(operation, arguments)),
        )

    def _stream(
        self,
        operation: Operation[T],
        path: Sequence[object] = (),
        *,
        query: Mapping[str, object] = _NONE,
        headers: Mapping[str, object] = _NONE,
        cookies: Mapping[str, object] = _NONE,
        body: object = UNSET,
        content_type: str | None = None,
        options: Options | None = None,
    ) -> "ResponseStream[T]":
        arguments = Arguments(path, query, headers, body, cookies, content_type)
        made = self._client.stream(operation, arguments, options)
        return cast(
            "ResponseStream[T]",
            made.whole(self._kind(operation, arguments)) if self._whole else made,
        )

    def _paged(
        self,
        page: type[T],
        operation: Operation[Any],
        path: Sequence[object] = (),
        *,
        content_type: str | None = None,
        options: Options | None = None,
        **given: Any,
    ) -> T:
        from .paging import kept
        from .turns import paged

        arguments = kept(Arguments(path, **given, media=content_type))
        kind = self._kind(operation, arguments) or Response
        response = paged(self._client, operation, page, arguments, options, kind)
        return cast("T", response if self._whole else response.value)

    def _kind(self, operation: Operation[Any], arguments: Arguments) -> Whole | None:
        """What a whole response is made by; None where the value alone is wanted."""
        if self._links is None:
            return self._whole
        from .linking import linked

        return partial(
            linked, self._whole or Response, self._links, self._client, operation, arguments
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """A group of operations of an awaiting client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._whole: type[Response[Any]] | None = None
        self._links: type[Any] | None = None
        self._streamed: Operation[Any] | None = None

    async def _call(
        self,
        operation: Operation[T],
        path: Sequence[object] = (),
        *,
        query: Mapping[str, object] = _NONE,
        headers: Mapping[str, object] = _NONE,
        cookies: Mapping[str, object] = _NONE,
        body: object = UNSET,
        content_type: str | None = None,
        options: Options | None = None,
    ) -> T:
        arguments = Arguments(path, query, headers, body, cookies, content_type)
        if self._streamed is not None:
            return cast("T", await self._client.stream(self._streamed, arguments, options))
        return cast(
            "T",
            await self._client.respond(
                operation, arguments, options, self._kind(operation, arguments)
            ),
        )

    async def _stream(
        self,
        operation: Operation[T],
        path: Sequence[object] = (),
        *,
        query: Mapping[str, object] = _NONE,
        headers: Mapping[str, object] = _NONE,
        cookies: Mapping[str, object] = _NONE,
        body: object = UNSET,
        content_type: str | None = None,
        options: Options | None = None,
    ) -> "AsyncResponseStream[T]":
        arguments = Arguments(path, query, headers, body, cookies, content_type)
        made = await self._client.stream(operation, arguments, options)
        return cast(
            "AsyncResponseStream[T]",
            made.whole(self._kind(operation, arguments)) if self._whole else made,
        )

    def _paged(
        self,
        page: type[T],
        operation: Operation[Any],
        path: Sequence[object] = (),
        *,
        content_type: str | None = None,
        options: Options | None = None,
        **given: Any,
    ) -> "AsyncPages[Any, T]":
        from .pages import AsyncPages
        from .paging import kept
        from .turns import apaged

        arguments = kept(Arguments(path, **given, media=content_type))
        kind = self._kind(operation, arguments) or Response
        opening = partial(apaged, self._client, operation, page, arguments, options, kind)
        return AsyncPages(opening, self._whole is not None)

    def _kind(self, operation: Operation[Any], arguments: Arguments) -> Whole | None:
        """What a whole response is made by; None where the value alone is wanted."""
        if self._links is None:
            return self._whole
        from .linking import linked

        return partial(
            linked, self._whole or Response, self._links, self._client, operation, arguments
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


@overload
def responding(method: Callable[P, T]) -> Callable[P, Response[T]]: ...
@overload
def responding(
    method: Callable[P, object], kind: type[W], links: type[object] | None = None
) -> Callable[P, W]: ...
def responding(
    method: Callable[P, object],
    kind: type[Response[Any]] = Response,
    links: type[object] | None = None,
) -> Callable[P, Response[Any]]:
    """The method of a resource, giving the whole response where it gave the value."""
    return cast("Callable[P, Response[Any]]", _whole(method, kind, links))


@overload
def async_responding(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[Response[T]]]: ...
@overload
def async_responding(
    method: Callable[P, Awaitable[object]], kind: type[W], links: type[object] | None = None
) -> Callable[P, Awaitable[W]]: ...
def async_responding(
    method: Callable[P, Awaitable[object]],
    kind: type[Response[Any]] = Response,
    links: type[object] | None = None,
) -> Callable[P, Awaitable[Response[Any]]]:
    """As `responding`, for a method of an awaiting resource."""
    return cast("Callable[P, Awaitable[Response[Any]]]", _whole(method, kind, links))


def streaming(
    method: Callable[P, object], operation: Operation[T]
) -> "Callable[P, ResponseStream[T]]":
    """The method of a resource, giving the answer of `operation` piece by piece where it gave the value."""
    return cast("Callable[P, ResponseStream[T]]", _streamed(method, operation))


def async_streaming(
    method: Callable[P, Awaitable[object]], operation: Operation[T]
) -> "Callable[P, Awaitable[AsyncResponseStream[T]]]":
    """As `streaming`, for a method of an awaiting resource."""
    return cast("Callable[P, Awaitable[AsyncResponseStream[T]]]", _streamed(method, operation))


def _streamed(method: Callable[..., Any], operation: Operation[Any]) -> Callable[..., Any]:
    """The method bound to a twin of its resource whose calls make this operation of it."""
    bound = cast("MethodType", method)
    twin = copy.copy(cast("Resource | AsyncResource", bound.__self__))
    twin._streamed = operation  # pyright: ignore[reportPrivateUsage]
    return MethodType(bound.__func__, twin)


def _whole(
    method: Callable[..., Any], kind: type[Response[Any]], links: type[object] | None
) -> Callable[..., Any]:
    """The method bound to a twin of its resource whose calls answer with the `Response`."""
    bound = cast("MethodType", method)
    twin = copy.copy(cast("Resource | AsyncResource", bound.__self__))
    twin._whole = kind  # pyright: ignore[reportPrivateUsage]
    twin._links = links  # pyright: ignore[reportPrivateUsage]
    return MethodType(bound.__func__, twin)
