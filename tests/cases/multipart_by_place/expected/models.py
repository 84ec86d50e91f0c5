# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from ._runtime import Model


class Claim(Model):
    """`Claim` of the API."""

    order: str
    reason: str | None = None


class ReplaceClaimsRequestForm(Model):
    """`form` of `ReplaceClaimsRequest`."""

    tags: list[str] | None = None


class ReplaceClaimsRequest(Model):
    """The body of `PUT /claims`."""

    form: ReplaceClaimsRequestForm | None = None
