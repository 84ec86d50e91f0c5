"""Lets the sample SDK of this folder import the runtime where it lies, and gives clients without a network."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE, HERE.parent, HERE.parent.parent / "templates"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from loopback import loopback  # noqa: E402

__all__ = ["loopback"]
