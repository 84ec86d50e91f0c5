"""Whether a request is one that a document describes, in the opinion of openapi-core."""

from __future__ import annotations

import copy
import re
import warnings
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ..raw import Raw

_HOST = "http://service.example"


class Judge:
    """The validator of one document; its servers are left out, for paths are all that is looked at."""

    def __init__(self, raw: Raw) -> None:
        self.silent, self._root = "", raw.root
        document = _without_servers(_plain(raw.root))
        document["servers"] = [{"url": _HOST}]
        document.pop("security", None)
        try:
            from openapi_core import Config, OpenAPI

            config = Config(spec_validator_cls=None, spec_base_uri=raw.entry.as_uri())
            self._openapi = OpenAPI.from_dict(document, config=config)
        except Exception as error:
            self.silent = f"{type(error).__name__}: {error}"[:200]

    def _is_read_only(self, told: str) -> bool:
        """Whether a fault is about a parameter whose schema is shared with a property that is read only."""
        name = re.match(r"InvalidParameter: Invalid \w+ parameter: (\S+)", told)
        if name is None:
            return False
        shared = (self._root.get("components") or {}).get("parameters") or {}
        inline = (p for item in self._root["paths"].values() for p in _parameters(item))
        for parameter in (*shared.values(), *inline):
            if parameter.get("name") == name[1] and "readOnly" in str(self._near(parameter)):
                return True
        return False

    def _near(self, value: Any, depth: int = 0) -> Any:
        """A value with what its references lead to, a few steps far."""
        if isinstance(value, list):
            return [self._near(child, depth) for child in value]
        if not isinstance(value, dict):
            return value
        ref = value.get("$ref")
        if isinstance(ref, str) and ref.startswith("#/") and depth < 4:
            at: Any = self._root
            for step in ref.removeprefix("#/").split("/"):
                at = at.get(step.replace("~1", "/").replace("~0", "~"), {})
            return self._near(at, depth + 1)
        return {key: self._near(child, depth) for key, child in value.items()}

    def fault(
        self, template: str, method: str, target: str, headers: dict[str, str], body: bytes
    ) -> tuple[str, str]:
        """What is wrong with a request, and why nothing can be said of it; both empty where it is good."""
        from openapi_core.exceptions import OpenAPIError
        from openapi_core.testing import MockRequest

        if self.silent:
            return "", self.silent
        parts = urlsplit(target)
        request = MockRequest(
            _HOST,
            method.lower(),
            unquote(parts.path),
            args=parse_qsl(parts.query, keep_blank_values=True),  # type: ignore[arg-type]
            headers={k: v for k, v in headers.items() if k != "cookie"},
            cookies=_cookies(headers.get("cookie", "")),
            data=body,
            content_type=headers.get("content-type", ""),
        )
        limit = _limit(template, headers.get("content-type", ""))
        if limit:
            return "", limit
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._openapi.validate_request(request)
        except OpenAPIError as error:
            told = _told(error)
            if self._is_read_only(told):
                return "", "it takes `readOnly` to forbid a parameter"
            if (
                "Value {} not valid for schema of type any" in told
                and _FORM in request.content_type
            ):
                return "", "it reads no fields of a form whose schema is a choice"
            return ("", told) if _AT_ITS_END.search(told) else (told, "")
        except Exception as error:  # the validator is at its end
            return "", _told(error)
        return "", ""


_FORM = "x-www-form-urlencoded"

_AT_ITS_END = re.compile(
    # Parameters of the styles label and matrix are looked up under the names that RFC 6570 has for them.
    r"KeyError: '[.;]"
    # Its own readers of these fail on what the specification's tables have.
    r"|DeserializeError: [(]'(form|pipeDelimited|spaceDelimited|deepObject)'"
    # Objects and lists of objects in a query are none to it, nor are values that may be empty.
    r"|CastError: Failed to cast value to object|EmptyQueryParameterValue|BadRequestKeyError"
    # Patterns of parameters that the made-up value does not match.
    r"|InvalidParameter: .*does not match"
    # Media types that it does not read as what the schema says.
    r"|<Element |Value b'"
)


def _limit(template: str, media: str) -> str:
    """What openapi-core is known not to judge."""
    if "?" in template or "#" in template:
        return "it takes paths that differ in query or fragment for one"
    if re.search(r"\{[^{}]*[*+][^{}]*\}", template):
        return "it does not know names in braces with operators"
    if media.startswith(("multipart/", "text/")):
        return "it leaves numbers and flags in parts and texts as text"
    return ""


def _parameters(item: Any) -> list[dict[str, Any]]:
    owners = [item, *item.values()] if isinstance(item, dict) else []
    lists = (owner.get("parameters") or () for owner in owners if isinstance(owner, dict))
    return [p for listed in lists for p in listed if isinstance(p, dict)]


def _told(error: BaseException) -> str:
    causes: list[str] = []
    at: BaseException | None = error
    while at is not None and len(causes) < 3:
        causes.append(f"{type(at).__name__}: {at}"[:200])
        for one in list(getattr(at, "schema_errors", None) or ())[:2]:
            causes.append(str(getattr(one, "message", one))[:200])
        at = at.__cause__ or at.__context__
    return " < ".join(causes)


def _cookies(text: str) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in text.split("; ") if pair)
    return {name: unquote(value) for name, _, value in pairs}


def _plain(value: Any) -> Any:
    """The document with floats in place of decimals, which the validator does not know."""
    from decimal import Decimal

    if isinstance(value, dict):
        return {key: _plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child) for child in value]
    return float(value) if isinstance(value, Decimal) else value


def _without_servers(document: dict[str, Any]) -> dict[str, Any]:
    found = copy.copy(document)
    paths = {}
    for path, item in (document.get("paths") or {}).items():
        paths[path] = item
        if isinstance(item, dict):
            paths[path] = {
                key: _without(child, ("servers", "security"))
                for key, child in item.items()
                if key != "servers"
            }
    found["paths"] = paths
    return found


def _without(value: Any, keys: tuple[str, ...]) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: child for key, child in value.items() if key not in keys}
