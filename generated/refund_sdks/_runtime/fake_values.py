"""Made-up values for tests: an annotation to JSON that it describes, the same each time."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from types import NoneType
from typing import Any, Final, Literal, cast, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel

from . import codec
from .annotations import arms, bare, is_union, item_of, model_of, value_of
from .choice import choice_of, unknown
from .fields import field_annotation, fields_of
from .tags import Tag, includes, spread
from .wire import NotJSON

DEEPEST: Final = 5
"""How many models stand inside each other at most, where the innermost need not be there."""
MOST: Final = 300
"""How many values are made before only those follow that must be there."""

_SAMPLES: Final[Mapping[Any, object]] = {
    str: "text",
    bool: True,
    int: 1,
    float: 1,
    Decimal: 1,
    UUID: "3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b",
    datetime: "2024-02-29T12:00:00Z",
    date: "2024-02-29",
    time: "12:00:00Z",
    bytes: "AP8=",
    object: "text",
    Any: "text",
    None: None,
    NoneType: None,
    list: [],
    dict: {},
}


class NotMade(ValueError):
    """An annotation that no finite value fits: a model that contains itself and must."""


def made_up(annotation: Any) -> object:
    """JSON, decoded, that an annotation describes. Raises `NotMade`."""
    return _Maker().value(annotation, ())


def fits(annotation: Any, raw: object) -> bool:
    """Whether decoded JSON is what an annotation describes, with nothing to report."""
    try:
        return not codec.fitted(annotation, raw)[1]
    except NotJSON:
        return False


class _Maker:
    """Makes one value; it grows tired."""

    def __init__(self) -> None:
        self._made = 0

    def value(self, annotation: Any, around: tuple[type[BaseModel], ...]) -> object:
        self._made += 1
        plain = bare(annotation)
        if is_union(plain):
            return self._one_of(annotation, around)
        if (model := model_of(plain)) is not None:
            return self._object(model, around)
        origin = get_origin(plain) or plain
        if origin is Literal:
            return get_args(plain)[0]
        if (item := item_of(plain)) is not None:
            return self._rows(item, around)
        if (value := value_of(plain)) is not None:
            return {f"key{at or ''}": row for at, row in enumerate(self._rows(value, around))}
        return _SAMPLES.get(origin, "text")

    def _rows(self, inner: Any, around: tuple[type[BaseModel], ...]) -> list[object]:
        """One value; none where that would go on without an end, or is enough."""
        if self._made > MOST:
            return []
        try:
            return [self.value(inner, around)]
        except NotMade:
            return []

    def _object(self, model: type[BaseModel], around: tuple[type[BaseModel], ...]) -> object:
        if model in around:
            raise NotMade(f"{model.__name__} contains itself")
        found: dict[str, object] = {}
        for name, field in fields_of(model).items():
            needed = field.is_required()
            if not needed and (len(around) >= DEEPEST or self._made > MOST):
                continue
            try:
                value = self.value(field_annotation(model, name), (*around, model))
            except NotMade:
                if needed:
                    raise
                continue
            if needed or value is not None:
                found[name if field.alias is None else field.alias] = value
        return found

    def _one_of(self, annotation: Any, around: tuple[type[BaseModel], ...]) -> object:
        """The first member that can be made and is taken for itself; null where nothing else is left."""
        last: object = None
        is_made = False
        for arm, tags in sorted(_members(annotation), key=_is_null):
            try:
                value = self.value(arm, around)
            except NotMade:
                continue
            if isinstance(value, dict):
                value = {**cast("dict[str, object]", value), **_tagged(tags, arm)}
            if fits(annotation, value):
                return value
            last, is_made = value, True
        if is_made:
            return last
        raise NotMade("every member of a union contains itself")


def _members(annotation: Any) -> Iterator[tuple[Any, tuple[Tag, ...]]]:
    return ((arm, tags) for arm, tags in spread(annotation) if arm is not unknown())


def _is_null(member: tuple[Any, tuple[Tag, ...]]) -> bool:
    return member[0] in (None, NoneType)


def _tagged(tags: tuple[Tag, ...], arm: Any) -> dict[str, object]:
    """The properties that say which member of a union an object is."""
    found: dict[str, object] = {}
    for tag in tags:
        for text, owner in tag.values.items():
            if includes(owner, arm):
                found.setdefault(tag.name, text)
    return found


Oddity = Literal["unknown_enum_value", "unknown_field", "missing_field", "null_field", "wrong_type"]
"""A way in which an answer differs from its description."""

UNHEARD_OF: Final = "UNHEARD_OF"


def odd(annotation: Any, raw: object, oddity: Oddity) -> object:
    """`raw` with this oddity wherever it is possible; `raw` itself where it is not."""
    arm = choice_of(annotation).nearest(raw)
    if isinstance(raw, str):
        is_changed = oddity == "unknown_enum_value" and _is_open_enum(annotation)
        return UNHEARD_OF if is_changed else raw
    if isinstance(raw, list):
        item = item_of(arm)
        rows = cast("list[object]", raw)
        return rows if item is None else [odd(item, row, oddity) for row in rows]
    if not isinstance(raw, dict):
        return raw
    members, model = cast("dict[str, object]", raw), model_of(arm)
    if model is not None:
        return _odd_object(model, members, oddity)
    value = value_of(arm)
    return members if value is None else {k: odd(value, v, oddity) for k, v in members.items()}


def _odd_object(model: type[BaseModel], raw: dict[str, object], oddity: Oddity) -> object:
    found = dict(raw)
    if oddity == "unknown_field":
        found["unheardOf"] = UNHEARD_OF
    for name, field in fields_of(model).items():
        wire = name if field.alias is None else field.alias
        if wire not in found:
            continue
        annotation = field_annotation(model, name)
        if oddity == "missing_field" and field.is_required():
            del found[wire]
        elif oddity == "null_field" and not any(_is_null((arm, ())) for arm in arms(annotation)):
            found[wire] = None
        elif oddity == "wrong_type" and not isinstance(found[wire], dict | list):
            found[wire] = {"unheardOf": UNHEARD_OF}
        else:
            found[wire] = odd(annotation, found[wire], oddity)
    return found


def _is_open_enum(annotation: Any) -> bool:
    kinds = [get_origin(bare(arm)) or bare(arm) for arm in arms(annotation)]
    return Literal in kinds and str in kinds
