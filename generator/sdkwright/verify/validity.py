"""Examples and their schemas to what an independent validator finds wrong with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from decimal import Decimal
from functools import cached_property
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import jsonschema.validators  # type: ignore[import-untyped]
import referencing
from msgspec import Struct
from referencing.jsonschema import DRAFT202012

from ..ir.model import Example
from ..spec.document import Document
from ..spec.validation import reference_to, schema_document
from ..text.node import child_pointer

_EMPTY: Any = referencing.Registry[Any]()
_BASE = "urn:sdkwright:document"


class Violation(Struct, frozen=True):
    """A place inside a payload that its schema forbids, as a JSON pointer, and why."""

    pointer: str
    reason: str


class Validator(Struct, frozen=True, dict=True):
    """Asks jsonschema (Draft 2020-12) about the payloads of one document.

    Formats are asserted, and properties that a schema does not declare are forbidden: what an example has and its schema
    has not is a fault in one of them.
    """

    document: Document

    def violations(self, example: Example) -> Iterator[Violation]:
        """What the schema of an example forbids, in the order of the payload."""
        schema = {"$ref": f"{_BASE}{reference_to(example.schema)}"}
        validator = _VALIDATOR(schema, registry=self._registry, format_checker=_FORMATS)
        found: list[Any] = list(validator.iter_errors(example.value))
        for error in sorted(found, key=lambda one: [str(step) for step in one.absolute_path]):
            yield _violation(_deepest(error))

    @cached_property
    def _registry(self) -> Any:
        plain: Any = schema_document(self.document, strict=True)
        return _EMPTY.with_resource(_BASE, DRAFT202012.create_resource(plain))


def _deepest(error: Any) -> Any:
    """The most telling fault below one of `anyOf` and its like: the one furthest down the payload."""
    while error.context:
        error = max(error.context, key=lambda one: len(one.absolute_path))
    return error


def _violation(error: Any) -> Violation:
    pointer = ""
    for step in error.absolute_path:
        pointer = child_pointer(pointer, step)
    # The message begins with the whole instance, which may be pages long.
    message = error.message
    return Violation(pointer, message if len(message) <= 300 else f"…{message[-297:]}")


def _is_integer(_: object, value: object) -> bool:
    """`1.0` is an integer to JSON Schema, and numbers with a fraction are Decimals here."""
    if isinstance(value, Decimal):
        return value == value.to_integral_value()
    return isinstance(value, int) and not isinstance(value, bool)


_LIBRARY: Any = jsonschema
_DRAFT = _LIBRARY.Draft202012Validator
_VALIDATOR = _LIBRARY.validators.extend(
    _DRAFT, type_checker=_DRAFT.TYPE_CHECKER.redefine("integer", _is_integer)
)


# Of our own, for the library leaves formats unchecked where an optional package is missing.
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII
)


def _is_uuid(text: str) -> bool:
    return _UUID.fullmatch(text) is not None


def _is_date(text: str) -> bool:
    if _DATE.fullmatch(text) is None:
        return False
    date.fromisoformat(text)
    return True


def _is_date_time(text: str) -> bool:
    """RFC 3339 §5.6: an offset with its colon belongs to it."""
    parts = _DATE_TIME.fullmatch(text)
    if parts is None:
        return False
    # Both raise ValueError for what no clock or calendar shows.
    date.fromisoformat(parts[1])
    time.fromisoformat(parts[2])
    return True


def _of_texts(check: Callable[[str], bool]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or check(value)


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "uuid": _is_uuid,
    "date": _is_date,
    "date-time": _is_date_time,
}
_FORMATS = _LIBRARY.FormatChecker(formats=())
for _name, _check in _CHECKS.items():
    _FORMATS.checks(_name, raises=ValueError)(_of_texts(_check))
