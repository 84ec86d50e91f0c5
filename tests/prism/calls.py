"""Every operation of a configured API as a call of its generated client, with arguments that the document allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdkwright import ApiConfig, Report, analyse
from sdkwright.ir.model import Api, Operation, Parameter, Role
from sdkwright.ir.types import Scalar, ScalarKind
from sdkwright.python.argument_names import body_object
from sdkwright.python.lock import Lock, read_lock
from sdkwright.python.names import Names, settle_names

_VALUES: Mapping[ScalarKind, object] = {
    ScalarKind.STRING: "800090090",
    ScalarKind.INTEGER: 4711,
    ScalarKind.UUID: "c24b5a4d-bf5a-4122-983f-9af90fadd354",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One way to call an operation: `client.<resource>.<method>(*positional, **named)`."""

    operation: Operation
    resource: str
    method: str
    positional: tuple[object, ...]
    named: Mapping[str, object]

    def __str__(self) -> str:
        return f"{self.resource}.{self.method}"


def understood(config: ApiConfig, package: Path) -> tuple[Api, Names]:
    """An API and the names that its published package uses."""
    report = Report()
    analysis = analyse(config, report)
    assert analysis is not None, report.found
    lock = read_lock((package / config.name / "names.json").read_text("utf-8"))
    return analysis.api, settle_names(analysis.api, lock or Lock(), report)


def calls_of(api: Api, names: Names) -> Iterator[Call]:
    """A call of each operation; one for each example of a body where it takes a body."""
    for resource in names.resources:
        for operation in resource.operations:
            positional = tuple(_value(parameter) for parameter in operation.parameters)
            for named in _bodies(api, names, operation):
                method = names.methods[operation.id]
                yield Call(operation, resource.module, method, positional, named)


def _value(parameter: Parameter) -> object:
    assert isinstance(parameter.type, Scalar), parameter
    return _VALUES[parameter.type.kind]


def _bodies(api: Api, names: Names, operation: Operation) -> Iterator[Mapping[str, object]]:
    if operation.body is None:
        yield {}
        return
    assert body_object(api, operation.body) is not None, operation.id
    arguments = names.arguments[operation.id]
    for example in api.examples:
        if example.operation == operation.id and example.role is Role.REQUEST:
            value: Any = example.value
            yield {arguments[f"body/{wire}"]: member for wire, member in value.items()}
