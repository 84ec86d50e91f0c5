"""What an operation without an id is called: by its method and its path, as a person would who writes the client by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from ..ir.model import Operation
from ..text.node import unescape
from .groups import GENERAL, bare_id
from .verbs import ACTS, ENDS, READS
from .words import pascal, singular, snake, words

_MASS = frozenset(
    {
        "analytics",
        "credentials",
        "details",
        "metrics",
        "preferences",
        "settings",
        "statistics",
        "stats",
    }
)
"""Words in the plural for what there is once."""

_INVARIABLE = frozenset({"news", "series", "species"})
"""Words that are one and many alike."""

_VALUE = re.compile(r"\{[^{}]*\}|\([^()]*\)")
_FORMAT = re.compile(r"(?:\.(?:json|xml)|\.\{[^{}]*\}|(?<=\w)\{[^{}]*\})$")
"""What says in which form an answer is wanted: `.json`, `.{format}`, or a value that is written as if it were a part of the word."""

_KEPT = re.compile(r"=\{[^{}]*\}")
_OPERATED = re.compile(r"\{[?&][^{}]*\}")


_NOISE = frozenset({"api", "apis", "controller", "endpoint", "endpoints", "operations", "resource"})
"""What tags add to the name of what they are about."""


def described(operation: Operation) -> str:
    """An operation in words: its method, its path, and what the path asks for behind it: `get /weather?lat&lon`."""
    steps = operation.id.split("/")
    whole = unescape(steps[2]) if len(steps) > 3 else ""
    written = _OPERATED.sub("", whole)
    has_query = operation.id.startswith("#/paths/") and "?" in written
    target = _KEPT.sub("", written) if has_query else operation.target
    return f"{operation.method.lower()} {target}"


class _Part(Struct, frozen=True):
    """A part of a path that is no value: its words, whether a value follows it, and whether it stands behind a colon."""

    words: tuple[str, ...]
    valued: bool = False
    custom: bool = False

    @property
    def one(self) -> tuple[str, ...]:
        """The words, the last in the singular."""
        last = self.words[-1]
        is_same = last in _MASS or last in _INVARIABLE
        return self.words if is_same else (*self.words[:-1], singular(last))

    @property
    def plural(self) -> bool:
        """Whether it is the name of things, not of what is done."""
        return singular(self.words[-1]) != self.words[-1]

    @property
    def many(self) -> bool:
        """Whether it is the name of many things."""
        return self.plural and self.words[-1] not in _MASS

    def noun(self, one: bool) -> tuple[str, ...]:
        """What it is about: one thing where a value follows it, or where only `one` is meant."""
        return self.one if one or self.valued else self.words


def method_names(operation: Operation, key: str) -> tuple[int, tuple[str, ...]]:
    """What a method of the resource `key` wants to be called, from the shortest on, and how far behind others it stands.

    `list`, `get(id)`, `create`, `update(id)`, `delete(id)` are what concerns the resource itself, `cancel(id)` and
    `list_items(id)` what lies below it. What is reached by way of something else gives way.
    """
    parts = _parts(operation)
    before, own, after = _around(parts, key)
    short = "_".join(_said(operation, own, after))
    way = "".join(
        f"_{'by' if part.valued else 'in'}_{'_'.join(part.one if part.valued else part.words)}"
        for part in before[-1:]
    )
    value = re.findall(r"\{([^{}]*)\}", operation.path)
    by = f"_by_{snake(value[-1])}" if value and _ends_with_value(operation) else ""
    # Where several methods of HTTP update the same thing, PATCH does.
    said, behind = _UPDATES.get(operation.method, ("", 0)) if short[:6] == "update" else ("", 0)
    rank = 2 + 3 * len(before) + behind
    other = (said + short[6:],) if said else ()
    return rank, (short, *other, short + way, short + (way or by))


def own_ids(operations: Iterable[Operation]) -> dict[str, str]:
    """The ids that authors gave to operations, by the ids of those.

    In a document that spells out method and path in place of ids (`getOrdersIdItems`), and so was made by a tool, such an id
    is none.
    """
    given = {one.id: (one, one.given_id) for one in operations if one.given_id}
    spelled = {id_ for id_, (one, said) in given.items() if _is_spelled_out(one, said)}
    telling = [id_ for id_, (one, _) in given.items() if "{" in one.path]
    is_made = 2 * sum(id_ in spelled for id_ in telling) > len(telling)
    return {id_: said for id_, (_, said) in given.items() if not (is_made and id_ in spelled)}


def _is_spelled_out(operation: Operation, given: str) -> bool:
    method, path = operation.method.lower(), operation.path
    # Some tools leave out what is the same for all: `GetChargesCharge` for `GET /v1/charges/{charge}`.
    parts = [part for part in path.split("/") if not GENERAL.fullmatch(part)]
    paths = (path, "/".join(parts))
    return words(given) in {
        words(said) for one in paths for said in (f"{method} {one}", f"{one} {method}")
    }


def class_names(operations: Collection[Operation]) -> dict[str, str]:
    """What the classes of operations are called after, by their ids: `ListOrders`, `CreateOrder`, `GetOrderItem`.

    Where two would be called alike they are their whole ids, or method and path.
    """
    given = own_ids(operations)
    wanted = {
        one.id: pascal(bare_id(one)) if one.id in given else _class_name(one) for one in operations
    }
    whole = {one.id: given.get(one.id) or described(one) for one in operations}
    # An operation that stands here again, with another body, is the same one.
    seen = Counter(
        name.casefold() for name, _ in {(wanted[id_], said) for id_, said in whole.items()}
    )
    return {
        id_: name if name and seen[name.casefold()] == 1 else pascal(whole[id_])
        for id_, name in wanted.items()
    }


def _class_name(operation: Operation) -> str:
    parts = _parts(operation)
    return pascal(" ".join(_said(operation, (), parts))) if parts else ""


def _said(operation: Operation, own: Sequence[_Part], after: Sequence[_Part]) -> Iterator[str]:
    """The words of a call: what is done, and to what of that which is called already, of which `own` are the parts."""
    last = after[-1] if after else None
    is_item = _ends_with_value(operation)
    alone = len(own) + len(after) == 1
    if last is not None and _is_verb(operation, last, is_item, alone):
        yield from last.words
        for part in after[:-1]:
            yield from part.noun(one=True)
        return
    named = last or (own[-1] if own else None)
    is_many = named is not None and named.many
    verb = _verb(operation, own, last, is_item, is_many)
    yield from verb.split("_")
    for part in after:
        yield from part.noun(one=is_item or verb == "create")


def _is_verb(operation: Operation, last: _Part, is_item: bool, alone: bool) -> bool:
    """Whether the last part of a path says what is done; `alone` where it is the only one."""
    word = last.words[0]
    match operation.method:
        case _ if last.custom:
            return True
        case "GET":
            return word in READS
        case "DELETE":
            # What takes a lock away does not lock.
            return word in ENDS
        case "POST" if not is_item and not last.plural and not alone:
            return True
        case _:
            return word in READS or word in ACTS


_VERBS = {"GET": "get", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
_UPDATES = {"PUT": ("replace", 2), "POST": ("post", 2)}
"""What else is done by what updates, and how far such a method stands behind others."""


def _verb(
    operation: Operation,
    own: Sequence[_Part],
    last: _Part | None,
    is_item: bool,
    is_many: bool,
) -> str:
    if operation.method == "GET" and is_many and not is_item:
        return "list"
    if operation.method == "POST" and not is_item:
        # A resource that is called after what it does makes nothing.
        is_act = last is None and bool(own) and own[-1].words[0] in READS | ACTS
        return "post" if is_act or not (own or last) else "create"
    if operation.method == "POST" and (own or last):
        return "update"
    verb = _VERBS.get(operation.method, operation.method.lower())
    is_all = verb in ("delete", "update") and last is None and is_many and not is_item
    return f"{verb}_all" if is_all else verb


def _parts(operation: Operation) -> list[_Part]:
    found: list[_Part] = []
    for segment in operation.path.partition("?")[0].partition("#")[0].split("/"):
        written, colon, act = _FORMAT.sub("", segment).partition(":")
        if "{" in act:
            written, colon, act = segment, "", ""
        said = words(_VALUE.sub(" ", written))
        has_value = _VALUE.search(written) is not None
        if said and not GENERAL.fullmatch(written):
            found.append(_Part(said, has_value))
        elif has_value and found:
            found[-1] = _Part(found[-1].words, True, found[-1].custom)
        if colon and words(act):
            found.append(_Part(words(act), custom=True))
    return found


def _ends_with_value(operation: Operation) -> bool:
    last = operation.path.partition("?")[0].rstrip("/").rpartition("/")[2]
    return _VALUE.search(_FORMAT.sub("", last)) is not None


def _around(
    parts: Sequence[_Part], key: str
) -> tuple[Sequence[_Part], Sequence[_Part], Sequence[_Part]]:
    """What stands before the parts of a path that a resource is called after, those themselves, and what stands behind."""
    wanted = _single(words(key))
    for end in range(len(parts), 0, -1):
        # Each part has a word at least, and one may be noise.
        for start in range(max(0, end - len(wanted) - 1), end):
            run = parts[start:end]
            if _single(word for part in run for word in part.words) == wanted:
                return parts[:start], run, parts[end:]
    return (), (), parts


def _single(found: Iterable[str]) -> tuple[str, ...]:
    each = [singular(word) for word in found]
    while len(each) > 1 and each[-1] in _NOISE:
        each.pop()
    return tuple(each)
