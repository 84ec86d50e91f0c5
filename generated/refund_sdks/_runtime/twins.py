"""The methods of a resource in other words: giving the whole response, or the answer piece by piece."""

import copy
from collections.abc import Awaitable, Callable
from types import MethodType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast, overload

from .operation import Operation
from .resource import AsyncResource, Resource
from .response import Response

if TYPE_CHECKING:
    from .stream import AsyncResponseStream, ResponseStream

P = ParamSpec("P")
T = TypeVar("T")
W = TypeVar("W", bound=Response[Any])


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
