"""Style: how an API is described, where the SDK is the same either way. Off unless asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...spec.objects import OBJECTS
from ...text.node import Node, text_of
from ..registry import Finding, Group
from ..subject import Planned, Written
from .family import lint_rules
from .fixes import without_key
from .types import MONEY, spaced

_VERBS = re.compile(r"get|post|put|patch|delete|create|update|list", re.IGNORECASE)


def _lacking(doc: Written, kind: str, key: str, hint: str) -> Iterator[Finding]:
    """A finding for each part of a kind that does not have a key."""
    title = OBJECTS[kind].title
    for part in doc.of(kind):
        if isinstance(part.value, dict) and key not in part.value and "$ref" not in part.value:
            yield Finding(part.span, f"the {title} `{doc.id(part)}` has no `{key}`", hint)


@lint_rules.document("info-contact", Group.STYLE)
def info_contact(doc: Written) -> Iterator[Finding]:
    """The document does not say whom to ask.

    Readers of a published description want to know who answers for it.

    ```yaml
    info:
      contact: {name: The refunds team, email: refunds@example.com}
    ```
    """
    yield from _lacking(doc, "info", "contact", "add `contact`")


@lint_rules.document("info-description", Group.STYLE)
def info_description(doc: Written) -> Iterator[Finding]:
    """The document has no description.

    It is the first text in the docstring of the package.

    ```yaml
    info:
      description: Reads the refunds of an order.
    ```
    """
    yield from _lacking(doc, "info", "description", "say in a sentence what the API is for")


@lint_rules.document("info-license", Group.STYLE)
def info_license(doc: Written) -> Iterator[Finding]:
    """The document has no licence.

    Nobody knows whether he may pass it on.

    ```yaml
    info:
      license: {name: Apache 2.0, identifier: Apache-2.0}
    ```
    """
    yield from _lacking(doc, "info", "license", "add `license`")


@lint_rules.document("license-url", Group.STYLE)
def license_url(doc: Written) -> Iterator[Finding]:
    """The licence has neither an address nor an identifier.

    Its name alone may mean several texts.

    ```yaml
    license: {name: Apache 2.0, identifier: Apache-2.0}
    ```
    """
    for licence in doc.of("license"):
        if licence.get("url") is None and licence.get("identifier") is None:
            message = "the licence has neither `url` nor `identifier`"
            yield Finding(licence.span, message, "add the SPDX `identifier`")


@lint_rules.document("contact-properties", Group.STYLE)
def contact_properties(doc: Written) -> Iterator[Finding]:
    """The contact lacks a name, an address or an e-mail.

    Documentation pages show all three.

    ```yaml
    contact: {name: The refunds team, url: https://example.com, email: refunds@example.com}
    ```
    """
    for key in ("name", "url", "email"):
        yield from _lacking(doc, "contact", key, f"add `{key}`")


@lint_rules.document("openapi-tags", Group.STYLE)
def openapi_tags(doc: Written) -> Iterator[Finding]:
    """The document declares no tags.

    Groups then have no description.

    ```yaml
    tags:
      - name: refunds
        description: Refunds of an order.
    ```
    """
    yield from _lacking(doc, "openapi", "tags", "declare the groups under `tags`")


@lint_rules.document("openapi-tags-alphabetical", Group.STYLE)
def openapi_tags_alphabetical(doc: Written) -> Iterator[Finding]:
    """The tags are not in alphabetical order.

    Documentation pages show them in the order of the list.

    ```yaml
    tags: [{name: orders}, {name: refunds}]
    ```
    """
    for _, tags in doc.having("openapi", "tags"):
        names = [str(text_of(tag.get("name") or tag)) for tag in tags.elements()]
        for before, name, tag in zip(names, names[1:], tags.elements()[1:], strict=False):
            if name.casefold() < before.casefold():
                yield Finding(tag.span, f"`{name}` stands behind `{before}`", "sort the tags")


@lint_rules.document("tag-description", Group.STYLE)
def tag_description(doc: Written) -> Iterator[Finding]:
    """A tag has no description.

    It would be the docstring of the class of its operations.

    ```yaml
    tags:
      - name: refunds
        description: Refunds of an order.
    ```
    """
    yield from _lacking(doc, "tag", "description", "say what belongs to the group")


@lint_rules.document("operation-singular-tag", Group.STYLE)
def operation_singular_tag(doc: Written) -> Iterator[Finding]:
    """An operation has several tags.

    The first one decides which group its method belongs to.

    ```yaml
    tags: [refunds]
    ```
    """
    for _, tags in doc.having("operation", "tags"):
        if len(tags.elements()) > 1:
            first = text_of(tags.elements()[0])
            message = f"the operation has {len(tags.elements())} tags; it belongs to `{first}`"
            yield Finding(tags.span, message, "keep one")


_KEBAB = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")


@lint_rules.document("paths-kebab-case", Group.STYLE)
def paths_kebab_case(doc: Written) -> Iterator[Finding]:
    """A path has a part that is not in kebab case.

    Addresses are easier to remember where they are all written alike.

    ```yaml
    /refund-items: {}
    ```
    """
    for paths, path in _paths(doc):
        parts = [part for part in path.split("/") if part and "{" not in part]
        if any(not _KEBAB.fullmatch(part) for part in parts):
            yield Finding(
                paths.at_key(path), f"`{path}` is not in kebab case", "write `refund-items`"
            )


@lint_rules.document("path-keys-no-trailing-slash", Group.STYLE)
def path_keys_no_trailing_slash(doc: Written) -> Iterator[Finding]:
    """A path ends in a slash.

    With and without one are different addresses, and people mix them up.

    ```yaml
    /refunds: {}
    ```
    """
    for paths, path in _paths(doc):
        if len(path) > 1 and path.endswith("/"):
            yield Finding(
                paths.at_key(path), f"`{path}` ends in a slash", "remove it if the server agrees"
            )


@lint_rules.document("no-http-verbs-in-path", Group.STYLE)
def no_http_verbs_in_path(doc: Written) -> Iterator[Finding]:
    """A part of a path is a verb.

    The method says already what is done.

    ```yaml
    /refunds: {get: {}}
    ```
    """
    for paths, path in _paths(doc):
        verb = next((part for part in path.split("/") if _VERBS.fullmatch(part)), None)
        if verb is not None:
            message = f"`{path}` has the verb `{verb}`"
            yield Finding(paths.at_key(path), message, "name things, not actions")


def _paths(doc: Written) -> Iterator[tuple[Node, str]]:
    for paths in doc.of("paths"):
        for path, _ in paths.items():
            yield paths, path


@lint_rules.document("oas3-parameter-description", Group.STYLE)
def oas3_parameter_description(doc: Written) -> Iterator[Finding]:
    """A parameter has no description.

    It would be the text of the argument in the method's docstring.

    ```yaml
    - name: orderId
      in: path
      description: The order's id.
    ```
    """
    yield from _lacking(doc, "parameter", "description", "say what it is for")


@lint_rules.document("oas3-server-not-example.com", Group.STYLE)
def oas3_server_not_example_com(doc: Written) -> Iterator[Finding]:
    """A server is at example.com.

    Nobody will ever answer there (RFC 2606).

    ```yaml
    servers:
      - url: https://api.riverty.io
    ```
    """
    for _, url in doc.having("server", "url"):
        if re.search(r"//([^/]*\.)?example\.(com|org|net)\b", str(url.value)):
            yield Finding(url.span, f"nobody answers at `{url.value}`", "give the real address")


_CAMEL = re.compile(r"[$_]?[a-z][A-Za-z0-9]*")


@lint_rules.document("camel-case-properties", Group.STYLE)
def camel_case_properties(doc: Written) -> Iterator[Finding]:
    """A property is not in camel case.

    In Python it is in snake case either way.

    ```yaml
    properties:
      refundNumber: {type: string}
    ```
    """
    for _, properties in doc.having("schema", "properties"):
        for wire, _ in properties.items():
            if not _CAMEL.fullmatch(wire):
                message = f"the property `{wire}` is not in camel case"
                yield Finding(properties.at_key(wire), message, "write `refundNumber`")


@lint_rules.document("component-description", Group.STYLE)
def component_description(doc: Written) -> Iterator[Finding]:
    """A schema of `components` has no description.

    It would be the docstring of its class.

    ```yaml
    Refund:
      type: object
      description: A refund of an order.
    ```
    """
    for schemas in (schemas for _, schemas in doc.having("components", "schemas")):
        for name, schema in schemas.items():
            if schema.get("description") is None and schema.get("$ref") is None:
                message = f"the schema `{name}` has no description"
                yield Finding(schemas.at_key(name), message, "say what it stands for")


@lint_rules.document("description-duplication", Group.STYLE)
def description_duplication(doc: Written) -> Iterator[Finding]:
    """The summary and the description of a part are the same.

    The docstring says it twice.

    ```yaml
    summary: Get one refund.
    ```
    """
    for kind in ("operation", "response", "example"):
        for part, summary in doc.having(kind, "summary"):
            description = part.get("description")
            if description is not None and description.value == summary.value:
                message = f"summary and description of `{doc.id(part)}` are the same"
                fix = without_key(part, "description")
                yield Finding(description.span, message, "remove the description", fix=fix)


@lint_rules.document("deprecated-without-note", Group.STYLE)
def deprecated_without_note(doc: Written) -> Iterator[Finding]:
    """A deprecated operation does not say what to use instead.

    Its callers get a warning that does not help them.

    ```yaml
    deprecated: true
    description: Use `listRefunds` instead.
    ```
    """
    for operation, flag in doc.having("operation", "deprecated"):
        text = operation.get("description") or operation.get("summary")
        if flag.value is True and not re.search(r"instead|replace|use ", str(text and text.value)):
            message = f"`{doc.id(operation)}` is deprecated, and nothing says what to use instead"
            yield Finding(operation.at_key("deprecated"), message, "say it in the description")


@lint_rules.api("method-repeats-resource", Group.STYLE)
def method_repeats_resource(api: Planned) -> Iterator[Finding]:
    """The name of a method repeats the name of its group.

    `client.refunds.list_refunds()` says refunds twice.

    ```yaml
    x-sdk: {resource: refunds, method: list}
    ```
    """
    for operation in api.api.operations:
        group, name = api.resource(operation).module, api.names.methods[operation.id]
        if f"_{group.removesuffix('s')}" in name and operation.pin.method is None:
            message = f"`{api.call(operation)}` says `{group}` twice"
            yield Finding(operation.origin.span, message, "pin `x-sdk: {method: …}`")


@lint_rules.document("operation-summary-length", Group.STYLE)
def operation_summary_length(doc: Written) -> Iterator[Finding]:
    """A summary is longer than 80 characters.

    It is the first line of a docstring, which editors cut.

    ```yaml
    summary: Get one refund of an order.
    ```
    """
    for _, summary in doc.having("operation", "summary"):
        if isinstance(summary.value, str) and len(summary.value) > 80:
            message = f"the summary has {len(summary.value)} characters"
            yield Finding(summary.span, message, "move the rest into `description`")


@lint_rules.document("money-as-float", Group.STYLE)
def money_as_float(doc: Written) -> Iterator[Finding]:
    """An amount of money has a binary format.

    In Python it is an exact `Decimal` all the same; `float` and `double` promise roundings that the server may really make.

    ```yaml
    amount: {type: number}
    ```
    """
    for _, properties in doc.having("schema", "properties"):
        for wire, one in properties.items():
            format_ = one.get("format")
            if format_ is None or format_.value not in ("float", "double"):
                continue
            if MONEY.search(spaced(wire)):
                message = (
                    f"`{wire}` is money with the format `{format_.value}`: `Decimal` in Python"
                )
                hint = "leave the format out, or check how the server rounds"
                yield Finding(format_.span, message, hint)
