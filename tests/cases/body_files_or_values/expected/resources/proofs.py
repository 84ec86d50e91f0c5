# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on proofs."""

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
from ..models import AddProofRequestCover

ADD_PROOF: Operation[None] = Operation(
    "POST",
    "/proofs",
    body=FormData,
    body_required=True,
    media=("multipart/form-data",),
    parts={
        "files": FormPart(file=True),
        "pages": FormPart(file=True),
        "cover": FormPart(file=None, type=AddProofRequestCover),
    },
)


class Proofs(Resource):
    """The operations on proofs."""

    def add_proof(
        self,
        *,
        files: FileContent | Sequence[FileContent],
        cover: FileContent | AddProofRequestCover | Mapping[str, object] | Unset = UNSET,
        notes: Sequence[FileContent | str] | Unset = UNSET,
        pages: Sequence[FileContent] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /proofs`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(
            ADD_PROOF,
            (),
            body={"files": files, "cover": cover, "notes": notes, "pages": pages},
            options=options,
        )

    @cached_property
    def with_response(self) -> ProofsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ProofsWithResponse(self)


class ProofsWithResponse:
    """The methods of `Proofs`, each giving the whole response."""

    def __init__(self, resource: Proofs) -> None:
        self.add_proof = responding(resource.add_proof)


class AsyncProofs(AsyncResource):
    """The operations on proofs."""

    async def add_proof(
        self,
        *,
        files: FileContent | Sequence[FileContent],
        cover: FileContent | AddProofRequestCover | Mapping[str, object] | Unset = UNSET,
        notes: Sequence[FileContent | str] | Unset = UNSET,
        pages: Sequence[FileContent] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`POST /proofs`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(
            ADD_PROOF,
            (),
            body={"files": files, "cover": cover, "notes": notes, "pages": pages},
            options=options,
        )

    @cached_property
    def with_response(self) -> AsyncProofsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncProofsWithResponse(self)


class AsyncProofsWithResponse:
    """The methods of `AsyncProofs`, each giving the whole response."""

    def __init__(self, resource: AsyncProofs) -> None:
        self.add_proof = async_responding(resource.add_proof)
