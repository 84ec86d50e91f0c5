"""Examples and their schemas to what an independent validator finds wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import unquote

import jsonschema  # type: ignore[import-untyped]
import jsonschema.validators  # type: ignore[import-untyped]
import referencing
from msgspec import Struct
from referencing.jsonschema import DRAFT202012

from ..ir.model import Definition, Example
from ..rules.fitting import FORMATS, faults, is_of_format
from ..spec.document import Document
from ..spec.validation import id_at, reference_to, schema_document
from ..text.node import child_pointer, steps_of

_EMPTY: Any = referencing.Registry[Any]()
_BASE = "urn:sdkwright:document"


class Violation(Struct, frozen=True):
    """A place inside a payload that its schema forbids, as a JSON pointer, and why."""

    pointer: str
    reason: str


class Validator(Struct, frozen=True, dict=True):
    """Asks jsonschema (Draft 2020-12), which is an opinion that is not ours, about the payloads of one document.

    Formats are asserted, and properties that are declared nowhere are forbidden: what an example has and its schema has not is a
    fault in one of them. That is asked of the types as meant (`definitions`), in which `allOf` is one object.
    """

    document: Document
    definitions: Mapping[str, Definition]

    def violations(self, example: Example) -> Iterator[Violation]:
        """What the schema of an example forbids, in the order of the payload, each thing once."""
        start = reference_to(example.schema)
        schema = {"$ref": f"{_BASE}{start}"}
        validator = _VALIDATOR(schema, registry=self._registry, format_checker=_FORMATS)
        errors = (_deepest(one) for one in validator.iter_errors(example.value))
        found = [self._violation(one, start) for one in errors if not _fits_too_well(one)]
        unfit = faults(self.definitions, example.type, example.value)
        found += [Violation(one.pointer, one.message) for one in unfit if one.undeclared]
        yield from dict.fromkeys(sorted(found, key=lambda one: one.pointer.split("/")))

    def _violation(self, error: Any, start: str) -> Violation:
        pointer = ""
        for step in error.absolute_path:
            pointer = child_pointer(pointer, step)
        # The message begins with the whole instance, which may be pages long.
        message = error.message if len(error.message) <= 300 else f"…{error.message[-297:]}"
        return Violation(
            pointer, f"{message} (`{error.validator}` of `{self._place(error, start)}`)"
        )

    def _place(self, error: Any, start: str) -> str:
        """The id of the schema that an error comes from: the way there from `start`, with the references that it leaves out."""
        at = unquote(start.removeprefix("#"))
        for step in error.absolute_schema_path:
            schema = _down(self._plain, at)
            while _lacks(schema, step):
                at = unquote(str(schema["$ref"]).removeprefix("#"))
                schema = _down(self._plain, at)
            at = child_pointer(at, step)
        return id_at(at.rpartition("/")[0])

    @cached_property
    def _plain(self) -> Any:
        return schema_document(self.document)

    @cached_property
    def _registry(self) -> Any:
        return _EMPTY.with_resource(_BASE, DRAFT202012.create_resource(self._plain))


def _fits_too_well(error: Any) -> bool:
    """Whether several members of `oneOf` take the value: objects are open, and which it is says its tag, or `lint`."""
    return error.validator == "oneOf" and not error.context


def _lacks(schema: Any, keyword: Any) -> bool:
    """Whether a keyword stands where a schema refers to, and not in itself."""
    return isinstance(schema, dict) and keyword not in schema and "$ref" in schema


def _down(plain: Any, pointer: str) -> Any:
    """What stands at a JSON pointer (RFC 6901) that leads somewhere."""
    found: Any = plain
    for key in steps_of(pointer):
        found = found[int(key) if key.isdigit() and key not in found else key]
    return found


def _deepest(error: Any) -> Any:
    """The most telling fault below one of `anyOf` and its like: the one furthest down the payload."""
    while error.context:
        error = max(error.context, key=lambda one: len(one.absolute_path))
    return error


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


def _of_texts(name: str) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or is_of_format(name, value)


_FORMATS = _LIBRARY.FormatChecker(formats=())
for _name in FORMATS:
    _FORMATS.checks(_name)(_of_texts(_name))
