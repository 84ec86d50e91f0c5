"""Security schemes and what operations require of them."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir.model import Location, Scheme, SchemeKind
from ..spec.document import resolve
from ..text.node import Node
from .docs import doc_of
from .extensions import numeric
from .tokens import is_token
from .work import Work, fields, text

_HTTP = {"basic": SchemeKind.BASIC, "bearer": SchemeKind.BEARER}

# What the transport writes by itself: a credential there would change how the message is read.
_RESERVED = frozenset({"host", "content-length", "content-type", "transfer-encoding", "connection"})


def schemes_of(work: Work) -> Mapping[str, Scheme]:
    """The security schemes of the document that are supported; the others are reported."""
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
    type_, where, scheme = text(node, "type"), text(node, "in"), text(node, "scheme") or ""
    if type_ == "apiKey" and where == "header":
        wire = text(node, "name") or ""
        if not _is_sound_header(work, node, wire):
            return None
        doc, origin = doc_of(node), work.origin(node)
        number = numeric(work, node)
        return Scheme(name, SchemeKind.API_KEY, Location.HEADER, wire, doc, origin, number)
    if type_ == "http" and scheme.lower() in _HTTP:
        return Scheme(name, _HTTP[scheme.lower()], None, None, doc_of(node), work.origin(node))
    kind = " ".join(part for part in (type_, where and f"in {where}", scheme) if part)
    hint = "describe the header that ends up on the wire: an API key in a header, http basic or http bearer"
    work.fault(
        "unsupported-security", node, f"is of the kind {kind}, which is not supported yet", hint
    )
    return None


def _is_sound_header(work: Work, node: Node, wire: str) -> bool:
    place = node.get("name") or node
    if not is_token(wire):
        hint = "use letters, digits and `-` only"
        work.fault("header-name-malformed", place, "can't be the name of a header", hint)
        return False
    if wire.lower() in _RESERVED:
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
    for requirement in () if listed is None else listed.elements():
        names = tuple(name for name, _ in requirement.items())
        _check_declared(work, requirement, names)
        if all(name in schemes for name in names):
            found.append(names)
    return tuple(found)


def _check_declared(work: Work, requirement: Node, names: tuple[str, ...]) -> None:
    components = work.document.root.get("components")
    declared = None if components is None else components.get("securitySchemes")
    for name in names:
        if declared is None or declared.get(name) is None:
            what = f"requires the security scheme `{name}`, which is not declared"
            hint = "declare it under `components/securitySchemes`, or correct its name"
            work.doubt("security-undefined", requirement, what, hint, requirement.at_key(name))
