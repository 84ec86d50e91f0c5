# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from .._runtime import (
    UNSET,
    AsyncResource,
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
from ..models import Owner, UploadRequestPurpose

UPLOAD: Operation[None] = Operation(
    "POST",
    "/files",
    body=FormData,
    body_required=True,
    media=("multipart/form-data",),
    parts={
        "file": FormPart(file=True),
        "more": FormPart(file=True),
        "icon": FormPart(file=True, media=("image/png", "image/*")),
        "purpose": FormPart(media=("text/plain",)),
        "tags": FormPart(style="form", explode=False),
        "seals": FormPart(media=("application/octet-stream",), type=list[bytes]),
        "owner": FormPart(type=Owner),
        "digest": FormPart(type=bytes),
    },
)
SEND: Operation[None] = Operation(
    "PATCH",
    "/files",
    body=FormData,
    body_required=False,
    media=("multipart/mixed",),
)
SEND_BATCH: Operation[None] = Operation(
    "POST",
    "/batches",
    body=FormData,
    body_required=True,
    media=("multipart/mixed",),
    parts={"*": FormPart(media=("application/vnd.owner+json",), type=Owner)},
)
REPLACE_BATCH: Operation[None] = Operation(
    "PUT",
    "/batches",
    body=FormData,
    body_required=True,
    media=("multipart/related",),
    parts={
        "0": FormPart(media=("application/json",)),
        "1": FormPart(file=True, media=("image/png",)),
    },
)
ADD_TO_BATCH: Operation[None] = Operation(
    "PATCH",
    "/batches",
    body=FormData,
    body_required=False,
    media=("multipart/mixed",),
    parts={"*": FormPart(file=True)},
)


class Files(Resource):
    """The operations on files."""

    def upload(
        self,
        *,
        file: FileContent,
        purpose: UploadRequestPurpose,
        more: Sequence[FileContent] | Unset = UNSET,
        icon: FileContent | Unset = UNSET,
        owner: Owner | Mapping[str, object] | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        digest: bytes | Unset = UNSET,
        seals: Sequence[bytes] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            file: What is uploaded.
            options: Settings for this call alone.
        """
        return self._call(
            UPLOAD,
            (),
            body={
                "file": file,
                "more": more,
                "icon": icon,
                "purpose": purpose,
                "owner": owner,
                "tags": tags,
                "digest": digest,
                "seals": seals,
            },
            options=options,
        )

    def send(
        self, *, body: Mapping[str, object] | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`PATCH /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(SEND, (), body=body, options=options)

    def send_batch(
        self, *, body: Sequence[Owner | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`POST /batches`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(SEND_BATCH, (), body=body, options=options)

    def replace_batch(self, *, body: Sequence[object], options: Options | None = None) -> None:
        """`PUT /batches`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(REPLACE_BATCH, (), body=body, options=options)

    def add_to_batch(
        self, *, body: Sequence[FileContent] | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`PATCH /batches`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(ADD_TO_BATCH, (), body=body, options=options)

    @cached_property
    def with_response(self) -> FilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return FilesWithResponse(self)


class FilesWithResponse:
    """The methods of `Files`, each giving the whole response."""

    def __init__(self, resource: Files) -> None:
        self.upload = responding(resource.upload)
        self.send = responding(resource.send)
        self.send_batch = responding(resource.send_batch)
        self.replace_batch = responding(resource.replace_batch)
        self.add_to_batch = responding(resource.add_to_batch)


class AsyncFiles(AsyncResource):
    """The operations on files."""

    async def upload(
        self,
        *,
        file: FileContent,
        purpose: UploadRequestPurpose,
        more: Sequence[FileContent] | Unset = UNSET,
        icon: FileContent | Unset = UNSET,
        owner: Owner | Mapping[str, object] | Unset = UNSET,
        tags: Sequence[str] | Unset = UNSET,
        digest: bytes | Unset = UNSET,
        seals: Sequence[bytes] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /files`.

        Args:
            file: What is uploaded.
            options: Settings for this call alone.
        """
        return await self._call(
            UPLOAD,
            (),
            body={
                "file": file,
                "more": more,
                "icon": icon,
                "purpose": purpose,
                "owner": owner,
                "tags": tags,
                "digest": digest,
                "seals": seals,
            },
            options=options,
        )

    async def send(
        self, *, body: Mapping[str, object] | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`PATCH /files`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(SEND, (), body=body, options=options)

    async def send_batch(
        self, *, body: Sequence[Owner | Mapping[str, object]], options: Options | None = None
    ) -> None:
        """`POST /batches`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(SEND_BATCH, (), body=body, options=options)

    async def replace_batch(
        self, *, body: Sequence[object], options: Options | None = None
    ) -> None:
        """`PUT /batches`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(REPLACE_BATCH, (), body=body, options=options)

    async def add_to_batch(
        self, *, body: Sequence[FileContent] | Unset = UNSET, options: Options | None = None
    ) -> None:
        """`PATCH /batches`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(ADD_TO_BATCH, (), body=body, options=options)

    @cached_property
    def with_response(self) -> AsyncFilesWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncFilesWithResponse(self)


class AsyncFilesWithResponse:
    """The methods of `AsyncFiles`, each giving the whole response."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.upload = async_responding(resource.upload)
        self.send = async_responding(resource.send)
        self.send_batch = async_responding(resource.send_batch)
        self.replace_batch = async_responding(resource.replace_batch)
        self.add_to_batch = async_responding(resource.add_to_batch)
