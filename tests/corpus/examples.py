"""The example payloads of a document, each with the verdict of a validator that is not ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import openapi_schema_validator as validators
import referencing
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]
from jsonschema.validators import extend  # type: ignore[import-untyped]
from referencing.jsonschema import DRAFT4, DRAFT202012

from .limits import patience
from .raw import Place, Plain, Raw
from .survey import bodies, operations

_LIBRARY: Any = validators
_REGISTRY: Any = referencing.Registry

_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Example:
    """A payload: where it stands, the place of its schema, and what is wrong with it (empty: nothing)."""

    where: str
    schema: Place
    value: Plain
    invalid: str


def examples(raw: Raw, fixtures: Path | None = None) -> Iterator[Example]:
    """The payloads of media types and of schemas under `components`, and those of a file of fixtures by schema name."""
    judge = Validator(raw)
    for where, schema, value in _payloads(raw, fixtures):
        yield Example(where, schema, value, judge.fault(schema, value))


def _payloads(raw: Raw, fixtures: Path | None) -> Iterator[tuple[str, Place, Plain]]:
    for _, operation in operations(raw):
        for body in bodies(raw, operation):
            for where, value in _given(raw, body):
                yield where, body.child("schema"), value
    components = raw.followed(Place(raw.entry, "/components/schemas"))
    schemas = raw.at(components)
    for name in schemas if isinstance(schemas, dict) else ():
        place = raw.followed(components.child(name))
        yield from ((where, place, value) for where, value in _given(raw, place))
    if fixtures is not None:
        for name, value in json.loads(fixtures.read_bytes(), parse_float=Decimal)[
            "resources"
        ].items():
            if isinstance(schemas, dict) and name in schemas:
                yield f"{fixtures.name}#/resources/{name}", components.child(name), value


def _given(raw: Raw, holder: Place) -> Iterator[tuple[str, Plain]]:
    """The values of `example` and `examples` of a media type or schema."""
    value = raw.at(holder)
    if not isinstance(value, dict):
        return
    if "example" in value:
        yield raw.id_of(holder.child("example")), value["example"]
    given = value.get("examples")
    if isinstance(given, list):
        yield from (
            (raw.id_of(holder.child("examples").child(at)), v) for at, v in enumerate(given)
        )
    elif isinstance(given, dict):
        for name in given:
            place = raw.followed(holder.child("examples").child(name))
            shown = raw.at(place)
            if isinstance(shown, dict):
                yield from (
                    (raw.id_of(place), shown[key]) for key in ("value", "dataValue") if key in shown
                )


class Validator:
    """Asks the validator of the document's dialect; of what is `sent`, or `received`, where 3.0 makes a difference."""

    def __init__(self, raw: Raw, *, sent: bool = False, received: bool = False) -> None:
        old = str(raw.root.get("openapi", "")).startswith("3.0")
        self._kind: Any = _LIBRARY.OAS30Validator if old else _LIBRARY.OAS31Validator
        if old and sent:
            self._kind = _LIBRARY.OAS30WriteValidator
        if old and received:
            self._kind = _LIBRARY.OAS30ReadValidator
        self._registry = _registry(raw, DRAFT4 if old else DRAFT202012)
        self._unsent = _read_only(raw.root) if sent else frozenset[str]()
        self._is_lenient = False

    @cached_property
    def lenient(self) -> Validator:
        """The same that lets a value be several of a `oneOf`: most documents that list objects there mean any of them."""
        found = copy(self)
        found._is_lenient = True
        found._kind = extend(self._kind, {"oneOf": self._kind.VALIDATORS["anyOf"]})
        return found

    def fault(self, schema: Place, value: Plain) -> str:
        """Why a value does not fit; empty where it does."""
        try:
            error = self.first(schema, value)
        except Exception as broken:
            return f"the validator gave up: {type(broken).__name__}: {broken}"[:200]
        if error is None:
            return ""
        place = "/".join(str(step) for step in error.absolute_path)
        return f"at /{place}: {error.message[-200:]}"

    def first(self, schema: Place, value: Plain) -> Any:
        """The first error that the validator finds; None where a value fits. It may give up with any exception."""
        error: Any = None
        with patience(_SECONDS):
            try:
                error = self._first(self._kind, schema, value)
                is_sure = error is None or "could not be resolved" not in error.message
            except TypeError:
                is_sure = False
            # Its reader of discriminators wants each value to be the name of a schema; they decide nothing.
            plain = _undiscriminating(self._kind, self._is_lenient)
            return error if is_sure else self._first(plain, schema, value)

    def _first(self, kind: Any, schema: Place, value: Plain) -> Any:
        uri = f"{schema.file.as_uri()}#{_quoted(schema.pointer)}"
        validator = kind({"$ref": uri}, registry=self._registry, format_checker=_FORMATS)
        errors = (e for e in validator.iter_errors(value) if not self._is_of_server(e))
        return next(errors, None)

    def _is_of_server(self, error: Any) -> bool:
        """Whether a request lacks what only the server sets, which OpenAPI 3.1 leaves to its reader."""
        return error.validator == "required" and error.message.split("'")[1] in self._unsent


@cache
def _undiscriminating(kind: Any, is_lenient: bool) -> Any:
    """A validator of the same dialect that knows no discriminators."""
    plain = Draft202012Validator.VALIDATORS
    one = plain["anyOf" if is_lenient else "oneOf"]
    return extend(kind, {"oneOf": one, "anyOf": plain["anyOf"], "allOf": plain["allOf"]})


def _read_only(root: Plain) -> frozenset[str]:
    """The names of properties that only the server sets, wherever a property has that name."""
    is_all: dict[str, bool] = {}
    for name, schema in _properties(root):
        is_all[name] = is_all.get(name, True) and is_of_server(root, schema)
    return frozenset(name for name, is_so in is_all.items() if is_so)


def _properties(value: Plain) -> Iterator[tuple[str, Plain]]:
    for child in value if isinstance(value, list) else ():
        yield from _properties(child)
    for key, child in value.items() if isinstance(value, dict) else ():
        if key == "properties" and isinstance(child, dict):
            yield from child.items()
        yield from _properties(child)


def is_of_server(root: Plain, schema: Plain, depth: int = 0) -> bool:
    """Whether only the server sets a value: a schema says so, what it refers to within its file, or a part of it."""
    if not isinstance(schema, dict) or depth > 5:
        return False
    ref, below = schema.get("$ref"), list(schema.get("allOf") or ())
    if isinstance(ref, str) and ref.startswith("#/"):
        below.append(_stepped(root, ref))
    return schema.get("readOnly") is True or any(is_of_server(root, b, depth + 1) for b in below)


def _stepped(value: Plain, ref: str) -> Plain:
    for step in ref.removeprefix("#/").split("/"):
        key = unquote(step).replace("~1", "/").replace("~0", "~")
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _registry(raw: Raw, dialect: Any) -> Any:
    def retrieve(uri: str) -> Any:
        return dialect.create_resource(raw.at(Place(Path(uri.removeprefix("file://")), "")))

    return _REGISTRY(retrieve=retrieve)


def _quoted(pointer: str) -> str:
    return pointer.replace("%", "%25")


def _text_check(check: Callable[[str], object]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str) or bool(check(value))


_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_TIME = re.compile(r"(\d\d:\d\d:\d\d)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def _is_date(text: str) -> bool:
    return _DATE.fullmatch(text) is not None and bool(date.fromisoformat(text))


def _is_time(text: str) -> bool:
    found = _TIME.fullmatch(text)
    return found is not None and time.fromisoformat(found[1]) is not None


def _is_date_time(text: str) -> bool:
    return len(text) > 11 and text[10] in "Tt" and _is_date(text[:10]) and _is_time(text[11:])


# Asserted, for a date that is none is the document's fault and not the package's. RFC 3339, as JSON Schema says.
_FORMATS: Any = FormatChecker(formats=())
for _name, _check in (
    ("uuid", _UUID.fullmatch),
    ("date", _is_date),
    ("time", _is_time),
    ("date-time", _is_date_time),
):
    _FORMATS.checks(_name, raises=ValueError)(_text_check(_check))
