"""Whether a value came over the wire or from a caller: what pydantic's validation context carries here.

The two are not read alike. From the wire come wire names only, base64 is text, and `5.0` may be an integer.
"""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

from msgspec import Struct
from pydantic import BaseModel, ValidationError
from pydantic_core import core_schema


class FromWire(dict[str, Any]):
    """The context of values that came over the wire; a caller's own context is its content."""

    by_name: bool = False


FROM_WIRE: Final = FromWire()
DEEPEST: Final = 64
"""How many models may stand inside one another: what the stack of a small thread, of 1 MB, has room for."""


class _Local(threading.local):
    """Where this thread is: how deep, and what the trial that it is in has found out."""

    depth: int = 0
    trial: int = 0
    found: "dict[tuple[int, int], _Found] | None" = None


class _Found(Struct, frozen=True, eq=False):
    # The first two are kept so that their identities stay their own.
    validator: object
    value: object
    result: object
    error: ValidationError | None


_LOCAL: Final = _Local()
_CONTAINERS: Final = frozenset({dict, list})


@contextmanager
def trial() -> Generator[None]:
    """While this lasts, no value from the wire is read by the same validator twice.

    A union tries its members, and so do the unions inside each: without this, twice as often with every level.
    """
    if _LOCAL.found is not None:
        yield
        return
    _LOCAL.found = {}
    _LOCAL.trial = _LOCAL.depth
    try:
        yield
    finally:
        _LOCAL.found = None


def names_count(context: object) -> bool:
    """Whether the Python names of properties are taken beside the wire names."""
    return context.by_name if type(context) is FromWire else True


def read_by(validator: Any, value: object, context: object) -> Any:
    """The value as `validator`, a compiled form of pydantic, gives it in this context.

    Raises pydantic's ValidationError; RecursionError well before Python would, which may do so at any place.
    """
    found = _LOCAL.found
    if found is None or _LOCAL.trial == _LOCAL.depth or type(context) is not FromWire:
        return _read(validator, value, context)  # the outermost trial itself repeats nothing
    if type(value) not in _CONTAINERS:
        return _read(validator, value, context)
    key = (id(validator), id(value))
    known = found.get(key)
    if known is None:
        try:
            known = _Found(validator, value, _read(validator, value, context), None)
        except ValidationError as error:
            known = _Found(validator, value, None, error.with_traceback(None))
        found[key] = known
    if known.error is not None:
        raise known.error
    return known.result


def read_deeper(
    value: object,
    read: core_schema.ValidatorFunctionWrapHandler,
    info: core_schema.ValidationInfo[Any],
) -> object:
    """The value as a recursive alias, one level down."""
    with DEEPER:
        return read(value)


def _read(validator: Any, value: object, context: object) -> Any:
    with DEEPER:
        return validator.validate_python(
            value, by_alias=True, by_name=names_count(context), context=context
        )


class _Deeper:
    """While this lasts, one level further down. A class, since generators cost four times as much to enter."""

    __slots__ = ()

    def __enter__(self) -> None:
        if _LOCAL.depth >= DEEPEST:
            raise RecursionError("nested too deeply")
        _LOCAL.depth += 1

    def __exit__(self, *_: object) -> None:
        _LOCAL.depth -= 1


DEEPER: Final = _Deeper()


def read_model(model: type[BaseModel], value: object, context: object) -> Any:
    """An object as an instance of `model`. Raises pydantic's ValidationError."""
    return read_by(model.__pydantic_validator__, value, context)
