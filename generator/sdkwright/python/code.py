"""Python source text that is safe to print: the only door from the text of a specification into code.

`Code` is a `str` that only this module makes. Templates print nothing else (`render/environment.py`), so what stands in a
specification reaches a generated file as a literal, as a docstring or not at all.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import LiteralString, TypeGuard, assert_never

from ..ir.types import Constant
from ..text.node import Plain
from .json_text import json_text
from .lines import wrapped

WIDTH = 100
INDENT = 4


class Code(str):
    """A piece of Python source."""

    __slots__ = ()


def code(text: LiteralString) -> Code:
    """A piece of source that is written out in the generator itself."""
    return Code(text)


def compose(pattern: LiteralString, *parts: Code) -> Code:
    """`pattern` with each `{}` replaced by the next of `parts`."""
    return Code(pattern.format(*parts))


def join(separator: LiteralString, parts: Iterable[Code]) -> Code:
    """The parts with `separator` between them."""
    return Code(separator.join(parts))


def tuple_of(parts: Iterable[Code]) -> Code:
    """A tuple display; the comma behind the last part stands only where Python needs it, for black takes it as a wish."""
    items = tuple(parts)
    return compose("({},)" if len(items) == 1 else "({})", join(", ", items))


def split_union(annotation: Code) -> tuple[Code, ...]:
    """The arms of a union annotation: `int | list[str | None]` -> `int`, `list[str | None]`."""
    if " | " not in annotation:
        return (annotation,)
    arms: list[Code] = []
    depth = start = 0
    tree = _blanked(annotation)
    for at, character in enumerate(tree):
        depth += (character in "[(") - (character in "])")
        if depth == 0 and tree.startswith(" | ", at):
            arms.append(Code(annotation[start:at]))
            start = at + 3
    return (*arms, Code(annotation[start:]))


def _blanked(source: str) -> str:
    # Text inside of literals must not look like structure.
    return re.sub(r'"(?:[^"\\]|\\.)*"', lambda found: "_" * len(found[0]), source)


def is_identifier(text: str) -> TypeGuard[str]:
    """Whether `text` may name something in generated code: ASCII, an identifier, no keyword."""
    return text.isascii() and text.isidentifier() and not keyword.iskeyword(text)


@cache
def identifier(name: str) -> Code:
    """A settled name as source.

    Raises:
        ValueError: `name` is no ASCII identifier; names are settled before, so this is a fault of the generator.
    """
    if not is_identifier(name):
        raise ValueError(f"not an identifier: {name!r}")
    return Code(name)


def dotted(path: str) -> Code:
    """A module path or attribute chain as source; leading dots make it relative."""
    bare = path.lstrip(".")
    for part in bare.split(".") if bare else ():
        identifier(part)
    return Code(path)


def literal(value: Constant) -> Code:
    """The literal whose value is `value`.

    Raises:
        ValueError: a Decimal that is not finite.
    """
    match value:
        case None | bool() | int():
            return Code(repr(value))
        case Decimal():
            if not value.is_finite():
                raise ValueError(f"not a finite number: {value}")
            return Code(f'Decimal("{value}")')
        case str():
            return Code(_quoted(value))
        case _:
            assert_never(value)


def seconds(value: Decimal) -> Code:
    """A number of seconds, as one would write it: `2`, `0.5`."""
    is_whole = value == value.to_integral_value()
    return Code(repr(int(value)) if is_whole else repr(float(value)))


@lru_cache(10_000)
def _quoted(text: str) -> str:
    if text.isidentifier():
        return f'"{text}"'
    # Printable characters stay readable; controls, surrogates, bidi marks and the like are escaped.
    escaped = text.translate(_ESCAPES)
    return f'"{escaped}"' if escaped.isprintable() else f'"{"".join(map(_shown, escaped))}"'


_ESCAPES = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"})


def _escape(character: str) -> str:
    point = ord(character)
    if point <= 0xFF:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"


# Half of what a large API describes, it has described before.
@lru_cache(10_000)
def docstring(text: str, indent: int) -> Code:
    """`text` as a docstring that stands `indent` spaces deep; prose and lists are wrapped, code and tables kept.

    The value of the literal shows the same characters as `text`, white space aside.
    """
    shown = text if text.strip() else "Undocumented."
    lines = [_visible(line) for line in wrapped(shown, WIDTH - indent - 3)]
    if len(lines) == 1 and len(lines[0]) + indent + 6 <= WIDTH:
        return Code(f'"""{_closed(lines[0])}"""')
    pad = " " * indent
    body = "\n".join(pad + line if line and at else line for at, line in enumerate(lines))
    return Code(f'"""{body}\n{pad}"""')


def json_block(value: Plain) -> Code:
    """A payload as a text literal that holds its JSON, readable over several lines, every number with its digits.

    Raises:
        ValueError: a number that is not finite, which JSON has no form for.
    """
    text = json_text(value)
    if "\n" not in text:
        return literal(text)
    lines = "\n".join(map(_visible, text.split("\n")))
    return Code(f'"""\n{lines}\n"""')


def _closed(line: str) -> str:
    # A quote at the end would run into the closing ones; one that is escaped already would be set free again.
    return line[:-1] + '\\"' if _BARE_QUOTE_AT_END.search(line) else line


_BARE_QUOTE_AT_END = re.compile(r'(?<!\\)(?:\\\\)*"$')


def _visible(line: str) -> str:
    text = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return shown.rstrip()


def _shown(character: str) -> str:
    return character if character.isprintable() else _escape(character)


def reviewed(source: str) -> Code:
    """Source that another printer wrote and whose syntax tree was found equal to one made of `Code`."""
    return Code(source)
