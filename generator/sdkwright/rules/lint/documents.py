"""Validity of what stands around the schemas: paths, parameters, servers, security, examples, components."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...spec.objects import OBJECTS
from ...text.diagnostic import Severity
from ...text.node import Node, text_of
from ..registry import Finding, Group
from ..subject import Written
from .family import lint_rules

_BRACES = re.compile(r"\{([^{}]*)\}")
_METHODS = tuple(key for key, kind in OBJECTS["path item"].fields.items() if kind == "operation")


@lint_rules.document("openapi-tags-uniqueness", Group.VALIDITY, Severity.ERROR)
def openapi_tags_uniqueness(doc: Written) -> Iterator[Finding]:
    """Two tags of the document have the same name.

    Only one of the two descriptions can be the docstring of the group.

    ```yaml
    tags:
      - name: refunds
      - name: orders
    ```
    """
    first: dict[str, Node] = {}
    for tag in doc.of("tag"):
        name = text_of(tag.get("name") or tag)
        if name is None:
            continue
        other = first.setdefault(name, tag)
        if other is not tag:
            message = f"the tag `{name}` is declared twice"
            related = ((other.span, "the other one"),)
            yield Finding(tag.span, message, "keep one of them", related)


@lint_rules.document("oas3-examples-value-or-externalValue", Group.VALIDITY)
def oas3_examples_value_or_external_value(doc: Written) -> Iterator[Finding]:
    """An example has both `value` and `externalValue`, or neither.

    OpenAPI says that they exclude each other; a payload that stands elsewhere is not tested.

    ```yaml
    examples:
      one:
        value: {amount: 12.5}
    ```
    """
    keys = ("value", "externalValue", "dataValue", "serializedValue")
    for example in doc.of("example"):
        if not isinstance(example.value, dict) or example.get("$ref") is not None:
            continue
        given = [key for key in keys if key in example.value]
        if not given:
            message = f"the example `{doc.id(example)}` has no payload"
            yield Finding(example.span, message, "write it under `value`")
        elif "value" in given and "externalValue" in given:
            message = f"the example `{doc.id(example)}` has both `value` and `externalValue`"
            yield Finding(example.at_key("externalValue"), message, "keep `value`")


@lint_rules.document("example-or-examples", Group.VALIDITY)
def example_or_examples(doc: Written) -> Iterator[Finding]:
    """A part has both `example` and `examples`.

    OpenAPI says that they exclude each other, so tools read one of them, and not the same one.

    ```yaml
    examples:
      one: {value: {amount: 12.5}}
      two: {value: {amount: 0}}
    ```
    """
    for kind in ("media type", "parameter", "header"):
        for part, _ in doc.having(kind, "example"):
            if part.get("examples") is not None:
                message = f"`{doc.id(part)}` has both `example` and `examples`"
                yield Finding(part.at_key("example"), message, "move it into `examples`")


_COMPONENT = re.compile(r"[A-Za-z0-9._-]+")


@lint_rules.document("spec-components-invalid-map-name", Group.VALIDITY)
def spec_components_invalid_map_name(doc: Written) -> Iterator[Finding]:
    """The name of a component has characters that OpenAPI does not allow.

    Names are letters, digits, `.`, `_` and `-`; other tools refuse the document.

    ```yaml
    components:
      schemas:
        Refund_Item: {type: object}
    ```
    """
    for components in doc.of("components"):
        for section, named in components.items():
            for name, _ in named.items() if not section.startswith("x-") else ():
                if not _COMPONENT.fullmatch(name):
                    message = f"`{name}` can't be the name of a component"
                    yield Finding(named.at_key(name), message, "use letters, digits, `.`, `_`, `-`")


_URL_SAFE = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]*")


@lint_rules.document("operation-operationId-valid-in-url", Group.VALIDITY)
def operation_id_valid_in_url(doc: Written) -> Iterator[Finding]:
    """An operationId has characters that no URL has.

    Links and many documentation tools put it into one.

    ```yaml
    operationId: getRefund
    ```
    """
    for _, given in doc.having("operation", "operationId"):
        text = text_of(given)
        if text is not None and not _URL_SAFE.fullmatch(text):
            message = f"the operationId `{text}` has characters that no URL has"
            yield Finding(given.span, message, "use letters, digits, `_` and `-`")


@lint_rules.document("link-operation-defined", Group.VALIDITY, Severity.ERROR)
def link_operation_defined(doc: Written) -> Iterator[Finding]:
    """A link names an operationId that no operation has.

    It leads nowhere.

    ```yaml
    links:
      refund: {operationId: getRefund}
    ```
    """
    known = {text_of(given) for _, given in doc.having("operation", "operationId")}
    for _, named in doc.having("link", "operationId"):
        if text_of(named) not in known:
            message = f"no operation has the operationId `{text_of(named)}`"
            yield Finding(named.span, message, "name an operation of this document")


@lint_rules.document("oas3-callbacks-in-callbacks", Group.VALIDITY)
def oas3_callbacks_in_callbacks(doc: Written) -> Iterator[Finding]:
    """An operation of a callback has callbacks itself.

    Nobody can say who would receive them.

    ```yaml
    callbacks:
      done:
        "{$request.body#/url}":
          post: {responses: {204: {description: Taken.}}}
    ```
    """
    for callback in doc.of("callback"):
        for _, item in callback.items():
            for operation in _operations(item):
                if operation.get("callbacks") is not None:
                    message = "an operation of a callback has callbacks itself"
                    yield Finding(operation.at_key("callbacks"), message, "remove them")


@lint_rules.document("oas3_1-callbacks-in-webhook", Group.VALIDITY)
def oas3_1_callbacks_in_webhook(doc: Written) -> Iterator[Finding]:
    """An operation of a webhook has callbacks.

    A webhook is what the server sends; it has nobody to call back.

    ```yaml
    webhooks:
      refunded:
        post: {responses: {204: {description: Taken.}}}
    ```
    """
    for operation in _webhook_operations(doc):
        if operation.get("callbacks") is not None:
            message = "an operation of a webhook has callbacks"
            yield Finding(operation.at_key("callbacks"), message, "remove them")


@lint_rules.document("oas3_1-servers-in-webhook", Group.VALIDITY)
def oas3_1_servers_in_webhook(doc: Written) -> Iterator[Finding]:
    """A webhook has servers.

    Where it is sent is up to who registers for it.

    ```yaml
    webhooks:
      refunded:
        post: {responses: {204: {description: Taken.}}}
    ```
    """
    items = (item for hooks in _webhooks(doc) for _, item in hooks.items())
    for part in (one for item in items for one in (item, *_operations(item))):
        if part.get("servers") is not None:
            yield Finding(part.at_key("servers"), "a webhook has servers", "remove them")


def _webhooks(doc: Written) -> tuple[Node, ...]:
    return tuple(hooks for _, hooks in doc.having("openapi", "webhooks"))


def _webhook_operations(doc: Written) -> Iterator[Node]:
    for hooks in _webhooks(doc):
        for _, item in hooks.items():
            yield from _operations(item)


def _operations(item: Node) -> Iterator[Node]:
    for method in _METHODS:
        operation = item.get(method)
        if operation is not None:
            yield operation


_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_EVAL = re.compile(r"\beval\(")


@lint_rules.document("no-script-tags-in-markdown", Group.VALIDITY)
def no_script_tags_in_markdown(doc: Written) -> Iterator[Finding]:
    """A description has a `<script>` tag.

    Documentation pages show descriptions as Markdown, which lets HTML through.

    ```yaml
    description: See `refund.js`.
    ```
    """
    yield from _unsafe(doc, _SCRIPT, "a `<script>` tag")


@lint_rules.document("no-eval-in-markdown", Group.VALIDITY)
def no_eval_in_markdown(doc: Written) -> Iterator[Finding]:
    """A description has `eval(`.

    Documentation pages show descriptions as Markdown, which lets HTML with scripts through.

    ```yaml
    description: Evaluates the expression.
    ```
    """
    yield from _unsafe(doc, _EVAL, "`eval(`")


def _unsafe(doc: Written, pattern: re.Pattern[str], what: str) -> Iterator[Finding]:
    for kind in _TITLED:
        for key in ("description", "title", "summary"):
            for _, text in doc.having(kind, key):
                if isinstance(text.value, str) and pattern.search(text.value):
                    yield Finding(text.span, f"the {key} has {what}", "remove it")


_TITLED = tuple(kind for kind, about in OBJECTS.items() if "description" in about.fields)
