# Made by sdkwright. Change the specification and generate again instead of editing this file.

"""The models of Shop."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field

from ._runtime import Model


class DecimalModel(Model):
    """`Decimal` of the API."""

    value: Decimal | None = None


class FieldModel(Model):
    """`Field` of the API."""

    name: str | None = None


class OptionsModel(Model):
    """`Options` of the API."""

    a: str | None = None


class ResponseModel(Model):
    """`Response` of the API."""

    options: OptionsModel | None = None
    date: DateModel | None = None


class Alarm(Model):
    """`Alarm` of the API."""

    warnings: list[WarningModel] | None = None


class WarningModel(Model):
    """`Warning` of the API."""

    text: str | None = None


class ModelModel(Model):
    """`Model` of the API."""

    odd_name: Annotated[str | None, Field(alias="odd name")] = None


class Shop(Model):
    """`Shop` of the API."""

    id: str | None = None


class Refund(Model):
    """`Refund` of the API."""

    id: str | None = None


class SequenceModel(Model):
    """`Sequence` of the API."""

    n: int | None = None


class OperationModel(Model):
    """`Operation` of the API."""

    n: int | None = None


class RefundWithResponse(Model):
    """`RefundWithResponse` of the API."""

    n: int | None = None


class AsyncRefund(Model):
    """`AsyncRefund` of the API."""

    n: int | None = None


AnyModel: TypeAlias = str
"""`Any` of the API."""

LiteralModel: TypeAlias = Literal["a"] | str
"""`Literal` of the API."""

ClientModel: TypeAlias = dict[str, Any]
"""`Client` of the API."""

AsyncShop: TypeAlias = str
"""`AsyncShop` of the API."""

DateModel: TypeAlias = date
"""`Date` of the API."""

DatetimeModel: TypeAlias = datetime
"""`datetime` of the API."""

APIModel: TypeAlias = str
"""`API` of the API."""

CachedProperty: TypeAlias = str
"""`cached_property` of the API."""

List: TypeAlias = list[str]
"""`list` of the API."""

Str: TypeAlias = str
"""`str` of the API."""

NoneModel: TypeAlias = str
"""`None` of the API."""

UNSETModel: TypeAlias = str
"""`UNSET` of the API."""

LISTREFUNDS: TypeAlias = str
"""`LIST_REFUNDS` of the API."""
