"""What of a request and a response may be shown in a log or a trace."""

import re
from collections.abc import Container, Iterable
from typing import Final
from urllib.parse import unquote_plus

MASK: Final = "***"

_SECRET: Final = re.compile(
    r"auth|token|secret|passw|pwd|passphrase|api.?key|access.?key|signature|credential|session|cookie|jwt|private"
    r"|(?:^|[^a-z])(?:sig|key|code|pin|otp|sid)(?:$|[^a-z])"
    r"|(?-i:(?:Key|Code|Sig)(?:$|[^a-z]))",
    re.IGNORECASE,
)
_HARMLESS: Final = re.compile(
    r"accept(-.*)?|age|allow|cache-control|connection|content-(encoding|language|length|range|type)|date|expires"
    r"|keep-alive|last-modified|if-(un)?modified-since|link|prefer|range|retry-after(-ms)?|server|server-timing"
    r"|transfer-encoding|user-agent|vary|via|(x-)?ratelimit-.*|(x-)?(request|correlation|trace)-?id|traceparent",
    re.IGNORECASE,
)


def is_secret_name(name: str) -> bool:
    """Whether what goes by this name is likely to be a secret: `access_token`, `apiKey`, `sig`."""
    return _SECRET.search(name) is not None


def shown_query(query: str, hidden: Container[str], mask: str = MASK) -> str:
    """A query with a mask for the values of the hidden names, and of those that are likely secrets."""
    return "&".join(_shown_pair(pair, hidden, mask) for pair in query.split("&"))


def has_secret(query: str, hidden: Container[str]) -> bool:
    """Whether anything in a query has to be masked."""
    return shown_query(query, hidden) != query


def shown_headers(pairs: Iterable[tuple[bytes, bytes]]) -> str:
    """Header fields in a line of text. Only values of fields that are known to be harmless are in it."""
    return "; ".join(
        f"{name}: {_shown_value(name, value)}"
        for name, value in ((n.decode("latin-1"), v.decode("latin-1")) for n, v in pairs)
    )


def _shown_pair(pair: str, hidden: Container[str], mask: str) -> str:
    name, equals, _ = pair.partition("=")
    plain = unquote_plus(name)
    return f"{name}={mask}" if equals and (plain in hidden or is_secret_name(plain)) else pair


def _shown_value(name: str, value: str) -> str:
    if not _HARMLESS.fullmatch(name):
        return MASK
    # What a service sends may steer a terminal.
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in value[:200])
