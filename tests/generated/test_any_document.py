"""Whatever the document: no crash, no package that can't be imported, no operation and no property lost in silence."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from any_documents import documents
from hypothesis import HealthCheck, given, settings

from corpus.losses import losses
from corpus.probe import types_of, wires_of
from corpus.raw import Raw
from corpus.survey import survey
from sdkwright import Report, build
from sdkwright.config import single_config

_REFUSED = frozenset({"ref-cycle", "alias-cycle", "ref-cycle-allof"})
"""What some of the documents are rightly refused for."""

_PACKAGE = "any_package"


def _generated(document: Any, folder: Path) -> dict[str, str]:
    """The texts of the package by their paths; empty where the document was refused with a place."""
    spec = folder / "spec.json"
    spec.write_text(json.dumps(document), "utf-8")
    report = Report()
    package = build(single_config(spec, folder, _PACKAGE), report, cached=False)
    errors = [one for one in report.found if one.severity == "error"]
    assert {one.code for one in errors} <= _REFUSED, errors
    assert all(one.span is not None for one in errors)
    # What no value fits has no properties to count; `schema-contradictory` says so.
    refused = errors or any(one.code == "schema-contradictory" for one in report.found)
    return {} if refused else {str(path): text for path, text in package.files.items()}


def _check_parts(folder: Path, texts: dict[str, str]) -> None:
    """Import all modules, complete all classes, and hold them against the document."""
    for path, text in texts.items():
        place = folder / _PACKAGE / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    sys.path.insert(0, str(folder))
    try:
        for path in sorted(texts):
            if path.endswith(".py") and not path.startswith("_runtime"):
                name = (
                    path.removesuffix(".py").removesuffix("__init__").replace("/", ".").strip(".")
                )
                import_module(f"{_PACKAGE}.{name}".strip("."))
        lock = json.loads(texts["names.json"])
        facts: dict[str, Any] = {"imports": []}
        found = types_of(sys.modules[_PACKAGE], lock.get("types", {}), facts)
        assert facts["imports"] == []
        types = {id_: sorted(wires_of(type_)) for id_, type_ in found.items()}
    finally:
        sys.path.remove(str(folder))
        for name in [name for name in sys.modules if name.split(".")[0] == _PACKAGE]:
            del sys.modules[name]
    methods = [id_ for scope, ids in lock.items() if scope.startswith("methods ") for id_ in ids]
    lost = losses(survey(Raw(folder / "spec.json")), types, methods)
    assert (lost.schemas, lost.properties, lost.operations) == ([], [], [])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_every_document_compiles_with_all_its_operations(document: Any) -> None:
    with TemporaryDirectory() as folder:
        texts = _generated(document, Path(folder))
    for path, text in texts.items():
        if path.endswith(".py") and not path.startswith("_runtime"):
            compile(text, path, "exec")
    if texts:
        lock = json.loads(texts["names.json"])
        methods = {id_ for scope in lock if scope.startswith("methods ") for id_ in lock[scope]}
        assert len(methods) == sum(len(item) for item in document["paths"].values())


@pytest.mark.slow
@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_every_document_gives_a_whole_package(document: Any) -> None:
    with TemporaryDirectory() as folder:
        texts = _generated(document, Path(folder))
        if texts:
            _check_parts(Path(folder), texts)
