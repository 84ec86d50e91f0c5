"""An OpenAPI document read from disk: the entry file and every file its references reach below one folder."""

from __future__ import annotations

import os
import posixpath
from pathlib import Path

from msgspec import Struct, field

from ..text.diagnostic import Report
from ..text.garbage import without_collection
from ..text.node import Node, text_of
from ..text.yaml import load, parse
from .misplaced import meant_by
from .objects import OBJECTS
from .reference import OUTSIDE, Place, Refused, node_at, place_of
from .remote import Remote, nothing
from .resolve import (
    Document,
    Found,
    Target,
    find,
    follow,
    id_of,
    mapped,
    objects,
    references,
    resolve,
    step,
    tell_cycle,
)
from .resources import Resources
from .transclude import transclude
from .url import is_remote
from .walk import is_transcluded

__all__ = [
    "Document",
    "Target",
    "document_of",
    "follow",
    "id_of",
    "load_document",
    "objects",
    "resolve",
    "step",
]

_MISSING_FILE = Refused(
    "ref-missing",
    "names a file that does not exist",
    "create the file, or correct the path (relative to this file)",
)
_UNREADABLE = Refused(
    "ref-unreadable",
    "names a file that cannot be read",
    "correct the errors told of that file first",
)


@without_collection()
def load_document(
    path: Path, root: Path | None, report: Report, remote: Remote = nothing
) -> Document | None:
    """Read the document at `path` and what it refers to below `root` (None: the folder of `path`), or under URLs of `remote`.

    Every reference is checked, also one that nothing uses. None only where the entry file gives no tree.
    """
    files = _Files(path, root or path.parent, report, remote)
    entry = files.read(path.name, path)
    if entry is None:
        return None
    walked, moved = _follow_all(entry, files, report)
    document = files.document(entry)
    if moved:
        return transclude(document, moved)
    document.walked.extend(walked)
    return document


def document_of(root: Node, entry: str | None = None) -> Document:
    """A document of one tree that is in memory already; references to other files lead nowhere.

    It is that of a file `entry` in which no schema names itself; where none is given, names are looked for.
    """
    name, resources = root.span.file, Resources()
    if entry is None:
        resources.read(name, root, None)
    key = entry or name
    return Document(
        root,
        key,
        {key: root},
        {name: key},
        {},
        {},
        _version(root),
        resources,
        (key,) if entry else (),
    )


def _version(root: Node) -> str:
    declared = root.get("openapi")
    return (text_of(declared) if declared is not None else None) or ""


class _Files(Struct):
    """Reads the files of a document, each once, when a reference first names it."""

    entry: Path
    root: Path
    report: Report
    remote: Remote
    folder: str = ""
    limit: str = ""
    trees: dict[str, Node] = field(default_factory=dict[str, Node])
    names: dict[str, str] = field(default_factory=dict[str, str])
    refused: dict[str, Refused] = field(default_factory=dict[str, Refused])
    links: dict[str, str] = field(default_factory=dict[str, str])
    kept: dict[str, str] = field(default_factory=dict[str, str])
    resources: Resources = field(default_factory=Resources)
    found: Found = field(default_factory=Found)

    def __post_init__(self) -> None:
        self.folder = os.path.realpath(self.entry.parent)
        self.limit = os.path.realpath(self.root)

    def get(self, path: str) -> Node | Refused:
        """The tree of the file that a reference calls `path`."""
        key = self.links.get(path, path)
        if key in self.trees:
            return self.trees[key]
        if path in self.refused:
            return self.refused[path]
        found = self._open(path)
        if isinstance(found, Refused):
            self.refused[path] = found
        return found

    def _open(self, path: str) -> Node | Refused:
        if is_remote(path):
            return self._open_remote(path)
        absolute = os.path.normpath(os.path.join(self.folder, path))
        # Symbolic links are looked at only after the path itself is known to stay inside.
        if not _inside(absolute, self.limit) or not _inside(os.path.realpath(absolute), self.limit):
            return OUTSIDE
        real = os.path.realpath(absolute)
        key = Path(os.path.relpath(real, self.folder)).as_posix()
        if real == os.path.realpath(self.entry):
            key = self.entry.name
        if key != path:
            self.links[path] = key
        if key in self.trees:
            return self.trees[key]
        if not os.path.lexists(real):
            return _MISSING_FILE
        return self.read(key, Path(real)) or _UNREADABLE

    def read(self, key: str, path: Path) -> Node | None:
        """Read one file, whose path from the entry's folder is `key`."""
        name = posixpath.normpath(posixpath.join(self.entry.parent.as_posix(), key))
        self.names[name] = key
        return self._keep(key, name, load(path, name, self.report))

    def _open_remote(self, url: str) -> Node | Refused:
        found = self.remote(url)
        if isinstance(found, Refused):
            return found
        if found.url != url:
            self.links[url] = found.url
            if found.url in self.trees:
                return self.trees[found.url]
        self.names[found.name] = found.url
        self.kept[found.url] = os.path.relpath(found.path, self.folder)
        self.report.sources.paths[found.name] = str(found.path)
        tree = self._keep(found.url, found.name, parse(found.data, found.name, self.report))
        return tree or _UNREADABLE

    def _keep(self, key: str, name: str, tree: Node | None) -> Node | None:
        if tree is not None:
            self.trees[key] = tree
            self.resources.read(key, tree, self.report.sources.texts.get(name))
        return tree

    def document(self, root: Node) -> Document:
        """What has been read, as one value."""
        name = self.entry.name
        version = _version(root)
        resources = self.resources
        looked_for = [path for path, why in self.refused.items() if why is _MISSING_FILE]
        behind = tuple(self.kept.get(key, key) for key in (*self.trees, *looked_for))
        return Document(
            root, name, self.trees, self.names, self.refused, self.links, version, resources, behind
        )


def _inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _follow_all(
    entry: Node, files: _Files, report: Report
) -> tuple[list[tuple[Node, str]], dict[int, Node]]:
    """Load what every reference names, and report those that lead nowhere, to another kind of thing, or round.

    Gives all objects met with their kinds; and what stands for parts that are kept elsewhere though OpenAPI knows no
    reference there, or refer to another kind of object.
    """
    links: dict[int, tuple[Node, Node]] = {}

    def target(node: Node) -> Node | None:
        ref = node.get("$ref")
        assert ref is not None
        found = find(
            ref, files.names[ref.span.file], files.get, report, files.resources, files.found
        )
        if found is not None:
            links[id(node)] = (node, found)
        return found

    meant: dict[int, Node] = {}

    def clash(node: Node, wanted: str, there: str) -> None:
        ref = node.value["$ref"] if isinstance(node.value, dict) else node
        message = f"the reference `{ref.value}` points at {_named(there)}, where {_named(wanted)} is expected"
        instead = meant_by(node, wanted, there, links[id(node)][1])
        if instead is not None:
            meant[id(node)] = instead
        # A parameter has all that a header has, and documents do share them.
        is_clear = instead is not None or (wanted, there) == ("header", "parameter")
        tell = report.warn if is_clear else report.error
        tell("ref-wrong-kind", message, ref.span, f"refer to {_named(wanted)}")

    walked = references(entry, target, clash)
    for node, kind in walked:
        if kind == "discriminator":
            _load_mapping(node, files, report)
    _check_cycles(links, report)
    moved = {
        id(node): links[id(node)][1]
        for node, kind in walked
        if id(node) in links and is_transcluded(node, kind)
    }
    return walked, moved | meant


def _load_mapping(discriminator: Node, files: _Files, report: Report) -> None:
    """The files that a discriminator's mapping names; its plain schema names are looked up later."""
    for ref, text in mapped(discriminator):
        base = files.names[ref.span.file]
        place = place_of(text, base)
        if isinstance(place, Place) and _is_left_over(place, files):
            message = f"`{text}` is in a file that does not exist"
            report.warn("ref-missing", message, ref.span, "name the schemas of this document")
        else:
            find(ref, base, files.get, report, files.resources, files.found)


def _is_left_over(place: Place, files: _Files) -> bool:
    """Whether a mapping speaks of what another file had: bundlers write schemas in place, and leave it as it was."""
    root = files.get(place.file)
    if isinstance(root, Refused):
        return root is _MISSING_FILE
    return len(place.steps) == 1 and node_at(root, place.steps)[0] is None


def _named(kind: str) -> str:
    title = OBJECTS[kind].title if kind in OBJECTS else f"a list or map of {kind.strip('[]{}')}s"
    article = "" if title.startswith("a ") else "an " if title[0] in "aeiouO" else "a "
    return f"{article}{title}"


def _check_cycles(links: dict[int, tuple[Node, Node]], report: Report) -> None:
    done: set[int] = set()
    for start in links:
        path: list[int] = []
        at = start
        while at in links and at not in done:
            done.add(at)
            path.append(at)
            at = id(links[at][1])
        if at in path:
            tell_cycle([links[one][0] for one in path[path.index(at) :]], report)
