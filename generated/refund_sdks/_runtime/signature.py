"""Who sent it: signatures of requests that the API sends."""

import hmac
import re
import time
from base64 import b64decode
from collections.abc import Callable, Sequence
from typing import Final, Literal

from msgspec import Struct

from .headers import Headers
from .secret import Secret

Verify = Callable[[Headers, bytes], bool | None]
"""Is given the header and the body as it came. False means that the sender is not who it seems; it may also raise."""

TOLERANCE: Final = 300.0
"""Seconds by which the time of a signature may differ from ours: long enough for clocks, too short for a replay."""

_PART: Final = re.compile(r"\{([^{}]*)\}")
_DIGITS: Final = re.compile(r"[0-9]{1,15}", re.ASCII)


class HmacSignature(Struct, frozen=True):
    """An HMAC (RFC 2104) over what is sent, in the header `header`, behind `prefix`.

    `signed` is what the digest is made of: `{body}`, `{timestamp}`, or another header by its name. Without it that is the
    body, behind the text of the header `timestamp` and a full stop where there is such a header.
    """

    header: str
    algorithm: Literal["sha256", "sha384", "sha512", "sha1"] = "sha256"
    encoding: Literal["hex", "base64"] = "hex"
    prefix: str = ""
    timestamp: str | None = None
    signed: str | None = None

    def verifier(
        self,
        secret: str | bytes | Sequence[str | bytes],
        *,
        tolerance: float | None = TOLERANCE,
        now: Callable[[], float] = time.time,
    ) -> Verify:
        """What to give as `verify`: takes a request that was signed with `secret`, or with one of several.

        Where a header tells the time (in seconds or milliseconds since 1970), it must be within `tolerance` seconds of
        `now`; None leaves that out.

        Raises:
            ValueError: a secret is empty.
        """
        several = [secret] if isinstance(secret, str | bytes) else list(secret)
        keys = [
            Secret((s.encode() if isinstance(s, str) else s).decode("latin-1")) for s in several
        ]
        if not keys or any(not key.reveal() for key in keys):
            raise ValueError("a secret is empty")

        def verify(headers: Headers, content: bytes) -> bool:
            given = list(self._given(headers.get(self.header, "")))
            message = self._message(headers, content)
            if message is None or not given or not self._is_fresh(headers, tolerance, now):
                return False
            made = [
                hmac.digest(key.reveal().encode("latin-1"), message, self.algorithm) for key in keys
            ]
            # All are compared, whatever the first ones say: how long it takes tells nothing.
            equal = [hmac.compare_digest(one, other) for one in made for other in given]
            return any(equal)

        return verify

    def _given(self, field: str) -> list[bytes]:
        """The digests in the header: services that change their secret send one for each."""
        found = re.findall(
            rf"(?:^|[ ,;]){re.escape(self.prefix)}([0-9A-Za-z+/_=-]+)", field.strip()
        )
        digests: list[bytes] = []
        for text in found:
            try:
                digests.append(bytes.fromhex(text) if self.encoding == "hex" else _base64(text))
            except ValueError:
                continue
        return digests

    def _message(self, headers: Headers, content: bytes) -> bytes | None:
        """What was signed; None where a header of it is missing."""
        signed = self.signed or ("{timestamp}.{body}" if self.timestamp else "{body}")
        pieces: list[bytes] = []
        for at, text in enumerate(_PART.split(signed)):
            if at % 2 == 0:
                pieces.append(text.encode())
            elif text == "body":
                pieces.append(content)
            else:
                name = self.timestamp if text == "timestamp" and self.timestamp else text
                if name not in headers:
                    return None
                pieces.append(headers[name].encode("latin-1"))
        return b"".join(pieces)

    def _is_fresh(
        self, headers: Headers, tolerance: float | None, now: Callable[[], float]
    ) -> bool:
        if self.timestamp is None or tolerance is None:
            return True
        text = headers.get(self.timestamp, "")
        if _DIGITS.fullmatch(text) is None:
            return False
        at = int(text) / (1000 if len(text) > 11 else 1)
        return abs(now() - at) <= tolerance


def _base64(text: str) -> bytes:
    bare = text.rstrip("=").translate(str.maketrans("-_", "+/"))
    return b64decode(bare + "=" * (-len(bare) % 4), validate=True)
