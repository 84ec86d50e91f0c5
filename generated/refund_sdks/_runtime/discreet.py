"""Addresses of requests that are sent as they are and logged without their secrets.

httpx2 logs the address of each request at INFO, query and all, and a key in the query with it.
"""

import logging
from collections.abc import Hashable
from functools import lru_cache
from typing import Any, Final, cast

from .redaction import shown_query

_LOGGERS: Final = ("httpx2", "httpx")
_HIDDEN: Final = "_hidden"


def discreet(url: Any, hidden: frozenset[str]) -> Any:
    """The same address, which the log of its library shows without the values of these names.

    An object that is not a URL of httpx2 or httpx comes back as it is.
    """
    kind = cast("Any", type(url))
    if kind.__name__ != "URL" or not hasattr(url, "__dict__"):
        return url
    _watch()
    made: Any = object.__new__(_class(kind))
    made.__dict__.update(url.__dict__)
    setattr(made, _HIDDEN, hidden)
    return made


def shown(url: str, hidden: frozenset[str]) -> str:
    """An address with a mask for the values of these names."""
    address, mark, query = url.partition("?")
    return f"{address}?{shown_query(query, hidden)}" if mark else url


@lru_cache
def _class(kind: Hashable) -> Any:
    """The class of its library, but for how it is shown. `str` gives the address itself, which transports may need."""

    base: Any = kind

    class DiscreetURL(base):  # type: ignore[misc]
        def __repr__(self) -> str:
            return f"URL({shown(str(self), getattr(self, _HIDDEN))!r})"

    return DiscreetURL


class _Filter(logging.Filter):
    """Shows the addresses of our requests with a mask; leaves everything else as it is."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                shown(str(value), getattr(value, _HIDDEN)) if hasattr(value, _HIDDEN) else value
                for value in record.args
            )
        return True


@lru_cache
def _watch() -> None:
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_Filter())
