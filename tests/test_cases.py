"""Every case folder gives what it says (`case_folders.py` tells what stands in one)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from case_folders import CASES, Case, Ran, case_folders, imported, run, sdkwright
from sdkwright.cli import Exit
from sdkwright.config import MODELS

_ERRORS = CASES / "errors"


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the cases are to be written anew."""
    return bool(request.config.getoption("--update"))


@pytest.mark.parametrize("case", list(case_folders()), ids=str)
def test_case(case: Case, update: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(case, tmp_path, monkeypatch)
    if update:
        _write(case, ran)
    assert ran.told == case.report
    failed = "error[" in ran.told
    assert ran.status in ((Exit.FINDINGS, Exit.IMPOSSIBLE) if failed else (Exit.CLEAN,))
    if case.folder.is_relative_to(_ERRORS):
        assert f"[{case.folder.name}]" in ran.told
    if failed and not (case.folder / "args.txt").exists():
        assert not ran.package.exists()
    if ran.package.exists():
        _check_package(case, ran, tmp_path)


def _check_package(case: Case, ran: Ran, tmp_path: Path) -> None:
    made = {name: (ran.package / name).read_bytes() for name in case.expected}
    assert made == case.expected
    name = re.sub(r"\W", "_", f"case_{case}_{tmp_path.name}")
    package = imported(ran.package, name)
    for name in package.__all__:
        getattr(package, name)
    for module in _modules(ran.package):
        import_module(f"{package.__name__}.{module}")
    samples = case.folder / "samples.json"
    if samples.exists():
        _check_samples(package.__name__, json.loads(samples.read_text("utf-8")))


def _modules(package: Path) -> list[str]:
    below = (f"{path.parent.name}.{path.stem}" for path in package.glob("[rt]es*/[!_]*.py"))
    return sorted(["models", *(path.stem for path in package.glob("[!_]*.py")), *below])


def _check_samples(package: str, samples: Mapping[str, list[str]]) -> None:
    """Each text decodes without a mismatch, and is encoded as it was: every digit, every null, nothing besides."""
    models = import_module(f"{package}.models")
    codec = import_module(f"{package}._runtime.codec")
    wire = import_module(f"{package}._runtime.wire")
    for name, texts in samples.items():
        for text in texts:
            value, mismatches = codec.decode(getattr(models, name), text.encode())
            assert mismatches == (), (name, text)
            assert _spelled(wire.write(value)) == _spelled(text.encode()), (name, text)


def _spelled(text: bytes) -> Any:
    """A JSON text as values that keep how numbers are written: 1, 1.0 and 1.00 are three."""
    return json.loads(text, parse_float=_Number, parse_int=_Number)


class _Number(str):
    """The digits of a JSON number."""

    __slots__ = ()


def _write(case: Case, ran: Ran) -> None:
    report = case.folder / "report.txt"
    report.unlink(missing_ok=True)
    if ran.told:
        report.write_text(ran.told, "utf-8")
    if not ran.package.exists() or case.folder.is_relative_to(_ERRORS):
        return
    for name in case.expected or {"models.py": b""}:
        path = case.folder / "expected" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ran.package / name).read_bytes())


def _all_as_one_package(work: Path, printer: str) -> Path:
    """All cases that are generated, as the APIs of one package: they share a runtime, so that checking is quick."""
    lines = ["[package]", 'name = "everything"', 'output = "."', 'format = "ruff"']
    lines.append(f'models = "{printer}"')
    for case in case_folders():
        # What is pinned in a lock of its own can't be one of many.
        if case.expected and not (case.folder / "sdkwright.lock").exists():
            (spec,) = case.folder.glob("spec.*")
            lines += [f"[apis.{case}]", f"spec = {json.dumps(str(spec))}"]
    (work / "sdkwright.toml").write_text("\n".join(lines), "utf-8")
    status, told = sdkwright(f"generate --no-cache -c {work}/sdkwright.toml")
    assert status == Exit.CLEAN, told
    return work / "everything"


def test_all_printers_print_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = [
        {
            path.relative_to(package).as_posix(): path.read_text("utf-8")
            for path in sorted(package.rglob("*.py"))
        }
        for printer in MODELS
        for package in [_all_as_one_package(tmp_path_factory.mktemp("all"), printer)]
    ]
    assert len(made[0]) > 200
    assert all(one == made[0] for one in made)


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker", [["mypy", "--strict", "everything"], ["pyright", "--pythonpath", sys.executable]]
)
def test_everything_type_checks(checker: list[str], tmp_path: Path) -> None:
    _all_as_one_package(tmp_path, MODELS[1])
    strict = {"typeCheckingMode": "strict", "include": ["everything"]}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(strict), "utf-8")
    command = [sys.executable, "-m", *checker]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
