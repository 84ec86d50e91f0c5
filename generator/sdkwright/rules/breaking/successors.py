"""What took the place of symbols that are gone: what stands now wherever they stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from .annotation import NONE, Named, Shape, either, members_of, parse, renamed_in
from .surface import Alias, Class, Function, Kind, Surface, Symbol

_Names: TypeAlias = Mapping[str, str]


def with_successors(
    old: Surface, new: Surface, before: Sequence[str], after: Sequence[str], known: _Names
) -> _Names:
    """The symbols that have another name: those of `known`, and those that follow from them and from each other.

    A symbol follows another where it stands in every annotation in which the other stood, or where a class has all the
    attributes of the other, one of them of a type that is known to have another name.
    """
    names = dict(known)
    while True:
        gone = [name for name in before if name not in new.symbols and name not in names]
        free = [name for name in after if name not in old.symbols and name not in names.values()]
        found = _alone(_uses(old, new, names), gone, free, old, new)
        found = found or _alone(_grown(old, new, names, gone, free), gone, free, old, new)
        if not found:
            return names
        names.update(found)


def _alone(
    pairs: Iterable[tuple[str, str]],
    gone: Sequence[str],
    free: Sequence[str],
    old: Surface,
    new: Surface,
) -> _Names:
    """Pairs in which each name stands with one other only, and both are of a kind."""
    forth: dict[str, set[str]] = {}
    back: dict[str, set[str]] = {}
    for one, other in pairs:
        forth.setdefault(one, set()).add(other)
        back.setdefault(other, set()).add(one)
    found: dict[str, str] = {}
    for one in gone:
        match [*forth.get(one, ())]:
            case [other] if other in free and len(back[other]) == 1:
                if _kind(old.symbols[one]) == _kind(new.symbols[other]):
                    found[one] = other
            case _:
                pass
    return found


def _kind(one: Symbol) -> object:
    return one.kind if isinstance(one, Class) else type(one)


def _uses(old: Surface, new: Surface, names: _Names) -> Iterator[tuple[str, str]]:
    """Names that stand where others stood, in the annotations that both packages have."""
    for name, one in old.symbols.items():
        other = new.symbols.get(names.get(name, name))
        if other is not None:
            for before, after in _annotations(one, other):
                yield from _instead(renamed_in(parse(before), names), parse(after))


def _annotations(one: Symbol, other: Symbol) -> Iterator[tuple[str, str]]:
    match one, other:
        case Alias(), Alias():
            yield one.annotation, other.annotation
        case Function(), Function():
            yield one.result, other.result
            arguments = {argument.name: argument.annotation for argument in other.arguments}
            for argument in one.arguments:
                if argument.name in arguments:
                    yield argument.annotation, arguments[argument.name]
        case Class(), Class():
            for key, attribute in one.attributes.items():
                if key in other.attributes:
                    yield attribute.annotation, other.attributes[key].annotation
            for key, method in one.methods.items():
                if key in other.methods:
                    yield from _annotations(method, other.methods[key])
        case _:
            pass


def _instead(before: Shape, after: Shape) -> Iterator[tuple[str, str]]:
    left = members_of(before) - members_of(after) - {NONE}
    right = members_of(after) - members_of(before) - {NONE}
    if len(left) != 1 or len(right) != 1:
        return
    match next(iter(left)), next(iter(right)):
        case Named(one, parts), Named(other, parts_after):
            if one != other:
                yield one, other
            for part, part_after in zip(parts, parts_after, strict=False):
                yield from _instead(part, part_after)
        case _:
            pass


def _grown(
    old: Surface, new: Surface, names: _Names, gone: Sequence[str], free: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Models that have all the attributes of another, those of a type that has another name among them."""
    for one in (old.symbols[name] for name in gone):
        if not isinstance(one, Class) or one.kind is not Kind.MODEL:
            continue
        shapes = {key: _plain(a.annotation) for key, a in one.attributes.items()}
        turned = {key: renamed_in(shape, names) for key, shape in shapes.items()}
        telling = {key for key, shape in turned.items() if shape != shapes[key]}
        for other in (new.symbols[name] for name in free):
            if (
                telling
                and isinstance(other, Class)
                and turned.keys() <= other.attributes.keys()
                and all(turned[key] == _plain(other.attributes[key].annotation) for key in telling)
            ):
                yield one.name, other.name


def _plain(annotation: str) -> Shape:
    """A type without the None of what may be missing."""
    return either(members_of(parse(annotation)) - {NONE})
