"""Every operation of a document of the corpus, called through both clients of its package against Prism."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.calls.caller import Run
from corpus.calls.server import Service
from corpus.calls.values import NotMade
from corpus.raw import Raw

_REFUSALS = b"stoplight.io/prism/errors#"
"""What the problems of Prism itself are called by; answers of the document don't have it."""


@dataclass(frozen=True, slots=True)
class Called:
    """A call: the operation's id, and why Prism refused it (empty: it did not)."""

    operation: str
    refused: str


def called(document: Path, package: str, url: str) -> Iterator[Called]:
    """Calls everything that a package offers, where arguments can be made up."""
    root = importlib.import_module(package)
    lock = json.loads((Path(str(root.__file__)).parent / "names.json").read_bytes())
    run = Run(Raw(document), lock, root, Service(url))
    for scope, methods in lock.items():
        if scope.startswith("methods "):
            resource = lock["resources"][scope.removeprefix("methods ")]
            for id_, method in methods.items():
                yield from _called(run, root, id_, resource, method)


def _called(run: Run, root: Any, id_: str, resource: str, method: str) -> Iterator[Called]:
    try:
        positional, keywords = run.arguments_of(id_)
    except NotMade:
        return
    for call in (
        lambda: run.blocking(resource, method, positional, keywords),
        lambda: asyncio.run(run.awaiting(resource, method, positional, keywords)),
    ):
        refused = ""
        try:
            call()
        except root.APIStatusError as error:
            refused = _refusal(error.raw)
        except (root.DecodingError, root.APIConnectionError):
            pass  # an answer that Prism made of an example which is no JSON says nothing about the request
        yield Called(id_, refused)


def _refusal(body: bytes) -> str:
    """What Prism has against a request; empty for an answer, and for what it has against the document's own examples."""
    if _REFUSALS not in body:
        return ""
    told = json.loads(body)
    faults = [f for f in told.get("validation") or () if f["location"][:1] == ["request"]]
    if told["title"] == "Request/Response not valid" and not faults:
        return ""
    return f"{told['status']} {told['title']}: {json.dumps(faults or told['detail'])}"[:600]
