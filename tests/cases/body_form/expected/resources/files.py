# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
    BodyContent,
    FormPart,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import CreateFileRequest, CreateFileRequestOwner

CREATE_FILE: Operation[None] = Operation(
    "POST",
    "/files",
    body=CreateFileRequest,
    body_required=True,
    media=("application/x-www-form-urlencoded",),
    parts={
        "tags": FormPart(style="pipeDelimited", explode=False),
        "owner": FormPart(style="deepObject", explode=True),
    },
)
REPLACE_FILE: Operation[None] = Operation(
    "PUT",
    "/files",
    body=dict[str, str],
    body_required=False,
    media=("application/x-www-form-urlencoded",),
)
IMPORT_FILE: Operation[None] = Operation(
    "PATCH",
    "/files",
    body=BodyContent,
    body_required=True,
    media=("application/x-www-form-urlencoded",),
)
IMPORT_ROWS: Operation[None] = Operation(
    "POST",
    "/rows",
    body=BodyContent,
    body_required=True,
    media=("application/x-www-form-urlencoded",),
)


class Files(Resource):
    """The operations on files."""

    def create_file(
        self,
        *,
        name: str,
        price: Decimal | int | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        owner: CreateFileRequestOwner | Mapping[str, object] | Unset = UNSET,
        meta: Mapping[str, str] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            name: What it is called.
            options: Settings for this call alone.
        """
        return self._call(
            CREATE_FILE,
            (),
            body={"name": name, "price": price, "tags": tags, "owner": owner, "meta": meta},
            options=options,
        )

    def replace_file(
        self, *, body: Mapping[str, str] | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`PUT /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(REPLACE_FILE, (), body=body, options=options)

    def import_file(self, *, body: BodyContent, options: Options | None = None) -> None:
        """What has no fields is the text of a form.

        Args:
            body: The fields of a form, encoded.
            options: Settings for this call alone.
        """
        return self._call(IMPORT_FILE, (), body=body, options=options)

    def import_rows(self, *, body: BodyContent, options: Options | None = None) -> None:
        """A list has no fields either.

        Args:
            body: The fields of a form, encoded.
            options: Settings for this call alone.
        """
        return self._call(IMPORT_ROWS, (), body=body, options=options)

    @cached_property
    def with_response(self) -> FilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return FilesWithResponse(self)


class FilesWithResponse:
    """The methods of `Files`, each giving the whole response."""

    def __init__(self, resource: Files) -> None:
        self.create_file = responding(resource.create_file)
        self.replace_file = responding(resource.replace_file)
        self.import_file = responding(resource.import_file)
        self.import_rows = responding(resource.import_rows)


class AsyncFiles(AsyncResource):
    """The operations on files."""

    async def create_file(
        self,
        *,
        name: str,
        price: Decimal | int | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        owner: CreateFileRequestOwner | Mapping[str, object] | Unset = UNSET,
        meta: Mapping[str, str] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            name: What it is called.
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_FILE,
            (),
            body={"name": name, "price": price, "tags": tags, "owner": owner, "meta": meta},
            options=options,
        )

    async def replace_file(
        self, *, body: Mapping[str, str] | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`PUT /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(REPLACE_FILE, (), body=body, options=options)

    async def import_file(self, *, body: BodyContent, options: Options | None = None) -> None:
        """What has no fields is the text of a form.

        Args:
            body: The fields of a form, encoded.
            options: Settings for this call alone.
        """
        return await self._call(IMPORT_FILE, (), body=body, options=options)

    async def import_rows(self, *, body: BodyContent, options: Options | None = None) -> None:
        """A list has no fields either.

        Args:
            body: The fields of a form, encoded.
            options: Settings for this call alone.
        """
        return await self._call(IMPORT_ROWS, (), body=body, options=options)

    @cached_property
    def with_response(self) -> AsyncFilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncFilesWithResponse(self)


class AsyncFilesWithResponse:
    """The methods of `AsyncFiles`, each giving the whole response."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.create_file = async_responding(resource.create_file)
        self.replace_file = async_responding(resource.replace_file)
        self.import_file = async_responding(resource.import_file)
        self.import_rows = async_responding(resource.import_rows)
