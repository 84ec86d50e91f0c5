"""Files of revisions under the names that the user has for them: what git has given stands in a folder that goes away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from ..text.diagnostic import Diagnostic, Report


def as_called(report: Report, shown: Mapping[str, str]) -> None:
    """Name the files in `report` as the user does. `shown` turns the beginnings of names into what they are called."""
    report.found[:] = called(report.found, shown)
    for name, text in tuple(report.sources.texts.items()):
        report.sources.add(_named(name, shown), text)
    for name, tree in tuple(report.sources.trees.items()):
        report.sources.trees[_named(name, shown)] = tree


def called(found: Iterable[Diagnostic], shown: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Findings with the names of files as the user has them."""
    return tuple(
        replace(
            one.placed(lambda span: replace(span, file=_named(span.file, shown))),
            message=_named(one.message, shown),
            hint=None if one.hint is None else _named(one.hint, shown),
        )
        for one in found
    )


def _named(text: str, shown: Mapping[str, str]) -> str:
    for beginning, name in shown.items():
        text = text.replace(beginning, name)
    return text
