"""A package's files and a plan to what the package did, in a process of its own that leaves nothing behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from ..text.diagnostic import Report

PACKAGE = "_package_under_test"
NEEDED = ("httpx2", "msgspec", "pydantic")
SECONDS = 300.0
"""How long a trial may take as a whole; each call has a limit of its own."""

Facts = Mapping[str, Any]

# The SDK reads credentials and proxies from there, and nothing but the plan is to decide.
_LEFT_OUT = ("_PROXY", "_proxy")


def libraries_missing(report: Report) -> bool:
    """Whether what generated packages need is missing here, which is reported as `library-missing`."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    for name in missing:
        report.error(
            "library-missing",
            f"generated packages need `{name}`, which is not installed",
            None,
            "install sdkwright with what it verifies with: pip install 'sdkwright[sdk]'",
        )
    return bool(missing)


def facts_of(
    files: Mapping[PurePosixPath, str], apis: list[dict[str, Any]], report: Report
) -> Facts | None:
    """What the package did with the plans of its APIs, by their names; None after `trial-broken`."""
    with TemporaryDirectory(prefix="sdkwright-verify-") as name:
        folder = Path(name)
        for path, text in files.items():
            target = folder / PACKAGE / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        plan, facts = folder / "plan.json", folder / "facts.json"
        plan.write_text(json.dumps({"package": PACKAGE, "apis": apis}), "utf-8")
        broken = _run(folder, plan, facts)
        if broken is None:
            found: Facts = json.loads(facts.read_text("utf-8"))
            return found
    report.error(
        "trial-broken",
        f"the trial of the package broke off: {broken}",
        None,
        "it needs a port of this machine (127.0.0.1); otherwise this is a fault of sdkwright: please report it",
    )
    return None


def _run(folder: Path, plan: Path, facts: Path) -> str | None:
    """Run the trial; the last words of one that fails."""
    command = [sys.executable, "-m", f"{__package__}.bench", str(plan), str(facts)]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"no end after {SECONDS:.0f} seconds"
    except OSError as fault:
        return type(fault).__name__
    words = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return None if done.returncode == 0 else (words or [f"exit status {done.returncode}"])[-1]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.endswith(_LEFT_OUT)}
    own = str(Path(__file__).parents[2])
    others = kept.get("PYTHONPATH")
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join([own, others] if others else [own]),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
