"""What holds for every document: nothing breaks, nothing is lost, nothing hangs on an order, nothing is renamed."""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sdkwright.python.lock import Lock
from shuffling import shuffled

from .documents import documents
from .making import make, names_of, tried

_SHORT = settings(
    max_examples=int(os.environ.get("SDKWRIGHT_EXAMPLES", "4")),
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
_LONG = settings(
    _SHORT, max_examples=int(os.environ.get("SDKWRIGHT_EXAMPLES", "400")), derandomize=False
)

_SEED = st.integers(0, 2**16)


def check(document: Mapping[str, Any], seed: int) -> None:
    """All that has to hold for a document."""
    with TemporaryDirectory(prefix="drawn-") as name:
        folder = Path(name)
        made = make(document, folder)
        located = [one.span is not None for one in made.report.found if one.severity == "error"]
        assert all(located), made.report.found
        if made.package is None:
            assert located, "nothing was made, and nothing said"
            return
        found = tried(made)
        assert found.imports == []
        assert found.lost == []
        assert found.payloads == []
        dice = random.Random(seed)
        before = made.names
        assert names_of(shuffled(document, dice), folder, Lock()) == before
        after = names_of(_with_newcomers(document, dice), folder, Lock(before))
        for scope, issued in before.items():
            assert {key: after[scope].get(key) for key in issued} == issued, scope


def _with_newcomers(document: Mapping[str, Any], dice: random.Random) -> dict[str, Any]:
    schemas: dict[str, Any] = document["components"]["schemas"]
    old = dice.choice(list(schemas))
    rivals = (f"{old}2", old.swapcase(), f"{old}_", f"A{old}", f"{old}-")
    name = next(one for one in rivals if one not in schemas)
    schema = {"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {}}}}}
    operation = {
        "operationId": "aNewcomer",
        "tags": ["orders"],
        "responses": {
            "200": {
                "description": "d",
                "content": {
                    "application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}
                },
            }
        },
    }
    members = [*schemas.items()]
    members.insert(dice.randrange(len(members) + 1), (name, schema))
    return {
        **document,
        "paths": {"/a-newcomer": {"get": operation}, **document["paths"]},
        "components": {**document["components"], "schemas": dict(members)},
    }


@_SHORT
@given(documents(), _SEED)
def test_a_few_documents(document: dict[str, Any], seed: int) -> None:
    check(document, seed)


@pytest.mark.slow
@_LONG
@given(documents(), _SEED)
def test_many_documents(document: dict[str, Any], seed: int) -> None:
    check(document, seed)
