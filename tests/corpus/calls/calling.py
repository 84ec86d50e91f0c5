"""The calls of one document, made in a process of its own that starts with everything imported."""

from __future__ import annotations

import importlib
import json
import os
import resource
import signal
import ssl
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..documents import ROOT, Document, Expected
from ..results import Results
from ..trial import ALLOWED
from .tally import KINDS

SECONDS, MEGABYTES = 900, 4000

Record = dict[str, Any]

_WORDS = {
    "fault": "wrong",
    "answer": "answers changed",
    "fake": "fakes wrong",
    "unjudged": "unjudged",
    "not_made": "not made",
    "answer_not_made": "answers not made",
}


_FOLDERS = ("conformance", "multifile", "visible")


def callable_ones(documents: Iterable[Document]) -> list[Document]:
    """Those that have to give a package, small ones first."""
    found = [d for d in documents if d.folder in _FOLDERS and d.expected is Expected.PACKAGE]
    return sorted(found, key=lambda document: document.path.stat().st_size)


def over(wanted: Iterable[Document], results: Results) -> int:
    """Call what all these documents describe, unless it is known, and print what came of it; 1 where a call was wrong."""
    total, silent, parts = Counter[str](), Counter[str](), Counter[str]()
    for document in wanted:
        record = results.get("calls", document)
        if record is None:
            record = called(document)
            results.put("calls", document, record)
        total.update(record["counts"])
        silent.update(record["silent"])
        parts.update(record.get("parts", {}))
        print(f"{document.slug:48} {_shown(record['counts'])}")
        for fault in record["faults"]:
            print(f"    {fault}")
        sys.stdout.flush()
    print(f"{'all':48} {_shown(total)}")
    print(f"    operations, parameters, schemas and properties lost: {total['missing']}")
    for kind in ("operations", *KINDS):
        print(f"    {kind}: {parts[f'{kind} seen']} of {parts[kind]} seen on the wire")
    for reason, count in silent.most_common(20):
        print(f"    {count} times: {reason}"[:200])
    return (
        1
        if total["wrong"]
        or total["answers changed"]
        or total["fakes wrong"]
        or total["failed"]
        or total["missing"]
        else 0
    )


def called(document: Document) -> Record:
    """What became of the calls of one document."""
    with TemporaryDirectory(prefix="calls-") as name:
        folder = Path(name)
        told = _apart(lambda: _generate(document, folder / "out"), folder / "said")
        if told:
            return _record([], {"failed": 1}, [f"no package: {told}"])
        package = next((folder / "out").iterdir()).name
        facts = folder / "facts.json"
        told = _apart(lambda: _call(document, folder / "out", package, facts), folder / "said")
        if told:
            return _record([], {"failed": 1}, [f"the calls ended: {told}"])
        found = json.loads(facts.read_bytes())
        gone = [f"missing: {one}" for one in found["missing"]]
        record = _record(found["calls"] + found["received"], {"missing": len(gone)}, gone[:20])
        return record | {"parts": found["counts"], "unseen": found["unseen"][:200]}


def _generate(document: Document, target: Path) -> None:
    # `main` would end the process as one of its own, and with it what the harness has put aside.
    from sdkwright.cli import app

    command = ["sdkwright", "generate", str(document.path), "-o", str(target), "--no-cache"]
    if document.root is not None:
        command += ["--root", str(document.root)]
    sys.argv = [*command, "--allow", ALLOWED, "--models", "native", "--format", "ruff"]
    os.chdir(target.parent)
    app()


def _call(document: Document, folder: Path, package: str, facts: Path) -> None:
    from .caller import main

    main(str(document.path), str(folder), package, str(facts))


def _apart(task: Callable[[], None], said: Path) -> str:
    """Run a task in a process of its own, with limits; how it ended, empty where well."""
    _prepare()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        _run(task, said)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    lines = said.read_text("utf-8", "replace").strip().splitlines() or ["nothing said"]
    return "" if status == 0 else f"{status}: {' '.join(lines[-3:])}"[:600]


_COMMON = (
    *("sdkwright.cli", "sdkwright.pipeline", "sdkwright.render.native"),
    *("tests.corpus.calls.caller", "openapi_core", "openapi_core.testing"),
    *("pydantic", "msgspec", "httpx2", "httpcore2", "anyio", "h11", "email.parser", "email.policy"),
)


@cache
def _prepare() -> None:
    """Import what each process would have to, and read the certificates once, which no call here looks at."""
    sys.path.insert(0, str(ROOT / "generator"))
    for name in _COMMON:
        importlib.import_module(name)
    setattr(ssl, "create_default_context", cache(ssl.create_default_context))  # noqa: B010


def _run(task: Callable[[], None], said: Path) -> None:
    """What the new process does; it never returns."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
        signal.alarm(SECONDS)
        with said.open("wb", buffering=0) as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
            try:
                task()
                status = 0
            except SystemExit as end:
                status = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
            except BaseException:
                traceback.print_exc()
            sys.stdout.flush()
            sys.stderr.flush()
    finally:
        os._exit(status)


def _record(facts: list[Record], counts: dict[str, int], faults: list[str]) -> Record:
    counted, silent = Counter(counts), Counter[str]()
    for one in facts:
        counted["received" if "requests" in one else "methods"] += 1
        for key in ("answers", "streams", "media types"):
            counted[key] += one.get(key, 0)
        for key, word in _WORDS.items():
            counted[word] += key in one
        faults += [
            f"{one['id']}: {one[key]}"[:900] for key in ("fault", "answer", "fake") if key in one
        ]
        keys = [key for key in ("unjudged", "not_made", "answer_not_made") if key in one]
        silent.update(f"{_WORDS[key]}: {one[key]}" for key in keys)
    return {"counts": dict(counted), "faults": faults, "silent": dict(silent)}


def _shown(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count)
