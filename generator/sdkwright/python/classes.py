"""What classes are called: the claims of the client, of the groups of operations and of the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..ir.model import Alias, Api, Definition, Enum, Operation
from ..ir.types import Ref
from .settle import PINNED, Claim
from .words import pascal, singular

_CLIENT_FAMILY = ("{}", "Async{}")
_RESOURCE_FAMILY = ("{}", "Async{}", "{}WithResponse", "Async{}WithResponse")


def type_claims(api: Api, groups: Iterable[str]) -> Iterator[Claim]:
    """What wants to be a class or alias of the package: the client, the groups of operations, the definitions."""
    title = pascal(api.client or api.title) or "Client"
    rank = PINNED if api.client else 3
    yield Claim("client", rank, (title, f"{title}Client", f"{title}Api"), _CLIENT_FAMILY)
    for key in groups:
        name = pascal(key) or "Api"
        yield Claim(f"resource {key}", 2, (name, f"{name}Resource"), _RESOURCE_FAMILY)
    for definition in api.definitions.values():
        yield _definition_claim(api, definition)
        if named_members(definition):
            base = _base_name(api, definition)
            yield Claim(f"constants {definition.id}", 4, (_plural(base), f"{base}Values"))


def _plural(name: str) -> str:
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es"
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _definition_claim(api: Api, definition: Definition) -> Claim:
    place = definition.place
    base = _base_name(api, definition)
    if place.pinned:
        return Claim(definition.id, PINNED, (place.pinned,))
    if _repeats_name(api, definition, base):
        return Claim(definition.id, 4, (base, f"{base}Alias"))
    if place.given is not None:
        # A key that already is a Python class name wins over one that only becomes it.
        return Claim(definition.id, 1 if base == place.given else 2, (base, f"{base}Model"))
    return Claim(definition.id, 3, (base, f"{base}Model"))


def _repeats_name(api: Api, definition: Definition, base: str) -> bool:
    """Whether a definition is another's name and nothing else, as where each schema has a file of its own."""
    if not isinstance(definition, Alias) or not isinstance(definition.type, Ref):
        return False
    target = api.definitions.get(definition.type.id)
    return target is not None and _base_name(api, target) == base


def _base_name(api: Api, definition: Definition) -> str:
    """What a definition is called if nobody else wants the name: its key, or its owner's name and the way down."""
    place = definition.place
    if place.given is not None or place.owner is None:
        return pascal(place.given or "") or "Schema"
    owner = api.definitions.get(place.owner)
    if owner is not None:
        return _joined(_base_name(api, owner), place.steps)
    operation = next((op for op in api.operations if op.id == place.owner), None)
    return _joined(_operation_name(operation) if operation else "", place.steps) or "Schema"


def _operation_name(operation: Operation) -> str:
    return pascal(operation.given_id or f"{operation.method.lower()} {operation.path}")


def _joined(owner: str, steps: tuple[str, ...]) -> str:
    """`Refund` and `refundItems`, `[]` -> `RefundItem`: a step does not say again what the owner ends with."""
    name = owner
    named = [step for step in steps if step not in ("[]", "{}")]
    for at, step in enumerate(named):
        one = singular(step) if at == len(named) - 1 and steps[-1] in ("[]", "{}") else step
        part = (
            pascal("response" if one[:1] == "2" else "error" if one.isdigit() else one) or "Value"
        )
        name = part if name and part.startswith(name) and part != name else name + part
    return name if named else f"{owner}Item"


def named_members(definition: Definition) -> bool:
    """Whether the document names the values of an enumeration, so that constants are worth printing."""
    return isinstance(definition, Enum) and any(member.name for member in definition.members)
