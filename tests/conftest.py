"""Options of the whole test suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let tests rewrite the files that they compare with."""
    parser.addoption("--update", action="store_true", help="write what is expected anew")
