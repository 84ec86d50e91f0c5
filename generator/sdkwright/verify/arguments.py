"""Values for the arguments of a call that no example gives: the awkward ones, since the plain ones work anyhow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ..ir.model import Alias, Api, Enum, Object, Parameter
from ..ir.types import (
    Anything,
    Array,
    Literal,
    Map,
    Nullable,
    Ref,
    Scalar,
    ScalarKind,
    Type,
    Union,
)
from ..ir.writing import Style
from ..text.node import Plain

AWKWARD = "a/b ü%"

_SAMPLES: Mapping[ScalarKind, Plain] = {
    ScalarKind.STRING: AWKWARD,
    ScalarKind.INTEGER: 2_147_483_647,
    ScalarKind.NUMBER: 1,
    ScalarKind.BOOLEAN: True,
    ScalarKind.NULL: None,
    ScalarKind.UUID: "3f2b8c1e-7d44-4a55-9b0f-1c2d3e4f5a6b",
    ScalarKind.DATE: "2024-02-29",
    ScalarKind.DATE_TIME: "2024-02-29T23:59:59Z",
    ScalarKind.TIME: "23:59:59Z",
    ScalarKind.BINARY: AWKWARD,
    ScalarKind.BYTES: "AP8=",
}


def argument_of(api: Api, parameter: Parameter) -> Plain:
    """A value for a parameter: one that the document prints, where that is of the right kind, else an awkward one."""
    made: Plain = sample(api, parameter.type)
    if made in ({}, []):
        made = {"key": AWKWARD} if made == {} else [AWKWARD]
    shown = next((value for value in parameter.shown if type(value) is type(made)), None)
    if isinstance(made, dict) or shown in (None, "", []):
        shown = None
    value: Plain = made if shown is None else shown
    return "text" if parameter.writing.style is Style.COOKIE and value == AWKWARD else value


def sample(api: Api, type_: Type, around: frozenset[str] = frozenset()) -> Plain:
    """A payload of a type, as small as it may be; `around` are the definitions that it stands in."""
    match type_:
        case Scalar(kind):
            return _SAMPLES[kind]
        case Literal(values):
            return values[0] if values else AWKWARD
        case Array(item):
            return [sample(api, item, around)]
        case Map():
            return {}
        case Nullable(inner):
            return sample(api, inner, around)
        case Ref(id_):
            return _of_definition(api, id_, around | {id_}) if id_ not in around else None
        case Union(members):
            return sample(api, members[0], around)
        case Anything():
            return AWKWARD
        case _:
            assert_never(type_)


def _of_definition(api: Api, id_: str, around: frozenset[str]) -> Plain:
    match api.definitions.get(id_):
        case Object() as object_:
            needed = (field for field in object_.fields if field.required)
            return {field.wire: sample(api, field.type, around) for field in needed}
        case Alias(type=inner):
            return sample(api, inner, around)
        case Enum(members=members):
            return members[0].value if members else AWKWARD
        case None:
            return None
