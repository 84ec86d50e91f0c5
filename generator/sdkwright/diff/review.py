"""A comparison as a reviewer reads it: changes by the part they are about, each with its lines, sources and call sites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ..rules.breaking.laws import BOUNDS
from ..rules.breaking.verdict import Python, PythonChange, Site, Wire
from ..text.node import steps_of
from ..text.printable import printable
from ..text.sources import Sources
from .approvals import Approval
from .code import code_diff
from .lines import Line, compared, python_lines
from .model import ApiDiff, Change, Comparison, Hit
from .provenance import source_of

_LONGEST = 9
"""How many lines of a specification are shown of one change."""

_WIDEST = 240
"""How many characters are shown of one line."""


class SymbolView(Struct, frozen=True):
    """A symbol before and after, with all that is told of it: effects of one signature stand together."""

    symbol: str
    lines: tuple[Line, ...]
    effects: tuple[PythonChange, ...]

    @property
    def migrations(self) -> tuple[str, ...]:
        """What to do, each thing once."""
        return tuple(dict.fromkeys(one.migration for one in self.effects if one.migration))


class Entry(Struct, frozen=True):
    """A change with everything that is shown of it. `source` is where it comes from now, `source_before` where it came from."""

    change: Change
    approval: Approval | None
    spec: tuple[Line, ...]
    place: str | None
    symbols: tuple[SymbolView, ...]
    source: str | None
    source_before: str | None
    hits: tuple[Hit, ...]

    @property
    def migrations(self) -> tuple[str, ...]:
        """What to do, each thing once; for what breaks, where anything does."""
        harmful = [e for e in self.change.effects if not e.is_harmless] or self.change.effects
        return tuple(dict.fromkeys(one.migration for one in harmful if one.migration))

    @property
    def said(self) -> tuple[object, ...]:
        """What is said of it, whatever the place: entries that say the same are told together."""
        change = self.change
        verdicts = (change.wire, change.python)
        return (*verdicts, change.message, self.migrations, self.approval is not None)


class Group(Struct, frozen=True):
    """The changes of one part: an operation, a component, or the API as a whole."""

    title: str
    api: str
    entries: tuple[Entry, ...]

    @property
    def harmful(self) -> int:
        """How many changes may break somebody."""
        return sum(one.change.is_harmful for one in self.entries)


class Review(Struct, frozen=True):
    """Everything that the comment and the page show, the worst first. `code` is the difference of the generated code."""

    comparison: Comparison
    groups: tuple[Group, ...]
    code: tuple[str, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All changes, the worst first."""
        every = (one for group in self.groups for one in group.entries)
        return tuple(sorted(every, key=lambda one: weight(one.change)))

    @property
    def overview(self) -> tuple[tuple[Entry, ...], ...]:
        """What breaks anybody, or may, the worst first; what is said of several places in the same words stands together."""
        alike: dict[tuple[object, ...], list[Entry]] = {}
        for one in self.entries:
            if one.change.is_harmful:
                alike.setdefault(one.said, []).append(one)
        return tuple(map(tuple, alike.values()))


def review_of(comparison: Comparison, approvals: Mapping[str, Approval]) -> Review:
    """Gather what a reviewer wants to see."""
    hits: dict[PythonChange, list[Hit]] = {}
    for hit in comparison.usage or ():
        hits.setdefault(hit.change, []).append(hit)
    gathered: dict[tuple[str, str], list[Entry]] = {}
    for api in comparison.apis:
        for change in api.changes:
            entry = _entry(change, comparison, approvals, hits)
            gathered.setdefault((api.name, title_of(change)), []).append(entry)
    groups = [
        Group(title, api, tuple(sorted(found, key=lambda one: weight(one.change))))
        for (api, title), found in gathered.items()
    ]
    return Review(comparison, tuple(sorted(groups, key=_group_weight)), code_diff(comparison))


def _group_weight(group: Group) -> tuple[tuple[int, int], int, str]:
    return weight(group.entries[0].change), -group.harmful, group.title


def weight(change: Change) -> tuple[int, int]:
    """What comes first: what breaks code or the wire for sure, then what may, then what is new."""
    order = list(Python)
    python = 2 if change.python is Python.UPGRADE else order.index(change.python)
    wire = list(Wire).index(change.wire)
    harmless = 0 if change.is_harmful else 10
    return harmless + min(python, wire * 2), wire


def short(change: Change, title: str) -> str:
    """What has changed, below a title that may have said where."""
    return ": ".join(part for part in (spot(change, title), change.message) if part)


def spot(change: Change, title: str) -> str:
    """Where something has changed, below a title that may have said it."""
    return "" if change.where == title else change.where


def title_of(change: Change) -> str:
    """What a change is about, as people call it."""
    if len(change.operations) == 1:
        return change.operations[0]
    for site in (change.new, change.old):
        title = _part_of(site)
        if title is not None:
            return title
    return "The API"


def _part_of(site: Site | None) -> str | None:
    match steps_of(site.id.partition("#")[2]) if site is not None else ():
        case ["paths", path, method, *_]:
            return f"{method.upper()} {path}"
        case ["webhooks", name, *_]:
            return f"webhook {name}"
        case ["components", _, name, *_]:
            return name
        case _:
            return None


def _entry(
    change: Change,
    comparison: Comparison,
    approvals: Mapping[str, Approval],
    hits: Mapping[PythonChange, list[Hit]],
) -> Entry:
    old, new = change.old, change.new
    is_gone, is_new = _went(change), _came(change)
    site = old if is_gone and old is not None else new or old
    source = source_of(None if is_gone else new, comparison.sources)
    before = source_of(None if is_new else old, comparison.sources)
    return Entry(
        change,
        approvals.get(change.fingerprint),
        spec_lines(change, comparison),
        printable(str(comparison.place(site.span))) if site is not None else None,
        tuple(symbol_views(change)),
        source or before,
        before if source is not None and before != source else None,
        tuple(hit for effect in change.effects for hit in hits.get(effect, ())),
    )


def symbol_views(change: Change) -> Iterator[SymbolView]:
    """The symbols that a change touches; what is harmless is left out beside what is not."""
    harmful = [one for one in change.effects if not one.is_harmless]
    views: dict[tuple[str | None, str | None], list[PythonChange]] = {}
    for effect in harmful or change.effects:
        views.setdefault((effect.before, effect.after), []).append(effect)
    for (before, after), effects in views.items():
        lines = python_lines(before, after) if before != after else ()
        symbols = dict.fromkeys(_bare(effect.symbol, before, after) for effect in effects)
        yield SymbolView(", ".join(symbols), lines, tuple(effects))


def _bare(symbol: str, before: str | None, after: str | None) -> str:
    """A symbol without the argument, which the lines show."""
    shown = "(" in (before or "") or "(" in (after or "")
    return symbol.partition("(")[0] if shown else symbol


def spec_lines(change: Change, comparison: Comparison) -> tuple[Line, ...]:
    """The lines of the specification that a change is about, before and after."""
    sites = (
        None if _came(change) else change.old,
        None if _went(change) else change.new,
    )
    whole = [_written(site, comparison, keyword=True) for site in sites]
    if any(len(lines) >= _LONGEST for lines in whole):
        # Too long to show around a keyword: that alone, and nothing where it is not.
        is_of_keyword = any(map(_is_keyword, sites))
        whole = [
            [] if is_of_keyword and not _is_keyword(site) else _written(site, comparison)
            for site in sites
        ]
    return tuple(compared(*whole))


def _is_keyword(site: Site | None) -> bool:
    return site is not None and site.id.rpartition("/")[2] in _KEYWORDS


def _went(change: Change) -> bool:
    """Whether the new document has nothing of it: its place there is that of what it was in."""
    return "-removed" in change.rule


def _came(change: Change) -> bool:
    return change.rule.startswith("new-") or change.rule.endswith("-added")


def _written(
    site: Site | None, comparison: Comparison, *, keyword: bool = False
) -> list[tuple[int, str]]:
    return written(site, comparison, _LONGEST, keyword=keyword) if site is not None else []


def written(
    site: Site, comparison: Comparison, most: int, *, keyword: bool = False
) -> list[tuple[int, str]]:
    """The lines that a part is written in, its key among them, by number; of a `keyword` those of the whole around it."""
    first, last = extent(site, comparison.sources, keyword=keyword)
    numbers = range(first, min(last, first + most - 1) + 1)
    found = [(n, comparison.sources.line(site.span.file, n)) for n in numbers]
    at = site.span.col
    return [(n, printable(_window(line, at))) for n, line in found if line is not None]


def _window(line: str, col: int) -> str:
    """A line, of which only what is around a column where it is very long: JSON may be one line as a whole."""
    if len(line) <= _WIDEST:
        return line
    start = max(0, min(col - _WIDEST // 4, len(line) - _WIDEST))
    left = "… " if start else ""
    right = " …" if start + _WIDEST < len(line) else ""
    return f"{left}{line[start : start + _WIDEST]}{right}"


def extent(site: Site, sources: Sources, *, keyword: bool = False) -> tuple[int, int]:
    """The first and the last line of a part."""
    node = sources.trees.get(site.span.file)
    first, last = site.span.line, site.span.end_line
    steps = steps_of(site.id.partition("#")[2])
    steps = steps[:-1] if keyword and steps and steps[-1] in _KEYWORDS else steps
    for key in steps if node is not None else ():
        elements = node.elements() if node is not None else ()
        below = elements[int(key)] if elements and key.isdigit() else node and node.get(key)
        if node is None or below is None:
            return site.span.line, site.span.end_line
        first = below.span.line if elements else node.at_key(key).line
        last = below.span.end_line - (below.span.end_col <= 1 and below.span.end_line > first)
        node = below
    return first, last


_KEYWORDS = frozenset(
    {
        *("type", "format", "enum", "const", "pattern", "default", "nullable", "required"),
        *("readOnly", "writeOnly", "deprecated", "multipleOf", "uniqueItems", *BOUNDS),
    }
)
"""Keys whose line alone says little."""


def named(group: Group, apis: tuple[ApiDiff, ...]) -> str:
    """The title of a group, with its API where there are several."""
    changed = [api for api in apis if api.changes]
    return f"{group.api}: {group.title}" if len(changed) > 1 else group.title
