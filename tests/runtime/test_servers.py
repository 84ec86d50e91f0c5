"""Which address a call goes to: environments, variables, servers of operations."""

from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from runtime import Client, Operation, Options, RequestValidationError, Resource
from runtime.operation import Api

BEHIND = "https://a.example.com{path}"
URL = "https://{region}.example.com:{port}/{base}"
UPLOADS = "https://upload.{region}.example.com"
API = Api(
    "x",
    "X",
    "1",
    servers={
        "production": URL,
        "test": "https://test.example.com",
        "open": "{address}/v1",
        "behind": BEHIND,
    },
    variables={
        URL: {"region": "eu", "port": "443", "base": "v1/x"},
        UPLOADS: {"region": "eu"},
        BEHIND: {"path": "/v2"},
    },
)
PLAIN: Operation[None] = Operation("GET", "/a")
UPLOAD: Operation[None] = Operation(
    "POST", "/a", servers={"production": UPLOADS, "test": "https://upload.test.example.com"}
)


def sent_to(operation: Operation[Any], options: Options | None = None, **given: Any) -> str:
    """The address of the one request that a call makes."""
    sent: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(str(request.url))
        return httpx2.Response(204)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    with Client(API, credentials={}, http_client=http, **given) as client:
        Resource(client)._call(operation, (), options=options)
    (address,) = sent
    return address


@pytest.mark.parametrize(
    ("operation", "given", "address"),
    [
        (PLAIN, {}, "https://eu.example.com/v1/x/a"),
        (PLAIN, {"variables": {"region": "us", "port": None}}, "https://us.example.com/v1/x/a"),
        (PLAIN, {"variables": {"base": "a b/c"}}, "https://eu.example.com/a%20b/c/a"),
        (PLAIN, {"variables": {"base": "/prod"}}, "https://eu.example.com/prod/a"),
        (PLAIN, {"environment": "test", "variables": {"region": "us"}}, "https://test.example.com/a"),
        (PLAIN, {"environment": "open", "variables": {"address": "https://mine.example"}},
         "https://mine.example/v1/a"),
        (PLAIN, {"environment": "behind"}, "https://a.example.com/v2/a"),
        (PLAIN, {"environment": "behind", "variables": {"path": ""}}, "https://a.example.com/a"),
        (UPLOAD, {}, "https://upload.eu.example.com/a"),
        (UPLOAD, {"variables": {"region": "us"}}, "https://upload.us.example.com/a"),
        (UPLOAD, {"environment": "test"}, "https://upload.test.example.com/a"),
        (UPLOAD, {"environment": "open", "variables": {"address": "https://mine.example"}},
         "https://upload.eu.example.com/a"),
        (UPLOAD, {"base_url": "https://mine.example/z"}, "https://mine.example/z/a"),
        (UPLOAD, {"options": Options(base_url="https://mine.example")}, "https://mine.example/a"),
    ],
)  # fmt: skip
def test_where_a_call_goes(operation: Operation[Any], given: dict[str, Any], address: str) -> None:
    assert sent_to(operation, **given) == address


@pytest.mark.parametrize("value", ["", "evil.com/", "evil.com#", "a@b", "a\\b", "a b", "a?b"])
@pytest.mark.parametrize("make", [lambda v: {"region": v}, lambda v: {"port": v}])
def test_a_value_never_ends_the_host(value: str, make: Callable[[str], dict[str, str]]) -> None:
    with pytest.raises(RequestValidationError) as caught:
        sent_to(PLAIN, variables=make(value))
    assert "evil" not in str(caught.value)


def test_what_is_not_known_is_asked_for() -> None:
    with pytest.raises(RequestValidationError, match="address"):
        sent_to(PLAIN, environment="open")
