"""What a generated package is asked to do with the examples of its API: a plan that `bench.py` carries out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import asdict

from ..ir.model import Api, Body, Example, Location, Operation, Parameter, Role
from ..ir.types import Scalar, ScalarKind, Type
from ..ir.writing import BodyKind
from ..python.annotations import Scope, result
from ..python.argument_names import ADDITIONAL, body_object
from ..python.names import Names
from ..python.parameters import path_parameters
from ..text.node import Plain
from .arguments import argument_of, sample
from .exact import minified
from .written import written

_NO_BODY = "null"
_STATUSES: Mapping[str, int] = {"default": 418, "1XX": 0, "3XX": 300, "4XX": 418, "5XX": 599}


class Payload(Struct, frozen=True):
    """A payload, the annotation that the package decodes it with, and the arguments that it gives, if it is a body."""

    text: str
    annotation: str
    arguments: Mapping[str, str] | None = None


class Argument(Struct, frozen=True):
    """An argument outside of the body: the parameter, its name in Python, its value, and that as a payload."""

    parameter: Parameter
    name: str
    value: Plain
    payload: Payload


class Call(Struct, frozen=True):
    """A call to make, the answer it gets, and whether that answer is an example."""

    id: int
    operation: Operation
    resource: str
    method: str
    arguments: tuple[Argument, ...]
    body: Payload | None
    status: int
    media: str
    answer: str
    documented: bool


class Case(Struct, frozen=True):
    """An example with what is tried on it; no call for one that belongs to a schema."""

    id: int
    example: Example
    payload: Payload
    call: Call | None


class Trial(Struct, frozen=True):
    """All cases of one API, and how its clients are made."""

    api: Api
    module: str
    client: str
    async_client: str
    credentials: Mapping[str, str]
    prefix: str
    cases: tuple[Case, ...]

    def plan(self) -> dict[str, Any]:
        """The trial as JSON for `bench.py`."""
        return {
            "name": self.api.name,
            "module": self.module,
            "client": self.client,
            "async_client": self.async_client,
            "credentials": dict(self.credentials),
            "prefix": self.prefix,
            "cases": [_case(case) for case in self.cases],
        }


def trial_of(api: Api, names: Names, module: str) -> Trial:
    """The trial of an API that stands in `module` of its package (empty: the package itself)."""
    writer = _Writer(api, names)
    return Trial(
        api=api,
        module=module,
        client=names.client,
        async_client=names.async_client,
        credentials=_credentials(api, names),
        prefix=_prefix(api),
        cases=tuple(writer.case(at, example) for at, example in enumerate(api.examples)),
    )


class _Writer(Struct, frozen=True):
    """Turns examples into cases."""

    api: Api
    names: Names

    def case(self, id_: int, example: Example) -> Case:
        operation = next((op for op in self.api.operations if op.id == example.operation), None)
        payload = self.payload(minified(example.value), example.type)
        return Case(
            id_, example, payload, None if operation is None else self.call(id_, operation, example)
        )

    def payload(self, text: str, type_: Type) -> Payload:
        return Payload(text, str(result(type_, Scope(self.api, self.names, None)).code))

    def call(self, id_: int, operation: Operation, example: Example) -> Call | None:
        status, media, answer = self._answer(operation, example)
        if not status:
            return None
        if operation.body is not None and not _can_be_tried(operation.body):
            return None
        arguments = tuple(self._arguments_of(operation))
        if any(not written(a.parameter, a.value) for a in arguments if _is_in_path(a.parameter)):
            return None
        resource = next(r for r in self.names.resources if operation in r.operations)
        return Call(
            id=id_,
            operation=operation,
            resource=resource.module,
            method=self.names.methods[operation.id],
            arguments=arguments,
            body=self._body(operation, example),
            status=status,
            media=media,
            answer=answer,
            documented=example.role is Role.RESPONSE,
        )

    def _arguments_of(self, operation: Operation) -> Iterator[Argument]:
        """What must be given, and what the document prints a value of."""
        names = self.names.arguments[operation.id]
        others = [p for p in operation.parameters if not _is_in_path(p)]
        for parameter in (*path_parameters(operation), *others):
            if _is_in_path(parameter) or parameter.required or parameter.shown:
                value = argument_of(self.api, parameter)
                name = names[f"{parameter.location}/{parameter.wire}"]
                payload = self.payload(minified(value), parameter.type)
                yield Argument(parameter, name, value, payload)

    def _answer(self, operation: Operation, example: Example) -> tuple[int, str, str]:
        """The example, or for one of a request whatever example of success there is."""
        if example.role is Role.RESPONSE:
            shown: Example | None = example
        else:
            shown = next((e for e in self.api.examples if _is_success(e, operation)), None)
        if shown is not None:
            media = shown.media or "application/json"
            return status_sent(shown.status or ""), media, minified(shown.value)
        described = next((r for r in operation.responses if r.status[:1] == "2"), None)
        status = status_sent(described.status) if described else 200
        return status, "application/json", _NO_BODY

    def _body(self, operation: Operation, example: Example) -> Payload | None:
        body = operation.body
        if body is None or (example.role is Role.RESPONSE and not body.required):
            return None
        requests = (e for e in self.api.examples if e.operation == operation.id)
        shown = example if example.role is Role.REQUEST else None
        shown = shown or next((e for e in requests if e.role is Role.REQUEST), None)
        value = sample(self.api, body.type) if shown is None else shown.value
        text = minified("octets" if _is_raw(body) else value)
        payload = self.payload(text, body.type)
        return Payload(text, payload.annotation, self._arguments(operation, body))

    def _arguments(self, operation: Operation, body: Body) -> dict[str, str] | None:
        """The attributes of the body's model by the arguments of the method; None for a body that is no object."""
        model = body_object(self.api, body)
        if model is None:
            return None
        names, attributes = self.names.arguments[operation.id], self.names.fields[model.id]
        sent = (field for field in model.fields if not field.doc.read_only)
        more = {} if model.extra is None else {names[ADDITIONAL]: "model_extra"}
        return {names[f"body/{field.wire}"]: attributes[field.wire] for field in sent} | more


def _is_in_path(parameter: Parameter) -> bool:
    return parameter.location is Location.PATH


def _is_raw(body: Body) -> bool:
    return body.kind is BodyKind.RAW and body.type == Scalar(ScalarKind.BINARY)


def _can_be_tried(body: Body) -> bool:
    """Whether one request of it is like the next, and the caller has nothing to choose."""
    is_chosen = body.ranged and body.kind is not BodyKind.JSON
    return body.kind not in (BodyKind.MULTIPART, BodyKind.LINES) and not is_chosen


def status_sent(status: str) -> int:
    """The status of an answer that stands for `200`, `2XX` or `default`; 0 for what no final answer can have."""
    if status.isdigit():
        return int(status) if int(status) >= 200 else 0
    return _STATUSES.get(status, 200)


def _is_success(example: Example, operation: Operation) -> bool:
    return example.operation == operation.id and (example.status or "")[:1] == "2"


def _credentials(api: Api, names: Names) -> dict[str, str]:
    """A text of its own for each credential, so that one in another's place is noticed."""
    arguments = (name for scheme in api.schemes for name in names.credentials[scheme])
    return {name: f"verify-{name.replace('_', '-')}" for name in arguments}


def _prefix(api: Api) -> str:
    """The path of the first server, so that joining is tried as well."""
    path = urlsplit(api.servers[0].url).path if api.servers else ""
    return "" if "{" in path else path.rstrip("/")


def _case(case: Case) -> dict[str, Any]:
    return {
        "id": case.id,
        "payload": asdict(case.payload),
        "call": None if case.call is None else _call(case.call),
    }


def _call(call: Call) -> dict[str, Any]:
    return {
        "id": call.id,
        "resource": call.resource,
        "method": call.method,
        "path": [asdict(a.payload) for a in call.arguments if _is_in_path(a.parameter)],
        "keywords": {
            a.name: asdict(a.payload) for a in call.arguments if not _is_in_path(a.parameter)
        },
        "body": None if call.body is None else asdict(call.body),
        "status": call.status,
        "media": call.media,
        "answer": call.answer,
    }
