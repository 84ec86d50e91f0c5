"""What the inline definitions of shared parts are named after."""

from __future__ import annotations

from ..ir.model import Place
from ..spec.document import Target
from ..text.node import Node
from .forms import form_of
from .work import Work

_SHARED = ("#/components/responses/", "#/components/requestBodies/", "#/components/parameters/")


def place_for(work: Work, shared: Target, schema: Node | None, owner: str, step: str) -> Place:
    """The place of a part's schema: the component's key where the part is one, else the operation and the part's role.

    Only a schema that itself becomes a definition takes the key; what lies deeper is named after the first operation.
    """
    for prefix in _SHARED:
        if shared.id.startswith(prefix) and schema is not None:
            form = form_of(work, schema)
            if form.named or form.choices:
                return Place(given=given_name(shared.id))
    return Place(owner=owner, steps=(step,))


def given_name(id_: str) -> str:
    """The last step of an id, or the stem of its file where the id is a whole file."""
    file, _, pointer = id_.partition("#")
    if not pointer:
        return file.rpartition("/")[2].partition(".")[0]
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
