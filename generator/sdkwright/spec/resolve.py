"""A loaded document and its references: a node that refers elsewhere in, the definition and its stable id out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from msgspec import Struct, field
from msgspec.structs import replace

from ..text.diagnostic import Report
from ..text.node import Node, child_pointer
from .reference import Place, Refused, node_at, place_of
from .resources import Resources
from .walk import Met, objects_below, refers

Files = Callable[[str], Node | Refused]

Found = dict[tuple[str, str], Node]
"""What references point at, by their text and the file that they stand in: a document has the same again and again."""

# So many references may lie on the way of one pointer.
_HOPS = 20


class Document(Struct, frozen=True, eq=False):
    """An entry file and all that its references reach.

    `files` holds the tree of each file by its path from the entry's folder (`common.yaml`, `../shared/money.yaml`) or its URL,
    `names` turns the file name that spans carry into that. `refused` says why a file that
    references name is not here. `version` is what the `openapi` field declares (`3.0.3`), empty where it is no text.
    `resources` are the schemas that name themselves. `behind` are the paths, from the entry's folder, of all files that were
    read, and of those that were looked for in vain: while these stay the same, so does the document.
    """

    root: Node
    entry: str
    files: Mapping[str, Node]
    names: Mapping[str, str]
    refused: Mapping[str, Refused]
    links: Mapping[str, str]
    version: str = ""
    resources: Resources = field(default_factory=Resources)
    behind: tuple[str, ...] = ()
    walked: list[tuple[Node, str]] = field(default_factory=list[tuple[Node, str]])
    """What `objects` gives, kept from the first walk."""
    found: Found = field(default_factory=Found)
    prefixes: dict[str, str] = field(default_factory=dict[str, str])
    """How ids begin, by the file name that spans carry."""

    def of(self, root: Node, files: Mapping[str, Node]) -> Document:
        """The same document of other trees, which are walked anew."""
        return replace(self, root=root, files=files, walked=[], found={})

    def file(self, path: str) -> Node | Refused:
        """The tree of the file at `path`, or why there is none."""
        found = self.files.get(self.links.get(path, path))
        return found or self.refused.get(path) or NOT_LOADED


class Target(Struct, frozen=True):
    """A definition and its id, which is the same whichever way it was reached."""

    node: Node
    id: str


NOT_LOADED = Refused(
    "ref-missing",
    "names a file that was not loaded",
    "refer to it with `$ref` somewhere in the document",
)


def id_of(document: Document, node: Node) -> str:
    """Where a node is defined: `#/components/schemas/Refund`, or `common.yaml#/…` for one of another file."""
    name = node.span.file
    prefix = document.prefixes.get(name)
    if prefix is None:
        file = document.names.get(name, name)
        prefix = document.prefixes[name] = f"{'' if file == document.entry else file}#"
    return prefix + node.pointer


def resolve(document: Document, node: Node, report: Report) -> Target | None:
    """The definition a node stands for: itself, or what its `$ref` reaches in the end. None after an error."""
    chain: list[Node] = []
    seen: set[int] = set()
    while node.get("$ref") is not None:
        if id(node) in seen:
            tell_cycle(chain[_index(chain, node) :], report)
            return None
        seen.add(id(node))
        chain.append(node)
        target = step(document, node, report)
        if target is None:
            return None
        node = target.node
    return Target(node, id_of(document, node))


def step(document: Document, node: Node, report: Report) -> Target | None:
    """Like `resolve`, but one reference far: the target may refer on. For where what stands beside `$ref` counts."""
    ref = node.get("$ref")
    return Target(node, id_of(document, node)) if ref is None else follow(document, ref, report)


def follow(document: Document, ref: Node, report: Report) -> Target | None:
    """The node that `ref`, the text of a reference, points at (also a value of a discriminator's mapping)."""
    base = document.names.get(ref.span.file, document.entry)
    found = find(ref, base, document.file, report, document.resources, document.found)
    return None if found is None else Target(found, id_of(document, found))


def find(
    ref: Node, base: str, files: Files, report: Report, resources: Resources, found: Found
) -> Node | None:
    """The node that the text node `ref` of the file `base` points at; None after an error at `ref`.

    `found` is asked, and told, where a reference means the same wherever it stands in the file.
    """
    if not isinstance(ref.value, str):
        hint = "write the place of the target as text, for example `#/components/schemas/Refund`"
        report.error("ref-not-string", f"`$ref` is {ref.kind()}, not a string", ref.span, hint)
        return None
    known = None if resources.named else found.get((ref.value, base))
    if known is not None:
        return known
    node = _named(ref, ref.value, base, files, resources)
    if node is None:
        node = _pointed(ref, ref.value, base, files, report)
    # Where schemas name themselves, what a reference means hangs on the one that it stands in.
    if node is not None and not resources.named:
        found[ref.value, base] = node
    return node


def _pointed(ref: Node, text: str, base: str, files: Files, report: Report) -> Node | None:
    """The node at the place that a reference says."""
    place = place_of(text, base)
    root = files(place.file) if isinstance(place, Place) else place
    if isinstance(root, Refused):
        report.error(root.code, f"the reference `{text}` {root.reason}", ref.span, root.hint)
        return None
    assert isinstance(place, Place)
    node, taken = node_at(root, place.steps)
    if node is None:
        node = _beyond(root, place, files)
    if node is None:
        _tell_missing(ref, root, place, taken, report)
    return node


def _beyond(root: Node, place: Place, files: Files) -> Node | None:
    """The node that a pointer leads to through references on its way, which tools follow there too."""
    for _ in range(_HOPS):
        node, taken = node_at(root, place.steps)
        if node is not None:
            return node
        last = node_at(root, place.steps[:taken])[0]
        ref = None if last is None else last.get("$ref")
        onward = place_of(ref.value, place.file) if ref and isinstance(ref.value, str) else None
        there = files(onward.file) if isinstance(onward, Place) else None
        if not isinstance(onward, Place) or not isinstance(there, Node):
            return None
        root, place = there, Place(onward.file, (*onward.steps, *place.steps[taken:]))
    return None


def _named(ref: Node, text: str, base: str, files: Files, resources: Resources) -> Node | None:
    """The node that a reference points at by a name that a schema gives itself."""
    location, _, fragment = text.partition("#")
    if (
        fragment
        and not fragment.startswith("/")
        and isinstance(place := place_of(location, base), Place)
    ):
        # The names in a file are known once it is read.
        files(place.file)
    named = resources.place(text, base, ref.pointer)
    root = None if named is None else files(named.file)
    return node_at(root, named.steps)[0] if named is not None and isinstance(root, Node) else None


def tell_cycle(cycle: Sequence[Node], report: Report) -> None:
    """Report references that lead round to where they began; the same cycle is told the same way from each of its nodes."""
    refs = sorted((ref for node in cycle if (ref := node.get("$ref"))), key=lambda ref: ref.span)
    first = refs[0]
    message = f"the reference `{first.value}` leads back to itself and defines nothing"
    hint = "give one of the definitions a content of its own"
    related = tuple((ref.span, "and by this one") for ref in refs[1:4])
    report.error("ref-cycle", message, first.span, hint, related)


def references(
    root: Node,
    target: Callable[[Node], Node | None],
    clash: Callable[[Node, str, str], None],
) -> list[tuple[Node, str]]:
    """All objects from the root of a document on with their kinds, through references too, each once a kind.

    `target` says what a referring node points at. What it has no answer for is not entered, nor what stands where another
    kind of object is expected: `clash` is told the referring node, the kind wanted and the kind there.
    """
    met = Met()
    given: list[tuple[Node, str]] = []
    waiting: list[tuple[Node, str]] = []
    starts = [(root, "openapi")]
    while starts:
        below = objects_below(*starts.pop(), met)
        given += below
        for found in below:
            value = found[0].value
            # Nearly all have none: to ask for the rest of it takes longer than to look.
            if isinstance(value, dict) and "$ref" in value and refers(*found):
                waiting.append(found)
        while waiting and not starts:
            node, kind = waiting.pop()
            defined = target(node)
            there = set[str]() if defined is None else met.kinds(defined)
            if defined is None or kind in there:
                continue
            if there:
                clash(node, kind, min(there))
            else:
                starts.append((defined, kind))
    return given


def objects(document: Document) -> Iterator[tuple[Node, str]]:
    """All objects of a document with their kinds, in whatever file they stand."""
    if not document.walked:
        document.walked.extend(walk(document, Report(), _accept))
    return iter(document.walked)


def walk(
    document: Document, report: Report, clash: Callable[[Node, str, str], None]
) -> list[tuple[Node, str]]:
    """What `objects` gives, found anew; broken references go into `report`, those to another kind are told to `clash`."""

    def target(node: Node) -> Node | None:
        found = step(document, node, report)
        return found.node if found else None

    return references(document.root, target, clash)


def _accept(_node: Node, _wanted: str, _there: str) -> None:
    """A clash of kinds was told when the document was loaded."""


def mapped(discriminator: Node) -> Iterator[tuple[Node, str]]:
    """The values of a discriminator's mapping that are references, with their texts; the others are names of schemas."""
    mapping = discriminator.get("mapping")
    for _, ref in mapping.items() if mapping else ():
        if isinstance(ref.value, str) and ("#" in ref.value or "/" in ref.value):
            yield ref, ref.value


def _index(chain: Sequence[Node], node: Node) -> int:
    return next(at for at, link in enumerate(chain) if link is node)


def _tell_missing(ref: Node, root: Node, place: Place, taken: int, report: Report) -> None:
    last = node_at(root, place.steps[:taken])[0]
    step_text = place.steps[taken]
    pointer = ""
    for step_before in place.steps[:taken]:
        pointer = child_pointer(pointer, step_before)
    message = f"the reference `{ref.value}` points at nothing: `#{pointer}` has no `{step_text}`"
    keys = list(last.value) if last is not None and isinstance(last.value, dict) else []
    close = get_close_matches(step_text, keys, 1)
    hint = (
        f"did you mean `#{child_pointer(pointer, close[0])}`?"
        if close
        else "define it, or correct the reference"
    )
    report.error("ref-missing", message, ref.span, hint)
