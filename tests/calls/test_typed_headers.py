"""Headers of responses as the document types them, sync and async."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, fresh, type_checked

from loopback import Loopback, full

SPEC = """
    paths:
      /refunds:
        get:
          operationId: listRefunds
          tags: [refunds]
          responses:
            200:
              description: The refunds.
              headers:
                X-Rate-Limit: {required: true, schema: {type: integer}}
                X-Cost: {schema: {type: number}}
                X-Tags: {schema: {type: array, items: {type: string}}}
                X-Codes: {schema: {type: array, items: {type: integer}}}
                X-Reset: {schema: {type: string, format: date-time}}
                X-Colour: {schema: {$ref: "#/components/schemas/Colour"}}
                X-Shade: {explode: true, schema: {$ref: "#/components/schemas/Colour"}}
                X-Meta: {content: {application/json: {schema: {$ref: "#/components/schemas/Colour"}}}}
                X-Odd: {schema: {type: boolean}}
                X-Free: {}
                Set-Cookie: {schema: {type: string}}
              content: {application/json: {schema: {type: array, items: {type: string}}}}
            202: {description: Soon., headers: {Location: {required: true, schema: {type: string}}}}
            429:
              description: Too many.
              headers: {Retry-After: {schema: {type: integer}}}
              content: {application/json: {schema: {$ref: "#/components/schemas/Colour"}}}
      /events:
        get:
          operationId: watch
          tags: [refunds]
          responses:
            200: {description: Lines., headers: {X-From: {schema: {type: integer}}}, content: {application/x-ndjson: {schema: {$ref: "#/components/schemas/Colour"}}}}
    components:
      schemas:
        Colour: {type: object, properties: {R: {type: integer}, G: {type: integer}}}
"""
_HEAD = {"Content-Type": "application/json", "X-Rate-Limit": "9"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return fresh(SPEC, tmp_path_factory.mktemp("headers"))


def _whole(package: ModuleType, flavour: str, url: str, **settings: Any) -> Any:
    return call(
        package, flavour, lambda c: c.refunds.with_response.list_refunds(), base_url=url, **settings
    )


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_headers_are_typed(package: ModuleType, loopback: Loopback, flavour: str) -> None:
    given = {
        **_HEAD,
        "x-cost": "0.10",
        "x-tags": 'a, "b, c" ,,d',
        "x-codes": "1,2",
        "x-reset": "2024-05-01T00:00:00Z",
        "x-colour": "R,100,G,200",
        "x-shade": "R=1,G=2",
        "x-meta": '{"R": 5}',
        "x-odd": "True",
        "x-free": "1",
        "set-cookie": "a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT",
    }
    loopback.script(full(200, b'["x"]', *given.items()))
    response = _whole(package, flavour, loopback.url)
    told = response.typed_headers
    assert (response.value, response.mismatches) == (["x"], ())
    assert (told.x_rate_limit, told.x_cost, str(told.x_cost)) == (9, Decimal("0.10"), "0.10")
    assert (told.x_tags, told.x_codes) == (["a", '"b, c"', "d"], [1, 2])
    assert told.x_reset == datetime(2024, 5, 1, tzinfo=UTC)
    assert (told.x_colour.r, told.x_colour.g, told.x_shade.g, told.x_meta.r) == (100, 200, 2, 5)
    assert (told.x_odd, told.x_free) == (True, "1")
    assert told.set_cookie == ["a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT"]
    assert told.location is None


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_wrong_header_loses_nothing(
    package: ModuleType, loopback: Loopback, flavour: str
) -> None:
    given = {"Content-Type": "application/json", "x-cost": "dear", "x-meta": "[", "x-codes": "1,x"}
    loopback.script(full(200, b'["x"]', *given.items()), full(200, b'["x"]', *given.items()))
    response = _whole(package, flavour, loopback.url)
    assert response.value == ["x"]
    told = {(one.pointer, one.got) for one in response.mismatches}
    assert told == {("X-Cost", "string"), ("X-Meta", "string"), ("X-Codes/1", "string")}
    headers = response.typed_headers
    assert headers.x_cost is headers.x_meta is headers.x_codes is headers.x_rate_limit is None
    assert response.headers["x-cost"] == "dear"
    # Whoever takes the value alone has nothing to do with headers.
    strict = {"base_url": loopback.url, "strict": True}
    loopback.script(full(200, b'["x"]', *given.items()), full(200, b'["x"]', *given.items()))
    assert call(package, flavour, lambda c: c.refunds.list_refunds(), **strict) == ["x"]
    with pytest.raises(package.DecodingError, match="headers not as described: X-Cost"):
        _whole(package, flavour, loopback.url, strict=True)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_headers_of_a_failure_are_typed(
    package: ModuleType, loopback: Loopback, flavour: str
) -> None:
    loopback.script(full(429, b'{"R": 1}', ("Retry-After", "7")))
    with pytest.raises(package.RateLimitError) as raised:
        call(
            package,
            flavour,
            lambda c: c.refunds.list_refunds(),
            base_url=loopback.url,
            retries=0,
        )
    assert isinstance(raised.value.typed_headers, package.ListRefundsErrorHeaders)
    assert raised.value.typed_headers.retry_after == 7


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_headers_of_a_stream_are_typed(
    package: ModuleType, loopback: Loopback, flavour: str
) -> None:
    head = {"Content-Type": "application/x-ndjson", "X-From": "3"}
    loopback.script(full(200, b'{"R": 1}\n', *head.items()))

    def first(client: Any) -> Any:
        made = client.refunds.with_response.watch()
        if flavour == "sync":
            with made.value as stream:
                return made.typed_headers.x_from, [row.r for row in stream]

        async def run() -> Any:
            response = await made
            async with response.value as stream:
                return response.typed_headers.x_from, [row.r async for row in stream]

        return run()

    assert call(package, flavour, first, base_url=loopback.url) == (3, [1])


_USE = """
from datetime import datetime
from decimal import Decimal

from typing_extensions import assert_type

from spec import AsyncShop, ListRefundsWholeResponse, RateLimitError, Response, Shop
from spec.models import ListRefundsErrorHeaders


def told(response: Response[list[str] | None]) -> int:
    return response.status


def use(client: Shop) -> int | None:
    try:
        response = client.refunds.with_response.list_refunds()
    except RateLimitError as error:
        headers = error.typed_headers
        return headers.retry_after if isinstance(headers, ListRefundsErrorHeaders) else None
    assert_type(response, ListRefundsWholeResponse)
    assert_type(response.typed_headers.x_reset, datetime | None)
    assert_type(response.typed_headers.x_cost, Decimal | None)
    assert_type(response.typed_headers.set_cookie, list[str] | None)
    told(response)
    return response.typed_headers.x_rate_limit


async def later(client: AsyncShop) -> int | None:
    response = await client.refunds.with_response.watch()
    return response.typed_headers.x_from
"""


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_program_that_uses_headers_type_checks(checker: str, tmp_path: Path) -> None:
    fresh(SPEC, tmp_path)
    type_checked(checker, _USE, tmp_path / "out")
