"""Whether a request is the one that a call should make: by openapi-core, and where it can't tell by the tables."""

from __future__ import annotations

from dataclasses import replace

from ..raw import Raw
from .arguments import Arguments, Given, Making
from .judge import FORM, Judge
from .readback import sharing, unread, unread_form, unread_path
from .server import Sent
from .tally import covering, essence
from .wire import lost


class Judging:
    """The judges of one document."""

    def __init__(self, raw: Raw, making: Making) -> None:
        self._raw, self._making, self._judge = raw, making, Judge(raw)

    def fault(self, id_: str, arguments: Arguments, sent: Sent, media: str) -> tuple[str, str]:
        """What is wrong with a request of an operation, and why nothing can be said of it; both empty where it is good.

        `media` is what the body had to be sent as; empty for what is usual.
        """
        told = sent.headers.get("content-type", "")
        is_sent = bool(sent.body) or arguments.body is not None
        if media and is_sent and essence(told) != essence(media):
            return f"sent as {told} in place of {media}", ""
        gone = lost(arguments, sent)
        if gone:
            return gone, ""
        given = {one.name.lower() for one in arguments.given if one.where == "header"}
        kept = {k: v for k, v in sent.headers.items() if k not in _TRANSPORT or k in given}
        sent = replace(sent, headers=kept)
        fault, silent = self._judge.fault(id_.partition(" ")[0], sent)
        silent = silent or (_SHARED if sharing(arguments) else "")
        return self._read_back(id_, arguments, sent, silent) if silent else (fault, "")

    def _read_back(
        self, id_: str, arguments: Arguments, sent: Sent, silent: str
    ) -> tuple[str, str]:
        """The same where openapi-core can't read some values: those by the tables, the others by it."""
        pointer = id_.partition(" ")[0]
        is_form = essence(sent.headers.get("content-type", "")) == FORM
        body = {("body", "")} if is_form else set[tuple[str, str]]()
        blurred = sharing(arguments)
        hard = {
            (one.where.replace("all", "querystring"), one.name)
            for one in arguments.given
            if _is_hard(one) or one.name in blurred
        }
        # Where one is not given it fails as well.
        told = map(self._raw.at, self._making.parameter_places(pointer))
        hard |= {("query", str(one.get("name"))) for one in told if one.get("style") in _STYLES}
        if not hard and not body:
            return "", silent
        fault, silent = self._judge.fault(pointer, sent, frozenset(hard | body))
        template = pointer.split("/")[2].replace("~1", "/").replace("~0", "~")
        fault = fault or unread(arguments, sent) or unread_path(arguments, template, sent)
        if body and arguments.body is not None:
            content = self._making.body(id_)
            key = next(covering(list(self._raw.at(content) or ()), FORM))
            encodings = self._raw.at(content.child(key).child("encoding")) or {}
            fault = fault or unread_form(arguments.body.value, sent, encodings)
        return fault, silent or (_SHARED if blurred else "")


_TRANSPORT = ("accept-encoding", "connection", "user-agent")
"""What the client sends of its own accord, whatever a document says of it, unless the caller gave it."""
_SHARED = "values in the query share names, as the document has them"
_STYLES = ("deepObject", "pipeDelimited", "spaceDelimited")


def _is_hard(one: Given) -> bool:
    """Whether a value is known to be beyond the reader of openapi-core."""
    match one.where:
        case "all":
            return True
        case "path":
            return one.style in ("label", "matrix") or isinstance(one.value, (dict, list))
        case "query":
            return isinstance(one.value, (dict, list)) or one.value == ""
        case _:
            return False
