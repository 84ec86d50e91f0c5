"""From how a published package differs from its specifications to diagnostics that say what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from .render.compare import Comparison, State, Tree
from .text.diagnostic import Report
from .text.span import Span

_REASONS: Mapping[State, tuple[str, str, str]] = {
    State.STALE: (
        "drift-stale",
        "is not what the specification gives now",
        "run `sdkwright generate` and commit the result",
    ),
    State.MISSING: (
        "drift-missing",
        "is missing",
        "run `sdkwright generate` and commit the result",
    ),
    State.EXTRA: (
        "drift-extra",
        "is no longer generated",
        "run `sdkwright generate`, which removes it",
    ),
    State.HAND_EDITED: (
        "drift-hand-edited",
        "was edited by hand",
        "move the change into the specification or your own code, then run `sdkwright generate --force`",
    ),
    State.FOREIGN: ("drift-foreign", "stands where a generated file belongs", "move it away"),
    State.LINK: ("drift-link", "is a link where a generated file belongs", "remove the link"),
    State.UNREADABLE: ("drift-unreadable", "can't be read", "mend its permissions"),
}


def report_drift(comparison: Comparison, target: str, report: Report) -> None:
    """Report each file that differs; nothing where the published package is what the specifications give."""
    again = "run `sdkwright generate` and commit the result"
    if comparison.tree in (Tree.ABSENT, Tree.EMPTY):
        report.error("drift-missing", f"`{target}` does not exist yet", None, again)
        return
    if comparison.tree in (Tree.OTHERS, Tree.BROKEN):
        report.error(
            "drift-not-ours",
            f"`{target}` was not written by sdkwright, or its manifest is damaged",
            None,
            "move it away if it is not needed, then run `sdkwright generate`",
        )
        return
    if comparison.other_version is not None:
        message = f"`{target}` was made by sdkwright {comparison.other_version}"
        report.error("drift-other-version", message, None, again)
    for path, state in comparison.states.items():
        code, words, hint = _REASONS[state]
        report.error(code, f"`{path}` {words}", _start_of(target, path), hint)
    if not comparison.clean and not report.failed:
        report.error("drift-stale", f"the manifest of `{target}` is not current", None, again)


def _start_of(target: str, path: PurePosixPath) -> Span:
    return Span(f"{target}/{path}", 1, 1, 1, 1)
