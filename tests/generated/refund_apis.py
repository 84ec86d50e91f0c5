"""The five APIs as the tests see them: found in the configuration, called through either client."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2

from sdkwright import ApiConfig, Config, Report, analyse, read_config
from sdkwright.ir.model import Api, Example, Operation
from sdkwright.python.lock import FILE, read_lock
from sdkwright.python.names import Names, settle_names
from sdkwright.text.node import Plain
from sdkwright.verify.arguments import argument_of, sample
from sdkwright.verify.exact import minified, read

ROOT = Path(__file__).parents[2]
FLAVOURS = ("sync", "async")
Work = Callable[[Any], Any]


def configuration() -> Config:
    """The configuration of this repository."""
    config = read_config(ROOT / "sdkwright.toml", Report())
    assert config is not None
    return config


@dataclass(frozen=True)
class Sdk:
    """One API: what the specification says, and the committed package made of it."""

    config: ApiConfig
    api: Api
    names: Names
    module: Any

    @property
    def name(self) -> str:
        """The name of the sub-package."""
        return self.config.name

    @property
    def credentials(self) -> dict[str, str]:
        """A text for each credential."""
        arguments = (name for scheme in self.api.schemes for name in self.names.credentials[scheme])
        return {name: f"canary-{name}-4711" for name in arguments}

    def client(self, flavour: str, url: str, **settings: Any) -> Any:
        """A client of either kind that talks to `url`."""
        name = self.names.client if flavour == "sync" else self.names.async_client
        chosen = {**self.credentials, "base_url": url, "retries": 0, "timeout": 20.0, **settings}
        return getattr(self.module, name)(**chosen)

    def run_alone(self, flavour: str, url: str, work: Work) -> Any:
        """The same with the HTTP client that the SDK makes for itself."""
        if flavour == "sync":
            with self.client(flavour, url) as client:
                return work(client)

        async def main() -> Any:
            async with self.client(flavour, url) as client:
                result: Awaitable[Any] = work(client)
                return await result

        return asyncio.run(main())

    def run(self, flavour: str, url: str, work: Work, **settings: Any) -> Any:
        """What `work`, given a client, returns or raises; for the awaiting client it gives something to wait for."""
        # Clients of our own, for the SDK's load the certificates of the world, which takes longer than a test.
        if flavour == "sync":
            with httpx2.Client(verify=False) as http:
                return work(self.client(flavour, url, http_client=http, **settings))

        async def main() -> Any:
            async with httpx2.AsyncClient(verify=False) as http:
                client = self.client(flavour, url, http_client=http, **settings)
                result: Awaitable[Any] = work(client)
                return await result

        return asyncio.run(main())


@dataclass(frozen=True)
class Method:
    """One operation as a method of a client."""

    sdk: Sdk
    operation: Operation

    def __str__(self) -> str:
        return f"{self.sdk.name}-{self.sdk.names.methods[self.operation.id]}"

    @property
    def success(self) -> Example:
        """The example of the answer that means success."""
        return next(
            example
            for example in self.sdk.api.examples
            if example.operation == self.operation.id and (example.status or "")[:1] == "2"
        )

    def call(self, client: Any, **keywords: Any) -> Any:
        """The method with arguments that fit."""
        return self.bound(client)(*self.path, **self.needed, **keywords)

    def whole(self, client: Any, **keywords: Any) -> Any:
        """The same, for the whole response."""
        return self.bound(client, whole=True)(*self.path, **self.needed, **keywords)

    def bound(self, client: Any, whole: bool = False) -> Any:
        """The method itself."""
        names = self.sdk.names
        found = next(r for r in names.resources if self.operation in r.operations)
        resource = getattr(client, found.module)
        return getattr(
            resource.with_response if whole else resource, names.methods[self.operation.id]
        )

    @property
    def path(self) -> tuple[Any, ...]:
        """Awkward arguments for the path."""
        return tuple(argument_of(self.sdk.api, p) for p in self.operation.parameters)

    @property
    def needed(self) -> dict[str, Any]:
        """What a body needs; no specification here needs more than a text."""
        body = self.operation.body
        if body is None or not body.required:
            return {}
        value = sample(self.sdk.api, body.type)
        assert isinstance(value, dict)
        names = self.sdk.names.arguments[self.operation.id]
        return {names[f"body/{wire}"]: member for wire, member in value.items()}


@cache
def sdks() -> tuple[Sdk, ...]:
    """All configured APIs."""
    config = configuration()
    return tuple(_sdk(config, api) for api in config.apis)


def sdk(name: str) -> Sdk:
    """The API of this name."""
    return next(one for one in sdks() if one.name == name)


@cache
def methods() -> tuple[Method, ...]:
    """All operations of all APIs."""
    return tuple(Method(one, operation) for one in sdks() for operation in one.api.operations)


def method(name: str) -> Method:
    """The method of this name, such as `riverty-list`."""
    return next(one for one in methods() if str(one) == name)


def _sdk(config: Config, api: ApiConfig) -> Sdk:
    analysis = analyse(api, Report())
    assert analysis is not None, f"{api.spec} has errors"
    lock = read_lock((config.target / config.folder(api) / FILE).read_text("utf-8"))
    assert lock is not None
    names = settle_names(analysis.api, lock, Report())
    return Sdk(api, analysis.api, names, importlib.import_module(f"{config.package}.{api.name}"))


def written(value: Any) -> bytes:
    """The JSON that a value of any API is sent back as."""
    wire: Any = importlib.import_module("refund_sdks._runtime.wire")
    content: bytes = wire.write(value)
    return content


def same(value: Any, payload: Plain) -> bool:
    """Whether a value holds exactly this payload, to the digit, members in any order."""
    return canonical(read(written(value).decode())) == canonical(payload)


def canonical(payload: Plain) -> str:
    """A payload as text, members in order."""
    match payload:
        case dict():
            ordered: dict[str, Plain] = dict(sorted(payload.items()))
            inner = (f"{minified(key)}:{canonical(member)}" for key, member in ordered.items())
            return "{" + ",".join(inner) + "}"
        case list():
            return "[" + ",".join(map(canonical, payload)) + "]"
        case _:
            return minified(payload)


def places(
    payload: Plain, pointer: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Plain]]:
    """Every value inside a payload with the steps that lead to it."""
    yield pointer, payload
    if isinstance(payload, dict):
        for key, member in payload.items():
            yield from places(member, (*pointer, key))
    elif isinstance(payload, list):
        for at, element in enumerate(payload):
            yield from places(element, (*pointer, at))


def replaced(payload: Plain, steps: tuple[str | int, ...], value: Plain) -> Plain:
    """A copy with another value at one place."""
    if not steps:
        return value
    first, *rest = steps
    if isinstance(payload, dict):
        return {k: replaced(v, tuple(rest), value) if k == first else v for k, v in payload.items()}
    assert isinstance(payload, list)
    return [replaced(v, tuple(rest), value) if k == first else v for k, v in enumerate(payload)]
