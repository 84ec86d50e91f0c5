"""Which operations stand together in one resource of the client, and what their ids say beyond that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..ir.model import Api, Operation
from .lock import Lock
from .verbs import ACTS, READS
from .words import words

GENERAL = re.compile(r"apis?|rest|v?\d+(?:[._-]\d+)*(?:[._-]?(?:alpha|beta|preview|rc)\d*)?", re.I)
"""A part of a path that stands before every resource: a version (`v1`, `2010-04-01`, `v1beta1`) or `api`."""

METHODS_OF = "methods "
"""What stands before the key of a resource where the lock holds the names of its methods."""

_BEHIND = re.compile(r"\.(?:json|xml|\{.*)$|[:(].*$")
"""What is no part of a resource's name: the format of the answer (`.json`), a verb (`:cancel`), keys (`(1)`)."""


def resource_groups(api: Api, lock: Lock) -> dict[str, tuple[Operation, ...]]:
    """The operations by resource: the pinned one, the one they were issued in, the first tag, the first telling part of the path.

    So a tag that is called otherwise, or given later, moves no method that there is already; a new operation joins those of
    its tag. Keys that only spell the same words in another way (`Order Lines`, `order-lines`) are one resource, known by the
    key that was issued, else by the one that the document declares as a tag, else by the first in the order of letters.
    """
    issued = _issued(lock)
    former = _former(api, issued)
    keys = [_held(operation, issued, former) for operation in api.operations]
    declared = {tag.name for tag in api.tags}
    known = set(issued.values())
    # The last one of the same words stays.
    ranked = sorted(
        sorted(set(keys), reverse=True), key=lambda key: (key in known, key in declared)
    )
    chosen = {words(key): key for key in ranked}
    groups: dict[str, list[Operation]] = {}
    for key, operation in zip(keys, api.operations, strict=True):
        groups.setdefault(chosen[words(key)] if words(key) else key, []).append(operation)
    return {key: tuple(operations) for key, operations in groups.items()}


def _held(operation: Operation, issued: Mapping[str, str], former: Mapping[str, str]) -> str:
    key = _resource_key(operation)
    return key if operation.pin.resource else issued.get(operation.id) or former.get(key, key)


def tag_of(operations: Iterable[Operation], key: str) -> str:
    """The tag that speaks of a resource: that of its name, else the one that its operations have now."""
    tags = [one.tags[0] for one in operations if one.tags]
    return key if key in tags or not tags else tags[0]


def _issued(lock: Lock) -> dict[str, str]:
    """The resource that each operation was issued in."""
    return {
        id_: scope.removeprefix(METHODS_OF)
        for scope, names in lock.scopes.items()
        if scope.startswith(METHODS_OF)
        for id_ in names
    }


def _former(api: Api, issued: Mapping[str, str]) -> dict[str, str]:
    """What resources were called that all of their operations call otherwise now, by their new names."""
    now: dict[str, set[str]] = {}
    for one in api.operations:
        if one.id in issued and not one.pin.resource:
            now.setdefault(issued[one.id], set()).add(_resource_key(one))
    renamed = [(next(iter(keys)), old) for old, keys in now.items() if len(keys) == 1]
    names = [new for new, _ in renamed]
    return {new: old for new, old in renamed if names.count(new) == 1 and new not in now}


def _resource_key(operation: Operation) -> str:
    if operation.pin.resource:
        return operation.pin.resource
    if operation.tags:
        return operation.tags[0]
    parts = (_BEHIND.sub("", part) for part in operation.path.split("/"))
    fixed = [part for part in parts if words(part) and "{" not in part]
    telling = (part for part in fixed if not GENERAL.fullmatch(part))
    return next(telling, fixed[0] if fixed else "api")


_OF_METHOD = re.compile(r"Using(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)(?:_\d+)?$")
"""What Springfox puts behind the name of a function."""

_CONTROLLER = re.compile(r"[A-Za-z0-9]+Controller_(?=[A-Za-z])")
"""What NestJS puts before it."""

_ACTIVITIES = (READS | ACTS) - {"block", "leave", "lock"}
"""Resources that are called after what their operations do: `search_points` of `search` is no `points`. A block or lock, as the
name of a resource, is a thing.
"""

_USUAL = frozenset({"list", "create", "retrieve", "read", "get", "update", "replace", "delete"})
"""What is done with any resource, so that a word before it is the resource in any case."""


def bare_key(key: str) -> str:
    """The key of a resource without what Spring adds to it: `pet-controller` is `pet`."""
    return re.sub(r"(?<=[A-Za-z0-9])[ _-]?controller$", "", key, flags=re.IGNORECASE)


def bare_id(operation: Operation) -> str:
    """The id of an operation without what FastAPI or Springfox add to it, who name path and method again."""
    given = operation.given_id or ""
    made = re.sub(r"\W", "_", operation.path) + f"_{operation.method.lower()}"
    return _OF_METHOD.sub("", given.removesuffix(made)) or given


def short_id(operation: Operation, key: str) -> str:
    """The id of an operation without what its path or its resource, known by `key`, says already.

    `read_item_items__item_id__get`, as FastAPI makes ids, is `read_item`; in a resource `users`, `Users_List`, `users/list`,
    `directory.users.list`, `users_list` (Django REST framework) and `usersList` are `list`, `UsersController_findAll` (NestJS)
    is `findAll`, and `findUsersUsingGET_1` (Springfox) is `findUsers`. The id itself where nothing would be left, empty where
    there is none.
    """
    bare = bare_id(operation)
    function = _CONTROLLER.sub("", bare, count=1)
    rests = (*_behind(function, words(key)), function)
    return next((rest for rest in rests if rest[:1].isalpha()), bare)


def _behind(given: str, resource: tuple[str, ...]) -> Iterator[str]:
    """What stands behind the name of the resource, where separators set that apart or the id begins with it."""
    # An underscore sets apart in `Users_ListAll`; in `search_points` it only stands between two words.
    apart = "./:_" if given.count("_") == 1 and not given.islower() else "./:"
    for at, character in enumerate(given):
        if character in apart and words(re.split(r"[./:]", given[:at])[-1]) == resource:
            yield given[at + 1 :]
    said = words(given)
    rest = "_".join(said[len(resource) :])
    told = rest in _USUAL or not _ACTIVITIES.issuperset(resource)
    if resource and said[: len(resource)] == resource and told:
        yield rest
