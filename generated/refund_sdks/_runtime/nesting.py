"""Model classes inside one another, compiled each by itself when it is first met.

pydantic would compile all that a class reaches together with it, and again for the next class: on a large API that
takes seconds for one small object, and a chain of some eighty classes exceeds Python's stack.
"""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Final, cast

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .origin import read_model
from .reach import is_small


class _State(threading.local):
    """What this thread is doing: building a schema at some depth, drawing the JSON Schema of some classes."""

    depth: int = 0

    def __init__(self) -> None:
        self.drawn: set[int] = set()


_STATE: Final = _State()
MODEL: Final = "sdk_model"
"""The key of the metadata of a schema under which its model class stands."""
_DRAWN_INSIDE: Final = 10  # each takes some forty frames of pydantic
AS_IT_IS: Final = core_schema.simple_ser_schema("any")


@contextmanager
def nested() -> Generator[None]:
    """While this lasts, model classes are referred to instead of being built in."""
    _STATE.depth += 1
    try:
        yield
    finally:
        _STATE.depth -= 1


def is_nested() -> bool:
    """Whether the class whose schema is asked for was met inside of another annotation."""
    return _STATE.depth > 0


def reference(model: type[BaseModel]) -> CoreSchema:
    """The schema of a class inside of another annotation.

    A class that leads to a few others at most is compiled first and then built in, which saves a call into Python for
    each of its objects. Any other is compiled when a value comes.
    """
    if not is_small(model):
        return handed_on(model)
    depth, _STATE.depth = _STATE.depth, 0
    try:
        schema = _compiled(model)
    finally:
        _STATE.depth = depth
    if schema["type"] != "model":
        return handed_on(model)
    plain = {key: value for key, value in schema.items() if key != "ref"}
    return cast("CoreSchema", {**plain, "metadata": _described(model), "serialization": AS_IT_IS})


def handed_on(model: type[BaseModel]) -> CoreSchema:
    """A schema that hands its values to the class, whenever that is compiled."""

    def validate(value: object, info: core_schema.ValidationInfo[Any]) -> object:
        if isinstance(value, model):
            return value
        return read_model(model, value, info.context)

    return core_schema.with_info_plain_validator_function(
        validate, serialization=AS_IT_IS, metadata=_described(model)
    )


def _compiled(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of the class by itself; one that refers to definitions of its own is not of type `model`."""
    if not model.__pydantic_complete__:
        model.model_rebuild()
    return cast("dict[str, Any]", model.__pydantic_core_schema__)


def _described(model: type[BaseModel]) -> dict[str, Any]:
    def draw(schema: object, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return drawn_model(model, handler)

    return {MODEL: model, "pydantic_js_functions": [draw]}


def drawn_model(model: type[BaseModel], handler: GetJsonSchemaHandler) -> dict[str, Any]:
    """The JSON Schema of a class: a reference to what stands once under `$defs`."""
    name = f"{model.__module__}.{model.__qualname__}:{id(model)}"
    named = core_schema.definition_reference_schema(name)
    if id(model) not in _STATE.drawn:
        if len(_STATE.drawn) >= _DRAWN_INSIDE:
            return {"type": "object", "title": model.__name__}
        schema = _compiled(model)
        others = cast("list[CoreSchema]", schema.get("definitions", []))
        own = cast("CoreSchema", {**schema.get("schema", schema), "ref": name}) if others else None
        definitions = [*others, own or cast("CoreSchema", {**schema, "ref": name})]
        whole = core_schema.definitions_schema(named, definitions)
        reference = drawn(model, lambda: whole, handler)
    else:
        reference = handler(named)
    # pydantic would put a bare reference's target in its place, which for a class inside itself is not there yet.
    return {"allOf": [reference]}


def drawn(
    key: object, schema: Callable[[], CoreSchema], handler: GetJsonSchemaHandler
) -> dict[str, Any]:
    """The JSON Schema of an annotation; inside of itself, that anything may stand there."""
    if id(key) in _STATE.drawn:
        return {}
    _STATE.drawn.add(id(key))
    try:
        return handler(schema())
    finally:
        _STATE.drawn.discard(id(key))
