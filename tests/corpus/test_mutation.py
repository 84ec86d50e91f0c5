"""A schema or an operation more, wherever it stands, renames nothing; nor does another order of maps. On real documents."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sdkwright import ApiConfig, Report, analyse
from sdkwright.python.lock import Lock
from sdkwright.python.names import settle_names
from sdkwright.text.yaml import load
from shuffling import exact_json, shuffled

from .documents import SHARED

_SMALL = ("xkcd", "oai-link", "museum")
_LARGE = (
    *("paypal-orders-v2", "qdrant", "figma", "meilisearch", "spotify", "lakefs", "airflow-v2"),
    *("ory-kratos", "dropbox-sign", "readme-discriminators"),
)

Names = Mapping[str, Mapping[str, str]]


def _plain(slug: str) -> dict[str, Any]:
    found = sorted((SHARED / "corpus" / "visible").glob(f"{slug}.*"))
    if not found:
        pytest.skip(f"the document is not there: {slug}")
    tree = load(found[0], slug, Report())
    assert tree is not None
    plain = tree.plain()
    assert isinstance(plain, dict)
    return plain


def _names(document: Mapping[str, Any], path: Path, lock: Lock) -> tuple[Lock, Names]:
    """The lock after a document, and all names by scope."""
    path.write_text(exact_json(document), "utf-8")
    report = Report()
    analysis = analyse(ApiConfig("api", path, allow=("*",)), report)
    assert analysis is not None, report.in_order()[:3]
    settled = settle_names(analysis.api, lock, report).lock
    return settled, settled.scopes


def _with_newcomers(
    document: Mapping[str, Any], dice: random.Random, rivals: bool
) -> dict[str, Any]:
    """The document with a schema and an operation more; rivals are called almost like one that is there."""
    components: dict[str, Any] = document.get("components", {})
    schemas: dict[str, Any] = components.get("schemas", {})
    old = dice.choice(list(schemas)) if schemas else "Thing"
    wanted = (f"{old}2", f"{old}_", old.swapcase(), f"{old}-1") if rivals else ("ZyxNewcomer",)
    name = next(one for one in wanted if one not in schemas)
    part = {"type": "object", "properties": {"zyx": {"properties": {"a": {"type": "string"}}}}}
    answer = {"$ref": f"#/components/schemas/{name}"}
    operation = {
        "operationId": "zyxNewcomer",
        "tags": _tags(document, dice) if rivals else ["zyx"],
        "responses": {
            "200": {"description": "d", "content": {"application/json": {"schema": answer}}}
        },
    }
    return {
        **document,
        "paths": _inserted(document["paths"], "/zyx-newcomer", {"get": operation}, dice),
        "components": {**components, "schemas": _inserted(schemas, name, part, dice)},
    }


def _tags(document: Mapping[str, Any], dice: random.Random) -> list[str]:
    operations = [
        one for item in document["paths"].values() for one in item.values() if isinstance(one, dict)
    ]
    return list(dice.choice(operations).get("tags", ["zyx"])) if operations else ["zyx"]


def _inserted(
    entries: Mapping[str, Any], key: str, value: object, dice: random.Random
) -> dict[str, Any]:
    members = list(entries.items())
    members.insert(dice.randrange(len(members) + 1), (key, value))
    return dict(members)


def _check(slug: str, tmp_path: Path, rounds: int) -> None:
    document = _plain(slug)
    lock, before = _names(document, tmp_path / "api.json", Lock())
    for seed in range(rounds):
        dice = random.Random(seed)
        # Whoever has no rival needs no lock to keep its name.
        _, fresh = _names(_with_newcomers(document, dice, False), tmp_path / "a.json", Lock())
        _, locked = _names(_with_newcomers(document, dice, True), tmp_path / "b.json", lock)
        for after in (fresh, locked):
            moved = {
                (scope, key): (name, after.get(scope, {}).get(key))
                for scope, names in before.items()
                for key, name in names.items()
                if after.get(scope, {}).get(key) != name
            }
            assert moved == {}
    _, other = _names(shuffled(document, random.Random(rounds)), tmp_path / "c.json", Lock())
    assert other == before


@pytest.mark.parametrize("slug", _SMALL)
def test_newcomers_rename_nothing(slug: str, tmp_path: Path) -> None:
    _check(slug, tmp_path, 1)


@pytest.mark.slow
@pytest.mark.parametrize("slug", _LARGE)
def test_newcomers_rename_nothing_in_large_documents(slug: str, tmp_path: Path) -> None:
    _check(slug, tmp_path, 3)
