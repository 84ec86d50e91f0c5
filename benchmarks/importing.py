"""What a program waits for before its first call, against the libraries that it would import anyway."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .clock import in_turns, process
from .result import Result

_OURS = "from refund_sdks.riverty import Riverty; Riverty(auth_key='secret')"
_THEIRS = "import httpx2, pydantic, msgspec"
# A package is compiled at its first import, also where this process runs without compiling.
_COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}


def importing_large(generated: Path, rounds: int) -> Iterator[Result]:
    """The same for the package of a large document: `generated` holds it as `large`."""
    names = json.loads((generated / "large" / "names.json").read_text("utf-8"))
    client, resource = names["types"]["client"], min(names["resources"].values())
    made = f"from large import {client}; c = {client}()"
    programs = [made, _THEIRS, f"{made}; c.{resource}.with_response"]

    def run(program: str) -> float:
        return process(["-c", program], generated, _COMPILED).cpu

    ours, theirs, used = in_turns([partial(run, program) for program in programs], rounds)
    how = f"{ours * 1000:.0f} against {theirs * 1000:.0f} ms of processor time, medians of {rounds}"
    yield Result("import a large package, make a client", ours / theirs, "x", 1.3, how)
    yield Result("  and take its first resource", used - ours, "s", 0.5, f"`{resource}`")


def importing(generated: Path, rounds: int) -> Iterator[Result]:
    """`generated` is the folder that holds refund_sdks."""

    def run(program: str) -> float:
        return process(["-c", program], generated, _COMPILED).seconds

    ours, theirs = in_turns([lambda: run(_OURS), lambda: run(_THEIRS)], rounds)
    how = f"{ours * 1000:.0f} against {theirs * 1000:.0f} ms, fresh processes in turns, medians of {rounds}"
    yield Result("import riverty, make a client", ours / theirs, "x", 1.25, how)
