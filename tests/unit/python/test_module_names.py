"""Modules never have the name of what Windows takes for a device."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from sdkwright.python.reserved import DEVICES, MODULES
from sdkwright.render.paths import path_faults


@pytest.mark.parametrize("name", ["con", "nul", "com1", "lpt9", "aux", "prn"])
def test_devices_are_what_no_path_may_have(name: str) -> None:
    assert path_faults([PurePosixPath(f"resources/{name}.py")])
    assert name in DEVICES
    assert name in MODULES
