"""Properties of a body that have no names in the document, sync and async."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest
from fresh import FLAVOURS, call, fresh, type_checked

from loopback import Loopback, full

_SCHEMA = "{type: object, required: [id], properties: {id: {type: integer}, sortKey: {type: string}}, additionalProperties: {type: number}}"
SPEC = f"""
    paths:
      /labels:
        post:
          operationId: create
          tags: [labels]
          requestBody: {{content: {{application/json: {{schema: {_SCHEMA}}}}}}}
          responses: {{204: {{}}}}
        put:
          operationId: replace
          tags: [labels]
          requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: {_SCHEMA}}}}}}}
          responses: {{204: {{}}}}
"""
_PROGRAM = """
from out.spec import Shop
client = Shop(base_url="http://127.0.0.1")
client.labels.create(id=1, additional_properties={"width": 2})
client.labels.create(id=1, additional_properties={"width": "wide"})  # type: ignore[dict-item]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("additional")


@pytest.fixture(scope="module")
def package(folder: Path) -> ModuleType:
    return fresh(SPEC, folder)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_they_go_beside_the_others(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(full(204))
    given = {"id": 1, "sort_key": "a", "additional_properties": {"widthOf": 2, "sort key": 3}}
    call(package, flavour, lambda c: c.labels.create(**given), base_url=loopback.url)
    call(package, flavour, lambda c: c.labels.replace(**given), base_url=loopback.url)
    first, second = loopback.requests
    assert json.loads(first.body) == {"id": 1, "sortKey": "a", "widthOf": 2, "sort key": 3}
    assert second.body == b"id=1&sortKey=a&widthOf=2&sort%20key=3"


def test_their_values_have_the_type_of_the_document(
    package: ModuleType, loopback: Loopback
) -> None:
    wrong = {"width": "wide"}
    with pytest.raises(package.RequestValidationError, match="/width: expected a number"):
        call(
            package,
            "sync",
            lambda c: c.labels.create(id=1, additional_properties=wrong),
            base_url=loopback.url,
        )
    assert loopback.requests == []


def test_type_checkers_know_that(package: ModuleType, folder: Path) -> None:
    type_checked("mypy", _PROGRAM, folder)
