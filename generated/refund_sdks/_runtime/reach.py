"""The model classes that stand inside of a class, found without compiling any."""

import builtins
import re
import sys
from collections.abc import Iterator
from functools import cache
from inspect import get_annotations
from typing import Any, Final, get_args

from pydantic import BaseModel

MOST: Final = 16
"""How many classes may be compiled for the sake of one."""

_NAME: Final = re.compile(r"[A-Za-z_]\w*")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")


@cache
def is_small(model: type[BaseModel]) -> bool:
    """Whether what the class can contain is a few classes, of which none contains itself."""
    return _within(model, (), set())


def _within(model: type[BaseModel], above: tuple[type, ...], seen: set[type]) -> bool:
    if model in above or len(seen) > MOST:
        return False
    if model in seen:
        return True
    seen.add(model)
    try:
        return all(_within(inner, (*above, model), seen) for inner in set(_members(model)))
    except LookupError:
        return False


def _members(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The classes that the annotations speak of. Raises LookupError for a name that is not in reach yet."""
    for base in model.__mro__[: model.__mro__.index(BaseModel)]:
        names = vars(sys.modules[base.__module__])
        for annotation in get_annotations(base).values():
            if not isinstance(annotation, str):
                yield from _classes(annotation)
                continue
            for name in _NAME.findall(_QUOTED.sub("", annotation)):
                yield from _classes(names[name] if name in names else vars(builtins)[name])


def _classes(annotation: Any) -> Iterator[type[BaseModel]]:
    if hasattr(annotation, "__value__"):
        raise LookupError("an alias that may be recursive")
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _classes(argument)
