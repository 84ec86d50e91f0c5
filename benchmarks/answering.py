"""A server on loopback that answers every request at once: `python -m benchmarks.answering` prints its port and stays.

`/stream/N` gives N megabytes in pieces, every other path the payload of a refund.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager

from .payload import ANSWER

_BODY = json.dumps(ANSWER).encode()
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
_WAITING = 2000
_MEGABYTE = bytes(1_000_000)


@contextmanager
def answering() -> Generator[str]:
    """The address of a server in a process of its own, which ends with the block."""
    command = [sys.executable, "-m", "benchmarks.answering"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()


async def _serve() -> None:
    server = await asyncio.start_server(_connection, "127.0.0.1", 0, backlog=_WAITING)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def _connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while request := await reader.readuntil(b"\r\n\r\n"):
            path = request.split(b" ", 2)[1].decode()
            await _answer(path, writer)
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def _answer(path: str, writer: asyncio.StreamWriter) -> None:
    if not path.startswith("/stream/"):
        writer.write(_HEAD % (b"application/json", len(_BODY)) + _BODY)
        return
    count = int(path.rpartition("/")[2])
    writer.write(_HEAD % (b"application/octet-stream", count * len(_MEGABYTE)))
    for _ in range(count):
        writer.write(_MEGABYTE)
        await writer.drain()


if __name__ == "__main__":
    asyncio.run(_serve())
