"""Unions inside of unions, flat, and the tags that tell their members apart."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from .annotations import alias_value, is_union, model_of
from .fields import fields_by_wire_name
from .members import Member
from .origin import read_model


class Tag:
    """The property whose text tells members of a union apart, and the member for each text.

    `otherwise` is the member for any other text, and for an object that has none; `optional` says that an object need
    not have one.
    """

    def __init__(
        self, name: str, values: Mapping[str, Any], otherwise: Any = None, optional: bool = False
    ) -> None:
        self.name: Final = name
        self.values: Final = values
        self.otherwise: Final = otherwise
        self.optional: Final = optional

    @cached_property
    def owned(self) -> frozenset[int]:
        """The identities of all members that some text stands for."""
        return frozenset(id(arm) for owner in self.values.values() for arm, _ in spread(owner))

    def admits(self, member: Member, text: object) -> bool:
        """Whether an object with this text, which may be absent, can be the member."""
        owner = self.values.get(text, self.otherwise) if isinstance(text, str) else self.otherwise
        if owner is not None:
            return includes(owner, member.annotation)
        if not isinstance(text, str):
            return True
        constants = member.constants(self.name)
        return id(member.annotation) not in self.owned and (not constants or text in constants)


Arm = tuple[Any, tuple[Tag, ...]]


def spread(annotation: Any, tags: tuple[Tag, ...] = ()) -> Iterator[Arm]:
    """The members of a union, those of unions inside it among them, each with the tags that have a say about it."""
    if get_origin(annotation) is Annotated:
        inner, *metadata = get_args(annotation)
        said = tuple(tag for each in metadata if (tag := getattr(each, "tagged", None)))
        yield from spread(inner, tags + said)
    elif hasattr(annotation, "__value__"):
        yield from spread(alias_value(annotation), tags)
    elif is_union(annotation):
        for member in get_args(annotation):
            yield from spread(member, tags)
    else:
        yield annotation, tags


def includes(union: Any, member: Any) -> bool:
    """Whether a union has a member, directly or in a union inside of it."""
    return any(arm is member for arm, _ in spread(union))


class AsItCame(set[str]):
    """The fields of an object that came without its tag. It goes back without it, for it was somebody else's to say."""


def came(tag: Tag, value: object) -> object:
    """What came over the wire, marked where it came without its tag."""
    if isinstance(value, BaseModel) and not _says(tag, value):
        fields = AsItCame(value.model_fields_set)
        object.__setattr__(value, "__pydantic_fields_set__", fields)
    return value


def marked(tag: Tag, value: object) -> object:
    """What a caller gave, with the text of its tag where he said none and a single one stands for what it is.

    What came over the wire without one is left alone.
    """
    if not isinstance(value, BaseModel) or isinstance(value.model_fields_set, AsItCame):
        return value
    owners = tag.values.items()
    texts = [text for text, owner in owners if isinstance(value, model_of(owner) or ())]
    if len(texts) != 1 or _says(tag, value):
        return value
    name = fields_by_wire_name(type(value)).get(tag.name, tag.name)
    return value.model_copy(update={name: texts[0]})


def _says(tag: Tag, value: BaseModel) -> bool:
    """Whether an object has its tag."""
    name = fields_by_wire_name(type(value)).get(tag.name)
    return tag.name in (value.model_extra or {}) if name is None else name in value.model_fields_set


def guessed(tag: Tag, value: Mapping[str, object], context: object) -> object:
    """An object that a caller gave without its tag as the only member that it fits with one.

    Raises `PydanticCustomError` where none or several fit: without a tag nobody could tell what was sent.
    """
    fits: list[BaseModel] = []
    for text, owner in tag.values.items():
        model = model_of(owner)
        if model is not None:
            with suppress(ValidationError):
                fits.append(read_model(model, {**value, tag.name: text}, context))
    known = [each for each in fits if not each.model_extra]
    if len(known) == 1:
        return known[0]
    listed = ", ".join(f"`{text}`" for text in list(tag.values)[:8])
    raise PydanticCustomError("variant", "{expected}", {"expected": f"`{tag.name}`: {listed}"})
