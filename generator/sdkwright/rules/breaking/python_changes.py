"""Two surfaces in, every difference that code which uses the package can feel out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from .python_functions import Functions
from .renames import Package, ids_of, renamed_parts, renamed_symbols
from .shown import attribute_line, kind_word, known_values, shown_as
from .splits import split_classes
from .successors import with_successors
from .surface import Alias, Attribute, Class, Function, Kind, Symbol
from .verdict import PythonChange


def compare_packages(old: Package, new: Package) -> tuple[PythonChange, ...]:
    """Every difference of two packages. What an asynchronous twin shares with its sibling is told once."""
    given, got = old.surface.directions()
    given_, got_ = new.surface.directions()
    split = split_classes(old, new, given, given_)
    desk = _Desk(old, new, given=given | given_, got=got | got_, split=split)
    return tuple(dict.fromkeys(desk.all()))


class _Desk(Functions, frozen=True):
    """Compares whole packages; `given` and `got` are the types that callers give and get on either side."""

    given: frozenset[str] = frozenset()
    got: frozenset[str] = frozenset()

    def all(self) -> Iterator[PythonChange]:
        before, after = self.old.surface.symbols, self.new.surface.symbols
        twinless = _twinless(before), _twinless(after)
        renamed = renamed_symbols(self.old, self.new, *twinless)
        renamed = with_successors(self.old.surface, self.new.surface, *twinless, renamed)
        self.names.update(renamed)
        for name in _twinless(before):
            one, other = before[name], after.get(renamed.get(name, name))
            if other is None:
                yield from self._gone(one)
            else:
                if other.name != name:
                    yield self._named(
                        kind_word(one), "renamed", name, other.name, shown_as(one), shown_as(other)
                    )
                yield from self._symbol(one, other)
        for name in _twinless(after):
            if name not in before and name not in renamed.values():
                yield from self._fresh(after[name])
        yield from self._settings()

    def _named(
        self,
        word: str,
        turned: str,
        old: str | None,
        new: str | None,
        before: str | None,
        after: str | None,
    ) -> PythonChange:
        return self.made(f"py-{word}-{turned}", old, new, before, after)

    def _gone(self, one: Symbol) -> Iterator[PythonChange]:
        yield self._named(kind_word(one), "removed", one.name, None, shown_as(one), None)
        if isinstance(one, Class) and one.kind is Kind.RESOURCE:
            yield from self._methods(one, replace(one, methods={}))

    def _fresh(self, one: Symbol) -> Iterator[PythonChange]:
        if isinstance(one, Class) and "Response" in one.bases:
            # The answer as a whole says nothing beside the headers or links that it is there for.
            return
        yield self._named(kind_word(one), "added", None, one.name, None, shown_as(one))
        if isinstance(one, Class) and one.kind is Kind.RESOURCE:
            # What there is to call is told method by method, as it is where the group was there before.
            yield from self._methods(replace(one, methods={}), one)

    def _symbol(self, one: Symbol, other: Symbol) -> Iterator[PythonChange]:
        match one, other:
            case (Class(), Class()):
                yield from self._class(one, other)
            case (Function(), Function()):
                yield from self.function(one, other, one.name, other.name, "arg")
            case (Alias(), Alias()):
                yield from self._alias(one, other)
            case (Class(), Alias(name, annotation)):
                shown = f"{name}: TypeAlias = {annotation}"
                yield self.made(
                    "py-class-became-alias", annotation, annotation, shown_as(one), shown, path=name
                )
            case (Alias(), Class(name)):
                yield self.made("py-alias-became-class", name, name, shown_as(one), shown_as(other))
            case _:
                yield self.made(
                    "py-class-kind-changed", one.name, other.name, shown_as(one), shown_as(other)
                )

    def _alias(self, one: Alias, other: Alias) -> Iterator[PythonChange]:
        holders = [
            holder
            for holder, reached in (("arg", self.given), ("attr", self.got))
            if other.name in reached
        ] or ["attr"]
        shown = [f"{a.name} = {a.annotation}" for a in (one, other)]
        turned = False
        for holder in holders:
            for found in self.turned(holder, one.annotation, other.annotation, other.name, shown):
                turned = True
                yield found
        before, after = known_values(one), known_values(other)
        for word, values in (("added", after - before), ("removed", before - after)):
            # A list that is open takes any value, before and after.
            if values and not turned:
                detail = ", ".join(sorted(values))
                yield self.made(
                    f"py-alias-values-{word}", one.name, other.name, *shown, detail=detail
                )

    def _class(self, one: Class, other: Class) -> Iterator[PythonChange]:
        if one.kind is not other.kind:
            yield self.made(
                "py-class-kind-changed", one.name, other.name, shown_as(one), shown_as(other)
            )
            return
        yield from self._bases(one, other)
        if (one.deprecated is None) is not (other.deprecated is None):
            turned = "reactivated" if other.deprecated is None else "deprecated"
            yield self.made(f"py-class-{turned}", one.name, other.deprecated or "", path=other.name)
        if one.constructor is not None or other.constructor is not None:
            yield from self._constructors(one, other)
        match other.kind:
            case Kind.MODEL | Kind.TYPED_DICT:
                yield from self._fields(one, other)
            case Kind.ENUM:
                yield from self._members(one, other, "enum-member")
            case Kind.CLIENT:
                yield from self._resources(one, other)
            case Kind.PLAIN if any(
                a.annotation for a in (*one.attributes.values(), *other.attributes.values())
            ):
                # What is read of it has types: the payload of a webhook, say.
                yield from self._fields(one, other)
            case _:
                yield from self._members(one, other, "constant")
        yield from self._methods(one, other)
        yield from self.streams(one, other)

    def _bases(self, one: Class, other: Class) -> Iterator[PythonChange]:
        if one.kind is Kind.MODEL:
            # Which convention spells the wire names is no business of callers.
            return
        for base in one.bases:
            if base not in other.bases and base:
                word = "exception" if one.kind is Kind.EXCEPTION else "class"
                yield self.made(
                    f"py-{word}-base-removed",
                    base,
                    other.name,
                    shown_as(one),
                    shown_as(other),
                    path=other.name,
                )
        for base in other.bases:
            if base not in one.bases and base and one.bases:
                yield self.made(
                    "py-class-base-added",
                    base,
                    other.name,
                    shown_as(one),
                    shown_as(other),
                    path=other.name,
                )

    def _constructors(self, one: Class, other: Class) -> Iterator[PythonChange]:
        nothing = Function("", (), "None", False, None)
        before = replace(one.constructor or nothing, name=one.name)
        after = replace(other.constructor or nothing, name=other.name)
        yield from self.arguments(before, after, one.name, other.name, "client-arg")

    def _fields(self, one: Class, other: Class) -> Iterator[PythonChange]:
        built = self.new.surface.symbols.get(self.split.get(one.name, ""))
        if not isinstance(built, Class):
            yield from self._attributes(one, other, self._directions(one.name, other.name))
            return
        shown = [shown_as(one), shown_as(built)]
        yield self.made("py-class-split", one.name, built.name, *shown, path=other.name)
        yield from self._attributes(one, built, (True, False))
        yield from self._attributes(one, other, (False, True))

    def _attributes(
        self, one: Class, other: Class, reached: tuple[bool, bool]
    ) -> Iterator[PythonChange]:
        given = reached[0]
        is_dict = other.kind is Kind.TYPED_DICT
        holder = "key" if is_dict else "field"
        renamed = renamed_parts(
            ids_of(one.attributes, self.old.sites, lambda name: f"{one.name}.{name}"),
            ids_of(other.attributes, self.new.sites, lambda name: f"{other.name}.{name}"),
            {name: (a.annotation, a.default) for name, a in one.attributes.items()},
            {name: (a.annotation, a.default) for name, a in other.attributes.items()},
        )
        for name, a in one.attributes.items():
            b = other.attributes.get(renamed.get(name, name))
            path = f"{other.name}.{b.name if b else name}"
            before, after = attribute_line(a), attribute_line(b)
            word = holder if given or is_dict else "attr"
            if b is None:
                yield self.made(f"py-{word}-removed", name, None, before, after, path=path)
                continue
            if b.name != name:
                yield self.made(f"py-{word}-renamed", name, b.name, before, after, path=path)
            yield from self._field(a, b, path, holder, reached)
        for name, b in other.attributes.items():
            if name in one.attributes or name in renamed.values():
                continue
            need = "required" if b.default is None else "optional"
            rule = f"py-{holder}-{need}-added"
            if not given and not is_dict:
                rule = "py-attr-required-added" if b.default is None else "py-attr-added"
            yield self.made(rule, None, name, None, attribute_line(b), path=f"{other.name}.{name}")
        yield from self._field_order(one, other)

    def _field(
        self, a: Attribute, b: Attribute, path: str, holder: str, reached: tuple[bool, bool]
    ) -> Iterator[PythonChange]:
        given, got = reached
        is_dict = holder == "key"
        before, after = attribute_line(a) or "", attribute_line(b) or ""
        if (a.default is None) is not (b.default is None):
            turned = "required" if b.default is None else "optional"
            if given or is_dict:
                yield self.made(
                    f"py-{holder}-became-{turned}", a.name, b.name, before, after, path=path
                )
        elif a.default != b.default and given:
            yield self.made(
                f"py-{holder}-default-changed", a.name, b.name, before, after, path=path
            )
        for word, is_reached in (("attr", got), (holder, given)):
            if is_reached:
                yield from self.turned(word, a.annotation, b.annotation, path, [before, after])

    def _field_order(self, one: Class, other: Class) -> Iterator[PythonChange]:
        if one.kind is Kind.TYPED_DICT or one.keyword_only or other.keyword_only:
            return
        before = [name for name in one.attributes if name in other.attributes]
        if list(other.attributes)[: len(before)] != before:
            yield self.made(
                "py-field-order-changed",
                one.name,
                other.name,
                shown_as(one),
                shown_as(other),
                path=other.name,
            )

    def _directions(self, old: str, new: str) -> tuple[bool, bool]:
        """Whether callers build a class, and whether they get it; one that nothing reaches may be used in both ways."""
        builds = new in self.given or old in self.given
        reads = new in self.got or old in self.got
        return (builds, reads) if builds or reads else (True, True)

    def _members(self, one: Class, other: Class, word: str) -> Iterator[PythonChange]:
        by_value = {
            b.default: name for name, b in other.attributes.items() if name not in one.attributes
        }
        renamed = {
            name: by_value[a.default]
            for name, a in one.attributes.items()
            if name not in other.attributes and a.default in by_value
        }
        for name, a in one.attributes.items():
            old = f"{one.name}.{name}"
            b = other.attributes.get(name)
            if name in renamed:
                new = f"{other.name}.{renamed[name]}"
                yield self.made(f"py-{word}-renamed", old, new, old, new)
            elif b is None:
                yield self.made(f"py-{word}-removed", old, None, f"{old} = {a.default}", None)
            elif a.default != b.default:
                lines = f"{old} = {a.default}", f"{old} = {b.default}"
                yield self.made(f"py-{word}-value-changed", old, old, *lines)
        for name in other.attributes:
            if name not in one.attributes and name not in renamed.values():
                new = f"{other.name}.{name}"
                yield self.made(f"py-{word}-added", None, new, None, new)

    def _resources(self, one: Class, other: Class) -> Iterator[PythonChange]:
        classes = {b.annotation: name for name, b in other.attributes.items()}
        for name, a in one.attributes.items():
            if name in other.attributes:
                continue
            new = classes.get(self.names.get(a.annotation, a.annotation))
            word = "renamed" if new and new not in one.attributes else "removed"
            old = f"client.{name}"
            later = f"client.{new}" if word == "renamed" else None
            yield self.made(f"py-resource-{word}", old, later, old, later)
        renamed = {self.names.get(b.annotation, b.annotation) for b in one.attributes.values()}
        for name, b in other.attributes.items():
            if name not in one.attributes and b.annotation not in renamed:
                new = f"client.{name}"
                yield self.made("py-resource-added", None, new, None, new, path=new)

    def _methods(self, one: Class, other: Class) -> Iterator[PythonChange]:
        renamed = renamed_parts(
            ids_of(one.methods, self.old.sites, lambda name: f"{one.name}.{name}"),
            ids_of(other.methods, self.new.sites, lambda name: f"{other.name}.{name}"),
            {name: (m.arguments, m.result) for name, m in one.methods.items()},
            {name: (m.arguments, m.result) for name, m in other.methods.items()},
        )
        for name, a in one.methods.items():
            b = other.methods.get(renamed.get(name, name))
            old = f"{one.name}.{name}"
            if b is None:
                moved = self._moved(old)
                rule = "py-method-moved" if moved else "py-method-removed"
                yield self.made(rule, old, moved, a.signature, None, path=None if moved else old)
                continue
            new = f"{other.name}.{b.name}"
            if b.name != name:
                yield self.made("py-method-renamed", old, new, a.signature, b.signature)
            yield from self.function(a, b, old, new, "arg")
        for name, b in other.methods.items():
            new = f"{other.name}.{name}"
            if name not in one.methods and name not in renamed.values() and not self._came(new):
                yield self.made("py-method-added", None, new, None, b.signature)

    def _moved(self, old: str) -> str | None:
        """The method that has taken the place of another, for the same operation; None where it was there beside it."""
        site, known = self.old.sites.get(old), self.old.sites
        return next(
            (
                name
                for name, other in self.new.sites.items()
                if site and other.id == site.id and _is_method(name) and name not in known
            ),
            None,
        )

    def _came(self, new: str) -> bool:
        """Whether a method took the place of another for the same operation."""
        site, known = self.new.sites.get(new), self.new.sites
        return any(
            site and other.id == site.id and _is_method(name) and name not in known
            for name, other in self.old.sites.items()
        )

    def _settings(self) -> Iterator[PythonChange]:
        before, after = self.old.surface.settings, self.new.surface.settings
        for name, url in before.items():
            if name not in after:
                yield self.made(
                    "py-base-url-removed", name, None, url, None, path=f"environment {name}"
                )
            elif after[name] != url:
                yield self.made(
                    "py-base-url-changed", name, name, url, after[name], path=f"environment {name}"
                )
        tokens = self.new.surface.grants
        for name, url in self.old.surface.grants.items():
            if tokens.get(name, url) != url:
                yield self.made(
                    "py-token-url-changed", name, name, url, tokens[name], path="client"
                )
        for name, url in after.items():
            if name not in before:
                yield self.made(
                    "py-base-url-added", None, name, None, url, path=f"environment {name}"
                )


def _is_method(name: str) -> bool:
    return name.count(".") == 1 and not name.endswith(")") and name[:1].isupper()


def _twinless(symbols: Mapping[str, Symbol]) -> tuple[str, ...]:
    """The names without those of asynchronous twins."""
    return tuple(
        name
        for name, one in symbols.items()
        if not (name.startswith("Async") and name[5:] in symbols and isinstance(one, Class))
    )
