# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on files."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from .._runtime import (
    UNSET,
    AsyncResource,
    BodyContent,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)

REPLACE_FILE: Operation[None] = Operation(
    "PUT",
    "/files/{id}",
    body=BodyContent,
    body_required=True,
    media=("application/octet-stream", "image/*"),
)
CHANGE_FILE: Operation[None] = Operation(
    "PATCH",
    "/files/{id}",
    body=BodyContent,
    body_required=True,
    media=("multipart/mixed",),
)
IMPORT_FILE: Operation[None] = Operation(
    "POST",
    "/files/{id}",
    body=BodyContent,
    body_required=False,
    media=("application/xml", "text/csv"),
)
IMPORT_FILE_WITH_TEXT: Operation[None] = Operation(
    "POST",
    "/files/{id}",
    body=int,
    body_required=False,
    media=("text/plain",),
)


class Files(Resource):
    """The operations on files."""

    def replace_file(
        self,
        id: str,
        *,
        body: BodyContent,
        content_type: str = "application/octet-stream",
        options: Options | None = None,
    ) -> None:
        """`PUT /files/{id}`.

        Args:
            body: The body.
            content_type: The media type of the body. `image/*` may be taken as well.
            options: Settings for this call alone.
        """
        return self._call(
            REPLACE_FILE, (id,), body=body, content_type=content_type, options=options
        )

    def change_file(
        self,
        id: str,
        *,
        body: BodyContent,
        content_type: str = "multipart/mixed",
        options: Options | None = None,
    ) -> None:
        """`PATCH /files/{id}`.

        Args:
            body: The body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return self._call(CHANGE_FILE, (id,), body=body, content_type=content_type, options=options)

    def import_file(
        self,
        id: str,
        *,
        body: BodyContent | Unset = UNSET,
        content_type: Literal["application/xml", "text/csv"] = "application/xml",
        options: Options | None = None,
    ) -> None:
        """`POST /files/{id}`.

        Args:
            body: The body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return self._call(IMPORT_FILE, (id,), body=body, content_type=content_type, options=options)

    def import_file_with_text(
        self, id: str, *, body: int | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`POST /files/{id}`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(IMPORT_FILE_WITH_TEXT, (id,), body=body, options=options)

    @cached_property
    def with_response(self) -> FilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return FilesWithResponse(self)


class FilesWithResponse:
    """The methods of `Files`, each giving the whole response."""

    def __init__(self, resource: Files) -> None:
        self.replace_file = responding(resource.replace_file)
        self.change_file = responding(resource.change_file)
        self.import_file = responding(resource.import_file)
        self.import_file_with_text = responding(resource.import_file_with_text)


class AsyncFiles(AsyncResource):
    """The operations on files."""

    async def replace_file(
        self,
        id: str,
        *,
        body: BodyContent,
        content_type: str = "application/octet-stream",
        options: Options | None = None,
    ) -> None:
        """`PUT /files/{id}`.

        Args:
            body: The body.
            content_type: The media type of the body. `image/*` may be taken as well.
            options: Settings for this call alone.
        """
        return await self._call(
            REPLACE_FILE, (id,), body=body, content_type=content_type, options=options
        )

    async def change_file(
        self,
        id: str,
        *,
        body: BodyContent,
        content_type: str = "multipart/mixed",
        options: Options | None = None,
    ) -> None:
        """`PATCH /files/{id}`.

        Args:
            body: The body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return await self._call(
            CHANGE_FILE, (id,), body=body, content_type=content_type, options=options
        )

    async def import_file(
        self,
        id: str,
        *,
        body: BodyContent | Unset = UNSET,
        content_type: Literal["application/xml", "text/csv"] = "application/xml",
        options: Options | None = None,
    ) -> None:
        """`POST /files/{id}`.

        Args:
            body: The body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return await self._call(
            IMPORT_FILE, (id,), body=body, content_type=content_type, options=options
        )

    async def import_file_with_text(
        self, id: str, *, body: int | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`POST /files/{id}`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(IMPORT_FILE_WITH_TEXT, (id,), body=body, options=options)

    @cached_property
    def with_response(self) -> AsyncFilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncFilesWithResponse(self)


class AsyncFilesWithResponse:
    """The methods of `AsyncFiles`, each giving the whole response."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.replace_file = async_responding(resource.replace_file)
        self.change_file = async_responding(resource.change_file)
        self.import_file = async_responding(resource.import_file)
        self.import_file_with_text = async_responding(resource.import_file_with_text)
