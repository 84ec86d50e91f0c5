"""The naming stage: every Python name of a package is settled here, none is made afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from ..ir.body_forms import described_id, form_id
from ..ir.model import (
    Api,
    Enum,
    Object,
    Operation,
    Scheme,
    SchemeKind,
    Server,
)
from ..text.diagnostic import Report
from ..text.span import Span
from .anchors import anchors_of
from .argument_names import argument_names
from .classes import (
    check_pages,
    follow_up_claims,
    has_whole,
    is_linked,
    named_members,
    page_model,
    type_claims,
)
from .conventions import described, method_names, own_ids
from .dates import shadowed_dates
from .groups import METHODS_OF, bare_key, resource_groups, short_id, tag_of
from .lock import BODIES, CHOICES, Lock
from .naming_desk import NamingDesk
from .pins import check_pins, pinned_types
from .reserved import (
    CLIENT,
    CREDENTIALS,
    DATETIME,
    DECLARATIONS,
    FIELDS,
    METHODS,
    MODULES,
    TYPES,
)
from .settle import PINNED, Claim, settle
from .wait_claims import declared_claim, follow_up_waits, wait_claim, wait_id, waits_of
from .words import bent, constant, snake, unreserved, with_body


class ResourceName(Struct, frozen=True):
    """A group of operations: its key in the document, module (and attribute of the client) and classes."""

    key: str
    module: str
    sync: str
    operations: tuple[Operation, ...]

    @property
    def async_(self) -> str:
        """The class for asynchronous use."""
        return f"Async{self.sync}"


class Names(Struct, frozen=True):
    """All settled names of one API, by the ids of the parts that they name."""

    client: str
    types: Mapping[str, str]
    constants: Mapping[str, str]
    members: Mapping[str, Mapping[str, str]]
    fields: Mapping[str, Mapping[str, str]]
    resources: tuple[ResourceName, ...]
    methods: Mapping[str, str]
    declarations: Mapping[str, str]
    arguments: Mapping[str, Mapping[str, str]]
    pages: Mapping[str, str]
    credentials: Mapping[str, tuple[str, ...]]
    variables: Mapping[str, str]
    environments: tuple[str, ...]
    hooks: Mapping[str, str]
    wholes: Mapping[str, str]
    links: Mapping[str, str]
    follow_ups: Mapping[str, Mapping[str, str]]
    waits: Mapping[str, str]
    lock: Lock

    @property
    def async_client(self) -> str:
        """The client for asynchronous use."""
        return f"Async{self.client}"


def settle_names(api: Api, lock: Lock, report: Report) -> Names:
    """Settle the names of `api`; names in `lock` stay as they were issued.

    Reports `name-invalid` for a pinned name that Python refuses, `name-taken` for one that something else has, and
    `name-numbered` where two parts compete.
    """
    groups = resource_groups(api, lock)
    desk = NamingDesk(lock, report, {}, _places(api, groups), anchors_of(api, lock))
    check_pins(api, report)
    types = _types(desk, api, groups)
    resources = _resources(desk, groups, types)
    fields = {d.id: _fields(desk, d) for d in api.definitions.values() if isinstance(d, Object)}
    check_pages(api, fields, report)
    enums = [d for d in api.definitions.values() if isinstance(d, Enum) and named_members(d)]
    methods, declarations = _methods(desk, resources, types)
    waits = waits_of(api)
    credentials = _credentials(desk, tuple(api.schemes.values()))
    return Names(
        client=types["client"],
        types={id_: types[id_] for id_ in api.definitions},
        constants={e.id: types[f"constants {e.id}"] for e in enums},
        members={e.id: desk.settle(f"members {e.id}", _member_claims(e)) for e in enums},
        fields=fields,
        resources=resources,
        methods=methods,
        declarations=declarations,
        arguments={op.id: argument_names(desk, api, op, fields) for op in api.operations},
        pages={op.id: types[f"page {op.id}"] for op in api.operations if page_model(api, op)},
        credentials=credentials,
        variables=_variables(desk, api, credentials),
        environments=_environments(desk, api.servers),
        hooks={hook.id: types[f"hook {hook.id}"] for hook in api.hooks},
        wholes={
            op.id: types[f"whole {described_id(op)}"] for op in api.operations if has_whole(op)
        },
        links={op.id: types[f"links {described_id(op)}"] for op in api.operations if op.links},
        follow_ups={
            op.id: desk.settle(
                f"links {op.id}", chain(follow_up_claims(op), follow_up_waits(op, waits)), METHODS
            )
            for op in filter(is_linked, api.operations)
        },
        waits={id_: name for id_, name in methods.items() if id_.startswith("wait ")},
        lock=Lock(desk.issued | {CHOICES: desk.anchors.choices, BODIES: desk.anchors.bodies}),
    )


def _types(desk: NamingDesk, api: Api, groups: Mapping[str, object]) -> dict[str, str]:
    kept = desk.kept("types", api.definitions, TYPES | pinned_types(api))
    return desk.settle("types", type_claims(api, groups, kept), TYPES, joint="")


def _methods(
    desk: NamingDesk,
    resources: tuple[ResourceName, ...],
    types: Mapping[str, str],
) -> tuple[dict[str, str], dict[str, str]]:
    """The names of methods, and of the constants that declare them."""
    given: Mapping[str, str] | None = None
    methods: dict[str, str] = {}
    declarations: dict[str, str] = {}
    loud = frozenset(name for name in types.values() if name.isupper())
    for resource in resources:
        scope = METHODS_OF + resource.key
        stay = None
        if not any(op.pin.method or op.waits or op.start for op in resource.operations):
            stay = desk.stay(scope, [operation.id for operation in resource.operations], METHODS)
        if stay is None:
            given = given or own_ids(chain.from_iterable(one.operations for one in resources))
            issued = desk.issued_in(scope)
            claims = _method_claims(resource.key, resource.operations, given, issued)
            stay = desk.settle(scope, claims, METHODS)
        methods |= stay
        declarations |= _declarations(resource.operations, methods, loud | DECLARATIONS)
    return methods, declarations


def _places(api: Api, groups: Mapping[str, tuple[Operation, ...]]) -> dict[str, Span]:
    """Where the parts stand that may compete for a name, by the ids of their claims."""
    places = {d.id: d.origin.span for d in api.definitions.values()}
    places |= {f"constants {id_}": span for id_, span in places.items()}
    tags = {tag.name: tag.origin.span for tag in api.tags}
    for key, operations in groups.items():
        place = tags.get(tag_of(operations, key), operations[0].origin.span)
        places[key] = places[f"resource {key}"] = place
    places |= {f"whole {operation.id}": operation.origin.span for operation in api.operations}
    places |= {f"hook {hook.id}": hook.origin.span for hook in api.hooks}
    for operation in api.operations:
        for kind in ("", "page ", "wait "):
            places[f"{kind}{operation.id}"] = operation.origin.span
        places |= {wait_id(operation, wait): operation.origin.span for wait in operation.waits}
    places |= {server.url: server.origin.span for server in api.servers}
    for scheme in api.schemes.values():
        for part in ("", "/username", "/password"):
            places[scheme.name + part] = scheme.origin.span
    return places


def _resources(
    desk: NamingDesk, groups: Mapping[str, tuple[Operation, ...]], types: Mapping[str, str]
) -> tuple[ResourceName, ...]:
    claims = map(_resource_claim, groups)
    modules = desk.settle("resources", claims, CLIENT | MODULES)
    return tuple(
        ResourceName(key, modules[key], types[f"resource {key}"], ops)
        for key, ops in groups.items()
    )


def _resource_claim(key: str) -> Claim:
    name, whole = unreserved(snake(bare_key(key)) or "api"), unreserved(snake(key) or "api")
    wanted = tuple(dict.fromkeys((name, whole, f"{name}_resource")))
    # What is called otherwise gives way to what is called so without more ado.
    return Claim(key, 1 if bare_key(key) == key else 2, wanted)


def _method_claims(
    key: str,
    operations: tuple[Operation, ...],
    given: Mapping[str, str],
    issued: Callable[[str], str | None],
) -> Iterator[Claim]:
    ids = frozenset(given.values())
    bare = {id_: _NUMBER.sub("", said) for id_, said in given.items()}
    again = {id_ for id_, said in bare.items() if said != given[id_] and said in ids}
    for operation in operations:
        rank, wanted = _method_names(operation, key, given.get(operation.id))
        if operation.id in again:
            # `findAll_1`: the number tells it from one that stands elsewhere, as springdoc writes it.
            rank, wanted = rank + 1, (unreserved(_NUMBER.sub("", wanted[0]), METHODS), *wanted)
        yield from wait_claim(operation, operation.pin.method or wanted[0])
        pinned = (operation.pin.method,) if operation.pin.method else ()
        if operation.form is not None:
            names = tuple(with_body(base, operation.form) for base in pinned or wanted)
            yield Claim(operation.id, 3, names)
        elif pinned:
            yield Claim(operation.id, PINNED, pinned)
        else:
            # Another body of the operation may have come first, and have the name that both want.
            others = {issued(form_id(operation.id, body.media)) for body in operation.other_bodies}
            if operation.body is not None and wanted[0] in others:
                wanted = (with_body(wanted[0], operation.body.media), *wanted)
            yield Claim(operation.id, rank, wanted)


_NUMBER = re.compile(r"_[0-9]{1,2}$")


def _method_names(operation: Operation, key: str, given: str | None) -> tuple[int, tuple[str, ...]]:
    """What a method wants to be called, from the prettiest on, and how far behind others it stands."""
    spelled = snake(described(operation))
    own = (1, (short_id(operation, key), given)) if given else None
    rank, wanted = own or method_names(operation, key)
    return rank, tuple(unreserved(snake(name) or spelled, METHODS) for name in (*wanted, spelled))


def _declarations(
    operations: tuple[Operation, ...], methods: Mapping[str, str], reserved: frozenset[str]
) -> Mapping[str, str]:
    """The constants that hold the declarations of a module's operations; nobody else sees them, so no lock holds them."""
    claims: list[Claim] = []
    for operation in operations:
        name = constant(methods[operation.id])
        claims.append(Claim(operation.id, 1, (name, f"{name}_OPERATION")))
        claims += declared_claim(operation, name)
    return settle(claims, reserved, joint="_").names


def _fields(desk: NamingDesk, definition: Object) -> dict[str, str]:
    scope = f"fields {definition.id}"
    wires = [field.wire for field in definition.fields]
    shadowed = shadowed_dates(definition, map(snake, wires))
    taken = FIELDS | {DATETIME} if shadowed else FIELDS
    if not any(field.pinned for field in definition.fields):
        stay = desk.stay(scope, wires, taken)
        if stay is not None:
            return stay
    claims: list[Claim] = []
    for field in definition.fields:
        name = unreserved(snake(field.wire) or "field", taken)
        rank = 1 + bent(field.wire, name)
        claims.append(Claim(field.wire, PINNED if field.pinned else rank, (field.pinned or name,)))
    spans = {field.wire: field.origin.span for field in definition.fields}
    settled = desk.settle(scope, claims, taken, spans=spans)
    # In one order, whether they were issued before or not: files are told to be the same by what they follow from.
    return {wire: settled[wire] for wire in wires}


def _member_claims(enum: Enum) -> Iterator[Claim]:
    for member in enum.members:
        text = member.name if member.name else str(member.value)
        yield Claim(str(member.value), 1, (unreserved(constant(text) or "VALUE"),))


def _credentials(desk: NamingDesk, schemes: tuple[Scheme, ...]) -> dict[str, tuple[str, ...]]:
    lone_basic = sum(scheme.kind is SchemeKind.BASIC for scheme in schemes) == 1
    parts: dict[str, tuple[str, ...]] = {}
    claims: list[Claim] = []
    for scheme in schemes:
        name = snake(scheme.name) or "credential"
        wanted = {"": unreserved(name)}
        if scheme.kind is SchemeKind.BASIC:
            prefix = "" if lone_basic else f"{name}_"
            wanted = {"/username": f"{prefix}username", "/password": f"{prefix}password"}
        parts[scheme.name] = tuple(scheme.name + suffix for suffix in wanted)
        claims += [
            Claim(scheme.name + suffix, 1, (text, f"{text}_credential"))
            for suffix, text in wanted.items()
        ]
    # A variable of an address that was there before keeps its argument from a newcomer.
    own, others = (desk.issued_before.scope(one).values() for one in ("credentials", "variables"))
    settled = desk.settle("credentials", claims, CREDENTIALS | (frozenset(others) - frozenset(own)))
    return {scheme: tuple(settled[part] for part in ids) for scheme, ids in parts.items()}


def _variables(
    desk: NamingDesk, api: Api, credentials: Mapping[str, tuple[str, ...]]
) -> dict[str, str]:
    """The arguments of the constructor for what stands in braces in an address."""
    own = (server for operation in api.operations for server in operation.servers)
    wires = {v.name: None for server in (*api.servers, *own) for v in server.variables}
    taken = CREDENTIALS | {name for names in credentials.values() for name in names}
    claims: list[Claim] = []
    for wire in wires:
        name = unreserved(snake(wire) or "variable")
        claims.append(Claim(wire, 1, (name, f"server_{name}")))
    return desk.settle("variables", claims, taken)


def _environments(desk: NamingDesk, servers: tuple[Server, ...]) -> tuple[str, ...]:
    claims: list[Claim] = []
    for at, server in enumerate(servers):
        described = snake(" ".join((server.doc.description or "").split()[:3]))
        fallback = "default" if at == 0 else f"server_{at + 1}"
        claims.append(
            Claim(
                server.url,
                PINNED if server.name else 1,
                (snake(server.name or "") or described or fallback, fallback),
            )
        )
    settled = desk.settle("environments", claims)
    return tuple(settled[server.url] for server in servers)
