"""What the texts of a discriminator stand for: its `mapping`, by reference, by name or by file."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec.document import Target, follow
from ..text.diagnostic import Report
from ..text.node import Node
from .keywords import is_reference
from .parts import target_of
from .work import Work


def mapped(work: Work, discriminator: Node) -> Iterator[tuple[str, Target | None]]:
    """Each text with the schema that it stands for; None where there is no such schema, which is reported."""
    mapping = discriminator.get("mapping")
    for text, ref in () if mapping is None else mapping.items():
        target = _target(work, ref)
        if target is not None and is_reference(target.node):
            target = target_of(work, target.node)
        yield text, target


def otherwise(work: Work, discriminator: Node) -> Target | None:
    """The schema for texts that stand for none (`defaultMapping` of OpenAPI 3.2)."""
    ref = discriminator.get("defaultMapping")
    target = None if ref is None else _target(work, ref)
    if target is not None and is_reference(target.node):
        return target_of(work, target.node)
    return target


def _target(work: Work, ref: Node) -> Target | None:
    if not isinstance(ref.value, str):
        return None
    components = work.document.root.get("components")
    schemas = None if components is None else components.get("schemas")
    named = None if schemas is None else schemas.get(ref.value)
    if named is not None:
        return Target(named, work.id(named))
    if "#" in ref.value or "/" in ref.value or "." in ref.value:
        # Told when the document was read.
        return follow(work.document, ref, Report())
    work.fault(
        "ref-missing",
        ref,
        f"stands for `{ref.value}`, and no schema of `components` is called so",
        "correct the name, or add the schema",
    )
    return None
