"""What may come back."""

from __future__ import annotations

from ..ir.model import Described, Place, Response
from ..spec.document import Target, resolve
from ..text.node import Node, child_pointer
from ..text.span import Span
from .contents import contents_of
from .docs import doc_of
from .extensions import marks_authentication
from .headers import describe, headers_of, together
from .links import note_links
from .places import given_name
from .work import Work, fields

_ABOUT = "Headers of an answer; None where one is missing or malformed."
_SHARED = "#/components/responses/"


def responses_of(work: Work, operation: Node, id_: str) -> tuple[Response, ...]:
    """The responses of an operation, in the order of the document."""
    found: list[Response] = []
    listed = operation.get("responses")
    for status, node in fields(listed):
        target = resolve(work.document, node, work.report)
        if target is not None:
            span = listed.at_key(status) if listed is not None and target.node is node else None
            # `4xx` has been told to be read as the range that it looks like.
            said = status if status == "default" else status.upper()
            found.append(_response(work, target, said, id_, span))
    return tuple(found)


def _response(
    work: Work, target: Target, status: str, operation: str, span: Span | None
) -> Response:
    node = target.node
    note_links(work, node, operation, status)
    return Response(
        status,
        () if _is_bare(work, node, status) else contents_of(work, target, operation, status),
        marks_authentication(work, node),
        doc_of(node),
        work.origin(node, span),
        headers_of(work, node, operation),
        target.id if target.id.startswith(_SHARED) else None,
    )


_BARE = frozenset({"204", "205", "304"})
"""Answers with these never have a body (RFC 9110 §15.3.5, §15.3.6, §15.4.5)."""


def _is_bare(work: Work, node: Node, status: str) -> bool:
    """Whether nothing can come with a status; what is described there all the same is told and left out."""
    content = node.get("content")
    if status not in _BARE:
        return False
    if content is not None and content.value:
        what = f"describes a body of {status}, which never has one (RFC 9110)"
        hint = "leave `content` out, or describe it for the status that comes with it"
        work.doubt("content-impossible", content, what, hint, node.at_key("content"))
    return True


def described_headers(
    work: Work, operation: str, responses: tuple[Response, ...]
) -> tuple[Described | None, Described | None]:
    """What the headers of an operation's successes read as, and those of its failures."""
    good = [r for r in responses if r.status[:1] == "2"]
    good = good or [r for r in responses if r.status == "default"]
    bad = [r for r in responses if r.status[:1] in "345d"]
    told = _described(work, operation, good, "headers")
    return told, _described(work, operation, bad, "error headers")


def _described(
    work: Work, operation: str, responses: list[Response], word: str
) -> Described | None:
    headers = together(tuple(response.headers for response in responses))
    if not headers:
        return None
    first = next(response for response in responses if response.headers)
    id_, place = child_pointer(operation, word), Place(owner=operation, steps=(word,))
    if len(responses) == 1 and first.shared is not None:
        # What operations share reads alike in all of them.
        id_ = child_pointer(first.shared, "headers")
        place = Place(given=f"{given_name(first.shared)} headers")
    named = {header.wire: header for header in headers}
    describe(work, id_, place, named, first.origin, _ABOUT)
    return Described(id_, headers)
