"""Measured times: of processes with their peak memory, and of functions, taken in turns so that noise hits all alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Ran:
    """How long a process took, in seconds, and how much memory its largest process held, in MB; `cpu` are the processor's
    seconds for it and its children.
    """

    seconds: float
    peak: float
    cpu: float


def process(
    arguments: Sequence[str], cwd: Path, environment: Mapping[str, str] | None = None
) -> Ran:
    """Run the interpreter of this process with `arguments`.

    Raises:
        RuntimeError: it failed; the message holds what it said.
    """
    log = cwd / "benchmark.log"
    with log.open("wb") as told:
        started = perf_counter()
        child = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=cwd,
            env={**os.environ, **(environment or {})},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(log.read_text("utf-8", "replace"))
    in_kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Ran(seconds, in_kilobytes / 1024, usage.ru_utime + usage.ru_stime)


def in_turns(actions: Sequence[Callable[[], float]], rounds: int) -> list[float]:
    """The median of what each action measures, after a round that does not count."""
    measured: list[list[float]] = [[] for _ in actions]
    for number in range(rounds + 1):
        for action, found in zip(actions, measured, strict=True):
            value = action()
            if number:
                found.append(value)
    return [median(found) for found in measured]


def quotient(
    one: Callable[[], float], other: Callable[[], float], rounds: int
) -> tuple[float, float, float]:
    """How many times as long one action takes as the other: the median over pairs, each measured at once, so that it does
    not hang on what else the machine does meanwhile; and the medians of both.
    """
    pairs = [(one(), other()) if at % 2 else (other(), one())[::-1] for at in range(rounds + 1)][1:]
    ones, others = zip(*pairs, strict=True)
    return median(a / b for a, b in pairs), median(ones), median(others)


def seconds_of(
    function: Callable[[], object], times: int = 1, clock: Callable[[], float] = perf_counter
) -> Callable[[], float]:
    """An action that measures the seconds of `times` calls on a clock."""

    def measure() -> float:
        started = clock()
        for _ in range(times):
            function()
        return clock() - started

    return measure
