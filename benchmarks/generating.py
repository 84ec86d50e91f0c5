"""The commands on a project with the five specifications: from nothing, with everything cached, and checking."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from .clock import Ran, process
from .result import Result

ROOT = Path(__file__).parents[1]


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
        environment = {"SDKWRIGHT_CACHE": str(work / f"cache-{number}")}
        cold.append(process(["-m", "sdkwright", "generate"], place, environment))
        warm.append(process(["-m", "sdkwright", "generate"], place, environment))
        check.append(process(["-m", "sdkwright", "check"], place, environment))
    how = f"five specifications, median of {rounds}"
    yield Result("generate, empty cache", _seconds(cold), "s", 4, how)
    yield Result(
        "  its largest process", max(ran.peak for ran in cold), "MB", 300, f"largest of {rounds}"
    )
    yield Result("generate, nothing changed", _seconds(warm), "s", None, how)
    yield Result("check, nothing changed", _seconds(check), "s", 0.7, how)


def _seconds(runs: list[Ran]) -> float:
    return median(ran.seconds for ran in runs)
