"""Spans of OpenTelemetry, as its own SDK receives them."""

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sample import AsyncRefundsAPI, RefundsAPI

from loopback import Loopback, Reset, full
from runtime import APIConnectionError, NotFoundError, async_tracing, tracing
from runtime.pacing import Clock

sdk = pytest.importorskip("opentelemetry.sdk.trace", reason="opentelemetry-sdk is not installed")
export = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")
simple = pytest.importorskip("opentelemetry.sdk.trace.export")

WHOLE = full(200, b'{"number":"1"}', ("Content-Type", "application/json"))
RUNTIME = Path(__file__).parents[2] / "templates"


@pytest.fixture
def traced() -> tuple[Any, Any]:
    """A tracer, and what has ended of it."""
    kept = export.InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(simple.SimpleSpanProcessor(kept))
    return provider.get_tracer("test"), kept


async def _no_pause(seconds: float) -> None:
    pass


IMPATIENT = Clock(sleep=lambda seconds: None, asleep=_no_pause)


def test_a_call_is_a_client_span(loopback: Loopback, traced: tuple[Any, Any]) -> None:
    loopback.script(WHOLE)
    tracer, kept = traced
    with RefundsAPI(auth_key="k", base_url=loopback.url, middleware=[tracing(tracer)]) as client:
        client.refunds.get("1", "2")
    (span,) = kept.get_finished_spans()
    template = "/orders/{orderNumber}/refunds/{refundNumber}"
    assert (span.name, span.kind.name) == (f"GET {template}", "CLIENT")
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "http.response.status_code": 200,
        "server.address": "127.0.0.1",
        "server.port": loopback.port,
        "url.full": f"{loopback.url}/orders/1/refunds/2",
        "url.scheme": "http",
        "url.template": template,
    }
    assert span.status.status_code.name == "UNSET"
    _, trace_id, span_id, _ = loopback.requests[0].headers["traceparent"].split("-")
    assert int(trace_id, 16) == span.context.trace_id
    assert int(span_id, 16) == span.context.span_id


def test_each_repetition_has_a_span_of_its_own(loopback: Loopback, traced: tuple[Any, Any]) -> None:
    loopback.script((Reset(),), full(404, b"{}"))
    tracer, kept = traced

    async def run() -> None:
        around = [async_tracing(tracer)]
        async with AsyncRefundsAPI(
            auth_key="k", base_url=loopback.url, middleware=around
        ) as client:
            client._clock = IMPATIENT
            with pytest.raises(NotFoundError):
                await client.refunds.get("1", "2")

    asyncio.run(run())
    first, second = kept.get_finished_spans()
    assert first.attributes["error.type"] == "APIConnectionError"
    assert [event.name for event in first.events] == ["exception"]
    assert second.attributes["error.type"] == "404"
    assert second.attributes["http.request.resend_count"] == 1
    assert {first.status.status_code.name, second.status.status_code.name} == {"ERROR"}


def test_no_secret_is_in_a_span(loopback: Loopback, traced: tuple[Any, Any]) -> None:
    loopback.script((Reset(),))
    tracer, kept = traced
    around = [tracing(tracer)]
    client = RefundsAPI(query_key="CANARY", base_url=loopback.url, middleware=around, retries=0)
    with client, pytest.raises(APIConnectionError):
        client.refunds.cancel("1")
    (span,) = kept.get_finished_spans()
    assert span.attributes["url.full"] == f"{loopback.url}/refunds/1?api_key=REDACTED"
    assert "CANARY" not in span.to_json()


def test_nobody_imports_it_without_a_tracer() -> None:
    script = (
        "import sys; import runtime; runtime.tracing(None); runtime.async_tracing(None);"
        "sys.exit(any(name.startswith('opentelemetry') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", script], cwd=RUNTIME, check=True)
