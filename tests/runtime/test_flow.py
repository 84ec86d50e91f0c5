"""When a call is repeated, how long is waited, which redirects are followed: without a network or a clock."""

import contextlib
import email.utils
from typing import Any
from uuid import UUID

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from sample.resources.refunds import CREATE
from scripted import REFUND, FakeTime, client_of, json_reply

from runtime import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    NotFoundError,
    Options,
    RateLimitError,
    RedirectError,
    ServerError,
    Timeout,
)
from runtime.pacing import Clock, RetryBudget, backoff, retry_after
from runtime.request import Arguments

CREATED = json_reply(200, b'{"refunds":[]}')
REFUSED = httpx2.ConnectError("refused")
SLOW = httpx2.ReadTimeout("slow")
BROKEN = httpx2.RemoteProtocolError("broken")
KEY = Options(headers={"idempotency-key": "k"})
ONCE = structs.replace(CREATE, idempotency_header="Idempotency-Key")


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_get_is_repeated_twice(status: int) -> None:
    client, sent, time = client_of(json_reply(status))
    with pytest.raises(APIStatusError) as caught:
        client.refunds.get("1", "2")
    assert caught.value.retries_taken == 2
    assert len(sent.requests) == 3
    assert time.slept == [0.5, 1.0]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 501, 505])
def test_other_statuses_are_final(status: int) -> None:
    client, sent, _ = client_of(json_reply(status))
    with pytest.raises(APIStatusError):
        client.refunds.get("1", "2")
    assert len(sent.requests) == 1


def test_a_success_after_repetition_says_so() -> None:
    client, _, _ = client_of(json_reply(503), BROKEN, REFUND)
    assert client.refunds.with_response.get("1", "2").retries_taken == 2
    client, sent, _ = client_of(json_reply(503), REFUND, retries=0)
    with pytest.raises(ServerError):
        client.refunds.get("1", "2")
    assert client.refunds.get("1", "2", options=Options(retries=5)).number == "1"
    assert len(sent.requests) == 2


@pytest.mark.parametrize(
    ("fault", "options", "requests"),
    [
        (json_reply(503), None, 1),
        (json_reply(503), KEY, 1),
        (json_reply(429, retry_after="1"), None, 1),
        (SLOW, None, 1),
        (BROKEN, None, 1),
        (httpx2.WriteError("x"), None, 1),
        (REFUSED, None, 3),
        (httpx2.ConnectTimeout("x"), None, 3),
        (httpx2.PoolTimeout("x"), None, 3),
    ],
)
def test_a_post_is_repeated_only_where_it_is_harmless(
    fault: Any, options: Options | None, requests: int
) -> None:
    client, sent, _ = client_of(fault)
    with pytest.raises((APIStatusError, APIConnectionError)):
        client.refunds.create("1", type="x", options=options)
    assert len(sent.requests) == requests
    assert len({(r.content, r.headers.get("idempotency-key")) for r in sent.requests}) == 1


@pytest.mark.parametrize("fault", [json_reply(503), json_reply(429), SLOW, BROKEN])
@pytest.mark.parametrize("options", [None, KEY])
def test_a_key_makes_a_post_harmless_to_repeat(fault: Any, options: Options | None) -> None:
    client, sent, _ = client_of(fault)
    for _ in range(2):
        with pytest.raises((APIStatusError, APIConnectionError)):
            client.respond(ONCE, Arguments(("1",), body={"type": "x"}), options)
    keys = [request.headers["idempotency-key"] for request in sent.requests]
    assert len(keys) == 6
    assert keys[:3] == keys[:1] * 3
    assert keys[3:] == keys[3:4] * 3
    # Made for each call, unless it is the caller's.
    assert (keys[0] == "k") if options else (keys[0] != keys[3] and UUID(keys[0]).version == 4)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (REFUSED, APIConnectionError),
        (BROKEN, APIConnectionError),
        (httpx2.ProxyError("SECRET"), APIConnectionError),
        (httpx2.UnsupportedProtocol("SECRET"), APIConnectionError),
        (OSError("SECRET"), APIConnectionError),
        (SLOW, APITimeoutError),
        (httpx2.ConnectTimeout("SECRET"), APITimeoutError),
    ],
)
def test_failures_of_the_transport_are_our_errors(error: Exception, kind: type[Exception]) -> None:
    client, _, _ = client_of(error)
    with pytest.raises(kind) as caught:
        client.refunds.get("1", "2")
    assert type(caught.value) is kind
    assert caught.value.__cause__ is caught.value.__context__ is None
    assert "SECRET" not in str(caught.value)


def test_an_untrusted_connection_is_not_tried_again() -> None:
    import ssl

    error = httpx2.ConnectError("x")
    error.__cause__ = ssl.SSLCertVerificationError("self-signed")
    client, sent, _ = client_of(error)
    with pytest.raises(APIConnectionError, match="safely"):
        client.refunds.get("1", "2")
    assert len(sent.requests) == 1


def test_errors_of_the_callers_hooks_are_the_callers() -> None:
    client, _, _ = client_of(KeyError("mine"))
    with pytest.raises(KeyError):
        client.refunds.get("1", "2")


def after(value: str, **settings: Any) -> tuple[list[float], int]:
    client, sent, time = client_of(json_reply(429, retry_after=value), REFUND, **settings)
    with contextlib.suppress(RateLimitError):
        client.refunds.get("1", "2")
    return time.slept, len(sent.requests)


NOW = FakeTime().now


@pytest.mark.parametrize(
    ("value", "slept"),
    [
        ("5", [5.0]),
        ("60", [60.0]),
        ("61", []),
        ("1" + "0" * 99, []),
        ("0", [0.5]),
        ("-1", [0.5]),
        ("NaN", [0.5]),
        ("1e3", [0.5]),
        ("abc", [0.5]),
        ("", [0.5]),
        ("٣", [0.5]),
        ("Mon, 99 Foo 2024", [0.5]),
        (email.utils.formatdate(NOW + 7, usegmt=True), [7.0]),
        (email.utils.formatdate(NOW - 7, usegmt=True), [0.5]),
        (email.utils.formatdate(NOW + 900, usegmt=True), []),
        ("Thu, 01 Jan 1970 00:16:47 GMT", [7.0]),
        ("Thursday, 01-Jan-70 00:16:47 GMT", [7.0]),
        ("Thu Jan  1 00:16:47 1970", [7.0]),
        ("1.5", [1.5]),
    ],
)
def test_retry_after(value: str, slept: list[float]) -> None:
    if not value.isascii():
        assert retry_after({"retry-after": value}, Clock()) is None
        return
    assert after(value) == (slept, len(slept) + 1)


@pytest.mark.parametrize(
    ("status", "fields", "slept"),
    [
        (429, {"retry-after-ms": "250"}, [0.25]),
        (503, {"x-ms-retry-after-ms": "1500", "retry-after": "9"}, [1.5]),
        (429, {"retry-after-ms": "0", "retry-after": "3"}, [3.0]),
        (429, {"retry-after-ms": "99999"}, []),
        (429, {"ratelimit-reset": "12"}, [12.0]),
        (429, {"x-ratelimit-reset": "12", "x-ratelimit-remaining": "0"}, [12.0]),
        (429, {"x-ratelimit-reset": "12", "x-ratelimit-remaining": "4"}, [0.5]),
        (429, {"x-rate-limit-reset": "1700000042"}, [42.0]),
        (429, {"x-rate-limit-reset": "1700009999"}, [0.5]),
        (429, {"x-ratelimit-reset": "1s"}, [0.5]),
        (503, {"x-ratelimit-reset": "12"}, [0.5]),
    ],
)
def test_other_ways_to_say_when(status: int, fields: dict[str, str], slept: list[float]) -> None:
    refusal = httpx2.Response(status, headers=fields)
    client, sent, time = client_of(refusal, REFUND)
    time.now = 1_700_000_000.0
    with contextlib.suppress(APIStatusError):
        client.refunds.get("1", "2")
    assert (time.slept, len(sent.requests)) == (slept, len(slept) + 1)


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_pauses_are_bounded(retries: int, chance: float) -> None:
    assert 0 <= backoff(retries, FakeTime().clock(chance)) <= 8


@given(st.text())
def test_no_retry_after_breaks_anything(value: str) -> None:
    seconds = retry_after({"retry-after": value, "retry-after-ms": value}, FakeTime().clock())
    assert seconds is None or seconds > 0


def test_a_storm_is_not_fed() -> None:
    client, sent, _ = client_of(json_reply(503))
    for _ in range(1000):
        with pytest.raises(ServerError):
            client.refunds.get("1", "2")
    assert len(sent.requests) <= 1000 * 1.1
    budget = RetryBudget()
    while budget.spend():
        pass
    for _ in range(9):
        budget.earn()
    assert not budget.spend()
    for _ in range(2):
        budget.earn()
    assert budget.spend()


def test_the_total_bounds_attempts_and_pauses() -> None:
    client, sent, time = client_of(json_reply(503, retry_after="6"), timeout=10)
    with pytest.raises(ServerError):
        client.refunds.get("1", "2")
    assert (time.slept, len(sent.requests)) == ([6.0], 2)
    limits = [request.extensions["timeout"] for request in sent.requests]
    assert limits[0] == {"connect": 5.0, "read": 10, "write": 10, "pool": 10}
    assert limits[1] == {"connect": 4.0, "read": 4.0, "write": 4.0, "pool": 4.0}


def test_an_attempt_that_takes_all_time_is_the_last() -> None:
    def too_slow(request: httpx2.Request) -> httpx2.Response:
        time.sleep(11)
        return json_reply(503)

    client, sent, time = client_of(too_slow, timeout=10)
    with pytest.raises(ServerError):
        client.refunds.get("1", "2")
    assert len(sent.requests) == 1


@pytest.mark.parametrize(
    ("given", "limits"),
    [
        (None, {"connect": None, "read": None, "write": None, "pool": None}),
        (2.5, {"connect": 2.5, "read": 2.5, "write": 2.5, "pool": 2.5}),
        (Timeout(read=3, total=None), {"connect": 5.0, "read": 3, "write": 60.0, "pool": 10.0}),
    ],
)
def test_timeouts_of_one_call(given: Any, limits: dict[str, float | None]) -> None:
    client, sent, _ = client_of()
    client.refunds.get("1", "2", options=Options(timeout=given))
    assert sent.requests[0].extensions["timeout"] == limits


# Redirects


def moved(location: str, status: int = 307) -> httpx2.Response:
    return httpx2.Response(status, headers=[(b"Location", location.encode("latin-1"))])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/new?x=1", "/new?x=1"),
        ("https://api.example.com/abs", "/abs"),
        ("HTTPS://API.example.com/abs", "/abs"),
        ("HTTPS://API.example.com:443/abs", "/abs"),
        ("/a b%zz%20", "/a%20b%25zz%20"),
        ("3", "/orders/1/refunds/3"),
        ("?page=2", "/orders/1/refunds/2?page=2"),
    ],
)
def test_a_get_follows_within_its_origin(status: int, location: str, target: str) -> None:
    client, sent, _ = client_of(moved(location, status), REFUND)
    assert client.refunds.get("1", "2").number == "1"
    assert sent.requests[1].url.raw_path.decode() == target
    assert sent.requests[1].headers["x-auth-key"] == "the-key"
    assert sent.requests[1].method == "GET"


@pytest.mark.parametrize(
    "location",
    [
        "https://evil.example/",
        "//evil.example/",
        "http://api.example.com/",
        "https://api.example.com:444/",
        "https://api.example.com@evil.example/",
        "https://u:p@api.example.com/",
        "\\\\evil.example",
        "/\\evil.example",
        "file:///etc/passwd",
        "javascript:x",
        "https://[",
        "/\u00ff",
        "https://api.example.com.evil.example/",
    ],
)
def test_no_other_origin_is_asked(location: str) -> None:
    client, sent, _ = client_of(moved(location), REFUND)
    with pytest.raises(RedirectError) as caught:
        client.refunds.get("1", "2")
    assert len(sent.requests) == 1
    assert (caught.value.status, caught.value.path) == (307, "/orders/1/refunds/2")
    assert "evil" not in str(caught.value)


def test_a_post_follows_nowhere() -> None:
    client, sent, _ = client_of(moved("/new", 308), CREATED)
    with pytest.raises(RedirectError):
        client.refunds.create("1", type="x")
    assert len(sent.requests) == 1


def test_a_circle_is_left_after_five() -> None:
    client, sent, _ = client_of(moved("/again"))
    with pytest.raises(RedirectError, match="more than 5"):
        client.refunds.get("1", "2")
    assert len(sent.requests) == 6


def test_the_callers_client_does_not_follow_by_itself() -> None:
    client, sent, _ = client_of(moved("https://evil.example/"), REFUND)
    client._theirs.follow_redirects = True  # type: ignore[union-attr]
    with pytest.raises(RedirectError):
        client.refunds.get("1", "2")
    assert len(sent.requests) == 1


@pytest.mark.parametrize("status", [300, 304, 302])
def test_other_statuses_below_400_are_errors(status: int) -> None:
    client, _, _ = client_of(httpx2.Response(status))
    with pytest.raises(APIStatusError):
        client.refunds.get("1", "2")
    assert not issubclass(RedirectError, NotFoundError)
