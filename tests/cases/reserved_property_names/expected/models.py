# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ._runtime import CamelModel

OddLiteral: TypeAlias = Literal["a", "b"] | str
"""`literal` of `Odd`."""


class Odd(CamelModel):
    """`Odd` of the API."""

    class_: str | None = None
    none: Annotated[str | None, Field(alias="None")] = None
    from_: str | None = None
    self: str | None = None
    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    model_fields_: str | None = None
    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    copy_: str | None = None
    schema_: str | None = None
    json_: str | None = None
    list_: list[str] | None = None
    str_: str | None = None
    int_: int | None = None
    dict_: dict[str, str] | None = None
    decimal_2: Annotated[Decimal | None, Field(alias="Decimal")] = None
    decimal: Decimal | None = None
    field: str | None = None
    any: Any | None = None
    literal: OddLiteral | None = None
    annotated: str | None = None
    odd: Odd | None = None
    odd_2: Annotated[Odd | None, Field(alias="Odd")] = None
    class__2: Annotated[str | None, Field(alias="__class__")] = None
    private: Annotated[str | None, Field(alias="_private")] = None
    init: Annotated[str | None, Field(alias="__init__")] = None
