"""A decoded value that does not fit its annotation to a value that keeps what fits, and the places that do not.

What does not fit stays as it came, in its place, so that encoding the result gives what was decoded.
"""

from typing import Any, cast

from pydantic import BaseModel, ValidationError

from .adapters import adapter
from .annotations import item_of, kind, model_of, value_of
from .choice import choice_of
from .fields import extra_annotation, field_annotation, fields_by_wire_name, fields_of
from .mismatch import NOTHING, Mismatch, json_type
from .origin import DEEPEST, FROM_WIRE, read_by
from .wire import escaped


def salvage(annotation: Any, raw: object, pointer: str, found: list[Mismatch]) -> object:
    """The value of `raw`, as far as it fits; each place that does not is added to `found`."""
    try:
        return read_by(adapter(annotation).validator, raw, FROM_WIRE)
    except (ValidationError, RecursionError):
        pass
    return repaired(annotation, raw, pointer, found)


def repaired(annotation: Any, raw: object, pointer: str, found: list[Mismatch]) -> object:
    """The same for a value that is known not to fit."""
    if pointer.count("/") > DEEPEST:
        found.append(Mismatch(pointer, "less nesting", json_type(raw)))
        return raw
    arm = choice_of(annotation).nearest(raw)
    model, item, member = model_of(arm), item_of(arm), value_of(arm)
    if json_type(raw) == "object" and arm is not None:
        fields = cast("dict[str, object]", raw)
        if model is not None:
            return _salvaged_model(model, fields, pointer, found)
        if member is None:  # a union that stands for one text of a tag
            return salvage(arm, raw, pointer, found)
        return _salvaged_members(member, fields, pointer, found)
    if json_type(raw) == "array" and item is not None:
        rows = enumerate(cast("list[object]", raw))
        return [salvage(item, row, f"{pointer}/{index}", found) for index, row in rows]
    found.append(Mismatch(pointer, kind(annotation), json_type(raw)))
    return raw


def _salvaged_members(
    annotation: Any, raw: dict[str, object], pointer: str, found: list[Mismatch]
) -> dict[str, object]:
    return {
        name: salvage(annotation, value, f"{pointer}/{escaped(name)}", found)
        for name, value in raw.items()
    }


def _salvaged_model(
    model: type[BaseModel], raw: dict[str, object], pointer: str, found: list[Mismatch]
) -> BaseModel:
    values: dict[str, object] = {}
    extra: dict[str, object] = {}
    names = fields_by_wire_name(model)
    # Where a field has come under several of its names, the first of them counts.
    chosen = {name: wire_name for wire_name, name in reversed(names.items()) if wire_name in raw}
    for wire_name, item in raw.items():
        name = names.get(wire_name)
        if name is None or chosen[name] != wire_name:
            extra[wire_name] = item
        else:
            where = f"{pointer}/{escaped(wire_name)}"
            values[name] = salvage(field_annotation(model, name), item, where, found)
    given = set(values)
    for wire_name, name in names.items():
        if name not in values:
            values[name] = _absent(model, name, f"{pointer}/{escaped(wire_name)}", found)
    described = extra_annotation(model)
    if described is not None:
        extra = _salvaged_members(described, extra, pointer, found)
    return assembled(model, values, extra, given)


def _absent(model: type[BaseModel], name: str, pointer: str, found: list[Mismatch]) -> object:
    """What a field reads that did not come: a required list or map is empty, so that loops over it are sound."""
    field = fields_of(model)[name]
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    found.append(Mismatch(pointer, kind(field.annotation), NOTHING))
    if item_of(field.annotation) is not None:
        return []
    return {} if value_of(field.annotation) is not None else None


def assembled(
    model: type[BaseModel], values: dict[str, object], extra: dict[str, object], given: set[str]
) -> BaseModel:
    """The instance with exactly these contents; `model_construct` would look for aliases among them."""
    instance = model.__new__(model)
    object.__setattr__(instance, "__dict__", values)
    object.__setattr__(instance, "__pydantic_extra__", extra)
    object.__setattr__(instance, "__pydantic_fields_set__", given)
    object.__setattr__(instance, "__pydantic_private__", None)
    return instance
