"""Which lines of files have changed since a revision, as git tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from .diff.git import Repository
from .spec.reference import node_at
from .text.diagnostic import Diagnostic, Report
from .text.node import steps_of
from .text.span import Span

_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class Changes(Struct, frozen=True):
    """The changed lines by file, first and last; None for a file that is all new."""

    lines: Mapping[str, tuple[tuple[int, int], ...] | None]

    def touch(self, span: Span) -> bool:
        """Whether any line of a range has changed."""
        ranges = self.lines.get(span.file, ())
        if ranges is None:
            return True
        return any(first <= span.end_line and span.line <= last for first, last in ranges)


def changes_since(revision: str, files: Iterable[str], report: Report) -> Changes | None:
    """What has changed in `files` since `revision`; None after `revision-unknown` or `not-a-repository`."""
    names = sorted(set(files))
    git = Repository(Path(names[0]).parent if names else Path())
    if git.told("rev-parse", "--show-toplevel") is None:
        message = "`--changed-since` needs a git repository around the specification"
        report.error("not-a-repository", message, None, "run it inside of one")
        return None
    commit = git.commit(revision)
    if commit is None:
        message = f"there is no revision `{revision}`"
        hint = "fetch it (in CI: the whole history), or name another"
        report.error("revision-unknown", message, None, hint)
        return None
    return Changes({name: _lines(name, commit) for name in names})


def _lines(name: str, commit: str) -> tuple[tuple[int, int], ...] | None:
    path = Path(name)
    git = Repository(path.parent)
    known = git.told("cat-file", "-e", f"{commit}:./{path.name}")
    diff = git.told("diff", "--unified=0", "--no-ext-diff", "--no-color", commit, "--", path.name)
    if known is None or diff is None:
        return None
    found: list[tuple[int, int]] = []
    for start, count in _HUNK.findall(diff):
        first, many = int(start), int(count or 1)
        # Where lines only went away, the two around the gap have changed.
        found.append((first, first + many - 1) if many else (first, first + 1))
    return tuple(found)


def keep_changed(changes: Changes, report: Report) -> None:
    """Leave in `report` what is about something that has changed: the part that a finding points at, to its end."""
    report.found[:] = [
        one for one in report.found if one.span is None or changes.touch(_whole(one, report))
    ]


def _whole(one: Diagnostic, report: Report) -> Span:
    """The whole part that a finding points at: a key stands for its block."""
    assert one.span is not None
    root, pointer = report.sources.trees.get(one.span.file), report.sources.pointer(one.span)
    node = None
    if root is not None and pointer is not None:
        node, _ = node_at(root, steps_of(pointer))
    if node is None or (node.span.line, node.span.col) < (one.span.line, one.span.col):
        return one.span
    end = node.span
    return Span(one.span.file, one.span.line, one.span.col, end.end_line, end.end_col)
