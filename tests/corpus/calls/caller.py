"""Runs in a process of its own: calls every operation of a package, both ways, and holds requests and answers to the document.

`python -m tests.corpus.calls.caller DOCUMENT FOLDER PACKAGE FACTS`.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..raw import Raw
from .answers import NOTHING, Answering, Reply
from .arguments import Arguments, Making
from .judging import Judging
from .missing import missing
from .received import hooks
from .sameness import Wrong, awaited, comparable, is_accepted, same, shown, value_of, whole
from .server import Service, serving
from .tally import Tally, covering
from .values import NotMade

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
        tally = run.tally.facts()
    received = [*hooks(Raw(Path(document)), root, lock)]
    gone = [*missing(Raw(Path(document)), root, lock)]
    told = {"calls": found, "received": received, "missing": gone, **tally}
    Path(facts).write_text(json.dumps(told), "utf-8")


class Method(NamedTuple):
    """A method of a package: the id of its operation, its resource and its name."""

    id: str
    resource: str
    name: str

    @property
    def pointer(self) -> str:
        """Where its operation stands; several methods may have one."""
        return self.id.partition(" ")[0]


def methods(lock: dict[str, Any]) -> Iterator[Method]:
    """All that a name lock knows."""
    for scope, named in lock.items():
        if scope.startswith("methods "):
            resource = lock["resources"][scope.removeprefix("methods ")]
            yield from (Method(id_, resource, name) for id_, name in named.items())


class Run:
    """The calls of one package."""

    def __init__(self, raw: Raw, lock: dict[str, Any], root: Any, service: Service) -> None:
        self._raw, self._lock, self._root, self._service = raw, lock, root, service
        self.tally = Tally()
        self._operation: Any = None
        self._making, self._answering = Making(raw, lock), Answering(raw)
        self._judging = Judging(raw, self._making)
        self._loop = asyncio.Runner()
        self._wire = importlib.import_module(f"{root.__name__}._runtime.wire")

    def __enter__(self) -> Run:
        name = self._lock["types"]["client"]
        self._client, self._awaiting = self._made(name), self._made(f"Async{name}")
        testing = importlib.import_module(f"{self._root.__name__}.testing")
        self._fake = getattr(testing, f"Fake{name}")()
        self._fake_client = self._made(name, self._fake.client)
        respond = self._client.respond

        def noting(operation: Any, *given: Any) -> Any:
            self._operation = operation
            return respond(operation, *given)

        self._client.respond = noting
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()
        self._fake_client.close()
        self._loop.run(self._awaiting.aclose())
        self._loop.close()

    def arguments(self, method: Method, *, ample: bool, media: str = "") -> Arguments:
        """All arguments of a method, or those that it requires. Raises `NotMade`."""
        function = _bound(self._client, method)
        takes_body = "body" in inspect.signature(function).parameters
        return self._making.arguments(method.id, ample=ample, takes_body=takes_body, media=media)

    def blocking(self, method: Method, arguments: Arguments, chosen: Mapping[str, Any] = {}) -> Any:
        """Call a method of the blocking client, with what else is `chosen`."""
        return _bound(self._client, method)(*arguments.positional, **arguments.keywords | chosen)

    def awaiting(
        self,
        method: Method,
        arguments: Arguments,
        kind: str = "none",
        chosen: Mapping[str, Any] = {},
    ) -> Any:
        """Call a method of the awaiting client; a stream is read to its end."""
        return self._loop.run(self._awaited(method, arguments, kind, chosen))

    def operation(self, method: Method) -> Facts:
        """Call one operation: with all arguments both ways, with few, in each media type, and once for each answer."""
        facts: Facts = {}
        pointer = method.pointer
        is_head = pointer.endswith("/head")
        self.tally.describe(self._raw, self._making, pointer)
        replies = self._answering.replies(self._making.place(pointer), is_head=is_head)
        if self._answering.not_made:
            facts["answer_not_made"] = self._answering.not_made
        try:
            arguments = self.arguments(method, ample=True)
            self._requests(method, arguments, replies[0], facts)
            self._faked(method, arguments)
            for reply in replies:
                if reply is not NOTHING and (
                    reply.is_error or is_accepted(self._service.sent[0], reply)
                ):
                    self._answer(method, arguments, reply)
                    facts["answers"] = facts.get("answers", 0) + 1
            self._streams(method, arguments, replies, facts)
            self._medias(method, replies[0], facts)
            self._requests(method, self.arguments(method, ample=False), replies[0], facts)
        except NotMade as error:
            facts["not_made"] = str(error)
        except Wrong as error:
            facts[error.key] = str(error)
        return facts

    def _requests(
        self, method: Method, arguments: Arguments, reply: Reply, facts: Facts, media: str = ""
    ) -> None:
        """One call both ways; what was sent is one request, which the document describes."""
        self._service.answer = reply.answer
        self._service.sent.clear()
        chosen = {"content_type": media} if media else {}
        try:
            values = [
                value_of(self.blocking(method, arguments, chosen), reply.kind),
                self.awaiting(method, arguments, reply.kind, chosen),
            ]
        except Exception as error:
            raise Wrong("fault", f"{type(error).__name__}: {error}"[:400]) from error
        sent = list(self._service.sent)
        if len(sent) != 2:
            raise Wrong("fault", f"{len(sent)} requests for two calls")
        if comparable(sent[0]) != comparable(sent[1]):
            told = f"both ways differ: {comparable(sent[0])} {comparable(sent[1])}"
            raise Wrong("fault", told[:400])
        fault, silent = self._judging.fault(method.id, arguments, sent[0], media)
        if fault:
            shown = f"{sent[0].method} {sent[0].target} {sent[0].body[:300]!r}"
            raise Wrong("fault", f"{fault[:600]} [{shown}]")
        if silent:
            facts["unjudged"] = silent
        self.tally.sent(method.pointer, arguments, sent[0].headers.get("content-type", ""))
        for value in values:
            same(self._wire, value, reply)

    def _medias(self, method: Method, reply: Reply, facts: Facts) -> None:
        """One call both ways for each other media type that a method can send its body in."""
        known = inspect.signature(_bound(self._client, method)).parameters
        if "content_type" not in known or self._operation is None:
            return
        described = list(self._raw.at(self._making.body(method.id)) or ())
        for media in self._operation.media[1:]:
            for key in [*covering(described, media)][:1]:
                arguments = self.arguments(method, ample=True, media=key)
                self._requests(method, arguments, reply, facts, media.replace("*", "x"))
                facts["media types"] = facts.get("media types", 0) + 1

    def _faked(self, method: Method, arguments: Arguments) -> None:
        """One call to the fake beside the package, which has an answer of its own that fits."""
        try:
            value = _bound(self._fake_client, method, "with_response")(
                *arguments.positional, **arguments.keywords
            )
            value_of(value.value, "items")
        except Exception as error:
            raise Wrong("fake", f"{type(error).__name__}: {error}"[:400]) from error
        if value.mismatches:
            raise Wrong("fake", f"{'; '.join(map(str, value.mismatches))}"[:400])

    def _answer(self, method: Method, arguments: Arguments, reply: Reply) -> None:
        """One call, answered with one of the answers; the whole response is looked at."""
        self._service.answer = reply.answer
        try:
            response = _bound(self._client, method, "with_response")(
                *arguments.positional, **arguments.keywords
            )
        except self._root.APIStatusError as error:
            if not reply.is_error or error.status != reply.answer.status:
                told = f"{shown(reply)}: {type(error).__name__}: {error}"
                raise Wrong("answer", told) from error
            if reply.is_typed and self._is_untyped(reply):
                told = f"{shown(reply)}: the body has no type"
                raise Wrong("answer", told) from error
            whole(self._wire, error, error.body, reply)
        except Exception as error:
            told = f"{shown(reply)}: {type(error).__name__}: {error}"
            raise Wrong("answer", told[:400]) from error
        else:
            if reply.is_error and reply.answer.status >= 400:
                raise Wrong("answer", f"{shown(reply)}: no error")
            whole(self._wire, response, value_of(response.value, reply.kind), reply)
        self.tally.came(method.pointer, reply)

    def _is_untyped(self, reply: Reply) -> bool:
        answer, operation = reply.answer, self._operation
        return operation is not None and operation.error_type(answer.status, answer.media) is None

    def _streams(
        self, method: Method, arguments: Arguments, replies: list[Reply], facts: Facts
    ) -> None:
        """One call both ways for each answer that can be read piece by piece."""
        if not hasattr(getattr(self._client, method.resource), "with_streaming"):
            return
        if not hasattr(getattr(self._client, method.resource).with_streaming, method.name):
            return
        for reply in replies:
            if reply.is_error or not reply.media:
                continue
            self._service.answer = reply.answer
            self._service.sent.clear()
            try:
                values = [
                    self._read(_bound(self._client, method, "with_streaming"), arguments),
                    self._loop.run(self._aread(method, arguments)),
                ]
            except Exception as error:
                if not is_accepted(self._service.sent[0], reply):
                    continue  # items were asked for
                told = f"streamed {shown(reply)}: {type(error).__name__}: {error}"
                raise Wrong("answer", told[:400]) from error
            if not is_accepted(self._service.sent[0], reply):
                continue
            for value in values:
                is_whole = bool(value) and all(isinstance(one, bytes) for one in value)
                got = b"".join(value) if is_whole else value
                if got != reply.answer.body:
                    same(self._wire, got, reply)
            self.tally.came(method.pointer, reply)
            facts["streams"] = facts.get("streams", 0) + 1

    @staticmethod
    def _read(bound: Any, arguments: Arguments) -> list[Any]:
        with bound(*arguments.positional, **arguments.keywords) as stream:
            return [*stream]

    async def _aread(self, method: Method, arguments: Arguments) -> list[Any]:
        bound = _bound(self._awaiting, method, "with_streaming")
        async with await bound(*arguments.positional, **arguments.keywords) as stream:
            return [one async for one in stream]

    async def _awaited(
        self, method: Method, arguments: Arguments, kind: str, chosen: Mapping[str, Any]
    ) -> Any:
        bound = _bound(self._awaiting, method)
        given = bound(*arguments.positional, **arguments.keywords | chosen)
        return await awaited(await given, kind)

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


if __name__ == "__main__":
    main(*sys.argv[1:])
