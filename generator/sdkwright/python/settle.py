"""Names are claimed first and settled once: the result does not hang on the order of the claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import count

from msgspec import Struct

PINNED = 0
"""The rank of what a document or configuration insists on."""


_ALONE = ("{}",)


class Claim(Struct, frozen=True):
    """What wants a name in a scope: the lower rank wins; `candidates` run from the prettiest to the most precise.

    `family` are the patterns of all names that follow from the one given, itself (`{}`) among them: a client called
    `Shop` takes `AsyncShop` as well.
    """

    id: str
    rank: int
    candidates: tuple[str, ...]
    family: tuple[str, ...] = _ALONE

    def takes(self, name: str) -> frozenset[str]:
        """All names that are gone once this claim is given `name`, in the spelling in which names are compared."""
        if self.family == _ALONE:
            return frozenset((name.casefold(),))
        return frozenset(pattern.format(name).casefold() for pattern in self.family)


class Settled(Struct, frozen=True):
    """The names of a scope by claim id, and the ids that got a number because nothing better was left."""

    names: Mapping[str, str]
    numbered: tuple[str, ...]


def settle(
    claims: Iterable[Claim],
    reserved: frozenset[str] = frozenset(),
    locked: Mapping[str, str] | None = None,
    joint: str = "",
) -> Settled:
    """Give each claim of one scope a name of its own (also when case is ignored).

    `locked` are names issued before, by id: they stay with their id, so a newcomer never renames an older symbol.
    `joint` stands between a name and its number where nothing better than a number is left.
    """
    pending = sorted(claims, key=lambda claim: (claim.rank, claim.id))
    taken = set(folded(reserved))
    names: dict[str, str] = {}
    numbered: list[str] = []
    for rank in sorted({claim.rank for claim in pending} | {PINNED}):
        equals = [claim for claim in pending if claim.rank == rank]
        _settle_equals([claim for claim in equals if claim.id not in names], taken, names)
        left = [claim for claim in equals if claim.id not in names]
        numbered += _number(left, taken, names, joint)
        if rank == PINNED:
            _keep([claim for claim in pending if claim.rank > PINNED], locked or {}, taken, names)
    return Settled(names, tuple(numbered))


@cache
def folded(names: frozenset[str]) -> frozenset[str]:
    """Names in the spelling in which they are compared."""
    # The same few sets are reserved in thousands of scopes.
    return frozenset(name.casefold() for name in names)


def _keep(
    claims: list[Claim], locked: Mapping[str, str], taken: set[str], names: dict[str, str]
) -> None:
    """Names issued before stay, unless something insists on them now."""
    for claim in claims:
        issued = locked.get(claim.id)
        family = None if issued is None else claim.takes(issued)
        if issued is not None and family is not None and taken.isdisjoint(family):
            names[claim.id] = issued
            taken |= family


def _settle_equals(equals: list[Claim], taken: set[str], names: dict[str, str]) -> None:
    """Claims of one rank: those that want the same name all move on to their next candidate."""
    for at in range(max((len(claim.candidates) for claim in equals), default=0)):
        left = [c for c in equals if c.id not in names and at < len(c.candidates)]
        families = [claim.takes(claim.candidates[at]) for claim in left]
        wanted = Counter(name for family in families for name in family)
        alone = [all(wanted[name] == 1 for name in family) for family in families]
        for claim, family, is_alone in zip(left, families, alone, strict=True):
            if is_alone and not family & taken:
                names[claim.id] = claim.candidates[at]
                taken |= family


def _number(left: list[Claim], taken: set[str], names: dict[str, str], joint: str) -> list[str]:
    """Give the claims that no candidate was left for a number, in the order of their ids."""
    tried: dict[tuple[str, tuple[str, ...]], int] = {}
    for claim in left:
        base = claim.candidates[-1]
        # Where claims are alike, what one could not have the next one can't have either.
        start = tried.get((base, claim.family), 1)
        # The first of equals keeps the bare name where it is still free.
        free = ((n, base if n == 1 else f"{base}{joint}{n}") for n in count(start))
        number, name = next(found for found in free if not claim.takes(found[1]) & taken)
        tried[base, claim.family] = number + 1
        names[claim.id] = name
        taken |= claim.takes(name)
    return [claim.id for claim in left]
