"""`sdkwright lint --fix`: the safe fixes of findings, made in the files and proven before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from .text.decode import decode
from .text.diagnostic import Report
from .text.edit import Fix, changed, edited, overlap
from .text.node import Node
from .text.span import Span
from .text.yaml import parse

_BOM = "\ufeff"


def apply_fixes(fixes: Mapping[str, Sequence[Fix]], report: Report) -> int:
    """Make the fixes in their files; how many were made. Of two that touch the same text the second waits for the next run.

    The edited text is read again, and what it says must be what the fixes promise and nothing else: otherwise the file is
    left alone and `fix-unsound` reported.
    """
    return sum(_apply(file, _apart(wanted), report) for file, wanted in fixes.items())


def _apart(fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    chosen: list[Fix] = []
    for fix in fixes:
        if fix not in chosen and not any(overlap(fix, other) for other in chosen):
            chosen.append(fix)
    return tuple(chosen)


def _apply(file: str, fixes: tuple[Fix, ...], report: Report) -> int:
    raw = Path(file).read_bytes().decode("utf-8")
    text = decode(raw, file)
    before = _tree(text, file)
    after = edited(text, [edit for fix in fixes for edit in fix.edits])
    tree = _tree(after, file)
    written = as_before(after, raw)
    promised = [change for fix in fixes for change in fix.changes]
    if (
        before is None
        or tree is None
        or written is None
        or not says(tree, changed(before, promised))
    ):
        message = f"the fixes of `{file}` would change more than they promise"
        place = Span(file, 1, 1, 1, 1)
        report.error("fix-unsound", message, place, "make the changes by hand, and report this")
        return 0
    Path(file).write_bytes(written.encode("utf-8"))
    return len(fixes)


def says(tree: Node, value: object) -> bool:
    """Whether a document says exactly this, to the type and digit of every scalar and the order of every key."""
    return repr(tree.plain()) == repr(value)


def as_before(text: str, raw: str) -> str | None:
    """`text` with the line ends and the mark that `raw` has; None where those are mixed."""
    ends = raw.count("\r\n")
    if "\r" in raw.replace("\r\n", "") or (ends and ends != raw.count("\n")):
        return None
    whole = text.replace("\n", "\r\n") if ends else text
    return _BOM + whole if raw.startswith(_BOM) else whole


def _tree(text: str, file: str) -> Node | None:
    own = Report()
    tree = parse(text, file, own)
    return None if own.failed else tree
