# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, TypeAlias

Rate: TypeAlias = Decimal
"""A number cannot stand in a Literal, so the type is all that is printed."""

Flag: TypeAlias = Literal[True] | bool
"""`Flag` of the API."""
