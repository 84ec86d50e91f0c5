# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from ._runtime import Model


class Item(Model):
    """`Item` of the API."""

    vat_percent: Annotated[Decimal | None, Field(alias="VATPercent")] = None
    order_id: Annotated[str | None, Field(alias="orderID")] = None
    type_: Annotated[str | None, Field(alias="@type")] = None
    line_2: Annotated[str | None, Field(alias="line-2")] = None
    spaces: Annotated[str | None, Field(alias="  spaces ")] = None
    n7_days: Annotated[bool | None, Field(alias="7days")] = None
    grosse: Annotated[str | None, Field(alias="größe")] = None
    field: Annotated[str | None, Field(alias="☃")] = None
    ref_like: Annotated[str | None, Field(alias="$ref-like")] = None
    a_b: str | None = None
