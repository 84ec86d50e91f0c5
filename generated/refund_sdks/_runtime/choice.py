"""One union, taken apart: which of its members a value is.

Objects are told apart by the tag where there is one, else by their shape (`members.py`). Any other value goes to the
members that are no objects.
"""

from collections.abc import Mapping
from functools import cached_property, partial
from typing import Any, Final, Union, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError, core_schema

from .adapters import adapter
from .annotations import item_of, model_of, value_of
from .members import Member, Members, Read, member_of, unknown_names
from .mismatch import json_type
from .origin import FROM_WIRE, FromWire, read_by, read_model, trial
from .tags import Arm, Tag, came, guessed, includes, marked, spread


def unknown() -> type[BaseModel]:
    """`Unknown`. Making a model class loads half of pydantic, so it is left until a union is used."""
    from .unknown import Unknown

    return Unknown


class Choice:
    """A union as a validator."""

    def __init__(self, annotation: Any) -> None:
        self.annotation: Final = annotation

    @cached_property
    def arms(self) -> tuple[Arm, ...]:
        """The members with their tags, `Unknown` not among them."""
        return tuple(arm for arm in spread(self.annotation) if arm[0] is not unknown())

    @cached_property
    def is_open(self) -> bool:
        """Whether an object may be none of the members."""
        return any(arm is unknown() for arm, _ in spread(self.annotation))

    @cached_property
    def members(self) -> Members:
        """The members that are objects."""
        return Members(_member(arm) for arm, _ in self.arms if _is_object(arm))

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every tag, that of the whole union first."""
        return tuple(dict.fromkeys(tag for _, tags in self.arms for tag in tags))

    @cached_property
    def tag(self) -> Tag | None:
        """The tag that every object member is under."""
        said = [frozenset(tags) for arm, tags in self.arms if _is_object(arm)]
        return next((tag for tag in self.tags if all(tag in each for each in said)), None)

    @cached_property
    def classes(self) -> tuple[type[BaseModel], ...]:
        """The classes whose instances are taken as they are."""
        owners = (owner for tag in self.tags for owner in tag.values.values())
        named = (model_of(arm) for owner in owners for arm, _ in spread(owner))
        own = (model_of(arm) for arm, _ in self.arms)
        found = {model for model in (*own, *named) if model is not None}
        return (*found, unknown()) if self.is_open else tuple(found)

    def validate(self, value: object, info: core_schema.ValidationInfo[Any]) -> object:
        """The value as the member it is. Raises pydantic's ValidationError or `PydanticCustomError`."""
        found = self._validated(value, info)
        if self.tag is None or self.tag.optional:
            return found
        return (came if type(info.context) is FromWire else marked)(self.tag, found)

    def _validated(self, value: object, info: core_schema.ValidationInfo[Any]) -> object:
        if isinstance(value, Mapping):
            return self._object(cast("Mapping[str, object]", value), info.context)
        if isinstance(value, BaseModel) and isinstance(value, self.classes):
            return value
        if len(self._lists) > 1 and json_type(value) == "array":
            return self._list(cast("list[object]", value), info.context)
        return self._rest(value, info.context)

    def nearest(self, value: object) -> Any:
        """The annotation of the member that a value from the wire should be; None if none has its outer shape."""
        if isinstance(value, dict) and self.members.all:
            given = cast("dict[str, object]", value)
            owners = (
                tag.values.get(_text(given.get(tag.name)), tag.otherwise) for tag in self.tags
            )
            known = next((owner for owner in owners if owner is not None), None)
            return self.members.nearest(given).annotation if known is None else known
        if isinstance(value, list) and self._lists:
            return self._nearest_list(cast("list[object]", value)[:20])
        return None

    def _nearest_list(self, rows: list[object]) -> Any:
        if len(self._lists) == 1:
            return self._lists[0]
        best = max(self._lists, key=lambda each: _fitting(item_of(each), rows))
        if not rows or _fitting(item_of(best), rows):
            return best
        # No row fits anywhere: the list whose rows should look like the first.
        wanted = self._rows.nearest(rows[0])
        owners = (each for each in self._lists if includes(item_of(each), wanted))
        return next(owners, best)

    @cached_property
    def _rows(self) -> "Choice":
        items = tuple(item_of(each) for each in self._lists)
        return Choice(cast("Any", Union)[items])

    def _object(self, value: Mapping[str, object], context: object) -> object:
        if self.tag is not None:
            said = self._tag_of(self.tag, value, context)
            read = self._direct.get(_text(said))
            if read is None and (said is not None or type(context) is FromWire):
                read = self._otherwise
            if read is not None:
                return read(value, context)
        return self._by_shape(value, context)

    def _by_shape(self, value: Mapping[str, object], context: object) -> object:
        with trial():
            return self._tried(value, context)

    def _tried(self, value: Mapping[str, object], context: object) -> object:
        if (found := self._fitting_member(value, context)) is not None:
            return found
        if self._forgot_tag(value, context):
            return guessed(cast("Tag", self.tag), value, context)
        if self.is_open and self._is_foreign(value, context):
            return read_model(unknown(), value, context)
        if not self.members.all:
            return self._rest(value, context)
        return self.members.nearest(value).read(value, context)

    def _fitting_member(self, value: Mapping[str, object], context: object) -> object | None:
        texts = [(tag, self._tag_of(tag, value, context)) for tag in self.tags]
        for member in self.members.ranked(value, context):
            tags = self._tags_of[id(member.annotation)]
            if all(tag.admits(member, text) for tag, text in texts if tag in tags):
                try:
                    return cast("object", member.read(value, context))
                except ValidationError:
                    continue
        return None

    def _is_foreign(self, value: Mapping[str, object], context: object) -> bool:
        """Whether an object that is none of the members is a variant nobody described, and not a faulty one."""
        if self.tag is not None or not self.members.shares_names(value, context):
            return True
        texts = [(tag, self._tag_of(tag, value, context)) for tag in self.tags]
        given = [tag.values.get(text) for tag, text in texts if isinstance(text, str)]
        return bool(given) and not any(given)

    @cached_property
    def _tags_of(self) -> dict[int, frozenset[Tag]]:
        found: dict[int, frozenset[Tag]] = {}
        for arm, tags in self.arms:
            # A member that is reached twice is bound by what both ways demand.
            found[id(arm)] = found.get(id(arm), frozenset(tags)) & frozenset(tags)
        return found

    def _tag_of(self, tag: Tag, value: Mapping[str, object], context: object) -> object:
        text = value.get(tag.name)
        if text is None and type(context) is not FromWire:
            names = {name for m in self.members.all if (name := m.names.get(tag.name))}
            text = next((value[name] for name in sorted(names) if name in value), None)
        return text

    def _forgot_tag(self, value: Mapping[str, object], context: object) -> bool:
        if self.tag is None or self.tag.optional or type(context) is FromWire:
            return False
        return self._tag_of(self.tag, value, context) is None

    @cached_property
    def _direct(self) -> dict[str, Read]:
        if self.tag is None:
            return {}
        return {text: _reader(owner) for text, owner in self.tag.values.items()}

    @cached_property
    def _otherwise(self) -> Read | None:
        other = None if self.tag is None else self.tag.otherwise
        return None if other is None else _reader(other)

    @cached_property
    def _lists(self) -> tuple[Any, ...]:
        return tuple(arm for arm, _ in self.arms if item_of(arm) is not None)

    def _list(self, value: list[object], context: object) -> object:
        fits: list[object] = []
        with trial():
            for each in self._lists:
                try:
                    fits.append(read_by(adapter(each).validator, value, context))
                except ValidationError:
                    continue
        return min(fits, key=unknown_names) if fits else self._rest(value, context)

    @cached_property
    def _others(self) -> Any:
        others = tuple(arm for arm, _ in self.arms if not _is_object(arm))
        return cast("Any", Union)[others] if others else None

    def _rest(self, value: object, context: object) -> object:
        if self._others is None:
            raise PydanticCustomError("variant", "an object")
        return read_by(adapter(self._others).validator, value, context)


# By identity, as in `adapters.py`.
_choices: Final[dict[int, Choice]] = {}


def choice_of(annotation: Any) -> Choice:
    """The members of any annotation; one that is no union is its own only member."""
    return _choices.get(id(annotation)) or _choices.setdefault(id(annotation), Choice(annotation))


def _is_object(annotation: Any) -> bool:
    return model_of(annotation) is not None or value_of(annotation) is not None


def _reader(annotation: Any) -> Read:
    model = model_of(annotation)
    if model is not None:
        return partial(read_model, model)
    return partial(read_by, adapter(annotation).validator)


def _member(annotation: Any) -> Member:
    model = model_of(annotation)
    if model is not None:
        return member_of(model)
    return Member(annotation, _reader(annotation), is_model=False)


def _text(value: object) -> str:
    # No description can have such a text: a tag that is no text finds nothing.
    return value if isinstance(value, str) else "\0"


def _fitting(item: Any, rows: list[object]) -> int:
    fit = 0
    for row in rows:
        try:
            read_by(adapter(item).validator, row, FROM_WIRE)
            fit += 1
        except (ValidationError, RecursionError):
            pass
    return fit
