"""Generation hazards of operations: what makes a method worse to call."""

from __future__ import annotations

from collections.abc import Iterator

from ...python.words import camel
from ..registry import Finding, Group
from ..subject import Planned, Written
from .family import lint_rules


@lint_rules.api("operation-operationId", Group.GENERATION)
def operation_operation_id(api: Planned) -> Iterator[Finding]:
    """An operation has no `operationId`.

    Its method is then named after what its method and path say (`list`, `create`, `get_item`), and changes its name with them.

    ```yaml
    get:
      operationId: getRefund
    ```
    """
    for operation in api.api.operations:
        if operation.given_id is None and operation.pin.method is None:
            message = f"`{operation.id}` has no operationId, so it becomes `{api.call(operation)}`"
            _, group, method = api.call(operation).split(".")
            name = camel(method if group in method else f"{method}_{group}")
            hint = f"add one, for example `operationId: {name}`"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.api("operation-description", Group.GENERATION)
def operation_description(api: Planned) -> Iterator[Finding]:
    """An operation has neither `summary` nor `description`.

    The summary is the first line of the method's docstring, which is what an editor shows.

    ```yaml
    get:
      summary: Get one refund of an order.
    ```
    """
    for operation in api.api.operations:
        if not operation.doc.summary and not operation.doc.description:
            shown = f"{operation.method.upper()} {operation.path}."
            message = f"`{operation.id}` is not described: its docstring is `{shown}`"
            hint = "say in one sentence what it does, as `summary`"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.api("operation-tags", Group.GENERATION)
def operation_tags(api: Planned) -> Iterator[Finding]:
    """An operation has no tag.

    Tags group the methods of the client; without one the group follows from the path.

    ```yaml
    get:
      tags: [refunds]
    ```
    """
    for operation in api.api.operations:
        if not operation.tags and operation.pin.resource is None:
            message = f"`{operation.id}` has no tag, so it becomes `{api.call(operation)}`"
            hint = f"add one, for example `tags: [{api.resource(operation).module}]`"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.api("operation-tag-defined", Group.GENERATION)
def operation_tag_defined(api: Planned) -> Iterator[Finding]:
    """An operation has a tag that `tags` of the document does not declare.

    It may be a misspelling, which makes a group of its own; and only a declared tag has a description.

    ```yaml
    tags:
      - name: refunds
        description: Refunds of an order.
    ```
    """
    declared = {tag.name for tag in api.api.tags}
    for operation in api.api.operations:
        for tag in operation.tags:
            if tag not in declared:
                group = api.resource(operation).sync
                message = f"the tag `{tag}` is not declared, and makes the class `{group}`"
                yield Finding(
                    operation.origin.span, message, "declare it under `tags`, or correct it"
                )


@lint_rules.api("gen-optional-body", Group.GENERATION)
def gen_optional_body(api: Planned) -> Iterator[Finding]:
    """A request body has required properties but is not said to be required itself.

    `required` of a request body is false unless written, so every argument may be left out, and a type checker lets calls
    through that the server refuses.

    ```yaml
    requestBody:
      required: true
    ```
    """
    unsaid = frozenset(_bodies_without_required(api.written))
    for operation in api.api.operations:
        body = operation.body
        definition = None if body is None else api.definition(body.type)
        needed = [f for f in getattr(definition, "fields", ()) if f.required]
        if body is None or body.required or not needed or body.origin.id not in unsaid:
            continue
        argument = api.names.arguments[operation.id].get(f"body/{needed[0].wire}", "body")
        message = (
            f"all of the body may be left out: "
            f"`{api.call(operation)}(…, {argument}: {api.argument(needed[0].type)} | Unset = UNSET)`"
        )
        yield Finding(body.origin.span, message, "say `required: true`, or `false` where it is so")


def _bodies_without_required(doc: Written) -> Iterator[str]:
    for body in doc.of("request body"):
        if body.get("required") is None:
            yield doc.id(body)


@lint_rules.api("gen-argument-renamed", Group.GENERATION)
def gen_argument_renamed(api: Planned) -> Iterator[Finding]:
    """Two arguments of a method want the same name, and one of them gets a longer one.

    The name in code is then not the one in the documentation.

    ```yaml
    - name: id
      in: path
      x-sdk: {name: order_id}
    ```
    """
    for operation in api.api.operations:
        for id_, name in api.names.arguments[operation.id].items():
            place, _, wire = id_.partition("/")
            if name.startswith(f"{place}_") and not wire.lower().startswith(place):
                message = f"`{wire}` in the {place} becomes `{api.call(operation)}(…, {name}=…)`"
                parameter = next(
                    (p for p in operation.parameters if p.wire == wire and p.location == place),
                    None,
                )
                span = (parameter or operation).origin.span
                yield Finding(span, message, "pin names that tell them apart, with `x-sdk`")


@lint_rules.api("gen-operation-verbless", Group.GENERATION)
def gen_operation_verbless(api: Planned) -> Iterator[Finding]:
    """The name of a method is the name of its group.

    `client.refunds.refunds()` does not say what it does.

    ```yaml
    operationId: listRefunds
    ```
    """
    for operation in api.api.operations:
        group = api.resource(operation).module
        if api.names.methods[operation.id] == group:
            message = f"`{api.call(operation)}()` does not say what it does"
            hint = "begin the operationId with a verb, or pin `x-sdk: {method: list}`"
            yield Finding(operation.origin.span, message, hint)


_MANY = 20


@lint_rules.api("gen-many-arguments", Group.GENERATION)
def gen_many_arguments(api: Planned) -> Iterator[Finding]:
    """A method has more than 20 arguments that must be given.

    A call is then hard to read and to review.

    ```yaml
    required: [amount, currency]
    ```
    """
    for operation in api.api.operations:
        body = operation.body
        definition = api.definition(body.type) if body is not None and body.required else None
        needed = sum(f.required for f in getattr(definition, "fields", ()))
        count = needed + sum(p.required for p in operation.parameters)
        if count > _MANY:
            message = f"`{api.call(operation)}` has {count} arguments that must be given"
            hint = "check whether all are required; nested objects group what belongs together"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.document("gen-security-missing", Group.GENERATION)
def gen_security_missing(doc: Written) -> Iterator[Finding]:
    """The document declares credentials, but an operation does not say whether it needs them.

    The client then calls it without any, and the server may answer 401.

    ```yaml
    security:
      - token: []
    ```
    """
    if not any(True for _ in doc.of("{security scheme}")) or doc.having("openapi", "security"):
        return
    items = [item for paths in doc.of("paths") for _, item in paths.items()]
    operations = {id(one): one for one in doc.of("operation")}
    for item in items:
        for method, operation in item.items():
            if id(operation) in operations and operation.get("security") is None:
                message = "nothing says which credentials this operation needs: none are sent"
                hint = "add `security` to the document, or `security: []` here"
                yield Finding(item.at_key(method), message, hint)
