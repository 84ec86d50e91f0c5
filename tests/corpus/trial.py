"""One document: generated, imported, counted and tried, each in a process of its own with limits."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from .documents import ROOT, Document
from .limits import Ran, run

SECONDS, MEGABYTES = 300.0, 4000
ALLOWED = "unsupported-*"
"""Operations that the generator does not know yet are left out of the package, and counted."""

Record = dict[str, Any]


def tried(document: Document, seed: str) -> Record:
    """What became of a document, save for what type checkers say."""
    with TemporaryDirectory(prefix="corpus-") as name:
        folder = Path(name)
        target = folder / "out"
        made = generate(document, target, seed)
        record = _generation(made, target)
        if record["files"]:
            record |= _sizes(target)
        if record.get("lines"):
            record |= _facts(document, folder, next(target.iterdir()).name, seed)
        return record


def generate(document: Document, target: Path, seed: str = "0") -> Ran:
    """Run the tool on a document."""
    command = [sys.executable, "-m", "sdkwright", "generate", str(document.path), "-o", str(target)]
    if document.root is not None:
        command += ["--root", str(document.root)]
    command += ["--allow", ALLOWED, "--no-cache", "--models", "native", "--format", "ruff"]
    return run(command, target.parent, SECONDS, MEGABYTES, tool(seed))


def tool(seed: str = "0") -> dict[str, str]:
    """The variables under which Python finds the generator of this checkout."""
    return {"PYTHONPATH": str(ROOT / "generator"), "PYTHONHASHSEED": seed, "NO_COLOR": "1"}


def _generation(made: Ran, target: Path) -> Record:
    said = made.out + made.err
    found = re.findall(r"^(?:(\S.*?): )?(error|warning)\[([a-z0-9-]+)\]", said, re.MULTILINE)
    errors = [code for _, kind, code in found if kind == "error"]
    # What is merely not supported yet says nothing about the document.
    about = [place for place, _, code in found if not code.startswith(("unsupported", "allowance"))]
    about += [place for place, kind, _ in found if kind == "error"]
    return {
        "status": made.status,
        "seconds": round(made.seconds, 2),
        "cpu": round(made.cpu, 2),
        "megabytes": made.megabytes,
        "errors": dict(Counter(errors).most_common()),
        "warnings": dict(Counter(c for _, kind, c in found if kind == "warning").most_common()),
        "located": any(re.search(r":\d+:\d+$", place) for place in about),
        "traceback": _last_line(said) if "Traceback (most recent call last)" in said else "",
        "files": sum(1 for path in target.rglob("*") if path.is_file()) if target.is_dir() else 0,
    }


def _last_line(said: str) -> str:
    return next((line for line in reversed(said.splitlines()) if line.strip()), "")[:300]


def _sizes(target: Path) -> Record:
    """The lines that are of this document: all but the runtime."""
    own = [path for path in target.rglob("*.py") if "_runtime" not in path.parts]
    texts = {path: path.read_text("utf-8").splitlines() for path in own}
    longest = max(texts, key=lambda path: len(texts[path]), default=target)
    return {
        "lines": sum(map(len, texts.values())),
        "modules": len(own),
        "longest_module": [str(longest.relative_to(target)), len(texts.get(longest, ()))],
        "widest_line": max((len(line) for lines in texts.values() for line in lines), default=0),
    }


def _facts(document: Document, folder: Path, package: str, seed: str) -> Record:
    fixtures = _fixtures(document)
    counted = folder / "counted.json"
    command = [sys.executable, "-m", "tests.corpus.counting", str(document.path), str(counted)]
    count = run([*command, *fixtures], ROOT, 2 * SECONDS, MEGABYTES)
    if count.status != 0:
        return {"harness": f"counting: {count.status}: {_last_line(count.err)}"}
    plan, facts = folder / "plan.json", folder / "facts.json"
    held = json.loads(counted.read_bytes())
    plan.write_text(json.dumps(held["payloads"]), "utf-8")
    probe = Path(__file__).with_name("probe.py")
    command = [sys.executable, "-W", "error", str(probe), str(folder / "out"), package]
    probed = run(
        [*command, str(plan), str(facts)], folder, SECONDS, MEGABYTES, {"PYTHONHASHSEED": seed}
    )
    if probed.status != 0:
        return {"imports": [f"{probed.status}: {_last_line(probed.err)}"]}
    return _compared(held, json.loads(facts.read_bytes()))


def _fixtures(document: Document) -> list[str]:
    """Payloads of the same version as the document, published apart from it."""
    if document.slug != "visible/stripe":
        return []
    folder = document.path.parents[1] / "payload-fixtures"
    return [str(path) for path in sorted(folder.glob("stripe-*/*.json"))]


def _compared(held: Record, facts: Record) -> Record:
    from .losses import losses
    from .survey import Survey

    found = Survey(**held["survey"])
    lost = losses(found, facts["types"], facts["operations"])
    payloads = facts["payloads"]
    faults = [
        f"{held['payloads'][one['number']]['where']}: {one['fault']}"
        for one in payloads
        if "fault" in one
    ]
    return {
        "operations": len(found.operations),
        "operations_left_out": len(lost.operations),
        "schemas": len(found.schemas),
        "schemas_lost": lost.schemas,
        "properties": lost.counted,
        "properties_lost": lost.properties,
        "types": len(facts["types"]),
        "imports": facts["imports"],
        "examples": len(payloads) - sum("nameless" in one for one in payloads),
        "examples_failed": faults,
        "examples_invalid": held["invalid"],
        "examples_nameless": sum("nameless" in one for one in payloads),
    }
