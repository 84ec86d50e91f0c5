"""Runs in a process of its own: calls every operation of a package, both ways, and holds requests and answers to the document.

`python -m tests.corpus.calls.caller DOCUMENT FOLDER PACKAGE FACTS`.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import re
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ..counting import written
from ..probe import difference
from ..raw import Raw
from .answers import Answering, Reply
from .arguments import Arguments, Making
from .judge import Judge
from .missing import missing
from .server import Sent, Service, serving
from .values import NotMade
from .wire import lost, plain, read

Facts = dict[str, Any]


def main(document: str, folder: str, package: str, facts: str) -> None:
    """Call everything and write down what was found."""
    warnings.simplefilter("ignore", DeprecationWarning)
    sys.path.insert(0, folder)
    root = importlib.import_module(package)
    lock = json.loads((Path(folder) / package / "names.json").read_bytes())
    found: list[Facts] = []
    with serving() as service, Run(Raw(Path(document)), lock, root, service) as run:
        for method in methods(lock):
            found.append({"id": method.id, **run.operation(method)})
    gone = [*missing(Raw(Path(document)), root, lock)]
    Path(facts).write_text(json.dumps({"calls": found, "missing": gone}), "utf-8")


class Method(NamedTuple):
    """A method of a package: the id of its operation, its resource and its name."""

    id: str
    resource: str
    name: str


def methods(lock: dict[str, Any]) -> Iterator[Method]:
    """All that a name lock knows."""
    for scope, named in lock.items():
        if scope.startswith("methods "):
            resource = lock["resources"][scope.removeprefix("methods ")]
            yield from (Method(id_, resource, name) for id_, name in named.items())


class Wrong(Exception):
    """What is not as it should be: with the request, or with what came of the answer."""

    def __init__(self, key: str, told: str) -> None:
        super().__init__(told)
        self.key = key


class Run:
    """The calls of one package."""

    def __init__(self, raw: Raw, lock: dict[str, Any], root: Any, service: Service) -> None:
        self._lock, self._root, self._service = lock, root, service
        self._making, self._answering, self._judge = Making(raw, lock), Answering(raw), Judge(raw)
        self._loop = asyncio.Runner()
        self._wire = importlib.import_module(f"{root.__name__}._runtime.wire")

    def __enter__(self) -> Run:
        name = self._lock["types"]["client"]
        self._client, self._awaiting = self._made(name), self._made(f"Async{name}")
        testing = importlib.import_module(f"{self._root.__name__}.testing")
        self._fake = getattr(testing, f"Fake{name}")()
        self._fake_client = self._made(name, self._fake.client)
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self._fake_client.close()
        self._loop.run(self._awaiting.aclose())
        self._loop.close()

    def arguments(self, method: Method, *, ample: bool) -> Arguments:
        """All arguments of a method, or those that it requires. Raises `NotMade`."""
        function = _bound(self._client, method)
        takes_body = "body" in inspect.signature(function).parameters
        return self._making.arguments(method.id, ample=ample, takes_body=takes_body)

    def blocking(self, method: Method, arguments: Arguments) -> Any:
        """Call a method of the blocking client."""
        return _bound(self._client, method)(*arguments.positional, **arguments.keywords)

    def awaiting(self, method: Method, arguments: Arguments, kind: str = "none") -> Any:
        """Call a method of the awaiting client; a stream is read to its end."""
        return self._loop.run(self._awaited(method, arguments, kind))

    def operation(self, method: Method) -> Facts:
        """Call one operation: with all arguments both ways, with few, and once for each answer."""
        facts: Facts = {}
        pointer = method.id.partition(" ")[0]
        is_head = pointer.endswith("/head")
        replies = self._answering.replies(self._making.place(pointer), is_head=is_head)
        if self._answering.not_made:
            facts["answer_not_made"] = self._answering.not_made
        try:
            for ample in (True, False):
                arguments = self.arguments(method, ample=ample)
                self._requests(method, arguments, replies[0], facts)
                if ample:
                    self._faked(method, arguments)
                for reply in replies[1:] if ample else ():
                    if reply.is_error or _is_accepted(self._service.sent[0], reply):
                        self._answer(method, arguments, reply)
                        facts["answers"] = facts.get("answers", 0) + 1
        except NotMade as error:
            facts["not_made"] = str(error)
        except Wrong as error:
            facts[error.key] = str(error)
        return facts

    def _requests(self, method: Method, arguments: Arguments, reply: Reply, facts: Facts) -> None:
        """One call both ways; what was sent is one request, which the document describes."""
        self._service.answer = reply.answer
        self._service.sent.clear()
        try:
            values = [
                _value(self.blocking(method, arguments), reply.kind),
                self.awaiting(method, arguments, reply.kind),
            ]
        except Exception as error:
            raise Wrong("fault", f"{type(error).__name__}: {error}"[:400]) from error
        sent = list(self._service.sent)
        if len(sent) != 2:
            raise Wrong("fault", f"{len(sent)} requests for two calls")
        if _comparable(sent[0]) != _comparable(sent[1]):
            told = f"both ways differ: {_comparable(sent[0])} {_comparable(sent[1])}"
            raise Wrong("fault", told[:400])
        one = sent[0]
        fault, silent = self._judge.fault(method.id.partition(" ")[0], one)
        fault = lost(arguments, one) or fault
        if fault:
            shown = f"{one.method} {one.target} {one.body[:300]!r}"
            raise Wrong("fault", f"{fault[:600]} [{shown}]")
        if silent:
            facts["unjudged"] = silent
        for value in values:
            self._same(value, reply)

    def _faked(self, method: Method, arguments: Arguments) -> None:
        """One call to the fake beside the package, which has an answer of its own that fits."""
        try:
            value = _bound(self._fake_client, method, "with_response")(
                *arguments.positional, **arguments.keywords
            )
            _value(value.value, "items")
        except Exception as error:
            raise Wrong("fake", f"{type(error).__name__}: {error}"[:400]) from error
        if value.mismatches:
            raise Wrong("fake", f"{'; '.join(map(str, value.mismatches))}"[:400])

    def _answer(self, method: Method, arguments: Arguments, reply: Reply) -> None:
        """One call, answered with another of the answers; the whole response is looked at."""
        self._service.answer = reply.answer
        try:
            response = _bound(self._client, method, "with_response")(
                *arguments.positional, **arguments.keywords
            )
        except self._root.APIStatusError as error:
            if not reply.is_error or error.status != reply.answer.status:
                raise Wrong(
                    "answer", f"{_shown(reply)}: {type(error).__name__}: {error}"
                ) from error
            self._whole(error, error.body, reply)
            return
        except Exception as error:
            told = f"{_shown(reply)}: {type(error).__name__}: {error}"
            raise Wrong("answer", told[:400]) from error
        if reply.is_error and reply.answer.status >= 400:
            raise Wrong("answer", f"{_shown(reply)}: no error")
        self._whole(response, _value(response.value, reply.kind), reply)

    def _whole(self, whole: Any, value: Any, reply: Reply) -> None:
        mismatches = [str(one) for one in whole.mismatches]
        if mismatches:
            raise Wrong("answer", f"{_shown(reply)}: {'; '.join(mismatches)}"[:400])
        self._same(value, reply)
        if reply.typed:
            told = getattr(whole, "typed_headers", None)
            fields = [] if told is None else [v for _, v in told if v is not None]
            if len(fields) < reply.typed:
                raise Wrong("answer", f"{_shown(reply)}: headers {reply.answer.headers}: {told!r}")

    def _same(self, value: Any, reply: Reply) -> None:
        """Whether a value is what was answered."""
        match reply.kind:
            case "json":
                told = self._differs(value, reply.value)
            case "items":
                told = "" if len(value) == 2 else f"{len(value)} items"
                datas = [
                    json.loads(v.data) if hasattr(v, "data") and hasattr(v, "retry") else v
                    for v in value
                ]
                told = told or next(
                    filter(None, (self._differs(v, reply.value) for v in datas)), ""
                )
            case "none":
                told = "" if value in (None, b"", "") else repr(value)
            case _:
                # Whether a body is text or octets is left to the package.
                octets = value.encode() if isinstance(value, str) else value
                is_same = octets == reply.answer.body or value == reply.value
                told = "" if is_same else f"{reply.value!r} came back as {value!r}"
        if told:
            raise Wrong("answer", f"{_shown(reply)}: {told}"[:400])

    def _differs(self, value: Any, answered: Any) -> str:
        try:
            text = self._wire.write(value)
        except Exception as error:
            return f"{type(error).__name__}: {error}"[:300]
        return difference(read(written(plain(answered))), read(text), "")

    async def _awaited(self, method: Method, arguments: Arguments, kind: str) -> Any:
        value = await _bound(self._awaiting, method)(*arguments.positional, **arguments.keywords)
        if not hasattr(value, "aclose"):
            return value
        async with value:
            return [one async for one in value] if kind == "items" else None

    def _made(self, name: str, making: Any = None) -> Any:
        class_ = getattr(self._root, name)
        known = inspect.signature(class_).parameters
        credentials = {
            argument: "1"
            for argument in self._lock.get("credentials", {}).values()
            if argument in known and "Certificate" not in str(known[argument].annotation)
        }
        return (making or class_)(base_url=self._service.url, retries=0, **credentials)


def _bound(client: Any, method: Method, view: str = "") -> Any:
    owner = getattr(client, method.resource)
    return getattr(getattr(owner, view) if view else owner, method.name)


def _value(value: Any, kind: str) -> Any:
    """What a call gave; what is iterated over is read to its end."""
    if not (hasattr(value, "save") and hasattr(value, "close")):
        return value
    with value:
        return [*value] if kind == "items" else None


def _of_event(item: Any) -> Any:
    """What an event carries, where a stream is one of events as they are."""
    return json.loads(item.data) if hasattr(item, "retry") else item


def _is_accepted(sent: Sent, reply: Reply) -> bool:
    """Whether a body was asked for in the media type that it comes in."""
    media = reply.answer.media.partition(";")[0].strip().lower()
    wanted = sent.headers.get("accept", "*/*").lower()
    ranges = {one.partition(";")[0].strip() for one in wanted.split(",")}
    return not media or bool(ranges & {media, f"{media.partition('/')[0]}/*", "*/*"})


def _shown(reply: Reply) -> str:
    answer = reply.answer
    return f"{answer.status} {answer.media} {answer.body[:150]!r}"


_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _comparable(sent: Sent) -> tuple[Any, ...]:
    media = sent.headers.get("content-type", "")
    boundary = media.partition("boundary=")[2]
    body = sent.body.replace(boundary.encode(), b"") if boundary else sent.body
    headers = ((k, _UUID.sub("a key", v)) for k, v in sent.headers.items())
    kept = {k: v for k, v in headers if k not in ("content-type", "host")}
    return sent.method, sent.target, kept, body, media.replace(boundary, "")


if __name__ == "__main__":
    main(*sys.argv[1:])
