"""Every case folder gives what it says (`case_folders.py` tells what stands in one)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from case_folders import CASES, Case, Ran, case_folders, imported, run
from sdkwright.cli import Exit

_ERRORS = CASES / "errors"


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the cases are to be written anew."""
    return bool(request.config.getoption("--update"))


@pytest.mark.parametrize("case", list(case_folders()), ids=str)
def test_case(
    case: Case, update: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
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
    for module in ("models", "client", *_resources(ran.package)):
        import_module(f"{package.__name__}.{module}")
    samples = case.folder / "samples.json"
    if samples.exists():
        _check_samples(package.__name__, json.loads(samples.read_text("utf-8")))


def _resources(package: Path) -> list[str]:
    return sorted(f"resources.{path.stem}" for path in (package / "resources").glob("[!_]*.py"))


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
