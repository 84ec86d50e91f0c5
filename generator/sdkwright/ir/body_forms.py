"""An operation that can carry several kinds of body becomes several: one for each set of arguments that a caller gives."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from .model import Api, Example, Operation, Role


def split_bodies(api: Api) -> Api:
    """The API with one body an operation. The first keeps its id; of the others each has the media type behind it."""
    operations = tuple(form for operation in api.operations for form in _forms(operation))
    if len(operations) == len(api.operations):
        return api
    known = {operation.id for operation in operations}
    examples = tuple(_moved(example, known) for example in api.examples)
    return replace(api, operations=operations, examples=examples)


def _forms(operation: Operation) -> Iterator[Operation]:
    yield operation
    for body in operation.other_bodies:
        id_ = form_id(operation.id, body.media)
        yield replace(operation, id=id_, body=body, other_bodies=(), form=body.media)


def described(api: Api) -> Api:
    """The API with each operation once, as the document has it."""
    operations = tuple(operation for operation in api.operations if operation.form is None)
    return replace(api, operations=operations)


def described_id(operation: Operation) -> str:
    """The id of the operation as the document has it, whichever body this one carries."""
    return (
        operation.id if operation.form is None else operation.id.removesuffix(f" {operation.form}")
    )


def form_id(operation: str, media: str) -> str:
    """The id of an operation with another body than its first."""
    return f"{operation} {media}"


def _moved(example: Example, known: set[str]) -> Example:
    """An example of a request belongs to the operation that carries its media type."""
    id_ = form_id(example.operation or "", example.media or "")
    if example.role is not Role.REQUEST or id_ not in known:
        return example
    return replace(example, operation=id_)
