"""Names of a document taken apart into words, and put together again in the cases of Python."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

# First what capitals alone would take apart: two names of our field, and abbreviations in the plural (`userIDs`).
_BOUNDARY = re.compile(
    r"OAuth|IPv(?=\d)|[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[A-Z]"
)
_LONGEST = 60

# Letters of European languages that no decomposition turns into ASCII.
_SPELLED = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "ø": "o",
        "Ø": "O",
        "œ": "oe",
        "Œ": "Oe",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
    }
)


# What nearly all names of properties and parameters are.
_SNAKE = re.compile(r"[a-z]+(?:_[a-z]+)*")
_SIGNED = re.compile(r"([+-])\d+(?:\.\d+)?")
_SIGNS = {"+": "plus", "-": "minus"}


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a name, lower case and ASCII: `GetAllRefundsResponse` -> get, all, refunds, response.

    Digits stay with the word before them (`line2` is one word), and so does a letter alone behind digits (`k8s`). A name
    without any usable character has no words. A sign before a number is one: `+1` is plus, 1.
    """
    if _SNAKE.fullmatch(text):
        return tuple(text.split("_"))
    plain = _ascii(text)
    signed = _SIGNED.fullmatch(text)
    found: list[str] = [_SIGNS[signed[1]]] if signed else []
    end = -1
    for match in _BOUNDARY.finditer(plain):
        part = match.group()
        alone = len(part) == 1 and part.islower() and plain[end - 1 : end].isdigit()
        if (part.isdigit() or alone) and found and match.start() == end:
            found[-1] += part
        else:
            found.append(part.lower())
        end = match.end()
    return tuple(found)


@cache
def snake(text: str) -> str:
    """`text` as the name of a variable, before reserved names are looked at; empty where it has no words."""
    return _started(_fitted(words(text), "_"), "n")


@cache
def pascal(text: str) -> str:
    """`text` as the name of a class; capitals inside the words of `text` are kept (`SKUList` stays so)."""
    runs = re.findall(r"[A-Za-z]+|\d+", _ascii(text))
    if sum(map(len, runs)) > _LONGEST:
        runs = [word for run in runs for word in _BOUNDARY.findall(run)]
    return _started(_fitted([run[:1].upper() + run[1:] for run in runs], ""), "N")


@cache
def constant(text: str) -> str:
    """`text` as the name of a constant."""
    return _started(_fitted(words(text), "_").upper(), "N")


def _fitted(parts: Sequence[str], joint: str) -> str:
    """The parts joined; of too long a name the first words, which say whose it is, and the last, which say what it is."""
    whole = joint.join(parts)
    if len(whole) <= _LONGEST:
        return whole
    behind = _leading(parts[::-1], joint, _LONGEST * 2 // 3)[::-1]
    before = _leading(parts, joint, _LONGEST - len(joint.join(behind)) - len(joint))
    # One endless word can only be cut.
    return joint.join([*before, *behind]) if behind else whole[:_LONGEST].rstrip(joint)


def _leading(parts: Sequence[str], joint: str, room: int) -> list[str]:
    """The first parts, as many as there is room for."""
    ends = accumulate(len(part) + len(joint) for part in parts)
    return [part for part, end in zip(parts, ends, strict=True) if end - len(joint) <= room]


def _ascii(text: str) -> str:
    spelled = unicodedata.normalize("NFKD", text.translate(_SPELLED))
    return spelled.encode("ascii", "ignore").decode()


def _started(name: str, prefix: str) -> str:
    return prefix + name if name[:1].isdigit() else name


def camel(name: str) -> str:
    """The camelCase wire name that a snake_case attribute stands for; the same function as in the runtime."""
    head, *tail = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in tail)


def upper_camel(name: str) -> str:
    """The PascalCase wire name that a snake_case attribute stands for; the same function as in the runtime."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def singular(text: str) -> str:
    """The name of one element of a list called `text`: `refundItems` -> `refundItem`; unchanged where unsure."""
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("xes", "x"),
        ("ches", "ch"),
        ("shes", "sh"),
    ):
        if text.lower().endswith(ending) and len(text) > len(ending) + 1:
            return text[: -len(ending)] + instead
    if (
        text.lower().endswith("s")
        and not text.lower().endswith(("ss", "us", "is"))
        and len(text) > 2
    ):
        return text[:-1]
    return text


def unreserved(name: str, reserved: frozenset[str] = frozenset()) -> str:
    """`name`, with an underscore behind it where Python or `reserved` has it already."""
    taken = keyword.iskeyword(name) or name in reserved
    return name + "_" if taken else name


_FORM_WORDS = {
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "form_data",
    "application/octet-stream": "bytes",
    "text/plain": "text",
    "*/*": "content",
}


def with_body(name: str, media: str) -> str:
    """What a method is called that sends a body of another media type than the one called `name`."""
    essence = media.partition(";")[0].strip().lower()
    subtype = essence.partition("/")[2]
    word = _FORM_WORDS.get(essence) or snake(subtype.removeprefix("x-")) or "content"
    return f"{name}_with_{word}"


_STRAIGHT = re.compile(r"[A-Za-z](?:[-_. ]?[0-9A-Za-z])*")


def bent(wire: str, name: str) -> int:
    """How far a Python name is from the one on the wire: the same, the same words, or without what no name can have.

    So `filter` stays `filter` beside `$filter`, and `birthDate` is `birth_date` beside `_birthDate`.
    """
    return 0 if name == wire else 1 if _STRAIGHT.fullmatch(wire) else 2
