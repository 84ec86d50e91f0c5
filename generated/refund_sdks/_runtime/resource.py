"""The base of generated resources, and the view of their methods that gives whole responses."""

import copy
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MethodType
from typing import Any, ParamSpec, TypeVar, cast

from .client import AsyncClient, Client
from .operation import Operation
from .request import Arguments
from .response import Response
from .settings import Options
from .unset import UNSET

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound="Resource | AsyncResource")

_NONE: Mapping[str, object] = {}


class Resource:
    """A group of operations of a client."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._whole = False

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
        return cast("T", self._client.respond(operation, arguments, options, self._whole))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


class AsyncResource:
    """A group of operations of an awaiting client."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._whole = False

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
        return cast("T", await self._client.respond(operation, arguments, options, self._whole))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"


def responding(method: Callable[P, T]) -> Callable[P, Response[T]]:
    """The method of a resource, giving the whole response where it gave the value."""
    return cast("Callable[P, Response[T]]", _whole(method))


def async_responding(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[Response[T]]]:
    """As `responding`, for a method of an awaiting resource."""
    return cast("Callable[P, Awaitable[Response[T]]]", _whole(method))


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method bound to a twin of its resource whose calls answer with the `Response`."""
    bound = cast("MethodType", method)
    twin = copy.copy(cast("Resource | AsyncResource", bound.__self__))
    twin._whole = True  # pyright: ignore[reportPrivateUsage]
    return MethodType(bound.__func__, twin)
