"""The header field `Link` (RFC 8288): what a response says about where to go on."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

_TARGET: Final = re.compile(r"[ \t,]*<([^>]*)>")
# A parameter's value is a token or a quoted string; it may be missing (RFC 8288 §3, appendix B.3).
_PARAMETER: Final = re.compile(
    r"[ \t]*;[ \t]*(?:([^ \t=;,<>\"]+)[ \t]*(?:=[ \t]*(?:\"((?:[^\"\\]|\\.)*)\"|([^ \t;,]*)))?)?"
)
_ESCAPED: Final = re.compile(r"\\(.)")


def links(field: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The links of a header field, each with its parameters by name in lower case; of one repeated the first counts.

    What is malformed ends the list: nothing behind it can be told from what belongs to it.
    """
    at = 0
    while (found := _TARGET.match(field, at)) is not None:
        at = found.end()
        parameters: dict[str, str] = {}
        while (one := _PARAMETER.match(field, at)) is not None:
            name, quoted, token = one.groups()
            if name is not None:
                value = token or "" if quoted is None else _ESCAPED.sub(r"\1", quoted)
                parameters.setdefault(name.lower(), value)
            at = one.end()
        yield found[1].strip(), parameters
        rest = field[at:].lstrip(" \t")
        if not rest.startswith(","):
            return


def target_of(field: str, relation: str, address: str) -> str | None:
    """The absolute address of the first link with this relation from the resource at `address`; None for none."""
    for target, parameters in links(field):
        relations = parameters.get("rel", "").lower().split()
        # A link with another anchor says something about another resource (RFC 8288 §3.2).
        if relation in relations and urljoin(address, parameters.get("anchor", "")) == address:
            return urljoin(address, target)
    return None
