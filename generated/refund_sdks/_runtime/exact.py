"""A pydantic core schema to the same schema with exact leaves.

pydantic converts where JSON has one right answer: it reads `"1"` as a number, rounds fractions of a second, keeps no
spelling. Here each leaf takes its own JSON type and nothing else, and what has several spellings keeps its own.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .leaves import DONE, LEAVES, LEAVES_OF_UNIONS, Schema, strict
from .members import Members, member_of
from .nesting import AS_IT_IS, MODEL, handed_on
from .origin import DEEPER, names_count, read_deeper, trial


class Exact:
    """Marks an annotation, `Annotated[list[Decimal], Exact()]`, whose leaves are to be exact."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        schema = cast("Schema", handler(source))
        return cast("CoreSchema", _Walk(handler).schema(schema))


def exact_model(
    model: type[BaseModel], schema: CoreSchema, handler: GetCoreSchemaHandler
) -> CoreSchema:
    """A model's own schema with exact fields, undeclared properties included where they have a type."""
    walk = _Walk(handler, model)
    node = cast("Schema", schema)
    while node["type"] not in _FIELDS:
        if "schema" not in node:  # a reference: the model is being built further up
            return schema
        node = node["schema"]
    for field in node["fields"].values():
        field["schema"] = walk.schema(field["schema"])
    names = {name for name, field in node["fields"].items() if _wire_name(field) != name}
    if names and node["type"] == "model-fields":
        node["extras_keys_schema"] = _unlike(names)
    if "extras_schema" in node:
        node["extras_schema"] = walk.schema(node["extras_schema"])
    return schema


TAKEN: Final = "name_taken"
"""The type of the error for an undeclared property that is called like a field in Python."""


def _wire_name(field: Schema) -> object:
    return field.get("validation_alias")


def _unlike(names: set[str]) -> CoreSchema:
    """What reads the names of undeclared properties from the wire.

    pydantic keeps one set of names for what was set, fields and others: `refund_id` of the wire would count as the field
    `refund_id`, whose wire name is `refundId`, and send that as null. `salvage.py` reads such an object instead.
    """

    def read(name: str, info: core_schema.ValidationInfo[Any]) -> str:
        if name in names and not names_count(info.context):
            raise PydanticCustomError(TAKEN, "another name")
        return name

    return core_schema.with_info_after_validator_function(read, core_schema.str_schema())


_FIELDS: Final = frozenset({"model-fields", "typed-dict-fields"})


class _Walk:
    """One walk through a schema and the definitions it refers to."""

    def __init__(self, handler: GetCoreSchemaHandler, model: type[BaseModel] | None = None) -> None:
        self._handler = handler
        self._model = model
        self._in_union = False

    def schema(self, node: Schema) -> Schema:
        """The schema with exact leaves. A nested model is left alone: it does the same for itself."""
        kind, metadata = node["type"], _metadata(node)
        if self._in_union and MODEL in metadata:
            return cast("Schema", handed_on(metadata[MODEL]))
        if kind == "model" or DONE in metadata:
            return node
        if kind == "definition-ref":
            return self._referred(node)
        if kind in LEAVES:
            return (LEAVES_OF_UNIONS if self._in_union else LEAVES)[kind](node)
        if kind == "union":
            node = _told_apart(node)
            if node["type"] == "str":
                return strict(node)
        return _tried_once(self._containing(node, self._in_union or kind == "union"))

    def _containing(self, node: Schema, in_union: bool) -> Schema:
        """The schema with exact members. Inside of a union, pydantic must not see what it would prefer."""
        before, self._in_union = self._in_union, in_union
        try:
            inner: Schema = {key: self._member(node[key]) for key in _CONTAINS if key in node}
        finally:
            self._in_union = before
        return {**node, **inner}

    def _referred(self, node: Schema) -> Schema:
        """A reference to a model that contains itself, or to a recursive alias, which is made exact."""
        try:
            definition = cast("Schema", self._handler.resolve_ref_schema(cast("CoreSchema", node)))
        except LookupError:  # an alias that is being built further up, and will be walked there
            return node
        if definition["type"] == "model":
            # Within itself a model is read like any other, so that its depth is counted.
            own = definition["cls"] is self._model
            return cast("Schema", handed_on(definition["cls"])) if own else node
        if DONE not in _metadata(definition):
            self._define(definition)
        return node

    def _define(self, definition: Schema) -> None:
        """Makes an alias exact in its place: pydantic keeps it beside the schemas that refer to it."""
        ref = definition.pop("ref")
        inner = dict(definition)
        definition["metadata"] = {DONE: True}  # it may refer to itself
        # It may be met again inside of a union.
        exact = self._containing({"type": "definition", "schema": inner}, in_union=True)
        bounded = core_schema.with_info_wrap_validator_function(
            read_deeper,
            cast("CoreSchema", exact["schema"]),
            ref=ref,
            serialization=AS_IT_IS,
            metadata={DONE: True},
        )
        definition.clear()
        definition.update(bounded)

    def _member(self, member: Any) -> Any:
        """The value under a key that contains: a schema, a list of them, labelled ones, or a table of them."""
        match member:
            case {"type": str()}:
                return self.schema(cast("Schema", member))
            case dict():
                return {key: self._member(value) for key, value in cast("Schema", member).items()}
            case list():
                return [self._member(value) for value in cast("Sequence[Any]", member)]
            case (schema, label):
                return (self._member(schema), label)
            case _:
                return member


# The keys of a core schema under which other schemas stand.
_CONTAINS: Final = (
    "schema",
    "items_schema",
    "keys_schema",
    "values_schema",
    "choices",
    "steps",
    "definitions",
    "lax_schema",
    "strict_schema",
    "python_schema",
)


def _told_apart(union: Schema) -> Schema:
    """The union without what pydantic would decide by order or by conversion."""
    if _is_open_enum(union):
        return cast("Schema", core_schema.str_schema())
    choices = [_schema_of(choice) for choice in cast("list[object]", union["choices"])]
    models = [choice for choice in choices if MODEL in _metadata(choice)]
    if len(models) > 1:
        choices = [_one_of(models), *(choice for choice in choices if choice not in models)]
    if any(choice["type"] in _NUMBERS for choice in choices):
        # `5.0` is an integer only where it can't be a number.
        choices = [strict(choice) if choice["type"] == "int" else choice for choice in choices]
    return {**union, "choices": choices} if len(choices) > 1 else choices[0]


def _tried_once(node: Schema) -> Schema:
    """A union of lists or of maps: each is tried, and what is inside of both need not be read twice."""
    if node["type"] != "union":
        return node
    kinds = [_schema_of(choice)["type"] for choice in node["choices"]]
    if max(kinds.count("list"), kinds.count("dict")) < 2:
        return node
    wrapped = core_schema.no_info_wrap_validator_function(
        _in_trial, cast("CoreSchema", node), serialization=AS_IT_IS, metadata={DONE: True}
    )
    return cast("Schema", wrapped)


def _in_trial(value: object, read: core_schema.ValidatorFunctionWrapHandler) -> object:
    with DEEPER, trial():
        try:
            return read(value)
        except ValidationError as error:
            if error.error_count() < _MOST_ERRORS:
                raise
    # Both tell what is wrong inside, so that it doubles with every level.
    raise PydanticCustomError("union", "a value of one of the types described")


_MOST_ERRORS: Final = 5


_NUMBERS: Final = frozenset({"decimal", "float"})


def _schema_of(choice: object) -> Schema:
    """A choice of a union without the label that it may have."""
    return cast("Schema", choice[0] if isinstance(choice, tuple) else choice)


def _metadata(node: Schema) -> Schema:
    return cast("Schema", node.get("metadata") or {})


def _one_of(references: Sequence[Schema]) -> Schema:
    """References to models as one schema, which takes the model that an object fits best."""
    models = cast("list[type[BaseModel]]", [_metadata(each)[MODEL] for each in references])
    classes = tuple(models)
    members: list[Members] = []

    def validate(value: object, info: core_schema.ValidationInfo[Any]) -> object:
        if isinstance(value, classes):
            return value
        if not isinstance(value, Mapping):
            raise PydanticCustomError("variant", "an object")
        if not members:  # their fields may not be known before
            members.append(Members(map(member_of, models)))
        return members[0].only_fit(cast("Mapping[str, object]", value), info.context)

    plain = core_schema.with_info_plain_validator_function(
        validate,
        json_schema_input_schema=core_schema.union_schema(cast("list[Any]", references)),
        serialization=AS_IT_IS,
    )
    return cast("Schema", plain)


def _is_open_enum(union: Schema) -> bool:
    """Whether the union is `Literal["a", "b"] | str`: the known values are for the reader, any text fits."""
    choices = cast("list[object]", union["choices"])
    members = [cast("Schema", choice) for choice in choices if isinstance(choice, dict)]
    if len(members) != len(choices) or {member["type"] for member in members} != {"literal", "str"}:
        return False
    known = [value for member in members for value in member.get("expected", ())]
    return all(isinstance(value, str) for value in known)
