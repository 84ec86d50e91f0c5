"""A value without the parts that a validator objects to: most of what was made for an operation can be used still."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from ..examples import Validator
from ..raw import Place, Plain

_TURNS = 30


def mended(validator: Validator, schema: Place, value: Plain) -> Plain | None:
    """A value that is valid, made by taking away from one that is not; None where too little would be left."""
    left = deepcopy(value)
    for _ in range(_TURNS):
        try:
            error = validator.first(schema, left)
        except Exception:  # the validator is at its end
            return None
        if error is None:
            return left
        if not _without(left, error):
            return None
    return None


def _without(value: Plain, error: Any) -> bool:
    """Take away what an error is about; whether there was anything to take."""
    path = [*error.absolute_path]
    held = _at(value, path)
    if error.validator in ("additionalProperties", "unevaluatedProperties", "maxProperties"):
        unexpected = [name for name in re.findall(r"'([^']*)'", error.message) if name in held]
        names = unexpected if error.validator != "maxProperties" else [*held][-1:]
        for name in names:
            del held[name]
        return bool(names)
    if error.context and isinstance(held, dict):
        # One of several members: whatever stands in the way of the one that comes closest.
        return _without(value, max(error.context, key=lambda one: len(one.absolute_path)))
    for at in range(len(path) - 1, -1, -1):
        owner = _at(value, path[:at])
        if isinstance(owner, dict):
            del owner[path[at]]
            return True
    return False


def _at(value: Plain, path: list[Any]) -> Any:
    for step in path:
        value = value[step]
    return value
