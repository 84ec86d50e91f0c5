"""What operations need to be called, named and understood."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir.model import Api, Response, Role
from ...text.diagnostic import Severity
from ..registry import Finding
from .family import lint_rules


@lint_rules.rule(Severity.WARNING)
def operation_without_id(api: Api) -> Iterator[Finding]:
    """An operation has no `operationId`.

    Its method is then named after the path, and changes its name with it.

    ```yaml
    get:
      operationId: getRefund
    ```
    """
    for operation in api.operations:
        if operation.given_id is None and operation.pin.method is None:
            message = f"`{operation.id}` has no operationId, so its method is named after the path"
            yield Finding(
                operation.origin, message, "add one, for example `operationId: getRefund`"
            )


@lint_rules.rule(Severity.WARNING)
def operation_without_description(api: Api) -> Iterator[Finding]:
    """An operation has neither `summary` nor `description`.

    The summary is the first line of the method's docstring, which is what an editor shows.

    ```yaml
    get:
      summary: Get one refund of an order.
    ```
    """
    for operation in api.operations:
        if not operation.doc.summary and not operation.doc.description:
            message = f"`{operation.id}` has neither summary nor description"
            yield Finding(
                operation.origin, message, "say in one sentence what it does, as `summary`"
            )


@lint_rules.rule(Severity.WARNING)
def operation_without_tag(api: Api) -> Iterator[Finding]:
    """An operation has no tag.

    Tags group the methods of the client; without one the group follows from the path.

    ```yaml
    get:
      tags: [refunds]
    ```
    """
    for operation in api.operations:
        if not operation.tags and operation.pin.resource is None:
            message = f"`{operation.id}` has no tag, so its group is named after the path"
            yield Finding(operation.origin, message, "add one, for example `tags: [refunds]`")


@lint_rules.rule(Severity.WARNING)
def tag_undeclared(api: Api) -> Iterator[Finding]:
    """An operation has a tag that `tags` of the document does not declare.

    It may be a misspelling, which makes a group of its own; and only a declared tag has a description.

    ```yaml
    tags:
      - name: refunds
        description: Refunds of an order.
    ```
    """
    declared = {tag.name for tag in api.tags}
    for operation in api.operations:
        for tag in operation.tags:
            if tag not in declared:
                message = (
                    f"`{operation.id}` has the tag `{tag}`, which the document does not declare"
                )
                yield Finding(operation.origin, message, "declare it under `tags`, or correct it")


@lint_rules.rule(Severity.WARNING)
def success_response_missing(api: Api) -> Iterator[Finding]:
    """An operation describes no response of success.

    Its method then returns nothing that has a type.

    ```yaml
    responses:
      200:
        description: The refund.
    ```
    """
    for operation in api.operations:
        if not any(_is_success(response) for response in operation.responses):
            message = f"`{operation.id}` describes no response with a 2xx or 3xx status"
            yield Finding(operation.origin, message, "describe what comes back when it succeeds")


@lint_rules.rule(Severity.WARNING)
def success_response_untyped(api: Api) -> Iterator[Finding]:
    """A response of success has a body, but no schema.

    What the method returns can then be anything.

    ```yaml
    content:
      application/json:
        schema:
          $ref: "#/components/schemas/Refund"
    ```
    """
    for operation in api.operations:
        for response in operation.responses:
            if (
                _is_success(response)
                and response.media is None
                and response.status in ("200", "201")
            ):
                message = f"`{response.origin.id}` does not describe the body of the response"
                yield Finding(response.origin, message, "describe it under `content`, or use 204")


@lint_rules.rule(Severity.WARNING)
def example_missing(api: Api) -> Iterator[Finding]:
    """An operation that returns a body has no example of it.

    Examples are what the SDK is tested with: without one nobody has seen the operation work.

    ```yaml
    application/json:
      examples:
        one: {value: {refundNumber: R00}}
    ```
    """
    shown = {e.operation for e in api.examples if e.role is Role.RESPONSE}
    for operation in api.operations:
        returns = any(_is_success(r) and r.type is not None for r in operation.responses)
        if returns and operation.id not in shown:
            message = f"`{operation.id}` has no example of a response"
            yield Finding(operation.origin, message, "add one under `examples` of the media type")


@lint_rules.rule(Severity.WARNING)
def server_missing(api: Api) -> Iterator[Finding]:
    """The document names no server.

    Whoever makes a client then has to know the address by other means.

    ```yaml
    servers:
      - url: https://api.example.com
    ```
    """
    if not api.servers:
        message = "the document names no server, so each client must be given an address"
        yield Finding(api.origin, message, "add `servers`")


def _is_success(response: Response) -> bool:
    return response.status[0] in "23" or (
        response.status == "default" and response.type is not None
    )
