# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from typing import Literal, TypeAlias

from ._runtime import Model

Currency: TypeAlias = Literal["EUR", "NOK"] | str
"""ISO 4217 code of a currency.

* `"EUR"`: Euro
* `"NOK"`: Norwegian krone
"""

PriceUsual: TypeAlias = Literal["retail", "wholesale"] | str
"""`usual` of `Price`.

Default: `"retail"`.
"""


class Price(Model):
    """`Price` of the API."""

    currency: Currency

    usual: PriceUsual | None = None
    """Default: `"retail"`."""
