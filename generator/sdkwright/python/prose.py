"""Descriptions in Markdown and HTML as prose that reads well in a docstring.

Only marks that say how a text looks are taken away, and only those that are certainly marks: `<token>` may well be what
a server expects. Code keeps its characters.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache

_LONGEST = 100_000
"""What is longer is no prose."""

_SUSPICIOUS = re.compile(r"[<&\[*#]")
_CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|``.+?``|`[^`\n]+`", re.DOTALL)
_HELD = re.compile("\ue000(\\d+)\ue001")

_INLINE = "b|strong|i|em|u|s|small|big|span|font|nobr|var|sup|sub|mark|abbr|cite|center"
_BLOCK = "p|div|blockquote|important|note|ul|ol|dl|dt|dd|h[1-6]|section|table|thead|tbody"
_ATTRIBUTES = r"(?:\s[^<>]{0,400})?"
_LINK = rf"<a{_ATTRIBUTES}\shref\s*=\s*[\"']?([^\"'\s>]{{0,400}})[\"']?{_ATTRIBUTES}>(.{{0,400}}?)</a\s*>"


@lru_cache(10_000)
def prose(text: str) -> str:
    """`text` without the marks of Markdown and HTML."""
    if not _SUSPICIOUS.search(text) or "\ue000" in text or len(text) > _LONGEST:
        return text
    held: list[str] = []
    return _HELD.sub(lambda found: held[int(found[1])], _unmarked(_held(text, held), held)).strip()


def _held(text: str, held: list[str]) -> str:
    """The text with its code put aside, a number in the place of each piece."""
    return _CODE.sub(lambda found: _hold(found[0], held), text)


def _hold(piece: str, held: list[str]) -> str:
    held.append(piece)
    return f"\ue000{len(held) - 1}\ue001"


def _unmarked(text: str, held: list[str]) -> str:
    if "<" in text:
        text = _untagged(text, held)
    for pattern, instead in _MARKS:
        text = pattern.sub(instead, text)
    return re.sub(r"\n\*\s{1,9}\n\s{0,9}", "\n* ", _entities(text))


def _untagged(text: str, held: list[str]) -> str:
    for pattern, instead in _TAGS:
        text = pattern.sub(instead, text)
    return re.sub(
        r"<(code|tt|kbd|samp)>(.{0,300}?)</\1\s*>",
        lambda found: _hold(f"`{_entities(_bare(found[2]))}`", held),
        text,
        flags=re.IGNORECASE | re.DOTALL,
    )


def _bare(text: str) -> str:
    """Text inside of code: its tags are gone already, except those of other code."""
    return re.sub(r"</?(?:code|tt|kbd|samp)>|`", "", text).strip()


def _entities(text: str) -> str:
    """Character references with their semicolon; without one, `&copy` is part of an address."""
    found = re.sub(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);", lambda m: html.unescape(m[0]), text)
    return found.replace("\xa0", " ")


def _linked(words: str, address: str) -> str:
    """A link as text: an address that works everywhere is shown, one within the documentation is not."""
    words, address = words.strip(), address.strip()
    if not re.match(r"https?://|mailto:", address) or address.endswith(words):
        return words or address
    return f"{words} ({address})" if words else address


def _table(
    *rows: tuple[str, str | Callable[[re.Match[str]], str]]
) -> tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]:
    flags = re.IGNORECASE | re.DOTALL | re.MULTILINE
    return tuple((re.compile(pattern, flags), instead) for pattern, instead in rows)


_TAGS = _table(
    (r"<!--.{0,400}?-->", ""),
    (rf"<br{_ATTRIBUTES}/?>", "\n"),
    (_LINK, lambda found: _linked(found[2], found[1])),
    (rf"</?a{_ATTRIBUTES}>", ""),
    (rf"\s{{0,9}}<li{_ATTRIBUTES}>\s{{0,9}}", "\n* "),
    (r"\s{0,9}</li>", ""),
    (rf"\s{{0,9}}<tr{_ATTRIBUTES}>\s{{0,9}}", "\n* "),
    (rf"\s{{0,9}}</t[dh]>\s{{0,9}}<t[dh]{_ATTRIBUTES}>\s{{0,9}}", " | "),
    (rf"</?t[rdh]{_ATTRIBUTES}>", ""),
    (rf"\s{{0,9}}</?(?:{_BLOCK}){_ATTRIBUTES}/?>[ \t]*", "\n\n"),
    (rf"</?(?:{_INLINE}){_ATTRIBUTES}>", ""),
)
"""What becomes of HTML; of tags that are not listed it is not known whether they are tags."""

_MARKS = _table(
    (r"!\[([^\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)", r"\1"),
    (
        r"\[([^\[\]]+)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)*)>?(?:\s+\"[^\"]*\")?\s*\)",
        lambda found: _linked(found[1], found[2]),
    ),
    (r"<(https?://[^<>\s]+)>", r"\1"),
    (r"^[ ]{0,3}#{1,6}[ \t]+([^\n]+)$", r"\n\1\n"),
    (r"\*\*(?=[^\s*])([^*\n]*[^\s*])\*\*", r"\1"),
    (r"(?<![\w*\\])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?![\w*])", r"\1"),
)
"""What becomes of Markdown; lists, tables and code are as readable as they are."""
