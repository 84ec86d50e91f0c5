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
    """The operations by resource: the pinned one, else the first tag, else the first telling part of the path."""
    groups: dict[str, list[Operation]] = {}
    for operation in api.operations:
        groups.setdefault(_resource_key(operation), []).append(operation)
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
