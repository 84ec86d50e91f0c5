"""Connections: made, refused, kept, gone stale, cut off while they are used; blocking and awaiting."""

import asyncio
import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sample import AsyncRefundsAPI, RefundsAPI

from loopback import Close, Loopback, Reset, Send, Stall, closed_port, full, head
from runtime import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    DecodingError,
    NotFoundError,
    Timeout,
)
from runtime.operation import Operation
from runtime.pacing import Clock
from runtime.request import Arguments

BODY = b'{"number":"1","refunds":[]}'
WHOLE = full(200, BODY, ("Content-Type", "application/json"))
CHUNKED = ("Transfer-Encoding", "chunked")


async def _no_pause(seconds: float) -> None:
    pass


IMPATIENT = Clock(sleep=lambda seconds: None, asleep=_no_pause)
PATIENT = Timeout(connect=20, read=20, write=20, pool=20)
Run = Callable[..., Any]


def blocking(url: str, method: str = "get", *arguments: Any, **fields: Any) -> Any:
    """A call of a client of its own."""
    with RefundsAPI(auth_key="k", base_url=url, timeout=PATIENT) as client:
        client._clock = IMPATIENT
        return getattr(client.refunds, method)(*(arguments or ("1", "2")), **fields)


def awaiting(url: str, method: str = "get", *arguments: Any, **fields: Any) -> Any:
    """As `blocking`, awaiting."""

    async def run() -> Any:
        async with AsyncRefundsAPI(auth_key="k", base_url=url, timeout=PATIENT) as client:
            client._clock = IMPATIENT
            return await getattr(client.refunds, method)(*(arguments or ("1", "2")), **fields)

    return asyncio.run(run())


@pytest.fixture(params=[blocking, awaiting])
def run(request: pytest.FixtureRequest) -> Run:
    """A call, made by each of the two clients."""
    made: Run = request.param
    return made


def refused_after(run: Run, url: str, method: str = "get") -> int:
    """How often a call is repeated that never gets a connection."""
    with pytest.raises(APIConnectionError) as caught:
        run(url, method, *(("1", "2") if method == "get" else ("1",)))
    return caught.value.retries_taken


@pytest.mark.parametrize("method", ["get", "create"])
def test_what_can_not_have_been_sent_is_repeated(
    run: Run, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused_after(run, f"http://127.0.0.1:{closed_port()}", method) == 2

    def no_name(*given: Any, **more: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    assert refused_after(run, "https://no-such-host.example", method) == 2


@contextlib.contextmanager
def meeting(meet: Callable[[socket.socket], Any]) -> Iterator[int]:
    """A port whose callers are met in some way, and then left."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def greet() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection, contextlib.suppress(OSError):
                    meet(connection)

        threading.Thread(target=greet, daemon=True).start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)


def test_the_certificates_of_the_system_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from runtime import transport

    read: list[object] = []
    making = httpx2.create_ssl_context
    monkeypatch.setattr(httpx2, "create_ssl_context", lambda: read.append(1) or making())
    transport._trusting.cache_clear()
    for _ in range(2):
        transport.own_client().close()
        asyncio.run(transport.own_async_client().aclose())
    assert len(read) == 1


def test_a_service_without_tls_is_not_trusted(run: Run) -> None:
    def plain(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    with meeting(plain) as port:
        assert refused_after(run, f"https://127.0.0.1:{port}") == 0


@pytest.fixture
def unknown_issuer(tmp_path: Path) -> Iterator[str]:
    """The address of a service whose certificate nobody has signed but itself."""
    if shutil.which("openssl") is None:
        pytest.skip("there is no openssl to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with meeting(lambda c: context.wrap_socket(c, server_side=True).recv(1)) as port:
        yield f"https://localhost:{port}"


def test_a_certificate_of_unknown_origin_is_not_trusted(run: Run, unknown_issuer: str) -> None:
    assert refused_after(run, unknown_issuer) == 0


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_refuses_is_no_answer(
    run: Run, status: int, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    loopback.script(full(status))
    monkeypatch.setenv("HTTPS_PROXY", loopback.url)
    assert refused_after(run, "https://api.example.com") == 0
    assert {request.head[0] for request in loopback.requests} == {
        b"CONNECT api.example.com:443 HTTP/1.1"
    }
    assert not any("x-auth-key" in request.headers for request in loopback.requests)


def test_a_proxy_that_is_not_there(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{closed_port()}")
    assert refused_after(run, "https://api.example.com") == 2


def test_a_service_that_answers_before_it_has_all(run: Run) -> None:
    def hasty(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(head(413, 0, ("Connection", "close")))
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(65536):
            pass

    with meeting(hasty) as port, pytest.raises(APIStatusError) as caught:
        run(f"http://127.0.0.1:{port}", "create", "1", type="x" * 5_000_000)
    assert caught.value.status == 413


def test_what_follows_an_answer_is_not_taken_for_the_next(run: Run, loopback: Loopback) -> None:
    forged = full(200, b'{"number":"forged"}')[0]
    assert isinstance(forged, Send)
    whole = WHOLE[0]
    assert isinstance(whole, Send)
    loopback.script((Send(whole.data + forged.data),), WHOLE)
    if run is blocking:
        with RefundsAPI(auth_key="k", base_url=loopback.url) as client:
            client._clock = IMPATIENT
            found = [client.refunds.get("1", "2").number for _ in range(3)]
    else:

        async def wait() -> list[Any]:
            async with AsyncRefundsAPI(auth_key="k", base_url=loopback.url) as client:
                client._clock = IMPATIENT
                return [(await client.refunds.get("1", "2")).number for _ in range(3)]

        found = asyncio.run(wait())
    assert found == ["1", "1", "1"]


def test_a_cookie_is_not_kept_for_others(loopback: Loopback) -> None:
    loopback.script(full(200, BODY, ("Set-Cookie", "sid=4711; Path=/")), WHOLE)
    with RefundsAPI(auth_key="k", base_url=loopback.url) as client:
        client.refunds.get("1", "2")
        client.refunds.get("1", "2")
    assert not any("cookie" in request.headers for request in loopback.requests)


def test_a_pool_without_a_free_connection(loopback: Loopback) -> None:
    loopback.script((Send(head(200, None, CHUNKED) + b"2\r\n{}\r\n"), Stall()))
    limits = httpx2.Limits(max_connections=1)
    watch: Operation[bytes] = Operation("GET", "/x", returns=bytes, streams="octets")
    with httpx2.Client(limits=limits) as http:
        client = RefundsAPI(
            auth_key="k",
            base_url=loopback.url,
            http_client=http,
            timeout=Timeout(connect=20, read=20, write=20, pool=0.05),
        )
        client._clock = IMPATIENT
        with client.stream(watch, Arguments(), None) as stream:
            pieces = iter(stream)
            assert next(pieces) == b"{}"
            with pytest.raises(APITimeoutError) as caught:
                client.refunds.create("1")
            assert caught.value.retries_taken == 2
        loopback.script(WHOLE)
        assert client.refunds.get("1", "2").number == "1"


@pytest.mark.parametrize("end", [Reset(), Close()])
def test_half_an_event_is_no_event(loopback: Loopback, end: Any) -> None:
    events = b'data: {"n":1}\n\ndata: {"n":'
    sent = b"%x\r\n%s\r\n" % (len(events), events)
    loopback.script(
        (Send(head(200, None, ("Content-Type", "text/event-stream"), CHUNKED) + sent), end)
    )
    watch: Operation[Any] = Operation("GET", "/x", returns=object, streams="events")
    seen: list[Any] = []
    with RefundsAPI(auth_key="k", base_url=loopback.url) as client:
        stream = client.stream(watch, Arguments(), None)
        with pytest.raises(APIConnectionError):
            seen.extend(event for event in stream)
        assert seen == [{"n": 1}]
        loopback.script(full(404))
        with pytest.raises(NotFoundError):
            client.stream(watch, Arguments(), None)


def test_connections_are_kept_and_closed(loopback: Loopback) -> None:
    loopback.script(WHOLE)
    with RefundsAPI(auth_key="k", base_url=loopback.url) as client:
        for _ in range(5):
            client.refunds.get("1", "2")
        assert {sent.connection for sent in loopback.requests} == {0}
        loopback.script(full(200, b"no json"))
        for _ in range(5):
            with pytest.raises(DecodingError):
                client.refunds.get("1", "2")
        assert {sent.connection for sent in loopback.requests} == {0}


def test_a_connection_that_went_stale_costs_a_get_nothing(loopback: Loopback) -> None:
    loopback.script((*WHOLE, Close()), WHOLE)
    with RefundsAPI(auth_key="k", base_url=loopback.url) as client:
        client._clock = IMPATIENT
        assert client.refunds.get("1", "2") == client.refunds.get("1", "2")


def test_cancelling_leaves_the_client_usable(loopback: Loopback) -> None:
    async def run() -> None:
        async with AsyncRefundsAPI(auth_key="k", base_url=loopback.url) as client:
            for _ in range(3):
                loopback.script((Stall(),))
                task = asyncio.ensure_future(client.refunds.get("1", "2"))
                await asyncio.sleep(0.03)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
            loopback.script(WHOLE)
            assert (await client.refunds.get("1", "2")).number == "1"

    asyncio.run(run())
