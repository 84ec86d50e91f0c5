"""An annotation to its compiled form, made once."""

from functools import cache
from typing import Annotated, Any, Final

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from .annotations import model_of
from .exact import Exact

# By identity, since not every annotation hashes. The annotation is kept beside, so that its identity stays its own.
_adapters: Final[dict[int, tuple[Any, TypeAdapter[Any]]]] = {}


def adapter(annotation: Any) -> TypeAdapter[Any]:
    """The compiled form of an annotation, with exact leaves."""
    known = _adapters.get(id(annotation))
    if known is None:
        # A model is exact of its own accord.
        marked: Any = annotation if model_of(annotation) else Annotated[annotation, Exact()]
        known = _adapters.setdefault(id(annotation), (annotation, TypeAdapter(marked)))
    return known[1]


def fields_of(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model, with annotations that are types and not the text of types."""
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
    """The Python name of each field of a model by its wire name."""
    return {field.alias or name: name for name, field in fields_of(model).items()}
