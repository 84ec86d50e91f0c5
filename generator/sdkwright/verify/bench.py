"""Runs in a process of its own: asks a generated package what a plan says and writes down what it did, unjudged.

`python -m sdkwright.verify.bench PLAN FACTS`, in the folder that holds the package. The plan is what `trial.py` writes;
nothing of sdkwright is needed here but the server.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal
from uuid import UUID

from .loopback import Loopback

TIMEOUT = 20.0
"""Seconds for one call; only a package that hangs ever waits for it."""

Facts = dict[str, Any]


def main(plan_path: str, facts_path: str) -> None:
    """Carry out a plan and write down the facts."""
    plan = json.loads(Path(plan_path).read_text("utf-8"))
    facts: dict[str, Facts] = {}
    with Loopback() as server:
        for api in plan["apis"]:
            facts[api["name"]] = _api(plan["package"], api, server)
    Path(facts_path).write_text(json.dumps(facts), "utf-8")


def _api(package: str, plan: Mapping[str, Any], server: Loopback) -> Facts:
    try:
        bench = Bench(package, plan, server)
    except Exception as error:
        return {"broken": _told(error)}
    decoded = {str(case["id"]): bench.round_trip(case) for case in plan["cases"]}
    calls = [call for case in plan["cases"] if (call := case["call"]) is not None]
    sync = bench.call_all(calls)
    async_ = asyncio.run(bench.acall_all(calls))
    return {"decoded": decoded, "sync": sync, "async": async_}


class Bench:
    """One API of the package, imported."""

    def __init__(self, package: str, plan: Mapping[str, Any], server: Loopback) -> None:
        module = f"{package}.{plan['module']}" if plan["module"] else package
        self._plan = plan
        self._server = server
        self._module = importlib.import_module(module)
        self._models = importlib.import_module(f"{module}.models")
        self._codec = importlib.import_module(f"{package}._runtime.codec")
        self._wire = importlib.import_module(f"{package}._runtime.wire")
        self._pages = importlib.import_module(f"{package}._runtime.pages")
        self._sync = getattr(self._module, plan["client"])
        self._async = getattr(self._module, plan["async_client"])
        self._met: list[Any] = []

    def round_trip(self, case: Mapping[str, Any]) -> Facts:
        """The payload of a case decoded and encoded again."""
        try:
            value, mismatches = self._decoded(case["payload"])
            return {
                "text": self._written(value),
                "shape": _shape(value),
                "mismatches": list(map(str, mismatches)),
                "unnamed": list(_unnamed(value, "")),
            }
        except Exception as error:
            return {"broken": _told(error)}

    def call_all(self, calls: list[Any]) -> dict[str, Facts]:
        """Each call through the blocking client."""
        found: dict[str, Facts] = {}
        with self._sync(**self._settings()) as client:
            for call in calls:
                try:
                    method, arguments, keywords = self._prepared(client, call)
                    outcome = self._value(method(*arguments, **keywords))
                except Exception as error:
                    outcome = self._raised(error)
                found[str(call["id"])] = self._finished(outcome)
        return found

    async def acall_all(self, calls: list[Any]) -> dict[str, Facts]:
        """Each call through the awaiting client."""
        found: dict[str, Facts] = {}
        async with self._async(**self._settings()) as client:
            for call in calls:
                try:
                    method, arguments, keywords = self._prepared(client, call)
                    outcome = self._value(await method(*arguments, **keywords))
                except Exception as error:
                    outcome = self._raised(error)
                found[str(call["id"])] = self._finished(outcome)
        return found

    def _settings(self) -> dict[str, Any]:
        return {
            **self._plan["credentials"],
            "base_url": self._server.origin + self._plan["prefix"],
            "timeout": TIMEOUT,
            "retries": 0,
            "on_mismatch": self._meet,
        }

    def _meet(self, mismatches: tuple[Any, ...], _operation: object) -> None:
        self._met.extend(mismatches)

    def _prepared(
        self, client: Any, call: Mapping[str, Any]
    ) -> tuple[Any, list[Any], dict[str, Any]]:
        """The method to call and its arguments; the server has its answer ready."""
        self._met.clear()
        self._server.expect(call["status"], call["media"], call["answer"].encode("utf-8"))
        method = getattr(getattr(client, call["resource"]), call["method"])
        return method, *self._arguments(call)

    def _arguments(self, call: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        path = [self._decoded(payload)[0] for payload in call["path"]]
        keywords = {name: self._decoded(payload)[0] for name, payload in call["keywords"].items()}
        if call["body"] is not None:
            keywords |= self._body(call["body"])
        return path, keywords

    def _body(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments that make a body: the attributes of its model, or `body` itself."""
        value, _ = self._decoded(body)
        if body["arguments"] is None:
            return {"body": value}
        attributes: dict[str, str] = body["arguments"]
        given = value.model_fields_set | ({"model_extra"} if value.model_extra else set())
        return {name: getattr(value, a) for name, a in attributes.items() if a in given}

    def _decoded(self, payload: Mapping[str, Any]) -> tuple[Any, Any]:
        # The annotation is spelled as the package spells it, by the same code that printed the package.
        annotation = eval(payload["annotation"], dict(_NAMES), _Lookup(self._models))
        return self._codec.decode(annotation, payload["text"].encode("utf-8"))  # type: ignore[no-any-return]

    def _written(self, value: Any) -> str:
        return self._wire.write(value).decode("utf-8")  # type: ignore[no-any-return]

    def _value(self, value: Any) -> Facts:
        """The value as it can be sent back, and its shape; a page is the answer that it was made of."""
        pages = self._pages
        if isinstance(value, pages.ListPage | pages.AsyncListPage):
            value = value.items
        shape = _shape(value)
        if isinstance(value, pages.Paged | pages.AsyncPaged):
            shape = type(value).__bases__[1].__name__
        return {"text": self._written(value), "shape": shape}

    def _raised(self, error: Exception) -> Facts:
        """What a call raised: the class and, for a status, the body as it can be sent back."""
        facts: Facts = {
            "raised": [kind.__name__ for kind in type(error).__mro__],
            "told": _told(error),
        }
        if hasattr(error, "body"):
            status_error: Any = error
            facts |= self._value(status_error.body)
            self._met.extend(status_error.mismatches)
        return facts

    def _finished(self, outcome: Facts) -> Facts:
        requests = [request.decode("latin-1") for request in self._server.stage.seen]
        return {**outcome, "mismatches": list(map(str, self._met)), "requests": requests}


def _shape(value: Any) -> str:
    """The classes that a value is made of, a list by those of its elements."""
    if _class(value) is list:
        return f"list[{', '.join(sorted(set(map(_shape, value))))}]"
    return _class(value).__name__  # type: ignore[no-any-return]


def _unnamed(value: Any, pointer: str) -> Iterator[str]:
    """The pointers of the members that no attribute of a model stands for."""
    kind = _class(value)
    if kind is list:
        for at, element in enumerate(value):
            yield from _unnamed(element, f"{pointer}/{at}")
        return
    members: dict[str, Any] = dict(value) if kind is dict else {}
    fields: Any = getattr(kind, "model_fields", None)
    if fields is not None:
        extra: dict[str, Any] = value.model_extra or {}
        yield from (f"{pointer}/{_escaped(key)}" for key in extra)
        for name, field in fields.items():
            members[name if field.alias is None else field.alias] = getattr(value, name)
    for key, member in members.items():
        yield from _unnamed(member, f"{pointer}/{_escaped(key)}")


def _class(value: object) -> Any:
    """The class, of which only the package knows more."""
    return type(value)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


class _Lookup(dict[str, Any]):
    """The names of a module, also those that it loads when they are first asked for."""

    def __init__(self, module: object) -> None:
        super().__init__()
        self._module = module

    def __missing__(self, name: str) -> Any:
        try:
            return getattr(self._module, name)
        except AttributeError:
            raise KeyError(name) from None


_NAMES: Mapping[str, object] = {
    "Decimal": Decimal,
    "UUID": UUID,
    "date": date,
    "datetime": datetime,
    "time": time,
    "Any": Any,
    "Literal": Literal,
}


def _told(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:500]


if __name__ == "__main__":
    main(*sys.argv[1:])
