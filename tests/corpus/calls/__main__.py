"""`python -m tests.corpus.calls`: every operation of every package called once, blocking and awaiting.

The arguments are made from the schemas; a server on this machine answers from them, and openapi-core says whether each
request is one that the document describes. Where it has no opinion, that is counted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..documents import ROOT, SHARED, Document, Expected, documents
from ..limits import run
from ..results import FOLDER, Results
from ..trial import generate, tool

SECONDS, MEGABYTES = 900.0, 4000
_FOLDERS = ("visible", "multifile")

Record = dict[str, Any]


def main(arguments: list[str] | None = None) -> int:
    """Run over what is asked for; 1 where a call was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.calls", description=__doc__)
    parser.add_argument("--only", action="append", help="documents whose name has this")
    parser.add_argument("--results", type=Path, default=FOLDER / "calls.jsonl")
    asked = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"there is no {SHARED}: nothing to run over")
        return 0
    results = Results(asked.results)
    wanted = [
        d
        for d in documents()
        if d.folder in _FOLDERS
        and d.expected is Expected.PACKAGE
        and any(part in d.slug for part in asked.only or [""])
    ]
    total: Counter[str] = Counter()
    for document in wanted:
        record = results.get("calls", document)
        if record is None:
            record = called(document)
            results.put("calls", document, record)
        total.update(record["counts"])
        print(f"{document.slug:48} {_shown(record['counts'])}")
        for fault in record["faults"]:
            print(f"    {fault}")
        sys.stdout.flush()
    print(f"{'all':48} {_shown(total)}")
    return 1 if total["wrong"] or total["failed"] else 0


def called(document: Document) -> Record:
    """What became of the calls of one document."""
    with TemporaryDirectory(prefix="calls-") as name:
        folder = Path(name)
        made = generate(document, folder / "out")
        if made.status != 0:
            return _record([], {"failed": 1}, [f"no package: status {made.status}"])
        package = next((folder / "out").iterdir()).name
        facts = folder / "facts.json"
        command = [sys.executable, "-m", "tests.corpus.calls.caller", str(document.path)]
        command += [str(folder / "out"), package, str(facts)]
        ran = run(command, ROOT, SECONDS, MEGABYTES, tool())
        if ran.status != 0:
            last = (ran.err.strip().splitlines() or ["nothing said"])[-1]
            return _record([], {"failed": 1}, [f"the calls ended with {ran.status}: {last}"])
        return _record(json.loads(facts.read_bytes()), {}, [])


def _record(facts: list[Record], counts: dict[str, int], faults: list[str]) -> Record:
    counted = Counter(counts)
    for one in facts:
        counted["methods"] += 1
        for key, word in _WORDS.items():
            counted[word] += key in one
        told = one.get("fault") or one.get("answer")
        if told:
            faults.append(f"{one['id']}: {told} {one.get('request', '')}"[:700])
    return {"counts": dict(counted), "faults": faults}


_WORDS = {
    "fault": "wrong",
    "answer": "answers changed",
    "unjudged": "unjudged",
    "not_made": "not made",
}


def _shown(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count)


if __name__ == "__main__":
    sys.exit(main())
