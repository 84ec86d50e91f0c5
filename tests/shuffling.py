"""Documents whose maps stand in another order: nothing may hang on it."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any


def shuffled(value: Any, dice: random.Random) -> Any:
    """The same value with the members of its maps in another order."""
    match value:
        case dict():
            keys = dice.sample(list(value), len(value))
            return {key: shuffled(value[key], dice) for key in keys}
        case list():
            return [shuffled(one, dice) for one in value]
        case _:
            return value


def exact_json(value: Any) -> str:
    """JSON with every digit of its numbers, which the standard library would send through a float."""
    match value:
        case dict():
            members = (f"{json.dumps(key)}: {exact_json(member)}" for key, member in value.items())
            return "{" + ", ".join(members) + "}"
        case list():
            return "[" + ", ".join(map(exact_json, value)) + "]"
        case Decimal():
            return str(value)
        case _:
            return json.dumps(value)
