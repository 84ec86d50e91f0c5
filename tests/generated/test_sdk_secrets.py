"""No credential of any API is ever shown: not by repr, logs, errors, tracebacks, pickles or another service's requests."""

from __future__ import annotations

import base64
import copy
import importlib
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from refund_apis import FLAVOURS, Method, Sdk, methods, sdks

from loopback import Loopback, Reset, Stall, Steps, closed_port, cut, full, half_gzip, redirect
from sdkwright.ir.model import SchemeKind

runtime: Any = importlib.import_module("refund_sdks._runtime")
each_flavour = pytest.mark.parametrize("flavour", FLAVOURS)
each_sdk = pytest.mark.parametrize("one", sdks(), ids=lambda one: one.name)


def canaries(one: Sdk) -> list[str]:
    """Every form in which the credentials could be seen."""
    return [*one.credentials.values(), *_sent(one)]


def _sent(one: Sdk) -> list[str]:
    """The credentials as they stand in a request."""
    found: list[str] = []
    for scheme in one.api.schemes.values():
        texts = [one.credentials[name] for name in one.names.credentials[scheme.name]]
        basic = base64.b64encode(":".join(texts).encode()).decode()
        found.append(basic if scheme.kind is SchemeKind.BASIC else texts[0])
    return found


def shows(text: str, one: Sdk) -> list[str]:
    return [canary for canary in canaries(one) if canary in text]


@each_sdk
@each_flavour
def test_nothing_that_is_printed_shows_them(one: Sdk, flavour: str) -> None:
    client = one.client(flavour, "https://user:canary-token-4711@host.example")
    resource = client.refunds
    inside: list[object] = [client.__dict__, resource.__dict__]
    for thing in [client, resource, resource.with_response, *inside]:
        for text in (repr(thing), str(thing), f"{thing}", f"{thing!a}"):
            assert shows(text, one) == []


@each_sdk
@each_flavour
def test_they_are_not_pickled(one: Sdk, flavour: str) -> None:
    client = one.client(flavour, "https://host.example")
    takes: tuple[Callable[[Any], object], ...] = (pickle.dumps, copy.deepcopy)
    for take in takes:
        with pytest.raises(TypeError) as caught:
            take(client)
        assert shows(f"{caught.value} {caught.value!r}", one) == []


@pytest.fixture
def records() -> Iterator[list[logging.LogRecord]]:
    """Everything that anybody logs."""
    found: list[logging.LogRecord] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record)

    root, handler = logging.getLogger(), Keep(0)
    before = root.level
    root.addHandler(handler)
    root.setLevel(0)
    yield found
    root.setLevel(before)
    root.removeHandler(handler)


def _echo(one: Sdk) -> bytes:
    """What a careless service answers: it repeats the credentials as they were sent."""
    return f'{{"you sent": "{" ".join(_sent(one))}"}}'.encode()


# What the service is made to answer; the first three repeat what was sent, as careless ones do.
FAULTS: dict[str, Callable[[Sdk], Steps]] = {
    "401": lambda one: full(401, _echo(one)),
    "500": lambda one: full(500, _echo(one), ("Content-Type", "text/html")),
    "no json": lambda one: full(200, _echo(one)[:-3]),
    "success": lambda _: full(200, b"{}"),
    "mismatch": lambda _: full(200, b'["text"]'),
    "redirect": lambda _: redirect(302, "http://127.0.0.1:1/elsewhere"),
    "reset": lambda one: cut(200, _echo(one), 60, Reset()),
    "stall": lambda one: cut(200, _echo(one), 60, Stall()),
    "gzip": lambda one: half_gzip(_echo(one)),
}


@each_flavour
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("called", methods(), ids=str)
def test_no_error_and_no_log_shows_them(
    called: Method, fault: str, flavour: str, loopback: Loopback, records: list[logging.LogRecord]
) -> None:
    one = called.sdk
    loopback.script(FAULTS[fault](one))
    error = _error_of(
        one, flavour, loopback, called, strict=True, timeout=runtime.Timeout(read=0.05)
    )
    assert error is None or shows(_whole(error), one) == []
    (request,) = loopback.requests
    assert any(canary in request.raw.decode() for canary in canaries(one)), "nothing was at stake"
    assert any(record.name == f"refund_sdks.{one.name}" for record in records) or fault in (
        "redirect",
        "reset",
        "stall",
        "gzip",
    )
    for record in records:
        assert shows(record.getMessage() + repr(record.args) + str(record.exc_info), one) == []


def _error_of(
    one: Sdk, flavour: str, loopback: Loopback, called: Method, **settings: Any
) -> Exception | None:
    try:
        one.run(flavour, loopback.url, called.call, **settings)
    except runtime.APIError as error:
        return cast("Exception", error)
    return None


def _whole(error: BaseException) -> str:
    """All that can be seen of an error: texts, notes, causes, and the locals of all frames but those of the tests."""
    seen: list[str] = []
    waiting: list[BaseException | None] = [error]
    while waiting:
        at = waiting.pop()
        if at is None:
            continue
        # `raw`, `headers` and `body` are what the service sent; they are not printed unless asked for.
        seen += [str(at), repr(at), *getattr(at, "__notes__", [])]
        frames = traceback.TracebackException.from_exception(at, capture_locals=True).stack
        seen += [str(f.locals) + (f.line or "") for f in frames if "refund_sdks" in f.filename]
        waiting += [at.__cause__, at.__context__]
    return "\n".join(seen)


@each_sdk
@each_flavour
def test_missing_credentials_are_named_and_others_not_shown(
    one: Sdk, flavour: str, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    called = next(called for called in methods() if called.sdk is one)
    first, *others = one.credentials
    for name in one.credentials:
        for variable in (name, f"{one.name}_{name}"):
            monkeypatch.delenv(variable.upper(), raising=False)
    with pytest.raises(runtime.MissingCredentialsError) as caught:
        one.run(flavour, loopback.url, called.call, **{first: None})
    assert first in str(caught.value)
    assert shows(_whole(caught.value), one) == []
    assert loopback.requests == []
    assert len(others) == len(one.credentials) - 1


@each_sdk
@each_flavour
@pytest.mark.parametrize("bad", ["line\r\nX-Evil: 1", "ctrl\x00", "emoji\U0001f600", " space "])
def test_a_credential_that_no_header_can_hold_is_refused_unseen(
    one: Sdk, flavour: str, bad: str, loopback: Loopback
) -> None:
    called = next(called for called in methods() if called.sdk is one)
    name = list(one.credentials)[-1]
    canary = f"canary-{bad}-4711"
    error = _error_of(one, flavour, loopback, called, **{name: canary})
    if error is None:
        (request,) = loopback.requests
        assert b"X-Evil: 1\r\n" not in request.raw
        return
    assert isinstance(error, runtime.RequestValidationError)
    assert canary not in _whole(error)
    assert loopback.requests == []


@each_sdk
@each_flavour
def test_they_are_not_sent_in_the_clear(one: Sdk, flavour: str) -> None:
    called = next(called for called in methods() if called.sdk is one)
    with pytest.raises(runtime.RequestValidationError):
        one.run(flavour, f"http://not-this-machine.example:{closed_port()}", called.call)
