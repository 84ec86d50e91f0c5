"""The commands on a project with the five specifications: from nothing, with everything cached, and checking."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .clock import Ran, process
from .result import Result

ROOT = Path(__file__).parents[1]

_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""An installed tool is compiled, also where this process runs without compiling."""


def project(folder: Path) -> Path:
    """A copy of this repository's configuration and specifications, with nothing generated."""
    folder.mkdir()
    shutil.copy(ROOT / "sdkwright.toml", folder)
    shutil.copytree(ROOT / "specs", folder / "specs")
    return folder


def generating(work: Path, rounds: int) -> Iterator[Result]:
    """Cold, warm and check; the project at `work / "project"` is generated afterwards."""
    cold: list[Ran] = []
    warm: list[Ran] = []
    check: list[Ran] = []
    for number in range(rounds):
        shutil.rmtree(work / "project", ignore_errors=True)
        place = project(work / "project")
        environment = {"SDKWRIGHT_CACHE": str(work / f"cache-{number}"), **_COMPILED}
        cold.append(process(["-m", "sdkwright", "generate"], place, environment))
        warm.append(process(["-m", "sdkwright", "generate"], place, environment))
        check.append(process(["-m", "sdkwright", "check"], place, environment))
    how = f"five specifications, median of {rounds}"
    yield Result("generate, empty cache", _seconds(cold), "s", 4, how)
    yield Result(
        "  its largest process", max(ran.peak for ran in cold), "MB", 300, f"largest of {rounds}"
    )
    yield Result("generate, nothing changed", _seconds(warm), "s", None, how)
    yield Result("check, nothing changed", _seconds(check), "s", 0.5, how)


def generating_large(work: Path, document: Path) -> Iterator[Result]:
    """A large document, without a configuration: from nothing, nothing changed, and one description changed.

    The seconds that pass on a machine with nothing else to do, where a copy of the process does a part of the work; and the
    processor's time of both.
    """
    place = work / "large"
    place.mkdir()
    text = document.read_text("utf-8")
    (place / "large.yaml").write_text(text, "utf-8")
    command = ["-m", "sdkwright", "generate", "large.yaml", "-o", "out"]
    environment = {"SDKWRIGHT_CACHE": str(work / "cache-large"), **_COMPILED}
    how = f"{document.name}, {len(text) / 1e6:.1f} MB, processor time"
    cold = process(command, place, environment)
    yield Result("generate a large document", cold.seconds, "s", 5, f"{document.name}, elapsed")
    yield Result("  the processor's time for it", cold.cpu, "s", None, how)
    yield Result("  its largest process", cold.peak, "MB", 500, document.name)
    # The first run issues names; what it said of them is not said again, so it is not what a later run finds.
    process(command, place, environment)
    again = f"{document.name}, elapsed, median of {_EDITS}"
    same = [process(command, place, environment) for _ in range(_EDITS)]
    yield Result("  nothing changed", _seconds(same), "s", 1, again)
    head, mark, tail = text.rpartition("description: ")
    edited: list[Ran] = []
    for number in range(_EDITS):
        (place / "large.yaml").write_text(f"{head}{mark}Changed {number}. {tail}", "utf-8")
        edited.append(process(command, place, environment))
    yield Result("  one field changed", _seconds(edited), "s", 2, again)
    yield Result("  the processor's time for it", median(e.cpu for e in edited), "s", None, how)


_EDITS = 5


def _seconds(runs: list[Ran]) -> float:
    return median(ran.seconds for ran in runs)
