"""The text of a `$ref` as a file and a pointer into it, or why it may not be followed."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from msgspec import Struct

from ..text.node import Node, steps_of
from .url import absolute, is_remote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_LIST_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


class Place(Struct, frozen=True):
    """Where a reference points: a file and the steps of the JSON pointer.

    The file is named by its path from the entry's folder, or by its URL.
    """

    file: str
    steps: tuple[str, ...]


class Refused(Struct, frozen=True):
    """Why a reference is not followed."""

    code: str
    reason: str
    hint: str


_REMOTE = Refused(
    "ref-remote",
    "points outside this computer, and nothing is fetched",
    "copy the definition into the folder of the spec and refer to the copy; only `https` URLs, without a user name, can be "
    "allowed and fetched",
)
OUTSIDE = Refused(
    "ref-outside",
    "leaves the folder below which files may be read",
    "refer to a file below it, with a relative path and forward slashes; `--root`, or `root` of the API in sdkwright.toml, "
    "names another folder than the one of the spec",
)
_NOT_POINTER = Refused(
    "ref-not-pointer",
    "has no JSON pointer after the `#`",
    "write `#/` and the steps to the target, for example `#/components/schemas/Refund`",
)


def place_of(text: str, base: str) -> Place | Refused:
    """Where the reference `text`, found in the file `base`, points."""
    location, _, fragment = text.partition("#")
    path = unquote(location)
    if is_remote(location) or is_remote(base):
        url = absolute(location, base) if location else base
        return _REMOTE if url is None else _within(url, fragment)
    if any(_SCHEME.match(form) for form in (location, path)):
        return _REMOTE
    if "\\" in path or path.startswith("/") or _DRIVE.match(path) or _CONTROL.search(path):
        return OUTSIDE
    file = posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base
    return _within(file, fragment)


def _within(file: str, fragment: str) -> Place | Refused:
    pointer = unquote(fragment)
    if not pointer:
        return Place(file, ())
    if not pointer.startswith("/"):
        return _NOT_POINTER
    return Place(file, steps_of(pointer))


def node_at(root: Node, steps: tuple[str, ...]) -> tuple[Node | None, int]:
    """The node that `steps` lead to from `root`, or None; and how many steps could be taken."""
    node = root
    for taken, step in enumerate(steps):
        below = _child(node, step)
        if below is None:
            return None, taken
        node = below
    return node, len(steps)


def _child(node: Node, step: str) -> Node | None:
    if isinstance(node.value, list):
        if not _LIST_INDEX.fullmatch(step) or int(step) >= len(node.value):
            return None
        return node.value[int(step)]
    return node.get(step)
