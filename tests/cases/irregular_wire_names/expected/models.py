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
    """Undocumented."""

    order_id: Annotated[str | None, Field(alias="orderID")] = None
    """Undocumented."""

    type_: Annotated[str | None, Field(alias="@type")] = None
    """Undocumented."""

    line_2: Annotated[str | None, Field(alias="line-2")] = None
    """Undocumented."""

    spaces: Annotated[str | None, Field(alias="  spaces ")] = None
    """Undocumented."""

    n7_days: Annotated[bool | None, Field(alias="7days")] = None
    """Undocumented."""

    grosse: Annotated[str | None, Field(alias="größe")] = None
    """Undocumented."""

    field: Annotated[str | None, Field(alias="☃")] = None
    """Undocumented."""

    ref_like: Annotated[str | None, Field(alias="$ref-like")] = None
    """Undocumented."""

    a_b: str | None = None
    """Undocumented."""
