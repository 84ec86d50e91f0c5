# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""Refunds of the bags of an order."""

from __future__ import annotations

import builtins
from functools import cached_property

from ..._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import ErrorBody, Refund

LIST: Operation[list[Refund]] = Operation(
    "GET",
    "/v1/orders/{order_id}/refunds",
    returns=list[Refund],
    errors={401: ErrorBody, "default": ErrorBody},
    security=(("token", "appSecret", "appId"),),
)


class Refunds(Resource):
    """Refunds of the bags of an order."""

    def list(self, order_id: int, *, options: Options | None = None) -> builtins.list[Refund]:
        """List all refunds of an order.

        The answer is a bare array. A refund that met errors while it was processed carries them
        in its `errors`; they do not make the request fail.

        Args:
            order_id: Id of the order. Format: int64.
            options: Settings for this call alone.

        Returns:
            list[Refund]: The refunds of the order.

        Raises:
            AuthenticationError: 401: The credentials are missing or wrong, or the token has
                expired. `body` is `ErrorBody`.
            APIStatusError: Any other status: Any other failure. `body` is `ErrorBody`.

        Source: 003_3f0b9e7a61521c39, lines 1-49.
        """
        return self._call(LIST, (order_id,), options=options)

    @cached_property
    def with_response(self) -> RefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return RefundsWithResponse(self)


class RefundsWithResponse:
    """The methods of `Refunds`, each giving the whole response."""

    def __init__(self, resource: Refunds) -> None:
        self.list = responding(resource.list)


class AsyncRefunds(AsyncResource):
    """Refunds of the bags of an order."""

    async def list(self, order_id: int, *, options: Options | None = None) -> builtins.list[Refund]:
        """List all refunds of an order.

        The answer is a bare array. A refund that met errors while it was processed carries them
        in its `errors`; they do not make the request fail.

        Args:
            order_id: Id of the order. Format: int64.
            options: Settings for this call alone.

        Returns:
            list[Refund]: The refunds of the order.

        Raises:
            AuthenticationError: 401: The credentials are missing or wrong, or the token has
                expired. `body` is `ErrorBody`.
            APIStatusError: Any other status: Any other failure. `body` is `ErrorBody`.

        Source: 003_3f0b9e7a61521c39, lines 1-49.
        """
        return await self._call(LIST, (order_id,), options=options)

    @cached_property
    def with_response(self) -> AsyncRefundsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncRefundsWithResponse(self)


class AsyncRefundsWithResponse:
    """The methods of `AsyncRefunds`, each giving the whole response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.list = async_responding(resource.list)
