"""Code of users, checked by two type checkers: what is right passes, and every wrong line is refused."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from refund_apis import ROOT

HERE = Path(__file__).parent / "typing_cases"
FILES = sorted(HERE.glob("*.py"))
Place = tuple[str, int]


def wrong() -> set[Place]:
    """The lines that must be refused."""
    return {
        (path.name, number)
        for path in FILES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if line.endswith("# wrong")
    }


def checked(*command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *command, *map(str, FILES)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@cache
def by_mypy() -> dict[Place, str]:
    out = checked(
        "mypy", "--strict", "--no-error-summary", "--enable-error-code", "unused-awaitable"
    )
    # What is in the package itself is the matter of `make types`.
    pattern = r".*/typing_cases/(\w+\.py):(\d+): error: (.*)"
    lines = (re.fullmatch(pattern, line) for line in out.splitlines())
    return {(found[1], int(found[2])): found[3] for found in lines if found}


@cache
def by_pyright() -> dict[Place, str]:
    # In the folder of the project, whose settings are strict.
    told = json.loads(checked("pyright", "--outputjson"))
    assert told["summary"]["filesAnalyzed"] == len(FILES)
    return {
        (Path(one["file"]).name, one["range"]["start"]["line"] + 1): one["message"]
        for one in told["generalDiagnostics"]
        if one["severity"] == "error"
    }


@pytest.mark.parametrize("checker", [by_mypy, by_pyright], ids=["mypy", "pyright"])
def test_exactly_the_wrong_lines_are_refused(checker: Callable[[], dict[Place, str]]) -> None:
    assert len(FILES) == 4
    told = checker()
    unexpected = {place: message for place, message in told.items() if place not in wrong()}
    assert unexpected == {}
    assert sorted(wrong() - set(told)) == []
    assert len(wrong()) >= 20
