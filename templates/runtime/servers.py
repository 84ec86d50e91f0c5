"""Which address is talked to: that of an environment, with its variables filled in."""

import re
from collections.abc import Mapping
from typing import Final

from .mismatch import Mismatch
from .operation import Api

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")
_HOST: Final = re.compile(r"[0-9A-Za-z.:_\[\]-]+")


def address_of(
    api: Api, servers: Mapping[str, str], environment: str | None, given: Mapping[str, str]
) -> str | Mismatch:
    """The address of an environment, the first one where none is named. It does not raise: constructors call it."""
    name = next(iter(servers), "") if environment is None else environment
    if name in servers:
        url = servers[name]
        return _filled(url, {**api.variables.get(url, {}), **given}) if "{" in url else url
    known = ", ".join(repr(server) for server in servers)
    expected = f"one of {known}" if known else "a `base_url` in its place"
    return Mismatch("environment", expected, "another name")


def _filled(url: str, values: Mapping[str, str]) -> str | Mismatch:
    pieces: list[str] = []
    parts = _VARIABLE.split(url)
    for at, piece in enumerate(parts):
        if not at % 2:
            pieces.append(piece)
            continue
        value = values.get(piece, "")
        before = "".join(pieces)
        # A value that ends the host would send credentials to another one.
        host = before.partition("://")[2]
        in_host = "://" in before and "/" not in host
        # Save for a path where nothing else can follow: `http://localhost:8001{path}`.
        is_last = parts[at + 1 :] == [""] or parts[at + 1][:1] == "/"
        ends_it = is_last and host[-1:].isalnum() and value[:1] in ("", "/")
        if (in_host and not ends_it and not _HOST.fullmatch(value)) or (not before and not value):
            return Mismatch(
                piece, "a part of a host name" if in_host else "a value", "another text"
            )
        # `/{basePath}`, and `/prod` for it: the one slash is meant.
        pieces.append(value.removeprefix("/") if before.endswith("/") else value)
    return "".join(pieces)
