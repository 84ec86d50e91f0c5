"""A type annotation to its parts: what a salvage has to know about it."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import BaseModel

from .siblings import siblings

_KINDS: Final[Mapping[Any, str]] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    Decimal: "number",
    datetime: "date-time",
    date: "date",
    time: "time",
    UUID: "uuid",
    bytes: "base64 text",
    list: "array",
    dict: "object",
    Sequence: "array",
    Mapping: "object",
    NoneType: "null",
    None: "null",
    object: "any value",
    Any: "any value",
}


def bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and without the name that a `type` statement gave it."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif hasattr(annotation, "__value__"):
            annotation = alias_value(annotation)
        else:
            return annotation


def is_union(annotation: Any) -> bool:
    """Whether the annotation, bare, is a union."""
    return get_origin(annotation) in (Union, UnionType)


def arms(annotation: Any) -> tuple[Any, ...]:
    """The members of a union, flat; any other annotation is its own only member."""
    plain = bare(annotation)
    if is_union(plain):
        return tuple(arm for member in get_args(plain) for arm in arms(member))
    return (annotation,)


def evaluated(text: str, module: str) -> Any:
    """The annotation that `text` is in a module. The text is our generated code, never data."""

    def holder() -> None: ...

    holder.__annotations__ = {"it": text}
    elsewhere = siblings(module, [text])
    return get_type_hints(holder, vars(sys.modules[module]), elsewhere, include_extras=True)["it"]


@cache
def alias_value(alias: Any) -> Any:
    """What a `TypeAliasType` stands for. Recursive ones are written as text, read where they were defined."""
    value = alias.__value__
    return evaluated(value, alias.__module__) if isinstance(value, str) else value


def model_of(annotation: Any) -> type[BaseModel] | None:
    """The model class that the annotation is, if it is one."""
    plain = bare(annotation)
    return plain if isinstance(plain, type) and issubclass(plain, BaseModel) else None


def item_of(annotation: Any) -> Any:
    """`X` of `list[X]`; None where the annotation is no list or does not say."""
    plain = bare(annotation)
    if get_origin(plain) in (list, Sequence):
        return get_args(plain)[0]
    return None


def value_of(annotation: Any) -> Any:
    """`X` of `dict[str, X]`; None where the annotation is no map or does not say."""
    plain = bare(annotation)
    if get_origin(plain) in (dict, Mapping):
        return get_args(plain)[1]
    return None


def kind(annotation: Any) -> str:
    """The annotation in the words of JSON: `uuid`, `array`, `string or null`, `one of "a", "b"`."""
    names = dict.fromkeys(_kind_of(arm) for arm in arms(annotation))
    return " or ".join(names)


def accepts_null(annotation: Any) -> bool:
    """Whether None is among what the annotation allows."""
    return any(bare(arm) in (None, NoneType) for arm in arms(annotation))


def _kind_of(arm: Any) -> str:
    plain = bare(arm)
    origin = get_origin(plain)
    if origin is Literal:
        return "one of " + ", ".join(repr(value) for value in get_args(plain))
    if model_of(plain) is not None:
        return "object"
    return _KINDS.get(origin or plain, "value")
