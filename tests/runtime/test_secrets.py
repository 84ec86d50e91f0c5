"""A canary in every place for a secret; it comes out nowhere but on the wire."""

import base64
import copy
import io
import logging
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from sample import RefundsAPI
from scripted import client_of, json_reply

from runtime import APIError, Options, settle
from runtime.secret import Secret

CANARY = "CANARY-1234567890"
SECRETS: dict[str, Any] = dict.fromkeys(
    ["auth_key", "app_id", "query_key", "session", "username", "password", "token"], CANARY
)

FAULTS: list[Any] = [
    json_reply(401, b'{"echo":"CANARY-1234567890"}'),
    httpx2.Response(500, content=b"Bearer CANARY-1234567890 " * 50),
    json_reply(200, b'{"number":CANARY-1234567890'),
    json_reply(200, b'{"number":7}'),
    httpx2.Response(302, headers={"location": "https://evil/?k=CANARY-1234567890"}),
    httpx2.ConnectError("CANARY-1234567890"),
    httpx2.ReadTimeout("CANARY-1234567890"),
    httpx2.InvalidURL("CANARY-1234567890"),
]

CALLS: list[Callable[[RefundsAPI, Options], object]] = [
    lambda client, options: client.refunds.get("1", "2", options=options),
    lambda client, options: client.refunds.list("1", options=options),
    lambda client, options: client.refunds.create("1", type="x", options=options),
    lambda client, options: client.refunds.cancel("1", options=options),
]


def traces(error: BaseException) -> str:
    """All that a traceback with locals shows of our frames, along the chain of errors."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    ours = [
        frame
        for frame in shown.stack
        if "/runtime/" in frame.filename and "test_" not in frame.filename
    ]
    below = "".join(traces(e) for e in (error.__cause__, error.__context__) if e is not None)
    return "".join(str(frame.locals) for frame in ours) + below


@pytest.mark.parametrize("reply", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_no_error_and_no_log_shows_a_secret(
    reply: Any, call: Callable[[RefundsAPI, Options], object], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client, sent, _ = client_of(reply, strict=True, **SECRETS)
    options = Options(headers={"X-Mine": CANARY})
    try:
        call(client, options)
    except APIError as error:
        shown = [str(error), repr(error), repr(error.args), traces(error)]
        shown += [repr(value) for name, value in vars(error).items() if name not in ("raw", "body")]
        assert CANARY not in "\n".join(shown)
    assert any(CANARY in str(request.headers.raw) for request in sent.requests)
    for record in caplog.records:
        if record.name.startswith("runtime"):
            assert CANARY not in record.getMessage() + repr(record.args) + repr(record.exc_info)


@pytest.mark.parametrize(
    "settings",
    [
        {"auth_key": CANARY + "\n"},
        {"base_url": f"https://u:{CANARY}@x"},
        {"base_url": "http://x", "auth_key": CANARY},
    ],
)
def test_no_refusal_shows_a_secret(settings: dict[str, Any]) -> None:
    client, _, _ = client_of(**settings)
    with pytest.raises(APIError) as caught:
        client.refunds.get("1", "2", options=Options(headers={"X-Mine": CANARY}))
    assert CANARY not in str(caught.value) + traces(caught.value) + repr(client)


def test_objects_hide_their_secrets() -> None:
    client, sent, _ = client_of(**SECRETS)
    options = Options(headers={"X-Mine": CANARY}, base_url=f"https://u:{CANARY}@x")
    for shown in (
        client,
        client.refunds,
        client.refunds.with_response,
        options,
        vars(client),
        vars(client.refunds),
    ):
        assert CANARY not in repr(shown) + str(shown) + f"{shown}"
    assert repr(client) == "RefundsAPI(base_url='https://api.example.com')"
    assert repr(Options(retries=1, headers={"a": "b"})) == "Options(retries=1, headers=['a'])"
    assert sent.requests == []


def test_a_secret_leaves_only_by_name() -> None:
    secret = Secret(CANARY)
    assert CANARY not in repr(secret) + str(secret) + f"{secret}" + f"{secret!r:>40}"
    assert secret.reveal() == CANARY
    for leak in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            leak(secret)
    client, _, _ = client_of(**SECRETS)
    with pytest.raises(TypeError):
        pickle.dump(client, io.BytesIO())


def test_a_line_is_logged_for_each_exchange_and_one_for_its_fields(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, "runtime")
    client, _, _ = client_of()
    client.refunds.get("1", "2")
    line, fields = [r.getMessage() for r in caplog.records if r.name == "runtime.sample"]
    assert line.startswith("GET /orders/1/refunds/2 -> 200 in ")
    assert fields.startswith("GET /orders/1/refunds/2: sent (Accept: application/json; ")
    assert "X-Auth-Key: ***), received (content-type: application/json; " in fields


def test_what_a_basic_credential_encodes_is_masked_in_messages() -> None:
    sent = Secret("Basic " + base64.b64encode(b"shopkeeper:hunter2-secret").decode())
    shown = settle._excerpt(b'{"Message": "bad password hunter2-secret of shopkeeper"}', [sent])
    assert shown == '{"Message": "bad password *** of ***"}'


def test_a_client_that_was_never_constructed_is_shown_all_the_same() -> None:
    assert "invalid" in repr(RefundsAPI.__new__(RefundsAPI))
