"""Validity of what a request is made of: servers, paths, parameters, security."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from ...text.diagnostic import Severity
from ...text.edit import Change, Edit, Fix
from ...text.node import Node, text_of
from ..registry import Finding, Group
from ..subject import Written
from .family import lint_rules
from .fixes import without_key

_BRACES = re.compile(r"\{([^{}]*)\}")


@lint_rules.document("parameter-schema-or-content", Group.VALIDITY, Severity.ERROR)
def parameter_schema_or_content(doc: Written) -> Iterator[Finding]:
    """A parameter has neither `schema` nor `content`, or both.

    Without either it has no type: in Python it is `object`, and nobody knows how it is written.

    ```yaml
    - name: page
      in: query
      schema: {type: integer}
    ```
    """
    for parameter, name in doc.having("parameter", "name"):
        given = [key for key in ("schema", "content") if parameter.get(key) is not None]
        if len(given) == 1:
            continue
        what = "both `schema` and `content`" if given else "neither `schema` nor `content`"
        message = f"the parameter `{text_of(name)}` has {what}"
        yield Finding(name.span, message, "describe its values once, usually under `schema`")


@lint_rules.document("parameter-style", Group.VALIDITY, Severity.ERROR)
def parameter_style(doc: Written) -> Iterator[Finding]:
    """A parameter has a `style` that its place does not know.

    How its value is written is then undefined.

    ```yaml
    - name: ids
      in: query
      style: form        # path: simple, label, matrix; header: simple; cookie: form
    ```
    """
    for parameter, style in doc.having("parameter", "style"):
        place = parameter.get("in")
        known = _STYLES.get(str(place.value) if place else "")
        if known and style.value not in known:
            message = f"the style `{style.value}` is none of a parameter in {place.value if place else ''}"
            yield Finding(style.span, message, f"use {' or '.join(known)}")


@lint_rules.document("allow-empty-value-in-query", Group.VALIDITY)
def allow_empty_value_in_query(doc: Written) -> Iterator[Finding]:
    """`allowEmptyValue` stands on a parameter that is not in the query.

    It means nothing there, and OpenAPI advises against it everywhere.

    ```yaml
    - name: flag
      in: query
      allowEmptyValue: true
    ```
    """
    for parameter, _ in doc.having("parameter", "allowEmptyValue"):
        place = parameter.get("in")
        if place is not None and place.value != "query":
            message = f"`allowEmptyValue` means nothing for a parameter in {place.value}"
            fix = without_key(parameter, "allowEmptyValue")
            yield Finding(parameter.at_key("allowEmptyValue"), message, "remove it", fix=fix)


@lint_rules.document("no-ambiguous-paths", Group.VALIDITY)
def no_ambiguous_paths(doc: Written) -> Iterator[Finding]:
    """One address fits two paths, and neither is plainly the more precise one.

    Which operation answers is then up to the server.

    ```yaml
    /refunds/{id}/lines: {}
    /refunds/lines/{id}: {}     # /refunds/lines/lines fits both
    ```
    """
    for paths in doc.of("paths"):
        for path, other in _rivals([path for path, _ in paths.items()]):
            message = f"`{path}` and `{other}` fit the same addresses"
            related = ((paths.at_key(other), "the other one"),)
            hint = "check whether both exist; a fixed part in one place would tell them apart"
            yield Finding(paths.at_key(path), message, hint, related)


@lint_rules.document("no-request-body", Group.VALIDITY)
def no_request_body(doc: Written) -> Iterator[Finding]:
    """A GET, HEAD or DELETE operation has a request body.

    RFC 9110 gives it no meaning; caches and proxies may drop it.

    ```yaml
    post:
      requestBody: {content: {application/json: {}}}
    ```
    """
    for item in doc.of("path item"):
        for method in ("get", "head", "delete"):
            operation = item.get(method)
            if operation is not None and operation.get("requestBody") is not None:
                message = f"{method.upper()} has a request body, which RFC 9110 gives no meaning"
                hint = "check whether the server reads it; use POST where it must be sent"
                yield Finding(operation.at_key("requestBody"), message, hint)


@lint_rules.document("oas3-server-variables", Group.VALIDITY, Severity.ERROR)
def oas3_server_variables(doc: Written) -> Iterator[Finding]:
    """A server's address and its variables disagree.

    A variable in braces must be declared, a declared one used, and its default be one of its values.

    ```yaml
    - url: https://{region}.example.com
      variables:
        region: {default: eu, enum: [eu, us]}
    ```
    """
    for server, url in doc.having("server", "url"):
        variables = server.get("variables")
        used = set(_BRACES.findall(str(url.value)))
        declared = dict(variables.items()) if variables else {}
        for name in sorted(used - declared.keys()):
            yield Finding(
                url.span, f"the variable `{name}` is not declared", "add it to `variables`"
            )
        for name, variable in declared.items():
            place = variables.at_key(name) if variables else url.span
            if name not in used:
                message = f"the variable `{name}` does not occur in `{url.value}`"
                yield Finding(place, message, "use it in `url`, or remove it")
            default, enum = variable.get("default"), variable.get("enum")
            if default is not None and enum is not None:
                values = [text_of(one) for one in enum.elements()]
                if text_of(default) not in values:
                    message = f"the default `{text_of(default)}` is none of the values of `{name}`"
                    yield Finding(default.span, message, "choose one of them")


@lint_rules.document("oas3-server-trailing-slash", Group.VALIDITY)
def oas3_server_trailing_slash(doc: Written) -> Iterator[Finding]:
    """The address of a server ends in a slash.

    Paths begin with one, so joining the two gives `//`, which many servers answer with 404.

    ```yaml
    servers:
      - url: https://api.example.com/v1
    ```
    """
    for _, url in doc.having("server", "url"):
        address = url.value
        if isinstance(address, str) and address.endswith("/") and address != "/":
            better = address.rstrip("/")
            message = f"the address `{address}` ends in a slash, and paths begin with one"
            change = Change(url.pointer, (better,))
            fix = _at_end(url, len(address) - len(better), change)
            yield Finding(url.span, message, f"write `{better}`", fix=fix)


@lint_rules.document("security-scopes-defined", Group.VALIDITY)
def security_scopes_defined(doc: Written) -> Iterator[Finding]:
    """A security requirement asks for a scope that its scheme does not declare.

    The token is then asked for with a scope that the server may refuse.

    ```yaml
    flows:
      clientCredentials:
        tokenUrl: https://example.com/token
        scopes: {"refunds:read": See refunds.}
    ```
    """
    scopes: dict[str, set[str]] = {}
    for schemes in doc.of("{security scheme}"):
        for name, scheme in schemes.items():
            flows = scheme.get("flows")
            listed = [flow.get("scopes") for _, flow in flows.items()] if flows else []
            if flows is not None:
                scopes[name] = {scope for one in listed if one for scope, _ in one.items()}
    for requirement in doc.of("security requirement"):
        for name, wanted in requirement.items():
            for scope in wanted.elements() if name in scopes else ():
                if scope.value not in scopes[name]:
                    message = f"the scope `{scope.value}` is not declared by `{name}`"
                    hint = f"declared are {', '.join(sorted(scopes[name])) or 'none'}"
                    yield Finding(scope.span, message, hint)


_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}


def _rivals(paths: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of paths of which each is fixed somewhere where the other is open, and that differ nowhere else."""
    shapes = {path: tuple(_BRACES.sub("{}", path).split("/")) for path in paths}
    by_mask: dict[tuple[bool, ...], list[str]] = {}
    for path, shape in shapes.items():
        by_mask.setdefault(tuple(part != "{}" for part in shape), []).append(path)
    order = {path: at for at, path in enumerate(paths)}
    for one, other in combinations(by_mask, 2):
        pairs = list(zip(one, other, strict=False))
        if len(one) != len(other) or not {(True, False), (False, True)} <= set(pairs):
            continue
        shared = [at for at, both in enumerate(pairs) if both == (True, True)]
        first: dict[tuple[str, ...], list[str]] = {}
        for path in by_mask[one]:
            first.setdefault(tuple(shapes[path][at] for at in shared), []).append(path)
        for path in by_mask[other]:
            for rival in first.get(tuple(shapes[path][at] for at in shared), ()):
                earlier, later = sorted((path, rival), key=order.__getitem__)
                yield later, earlier


def _at_end(node: Node, length: int, change: Change) -> Fix | None:
    """The fix that takes the last characters of a text on one line away, a quote behind them left alone."""
    span, text = node.span, str(node.value)
    quotes = span.end_col - span.col - len(text)
    if span.line != span.end_line or quotes not in (0, 2):
        return None
    end = span.end_col - quotes // 2
    place = type(span)(span.file, span.line, end - length, span.line, end)
    return Fix((Edit(place, ""),), (change,))
