"""A service in memory, for tests: real clients on a transport that answers what a test has told.

Nothing of this is imported unless a test does so.
"""

import importlib
import re
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, ParamSpec, Self, TypeVar, cast
from urllib.parse import parse_qsl

import httpx2

from .auth import MutualTLS
from .base_url import BaseURL, read_base_url
from .client import AsyncClient, Client
from .fake_answers import Answering, ExamplesByStatus, shapes
from .fake_calls import RecordedCall, call_of, matched
from .fake_operation import FakeOperation, FakeStream
from .fake_script import Record
from .fake_service import FakeTime, FakeTransport, Probed, probe, response_of, token_answer
from .operation import Api, Operation

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C", bound=Client | AsyncClient)

_NO_EXAMPLES: Final[ExamplesByStatus] = {}
_NOWHERE: Final = "https://service.invalid"


class UnexpectedCall(AssertionError):
    """A request that belongs to no operation; in a fake without examples also one that nothing was told about."""


class ServiceFake:
    """What the fakes of all APIs have in common.

    In a `with` statement everything that was told has to be used in the end, and nothing unexpected may have come.
    """

    def __init__(
        self, api: Api, module: str, resources: Mapping[str, str], *, examples: bool
    ) -> None:
        self._api, self._resources = api, resources
        self._package = module.rpartition(".")[0]
        self._examples = examples
        self._time = FakeTime()
        self._lock = threading.Lock()
        self._records: list[Record] = []
        self._prefixes: set[str] = set()
        self._calls: list[RecordedCall] = []
        self._unexpected: list[str] = []
        transport = FakeTransport(self._answer)
        self._http = httpx2.Client(transport=transport)
        self._async_http = httpx2.AsyncClient(transport=transport)

    @property
    def all_calls(self) -> list[RecordedCall]:
        """The calls of all operations, in order."""
        return list(self._calls)

    @property
    def seconds_slept(self) -> list[float]:
        """The pauses that clients made before they tried again. They took no time."""
        return list(self._time.slept)

    def assert_all_used(self) -> None:
        """Everything that was told was used, and nothing unexpected came. Raises AssertionError."""
        found = [f"unexpected: {told}" for told in self._unexpected]
        found += [line for record in self._records for line in record.unused]
        if found:
            raise AssertionError("\n".join(found))

    @classmethod
    def as_fixture(cls, *, examples: bool = True) -> Callable[..., Iterator[Self]]:
        """A fixture of pytest: `fake_service = FakeService.as_fixture()` in a `conftest.py`."""

        def fixture() -> Iterator[Self]:
            with cast("Callable[..., Self]", cls)(examples=examples) as fake:
                yield fake

        fixture.__doc__ = cls.__doc__
        # By name: who has no pytest can import and check this package all the same.
        pytest: Any = importlib.import_module("pytest")
        made: Callable[..., Iterator[Self]] = pytest.fixture(fixture)
        return made

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, at: object) -> None:
        if error is None:
            self.assert_all_used()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self._calls)} calls>"

    def _making(self, client: Callable[P, C]) -> Callable[P, C]:
        """What makes clients of this fake, with the arguments of the clients themselves."""

        def make(*args: P.args, **kwargs: P.kwargs) -> C:
            return self._made(client, dict(kwargs), *args)

        return make

    def _probing(self, client: Callable[..., C]) -> C:
        """A client whose calls end with their requests."""
        return self._made(client, {"http_client": httpx2.Client(transport=FakeTransport(probe))})

    def _made(self, client: Callable[..., C], settings: dict[str, Any], *args: Any) -> C:
        schemes = [s for s in self._api.schemes.values() if not isinstance(s, MutualTLS)]
        credentials = {name: f"fake-{name}" for scheme in schemes for name in scheme.arguments}
        if not credentials.keys() & settings.keys():
            settings |= credentials
        if not self._api.servers and not _is_address(settings.get("base_url")):
            settings["base_url"] = _NOWHERE
        is_awaiting = issubclass(cast("type", client), AsyncClient)
        settings.setdefault("http_client", self._async_http if is_awaiting else self._http)
        made = client(*args, **settings)
        vars(made)["_clock"] = self._time.clock
        address = made._terms.rules.address  # pyright: ignore[reportPrivateUsage]
        base = read_base_url(address) if isinstance(address, str) else None
        if isinstance(base, BaseURL):
            self._prefixes.add(base.prefix)
        return made

    def _declared(
        self, operation: Operation[Any], status: int, media: str, examples: ExamplesByStatus
    ) -> Record:
        """Declares an operation."""
        forms = tuple(shapes(operation, status, media))
        made = Record(Answering(operation, forms, examples))
        self._records.append(made)
        return made

    def probed(self, operation: Operation[Any], call: Callable[[], object]) -> RecordedCall:
        """The request that a call would make."""
        try:
            call()
        except Probed as found:
            fit = matched(operation, _path(found.request))
            arguments = fit[1] if fit else ()
            return call_of(str(operation), arguments, found.request, found.content)
        raise TypeError(f"{operation} makes no request")

    def _answer(self, request: httpx2.Request, content: bytes) -> httpx2.Response:
        with self._lock:
            found = self._route(request, content)
        if found is None:
            tokens = token_answer(self._api, request, content)
            if tokens is None:
                raise self._is_unexpected(request)
            return response_of(tokens, request, self._time)
        record, arguments = found
        with self._lock:
            call = self._noted(record, arguments, request, content)
            make = record.answer(call)
        if make is None and not self._examples:
            raise self._refused(f"nothing was told about {call.operation}, which was called")
        answer = record.usual(call) if make is None else make(call)
        call.statuses.append(answer.status)
        return response_of(answer, request, self._time)

    def _noted(
        self, record: Record, arguments: tuple[str, ...], request: httpx2.Request, content: bytes
    ) -> RecordedCall:
        """The call that a request belongs to: a new one, unless it is the repetition of one."""
        outgoing = request.extensions.get("outgoing")
        for known in reversed(self._calls) if outgoing is not None else ():
            if known.outgoing is outgoing:
                known.attempts += 1
                return known
        call = call_of(str(record.operation), arguments, request, content)
        self._calls.append(call)
        record.note(call)
        return call

    def _route(
        self, request: httpx2.Request, content: bytes
    ) -> tuple[Record, tuple[str, ...]] | None:
        self._load()
        return self._nearest(request, content) or (
            self._nearest(request, content) if self._load(everything=True) else None
        )

    def _load(self, everything: bool = False) -> bool:
        """Declares the operations of resources that are in use: no client can call others. Says whether any were new."""
        before = len(self._records)
        for attribute, module in self._resources.items():
            if attribute not in vars(self) and (
                everything or f"{self._package}.resources.{module}" in sys.modules
            ):
                getattr(self, attribute)
        return len(self._records) > before

    def _nearest(
        self, request: httpx2.Request, content: bytes
    ) -> tuple[Record, tuple[str, ...]] | None:
        path, pairs = _path(request), set(parse_qsl(request.url.query.decode("ascii")))
        found: list[tuple[tuple[object, ...], int, Record, tuple[str, ...]]] = []
        for at, record in enumerate(self._records):
            operation = record.operation
            fit = matched(operation, path) if operation.method == request.method else None
            fixed = set(parse_qsl(operation.fixed_query, keep_blank_values=True))
            if fit is not None and fixed <= pairs:
                found.append(
                    (self._distance(operation, fit[0], request, content), at, record, fit[1])
                )
        best = min(found, default=None, key=lambda each: each[:2])
        return None if best is None else (best[2], best[3])

    def _distance(
        self, operation: Operation[Any], prefix: str, request: httpx2.Request, content: bytes
    ) -> tuple[object, ...]:
        """How badly an operation fits a request whose path it matches, but for what stands before it."""
        own = (read_base_url(address) for address in operation.servers.values())
        known = self._prefixes | {base.prefix for base in own if isinstance(base, BaseURL)}
        media = request.headers.get("content-type", "").partition(";")[0]
        asked = getattr(request.extensions.get("outgoing"), "operation", None)
        others = {each.partition(";")[0] for each in operation.media}
        return (
            prefix not in known,
            len(prefix),
            len(_VARIABLE.findall(operation.path)),
            # `/zones/{id}`, `/zones/{id}.{kind}` and `/{kind}/count` fit one address alike: the caller knows which was
            # meant.
            asked is not None and asked.path != operation.path,
            -len(_PLACEHOLDER.sub("", operation.path)),
            -len(operation.fixed_query),
            # Operations may differ by the value of a header alone. One that is read piece by piece is a copy.
            asked is not None and asked.headers is not operation.headers,
            bool(content) and media not in others,
            request.headers.get("accept") != operation.accept,
        )

    def _is_unexpected(self, request: httpx2.Request) -> UnexpectedCall:
        import difflib

        asked = f"{request.method} {_path(request)}"
        known = [str(record.operation) for record in self._records]
        near = difflib.get_close_matches(asked, known, 1, 0.0)
        hint = f"; the nearest is {near[0]}" if near else ""
        return self._refused(f"{asked} is no operation of {self._api.title}{hint}")

    def _refused(self, message: str) -> UnexpectedCall:
        # Kept as well: the code under test may have caught it.
        self._unexpected.append(message)
        return UnexpectedCall(message)


_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_VARIABLE: Final = re.compile(r"[^/{]*\{[^{}]*\}[^/]*")
"""A segment with placeholders, however many."""


def _path(request: httpx2.Request) -> str:
    return request.url.raw_path.decode("ascii").partition("?")[0]


def _is_address(address: object) -> bool:
    return isinstance(address, str) and isinstance(read_base_url(address), BaseURL)


def answering(
    fake: ServiceFake,
    method: Callable[P, object],
    operation: Operation[T],
    *,
    status: int = 200,
    media: str = "application/json",
    examples: ExamplesByStatus = _NO_EXAMPLES,
) -> FakeOperation[P, T]:
    """Declares an operation of a fake: how it is called, and the status, media type and examples of its answers."""
    record = fake._declared(  # pyright: ignore[reportPrivateUsage]
        operation, status, media, examples
    )
    return FakeOperation(fake, method, record)


def streaming(
    fake: ServiceFake,
    method: Callable[P, object],
    operation: Operation[T],
    *,
    status: int = 200,
    media: str = "application/json",
    examples: ExamplesByStatus = _NO_EXAMPLES,
) -> FakeStream[P, T]:
    """The same for an operation whose answer comes piece by piece."""
    record = fake._declared(  # pyright: ignore[reportPrivateUsage]
        operation, status, media, examples
    )
    return FakeStream(fake, method, record)
