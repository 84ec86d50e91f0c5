"""JSON bytes to a value of an annotation, keeping what fits, and arguments to JSON bytes, strictly."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from . import wire
from .adapters import adapter
from .annotations import item_of
from .errors import RequestValidationError
from .mismatch import Mismatch, json_type
from .origin import FROM_WIRE
from .salvage import repaired
from .unset import UNSET

R = TypeVar("R")

Decoded = tuple[Any, tuple[Mismatch, ...]]


def decode(annotation: Any, content: bytes) -> Decoded:
    """The value of a body and where it differs from the annotation. Raises `wire.NotJSON`."""
    return fitted(annotation, wire.read(content))


def fitted(annotation: Any, raw: object) -> Decoded:
    """The value of decoded JSON and where it differs from the annotation. Raises `wire.NotJSON` if too deep."""
    try:
        validator = adapter(annotation).validator
        return validator.validate_python(raw, by_alias=True, by_name=False, context=FROM_WIRE), ()
    except (ValidationError, RecursionError):
        pass
    found: list[Mismatch] = []
    try:
        return repaired(annotation, raw, "", found), tuple(found)
    except RecursionError:
        raise wire.NotJSON("nested too deeply") from None


def fitted_error(annotation: Any, raw: object) -> Decoded:
    """Like `fitted`, for an error body: where a list is described, one object alone is a list of one.

    Services that describe a list of faults are known to send a single one bare.
    """
    if json_type(raw) == "object" and item_of(annotation) is not None:
        value, found = fitted(annotation, [raw])
        return value, (Mismatch("", "array", "object"), *found)
    return fitted(annotation, raw)


def encode_body(annotation: Any, given: object, required: bool) -> bytes | None:
    """The JSON of a request body; None for no body.

    `given` is the value, or a mapping from Python names whose `UNSET` members were not given; an empty one is a value.
    Raises `RequestValidationError`.
    """
    if not required and is_left_out(given):
        return None
    return _valid(annotation, {} if given is UNSET else _what_is_set(given), wire.write)


def is_left_out(given: object) -> bool:
    """Whether there is no body, or none of the arguments that would be its members."""
    if not isinstance(given, Mapping):
        return given is UNSET
    members = cast("Mapping[str, object]", given)
    return bool(members) and all(value is UNSET for value in members.values())


def plain_body(annotation: Any, given: object) -> object:
    """The same with nothing in it but what JSON has, for a body that is no JSON. Raises `RequestValidationError`."""
    return _valid(annotation, _what_is_set(given), wire.plain)


def _what_is_set(given: object) -> object:
    if not isinstance(given, Mapping):
        return given
    members = cast("Mapping[str, object]", given)
    return {name: value for name, value in members.items() if value is not UNSET}


def plain_argument(annotation: Any, given: object, name: str) -> object:
    """A parameter's value with nothing in it but what JSON has. Raises `RequestValidationError`."""
    return _valid(annotation, given, wire.plain, name)


def _valid(annotation: Any, given: object, finish: Callable[[object], R], name: str = "") -> R:
    """What `finish` makes of a value that fits the annotation. Raises `RequestValidationError`."""
    try:
        valid = adapter(annotation).validate_python(given, by_alias=True, by_name=True)
        return finish(valid)
    except ValidationError as error:
        problems = _problems(error, given)
    except wire.NotEncodable as error:
        problems = (Mismatch(error.pointer, error.expected, "value"),)
    except RecursionError:
        problems = (Mismatch("", "less nesting", "value"),)
    # Outside the handlers: the originals hold the values.
    raise RequestValidationError(*(Mismatch(name + p.pointer, p.expected, p.got) for p in problems))


def _problems(error: ValidationError, given: object) -> tuple[Mismatch, ...]:
    details = error.errors(include_url=False, include_context=False, include_input=False)
    found = {_problem(detail["loc"], detail["type"], detail["msg"], given) for detail in details}
    return tuple(sorted(found, key=lambda problem: (problem.pointer, problem.expected)))


def _problem(location: Sequence[int | str], kind: str, message: str, given: object) -> Mismatch:
    """One pydantic error. Steps that lead nowhere in the data name a member of a union; they are left out."""
    pointer, value = "", given
    for position, step in enumerate(location):
        known, inner = _step(value, step)
        if known or (kind == "missing" and position == len(location) - 1):
            pointer, value = f"{pointer}/{wire.escaped(str(step))}", inner
    expected = message.removeprefix("Input should be ").removeprefix("expected ")
    if kind == "missing":
        return Mismatch(pointer, "a value", "nothing")
    return Mismatch(pointer, expected, type(value).__name__)


def _step(value: object, step: int | str) -> tuple[bool, object]:
    if isinstance(value, BaseModel):
        return step in type(value).model_fields, getattr(value, str(step), None)
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return step in members, members.get(step)
    if isinstance(value, list | tuple) and isinstance(step, int):
        items = cast("Sequence[object]", value)
        return step < len(items), items[step] if step < len(items) else None
    return False, None
