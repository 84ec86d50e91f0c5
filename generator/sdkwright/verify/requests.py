"""The bytes of a request against what the specification says they must be, worked out without the SDK."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from msgspec import Struct

from ..ir.model import Body, Location, SchemeKind
from ..ir.writing import BodyKind
from ..python.answers import accepted
from ..python.names import Names
from .exact import differences, minified, read
from .trial import Call, Trial
from .written import form, written

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


class Expected(Struct, frozen=True):
    """What a request must be."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: str | None


class _Sent(Struct, frozen=True):
    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: str


def expected_request(trial: Trial, names: Names, call: Call) -> Expected:
    """The request of a call."""
    headers = {"accept": accepted(call.operation)}
    query = [call.operation.query] if call.operation.query else []
    path = trial.prefix + _filled(call)
    _add_arguments(call, query, headers)
    for scheme in _schemes(call):
        location, name, text = _credential(trial, names, scheme)
        if location is Location.QUERY:
            query.append(f"{quote(name, safe='')}={quote(text, safe='')}")
        elif name.lower() == "cookie" and "cookie" in headers:
            headers["cookie"] += f"; {text}"
        else:
            headers[name.lower()] = text
    described = call.operation.body
    body = None if call.body is None or described is None else _body(described, call.body.text)
    if described is not None and body is not None:
        headers["content-type"] = described.media
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
    yield from _body_faults(expected.body, sent.body, _is_json(expected))


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


def _is_json(expected: Expected) -> bool:
    essence = expected.headers.get("content-type", "").partition(";")[0].strip().lower()
    return essence == "application/json" or essence.endswith("+json")


def _body_faults(expected: str | None, sent: str, is_json: bool) -> Iterator[str]:
    if expected is None or not sent:
        if bool(sent) != bool(expected):
            yield "a body should not be sent" if sent else "no body was sent"
        return
    if not is_json:
        # The order in which fields are sent is that of the class.
        if sorted(expected.split("&")) != sorted(sent.split("&")):
            yield f"the body is `{sent}`, not `{expected}`"
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
    for argument in call.arguments:
        placeholder = "{" + quote(argument.parameter.wire, safe="") + "}"
        if argument.parameter.location is Location.PATH:
            path = path.replace(placeholder, written(argument.parameter, argument.value), 1)
    return path


def _add_arguments(call: Call, query: list[str], headers: dict[str, str]) -> None:
    """Parameters of query, header and cookies, in their order."""
    cookies: list[str] = []
    for argument in call.arguments:
        text = written(argument.parameter, argument.value)
        match argument.parameter.location:
            case Location.QUERY if text:
                query.append(text)
            case Location.COOKIE if text:
                cookies.append(text)
            case Location.HEADER:
                headers[argument.parameter.wire.lower()] = text
            case _:
                pass
    if cookies:
        headers["cookie"] = "; ".join(cookies)


def _body(described: Body, text: str) -> str:
    """A body in the form of its media type; JSON where it is compared as such."""
    if described.kind is BodyKind.JSON:
        return text
    value = read(text)
    if described.kind is BodyKind.FORM and isinstance(value, dict):
        return form(described.parts, value)
    return value if isinstance(value, str) else text


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
