"""Functions of two packages compared: their arguments, what they give, and how they are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from .annotation import Named, Shape, Turn, parse, renamed_in, turn
from .python_rules import GIVEN, TYPED, python_rules
from .renames import Package, Sites, ids_of, renamed_parts
from .shown import values_named, without_unset
from .surface import Argument, Class, Function, names_in
from .verdict import PythonChange, Site


class Functions(Struct, frozen=True):
    """Compares functions and types of an old and a new package; `names` are classes that have another name now.

    `formerly` says by the names of now what symbols were called. `split` are classes that callers build by another name now.
    """

    old: Package
    new: Package
    names: dict[str, str] = field(default_factory=dict[str, str])
    formerly: dict[str, str] = field(default_factory=dict[str, str])
    split: Mapping[str, str] = field(default_factory=dict[str, str])

    def made(
        self,
        rule: str,
        old: str | None,
        new: str | None,
        before: str | None = None,
        after: str | None = None,
        *,
        path: str | None = None,
        detail: str = "",
        type_: str = "",
    ) -> PythonChange:
        """A change of the symbol `path`, called `old` and `new` where it is used; `type_` is what it is of now."""
        known = python_rules()[rule]
        symbol = path or new or old or ""
        migration = known.migration.format(old=old or "", new=new or "", type=type_)
        was = self._former(rule, symbol, old)
        message = known.summary.rstrip(".") + (f": {detail}" if detail else "")
        return PythonChange(
            rule,
            known.verdict,
            message,
            symbol,
            before,
            after,
            migration,
            self._site(self.old.sites, old, was) if old is not None else None,
            self._site(self.new.sites, new, path) if new is not None else None,
            was,
        )

    def _former(self, rule: str, symbol: str, old: str | None) -> str:
        """What code calls a symbol now. A change that renames it is told before any other change of it."""
        if rule.endswith(("-renamed", "-moved")) and old is not None:
            whole = "." in old or "." not in symbol
            outer = symbol.partition("(")[0] if symbol.endswith(")") else symbol.rpartition(".")[0]
            former = old if whole else f"{self._known(outer)}.{old}"
            self.formerly[symbol] = (
                f"{self._known(outer)}({old})" if symbol.endswith(")") else former
            )
        return self._known(symbol)

    def _known(self, symbol: str) -> str:
        for place in _outwards(symbol):
            if place in self.formerly:
                return self.formerly[place] + symbol[len(place) :]
        return symbol

    def _site(self, sites: Sites, name: str | None, path: str | None) -> Site | None:
        places = (place for key in (path, name) for place in _outwards(key or ""))
        return next((sites[place] for place in places if place in sites), None)

    def streams(self, one: Class, other: Class) -> Iterator[PythonChange]:
        """Methods that stay and can, or can't, be read piece by piece now; what comes, goes or is renamed is told of itself."""
        before, after = (
            side.surface.symbols.get(whole.name.removesuffix("WithStreaming"))
            for side, whole in ((self.old, one), (self.new, other))
        )
        stay = (
            before.methods.keys() & after.methods.keys()
            if isinstance(before, Class) and isinstance(after, Class)
            else frozenset[str]()
        )
        for name in one.streams:
            if name in stay and name not in other.streams:
                old = f"{one.name}.{name}"
                yield self.made("py-method-removed", old, None, f"{old}(…)", None, path=old)
        for name in other.streams:
            if name in stay and name not in one.streams:
                new = f"{other.name}.{name}"
                yield self.made("py-method-added", None, new, None, f"{new}(…)")

    def turned(
        self, holder: str, before: str, after: str, path: str, shown: list[str]
    ) -> Iterator[PythonChange]:
        given = TYPED[holder][0] is GIVEN
        # What is said of a class that callers build otherwise now is not said again wherever it is passed.
        names = {**self.names, **self.split} if given else self.names
        a, b = renamed_in(parse(before), names), parse(after)
        for found in turn(a, b, self.old.surface.expand, self.new.surface.expand):
            replaced = found in (Turn.TYPE_CHANGED, Turn.ITEM_CHANGED) and self._is_twin(a, b)
            one = Turn.CLASS_REPLACED if replaced else found
            if found is Turn.TYPE_CHANGED:
                one = self._by_lineage(a, b) or one
            detail = values_named(one, a, b, self.old.surface, self.new.surface)
            yield self.made(
                f"py-{holder}-{one.value}",
                path,
                path,
                *shown,
                path=path,
                detail=detail or f"`{after}`, which was `{before}`",
                type_=after,
            )

    def function(
        self, one: Function, other: Function, old: str, new: str, holder: str
    ) -> Iterator[PythonChange]:
        shown = [one.signature, other.signature]
        if one.is_async is not other.is_async:
            turned = "async" if other.is_async else "sync"
            yield self.made(f"py-method-became-{turned}", old, new, *shown)
        if (one.deprecated is None) is not (other.deprecated is None):
            turned = "reactivated" if other.deprecated is None else "deprecated"
            yield self.made(f"py-method-{turned}", old, other.deprecated or "", *shown, path=new)
        yield from self.turned("return", one.result, other.result, new, shown)
        yield from self._declared(old, new)
        yield from self.arguments(one, other, old, new, holder)

    def _declared(self, old: str, new: str) -> Iterator[PythonChange]:
        """What errors carry, where requests go and what is waited for, beside what signatures show."""
        one, other = self.old.surface.operations.get(old), self.new.surface.operations.get(new)
        if one is None or other is None:
            return
        if one.servers != other.servers:
            before, after = (a.servers or "the server of the client" for a in (one, other))
            yield self.made("py-base-url-changed", old, new, before, after, path=new)
        if one.idempotency != other.idempotency:
            a, b = one.idempotency, other.idempotency
            turned = "added" if a is None else "removed" if b is None else "changed"
            yield self.made(f"py-idempotency-{turned}", a, b, a, b, path=new)
        if one.waits != other.waits:
            yield self.made("py-wait-changed", old, new, one.waits, other.waits, path=new)
        for status in dict.fromkeys((*one.errors, *other.errors)):
            # A status that is no longer described by itself may be one of a range, or of all others.
            a, b = one.errors.get(status), _for_status(other.errors, status)
            path, lines = f"{new}({status})", (_error(status, a), _error(status, b))
            if a is None or b is None:
                turned = "added" if a is None else "removed"
                yield self.made(
                    f"py-error-body-{turned}", a and path, b and path, *lines, path=path
                )
            elif renamed_in(parse(a), self.names) != parse(b) and not self._is_twin(
                parse(a), parse(b)
            ):
                yield self.made("py-error-body-changed", path, b, *lines, path=path)

    def _by_lineage(self, a: Shape, b: Shape) -> Turn | None:
        """The change from a class to one that derives from it, as a page does from its model, or back."""
        if not isinstance(a, Named) or not isinstance(b, Named):
            return None
        one, other = self.old.surface.symbols.get(a.name), self.new.surface.symbols.get(b.name)
        if isinstance(other, Class) and a.name in other.bases:
            return Turn.TYPE_NARROWED
        return Turn.TYPE_WIDENED if isinstance(one, Class) and b.name in one.bases else None

    def _is_twin(self, a: Shape, b: Shape) -> bool:
        """Whether a class has only given way to one that has all of its attributes, with the same types."""
        gone = set(names_in(a)) - set(names_in(b))
        came = set(names_in(b)) - set(names_in(a))
        if len(gone) != 1 or len(came) != 1:
            return False
        before, after = gone.pop(), came.pop()
        one, other = self.old.surface.symbols.get(before), self.new.surface.symbols.get(after)
        if renamed_in(a, {before: after}) != b:
            return False
        return (
            isinstance(one, Class)
            and isinstance(other, Class)
            and all(
                name in other.attributes
                and parse(other.attributes[name].annotation) == parse(attribute.annotation)
                for name, attribute in one.attributes.items()
            )
        )

    def arguments(
        self, one: Function, other: Function, old: str, new: str, holder: str
    ) -> Iterator[PythonChange]:
        shown = [one.signature, other.signature]
        before = {a.name: a for a in one.arguments}
        after = {a.name: a for a in other.arguments}
        renamed = renamed_parts(
            ids_of(before, self.old.sites, lambda name: f"{old}({name})"),
            ids_of(after, self.new.sites, lambda name: f"{new}({name})"),
            {name: (a.annotation, a.default, a.keyword) for name, a in before.items()},
            {name: (a.annotation, a.default, a.keyword) for name, a in after.items()},
        )
        for name, a in before.items():
            b = after.get(renamed.get(name, name))
            place = f"{new}({b.name if b else name})"
            if b is None:
                yield self.made(f"py-{holder}-removed", name, None, *shown, path=place)
                continue
            if b.name != name:
                yield self.made(f"py-{holder}-renamed", name, b.name, *shown, path=place)
            yield from self._argument(a, b, place, holder, shown)
        for name, b in after.items():
            if name not in before and name not in renamed.values():
                need = "required" if b.default is None else "optional"
                rule = f"py-{holder}-{need}-added"
                yield self.made(rule, None, name, *shown, path=f"{new}({name})")
        yield from self._order(before, after, renamed, new, holder, shown)

    def _order(
        self,
        before: Mapping[str, Argument],
        after: Mapping[str, Argument],
        renamed: Mapping[str, str],
        new: str,
        holder: str,
        shown: list[str],
    ) -> Iterator[PythonChange]:
        places = [renamed.get(n, n) for n, a in before.items() if not a.keyword]
        later = [n for n, b in after.items() if not b.keyword]
        kept = [n for n in places if n in later]
        if kept != [n for n in later if n in kept]:
            yield self.made(f"py-{holder}-order-changed", None, ", ".join(later), *shown, path=new)

    def _argument(
        self, a: Argument, b: Argument, place: str, holder: str, shown: list[str]
    ) -> Iterator[PythonChange]:
        if (a.default is None) is not (b.default is None):
            turned = "required" if b.default is None else "optional"
            yield self.made(f"py-{holder}-became-{turned}", a.name, b.name, *shown, path=place)
        elif a.default != b.default:
            yield self.made(f"py-{holder}-default-changed", a.name, b.name, *shown, path=place)
        if a.keyword is not b.keyword:
            turned = "keyword-only" if b.keyword else "positional"
            yield self.made(f"py-{holder}-became-{turned}", a.name, b.name, *shown, path=place)
        wanted, given = without_unset(a), without_unset(b)
        yield from self.turned(holder, wanted, given, place, shown)


def _for_status(errors: Mapping[str, str], status: str) -> str | None:
    keys = (status, f"{status[:1]}XX", "default")
    return next((errors[key] for key in keys if key in errors), None)


def _error(status: str, annotation: str | None) -> str | None:
    return (
        None if annotation is None else f"error.body: {annotation}  # where the status is {status}"
    )


def _outwards(symbol: str) -> Iterator[str]:
    """A symbol and what it stands in: `Refunds.get(id)`, `Refunds.get`, `Refunds`."""
    while symbol:
        yield symbol
        symbol = symbol.partition("(")[0] if symbol.endswith(")") else symbol.rpartition(".")[0]
