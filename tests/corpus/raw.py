"""Documents read without the generator: plain values, found by file and JSON pointer."""

from __future__ import annotations

import json
import os
import re
from decimal import Decimal
from pathlib import Path, PurePath
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import unquote

import yaml  # type: ignore[import-untyped]

Plain: TypeAlias = Any


class _Loader(yaml.CSafeLoader):  # type: ignore[misc]
    """libyaml with the scalars of YAML 1.2's core schema; numbers keep their digits."""


_SCALARS = (
    ("bool", r"(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"(~|null|Null|NULL|)$", "~nN"),
    ("int", r"[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("merge", r"<<$", "<"),
)
_Loader.yaml_implicit_resolvers = {}
for _kind, _pattern, _first in _SCALARS:
    _begin = [*_first, *([""] if _kind == "null" else [])]
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_kind}", re.compile(_pattern), _begin)
_Loader.add_constructor("tag:yaml.org,2002:float", lambda _, node: Decimal(node.value))
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


class Place(NamedTuple):
    """Where a value stands: its file, and the pointer within."""

    file: Path
    pointer: str

    def child(self, step: object) -> Place:
        """The place one step further down."""
        escaped = str(step).replace("~", "~0").replace("/", "~1")
        return Place(self.file, f"{self.pointer}/{escaped}")


class Raw:
    """The files of a document, each read when something in it is asked for."""

    def __init__(self, entry: Path) -> None:
        self.entry = entry.resolve()
        self._files: dict[Path, Plain] = {}

    @property
    def root(self) -> dict[str, Plain]:
        """The entry file as a mapping; empty where it is none."""
        found = self.at(Place(self.entry, ""))
        return found if isinstance(found, dict) else {}

    @property
    def files(self) -> dict[Path, Plain]:
        """The files read so far."""
        return dict(self._files)

    def at(self, place: Place) -> Plain:
        """The value at a place; None where there is none."""
        value = self._read(place.file)
        for step in place.pointer.split("/")[1:]:
            key = step.replace("~1", "/").replace("~0", "~")
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and key.isdigit() and int(key) < len(value):
                value = value[int(key)]
            else:
                return None
        return value

    def followed(self, place: Place) -> Place:
        """Where references at a place lead in the end; the place itself where there are none, or only lost ones."""
        seen: set[Place] = set()
        while place not in seen:
            seen.add(place)
            value = self.at(place)
            ref = value.get("$ref") if isinstance(value, dict) else None
            target = self._target(place, ref) if isinstance(ref, str) else None
            if target is None:
                break
            place = target
        return place

    def id_of(self, place: Place) -> str:
        """The place as the generator's name lock spells it."""
        if place.file == self.entry:
            return f"#{place.pointer}"
        name = os.path.relpath(place.file, self.entry.parent)
        return f"{PurePath(name).as_posix()}#{place.pointer}"

    def _target(self, place: Place, ref: str) -> Place | None:
        file, _, pointer = ref.partition("#")
        if "://" in file or (pointer and not pointer.startswith("/")):
            return None
        target = Place(_beside(place.file, unquote(file)), unquote(pointer))
        return None if self.at(target) is None else target

    def _read(self, file: Path) -> Plain:
        if file not in self._files:
            self._files[file] = read(file) if file.is_file() else None
        return self._files[file]


def read(file: Path) -> Plain:
    """The value of a JSON or YAML file, every key a text."""
    data = file.read_bytes()
    if file.suffix == ".json":
        return json.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    return _texts(yaml.load(data, _Loader))


def _texts(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {_text(key): _texts(child) for key, child in value.items()}
    return [_texts(child) for child in value] if isinstance(value, list) else value


def _text(key: object) -> str:
    if isinstance(key, bool) or key is None:
        return {True: "true", False: "false", None: "null"}[key]
    return str(key)


def _beside(file: Path, name: str) -> Path:
    return (file.parent / name).resolve() if name else file
