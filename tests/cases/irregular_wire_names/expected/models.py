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
    """`VATPercent`; the document does not explain it."""

    order_id: Annotated[str | None, Field(alias="orderID")] = None
    """`orderID`; the document does not explain it."""

    type_: Annotated[str | None, Field(alias="@type")] = None
    """`@type`; the document does not explain it."""

    line_2: Annotated[str | None, Field(alias="line-2")] = None
    """`line-2`; the document does not explain it."""

    spaces: Annotated[str | None, Field(alias="  spaces ")] = None
    """`  spaces `; the document does not explain it."""

    n7_days: Annotated[bool | None, Field(alias="7days")] = None
    """`7days`; the document does not explain it."""

    grosse: Annotated[str | None, Field(alias="größe")] = None
    """`größe`; the document does not explain it."""

    field: Annotated[str | None, Field(alias="☃")] = None
    """`☃`; the document does not explain it."""

    ref_like: Annotated[str | None, Field(alias="$ref-like")] = None
    """`$ref-like`; the document does not explain it."""

    a_b: str | None = None
    """`a_b`; the document does not explain it."""
