"""Bodies of every kind, over real HTTP, read back by other implementations than ours."""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Callable, Iterator
from decimal import Decimal
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from sample.models import Line, Money, RefundRequest

from loopback import Close, Loopback, Recorded, full, loopback
from runtime import (
    UNSET,
    AsyncClient,
    AsyncResource,
    BodyContent,
    Client,
    FilePart,
    FormData,
    FormPart,
    Operation,
    Options,
    RequestValidationError,
    Resource,
)
from runtime.errors import APIError
from runtime.multipart import multipart
from runtime.operation import Api

__all__ = ["loopback"]

RAW: Operation[None] = Operation(
    "POST", "/raw", body=BodyContent, media=("application/octet-stream", "image/*")
)
PUT: Operation[None] = Operation("PUT", "/raw", body=BodyContent, media=("text/plain",))
FORM: Operation[None] = Operation(
    "POST",
    "/form",
    body=RefundRequest,
    media=("application/x-www-form-urlencoded", "application/json", "multipart/form-data"),
    parts={"lineItems": FormPart("deepObject")},
)
OPTIONAL: Operation[None] = replace(FORM, body=Line, body_required=False)
FILES: Operation[None] = Operation(
    "POST",
    "/files",
    body=FormData,
    media=("multipart/form-data",),
    parts={
        "file": FormPart(file=True, media=("image/png", "text/*")),
        "tags": FormPart("form", explode=False),
        "deep": FormPart("deepObject"),
        "money": FormPart(type=Money),
        "proof": FormPart(file=None, type=Money),
        "digest": FormPart(type=bytes),
        "seals": FormPart(type=list[bytes], media=("application/octet-stream",)),
    },
)
BATCH: Operation[None] = Operation(
    "POST",
    "/batch",
    body=FormData,
    media=("multipart/mixed",),
    parts={"0": FormPart(media=("text/csv",)), "*": FormPart(type=Money, media=("a/money+json",))},
)
MAP: Operation[None] = Operation("POST", "/map", body=dict[str, object], body_required=False)
LINES: Operation[None] = Operation(
    "POST",
    "/lines",
    body=Money,
    media=("application/x-ndjson", "application/json-seq", "application/stream+json"),
)
NUMBER: Operation[None] = Operation("POST", "/number", body=int, media=("text/plain",))

API = Api("x", "X", "1", {})


@pytest.fixture(params=["blocking", "awaiting"])
def call(request: pytest.FixtureRequest, loopback: Loopback) -> Callable[..., Recorded]:
    """Makes a call and gives the request that came."""
    loopback.script(full(204))

    def blocking(operation: Operation[Any], body: object, **more: Any) -> Recorded:
        with Client(API, credentials={}, base_url=loopback.url) as client:
            Resource(client)._call(operation, (), body=body, **more)
        return loopback.requests[-1]

    async def awaiting(operation: Operation[Any], body: object, **more: Any) -> None:
        async with AsyncClient(API, credentials={}, base_url=loopback.url) as client:
            await AsyncResource(client)._call(operation, (), body=body, **more)

    def run(operation: Operation[Any], body: object, **more: Any) -> Recorded:
        asyncio.run(awaiting(operation, body, **more))
        return loopback.requests[-1]

    return blocking if request.param == "blocking" else run


def parts_of(sent: Recorded) -> list[tuple[Message, bytes]]:
    """The parts of a form, as the standard library reads them."""
    return read_parts(sent.headers["content-type"], sent.body)


def read_parts(media: str, body: bytes) -> list[tuple[Message, bytes]]:
    message = BytesParser(policy=HTTP).parsebytes(
        b"Content-Type: " + media.encode() + b"\r\n\r\n" + body
    )
    assert not message.defects
    return [(part, part.get_payload(decode=True)) for part in message.get_payload()]  # type: ignore[misc, union-attr]


def blocks() -> Iterator[bytes]:
    yield b"one "
    yield b"two"


def test_content_is_sent_as_it_is(call: Callable[..., Recorded], tmp_path: Path) -> None:
    path = tmp_path / "scan.bin"
    path.write_bytes(b"one two" * 50_000)
    for content in (b"one two", "one two", bytearray(b"one two"), [b"one ", b"two"]):
        sent = call(RAW, content)
        assert (sent.body, sent.headers["content-type"]) == (b"one two", "application/octet-stream")
    assert call(RAW, path).body == path.read_bytes()
    with path.open("rb") as file:
        file.seek(7)
        sent = call(RAW, file, content_type="image/png")
    assert sent.body == path.read_bytes()[7:]
    assert sent.headers["content-length"] == str(len(sent.body))
    assert sent.headers["content-type"] == "image/png"
    assert call(RAW, io.StringIO("ü")).body == "ü".encode()
    sent = call(RAW, blocks())
    assert (sent.body, sent.headers.get("content-length")) == (b"one two", None)
    assert sent.headers["transfer-encoding"] == "chunked"
    assert call(NUMBER, 7).body == b"7"


def test_an_awaiting_client_takes_what_has_to_be_awaited(loopback: Loopback) -> None:
    async def slow() -> AsyncIterator[bytes]:
        yield b"one "
        await asyncio.sleep(0)
        yield b"two"

    async def run() -> None:
        async with AsyncClient(API, credentials={}, base_url=loopback.url) as client:
            await AsyncResource(client)._call(RAW, (), body=slow())

    loopback.script(full(204))
    asyncio.run(run())
    assert loopback.requests[-1].body == b"one two"
    with Client(API, credentials={}, base_url=loopback.url) as client, pytest.raises(TypeError):
        Resource(client)._call(RAW, (), body=slow())


def test_what_can_not_be_sent_again_is_sent_once(loopback: Loopback, tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"one two")
    with Client(API, credentials={}, base_url=loopback.url) as client:
        for content, count in ((blocks(), 1), (path, 2), (path.open("rb"), 2)):
            before = len(loopback.requests)
            loopback.script((Close(),), full(204))
            failed = False
            try:
                Resource(client)._call(PUT, (), body=content)
            except APIError:
                failed = True
            made = loopback.requests[before:]
            assert (len(made), failed) == (count, count == 1)
            assert {request.body for request in made} == {b"one two"}


def test_what_the_caller_can_not_read_is_his_own_error(loopback: Loopback, tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"one"
        raise PermissionError("mine")

    with Client(API, credentials={}, base_url=loopback.url) as client:
        with pytest.raises(FileNotFoundError):
            Resource(client)._call(RAW, (), body=tmp_path / "nothing")
        with pytest.raises(PermissionError, match="mine"):
            Resource(client)._call(PUT, (), body=broken())
        for odd in (7, None, object()):
            with pytest.raises(RequestValidationError):
                Resource(client)._call(RAW, (), body=odd)
        with pytest.raises(RequestValidationError):
            Resource(client)._call(RAW, (), body=b"", content_type="a/b\r\nX: 1")


def test_forms_have_the_digits_and_brackets(call: Callable[..., Recorded]) -> None:
    body = {
        "type": "a b&c=ü",
        "refund_amount": {"value": Decimal("-8.40"), "currency": "EUR"},
        "line_items": [{"line_item_id": "x", "quantity": 1}],
    }
    sent = call(FORM, body)
    assert sent.headers["content-type"] == "application/x-www-form-urlencoded"
    pairs = dict(parse_qsl(sent.body.decode(), strict_parsing=True, errors="strict"))
    assert pairs == {
        "type": "a b&c=ü",
        "refundAmount": '{"value":-8.40,"currency":"EUR"}',
        "lineItems[0][lineItemId]": "x",
        "lineItems[0][quantity]": "1",
    }
    as_json = call(FORM, body, content_type="application/json")
    assert json.loads(as_json.body)["type"] == "a b&c=ü"
    assert as_json.headers["content-type"] == "application/json"
    (_, text), *_ = parts_of(call(FORM, {"type": "x"}, content_type="multipart/form-data"))
    assert text == b"x"


def test_an_optional_form_is_left_out_whole(call: Callable[..., Recorded]) -> None:
    sent = call(OPTIONAL, {"line_item_id": UNSET, "quantity": UNSET})
    assert (sent.body, "content-type" in sent.headers) == (b"", False)
    with pytest.raises(RequestValidationError, match="/lineItemId: expected a value, got nothing"):
        call(OPTIONAL, {"line_item_id": UNSET, "quantity": 1})


def test_what_has_no_fields_is_no_form(call: Callable[..., Recorded]) -> None:
    either = replace(FORM, body=dict[str, str] | list[str])
    assert call(either, {"a": "b c"}).body == b"a=b%20c"
    for nothing_named in (["a", "b"], []):
        with pytest.raises(RequestValidationError, match="a mapping of fields"):
            call(either, nothing_named)


def test_an_empty_object_is_a_body(call: Callable[..., Recorded]) -> None:
    assert call(MAP, {}).body == b"{}"
    assert "content-type" not in call(MAP, UNSET).headers


def test_files_of_a_form(call: Callable[..., Recorded], tmp_path: Path) -> None:
    path = tmp_path / 'a "b".png'
    path.write_bytes(b"\x89PNG")
    named = FilePart(blocks(), "x\r\n.txt", "text/csv", {"X-Part": "1"})
    body = {
        "file": [path, named, b"plain"],
        "purpose": "ü",
        "tags": ["a", "b"],
        "deep": {"x": [1]},
        "money": {"value": Decimal("1.50"), "currency": "EUR"},
        "flags": [True, False],
        "digest": b"\x00\xff",
        "seals": [b"a", b"b"],
        "nothing": None,
        "unset": UNSET,
    }
    found = [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part["Content-Type"],
            content,
        )
        for part, content in parts_of(call(FILES, body))
    ]
    assert found == [
        ("file", "a %22b%22.png", "image/png", b"\x89PNG"),
        ("file", "x%0D%0A.txt", "text/csv", b"one two"),
        ("file", "file", "image/png", b"plain"),
        ("purpose", None, None, "ü".encode()),
        ("tags", None, None, b"a,b"),
        ("deep[x][0]", None, None, b"1"),
        ("money", None, "application/json", b'{"value":1.50,"currency":"EUR"}'),
        ("flags", None, None, b"true"),
        ("flags", None, None, b"false"),
        ("digest", None, None, b"AP8="),
        ("seals", None, "application/octet-stream", b"YQ=="),
        ("seals", None, "application/octet-stream", b"Yg=="),
    ]


def test_what_may_be_a_file_is_one_if_a_file_is_given(call: Callable[..., Recorded]) -> None:
    sent = call(FILES, {"proof": Money(value=Decimal("1.50"), currency="EUR")})
    assert b'name="proof"\r\nContent-Type: application/json\r\n\r\n{"value":1.50,' in sent.body
    sent = call(FILES, {"proof": b"octets"})
    assert b'name="proof"; filename="proof"' in sent.body
    with pytest.raises(RequestValidationError):
        call(FILES, {"proof": "neither"})


def test_parts_may_have_an_order_in_place_of_names(call: Callable[..., Recorded]) -> None:
    sent = call(BATCH, ["a,b", Money(value=2, currency="NOK"), {"value": 1, "currency": "EUR"}])
    assert sent.headers["content-type"].startswith("multipart/mixed; boundary=")
    found = [(head["content-type"], head["content-disposition"], b) for head, b in parts_of(sent)]
    assert found == [
        ("text/csv", None, b"a,b"),
        ("a/money+json", None, b'{"value":2,"currency":"NOK"}'),
        ("a/money+json", None, b'{"value":1,"currency":"EUR"}'),
    ]


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)


@given(names, names, st.binary(max_size=40))
def test_no_name_and_no_content_breaks_out_of_its_part(
    name: str, filename: str, content: bytes
) -> None:
    upload, media = multipart("multipart/form-data", {name: FilePart(content, filename)}, {})
    body = b"".join(upload)
    boundary = media.partition("boundary=")[2].encode()
    assert body.count(b"--" + boundary) == 2
    head = body.partition(b"\r\n\r\n")[0]
    assert head.count(b"\r\n") == 2
    assert b"\n" not in head.replace(b"\r\n", b"")
    assert upload.length == len(body)


def test_part_headers_add_nothing(call: Callable[..., Recorded]) -> None:
    for part in (
        FilePart(b"", "x", "a/b\r\nX: 1"),
        FilePart(b"", "x", headers={"X\r\nY": "1"}),
        FilePart(b"", "x", headers={"X": "1\r\nY: 2"}),
    ):
        with pytest.raises(RequestValidationError):
            call(FILES, {"file": part})


def test_lines_are_written_one_by_one(call: Callable[..., Recorded]) -> None:
    values = [{"value": Decimal("1.0"), "currency": "EUR"}, Money(value=2, currency="NOK")]
    lines = [b'{"value":1.0,"currency":"EUR"}', b'{"value":2,"currency":"NOK"}']
    sent = call(LINES, values)
    assert (sent.body, sent.headers["content-type"]) == (
        b"\n".join(lines) + b"\n",
        "application/x-ndjson",
    )
    assert call(LINES, iter(values)).body == sent.body
    assert call(LINES, values, content_type="application/stream+json").body == sent.body
    sequence = call(LINES, iter(values), content_type="application/json-seq")
    assert sequence.body == b"".join(b"\x1e" + line + b"\n" for line in lines)
    with pytest.raises(RequestValidationError):
        call(LINES, [{"value": []}])


def test_a_body_that_is_not_required_may_be_left_out(call: Callable[..., Recorded]) -> None:
    operation: Operation[None] = Operation(
        "POST", "/x", body=BodyContent, body_required=False, media=("text/plain",)
    )
    sent = call(operation, UNSET)
    assert sent.body == b""
    assert "content-type" not in sent.headers
    with pytest.raises(RequestValidationError):
        call(RAW, UNSET)


def test_a_client_of_the_caller_streams_as_well(loopback: Loopback, tmp_path: Path) -> None:
    class Theirs:
        """A client that is not ours, as far as the runtime can tell."""

        def __init__(self) -> None:
            self._inner = httpx2.Client()

        def __getattr__(self, name: str) -> Any:
            return getattr(self._inner, name)

    path = tmp_path / "x"
    path.write_bytes(b"one two")
    loopback.script(full(204))
    theirs: Any = Theirs()
    with Client(API, credentials={}, base_url=loopback.url, http_client=theirs) as client:
        for content in (path, blocks()):
            Resource(client)._call(RAW, (), body=content, options=Options(headers={"X-Y": "z"}))
            sent = loopback.requests[-1]
            assert (sent.body, sent.headers["x-y"]) == (b"one two", "z")
            assert ("content-length" in sent.headers) == (content is path)


@pytest.mark.parametrize("odd", [{"a": 1}, Money(currency="EUR")])
def test_what_has_members_is_no_content(odd: object) -> None:
    with (
        Client(API, credentials={}, base_url="http://127.0.0.1:9") as client,
        pytest.raises(RequestValidationError, match="body: expected octets, text"),
    ):
        Resource(client)._call(RAW, (), body=odd)


@pytest.mark.parametrize("media", ["text/json", "application/problem+json"])
def test_json_by_other_names(call: Callable[..., Recorded], media: str) -> None:
    sent = call(replace(FORM, media=(media,)), {"type": "x"})
    assert (sent.body, sent.headers["content-type"]) == (b'{"type":"x"}', media)
