"""Answers that are read piece by piece: typed items, chunks, files, and what becomes of them when they break."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, client_name, fresh

from loopback import Close, Loopback, Send, Steps, cut, full, head

SPEC = """
    paths:
      /watch: {get: {operationId: watch, tags: [a], responses: {200: {description: W., content: {text/event-stream: {schema: {$ref: "#/components/schemas/N"}}}}, 404: {description: No., content: {application/json: {schema: {$ref: "#/components/schemas/N"}}}}}}}
      /typed: {get: {operationId: typed, tags: [a], responses: {200: {description: W., content: {text/event-stream: {itemSchema: {type: object, properties: {event: {type: string}, data: {type: string, contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/N"}}}}}}}}}}
      /named: {get: {operationId: named, tags: [a], responses: {200: {description: W., content: {text/event-stream: {schema: {type: array, items: {oneOf: [
        {type: object, required: [data, event], properties: {event: {const: made}, id: {type: integer}, data: {$ref: "#/components/schemas/N"}}},
        {type: object, required: [data, event], properties: {event: {const: gone}, id: {type: integer}, data: {$ref: "#/components/schemas/M"}}},
        {type: object, required: [data], properties: {id: {type: integer}, data: {type: string}}}]}}}}}}}}
      /log: {get: {operationId: log, tags: [a], responses: {200: {description: L., content: {text/event-stream: {}}}}}}
      /lines: {get: {operationId: lines, tags: [a], responses: {200: {description: L., content: {application/jsonl: {schema: {type: array, items: {$ref: "#/components/schemas/N"}}}}}}}}
      /seq: {get: {operationId: seq, tags: [a], responses: {200: {description: L., content: {application/json-seq: {itemSchema: {$ref: "#/components/schemas/N"}}}}}}}
      /ask: {post: {operationId: ask, tags: [a], responses: {200: {description: A., content: {application/json: {schema: {type: string}}, text/event-stream: {schema: {$ref: "#/components/schemas/N"}}}}}}}
      /file: {get: {operationId: file, tags: [a], responses: {200: {description: F., content: {application/zip: {}}}}}}
    components: {schemas: {N: {type: object, required: [n], properties: {n: {type: number}}}, M: {type: object, required: [n], properties: {n: {type: number}}}}}
    """

EVENTS = ("Content-Type", "text/event-stream")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the specification above."""
    return fresh(SPEC, Path(tmp_path_factory.mktemp("streams")))


def items(
    package: ModuleType, flavour: str, url: str, open_: Callable[[Any], Any], **settings: Any
) -> list[Any]:
    """All items of a stream, and a second call that shows that the connection is fine."""

    def sync(client: Any) -> list[Any]:
        with open_(client.a) as stream:
            return list(stream)

    async def awaiting(client: Any) -> list[Any]:
        async with await open_(client.a) as stream:
            return [item async for item in stream]

    settings = {"base_url": url, "retries": 0, **settings}
    found: list[Any] = call(package, flavour, sync if flavour == "sync" else awaiting, **settings)
    return found


def pieces(body: bytes, *headers: tuple[str, str]) -> Steps:
    """An answer in chunks of one byte each, so that every boundary is met."""
    chunks = b"".join(b"1\r\n" + body[at : at + 1] + b"\r\n" for at in range(len(body)))
    coding = ("Transfer-Encoding", "chunked")
    return (Send(head(200, None, coding, *headers) + chunks + b"0\r\n\r\n"),)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_events_are_read_as_the_standard_says(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    text = '\ufeff: note\r\nid: 7\rdata: {\ndata:"n": 1.50}\r\n\r\ndata\n\nevent: x\nretry: 20\nid\ndata:  ä\n\ndata: lost'
    loopback.script(pieces(text.encode(), EVENTS))
    found = items(package, flavour, loopback.url, lambda a: a.log())
    assert [(e.data, e.event, e.id, e.retry) for e in found] == [
        ('{\n"n": 1.50}', "message", "7", None),
        ("", "message", "7", None),
        (" ä", "x", "", 20),
    ]
    assert loopback.requests[0].headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", ["watch", "typed"])
def test_data_is_typed(package: ModuleType, flavour: str, loopback: Loopback, name: str) -> None:
    body = b'data: {"n": 1.50}\n\ndata: {"n": 2}\n\ndata: [DONE]\n\ndata: no json\n\n'
    loopback.script(pieces(body, EVENTS))
    found = items(package, flavour, loopback.url, lambda a: getattr(a, name)())
    assert [str(item.n) for item in found] == ["1.50", "2"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_name_of_an_event_says_what_it_holds(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    body = b'event: made\ndata: {"n": 1.50}\n\nevent: gone\ndata: {"n": 2}\n\ndata: "text"\n\n'
    loopback.script(pieces(body, EVENTS))
    found = items(package, flavour, loopback.url, lambda a: a.named())
    assert [type(item).__name__ for item in found] == ["N", "M", "str"]
    assert (str(found[0].n), str(found[1].n), found[2]) == ("1.50", "2", '"text"')


def test_a_fake_names_its_events(package: ModuleType) -> None:
    testing = import_module(f"{package.__name__}.testing")
    fake = getattr(testing, f"Fake{client_name(package)}")()
    sent = [package.models.M(n=1), package.models.N(n=2), "text"]
    fake.a.named.streams(*sent)
    with fake.client() as client, client.a.named() as stream:
        assert list(stream) == sent


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_beside_a_value_stands_its_stream(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(full(200, b'data: {"n":3}\n\n', EVENTS))
    found = items(package, flavour, loopback.url, lambda a: a.with_streaming.ask())
    assert [str(item.n) for item in found] == ["3"]
    assert loopback.requests[0].headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("name", "body"),
    [("lines", b'{"n":1}\r\n\n{"n":2.0}'), ("seq", b'\x1e{"n":\n1}\n\x1e{"n":2.0}\n')],
)
def test_lines_and_sequences(
    package: ModuleType, flavour: str, loopback: Loopback, name: str, body: bytes
) -> None:
    loopback.script(pieces(body))
    found = items(package, flavour, loopback.url, lambda a: getattr(a, name)())
    assert [str(item.n) for item in found] == ["1", "2.0"]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_an_error_is_an_error_before_anything_is_read(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(full(404, b'{"n":4}', ("Content-Type", "application/json")))
    with pytest.raises(package.NotFoundError) as caught:
        items(package, flavour, loopback.url, lambda a: a.watch())
    assert str(caught.value.body.n) == "4"


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_breaks_off_is_told(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(cut(200, b'{"n":1}\n{"n":2}\n', 55, Close()))
    with pytest.raises(package.APIConnectionError):
        items(package, flavour, loopback.url, lambda a: a.lines())
    loopback.script(full(200, b'{"n":1}\n{"n'))
    with pytest.raises(package.DecodingError) as caught:
        items(package, flavour, loopback.url, lambda a: a.lines())
    assert caught.value.raw == b'{"n'


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_limits_hold(package: ModuleType, flavour: str, loopback: Loopback) -> None:
    options = package.Options(max_response_bytes=10)
    loopback.script(full(200, b'{"n":1}\n' * 10))
    found = items(package, flavour, loopback.url, lambda a: a.lines(options=options))
    assert len(found) == 10
    loopback.script(full(200, b'{"n":' + b"1" * 20 + b"}\n"))
    with pytest.raises(package.DecodingError, match="larger"):
        items(package, flavour, loopback.url, lambda a: a.lines(options=options))
    loopback.script(full(200, b"x" * 11))
    with pytest.raises(package.DecodingError, match="larger"):
        items(package, flavour, loopback.url, lambda a: a.with_streaming.file(options=options))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_file_is_saved_whole_or_not_at_all(
    package: ModuleType, flavour: str, loopback: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "f.zip"

    def sync(client: Any) -> int:
        with client.a.with_streaming.file() as stream:
            return int(stream.save(path))

    async def awaiting(client: Any) -> int:
        async with await client.a.with_streaming.file() as stream:
            return int(await stream.save(path))

    do = sync if flavour == "sync" else awaiting
    loopback.script(cut(200, b"x" * 1000, 500, Close()))
    with pytest.raises(package.APIConnectionError):
        call(package, flavour, do, base_url=loopback.url)
    assert list(tmp_path.iterdir()) == []
    loopback.script(full(200, b"x" * 1000))
    assert call(package, flavour, do, base_url=loopback.url) == 1000
    assert path.read_bytes() == b"x" * 1000
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_leaving_early_leaves_the_client_whole(
    package: ModuleType, flavour: str, loopback: Loopback
) -> None:
    body = b'{"n":1}\n{"n":2}\n'

    def sync(client: Any) -> list[str]:
        found: list[str] = []
        for _ in range(3):
            with client.a.lines() as stream:
                found += [str(item.n) for item, _ in zip(stream, "x", strict=False)]
        return found

    async def awaiting(client: Any) -> list[str]:
        found: list[str] = []
        for _ in range(3):
            async with await client.a.lines() as stream:
                async for item in stream:
                    found.append(str(item.n))
                    break
        return found

    loopback.script(full(200, body))
    do = sync if flavour == "sync" else awaiting
    assert call(package, flavour, do, base_url=loopback.url) == ["1", "1", "1"]


def test_the_whole_response_holds_the_stream(package: ModuleType, loopback: Loopback) -> None:
    loopback.script(full(200, b'{"n":1}\n', ("X-A", "b")))

    def whole(client: Any) -> tuple[str, int]:
        response = client.a.with_response.lines()
        with response.value as stream:
            return response.headers["x-a"], len(list(stream))

    assert call(package, "sync", whole, base_url=loopback.url) == ("b", 1)
