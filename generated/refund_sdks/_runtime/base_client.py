"""What the blocking and the awaiting client have in common: the choices of the caller.

What a call needs beyond them, pydantic and httpx2 above all, is imported with the first resource and the first call: a
program that makes a client may never use it.
"""

import logging
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from .auth import ClientCertificate, Given, presented
from .errors import ClientClosedError
from .mismatch import Mismatch, OnMismatch
from .operation import Api
from .secret import Secret
from .servers import address_of
from .settings import DEFAULT_TIMEOUT, Timeout
from .terms import Rules, Terms

if TYPE_CHECKING:
    from .pacing import Clock, RetryBudget
    from .tokens import Wallet

# The package that this runtime was copied into, so that two copies log apart.
_PACKAGE: Final = __name__.rpartition("._runtime")[0] or __name__.partition(".")[0]


_NO_VARIABLES: Final[Mapping[str, str | None]] = {}


class BaseClient:
    """What the blocking and the awaiting client have in common: everything but the I/O."""

    def __init__(
        self,
        api: Api,
        *,
        credentials: Mapping[str, Given],
        environment: str | None = None,
        variables: Mapping[str, str | None] = _NO_VARIABLES,
        base_url: str | None = None,
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        retries: int = 2,
        strict: bool = False,
        on_mismatch: OnMismatch | None = None,
        allow_insecure_http: bool = False,
        middleware: Sequence[Any] = (),
    ) -> None:
        # Nothing here raises: a traceback would show the credentials among the arguments.
        told = {name: value for name, value in credentials.items() if value not in (None, "")}
        sources = {name: value for name, value in told.items() if _is_source(value)}
        given = {name: Secret(_text(v)) for name, v in told.items() if name not in sources}
        chosen = {name: value for name, value in variables.items() if value is not None}
        address = (
            address_of(api, api.servers, environment, chosen) if base_url is None else base_url
        )
        is_chosen = base_url is not None
        limits = Timeout.of(timeout)
        rules = Rules(address, limits, retries, strict, allow_insecure_http, is_chosen)
        self._log = logging.getLogger(f"{_PACKAGE}.{api.name}")
        known = presented(api.schemes, given)
        around = tuple(middleware)
        self._terms = Terms(
            api, given, known, rules, on_mismatch, self._log, environment, chosen, around
        )
        self._wallet = _wallet(self._terms, sources) if sources else None
        certificates = (v for v in told.values() if isinstance(v, ClientCertificate))
        self._certificate = next(certificates, None)
        self._closed = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url='{self._shown_base_url()}')"

    def _shown_base_url(self) -> str:
        # A client that was never constructed is shown as well: a traceback may ask for it.
        terms: Terms | None = getattr(self, "_terms", None)
        if terms is None or isinstance(terms.rules.address, Mismatch):
            return "invalid"
        from .base_url import read_base_url

        base = read_base_url(terms.rules.address)
        return "invalid" if isinstance(base, Mismatch) else str(base)

    def _is_closed(self) -> ClientClosedError:
        return ClientClosedError(f"this {type(self).__name__} is closed")

    @cached_property
    def _clock(self) -> "Clock":
        from .pacing import Clock

        return Clock()

    @cached_property
    def _budget(self) -> "RetryBudget":
        from .pacing import RetryBudget

        return RetryBudget()


def _wallet(terms: Terms, sources: Mapping[str, Given]) -> "Wallet":
    from .tokens import Wallet  # here, since most clients are given their tokens as text

    return Wallet(terms, sources)


def _is_source(value: Given) -> bool:
    return value is not None and not isinstance(value, str | int | ClientCertificate)


def _text(value: Given) -> str:
    # What a certificate holds goes to the connection, not into a request.
    return "" if isinstance(value, ClientCertificate) else str(value)
