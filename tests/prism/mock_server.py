"""Prism on a free port of this machine, for as long as a `with` statement lasts."""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRISM = ROOT / "node_modules" / ".bin" / "prism"

_LISTENING = re.compile(r"listening on (http://127\.0\.0\.1:\d+)")
_SECONDS_TO_START = 180


@contextmanager
def serving(spec: Path, *, made_up: bool) -> Iterator[str]:
    """The address of a server that answers as `spec` says; with its examples, or with values `made_up` from the schemas.

    `--errors` has it refuse any request that the specification does not allow, instead of noting it in a header.
    """
    command: list[str | Path] = [
        PRISM,
        "mock",
        "--errors",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        spec,
    ]
    if made_up:
        command += ["--dynamic", "--seed", "sdkwright"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        patience = threading.Timer(_SECONDS_TO_START, process.kill)
        patience.start()
        try:
            yield _address(process)
        finally:
            patience.cancel()
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    """The address that Prism prints once it listens; what it prints later is read, so that it never waits for a reader."""
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line)
        if found := _LISTENING.search(line):
            threading.Thread(target=process.stdout.read, daemon=True).start()
            return found[1]
    raise RuntimeError("Prism did not start:\n" + "".join(said))
