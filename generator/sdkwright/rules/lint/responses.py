"""Generation hazards of responses: what a method returns, and what its errors hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...ir.model import Response, Role
from ...ir.types import Anything, Array, Map, Nullable, Type
from ..registry import Finding, Group
from ..subject import Planned, Written
from .family import lint_rules


@lint_rules.api("operation-success-response", Group.GENERATION)
def operation_success_response(api: Planned) -> Iterator[Finding]:
    """An operation describes no response of success.

    Its method then returns nothing that has a type.

    ```yaml
    responses:
      200:
        description: The refund.
    ```
    """
    for operation in api.api.operations:
        if not any(_is_success(response) for response in operation.responses):
            message = f"`{operation.id}` describes no success: `{api.call(operation)}() -> None`"
            hint = "describe what comes back when it succeeds"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.api("gen-response-untyped", Group.GENERATION)
def gen_response_untyped(api: Planned) -> Iterator[Finding]:
    """A response of success has no described body, though its status promises one.

    The method returns None, and what the server sends is lost.

    ```yaml
    content:
      application/json:
        schema:
          $ref: "#/components/schemas/Refund"
    ```
    """
    for operation in api.api.operations:
        for response in operation.responses:
            if _is_success(response) and response.media is None and response.status == "200":
                message = f"`{api.call(operation)}() -> None`: the body of 200 is not described"
                hint = "describe it under `content`, or use 204"
                yield Finding(response.origin.span, message, hint)


@lint_rules.api("operation-4xx-response", Group.GENERATION)
def operation_4xx_response(api: Planned) -> Iterator[Finding]:
    """An operation describes no response of failure.

    What callers find in `error.body` has no type then.

    ```yaml
    responses:
      404:
        description: There is no such refund.
    ```
    """
    for operation in api.api.operations:
        if not any(_is_failure(response) for response in operation.responses):
            message = f"`{api.call(operation)}` describes no failure: `error.body` is `Any`"
            hint = "describe what comes back when it fails, under `4XX` or `default`"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.api("gen-missing-error-body", Group.GENERATION)
def gen_missing_error_body(api: Planned) -> Iterator[Finding]:
    """A failure has no described body, though others of the same API have.

    `error.body` is then `Any` for this status.

    ```yaml
    404:
      description: There is no such refund.
      content:
        application/json:
          schema: {$ref: "#/components/schemas/Error"}
    ```
    """
    failures = [(o, r) for o in api.api.operations for r in o.responses if _is_failure(r)]
    if all(response.type is None for _, response in failures):
        return
    told: set[str] = set()
    for operation, response in failures:
        if response.type is None and response.origin.id not in told:
            told.add(response.origin.id)
            message = f"`{api.call(operation)}`: `error.body` is `Any` for {response.status}"
            yield Finding(response.origin.span, message, "describe the body under `content`")


@lint_rules.api("gen-error-shape-divergent", Group.GENERATION)
def gen_error_shape_divergent(api: Planned) -> Iterator[Finding]:
    """One status has bodies of different types in different operations.

    Code that handles it for the whole client has to tell them apart.

    ```yaml
    404:
      $ref: "#/components/responses/NotFound"
    ```
    """
    types: dict[str, Counter[Type]] = {}
    failures = [(o, r) for o in api.api.operations for r in o.responses if _is_failure(r)]
    told: set[str] = set()
    for _, response in failures:
        if response.type is not None:
            types.setdefault(response.status, Counter())[response.type] += 1
    for operation, response in failures:
        counts = types.get(response.status, Counter())
        if response.type is None or len(counts) < 2 or response.origin.id in told:
            continue
        usual, often = counts.most_common(1)[0]
        if response.type != usual and counts[response.type] < often:
            told.add(response.origin.id)
            message = (
                f"`{api.call(operation)}`: the body of {response.status} is "
                f"`{api.result(response.type)}`, elsewhere it is `{api.result(usual)}`"
            )
            hint = "check whether it is the same; then refer to one schema"
            yield Finding(response.origin.span, message, hint)


@lint_rules.api("gen-status-union", Group.GENERATION)
def gen_status_union(api: Planned) -> Iterator[Finding]:
    """An operation succeeds in several ways, with bodies of different types.

    A method has one return type.

    ```yaml
    responses:
      201:
        description: The refund, or the running job.
        content:
          application/json:
            schema: {oneOf: [{$ref: "#/components/schemas/Refund"}, {$ref: "#/components/schemas/Job"}]}
    ```
    """
    for operation in api.api.operations:
        bodies = {r.type: r for r in operation.responses if r.status[0] == "2" and r.type}
        if len(bodies) > 1:
            shown = ", ".join(f"{r.status}: `{api.result(t)}`" for t, r in bodies.items())
            message = f"`{api.call(operation)}` returns different types ({shown})"
            hint = "check whether the statuses differ; one schema for all keeps the method simple"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.api("gen-204-with-200", Group.GENERATION)
def gen_204_with_200(api: Planned) -> Iterator[Finding]:
    """An operation succeeds with a body and without one.

    Callers must reckon with nothing where the signature promises something.

    ```yaml
    responses:
      200: {$ref: "#/components/responses/Refund"}
    ```
    """
    for operation in api.api.operations:
        body = next((r for r in operation.responses if r.status[0] == "2" and r.type), None)
        empty = next((r for r in operation.responses if r.status in ("204", "205")), None)
        if body is not None and empty is not None and body.type is not None:
            message = (
                f"`{api.call(operation)}` gives `{api.result(body.type)}` for {body.status}, "
                f"and nothing for {empty.status}"
            )
            yield Finding(empty.origin.span, message, "describe when it answers without a body")


@lint_rules.api("gen-any-leak", Group.GENERATION)
def gen_any_leak(api: Planned) -> Iterator[Finding]:
    """What a method returns is `Any`, or a list or map of it.

    The type checker is silent about whatever callers do with it.

    ```yaml
    schema:
      type: array
      items: {$ref: "#/components/schemas/Refund"}
    ```
    """
    for operation in api.api.operations:
        for response in operation.responses:
            if response.status[0] == "2" and response.type and _leaks(response.type):
                message = f"`{api.call(operation)}() -> {api.result(response.type)}`"
                yield Finding(response.origin.span, message, "describe the body by a schema")


@lint_rules.api("gen-example-missing", Group.GENERATION)
def gen_example_missing(api: Planned) -> Iterator[Finding]:
    """An operation that returns a body has no example of it.

    Examples are what the SDK is tested with: without one nobody has seen the operation work.

    ```yaml
    application/json:
      examples:
        one: {value: {refundNumber: R00}}
    ```
    """
    shown = {e.operation for e in api.api.examples if e.role is Role.RESPONSE}
    for operation in api.api.operations:
        returned = next((r.type for r in operation.responses if _is_success(r) and r.type), None)
        if returned is None or operation.id in shown:
            continue
        result = api.result(returned)
        # A file, whose octets nobody writes into a document.
        if result != "bytes":
            message = f"no example shows what `{api.call(operation)}() -> {result}` gives"
            hint = "add one under `examples` of the media type"
            yield Finding(operation.origin.span, message, hint)


@lint_rules.document("gen-media-type-choice", Group.GENERATION)
def gen_media_type_choice(doc: Written) -> Iterator[Finding]:
    """A body is described in several media types by different schemas.

    The SDK speaks one of them; what the others say is not in any signature.

    ```yaml
    content:
      application/json:
        schema: {$ref: "#/components/schemas/Refund"}
    ```
    """
    for kind in ("response", "request body"):
        for part, content in doc.having(kind, "content"):
            if len(content.value if isinstance(content.value, dict) else ()) < 2:
                continue
            schemas = {name: media.get("schema") for name, media in content.items()}
            shapes = {repr(one.plain()) for one in schemas.values() if one is not None}
            if len(shapes) > 1:
                names = ", ".join(f"`{name}`" for name in schemas)
                message = f"`{doc.id(part)}` has different schemas by media type ({names})"
                yield Finding(
                    part.at_key("content"), message, "refer to one schema, or keep one type"
                )


def _leaks(type_: Type) -> bool:
    match type_:
        case Anything():
            return True
        case Array(inner) | Map(inner) | Nullable(inner):
            return _leaks(inner)
        case _:
            return False


def _is_success(response: Response) -> bool:
    return response.status[0] in "23" or (
        response.status == "default" and response.type is not None
    )


def _is_failure(response: Response) -> bool:
    return response.status[0] in "45" or response.status == "default"
