"""Streams of events that break off, and go on behind the last event that came (WHATWG HTML, §9.2)."""

from __future__ import annotations

from collections.abc import Callable
from operator import methodcaller
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, fresh

from loopback import Loopback, Reset, Send, Steps, full, head

SPEC = """
    paths:
      /log: {get: {operationId: log, tags: [a], parameters: [{name: q, in: query, schema: {type: string}}], responses: {200: {description: L., content: {text/event-stream: {}}}}}}
      /typed: {get: {operationId: typed, tags: [a], responses: {200: {description: L., content: {text/event-stream: {schema: {type: object, properties: {n: {type: integer}}}}}}}}}
      /once: {get: {operationId: once, tags: [a], x-sdk: {resume: false}, responses: {200: {description: L., content: {text/event-stream: {}}}}}}
      /ask: {post: {operationId: ask, tags: [a], responses: {200: {description: L., content: {text/event-stream: {}}}}}}
      /follow: {post: {operationId: follow, tags: [a], x-sdk: {resume: true}, requestBody: {content: {application/json: {schema: {type: object, properties: {q: {type: string}}}}}}, responses: {200: {description: L., content: {text/event-stream: {}}}}}}
    """

EVENTS = ("Content-Type", "text/event-stream")
Open = Callable[[Any], Any]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the specification above."""
    return fresh(SPEC, Path(tmp_path_factory.mktemp("resuming")))


def broken(text: str) -> Steps:
    """Events, and then the connection breaks."""
    chunk = f"{len(text.encode()):x}\r\n{text}\r\n".encode()
    return (Send(head(200, None, ("Transfer-Encoding", "chunked"), EVENTS) + chunk), Reset())


def whole(text: str) -> Steps:
    """Events, and the end."""
    return full(200, text.encode(), EVENTS)


def data(package: ModuleType, flavour: str, url: str, open_: Open, **settings: Any) -> list[Any]:
    """What the events hold, up to the error, which comes last."""
    found: list[Any] = []

    def collect(client: Any) -> None:
        try:
            with open_(client.a) as stream:
                for event in stream:
                    found.append(getattr(event, "data", event))
        except package.APIError as error:
            found.append(type(error).__name__)

    async def awaiting(client: Any) -> None:
        try:
            async with await open_(client.a) as stream:
                async for event in stream:
                    found.append(getattr(event, "data", event))
        except package.APIError as error:
            found.append(type(error).__name__)

    call(package, flavour, collect if flavour == "sync" else awaiting, base_url=url, **settings)
    return found


def ids_sent(loopback: Loopback) -> list[str | None]:
    """What each request asked to go on behind."""
    return [request.headers.get("last-event-id") for request in loopback.requests]


FIRST = "retry: 0\nid: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\ndata: half"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_stream_goes_on_behind_the_last_whole_event(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(
        broken(FIRST), broken("retry: 0\nid: 3\ndata: c\n\n: wait\n\n"), whole("data: d\n\n")
    )
    found = data(package, flavour, loopback.url, lambda a: a.log(q="x"))
    assert found == ["a", "b", "c", "d"]
    assert ids_sent(loopback) == [None, "2", "3"]
    assert {request.target for request in loopback.requests} == {"/log?q=x"}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_typed_events_go_on_alike(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(broken('retry: 0\nid: ä\ndata: {"n": 1}\n\n'), whole('data: {"n": 2}\n\n'))
    found = data(package, flavour, loopback.url, methodcaller("typed"))
    assert [item.n for item in found] == [1, 2]
    assert loopback.requests[1].raw.find("Last-Event-ID: ä\r\n".encode()) > 0


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_event_without_data_carries_its_id(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(broken("retry: 0\nid: 1\ndata: a\n\nid: 7\n\n"), whole(""))
    assert data(package, flavour, loopback.url, methodcaller("log")) == ["a"]
    assert ids_sent(loopback) == [None, "7"]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("first", "open_"),
    [
        ("retry: 0\ndata: a\n\n", methodcaller("log")),
        ("retry: 0\nid: 1\ndata: a\n\nid\n\n", methodcaller("log")),
        ("retry: 0\nid: 1\ndata: a\n\n", methodcaller("once")),
        ("retry: 0\nid: 1\ndata: a\n\n", methodcaller("ask")),
        ("retry: 3600000\nid: 1\ndata: a\n\n", methodcaller("log")),
        ("retry: 0\nid: a\x01b\ndata: a\n\n", methodcaller("log")),
    ],
    ids=["no ids", "id taken back", "told not to", "a POST", "an hour", "no header field"],
)
def test_a_stream_that_can_not_go_on_is_an_error(
    package: ModuleType, flavour: str, loopback: Loopback, first: str, open_: Open
) -> None:
    loopback.script(broken(first), whole("data: b\n\n"))
    found = data(package, flavour, loopback.url, open_)
    assert found == ["a", "APIConnectionError"]
    assert len(loopback.requests) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_post_goes_on_where_the_specification_says_so(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(broken(FIRST), whole("data: c\n\n"))
    assert data(package, flavour, loopback.url, lambda a: a.follow(q="x")) == ["a", "b", "c"]
    assert [request.body for request in loopback.requests] == [b'{"q":"x"}'] * 2


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_attempts_are_bounded_and_counted_anew_with_each_event(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    one = [broken(f"retry: 0\nid: {at}\ndata: {at}\n\n") for at in range(5)]
    silent = [broken("retry: 0\n\n")] * 9
    loopback.script(*one, *silent)
    found = data(package, flavour, loopback.url, methodcaller("log"))
    assert found == ["0", "1", "2", "3", "4", "APIConnectionError"]
    assert ids_sent(loopback) == [None, "0", "1", "2", "3", "4", "4"]
    loopback.requests.clear()
    loopback.script(one[0])
    assert (
        data(package, flavour, loopback.url, methodcaller("log"), retries=0)[-1]
        == "APIConnectionError"
    )
    assert len(loopback.requests) == 1


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("second", "last"), [(full(204), []), (full(403, b"{}"), ["PermissionDeniedError"])]
)
def test_the_service_may_say_that_there_is_no_more(
    package: ModuleType, flavour: str, loopback: Loopback, second: Steps, last: list[str]
) -> None:
    loopback.script(broken(FIRST), second)
    assert data(package, flavour, loopback.url, methodcaller("log")) == ["a", "b", *last]
    assert len(loopback.requests) == 2
