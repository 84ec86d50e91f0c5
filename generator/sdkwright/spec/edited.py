"""A document whose text was edited: what it is now, without reading all of it once more.

There is an answer only where it can be seen that the edits touch nothing but whole entries: of the document itself, of
`paths`, of `webhooks` or of a section of `components`. In all other cases the document has to be read as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import force_setattr, replace

from ..text import swift
from ..text.diagnostic import Diagnostic, Report, Severity
from ..text.node import Node, child_of, escape
from ..text.packed import move, move_span, packed, unpacked
from ..text.span import Span
from .document import document_of
from .edits import DECIDING, Edit, Way, added, still_told
from .reference import Place, node_at, place_of
from .resolve import Document, mapped, walk
from .resources import Resources
from .shape import check_objects
from .upgrade import upgrade
from .walk import is_transcluded, objects_below, parts


class _Change(Struct, frozen=True):
    """An edit understood: the entries that there are instead in `section`, which is of a kind, and what was found in them.

    They stand in a mapping of their own. `start` and `end` are the lines that they have now.
    """

    edit: Edit
    section: Node
    kind: str
    new: Node
    found: Sequence[Diagnostic]
    start: int
    end: int


class _Read(Struct, frozen=True):
    """A mapping read by itself, and what was found when it was rewritten as OpenAPI 3.1.

    `behind` is what decides whether it goes with what is around it.
    """

    node: Node
    found: Sequence[Diagnostic]
    behind: str


def edited(
    document: Document, found: Sequence[Diagnostic], edits: Sequence[Edit], placed: bool = True
) -> tuple[Document, list[Diagnostic]] | None:
    """`document` with `edits`, in the order of their lines, and what is found in it, which before was `found`.

    None where that can't be told without reading it all. Unless it shall be `placed`, what stands behind an edit says that it
    stands where it stood before: to tell each part of a large document where it is now takes a tenth of a second, and nobody
    asks while there is nothing to report.

    The document is of one file, as OpenAPI 3.1 has it, and has no error up to the shape of its objects. Its tree comes from
    `unpacked` and is changed where it is: whatever the answer, the document can't be used any more.
    """
    changes = _changes(document.root, edits)
    still = still_told(found, edits)
    if changes is None or still is None or not _splice(document.root, changes, placed):
        return None
    fresh = document.of(document.root, {document.entry: document.root})
    told = _told(fresh, changes)
    known = set(still)
    for one in told or ():
        is_new = one.span and any(c.start <= one.span.line < c.end for c in changes)
        if one.severity is Severity.ERROR or (placed and not is_new and one not in known):
            return None
    if told is None or not _is_linked(fresh, changes):
        return None
    return fresh, [*still, *(one for one in told if one not in known)]


def _changes(root: Node, edits: Sequence[Edit]) -> list[_Change] | None:
    """The edits understood; None at any doubt."""
    changes: list[_Change] = []
    for edit in edits:
        section, kind = _section(root, edit.way)
        old, new = (_read(root, edit, text) for text in (edit.old, edit.new))
        if not kind or old is None or new is None or old.behind != new.behind:
            return None
        # The proof that what is read by itself is what it is within the whole.
        if not _is_same(old.node, _part(section, edit.keys)) or not new.node.value:
            return None
        if any(one.get("$ref") for part in (old, new) for _, one in part.node.items()):
            return None
        if not edit.way and not new.node.key_spans.keys().isdisjoint(DECIDING):
            return None
        lines = added(edits, edit.line)
        move(new.node, lines)
        found = _moved(new.found, lines)
        start = edit.line + lines
        end = start + edit.new.count("\n")
        changes.append(_Change(edit, section, kind, new.node, found, start, end))
    return changes


def _moved(found: Sequence[Diagnostic], lines: int) -> list[Diagnostic]:
    return [one.placed(lambda span: span.moved(lines)) for one in found]


def _section(root: Node, way: Way) -> tuple[Node, str]:
    """The mapping that a way leads to, and its kind, which is empty where OpenAPI has none."""
    node, kind = root, "openapi"
    for key in way:
        child = child_of(node, key)
        kinds = [its for one, its in parts(node, kind) if one is child] if kind else []
        node, kind = child, kinds[0] if kinds else ""
    return node, kind


def _part(section: Node, keys: Collection[str]) -> Node:
    """A mapping with some of its entries."""
    spans = section.key_spans
    return replace(
        section,
        value={key: child_of(section, key) for key in keys},
        key_spans={key: spans[key] for key in keys},
    )


def _is_same(one: Node, other: Node) -> bool:
    """Whether two mappings have the same entries at the same places."""
    return packed(one) == packed(replace(other, span=one.span))


def _read(root: Node, edit: Edit, text: str) -> _Read | None:
    """The mapping with the entries that a part of the text says, as OpenAPI 3.1 has them, at their places.

    None at any doubt.
    """
    name, resources = root.span.file, Resources()
    found = _bracketed(name, edit, text) if edit.is_json else _indented(root, edit, text)
    if found is None:
        return None
    part, behind = found
    resources.read("", part, text)
    if resources.named or resources.dynamic:
        return None
    top = part
    for key in reversed(edit.way):
        top = replace(part, value={key: top}, key_spans={})
    version, report = child_of(root, "openapi"), Report()
    whole = {"openapi": version, **dict(top.items())}
    raised = upgrade(document_of(replace(top, value=whole), name), report)
    # A number for a version is told where it stands, which is not here.
    is_text = isinstance(version.value, str)
    made = node_at(raised.root, edit.way)[0] if is_text and raised is not None else None
    if made is None:
        return None
    data = packed(_part(made, list(part.key_spans)))
    fresh = None if data is None else unpacked(data)
    if fresh is None:
        return None
    above = edit.line - 1 - (0 if edit.is_json else len(edit.way))
    move(fresh, above)
    return _Read(fresh, _moved(report.found, above), behind)


def _bracketed(name: str, edit: Edit, text: str) -> tuple[Node, str] | None:
    """The entries that a part of a JSON text says, in the lines that they have in it."""
    return swift.entries(text, name, "".join(f"/{escape(key)}" for key in edit.way))


def _indented(root: Node, edit: Edit, text: str) -> tuple[Node, str] | None:
    """The entries that a part of a YAML text says, in the lines that they have below their parents."""
    head, node = "", root
    for key in edit.way:
        head += f"{' ' * (node.key_spans[key].col - 1)}{key}:\n"
        node = child_of(node, key)
    tree = swift.read(f"{head}{text}{edit.following}", root.span.file)
    part = None if tree is None else _within(tree, edit.way, len(edit.way) + text.count("\n") + 1)
    return None if part is None else (part, "")


def _within(node: Node, way: Way, behind: int) -> Node | None:
    """The mapping at the end of a way, with what is before the line `behind`; None where there is more on the way."""
    for key in way:
        if [one for one, span in node.key_spans.items() if span.line < behind] != [key]:
            return None
        node = child_of(node, key)
    return _part(node, [key for key, span in node.key_spans.items() if span.line < behind])


def _splice(node: Node, changes: Sequence[_Change], placed: bool, way: Way = ()) -> bool:
    """Put what there is now in place of what was edited, below `node` at `way`; the rest is `placed` where it stands now.

    Whether all keys are different.
    """
    own = {change.edit.keys[0]: change for change in changes if change.edit.way == way}
    gone = {key for change in own.values() for key in change.edit.keys}
    entries: dict[str, Node] = {}
    spans: dict[str, Span] = {}
    size = 0
    for key, span in node.key_spans.items():
        if key in own:
            entries |= dict(own[key].new.items())
            spans |= own[key].new.key_spans
            size += len(own[key].new.key_spans)
        if key in gone:
            continue
        child = entries[key] = child_of(node, key)
        spans[key] = span
        size += 1
        below, lines = (*way, key), _added(changes, span.line) if placed else 0
        if any(change.edit.way[: len(below)] == below for change in changes):
            if not _splice(child, changes, placed, below):
                return False
        elif lines:
            move(child, lines)
        move_span(span, lines)
    force_setattr(node, "span", _span(node.span, changes, entries, spans))
    force_setattr(node, "value", entries)
    force_setattr(node, "key_spans", spans)
    return len(entries) == size


def _span(
    was: Span,
    changes: Sequence[_Change],
    entries: Mapping[str, Node],
    spans: Mapping[str, Span],
) -> Span:
    """Where a mapping stands now: from its first key to its last value, or from bracket to bracket."""
    if changes[0].edit.is_json:
        inside = sum(change.edit.lines for change in changes if change.edit.line <= was.end_line)
        line, end_line = was.line + _added(changes, was.line), was.end_line + inside
        return Span(was.file, line, was.col, end_line, was.end_col)
    first, last = next(iter(spans.values())), list(entries.values())[-1].span
    return Span(was.file, first.line, first.col, last.end_line, last.end_col)


def _added(changes: Sequence[_Change], line: int) -> int:
    return added([change.edit for change in changes], line)


def _told(document: Document, changes: Sequence[_Change]) -> list[Diagnostic] | None:
    """What is found in what was edited; None where it refers to anything but components as a whole."""
    told, report = [one for change in changes for one in change.found], Report()
    for change in changes:
        new = {id(node) for _, node in change.new.items()}
        below = [
            found
            for node, kind in parts(change.section, change.kind)
            if id(node) in new
            for found in objects_below(node, kind)
        ]
        check_objects([(change.section, change.kind), *below], document.version, report)
        if not all(map(_is_plain, below)):
            return None
    return told + report.found


def _is_plain(found: tuple[Node, str]) -> bool:
    """Whether an object refers to nothing, or to a component as a whole."""
    ref = found[0].get("$ref")
    if ref is None:
        return True
    place = place_of(ref.value, "") if isinstance(ref.value, str) else None
    is_component = (
        isinstance(place, Place) and place.steps[:1] == ("components",) and len(place.steps) == 3
    )
    return is_component and not is_transcluded(*found)


def _is_linked(document: Document, changes: Sequence[_Change]) -> bool:
    """Whether every reference leads to an object of the kind that it wants, and none into what was edited.

    The objects that are met are kept in the document.
    """
    report = Report()

    def clash(node: Node, wanted: str, there: str) -> None:
        report.error("ref-wrong-kind", f"{wanted}, {there}", node.span)

    document.walked.extend(walk(document, report, clash))
    touched = {
        (*change.edit.way, key)
        for change in changes
        for key in (*change.edit.keys, *change.new.key_spans)
    }
    return not report.found and all(
        isinstance(place := place_of(text, document.entry), Place)
        and place.file == document.entry
        and node_at(document.root, place.steps)[0] is not None
        and not any(
            place.steps[:length] in touched for length in (1, 2, 3) if length < len(place.steps)
        )
        for text in _pointers(document)
    )


def _pointers(document: Document) -> set[str]:
    """All texts that point somewhere: references, and the values of discriminators' mappings that are no names."""
    texts = {text for text, _ in document.found}
    for node, kind in document.walked:
        if kind == "discriminator":
            texts |= {text for _, text in mapped(node)}
    return texts
