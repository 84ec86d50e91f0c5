"""What a fake answers: bytes and faults, made from values, from statuses, and from the names of what can go wrong."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, cast, get_args

import httpx2
from msgspec import Struct
from msgspec.structs import replace

from . import wire
from .adapters import adapter
from .annotations import accepts_null
from .fake_calls import RecordedCall
from .fake_headers import usual_headers
from .fake_values import NotMade, Oddity, fits, made_up, odd
from .framing import ServerSentEvent
from .operation import ByMedia, Operation
from .unset import UNSET

if TYPE_CHECKING:
    from .waiting import WaitFor

FaultKind = Literal[
    "refused",
    "connect_timeout",
    "timeout",
    "reset",
    "cut_off",
    "not_json",
    "html",
    "empty",
    "rate_limited",
    "server_error",
    "unavailable",
    "unknown_enum_value",
    "unknown_field",
    "missing_field",
    "null_field",
    "wrong_type",
]
"""What can go wrong:

* `refused`, `connect_timeout`: there is no connection;
* `timeout`, `reset`, `cut_off`: there is one, and no answer in time, none at all, or half of one;
* `not_json`, `html`, `empty`: a success whose body is broken JSON, the page of some proxy, or nothing;
* `rate_limited` (429 with `Retry-After: 1`), `server_error` (500), `unavailable` (503);
* the others: a success that is not as described, wherever its description leaves room for that.
"""

FAULTS: Final[tuple[FaultKind, ...]] = get_args(FaultKind)
"""All of them."""


class Told(Struct, frozen=True):
    """An answer: status, fields and body; or none at all (`instead`), or one that breaks off (`then`)."""

    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    chunks: tuple[bytes, ...] = ()
    instead: type[httpx2.TransportError] | None = None
    then: type[httpx2.TransportError] | None = None

    @property
    def content(self) -> bytes:
        """The body in one piece."""
        return b"".join(self.chunks)

    def whole(self, content: bytes) -> "Told":
        """The same with another body."""
        return replace(self, chunks=(content,) if content else ())


class Shape(Struct, frozen=True):
    """A form that the success of an operation can have: a status, a media type and an annotation."""

    status: int
    media: str
    annotation: Any


ExamplesByStatus = Mapping[int | str, str]
"""ExamplesByStatus as JSON, by status, by range (`"4XX"`), or as `"default"`."""


class Answering(Struct, frozen=True):
    """What is known of the answers of an operation: the forms of a success, and the examples."""

    operation: Operation[Any]
    shapes: tuple[Shape, ...]
    examples: ExamplesByStatus

    def example(self, status: int) -> str | None:
        """The example for a status."""
        keys = (status, f"{status // 100}XX", "default")
        return next((self.examples[key] for key in keys if key in self.examples), None)


def shapes(operation: Operation[Any], status: int, media: str) -> Iterator[Shape]:
    """The forms of a success; `status` and `media` are those of the first in the document."""
    if not operation.answers:
        yield Shape(status, media, operation.returns)
    for key, described in operation.answers.items():
        number = key if isinstance(key, int) else status if key == "default" else int(key[0]) * 100
        if isinstance(described, ByMedia):
            for name, annotation in described.annotations.items():
                yield Shape(number, name, annotation)
        else:
            yield Shape(number, media, described)


def told(status: int, media: str, content: bytes, headers: Mapping[str, str] = {}) -> Told:
    """An answer; its media type is told where there is a body."""
    own = {"content-type": media} if content and media else {}
    fields = own | {name.lower(): value for name, value in headers.items()}
    return Told(status, tuple(fields.items()), (content,) if content else ())


def usual(answering: Answering, call: RecordedCall | None = None) -> Told:
    """The answer where nothing was told: the document's example if it is as described, else a made-up value.

    Lists that are paged end: with the first page, which is all that there is. What is waited for is done.
    """
    operation, waits = answering.operation, _waits(answering, call)
    shape = _usual_shape(answering, waits)
    if waits is not None and waits.state is None and shape.status not in waits.done:
        return failing(answering, int(waits.done[0]), UNSET, {})  # waited for until it fails
    body = _usual_body(shape, answering.example(shape.status))
    if operation.paging is not None and _is_json(shape):
        from .fake_pages import last_page

        fitting = partial(fits, shape.annotation)
        body = wire.write(last_page(operation, wire.read(body), call, fitting))
    elif waits is not None and _is_json(shape):
        from .fake_waits import done

        body = wire.write(done(waits, wire.read(body)))
    fields = usual_headers(operation)
    return told(shape.status, shape.media, _framed(operation, body), fields)


def _waits(answering: Answering, call: RecordedCall | None) -> "WaitFor | None":
    """For what the caller waits: an operation may be waited for in several ways."""
    asked = getattr(call and call.outgoing, "operation", None)
    waits: WaitFor | None = (answering.operation if asked is None else asked).waits
    return waits


def _usual_shape(answering: Answering, waits: "WaitFor | None") -> Shape:
    """The first form of a success; of what is waited for until it has a status the form with that."""
    wanted = () if waits is None or waits.state is not None else waits.done
    first = answering.shapes[0]
    return next((shape for shape in answering.shapes if shape.status in wanted), first)


def success(
    answering: Answering, value: object, status: int | None, headers: Mapping[str, str]
) -> Told:
    """A value as an answer. Raises TypeError for one that the operation does not answer with."""
    known = [s for s in answering.shapes if status in (None, s.status)] or answering.shapes
    shape = next((shape for shape in known if _has(shape.annotation, value)), None)
    if shape is None:
        raise TypeError(f"{answering.operation} does not answer with {value!r:.200}")
    content = _body_of(shape, value)
    return told(status or shape.status, shape.media, content, headers)


def failing(answering: Answering, status: int, body: object, headers: Mapping[str, str]) -> Told:
    """A failure, with its body as the document has it unless one is given."""
    media = "application/json"
    described = answering.operation.error_type(status, media)
    if body is UNSET:
        content = _failing_body(described, answering.example(status))
        return told(status, media, content, headers)
    if isinstance(body, bytes):
        return told(status, "application/octet-stream", body, headers)
    if isinstance(body, str):
        return told(status, "text/plain", body.encode(), headers)
    return told(status, media, wire.write(body), headers)


def going_wrong(answering: Answering, fault: FaultKind) -> Told:
    """The answer of a fault. Raises ValueError where the usual answer has no room for it."""
    if fault in _NO_ANSWER:
        return Told(instead=_NO_ANSWER[fault])
    if fault in _FAILURES:
        status, headers = _FAILURES[fault]
        return failing(answering, status, UNSET, headers)
    if fault in _BODIES:
        return _BODIES[fault](usual(answering))
    return _odd(answering, cast("Oddity", fault))


def has_room(answering: Answering, fault: FaultKind) -> bool:
    """Whether the usual answer can go wrong in this way."""
    try:
        going_wrong(answering, fault)
    except ValueError:
        return False
    return True


def after(fault: FaultKind | None) -> type[httpx2.TransportError] | None:
    """What ends a stream before its end. Raises ValueError for a fault that is about something else."""
    if fault is None:
        return None
    if fault not in _BREAKS:
        raise ValueError(f"a stream can end in {', '.join(map(repr, _BREAKS))}, not in {fault!r}")
    return _BREAKS[fault]


_NO_ANSWER: Final[Mapping[str, type[httpx2.TransportError]]] = {
    "refused": httpx2.ConnectError,
    "connect_timeout": httpx2.ConnectTimeout,
    "timeout": httpx2.ReadTimeout,
    "reset": httpx2.ReadError,
}
_FAILURES: Final[Mapping[str, tuple[int, Mapping[str, str]]]] = {
    "rate_limited": (429, {"Retry-After": "1"}),
    "server_error": (500, {}),
    "unavailable": (503, {}),
}
_BREAKS: Final[Mapping[str, type[httpx2.TransportError]]] = {
    "reset": httpx2.ReadError,
    "cut_off": httpx2.RemoteProtocolError,
    "timeout": httpx2.ReadTimeout,
}


def _cut_off(usual: Told) -> Told:
    half = usual.content[: len(usual.content) // 2]
    return replace(usual.whole(half), then=httpx2.RemoteProtocolError)


def _not_json(usual: Told) -> Told:
    return usual.whole(usual.content[: len(usual.content) // 2] + b'{"')


def _html(usual: Told) -> Told:
    page = b"<html><body>Sign in to this network</body></html>"
    return Told(usual.status, (("content-type", "text/html"),), (page,))


def _empty(usual: Told) -> Told:
    return usual.whole(b"")


_BODIES: Final[Mapping[str, Callable[[Told], Told]]] = {
    "cut_off": _cut_off,
    "not_json": _not_json,
    "html": _html,
    "empty": _empty,
}


def _odd(answering: Answering, oddity: Oddity) -> Told:
    shape = answering.shapes[0]
    if _is_json(shape):
        body = _usual_body(shape, answering.example(shape.status))
        # An example may lack what a made-up value has, such as an enumeration that need not be there.
        for content in (body, wire.write(_made(shape.annotation))):
            changed = wire.write(odd(shape.annotation, wire.read(content), oddity))
            if changed != wire.write(wire.read(content)):
                return told(shape.status, shape.media, _framed(answering.operation, changed))
    raise ValueError(f"the answer of {answering.operation} has no room for {oddity!r}")


def _is_json(shape: Shape) -> bool:
    """Whether the body is JSON, and not the octets or the text themselves."""
    if shape.annotation in (str, bytes):  # octets stand in JSON as base64
        return "json" in shape.media
    return shape.annotation not in (None, ServerSentEvent)


def _usual_body(shape: Shape, known: str | None) -> bytes:
    if shape.annotation is None:
        return b""
    shown = None if known is None else wire.read(known)
    if not _is_json(shape):
        return shown.encode() if isinstance(shown, str) else b"text"
    if known is not None and fits(shape.annotation, shown):
        return known.encode()
    return wire.write(_made(shape.annotation))


def _failing_body(described: Any, known: str | None) -> bytes:
    if known is not None and (described is None or fits(described, wire.read(known))):
        return known.encode()
    if described is None or described is bytes:
        return b""
    return wire.write(_made(described))


def _made(annotation: Any) -> object:
    try:
        return made_up(annotation)
    except NotMade:
        return None


def _has(annotation: Any, value: object) -> bool:
    """Whether a value is what an annotation describes."""
    if annotation is None or value is None:
        return value is None and (annotation is None or accepts_null(annotation))
    if annotation is bytes or annotation is str:
        return isinstance(value, annotation)
    try:
        adapter(annotation).validate_python(value, by_alias=True, by_name=True)
    except ValueError:
        return False
    return True


def _body_of(shape: Shape, value: object) -> bytes:
    if isinstance(value, bytes) and shape.annotation is bytes and not _is_json(shape):
        return value
    if isinstance(value, str) and not _is_json(shape):
        return value.encode()
    return b"" if shape.annotation is None else wire.write(value)


def item_of_stream(operation: Operation[Any], item: object) -> bytes:
    """An item of a stream as it is sent."""
    if isinstance(item, ServerSentEvent):
        return _event(item)
    name = next(
        (
            name
            for name, of in operation.events.items()
            if isinstance(of, type) and isinstance(item, of)
        ),
        None,
    )
    if name is not None:
        data = item if isinstance(item, str) else wire.write(item).decode()
        return _event(ServerSentEvent(data, name))
    return _framed(operation, item if isinstance(item, bytes) else wire.write(item))


def _framed(operation: Operation[Any], text: bytes) -> bytes:
    """The text of an item in what tells it from the next."""
    match operation.streams:
        case "events":
            return b"data: " + text.replace(b"\n", b"\ndata: ") + b"\n\n"
        case "sequence":
            return b"\x1e" + text + b"\n"
        case "lines":
            return text.replace(b"\n", b" ") + b"\n"
        case _:
            return text


def _event(event: ServerSentEvent) -> bytes:
    lines = [f"event: {event.event}"] if event.event != "message" else []
    lines += [f"id: {event.id}"] if event.id else []
    lines += [] if event.retry is None else [f"retry: {event.retry}"]
    lines += [f"data: {line}" for line in event.data.split("\n")]
    return ("\n".join(lines) + "\n\n").encode()
