"""URLs of definitions that are kept elsewhere: one spelling for each, and whether one lies below an allowed one."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urljoin, urlsplit

_REMOTE = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\]")
_UNSAFE = re.compile('[\x00-\x20\x7f\\\\<>"^`{|}]')
_PORTS = {"https": 443, "http": 80}


def is_remote(file: str) -> bool:
    """Whether what a reference names as a file is a URL."""
    return _REMOTE.match(file) is not None


def absolute(text: str, base: str = "") -> str | None:
    """The URL that `text` means where `base` is the URL of the document it stands in (RFC 3986, 5.2).

    The host is in lower case, the default port and dot segments are gone, what is not ASCII is percent-encoded, the fragment
    is cut off. None for what is nothing to fetch: another scheme than https and http, a user name, a host that is not plain
    ASCII, controls, blanks or backslashes, and paths that servers and we might read in different ways.
    """
    if _UNSAFE.search(text):
        return None
    try:
        parts = urlsplit(urljoin(base, text))
        port = parts.port
    except ValueError:
        return None
    scheme, netloc = parts.scheme.lower(), parts.netloc.lower()
    host = re.sub(r":\d*$", "", netloc)
    if scheme not in _PORTS or not _HOST.fullmatch(host):
        return None
    path = urlsplit(urljoin(f"{scheme}://{host}/", parts.path or "/")).path
    if not path.startswith("/") or path.startswith("//") or _is_ambiguous(path):
        return None
    where = host if port in (None, _PORTS[scheme]) else f"{host}:{port}"
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    return f"{scheme}://{where}{quote(path, safe=_KEPT)}{query}"


_KEPT = "/%:@!$&'()*+,;=~-._?"


def _is_ambiguous(path: str) -> bool:
    segments = [unquote(segment) for segment in path.split("/")]
    return any(part in (".", "..") or set(part) & {"/", "\\", "%"} for part in segments)


def lies_below(url: str, prefix: str) -> bool:
    """Whether a URL is an allowed one, or lies below it; both as `absolute` spells them."""
    one, other = urlsplit(url), urlsplit(prefix)
    if (one.scheme, one.netloc) != (other.scheme, other.netloc):
        return False
    return one.path == other.path or one.path.startswith(other.path.rstrip("/") + "/")


def folder_of(url: str) -> str:
    """The URL of the folder that a text lies in: what one would allow to have it."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{parts.path.rpartition('/')[0]}/"
