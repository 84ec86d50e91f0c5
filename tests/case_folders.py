"""Case folders: the smallest specification that shows one thing, what is generated for it, and what is reported.

    tests/cases/<feature>/
        spec.yaml       the specification; `sdkwright generate spec.yaml -o out` is run on a copy of the folder
        args.txt        other arguments for sdkwright instead, one run a line; a line after `!` is left to the shell
        before.yaml     a state of spec.yaml from which the package was generated before
        expected/…      the files below out/spec/ that matter, byte for byte
        report.txt      what is told on standard error; absent: nothing
        samples.json    model -> JSON texts that survive decoding and encoding to the digit

    tests/cases/errors/<code>/
        the same for what is refused or doubted; report.txt tells the diagnostic `<code>`

A new case is a new folder; `pytest --update` writes report.txt and those files of expected/ that exist (models.py for a
case that has none yet).
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest
from typer.testing import CliRunner

from sdkwright.cli import app

CASES = Path(__file__).parent / "cases"

_INPUTS = frozenset({"spec.yaml", "spec.json", "sdkwright.toml", "args.txt"})
_RESULTS = ("expected", "report.txt", "samples.json", "before.yaml")
_PROGRESS = re.compile(r"\[\d+/\d+\] \w+\n")


@dataclass(frozen=True, slots=True)
class Case:
    """One folder."""

    folder: Path

    def __str__(self) -> str:
        return self.folder.relative_to(CASES).as_posix()

    @property
    def runs(self) -> list[str]:
        """The arguments of each run of sdkwright; what goes to the shell after a `!`."""
        given = self.folder / "args.txt"
        if given.exists():
            return given.read_text("utf-8").splitlines()
        if (self.folder / "sdkwright.toml").exists():
            return ["generate"]
        spec = "spec.json" if (self.folder / "spec.json").exists() else "spec.yaml"
        return [f"generate {spec} -o out"]

    @property
    def report(self) -> str:
        """What is to be told; empty for nothing."""
        path = self.folder / "report.txt"
        return path.read_text("utf-8") if path.exists() else ""

    @property
    def expected(self) -> dict[str, bytes]:
        """The generated files that matter, by their paths in the package."""
        folder = self.folder / "expected"
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of the last run of a case: the exit status, what it told, and the folder of the package."""

    status: int
    told: str
    package: Path


def case_folders(below: Path = CASES) -> Iterator[Case]:
    """All cases, in order."""
    for folder in sorted(path for path in below.rglob("*") if path.is_dir()):
        inside = {path.name for path in folder.iterdir()}
        if inside & _INPUTS and "expected" not in folder.relative_to(below).parts:
            yield Case(folder)


def run(case: Case, work: Path, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Run a case on a copy of its inputs below `work`, as a user would."""
    place = work / "case"
    shutil.copytree(case.folder, place, ignore=shutil.ignore_patterns(*_RESULTS))
    monkeypatch.chdir(place)
    monkeypatch.setenv("SDKWRIGHT_CACHE", str(work / "cache"))
    before = case.folder / "before.yaml"
    if before.exists():
        shutil.copy(before, place / "spec.yaml")
        sdkwright("generate spec.yaml -o out")
        shutil.copy(case.folder / "spec.yaml", place / "spec.yaml")
    status, told = 0, ""
    for line in case.runs:
        if line.startswith("!"):
            subprocess.run(line[1:], shell=True, check=True)
        else:
            status, told = sdkwright(line)
    return Ran(status, told.replace(f"{place.resolve()}/", ""), place / "out" / "spec")


def sdkwright(arguments: str) -> tuple[int, str]:
    """The exit status and what is told on standard error, without the lines that only show progress."""
    result = CliRunner().invoke(app, shlex.split(arguments), catch_exceptions=False)
    return result.exit_code, _PROGRESS.sub("", result.stderr)


def imported(package: Path, name: str) -> ModuleType:
    """The generated package at `package`, imported under `name`: cases share a name on disk."""
    spec = util.spec_from_file_location(
        name, package / "__init__.py", submodule_search_locations=[str(package)]
    )
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
