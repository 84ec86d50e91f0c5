"""Whether a request is one that a document describes, in the opinion of openapi-core."""

from __future__ import annotations

import re
import warnings
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ..raw import Raw
from .bundling import bundled, undiscriminating
from .server import Sent
from .tally import IGNORED

_HOST = "http://service.example"
_JSON = re.compile(r"[a-z]+/(.+\+)?json\b(?!-)|json$", re.IGNORECASE)
_KNOWN = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

FORM = "application/x-www-form-urlencoded"


class Judge:
    """The validator of one document. It is shown one operation at a time, for that is all a request is held against."""

    def __init__(self, raw: Raw, root: dict[str, Any] | None = None) -> None:
        self._raw, self._root = raw, bundled(raw) if root is None else root
        self._is_last = root is not None
        self._uri = raw.entry.as_uri()

    @cached_property
    def _other(self) -> Judge:
        """Who knows no discriminators: they decide nothing, and each of their values would have to be the name of a schema.

        He lets a value be several of a `oneOf` as well.
        """
        return Judge(self._raw, undiscriminating(self._root))

    def fault(
        self, pointer: str, sent: Sent, without: frozenset[tuple[str, str]] = frozenset()
    ) -> tuple[str, str]:
        """What is wrong with a request, and why nothing can be said of it; both empty where it is good.

        It is judged `without` these parameters, of a place and a name; `("body", "")` is the body.
        """
        from openapi_core import Config, OpenAPI
        from openapi_core.exceptions import OpenAPIError
        from openapi_core.testing import MockRequest

        _, _, path, method = (_unescaped(step) for step in pointer.split("/", 3))
        item = self._followed(self._root["paths"][path])
        operation = self._followed(_stepped(item, method))
        media = sent.headers.get("content-type", "")
        described = None if ("body", "") in without else self._described(operation, media)
        parts = urlsplit(sent.target)
        request = MockRequest(
            _HOST,
            method if method in _KNOWN else "post",
            # A slash within a value is no end of it.
            unquote(parts.path.replace("%2F", "%252F")),
            args=parse_qsl(parts.query, keep_blank_values=True),  # type: ignore[arg-type]
            headers={k: v for k, v in sent.headers.items() if k != "cookie"},
            cookies=_cookies(sent.headers.get("cookie", "")),
            data=sent.body,
            content_type="application/json" if _JSON.match(media) else media,
        )
        if "}{" in path:
            return "", "it parts names that stand side by side anywhere"
        document = self._narrowed(path, request.method, item, operation, described, without)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                config = Config(spec_validator_cls=None, spec_base_uri=self._uri)
                OpenAPI.from_dict(document, config=config).validate_request(request)
        except OpenAPIError as error:
            if _is_unsure(error) and not self._is_last:
                return self._other.fault(pointer, sent, without)
            limit = self._limit(_told(error, 10_000), media)
            return ("", limit) if limit else (_told(error), "")
        except Exception as error:  # the validator is at its end
            if not self._is_last:
                return self._other.fault(pointer, sent, without)
            return "", f"it gives up: {_told(error)}"
        return "", ""

    def _narrowed(
        self,
        path: str,
        method: str,
        item: dict[str, Any],
        operation: Any,
        body: Any,
        without: frozenset[tuple[str, str]],
    ) -> dict[str, Any]:
        """The document with this operation alone, under the plain form of its path."""
        kept: dict[str, Any] = {"parameters": self._parameters(operation), "responses": {}}
        if body is not None:
            kept["requestBody"] = body
        plain = re.sub(r"\{[?&].*?\}", "", path).partition("?")[0].partition("#")[0]
        plain = re.sub(r"\{[.;/+#]?([^{}*]+)\*?\}", r"{\1}", plain)
        alone: dict[str, Any] = {method: kept, "parameters": self._parameters(item)}
        for owner in (kept, alone):
            # What the path has in its query is no part of the path.
            owner["parameters"] = [
                one
                for one in owner["parameters"]
                if (one.get("in") != "path" or f"{{{one.get('name')}}}" in plain)
                and (one.get("in"), one.get("name")) not in without
            ]
        dropped = ("paths", "servers", "security", "webhooks", "tags")
        rest = {key: value for key, value in self._root.items() if key not in dropped}
        return {**rest, "servers": [{"url": _HOST}], "paths": {plain: alone}}

    def _described(self, operation: dict[str, Any], media: str) -> Any:
        """The body as the validator understands it; None for one that it does not."""
        body = self._followed(operation.get("requestBody"))
        if not isinstance(body, dict) or not media:
            return body
        content = body.get("content") or {}
        bare = media.partition(";")[0].strip().lower()
        keys = {key.partition(";")[0].strip().lower(): key for key in content}
        kind, suffix = bare.partition("/")[0], bare.rpartition("+")[2]
        ranges = (bare, f"{kind}/*+{suffix}", f"{kind}/*", "*/*", *keys)
        held = content[keys[next(key for key in ranges if key in keys)]]
        if _JSON.match(bare):
            return {**body, "content": {"application/json": held}}
        return {**body, "content": {FORM: held}} if bare == FORM else None

    def _limit(self, told: str, media: str) -> str:
        """The name of what the validator is known to see as a fault that is none."""
        if FORM in media and "RequestBody" in told:
            return "it reads forms in a way of its own"
        for name, pattern in _LIMITS.items():
            if pattern.search(told):
                return name
        return ""

    def _parameters(self, holder: dict[str, Any]) -> list[dict[str, Any]]:
        """Parameters without what the validator misreads: defaults, that it judges, and `readOnly`, that forbids them."""
        written = [self._followed(one) for one in holder.get("parameters") or ()]
        found = [dict(one) for one in written if not _is_ignored(one)]
        for one in found:
            if isinstance(one.get("schema"), dict):
                one["schema"] = self._bare(one["schema"])
        return found

    def _bare(self, schema: Any) -> Any:
        schema = self._followed(schema)
        if not isinstance(schema, dict):
            return schema
        kept = {key: value for key, value in schema.items() if key not in ("default", "readOnly")}
        for key in ("allOf", "anyOf", "oneOf"):
            if isinstance(kept.get(key), list):
                kept[key] = [self._bare(one) for one in kept[key]]
        return kept

    def _followed(self, value: Any) -> Any:
        for _ in range(20):
            ref = value.get("$ref") if isinstance(value, dict) else None
            if not isinstance(ref, str) or not ref.startswith("#"):
                break
            value = _stepped(self._root, ref.removeprefix("#/"))
        return value


def _is_ignored(parameter: dict[str, Any]) -> bool:
    """Whether a parameter is one that no caller gives."""
    return parameter.get("in") == "header" and str(parameter.get("name")).lower() in IGNORED


_LIMITS = {
    # Looked up under the names that RFC 6570 has for them.
    "it does not find parameters of the styles label and matrix": re.compile(r"KeyError: '[.;]"),
    "its readers of styles fail on what the specification's tables have": re.compile(
        r"DeserializeError: [(]'(form|simple|pipeDelimited|spaceDelimited|deepObject)'"
    ),
    "lists between spaces and bars are one value to it": re.compile(r"CastError: .*: \S+[ |]\S+"),
    "objects in a query are none to it": re.compile(
        r"CastError: Failed to cast value to object|InvalidParameter: .*is not of type 'object'"
    ),
    "times with an offset are none to it": re.compile(r"is not a 'time'"),
    "values that may be empty are none to it": re.compile(
        r"EmptyQueryParameterValue|BadRequestKeyError"
    ),
}


def _stepped(value: Any, pointer: str) -> Any:
    for step in pointer.split("/"):
        key = _unescaped(unquote(step))
        if isinstance(value, list):
            value = value[int(key)]
        else:
            value = value.get(key) if isinstance(value, dict) else None
    return value


def _unescaped(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")


_UNSURE = re.compile("could not be resolved|is valid under each of")


def _is_unsure(error: BaseException) -> bool:
    """Whether a fault may be one of discriminators or of a `oneOf`, at any depth of the choices that were tried."""
    waiting: list[Any] = [error]
    while waiting:
        at = waiting.pop()
        if _UNSURE.search(str(getattr(at, "message", at))):
            return True
        waiting += [one for one in (at.__cause__ or at.__context__,) if one is not None]
        waiting += list(getattr(at, "schema_errors", None) or ())
        waiting += list(getattr(at, "context", None) or ())
    return False


def _told(error: BaseException, longest: int = 200) -> str:
    causes: list[str] = []
    at: BaseException | None = error
    while at is not None and len(causes) < 3:
        causes.append(f"{type(at).__name__}: {at}"[:longest])
        for one in list(getattr(at, "schema_errors", None) or ())[:2]:
            causes.append(str(getattr(one, "message", one))[:longest])
        at = at.__cause__ or at.__context__
    return " < ".join(causes)


def _cookies(text: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in text.split("; ") if pair)
    return {name: unquote(value) for name, _, value in pairs}
