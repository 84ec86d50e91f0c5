"""Values that are no objects: whether each is of the kind that its field wants, and what is said where it is not."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from ..text.diagnostic import Report
from ..text.node import Node, text_of


def number_of(node: Node) -> int | Decimal | None:
    """The number that a value is; None for others."""
    if isinstance(node.value, bool) or not isinstance(node.value, int | Decimal):
        return None
    return node.value


def tell_scalar(node: Node, kind: str, report: Report) -> None:
    """Report a value that is not of its `kind`, an entry of `SCALAR_CHECKS`.

    `field-null`, `ref-misplaced` and `text-unquoted` are warnings: what was meant is plain. All else is a `wrong-type`.
    """
    _, wanted, hint = SCALAR_CHECKS[kind]
    if kind == "text" and node.value is None:
        message = f"`#{node.pointer}` is null where text is expected; it counts as missing"
        report.warn("field-null", message, node.span, "remove the field, or write its text")
        return
    ref = node.get("$ref")
    if kind == "text" and ref is not None:
        message = f"`#{node.pointer}` refers to a text kept elsewhere, which is not read"
        report.warn("ref-misplaced", message, ref.span, "write the text here")
        return
    text = text_of(node)
    if kind in ("text", "pattern") and text is not None:
        message = (
            f"`#{node.pointer}` is {shown(node)} where text is expected; it is read as written"
        )
        report.warn("text-unquoted", message, node.span, f'quote it: `"{text}"`')
        return
    report.error("wrong-type", f"`#{node.pointer}` is {shown(node)}, not {wanted}", node.span, hint)


def shown(node: Node) -> str:
    """What a value is, as messages say it: `a number (`1.10`)`, `an object`, `null`."""
    article = "an" if node.kind()[0] in "ao" else "a"
    if node.value is None:
        return "null"
    short = node.raw if node.raw is not None and len(node.raw) <= 40 else None
    return f"{article} {node.kind()}" + (f" (`{short}`)" if short else "")


def _is_text(node: Node) -> bool:
    return isinstance(node.value, str)


def _is_flag(node: Node) -> bool:
    return isinstance(node.value, bool)


def _is_number(node: Node) -> bool:
    return number_of(node) is not None


def _is_positive(node: Node) -> bool:
    return (number_of(node) or 0) > 0


def _is_count(node: Node) -> bool:
    number = number_of(node)
    return number is not None and number >= 0 and number == int(number)


SCALAR_CHECKS: dict[str, tuple[Callable[[Node], bool], str, str]] = {
    "text": (_is_text, "a string", "write text"),
    "pattern": (_is_text, "a regular expression", "write it as a quoted text"),
    "flag": (_is_flag, "a boolean", "write `true` or `false`"),
    "number": (_is_number, "a number", "write a number, without quotes"),
    "positive": (
        _is_positive,
        "a number greater than 0",
        "write a number greater than 0, without quotes",
    ),
    "count": (_is_count, "a whole number from 0", "write a whole number from 0, without quotes"),
    "any": (lambda _: True, "", ""),
}
"""By kind (`objects.py`): whether a value is of it, what that is called, and what to do where it is not."""
