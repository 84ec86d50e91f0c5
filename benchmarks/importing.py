"""What a program waits for before its first call, against the libraries that it would import anyway."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .clock import in_turns, process
from .result import Result

_OURS = "from refund_sdks.riverty import Riverty; Riverty(auth_key='secret')"
_THEIRS = "import httpx2, pydantic, msgspec"


def importing(generated: Path, rounds: int) -> Iterator[Result]:
    """`generated` is the folder that holds refund_sdks."""

    def run(program: str) -> float:
        return process(["-c", program], generated).seconds

    ours, theirs = in_turns([lambda: run(_OURS), lambda: run(_THEIRS)], rounds)
    how = f"{ours * 1000:.0f} against {theirs * 1000:.0f} ms, fresh processes in turns, medians of {rounds}"
    yield Result("import riverty, make a client", ours / theirs, "x", 1.25, how)
