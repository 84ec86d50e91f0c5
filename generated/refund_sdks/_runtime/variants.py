"""The marker of unions that have objects among their members."""

from collections.abc import Mapping
from typing import Annotated, Any, Final, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .adapters import adapter
from .annotations import model_of
from .choice import Choice
from .nesting import AS_IT_IS, drawn, drawn_model
from .tags import Tag
from .unknown import Unknown

__all__ = ["Unknown", "Variants"]


class Variants:
    """Says how the members of a union are told apart: `Annotated[Cat | Dog | Unknown, Variants("petType", {…})]`.

    `tag` is the property whose text decides, `values` the member for each text, `otherwise` the one for all other texts
    and none. Without a tag the shape decides: among the members that an object fits, the one that leaves fewest of its
    properties unknown. An `optional` tag is one that an object need not have: a caller may leave it out.
    """

    def __init__(
        self,
        tag: str | None = None,
        values: Mapping[str, Any] | None = None,
        otherwise: Any = None,
        *,
        optional: bool = False,
    ) -> None:
        self.tagged: Final = None if tag is None else Tag(tag, values or {}, otherwise, optional)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        # The members are not built in: each is compiled when a value first needs it.
        choice = self._choice(source)

        def draw(schema: object, handler: GetJsonSchemaHandler) -> dict[str, Any]:
            return {"anyOf": [_drawn(arm, handler) for arm, _ in choice.arms]}

        return core_schema.with_info_plain_validator_function(
            choice.validate,
            serialization=AS_IT_IS,
            metadata={"pydantic_js_functions": [draw]},
        )

    def _choice(self, source: Any) -> Choice:
        """The union taken apart; the same for every reading of the same text."""
        tag = self.tagged
        # Unions are equal whatever their order, which the representation tells apart.
        said = tag and (tag.name, tuple(tag.values.items()), tag.otherwise, tag.optional)
        key = (get_args(source), repr(source), said)
        return _choices.get(key) or _choices.setdefault(key, Choice(Annotated[source, self]))


# Recursive aliases are written as text, and each reading of the text makes new markers and unions.
_choices: Final[dict[object, Choice]] = {}


def _drawn(annotation: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
    model = model_of(annotation)
    if model is not None:
        return drawn_model(model, handler)
    return drawn(annotation, lambda: adapter(annotation).core_schema, handler)
