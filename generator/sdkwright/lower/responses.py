"""What may come back."""

from __future__ import annotations

from ..ir.model import Response
from ..spec.document import Target, resolve
from ..text.node import Node
from ..text.span import Span
from .contents import contents_of
from .docs import doc_of
from .extensions import marks_authentication
from .work import Work, fields


def responses_of(work: Work, operation: Node, id_: str) -> tuple[Response, ...]:
    """The responses of an operation, in the order of the document.

    Declared response headers have no types of their own: every header is at hand, as text, on the response.
    """
    found: list[Response] = []
    listed = operation.get("responses")
    for status, node in fields(listed):
        target = resolve(work.document, node, work.report)
        if target is not None:
            span = listed.at_key(status) if listed is not None and target.node is node else None
            found.append(_response(work, target, status, id_, span))
    return tuple(found)


def _response(
    work: Work, target: Target, status: str, operation: str, span: Span | None
) -> Response:
    node = target.node
    links = node.get("links")
    if links is not None and links.value:
        what = "describes links, which the SDK does not follow yet"
        work.doubt("unsupported-link", links, what, "callers follow them by calling the operation")
    return Response(
        status,
        contents_of(work, target, operation, status),
        marks_authentication(work, node),
        doc_of(node),
        work.origin(node, span),
    )
