"""Where scope after scope of names is settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..text.diagnostic import Report
from ..text.span import Span
from .lock import Lock
from .settle import Claim, settle

_PARTS: Mapping[str, tuple[str, str]] = {
    "types": ("the schema", "write `x-sdk: {name: …}` on it"),
    "whole": ("the response", "call the operation otherwise"),
    "links": ("the link", "call it otherwise"),
    "hook": ("the request that is received", "write `x-sdk: {name: …}` on it"),
    "resource": ("the group", "write `x-sdk: {resource: …}` on its operations"),
    "page": ("the page of", "give it an `operationId` of its own"),
    "constants": ("the group of constants of", "write `x-sdk: {name: …}` on the schema"),
    "resources": ("the group", "write `x-sdk: {resource: …}` on its operations"),
    "fields": ("the property", "write `x-sdk: {name: …}` on it"),
    "methods": ("the operation", "write `x-sdk: {method: …}` on it"),
    "members": ("the value", "write `x-enum-varnames` beside the values"),
    "arguments": ("the argument", "write `x-sdk: {name: …}` on the parameter or property"),
    "credentials": ("the credential", "call the security scheme otherwise"),
    "variables": ("the variable of an address", "call it otherwise in the address"),
    "environments": ("the server", "write `x-sdk: {name: …}` on it"),
}
"""What is named in a scope (by the first word of the scope or claim), and how an author chooses its name."""


class NamingDesk(Struct):
    """Settles scope after scope, with the names issued before at hand, and notes what it issues."""

    issued_before: Lock
    report: Report
    issued: dict[str, dict[str, str]]
    spans: dict[str, Span]

    def settle(
        self,
        scope: str,
        claims: Iterable[Claim],
        reserved: frozenset[str] = frozenset(),
        joint: str = "_",
        spans: Mapping[str, Span] | None = None,
    ) -> dict[str, str]:
        """The names of a scope by the ids of its claims. Reports `name-numbered` where two parts compete."""
        wanted = tuple(claims)
        settled = settle(wanted, reserved, self.issued_before.scope(scope), joint)
        candidates = {claim.id: claim.candidates[0] for claim in wanted}
        for id_ in settled.numbered:
            if settled.names[id_] != candidates[id_]:
                span = (spans or self.spans).get(id_)
                self._tell(scope, id_, settled.names[id_], candidates[id_], span)
        self.issued[scope] = dict(settled.names)
        return dict(settled.names)

    def _tell(self, scope: str, id_: str, name: str, wanted: str, span: Span | None) -> None:
        kind, _, rest = id_.partition(" ")
        group = scope == "types" and kind in (
            "resource",
            "constants",
            "hook",
            "page",
            "whole",
            "links",
        )
        what, hint = _PARTS[kind if group else scope.partition(" ")[0]]
        message = f"{what} `{rest if group else id_}` is called `{name}`, since `{wanted}` is taken"
        self.report.warn("name-numbered", message, span, hint)
