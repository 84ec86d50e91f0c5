"""Where a statement of a specification comes from: the nearest `x-source` on the way to it, in words."""

from __future__ import annotations

from ..rules.breaking.verdict import Site
from ..text.node import Node, steps_of
from ..text.printable import clipped
from ..text.sources import Sources


def nearest_source(root: Node, pointer: str) -> Node | None:
    """The `x-source` that holds for a place (a JSON pointer): its own or that of the innermost part around it."""
    node, found = root, root.get("x-source")
    for key in steps_of(pointer):
        elements = node.elements()
        below = elements[int(key)] if elements and key.isdigit() else node.get(key)
        if below is None:
            break
        node = below
        found = node.get("x-source") or found
    return found


def source_of(site: Site | None, sources: Sources) -> str | None:
    """Where a place comes from, on one line; None where the document says nothing of sources."""
    root = sources.trees.get(site.span.file) if site is not None else None
    if site is None or root is None:
        return None
    found = nearest_source(root, site.id.partition("#")[2])
    if found is None:
        return "no source" if _speaks(root) else None
    told = {key: str(value.value) for key, value in found.items()}
    words = (
        [f"{told['doc']}, lines {told['lines']}" if "lines" in told else told["doc"]]
        if "doc" in told
        else []
    )
    words += [told[key] for key in ("url",) if key in told]
    status = told.get("status", "documented")
    text = f"{status}: {'; '.join(words)}" if words else status
    return clipped(f"{text} ({told['note']})" if "note" in told else text)


def _speaks(root: Node) -> bool:
    """Whether a document says where anything comes from."""
    info = root.get("info")
    return root.get("x-source") is not None or (
        info is not None and info.get("x-source") is not None
    )
