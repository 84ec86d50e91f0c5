"""Bodies and credentials: what is sent, and what is refused before it is."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import httpx2
import pytest
from sample import RefundsAPI
from sample.models import Line, Money, RefundRequest
from sample.resources.refunds import CREATE
from scripted import client_of, json_reply

from runtime import MissingCredentialsError, Options, RequestValidationError, codec
from runtime.operation import InQuery, Operation
from runtime.pacing import Clock
from runtime.unset import UNSET

CREATED = json_reply(200, b'{"refunds":[]}')


def body_of(given: object, required: bool = True) -> bytes | None:
    return codec.encode_body(RefundRequest, given, required)


def test_unset_null_and_value_are_three_bodies() -> None:
    client, sent, _ = client_of(CREATED)
    client.refunds.create("1")
    client.refunds.create("1", type=None)
    client.refunds.create("1", type="x", refund_amount={"value": Decimal("5.0")})
    bodies = [request.content if hasattr(request, "_content") else b"" for request in sent.requests]
    assert bodies == [b"", b'{"type":null}', b'{"type":"x","refundAmount":{"value":5.0}}']
    assert "content-type" not in sent.requests[0].headers
    assert sent.requests[0].headers["content-length"] == "0"
    assert sent.requests[2].headers["content-type"] == "application/json"


def test_a_body_that_is_required_is_an_object_at_least() -> None:
    assert body_of({"type": UNSET}) == b"{}"
    assert body_of(UNSET) == b"{}"
    assert body_of({"type": UNSET}, required=False) is None
    assert body_of(UNSET, required=False) is None


def test_nested_mappings_may_use_either_name() -> None:
    expected = b'{"lineItems":[{"lineItemId":"a","amount":1.50}]}'
    for line in (
        Line(line_item_id="a", amount=Decimal("1.50")),
        {"line_item_id": "a", "amount": Decimal("1.50")},
        {"lineItemId": "a", "amount": Decimal("1.50")},
    ):
        assert body_of({"line_items": [line]}) == expected
        assert body_of({"line_items": (line,)}) == expected


def test_what_came_goes_back_as_it_came() -> None:
    text = '{"value":7.10,"new":1E+2}'
    money = Money.model_validate_json(text)
    assert body_of({"refund_amount": money}) == b'{"refundAmount":' + text.encode() + b"}"
    request = RefundRequest.model_validate_json('{"at":"2024-05-01T10:20:30"}')
    assert body_of({"at": request.at}) == b'{"at":"2024-05-01T10:20:30"}'


@pytest.mark.parametrize(
    ("given", "pointer"),
    [
        ({"refund_amount": {"value": "SECRET"}}, "/refund_amount/value"),
        ({"refund_amount": {"value": 1.5}}, "/refund_amount/value"),
        ({"line_items": [{"amount": Decimal(1)}]}, "/line_items/0/lineItemId"),
        ({"line_items": "SECRET"}, "/line_items"),
        ({"at": datetime(2024, 5, 1)}, "/at"),
        ({"free": {"a": [Decimal("NaN")]}}, "/free/a/0"),
        ({"free": {"a": float("inf")}}, "/free/a"),
        ({"free": {"a": datetime(2024, 5, 1)}}, "/free/a"),
        ({"free": {"a/b": {1, 2}}}, "/free/a~1b"),
        ({"free": {"a": UNSET}}, "/free/a"),
        ({"free": {"a": "\ud800"}}, ""),
    ],
)
def test_what_does_not_fit_is_refused_without_its_value(
    given: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(RequestValidationError) as caught:
        body_of(given)
    assert caught.value.pointer == pointer
    assert "SECRET" not in repr(caught.value)
    assert caught.value.__context__ is None


def test_free_parts_take_what_has_a_json_form() -> None:
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    assert body_of({"free": {"a": moment, "b": (1, Decimal("2.0")), "c": Money(value=None)}}) == (
        b'{"free":{"a":"2024-05-01T00:00:00Z","b":[1,2.0],"c":{"value":null}}}'
    )


def test_the_caller_may_change_what_he_gave() -> None:
    lines: list[dict[str, object]] = [{"line_item_id": "a"}]
    never = httpx2.ConnectError("never sent")
    client, sent, _ = client_of(never, never, CREATED)
    client._clock = Clock(sleep=lambda _: lines.clear(), random=lambda: 0.0)
    client.refunds.create("1", line_items=lines)
    assert len({request.content for request in sent.requests}) == 1
    assert json.loads(sent.requests[2].content) == {"lineItems": [{"lineItemId": "a"}]}


# Credentials


def authorised(**settings: Any) -> Any:
    client, sent, _ = client_of(json_reply(200, b"[]"), auth_key=None, **settings)
    client.refunds.list("1")
    return sent.requests[0].headers


def test_the_first_alternative_that_is_there_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert authorised(token="t")["authorization"] == "Bearer t"
    assert authorised(token="t", username="u", password="pä")["authorization"] == "Basic dTpww6Q="
    monkeypatch.setenv("SAMPLE_AUTH_KEY", "from-env")
    headers = authorised(token="t", app_id=0)
    assert (headers["x-auth-key"], headers["x-app-id"]) == ("from-env", "0")
    assert "authorization" not in headers
    monkeypatch.setenv("SAMPLE_AUTH_KEY", "")
    assert "x-auth-key" not in authorised(token="t", app_id=0)


def test_the_environment_is_read_at_the_call(monkeypatch: pytest.MonkeyPatch) -> None:
    client, sent, _ = client_of(auth_key=None)
    with pytest.raises(MissingCredentialsError, match=r"`auth_key` \(or SAMPLE_AUTH_KEY\)"):
        client.refunds.get("1", "2")
    monkeypatch.setenv("SAMPLE_AUTH_KEY", "later")
    client.refunds.get("1", "2")
    monkeypatch.setenv("SAMPLE_AUTH_KEY", "changed")
    client.refunds.get("1", "2")
    assert [request.headers["x-auth-key"] for request in sent.requests] == ["later", "changed"]


def test_missing_credentials_name_every_way() -> None:
    client, sent, _ = client_of(auth_key=None)
    with pytest.raises(MissingCredentialsError) as caught:
        client.refunds.list("1")
    message = str(caught.value)
    for word in ("auth_key", "app_id", "username", "SAMPLE_PASSWORD", "token", " and ", "; or "):
        assert word in message
    assert sent.requests == []


def test_what_the_description_fixes_is_always_in_the_query() -> None:
    beta = Operation[None]("GET", "/r", fixed_query="beta=true", query={"page": InQuery("page")})
    client, sent, _ = client_of(json_reply(204, b""))
    client.refunds._call(beta, ())
    client.refunds._call(beta, (), query={"page": 2})
    assert [request.url.query for request in sent.requests] == [b"beta=true", b"beta=true&page=2"]
    assert str(beta) == "GET /r?beta=true"


def test_keys_in_query_and_cookie_and_none_at_all() -> None:
    client, sent, _ = client_of(json_reply(204, b""), query_key="k&=", session="s")
    client.refunds.cancel("1")
    assert sent.requests[0].url.raw_path == b"/refunds/1?api_key=k%26%3D"
    client, sent, _ = client_of(json_reply(204, b""), session="s")
    client.refunds.cancel("1")
    assert sent.requests[0].headers["cookie"] == "sid=s"
    client, sent, _ = client_of(json_reply(204, b""))
    client.refunds.cancel("1")
    assert sent.requests[0].url.raw_path == b"/refunds/1"


@pytest.mark.parametrize("key", ["x\n", "x\r\nX: 1", "\u20ac", " x"])
def test_a_key_can_add_no_header(key: str) -> None:
    client, sent, _ = client_of(auth_key=key)
    with pytest.raises(RequestValidationError, match="X-Auth-Key") as caught:
        client.refunds.get("1", "2")
    assert key not in str(caught.value)
    client, sent, _ = client_of(session="b; admin=1")
    with pytest.raises(RequestValidationError):
        client.refunds.cancel("1")
    assert sent.requests == []


def test_no_credentials_in_the_clear() -> None:
    client, sent, _ = client_of(base_url="http://api.example.com")
    with pytest.raises(RequestValidationError, match="https"):
        client.refunds.get("1", "2")
    assert sent.requests == []
    client.refunds.get("1", "2", options=Options(allow_insecure_http=True))
    client.refunds.get("1", "2", options=Options(base_url="http://localhost:9"))
    assert len(sent.requests) == 2


def test_headers_of_the_client_and_of_the_call() -> None:
    client, sent, _ = client_of()
    client._theirs.headers["X-Company"] = "c"  # type: ignore[union-attr]
    client._theirs.headers["Accept"] = "text/html"  # type: ignore[union-attr]
    client.refunds.get("1", "2", options=Options(headers={"x-auth-key": "other"}))
    headers = sent.requests[0].headers
    assert headers["x-company"] == "c"
    assert headers["accept"] == "application/json"
    assert headers.get_list("x-auth-key") == ["other"]
    assert headers["host"] == "api.example.com"


def test_no_call_sees_the_headers_of_another() -> None:
    client, sent, _ = client_of()
    theirs: Any = client._theirs

    def marked(request: Any) -> None:
        request.headers["X-Hook"] = str(len(sent.requests))
        del request.headers["User-Agent"]

    theirs.event_hooks = {"request": [marked]}
    client.refunds.get("1", "2")
    theirs.event_hooks = {}
    client.refunds.get("1", "2")
    theirs.headers["X-Company"] = "c"
    client.refunds.get("1", "2", options=Options(base_url="https://other.example.com"))
    del theirs.headers["X-Company"]
    client.refunds.get("1", "2", options=Options(headers={"X-Mine": "m"}))
    client.refunds.get("1", "2")
    headers = [request.headers for request in sent.requests]
    assert [h.get("x-hook") for h in headers] == ["0", None, None, None, None]
    assert ["user-agent" in h for h in headers] == [False, True, True, True, True]
    assert [h.get("x-company") for h in headers] == [None, None, "c", None, None]
    assert [h.get("x-mine") for h in headers] == [None, None, None, "m", None]
    assert [h["host"] for h in headers[1:4]] == [
        "api.example.com",
        "other.example.com",
        "api.example.com",
    ]
    assert all(h["x-auth-key"] == "the-key" for h in headers)


def test_two_clients_keep_their_keys_apart() -> None:
    first, sent_first, _ = client_of(auth_key="one")
    second, sent_second, _ = client_of(auth_key="two")
    first.refunds.get("1", "2")
    second.refunds.get("1", "2")
    assert sent_first.requests[0].headers["x-auth-key"] == "one"
    assert sent_second.requests[0].headers["x-auth-key"] == "two"


def test_construction_never_fails() -> None:
    bad: list[Callable[[], RefundsAPI]] = [
        RefundsAPI,
        lambda: RefundsAPI(auth_key="x\n", base_url="::"),
        lambda: RefundsAPI(environment="nowhere"),  # type: ignore[arg-type]
    ]
    for make in bad:
        make()


def test_the_operation_reads_as_itself() -> None:
    assert str(CREATE) == "POST /orders/{orderId}/refunds"
