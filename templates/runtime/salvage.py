"""A decoded value that does not fit its annotation to a value that keeps what fits, and the places that do not.

What does not fit stays as it came, in its place, so that encoding the result gives what was decoded.
"""

from collections.abc import Iterator
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from .adapters import adapter, field_annotation, fields_by_wire_name, fields_of
from .annotations import arms, item_of, kind, model_of, value_of
from .mismatch import NOTHING, Mismatch, json_type
from .wire import escaped


def salvage(annotation: Any, raw: object, pointer: str, found: list[Mismatch]) -> object:
    """The value of `raw`, as far as it fits; each place that does not is added to `found`."""
    try:
        return adapter(annotation).validate_python(raw, by_alias=True, by_name=False)
    except ValidationError:
        pass
    attempts = list(_attempts(annotation, raw, pointer))
    if not attempts:
        found.append(Mismatch(pointer, kind(annotation), json_type(raw)))
        return raw
    value, problems = min(attempts, key=lambda attempt: len(attempt[1]))
    found.extend(problems)
    return value


def _attempts(
    annotation: Any, raw: object, pointer: str
) -> Iterator[tuple[object, list[Mismatch]]]:
    """One result for each member of the annotation that has the outer shape of the value."""
    for arm in arms(annotation):
        problems: list[Mismatch] = []
        model, item, member = model_of(arm), item_of(arm), value_of(arm)
        if isinstance(raw, dict) and model is not None:
            fields = cast("dict[str, object]", raw)
            yield _salvaged_model(model, fields, pointer, problems), problems
        elif isinstance(raw, dict) and member is not None:
            pairs = cast("dict[str, object]", raw).items()
            yield {
                k: salvage(member, v, f"{pointer}/{escaped(k)}", problems) for k, v in pairs
            }, problems
        elif isinstance(raw, list) and item is not None:
            rows = enumerate(cast("list[object]", raw))
            yield [
                salvage(item, row, f"{pointer}/{index}", problems) for index, row in rows
            ], problems


def _salvaged_model(
    model: type[BaseModel], raw: dict[str, object], pointer: str, found: list[Mismatch]
) -> BaseModel:
    values: dict[str, object] = {}
    extra: dict[str, object] = {}
    names = fields_by_wire_name(model)
    for wire_name, item in raw.items():
        name = names.get(wire_name)
        if name is None:
            extra[wire_name] = item
        else:
            where = f"{pointer}/{escaped(wire_name)}"
            values[name] = salvage(field_annotation(model, name), item, where, found)
    given = set(values)
    for wire_name, name in names.items():
        if name in values:
            continue
        field = fields_of(model)[name]
        if field.is_required():
            where = f"{pointer}/{escaped(wire_name)}"
            found.append(Mismatch(where, kind(field.annotation), NOTHING))
        values[name] = None if field.is_required() else field.get_default(call_default_factory=True)
    return _assembled(model, values, extra, given)


def _assembled(
    model: type[BaseModel], values: dict[str, object], extra: dict[str, object], given: set[str]
) -> BaseModel:
    """The instance with exactly these contents; `model_construct` would look for aliases among them."""
    instance = model.__new__(model)
    object.__setattr__(instance, "__dict__", values)
    object.__setattr__(instance, "__pydantic_extra__", extra)
    object.__setattr__(instance, "__pydantic_fields_set__", given)
    object.__setattr__(instance, "__pydantic_private__", None)
    return instance
