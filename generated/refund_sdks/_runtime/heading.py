"""The header fields of a request: ours, the credentials, and what the caller adds."""

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from .auth import Credential
from .errors import RequestValidationError
from .headers import RESERVED, is_field_name, is_field_value
from .mismatch import Mismatch
from .secret import Secret

Field = tuple[bytes, bytes | Secret]
"""A header field: ours as bytes, a caller's as a secret."""


class Heading(dict[bytes, Field]):
    """Header fields by their names in lower case; one that is put again replaces the first."""

    merged: Any = None
    """What the transport made of these fields last, for the next call that has the same. It is never shown."""

    def put(self, name: str, text: Secret) -> None:
        """Raises `RequestValidationError` for what can't be sent."""
        wire_name, key = _names(name)
        if not key:
            raise _refused(name, "a header name (RFC 9110)", "another text")
        if not is_field_value(text.reveal()):
            expected = "a header value: Latin-1, without line breaks or surrounding space"
            raise _refused(name, expected, "another text")
        self[key] = (wire_name, text)

    def accept(self, media: str) -> None:
        """What the description says that a call can come back with."""
        self[b"accept"] = (b"Accept", media.encode("ascii"))

    def put_all(self, pairs: Iterable[tuple[str, Secret]]) -> None:
        """Fields of a caller, who may not steer the connection. Raises `RequestValidationError`."""
        for name, text in pairs:
            if name.lower() in RESERVED:
                raise _refused(name, "a header that does not steer the connection", "header")
            self.put(name, text)

    def put_credentials(
        self, credentials: Iterable[Credential], others: Secret | None = None
    ) -> None:
        """Those that go into headers, beside other cookies. Raises `RequestValidationError`."""
        cookies: list[str] = [] if others is None else [others.reveal()]
        for credential in credentials:
            if credential.location == "header":
                self.put(credential.name, credential.text)
            elif credential.location == "cookie":
                if not _COOKIE.fullmatch(credential.text.reveal()):
                    raise _refused(credential.name, "a cookie value (RFC 6265)", "another text")
                cookies.append(f"{credential.name}={credential.text.reveal()}")
        if cookies:
            self[b"cookie"] = (b"Cookie", Secret("; ".join(cookies)))

    def encoded(self) -> list[tuple[bytes, bytes]]:
        """The fields as they go over the wire."""
        return [
            (name, value if isinstance(value, bytes) else value.reveal().encode("latin-1"))
            for name, value in self.values()
        ]


_COOKIE: Final = re.compile(r"[!#-+\--:<-\[\]-~]+")


def own_fields(name: str, version: str, media: str | None) -> Heading:
    """What we send of our own accord for the API of this name and version; `media` is the type of a body."""
    product = "/".join(
        re.sub(r"[^!#$%&'*+\-.^_`|~0-9A-Za-z]+", "-", part) or "-" for part in (name, version)
    )
    python = f"python/{sys.version_info.major}.{sys.version_info.minor}"
    fields = Heading()
    fields[b"accept"] = (b"Accept", b"application/json")
    # Only what we unpack ourselves, so that the size limit and a cut-off body are noticed.
    fields[b"accept-encoding"] = (b"Accept-Encoding", b"gzip, deflate")
    fields[b"user-agent"] = (b"User-Agent", f"{product} {python}".encode("ascii"))
    if media is not None:
        fields.put("Content-Type", Secret(media))
    return fields


@lru_cache(maxsize=256)
def _names(name: str) -> tuple[bytes, bytes]:
    """A header name as it is sent and in lower case; nothing for what is no header name."""
    wire_name = name.encode("ascii") if is_field_name(name) else b""
    return wire_name, wire_name.lower()


def _refused(name: str, expected: str, got: str) -> RequestValidationError:
    return RequestValidationError(Mismatch(name, expected, got))
