"""The texts, units and limits that stand on a part, for people to read."""

from __future__ import annotations

from msgspec.structs import replace

from ..ir.model import Doc
from ..ir.types import Constant
from ..text.node import Node
from .formats import says_more
from .forms import form_of
from .parts import target_of
from .values import as_json, types_of
from .work import Work, flag, text

UNITS = ("major", "minor", "percent", "fraction", "count")

_LIMITS = (
    *("minLength", "maxLength", "pattern", "minimum", "exclusiveMinimum", "maximum"),
    *("exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems"),
    *("minProperties", "maxProperties", "contentEncoding", "contentMediaType"),
)
_LIMITING = frozenset({*_LIMITS, "format"})


def doc_of(node: Node, *, summary: str = "summary") -> Doc:
    """The texts of a part that is no schema."""
    said = text(node, summary), text(node, "description")
    return Doc(said[0], said[1], deprecated=flag(node, "deprecated"))


def schema_doc(work: Work, node: Node) -> Doc:
    """What a schema says for readers; a wrapper (`… or null`) speaks before the schema inside it."""
    known = work.docs.get(id(node))
    if known is not None:
        return known
    form = form_of(work, node)
    doc = _own(work, form.node)
    for outer in reversed(form.outer):
        doc = over(_own(work, outer), doc)
    work.docs[id(node)] = replace(doc, notes=form.notes) if form.notes else doc
    return work.docs[id(node)]


def use_doc(work: Work, node: Node) -> Doc:
    """The same where a schema is used: what the use leaves open, the definition that it refers to answers.

    Objects, enums and unions have a docstring of their own, which is not repeated at each use.
    """
    doc, form = schema_doc(work, node), form_of(work, node)
    seen: set[str] = set()
    while form.refers:
        target = target_of(work, form.node)
        if target is None or target.id in seen:
            return doc
        seen.add(target.id)
        theirs, form = schema_doc(work, target.node), form_of(work, target.node)
        if form.named or form.choices:
            theirs = replace(
                theirs, summary=None, description=None, default=(), limits=(), notes=()
            )
        doc = over(doc, theirs)
    return doc


# What few schemas say of themselves, beside their texts and limits.
_SELDOM = frozenset({"default", "x-unit", "deprecated", "readOnly", "writeOnly", "format"})


def _own(work: Work, node: Node) -> Doc:
    limits = tuple(_limits(node))
    if not isinstance(node.value, dict) or _SELDOM.isdisjoint(node.value):
        return Doc(text(node, "title"), text(node, "description"), limits=limits)
    default = node.get("default")
    plain = () if default is None else (default.value,)
    if default is not None and isinstance(default.value, (list, dict)):
        limits += (("default", as_json(default.plain())),)
    return Doc(
        summary=text(node, "title"),
        description=text(node, "description"),
        unit=_unit(work, node),
        limits=limits,
        default=tuple(value for value in plain if not isinstance(value, (list, dict))),
        deprecated=flag(node, "deprecated"),
        read_only=flag(node, "readOnly"),
        write_only=flag(node, "writeOnly"),
        secret=text(node, "format") == "password",
    )


# A flag in older dialects, which makes the limit beside it exclusive.
_ONCE_A_FLAG = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def _is_flag(node: Node, key: str) -> bool:
    return key in _ONCE_A_FLAG and flag(node, key)


def _limits(node: Node) -> list[tuple[str, Constant]]:
    said = node.value
    if not isinstance(said, dict) or _LIMITING.isdisjoint(said):
        return []
    found: list[tuple[str, Constant]] = []
    for key in [key for key in _LIMITS if key in said]:
        child = node.get(_ONCE_A_FLAG[key] if _is_flag(node, key) else key)
        if (
            child is not None
            and not isinstance(child.value, list | dict)
            and child.value is not False
        ):
            found.append((key, child.value))
    format_ = text(node, "format")
    if format_ is not None:
        types = [type_ for type_ in types_of(node) if type_ != "null"]
        if says_more(types[0] if len(types) == 1 else None, format_):
            found.append(("format", format_))
    return found


def _unit(work: Work, node: Node) -> str | None:
    unit = node.get("x-unit")
    if unit is None or unit.value in UNITS:
        return text(node, "x-unit")
    work.fault("unit-unknown", unit, "is no unit that is known", f"write one of {', '.join(UNITS)}")
    return None


def over(use: Doc, definition: Doc) -> Doc:
    """What the use says, and where it says nothing what the definition says."""
    said = {key for key, _ in use.limits}
    limits = use.limits + tuple(limit for limit in definition.limits if limit[0] not in said)
    return Doc(
        summary=use.summary or definition.summary,
        description=use.description or definition.description,
        unit=use.unit or definition.unit,
        limits=limits,
        default=use.default or definition.default,
        deprecated=use.deprecated or definition.deprecated,
        read_only=use.read_only or definition.read_only,
        write_only=use.write_only or definition.write_only,
        secret=use.secret or definition.secret,
        notes=tuple(dict.fromkeys((*use.notes, *definition.notes))),
    )
