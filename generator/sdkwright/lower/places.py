"""What the inline definitions of shared parts are named after."""

from __future__ import annotations

from ..ir.model import Place
from ..spec.document import Target
from ..text.node import Node, steps_of, unescape
from .forms import form_of
from .work import Work

_SHARED = tuple(
    f"#/components/{kind}/" for kind in ("responses", "requestBodies", "parameters", "headers")
)


def place_for(work: Work, shared: Target, schema: Node | None, owner: str, step: str) -> Place:
    """The place of a part's schema: the component where the part is one, else the operation and the part's role.

    A schema that itself becomes a definition takes the component's key.
    """
    if not is_shared(shared) or schema is None:
        return Place(owner=owner, steps=(step,))
    form = form_of(work, schema)
    if form.named or form.choices:
        return Place(given=given_name(shared.id))
    return Place(owner=shared.id)


def is_shared(part: Target) -> bool:
    """Whether a part is a component, which several operations may have."""
    return part.id.startswith(_SHARED)


_NAMING = frozenset(
    {"properties", "patternProperties", "schemas", "$defs", "definitions", "dependentSchemas"}
    | {"responses", "requestBodies", "headers"}
)
_CARRYING = frozenset(
    {"schema", "items", "additionalProperties", "not", "content", "requestBody"}
    | {"allOf", "anyOf", "oneOf", "prefixItems", "parameters"}
)

_ENDINGS = {"allOf": " part", "anyOf": " variant", "oneOf": " variant"}


def last_step(id_: str) -> str:
    """The last step of an id, or the stem of its file where the id is a whole file."""
    file, _, pointer = id_.partition("#")
    if not pointer:
        return file.rpartition("/")[2].partition(".")[0]
    return unescape(pointer.rpartition("/")[2])


def given_name(id_: str) -> str:
    """The last step of an id that is a name; the stem of its file where the id is a whole file.

    What stands in a path has the name of its operation and of its part: `get /pets response`.
    """
    pointer = id_.partition("#")[2]
    steps = list(steps_of(pointer))
    ending = ""
    while len(steps) > 1 and _is_structure(steps[-2], steps[-1]):
        ending = _ENDINGS.get(steps.pop(), ending)
    if not steps:
        return last_step(id_)
    if len(steps) > 2 and steps[0] == "paths" and "properties" not in steps:
        part = "response" if "/responses/" in pointer else "request"
        return f"{steps[2]} {steps[1]} {part}{ending}"
    return f"{steps[-1]}{ending}"


def _is_structure(before: str, step: str) -> bool:
    """Whether a step of a pointer only says how a thing is carried: names are further up."""
    if before in _NAMING or (before == "parameters" and not step.isdigit()):
        return False
    return step in _CARRYING or before == "content" or (before in _CARRYING and step.isdigit())
