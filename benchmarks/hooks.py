"""What runs before each commit, on a repository in which one specification was edited; and `watch` on the same edit."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from sdkwright import Report, read_config
from sdkwright.rules.selection import Selection
from sdkwright.watching import Watch

from .clock import process
from .generating import project
from .result import Result

_HOOKS = (
    ("format --check", ["format", "--check"]),
    ("lint", ["lint"]),
    ("check", ["check"]),
    ("diff against HEAD", ["diff", "--against", "HEAD"]),
)


def hooks(work: Path, rounds: int) -> Iterator[Result]:
    """Each hook as pre-commit calls it, and from an edit to the verdict of `watch`."""
    place = project(work / "hooked")
    surroundings = {"SDKWRIGHT_CACHE": str(work / "hook-cache"), "PYTHONDONTWRITEBYTECODE": ""}
    process(["-m", "sdkwright", "generate"], place, surroundings)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "all"]):
        user = ["-c", "user.name=Bench", "-c", "user.email=bench@example.com"]
        subprocess.run(["git", *user, *words], cwd=place, check=True)
    spec = place / "specs" / "riverty.yaml"
    _edit(spec, 0)
    process(["-m", "sdkwright", "generate"], place, surroundings)
    how = f"five specifications, one edited, processor time, median of {rounds}"
    for name, words in _HOOKS:
        command = ["-m", "sdkwright", *words]
        process(command, place, surroundings)
        runs = [process(command, place, surroundings).cpu for _ in range(rounds)]
        yield Result(f"hook: {name}", median(runs), "s", 1, how)
    config = read_config(place / "sdkwright.toml", Report())
    if config is None:
        raise RuntimeError("the configuration was not read")
    watch = Watch(config, Selection())
    watch.look()
    found = [_verdict(watch, spec, number) for number in range(1, rounds + 1)]
    yield Result("watch, from an edit to its verdict", median(found), "s", 0.5, how)


def _edit(spec: Path, number: int) -> None:
    text = spec.read_text("utf-8")
    spec.write_text(text.replace("description: ", f"description: Edit {number}. ", 1), "utf-8")


def _verdict(watch: Watch, spec: Path, number: int) -> float:
    _edit(spec, number)
    started = time.process_time()
    if watch.look() is None:
        raise RuntimeError("the edit was not seen")
    return time.process_time() - started
