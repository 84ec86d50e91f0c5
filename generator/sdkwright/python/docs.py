"""What the docstrings of generated code say: texts of the document, units, limits, arguments, errors, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..ir.model import Doc, Field, Response
from ..ir.origin import Source, Status
from ..ir.types import Constant
from .code import WIDTH, literal
from .lines import filled, wrapped
from .prose import prose

_UNITS: Mapping[str, str] = {
    "major": "In major units of the currency (12.5 is twelve and a half).",
    "minor": "In minor units of the currency (1250 is 12.50 where the unit has cents).",
    "percent": "A percentage: 25 means 25 %.",
    "fraction": "A fraction: 0.25 means 25 %.",
    "count": "A count.",
}

_LIMITS: Mapping[str, str] = {
    "minLength": "At least {} characters.",
    "maxLength": "At most {} characters.",
    "pattern": "Matches `{}`.",
    "format": "Format: {}.",
    "minimum": "At least {}.",
    "maximum": "At most {}.",
    "exclusiveMinimum": "More than {}.",
    "exclusiveMaximum": "Less than {}.",
    "multipleOf": "A multiple of {}.",
    "minItems": "At least {} items.",
    "maxItems": "At most {} items.",
    "minProperties": "At least {} entries.",
    "maxProperties": "At most {} entries.",
    "uniqueItems": "No item occurs twice.",
}

_SINGULAR: Mapping[str, str] = {
    "At least 1 characters.": "At least 1 character.",
    "At most 1 characters.": "At most 1 character.",
    "At least 1 items.": "At least 1 item.",
    "At most 1 items.": "At most 1 item.",
    "At least 1 entries.": "At least 1 entry.",
    "At most 1 entries.": "At most 1 entry.",
}

_REASONS: Mapping[str, str] = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
}


def described(doc: Doc, otherwise: str) -> str:
    """Summary and description as one text; `otherwise` where the document says nothing."""
    given = (text.strip() for text in (doc.summary, doc.description) if text)
    texts = [text for text in map(prose, given) if text]
    if len(texts) == 2 and (texts[1].startswith(texts[0]) or _NAME.fullmatch(texts[0])):
        texts = texts[1:]
    return "\n\n".join(_sentence(text) for text in texts) or otherwise


_NAME = re.compile(r"\w*(?:[a-z][A-Z]|_)\w*")
"""A title that is a name in the code of the service says nothing beside a description."""


def _sentence(text: str) -> str:
    return text if re.search(r"[.!?:;`)*|>\]]$", text) else text + "."


def facts(doc: Doc) -> str:
    """Unit, limits, default, access and deprecation in one paragraph; empty where there is nothing to say."""
    said = [_UNITS.get(doc.unit, f"Unit: {doc.unit}.")] if doc.unit else []
    said += [
        _limit(name, value) for name, value in doc.limits if name in _LIMITS and value is not False
    ]
    said += [f"Default: {_shown(value)}." for value in doc.default]
    said += ["Only the server sets this."] if doc.read_only else []
    said += ["Only sent, never returned."] if doc.write_only else []
    said += ["Deprecated."] if doc.deprecated and not _is_told_deprecated(doc) else []
    said += doc.notes
    return " ".join(said)


def _is_told_deprecated(doc: Doc) -> bool:
    """Whether the description begins with it already."""
    return any(
        (text or "").lower().startswith("deprecated") for text in (doc.summary, doc.description)
    )


def _limit(name: str, value: Constant) -> str:
    text = _LIMITS[name].format(value)
    return _SINGULAR.get(text, text)


def _shown(value: Constant) -> str:
    return f"`{literal(value)}`"


def source(origin: Source | None) -> str:
    """Where a statement comes from, as a sentence; empty where nothing is known."""
    if origin is None:
        return ""
    lines = (
        f", line{'s' if re.search('[-,]', origin.lines) else ''} {origin.lines}"
        if origin.lines
        else ""
    )
    place = origin.url or (f"{origin.doc}{lines}" if origin.doc else "")
    said = {
        Status.DOCUMENTED: f"Source: {place}.",
        Status.INFERRED: f"Inferred from {place}." if place else "Inferred.",
        Status.OUTSIDE: f"From outside the document ({place}).",
        Status.SYNTHESISED: "Made up as an example.",
    }[origin.status]
    return f"{said} {_capital(_sentence(origin.note))}" if origin.note else said


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def paragraphs(*texts: str) -> str:
    """The texts that are not empty, as paragraphs of one docstring."""
    return "\n\n".join(text for text in texts if text)


def field_text(field: Field, around: Source | None) -> str:
    """The docstring of an attribute, perhaps empty: its source only where it is another than that of the class."""
    own = field.origin.source
    foreign = (
        own is not None
        and own != around
        and (around is None or own.status is not Status.DOCUMENTED)
    )
    said = paragraphs(described(field.doc, ""), facts(field.doc))
    return paragraphs(said, source(own) if foreign else "")


def unless_evident(text: str, wire: str, name: str) -> str:
    """`text`, which says what an argument is called on the wire; nothing where its name says as much."""
    same = re.sub(r"[\W_]", "", wire).lower() == name.replace("_", "").lower()
    return "" if same else text


def section(title: str, entries: Iterable[tuple[str, str]], indent: int) -> str:
    """A section of a docstring (`Args:`, `Raises:`) with an entry a line, wrapped with a hanging indent.

    What has no text is left out: its name and its annotation stand in the signature.
    """
    rows: list[str] = []
    for name, text in entries:
        if text.strip():
            rows += _entry(name, text, WIDTH - indent - 3)
    return "\n".join([f"{title}:", *rows]) if rows else ""


_LISTED = re.compile(r"^ {0,3}[-*+][ \t]+\S.*\n(?:.*\n)*? {0,3}[-*+][ \t]+\S", re.MULTILINE)
"""Two items of a list: one alone may be a dash at the beginning of a line."""


def _entry(name: str, text: str, width: int) -> Iterator[str]:
    """The lines of an entry: its paragraphs run on, a list inside it keeps its items."""
    listed = _LISTED.search(text)
    before, behind = (
        (text, "") if listed is None else (text[: listed.start()], text[listed.start() :])
    )
    yield from filled([*f"{name}:".split(" "), *before.split()], width, " " * 4, " " * 8)
    yield from (f"{' ' * 8}{line}" for line in wrapped(behind, width - 8) if line)


REDIRECT = "RedirectError"
_REDIRECTS = frozenset({"301", "302", "303", "307", "308"})
"""Statuses that lead elsewhere: followed where that is safe, else an error that tells where to."""


def error_class(response: Response) -> str | None:
    """The exception that the runtime raises for a response; None for success."""
    if response.authentication:
        return "AuthenticationError"
    if response.status in _REDIRECTS:
        return REDIRECT
    if response.status == "default" or response.status[:1] not in "345":
        return "APIStatusError" if response.status == "default" else None
    return _REASONS.get(
        response.status, "ServerError" if response.status[:1] == "5" else "APIStatusError"
    )
