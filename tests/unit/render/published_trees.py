"""What the tests of publishing share: small trees, and what is on the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from sdkwright.render.publish import Outcome, publish
from sdkwright.text.diagnostic import Report

VERSION = "1.0"


def tree(**texts: str) -> dict[PurePosixPath, str]:
    """Python files by path; `__` in a name stands for a slash."""
    return {PurePosixPath(name.replace("__", "/") + ".py"): text for name, text in texts.items()}


def on_disk(folder: Path) -> dict[str, str | None]:
    """Everything below `folder` but the manifest: texts of files, targets of links, None for folders."""
    found: dict[str, str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            found[name] = f"-> {os.readlink(path)}"
        elif stat.S_ISREG(mode):
            if path.name != ".sdkwright.json":
                found[name] = path.read_text(encoding="utf-8")
        elif not stat.S_ISDIR(mode):
            found[name] = "special"
        elif not any(path.iterdir()):
            found[name] = None
    return found


def as_disk(files: Mapping[PurePosixPath, str]) -> dict[str, str | None]:
    """`files` as `on_disk` shows them."""
    return {str(path): text for path, text in files.items()}


def published(target: Path, files: Mapping[PurePosixPath, str], *, force: bool = False) -> Outcome:
    """Publish what must succeed without a word."""
    report = Report()
    outcome = publish(target, files, VERSION, report, force=force)
    assert report.found == []
    return outcome


def refused(target: Path, files: Mapping[PurePosixPath, str], *, force: bool = False) -> list[str]:
    """The codes of what must be refused, with nothing written."""
    report = Report()
    assert publish(target, files, VERSION, report, force=force) == Outcome()
    assert report.failed
    return [diagnostic.code for diagnostic in report.found]


OLD = tree(init="", riverty__client="a = 1\n", riverty__models="b = 1\n", geins__client="g = 1\n")
NEW = tree(init="", riverty__client="a = 2\n", violet__client="c = 1\n", geins__client="g = 1\n")
MINE: dict[str, str | None] = {"riverty/notes.txt": "mine"}


def start(target: Path, was_there: bool) -> None:
    if was_there:
        published(target, OLD)
        (target / "riverty" / "notes.txt").write_text("mine")


def old_or_new(target: Path, was_there: bool) -> str:
    """Which of the two stands at the target; a failure where it is neither."""
    found = on_disk(target) if target.exists() else {}
    kept = MINE if was_there else {}
    if found == as_disk(NEW) | kept:
        return "new"
    assert found == (as_disk(OLD) | kept if was_there else {})
    return "old"


def run(target: Path) -> Report:
    report = Report()
    publish(target, NEW, VERSION, report)
    return report
