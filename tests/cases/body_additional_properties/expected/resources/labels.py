# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on labels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    FormData,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import FindLabelsRequest, Label, Price, ReplaceLabelRequest

CREATE_LABEL: Operation[None] = Operation(
    "POST",
    "/labels",
    body=Label,
    body_required=True,
)
REPLACE_LABEL: Operation[None] = Operation(
    "PUT",
    "/labels",
    body=ReplaceLabelRequest,
    body_required=False,
    media=("application/x-www-form-urlencoded",),
)
CHANGE_LABEL: Operation[None] = Operation(
    "PATCH",
    "/labels",
    body=FormData,
    body_required=False,
    media=("multipart/form-data",),
)
FIND_LABELS: Operation[None] = Operation(
    "QUERY",
    "/labels",
    body=FindLabelsRequest,
    body_required=False,
)


class Labels(Resource):
    """The operations on labels."""

    def create_label(
        self,
        *,
        id: int,
        sort_key: str | Unset = UNSET,
        additional_properties: Mapping[str, str] = {},
        options: Options | None = None,
    ) -> None:
        """`POST /labels`.

        Args:
            additional_properties: Further properties of the body, by their names on the wire.
            options: Settings for this call alone.
        """
        return self._call(
            CREATE_LABEL,
            (),
            body={"id": id, "sort_key": sort_key, **additional_properties},
            options=options,
        )

    def replace_label(
        self,
        *,
        name: str | Unset = UNSET,
        additional_properties: str | Unset = UNSET,
        more_properties: Mapping[str, object] = {},
        options: Options | None = None,
    ) -> None:
        """`PUT /labels`.

        Args:
            more_properties: Further properties of the body, by their names on the wire.
            options: Settings for this call alone.
        """
        return self._call(
            REPLACE_LABEL,
            (),
            body={"name": name, "additional_properties": additional_properties, **more_properties},
            options=options,
        )

    def change_label(
        self,
        *,
        name: str | Unset = UNSET,
        additional_properties: Mapping[str, Price | Mapping[str, object]] = {},
        options: Options | None = None,
    ) -> None:
        """`PATCH /labels`.

        Args:
            additional_properties: Further properties of the body, by their names on the wire.
            options: Settings for this call alone.
        """
        return self._call(
            CHANGE_LABEL, (), body={"name": name, **additional_properties}, options=options
        )

    def find_labels(self, *, name: str | Unset = UNSET, options: Options | None = None) -> None:
        """`QUERY /labels`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(FIND_LABELS, (), body={"name": name}, options=options)

    @cached_property
    def with_response(self) -> LabelsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return LabelsWithResponse(self)


class LabelsWithResponse:
    """The methods of `Labels`, each giving the whole response."""

    def __init__(self, resource: Labels) -> None:
        self.create_label = responding(resource.create_label)
        self.replace_label = responding(resource.replace_label)
        self.change_label = responding(resource.change_label)
        self.find_labels = responding(resource.find_labels)


class AsyncLabels(AsyncResource):
    """The operations on labels."""

    async def create_label(
        self,
        *,
        id: int,
        sort_key: str | Unset = UNSET,
        additional_properties: Mapping[str, str] = {},
        options: Options | None = None,
    ) -> None:
        """`POST /labels`.

        Args:
            additional_properties: Further properties of the body, by their names on the wire.
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_LABEL,
            (),
            body={"id": id, "sort_key": sort_key, **additional_properties},
            options=options,
        )

    async def replace_label(
        self,
        *,
        name: str | Unset = UNSET,
        additional_properties: str | Unset = UNSET,
        more_properties: Mapping[str, object] = {},
        options: Options | None = None,
    ) -> None:
        """`PUT /labels`.

        Args:
            more_properties: Further properties of the body, by their names on the wire.
            options: Settings for this call alone.
        """
        return await self._call(
            REPLACE_LABEL,
            (),
            body={"name": name, "additional_properties": additional_properties, **more_properties},
            options=options,
        )

    async def change_label(
        self,
        *,
        name: str | Unset = UNSET,
        additional_properties: Mapping[str, Price | Mapping[str, object]] = {},
        options: Options | None = None,
    ) -> None:
        """`PATCH /labels`.

        Args:
            additional_properties: Further properties of the body, by their names on the wire.
            options: Settings for this call alone.
        """
        return await self._call(
            CHANGE_LABEL, (), body={"name": name, **additional_properties}, options=options
        )

    async def find_labels(
        self, *, name: str | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`QUERY /labels`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(FIND_LABELS, (), body={"name": name}, options=options)

    @cached_property
    def with_response(self) -> AsyncLabelsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncLabelsWithResponse(self)


class AsyncLabelsWithResponse:
    """The methods of `AsyncLabels`, each giving the whole response."""

    def __init__(self, resource: AsyncLabels) -> None:
        self.create_label = async_responding(resource.create_label)
        self.replace_label = async_responding(resource.replace_label)
        self.change_label = async_responding(resource.change_label)
        self.find_labels = async_responding(resource.find_labels)
