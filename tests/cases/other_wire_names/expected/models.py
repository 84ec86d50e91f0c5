# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import AliasChoices, Field

from ._runtime import CamelModel


class Line(CamelModel):
    """`Line` of the API."""

    product: Annotated[
        str, Field(alias="Product", validation_alias=AliasChoices("Product", "product", "PRODUCT"))
    ]
    line_total: Annotated[
        Decimal | None,
        Field(alias="lineTotal", validation_alias=AliasChoices("lineTotal", "total")),
    ] = None
