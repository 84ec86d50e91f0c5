"""The fakes beside the five APIs: every operation answers as described, and survives whatever can go wrong."""

from __future__ import annotations

import asyncio
import importlib
from typing import Any

import pytest

from refund_apis import FLAVOURS, Method, Sdk, methods, same, sdks
from refund_sdks.riverty.testing import FAULTS, FaultKind
from sdkwright.ir.model import Response, Role

_SDKS = [pytest.param(sdk, id=sdk.name) for sdk in sdks()]
_METHODS = [pytest.param(method, id=str(method)) for method in methods()]


def fake_of(sdk: Sdk, **settings: Any) -> Any:
    """A fake of an API."""
    module = importlib.import_module(f"refund_sdks.{sdk.name}.testing")
    return getattr(module, f"Fake{sdk.names.client}")(**settings)


def told(fake: Any, method: Method) -> Any:
    """What an operation of a fake is told by."""
    names = method.sdk.names
    resource = next(r for r in names.resources if method.operation in r.operations)
    return getattr(getattr(fake, resource.module), names.methods[method.operation.id])


def answer(fake: Any, method: Method, flavour: str, **settings: Any) -> Any:
    """The whole response to a call of one of the two clients of a fake."""
    if flavour == "sync":
        with fake.client(**settings) as client:
            return method.whole(client)

    async def main() -> Any:
        async with fake.async_client(**settings) as client:
            return await method.whole(client)

    return asyncio.run(main())


def failures_of(method: Method) -> list[Response]:
    """The failures that the document has a status for."""
    found = (r for r in method.operation.responses if r.status.isdigit())
    return [response for response in found if response.status >= "400"]


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("method", _METHODS)
def test_first_example_of_the_document_comes_out(method: Method, flavour: str) -> None:
    fake = fake_of(method.sdk)
    given = answer(fake, method, flavour, strict=True)
    assert given.mismatches == ()
    assert given.status == int(method.success.status or "0")
    assert same(given.value, method.success.value)
    (call,) = told(fake, method).calls
    assert (call.attempts, call.statuses) == (1, [given.status])
    assert fake.all_calls == [call]


_FAILING = [param for param, m in zip(_METHODS, methods(), strict=True) if failures_of(m)]


@pytest.mark.parametrize("method", _FAILING)
def test_every_documented_failure_has_its_example(method: Method) -> None:
    shown = {
        example.status: example.value
        for example in reversed(method.sdk.api.examples)
        if example.operation == method.operation.id and example.role is Role.RESPONSE
    }
    for response in failures_of(method):
        fake = fake_of(method.sdk)
        told(fake, method).fails_with(int(response.status))
        with pytest.raises(method.sdk.module.APIStatusError) as caught:
            answer(fake, method, "sync", retries=0)
        assert caught.value.status == int(response.status)
        assert caught.value.mismatches == ()
        if response.status in shown:
            assert same(caught.value.body, shown[response.status])
        else:
            assert (caught.value.body is None) == (response.type is None)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("method", _METHODS)
def test_value_that_is_told_comes_out(method: Method, flavour: str) -> None:
    fake = fake_of(method.sdk)
    operation = told(fake, method)
    example = operation.example
    model = example[0] if isinstance(example, list) else example
    model.unheard_of = "kept"
    operation.answers(example)
    given = answer(fake, method, flavour).value
    assert (given[0] if isinstance(given, list) else given).model_extra == {"unheard_of": "kept"}
    fake.assert_all_used()


def test_faults_have_room_where_the_description_leaves_some() -> None:
    assert set(fake_of(sdks()[2]).refunds.get.faults) == set(FAULTS)
    without = {fault for m in methods() for fault in told(fake_of(m.sdk), m).faults}
    assert without == set(FAULTS)


_RAISED = {
    "refused": ("APIConnectionError", None),
    "connect_timeout": ("APITimeoutError", None),
    "timeout": ("APITimeoutError", None),
    "reset": ("APIConnectionError", None),
    "cut_off": ("APIConnectionError", None),
    "not_json": ("DecodingError", 200),
    "html": ("DecodingError", 200),
    "empty": ("DecodingError", 200),
    "rate_limited": ("RateLimitError", 429),
    "server_error": ("ServerError", 500),
    "unavailable": ("ServerError", 503),
}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("sdk", _SDKS)
def test_every_fault_is_what_it_says(sdk: Sdk, fault: FaultKind, flavour: str) -> None:
    method = next(method for method in methods() if method.sdk is sdk)
    fake, package = fake_of(sdk), sdk.module
    if fault not in told(fake, method).faults:
        with pytest.raises(ValueError, match="has no room for"):
            told(fake, method).breaks(fault)
        return
    told(fake, method).breaks(fault)
    if fault in _RAISED:
        kind, status = _RAISED[fault]
        with pytest.raises(getattr(package, kind)) as caught:
            answer(fake, method, flavour)
        assert status is None or caught.value.status == status
        assert isinstance(caught.value, package.APITimeoutError) == ("timeout" in fault)
    else:
        given = answer(fake, method, flavour)
        assert fault in ("unknown_enum_value", "unknown_field") or given.mismatches
        assert b"UNHEARD_OF" in given.content or fault in ("missing_field", "null_field")
    fake.assert_all_used()


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_repetitions_take_no_time_and_belong_to_one_call(flavour: str) -> None:
    method = next(m for m in methods() if m.operation.method == "GET")
    fake = fake_of(method.sdk)
    told(fake, method).fails_with(429, headers={"Retry-After": "40"}, times=1).breaks(
        "server_error", times=1
    )
    assert answer(fake, method, flavour).retries_taken == 2
    (call,) = told(fake, method).calls
    assert (call.attempts, call.statuses) == (3, [429, 500, 200])
    assert fake.seconds_slept == [40.0, 1.0]


def test_time_that_runs_out_counts_towards_the_limit_of_the_call() -> None:
    method = next(m for m in methods() if m.operation.method == "GET")
    fake, package = fake_of(method.sdk), method.sdk.module
    told(fake, method).breaks("timeout", times=1).breaks("timeout", times=1)
    with pytest.raises(package.APITimeoutError):
        answer(fake, method, "sync", timeout=package.Timeout(read=3, total=4))
    assert [call.attempts for call in fake.all_calls] == [2]
