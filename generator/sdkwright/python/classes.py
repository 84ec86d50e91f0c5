"""What classes are called: the claims of the client, of the groups of operations and of the definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from http import HTTPStatus

from msgspec import Struct

from ..ir.answers import settled, whole_answer
from ..ir.hooks import Hook
from ..ir.model import Alias, Api, Definition, Enum, Object, Operation
from ..ir.types import Ref
from ..text.diagnostic import Report
from .conventions import class_names
from .groups import bare_key
from .reserved import METHODS
from .settle import PINNED, Claim
from .words import pascal, singular, snake, unreserved

_CLIENT_FAMILY = ("{}", "Async{}")
_RESOURCE_FAMILY = (
    *("{}", "Async{}", "{}WithResponse", "Async{}WithResponse"),
    *("{}WithStreaming", "Async{}WithStreaming"),
)


def type_claims(api: Api, groups: Iterable[str], kept: Mapping[str, str]) -> Iterator[Claim]:
    """What wants to be a class or alias of the package: the client, the groups of operations, the definitions.

    Definitions that have `kept` a name want no other.
    """
    title = pascal(api.client or api.title) or "Api"
    rank = PINNED if api.client else 3
    yield Claim("client", rank, (title, f"{title}Client", f"{title}Api"), _CLIENT_FAMILY)
    for key in groups:
        name = pascal(bare_key(key)) or "Api"
        wanted = tuple(dict.fromkeys((name, pascal(key) or "Api", f"{name}Resource")))
        # What is called otherwise gives way to what is called so without more ado.
        rank = 2 if bare_key(key) == key else 3
        yield Claim(f"resource {key}", rank, wanted, _RESOURCE_FAMILY)
    names = class_names(api.operations)
    places = _Places(api, names, {hook.id: hook for hook in api.hooks}, {})
    for hook in api.hooks:
        yield _hook_claim(places, hook)
    for operation in api.operations:
        if operation.form is None and has_whole(operation):
            base = names[operation.id]
            yield Claim(f"whole {operation.id}", 5, (f"{base}WholeResponse",), _CLIENT_FAMILY)
        if operation.form is None and operation.links:
            base = names[operation.id]
            yield Claim(f"links {operation.id}", 5, (f"{base}Links",), _CLIENT_FAMILY)
    for definition in api.definitions.values():
        yield _definition_claim(places, definition, kept.get(definition.id))
        if named_members(definition):
            base, exact = places.name(definition), places.name(definition, exact=True)
            called = dict.fromkeys((_plural(base), f"{base}Values", f"{exact}Values"))
            yield Claim(f"constants {definition.id}", 4, tuple(called))
    for operation in api.operations:
        if page_model(api, operation):
            name = names[operation.id]
            yield Claim(f"page {operation.id}", 5, (f"{name}Page", f"{name}Pages"), _CLIENT_FAMILY)


def page_model(api: Api, operation: Operation) -> Object | None:
    """The object that a paged operation answers with, of which its pages are a class; None for a bare list."""
    answer = None if operation.paging is None else whole_answer(operation)
    whole = None if answer is None else settled(api.definitions, answer)
    definition = api.definitions.get(whole.id) if isinstance(whole, Ref) else None
    return definition if isinstance(definition, Object) else None


def check_pages(api: Api, fields: Mapping[str, Mapping[str, str]], report: Report) -> None:
    """Reports a property of a page that has the name of a method of pages."""
    for model in {m.id: m for op in api.operations if (m := page_model(api, op))}.values():
        for field in model.fields:
            if fields[model.id][field.wire] == "pages":
                message = f"`{model.id}` is a page, and `pages` is a method of pages"
                hint = "write `x-sdk: {name: page_count}` on the property, or what fits"
                report.error("pagination-name-taken", message, field.origin.span, hint)


def _hook_claim(places: _Places, hook: Hook) -> Claim:
    id_ = f"hook {hook.id}"
    if hook.pinned:
        return Claim(id_, PINNED, (hook.pinned,))
    role = "Callback" if hook.within else "Webhook"
    names = [places.hook(hook, exact=exact) for exact in (False, True)]
    wanted = [
        name if name.endswith(role) and name != role else f"{name.removesuffix(role)}{role}"
        for name in names
    ]
    rank = 4 if wanted[0] == role else 3
    return Claim(id_, rank, tuple(dict.fromkeys(wanted[::-1] if rank == 4 else wanted)))


def is_linked(operation: Operation) -> bool:
    """Whether there is a class for what can be called next; operations with other bodies share it."""
    return operation.form is None and bool(operation.links)


def follow_up_claims(operation: Operation) -> Iterator[Claim]:
    """What wants to be a method for a link of an operation, by the places of the links."""
    for link in operation.links:
        yield Claim(link.origin.id, 1, (unreserved(snake(link.name) or "next", METHODS),))


def has_whole(operation: Operation) -> bool:
    """Whether the whole response of an operation has more to offer than any response has."""
    return operation.headers is not None or bool(operation.links)


def _plural(name: str) -> str:
    if singular(name) != name:
        return f"{name}Values"  # it is in the plural already
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es"
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def _definition_claim(places: _Places, definition: Definition, kept: str | None) -> Claim:
    place = definition.place
    if place.pinned:
        return Claim(definition.id, PINNED, (place.pinned,))
    if kept is not None:
        return Claim(definition.id, 1, (kept,))
    base = places.name(definition)
    if _repeats_name(places, definition, base):
        return Claim(definition.id, 4, (base, f"{base}Alias"))
    if place.given is not None:
        rank, role = next((known for part, known in _ROLES if part in definition.id), (2, "Model"))
        # A key that already is a Python class name wins over one that only becomes it.
        rank = 1 if rank == 2 and base == place.given else rank
        return Claim(definition.id, rank, (base, f"{base}{role}", f"{base}Model"))
    exact = places.name(definition, exact=True)
    # A long name says more than a number does.
    whole = places.name(definition, exact=True, longest=3 * _LONG)
    wanted = tuple(dict.fromkeys((base, exact, whole, f"{base}Model")))
    return Claim(definition.id, 3 if exact == base else 4, wanted)


_ROLES = (
    ("#/components/requestBodies/", (3, "Request")),
    ("#/components/responses/", (3, "Response")),
    ("#/components/parameters/", (3, "Parameter")),
    ("#/components/headers/", (3, "Header")),
)
"""What other components than schemas are called where a schema has their name."""


def _repeats_name(places: _Places, definition: Definition, base: str) -> bool:
    """Whether a definition is another's name and nothing else, as where each schema has a file of its own."""
    if not isinstance(definition, Alias) or not isinstance(definition.type, Ref):
        return False
    target = places.api.definitions.get(definition.type.id)
    return target is not None and places.name(target) == base


_LONG = 60
"""Names that are put together are shortened from here on, as those of a document are."""


class _Places(Struct, frozen=True):
    """What definitions are called after where they stand; `operations` are what those are called, by their ids."""

    api: Api
    operations: Mapping[str, str]
    hooks: Mapping[str, Hook]
    known: dict[tuple[str, bool, int], str]

    def name(self, definition: Definition, *, exact: bool = False, longest: int = _LONG) -> str:
        """What a definition is called if nobody else wants the name: its key, or its owner's name and the way down.

        `exact` leaves nothing out of the way that would tell it apart from a neighbour. What is longer than `longest` is
        shortened.
        """
        key = (definition.id, exact, longest)
        if key not in self.known:
            self.known[key] = self._name(definition, exact, longest)
        return self.known[key]

    def _name(self, definition: Definition, exact: bool, longest: int) -> str:
        place = definition.place
        if place.given is not None or place.owner is None:
            return pascal(place.given or "") or "Schema"
        owner = self.api.definitions.get(place.owner)
        if owner is not None:
            # What is pinned is what parts inside are called after, so that a component may be renamed alone.
            around = owner.place.pinned or self.name(owner, exact=exact, longest=longest)
        elif place.owner in self.operations:
            around = self.operations[place.owner]
        elif place.owner in self.hooks:
            around = self.hook(self.hooks[place.owner], exact=exact)
        else:
            around = _pointer_name(place.owner)
        joined = _joined(around, place.steps, exact) or "Schema"
        return joined if len(joined) <= longest else pascal(joined)

    def hook(self, hook: Hook, *, exact: bool = False) -> str:
        """What a webhook or callback is called: its key; `exact` with the operation that it belongs to and its method."""
        key = pascal(hook.name) or pascal(hook.given_id or "") or "Request"
        if not exact:
            return key
        within = (self.operations[id_] for id_ in hook.within if id_ in self.operations)
        around = next(within, "")
        method = "" if hook.method == "POST" else pascal(hook.method.lower())
        return f"{around}{key}{method}"


def _pointer_name(id_: str) -> str:
    """What stands at a place that has no name of its own: an operation that is left out is method and path."""
    steps = [step.replace("~1", "/") for step in id_.partition("#")[2].split("/")[1:]]
    if steps[:1] == ["paths"] and len(steps) > 2:
        return pascal(f"{steps[2]} {steps[1]}")
    if steps[:1] == ["components"]:
        return pascal(steps[-1])
    return pascal(" ".join(steps[-2:]))


def _joined(owner: str, steps: tuple[str, ...], exact: bool) -> str:
    """`Refund` and `refundItems`, `[]` -> `RefundItem`: a step does not say again what the owner ends with."""
    name = owner
    named = [step for step in steps if step not in ("[]", "{}")]
    for at, step in enumerate(named):
        one = singular(step) if at == len(named) - 1 and steps[-1] in ("[]", "{}") else step
        part = pascal(_part(one, exact)) or "Value"
        rest = part[len(name) :]
        # `OrderItem` goes on after `Order`, `Ordering` does not.
        goes_on = name and part.startswith(name) and rest and not rest[0].islower()
        name = part if goes_on and not exact else name + part
    return name if named else f"{owner}Item"


def _part(step: str, exact: bool) -> str:
    """A step as words: `404` as `error`, `200 xml` as `xml response`."""
    status, _, media = step.partition(" ")
    is_status = (status.isdigit() and len(status) == 3) or status[1:] == "XX"
    return f"{media} {_answer(status, exact)}" if is_status else step


_PHRASES = {
    "413": "Request Entity Too Large",
    "414": "Request-URI Too Long",
    "416": "Requested Range Not Satisfiable",
    "422": "Unprocessable Entity",
}
"""What Python 3.13 calls otherwise: names may not hang on the Python that the generator runs with."""


def _answer(status: str, exact: bool) -> str:
    """A status as a word: `response` or `error`; where several are of one kind, which: `not found error`."""
    kind = "response" if status[:1] == "2" else "error"
    if not exact or status in ("200", "201", "2XX"):
        return kind
    try:
        return f"{_PHRASES.get(status) or HTTPStatus(int(status)).phrase} {kind}"
    except ValueError:
        return f"{kind} {status}"


def named_members(definition: Definition) -> bool:
    """Whether the document names the values of an enumeration, so that constants are worth printing."""
    return isinstance(definition, Enum) and any(member.name for member in definition.members)
