"""Targets that must not be replaced, and links that must not be written through."""

from __future__ import annotations

from pathlib import Path

import pytest
from published_trees import VERSION, as_disk, on_disk, published, refused, tree

from sdkwright.render.manifest import NAME
from sdkwright.render.publish import Outcome, publish
from sdkwright.text.diagnostic import Report

FIRST = tree(init="", riverty__client="a = 1\n")
SECOND = tree(init="", riverty__client="a = 2\n", violet__client="c = 1\n")


def test_the_root_is_refused() -> None:
    assert refused(Path("/"), FIRST) == ["target-unsafe"]


@pytest.mark.parametrize("name", [".", "", "..", "../work", "below/.."])
def test_the_current_folder_and_those_above_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "work" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    assert refused(Path(name), FIRST) == ["target-unsafe"]


def test_home_and_those_above_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "homes" / "me"
    home.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    assert refused(home, FIRST) == ["target-unsafe"]
    assert refused(home.parent, FIRST) == ["target-unsafe"]
    assert published(home / "sdk", FIRST).wrote


def test_a_folder_with_an_input_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "project"
    published(target, FIRST)
    (target / "specs").mkdir()
    (target / "specs" / "riverty.yaml").write_text("openapi: 3.1.0\n")
    report = Report()
    inputs = [target / "specs" / "riverty.yaml"]
    assert publish(target, SECOND, VERSION, report, inputs=inputs) == Outcome()
    assert [diagnostic.code for diagnostic in report.found] == ["target-unsafe"]
    assert "riverty.yaml" in report.found[0].message


@pytest.mark.parametrize("as_file", [True, False])
def test_a_repository_is_refused(tmp_path: Path, as_file: bool) -> None:
    git = tmp_path / "repository" / ".git"
    git.parent.mkdir()
    if as_file:  # a worktree or a submodule
        git.write_text("gitdir: elsewhere\n")
    else:
        git.mkdir()
    assert refused(git.parent, FIRST) == ["target-unsafe"]


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_as_target_is_refused(tmp_path: Path, exists: bool) -> None:
    victim = tmp_path / "victim"
    if exists:
        victim.mkdir()
    (tmp_path / "sdk").symlink_to(victim)
    assert refused(tmp_path / "sdk", FIRST, force=True) == ["target-symlink"]
    assert on_disk(tmp_path) == {"sdk": f"-> {victim}"} | ({"victim": None} if exists else {})


def test_a_link_above_the_target_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert published(tmp_path / "link" / "sdk", FIRST).wrote
    assert on_disk(tmp_path / "real" / "sdk") == as_disk(FIRST)


@pytest.mark.parametrize(
    "place", ["riverty", "riverty/client.py", "violet", "violet/client.py", str(NAME)]
)
@pytest.mark.parametrize("dangling", [True, False])
def test_links_in_our_way_are_refused(tmp_path: Path, place: str, dangling: bool) -> None:
    victim, target = tmp_path / "victim", tmp_path / "sdk"
    published(target, FIRST)
    is_file = "." in place
    if not dangling and is_file:
        victim.write_bytes((target / place).read_bytes() if (target / place).exists() else b"")
    elif not dangling:
        victim.mkdir()
        (victim / "client.py").write_text("a = 1\n")
    _replace_by_link(target / place, victim)
    before = on_disk(tmp_path)
    assert refused(target, SECOND, force=True) == ["target-symlink"]
    assert on_disk(tmp_path) == before


def test_a_link_in_place_of_a_stale_folder_is_refused(tmp_path: Path) -> None:
    target, victim = tmp_path / "sdk", tmp_path / "victim"
    published(target, FIRST)
    victim.mkdir()
    (victim / "client.py").write_text("a = 1\n")
    _replace_by_link(target / "riverty", victim)
    assert refused(target, tree(init="")) == ["target-symlink"]
    assert (victim / "client.py").read_text() == "a = 1\n"


def _replace_by_link(path: Path, victim: Path) -> None:
    if path.is_dir():
        for file in path.iterdir():
            file.unlink()
        path.rmdir()
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(victim)
