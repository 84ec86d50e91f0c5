"""Base64 text to bytes, and back to the same text (RFC 4648).

Bytes whose canonical encoding is what came over the wire are plain `bytes`. Another spelling (no padding, the URL-safe
alphabet, line breaks) gives a subclass that carries the text.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import Final

_BASE64: Final = re.compile(r"[0-9A-Za-z+/_-]*={0,2}", re.ASCII)
_URL_SAFE: Final = str.maketrans("-_", "+/")


class WireBytes(bytes):
    """Bytes that came in another spelling than the canonical one."""

    _wire: str = ""

    def __reduce__(self) -> tuple[Callable[[str], bytes], tuple[str]]:
        return read_bytes, (self._wire,)


def read_bytes(text: str) -> bytes:
    """The bytes of a base64 text. Raises ValueError for anything else."""
    digits = "".join(text.split()) if not text.isalnum() else text
    cut_off = "=" in digits and len(digits) % 4 != 0
    if cut_off or not text.isascii() or _BASE64.fullmatch(digits) is None:
        raise ValueError("not base64")
    bare = digits.rstrip("=").translate(_URL_SAFE)
    value = b64decode(bare + "=" * (-len(bare) % 4))
    if b64encode(value).decode() == text:
        return value
    kept = WireBytes(value)
    kept._wire = text  # pyright: ignore[reportPrivateUsage]
    return kept


def base64_text(value: bytes | bytearray) -> str:
    """The text the bytes came with, else their canonical encoding."""
    kept: str = getattr(value, "_wire", "")
    return kept or b64encode(value).decode()
