"""What a request carries."""

from __future__ import annotations

from ..ir.model import Body, Role
from ..spec.document import resolve
from ..text.node import Node
from .docs import doc_of
from .examples import Shown, media_examples
from .media import content_type, json_content
from .places import place_for
from .work import Work, flag


def body_of(work: Work, operation: Node, id_: str) -> Body | None:
    """The body of an operation; None where it has none (or none that is supported, which is reported)."""
    written = operation.get("requestBody")
    target = None if written is None else resolve(work.document, written, work.report)
    if target is None:
        return None
    content = json_content(work, target.node)
    if content is None:
        return None
    media, held = content
    place = place_for(work, target, held.get("schema"), id_, "request")
    type_ = content_type(work, held, place)
    media_examples(work, held, Shown(Role.REQUEST, id_, None, media, type_))
    required = flag(target.node, "required")
    return Body(media, type_, required, doc_of(target.node), work.origin(target.node))
