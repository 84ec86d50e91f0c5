"""The name lock: which Python name was issued for which part of the document, committed beside the SDK."""

from __future__ import annotations

import json
from collections.abc import Mapping
from json.encoder import encode_basestring_ascii as _text
from typing import TypeAlias, cast

from msgspec import Struct, field

from .code import is_identifier

FILE = "names.json"
"""Its name, beside the modules of the API."""

CHOICES = "choices"
"""The scope of what tells the members of `oneOf` and `anyOf` apart, by their ids: no names, but what they are found by."""

BODIES = "bodies"
"""The scope of the media types of operations whose first body is no JSON, by their ids: no names either."""

Scope: TypeAlias = Mapping[str, str]


class Lock(Struct, frozen=True):
    """Names by scope (`types`, `fields #/components/schemas/Refund`, …) and, within it, by what they name."""

    scopes: Mapping[str, Scope] = field(default_factory=dict[str, Scope])

    def scope(self, name: str) -> Scope:
        """The names issued in one scope; empty where there are none."""
        return self.scopes.get(name, {})


def read_lock(text: str) -> Lock | None:
    """The lock in `text`; None where that is no lock of ours, for one name that is none and the file was not ours."""
    try:
        data: object = json.loads(text)
    except ValueError:
        return None
    scopes: dict[str, Scope] = {}
    if not isinstance(data, dict):
        return None
    for scope, names in cast("dict[str, object]", data).items():
        if not isinstance(names, dict):
            return None
        known = cast("dict[str, object]", names)
        texts = [name for name in known.values() if isinstance(name, str)]
        is_of_names = scope not in (BODIES, CHOICES)
        if len(texts) < len(known) or (is_of_names and not all(map(is_identifier, texts))):
            return None
        scopes[scope] = {key: str(name) for key, name in known.items()}
    return Lock(scopes)


def write_lock(lock: Lock) -> str:
    """The lock as text: sorted, a line a name, so that a review shows what moved."""
    scopes = [
        _object(scope, [f"    {_text(id_)}: {_text(name)}" for id_, name in sorted(names.items())])
        for scope, names in sorted(lock.scopes.items())
        if names
    ]
    return "{\n" + ",\n".join(scopes) + "\n}\n" if scopes else "{}\n"


def _object(scope: str, lines: list[str]) -> str:
    # `json.dumps` needs a second for a large API where it has to indent.
    return f"  {_text(scope)}: {{\n" + ",\n".join(lines) + "\n  }"
