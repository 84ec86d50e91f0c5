"""Names in what a caller gives as mappings that look like misspelt properties.

They are sent: documents are rarely complete. But a model would not have taken them, so they are told in the log.
"""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, cast, get_args

from pydantic import BaseModel

from .annotations import bare, is_union, item_of, model_of
from .fields import extra_annotation, field_annotation, fields_by_wire_name
from .wire import escaped


def may_be_misspelt(given: object) -> bool:
    """Whether a body has mappings inside whose names a caller chose."""
    if not isinstance(given, Mapping):
        return False
    values = cast("Mapping[str, object]", given).values()
    return any(isinstance(value, Mapping | list | tuple) for value in values)


def misspelt(annotation: Any, given: object, pointer: str = "") -> Iterator[str]:
    """The places of such names, each with the name that is meant."""
    annotation = _not_null(annotation)
    if isinstance(given, list | tuple):
        item = item_of(annotation)
        for at, value in enumerate(cast("list[object]", given) if item is not None else ()):
            yield from misspelt(item, value, f"{pointer}/{at}")
        return
    model = model_of(annotation)
    if model is None or not isinstance(given, Mapping) or extra_annotation(model) is not None:
        return
    members = cast("Mapping[object, object]", given)
    names = fields_by_wire_name(model)
    known = {**names, **{name: name for name in names.values()}}
    for name, value in members.items():
        place = f"{pointer}/{escaped(str(name))}"
        if isinstance(name, str) and name in known:
            field = field_annotation(model, known[name])
            yield from misspelt(field, value, place)
        elif (meant := _meant(str(name), model, members)) is not None:
            yield f"`{place}` is not described: is `{meant}` meant?"


def _not_null(annotation: Any) -> Any:
    """`X` of `X | None`; of a union nobody knows which member is meant."""
    if not is_union(bare(annotation)):
        return annotation
    members = [each for each in get_args(bare(annotation)) if each is not NoneType]
    return members[0] if len(members) == 1 else None


def _meant(name: str, model: type[BaseModel], members: Mapping[object, object]) -> str | None:
    """The property that a name is nearly that of, and that is not there."""
    from difflib import get_close_matches

    names = fields_by_wire_name(model).items()
    free = {
        each: own for wire, own in names for each in (wire, own) if {wire, own}.isdisjoint(members)
    }
    return next(iter(get_close_matches(name, free, n=1, cutoff=0.75)), None)
