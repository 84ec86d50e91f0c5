"""Large and deep APIs: classes are compiled one by one, and neither depth nor trials of unions multiply the work."""

from __future__ import annotations

import threading
import time
import types
from collections.abc import Iterator
from typing import Any

import pytest

from runtime import Model, codec, wire

COUNT = 2_000


class Chain(Model):
    inner: Chain | None = None


class Left(Model):
    kids: list[Left] | list[Right] | None = None
    x: int


class Right(Model):
    kids: list[Left] | list[Right] | None = None
    y: int


def large() -> str:
    lines = ["from __future__ import annotations", "from runtime import CamelModel"]
    for i in range(COUNT):
        lines += [
            f"class C{i}(CamelModel):",
            "    name: str | None = None",
            f"    following: C{(i + 1) % COUNT} | None = None",
            f"    others: list[C{(i * 7 + 3) % COUNT}] | None = None",
        ]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def classes() -> Iterator[types.ModuleType]:
    import sys

    module = types.ModuleType("large_models")
    sys.modules["large_models"] = module
    start = time.process_time()
    exec(compile(large(), "large_models", "exec"), vars(module))
    vars(module)["seconds"] = time.process_time() - start
    yield module
    del sys.modules["large_models"]


def test_a_large_package_is_imported_and_used_in_parts(classes: types.ModuleType) -> None:
    text = b'{"following":{"others":[{"name":"x"}]}}'
    value, problems = codec.decode(classes.C0, text)
    assert (wire.write(value), problems) == (text, ())
    compiled = [i for i in range(COUNT) if getattr(classes, f"C{i}").__pydantic_complete__]
    assert compiled == [0, 1, 10]
    # A class costs about as much as an empty one of pydantic's: 0.3 ms where this was written.
    assert classes.seconds < 10


def test_a_json_schema_names_each_class_once(classes: types.ModuleType) -> None:
    assert Left.model_json_schema()["$defs"].keys() == {"Left", "Right"}
    assert len(classes.C0.model_json_schema()["$defs"]) <= COUNT  # and neither hangs nor overflows


def nested(depth: int, core: str) -> str:
    for _ in range(depth):
        core = '[{"y":1,"kids":' + core + "}]"
    return core


@pytest.mark.parametrize("core", ["null", "7", '"x"'])
def test_trials_inside_of_trials_are_not_repeated(core: str) -> None:
    raw = wire.read(nested(20, core))
    start = time.process_time()
    value, problems = codec.fitted(list[Left] | list[Right], raw)
    assert time.process_time() - start < 5  # 2**20 readings take minutes
    assert wire.read(wire.write(value)) == raw
    assert bool(problems) == (core != "null")


def test_depth_needs_no_large_stack() -> None:
    found: list[Any] = []

    def run() -> None:
        for depth in (30, 100, 300):
            found.append(codec.fitted(list[Right] | None, wire.read(nested(depth, "null"))))
            codec.fitted(Chain, wire.read('{"inner":' * depth + "null" + "}" * depth))

    before = threading.stack_size(2**20)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert [len(problems) > 0 for _, problems in found] == [False, True, True]
    assert [str(problem).partition(": ")[2] for problem in found[1][1]] == [
        "expected less nesting, got object"
    ]
