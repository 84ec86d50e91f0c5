"""A call through each Python client, one after the other and a thousand at once, against the same server on loopback."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.limits import run

from .answering import answering
from .peers_tools import BUILD, OURS, PEERS, ROOT, Peer, environment, installed, openapi_generator

TOGETHER = 1000
_EACH = 300
_ROUNDS = 5

_PROGRAM = """
import asyncio, json, sys, time
BASE, EACH, TOGETHER, ROUNDS = sys.argv[1], *map(int, sys.argv[2:])
{program}

def spent(work):
    started, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - started, time.perf_counter() - clock

def one_by_one():
    with sync() as call:
        assert call() is not None
        return min(spent(lambda: [call() for _ in range(EACH)])[0] for _ in range(ROUNDS)) / EACH

async def together():
    async with awaiting() as call:
        await call()
        async def all_of_them():
            answers = await asyncio.gather(*(call() for _ in range(TOGETHER)))
            assert None not in answers
        found = []
        for _ in range(ROUNDS):
            cpu, clock = time.process_time(), time.perf_counter()
            await all_of_them()
            found.append((time.process_time() - cpu, time.perf_counter() - clock))
        return min(cpu for cpu, _ in found), min(clock for _, clock in found)

each = one_by_one() if "sync" in globals() else None
cpu, clock = asyncio.run(together()) if "awaiting" in globals() else (None, None)
print(json.dumps([each, cpu, clock]))
"""

_HEAD = """
from contextlib import asynccontextmanager, contextmanager
"""

_PROGRAMS = {
    "by hand": _HEAD
    + """
import httpx2
PATH = BASE + "/api/v3/orders/riverty1/refunds/800090090"
KEY = {"X-Auth-Key": "secret"}
@contextmanager
def sync():
    with httpx2.Client() as client:
        yield lambda: client.get(PATH, headers=KEY).raise_for_status().json()
@asynccontextmanager
async def awaiting():
    async with httpx2.AsyncClient(timeout=httpx2.Timeout(60, pool=None)) as client:
        async def call():
            return (await client.get(PATH, headers=KEY)).raise_for_status().json()
        yield call
""",
    "sdkwright": _HEAD
    + """
from sdk import AsyncRiverty, Riverty, Timeout
LIMIT = Timeout(connect=60, pool=None)
@contextmanager
def sync():
    with Riverty(auth_key="secret", base_url=BASE) as client:
        refunds = client.refunds
        yield lambda: refunds.get("riverty1", "800090090")
@asynccontextmanager
async def awaiting():
    async with AsyncRiverty(auth_key="secret", base_url=BASE, timeout=LIMIT) as client:
        refunds = client.refunds
        yield lambda: refunds.get("riverty1", "800090090")
""",
    "openapi-python-client": _HEAD
    + """
import httpx
from sdk import Client
from sdk.api.refunds import get_refund
@contextmanager
def sync():
    with Client(base_url=BASE) as client:
        yield lambda: get_refund.sync("riverty1", "800090090", client=client)
@asynccontextmanager
async def awaiting():
    async with Client(base_url=BASE, timeout=httpx.Timeout(60, pool=None)) as client:
        yield lambda: get_refund.asyncio("riverty1", "800090090", client=client)
""",
    "openapi-generator": _HEAD
    + """
import sdk
@contextmanager
def sync():
    with sdk.ApiClient(sdk.Configuration(host=BASE)) as client:
        refunds = sdk.RefundsApi(client)
        yield lambda: refunds.get_refund("riverty1", "800090090")
""",
    "openapi-generator over httpx": _HEAD
    + """
import sdk
@asynccontextmanager
async def awaiting():
    async with sdk.ApiClient(sdk.Configuration(host=BASE)) as client:
        refunds = sdk.RefundsApi(client)
        yield lambda: refunds.get_refund("riverty1", "800090090", _request_timeout=60)
""",
    "datamodel-code-generator": _HEAD
    + """
from sdk.client import AsyncClient, Client
import httpx2
LIMIT = httpx2.Timeout(60, pool=None)
@contextmanager
def sync():
    with Client(base_url=BASE, auth_key="secret", timeout=LIMIT) as client:
        yield lambda: client.refunds.get_refund(orderNumber="riverty1", refundNumber="800090090")
@asynccontextmanager
async def awaiting():
    async with AsyncClient(base_url=BASE, auth_key="secret", timeout=LIMIT) as client:
        yield lambda: client.refunds.get_refund(orderNumber="riverty1", refundNumber="800090090")
""",
}


@dataclass(frozen=True, slots=True)
class Called:
    """The processor's seconds of a call, and the processor's and the clock's of a thousand at once; None: not offered."""

    client: str
    each: float | None = None
    together: float | None = None
    clock: float | None = None
    failed: str = ""


def calls() -> Iterator[Called]:
    """Every client that can be made, the hand-written call first."""
    clients: list[tuple[str, Peer]] = [("by hand", OURS)]
    clients += [(peer.name, peer) for peer in PEERS if not peer.npm]
    clients.insert(4, ("openapi-generator over httpx", openapi_generator("httpx")))
    with answering() as base:
        for name, peer in clients:
            yield _called(name, peer, base)


def _called(name: str, peer: Peer, base: str) -> Called:
    try:
        installed(peer)
    except RuntimeError as fault:
        return Called(name, failed=f"not installed: {fault}")
    out = BUILD / "calls" / re.sub(r"\W+", "-", name)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    made = run(peer.command(peer.home, _document(out), out), out, 300, None, environment(peer))
    if made.status != 0:
        return Called(name, failed=f"not generated: exit {made.status}")
    (out / "calls.py").write_text(_PROGRAM.format(program=_PROGRAMS[name]), "utf-8")
    numbers = map(str, (_EACH, TOGETHER, _ROUNDS))
    ran = run([str(peer.python), "calls.py", base, *numbers], out, 300)
    if ran.status != 0:
        return Called(name, failed=(ran.err.strip().splitlines() or ["over its time"])[-1][:80])
    return Called(name, *json.loads(ran.out))


def _document(out: Path) -> Path:
    """Our own specification of Riverty, its statuses quoted: some of them read no others."""
    text = (ROOT / "specs" / "riverty.yaml").read_text("utf-8")
    document = out / "sdk.yaml"
    document.write_text(re.sub(r"(?m)^( +)([0-9]{3}):", r'\1"\2":', text), "utf-8")
    return document
