"""The wheel is all that is needed: built, installed apart from the checkout and run there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
_CASE = ROOT / "tests" / "cases" / "inline_objects_and_enums"


def _run(*command: str | Path, cwd: Path) -> str:
    # No path into the checkout, no cache of an earlier run.
    dropped = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    environment = {key: value for key, value in os.environ.items() if key not in dropped}
    environment["SDKWRIGHT_CACHE"] = "off"
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout, built with what is installed."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    _run(sys.executable, *build, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of an environment that holds the wheel, and borrows the libraries of this one."""
    place = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(place, with_pip=False)
    python = place / "bin" / "python"
    install = (
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    )
    _run(sys.executable, *install, wheel, cwd=place)
    (packages,) = place.glob("lib/python*/site-packages")
    # A folder on the path by a .pth file: its own .pth files, such as that of the checkout, are not read.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return place / "bin"


def test_wheel_holds_the_tool_and_every_template(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    skipped = {"__pycache__", ".mypy_cache", ".ruff_cache"}
    for folder, inside in (
        (ROOT / "generator" / "sdkwright", ""),
        (ROOT / "templates", "_templates/"),
    ):
        for path in folder.rglob("*"):
            if path.is_file() and not skipped & set(path.parts):
                assert f"sdkwright/{inside}{path.relative_to(folder).as_posix()}" in names
    assert not [name for name in names if (skipped | {"tests"}) & set(Path(name).parts)]


def test_wheel_generates_outside_of_the_checkout(scripts: Path, tmp_path: Path) -> None:
    home = _run(
        scripts / "python", "-c", "import sdkwright; print(sdkwright.__file__)", cwd=tmp_path
    )
    assert Path(home.strip()).is_relative_to(scripts.parent)
    (tmp_path / "spec.yaml").write_bytes((_CASE / "spec.yaml").read_bytes())
    _run(scripts / "sdkwright", "generate", "spec.yaml", "-o", "out", cwd=tmp_path)
    made, expected = tmp_path / "out" / "spec", _CASE / "expected"
    for path in expected.rglob("*.py"):
        assert (made / path.relative_to(expected)).read_bytes() == path.read_bytes()
    _run(scripts / "sdkwright", "check", "spec.yaml", "-o", "out", cwd=tmp_path)
    _run(scripts / "python", "-c", "from out.spec import Shop, Refund", cwd=tmp_path)


def test_version_is_that_of_the_wheel(scripts: Path, wheel: Path, tmp_path: Path) -> None:
    told = _run(scripts / "sdkwright", "--version", cwd=tmp_path).split()
    assert told == ["sdkwright", wheel.name.split("-")[1]]
