"""Whatever JSON comes for whatever annotation: it is read, and goes back to the digit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from itertools import count
from typing import Annotated, Any, Literal, Optional, Union
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from test_variants import JsonValue, Nested, Node, Owner, Pet, Thing, Tree

from runtime import CamelModel, Model, Unknown, Variants, codec, wire
from runtime.errors import RequestValidationError

NAMES = ("a", "b", "bC", "type", "petType", "name", "leaf", "model_dump")
TEXTS = (
    *("", "x", "cat", "QUI", "QUJD", "2024-05-01", "10:20:30", "2024-05-01T10:20:30.5+00:00"),
    "4F430446-4d30-4e61-9c3c-76849f5e9d92",
)
_numbers = count()

scalars: Any = st.sampled_from(
    [
        *(str, int, Decimal, bool, bytes, float, time, date, datetime, UUID, Any, type(None)),
        *(Literal["cat"], Literal[1, 2], Literal["x"] | str, JsonValue),
        *(Pet, Thing, Nested, Node, Owner, Tree),
    ]
)


def _model(fields: dict[str, tuple[Any, bool]], base: type[Model], extra: Any) -> Any:
    hints: dict[str, Any] = {}
    values: dict[str, Any] = {}
    for name, (annotation, required) in fields.items():
        python = {"bC": "b_c", "petType": "pet_type"}.get(name, name).replace("model_dump", "dump")
        hints[python] = annotation if required else Optional[annotation]  # noqa: UP045
        if not required:
            values[python] = None
    if extra is not None:
        hints["__pydantic_extra__"] = dict[str, extra]
    return type(f"M{next(_numbers)}", (base,), {"__annotations__": hints, **values})


def _union(arms: list[Any], tag: str | None) -> Any:
    models = [arm for arm in arms if isinstance(arm, type) and issubclass(arm, Model)]
    values = dict(zip(("cat", "x", "QUI"), models, strict=False))
    marker = Variants() if tag is None else Variants(tag, values)
    return Annotated[Union[(*arms, Unknown)], marker]


def _wider(inner: Any) -> Any:
    fields = st.dictionaries(
        st.sampled_from(NAMES), st.tuples(inner, st.booleans()), min_size=1, max_size=4
    )
    arms = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        inner.map(lambda each: list[each]),
        inner.map(lambda each: dict[str, each]),
        arms.map(lambda found: Union[tuple(found)]),  # noqa: UP007
        st.builds(_model, fields, st.sampled_from([Model, CamelModel]), st.none() | inner),
        st.builds(_union, arms, st.sampled_from([None, "type", "petType"])),
    )


annotations: Any = st.recursive(scalars, _wider, max_leaves=6)
decimals = st.from_regex(r"-?(0|[1-9][0-9]{0,20})\.[0-9]{1,20}", fullmatch=True).map(Decimal)
values: Any = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.integers()
    | decimals
    | st.sampled_from([Decimal("5.0"), Decimal("1E+3"), Decimal("1E+400"), Decimal("-0.0")])
    | st.sampled_from(TEXTS),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from([*NAMES, "b_c", "pet_type", "z"]), inner, max_size=5),
    max_leaves=12,
)


def spelled(value: object) -> object:
    """The value with numbers as their digits, so that 1 and 1.0 differ."""
    if isinstance(value, dict):
        return {name: spelled(item) for name, item in value.items()}
    if isinstance(value, list):
        return [spelled(item) for item in value]
    return value if isinstance(value, str | bool) else repr(value)


@settings(max_examples=600, deadline=None)
@given(annotations, values)
def test_what_came_goes_back(annotation: Any, raw: object) -> None:
    text = wire.write(raw)
    value, mismatches = codec.decode(annotation, text)
    assert spelled(wire.read(wire.write(value))) == spelled(wire.read(text))
    places = [mismatch.pointer for mismatch in mismatches]
    assert len(places) == len(set(places))


@settings(max_examples=400, deadline=None)
@given(annotations, values)
def test_what_a_caller_gives_is_sent_as_it_is_or_refused(annotation: Any, given: object) -> None:
    try:
        sent = codec.encode_body(annotation, given, True)
    except RequestValidationError:
        return
    assert sent is not None


@settings(max_examples=400, deadline=None)
@given(annotations, values)
def test_what_fits_is_taken_back(annotation: Any, raw: object) -> None:
    value, mismatches = codec.fitted(annotation, raw)
    if not mismatches:
        sent = wire.read(codec.encode_body(annotation, value, True) or b"")
        assert spelled(sent) == spelled(raw)


class Camel(CamelModel):
    refund_id: int | None = None
    inner: Camel | None = None


@pytest.mark.parametrize(
    "raw",
    [
        {"refund_id": 1},
        {"refund_id": "x", "refundId": 2},
        {"refund_id": 1, "refundId": None},
        {"inner": {"refund_id": None}},
        {"inner": {"refundId": 1, "refund_id": {}}, "refund_id": []},
    ],
)
def test_a_member_called_like_a_field_in_python_is_no_field(raw: object) -> None:
    value, mismatches = codec.fitted(Camel, raw)
    assert mismatches == ()
    assert wire.read(wire.write(value)) == raw
    assert wire.read(codec.encode_body(Camel, value, True) or b"") == raw
    assert wire.read(Camel.model_validate_json(wire.write(raw)).model_dump_json()) == raw


def test_a_member_called_like_a_field_hides_no_mismatch() -> None:
    text = b'{"refund_id":1,"refundId":"x"}'
    assert [mismatch.pointer for mismatch in codec.decode(Camel, text)[1]] == ["/refundId"]
    with pytest.raises(ValidationError, match="refundId"):
        Camel.model_validate_json(text)


def nest(depth: int, wrap: Callable[[str], str], core: str) -> str:
    for _ in range(depth):
        core = wrap(core)
    return core


def test_depth_is_bounded_and_nothing_crashes() -> None:
    wraps: list[tuple[Any, Callable[[str], str]]] = [
        (Tree, lambda inner: '{"leaf":1,"more":' + inner + "}"),
        (Owner, lambda inner: '{"thing":' + inner + "}"),
        (Node, lambda inner: "[" + inner + "]"),
        (JsonValue, lambda inner: "[" + inner + "]"),
        (Any, lambda inner: '{"x":' + inner + "}"),
    ]
    for annotation, wrap in wraps:
        for depth in (20, 100, 200, 300, 500, 900, 5000):
            text = nest(depth, wrap, "null").encode()
            try:
                value, _ = codec.decode(annotation, text)
                assert wire.read(wire.write(value)) == wire.read(text)
            except (wire.NotJSON, wire.NotEncodable):
                assert depth > 100, annotation
            except (RequestValidationError, ValidationError) as error:
                raise AssertionError(annotation) from error
