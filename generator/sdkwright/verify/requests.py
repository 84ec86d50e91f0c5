"""The bytes of a request against what the specification says they must be, worked out without the SDK."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ..ir.model import Location, SchemeKind
from ..python.answers import accepted
from ..python.names import Names
from .exact import differences, minified, read
from .trial import Call, Trial

_OURS = frozenset(
    {
        "host",
        "accept",
        "accept-encoding",
        "connection",
        "user-agent",
        "content-type",
        "content-length",
    }
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What a request must be."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: str | None


@dataclass(frozen=True, slots=True)
class _Sent:
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: str


def expected_request(trial: Trial, names: Names, call: Call) -> Expected:
    """The request of a call."""
    headers = {"accept": accepted(call.operation)}
    query = [call.operation.query] if call.operation.query else []
    path = trial.prefix + _filled(call)
    for scheme in _schemes(call):
        location, name, text = _credential(trial, names, scheme)
        if location is Location.QUERY:
            query.append(f"{quote(name, safe='')}={quote(text, safe='')}")
        else:
            headers[name.lower()] = text
    body = None if call.body is None else call.body.text
    if body is not None:
        headers["content-type"] = "application/json"
        headers["content-length"] = str(len(body.encode("utf-8")))
    target = path + (f"?{'&'.join(query)}" if query else "")
    return Expected(call.operation.method, target, headers, body)


def faults(expected: Expected, requests: list[str]) -> Iterator[str]:
    """What is wrong with the requests that a call led to, each of which must be one."""
    if len(requests) != 1:
        yield f"{len(requests)} requests were sent"
        return
    sent = _parsed(requests[0])
    if sent.method != expected.method:
        yield f"the method is `{sent.method}`, not `{expected.method}`"
    if sent.target != expected.target:
        yield f"the target is `{sent.target}`, not `{expected.target}`"
    yield from _header_faults(expected, sent)
    yield from _body_faults(expected.body, sent.body)


def _header_faults(expected: Expected, sent: _Sent) -> Iterator[str]:
    names = [name for name, _ in sent.headers]
    values = dict(sent.headers)
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"the header `{name}` is sent twice"
    for name, value in expected.headers.items():
        if values.get(name) != value:
            # Credentials of the trial are no secrets.
            yield f"the header `{name}` is `{values.get(name)}`, not `{value}`"
    if "host" not in values:
        yield "the header `host` is missing"
    unexpected = set(values) - set(expected.headers) - _OURS
    if expected.body is None:
        unexpected |= set(values) & {"content-type", "transfer-encoding"}
        if values.get("content-length", "0") != "0":
            unexpected.add("content-length")
    for name in sorted(unexpected):
        yield f"the header `{name}` should not be sent"


def _body_faults(expected: str | None, sent: str) -> Iterator[str]:
    if expected is None or not sent:
        if bool(sent) != (expected is not None):
            yield "a body should not be sent" if sent else "no body was sent"
        return
    try:
        got = read(sent)
    except ValueError:
        yield "the body is no JSON"
        return
    found = [f"the body differs {difference}" for difference in differences(read(expected), got)]
    yield from found
    if not found and len(sent) != len(minified(got)):
        yield "the body is not written without white space"


def _filled(call: Call) -> str:
    """The path with its arguments, each one segment of RFC 3986."""
    path = quote(call.operation.path, safe="/{}:@!$&'()*+,;=~%")
    in_path = [p for p in call.operation.parameters if p.location is Location.PATH]
    in_path.sort(key=lambda p: call.operation.path.find("{" + p.wire + "}"))
    for parameter, value in zip(in_path, call.path, strict=True):
        placeholder = "{" + quote(parameter.wire, safe="") + "}"
        path = path.replace(placeholder, quote(value.text, safe=""), 1)
    return path


def _schemes(call: Call) -> tuple[str, ...]:
    """Every credential is given in a trial, so the first choice that needs any is taken."""
    return next((choice for choice in call.operation.security if choice), ())


def _credential(trial: Trial, names: Names, scheme: str) -> tuple[Location | None, str, str]:
    described = trial.api.schemes[scheme]
    texts = [trial.credentials[name] for name in names.credentials[scheme]]
    match described.kind:
        case SchemeKind.BASIC:
            pair = base64.b64encode(":".join(texts).encode()).decode()
            return Location.HEADER, "authorization", f"Basic {pair}"
        case SchemeKind.BEARER | SchemeKind.OAUTH2 | SchemeKind.OPEN_ID:
            return Location.HEADER, "authorization", f"Bearer {texts[0]}"
        case SchemeKind.HTTP:
            return Location.HEADER, "authorization", f"{described.wire} {texts[0]}"
        case SchemeKind.API_KEY if described.location is Location.COOKIE:
            return Location.HEADER, "cookie", f"{described.wire}={texts[0]}"
        case SchemeKind.API_KEY:
            return described.location, described.wire or "", texts[0]
        case SchemeKind.MUTUAL_TLS:
            return None, "", ""


def _parsed(request: str) -> _Sent:
    # The bytes come as Latin-1, one character a byte; only the body is more than ASCII.
    head, _, body = request.partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    method, target, *_ = [*first.split(" "), "", ""]
    headers = tuple(
        (name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)
    )
    return _Sent(method, target, headers, body.encode("latin-1").decode("utf-8", "replace"))
