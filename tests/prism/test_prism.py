"""No request of ours is refused by a server that holds it against the specification, and every answer decodes.

Prism answers with the examples of the document, and in a second run with values that it makes up from the schemas: the
former show what the authors of the API print, the latter every property, also those that no example has.
"""

from __future__ import annotations

import asyncio
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, TypeAlias

import pytest

from sdkwright import ApiConfig, Report, read_config
from sdkwright.ir.model import Response as Described

from .calls import Call, calls_of, understood
from .mock_server import PRISM, ROOT, serving

pytestmark = pytest.mark.prism

Send: TypeAlias = Callable[[Call, Any], Any]
"""Makes a call with the given options through one of the two clients, and gives the whole response."""


def _apis() -> tuple[ApiConfig, ...]:
    config = read_config(ROOT / "sdkwright.toml", Report())
    assert config is not None
    return config.apis


_APIS = {api.name: understood(api, ROOT / "generated" / "refund_sdks") for api in _apis()}
_CALLS = [
    pytest.param(api, call, id=f"{api}.{call}.{at}")
    for api, (model, names) in _APIS.items()
    for at, call in enumerate(calls_of(model, names))
]
_CALLS_BY_API = {
    api: next(call for call in calls_of(model, names) if call.operation.method == "GET")
    for api, (model, names) in _APIS.items()
}
_ANSWERS = [
    pytest.param(api, call, answer, id=f"{api}.{call}-{answer.status}")
    for api, (model, names) in _APIS.items()
    for call in {c.operation.id: c for c in calls_of(model, names)}.values()
    for answer in call.operation.responses
    if answer.status.isdigit()
]


@pytest.fixture(scope="module", params=["examples", "made-up"])
def servers(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The address of a running Prism for each API; each is started when it is first asked for."""
    assert PRISM.exists(), "Prism is not installed: run `make prism`"
    running: dict[str, Any] = {}

    class Started(dict[str, str]):
        def __missing__(self, api: str) -> str:
            spec = ROOT / "specs" / f"{api}.yaml"
            running[api] = serving(spec, made_up=request.param == "made-up")
            self[api] = running[api].__enter__()
            return self[api]

    yield Started()
    for server in running.values():
        server.__exit__(None, None, None)


@pytest.fixture(params=["sync", "async"])
def send(request: pytest.FixtureRequest) -> Callable[[str, str], Send]:
    """How to call: through the blocking or through the awaiting client."""
    return {"sync": _blocking, "async": _awaiting}[request.param]


def _package(api: str) -> ModuleType:
    return import_module(f"refund_sdks.{api}")


def _settings(api: str, address: str) -> dict[str, Any]:
    _, names = _APIS[api]
    credentials = {argument: "secret" for some in names.credentials.values() for argument in some}
    return {**credentials, "base_url": address, "retries": 0}


def _blocking(api: str, address: str) -> Send:
    def send(call: Call, options: Any) -> Any:
        client_class = getattr(_package(api), _APIS[api][1].client)
        with client_class(**_settings(api, address)) as client:
            method = getattr(getattr(client, call.resource).with_response, call.method)
            return method(*call.positional, **call.named, options=options)

    return send


def _awaiting(api: str, address: str) -> Send:
    async def answer(call: Call, options: Any) -> Any:
        client_class = getattr(_package(api), _APIS[api][1].async_client)
        async with client_class(**_settings(api, address)) as client:
            method = getattr(getattr(client, call.resource).with_response, call.method)
            return await method(*call.positional, **call.named, options=options)

    return lambda call, options: asyncio.run(answer(call, options))


@pytest.mark.parametrize(("api", "call"), _CALLS)
def test_request_is_accepted_and_answer_decodes(
    api: str, call: Call, servers: dict[str, str], send: Callable[[str, str], Send]
) -> None:
    answer = send(api, servers[api])(call, None)
    assert 200 <= answer.status < 300
    assert answer.mismatches == ()
    assert answer.value is not None


@pytest.mark.parametrize(("api", "call", "described"), _ANSWERS)
def test_every_documented_status(
    api: str,
    call: Call,
    described: Described,
    servers: dict[str, str],
    send: Callable[[str, str], Send],
) -> None:
    package = _package(api)
    options = package.Options(headers={"Prefer": f"code={described.status}"})
    if int(described.status) < 400:
        answer = send(api, servers[api])(call, options)
        assert (answer.status, answer.mismatches) == (int(described.status), ())
        return
    with pytest.raises(package.APIStatusError) as caught:
        send(api, servers[api])(call, options)
    assert caught.value.status == int(described.status)
    assert caught.value.mismatches == ()
    assert (caught.value.body is None) == (described.type is None)
    if described.authentication:
        assert isinstance(caught.value, package.AuthenticationError)


@pytest.mark.parametrize("api", _APIS)
def test_server_does_refuse_what_the_document_forbids(api: str, servers: dict[str, str]) -> None:
    """Otherwise the tests above would say nothing."""
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{servers[api]}/no/such/path")
    assert caught.value.code == 404
    path = _CALLS_BY_API[api].operation.path.replace("{", "").replace("}", "")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(servers[api] + path)
    assert caught.value.code in (401, 422)
