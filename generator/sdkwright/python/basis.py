"""What the files of a package are planned from, and which parts of it each file was planned from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from io import BytesIO
from operator import attrgetter
from pickle import Pickler
from typing import Any, TypeAlias, cast

from ..ir.model import Api, Example
from ..text.span import Span
from .names import Names


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples that a document prints: those of answers by the id of their operation, and the first of each definition."""

    answers: Mapping[str, tuple[Example, ...]]
    definitions: Mapping[str, Example]


@dataclass(frozen=True, slots=True)
class Basis:
    """An API with its names; `homes` are the modules of its models, where they have several."""

    api: Api
    names: Names
    homes: Mapping[str, str]
    examples: Examples


Read: TypeAlias = tuple[str, str]
"""What was looked at: a table of a basis (`names.types`) with a key in it, or `*` and a table or value as a whole."""

_WHOLE = "*"


def watched(basis: Basis, reads: set[Read]) -> Basis:
    """The same basis, which notes in `reads` all that is looked at."""
    parts = {f.name: getattr(basis, f.name) for f in fields(basis)}
    homes = cast("Mapping[str, str]", _Table(parts.pop("homes"), "homes", reads))
    seen: dict[str, Any] = {name: _Watched(part, name, reads) for name, part in parts.items()}
    return Basis(homes=homes, **seen)


class _Watched:
    """Stands for a value of which it is noted what is taken out of it."""

    def __init__(self, value: object, name: str, reads: set[Read]) -> None:
        self._seen = value, name, reads

    def __getattr__(self, attribute: str) -> object:
        # Python asks here for what it does not find; once found it stays.
        value, name, reads = self._seen
        part, path = getattr(value, attribute), f"{name}.{attribute}"
        if isinstance(part, Mapping):
            part = _Table(cast("Mapping[str, object]", part), path, reads)
        else:
            reads.add((_WHOLE, path))
        self.__dict__[attribute] = part
        return part


class _Table(Mapping[str, object]):
    """A mapping of which it is noted what is looked up, found or not; going through it takes all."""

    def __init__(self, table: Mapping[str, object], name: str, reads: set[Read]) -> None:
        self._table, self._name, self._reads = table, name, reads

    def __getitem__(self, key: str) -> object:
        self._reads.add((self._name, key))
        return self._table[key]

    def get(self, key: str, default: object = None) -> object:
        self._reads.add((self._name, key))
        return self._table.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._reads.add((self._name, str(key)))
        return key in self._table

    def __iter__(self) -> Iterator[str]:
        self._reads.add((_WHOLE, self._name))
        return iter(self._table)

    def __len__(self) -> int:
        self._reads.add((_WHOLE, self._name))
        return len(self._table)


class Fingerprints:
    """What the parts of a basis are, told by short digests. Where a part is written in a file does not belong to it."""

    def __init__(self, basis: Basis) -> None:
        self._basis = basis
        self._known: dict[Read, bytes] = {}

    def of(self, read: Read) -> bytes:
        """The digest of what was read."""
        known = self._known.get(read)
        if known is None:
            known = self._known[read] = fingerprint(self._at(*read))
        return known

    def _at(self, table: str, key: str) -> object:
        path = key if table == _WHOLE else table
        try:
            found: Any = attrgetter(path)(self._basis)
        except AttributeError:  # the basis of an earlier run had it
            return None
        # A pair, so that an absent value is told from None.
        return (found,) if table == _WHOLE else ((found[key],) if key in found else None)


def fingerprint(value: object) -> bytes:
    """A digest of `value`, which is made of plain values, dataclasses, enumerations and functions of modules."""
    stream = BytesIO()
    pickler = _SpanlessPickler(stream, protocol=5)
    # Equal values give equal bytes only where nobody notes that some are the same object.
    pickler.fast = True
    pickler.dump(value)
    return sha256(stream.getbuffer()).digest()


_Reducer: TypeAlias = Callable[[Any], tuple[type, tuple[object, ...]]]


class _Reducers(dict[type, _Reducer]):
    """How instances are taken apart, by their class: several times as fast as each of them does it by itself."""

    def __missing__(self, kind: type) -> _Reducer:
        names: tuple[str, ...] = tuple(getattr(kind, "__dataclass_fields__", ()))
        if not names:
            raise KeyError(kind)
        # With a first name twice, for of a single one it would not give a tuple.
        parts = attrgetter(names[0], *names)

        def reduced(value: object) -> tuple[type, tuple[object, ...]]:
            return kind, parts(value)

        self[kind] = reduced
        return reduced


def _without_place(_: Span) -> tuple[type, tuple[object, ...]]:
    return Span, ()


class _SpanlessPickler(Pickler):
    dispatch_table = _Reducers({Span: _without_place})
