"""Many calls at once, and an answer that is larger than what a program should hold: over HTTP on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .answering import answering
from .clock import process
from .result import Result

_TOGETHER = 1000
_MEGABYTES = 100
_SPEC = """\
openapi: 3.1.0
info: {title: Depot, version: "1"}
paths:
  /stream/{megabytes}:
    get:
      operationId: download
      tags: [files]
      parameters: [{name: megabytes, in: path, required: true, schema: {type: integer}}]
      responses: {200: {description: The file., content: {application/octet-stream: {}}}}
"""
_MANY = """
import asyncio, json, sys, time
import httpx2
from refund_sdks.riverty import AsyncRiverty, Timeout

BASE, TOGETHER = sys.argv[1], int(sys.argv[2])
URL = BASE + "/api/v3/orders/riverty1/refunds/800090090"

async def spent(call):
    started = time.process_time()
    await asyncio.gather(*(call() for _ in range(TOGETHER)))
    return time.process_time() - started

# A thousand wait for the hundred connections that a client opens, longer than anybody would want one to wait.
OURS, THEIRS = Timeout(connect=60, pool=None), httpx2.Timeout(60, pool=None)

async def main():
    async with (
        AsyncRiverty(auth_key="secret", base_url=BASE, timeout=OURS) as client,
        httpx2.AsyncClient(timeout=THEIRS) as http,
    ):
        async def ours():
            assert (await client.refunds.get("riverty1", "800090090")).refunds[0].amount
        async def theirs():
            answer = await http.get(URL, headers={"X-Auth-Key": "secret"})
            assert answer.raise_for_status().json()["refunds"][0]["amount"]
        found = {ours: [], theirs: []}
        for turn in ([ours, theirs], [theirs, ours], [ours, theirs], [theirs, ours], [ours, theirs]):
            for call in turn:
                found[call].append(await spent(call))
        print(json.dumps([min(found[call][1:]) for call in (ours, theirs)]))

asyncio.run(main())
"""
_DOWNLOAD = """
import sys
from files import Depot

with Depot(base_url=sys.argv[1]) as client, client.files.with_streaming.download(int(sys.argv[2])) as stream:
    assert sum(map(len, stream)) == int(sys.argv[2]) * 1_000_000
"""


def loads(work: Path, generated: Path) -> Iterator[Result]:
    """`work` is a folder for what is made here, `generated` holds refund_sdks."""
    with answering() as base:
        yield _together(generated, base)
        yield _streamed(work, base)


def _together(generated: Path, base: str) -> Result:
    done = subprocess.run(
        [sys.executable, "-c", _MANY, base, str(_TOGETHER)],
        cwd=generated,
        capture_output=True,
        text=True,
        check=True,
    )
    mine, other = json.loads(done.stdout)
    how = f"{mine:.2f} against {other:.2f} s of processor time over HTTP, least of 4"
    return Result(f"{_TOGETHER:,} calls at once, against httpx2", mine / other, "x", 1.0, how)


def _streamed(work: Path, base: str) -> Result:
    """How much more memory a large download takes than a small one."""
    (work / "files.yaml").write_text(_SPEC, "utf-8")
    quick = ["--models", "native", "--format", "ruff", "--no-cache"]
    process(["-m", "sdkwright", "generate", "files.yaml", "-o", "made", *quick], work)
    small, large = (
        process(["-c", _DOWNLOAD, base, str(count)], work / "made").peak
        for count in (1, _MEGABYTES)
    )
    how = f"{large:.0f} MB of memory against {small:.0f} MB for an answer of 1 MB"
    return Result(f"an answer of {_MEGABYTES} MB read in pieces", large - small, "MB", 10, how)
