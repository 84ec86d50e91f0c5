"""The base of generated resources."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .client import AsyncClient, Client
from .operation import Operation
from .request import Arguments
from .response import Response, Whole
from .settings import Options
from .unset import UNSET

if TYPE_CHECKING:
    from .headers import Headers
    from .pages import AsyncPages
    from .stream import AsyncResponseStream, ResponseStream

T = TypeVar("T")

_NONE: Mapping[str, object] = {}


class Resource:
    """A group of operations of a client."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._whole: type[Response[Any]] | None = None
        self._links: type[Any] | None = None
        self._streamed: Operation[Any] | None = None
        self._before: Headers | None = None

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

    def _wait(
        self,
        operation: Operation[T],
        path: Sequence[object] = (),
        *,
        interval: float,
        timeout: float | None,
        content_type: str | None = None,
        options: Options | None = None,
        **given: Any,
    ) -> T:
        from .polling import waited

        arguments = Arguments(path, **given, media=content_type)
        kind = self._kind(operation, arguments) or Response
        response = waited(
            self._client, operation, arguments, options, interval, timeout, kind, self._before
        )
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
        self._before: Headers | None = None

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

    async def _wait(
        self,
        operation: Operation[T],
        path: Sequence[object] = (),
        *,
        interval: float,
        timeout: float | None,
        content_type: str | None = None,
        options: Options | None = None,
        **given: Any,
    ) -> T:
        from .polling import awaited

        arguments = Arguments(path, **given, media=content_type)
        kind = self._kind(operation, arguments) or Response
        response = await awaited(
            self._client, operation, arguments, options, interval, timeout, kind, self._before
        )
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
