"""The names in annotations that stand in other modules of a package of models.

Modules of models import one another for type checkers only. What an annotation speaks of is imported when the annotation
is read, through the package, which knows where each name is at home.
"""

import re
import sys
from collections.abc import Iterable, Mapping
from typing import Any, Final

_NAME: Final = re.compile(r"[A-Za-z_]\w*")


def siblings(module: str, annotations: Iterable[object]) -> dict[str, Any]:
    """The names that annotations written as text in `module` take from its siblings; empty for a module without any."""
    here = sys.modules[module]
    package = sys.modules.get(here.__package__ or "")
    homes: Mapping[str, str] = {} if package is None else vars(package).get("_HOMES", {})
    if not homes:
        return {}
    spoken = {name for text in annotations if isinstance(text, str) for name in _NAME.findall(text)}
    return {name: getattr(package, name) for name in spoken & homes.keys() - vars(here).keys()}
