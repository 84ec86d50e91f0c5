"""Arguments to the text of a request."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from urllib.parse import unquote
from uuid import UUID

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted import client_of

from runtime import InQuery, Options, RequestValidationError, transport
from runtime.base_url import BaseURL, read_base_url
from runtime.parameters import fill, query_string, segment
from runtime.request import Outgoing
from runtime.secret import Secret

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda t: t not in (".", "..")
)
UNRESERVED = re.compile(r"(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+")


@given(texts)
def test_a_segment_decodes_to_its_argument(text: str) -> None:
    encoded = segment(text, "x")
    assert unquote(encoded, errors="strict") == text
    assert UNRESERVED.fullmatch(encoded)


@given(texts, texts)
def test_the_wire_has_the_template_with_encoded_arguments(first: str, second: str) -> None:
    client, sent, _ = client_of(environment="test")
    client.refunds.get(first, second)
    target = sent.requests[0].url.raw_path.decode("ascii")
    assert target == f"/base/orders/{segment(first, 'x')}/refunds/{segment(second, 'x')}"
    assert sent.requests[0].url.host == "test.example.com"


class Colour(Enum):
    RED = "red/blue"


class Sly(str):
    def __str__(self) -> str:
        return "../admin"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b", "a%20b"),
        ("%2F", "%252F"),
        ("a/../../b", "a%2F..%2F..%2Fb"),
        ("a?b#c;d\\e", "a%3Fb%23c%3Bd%5Ce"),
        ("...", "..."),
        ("%2e%2e", "%252e%252e"),
        (0, "0"),
        (-5, "-5"),
        (True, "true"),
        (Decimal("1E+3"), "1000"),
        (Decimal("12.50"), "12.50"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (date(2024, 5, 1), "2024-05-01"),
        (datetime(2024, 5, 1, tzinfo=UTC), "2024-05-01T00%3A00%3A00Z"),
        (Colour.RED, "red%2Fblue"),
        (Sly("x"), "x"),
    ],
)
def test_scalars_have_one_text(value: object, text: str) -> None:
    assert segment(value, "x") == text


@pytest.mark.parametrize(
    "value",
    ["", ".", "..", None, [], {}, b"", object(), "\ud800", Decimal("NaN"), datetime(2024, 5, 1)],
)
def test_what_would_name_another_resource_is_refused(value: object) -> None:
    client, sent, _ = client_of()
    with pytest.raises(RequestValidationError, match="refundNumber") as caught:
        client.refunds.get("1", value)  # type: ignore[arg-type]
    assert caught.value.pointer == "refundNumber"
    assert sent.requests == []


def test_neighbours_make_no_dot_segment() -> None:
    with pytest.raises(RequestValidationError):
        fill("/a/{x}.", ["."][:1])
    with pytest.raises(RequestValidationError):
        fill("/a/.{x}", ["."])
    assert fill("/a/{x}.json", ["b"]) == "/a/b.json"
    assert fill("/a b/{x}", ["ü"]) == "/a%20b/%C3%BC"


def test_an_address_that_is_too_long_is_our_error() -> None:
    client, sent, _ = client_of()
    with pytest.raises(RequestValidationError):
        client.refunds.get("1", "x" * 70_000)
    assert sent.requests == []


@pytest.mark.parametrize(
    ("parameter", "value", "text"),
    [
        (InQuery("a"), "x y&z", "a=x%20y%26z"),
        (InQuery("a"), True, "a=true"),
        (InQuery("a"), "", "a="),
        (InQuery("a"), None, ""),
        (InQuery("a&b"), 1, "a%26b=1"),
        (InQuery("a"), ["x", "y,z"], "a=x&a=y%2Cz"),
        (InQuery("a", explode=False), ["x", "y,z"], "a=x,y%2Cz"),
        (InQuery("a", explode=False), [], ""),
        (InQuery("a"), [], ""),
        (InQuery("a", "spaceDelimited", False), ["x", "y"], "a=x%20y"),
        (InQuery("a", "pipeDelimited", False), ["x", "y"], "a=x%7Cy"),
        (InQuery("a", "deepObject"), {"x": 1, "y": "b c"}, "a%5Bx%5D=1&a%5By%5D=b%20c"),
        (InQuery("a"), {"x": 1, "y": 2}, "x=1&y=2"),
        (InQuery("a", explode=False), {"x": 1, "y": 2}, "a=x,1,y,2"),
    ],
)
def test_query_styles(parameter: InQuery, value: object, text: str) -> None:
    assert query_string({"p": parameter}, {"p": value}) == text


def test_query_and_header_arguments_are_sent() -> None:
    client, sent, _ = client_of(app_id=7)
    sent.replies = [lambda _: httpx2.Response(200, content=b"[]")]
    client.refunds.list("1", page_size=5, states=["a", "b c"], trace="t")
    client.refunds.list("1")
    first, second = sent.requests
    assert first.url.raw_path == b"/orders/1/refunds?pageSize=5&state=a,b%20c"
    assert first.headers["x-trace"] == "t"
    assert second.url.raw_path == b"/orders/1/refunds"
    assert "x-trace" not in second.headers


@pytest.mark.parametrize("value", ["x\r\nX: 1", "x\n", " x", "x ", "\u20ac", "x\x00"])
def test_header_values_can_add_no_header(value: str) -> None:
    client, sent, _ = client_of(app_id=7)
    for call in (
        lambda: client.refunds.list("1", trace=value),
        lambda: client.refunds.get("1", "2", options=Options(headers={"X-Mine": value})),
    ):
        with pytest.raises(RequestValidationError) as caught:
            call()
        assert value not in str(caught.value)
    assert sent.requests == []


@pytest.mark.parametrize(
    "name", ["Host", "content-length", "Transfer-Encoding", "X: 1\r\nY", "", "ü"]
)
def test_header_names_do_not_steer_the_connection(name: str) -> None:
    client, sent, _ = client_of()
    with pytest.raises(RequestValidationError):
        client.refunds.get("1", "2", options=Options(headers={name: "x"}))
    assert sent.requests == []


@pytest.mark.parametrize(
    "base_url",
    [
        "ftp://x",
        "file:///etc",
        "x",
        "",
        "//x",
        "https://",
        "https://u:p@x",
        "https://x?y",
        "https://x#y",
        "https://x:y",
    ],
)
def test_a_base_url_is_plain(base_url: str) -> None:
    client, sent, _ = client_of(base_url=base_url)
    with pytest.raises(RequestValidationError, match="base_url"):
        client.refunds.get("1", "2")
    good, _, _ = client_of()
    with pytest.raises(RequestValidationError, match="base_url"):
        good.refunds.get("1", "2", options=Options(base_url=base_url))
    assert sent.requests == []


@pytest.mark.parametrize(
    ("base_url", "address"),
    [
        ("https://x.example/", "https://x.example/orders/1/refunds/2"),
        ("https://x.example:8443/a/b/", "https://x.example:8443/a/b/orders/1/refunds/2"),
        ("HTTPS://X.example:443", "https://x.example/orders/1/refunds/2"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1/orders/1/refunds/2"),
        ("http://[::1]:1", "http://[::1]:1/orders/1/refunds/2"),
    ],
)
def test_a_base_url_may_have_a_path(base_url: str, address: str) -> None:
    client, sent, _ = client_of(base_url=base_url)
    client.refunds.get("1", "2")
    assert str(sent.requests[0].url) == address


def test_an_unknown_environment_is_refused_at_the_call() -> None:
    client, _, _ = client_of(environment="staging")
    with pytest.raises(RequestValidationError, match="'production', 'test'"):
        client.refunds.get("1", "2")


@given(texts, st.none() | texts)
def test_an_address_put_together_is_one_that_was_parsed(path: str, query: str | None) -> None:
    base = read_base_url("https://api.example.com:8443/base")
    assert isinstance(base, BaseURL)
    secret = None if query is None else Secret("a=" + segment(query, "x"))
    request = Outgoing("GET", base, f"/base/{segment(path, 'x')}", secret, {}, None)
    made, parsed = transport._url(request), httpx2.URL(transport._text(request))
    assert made == parsed
    for part in ("raw_path", "host", "port", "netloc", "scheme", "username", "fragment", "path"):
        assert getattr(made, part) == getattr(parsed, part)


def test_an_address_is_parsed_where_it_can_not_be_put_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(transport, "_PARTS", "_not_there")
    client, sent, _ = client_of()
    client.refunds.get("a/b", "2")
    assert sent.requests[0].url.raw_path == b"/orders/a%2Fb/refunds/2"
