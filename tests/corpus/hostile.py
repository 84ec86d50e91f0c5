"""The hostile documents, judged by the harness that comes with them."""

from __future__ import annotations

import csv
import json
import re
import shlex
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .documents import ROOT, SHARED
from .limits import run

SECONDS = 3600.0
_LEFT_OUT = (
    "parameter",
    "media-type",
    "security",
    "server",
    "header",
)
"""What of an operation may be left out; what is about schemas has to be right or refused."""


def hostile(only: str = "", shared: Path = SHARED) -> list[dict[str, str]]:
    """The rows of the report, one a document: `file`, `result`, `violations`, `info`, ….

    Raises:
        RuntimeError: the harness gave no report.
    """
    with TemporaryDirectory(prefix="corpus-") as name:
        report = Path(name) / "report.tsv"
        command = [sys.executable, str(shared / "hostile" / "run.py"), "--cmd", _generate()]
        command += ["--only", only, "--jobs", "2", "--report", str(report)]
        ran = run(command, Path(name), SECONDS)
        if not report.is_file():
            raise RuntimeError(f"no report: {ran.err[-400:]}")
        with report.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        # The harness asks a class for `model_validate_json`; a union is a type, which the codec reads.
        if re.fullmatch(r"ROUNDTRIP-(\d+)/\1", row["violations"].strip()):
            row["info"] = "; ".join(_faults(shared / "hostile", row["file"]))
            row["result"] = "FAIL" if row["info"] else "PASS"
    return rows


def _faults(folder: Path, file: str) -> list[str]:
    """What is wrong with the payloads of a document when our own codec reads and writes them."""
    lines = (folder / "roundtrip.jsonl").read_text("utf-8").splitlines()
    payloads = [payload for line in lines if (payload := json.loads(line))["file"] == file]
    with TemporaryDirectory(prefix="corpus-") as name:
        out, plan, facts = Path(name) / "out", Path(name) / "plan.json", Path(name) / "facts.json"
        command = shlex.split(_generate().format(spec=folder / file, out=out))
        made = run(command, Path(name), SECONDS)
        if made.status != 0:
            return [made.err[-400:]]
        shapes = [{"ref": f"#/components/schemas/{one['schema']}"} for one in payloads]
        pairs = zip(shapes, payloads, strict=True)
        plan.write_text(
            json.dumps([{"shape": s, "text": one["wire"]} for s, one in pairs]), "utf-8"
        )
        probe = [sys.executable, str(Path(__file__).with_name("probe.py")), str(out)]
        run([*probe, next(out.iterdir()).name, str(plan), str(facts)], Path(name), SECONDS)
        found = json.loads(facts.read_bytes())
    tried = [one.get("fault") or one.get("nameless") for one in found["payloads"]]
    return [*found["imports"], *filter(None, tried)] + ["untried"] * (len(payloads) - len(tried))


def _generate() -> str:
    """The command that generates; `env`, since the harness passes on no variables."""
    allowed = [part for code in _LEFT_OUT for part in ("--allow", f"unsupported-{code}")]
    tool = ["env", f"PYTHONPATH={ROOT / 'generator'}", sys.executable, "-m", "sdkwright"]
    return f"{shlex.join([*tool, 'generate'])} {{spec}} -o {{out}} {shlex.join([*allowed, '--no-cache'])}"
