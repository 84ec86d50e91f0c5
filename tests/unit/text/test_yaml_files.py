"""Reading from disk: only regular files of a sane size are opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sdkwright.text import decode
from sdkwright.text.diagnostic import Report
from sdkwright.text.yaml import load


def codes(path: Path) -> list[str]:
    report = Report()
    assert load(path, path.name, report) is None
    assert all(found.span is None for found in report.found)
    return [found.code for found in report.found]


def test_a_file_is_read_and_kept_for_showing(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\r\n")
    report = Report()
    root = load(path, "specs/a.yaml", report)
    assert root is not None
    assert root.span.file == "specs/a.yaml"
    assert report.sources.line("specs/a.yaml", 1) == "a: 1"
    assert report.sources.trees["specs/a.yaml"] is root


def test_a_missing_file(tmp_path: Path) -> None:
    assert codes(tmp_path / "a.yaml") == ["file-not-found"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert codes(tmp_path) == ["file-unreadable"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert codes(tmp_path / "pipe") == ["file-unreadable"]


def test_a_file_name_that_cannot_be() -> None:
    assert codes(Path("a\0b")) == ["file-unreadable"]
    assert codes(Path("a" * 5000)) == ["file-unreadable"]


def test_a_large_file_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 10)
    path = tmp_path / "a.yaml"
    path.write_text("a: " + "b" * 20)
    assert codes(path) == ["file-too-large"]


def test_bytes_and_text_are_refused_for_the_same_characters() -> None:
    for point in range(0x11_0000):
        if 0xD800 <= point < 0xE000:  # UTF-8 has no surrogates
            continue
        text = f"é{chr(point)}b"
        is_fit = decode._FORBIDDEN.search(text) is None
        assert decode._is_clean(text.encode()) is is_fit, hex(point)
