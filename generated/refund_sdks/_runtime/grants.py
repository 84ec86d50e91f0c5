"""Where access tokens come from that the caller does not have as text (RFC 6749)."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from msgspec import Struct


class _Grant(Struct, frozen=True, kw_only=True):
    """What all grants can say. The addresses stand in for those of the document.

    `extra` are more fields of the request for a token, such as an `audience`. `in_body` sends the client's secret among
    them instead of with HTTP basic.
    """

    scopes: Sequence[str] = ()
    token_url: str | None = None
    extra: Mapping[str, str] = {}
    in_body: bool = False
    on_refresh_token: Callable[[str], None] | None = None
    """Called with each refresh token that comes, for whoever wants to keep it."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"


class ClientCredentialsGrant(_Grant, frozen=True):
    """The client for itself (RFC 6749 §4.4)."""

    client_id: str
    client_secret: str


class RefreshTokenGrant(_Grant, frozen=True):
    """A refresh token that was given before (RFC 6749 §6)."""

    refresh_token: str
    client_id: str
    client_secret: str | None = None


class AuthorizationCodeGrant(_Grant, frozen=True):
    """A person agrees in a browser (RFC 6749 §4.1, with the proof of RFC 7636).

    `authorize` is called with the address to open, and gives the address that the browser was sent back to.
    """

    client_id: str
    redirect_uri: str
    authorize: Callable[[str], str]
    client_secret: str | None = None
    authorization_url: str | None = None


Grant = ClientCredentialsGrant | RefreshTokenGrant | AuthorizationCodeGrant
TokenSource = Callable[[], str] | Callable[[], Awaitable[str]] | Grant
"""A grant, or a callable that gives the token of the moment; an awaiting client takes one that is awaited, too."""
