# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The operations on claims."""

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
from ..models import Claim, ReplaceClaimsRequestForm

CREATE_CLAIM: Operation[None] = Operation(
    "POST",
    "/claims",
    body=FormData,
    body_required=True,
    media=("multipart/mixed",),
    parts={
        "0": FormPart(media=("application/vnd.claim+json",), type=Claim),
        "*": FormPart(file=True, media=("image/png",)),
    },
)
CHANGE_CLAIMS: Operation[None] = Operation(
    "PATCH",
    "/claims",
    body=FormData,
    body_required=False,
    media=("multipart/related",),
    parts={"*": FormPart(type=Claim)},
)
REPLACE_CLAIMS: Operation[None] = Operation(
    "PUT",
    "/claims",
    body=FormData,
    body_required=False,
    media=("multipart/form-data",),
    parts={
        "form": FormPart(
            media=("application/x-www-form-urlencoded",), type=ReplaceClaimsRequestForm
        )
    },
)


class Claims(Resource):
    """The operations on claims."""

    def create_claim(
        self,
        *,
        body: Sequence[Claim | Mapping[str, object] | FileContent],
        options: Options | None = None,
    ) -> None:
        """`POST /claims`.

        Args:
            body: What is claimed, then pictures of it.
            options: Settings for this call alone.
        """
        return self._call(CREATE_CLAIM, (), body=body, options=options)

    def change_claims(
        self,
        *,
        body: Sequence[Claim | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PATCH /claims`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return self._call(CHANGE_CLAIMS, (), body=body, options=options)

    def replace_claims(
        self,
        *,
        form: ReplaceClaimsRequestForm | Mapping[str, object] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PUT /claims`.

        Args:
            options: Settings for this call alone.
        """
        return self._call(REPLACE_CLAIMS, (), body={"form": form}, options=options)

    @cached_property
    def with_response(self) -> ClaimsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return ClaimsWithResponse(self)


class ClaimsWithResponse:
    """The methods of `Claims`, each giving the whole response."""

    def __init__(self, resource: Claims) -> None:
        self.create_claim = responding(resource.create_claim)
        self.change_claims = responding(resource.change_claims)
        self.replace_claims = responding(resource.replace_claims)


class AsyncClaims(AsyncResource):
    """The operations on claims."""

    async def create_claim(
        self,
        *,
        body: Sequence[Claim | Mapping[str, object] | FileContent],
        options: Options | None = None,
    ) -> None:
        """`POST /claims`.

        Args:
            body: What is claimed, then pictures of it.
            options: Settings for this call alone.
        """
        return await self._call(CREATE_CLAIM, (), body=body, options=options)

    async def change_claims(
        self,
        *,
        body: Sequence[Claim | Mapping[str, object]] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PATCH /claims`.

        Args:
            body: The body.
            options: Settings for this call alone.
        """
        return await self._call(CHANGE_CLAIMS, (), body=body, options=options)

    async def replace_claims(
        self,
        *,
        form: ReplaceClaimsRequestForm | Mapping[str, object] | Unset = UNSET,
        options: Options | None = None,
    ) -> None:
        """`PUT /claims`.

        Args:
            options: Settings for this call alone.
        """
        return await self._call(REPLACE_CLAIMS, (), body={"form": form}, options=options)

    @cached_property
    def with_response(self) -> AsyncClaimsWithResponse:
        """The same methods, each giving the whole response: status, headers, value, mismatches."""
        return AsyncClaimsWithResponse(self)


class AsyncClaimsWithResponse:
    """The methods of `AsyncClaims`, each giving the whole response."""

    def __init__(self, resource: AsyncClaims) -> None:
        self.create_claim = async_responding(resource.create_claim)
        self.change_claims = async_responding(resource.change_claims)
        self.replace_claims = async_responding(resource.replace_claims)
