# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from ._runtime import Model, PascalModel

XStream: TypeAlias = Literal["a", "b"] | str
"""`X-Stream` of the API."""


class ListRefundsXMeta(Model):
    """`x-meta` of `GET /refunds`."""

    a: Decimal | None = None


class ListRefundsError(Model):
    """What `GET /refunds` answers (429)."""

    why: str | None = None


class ListRefundsHeaders(Model):
    """Headers of an answer; None where one is missing or malformed."""

    x_rate_limit: Annotated[int | None, Field(alias="X-Rate-Limit")] = None
    """Calls left."""

    x_tags: Annotated[list[str] | None, Field(alias="X-Tags")] = None
    x_reset: Annotated[datetime | None, Field(alias="X-Reset")] = None
    x_meta: Annotated[ListRefundsXMeta | None, Field(alias="x-meta")] = None
    set_cookie: Annotated[list[str] | None, Field(alias="Set-Cookie")] = None


class ListRefundsErrorHeaders(Model):
    """Headers of an answer; None where one is missing or malformed."""

    retry_after: Annotated[int | None, Field(alias="Retry-After")] = None


class WatchResponse(Model):
    """What `GET /events` answers (200)."""

    a: str | None = None


class WatchHeaders(Model):
    """Headers of an answer; None where one is missing or malformed."""

    x_stream: Annotated[XStream | None, Field(alias="X-Stream")] = None


class SharedHeaders(PascalModel):
    """Headers of an answer; None where one is missing or malformed."""

    location: str | None = None
