"""Access tokens that are fetched when a call needs them, once for all who wait, and renewed before they end."""

import asyncio
import base64
import hashlib
import inspect
import secrets
import threading
from collections.abc import Awaitable, Callable, Generator, Mapping
from contextlib import suppress
from typing import Any, Final, cast
from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit

from msgspec import Struct
from msgspec.structs import replace

from . import wire
from .auth import Credential, OAuth2, OpenIdConnect, Security, by_choice, credential
from .base_url import read_base_url
from .drive import adrive, drive
from .errors import AuthenticationError, MissingCredentialsError
from .flow import Call, Outcome
from .grants import AuthorizationCodeGrant, ClientCredentialsGrant, Grant, RefreshTokenGrant
from .heading import own_fields
from .mismatch import Mismatch
from .operation import Operation
from .pacing import Clock, RetryBudget
from .request import Arguments, Outgoing
from .secret import Secret
from .settle import failure, undecodable
from .terms import Terms

EARLY: Final = 60.0
"""Seconds before its end at which a token is renewed; a tenth of its life where that is less."""
_FORM: Final = "application/x-www-form-urlencoded"

Steps = Generator[Call, Outcome, "Held"]


class Held(Struct, frozen=True):
    """A token, when to renew it on the monotonic clock, and what to renew it with."""

    token: Secret
    renew_at: float | None = None
    refresh: Secret | None = None

    def is_fresh(self, clock: Clock) -> bool:
        """Whether there is time left."""
        return self.renew_at is None or clock.monotonic() < self.renew_at


class Wallet:
    """The tokens of a client, by scheme. Threads and tasks may share it: whoever comes first fetches for all."""

    def __init__(self, terms: Terms, sources: Mapping[str, Any]) -> None:
        schemes = terms.api.schemes
        self._terms = terms
        self._sources = {
            name: sources[scheme.arguments[0]]
            for name, scheme in schemes.items()
            if scheme.arguments and scheme.arguments[0] in sources
        }
        self._held: dict[str, Held] = {}
        self._locks = {name: threading.Lock() for name in self._sources}
        self._alocks: dict[str, asyncio.Lock] = {}
        self._made: tuple[Mapping[str, Secret], Terms] | None = None

    def __repr__(self) -> str:
        return "Wallet(...)"

    def respond(self, inner: Callable[..., Any], *given: Any) -> Any:
        """Makes a call with the tokens that it needs; once more with new ones where the service refuses them."""
        _, http, clock, budget, operation, arguments, *_ = given
        tokens = {
            name: self._token(name, http, clock, budget)
            for name in self._wanted(operation.security)
        }
        try:
            return inner(self._with(tokens), *given[1:])
        except AuthenticationError:
            if not tokens or not _is_replayable(arguments):
                raise
            again = {
                name: self._token(name, http, clock, budget, refused)
                for name, refused in tokens.items()
            }
            if _same(tokens, again):
                raise
        return inner(self._with(again), *given[1:])

    async def arespond(self, inner: Callable[..., Awaitable[Any]], *given: Any) -> Any:
        """As `respond`, awaiting."""
        _, http, clock, budget, operation, arguments, *_ = given
        tokens: dict[str, Secret] = {}
        for name in self._wanted(operation.security):
            tokens[name] = await self._atoken(name, http, clock, budget)
        try:
            return await inner(self._with(tokens), *given[1:])
        except AuthenticationError:
            if not tokens or not _is_replayable(arguments):
                raise
            again: dict[str, Secret] = {}
            for name, refused in tokens.items():
                again[name] = await self._atoken(name, http, clock, budget, refused)
            if _same(tokens, again):
                raise
        return await inner(self._with(again), *given[1:])

    def _wanted(self, security: Security) -> tuple[str, ...]:
        """The schemes whose tokens a call needs: those of the first alternative that can be had."""
        terms = self._terms
        stand_in = Credential("connection", "", Secret(""))
        there = {**dict.fromkeys(self._sources, stand_in), **terms.presented}
        for way in by_choice(security, there) if security else ():
            if way and all(
                name in there or credential(terms.api.schemes[name], terms.given) for name in way
            ):
                return tuple(name for name in way if name in self._sources)
        return ()

    def _with(self, tokens: Mapping[str, Secret]) -> Terms:
        """The terms with these tokens; those of the last call where it had the same."""
        if not tokens:
            return self._terms
        made = self._made
        if made is not None and _same(made[0], tokens):
            return made[1]
        shown = {
            name: Credential("header", "Authorization", Secret(f"Bearer {token.reveal()}"))
            for name, token in tokens.items()
        }
        terms = replace(self._terms, presented={**self._terms.presented, **shown}, standing={})
        self._made = (tokens, terms)
        return terms

    def _token(
        self, name: str, http: Any, clock: Clock, budget: RetryBudget, refused: Secret | None = None
    ) -> Secret:
        source = self._sources[name]
        if not isinstance(source, Grant):
            return Secret(str(source()))
        held = self._usable(name, clock, refused)
        if held is not None:
            return held.token
        with self._locks[name]:
            held = self._usable(name, clock, refused)
            if held is None:
                steps = self._steps(name, source, clock)
                sent: Outcome | None = None
                while held is None:
                    try:
                        call = steps.send(cast("Outcome", sent))
                    except StopIteration as end:
                        held = cast("Held", end.value)
                    else:
                        sent = drive(call, http(), clock, budget)
                self._held[name] = held
        return held.token

    async def _atoken(
        self, name: str, http: Any, clock: Clock, budget: RetryBudget, refused: Secret | None = None
    ) -> Secret:
        source = self._sources[name]
        if not isinstance(source, Grant):
            given = source()
            return Secret(str(await given if inspect.isawaitable(given) else given))
        held = self._usable(name, clock, refused)
        if held is not None:
            return held.token
        async with self._alocks.setdefault(name, asyncio.Lock()):
            held = self._usable(name, clock, refused)
            if held is None:
                steps = self._steps(name, source, clock)
                sent: Outcome | None = None
                while held is None:
                    try:
                        call = steps.send(cast("Outcome", sent))
                    except StopIteration as end:
                        held = cast("Held", end.value)
                    else:
                        sent = await adrive(call, http(), clock, budget)
                self._held[name] = held
        return held.token

    def _usable(self, name: str, clock: Clock, refused: Secret | None) -> Held | None:
        held = self._held.get(name)
        if held is None or not held.is_fresh(clock) or held.token is refused:
            return None
        return held

    def _steps(self, name: str, source: Grant, clock: Clock) -> Steps:
        """What to ask for, one request after the other, until there is a token."""
        addresses = yield from self._addresses(name)
        token_url = source.token_url or addresses.get("token_url")
        held = self._held.get(name)
        refresh = None if held is None else held.refresh
        if isinstance(source, RefreshTokenGrant):
            refresh = refresh or Secret(source.refresh_token)
        if refresh is not None:
            url = source.token_url or addresses.get("refresh_url") or token_url
            fields = {"grant_type": "refresh_token", "refresh_token": refresh.reveal()}
            outcome = yield self._asked(name, source, url, fields)
            if outcome.reply.status == 200 or isinstance(source, RefreshTokenGrant):
                return self._taken(source, outcome, refresh, clock)
        fields = {"grant_type": "client_credentials"}
        if isinstance(source, AuthorizationCodeGrant):
            url = source.authorization_url or addresses.get("authorization_url")
            fields = _agreed(source, self._absolute(name, url))
        if source.scopes and isinstance(source, ClientCredentialsGrant):
            fields["scope"] = " ".join(source.scopes)
        outcome = yield self._asked(name, source, token_url, fields)
        return self._taken(source, outcome, None, clock)

    def _addresses(self, name: str) -> Generator[Call, Outcome, dict[str, str]]:
        """Where tokens are given out, as the document says or what the issuer publishes about itself."""
        scheme = self._terms.api.schemes[name]
        found: dict[str, str] = {}
        described: str | None = None
        if isinstance(scheme, OAuth2):
            described = scheme.metadata_url
            for flow in scheme.flows.values():
                for key in ("token_url", "refresh_url", "authorization_url"):
                    url: str | None = getattr(flow, key)
                    if url:
                        found.setdefault(key, url)
        elif isinstance(scheme, OpenIdConnect):
            described = scheme.url
        if described is None or "token_url" in found:
            return found
        outcome = yield self._call(name, "GET", described, None, ())
        told = _object(outcome)
        return found | {
            key: str(told[field])
            for key, field in (
                ("token_url", "token_endpoint"),
                ("authorization_url", "authorization_endpoint"),
            )
            if field in told
        }

    def _absolute(self, name: str, url: str | None) -> str:
        if not url:
            expected = f"the scheme `{name}` has no address for this grant: give `token_url`"
            raise MissingCredentialsError(expected)
        address = self._terms.rules.address
        return urljoin(address if isinstance(address, str) else "", url)

    def _asked(self, name: str, source: Grant, url: str | None, fields: dict[str, str]) -> Call:
        """The request for a token, by a client that says who it is (RFC 6749 §2.3.1)."""
        body = {**fields, **source.extra}
        known: tuple[Credential, ...] = ()
        if source.client_secret is None or source.in_body:
            body["client_id"] = source.client_id
            if source.client_secret is not None:
                body["client_secret"] = source.client_secret
        else:
            pair = f"{quote(source.client_id, safe='')}:{quote(source.client_secret, safe='')}"
            text = "Basic " + base64.b64encode(pair.encode()).decode("ascii")
            known = (Credential("header", "Authorization", Secret(text)),)
        return self._call(name, "POST", self._absolute(name, url), body, known)

    def _call(
        self,
        name: str,
        method: str,
        url: str,
        body: dict[str, str] | None,
        known: tuple[Credential, ...],
    ) -> Call:
        parts = urlsplit(self._absolute(name, url))
        base = read_base_url(f"{parts.scheme}://{parts.netloc}")
        rules = self._terms.rules
        if isinstance(base, Mismatch) or not (base.is_private or rules.allow_insecure_http):
            raise MissingCredentialsError(f"the address for tokens of `{name}` is not https")
        fields = own_fields(
            self._terms.api.name, self._terms.api.version, None if body is None else _FORM
        )
        fields.put_credentials(known)
        hidden = tuple(
            Credential("connection", "", Secret(value))
            for key, value in (body or {}).items()
            if key in _HIDDEN
        )
        query = Secret(parts.query) if parts.query else None
        content = None if body is None else urlencode(body).encode()
        request = Outgoing(method, base, parts.path or "/", query, fields, content, hidden)
        # A token may be asked for twice, but a refresh token or a code may serve once only.
        repeatable = body is None or body.get("grant_type") == "client_credentials"
        return Call(request, rules, repeatable)

    def _taken(self, source: Grant, outcome: Outcome, refresh: Secret | None, clock: Clock) -> Held:
        told = _object(outcome)
        token = told.get("access_token")
        if not isinstance(token, str) or not token:
            raise undecodable(outcome, "there is no `access_token` in it", (), b"")
        new = told.get("refresh_token")
        if isinstance(new, str) and new:
            refresh = Secret(new)
            if source.on_refresh_token is not None:
                source.on_refresh_token(new)
        try:
            life = float(str(told.get("expires_in")))
        except ValueError:
            return Held(Secret(token), None, refresh)
        return Held(Secret(token), clock.monotonic() + life - min(EARLY, life / 10), refresh)


_HIDDEN: Final = frozenset({"refresh_token", "client_secret", "code", "code_verifier", "password"})


def _object(outcome: Outcome) -> dict[str, object]:
    """The JSON object of a reply. Raises an `APIStatusError` for a failure."""
    operation: Operation[Any] = Operation(
        outcome.request.method, outcome.request.path, authentication=(400, 403)
    )
    if outcome.reply.status != 200:
        raise failure(operation, outcome)
    value: object = None
    with suppress(wire.NotJSON):
        value = wire.read(outcome.reply.content)
    if not isinstance(value, dict):
        raise undecodable(outcome, "no JSON object", (), b"")
    return cast("dict[str, object]", value)


def _agreed(source: AuthorizationCodeGrant, url: str) -> dict[str, str]:
    """The fields for a token after somebody has agreed. Raises `MissingCredentialsError` where he has not."""
    state, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": source.client_id,
        "redirect_uri": source.redirect_uri,
        "state": state,
        "code_challenge": base64.urlsafe_b64encode(digest).decode().rstrip("="),
        "code_challenge_method": "S256",
    }
    if source.scopes:
        asked["scope"] = " ".join(source.scopes)
    back = source.authorize(f"{url}{'&' if '?' in url else '?'}{urlencode(asked)}")
    told = parse_qs(urlsplit(back).query)
    if told.get("state") != [state]:
        raise MissingCredentialsError(
            "the browser came back with another `state` than it was sent with"
        )
    if "code" not in told:
        reason = ascii(told.get("error", ["no code"])[0])[:80]
        raise MissingCredentialsError(f"no authorization was given: {reason}")
    return {
        "grant_type": "authorization_code",
        "code": told["code"][0],
        "redirect_uri": source.redirect_uri,
        "code_verifier": verifier,
    }


def _same(one: Mapping[str, Secret], other: Mapping[str, Secret]) -> bool:
    return one.keys() == other.keys() and all(
        one[name].reveal() == other[name].reveal() for name in one
    )


def _is_replayable(arguments: Arguments) -> bool:
    """Whether a call can be made a second time: what was read from a file or an iterator is gone."""
    body = arguments.body
    parts = cast("Mapping[str, object]", body).values() if isinstance(body, Mapping) else (body,)
    return not any(hasattr(part, "__next__") or hasattr(part, "read") for part in parts)
