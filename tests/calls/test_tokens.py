"""Access tokens: fetched when they are needed, once for all who wait, renewed early and when they are refused."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fresh import FLAVOURS, call, client_name, fresh

from loopback import Loopback, Steps, full, serving

SPEC = """
    paths:
      /a: {get: {operationId: a, tags: [x], security: [{shop: []}], responses: {200: {description: D.}}}}
      /b: {get: {operationId: b, tags: [x], security: [{sso: []}], responses: {200: {description: D.}}}}
      /c: {get: {operationId: c, tags: [x], security: [{plain: []}], responses: {200: {description: D.}}}}
      /open: {get: {operationId: open, tags: [x], security: [], responses: {200: {description: D.}}}}
    components:
      securitySchemes:
        plain: {type: http, scheme: bearer}
        sso: {type: openIdConnect, openIdConnectUrl: /discovery}
        shop:
          type: oauth2
          flows:
            clientCredentials: {tokenUrl: /token, scopes: {}}
            authorizationCode: {authorizationUrl: https://login.example.com/ask, tokenUrl: /token, refreshUrl: /refresh, scopes: {}}
    """

JSON = ("Content-Type", "application/json")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the specification above."""
    return fresh(SPEC, Path(tmp_path_factory.mktemp("tokens")))


def token(text: str, **more: object) -> Steps:
    """The answer of a token endpoint."""
    fields = "".join(f', "{name}": {value}' for name, value in more.items())
    return full(200, f'{{"access_token": "{text}", "token_type": "bearer"{fields}}}'.encode(), JSON)


def seen(loopback: Loopback) -> list[tuple[str, str | None]]:
    """The paths of the requests and the field Authorization of each."""
    return [(r.target, r.headers.get("authorization")) for r in loopback.requests]


def fields(loopback: Loopback, at: int) -> dict[str, str]:
    """The form of a request."""
    return {
        name: values[0] for name, values in parse_qs(loopback.requests[at].body.decode()).items()
    }


def twice(flavour: str) -> Any:
    """Calls `a` two times with one client."""

    def sync(client: Any) -> None:
        client.x.a()
        client.x.a()

    async def awaiting(client: Any) -> None:
        await client.x.a()
        await client.x.a()

    return sync if flavour == "sync" else awaiting


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_client_credentials(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(token("t1", expires_in=3600), full(200))
    grant = package.ClientCredentialsGrant(
        "id", "se:cret", scopes=("r", "w"), extra={"audience": "x"}
    )
    call(package, flavour, twice(flavour), base_url=loopback.url, shop=grant)
    basic = "Basic aWQ6c2UlM0FjcmV0"
    assert seen(loopback) == [("/token", basic), ("/a", "Bearer t1"), ("/a", "Bearer t1")]
    sent = {"grant_type": "client_credentials", "scope": "r w", "audience": "x"}
    assert fields(loopback, 0) == sent
    assert "se:cret" not in repr(grant)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_token_that_ends_is_renewed_early(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(
        token("t1", expires_in=0, refresh_token='"r1"'), full(200), token("t2"), full(200)
    )
    kept: list[str] = []
    grant = package.ClientCredentialsGrant("id", "s", on_refresh_token=kept.append)
    call(package, flavour, twice(flavour), base_url=loopback.url, shop=grant)
    assert [path for path, _ in seen(loopback)] == ["/token", "/a", "/refresh", "/a"]
    assert fields(loopback, 2) == {"grant_type": "refresh_token", "refresh_token": "r1"}
    assert kept == ["r1"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_token_that_is_refused_is_replaced_once(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(token("t1"), full(401), token("t2"), full(200), full(200))
    grant = package.ClientCredentialsGrant("id", "s", in_body=True)
    call(package, flavour, twice(flavour), base_url=loopback.url, shop=grant)
    assert [s for s in seen(loopback) if s[0] == "/a"][1:] == [("/a", "Bearer t2")] * 2
    assert fields(loopback, 0)["client_secret"] == "s"
    loopback.script(token("t1"), full(401), token("t2"), full(401))
    with pytest.raises(package.AuthenticationError):
        call(package, flavour, lambda c: c.x.a(), base_url=loopback.url, shop=grant)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_refresh_tokens_rotate(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(
        token("t1", expires_in=0, refresh_token='"r2"'), full(200), token("t2"), full(200)
    )
    grant = package.RefreshTokenGrant("r1", "id")
    call(package, flavour, twice(flavour), base_url=loopback.url, shop=grant)
    assert [fields(loopback, at)["refresh_token"] for at in (0, 2)] == ["r1", "r2"]
    assert fields(loopback, 0)["client_id"] == "id"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_authorization_codes(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    asked: list[str] = []

    def authorize(url: str) -> str:
        asked.append(url)
        state = parse_qs(urlsplit(url).query)["state"][0]
        return f"http://localhost/back?code=c&state={state}"

    loopback.script(token("t"), full(200))
    grant = package.AuthorizationCodeGrant("id", "http://localhost/back", authorize)
    call(package, flavour, lambda c: c.x.a(), base_url=loopback.url, shop=grant)
    assert asked[0].startswith("https://login.example.com/ask?response_type=code&client_id=id")
    assert "code_challenge_method=S256" in asked[0]
    sent = fields(loopback, 0)
    assert (sent["code"], sent["grant_type"]) == ("c", "authorization_code")
    assert len(sent["code_verifier"]) >= 43
    forged = package.AuthorizationCodeGrant("id", "http://l", lambda url: "http://l?code=c&state=x")
    with pytest.raises(package.MissingCredentialsError, match="state"):
        call(package, flavour, lambda c: c.x.a(), base_url=loopback.url, shop=forged)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_discovery(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    found = f'{{"token_endpoint": "{loopback.url}/there"}}'.encode()
    loopback.script(full(200, found, JSON), token("t"), full(200))
    grant = package.ClientCredentialsGrant("id", "s")
    call(package, flavour, lambda c: c.x.b(), base_url=loopback.url, sso=grant)
    assert [path for path, _ in seen(loopback)] == ["/discovery", "/there", "/b"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_callables(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    given = iter(["t1", "t2", "t3"])

    async def later() -> str:
        return next(given)

    source = later if flavour == "async" else lambda: next(given)
    loopback.script(full(200), full(401), full(200))

    def sync(client: Any) -> None:
        client.x.open()
        client.x.c()

    async def awaiting(client: Any) -> None:
        await client.x.open()
        await client.x.c()

    do = sync if flavour == "sync" else awaiting
    call(package, flavour, do, base_url=loopback.url, plain=source)
    assert seen(loopback) == [("/open", None), ("/c", "Bearer t1"), ("/c", "Bearer t2")]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_the_service_says_against_a_grant_shows_no_secret(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(
        full(400, b'{"error": "invalid_grant", "hint": "hidden-token hidden-secret"}', JSON)
    )
    grant = package.RefreshTokenGrant("hidden-token", "id", "hidden-secret")
    with pytest.raises(package.AuthenticationError, match="invalid_grant") as caught:
        call(package, flavour, lambda c: c.x.a(), base_url=loopback.url, shop=grant)
    assert "hidden" not in str(caught.value)


def test_threads_fetch_once(package: ModuleType) -> None:
    with serving() as server:
        server.script(token("t", expires_in=3600), full(200))
        grant = package.ClientCredentialsGrant("id", "s")
        barrier = threading.Barrier(8)
        with getattr(package, client_name(package))(base_url=server.url, shop=grant) as client:

            def one() -> None:
                barrier.wait()
                client.x.a()

            with ThreadPoolExecutor(8) as pool:
                for done in [pool.submit(one) for _ in range(8)]:
                    done.result()
        assert [path for path, _ in seen(server)].count("/token") == 1


def test_tasks_fetch_once(package: ModuleType, loopback: Loopback) -> None:
    loopback.script(token("t", expires_in=3600), full(200))
    grant = package.ClientCredentialsGrant("id", "s")

    async def run() -> None:
        made = getattr(package, f"Async{client_name(package)}")
        async with made(base_url=loopback.url, shop=grant) as client:
            await asyncio.gather(*(client.x.a() for _ in range(8)))

    asyncio.run(run())
    assert [path for path, _ in seen(loopback)].count("/token") == 1
