"""The same input gives the same bytes, whatever the hash seed, the locale, the folder or the order of maps."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from sdkwright import ApiConfig, Report, analyse, build, read_config
from sdkwright.python.lock import Lock, write_lock
from sdkwright.python.names import settle_names
from sdkwright.text.yaml import load
from shuffling import exact_json, shuffled

ROOT = Path(__file__).parents[1]
_SPECS = sorted((ROOT / "specs").glob("*.yaml"))

_SURROUNDINGS: Mapping[str, Mapping[str, str]] = {
    "seed 0": {"PYTHONHASHSEED": "0"},
    "seed 1, C locale": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "seed 4242, far east": {"PYTHONHASHSEED": "4242", "TZ": "Pacific/Kiritimati", "COLUMNS": "40"},
}


def _project(folder: Path) -> Path:
    """A project with the configuration and specifications of this repository and nothing generated."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "sdkwright.toml", folder)
    shutil.copytree(ROOT / "specs", folder / "specs")
    return folder


def _run(
    arguments: list[str], cwd: Path, surroundings: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SDKWRIGHT_CACHE": "off", **surroundings}
    environment["PYTHONPATH"] = str(ROOT / "generator")
    return subprocess.run(
        [sys.executable, "-m", "sdkwright", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_surroundings_make_no_difference(tmp_path: Path) -> None:
    trees = []
    for number, surroundings in enumerate(_SURROUNDINGS.values()):
        project = _project(tmp_path / f"project {number}")
        elsewhere = tmp_path if number else project
        config = project / "sdkwright.toml" if number else Path("sdkwright.toml")
        only = ["--only", "digital_river", "--only", "geins"]
        done = _run(["generate", "-c", str(config), *only], elsewhere, surroundings)
        assert done.returncode == 0, done.stderr
        trees.append(_tree(project / "generated"))
    assert trees[0] == trees[1] == trees[2]
    assert len(trees[0]) > 40
    for path, content in trees[0].items():
        assert str(tmp_path).encode() not in content, path


def test_a_second_run_in_the_same_process_gives_the_same() -> None:
    report = Report()
    config = read_config(ROOT / "sdkwright.toml", report)
    assert config is not None
    only = frozenset({"digital_river"})
    one, two = (build(config, report, only, cached=False).files for _ in range(2))
    assert report.found == []
    assert one == two


def test_a_second_run_makes_nothing_again(tmp_path: Path) -> None:
    project = _project(tmp_path / "project")
    cache = {"SDKWRIGHT_CACHE": str(tmp_path / "cache")}
    first, second = (_run(["generate"], project, cache) for _ in range(2))
    assert (first.stdout.count("  made\n"), second.stdout.count("  made\n")) == (len(_SPECS), 0)


def test_only_touches_nothing_else(tmp_path: Path) -> None:
    project = _project(tmp_path / "project")
    cache = {"SDKWRIGHT_CACHE": str(tmp_path / "cache")}
    assert _run(["generate"], project, cache).returncode == 0
    before = _tree(project / "generated")
    spec = project / "specs" / "riverty.yaml"
    changed = spec.read_text("utf-8").replace("Number of the refund", "Number of a refund")
    spec.write_text(changed, "utf-8")
    violet = project / "specs" / "violet.yaml"
    violet.write_text(violet.read_text("utf-8") + "x-broken: [", "utf-8")
    done = _run(["generate", "--only", "riverty"], project, cache)
    assert done.returncode == 0, done.stderr
    after = _tree(project / "generated")
    moved = {path for path in after if after[path] != before.get(path)}
    assert before.keys() == after.keys()
    assert {Path(path).parts[1] for path in moved} == {"riverty", ".sdkwright.json"}
    assert _run(["check", "--only", "riverty"], project, cache).returncode == 0
    # No YAML any more: that is wrong use, not drift.
    assert _run(["check", "--only", "violet"], project, cache).returncode == 2


# --- Order of maps ------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", _SPECS, ids=lambda path: path.stem)
def test_names_do_not_hang_on_the_order_of_maps(spec: Path, tmp_path: Path) -> None:
    """The order of properties, paths and schemas may show in the files; never in what they are called."""
    tree = load(spec, spec.name, Report())
    assert tree is not None
    found = set[str]()
    for seed in range(3):
        path = tmp_path / f"{seed}.json"
        path.write_text(exact_json(shuffled(tree.plain(), random.Random(seed))), "utf-8")
        report = Report()
        analysis = analyse(ApiConfig("api", path), report)
        assert analysis is not None, report.found
        found.add(write_lock(settle_names(analysis.api, Lock(), report).lock))
        assert report.found == []
    assert len(found) == 1


def test_parts_that_share_definitions_do_not_hang_on_the_order_of_maps(tmp_path: Path) -> None:
    """What is shared is named after itself, whoever meets it first."""
    tree = load(Path(__file__).with_name("shared_parts.yaml"), "shared_parts.yaml", Report())
    assert tree is not None
    found = set[str]()
    for seed in range(6):
        path = tmp_path / f"{seed}.json"
        path.write_text(exact_json(shuffled(tree.plain(), random.Random(seed))), "utf-8")
        report = Report()
        analysis = analyse(ApiConfig("api", path), report)
        assert analysis is not None, report.found
        found.add(write_lock(settle_names(analysis.api, Lock(), report).lock))
    assert len(found) == 1
