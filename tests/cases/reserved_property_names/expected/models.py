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

    class__2: Annotated[str | None, Field(alias="class")] = None
    """Undocumented."""

    none: Annotated[str | None, Field(alias="None")] = None
    """Undocumented."""

    from_: str | None = None
    """Undocumented."""

    self: str | None = None
    """Undocumented."""

    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    """Undocumented."""

    model_fields_: str | None = None
    """Undocumented."""

    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    """Undocumented."""

    copy_: str | None = None
    """Undocumented."""

    schema_: str | None = None
    """Undocumented."""

    json_: str | None = None
    """Undocumented."""

    list_: list[str] | None = None
    """Undocumented."""

    str_: str | None = None
    """Undocumented."""

    int_: int | None = None
    """Undocumented."""

    dict_: dict[str, str] | None = None
    """Undocumented."""

    decimal_2: Annotated[Decimal | None, Field(alias="Decimal")] = None
    """Undocumented."""

    decimal: Decimal | None = None
    """Undocumented."""

    field: str | None = None
    """Undocumented."""

    any: Any | None = None
    """Undocumented."""

    literal: OddLiteral | None = None
    """Undocumented."""

    annotated: str | None = None
    """Undocumented."""

    odd: Odd | None = None
    """Undocumented."""

    odd_2: Annotated[Odd | None, Field(alias="Odd")] = None
    """Undocumented."""

    class_: Annotated[str | None, Field(alias="__class__")] = None
    """Undocumented."""

    private: Annotated[str | None, Field(alias="_private")] = None
    """Undocumented."""

    init: Annotated[str | None, Field(alias="__init__")] = None
    """Undocumented."""
