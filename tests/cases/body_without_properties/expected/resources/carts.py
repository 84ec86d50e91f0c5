# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on carts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding
from ..models import CreateCartRequest, UpdateCart

UPDATE_CART: Operation[None] = Operation(
    "PATCH",
    "/carts/{id}",
    body=UpdateCart,
    body_required=True,
)
CREATE_CART: Operation[None] = Operation(
    "POST",
    "/carts",
    body=CreateCartRequest,
    body_required=True,
)


class Carts(Resource):
    """The operations on carts."""

    def update_cart(
        self, id: str, *, body: UpdateCart | Mapping[str, object], options: Options | None = None
    ) -> None:
        """`PATCH /carts/{id}`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(UPDATE_CART, (id,), body=body, options=options)

    def create_cart(self, *, options: Options | None = None) -> None:
        """`POST /carts`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(CREATE_CART, (), body={}, options=options)

    @cached_property
    def with_response(self) -> CartsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return CartsWithResponse(self)


class CartsWithResponse:
    """The methods of `Carts`, each giving the whole response."""

    def __init__(self, resource: Carts) -> None:
        self.update_cart = responding(resource.update_cart)
        self.create_cart = responding(resource.create_cart)


class AsyncCarts(AsyncResource):
    """The operations on carts."""

    async def update_cart(
        self, id: str, *, body: UpdateCart | Mapping[str, object], options: Options | None = None
    ) -> None:
        """`PATCH /carts/{id}`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(UPDATE_CART, (id,), body=body, options=options)

    async def create_cart(self, *, options: Options | None = None) -> None:
        """`POST /carts`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(CREATE_CART, (), body={}, options=options)

    @cached_property
    def with_response(self) -> AsyncCartsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncCartsWithResponse(self)


class AsyncCartsWithResponse:
    """The methods of `AsyncCarts`, each giving the whole response."""

    def __init__(self, resource: AsyncCarts) -> None:
        self.update_cart = async_responding(resource.update_cart)
        self.create_cart = async_responding(resource.create_cart)
