"""A service that fails now and then, in a process of its own, and knows what it was asked and how often.

`python flaky.py SHARE` prints its port. A request says in its path which one it is; what goes wrong is settled by that and by
how often it came, so that runs are alike. `GET /facts` has the count of each request and the most connections at once.
"""

from __future__ import annotations

import asyncio
import json
import random
import socket
import struct
import sys
from collections import Counter
from typing import Any

seen: Counter[str] = Counter()
connections: Counter[str] = Counter()


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection, until either side ends it."""
    connections["now"] += 1
    connections["most"] = max(connections.values())
    try:
        while await answer(reader, writer):
            pass
    except (ConnectionError, asyncio.IncompleteReadError):
        pass
    finally:
        connections["now"] -= 1
        writer.close()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    """One request; whether the connection stays."""
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    lengths = [int(x.partition(":")[2]) for x in lines if x.lower().startswith("content-length:")]
    await reader.readexactly(sum(lengths))
    method, path, _ = lines[0].split(" ")
    if path == "/facts":
        return await sent(writer, 200, {"seen": seen, "most": connections["most"]})
    request = f"{method} {path}"
    seen[request] += 1
    return await met(writer, path.split("/")[-1], random.Random(f"{request} {seen[request]}"))


async def met(writer: asyncio.StreamWriter, number: str, chance: random.Random) -> bool:
    """The answer, or what goes wrong in its place."""
    if chance.random() >= float(sys.argv[1]):
        return await sent(writer, 200, {"number": number, "refunds": []})
    fault = chance.choice(["503", "429", "reset", "half", "close"])
    if fault == "503":
        return await sent(writer, 503, {})
    if fault == "429":
        return await sent(writer, 429, {}, "Retry-After-Ms: 5\r\n")
    if fault == "half":
        writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"number":')
        await writer.drain()
    if fault != "close":
        peer: socket.socket = writer.get_extra_info("socket")
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


async def sent(writer: asyncio.StreamWriter, status: int, value: Any, more: str = "") -> bool:
    """A whole answer."""
    body = json.dumps(value).encode()
    head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\n{more}"
    writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    await writer.drain()
    return True


async def main() -> None:
    """Serve until standard input ends."""
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main())
