"""Names that a document insists on (`x-sdk`)."""

from __future__ import annotations

from ..ir.model import Api, Object
from ..text.diagnostic import Report
from ..text.span import Span
from .code import is_identifier


def pinned_types(api: Api) -> frozenset[str]:
    """The names of classes that a document insists on."""
    clients = () if api.client is None else (api.client, f"Async{api.client}")
    hooks = (hook.pinned for hook in api.hooks)
    definitions = (definition.place.pinned for definition in api.definitions.values())
    return frozenset(name for name in (*clients, *hooks, *definitions) if name is not None)


def check_pins(api: Api, report: Report) -> None:
    """A pinned name is taken as it is or refused, never bent."""
    pins: list[tuple[str | None, Span]] = [(api.client, api.origin.span)]
    for definition in api.definitions.values():
        pins.append((definition.place.pinned, definition.origin.span))
        if isinstance(definition, Object):
            pins += [(field.pinned, field.origin.span) for field in definition.fields]
    for operation in api.operations:
        names = (
            operation.pin.method,
            *(w.method for w in (*operation.waits, operation.start) if w),
        )
        pins += [(name, operation.origin.span) for name in names]
        pins += [(parameter.pinned, parameter.origin.span) for parameter in operation.parameters]
    pins += [(hook.pinned, hook.origin.span) for hook in api.hooks]
    pins += [(p.pinned, p.origin.span) for hook in api.hooks for _, p in hook.parameters]
    for name, span in pins:
        if name is not None and (not is_identifier(name) or name.startswith("_")):
            report.error(
                "name-invalid",
                f"`{name}` can't be a Python name",
                span,
                "use ASCII letters, digits and `_`, no keyword",
            )
