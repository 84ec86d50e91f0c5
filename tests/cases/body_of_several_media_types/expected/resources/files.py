# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from .._runtime import (
    UNSET,
    AsyncResource,
    BodyContent,
    FileContent,
    FormData,
    FormPart,
    Operation,
    Options,
    Resource,
    Unset,
    async_responding,
    responding,
)
from ..models import CreateNoteRequest, File

CREATE_FILE: Operation[None] = Operation(
    "POST",
    "/files",
    body=File,
    body_required=True,
    media=("application/json", "application/x-www-form-urlencoded"),
)
CREATE_FILE_WITH_FORM_DATA: Operation[None] = Operation(
    "POST",
    "/files",
    body=FormData,
    body_required=True,
    media=("multipart/form-data",),
    parts={"scan": FormPart(file=True)},
)
CREATE_FILE_WITH_XML: Operation[None] = Operation(
    "POST",
    "/files",
    body=BodyContent,
    body_required=True,
    media=("application/xml",),
)
REPLACE_FILE: Operation[None] = Operation(
    "PUT",
    "/files",
    body=File,
    body_required=True,
    media=("application/json", "text/json", "application/*+json"),
)
PATCH: Operation[None] = Operation(
    "PATCH",
    "/files",
    body=File,
    body_required=False,
    media=("application/json", "application/merge-patch+json"),
)
PATCH_WITH_JSON_PATCH_JSON: Operation[None] = Operation(
    "PATCH",
    "/files",
    body=list[dict[str, Any]],
    body_required=False,
    media=("application/json-patch+json",),
)
CREATE_NOTE: Operation[None] = Operation(
    "POST",
    "/notes",
    body=CreateNoteRequest,
    body_required=False,
    media=("application/json", "application/x-www-form-urlencoded", "multipart/form-data"),
)
REPLACE_SCAN: Operation[None] = Operation(
    "PUT",
    "/scans",
    body=BodyContent,
    body_required=True,
    media=("*/*",),
)


class Files(Resource):
    """The operations on files."""

    def create_file(
        self,
        *,
        name: str,
        body_content_type: str | Unset = UNSET,
        content_type: Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            body_content_type: `contentType` of the body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return self._call(
            CREATE_FILE,
            (),
            body={"name": name, "content_type": body_content_type},
            content_type=content_type,
            options=options,
        )

    def create_file_with_form_data(
        self,
        *,
        content_type: str | Unset = UNSET,
        scan: FileContent | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(
            CREATE_FILE_WITH_FORM_DATA,
            (),
            body={"content_type": content_type, "scan": scan},
            options=options,
        )

    def create_file_with_xml(self, *, body: BodyContent, options: Options | None = None) -> None:
        """`POST /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(CREATE_FILE_WITH_XML, (), body=body, options=options)

    def replace_file(
        self,
        *,
        name: str,
        body_content_type: str | Unset = UNSET,
        content_type: Literal["application/json", "text/json"] | str = "application/json",
        options: Options | None = None,
    ) -> None:
        """`PUT /files`.

        Args:
            body_content_type: `contentType` of the body.
            content_type: The media type of the body. `application/*+json` may be taken as well.
            options: Settings for this call alone.
        """
        return self._call(
            REPLACE_FILE,
            (),
            body={"name": name, "content_type": body_content_type},
            content_type=content_type,
            options=options,
        )

    def patch(
        self,
        *,
        name: str | Unset = UNSET,
        body_content_type: str | Unset = UNSET,
        content_type: Literal[
            "application/json", "application/merge-patch+json"
        ] = "application/json",
        options: Options | None = None,
    ) -> None:
        """`PATCH /files`.

        Args:
            body_content_type: `contentType` of the body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return self._call(
            PATCH,
            (),
            body={"name": name, "content_type": body_content_type},
            content_type=content_type,
            options=options,
        )

    def patch_with_json_patch_json(
        self,
        *,
        body: Sequence[Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PATCH /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(PATCH_WITH_JSON_PATCH_JSON, (), body=body, options=options)

    def create_note(
        self,
        *,
        text: str | Unset = UNSET,
        content_type: Literal[
            "application/json", "application/x-www-form-urlencoded", "multipart/form-data"
        ] = "application/json",
        options: Options | None = None,
    ) -> None:
        """`POST /notes`.

        Args:
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return self._call(
            CREATE_NOTE, (), body={"text": text}, content_type=content_type, options=options
        )

    def replace_scan(
        self,
        *,
        body: BodyContent,
        content_type: str = "application/octet-stream",
        options: Options | None = None,
    ) -> None:
        """`PUT /scans`.

        Args:
            body: The body.
            content_type: The media type of the body. One of `*/*`.
            options: Settings for this call alone.
        """
        return self._call(REPLACE_SCAN, (), body=body, content_type=content_type, options=options)

    @cached_property
    def with_response(self) -> FilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return FilesWithResponse(self)


class FilesWithResponse:
    """The methods of `Files`, each giving the whole response."""

    def __init__(self, resource: Files) -> None:
        self.create_file = responding(resource.create_file)
        self.create_file_with_form_data = responding(resource.create_file_with_form_data)
        self.create_file_with_xml = responding(resource.create_file_with_xml)
        self.replace_file = responding(resource.replace_file)
        self.patch = responding(resource.patch)
        self.patch_with_json_patch_json = responding(resource.patch_with_json_patch_json)
        self.create_note = responding(resource.create_note)
        self.replace_scan = responding(resource.replace_scan)


class AsyncFiles(AsyncResource):
    """The operations on files."""

    async def create_file(
        self,
        *,
        name: str,
        body_content_type: str | Unset = UNSET,
        content_type: Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            body_content_type: `contentType` of the body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_FILE,
            (),
            body={"name": name, "content_type": body_content_type},
            content_type=content_type,
            options=options,
        )

    async def create_file_with_form_data(
        self,
        *,
        content_type: str | Unset = UNSET,
        scan: FileContent | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_FILE_WITH_FORM_DATA,
            (),
            body={"content_type": content_type, "scan": scan},
            options=options,
        )

    async def create_file_with_xml(
        self, *, body: BodyContent, options: Options | None = None
    ) -> None:
        """`POST /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(CREATE_FILE_WITH_XML, (), body=body, options=options)

    async def replace_file(
        self,
        *,
        name: str,
        body_content_type: str | Unset = UNSET,
        content_type: Literal["application/json", "text/json"] | str = "application/json",
        options: Options | None = None,
    ) -> None:
        """`PUT /files`.

        Args:
            body_content_type: `contentType` of the body.
            content_type: The media type of the body. `application/*+json` may be taken as well.
            options: Settings for this call alone.
        """
        return await self._call(
            REPLACE_FILE,
            (),
            body={"name": name, "content_type": body_content_type},
            content_type=content_type,
            options=options,
        )

    async def patch(
        self,
        *,
        name: str | Unset = UNSET,
        body_content_type: str | Unset = UNSET,
        content_type: Literal[
            "application/json", "application/merge-patch+json"
        ] = "application/json",
        options: Options | None = None,
    ) -> None:
        """`PATCH /files`.

        Args:
            body_content_type: `contentType` of the body.
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return await self._call(
            PATCH,
            (),
            body={"name": name, "content_type": body_content_type},
            content_type=content_type,
            options=options,
        )

    async def patch_with_json_patch_json(
        self,
        *,
        body: Sequence[Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PATCH /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(PATCH_WITH_JSON_PATCH_JSON, (), body=body, options=options)

    async def create_note(
        self,
        *,
        text: str | Unset = UNSET,
        content_type: Literal[
            "application/json", "application/x-www-form-urlencoded", "multipart/form-data"
        ] = "application/json",
        options: Options | None = None,
    ) -> None:
        """`POST /notes`.

        Args:
            content_type: The media type of the body.
            options: Settings for this call alone.
        """
        return await self._call(
            CREATE_NOTE, (), body={"text": text}, content_type=content_type, options=options
        )

    async def replace_scan(
        self,
        *,
        body: BodyContent,
        content_type: str = "application/octet-stream",
        options: Options | None = None,
    ) -> None:
        """`PUT /scans`.

        Args:
            body: The body.
            content_type: The media type of the body. One of `*/*`.
            options: Settings for this call alone.
        """
        return await self._call(
            REPLACE_SCAN, (), body=body, content_type=content_type, options=options
        )

    @cached_property
    def with_response(self) -> AsyncFilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncFilesWithResponse(self)


class AsyncFilesWithResponse:
    """The methods of `AsyncFiles`, each giving the whole response."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.create_file = async_responding(resource.create_file)
        self.create_file_with_form_data = async_responding(resource.create_file_with_form_data)
        self.create_file_with_xml = async_responding(resource.create_file_with_xml)
        self.replace_file = async_responding(resource.replace_file)
        self.patch = async_responding(resource.patch)
        self.patch_with_json_patch_json = async_responding(resource.patch_with_json_patch_json)
        self.create_note = async_responding(resource.create_note)
        self.replace_scan = async_responding(resource.replace_scan)
