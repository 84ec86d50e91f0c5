"""Where scope after scope of names is settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from ..text.diagnostic import Report
from ..text.span import Span
from .anchors import Anchors
from .lock import Lock
from .settle import PINNED, Claim, Settled, folded, settle

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
    """Settles scope after scope, with the names issued before at hand, and notes what it issues.

    `anchors` say what parts of lists are noted as.
    """

    issued_before: Lock
    report: Report
    issued: dict[str, dict[str, str]]
    spans: dict[str, Span]
    anchors: Anchors

    def issued_in(self, scope: str) -> Callable[[str], str | None]:
        """A look-up of the names issued before in a scope, by the ids of now; None for what had none."""
        seek = self.anchors.sought
        before = self.issued_before.scope(seek(scope))
        return lambda id_: before.get(seek(id_))

    def kept(
        self, scope: str, ids: Collection[str], reserved: frozenset[str] = frozenset()
    ) -> dict[str, str]:
        """The names issued before that those of `ids` keep which insist on nothing: in most runs all there are.

        Left out are names that something else has, or that are `reserved` by now: those are settled with the others.
        """
        issued = self._issued_to(scope, ids)
        if not issued:
            return {}
        having = Counter(map(str.casefold, issued.values()))
        taken = folded(reserved)
        if len(having) == len(issued) and having.keys().isdisjoint(taken):
            return issued
        return {
            id_: name
            for id_, name in issued.items()
            if having[name.casefold()] == 1 and name.casefold() not in taken
        }

    def stay(
        self, scope: str, ids: Sequence[str], reserved: frozenset[str] = frozenset()
    ) -> dict[str, str] | None:
        """The names of a scope where all of `ids`, which insist on nothing, keep those issued before; None where one does not.

        So it is in most runs, and what else they might be called need not be thought about.
        """
        kept = self.kept(scope, ids, reserved)
        return self.note(scope, kept) if len(kept) == len(ids) else None

    def _issued_to(self, scope: str, ids: Iterable[str]) -> dict[str, str]:
        issued = self.issued_in(scope)
        return {id_: name for id_ in ids if (name := issued(id_)) is not None}

    def note(self, scope: str, names: Mapping[str, str]) -> dict[str, str]:
        """Issue the names of a scope, by ids."""
        noted = self.anchors.noted
        self.issued[noted(scope)] = {noted(id_): name for id_, name in names.items()}
        return dict(names)

    def settle(
        self,
        scope: str,
        claims: Iterable[Claim],
        reserved: frozenset[str] = frozenset(),
        joint: str = "_",
        spans: Mapping[str, Span] | None = None,
    ) -> dict[str, str]:
        """The names of a scope by the ids of its claims.

        Reports `name-numbered` where two parts compete, and `name-taken` where one insists on a name that it can't have.
        """
        wanted = {claim.id: claim for claim in claims}
        locked = self._issued_to(scope, wanted)
        settled = settle(wanted.values(), reserved, locked, joint)
        for id_ in settled.numbered:
            if settled.names[id_] == wanted[id_].candidates[0]:
                continue
            if wanted[id_].rank == PINNED:
                holder = _holder(wanted, settled, id_, wanted[id_].candidates[0])
                self._refuse(scope, wanted[id_], holder, spans or self.spans)
            else:
                self._tell(scope, wanted[id_], settled.names[id_], spans or self.spans)
        for id_, name in locked.items():
            if settled.names[id_] == name or wanted[id_].rank == PINNED:
                continue
            # What insists on an issued name takes it from something that does not say what it shall be called now.
            holder = _holder(wanted, settled, id_, name)
            if holder is not None and wanted[holder].rank == PINNED:
                self._refuse(scope, wanted[holder], id_, spans or self.spans)
        return self.note(scope, settled.names)

    def _tell(self, scope: str, claim: Claim, name: str, spans: Mapping[str, Span]) -> None:
        said, hint = _described(scope, claim)
        message = f"{said} is called `{name}`, since `{claim.candidates[0]}` is taken"
        self.report.warn("name-numbered", message, spans.get(claim.id), hint)

    def _refuse(
        self, scope: str, claim: Claim, holder: str | None, spans: Mapping[str, Span]
    ) -> None:
        """What a document insists on is taken as it is or refused, never bent."""
        said, _ = _described(scope, claim)
        why = "reserved" if holder is None else "taken"
        place = None if holder is None else spans.get(holder)
        self.report.error(
            "name-taken",
            f"{said} can't be called `{claim.candidates[0]}`, which is {why}",
            spans.get(claim.id),
            "choose another name under `x-sdk`" + ("" if holder is None else ", or one for both"),
            () if place is None else ((place, "what is called so"),),
        )


def _described(scope: str, claim: Claim) -> tuple[str, str]:
    """What wants a name, in words, and how its author chooses one."""
    kind, _, rest = claim.id.partition(" ")
    group = scope == "types" and kind in _GROUPS
    what, hint = _PARTS[kind if group else scope.partition(" ")[0]]
    return f"{what} `{rest if group else claim.id}`", hint


_GROUPS = frozenset({"resource", "constants", "hook", "page", "whole", "links"})


def _holder(claims: Mapping[str, Claim], settled: Settled, id_: str, name: str) -> str | None:
    """What else has a name that a claim would take with `name`; None where nothing may have it."""
    wanted = claims[id_].takes(name)
    names = settled.names.items()
    return next((one for one, n in names if one != id_ and claims[one].takes(n) & wanted), None)
