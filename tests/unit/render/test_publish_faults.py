"""A disk that cannot be written: told by the path in the target, with nothing left behind."""

from __future__ import annotations

import errno
import os
from pathlib import Path, PurePosixPath

import pytest
from published_trees import NEW, OLD, VERSION, as_disk, on_disk, published, refused

from sdkwright.render.publish import publish
from sdkwright.text.diagnostic import Report


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "generated" / "sdk"


def test_a_full_disk_is_told_with_the_path_in_the_target(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    published(target, OLD)
    monkeypatch.setattr(os, "fsync", full)
    report = Report()
    publish(target, NEW, VERSION, report)
    assert [diagnostic.code for diagnostic in report.found] == ["cannot-write"]
    monkeypatch.undo()
    assert on_disk(target) == as_disk(OLD)
    assert [path.name for path in target.parent.iterdir()] == ["sdk"]


def test_a_name_that_is_too_long_is_told(target: Path) -> None:
    report = Report()
    publish(target, {PurePosixPath("x" * 300 + ".py"): ""}, VERSION, report)
    [diagnostic] = report.found
    assert diagnostic.code == "cannot-write"
    assert str(target / ("x" * 300)) in diagnostic.message
    assert not target.exists()


def test_a_parent_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "generated").write_text("")
    assert refused(tmp_path / "generated" / "sdk", OLD) == ["cannot-write"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_told(target: Path) -> None:
    published(target, OLD)
    target.parent.chmod(0o555)
    assert refused(target, NEW) == ["cannot-write"]
    target.parent.chmod(0o755)
    assert on_disk(target) == as_disk(OLD)
