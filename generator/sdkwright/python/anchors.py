"""What parts are noted as in the name lock whose ids may come to mean others.

A number changes when another part is put in front; an operation stands for its JSON as soon as it takes any.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..ir.body_forms import form_id
from ..ir.model import Api, Object
from ..ir.writing import BodyKind
from ..text.node import escape
from .groups import METHODS_OF
from .lock import BODIES, CHOICES, Lock


class Anchors(Struct, frozen=True):
    """What stands in a lock in place of ids.

    `bodies` are the media types that operations without JSON send, which the lock keeps for the next time; `former` what
    operations were noted as that stood for another body then.
    `parameters` are what it says of them by their ids, `moved` the numbers of those members of choices that had others when
    their names were issued. `choices` are the words that tell members apart, which the lock keeps for the next time.
    """

    bodies: Mapping[str, str]
    former: Mapping[str, str]
    parameters: Mapping[str, str]
    moved: Mapping[str, str]
    choices: Mapping[str, str]

    def noted(self, id_: str) -> str:
        """The key under which a name for `id_`, which may have words before it, is noted."""
        return _replaced(id_, self.parameters, {}) if "/parameters/" in id_ else id_

    def sought(self, id_: str) -> str:
        """The key under which that name was noted if it was issued before."""
        if not self.moved or "Of/" not in id_:
            return self.former.get(id_) or self.noted(id_)
        return _replaced(id_, self.parameters, self.moved)


def anchors_of(api: Api, lock: Lock) -> Anchors:
    """Parameters by where they travel and their names on the wire, members of a choice by what tells them apart.

    An operation stands for its first body. Where that is another one than when its names were issued, they go with the body.
    """
    parameters = {
        p.origin.id: f"{p.location}/{escape(p.wire)}"
        for operation in api.operations
        for p in operation.parameters
    }
    choices: dict[str, dict[str, str]] = defaultdict(dict)
    for definition in api.definitions.values():
        choice, _, number = definition.id.rpartition("/")
        if choice.endswith(("/oneOf", "/anyOf")) and number.isdigit() and definition.place.steps:
            choices[choice][definition.id] = definition.place.steps[-1]
    words: dict[str, str] = {}
    for members in choices.values():
        words |= _told_apart(members)
    bodies = {
        operation.id: operation.body.media
        for operation in api.operations
        if operation.form is None and operation.body and operation.body.kind is not BodyKind.JSON
    }
    former = _former(api, bodies, lock)
    return Anchors(bodies, former, parameters, _moved(api, choices, words, lock), words)


def _former(api: Api, bodies: Mapping[str, str], lock: Lock) -> dict[str, str]:
    """What names were noted as that hang on the body of an operation, by the ids of now."""
    issued = lock.scope(BODIES)
    if issued == bodies:
        return {}
    methods = [scope for name, scope in lock.scopes.items() if name.startswith(METHODS_OF)]
    known = {id_ for scope in methods for id_ in scope}
    former: dict[str, str] = {}
    for operation in api.operations:
        id_, first, before = operation.id, operation.body, issued.get(operation.id)
        if operation.form is not None or first is None or before == first.media:
            continue
        own = form_id(id_, first.media)
        if before is not None and any(body.media == before for body in operation.other_bodies):
            former |= {id_: own, form_id(id_, before): id_}
        elif own in known:
            former[id_] = own
    return former | {f"arguments {id_}": f"arguments {noted}" for id_, noted in former.items()}


def _told_apart(members: Mapping[str, str]) -> dict[str, str]:
    having = Counter(members.values())
    return {id_: w for id_, w in members.items() if having[w] == 1 and not _COUNTED.fullmatch(w)}


def _moved(
    api: Api, choices: Mapping[str, Iterable[str]], words: Mapping[str, str], lock: Lock
) -> dict[str, str]:
    """The numbers that members of choices had before, by their ids now; those of new members are no number.

    A member that is told apart by something else than before is the one that has most of what that had then.
    """
    issued: dict[str, dict[str, str]] = defaultdict(dict)
    for id_, word in lock.scope(CHOICES).items():
        issued[id_.rpartition("/")[0]][word] = id_
    moved: dict[str, str] = {}
    for choice, known in issued.items():
        told = [id_ for id_ in choices.get(choice, ()) if id_ in words]
        former = {id_: known[words[id_]] for id_ in told if words[id_] in known}
        pairs = [
            (_likeness(api, id_, lock.scope(f"fields {one}")), id_, one)
            for one in known.values()
            for id_ in told
            if id_ not in former and one not in former.values()
        ]
        for likeness, id_, one in sorted(pairs, key=lambda pair: -pair[0]):
            if likeness and id_ not in former and one not in former.values():
                former[id_] = one
        # What only a number tells apart keeps that unless it was the number of another one.
        fresh = [id_ for id_ in choices.get(choice, ()) if id_ in words or id_ in known.values()]
        moved |= {id_: former.get(id_, "new").rpartition("/")[2] for id_ in fresh}
    return {id_: number for id_, number in moved.items() if not id_.endswith(f"/{number}")}


def _likeness(api: Api, id_: str, wires: Iterable[str]) -> float:
    """How much of all properties an object has in common with one that had `wires`."""
    definition, known = api.definitions[id_], set(wires)
    here = {f.wire for f in definition.fields} if isinstance(definition, Object) else set[str]()
    return len(here & known) / len(here | known) if here | known else 0.0


def _replaced(id_: str, parameters: Mapping[str, str], moved: Mapping[str, str]) -> str:
    # A scope or claim says what it is of before the id of that.
    first = id_.rfind(" ", 0, id_.find("#")) + 1

    def instead(at: re.Match[str]) -> str:
        place = id_[first : at.end()]
        return parameters.get(place) or moved.get(place, at[0])

    return _NUMBER.sub(instead, id_)


_NUMBER = re.compile(r"(?:(?<=/parameters/)|(?<=/oneOf/)|(?<=/anyOf/))[0-9]+(?=/|$)")
_COUNTED = re.compile(r"variant [0-9]+|.* [0-9]+")
"""What a member of a choice is called after where only its number tells it apart."""
