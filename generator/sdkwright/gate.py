"""The last look at a package before it is published (`generate --verify`): it imports, and a type checker is content."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from .pipeline import Package
from .text.diagnostic import Report

_SHOWN = 20

_IMPORT_ALL = """
import importlib, pkgutil, sys
root = importlib.import_module(sys.argv[1])
for found in pkgutil.walk_packages(root.__path__, root.__name__ + "."):
    module = importlib.import_module(found.name)
    for name in getattr(module, "__all__", ()):
        getattr(module, name)
"""

_FAULT = "this is a fault of sdkwright and not of the specification: please report it with the specification"


def check_package(package: Package, report: Report) -> None:
    """Import every module of a package in a process of its own, with warnings as errors, and run `mypy --strict` on it.

    Reports `does-not-import`, `does-not-type-check` and, where mypy or a library that packages need is not installed,
    `library-missing`.
    """
    missing = [
        name for name in ("httpx2", "msgspec", "mypy", "pydantic") if find_spec(name) is None
    ]
    if missing:
        message = f"`--verify` needs {', '.join(missing)}"
        report.error(
            "library-missing", message, None, f"install them: `pip install {' '.join(missing)}`"
        )
        return
    name = package.config.package
    with TemporaryDirectory(prefix="sdkwright-") as folder:
        for path, text in package.files.items():
            place = Path(folder, name, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        imported = _run(folder, "-W", "error", "-c", _IMPORT_ALL, name)
        if imported.returncode:
            report.error(
                "does-not-import",
                f"`{name}` can't be imported: {_last_line(imported)}",
                None,
                _FAULT,
            )
            return
        checked = _run(
            folder,
            "-m",
            "mypy",
            "--strict",
            "--no-error-summary",
            "--cache-dir",
            f"{folder}/cache",
            name,
        )
        if checked.returncode:
            _report_types(checked, name, report)


def _run(folder: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = done.stderr.strip().splitlines() or [f"exit status {done.returncode}"]
    return lines[-1]


def _report_types(done: subprocess.CompletedProcess[str], name: str, report: Report) -> None:
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    shown = "; ".join(lines[:_SHOWN])
    more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    report.error("does-not-type-check", f"mypy refuses `{name}`: {shown}{more}", None, _FAULT)
