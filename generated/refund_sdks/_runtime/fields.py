"""A model class to its fields: by wire name, with annotations that are types and not the text of types."""

from __future__ import annotations

from functools import cache
from inspect import get_annotations
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import AliasChoices, BaseModel

from .annotations import evaluated

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by Python name."""
    if not model.__pydantic_fields_complete__:
        model.model_rebuild(force=True)
    return model.model_fields


@cache
def field_annotation(model: type[BaseModel], name: str) -> Any:
    """The annotation of a field with its constraints; the same object each time."""
    field = fields_of(model)[name]
    annotation: Any = field.annotation
    for constraint in field.metadata:
        annotation = Annotated[annotation, constraint]
    return annotation


@cache
def fields_by_wire_name(model: type[BaseModel]) -> dict[str, str]:
    """The Python name of each field of a model by its wire name, the first of several being the one it is written by."""
    fields = fields_of(model).items()
    names = {name if field.alias is None else field.alias: name for name, field in fields}
    for name, field in fields:
        if isinstance(field.validation_alias, AliasChoices):
            for other in field.validation_alias.choices:
                names.setdefault(str(other), name)
    return names


@cache
def extra_annotation(model: type[BaseModel]) -> Any:
    """`X` of `__pydantic_extra__: dict[str, X]`: what undeclared properties hold; None where the model does not say."""
    for base in model.__mro__:
        annotation = get_annotations(base).get("__pydantic_extra__")
        if annotation is None or base is BaseModel:
            continue
        if isinstance(annotation, str):
            annotation = evaluated(annotation, base.__module__)
        return get_args(annotation)[1]
    return None
