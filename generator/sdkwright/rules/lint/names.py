"""Names that become the same in code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ...ir.model import Api, Object, Operation, Origin
from ...python.words import snake
from ...text.diagnostic import Severity
from ..registry import Finding
from .family import lint_rules


@lint_rules.rule(Severity.WARNING)
def field_name_ambiguous(api: Api) -> Iterator[Finding]:
    """Two properties of an object differ only in capitals or punctuation.

    Both want the same attribute in Python, and one of them gets a number.

    ```yaml
    refundId:
      x-sdk: {name: refund_id}
    RefundID:
      x-sdk: {name: legacy_refund_id}
    ```
    """
    for definition in api.definitions.values():
        if isinstance(definition, Object):
            fields = ((f.wire, f.origin) for f in definition.fields if f.pinned is None)
            yield from _ambiguous(fields, "property", f" of `{definition.id}`")


@lint_rules.rule(Severity.WARNING)
def definition_name_ambiguous(api: Api) -> Iterator[Finding]:
    """Two schemas of `components` differ only in capitals or punctuation.

    Both want the same class name in Python, and one of them gets a number.

    ```yaml
    Line_Item:
      x-sdk: {name: LegacyLineItem}
    LineItem: {}
    ```
    """
    given = [d for d in api.definitions.values() if d.place.pinned is None]
    yield from _ambiguous(((d.place.given, d.origin) for d in given if d.place.given), "schema", "")


@lint_rules.rule(Severity.ERROR)
def method_name_ambiguous(api: Api) -> Iterator[Finding]:
    """Two operations of a group are pinned to the same method.

    A pinned name is never changed, so only one of them could be called.

    ```yaml
    get:
      x-sdk: {resource: refunds, method: get}
    ```
    """
    first: dict[tuple[str, str], Operation] = {}
    for operation in api.operations:
        if operation.pin.method is None:
            continue
        group = operation.pin.resource or next(iter(operation.tags), "")
        other = first.setdefault((group, operation.pin.method), operation)
        if other is not operation:
            message = f"`{operation.id}` is pinned to the method `{operation.pin.method}`, as is `{other.id}`"
            related = ((other.origin.span, "the other one"),)
            yield Finding(
                operation.origin, message, "choose another `method` under `x-sdk`", related
            )


def _ambiguous(named: Iterable[tuple[str, Origin]], what: str, where: str) -> Iterator[Finding]:
    groups: dict[str, list[tuple[str, Origin]]] = defaultdict(list)
    for wire, origin in named:
        groups[snake(wire)].append((wire, origin))
    for group in groups.values():
        (other, place), *rivals = group
        for wire, origin in rivals:
            message = f"the {what} `{wire}`{where} reads like `{other}`"
            hint = "pin what each is called in code, with `x-sdk: {name: …}`"
            yield Finding(origin, message, hint, ((place.span, "the other one"),))
