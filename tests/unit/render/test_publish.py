"""Publishing to a healthy disk: what is written, what is kept, what is refused."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from published_trees import VERSION, as_disk, on_disk, published, refused, tree

from sdkwright.render.manifest import NAME
from sdkwright.render.publish import Outcome, publish
from sdkwright.text.diagnostic import Report

FIRST = tree(init="", riverty__client="a = 1\n", riverty__models="b = 1\n")
SECOND = tree(init="", riverty__client="a = 2\n", violet__client="c = 1\n")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "generated" / "sdk"


@pytest.fixture
def umask_022() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_counts_what_it_did(target: Path) -> None:
    assert published(target, FIRST) == Outcome(created=3, wrote=True)
    assert published(target, FIRST) == Outcome(unchanged=3)
    assert published(target, SECOND) == Outcome(1, 1, 1, 1, wrote=True)
    assert on_disk(target) == as_disk(SECOND)


def test_leaves_nothing_beside_the_target(target: Path) -> None:
    published(target, FIRST)
    published(target, SECOND)
    assert [path.name for path in target.parent.iterdir()] == ["sdk"]


def test_writes_nothing_when_nothing_changed(target: Path) -> None:
    published(target, FIRST)
    times = {path: path.stat().st_mtime_ns for path in [target.parent, *target.rglob("*")]}
    inodes = {path: path.stat().st_ino for path in times}
    published(target, FIRST)
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert {path: path.stat().st_ino for path in times} == inodes


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    published(tmp_path / "one", FIRST)
    published(tmp_path / "two", dict(reversed(FIRST.items())))
    one, two = (tmp_path / name / NAME for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert str(tmp_path).encode() not in one.read_bytes()


def test_another_version_rewrites_the_manifest_alone(target: Path) -> None:
    published(target, FIRST)
    outcome = publish(target, FIRST, "2.0", report := Report())
    assert outcome == Outcome(unchanged=3, wrote=True)
    assert not report.found
    assert json.loads((target / NAME).read_text())["sdkwright"] == "2.0"


def test_no_files_is_an_error(target: Path) -> None:
    with pytest.raises(ValueError, match="no files"):
        publish(target, {}, VERSION, Report())


@pytest.mark.parametrize("path", ["/etc/x.py", "../x.py", "a/../x.py", "con.py", "a./b.py", "a:b"])
def test_unsettled_paths_are_a_fault_of_the_program(target: Path, path: str) -> None:
    with pytest.raises(AssertionError, match="not settled"):
        publish(target, {PurePosixPath(path): ""}, VERSION, Report())
    assert not target.exists()


@pytest.mark.parametrize("rival", ["A.py", "b/C.py", "B/d.py", "a.py/x.py"])
def test_paths_that_collide_are_a_fault_of_the_program(target: Path, rival: str) -> None:
    files = tree(a="", b__c="") | {PurePosixPath(rival): ""}
    with pytest.raises(AssertionError, match="not settled"):
        publish(target, files, VERSION, Report())


def test_an_empty_folder_may_be_filled(target: Path) -> None:
    (target / "__pycache__").mkdir(parents=True)
    published(target, FIRST)
    assert on_disk(target) == as_disk(FIRST)


def test_a_folder_that_is_not_ours_is_refused(target: Path) -> None:
    target.mkdir(parents=True)
    (target / "thesis.txt").write_text("years of work")
    assert refused(target, FIRST, force=True) == ["target-not-ours"]
    assert on_disk(target.parent) == {"sdk/thesis.txt": "years of work"}


def test_a_file_in_place_of_the_target_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sdk").write_text("a file")
    assert refused(tmp_path / "sdk", FIRST) == ["target-not-ours"]
    assert on_disk(tmp_path) == {"sdk": "a file"}


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD",
        "{}",
        "[]",
        '{"sdkwright": "1", "files": {"../../x": "' + "0" * 64 + '"}}',
        '{"sdkwright": "1", "files": {"/etc/passwd": "' + "0" * 64 + '"}}',
        '{"sdkwright": "1", "files": {"x.py": "short"}}',
    ],
)
def test_a_broken_or_doctored_manifest_is_refused(target: Path, text: str) -> None:
    published(target, FIRST)
    (target / NAME).write_text(text)
    (target.parent / "x").write_text("victim")
    before = on_disk(target.parent)
    assert refused(target, SECOND, force=True) == ["target-not-ours"]
    assert on_disk(target.parent) == before


def test_files_of_others_survive_where_they_are(target: Path) -> None:
    published(target, FIRST)
    (target / "riverty" / "extra").mkdir()
    (target / "riverty" / "extra" / "mine.py").write_text("mine = 1\n")
    (target / "empty").mkdir()
    (target / "notes.txt").write_text("n")
    (target / "notes.txt").chmod(0o640)
    (target / "elsewhere").symlink_to("../../somewhere")
    os.mkfifo(target / "pipe")
    inode = (target / "notes.txt").stat().st_ino
    published(target, SECOND)
    assert on_disk(target) == as_disk(SECOND) | {
        "riverty/extra/mine.py": "mine = 1\n",
        "empty": None,
        "notes.txt": "n",
        "elsewhere": "-> ../../somewhere",
        "pipe": "special",
    }
    assert stat.S_IMODE((target / "notes.txt").stat().st_mode) == 0o640
    assert (target / "notes.txt").stat().st_ino == inode


def test_files_of_others_are_copied_where_links_are_not_to_be_had(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    published(target, FIRST)
    (target / "notes.txt").write_text("n")
    (target / "elsewhere").symlink_to("nowhere")
    monkeypatch.setattr(os, "link", no_links)
    published(target, SECOND)
    assert on_disk(target) == as_disk(SECOND) | {"notes.txt": "n", "elsewhere": "-> nowhere"}


def test_a_pipe_that_cannot_be_linked_is_never_opened(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    published(target, FIRST)
    os.mkfifo(target / "pipe")
    monkeypatch.setattr(os, "link", no_links)
    assert refused(target, SECOND) == ["cannot-write"]
    assert on_disk(target) == as_disk(FIRST) | {"pipe": "special"}


def test_a_stale_module_is_gone_with_its_bytecode(target: Path) -> None:
    published(target, FIRST)
    cache = target / "riverty" / "__pycache__"
    cache.mkdir()
    (cache / "models.cpython-311.pyc").write_bytes(b"")
    only = tree(init="")
    published(target, only)
    assert on_disk(target) == as_disk(only)


def test_a_file_of_others_where_we_write_is_refused(target: Path) -> None:
    published(target, FIRST)
    (target / "violet").mkdir()
    (target / "violet" / "client.py").write_text("mine = 1\n")
    before = on_disk(target)
    assert refused(target, SECOND, force=True) == ["foreign-file"]
    assert on_disk(target) == before


def test_a_file_of_others_that_is_what_we_write_is_adopted(target: Path) -> None:
    published(target, FIRST)
    (target / "violet").mkdir()
    (target / "violet" / "client.py").write_text("c = 1\n")
    assert published(target, SECOND) == Outcome(0, 1, 1, 2, wrote=True)


@pytest.mark.parametrize("edited", ["riverty/client.py", "riverty/models.py"])
def test_edits_by_hand_are_kept_unless_forced(target: Path, edited: str) -> None:
    published(target, FIRST)
    (target / edited).write_text("a = 'precious'\n")
    before = on_disk(target)
    report = Report()
    assert publish(target, SECOND, VERSION, report) == Outcome()
    [diagnostic] = report.found
    assert diagnostic.code == "hand-edited"
    assert edited in diagnostic.message
    assert on_disk(target) == before
    assert published(target, SECOND, force=True) == Outcome(1, 1, 1, 1, wrote=True)
    assert on_disk(target) == as_disk(SECOND)


def test_a_file_deleted_by_hand_comes_back(target: Path) -> None:
    published(target, FIRST)
    (target / "riverty" / "models.py").unlink()
    assert published(target, FIRST) == Outcome(created=1, unchanged=2, wrote=True)


@pytest.mark.usefixtures("umask_022")
def test_modes_follow_the_umask_and_what_was(target: Path) -> None:
    published(target, FIRST)
    assert stat.S_IMODE(target.stat().st_mode) == 0o755
    assert stat.S_IMODE((target / "riverty" / "client.py").stat().st_mode) == 0o644
    target.chmod(0o750)
    published(target, SECOND)
    assert stat.S_IMODE(target.stat().st_mode) == 0o750
    assert stat.S_IMODE((target / "violet" / "client.py").stat().st_mode) == 0o644
