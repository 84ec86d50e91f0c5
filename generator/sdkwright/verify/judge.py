"""The facts of a trial to verdicts: what is wrong with each example, as diagnostics at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..ir.model import Example, Response, Role
from ..python.names import Names
from ..spec.document import Document
from ..text.diagnostic import Diagnostic, Severity
from .exact import differences, read
from .places import span_at
from .requests import expected_request, faults
from .trial import Call, Case, Trial
from .validity import Validator

Facts = Mapping[str, Any]

_SHOWN = 5
"""How many faults of one kind are told of one example."""

_CLASSES: Mapping[int, str] = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}

_IN_SDK = "this is a fault of the generator: please report it with the specification"


@dataclass(frozen=True, slots=True)
class Court:
    """Judges the cases of one API."""

    document: Document
    trial: Trial
    names: Names
    validator: Validator
    facts: Facts

    def verdict(self, case: Case) -> Iterator[Diagnostic]:
        """What is wrong with an example and with what the package made of it."""
        yield from _first(self._invalid(case))
        yield from _first(self._round_trip(case))
        if case.call is not None:
            for flavour in ("sync", "async"):
                yield from _first(self._called(case, case.call, flavour))

    def _invalid(self, case: Case) -> Iterator[Diagnostic]:
        for violation in self.validator.violations(case.example):
            where = violation.pointer or "/"
            message = f"{described(case.example)} does not fit its schema at `{where}`: {violation.reason}"
            hint = "correct the example, or the schema if the example is what the service sends"
            yield self._fault("example-invalid", case, message, hint, violation.pointer)

    def _round_trip(self, case: Case) -> Iterator[Diagnostic]:
        facts = self.facts["decoded"][str(case.id)]
        if "broken" in facts:
            message = f"{described(case.example)} cannot be decoded and encoded: {facts['broken']}"
            yield self._fault("example-not-round-tripping", case, message, _IN_SDK)
            return
        for mismatch in facts["mismatches"]:
            yield self._mismatch(case, mismatch)
        for difference in differences(case.example.value, read(facts["text"])):
            message = f"{described(case.example)} does not come back as it was: {difference}"
            yield self._fault(
                "example-not-round-tripping", case, message, _IN_SDK, difference.pointer
            )

    def _mismatch(self, case: Case, mismatch: str) -> Diagnostic:
        pointer = mismatch.partition(": ")[0]
        message = f"{described(case.example)} is not what the SDK expects: {mismatch}"
        hint = "correct the example, or the schema if the example is what the service sends"
        return self._fault("example-mismatch", case, message, hint, pointer.rstrip("/"))

    def _called(self, case: Case, call: Call, flavour: str) -> Iterator[Diagnostic]:
        facts = self.facts[flavour][str(case.id)]
        expected = expected_request(self.trial, self.names, call)
        for fault in (*faults(expected, facts["requests"]), *_outcome(case, call, facts)):
            method = f"{call.resource}.{call.method}"
            message = f"{described(case.example)}: calling `{method}` ({flavour}): {fault}"
            yield self._fault("example-call-failed", case, message, _IN_SDK)

    def _fault(
        self, code: str, case: Case, message: str, hint: str, pointer: str = ""
    ) -> Diagnostic:
        span = span_at(self.document, case.example, pointer)
        return Diagnostic(code, Severity.ERROR, message, span, hint)


def described(example: Example) -> str:
    """An example as messages name it."""
    match example.role:
        case Role.RESPONSE:
            return f"the example `{example.name}` of the response {example.status}"
        case Role.REQUEST:
            return f"the example `{example.name}` of the request"
        case Role.SCHEMA:
            return f"the example `{example.name}` of the schema"


def _outcome(case: Case, call: Call, facts: Facts) -> Iterator[str]:
    """What is wrong with what a call returned or raised."""
    raised: list[str] = facts.get("raised", [])
    if call.status < 300 and raised:
        # The answer to a request example may be made up; all that counts is that the request was sent.
        if call.documented or "APIError" not in raised:
            yield f"it raised {facts['told']}"
        return
    if not call.documented:
        return
    if call.status >= 300:
        wanted = _error_class(call, call.status)
        if not raised or raised[0] != wanted:
            yield f"it should raise {wanted}, but {facts['told'] if raised else 'it returned'}"
            return
    for mismatch in facts["mismatches"]:
        yield f"the answer was not what it expects: {mismatch}"
    for difference in differences(case.example.value, read(facts["text"])):
        what = "`.body` of the error" if raised else "the value"
        yield f"{what} is not the answer: {difference}"


def _error_class(call: Call, status: int) -> str:
    described_: Response | None = next(
        (r for r in call.operation.responses if r.status == str(status)), None
    )
    if described_ is not None and described_.authentication:
        return "AuthenticationError"
    return _CLASSES.get(status) or ("ServerError" if status >= 500 else "APIStatusError")


def _first(found: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    for number, diagnostic in enumerate(found):
        if number == _SHOWN:
            return
        yield diagnostic
