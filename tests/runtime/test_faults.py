"""Faults of a real connection, blocking and awaiting: a whole result or one of our errors, never half of one."""

import asyncio
import gzip
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from fault_table import FAULTS, LIMIT, Fault
from sample import AsyncRefundsAPI, RefundsAPI
from sample.models import Refund

from loopback import (
    Close,
    Loopback,
    Reset,
    Send,
    Steps,
    closed_port,
    cut,
    full,
    half_gzip,
    redirect,
)
from runtime import (
    APIConnectionError,
    APIError,
    Options,
    RedirectError,
    ResponseTooLargeError,
    ServerError,
    Timeout,
)
from runtime.pacing import Clock

BODY = b'{"number":"1","amount":-720.0}'
WHOLE = full(200, BODY, ("Content-Type", "application/json"))
LIMITS = Timeout(connect=20, read=20, write=20, pool=20)


async def _no_pause(seconds: float) -> None:
    pass


IMPATIENT = Clock(sleep=lambda seconds: None, asleep=_no_pause)
Run = Callable[..., Any]


def blocking(url: str, method: str = "get", *arguments: Any, **settings: Any) -> Any:
    options = settings.pop("options", None)
    with RefundsAPI(auth_key="k", base_url=url, **{"timeout": LIMITS, **settings}) as client:
        client._clock = IMPATIENT
        return getattr(client.refunds.with_response, method)(
            *(arguments or ("1", "2")), options=options
        )


def awaiting(url: str, method: str = "get", *arguments: Any, **settings: Any) -> Any:
    options = settings.pop("options", None)

    async def run() -> Any:
        async with AsyncRefundsAPI(
            auth_key="k", base_url=url, **{"timeout": LIMITS, **settings}
        ) as client:
            client._clock = IMPATIENT
            call = getattr(client.refunds.with_response, method)
            return await call(*(arguments or ("1", "2")), options=options)

    return asyncio.run(run())


@pytest.fixture(params=[blocking, awaiting])
def run(request: pytest.FixtureRequest) -> Run:
    """A call, made by each of the two clients."""
    made: Run = request.param
    return made


def test_the_wire_carries_what_was_meant(run: Run, loopback: Loopback) -> None:
    loopback.script(WHOLE)
    response = run(loopback.url + "/base/", "get", "a/b ü", "%2e")
    assert response.value == Refund.model_validate_json(BODY)
    (sent,) = loopback.requests
    assert sent.head[0] == b"GET /base/orders/a%2Fb%20%C3%BC/refunds/%252e HTTP/1.1"
    assert sent.headers["x-auth-key"] == "k"
    assert sent.headers["host"] == f"127.0.0.1:{loopback.port}"
    assert sent.headers["user-agent"].startswith("sample/v3 python/")
    assert sent.headers["accept-encoding"] == "gzip, deflate"
    assert "content-length" not in sent.headers
    run(loopback.url, "create", "1")
    assert loopback.requests[1].headers["content-length"] == "0"


def answered(run: Run, url: str, fault: Fault, method: str, *arguments: str) -> APIError | None:
    """The error of a call that meets a fault; None where there is none."""
    limits = Timeout(connect=20, read=fault.patience, write=20, pool=20)
    try:
        run(
            url,
            method,
            *arguments,
            options=Options(max_response_bytes=LIMIT),
            timeout=limits,
        )
    except APIError as error:
        return error
    return None


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_happens_is_what_the_table_says(run: Run, loopback: Loopback, fault: Fault) -> None:
    loopback.script(fault.reply)
    for method, arguments, times in (
        ("get", ("1", "2"), fault.get),
        ("create", ("1",), fault.post),
    ):
        loopback.requests.clear()
        error = answered(run, loopback.url, fault, method, *arguments)
        wanted = (
            RedirectError if method == "create" and fault.error is RedirectError else fault.error
        )
        assert (None if error is None else type(error)) is wanted
        assert len(loopback.requests) == times
        if error is not None:
            text = str(error)
            assert text.isprintable()
            assert len(text) < 1000
            assert "/orders/1/refunds" in text
            assert type(pickle.loads(pickle.dumps(error))) is type(error)


def test_the_table_has_no_row_twice() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 60


@pytest.mark.parametrize(
    "steps",
    [(Reset(),), (Close(),), cut(200, BODY, 60, Reset()), half_gzip(b"x" * 5000), full(503)],
)
def test_a_get_gets_over_it_and_a_post_is_not_doubled(
    run: Run, loopback: Loopback, steps: Steps
) -> None:
    loopback.script(steps, WHOLE)
    response = run(loopback.url)
    assert (response.value.number, response.retries_taken) == ("1", 1)
    assert len({sent.raw for sent in loopback.requests}) == 1
    loopback.requests.clear()
    loopback.script(steps, WHOLE)
    with pytest.raises((APIConnectionError, ServerError)):
        run(loopback.url, "create", "1")
    assert len(loopback.requests) == 1


def test_where_nobody_listens_everything_is_repeated(run: Run) -> None:
    url = f"http://127.0.0.1:{closed_port()}"
    for method, arguments in (("get", ("1", "2")), ("create", ("1",))):
        with pytest.raises(APIConnectionError) as caught:
            run(url, method, *arguments)
        assert caught.value.retries_taken == 2


def test_a_reply_cut_anywhere_is_no_reply(run: Run, loopback: Loopback) -> None:
    whole = b"".join(step.data for step in WHOLE if isinstance(step, Send))
    for at in range(0, len(whole), 9):
        loopback.script((Send(whole[:at]), Reset()))
        with pytest.raises(APIConnectionError):
            run(loopback.url, retries=0)


def test_a_packed_reply_is_unpacked_and_counted(run: Run, loopback: Loopback) -> None:
    packed = gzip.compress(b'{"number":"%s"}' % (b"1" * 100_000))
    loopback.script(full(200, packed, ("Content-Encoding", "gzip")))
    assert len(run(loopback.url).content) > 100_000
    with pytest.raises(ResponseTooLargeError):
        run(loopback.url, options=Options(max_response_bytes=50_000))


def test_a_redirect_is_followed_at_home(run: Run, loopback: Loopback) -> None:
    loopback.script(redirect(307, "/there?x=1"), WHOLE)
    assert run(loopback.url).value.number == "1"
    assert [sent.target for sent in loopback.requests] == ["/orders/1/refunds/2", "/there?x=1"]


def test_no_header_of_ours_reaches_another_origin(run: Run, loopback: Loopback) -> None:
    with __import__("loopback").serving() as other:
        loopback.script(redirect(307, other.url + "/steal"))
        with pytest.raises(RedirectError):
            run(loopback.url)
        assert other.requests == []
