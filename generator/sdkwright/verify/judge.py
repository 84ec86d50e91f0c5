"""The facts of a trial to verdicts: what is wrong with each example, as diagnostics at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from ..ir.model import Example, Response, Role
from ..python.names import Names
from ..spec.document import Document
from ..text.diagnostic import Diagnostic, Severity
from .exact import differences, read
from .places import span_at
from .requests import expected_request, faults
from .trial import Call, Case, Trial
from .undeclared import undeclared
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

_ABOUT_ANSWERS = frozenset({"DecodingError", "APIStatusError"})
_IN_SDK = "this is a fault of the generator: please report it with the specification"


class Court(Struct, frozen=True):
    """Judges the cases of one API. `spoiled` are the ids of operations whose requests are shown by an invalid example."""

    document: Document
    trial: Trial
    names: Names
    validator: Validator
    facts: Facts
    spoiled: frozenset[str] = frozenset()

    def verdict(self, case: Case) -> Iterator[Diagnostic]:
        """What is wrong with an example and with what the package made of it."""
        invalid = tuple(_first(self._invalid(case)))
        yield from invalid
        if invalid and case.example.role is Role.REQUEST:
            # What a package makes of it is no fault of the package.
            return
        direct = tuple(_first(self._round_trip(case)))
        yield from direct
        if case.call is not None and case.call.operation.id not in self.spoiled:
            # What the codec gets wrong by itself is not told again for each call.
            yield from _first(self._called(case, case.call, values=not direct))

    def _invalid(self, case: Case) -> Iterator[Diagnostic]:
        for violation in self.validator.violations(case.example):
            where = violation.pointer or "/"
            message = f"{described(case.example)} does not fit its schema at `{where}`: {violation.reason}"
            hint = "correct the example, or the schema if the example is what the service sends"
            yield self._fault("example-invalid", case, message, hint, violation.pointer)

    def _round_trip(self, case: Case) -> Iterator[Diagnostic]:
        example, facts = case.example, self.facts["decoded"][str(case.id)]
        if "broken" in facts:
            message = f"{described(example)} cannot be decoded and encoded: {facts['broken']}"
            yield self._fault("example-not-round-tripping", case, message, _IN_SDK)
            return
        for mismatch in facts["mismatches"]:
            yield self._mismatch(case, mismatch)
        allowed = set(undeclared(self.trial.api, example.type, example.value))
        for pointer in facts["unnamed"]:
            if pointer not in allowed:
                message = f"{described(example)}: no attribute of the models stands for `{pointer}`"
                yield self._fault("example-mismatch", case, message, _IN_SDK, pointer)
        for difference in differences(example.value, read(facts["text"])):
            message = f"{described(example)} does not come back as it was: {difference}"
            yield self._fault(
                "example-not-round-tripping", case, message, _IN_SDK, difference.pointer
            )

    def _mismatch(self, case: Case, mismatch: str) -> Diagnostic:
        pointer = mismatch.partition(": ")[0]
        message = f"{described(case.example)} is not what the SDK expects: {mismatch}"
        hint = "correct the example, or the schema if the example is what the service sends"
        return self._fault("example-mismatch", case, message, hint, pointer.rstrip("/"))

    def _called(self, case: Case, call: Call, values: bool) -> Iterator[Diagnostic]:
        expected = expected_request(self.trial, self.names, call)
        told: dict[str, list[str]] = {}
        for flavour in ("sync", "async"):
            facts = self.facts[flavour][str(case.id)]
            for fault in (*faults(expected, facts["requests"]), *_outcome(call, facts)):
                told.setdefault(fault, []).append(flavour)
            shape = self.facts["decoded"][str(case.id)].get("shape")
            for fault in _value_faults(case, call, facts, shape) if values else ():
                told.setdefault(fault, []).append(flavour)
        for fault, flavours in told.items():
            where = f"`{call.resource}.{call.method}` ({' and '.join(flavours)})"
            message = f"{described(case.example)}: calling {where}: {fault}"
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


def _outcome(call: Call, facts: Facts) -> Iterator[str]:
    """Whether a call returned or raised as it should."""
    raised: list[str] = facts.get("raised", [])
    if not call.documented:
        # The answer to the example of a request may be made up; all that counts is that the request was sent.
        if raised and not _ABOUT_ANSWERS.intersection(raised):
            yield f"it raised {facts['told']}"
        return
    if call.status < 300:
        if raised:
            yield f"it raised {facts['told']}"
        return
    wanted = _error_class(call, call.status)
    if not raised or raised[0] != wanted:
        yield f"it should raise {wanted}, but {facts['told'] if raised else 'it returned'}"


def _value_faults(case: Case, call: Call, facts: Facts, shape: str) -> Iterator[str]:
    """What is wrong with the value that a call returned, or with the body of the error that it raised.

    `shape` is what the codec alone makes of the example.
    """
    if not call.documented or "text" not in facts:
        return
    for mismatch in facts["mismatches"]:
        yield f"the answer was not what it expects: {mismatch}"
    what = "`.body` of the error" if facts.get("raised") else "the value"
    if facts["shape"] != shape:
        yield f"{what} is of the class `{facts['shape']}`, not `{shape}`"
    for difference in differences(case.example.value, read(facts["text"])):
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
