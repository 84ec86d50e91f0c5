"""What an operation is called with: arguments from its schemas, by their names in Python, and where each has to be sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..examples import Validator
from ..raw import Place, Plain, Raw
from .mending import mended
from .values import Manner, NotMade, made

JSON = re.compile(r"[a-z]+/(?!stream\+)(.+\+)?json\b(?!-)|json$", re.IGNORECASE)
LINES = re.compile(
    r"application/((x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq|json-stream)|stream\+json)\b"
)
FORM = re.compile(r"application/x-www-form-urlencoded\b", re.IGNORECASE)
_PARTS = re.compile(r"multipart/", re.IGNORECASE)
_BREAK = re.compile(r"[\r\n]")  # no header field can have one, whatever an example shows


@dataclass(frozen=True, slots=True)
class Given:
    """A value and the parameter that it is sent as."""

    where: str
    name: str
    value: Plain
    style: str
    explode: bool
    media: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body: what it is written as, and its value."""

    kind: str
    value: Plain


@dataclass(slots=True)
class Arguments:
    """By position and by keyword, and what each stands for."""

    positional: list[Plain] = field(default_factory=list[Plain])
    keywords: dict[str, Plain] = field(default_factory=dict[str, Plain])
    given: list[Given] = field(default_factory=list[Given])
    body: Body | None = None


class Making:
    """Makes arguments for the operations of one document."""

    def __init__(self, raw: Raw, lock: dict[str, Any]) -> None:
        self._raw, self._lock = raw, lock
        self._validator = Validator(raw, sent=True)
        self._of_parameters = Validator(raw)  # that one is `readOnly` says nothing of it

    def place(self, pointer: str) -> Place:
        """Where an operation stands: behind the references of its path item."""
        at = Place(self._raw.entry, "")
        for step in pointer.removeprefix("#/").split("/"):
            at = self._raw.followed(at.child(step.replace("~1", "/").replace("~0", "~")))
        return at

    def arguments(self, id_: str, *, ample: bool, takes_body: bool, media: str = "") -> Arguments:
        """All arguments of an operation, or those that it requires; with a body of a media type. Raises `NotMade`."""
        pointer, _, form = id_.partition(" ")
        place = self.place(pointer)
        names = self._lock.get(f"arguments {id_}", {})
        found = Arguments()
        for parameter in self._parameters(pointer, place):
            self._parameter(pointer, parameter, names, ample, found)
        known = {(one.where, one.name) for one in found.given}
        for where, wire in (key.split("/", 1) for key in names if "/" in key):
            is_named = f"{{{wire}}}" in pointer or f"{wire}={{" in pointer
            if where == "query" and is_named and (where, wire) not in known:
                found.keywords[names[f"{where}/{wire}"]] = "text"  # named by the path alone
        path = pointer.split("/")[2].replace("~1", "/").replace("~0", "~")
        in_path = [name.strip(".;*+?&") for name in re.findall(r"\{([^{}]+)\}", path)]
        by_name = {one.name: one.value for one in found.given if one.where == "path"}
        found.positional = [by_name[name] for name in dict.fromkeys(in_path) if name in by_name]
        body = self._raw.followed(place.child("requestBody"))
        spoken = self._raw.at(body)
        has_body = isinstance(spoken, dict) and spoken.get("content")
        if form and form == self._usual(body):
            raise NotMade(f"any media type, beside {form} that it would be sent as")
        if has_body and (ample or spoken.get("required") or form):
            self._body(names, body, media or form, ample, takes_body, found)
        return found

    def body(self, id_: str) -> Place:
        """Where the media types of an operation's body stand."""
        place = self.place(id_.partition(" ")[0])
        return self._raw.followed(place.child("requestBody")).child("content")

    def parameter_places(self, pointer: str) -> Iterator[Place]:
        """Where the parameters of an operation are described."""
        return self._parameters(pointer, self.place(pointer))

    def parameters(self, pointer: str) -> Iterator[tuple[str, str]]:
        """Where each parameter of an operation stands, and its name there."""
        for place in self.parameter_places(pointer):
            yield _spot(pointer, self._raw.at(place))

    def _parameter(
        self, pointer: str, place: Place, names: dict[str, str], ample: bool, found: Arguments
    ) -> None:
        spoken = self._raw.at(place)
        where, wire = _spot(pointer, spoken)
        name = names.get(f"{where}/{wire}")
        is_required = spoken.get("required") or where == "path"
        if name is None or not (ample or is_required):
            return
        content = spoken.get("content") or {}
        media = next(iter(content), "")
        holder = self._raw.followed(place.child("content").child(media)) if media else place
        try:
            value = self._valid(holder, spoken, ample)
        except NotMade:
            if is_required:
                raise
            return
        if spoken.get("allowReserved") and isinstance(value, str):
            value = value.replace("%20", "")  # what is encoded already stays so (RFC 6570 §3.2.3)
        if spoken.get("style") == "cookie" and isinstance(value, str):
            value = re.sub("[^a-z]", "", value)  # written as it is
        if where == "path" and value in ("", [], {}):
            raise NotMade("nothing that can stand in a path")
        style = spoken.get("style") or ("form" if where in ("query", "cookie") else "simple")
        explode = spoken.get("explode", style in ("form", "cookie"))
        is_all = spoken.get("in") == "querystring"
        found.given.append(Given("all" if is_all else where, wire, value, style, explode, media))
        if where != "path":
            found.keywords[name] = value

    def _valid(self, holder: Place, spoken: Any, ample: bool, schema: Place | None = None) -> Plain:
        """The first value that the schema allows: an example of the document, else one made up."""
        validator = self._of_parameters if schema is None else self._validator
        schema = schema or holder.child("schema")
        last, broken = NotMade(""), list[Plain]()
        for candidate in self._candidates(holder, schema, spoken, ample):
            if isinstance(candidate, NotMade):
                last = candidate
                continue
            told = validator.fault(schema, _plain(candidate))
            if not told:
                return candidate
            last, broken = NotMade(f"none that is valid: {told}"[:300]), [*broken, candidate]
        for candidate in broken:
            if not validator.lenient.fault(schema, _plain(candidate)):
                return candidate
        for candidate in broken:
            value = mended(validator, schema, _plain(candidate))
            if value is not None:
                return value
        raise last

    def _candidates(
        self, holder: Place, schema: Place, spoken: Any, ample: bool
    ) -> Iterator[Plain | NotMade]:
        if self._raw.at(schema) is None:
            yield "text"
        for shown in _examples(self._raw, holder, spoken) if ample else ():
            if spoken.get("in") != "header" or not _BREAK.search(str(shown)):
                yield shown
        plainer = [Manner(True, member=member) for member in range(4)]
        richer = [Manner(True, ample=True, member=member) for member in range(1, 4)]
        for how in (Manner(True, ample), Manner(True, shown=True), *plainer, *richer):
            try:
                yield made(self._raw, schema, how)
            except NotMade as error:
                yield error

    def _parameters(self, pointer: str, place: Place) -> Iterator[Place]:
        """Those of the path item unless the operation declares them itself."""
        found: dict[tuple[Any, Any], Place] = {}
        for owner in (self.place(pointer.rpartition("/")[0]), place):
            for at, _ in enumerate((self._raw.at(owner) or {}).get("parameters") or ()):
                one = self._raw.followed(owner.child("parameters").child(at))
                spoken = self._raw.at(one)
                if isinstance(spoken, dict):
                    found[spoken.get("in"), spoken.get("name")] = one
        for name in _fixed(pointer):
            found.pop(("query", name), None)  # the path has its value
        return iter(found.values())

    def _body(
        self,
        names: dict[str, str],
        body: Place,
        form: str,
        ample: bool,
        takes_body: bool,
        found: Arguments,
    ) -> None:
        media = form or self._usual(body)
        holder = self._raw.followed(body.child("content").child(media))
        schema = holder.child("schema")
        kind = _kind(media, self._raw, schema)
        item = holder.child("itemSchema")
        schema = item if kind == "lines" and self._raw.at(item) is not None else schema
        if kind == "raw":
            found.body, chosen = self._raw_body(schema, media)
            found.keywords |= {"body": found.body.value, **chosen}
            return
        if self._raw.at(schema) is None:
            value: Plain = {"a": 1} if kind != "parts" else {}
        else:
            value = self._valid(holder, self._raw.at(holder), ample, schema)
        if kind == "parts" and not isinstance(value, (dict, list)):
            value = {"any": "text"}  # what its parts are called is not told
        if kind == "parts":
            value = self._with_files(schema, value)
        spread = {key: name for key, name in names.items() if key.startswith("body/")}
        if spread and not isinstance(value, dict):
            value = self._valid(holder, {}, False)  # an example that is no object, as it should be
        found.body = Body(kind, value)
        if not spread:
            if isinstance(value, dict) and not takes_body:
                found.body = None  # an object without properties has no arguments
                return
            if kind == "lines":
                found.body = Body(kind, value if isinstance(value, list) else [value])
            found.keywords["body"] = found.body.value
            return
        told = value if isinstance(value, dict) else {}
        by_wire = {key.removeprefix("body/"): name for key, name in spread.items()}
        found.keywords |= {name: told[wire] for wire, name in by_wire.items() if wire in told}
        sent = {wire: told[wire] for wire in told if wire in by_wire}
        if "additionalProperties" in names:
            more = {wire: one for wire, one in told.items() if wire not in by_wire}
            found.keywords[names["additionalProperties"]] = more
            sent |= more
        found.body = Body(kind, sent) if sent else None  # a body of nothing may be left out

    def _usual(self, body: Place) -> str:
        """The media type that a method without a form of its own sends: JSON, forms, files, lines, then anything."""
        content = body.child("content")
        medias = list(self._raw.at(content))
        # What has a structure is JSON where any media type is allowed.
        any_ = [one for one in medias if is_any(one)]
        kinds = (
            _kind(m, self._raw, self._raw.followed(content.child(m)).child("schema")) for m in any_
        )
        structured = [media for media, kind in zip(any_, kinds, strict=True) if kind == "json"]
        named = ([m for m in medias if kind.match(m)] for kind in (JSON, FORM, _PARTS, LINES))
        json, *others = named
        return next((group[0] for group in (json, structured, *others) if group), medias[0])

    def _with_files(self, schema: Place, value: Plain) -> Plain:
        """The value with octets where files are described."""
        if not isinstance(value, dict):
            return value
        properties = self._raw.followed(schema).child("properties")
        return {name: self._as_file(properties.child(name), child) for name, child in value.items()}

    def _as_file(self, schema: Place, value: Plain) -> Plain:
        spoken = self._raw.at(self._raw.followed(schema))
        if isinstance(value, list):
            items = self._raw.followed(schema).child("items")
            return [self._as_file(items, one) for one in value]
        is_file = isinstance(spoken, dict) and spoken.get("format") == "binary"
        return value.encode() if is_file and isinstance(value, str) else value

    def _raw_body(self, schema: Place, media: str) -> tuple[Body, dict[str, Plain]]:
        spoken = self._raw.at(self._raw.followed(schema))
        type_ = spoken.get("type") if isinstance(spoken, dict) and not FORM.match(media) else None
        if type_ in ("integer", "number", "boolean"):
            return Body("text", made(self._raw, schema, Manner(True))), {}
        content = b"<a>octets</a>" if "xml" in media else b"octets"
        return Body("raw", content), (
            {"content_type": media.replace("*", "x") or "x/x"} if is_any(media) else {}
        )


def _spot(pointer: str, spoken: Any) -> tuple[str, str]:
    """Where a parameter is sent, and its name there: one in the query of a path is in the query, under the name before it."""
    where, name = str(spoken.get("in")).replace("querystring", "query"), str(spoken.get("name"))
    for pair in _asked(pointer) if where == "path" else ():
        if f"{{{name}}}" in pair:
            key = pair.partition("=")[0]
            return "query", name if key.startswith("{") else key
    return where, name


def _fixed(pointer: str) -> Iterator[str]:
    """The names in the query of a path whose values stand there."""
    return (pair.partition("=")[0] for pair in _asked(pointer) if "{" not in pair)


def _asked(pointer: str) -> list[str]:
    """The pairs in the query of a path."""
    return pointer.partition("?")[2].rpartition("/")[0].split("&")


def _examples(raw: Raw, holder: Place, spoken: Any) -> Iterator[Plain]:
    if "example" in spoken:
        yield spoken["example"]
    for name in spoken.get("examples") or () if isinstance(spoken.get("examples"), dict) else ():
        shown = raw.at(raw.followed(holder.child("examples").child(name)))
        if isinstance(shown, dict) and "value" in shown:
            yield shown["value"]


def _plain(value: Plain) -> Plain:
    """As the validator knows it: octets as a text."""
    if isinstance(value, dict):
        return {key: _plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child) for child in value]
    return "AP8=" if isinstance(value, bytes) else value


_MANY = ("allOf", "anyOf", "oneOf")
_PLAIN = ("string", "integer", "number", "boolean")


def _kind(media: str, raw: Raw, schema: Place) -> str:
    if LINES.match(media):
        return "lines"
    if JSON.match(media):
        return "json"
    spoken = raw.at(raw.followed(schema))
    if FORM.match(media):
        # A form without fields is a text that the caller encodes.
        has_none = isinstance(spoken, dict) and spoken.get("type") in (*_PLAIN, "array")
        return "raw" if has_none else "form"
    if _PARTS.match(media):
        return "parts"
    structured = isinstance(spoken, dict) and (
        spoken.get("type") in ("object", "array") or spoken.keys() & {"properties", *_MANY}
    )
    has_json = media in ("", "*/*", "application/*")
    return "json" if has_json and structured else "raw"


def is_any(media: str) -> bool:
    """Whether a media type is a range; none at all is read as one."""
    return "*" in media or not media
