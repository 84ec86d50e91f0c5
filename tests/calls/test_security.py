"""Who the caller is: each scheme, alone, together and as a choice, as it comes over the wire."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, fresh

from loopback import Loopback, full

SPEC = """
    paths:
      /query: {get: {operationId: query, tags: [a], security: [{query: []}], responses: &done {200: {description: Done.}}}}
      /cookies: {get: {operationId: cookies, tags: [a], security: [{one: [], two: []}], responses: *done}}
      /basic: {get: {operationId: basic, tags: [a], security: [{login: []}], responses: *done}}
      /bearer: {get: {operationId: bearer, tags: [a], security: [{token: []}], responses: *done}}
      /signed: {get: {operationId: signed, tags: [a], security: [{signature: []}], responses: *done}}
      /oauth: {get: {operationId: oauth, tags: [a], security: [{shop: ["a:b"]}], responses: *done}}
      /open-id: {get: {operationId: open_id, tags: [a], security: [{sso: []}], responses: *done}}
      /choice: {get: {operationId: choice, tags: [a], security: [{query: [], one: []}, {token: []}, {}], responses: *done}}
      /mutual: {get: {operationId: mutual, tags: [a], security: [{mutual: []}, {token: []}], responses: *done}}
      /open: {get: {operationId: open, tags: [a], security: [], responses: *done}}
    security: [{token: []}]
    components:
      securitySchemes:
        query: {type: apiKey, in: query, name: api key}
        one: {type: apiKey, in: cookie, name: ONE}
        two: {type: apiKey, in: cookie, name: TWO}
        login: {type: http, scheme: BASIC}
        token: {type: http, scheme: Bearer}
        signature: {type: http, scheme: Signature}
        mutual: {type: mutualTLS}
        sso: {type: openIdConnect, openIdConnectUrl: https://login.example.com/x}
        shop:
          type: oauth2
          flows: {clientCredentials: {tokenUrl: https://login.example.com/t, scopes: {"a:b": All.}}}
    """

GIVEN = {
    "query": "q&=ü",
    "one": "1",
    "two": "2",
    "username": "me",
    "password": "pass",
    "token": "t",
    "signature": 'keyId="k"',
    "sso": "s",
    "shop": "o",
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the specification above."""
    return fresh(SPEC, Path(tmp_path_factory.mktemp("security")))


def sent(
    package: ModuleType, flavour: str, loopback: Loopback, name: str, **given: Any
) -> tuple[str, str | None, str | None]:
    """The query, the field Authorization and the field Cookie of a call."""
    loopback.script(full(200))
    call(package, flavour, lambda c: getattr(c.a, name)(), base_url=loopback.url, **given)
    request = loopback.requests[-1]
    headers = request.headers
    return (
        request.target.partition("?")[2],
        headers.get("authorization"),
        headers.get("cookie"),
    )


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("query", ("api%20key=q%26%3D%C3%BC", None, None)),
        ("cookies", ("", None, "ONE=1; TWO=2")),
        ("basic", ("", "Basic bWU6cGFzcw==", None)),
        ("bearer", ("", "Bearer t", None)),
        ("signed", ("", 'Signature keyId="k"', None)),
        ("oauth", ("", "Bearer o", None)),
        ("open_id", ("", "Bearer s", None)),
        ("open", ("", None, None)),
    ],
)
def test_each_scheme(
    package: ModuleType,
    flavour: str,
    loopback: Loopback,
    name: str,
    expected: tuple[str, str | None, str | None],
) -> None:
    assert sent(package, flavour, loopback, name, **GIVEN) == expected


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_choice_follows_what_is_given(
    package: ModuleType, flavour: str, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = sent(package, flavour, loopback, "choice", query="q", one="1", token="t")
    assert both == ("api%20key=q", None, "ONE=1")
    assert sent(package, flavour, loopback, "choice", one="1", token="t")[1] == "Bearer t"
    assert sent(package, flavour, loopback, "choice", one="1") == ("", None, None)
    monkeypatch.setenv("SPEC_QUERY", "q")
    monkeypatch.setenv("SPEC_ONE", "1")
    assert sent(package, flavour, loopback, "choice", token="t")[1] == "Bearer t"
    assert sent(package, flavour, loopback, "choice") == ("api%20key=q", None, "ONE=1")


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_certificate_of_the_connection_is_the_last_guess(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    assert sent(package, flavour, loopback, "mutual", token="t")[1] == "Bearer t"
    assert sent(package, flavour, loopback, "mutual")[1] is None


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_is_missing_is_told_by_name(package: ModuleType, flavour: str) -> None:
    with pytest.raises(package.MissingCredentialsError, match=r"`one` \(or SPEC_ONE\) and `two`"):
        call(package, flavour, lambda c: c.a.cookies(), base_url="http://127.0.0.1:1")


def test_no_secret_is_shown(package: ModuleType) -> None:
    made = package.Shop(base_url="https://example.com", **{k: f"hidden-{k}" for k in GIVEN})
    assert "hidden" not in repr(made) + repr(vars(made))
