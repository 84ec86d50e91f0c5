"""Limits on time and memory: of commands, each in a process of its own, and of a few lines."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended. `status` is None where its time was up; `megabytes` is the peak of its processes."""

    status: int | None
    out: str
    err: str
    seconds: float
    cpu: float
    megabytes: int


def run(
    command: Sequence[str],
    folder: Path,
    seconds: float,
    megabytes: int | None = None,
    variables: Mapping[str, str] | None = None,
) -> Ran:
    """Run `command` in `folder`; it and its children end when `seconds` are over."""
    started = perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            _limited(command, megabytes),
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            env={**os.environ, **(variables or {})},
            start_new_session=True,
        )
        overdue = threading.Event()
        alarm = threading.Timer(seconds, _end, (process.pid, overdue))
        alarm.start()
        _, waited, usage = os.wait4(process.pid, 0)
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(waited)
        out.seek(0)
        err.seek(0)
        return Ran(
            None if overdue.is_set() else process.returncode,
            out.read().decode("utf-8", "replace"),
            err.read().decode("utf-8", "replace"),
            perf_counter() - started,
            usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss // 1024,
        )


def _limited(command: Sequence[str], megabytes: int | None) -> list[str]:
    """The command behind a shell that takes the memory away from it: safe beside threads."""
    if megabytes is None:
        return list(command)
    return ["sh", "-c", f'ulimit -v {megabytes * 1024}; exec "$@"', "sh", *command]


def _end(pid: int, overdue: threading.Event) -> None:
    overdue.set()
    os.killpg(pid, signal.SIGKILL)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise TimeoutError within, once this process has worked for so long: patterns of documents may take years."""

    def end(*_: object) -> None:
        raise TimeoutError("it takes too long")

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
