"""Names of a package that are imported when they are first asked for (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any


def load(package: str, homes: Mapping[str, str], name: str) -> Any:
    """The attribute `name` of `package`, from the module that `homes` says; kept there for the next time.

    Raises:
        AttributeError: the package does not offer `name`.
    """
    home = homes.get(name)
    if home is None:
        raise AttributeError(f"module {package!r} has no attribute {name!r}")
    value = getattr(import_module(home, package), name)
    setattr(sys.modules[package], name, value)
    return value
