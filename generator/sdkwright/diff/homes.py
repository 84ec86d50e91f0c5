"""What a change of the configuration does to code that imports a package."""

from __future__ import annotations

from collections.abc import Iterator

from ..rules.breaking.python_rules import python_rules
from ..rules.breaking.verdict import PythonChange, Site
from .understand import Home


def moved(old: Home | None, new: Home | None) -> Iterator[PythonChange]:
    """What is imported from elsewhere, or from nowhere; nothing where a side has no configuration."""
    if old is None or new is None:
        return
    if old.module != new.module:
        yield _made("py-module-renamed", old, new, old.module, new.module)
    if old.testing and not new.testing:
        yield _made("py-module-removed", old, new, f"{old.module}.testing", None)
    if new.testing and not old.testing:
        yield _made("py-module-added", old, new, None, f"{new.module}.testing")


def _made(rule: str, old: Home, new: Home, before: str | None, after: str | None) -> PythonChange:
    known = python_rules()[rule]
    migration = known.migration.format(old=before or "", new=after or "", type="")
    symbol = after or before or ""
    return PythonChange(
        rule,
        known.verdict,
        known.summary.rstrip("."),
        symbol,
        _line(before),
        _line(after),
        migration,
        Site(f"apis.{old.module}", old.span),
        Site(f"apis.{new.module}", new.span),
        before or symbol,
    )


def _line(module: str | None) -> str | None:
    return None if module is None else f"import {module}"
