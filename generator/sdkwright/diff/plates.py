"""A specification beside the Python that it becomes, line by line, for the classes and methods that changes touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..rules.breaking.renames import Package
from ..rules.breaking.shown import attribute_line, shown_as
from ..rules.breaking.surface import Class, Function, Kind
from ..rules.breaking.verdict import Site
from ..text.printable import printable
from .lines import Line, compared
from .model import ApiDiff, Comparison
from .review import written

_LONGEST = 12
_HEAD = 1


class Row(Struct, frozen=True):
    """Some lines of a specification, and the lines of Python that they become."""

    spec: tuple[Line, ...]
    python: tuple[Line, ...]

    @property
    def is_changed(self) -> bool:
        """Whether either side is another than before."""
        return any(line.sign in "+-" for line in (*self.spec, *self.python))


class Plate(Struct, frozen=True):
    """A class or method: what it is called, where it is written, and its rows."""

    symbol: str
    place: str
    rows: tuple[Row, ...]


def plates_of(api: ApiDiff, comparison: Comparison) -> Iterator[Plate]:
    """Every class and method that the changes of an API touch, in their order."""
    if api.sides is None or api.sides[0].package is None or api.sides[1].package is None:
        return
    desk = _Desk(comparison, api.sides[0].package, api.sides[1].package)
    for owner in dict.fromkeys(desk.touched(api)):
        plate = desk.plate(owner)
        if plate is not None and any(row.is_changed for row in plate.rows):
            yield plate


class _Desk(Struct, frozen=True):
    """Lays two packages beside the documents that they come from."""

    comparison: Comparison
    old: Package
    new: Package

    def touched(self, api: ApiDiff) -> Iterator[str]:
        """The classes and methods that changes are about, by their symbols or by where they stand."""
        places = {site.id: symbol for symbol, site in self.new.sites.items()}
        for change in api.changes:
            for effect in change.effects:
                yield self._owner(effect.symbol)
            for site in (change.new, change.old):
                step = site.id if site is not None else ""
                while step and step not in places:
                    step = step.rpartition("/")[0]
                if step:
                    yield self._owner(places[step])
                    break

    def _owner(self, symbol: str) -> str:
        """The class of an attribute, the method of an argument, and the symbol itself where it is neither."""
        outer = symbol.partition("(")[0]
        first, _, member = outer.partition(".")
        known = self.new.surface.symbols.get(first)
        return outer if isinstance(known, Class) and member in known.methods else first

    def plate(self, owner: str) -> Plate | None:
        """One class or method; None for what is neither, or new or gone as a whole."""
        outer, _, member = owner.partition(".")
        one, other = (side.surface.symbols.get(outer) for side in (self.old, self.new))
        site = self.new.sites.get(owner)
        if not isinstance(one, Class) or not isinstance(other, Class) or site is None:
            return None
        place = printable(str(self.comparison.place(site.span)))
        if member:
            before, after = one.methods.get(member), other.methods.get(member)
            if before is None or after is None:
                return None
            return Plate(owner, place, tuple(self._method(owner, before, after)))
        if one.kind is not Kind.MODEL or other.kind is not Kind.MODEL:
            return None
        return Plate(owner, place, tuple(self._class(one, other)))

    def _class(self, one: Class, other: Class) -> Iterator[Row]:
        yield Row(self._head(other.name), _python((f"{shown_as(one)}:", f"{shown_as(other)}:")))
        names = [*other.attributes, *(n for n in one.attributes if n not in other.attributes)]
        rows: list[tuple[int, Row]] = []
        for name in names:
            symbol = f"{other.name}.{name}"
            old, new = self.old.sites.get(symbol), self.new.sites.get(symbol)
            lines = [attribute_line(side.attributes.get(name)) for side in (one, other)]
            if old is None and new is None:
                continue
            at = (new or old or Site("", self.new.sites[other.name].span)).span.line
            rows.append((at, Row(self._spec(old, new), _python((lines[0], lines[1]), "    "))))
        yield from (row for _, row in sorted(rows, key=lambda pair: pair[0]))

    def _method(self, owner: str, one: Function, other: Function) -> Iterator[Row]:
        word = "async def" if other.is_async else "def"
        yield Row(self._head(owner), _python((f"{word} {one.name}(", f"{word} {other.name}(")))
        before = {a.name: a for a in one.arguments}
        after = {a.name: a for a in other.arguments}
        for name in [*after, *(n for n in before if n not in after)]:
            symbol = f"{owner}({name})"
            lines = [
                (
                    None
                    if a is None
                    else f"{a.name}: {a.annotation}{f' = {a.default}' if a.default else ''},"
                )
                for a in (before.get(name), after.get(name))
            ]
            spec = self._spec(self.old.sites.get(symbol), self.new.sites.get(symbol))
            if spec or lines[0] != lines[1]:
                yield Row(spec, _python((lines[0], lines[1]), "    "))
        yield from self._answers(owner, one, other)

    def _answers(self, owner: str, one: Function, other: Function) -> Iterator[Row]:
        begin = f"{owner}("
        statuses = dict.fromkeys(
            symbol[len(begin) : -1]
            for side in (self.new, self.old)
            for symbol in side.sites
            if symbol.startswith(begin) and symbol[len(begin) :][:1].isdigit()
        )
        good = [status for status in statuses if status.startswith("2")]
        declared = [side.surface.operations.get(owner) for side in (self.old, self.new)]
        for status in [*good, *(s for s in statuses if s not in good)]:
            symbol = f"{begin}{status})"
            spec = self._spec(self.old.sites.get(symbol), self.new.sites.get(symbol))
            if status in good:
                yield Row(spec, _python((f") -> {one.result}", f") -> {other.result}")))
                continue
            bodies = [d.errors.get(status) if d is not None else None for d in declared]
            told = [b and f"# {status}: error.body is {b}" for b in bodies]
            yield Row(spec, _python((told[0], told[1])))

    def _head(self, symbol: str) -> tuple[Line, ...]:
        """The line that names a part."""
        found = self._lines(self.new.sites.get(symbol), _HEAD)
        return tuple(Line(" ", text, n, n) for n, text in found)

    def _spec(self, old: Site | None, new: Site | None) -> tuple[Line, ...]:
        return tuple(compared(self._lines(old, _LONGEST), self._lines(new, _LONGEST)))

    def _lines(self, site: Site | None, most: int) -> Sequence[tuple[int, str]]:
        return written(site, self.comparison, most) if site is not None else []


def _python(pair: tuple[str | None, str | None], indent: str = "") -> tuple[Line, ...]:
    lines = [[(1, indent + printable(text))] if text is not None else [] for text in pair]
    return tuple(Line(line.sign, line.text) for line in compared(*lines))
