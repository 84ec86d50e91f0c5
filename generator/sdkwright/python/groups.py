"""Which operations stand together in one resource of the client, and what their ids say beyond that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..ir.model import Api, Operation
from .words import words

_GENERAL = re.compile(r"apis?|rest|v?\d+(?:[._-]\d+)*(?:[._-]?(?:alpha|beta|preview|rc)\d*)?", re.I)
"""A part of a path that stands before every resource: a version (`v1`, `2010-04-01`, `v1beta1`) or `api`."""

_BEHIND = re.compile(r"\.(?:json|xml|\{.*)$|[:(].*$")
"""What is no part of a resource's name: the format of the answer (`.json`), a verb (`:cancel`), keys (`(1)`)."""


def resource_groups(api: Api) -> dict[str, tuple[Operation, ...]]:
    """The operations by resource: the pinned one, else the first tag, else the first telling part of the path.

    Keys that only spell the same words in another way (`Order Lines`, `order-lines`) are one resource, known by the
    key that the document declares as a tag, else by the first in the order of letters.
    """
    keys = [_resource_key(operation) for operation in api.operations]
    declared = {tag.name for tag in api.tags}
    # The last one of the same words stays.
    ranked = sorted(sorted(set(keys), reverse=True), key=declared.__contains__)
    chosen = {words(key): key for key in ranked}
    groups: dict[str, list[Operation]] = {}
    for key, operation in zip(keys, api.operations, strict=True):
        groups.setdefault(chosen[words(key)] if words(key) else key, []).append(operation)
    return {key: tuple(operations) for key, operations in groups.items()}


def _resource_key(operation: Operation) -> str:
    if operation.pin.resource:
        return operation.pin.resource
    if operation.tags:
        return operation.tags[0]
    parts = (_BEHIND.sub("", part) for part in operation.path.split("/"))
    fixed = [part for part in parts if words(part) and "{" not in part]
    telling = (part for part in fixed if not _GENERAL.fullmatch(part))
    return next(telling, fixed[0] if fixed else "api")


def short_id(operation: Operation, key: str) -> str:
    """The id of an operation without what its path or its resource, known by `key`, says already.

    `read_item_items__item_id__get`, as FastAPI makes ids, is `read_item`; in a resource `users`, `Users_List`, `users/list`
    and `directory.users.list` are `list`. The id itself where nothing would be left, empty where there is none.
    """
    given = operation.given_id or ""
    made = re.sub(r"\W", "_", operation.path) + f"_{operation.method.lower()}"
    bare = given.removesuffix(made) or given
    return next((rest for rest in _behind(bare, words(key)) if rest[:1].isalpha()), bare)


def _behind(given: str, resource: tuple[str, ...]) -> Iterator[str]:
    """What stands behind the name of the resource, where separators set it apart."""
    # An underscore sets apart in `Users_ListAll`; in `search_points` it only stands between two words.
    apart = "./:_" if given.count("_") == 1 and not given.islower() else "./:"
    for at, character in enumerate(given):
        if character in apart and words(re.split(r"[./:]", given[:at])[-1]) == resource:
            yield given[at + 1 :]
