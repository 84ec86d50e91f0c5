"""Answers that disagree with the specification: what fits is typed, what does not is kept as it came, nothing is lost."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from refund_apis import FLAVOURS, Method, methods, places, replaced, same

from loopback import Loopback, full
from sdkwright.ir.model import Alias, Api, Enum, Object
from sdkwright.ir.types import Array, Nullable, Ref, ScalarKind, Type
from sdkwright.text.node import Plain, child_pointer
from sdkwright.verify.exact import minified

runtime: Any = importlib.import_module("refund_sdks._runtime")
JSON = ("Content-Type", "application/json")
Steps = tuple[str | int, ...]


def served(
    called: Method, flavour: str, loopback: Loopback, payload: Plain, **settings: Any
) -> Any:
    """The whole response to a payload."""
    loopback.script(full(200, minified(payload).encode(), JSON))
    return called.sdk.run(flavour, loopback.url, called.whole, **settings)


def typed(
    api: Api, type_: Type | None, value: Plain, steps: Steps = ()
) -> Iterator[tuple[Steps, object]]:
    """Every value of a payload with the definition it is of, if it is of one."""
    match type_:
        case Nullable(inner):
            yield from typed(api, inner, value, steps)
        case Array(item) if isinstance(value, list):
            for at, element in enumerate(value):
                yield from typed(api, item, element, (*steps, at))
        case Ref(id_):
            definition = api.definitions[id_]
            yield steps, definition
            if isinstance(definition, Alias):
                yield from typed(api, definition.type, value, steps)
            elif isinstance(definition, Object) and isinstance(value, dict):
                for field in definition.fields:
                    if field.wire in value:
                        yield from typed(api, field.type, value[field.wire], (*steps, field.wire))
        case _:
            pass


def pointer(steps: Steps) -> str:
    text = ""
    for step in steps:
        text = child_pointer(text, step)
    return text


def enums() -> list[tuple[Method, Steps, ScalarKind]]:
    """The first enumerated value in the example of each method, where there is one."""
    found: list[tuple[Method, Steps, ScalarKind]] = []
    for called in methods():
        example = called.success
        places_of = typed(called.sdk.api, example.type, example.value)
        first = next(((s, d.base) for s, d in places_of if isinstance(d, Enum)), None)
        found += [(called, *first)] if first else []
    return found


def required() -> list[tuple[Method, Steps, str]]:
    """The first member in the example of each method that must not be missing."""
    found: list[tuple[Method, Steps, str]] = []
    for called in methods():
        example = called.success
        for steps, definition in typed(called.sdk.api, example.type, example.value):
            needed = (
                [f.wire for f in definition.fields if f.required]
                if isinstance(definition, Object)
                else []
            )
            if needed:
                found.append((called, steps, needed[0]))
                break
    return found


def rows() -> list[tuple[Method, Steps, str]]:
    """The first list of objects in the example of each method, and a scalar member of its first object."""
    found: list[tuple[Method, Steps, str]] = []
    for called in methods():
        example = called.success
        known = {
            s
            for s, d in typed(called.sdk.api, example.type, example.value)
            if isinstance(d, Object)
        }
        for steps, value in places(example.value):
            scalars = (
                [k for k, v in value.items() if not isinstance(v, dict | list)]
                if isinstance(value, dict)
                else []
            )
            if steps in known and steps and steps[-1] == 0 and scalars:
                found.append((called, steps, scalars[0]))
                break
    return found


def case_ids(value: object) -> str | None:
    return str(value) if isinstance(value, Method) else None


def test_the_cases_are_found() -> None:
    assert {called.sdk.name for called, _, _ in enums()} == {one.sdk.name for one in methods()}
    assert {called.sdk.name for called, _, _ in rows()} == {one.sdk.name for one in methods()}
    assert {called.sdk.name for called, _, _ in required()} == {
        "afterpay",
        "riverty",
        "violet",
        "digital_river",
    }


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(("called", "steps", "base"), enums(), ids=case_ids)
def test_an_unknown_enum_value_passes_through(
    called: Method, steps: Steps, base: ScalarKind, flavour: str, loopback: Loopback
) -> None:
    new: Plain = 99 if base is ScalarKind.INTEGER else "NEWER_THAN_THE_DOCUMENT"
    payload = replaced(called.success.value, steps, new)
    response = served(called, flavour, loopback, payload, strict=True)
    assert response.mismatches == ()
    assert same(response.value, payload)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(("called", "steps", "wire"), required(), ids=case_ids)
def test_a_missing_required_field(
    called: Method, steps: Steps, wire: str, flavour: str, loopback: Loopback
) -> None:
    whole = next(value for where, value in places(called.success.value) if where == steps)
    assert isinstance(whole, dict)
    payload = replaced(called.success.value, steps, {k: v for k, v in whole.items() if k != wire})
    response = served(called, flavour, loopback, payload)
    (mismatch,) = response.mismatches
    assert (mismatch.pointer, mismatch.got) == (pointer((*steps, wire)), "nothing")
    assert same(response.value, payload)
    with pytest.raises(runtime.DecodingError) as caught:
        served(called, flavour, loopback, payload, strict=True)
    assert caught.value.mismatches == response.mismatches


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(("called", "steps", "wire"), rows(), ids=case_ids)
def test_a_wrong_type_in_one_row_leaves_the_others_intact(
    called: Method, steps: Steps, wire: str, flavour: str, loopback: Loopback
) -> None:
    example = called.success.value
    row = next(value for where, value in places(example) if where == steps)
    assert isinstance(row, dict)
    broken: Plain = {**row, wire: {"not": ["what", Decimal("1.50"), "was", "described"]}}
    payload = replaced(example, steps[:-1], [row, broken, row])
    told: list[Any] = []

    def hear(found: tuple[Any, ...], _operation: object) -> None:
        told.extend(found)

    response = served(called, flavour, loopback, payload, on_mismatch=hear)
    (mismatch,) = response.mismatches
    assert told == [mismatch]
    assert (mismatch.pointer, mismatch.got) == (pointer((*steps[:-1], 1, wire)), "object")
    assert same(response.value, payload)
    first, middle, last = _at(called, response.value, steps[:-1])
    assert type(first) is type(middle) is type(last)
    assert isinstance(first, runtime.Model)
    assert first == last


def _at(called: Method, value: Any, steps: Steps) -> Any:
    """What stands at a place of a value, by the attributes that the wire names have."""
    for step in steps:
        if isinstance(step, int):
            value = value[step]
        else:
            fields: Any = value.__class__.model_fields
            names = {field.alias or name: name for name, field in fields.items()}
            value = getattr(value, names[str(step)])
    return value


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("called", methods(), ids=str)
@pytest.mark.parametrize("payload", ["text", None, 1, [], {}, [1], {"refunds": {}}])
def test_another_answer_altogether(
    called: Method, payload: Plain, flavour: str, loopback: Loopback
) -> None:
    response = served(called, flavour, loopback, payload)
    assert same(response.value, payload)
