"""Clients as objects: their life, their sharing, and copies of the runtime side by side."""

import asyncio
import inspect
import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sample import AsyncRefundsAPI, RefundsAPI
from sample.models import Refund
from scripted import client_of

import runtime
from loopback import Loopback, full
from runtime import ClientClosedError, Response, Unset

FOLDER = Path(runtime.__file__).parent
BODY = b'{"number":"1","amount":1.10}'


def test_construction_is_cheap() -> None:
    code = """
import sys
sys.path[:0] = {path!r}
from sample import RefundsAPI
import pydantic
built = []
pydantic.TypeAdapter.__init__ = lambda *a, **k: built.append(a)
client = RefundsAPI(auth_key="x")
assert client._ours is None and not built
assert not any(name.startswith("sample.models") for name in sys.modules)
assert "asyncio" not in [n for n in sys.modules if n.startswith("runtime")]
"""
    path = [str(FOLDER.parent), str(Path(__file__).parent)]
    subprocess.run([sys.executable, "-c", code.replace("{path!r}", repr(path))], check=True)


def test_the_libraries_come_with_the_first_resource_and_the_first_call() -> None:
    code = """
import sys
sys.path[:0] = {path!r}
from sample import AsyncRefundsAPI, RefundsAPI
clients = RefundsAPI(auth_key="x"), AsyncRefundsAPI(auth_key="x")
heavy = {"pydantic", "httpx2", "asyncio", "email", "random", "urllib"}
assert not heavy & sys.modules.keys(), heavy & sys.modules.keys()
assert "https://api.example.com" in repr(clients[0])
import runtime
assert set(runtime.__all__) <= set(dir(runtime))
assert "runtime.model" not in sys.modules
from runtime import Model, RequestValidationError
assert runtime.Model is Model
"""
    path = [str(FOLDER.parent), str(Path(__file__).parent)]
    subprocess.run([sys.executable, "-c", code.replace("{path!r}", repr(path))], check=True)


def test_the_surface_is_what_all_says() -> None:
    assert sorted(set(runtime.__all__)) == sorted(runtime.__all__)
    for name in runtime.__all__:
        value = getattr(runtime, name)
        assert value.__doc__ or not (inspect.isclass(value) or inspect.isfunction(value))
    members = vars(runtime).items()
    public = {n for n, v in members if not n.startswith("_") and not inspect.ismodule(v)}
    assert public - {"TYPE_CHECKING"} == set(runtime.__all__)
    assert not hasattr(runtime, "nothing_of_the_kind")


def test_what_is_closed_is_closed(loopback: Loopback) -> None:
    loopback.script(full(200, BODY))
    client = RefundsAPI(auth_key="k", base_url=loopback.url)
    with client:
        client.refunds.get("1", "2")
    for _ in range(2):
        with pytest.raises(ClientClosedError, match="RefundsAPI is closed"):
            client.refunds.get("1", "2")
        client.close()
    unused = RefundsAPI(auth_key="k")
    unused.close()
    with pytest.raises(RuntimeError):
        unused.refunds.get("1", "2")


def test_the_callers_client_stays_open_and_its_end_is_told() -> None:
    http = httpx2.Client(
        transport=httpx2.MockTransport(lambda _: httpx2.Response(200, content=BODY))
    )
    with RefundsAPI(auth_key="k", http_client=http) as client:
        client.refunds.get("1", "2")
    assert not http.is_closed
    http.close()
    with pytest.raises(ClientClosedError):
        RefundsAPI(auth_key="k", http_client=http).refunds.get("1", "2")


def test_the_awaiting_client(loopback: Loopback) -> None:
    loopback.script(full(200, BODY))

    async def run() -> None:
        client = AsyncRefundsAPI(auth_key="k", base_url=loopback.url)
        async with client:
            refunds = await asyncio.gather(*(client.refunds.get("1", str(n)) for n in range(20)))
            assert {refund.number for refund in refunds} == {"1"}
            response = await client.refunds.with_response.get("1", "2")
            assert isinstance(response, Response)
        with pytest.raises(ClientClosedError):
            await client.refunds.get("1", "2")
        http = httpx2.AsyncClient(
            transport=httpx2.MockTransport(lambda _: httpx2.Response(200, content=BODY))
        )
        async with AsyncRefundsAPI(auth_key="k", http_client=http) as other:
            assert (await other.refunds.get("1", "2")).number == "1"
        assert not http.is_closed

    asyncio.run(run())


class Foreign:
    """A client of another make, with the methods of httpx and none of its classes."""

    def __init__(self) -> None:
        self.headers: dict[str, str] = {}
        self.built: list[Any] = []

    def build_request(
        self, method: str, url: str, *, headers: Any, content: Any, extensions: Any
    ) -> Any:
        self.built.append((method, url, dict(headers), content))
        return httpx2.Request(method, url, headers=headers, content=content, extensions=extensions)

    def send(self, request: Any, *, stream: bool, follow_redirects: bool) -> Any:
        assert stream
        assert not follow_redirects
        return httpx2.Response(200, content=BODY)

    def close(self) -> None:
        raise AssertionError("it is the caller's")


def test_a_client_of_another_make_will_do() -> None:
    foreign = Foreign()
    with RefundsAPI(auth_key="k", http_client=foreign) as client:
        assert client.refunds.get("1", "2").number == "1"
        client.refunds.create("1", type="x")
    method, url, headers, content = foreign.built[1]
    assert (method, url, content) == (
        "POST",
        "https://api.example.com/orders/1/refunds",
        b'{"type":"x"}',
    )
    assert headers[b"X-Auth-Key"] == b"k"


class AsyncForeign:
    """As `Foreign`, awaiting."""

    headers: Mapping[str, str] = {}

    def build_request(
        self, method: str, url: str, *, headers: Any, content: Any, extensions: Any
    ) -> Any:
        return method, url, dict(headers), content, extensions

    async def send(self, request: Any, *, stream: bool, follow_redirects: bool) -> Any:
        assert request[:2] == ("GET", "https://api.example.com/orders/1/refunds/2")
        assert request[4]["timeout"]["read"] <= 3
        return httpx2.Response(200, content=BODY)

    async def aclose(self) -> None:
        raise AssertionError("it is the caller's")


def test_so_will_an_awaiting_one() -> None:
    async def run() -> None:
        async with AsyncRefundsAPI(auth_key="k", http_client=AsyncForeign(), timeout=3) as client:
            assert (await client.refunds.get("1", "2")).number == "1"

    asyncio.run(run())


def test_threads_share_a_client(loopback: Loopback) -> None:
    loopback.script(full(200, BODY))
    started = threading.Barrier(8)
    with RefundsAPI(auth_key="k", base_url=loopback.url) as client, ThreadPoolExecutor(8) as pool:

        def work(number: int) -> str:
            started.wait()
            return "".join(client.refunds.get("1", f"{number}-{n}").number for n in range(10))

        assert list(pool.map(work, range(8))) == ["1" * 10] * 8
    assert len({sent.target for sent in loopback.requests}) == 80


def test_models_are_compiled_once_by_many_threads() -> None:
    code = """
import sys, threading
sys.path[:0] = {path!r}
from concurrent.futures import ThreadPoolExecutor
from runtime import codec
from sample.models import Refund, RefundList
started = threading.Barrier(8)
text = b'{"refunds":[{"number":"1","lines":[{"lineItemId":7}]},{"number":"2","Product":{"parts":[{}]}}]}'
def work(n):
    started.wait()
    value, found = codec.decode(RefundList if n % 2 else list[Refund], text if n % 2 else b'[{"number":1}]')
    return len(found)
with ThreadPoolExecutor(8) as pool:
    assert list(pool.map(work, range(8))) == [1] * 8
"""
    path = [str(FOLDER.parent), str(Path(__file__).parent)]
    for _ in range(3):
        subprocess.run([sys.executable, "-c", code.replace("{path!r}", repr(path))], check=True)


def test_methods_with_response_keep_their_signature() -> None:
    client, _, _ = client_of()
    whole = client.refunds.with_response
    assert inspect.signature(whole.create) == inspect.signature(client.refunds.create)
    assert whole.create.__doc__ == client.refunds.create.__doc__
    assert isinstance(whole.get("1", "2"), Response)
    assert isinstance(client.refunds.get("1", "2"), Refund)
    assert client.refunds is client.refunds


def test_unset_is_one_value() -> None:
    import copy
    import pickle

    unset = runtime.UNSET
    assert (repr(unset), bool(unset), Unset()) == ("UNSET", False, unset)
    assert copy.copy(unset) is copy.deepcopy(unset) is pickle.loads(pickle.dumps(unset)) is unset


def test_two_copies_do_not_meet(tmp_path: Path) -> None:
    for parent in ("one", "two"):
        shutil.copytree(
            FOLDER,
            tmp_path / parent / "sdk" / "_runtime",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        (tmp_path / parent / "__init__.py").touch()
        (tmp_path / parent / "sdk" / "__init__.py").touch()
    code = """
import sys, pickle
sys.path.insert(0, {path!r})
import one.sdk._runtime as a, two.sdk._runtime as b
from one.sdk._runtime.base_client import _PACKAGE as la
from two.sdk._runtime.base_client import _PACKAGE as lb
assert (la, lb) == ("one.sdk", "two.sdk")
assert a.UNSET is not b.UNSET and not issubclass(a.NotFoundError, b.APIError)
assert pickle.loads(pickle.dumps(b.UNSET)) is b.UNSET
class M(a.CamelModel):
    some_id: int | None = None
assert M.model_validate_json('{"someId":1}').model_dump_json() == '{"someId":1}'
assert "runtime" not in sys.modules
"""
    command = [sys.executable, "-c", code.replace("{path!r}", repr(str(tmp_path)))]
    subprocess.run(command, check=True, cwd=tmp_path)


def test_the_logger_is_the_packages() -> None:
    client, _, _ = client_of()
    assert client._log is logging.getLogger("runtime.sample")
