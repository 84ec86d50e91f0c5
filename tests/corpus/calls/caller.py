"""Runs in a process of its own: calls every operation of a package once, both ways, and holds each request to the document.

`python -m tests.corpus.calls.caller DOCUMENT FOLDER PACKAGE FACTS`.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..counting import written
from ..raw import Place, Raw
from .judge import Judge
from .server import Answer, Sent, Service, serving
from .values import NotMade, made

Facts = dict[str, Any]
_JSON = re.compile(r"application/(.+\+)?json\b", re.IGNORECASE)
_LINES = re.compile(r"application/(x-)?(ndjson|jsonl|jsonlines|json-lines|json-seq)\b")


def main(document: str, folder: str, package: str, facts: str) -> None:
    """Call everything and write down what was found."""
    sys.path.insert(0, folder)
    root = importlib.import_module(package)
    lock = json.loads((Path(folder) / package / "names.json").read_bytes())
    raw = Raw(Path(document))
    judge = Judge(raw)
    found: list[Facts] = []
    with serving() as service:
        run = Run(raw, lock, root, service)
        for scope, methods in lock.items():
            if scope.startswith("methods "):
                resource = lock["resources"][scope.removeprefix("methods ")]
                for id_, method in methods.items():
                    found.append({"id": id_, **run.operation(id_, resource, method, judge)})
    Path(facts).write_text(json.dumps(found), "utf-8")


class Run:
    """The calls of one package."""

    def __init__(self, raw: Raw, lock: dict[str, Any], root: Any, service: Service) -> None:
        self._raw, self._lock, self._root, self._service = raw, lock, root, service
        self._made: Any = None
        self._has_body = False

    def operation(self, id_: str, resource: str, method: str, judge: Judge) -> Facts:
        """Call one operation, blocking and awaiting."""
        pointer, _, form = id_.partition(" ")
        self._made = None
        self._has_body = self._takes_body(resource, method)
        place = self._place(pointer)
        try:
            positional, keywords = self._arguments(id_, pointer, place, form)
            answer, value = self._answer(place)
        except NotMade as error:
            return {"not_made": str(error)}
        self._service.answer = answer
        self._service.sent.clear()
        try:
            results = [
                self.blocking(resource, method, positional, keywords),
                asyncio.run(self.awaiting(resource, method, positional, keywords)),
            ]
        except Exception as error:
            return {"fault": f"{type(error).__name__}: {error}"[:400]}
        sent = list(self._service.sent)
        if len(sent) != 2:
            return {"fault": f"{len(sent)} requests for two calls"}
        if _comparable(sent[0]) != _comparable(sent[1]):
            return {
                "fault": f"both ways differ: {_comparable(sent[0])} {_comparable(sent[1])}"[:400]
            }
        one, template = sent[0], pointer.split("/")[2].replace("~1", "/").replace("~0", "~")
        fault, silent = judge.fault(template, one.method, one.target, one.headers, one.body)
        facts: Facts = {"fault": fault[:600]} if fault else {"unjudged": silent} if silent else {}
        if fault and self._is_as_made(sent[0].body):
            # What was made up goes over the wire as it is: that it is not valid says nothing about the SDK.
            facts = {"unjudged": "the value that was made up is not valid"}
        elif fault:
            facts["request"] = f"{sent[0].method} {sent[0].target} {sent[0].body[:300]!r}"
        if value is not None and not fault:
            facts |= self._returned(results, value)
        return facts

    def _takes_body(self, resource: str, method: str) -> bool:
        with self._client(self._lock["types"]["client"]) as client:
            function = getattr(getattr(client, resource), method)
            return "body" in inspect.signature(function).parameters

    def _is_as_made(self, body: bytes) -> bool:
        try:
            return self._made is not None and _read(body) == _read(written(self._made))
        except (ValueError, TypeError):
            return False

    def _place(self, pointer: str) -> Place:
        """Where an operation stands: behind the references of its path item."""
        at = Place(self._raw.entry, "")
        for step in pointer.removeprefix("#/").split("/"):
            at = self._raw.followed(at.child(step.replace("~1", "/").replace("~0", "~")))
        return at

    def _arguments(
        self, id_: str, pointer: str, place: Place, form: str
    ) -> tuple[list[Any], dict[str, Any]]:
        names = self._lock.get(f"arguments {id_}", {})
        path = pointer.split("/")[2].replace("~1", "/").replace("~0", "~")
        in_path = [name.strip(".;*+") for name in re.findall(r"\{([^{}]+)\}", path)]
        positional: dict[str, Any] = {}
        keywords: dict[str, Any] = {}
        for parameter in self._parameters(pointer, place):
            spoken = self._raw.at(parameter)
            where = "query" if spoken.get("in") == "querystring" else spoken.get("in")
            name = names.get(f"{where}/{spoken.get('name')}")
            if name is None:
                continue
            try:
                value = made(self._raw, self._schema(parameter), sent=True)
            except NotMade:
                if spoken.get("required"):
                    raise
                continue
            if where == "path":
                positional[spoken["name"]] = value
            else:
                keywords[name] = value
        body = self._raw.followed(place.child("requestBody"))
        if isinstance(self._raw.at(body), dict):
            keywords |= self._body(names, body, form)
        return [positional[name] for name in dict.fromkeys(in_path) if name in positional], keywords

    def _parameters(self, pointer: str, place: Place) -> Iterator[Place]:
        """Those of the path item unless the operation declares them itself."""
        found: dict[tuple[Any, Any], Place] = {}
        for owner in (self._place(pointer.rpartition("/")[0]), place):
            for at, _ in enumerate((self._raw.at(owner) or {}).get("parameters") or ()):
                one = self._raw.followed(owner.child("parameters").child(at))
                spoken = self._raw.at(one)
                if isinstance(spoken, dict):
                    found[spoken.get("in"), spoken.get("name")] = one
        return iter(found.values())

    def _schema(self, parameter: Place) -> Place:
        content = self._raw.at(parameter.child("content"))
        if isinstance(content, dict) and content:
            held = self._raw.followed(parameter.child("content").child(next(iter(content))))
            return held.child("schema")
        return parameter.child("schema")

    def _body(self, names: dict[str, str], body: Place, form: str) -> dict[str, Any]:
        content = self._raw.at(body)["content"]
        media = form or _usual(list(content), names)
        held = self._raw.followed(body.child("content").child(media))
        schema = held.child("schema")
        if not media.startswith("multipart/") and _is_raw(media, self._raw, schema):
            return self._raw_body(schema, media)
        value = made(self._raw, schema, sent=True) if self._raw.at(schema) is not None else {"a": 1}
        self._made = value
        spread = {key: name for key, name in names.items() if key.startswith("body/")}
        if not spread:
            if isinstance(value, dict) and not value and not self._has_body:
                return {}  # an object without properties has no arguments
            if _LINES.match(media):
                return {"body": value if isinstance(value, list) else [value]}
            return {"body": value}
        return {
            name: value[key.removeprefix("body/")]
            for key, name in spread.items()
            if isinstance(value, dict) and key.removeprefix("body/") in value
        }

    def _raw_body(self, schema: Place, media: str) -> dict[str, Any]:
        spoken = self._raw.at(self._raw.followed(schema))
        type_ = spoken.get("type") if isinstance(spoken, dict) else None
        if type_ in ("integer", "number", "boolean"):
            return {"body": made(self._raw, schema, sent=True)}
        content = b"<a>octets</a>" if "xml" in media else b"octets"
        chosen = {"content_type": media.replace("*", "x")} if "*" in media else {}
        return {"body": content, **chosen}

    def _answer(self, place: Place) -> tuple[Answer, Any]:
        """A made-up answer of success, and its value where it is JSON."""
        responses = self._raw.followed(place.child("responses"))
        told = self._raw.at(responses) or {}
        good = [status for status in told if status[:1] == "2"]
        for status in good or [status for status in told if status == "default"]:
            number = int(status) if status.isdigit() else 200
            one = self._raw.followed(responses.child(status))
            content = (self._raw.at(one) or {}).get("content") or {}
            if number in (204, 205) or "/head" in place.pointer[-6:]:
                return Answer(number), None  # what is described there never comes
            json_media = [m for m in content if _JSON.match(m) or m in ("*/*", "application/*")]
            if not json_media:
                media = next(iter(content), "")
                return Answer(number, media.replace("*", "x"), b"text" if media else b""), None
            held = self._raw.followed(one.child("content").child(json_media[0]))
            spoken = self._raw.at(self._raw.followed(held.child("schema")))
            if (
                "*" in json_media[0]
                and isinstance(spoken, dict)
                and spoken.get("format") == "binary"
            ):
                return Answer(number, "application/octet-stream", b"octets"), None
            value = made(self._raw, held.child("schema"), sent=False)
            media = json_media[0].replace("application/*", "*/*").replace("*/*", "application/json")
            return Answer(number, media, written(value).encode()), value
        return Answer(204), None

    def arguments_of(self, id_: str) -> tuple[list[Any], dict[str, Any]]:
        """Arguments for an operation, by position and by keyword. Raises `NotMade`."""
        pointer, _, form = id_.partition(" ")
        return self._arguments(id_, pointer, self._place(pointer), form)

    def blocking(self, resource: str, method: str, given: list[Any], more: dict[str, Any]) -> Any:
        client = self._client(self._lock["types"]["client"])
        with client:
            return getattr(getattr(client, resource), method)(*given, **more)

    async def awaiting(
        self, resource: str, method: str, given: list[Any], more: dict[str, Any]
    ) -> Any:
        client = self._client(f"Async{self._lock['types']['client']}")
        async with client:
            return await getattr(getattr(client, resource), method)(*given, **more)

    def _client(self, name: str) -> Any:
        class_ = getattr(self._root, name)
        known = inspect.signature(class_).parameters
        credentials = {
            argument: "1"
            for argument in self._lock.get("credentials", {}).values()
            if argument in known and "Certificate" not in str(known[argument].annotation)
        }
        return class_(base_url=self._service.url, **credentials)

    def _returned(self, results: list[Any], value: Any) -> Facts:
        wire = importlib.import_module(f"{self._root.__name__}._runtime.wire")
        for result in results:
            try:
                text = wire.write(result)
            except Exception as error:
                return {"answer": f"{type(error).__name__}: {error}"[:300]}
            if _read(text) != _read(written(value)):
                return {"answer": f"{written(value)[:200]} came back as {text[:200]!r}"}
        return {}


def _usual(medias: list[str], names: dict[str, str]) -> str:
    """The media type that a method without a form of its own sends: JSON, forms, files, lines, then anything."""
    order = (_JSON, re.compile("application/x-www-form"), re.compile("multipart/"), _LINES)
    for kind in order:
        for media in medias:
            if kind.match(media):
                return media
    return medias[0]


def _is_raw(media: str, raw: Raw, schema: Place) -> bool:
    if _JSON.match(media) or _LINES.match(media) or media.startswith("application/x-www-form"):
        return False
    spoken = raw.at(raw.followed(schema))
    structured = isinstance(spoken, dict) and (
        spoken.get("type") in ("object", "array") or "properties" in spoken or "allOf" in spoken
    )
    return not ("*" in media and structured)


def _comparable(sent: Sent) -> tuple[Any, ...]:
    media = sent.headers.get("content-type", "")
    boundary = media.partition("boundary=")[2]
    body = sent.body.replace(boundary.encode(), b"") if boundary else sent.body
    kept = {k: v for k, v in sent.headers.items() if k not in ("content-type", "host")}
    return sent.method, sent.target, kept, body, media.replace(boundary, "")


def _read(text: str | bytes) -> Any:
    return json.loads(text, parse_float=Decimal)


if __name__ == "__main__":
    main(*sys.argv[1:])
