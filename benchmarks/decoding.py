"""A large list of refunds read and written, against pydantic's own JSON on an equivalent plain model.

The plain model sends amounts through floats and writes them as strings: it is faster at less.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter, create_model
from pydantic.alias_generators import to_camel

from .clock import in_turns, seconds_of
from .payload import ANSWER
from .result import Result

_BYTES = 3_000_000


def decoding(rounds: int) -> Iterator[Result]:
    """Both read the same bytes into models, and write the models as bytes."""
    from refund_sdks._runtime import codec, wire
    from refund_sdks.riverty import models

    refund = json.dumps(ANSWER["refunds"][0])
    content = f"[{', '.join([refund] * (_BYTES // len(refund)))}]".encode()
    shape = list[models.Refund]
    plain = _plain_list(models)
    values, mismatches = codec.decode(shape, content)
    if mismatches:
        raise RuntimeError(f"the payload does not fit: {mismatches[0]}")
    others = plain.validate_json(content)
    yield _ratio(
        "decode a list of 3 MB",
        rounds,
        lambda: codec.decode(shape, content),
        lambda: plain.validate_json(content),
    )
    yield _ratio(
        "encode it again",
        rounds,
        lambda: wire.write(values),
        lambda: plain.dump_json(others, by_alias=True, exclude_unset=True),
    )


def _ratio(what: str, rounds: int, ours: Any, theirs: Any) -> Result:
    mine, other = in_turns([seconds_of(ours), seconds_of(theirs)], rounds)
    how = f"{mine * 1000:.0f} against {other * 1000:.0f} ms of plain pydantic, in turns, medians of {rounds}"
    return Result(what, mine / other, "x", None, how)


class _Plain(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True, extra="allow")


def _plain_list(models: Any) -> TypeAdapter[Any]:
    """A list of plain models with the attributes and types of the generated ones."""
    item = _like(models.RefundItem, models, {})
    refund: Any = _like(models.Refund, models, {"RefundItem": item})
    return TypeAdapter(list[refund])


def _like(model: type[BaseModel], models: Any, classes: dict[str, Any]) -> Any:
    space = {**vars(models), **classes}
    fields: dict[str, Any] = {
        name: (eval(annotation, space), None) for name, annotation in model.__annotations__.items()
    }
    return create_model(f"Plain{model.__name__}", __base__=_Plain, **fields)
