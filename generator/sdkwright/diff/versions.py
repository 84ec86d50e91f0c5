"""Which version follows: the number that is due after the old one, in words."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.breaking.verdict import Bump
from ..text.printable import clipped
from .gates import next_version
from .model import Comparison

_SHOWN = 3


def due(comparison: Comparison) -> Iterator[str]:
    """For each API that has changed, the version that it needs: `1.4.0 → 2.0.0`."""
    changed = [api for api in comparison.apis if api.changes]
    for api in changed[:_SHOWN]:
        part = api.bump
        number = next_version(api.old_version, part) if part is not Bump.NONE else None
        name = f"{api.name}: " if len(changed) > 1 else ""
        told = f"{api.old_version} → {number}" if number else f"a new {part.value} version"
        yield clipped(f"{name}{told}")
    if len(changed) > _SHOWN:
        yield f"and {len(changed) - _SHOWN} more"
    if not changed:
        yield "the same"
