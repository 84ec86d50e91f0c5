"""What a change looks like that a rule tells: before and after, as `sdkwright explain` shows it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from ...text.node import Plain
from .differences import DIFFERENCES
from .examples_python import python_example
from .examples_wire import examples
from .laws import REQUEST, RESPONSE, STEMS, schema_id, spelled
from .python_rules import python_rules

_PLAIN = re.compile(r"[A-Za-z$/][\w$./-]*")


def example_of(rule: str) -> tuple[str, str] | None:
    """What stands before and after, in Python or YAML; None for a rule of dates and stability, whose words say it all."""
    return python_example(rule) if rule in python_rules() else _wire().get(rule)


@cache
def _wire() -> Mapping[str, tuple[str, str]]:
    found = {rule: (before, after) for rule, before, after, _ in examples()}
    for holder in (*REQUEST, *RESPONSE):
        for stem, actions in STEMS.items():
            for action in actions:
                pair = DIFFERENCES.get(stem, {}).get(action) or _ELSEWHERE.get(
                    spelled(stem, action)
                )
                if pair is not None:
                    found[schema_id(holder, spelled(stem, action))] = _flow(pair[0]), _flow(pair[1])
    return found


_TEXT: Mapping[str, Any] = {"type": "string"}
_ELSEWHERE: Mapping[str, tuple[Any, Any]] = {
    "became-required": (
        {"properties": {"a": _TEXT}},
        {"required": ["a"], "properties": {"a": _TEXT}},
    ),
    "became-optional": (
        {"required": ["a"], "properties": {"a": _TEXT}},
        {"properties": {"a": _TEXT}},
    ),
    "deprecated": (_TEXT, {**_TEXT, "deprecated": True}),
    "reactivated": ({**_TEXT, "deprecated": True}, _TEXT),
    "min-length-set": (_TEXT, {**_TEXT, "minLength": 1}),
    "min-length-unset": ({**_TEXT, "minLength": 1}, _TEXT),
    "type-compatible": ({"type": "integer"}, _TEXT),
}
"""Differences that no schema shows by itself."""


def _flow(value: Plain) -> str:
    """A value of a document as YAML on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_flow(key)}: {_flow(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, default=str)
