"""Answers that are read piece by piece: what a method gives whose only answer comes so, and what others offer besides."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ..ir.answers import successes
from ..ir.contents import Content, ContentKind
from ..ir.model import Operation
from .annotations import Annotation, Scope, result
from .answers import accepted, asked_of
from .code import Code, code, compose, identifier, join, literal
from .imports import Import
from .parameters import keyword


class Streamed(Struct, frozen=True):
    """What comes piece by piece: the kind of stream, the annotation of an item, and what is asked for.

    `events` are the annotations of what events of certain names hold.
    """

    kind: ContentKind
    item: Annotation
    accept: str
    events: tuple[tuple[str, Code], ...] = ()


def is_streamed(operation: Operation) -> bool:
    """Whether an answer can be read piece by piece: it is a stream, or no JSON."""
    contents = (c for response in successes(operation) for c in response.contents)
    return operation.method != "HEAD" and any(
        c.is_stream or c.kind is not ContentKind.JSON for c in contents
    )


def streamed(operation: Operation, scope: Scope, runtime: str) -> Streamed | None:
    """What the answers of an operation can be read as piece by piece: items where the document describes such, else
    the bytes of what is no JSON.
    """
    if not is_streamed(operation):
        return None
    contents = [c for response in successes(operation) for c in response.contents]
    items = [content for content in contents if content.is_stream]
    if items:
        return _items(items, scope, runtime)
    asked = [c for response in successes(operation) for c in asked_of(operation, response)]
    others = [c for c in contents if c.kind is not ContentKind.JSON]
    plain = all(content.kind is not ContentKind.JSON for content in asked)
    medias = ", ".join(dict.fromkeys(content.media for content in others))
    accept = accepted(operation) if plain else medias
    return Streamed(ContentKind.OCTETS, Annotation(code("bytes")), accept)


def _items(contents: list[Content], scope: Scope, runtime: str) -> Streamed:
    """The items of the first media type that has any; others that are written alike come with it."""
    first = contents[0]
    alike = [c for c in contents if replace(c, media=first.media) == first]
    event = Import(runtime, "ServerSentEvent")
    item = (
        Annotation(code("ServerSentEvent"), frozenset({event}))
        if first.whole
        else result(first.type, scope)
    )
    events = tuple((name, result(type_, scope).code) for name, type_ in first.events)
    return Streamed(first.kind, item, ", ".join(dict.fromkeys(c.media for c in alike)), events)


def is_stream_only(operation: Operation) -> bool:
    """Whether all that an operation gives comes piece by piece."""
    contents = [c for response in successes(operation) for c in response.contents]
    return bool(contents) and all(c.is_stream for c in contents) and operation.method != "HEAD"


def declared_stream(operation: Operation, found: Streamed) -> tuple[Code, ...]:
    """The arguments that make an operation one that is read piece by piece."""
    events = [compose("{}: {}", literal(name), type_) for name, type_ in found.events]
    return (
        keyword("returns", found.item.code),
        keyword("accept", literal(found.accept)),
        keyword("streams", literal(str(found.kind))),
        *([keyword("events", compose("{{{}}}", join(", ", events)))] if events else ()),
    )


def alternative(operation: Operation, constant: Code, found: Streamed) -> tuple[Code, Code]:
    """The name and the value of the declaration that stands beside that of an operation."""
    settings = join(", ", declared_stream(operation, found))
    # No operation is called like this: their names don't begin with an underscore.
    return identifier(f"_{constant}_STREAM"), compose("{}.streamed({})", constant, settings)


def stream_of(found: Streamed, *, asynchronous: bool) -> Code:
    """The annotation of what a method gives that is read piece by piece."""
    outer = code("AsyncResponseStream") if asynchronous else code("ResponseStream")
    return compose("{}[{}]", outer, found.item.code)
