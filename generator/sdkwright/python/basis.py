"""What the files of a package are planned from, and which parts of it each file was planned from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from operator import attrgetter
from types import FunctionType
from typing import Any, TypeAlias, cast

from msgspec import Struct, json
from msgspec.structs import asdict

from ..ir.model import Api, Example
from ..ir.origin import Origin
from .names import Names


class Examples(Struct, frozen=True):
    """The examples that a document prints: those of answers by the id of their operation, and the first of each definition."""

    answers: Mapping[str, tuple[Example, ...]]
    definitions: Mapping[str, Example]


class Basis(Struct, frozen=True):
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
    parts = asdict(basis)
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
        self._tables: dict[str, Any] = {}
        self._known: dict[Read, bytes] = {}

    def of(self, read: Read) -> bytes:
        """A digest of what was read, or the text that it is."""
        known = self._known.get(read)
        if known is None:
            table, key = read
            if table == _WHOLE:
                known = fingerprint(self._part(key))
            else:
                found: Mapping[str, object] = self._part(table) or {}
                one = found.get(key)
                # Most are names, which need no digest. What is not there is told from what is None.
                known = (
                    b"%d:%s" % (len(one), one.encode("utf-8", "surrogatepass"))
                    if isinstance(one, str)
                    else fingerprint([one] if key in found else [])
                )
            self._known[read] = known
        return known

    def _part(self, path: str) -> Any:
        if path not in self._tables:
            try:
                self._tables[path] = attrgetter(path)(self._basis)
            except AttributeError:  # a basis of an earlier version had it
                self._tables[path] = None
        return self._tables[path]


def fingerprint(value: object) -> bytes:
    """A digest of `value`, which is made of plain values, structs, enumerations and functions of modules."""
    try:
        said = _WRITTEN.encode(value)
    except (OverflowError, UnicodeEncodeError):
        # A whole number of more than 64 bits, or half a character of UTF-16.
        said = repr(value).encode("utf-8", "surrogatepass")
    return sha256(said).digest()


def _told(value: object) -> object:
    """What is said of a value that is no struct."""
    match value:
        case Origin():
            return value.id, value.source
        case partial():
            return value.func, value.args, value.keywords
        case FunctionType():
            return value.__module__, value.__qualname__
        case _:
            # What nobody knows is never the same as before.
            return os.urandom(16)


# Decimals as numbers: none looks like a whole number, which is never read as one, or like a text.
_WRITTEN = json.Encoder(enc_hook=_told, decimal_format="number")
