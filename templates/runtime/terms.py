"""What a client was made with, as its calls need it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from .auth import Credential
from .mismatch import Mismatch, OnMismatch
from .operation import Api, Operation
from .secret import Secret
from .settings import MAX_RESPONSE_BYTES, Options, Timeout
from .unset import Unset

if TYPE_CHECKING:
    from .request import Standing


class Rules(Struct, frozen=True):
    """The choices that hold for a call. `address` may be wrong: constructors raise nothing."""

    address: str | Mismatch
    timeout: Timeout
    retries: int
    strict: bool
    allow_insecure_http: bool
    is_chosen: bool
    """Whether the caller gave the address; it holds for operations with servers of their own too."""
    max_response_bytes: int = MAX_RESPONSE_BYTES

    def changed(self, options: Options) -> Rules:
        """These rules, but for what the options of a call say."""
        return Rules(
            self.address if isinstance(options.base_url, Unset) else options.base_url,
            self.timeout if isinstance(options.timeout, Unset) else Timeout.of(options.timeout),
            self.retries if isinstance(options.retries, Unset) else options.retries,
            self.strict if isinstance(options.strict, Unset) else options.strict,
            (
                self.allow_insecure_http
                if isinstance(options.allow_insecure_http, Unset)
                else options.allow_insecure_http
            ),
            self.is_chosen or not isinstance(options.base_url, Unset),
            options.max_response_bytes,
        )

    def __repr__(self) -> str:
        # An address may hold a password.
        return "Rules(...)"


class Terms(Struct, frozen=True):
    """A client without its connections and its clock."""

    api: Api
    given: Mapping[str, Secret]
    presented: Mapping[str, Credential]
    """The credential of each scheme that `given` alone is enough for."""
    rules: Rules
    on_mismatch: OnMismatch | None
    log: logging.Logger
    environment: str | None = None
    variables: Mapping[str, str] = {}
    middleware: tuple[Any, ...] = ()
    standing: dict[tuple[Operation[Any], str | None], Standing] = {}
    """What the requests of an operation have in common, with a body and without, from the first call on."""

    def __repr__(self) -> str:
        return f"<Terms of {self.api.name}>"
