"""The base classes of generated models: open, keyword-only, and exact in both directions."""

from collections.abc import Iterable
from inspect import get_annotations
from typing import Any, ClassVar, Self, TypeVar

import msgspec
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema

from . import wire
from .exact import TAKEN, exact_model
from .nesting import is_nested, nested, reference
from .origin import FromWire
from .siblings import siblings

M = TypeVar("M", bound=BaseModel)


def camel_case(name: str) -> str:
    """`refund_number` -> `refundNumber`: parts between underscores, each but the first with a capital."""
    first, *rest = name.split("_")
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def pascal_case(name: str) -> str:
    """`refund_number` -> `RefundNumber`."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


class Model(BaseModel):
    """An object of the API.

    An optional field that did not come reads None and is not in `model_fields_set`; one that came as null reads None
    and is. Members that the description does not know are kept in `model_extra` and sent back. Numbers keep their
    digits, dates and UUIDs their spelling.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        validate_assignment=True,
        hide_input_in_errors=True,
        defer_build=True,
        protected_namespaces=(),
    )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        if is_nested():
            return reference(cls)
        if not cls.__pydantic_fields_complete__:
            # The caller's own model or adapter holds the class, and knows no names of its sibling modules.
            cls.model_rebuild()
        with nested():
            return exact_model(cls, handler(source), handler)

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Any = None,
    ) -> bool | None:
        """See pydantic. Names of sibling modules that the annotations speak of are found as well."""
        if _types_namespace is None:
            _types_namespace = siblings(cls.__module__, get_annotations(cls).values())
        return super().model_rebuild(
            force=force,
            raise_errors=raise_errors,
            _parent_namespace_depth=_parent_namespace_depth + 1,
            # An empty one would hide the names around the class.
            _types_namespace=_types_namespace or None,
        )

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """The model of a JSON text, exactly: wire names only, unless `by_name=True`.

        Raises ValueError for what is not JSON, pydantic's ValidationError for what does not fit.
        """
        text = json_data if isinstance(json_data, str) else bytes(json_data)
        context = FromWire(options.pop("context", None) or {})
        context.by_name = bool(options.setdefault("by_name", False))
        names: dict[str, Any] = {"by_alias": True, **options, "context": context}
        value = wire.read(text)
        try:
            return cls.model_validate(value, **names)
        except ValidationError as error:
            model = _despite_names(cls, value, error)
            if model is None:
                raise
            return model
        except RecursionError:
            raise wire.NotJSON("nested too deeply") from None

    def model_dump_json(self, *, indent: int | None = None, **options: Any) -> str:
        """The JSON text that the API would get: wire names, only what is set, numbers to the digit.

        `options` are those of `model_dump`. Raises ValueError for a value with no JSON form.
        """
        chosen: dict[str, Any] = {
            "by_alias": True,
            "exclude_unset": True,
            "warnings": False,
            **options,
        }
        text = wire.write(self.model_dump(**chosen))
        return (text if indent is None else msgspec.json.format(text, indent=indent)).decode()

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        # What is absent is not shown; forty `field=None` would hide the three that matter.
        given = self.model_fields_set
        extra = self.model_extra or {}
        return [(k, v) for k, v in super().__repr_args__() if k in given or k in extra]


def _despite_names(model: type[M], value: object, error: ValidationError) -> M | None:
    """The model of an object in which only names of undeclared properties are in the way; None for other faults."""
    if all(detail["type"] != TAKEN for detail in error.errors()):
        return None
    from .salvage import repaired

    found: list[Any] = []
    repaired_model = repaired(model, value, "", found)
    return repaired_model if isinstance(repaired_model, model) and not found else None


class CamelModel(Model):
    """A model whose wire names are camelCase; see `camel_case` for the exact rule."""

    model_config: ClassVar[ConfigDict] = ConfigDict(alias_generator=camel_case)


class PascalModel(Model):
    """A model whose wire names are PascalCase; see `pascal_case` for the exact rule."""

    model_config: ClassVar[ConfigDict] = ConfigDict(alias_generator=pascal_case)
