"""What `check` tells apart, file by file, without touching the tree."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from published_trees import NEW, OLD, VERSION, on_disk, published, tree

from sdkwright.render.compare import State, Tree, compare
from sdkwright.render.manifest import NAME, manifest_of, parse, text_of

CLIENT = PurePosixPath("riverty/client.py")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    published(tmp_path / "sdk", OLD)
    return tmp_path / "sdk"


def test_a_tree_as_it_should_be_is_clean(target: Path) -> None:
    comparison = compare(target, OLD, VERSION)
    assert comparison.clean
    assert (comparison.tree, comparison.unchanged, comparison.other_version) == (Tree.OURS, 4, None)


def test_every_state_of_a_tree_of_ours(target: Path) -> None:
    (target / "violet").mkdir()
    (target / "violet" / "client.py").write_text("mine = 1\n")
    (target / "init.py").unlink()
    (target / "geins" / "client.py").write_text("edited = 1\n")
    comparison = compare(target, NEW, VERSION)
    assert not comparison.clean
    assert comparison.states == {
        PurePosixPath("geins/client.py"): State.HAND_EDITED,
        PurePosixPath("init.py"): State.MISSING,
        PurePosixPath("riverty/client.py"): State.STALE,
        PurePosixPath("riverty/models.py"): State.EXTRA,
        PurePosixPath("violet/client.py"): State.FOREIGN,
    }
    assert comparison.of(State.STALE, State.MISSING) == (PurePosixPath("init.py"), CLIENT)


def _folder(path: Path) -> None:
    path.mkdir()


def _link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("make", "state"),
    [(_folder, State.FOREIGN), (os.mkfifo, State.FOREIGN), (_link, State.LINK)],
)
def test_what_is_no_file(target: Path, make: Callable[[Path], None], state: State) -> None:
    (target / CLIENT).unlink()
    make(target / CLIENT)
    assert compare(target, OLD, VERSION).states == {CLIENT: state}


def test_a_file_where_a_folder_belongs(target: Path) -> None:
    (target / "violet").write_text("")
    assert compare(target, NEW, VERSION).of(State.FOREIGN) == (PurePosixPath("violet/client.py"),)


def test_files_of_others_elsewhere_do_not_matter(target: Path) -> None:
    (target / "notes.txt").write_text("")
    (target / "riverty" / "__pycache__").mkdir()
    (target / "riverty" / "__pycache__" / "client.cpython-311.pyc").write_bytes(b"")
    assert compare(target, OLD, VERSION).clean


def test_line_endings_of_a_checkout_are_nobodys_edit(target: Path) -> None:
    for path in (target / CLIENT, target / NAME):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert compare(target, OLD, VERSION).clean
    assert compare(target, NEW, VERSION).states[CLIENT] is State.STALE


def test_an_edit_that_is_what_we_would_write_is_fine(target: Path) -> None:
    (target / CLIENT).write_text(NEW[CLIENT])
    assert CLIENT not in compare(target, NEW, VERSION).states


def test_another_version_is_told(target: Path) -> None:
    comparison = compare(target, OLD, "2.0")
    assert (comparison.clean, comparison.other_version) == (False, VERSION)
    assert comparison.states == {}


@pytest.mark.parametrize("absent", [True, False])
def test_nothing_there(tmp_path: Path, absent: bool) -> None:
    if not absent:
        (tmp_path / "none").mkdir()
    comparison = compare(tmp_path / "none", OLD, VERSION)
    assert comparison.tree is (Tree.ABSENT if absent else Tree.EMPTY)
    assert comparison.of(State.MISSING) == tuple(sorted(OLD))


def test_a_lost_or_broken_manifest_is_never_clean(target: Path) -> None:
    (target / NAME).write_text("<<<<<<< HEAD\n")
    comparison = compare(target, OLD, VERSION)
    assert (comparison.tree, comparison.clean) == (Tree.BROKEN, False)
    (target / NAME).unlink()
    comparison = compare(target, OLD, VERSION)
    assert (comparison.tree, comparison.clean) == (Tree.OTHERS, False)


def test_a_target_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to("nowhere")
    assert State.FOREIGN in compare(tmp_path / "file", OLD, VERSION).states.values()
    assert State.LINK in compare(tmp_path / "link", OLD, VERSION).states.values()


def test_no_files_is_an_error(target: Path) -> None:
    with pytest.raises(ValueError, match="no files"):
        compare(target, {}, VERSION)


def test_the_tree_is_not_touched(target: Path) -> None:
    before = on_disk(target.parent)
    times = {path: path.stat().st_mtime_ns for path in target.parent.rglob("*")}
    compare(target, NEW, "2.0")
    assert on_disk(target.parent) == before
    assert {path: path.stat().st_mtime_ns for path in target.parent.rglob("*")} == times


def test_the_manifest_has_a_line_a_file_and_reads_back() -> None:
    manifest = manifest_of({PurePosixPath("b/ü.py"): b"x", PurePosixPath("a.py"): b""}, "1.0")
    text = text_of(manifest)
    assert [line.split('"')[1] for line in text.splitlines() if '.py"' in line] == [
        "a.py",
        "b/\\u00fc.py",
    ]
    assert parse(text.encode()) == manifest


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[" * 100_000, b'{"sdkwright": 1, "files": {}}']
)
def test_what_is_no_manifest(content: bytes) -> None:
    assert parse(content) is None


def test_the_manifest_may_not_be_generated() -> None:
    with pytest.raises(AssertionError, match="manifest"):
        manifest_of({NAME: b""}, VERSION)


def test_a_carriage_return_is_a_fault_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="carriage return"):
        compare(tmp_path / "sdk", tree(a="x\r\n"), VERSION)
