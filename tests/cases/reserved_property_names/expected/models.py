# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ._runtime import CamelModel

OddLiteral: TypeAlias = Literal["a", "b"] | str
"""`literal` of the API."""


class Odd(CamelModel):
    """`Odd` of the API."""

    class__2: Annotated[str | None, Field(alias="class")] = None
    """`class`; the document does not explain it."""

    none: Annotated[str | None, Field(alias="None")] = None
    """`None`; the document does not explain it."""

    from_: str | None = None
    """`from`; the document does not explain it."""

    self: str | None = None
    """`self`; the document does not explain it."""

    model_config_: Annotated[str | None, Field(alias="model_config")] = None
    """`model_config`; the document does not explain it."""

    model_fields_: str | None = None
    """`modelFields`; the document does not explain it."""

    model_dump_: Annotated[str | None, Field(alias="model_dump")] = None
    """`model_dump`; the document does not explain it."""

    copy_: str | None = None
    """`copy`; the document does not explain it."""

    schema_: str | None = None
    """`schema`; the document does not explain it."""

    json_: str | None = None
    """`json`; the document does not explain it."""

    list_: list[str] | None = None
    """`list`; the document does not explain it."""

    str_: str | None = None
    """`str`; the document does not explain it."""

    int_: int | None = None
    """`int`; the document does not explain it."""

    dict_: dict[str, str] | None = None
    """`dict`; the document does not explain it."""

    decimal_2: Annotated[Decimal | None, Field(alias="Decimal")] = None
    """`Decimal`; the document does not explain it."""

    decimal: Decimal | None = None
    """`decimal`; the document does not explain it."""

    field: str | None = None
    """`field`; the document does not explain it."""

    any: Any | None = None
    """`any`; the document does not explain it."""

    literal: OddLiteral | None = None
    """`literal`; the document does not explain it."""

    annotated: str | None = None
    """`annotated`; the document does not explain it."""

    odd: Odd | None = None
    """`odd`; the document does not explain it."""

    odd_2: Annotated[Odd | None, Field(alias="Odd")] = None
    """`Odd`; the document does not explain it."""

    class_: Annotated[str | None, Field(alias="__class__")] = None
    """`__class__`; the document does not explain it."""

    private: Annotated[str | None, Field(alias="_private")] = None
    """`_private`; the document does not explain it."""

    init: Annotated[str | None, Field(alias="__init__")] = None
    """`__init__`; the document does not explain it."""
