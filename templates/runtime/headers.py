"""HTTP header fields: what may be sent, and a read-only view of what came."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

_NAME: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_VALUE: Final = re.compile(r"(?:[!-~\x80-\xff](?:[\t -~\x80-\xff]*[!-~\x80-\xff])?)?")

RESERVED: Final = frozenset(
    {"connection", "content-length", "host", "te", "trailer", "transfer-encoding", "upgrade"}
)
"""Fields that steer the connection; they follow from the request and are never a caller's."""


def is_field_name(name: str) -> bool:
    """Whether the text is a field name of RFC 9110 §5.1."""
    return _NAME.fullmatch(name) is not None


def is_field_value(value: str) -> bool:
    """Whether the text is a field value of RFC 9110 §5.5: Latin-1, no control character, no space at an end."""
    return _VALUE.fullmatch(value) is not None


class Raw(Protocol):
    """The header fields of a response as an HTTP library has them, which lists them when it is asked to."""

    @property
    def raw(self) -> Sequence[tuple[bytes, bytes]]: ...


class Headers(Mapping[str, str]):
    """The header fields of a response; names in any case.

    A field that came several times reads as one value, joined by commas (RFC 9110 §5.3); `get_all` has them apart.
    """

    __slots__ = ("_given", "_known")

    def __init__(self, given: "Sequence[tuple[bytes, bytes]] | Raw" = ()) -> None:
        self._given = given
        self._known: dict[str, list[str]] | None = None

    @property
    def _index(self) -> dict[str, list[str]]:
        # Made at the first look: most responses are never asked for a header.
        if self._known is None:
            index: dict[str, list[str]] = {}
            for name, value in self.raw:
                index.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
            self._known = index
        return self._known

    def __getitem__(self, name: str) -> str:
        return ", ".join(self._index[name.lower()])

    def __iter__(self) -> Iterator[str]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._index

    @property
    def raw(self) -> Sequence[tuple[bytes, bytes]]:
        """The fields as they came."""
        given = self._given
        return given if isinstance(given, Sequence) else given.raw

    def get_all(self, name: str) -> list[str]:
        """Each value of a field, in the order they came; empty where there is none."""
        return list(self._index.get(name.lower(), ()))

    def __repr__(self) -> str:
        # Values may be session cookies.
        return f"Headers({', '.join(self)})"
