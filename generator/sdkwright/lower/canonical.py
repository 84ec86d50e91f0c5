"""Lowering in an order that does not hang on the order of maps, since whoever first meets a shared part names it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice
from typing import TypeVar

from .work import Work

E = TypeVar("E")
R = TypeVar("R")


def each_by_name(
    work: Work, entries: Sequence[E], name: Callable[[E], tuple[str, ...]], run: Callable[[E], R]
) -> list[R]:
    """`run` for each entry, in the order of their names; results, definitions and examples in the order of the entries.

    So names stay when a document is put in another order, and what is printed follows the document all the same.
    """
    keys = [name(entry) for entry in entries]
    known, shown = len(work.definitions), len(work.examples)
    found: dict[int, tuple[R, list[str], int, int]] = {}
    for at in sorted(range(len(entries)), key=keys.__getitem__):
        definitions, examples = len(work.definitions), len(work.examples)
        result = run(entries[at])
        # From the end: what was there before is not gone through once more for each entry.
        made = list(islice(reversed(work.definitions), len(work.definitions) - definitions))
        made.reverse()
        found[at] = (result, made, examples, len(work.examples))
    order = [found[at] for at in range(len(entries))]
    ids = [*islice(work.definitions, known), *(id_ for one in order for id_ in one[1])]
    definitions_in_order = {id_: work.definitions[id_] for id_ in ids}
    work.definitions.clear()
    work.definitions.update(definitions_in_order)
    work.examples[shown:] = [one for part in order for one in work.examples[part[2] : part[3]]]
    return [one[0] for one in order]
