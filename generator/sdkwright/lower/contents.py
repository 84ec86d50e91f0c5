"""The `content` of a response: what each of its media types becomes, those first that a method gives of its own accord."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..ir.contents import Content, ContentKind
from ..ir.model import Place, Role
from ..ir.types import Anything, Scalar, ScalarKind, Type
from ..spec.document import Target, resolve
from ..text.node import Node
from .examples import Shown, media_examples
from .forms import end_form, form_of
from .media import by_name, media_types
from .parts import target_of
from .places import is_shared, place_for
from .schemas import type_at
from .tokens import is_form, is_json, is_lines, is_sequence
from .unions import alternatives
from .unite import union_of
from .values import types_of
from .work import Work, fields, text

_KINDS: Mapping[str, ContentKind] = {
    "text/event-stream": ContentKind.EVENTS,
    "text/json": ContentKind.JSON,
    "application/x-www-form-urlencoded": ContentKind.TEXT,
    **dict.fromkeys(
        (
            *("application/xml", "application/yaml", "application/x-yaml", "application/toml"),
            *("application/javascript", "application/graphql", "application/sdp"),
            *("application/sql", "application/text", "image/svg+xml"),
        ),
        ContentKind.TEXT,
    ),
}

_SUFFIXES = (
    ("+json", ContentKind.JSON),
    ("+xml", ContentKind.TEXT),
    ("+yaml", ContentKind.TEXT),
)
_STREAMS = (ContentKind.LINES, ContentKind.SEQUENCE, ContentKind.EVENTS)
_ORDER = (ContentKind.JSON, ContentKind.FORM, ContentKind.TEXT, ContentKind.OCTETS, *_STREAMS)
_EVENT = frozenset({"data", "event", "id", "retry"})


def contents_of(
    work: Work, shared: Target, operation: str, status: str, *, forms: bool = False
) -> tuple[Content, ...]:
    """What a response may carry: JSON before text, text before octets, then what comes piece by piece.

    The same of a request that the API sends, where `forms` have fields; `status` is then what the body is called.
    """
    found: list[Content] = []
    written_so = tuple(media_types(work, shared.node.get("content")))
    for media, written in sorted(written_so, key=lambda one: _named_first(work, *one)):
        target = resolve(work.document, written, work.report)
        if target is not None:
            step = f"{status} {_subtype(media)}" if found else status
            found.append(_content(work, media, target.node, _Owner(shared, operation, step), forms))
            if found[-1].kind is ContentKind.JSON:
                shown = Shown(Role.RESPONSE, operation, status, media, found[-1].type)
                media_examples(work, target.node, shown)
    places = {media: at for at, (media, _) in enumerate(written_so)}
    found.sort(key=lambda one: (_ORDER.index(one.kind), places[one.media]))
    return tuple(found)


def _named_first(work: Work, media: str, node: Node) -> tuple[int, tuple[bool, bool, int, str]]:
    """The order in which media types get names."""
    return _ORDER.index(_kind(work, media, node.get("schema"))), by_name(media)


_TEXT = Scalar(ScalarKind.STRING)


class _Owner:
    """What the definitions inside of a media type are named after."""

    def __init__(self, shared: Target, operation: str, step: str) -> None:
        self.shared, self.operation, self.step = shared, operation, step

    def place(self, work: Work, schema: Node) -> Place:
        """The place of the schema of a media type; only one of several is called like a shared response."""
        rest = self.step.partition(" ")[2]
        if rest:
            is_part = is_shared(self.shared)
            owner, step = (self.shared.id, rest) if is_part else (self.operation, self.step)
            return Place(owner=owner, steps=(step,))
        return place_for(work, self.shared, schema, self.operation, self.step)

    def below(self, name: str) -> Place:
        """The place of what is called `name` inside of the media type."""
        return Place(owner=self.operation, steps=(self.step, name))


def _content(work: Work, media: str, node: Node, owner: _Owner, forms: bool) -> Content:
    schema, item = node.get("schema"), node.get("itemSchema")
    if forms and is_form(media):
        return Content(media, ContentKind.FORM, _type(work, schema, owner))
    kind = _kind(work, media, schema)
    if kind is ContentKind.EVENTS:
        return _events(work, media, item or schema, owner)
    if kind in (ContentKind.LINES, ContentKind.SEQUENCE):
        return Content(media, kind, _type(work, item or _items(work, schema), owner))
    if kind is ContentKind.JSON:
        return Content(media, kind, _type(work, schema, owner))
    plain = ScalarKind.STRING if kind is ContentKind.TEXT else ScalarKind.BYTES
    return Content(media, kind, Scalar(plain))


def _kind(work: Work, media: str, schema: Node | None) -> ContentKind:
    essence = media.partition(";")[0].strip().lower()
    if essence in _KINDS:
        return _KINDS[essence]
    if is_json(media):
        return ContentKind.JSON
    if is_lines(media):
        return ContentKind.LINES
    if is_sequence(media):
        return ContentKind.SEQUENCE
    suffix = next((kind for ending, kind in _SUFFIXES if essence.endswith(ending)), None)
    if suffix is not None:
        return suffix
    if essence in ("*/*", "application/*") and schema is not None:
        # Frameworks write `*/*` for what they don't look into; what has a structure can only be JSON.
        if not _is_text(work, schema):
            return ContentKind.JSON
        format_ = _end(work, schema).get("format")
        is_binary = format_ is not None and format_.value == "binary"
        return ContentKind.OCTETS if is_binary else ContentKind.TEXT
    return ContentKind.TEXT if essence.startswith("text/") else ContentKind.OCTETS


def _is_text(work: Work, schema: Node) -> bool:
    return "string" in types_of(_end(work, schema))


def _end(work: Work, schema: Node) -> Node:
    """The schema itself, or what it refers to in the end."""
    form = form_of(work, schema)
    target = target_of(work, form.node) if form.refers else None
    return form.node if target is None else target.node


def _type(work: Work, schema: Node | None, owner: _Owner) -> Type:
    return Anything() if schema is None else type_at(work, schema, owner.place(work, schema))


def _items(work: Work, schema: Node | None) -> Node | None:
    """The schema of one item: where the whole is described as a list, that of its items; none where as mere octets."""
    end = None if schema is None else _end(work, schema)
    if end is None or text(end, "format") == "binary":
        return None
    return end.get("items") or schema


def _events(work: Work, media: str, schema: Node | None, owner: _Owner) -> Content:
    """Server-sent events: a schema describes either the whole event or what its `data` holds as JSON."""
    whole = Content(media, ContentKind.EVENTS, Anything(), whole=True)
    if schema is None or _is_text(work, schema):
        return whole
    told = dict(_named_events(work, _items(work, schema) or schema, owner))
    if any(type_ != _TEXT for type_ in told.values()):
        events = tuple(told.items())
        return Content(media, ContentKind.EVENTS, union_of(told.values()), events=events)
    properties = _end(work, schema).get("properties")
    names = {name for name, _ in fields(properties)}
    data = None if properties is None else properties.get("data")
    if data is not None and names <= _EVENT:
        inner = data.get("contentSchema")
        if inner is None and _is_text(work, data):
            return whole
        schema = inner or data
    return Content(media, ContentKind.EVENTS, _type(work, _items(work, schema), owner))


def _named_events(work: Work, schema: Node, owner: _Owner) -> Iterator[tuple[str, Type]]:
    """What the events of a stream hold by their names, where a schema is a choice of whole events; nothing for others."""
    form = end_form(work, schema)
    members = alternatives(work, form.node, form) if form.choices else ()
    kinds = [_end(work, member).get("properties") for member in members]
    if not all({"data"} <= {name for name, _ in fields(kind)} <= _EVENT for kind in kinds):
        return
    names = [_event_name(work, kind) for kind in kinds]
    if len(set(names)) < len(names):
        return
    for name, kind in zip(names, kinds, strict=True):
        data = None if kind is None else kind.get("data")
        if data is not None:
            inner = _end(work, data).get("contentSchema")
            is_text = inner is None and _is_text(work, data)
            yield name, _TEXT if is_text else type_at(work, inner or data, owner.below(name))


def _event_name(work: Work, properties: Node | None) -> str:
    """The name that an event says it has; `message` is that of those without one (WHATWG HTML, §9.2.6)."""
    event = None if properties is None else properties.get("event")
    node = None if event is None else _end(work, event)
    said = [] if node is None else [node.get("const"), *(node.get("enum") or node).elements()]
    texts = [one.value for one in said if one is not None and isinstance(one.value, str)]
    return texts[0] if len(texts) == 1 else "message"


def _subtype(media: str) -> str:
    return media.partition(";")[0].partition("/")[2].replace("*", "any")
