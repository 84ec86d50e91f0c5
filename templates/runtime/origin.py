"""Whether a value came over the wire or from a caller: what pydantic's validation context carries here.

The two are not read alike. From the wire come wire names only, base64 is text, and `5.0` may be an integer.
"""

from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import SchemaValidator


class FromWire(dict[str, Any]):
    """The context of values that came over the wire; a caller's own context is its content."""

    by_name: bool = False


FROM_WIRE: Final = FromWire()


def names_count(context: object) -> bool:
    """Whether the Python names of properties are taken beside the wire names."""
    return context.by_name if type(context) is FromWire else True


def read_by(validator: SchemaValidator, value: object, context: object) -> Any:
    """The value as `validator` gives it, in the same context. Raises pydantic's ValidationError."""
    return validator.validate_python(
        value, by_alias=True, by_name=names_count(context), context=context
    )


def read_model(model: type[BaseModel], value: object, context: object) -> Any:
    """An object as an instance of `model`. Raises pydantic's ValidationError."""
    return read_by(model.__pydantic_validator__, value, context)
