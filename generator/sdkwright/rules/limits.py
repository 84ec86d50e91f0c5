"""Whether a value keeps to limits in the words of JSON Schema. Patterns are left alone: matching one may take forever."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from ..ir.types import Constant
from ..text.node import Plain

_Number = int | Decimal


def outside(limits: Iterable[tuple[str, Constant]], value: Plain) -> Iterator[str]:
    """What is wrong with a value, as the end of a sentence; limits of values of another kind say nothing of it."""
    for keyword, limit in limits:
        if keyword == "uniqueItems" and limit is True and isinstance(value, list):
            if _repeats(value):
                yield "has an element twice, against `uniqueItems`"
            continue
        size = _measure(keyword, value)
        wrong, words = _CHECKS.get(keyword, (None, ""))
        most = _number(limit)
        if wrong is not None and most is not None and size is not None and wrong(size, most):
            yield f"{words.format(limit)}, its `{keyword}`"


_CHECKS: Mapping[str, tuple[Callable[[_Number, _Number], bool], str]] = {
    "minimum": (lambda size, limit: size < limit, "is less than {}"),
    "exclusiveMinimum": (lambda size, limit: size <= limit, "is not more than {}"),
    "maximum": (lambda size, limit: size > limit, "is more than {}"),
    "exclusiveMaximum": (lambda size, limit: size >= limit, "is not less than {}"),
    "multipleOf": (lambda size, limit: bool(limit) and size % limit != 0, "is no multiple of {}"),
    "minLength": (lambda size, limit: size < limit, "has fewer characters than {}"),
    "maxLength": (lambda size, limit: size > limit, "has more characters than {}"),
    "minItems": (lambda size, limit: size < limit, "has fewer elements than {}"),
    "maxItems": (lambda size, limit: size > limit, "has more elements than {}"),
    "minProperties": (lambda size, limit: size < limit, "has fewer properties than {}"),
    "maxProperties": (lambda size, limit: size > limit, "has more properties than {}"),
}


def _measure(keyword: str, value: Plain) -> _Number | None:
    """What a limit is held against: the number itself, or how much there is; None where it says nothing of such values."""
    if isinstance(value, str):
        return len(value) if keyword.endswith("Length") else None
    if isinstance(value, list):
        return len(value) if keyword.endswith("Items") else None
    if isinstance(value, dict):
        return len(value) if keyword.endswith("Properties") else None
    return None if keyword.endswith(("Length", "Items", "Properties")) else _number(value)


def _number(value: object) -> _Number | None:
    """A number that can be compared."""
    if isinstance(value, Decimal):
        return value if value.is_finite() else None
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _repeats(value: list[Plain]) -> bool:
    """Whether two elements are equal as JSON has it, where 1 is 1.0 and is not true."""
    spelled = [_spelled(one) for one in value]
    return len(set(spelled)) < len(spelled)


def _spelled(value: Plain) -> object:
    if isinstance(value, list):
        return ("list", *map(_spelled, value))
    if isinstance(value, dict):
        return ("object", frozenset((key, _spelled(one)) for key, one in value.items()))
    return (type(value) is bool, value)
