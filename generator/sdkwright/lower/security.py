"""Security schemes and what operations require of them."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.model import Flow, Location, Scheme, SchemeKind
from ..spec.document import follow, resolve
from ..text.diagnostic import Report
from ..text.node import Node
from .docs import doc_of
from .extensions import numeric
from .tokens import is_token
from .work import Work, fields, text

_HTTP = {"basic": SchemeKind.BASIC, "bearer": SchemeKind.BEARER}
_PLACES = (Location.HEADER, Location.QUERY, Location.COOKIE)
_MALFORMED = (
    (str(Location.HEADER), "header-name-malformed"),
    (str(Location.COOKIE), "cookie-name-malformed"),
)

# What the transport writes by itself: a credential there would change how the message is read.
_RESERVED = frozenset({"host", "content-length", "content-type", "transfer-encoding", "connection"})


def schemes_of(work: Work) -> Mapping[str, Scheme]:
    """The security schemes of the document, by name; those that make no sense are reported."""
    components = work.document.root.get("components")
    listed = None if components is None else components.get("securitySchemes")
    found: dict[str, Scheme] = {}
    for name, node in fields(listed):
        target = resolve(work.document, node, work.report)
        scheme = None if target is None else _scheme(work, name, target.node)
        if scheme is not None:
            found[name] = scheme
    return found


def _scheme(work: Work, name: str, node: Node) -> Scheme | None:
    doc, origin = doc_of(node), work.origin(node)
    match text(node, "type"):
        case "apiKey":
            return _api_key(work, name, node)
        case "http":
            return _http(work, name, node)
        case "oauth2":
            url = text(node, "oauth2MetadataUrl")
            return Scheme(name, SchemeKind.OAUTH2, None, url, doc, origin, flows=_flows(node))
        case "openIdConnect":
            url = text(node, "openIdConnectUrl")
            return Scheme(name, SchemeKind.OPEN_ID, None, url, doc, origin)
        case "mutualTLS":
            return Scheme(name, SchemeKind.MUTUAL_TLS, None, None, doc, origin)
        case _:
            return None  # told where the shape of the document is checked


def _api_key(work: Work, name: str, node: Node) -> Scheme | None:
    wire, where = text(node, "name") or "", text(node, "in") or ""
    if where not in _PLACES:
        place = node.get("in") or node
        hint = f"write `in: {'`, `in: '.join(_PLACES)}`"
        work.fault("security-incomplete", place, "does not say where the API key travels", hint)
        return None
    if not wire:
        hint = "write its `name`"
        work.fault("security-incomplete", node, "is an API key without a name", hint)
        return None
    if where != Location.QUERY and not _is_sound(work, node, wire, where):
        return None
    doc, number = doc_of(node), numeric(work, node)
    return Scheme(
        name, SchemeKind.API_KEY, Location(where), wire, doc, work.origin(node), numeric=number
    )


def _http(work: Work, name: str, node: Node) -> Scheme | None:
    """RFC 9110 §11.1: the name of a scheme is a token in any case."""
    scheme = text(node, "scheme") or ""
    if not is_token(scheme):
        hint = "write `scheme: bearer`, `scheme: basic` or another name of HTTP authentication"
        place = node.get("scheme") or node
        work.fault("security-incomplete", place, "does not name a scheme of HTTP", hint)
        return None
    kind = _HTTP.get(scheme.lower(), SchemeKind.HTTP)
    wire = scheme if kind is SchemeKind.HTTP else None
    return Scheme(name, kind, None, wire, doc_of(node), work.origin(node))


def _flows(node: Node) -> tuple[Flow, ...]:
    return tuple(
        Flow(
            name,
            text(flow, "authorizationUrl"),
            text(flow, "tokenUrl"),
            text(flow, "refreshUrl"),
            tuple((scope, str(said.value or "")) for scope, said in _scopes(flow)),
        )
        for name, flow in fields(node.get("flows"))
    )


def _scopes(flow: Node) -> tuple[tuple[str, Node], ...]:
    scopes = flow.get("scopes")
    return () if scopes is None else tuple(scopes.items())


def _is_sound(work: Work, node: Node, wire: str, where: str) -> bool:
    place = node.get("name") or node
    if not is_token(wire):
        hint = "use letters, digits and `-` only"
        work.fault(dict(_MALFORMED)[where], place, f"can't be the name of a {where}", hint)
        return False
    if where == Location.HEADER and wire.lower() in _RESERVED:
        hint = "correct the name of the header"
        work.fault(
            "header-name-reserved", place, f"is the header `{wire}`, which HTTP itself uses", hint
        )
        return False
    return True


def security_of(
    work: Work, owner: Node, schemes: Mapping[str, Scheme]
) -> tuple[tuple[str, ...], ...]:
    """What an operation requires: its own `security`, else the document's."""
    listed = owner.get("security") or work.document.root.get("security")
    found: list[tuple[str, ...]] = []
    components = work.document.root.get("components")
    declared = dict(fields(None if components is None else components.get("securitySchemes")))
    for requirement in () if listed is None else listed.elements():
        names = tuple(
            _declared(work, requirement, name, declared) for name, _ in requirement.items()
        )
        if all(name in schemes for name in names):
            found.append(tuple(dict.fromkeys(names)))
    return tuple(found)


def _declared(work: Work, requirement: Node, name: str, declared: Mapping[str, Node]) -> str:
    """The name of the scheme that a requirement names, since OpenAPI 3.2 also by its URI; one not declared is told."""
    if name in declared:
        return name
    place = requirement.at_key(name)
    target = follow(work.document, Node(name, place, requirement.pointer), Report())
    named = None if target is None else target.node
    known = next((known for known, scheme in declared.items() if scheme is named), None)
    if known is None:
        what = f"requires the security scheme `{name}`, which is not declared"
        hint = "declare it under `components/securitySchemes`, or correct its name"
        work.doubt("security-undefined", requirement, what, hint, place)
    return known or name
