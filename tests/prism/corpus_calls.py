"""Every operation of a document of the corpus, called through both clients of its package against Prism."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.calls.caller import Method, Run, methods
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
    with Run(Raw(document), lock, root, Service(url)) as run:
        for method in methods(lock):
            yield from _called(run, root, method)


def _called(run: Run, root: Any, method: Method) -> Iterator[Called]:
    try:
        arguments = run.arguments(method, ample=True)
    except NotMade:
        return
    for call in (run.blocking, run.awaiting):
        refused = ""
        try:
            call(method, arguments)
        except root.APIStatusError as error:
            refused = _refusal(error.raw)
        except (root.DecodingError, root.APIConnectionError):
            pass  # an answer that Prism made of an example which is no JSON says nothing about the request
        yield Called(method.id, refused)


def _refusal(body: bytes) -> str:
    """What Prism has against a request; empty for an answer, and for what it has against the document's own examples."""
    if _REFUSALS not in body:
        return ""
    told = json.loads(body)
    faults = [f for f in told.get("validation") or () if f["location"][:1] == ["request"]]
    if told["title"] == "Request/Response not valid" and not faults:
        return ""
    return f"{told['status']} {told['title']}: {json.dumps(faults or told['detail'])}"[:600]
