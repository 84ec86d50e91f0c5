"""A drawn document as a user has it: written, generated, imported, tried."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

from corpus import probe
from corpus.counting import written
from corpus.examples import examples
from corpus.losses import losses
from corpus.raw import Raw
from corpus.survey import survey
from sdkwright import ApiConfig, Report, analyse, build, publish
from sdkwright.config import single_config
from sdkwright.python.lock import Lock
from sdkwright.python.names import settle_names

_numbers = count()

Names: TypeAlias = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a document: what was reported, where the package lies (None: there is none), its name."""

    report: Report
    spec: Path
    package: Path | None
    name: str

    @property
    def names(self) -> Names:
        """The names that were issued, by scope."""
        assert self.package is not None
        found: Names = json.loads((self.package / "names.json").read_bytes())
        return found


def names_of(document: Mapping[str, Any], folder: Path, lock: Lock) -> Names:
    """The names that a document issues where those of a lock hold."""
    spec = folder / "names.json"
    spec.write_text(json.dumps(document), "utf-8")
    report = Report()
    analysis = analyse(ApiConfig("api", spec), report)
    assert analysis is not None, report.found
    return {s: n for s, n in settle_names(analysis.api, lock, report).lock.scopes.items() if n}


def make(document: Mapping[str, Any], folder: Path) -> Made:
    """Generate the package of a document."""
    name = f"drawn{next(_numbers)}"
    spec = folder / f"{name}.json"
    spec.write_text(json.dumps(document), "utf-8")
    report = Report()
    package = build(single_config(spec, folder / "out", name), report, cached=False)
    publish(package, report)
    target = folder / "out" / name
    return Made(report, spec, None if report.failed else target, name)


@dataclass(slots=True)
class Tried:
    """What is wrong with a package."""

    imports: list[str] = field(default_factory=list[str])
    lost: list[str] = field(default_factory=list[str])
    payloads: list[str] = field(default_factory=list[str])
    tried: int = 0


def tried(made: Made) -> Tried:
    """Import every module of a package, look for what it lacks, and send the valid examples through it."""
    assert made.package is not None
    found = Tried()
    raw = Raw(made.spec)
    held = survey(raw)
    facts: dict[str, Any] = {"imports": found.imports}
    with _importing(made.package.parent, made.name), warnings.catch_warnings():
        warnings.simplefilter("error")
        modules = {
            name: probe._import(name, facts)
            for name in probe._modules(made.package.parent, made.name)
        }
        root = modules[made.name]
        if root is None or found.imports:
            return found
        types = probe.types_of(root, made.names.get("types", {}), facts)
        for number, example in enumerate(examples(raw)):
            # That a class may be null is said where it is used.
            if example.invalid or example.value is None:
                continue
            text = written(example.value)
            payload = {"shape": {"ref": raw.id_of(raw.followed(example.schema))}, "text": text}
            one = probe._tried(modules, made.name, types, payload, number)
            found.tried += 1
            if "fault" in one or "nameless" in one:
                found.payloads.append(f"{example.where}: {one} {text}")
        wires = {id_: probe.wires_of(type_) for id_, type_ in types.items()}
    methods = [ids for scope, ids in made.names.items() if scope.startswith("methods ")]
    lost = losses(held, wires, [id_ for ids in methods for id_ in ids])
    found.lost = [*lost.schemas, *lost.properties, *lost.operations, *_parameters(raw, made)]
    return found


def _parameters(raw: Raw, made: Made) -> Iterator[str]:
    """The parameters that no method takes."""
    root: Any = raw.root
    for path, item in root["paths"].items():
        for method, operation in item.items():
            steps = path.replace("~", "~0").replace("/", "~1")
            scope = f"arguments #/paths/{steps}/{method}"
            known = made.names.get(scope, {})
            for parameter in operation.get("parameters", ()):
                key = f"{parameter['in']}/{parameter['name']}"
                if key not in known:
                    yield f"{scope} {key}"


@contextmanager
def _importing(folder: Path, name: str) -> Iterator[None]:
    sys.path.insert(0, str(folder))
    try:
        yield
    finally:
        sys.path.remove(str(folder))
        for module in [one for one in sys.modules if one == name or one.startswith(f"{name}.")]:
            del sys.modules[module]
