"""How much a value from the wire looks like what an annotation describes."""

from collections.abc import Mapping
from typing import Any, Final, cast

from .annotations import arms, item_of, model_of
from .fields import field_annotation
from .members import member_of

Resemblance = tuple[int, int, int, int]
"""Constants that are others, what is missing, what is unknown, and less what is known: the least resembles most."""

_DEEPEST: Final = 8


def resemblance(annotation: Any, raw: object) -> Resemblance | None:
    """How much `raw` resembles the annotation; None where it can't be of it, for a constant says otherwise."""
    return _of(annotation, raw, 0)


def _of(annotation: Any, raw: object, depth: int) -> Resemblance | None:
    models = [model for arm in arms(annotation) if (model := model_of(arm)) is not None]
    rest: Any = raw
    if models and isinstance(raw, dict) and depth <= _DEEPEST:
        ranks = (_of_model(model, cast("dict[str, object]", raw), depth) for model in models)
        return min((rank for rank in ranks if rank is not None), default=None)
    return _of_items(annotation, rest, depth)


def _of_items(annotation: Any, raw: object, depth: int) -> Resemblance | None:
    item = next((found for arm in arms(annotation) if (found := item_of(arm)) is not None), None)
    if isinstance(raw, list) and raw and item is not None:
        return _of(item, cast("list[object]", raw)[0], depth + 1)
    is_one = model_of(annotation) is not None or item is not None
    return (0, 1, 0, 0) if is_one and raw is not None else (0, 0, 0, 0)


def _of_model(model: Any, raw: Mapping[str, object], depth: int) -> Resemblance | None:
    member = member_of(model)
    known = [name for name in raw if name in member.names]
    if raw and not known and member.names:
        return None
    wrong = 0
    below: list[Resemblance] = []
    for name in known:
        constants, value = member.constants(name), raw[name]
        if constants and isinstance(value, str | int) and value not in constants:
            if len(constants) == 1:
                return None
            wrong += 1
        rank = _of(field_annotation(model, member.names[name]), value, depth + 1)
        if rank is None:
            return None
        below.append(rank)
    matched = sum(1 for name in known if len(member.constants(name)) == 1)
    own = (wrong - matched, len(member.missing(known)), len(raw) - len(known), -len(known))
    sums = zip(own, *below, strict=True)
    return cast("Resemblance", tuple(map(sum, sums)))
