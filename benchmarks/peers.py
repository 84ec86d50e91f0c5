"""`python -m benchmarks.peers`: our generator beside others, on five documents, and calls through what they make.

Each is installed at its newest into `build/peers`, once. What was measured is kept there and written to
`docs/benchmarks.md`; `--only NAME` measures some again (a generator, a document, `calls`), `--table` none.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import asdict
from itertools import product
from typing import Any

from tests.corpus.documents import SHARED

from .peers_calls import Called, calls
from .peers_checks import Measured, measured
from .peers_table import page
from .peers_tools import BUILD, PEERS, ROOT, Peer, installed

_DOCUMENTS = ("museum.yaml", "lakefs.yaml", "spotify.yaml", "discord.json", "stripe.yaml")
_RESULTS = BUILD / "results.json"
_PAGE = ROOT / "docs" / "benchmarks.md"


def main() -> None:
    """Measure what is asked for, then print and write the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--table", action="store_true", help="only write what is known already")
    asked = parser.parse_args()
    known: dict[str, Any] = json.loads(_RESULTS.read_text("utf-8")) if _RESULTS.is_file() else {}
    BUILD.mkdir(parents=True, exist_ok=True)
    for name, peer in () if asked.table else product(_DOCUMENTS, PEERS):
        if _is_asked(f"{name} {peer.name}", asked.only):
            known[f"{name} {peer.name}"] = asdict(_row(peer, name))
            _RESULTS.write_text(json.dumps(known, indent=1), "utf-8")
    if not asked.table and _is_asked("calls", asked.only):
        known["calls"] = [asdict(called) for called in calls()]
        _RESULTS.write_text(json.dumps(known, indent=1), "utf-8")
    rows = [
        Measured(**known[key])
        for name in _DOCUMENTS
        for peer in PEERS
        if (key := f"{name} {peer.name}") in known
    ]
    text = page(rows, [Called(**called) for called in known.get("calls", ())])
    _PAGE.write_text(text, "utf-8")
    sys.stdout.write(text)


def _row(peer: Peer, name: str) -> Measured:
    document = SHARED / "corpus" / "visible" / name
    if not document.is_file():
        return Measured(peer.name, name, "", "no such document", 0, 0, 0, 0, 0)
    try:
        version = installed(peer)
    except RuntimeError as fault:
        return Measured(peer.name, name, "", f"not installed: {fault}", 0, 0, 0, 0, 0)
    sys.stderr.write(f"{name}: {peer.name} {version} (load {os.getloadavg()[0]:.1f})\n")
    return measured(peer, version, document)


def _is_asked(name: str, only: list[str]) -> bool:
    return not only or any(part in name for part in only)


if __name__ == "__main__":
    main()
