"""A complete reply to the value in it, or to the error that it means."""

import base64
from collections.abc import Iterable, Iterator
from typing import Any, Final

from . import codec, wire
from .annotations import accepts_null
from .errors import APIStatusError, AuthenticationError, DecodingError, status_error
from .flow import Outcome
from .mismatch import NOTHING, Mismatch
from .operation import Operation, TypedHeaders
from .response import Reply
from .secret import Secret

LONGEST_EXCERPT: Final = 300
_EMPTY: Final = frozenset({204, 205})
"""These never have a body (RFC 9110 §15.3.5, §15.3.6), whatever the description says."""


def settled(operation: Operation[Any], outcome: Outcome, strict: bool) -> codec.Decoded:
    """The value of a reply and where it differs from the description. Raises `APIStatusError`, or `DecodingError` for a body that can't be read."""
    reply = outcome.reply
    if not 200 <= reply.status < 300:
        raise failure(operation, outcome)
    value: Any = None
    mismatches: tuple[Mismatch, ...] = ()
    try:
        value, mismatches = _value(operation, reply)
    except wire.NotJSON as problem:
        fault = _unreadable(reply, problem)
    else:
        fault = f"not as described: {_listed(mismatches)}" if mismatches and strict else ""
    if fault:
        # Here and not where it was found: a traceback may show the locals of each frame, the body among them.
        raise undecodable(outcome, fault, mismatches)
    return value, mismatches


def failure(operation: Operation[Any], outcome: Outcome) -> APIStatusError:
    """The error that a status means, with its body as far as it can be read."""
    reply, request = outcome.reply, outcome.request
    kind = (
        AuthenticationError
        if reply.status in operation.authentication
        else status_error(reply.status)
    )
    excerpt = _excerpt(reply.content, request.secrets)
    error = kind(
        f"{request.title}: {reply.status}" + (f": {excerpt}" if excerpt else ""),
        method=request.method,
        path=request.path,
        retries_taken=outcome.retries_taken,
        status=reply.status,
        headers=reply.headers,
        raw=reply.content,
    )
    error.body, error.mismatches = _error_body(operation, reply)
    if operation.error_headers is not None:
        from .described import read_headers

        error.typed_headers, wrong = read_headers(operation.error_headers, reply.headers)
        error.mismatches += wrong
    return error


def typed_headers(
    described: TypedHeaders, outcome: Outcome, strict: bool
) -> tuple[Any, tuple[Mismatch, ...]]:
    """What the headers of a reply read as. Raises `DecodingError` under `strict` where they are not as described."""
    from .described import read_headers  # here, since few calls look at headers

    told, mismatches = read_headers(described, outcome.reply.headers)
    if mismatches and strict:
        raise undecodable(outcome, f"headers not as described: {_listed(mismatches)}", mismatches)
    return told, mismatches


def _value(operation: Operation[Any], reply: Reply) -> codec.Decoded:
    returns, content = operation.returns, reply.content
    if operation.answers:
        returns = operation.answer_type(reply.status, reply.headers.get("content-type", ""))
    if returns is None:
        return None, ()
    if returns is bytes and not _is_encoded(operation, reply):
        return content, ()
    if returns is str and not _is_json(reply):
        return _text(reply), ()
    if not content.strip():
        if accepts_null(returns):
            return None, ()
        if reply.status in _EMPTY:
            return None, (Mismatch("", "a body", NOTHING),)
        raise wire.NotJSON("the body is empty")
    return codec.decode(returns, content)


def _unreadable(reply: Reply, problem: wire.NotJSON) -> str:
    """Why a body can't be read: an answer that says itself that it is something else is no malformed JSON."""
    media = reply.headers.get("content-type", "").partition(";")[0].strip()
    if not media or _is_json(reply) or not reply.content.strip() or not media.isprintable():
        return str(problem)
    return f"expected JSON, got {media[:80]}"


def _is_encoded(operation: Operation[Any], reply: Reply) -> bool:
    """Whether octets came as base64 in a JSON text: that is described where JSON has no other type, or is all there is."""
    asked = operation.accept.split(",")
    wanted = all if operation.answers else any
    return _is_json(reply) and wanted("json" in media for media in asked)


def _is_json(reply: Reply) -> bool:
    return "json" in reply.headers.get("content-type", "").lower()


def _error_body(operation: Operation[Any], reply: Reply) -> tuple[object, tuple[Mismatch, ...]]:
    described = operation.error_type(reply.status, reply.headers.get("content-type", ""))
    if described is bytes and not _is_json(reply):
        return reply.content, ()
    if not reply.content.strip():
        return None, ()
    if described is str and not _is_json(reply):
        return _text(reply), ()
    try:
        raw = wire.read(reply.content)
        return (raw, ()) if described is None else codec.fitted_error(described, raw)
    except (wire.NotJSON, RecursionError):
        return _text(reply), ()


def _text(reply: Reply) -> str:
    charset = reply.headers.get("content-type", "").lower().partition("charset=")[2].strip('"; ')
    try:
        return reply.content.decode(charset or "utf-8", "replace")
    except LookupError:
        return reply.content.decode("utf-8", "replace")


def undecodable(
    outcome: Outcome, reason: str, mismatches: tuple[Mismatch, ...], raw: bytes | None = None
) -> DecodingError:
    """The error about a body that can't be read, or about the part `raw` of it."""
    reply, request = outcome.reply, outcome.request
    error = DecodingError(
        f"{request.title}: {reply.status}: {reason}",
        method=request.method,
        path=request.path,
        retries_taken=outcome.retries_taken,
        status=reply.status,
        headers=reply.headers,
        raw=reply.content if raw is None else raw,
    )
    error.mismatches = mismatches
    return error


def _listed(mismatches: tuple[Mismatch, ...]) -> str:
    more = f" and {len(mismatches) - 3} more" if len(mismatches) > 3 else ""
    return "; ".join(str(mismatch)[:120] for mismatch in mismatches[:3]) + more


def _spellings(secret: str) -> Iterator[str]:
    """A credential as it is sent, without its scheme, and the user name and password that it encodes."""
    scheme, _, token = secret.rpartition(" ")
    yield secret
    yield token
    if scheme == "Basic":
        yield from base64.b64decode(token).decode("utf-8", "replace").split(":", 1)


def _excerpt(content: bytes, secrets: Iterable[Secret]) -> str:
    """The beginning of a body for a message: on one line, printable, without what the request kept secret."""
    # Cut after the secrets are gone: half of one would not be found.
    text = content[:4096].decode("utf-8", "replace")
    parts = {part for secret in secrets for part in _spellings(secret.reveal()) if len(part) > 3}
    for part in sorted(parts, key=len, reverse=True):
        text = text.replace(part, "***")
    text = " ".join(text[: LONGEST_EXCERPT * 2].split())
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return shown if len(shown) <= LONGEST_EXCERPT else shown[:LONGEST_EXCERPT] + "…"
