# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on api."""

from __future__ import annotations

from functools import cached_property

from .._runtime import AsyncResource, Operation, Options, Resource, async_responding, responding

GET: Operation[None] = Operation(
    "GET",
    "/{id}",
)


class ApiResource(Resource):
    """The operations on api."""

    def get(self, id: str, *, options: Options | None = None) -> None:
        """`GET /{id}`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(GET, (id,), options=options)

    @cached_property
    def with_response(self) -> ApiResourceWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ApiResourceWithResponse(self)


class ApiResourceWithResponse:
    """The methods of `ApiResource`, each giving the whole response."""

    def __init__(self, resource: ApiResource) -> None:
        self.get = responding(resource.get)


class AsyncApiResource(AsyncResource):
    """The operations on api."""

    async def get(self, id: str, *, options: Options | None = None) -> None:
        """`GET /{id}`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(GET, (id,), options=options)

    @cached_property
    def with_response(self) -> AsyncApiResourceWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncApiResourceWithResponse(self)


class AsyncApiResourceWithResponse:
    """The methods of `AsyncApiResource`, each giving the whole response."""

    def __init__(self, resource: AsyncApiResource) -> None:
        self.get = async_responding(resource.get)
