"""JSON text to Python values and back, exact to the digit.

A number with a fraction or an exponent is a `Decimal`, any other an `int`; msgspec reads and writes both without
going through a float.
"""

import json
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Final, cast
from uuid import UUID

import msgspec
from pydantic import BaseModel

from .instants import wire_text
from .numerals import WireFloat, WireInteger, wire_number
from .octets import base64_text

_DECODER: Final = msgspec.json.Decoder[object](float_hook=Decimal)
_ENCODER: Final = msgspec.json.Encoder(decimal_format="number")
_BOM: Final = b"\xef\xbb\xbf"


class NotJSON(ValueError):
    """The bytes are not one JSON text that we accept (RFC 8259; names within an object are unique)."""


class NotEncodable(ValueError):
    """A value has no JSON form. `pointer` says where, `expected` what could stand there; the value is not kept."""

    def __init__(self, pointer: str, expected: str) -> None:
        super().__init__(f"{pointer or '/'}: expected {expected}")
        self.pointer = pointer
        self.expected = expected


def read(text: bytes | str) -> object:
    """The value of one JSON text. Raises `NotJSON`, whose message quotes nothing of the text."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    data = data.removeprefix(_BOM)
    try:
        value = _DECODER.decode(data)
        _refuse_repeated_names(data, value)
    except NotJSON:
        raise
    except RecursionError:
        raise NotJSON("nested too deeply") from None
    except (ValueError, InvalidOperation):
        raise NotJSON("malformed JSON") from None
    return value


def write(value: object) -> bytes:
    """Compact JSON text of a value, models and dates among it. Raises `NotEncodable`."""
    try:
        return _ENCODER.encode(plain(value))
    except RecursionError:
        raise NotEncodable("", "less nesting") from None
    except UnicodeEncodeError:
        raise NotEncodable("", "text without lone surrogates") from None


def plain(value: object, pointer: str = "") -> object:
    """The value with nothing in it but dict, list, str, int, float, Decimal, bool and None."""
    convert = _PLAIN.get(type(value))
    if convert is None:
        for kind, candidate in _PLAIN.items():
            if isinstance(value, kind):
                convert = candidate
                break
        else:
            raise NotEncodable(pointer, "a JSON value")
    return convert(value, pointer)


def escaped(name: str) -> str:
    """A member name as one reference token of a JSON pointer (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")


def _same(value: object, _pointer: str) -> object:
    return value


def _plain_str(value: object, _pointer: str) -> object:
    # A subclass counts as its characters, whatever its `__str__` says; msgspec takes none.
    return value if type(value) is str else str.__str__(cast("str", value))


def _plain_int(value: object, _pointer: str) -> object:
    return value if type(value) is int else int.__int__(cast("int", value))


def _plain_mapping(value: object, pointer: str) -> object:
    result: dict[str, object] = {}
    for name, item in cast("Mapping[object, object]", value).items():
        if not isinstance(name, str):
            raise NotEncodable(pointer, "names that are text")
        result[name] = plain(item, f"{pointer}/{escaped(name)}")
    return result


def _plain_list(value: object, pointer: str) -> object:
    items = cast("list[object]", value)
    return [plain(item, f"{pointer}/{index}") for index, item in enumerate(items)]


def _plain_decimal(value: object, pointer: str) -> object:
    if not cast("Decimal", value).is_finite():
        raise NotEncodable(pointer, "a finite number")
    return value if type(value) is Decimal else Decimal(cast("Decimal", value))


def _plain_float(value: object, pointer: str) -> object:
    if not math.isfinite(cast("float", value)):
        raise NotEncodable(pointer, "a finite number")
    return float.__float__(cast("float", value))


def _plain_datetime(value: object, pointer: str) -> object:
    text = wire_text(cast("datetime", value))
    # A naive date-time has a text of its own only when it came over the wire.
    if cast("datetime", value).tzinfo is None and not getattr(value, "_wire", ""):
        raise NotEncodable(pointer, "a date-time with an offset")
    return text


def _plain_text(value: object, pointer: str) -> object:
    return wire_text(cast("date | time | UUID", value))


def _plain_number(value: object, pointer: str) -> object:
    return wire_number(cast("WireInteger | WireFloat", value))


def _plain_octets(value: object, pointer: str) -> object:
    return base64_text(cast("bytes | bytearray", value))


def _plain_member(value: object, pointer: str) -> object:
    return plain(cast("Enum", value).value, pointer)


def _plain_model(value: object, pointer: str) -> object:
    model = cast("BaseModel", value)
    try:
        members = model.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    except ValueError:  # more than 255 levels, to pydantic a circle
        raise NotEncodable(pointer, "less nesting") from None
    return plain(members, pointer)


# Searched in this order for subclasses: a member of an Enum before str, bool before int, datetime before date.
_PLAIN: Final[dict[type, Callable[[object, str], object]]] = {
    Enum: _plain_member,
    WireInteger: _plain_number,
    WireFloat: _plain_number,
    str: _plain_str,
    bool: _same,
    int: _plain_int,
    type(None): _same,
    dict: _plain_mapping,
    list: _plain_list,
    tuple: _plain_list,
    Decimal: _plain_decimal,
    float: _plain_float,
    datetime: _plain_datetime,
    date: _plain_text,
    time: _plain_text,
    UUID: _plain_text,
    bytes: _plain_octets,
    bytearray: _plain_octets,
    BaseModel: _plain_model,
    Mapping: _plain_mapping,
}


def _refuse_repeated_names(data: bytes, value: object) -> None:
    """Raises `NotJSON` where an object has one name twice: servers and proxies disagree on which one counts."""
    # Nothing was dropped if the value written again has as many colons: one for each name, and those inside of texts.
    # All that is done in C. Only a text with an escaped colon needs the slow look.
    colons = _ENCODER.encode(value).count(b":")
    if colons != data.count(b":") or (b"\\" in data and b"\\u003" in data):
        json.loads(data, object_pairs_hook=_unique, parse_float=_nothing, parse_int=_nothing)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise NotJSON("a name is repeated within an object")
    return members


def _nothing(digits: str) -> None:
    return None
