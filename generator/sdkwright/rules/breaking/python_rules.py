"""The rules of Python: what may change in what a package offers, what that does to code that uses it, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from .annotation import Turn
from .python_calls import CALLS
from .python_classes import CLASSES
from .use import Use
from .verdict import Python

_S, _T = Python.SOURCE, Python.TYPING
_A, _N = Python.ADDITION, Python.NONE


_PLACES = {"old": "the old name", "new": "the new name", "type": "the new type"}


class PythonRule(Struct, frozen=True):
    """A rule of Python: its id, verdict, one line on what has changed, what to do, and which uses it hits."""

    id: str
    verdict: Python
    summary: str
    migration: str
    uses: frozenset[Use]

    @property
    def manual(self) -> str:
        """Its manual page (Markdown)."""
        hit = ", ".join(sorted(self.uses)) or "none"
        return (
            f"{self.summary}\n\nVerdict: {self.verdict.value}. Code is hit that {hit}.\n\n"
            f"What to do: {self.migration.replace('`', '').format_map(_PLACES) or 'nothing'}."
        )


GIVEN: Mapping[Turn, Python] = {
    Turn.NULLABLE: _A,
    Turn.NOT_NULLABLE: _T,
    Turn.LITERAL_WIDENED: _A,
    Turn.LITERAL_NARROWED: _T,
    Turn.BECAME_LITERAL: _T,
    Turn.LITERAL_DROPPED: _A,
    Turn.UNION_WIDENED: _A,
    Turn.UNION_EXTENDED: _A,
    Turn.UNION_NARROWED: _T,
    Turn.ITEM_WIDENED: _T,
    Turn.ITEM_NARROWED: _T,
    Turn.ITEM_CHANGED: _T,
    Turn.TUPLE_ARITY: _T,
    Turn.FORMAT_CHANGED: _T,
    Turn.STREAMS: _T,
    Turn.PAGINATES: _T,
    Turn.CLASS_REPLACED: _T,
    Turn.TYPE_WIDENED: _A,
    Turn.TYPE_NARROWED: _T,
    Turn.TYPE_CHANGED: _T,
}
_GOT: Mapping[Turn, Python] = {
    Turn.NULLABLE: _S,
    Turn.NOT_NULLABLE: _N,
    Turn.LITERAL_WIDENED: _S,
    Turn.LITERAL_NARROWED: _T,
    Turn.BECAME_LITERAL: _N,
    Turn.LITERAL_DROPPED: _T,
    Turn.UNION_WIDENED: _S,
    Turn.UNION_EXTENDED: _A,
    Turn.UNION_NARROWED: _N,
    Turn.ITEM_WIDENED: _S,
    Turn.ITEM_NARROWED: _T,
    Turn.ITEM_CHANGED: _S,
    Turn.TUPLE_ARITY: _S,
    Turn.FORMAT_CHANGED: _S,
    Turn.STREAMS: _S,
    Turn.PAGINATES: _S,
    Turn.CLASS_REPLACED: _T,
    Turn.TYPE_WIDENED: _S,
    Turn.TYPE_NARROWED: _T,
    Turn.TYPE_CHANGED: _S,
}
"""What a change of type does to who gives values, and to who gets them: opposite laws."""

TYPED: Mapping[str, tuple[Mapping[Turn, Python], str]] = {
    "arg": (GIVEN, "An argument"),
    "field": (GIVEN, "A field, as it is given,"),
    "client-arg": (GIVEN, "An argument of the client"),
    "key": (GIVEN, "A key of a typed dictionary"),
    "return": (_GOT, "What a method gives"),
    "attr": (_GOT, "An attribute, as it is read,"),
}
"""What has a type: the law it obeys, and how people call it."""

_WORDS: Mapping[Turn, tuple[str, str, str]] = {
    Turn.NULLABLE: ("may be None now", "pass what you like", "look whether `{new}` is None"),
    Turn.NOT_NULLABLE: ("is never None now", "do not pass None for `{new}`", ""),
    Turn.LITERAL_WIDENED: (
        "has further known values",
        "",
        "say what to do with the new values of `{new}`",
    ),
    Turn.LITERAL_NARROWED: (
        "has fewer known values",
        "do not pass the values that are gone",
        "do not compare with the values that are gone",
    ),
    Turn.BECAME_LITERAL: ("has only known values now", "pass one of them", ""),
    Turn.LITERAL_DROPPED: ("is any value now", "", "expect any value"),
    Turn.UNION_WIDENED: ("may be of further types", "", "look with `isinstance` which it is"),
    Turn.UNION_EXTENDED: (
        "has a class for what was `Unknown`",
        "",
        "look with `isinstance` for the new class",
    ),
    Turn.UNION_NARROWED: ("is of fewer types", "do not pass the types that are gone", ""),
    Turn.ITEM_WIDENED: (
        "holds items of a wider type",
        "annotate the variable that you pass with the new type",
        "expect further types inside",
    ),
    Turn.ITEM_NARROWED: (
        "holds items of a narrower type",
        "pass items of the new type",
        "annotate variables with the new type",
    ),
    Turn.ITEM_CHANGED: (
        "holds items of another type",
        "pass `{type}`",
        "expect `{type}`",
    ),
    Turn.TUPLE_ARITY: (
        "is a tuple of another length",
        "pass a tuple of the new length",
        "unpack as many values as there are",
    ),
    Turn.FORMAT_CHANGED: (
        "is another class for the same text",
        "pass `{type}`",
        "use the methods of `{type}`",
    ),
    Turn.STREAMS: ("is a stream now", "pass a stream", "loop over it"),
    Turn.PAGINATES: ("comes in pages now", "pass a page", "loop over it; it is no list"),
    Turn.CLASS_REPLACED: (
        "is of a class of another name that has the same attributes",
        "pass `{type}`",
        "write `{type}` in annotations and `isinstance`",
    ),
    Turn.TYPE_WIDENED: ("is of a wider type", "", "expect `{type}`"),
    Turn.TYPE_NARROWED: (
        "is of a narrower type",
        "pass `{type}`",
        "use only what the narrower type has",
    ),
    Turn.TYPE_CHANGED: ("is of another type", "pass `{type}`", "expect `{type}`"),
}
"""Each change of type in words, and what to do about it where one gives and where one gets."""


@cache
def python_rules() -> Mapping[str, PythonRule]:
    """Every rule of Python by id."""
    plain = {
        id_: PythonRule(id_, verdict, summary, migration, frozenset(uses))
        for id_, (verdict, summary, migration, uses) in {**CALLS, **CLASSES}.items()
    }
    return {**plain, **{rule.id: rule for rule in _typed()}}


def _typed() -> Iterator[PythonRule]:
    for holder, (law, who) in TYPED.items():
        for turn, verdict in law.items():
            changed, give, get = _WORDS[turn]
            uses = _given_uses(turn) if law is GIVEN else frozenset({Use.READ, Use.RESULT})
            if law is _GOT and turn is Turn.LITERAL_NARROWED:
                uses = frozenset({Use.VALUE})
            yield PythonRule(
                f"py-{holder}-{turn.value}",
                verdict,
                f"{who} {changed}.",
                give if law is GIVEN else get,
                uses if verdict not in (_N, _A) else frozenset(),
            )


def _given_uses(turn: Turn) -> frozenset[Use]:
    if turn is Turn.NOT_NULLABLE:
        return frozenset({Use.PASS_NONE})
    return frozenset({Use.KEYWORD})
