"""Links as calls that follow from an answer, sync and async, over real HTTP."""

from __future__ import annotations

import json
from datetime import date
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, fresh, type_checked
from hypothesis import given, settings
from hypothesis import strategies as st

from loopback import Loopback, full

SPEC = """
    paths:
      /orders/{order}/refunds:
        post:
          operationId: createRefund
          tags: [refunds]
          parameters:
            - {name: order, in: path, required: true, schema: {type: integer}}
            - {name: dry run, in: query, schema: {type: boolean}}
            - {name: X-Trace, in: header, schema: {type: string}}
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Refund"}}}}
          responses:
            201:
              description: Made.
              content: {application/json: {schema: {$ref: "#/components/schemas/Refund"}}}
              links:
                getRefund: {operationId: getRefund, parameters: {path.order: $request.path.order, refund: "$response.body#/id", lang: en}}
                order: {operationRef: "#/paths/~1orders~1{order}/get", parameters: {order: $response.header.X-Order, trace: $request.header.x-trace}}
                note: {operationId: addNote, requestBody: {text: "refund {$response.body#/id} of {$request.body#/amount} at {$url}", status: $statusCode, method: $method, dry: "$request.query.dry run"}}
      /orders/{order}/refunds/{refund}:
        get:
          operationId: getRefund
          tags: [refunds]
          parameters:
            - {name: order, in: path, required: true, schema: {type: integer}}
            - {name: refund, in: path, required: true, schema: {type: string}}
            - {name: lang, in: query, required: true, schema: {type: string}}
            - {name: expand, in: query, schema: {type: boolean}}
          responses: {200: {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Refund"}}}}}
      /orders/{order}:
        get:
          operationId: getOrder
          tags: [orders]
          parameters:
            - {name: order, in: path, required: true, schema: {type: integer}}
            - {name: trace, in: query, schema: {type: string}}
            - {name: since, in: header, required: true, schema: {type: string, format: date}}
          responses: {204: {description: There.}}
      /notes:
        post:
          operationId: addNote
          tags: [notes]
          requestBody: {content: {application/json: {schema: {type: object, properties: {text: {type: string}, status: {type: integer}, method: {type: string}, dry: {type: boolean}}}}}}
          responses: {204: {description: Kept.}}
    components:
      schemas:
        Refund: {type: object, properties: {id: {type: string}, amount: {type: number}}}
"""
_JSON = ("Content-Type", "application/json")
_MADE = full(201, b'{"id": "r/1", "amount": 12.50}', _JSON, ("X-Order", "7"))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return fresh(SPEC, tmp_path_factory.mktemp("links"))


def _follow(package: ModuleType, flavour: str, url: str, then: Any, **more: Any) -> Any:
    """What `then` gives for the links of a refund that was made."""
    sent = {"amount": 12, **more}
    if flavour == "sync":
        return call(
            package,
            flavour,
            lambda c: then(c.refunds.with_response.create_refund(7, **sent).links),
            base_url=url,
        )

    async def run(client: Any) -> Any:
        response = await client.refunds.with_response.create_refund(7, **sent)
        return await then(response.links)

    return call(package, flavour, run, base_url=url)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_link_is_a_call_with_what_it_has_from_before(
    package: ModuleType, loopback: Loopback, flavour: str
) -> None:
    loopback.script(_MADE, full(200, b'{"id": "r/1", "amount": 0.10}', _JSON))
    refund = _follow(package, flavour, loopback.url, lambda links: links.get_refund(expand=True))
    assert str(refund.amount) == "0.10"
    assert loopback.requests[-1].target == "/orders/7/refunds/r%2F1?lang=en&expand=true"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_a_link_lacks_is_asked_of_the_caller(
    package: ModuleType, loopback: Loopback, flavour: str
) -> None:
    loopback.script(_MADE, full(204))
    _follow(
        package,
        flavour,
        loopback.url,
        lambda links: links.order(since=date(2024, 5, 1)),
        x_trace="t 1",
    )
    assert loopback.requests[-1].target == "/orders/7?trace=t%201"
    assert loopback.requests[-1].headers["since"] == "2024-05-01"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_link_makes_a_body(package: ModuleType, loopback: Loopback, flavour: str) -> None:
    loopback.script(_MADE, full(204))
    _follow(package, flavour, loopback.url, lambda links: links.note(), dry_run=False)
    url = f"{loopback.url}/orders/7/refunds?dry%20run=false"
    assert json.loads(loopback.requests[-1].body) == {
        "text": f"refund r/1 of 12 at {url}",
        "status": 201,
        "method": "POST",
        "dry": False,
    }


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("body", [b"{}", b'{"id": null}', b"[]"])
def test_a_link_that_lacks_something_sends_nothing(
    package: ModuleType, loopback: Loopback, flavour: str, body: bytes
) -> None:
    loopback.script(full(201, body, _JSON))
    with pytest.raises(package.UnresolvedLinkError, match="body#/id` gives nothing") as raised:
        _follow(package, flavour, loopback.url, lambda links: links.get_refund())
    assert raised.value.expression == "$response.body#/id"
    assert len(loopback.requests) == 1


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def _pointers(value: Any, above: str = "") -> list[tuple[str, Any]]:
    """Every value inside, by its JSON pointer."""
    steps = value.items() if isinstance(value, dict) else ()
    steps = enumerate(value) if isinstance(value, list) else steps
    found = [(above, value)]
    for step, inner in steps:
        name = str(step).replace("~", "~0").replace("/", "~1")
        found += _pointers(inner, f"{above}/{name}")
    return found


@settings(max_examples=60, deadline=None)
@given(value=_VALUES)
def test_an_expression_finds_every_value_of_a_body(package: ModuleType, value: Any) -> None:
    linking = import_module(f"{package.__name__}._runtime.linking")
    runtime = import_module(f"{package.__name__}._runtime")
    resources = import_module(f"{package.__name__}.resources.refunds")
    arguments = import_module(f"{package.__name__}._runtime.request").Arguments((7,))
    content = json.dumps(value).encode()
    headers = runtime.Headers()
    operation = resources.CREATE_REFUND
    exchange = linking.Exchange(operation, arguments, 200, headers, content, "POST", "http://a")
    for pointer, wanted in _pointers(value):
        expression = f"$response.body#{pointer}"
        if wanted is None:
            with pytest.raises(runtime.UnresolvedLinkError):
                linking.resolved(exchange, expression)
        else:
            assert linking.resolved(exchange, expression) == wanted
    with pytest.raises(runtime.UnresolvedLinkError):
        linking.resolved(exchange, "$response.body#/no/such/thing")


_USE = """
from datetime import date
from decimal import Decimal

from typing_extensions import assert_type

from spec import AsyncShop, CreateRefundLinks, Refund, Shop, UnresolvedLinkError


def use(client: Shop) -> Decimal | None:
    response = client.refunds.with_response.create_refund(7, amount=Decimal("1.50"))
    assert_type(response.links, CreateRefundLinks)
    assert_type(response.value, Refund)
    try:
        response.links.order(since=date(2024, 5, 1))
        return response.links.get_refund(expand=True).amount
    except UnresolvedLinkError as error:
        print(error.expression)
        return None


async def later(client: AsyncShop) -> Refund:
    response = await client.refunds.with_response.create_refund(7, amount=1)
    await response.links.note()
    return await response.links.get_refund()
"""


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_program_that_follows_links_type_checks(checker: str, tmp_path: Path) -> None:
    fresh(SPEC, tmp_path)
    type_checked(checker, _USE, tmp_path / "out")
