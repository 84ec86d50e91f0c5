"""A text from the network, under the limits that a URL in a specification deserves. Only `sdkwright fetch` gets here."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from threading import Timer
from time import monotonic
from urllib.parse import urlsplit

from msgspec import Struct

from .spec.url import absolute
from .version import VERSION

MAX_BYTES = 10_000_000
SECONDS = 30.0
"""The limits of one text: its size, and the time for all of it, redirects included."""

_REDIRECTS = 5
_MOVED = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class UnreachableError(Exception):
    """Why a text can't be had: a sentence that goes on after `the reference …`."""


class ForbiddenError(Exception):
    """Why a text is not asked for: a sentence that goes on after `the reference …`."""


class Limits(Struct, frozen=True):
    """What is allowed: which URLs, whether in private networks too; how many bytes and seconds a text may take."""

    allows: Callable[[str], bool]
    private: bool = False
    most: int = MAX_BYTES
    seconds: float = SECONDS


def get(url: str, limits: Limits) -> tuple[str, bytes]:
    """The text of an allowed URL, and the URL that redirects led to.

    Each hop has to be allowed, and its host has to have public addresses only; the connection goes to an address that was
    looked at, so a second answer of the name service changes nothing. No proxy, no cookies, no credentials, no `.netrc`.

    Raises:
        ForbiddenError: a redirect leads out of what is allowed, or a host has an address that is not public.
        UnreachableError: no answer in time, another status than 200, too many bytes or redirects.
    """
    end = monotonic() + limits.seconds
    for _ in range(_REDIRECTS + 1):
        answer = _ask(url, limits, end - monotonic())
        if isinstance(answer, bytes):
            return url, answer
        target = absolute(answer.location, url)
        if target is None or not limits.allows(target):
            where = target or "something that is no plain URL"
            raise ForbiddenError(f"is redirected to {where}, which is not allowed")
        url = target
    raise UnreachableError(f"is redirected more than {_REDIRECTS} times")


class _Moved(Struct, frozen=True):
    location: str


def _ask(url: str, limits: Limits, seconds: float) -> bytes | _Moved:
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    target = parts.path + (f"?{parts.query}" if parts.query else "")
    addresses = _addresses(host, port, limits.private)
    try:
        with _connected(addresses, port, seconds) as plain:
            connection = http.client.HTTPConnection(parts.netloc)
            connection.sock = _encrypted(plain, host) if parts.scheme == "https" else plain
            headers = {
                "Accept": "application/yaml, application/json, text/plain, */*;q=0.5",
                "Accept-Encoding": "identity",
                "Connection": "close",
                "User-Agent": f"sdkwright/{VERSION}",
            }
            connection.request("GET", target, headers=headers)
            return _body(connection.getresponse(), limits.most)
    except ssl.SSLError as fault:
        reason = getattr(fault, "verify_message", "") or fault.reason or "no TLS"
        raise UnreachableError(f"is not answered by the right server: {reason}") from None
    except (OSError, http.client.HTTPException, ValueError) as fault:
        raise UnreachableError(f"can't be fetched: {_reason(fault)}") from None


def _body(response: http.client.HTTPResponse, most: int) -> bytes | _Moved:
    if response.status in _MOVED:
        return _Moved(response.getheader("Location") or "")
    if response.status != 200:
        raise UnreachableError(f"can't be fetched: the server answers {response.status}")
    if response.getheader("Content-Encoding", "identity").lower() != "identity":
        raise UnreachableError("can't be fetched: the server sends a compressed text unasked")
    if (response.getheader("Content-Type") or "").lower().startswith("text/html"):
        raise UnreachableError("names a web page (text/html), not a document")
    data = response.read(most + 1)
    if len(data) > most or (response.length or 0) > 0:
        more = len(data) > most
        why = f"is larger than {most:,} bytes" if more else "breaks off before its end"
        raise UnreachableError(f"can't be fetched: the text {why}")
    return data


def _reason(fault: Exception) -> str:
    if isinstance(fault, TimeoutError):
        return "no answer in time"
    return (fault.strerror if isinstance(fault, OSError) else None) or type(fault).__name__


@contextmanager
def _connected(addresses: list[Address], port: int, seconds: float) -> Generator[socket.socket]:
    """A connection to the first address that takes one, closed when the time is over, whatever is then going on."""
    found = _first(addresses, port, seconds)
    # Encryption takes the socket over; a second handle on the connection can end it all the same.
    handle = found.dup()
    late: list[bool] = []

    def end() -> None:
        late.append(True)
        with suppress(OSError):
            handle.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield found
    except (OSError, http.client.HTTPException, UnreachableError):
        if not late:
            raise
    finally:
        timer.cancel()
        found.close()
        handle.close()
    if late:
        # Also where an answer seems whole: without a length, the end of the connection is the end of the text.
        raise TimeoutError


def _first(addresses: list[Address], port: int, seconds: float) -> socket.socket:
    fault: OSError = TimeoutError()
    for address in addresses if seconds > 0 else ():
        try:
            return socket.create_connection((str(address), port), seconds)
        except OSError as failed:
            fault = failed
    raise fault


def _encrypted(plain: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _addresses(host: str, port: int, private: bool) -> list[Address]:
    """The addresses of a host, all of which have to be allowed: one that is not is no mistake of the name service."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise UnreachableError(f"can't be fetched: no address of `{host}` is known") from fault
    addresses = [ipaddress.ip_address(str(answer[4][0]).partition("%")[0]) for answer in answers]
    for address in addresses:
        if not _may_reach(address, host, private):
            raise ForbiddenError(
                f"leads to `{host}`, which is {address} here: no address of the public network"
            )
    return addresses


def _may_reach(address: Address, host: str, private: bool) -> bool:
    real = _inner(address)
    if real.is_global and not real.is_multicast:
        return True
    never = real.is_link_local or real.is_multicast or real.is_unspecified or real.is_reserved
    written_out = host in (str(address), "localhost")
    return not never and (private or written_out) and (real.is_private or real.is_loopback)


def _inner(address: Address) -> Address:
    """The IPv4 address that is meant by an IPv6 address which only carries one."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
