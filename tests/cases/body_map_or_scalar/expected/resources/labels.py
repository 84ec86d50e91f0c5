# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on labels."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
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

SET_LABELS: Operation[None] = Operation(
    "PUT",
    "/labels/{id}",
    body=dict[str, Decimal],
    body_required=False,
)
ADD_NOTE: Operation[None] = Operation(
    "POST",
    "/notes",
    body=str | None,
    body_required=True,
)


class Labels(Resource):
    """The operations on labels."""

    def set_labels(
        self,
        id: int,
        *,
        body: Mapping[str, Decimal | int] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PUT /labels/{id}`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(SET_LABELS, (id,), body=body, options=options)

    def add_note(self, *, body: str | None, options: Options | None = None) -> None:
        """`POST /notes`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(ADD_NOTE, (), body=body, options=options)

    @cached_property
    def with_response(self) -> LabelsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return LabelsWithResponse(self)


class LabelsWithResponse:
    """The methods of `Labels`, each giving the whole response."""

    def __init__(self, resource: Labels) -> None:
        self.set_labels = responding(resource.set_labels)
        self.add_note = responding(resource.add_note)


class AsyncLabels(AsyncResource):
    """The operations on labels."""

    async def set_labels(
        self,
        id: int,
        *,
        body: Mapping[str, Decimal | int] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PUT /labels/{id}`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(SET_LABELS, (id,), body=body, options=options)

    async def add_note(self, *, body: str | None, options: Options | None = None) -> None:
        """`POST /notes`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(ADD_NOTE, (), body=body, options=options)

    @cached_property
    def with_response(self) -> AsyncLabelsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncLabelsWithResponse(self)


class AsyncLabelsWithResponse:
    """The methods of `AsyncLabels`, each giving the whole response."""

    def __init__(self, resource: AsyncLabels) -> None:
        self.set_labels = async_responding(resource.set_labels)
        self.add_note = async_responding(resource.add_note)
