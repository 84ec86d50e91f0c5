"""Model classes inside one another, compiled each by itself when it is first met.

pydantic would compile all that a class reaches together with it, and again for the next class: on a large API that
takes seconds for one small object, and a chain of some eighty classes exceeds Python's stack.
"""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Final

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .origin import read_model


class _State(threading.local):
    """What this thread is doing: building a schema at some depth, drawing the JSON Schema of some classes."""

    depth: int = 0

    def __init__(self) -> None:
        self.drawn: set[int] = set()


_STATE: Final = _State()
MODEL: Final = "sdk_model"
"""The key of the metadata of a schema under which its model class stands."""
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
    """A schema that hands its values to the class, whenever that is compiled."""

    def validate(value: object, info: core_schema.ValidationInfo[Any]) -> object:
        if isinstance(value, model):
            return value
        return read_model(model, value, info.context)

    def draw(schema: object, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return drawn(model, lambda: _compiled(model), handler)

    metadata: dict[str, Any] = {MODEL: model, "pydantic_js_functions": [draw]}
    return core_schema.with_info_plain_validator_function(
        validate, serialization=AS_IT_IS, metadata=metadata
    )


def drawn(
    key: Any, schema: Callable[[], CoreSchema], handler: GetJsonSchemaHandler
) -> dict[str, Any]:
    """The JSON Schema of a class or annotation; inside of itself, that anything may stand there."""
    if id(key) in _STATE.drawn:
        return {"title": getattr(key, "__name__", "value")}
    _STATE.drawn.add(id(key))
    try:
        return handler(schema())
    finally:
        _STATE.drawn.discard(id(key))


def _compiled(model: type[BaseModel]) -> CoreSchema:
    if not model.__pydantic_complete__:
        model.model_rebuild()
    return model.__pydantic_core_schema__
