"""What parts of lists are noted as in the name lock: a number changes when another part is put in front."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..ir.model import Api, Object
from ..text.node import escape
from .lock import Lock


class Anchors(Struct, frozen=True):
    """What stands in a lock in place of the numbers at which ids end: as it is issued, and as it was issued before."""

    now: Mapping[str, str]
    before: Mapping[str, str]

    def noted(self, id_: str) -> str:
        """The key under which a name for `id_`, which may have words before it, is noted."""
        return _replaced(id_, self.now)

    def sought(self, id_: str) -> str:
        """The key under which that name was noted if it was issued before."""
        return _replaced(id_, self.before)


def anchors_of(api: Api, lock: Lock) -> Anchors:
    """Parameters by where they travel and their names on the wire, members of a choice by what tells them apart."""
    now = {
        p.origin.id: f"{p.location}/{escape(p.wire)}"
        for operation in api.operations
        for p in operation.parameters
    }
    choices: dict[str, dict[str, str]] = defaultdict(dict)
    for definition in api.definitions.values():
        choice, _, number = definition.id.rpartition("/")
        if choice.endswith(("/oneOf", "/anyOf")) and number.isdigit() and definition.place.steps:
            choices[choice][definition.id] = definition.place.steps[-1]
    for members in choices.values():
        having = Counter(members.values())
        alone = (one for one in members.items() if having[one[1]] == 1)
        now |= {id_: f"<{escape(s)}>" for id_, s in alone if not _COUNTED.fullmatch(s)}
    return Anchors(now, now | _renamed(api, now, choices, lock))


def _renamed(
    api: Api, now: Mapping[str, str], choices: Mapping[str, Iterable[str]], lock: Lock
) -> dict[str, str]:
    """Members of choices that are told apart by something else than before: those that have most of what one had then."""
    issued: dict[str, list[str]] = defaultdict(list)
    for key in lock.scope("types"):
        if found := _MEMBER.fullmatch(key):
            issued[found[1]].append(found[2])
    renamed: dict[str, str] = {}
    for choice, members in choices.items():
        noted = _replaced(choice, now)
        known, here = issued.get(noted, ()), [now.get(id_) for id_ in members]
        pairs = [
            (_likeness(api, id_, lock.scope(f"fields {noted}/{one}")), id_, one)
            for one in known
            for id_ in members
            if one not in here and now.get(id_) not in known
        ]
        taken: set[str] = set()
        for likeness, id_, one in sorted(pairs, key=lambda pair: -pair[0]):
            if likeness and id_ not in renamed and one not in taken:
                renamed[id_] = one
                taken.add(one)
    return renamed


def _likeness(api: Api, id_: str, wires: Iterable[str]) -> float:
    """How much of all properties an object has in common with one that had `wires`."""
    definition, known = api.definitions[id_], set(wires)
    here = {f.wire for f in definition.fields} if isinstance(definition, Object) else set[str]()
    return len(here & known) / len(here | known) if here | known else 0.0


def _replaced(id_: str, anchors: Mapping[str, str]) -> str:
    if "/parameters/" not in id_ and "Of/" not in id_:
        return id_
    # A scope or claim says what it is of before the id of that.
    first = id_.rfind(" ", 0, id_.find("#")) + 1
    return _NUMBER.sub(lambda at: anchors.get(id_[first : at.end()], at[0]), id_)


_NUMBER = re.compile(r"(?:(?<=/parameters/)|(?<=/oneOf/)|(?<=/anyOf/))[0-9]+(?=/|$)")
_MEMBER = re.compile(r"(.*/(?:oneOf|anyOf))/(<[^/]*>)")
_COUNTED = re.compile(r"variant [0-9]+|.* [0-9]+")
"""What a member of a choice is called after where only its number tells it apart."""
