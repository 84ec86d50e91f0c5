"""Validity of the payloads that a document prints: each is held against its schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir.model import Doc, Object, Parameter, Role
from ...ir.types import Ref, Type
from ...text.diagnostic import Severity
from ...text.node import Node, Plain
from ...text.printable import clipped
from ...text.span import Span
from ..fitting import faults
from ..registry import Finding, Group
from ..subject import Planned
from .family import lint_rules

_MOST = 5


@lint_rules.api("oas3-valid-media-example", Group.VALIDITY, Severity.ERROR)
def oas3_valid_media_example(planned: Planned) -> Iterator[Finding]:
    """An example of a request, a response, a parameter or a header does not fit its schema.

    Readers copy it, fakes answer with it, and `sdkwright verify` sends it. A property that is declared nowhere counts: as a
    rule it is a slip of the pen, here or in the schema. Patterns are left to `sdkwright verify`.

    ```yaml
    schema: {type: object, properties: {amount: {type: number}}}
    example: {amount: 12.5}
    ```
    """
    yield from _findings(planned, (Role.REQUEST, Role.RESPONSE))
    parts = {
        planned.written.id(n): n for k in ("parameter", "header") for n in planned.written.of(k)
    }
    for one in _parameters(planned):
        node = parts.get(one.origin.id)
        for name, given in _shown(planned, node) if node is not None else ():
            yield from _told(planned, name, given.span, one.type, given.plain(), one.doc)


@lint_rules.api("oas3-valid-schema-example", Group.VALIDITY, Severity.ERROR)
def oas3_valid_schema_example(planned: Planned) -> Iterator[Finding]:
    """An example of a schema does not fit it, be it of a component, a property or a parameter.

    Readers copy it, and fakes answer with it.

    ```yaml
    Refund:
      type: object
      properties: {amount: {type: number}}
      example: {amount: 12.5}
    ```
    """
    yield from _findings(planned, (Role.SCHEMA,))
    schemas = _schemas(planned)
    for key in ("example", "examples"):
        for node, given in planned.written.having("schema", key):
            known = schemas.get(planned.written.id(node))
            listed = given.elements() if key == "examples" else (given,)
            for at, one in enumerate(listed if known is not None else (), 1):
                name = key if key == "example" else str(at)
                assert known is not None
                yield from _told(planned, name, one.span, known[0], one.plain(), known[1])


def _findings(planned: Planned, roles: tuple[Role, ...]) -> Iterator[Finding]:
    for one in planned.api.examples:
        if one.role in roles and (not one.media or "json" in one.media.lower()):
            yield from _told(planned, one.name, one.origin.span, one.type, one.value, None)


def _told(
    planned: Planned, name: str, span: Span, type_: Type, value: Plain, doc: Doc | None
) -> Iterator[Finding]:
    for at, fault in enumerate(faults(planned.api.definitions, type_, value, doc)):
        if at == _MOST:
            return
        where = f" at `{clipped(fault.pointer)}`" if fault.pointer else ""
        what = f"the example `{clipped(name)}` does not fit its schema{where}: {fault.message}"
        yield Finding(span, what, fault.hint)


def _parameters(planned: Planned) -> Iterator[Parameter]:
    """The parameters and headers of all operations, each once; not `Set-Cookie`, whose field lines are read as a list."""
    found: dict[str, Parameter] = {}
    for operation in planned.api.operations:
        headers = (one for response in operation.responses for one in response.headers)
        for one in (*operation.parameters, *headers):
            if one.wire.lower() != "set-cookie":
                found.setdefault(one.origin.id, one)
    yield from found.values()


def _shown(planned: Planned, node: Node) -> Iterator[tuple[str, Node]]:
    """The values that a parameter or header shows, by name."""
    single, several = node.get("example"), node.get("examples")
    if single is not None:
        yield "example", single
    for name, given in several.items() if several is not None else ():
        behind = planned.written.behind(given, "example")
        value = behind.get("value") if behind is not None else None
        if value is not None:
            yield name, value


def _schemas(planned: Planned) -> Mapping[str, tuple[Type, Doc | None]]:
    """What the schemas of the document are as types, by id: properties, parameters, and what has a name of its own."""
    found: dict[str, tuple[Type, Doc | None]] = {}
    for one in _parameters(planned):
        found[f"{one.origin.id}/schema"] = one.type, one.doc
    for id_, definition in planned.api.definitions.items():
        if "?" not in id_:
            found.setdefault(definition.origin.id, (Ref(id_), None))
            for field in definition.fields if isinstance(definition, Object) else ():
                found.setdefault(field.origin.id, (field.type, field.doc))
    told = {one.schema for one in planned.api.examples if one.role is Role.SCHEMA}
    return {id_: one for id_, one in found.items() if id_ not in told}
