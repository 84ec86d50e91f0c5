# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on carts."""

from __future__ import annotations

from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import CreateCartRequest, CreateCartRequestModel

CREATE_CART_WITH_JSON: Operation[None] = Operation(
    "POST",
    "/carts",
    body=CreateCartRequestModel,
    body_required=False,
)
CREATE_CART: Operation[None] = Operation(
    "POST",
    "/carts",
    body=CreateCartRequest,
    body_required=False,
    media=("application/x-www-form-urlencoded",),
)


class Carts(Resource):
    """The operations on carts."""

    def create_cart_with_json(
        self,
        *,
        name: str | Unset = UNSET,
        note: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /carts`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(
            CREATE_CART_WITH_JSON, (), body={"name": name, "note": note}, options=options
        )

    def create_cart(
        self,
        *,
        name: str | Unset = UNSET,
        size_of: int | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /carts`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(CREATE_CART, (), body={"name": name, "size_of": size_of}, options=options)

    @cached_property
    def with_response(self) -> CartsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return CartsWithResponse(self)


class CartsWithResponse:
    """The methods of `Carts`, each giving the whole response."""

    def __init__(self, resource: Carts) -> None:
        self.create_cart_with_json = responding(resource.create_cart_with_json)
        self.create_cart = responding(resource.create_cart)


class AsyncCarts(AsyncResource):
    """The operations on carts."""

    async def create_cart_with_json(
        self,
        *,
        name: str | Unset = UNSET,
        note: str | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /carts`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_CART_WITH_JSON, (), body={"name": name, "note": note}, options=options
        )

    async def create_cart(
        self,
        *,
        name: str | Unset = UNSET,
        size_of: int | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /carts`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_CART, (), body={"name": name, "size_of": size_of}, options=options
        )

    @cached_property
    def with_response(self) -> AsyncCartsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncCartsWithResponse(self)


class AsyncCartsWithResponse:
    """The methods of `AsyncCarts`, each giving the whole response."""

    def __init__(self, resource: AsyncCarts) -> None:
        self.create_cart_with_json = async_responding(resource.create_cart_with_json)
        self.create_cart = async_responding(resource.create_cart)
