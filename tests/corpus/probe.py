"""Runs in a process of its own: imports every module of a generated package and tells what it found.

`python -W error probe.py FOLDER PACKAGE PLAN FACTS`. The plan lists payloads with the shapes to decode them as.
"""

from __future__ import annotations

import importlib
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

Facts = dict[str, Any]


def main(folder: str, package: str, plan_path: str, facts_path: str) -> None:
    """Import the package, try the payloads and write down the facts."""
    sys.path.insert(0, folder)
    facts: Facts = {"imports": [], "types": {}, "operations": [], "payloads": []}
    modules = {name: _import(name, facts) for name in _modules(Path(folder), package)}
    lock = json.loads((Path(folder) / package / "names.json").read_bytes())
    root: Any = modules[package]
    if root is not None and not facts["imports"]:
        types = types_of(root, lock.get("types", {}), facts)
        methods = (ids for scope, ids in lock.items() if scope.startswith("methods "))
        facts["operations"] = sorted(id_ for ids in methods for id_ in ids)
        for number, payload in enumerate(json.loads(Path(plan_path).read_bytes())):
            facts["payloads"].append(_tried(modules, package, types, payload, number))
        # After the payloads: looking at its fields completes a class, which decoding has to do by itself.
        facts["types"] = {id_: sorted(wires_of(type_)) for id_, type_ in types.items()}
    Path(facts_path).write_text(json.dumps(facts), "utf-8")


def _modules(folder: Path, package: str) -> list[str]:
    files = sorted((folder / package).rglob("*.py"))
    paths = [path.relative_to(folder).with_suffix("") for path in files]
    return [".".join(p.parts[:-1] if p.name == "__init__" else p.parts) for p in paths]


def _import(name: str, facts: Facts) -> Any:
    try:
        return importlib.import_module(name)
    except BaseException as error:
        facts["imports"].append(f"{name}: {type(error).__name__}: {error}"[:400])
        return None


def types_of(root: Any, names: dict[str, str], facts: Facts) -> dict[str, Any]:
    """The classes and aliases of the package by the ids of what they stand for."""
    found: dict[str, Any] = {}
    for id_, name in names.items():
        if "#" in id_.partition(" ")[0]:
            try:
                found[id_] = getattr(root, name)
            except Exception as error:
                facts["imports"].append(f"{name}: {type(error).__name__}: {error}"[:400])
    return found


def wires_of(type_: Any) -> set[str]:
    """The wire names of the fields of a class, or of all classes that an alias names."""
    found: set[str] = set()
    queue, seen = [type_], list[Any]()
    while queue:
        part = queue.pop()
        if any(part is one for one in seen):
            continue
        seen.append(part)
        fields = getattr(part, "model_fields", None)
        if isinstance(part, type) and fields is not None:
            part.model_rebuild()  # type: ignore[attr-defined]  # aliases are read when a class is completed
            found |= {_wire(part, name) for name in fields}
        else:
            queue += [getattr(part, "__value__", None), *get_args(part)]
    return found


def _wire(model: Any, name: str) -> str:
    alias = model.model_fields[name].alias
    generator = model.model_config.get("alias_generator")
    return str((generator(name) if callable(generator) else name) if alias is None else alias)


def _tried(
    modules: dict[str, Any], package: str, types: dict[str, Any], payload: Any, number: int
) -> Facts:
    """One payload decoded and encoded again."""
    try:
        annotation = _annotation(payload["shape"], types)
    except KeyError as missing:
        return {"number": number, "nameless": str(missing)}
    try:
        data = payload["text"].encode()
        value, mismatches = modules[f"{package}._runtime.codec"].decode(annotation, data)
        written = modules[f"{package}._runtime.wire"].write(value)
        if mismatches:
            return {"number": number, "fault": f"mismatch: {'; '.join(map(str, mismatches))}"[:400]}
        different = difference(_read(payload["text"]), _read(written), "")
        return {"number": number, "fault": different} if different else {"number": number}
    except Exception as error:
        return {"number": number, "fault": f"{type(error).__name__}: {error}"[:400]}


def _annotation(shape: Any, types: dict[str, Any]) -> Any:
    if "list" in shape:
        return list[_annotation(shape["list"], types)]  # type: ignore[misc]
    return types[shape["ref"]]


def _read(text: str | bytes) -> Any:
    return json.loads(text, parse_float=Decimal, parse_int=Decimal)


def difference(before: Any, after: Any, pointer: str) -> str:
    """The first place where two values differ, to the digit; empty where there is none."""
    if isinstance(before, dict) and isinstance(after, dict):
        if before.keys() != after.keys():
            return f"{pointer}: members {sorted(before.keys() ^ after.keys())[:5]} differ"
        steps: list[tuple[Any, Any, Any]] = [(key, before[key], after[key]) for key in before]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        steps = [(at, *pair) for at, pair in enumerate(zip(before, after, strict=True))]
    else:
        digits = isinstance(before, Decimal) and isinstance(after, Decimal)
        same = before.as_tuple() == after.as_tuple() if digits else before == after
        same = same and type(before) is type(after)
        return "" if same else f"{pointer}: {before!r} became {after!r}"[:300]
    found = (difference(one, other, f"{pointer}/{key}") for key, one, other in steps)
    return next(filter(None, found), "")


if __name__ == "__main__":
    main(*sys.argv[1:])
