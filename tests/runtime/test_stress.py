"""Many calls at once over a service that fails now and then: none lost, none mixed up, none doubled, nothing left behind."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import subprocess
import sys
import time
import tracemalloc
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sample import AsyncRefundsAPI, RefundsAPI

from runtime import APIConnectionError, RateLimitError, ServerError, Timeout
from runtime.pacing import Clock

FAULTS = 0.05
"""The share of requests that go wrong."""
PATIENT = Timeout(connect=60, read=60, write=60, pool=600)
MOST = 100
"""Connections that a client of ours has at once, at the most."""

Ended = Counter[str]


async def _no_pause(seconds: float) -> None:
    await asyncio.sleep(0)


IMPATIENT = Clock(sleep=lambda seconds: None, asleep=_no_pause)


@contextmanager
def flaky() -> Iterator[str]:
    """The address of a service that fails."""
    command = [sys.executable, str(Path(__file__).with_name("flaky.py")), str(FAULTS)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.stdin.close()


def facts(url: str) -> dict[str, Any]:
    """What the service has seen."""
    with urllib.request.urlopen(f"{url}/facts") as reply:
        found: dict[str, Any] = json.load(reply)
        return found


def name_of(at: int, found: Any) -> str:
    """How a call ended: with its own answer, or with that of another."""
    return "done" if found == str(at) else "mixed up"


def one(client: RefundsAPI, at: int) -> str:
    """A call of every fourth kind is a POST, which may not be repeated."""
    try:
        if at % 4:
            return name_of(at, client.refunds.get("x", str(at)).number)
        client.refunds.create(f"p{at}", type="x")
    except (APIConnectionError, ServerError, RateLimitError) as error:
        return type(error).__name__
    return "done"


async def aone(client: AsyncRefundsAPI, at: int) -> str:
    """As `one`, awaiting."""
    try:
        if at % 4:
            return name_of(at, (await client.refunds.get("x", str(at))).number)
        await client.refunds.create(f"p{at}", type="x")
    except (APIConnectionError, ServerError, RateLimitError) as error:
        return type(error).__name__
    return "done"


def threads(
    url: str, rounds: Iterable[range], together: int, after: Callable[[], None] = int
) -> Ended:
    """The calls of each round, from so many threads that share a client."""
    ended: Ended = Counter()
    client = RefundsAPI(auth_key="k", base_url=url, timeout=PATIENT, retries=6)
    client._clock = IMPATIENT
    with client, ThreadPoolExecutor(together) as pool:
        for calls in rounds:
            ended.update(pool.map(lambda at: one(client, at), calls))
            after()
    return ended


def tasks(
    url: str, rounds: Iterable[range], together: int, after: Callable[[], None] = int
) -> Ended:
    """As `threads`, from so many tasks."""

    async def run() -> Ended:
        ended: Ended = Counter()
        client = AsyncRefundsAPI(auth_key="k", base_url=url, timeout=PATIENT, retries=6)
        client._clock = IMPATIENT

        async def work(waiting: Iterator[int]) -> None:
            for at in waiting:
                ended[await aone(client, at)] += 1

        async with client:
            for calls in rounds:
                waiting = iter(calls)
                await asyncio.gather(*(work(waiting) for _ in range(together)))
                after()
        return ended

    return asyncio.run(run())


def check(url: str, ended: Ended, count: int) -> dict[str, Any]:
    """What must hold after so many calls, and the figures."""
    told = facts(url)
    seen: dict[str, int] = told["seen"]
    gets = {key: times for key, times in seen.items() if key.startswith("GET")}
    posts = {key: times for key, times in seen.items() if key.startswith("POST")}
    assert sum(ended.values()) == count
    assert ended["mixed up"] == 0
    # Every GET came through; a POST is there once, whatever became of its answer.
    assert (len(gets), len(posts)) == (count - count // 4, count // 4)
    assert set(posts.values()) == {1}
    lost = sum(ended.values()) - ended["done"]
    assert lost == _failing(posts)
    assert told["most"] <= MOST
    repeated = sum(gets.values()) - len(gets)
    assert 0 < repeated < count * FAULTS * 2
    return {"ended": dict(ended), "repeated": repeated, "connections": told["most"]}


def _failing(posts: dict[str, int]) -> int:
    """How many of these the service lets fail at the first time."""
    import random

    return sum(random.Random(f"{key} 1").random() < FAULTS for key in posts)


Run = Callable[..., Ended]


@pytest.mark.parametrize(("run", "together"), [(threads, 8), (tasks, 50)])
def test_some_calls_at_once(run: Run, together: int) -> None:
    with flaky() as url:
        check(url, run(url, [range(400)], together), 400)


@pytest.mark.slow
@pytest.mark.parametrize(("run", "together"), [(threads, 50), (tasks, 500)])
def test_ten_thousand_calls_at_once(run: Run, together: int) -> None:
    with flaky() as url:
        started = time.monotonic()
        figures = check(url, run(url, [range(10_000)], together), 10_000)
        seconds = time.monotonic() - started
    print(f"\n10,000 calls, {together} {run.__name__}: {seconds:.0f} s, {figures}")


@pytest.mark.slow
@pytest.mark.parametrize(("run", "together"), [(threads, 50), (tasks, 500)])
def test_memory_does_not_grow_with_the_calls(run: Run, together: int) -> None:
    sizes: list[int] = []
    resident: list[float] = []

    def measure() -> None:
        gc.collect()
        sizes.append(tracemalloc.get_traced_memory()[0])
        resident.append(_resident())

    tracemalloc.start()
    with flaky() as url:
        run(url, [range(at * 1000, (at + 1) * 1000) for at in range(6)], together, measure)
    tracemalloc.stop()
    print(f"\n{together} {run.__name__}: {sizes} bytes, {resident} MB after each 1,000 calls")
    # In the first round whatever is made once is made.
    assert sizes[-1] - sizes[1] < 100_000


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)
