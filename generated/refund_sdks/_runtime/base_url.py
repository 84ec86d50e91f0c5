"""The address of a service to the parts that every request to it shares."""

import ipaddress
from functools import lru_cache
from typing import Final

import httpx2
from msgspec import Struct

from .mismatch import Mismatch

_EXPECTED: Final = "an http or https address without user, query or fragment"


class BaseURL(Struct, frozen=True):
    """Where a service is: `origin` + `prefix` + the path of an operation is the address of a request."""

    url: httpx2.URL
    origin: str
    netloc: bytes
    prefix: str
    is_private: bool
    """Whether nobody can listen: https, or this machine."""

    def __str__(self) -> str:
        return self.origin + self.prefix


@lru_cache(maxsize=128)
def read_base_url(text: str) -> BaseURL | Mismatch:
    """The parts of a base URL, or what is wrong with it. It does not raise, since it is read by constructors,
    whose tracebacks would show the credentials among their arguments."""
    try:
        # Twice: of `HTTPS://x:443` the first leaves a port that is none.
        url = httpx2.URL(str(httpx2.URL(text)))
    except (httpx2.InvalidURL, ValueError):
        return Mismatch("base_url", _EXPECTED, "another text")
    if (
        url.scheme not in ("http", "https")
        or not url.host
        or url.userinfo
        or url.query
        or url.fragment
    ):
        return Mismatch("base_url", _EXPECTED, "another address")
    if "?" in text or "#" in text:
        return Mismatch("base_url", _EXPECTED, "another address")
    return BaseURL(
        url=url,
        origin=f"{url.scheme}://{url.netloc.decode('ascii')}",
        netloc=url.netloc,
        prefix=url.raw_path.decode("ascii").rstrip("/"),
        is_private=url.scheme == "https" or _is_loopback(url.host),
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):  # RFC 6761 §6.3
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
