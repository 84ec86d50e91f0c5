"""The difference of the generated code, laid out as it is published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from ..render.format_ruff import laid_out
from .model import ApiDiff, Comparison

_AROUND = 2


def code_diff(comparison: Comparison) -> tuple[str, ...]:
    """What `diff -u` shows of the files of all packages, the names of files below those of their APIs."""
    several = sum(bool(api.changes) for api in comparison.apis) > 1
    return tuple(line for api in comparison.apis for line in _of_api(api, several))


def _of_api(api: ApiDiff, several: bool) -> Iterator[str]:
    if api.files is None:
        return
    old, new = api.files
    paths = [
        path
        for path in sorted(old.keys() | new.keys())
        if path.suffix == ".py" and old.get(path) != new.get(path)
    ]
    texts = _laid_out([side.get(path, "") for path in paths for side in (old, new)])
    for at, path in enumerate(paths):
        before, after = (texts[at * 2 + side].splitlines() for side in (0, 1))
        name = f"{api.name}/{path}" if several else str(path)
        yield from unified_diff(before, after, name, name, n=_AROUND, lineterm="")


def _laid_out(texts: Sequence[str]) -> Sequence[str]:
    """The texts as ruff lays them out; one that it can't stays as it is."""
    if not texts:
        return ()
    return [answer["text"] or text for answer, text in zip(laid_out(texts), texts, strict=True)]
