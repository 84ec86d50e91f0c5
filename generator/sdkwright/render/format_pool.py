"""From texts to answers of the format worker, in as many processes as pay."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Self, cast

from .format_worker import Answer, lay_out

_WORKER = Path(__file__).with_name("format_worker.py")
_CHARACTERS_THAT_PAY = 12_000  # a process takes as long to start as black takes for these
_SECONDS = 30.0
_CHARACTERS_PER_SECOND = 2_000  # black does 30,000; a tenth of that is not yet "hangs"
_DIED = Answer(code="format-failed", reason="the formatting process died", text="")


class Pool:
    """The processes, kept until the pool is closed: each takes a third of a second to be ready."""

    def __init__(self, cores: int) -> None:
        self._cores = cores
        self._idle: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        while self._idle:
            self._idle.pop().stop()

    def expect(self) -> None:
        """Start a process and do not wait for it: there will be texts soon."""
        if not self._idle:
            worker = _Worker()
            worker.prepare()
            self._idle.append(worker)

    def laid_out(self, texts: Sequence[str]) -> list[Answer | None]:
        """One answer a text, in their order; None for a text that took too long."""
        answers: list[Answer | None] = [None] * len(texts)
        # The longest is taken first, so that no process is left alone with it in the end.
        queue = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        count = min(self._cores, len(texts), 1 + sum(map(len, texts)) // _CHARACTERS_THAT_PAY)

        def work(worker: _Worker) -> None:
            while True:
                try:
                    index = queue.pop()  # atomic: the other threads take from the same list
                except IndexError:
                    self._idle.append(worker)
                    return
                answers[index] = worker.ask(texts[index])

        own = self._taken()
        threads = [threading.Thread(target=work, args=(self._taken(),)) for _ in range(count - 1)]
        for thread in threads:
            thread.start()
        try:
            work(own)
        finally:
            queue.clear()  # an interrupt ends the other threads with the file that they have in hand
            for thread in threads:
                thread.join()
        return answers

    def _taken(self) -> _Worker:
        return self._idle.pop() if self._idle else _Worker()


class _Worker:
    """One format process, started when first asked and again after it died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        """Start the process, where one can be."""
        with suppress(OSError):
            self._start()

    def ask(self, text: str) -> Answer | None:
        """The answer for `text`; None where it took too long."""
        try:
            process = self._process or self._start()
        except OSError:  # no processes here: then in this one, where nothing can be cut off
            return lay_out(text)
        late = threading.Event()
        timer = threading.Timer(_patience(text), _cut_off, (process, late))
        timer.daemon = True
        timer.start()
        try:
            _send(process, text)
            line = _stream(process.stdout).readline()
        except OSError:
            line = b""
        finally:
            timer.cancel()
        if line.endswith(b"\n"):
            return cast("Answer", json.loads(line))
        self.stop()
        return None if late.is_set() else _DIED

    def _start(self) -> subprocess.Popen[bytes]:
        if not sys.executable:
            raise FileNotFoundError("no interpreter to start")
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        # The same modules as here, except from the current folder, which is not ours to trust.
        _send(self._process, [entry for entry in sys.path if entry])
        return self._process

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                _stream(stream).close()
            self._process = None


def _patience(text: str) -> float:
    return _SECONDS + len(text) / _CHARACTERS_PER_SECOND


def _cut_off(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _send(process: subprocess.Popen[bytes], value: object) -> None:
    stream = _stream(process.stdin)
    stream.write(json.dumps(value).encode() + b"\n")
    stream.flush()


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # both were asked for
    return stream
