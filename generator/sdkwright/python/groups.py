"""Which operations stand together in one resource of the client."""

from __future__ import annotations

import re

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
