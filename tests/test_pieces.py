"""After any edit, files that are partly kept from the run before are those that a run from nothing makes."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal
from functools import partial
from pathlib import Path, PurePosixPath
from textwrap import dedent
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from damaging import places, plain
from sdkwright import ApiConfig, Report, analyse, shares
from sdkwright.ir.model import Definition
from sdkwright.ir.origin import Origin
from sdkwright.ir.types import Ref, ScalarKind, Type
from sdkwright.pieces import make_files
from sdkwright.python import modules
from sdkwright.python.basis import fingerprint
from sdkwright.python.lock import Lock
from sdkwright.python.names import settle_names
from sdkwright.python.plan import Sheets, plan_api
from sdkwright.render.cache import Cache
from sdkwright.render.format import RUFF, Formatter
from sdkwright.render.format_worker import Answer
from sdkwright.text.span import Span

CASES = sorted(path.parent for path in (Path(__file__).parent / "cases").glob("*/spec.yaml"))
KEY = "0" * 64


class Unchanged(Formatter):
    """Leaves every text as it is, and keeps them."""

    def __init__(self) -> None:
        super().__init__(RUFF)
        self.asked: list[str] = []

    def laid_out(self, texts: Sequence[str]) -> Sequence[Answer | None]:
        self.asked += texts
        return [Answer(code="", reason="", text=text) for text in texts]


def sheets_of(document: object, folder: Path, lock: Lock) -> tuple[Sheets, Lock] | None:
    path = folder / "api.json"
    path.write_text(json.dumps(document, default=float), "utf-8")
    report = Report()
    analysis = analyse(ApiConfig("api", path), report)
    if analysis is None:
        return None
    names = settle_names(analysis.api, lock, report)
    return None if report.failed else (plan_api(analysis.api, names, PurePosixPath()), names.lock)


def made(sheets: Sheets, cache: Cache, formatter: Formatter) -> dict[PurePosixPath, str]:
    report = Report()
    files = make_files(sheets, KEY, cache, report, formatter)
    assert report.found == []
    return files


def edited(document: Any, dice: random.Random) -> Any:
    """The document with one or two things taken away, put elsewhere, said otherwise, or in another order."""
    document = deepcopy(document)
    for _ in range(dice.choice((1, 1, 2))):
        found = list(places(document))
        holder, key = dice.choice(found)
        other, its = dice.choice(found)
        what = dice.randrange(5)
        if what == 0:
            del holder[key]
        elif what == 1:
            holder[key] = deepcopy(other[its])
        elif what == 2 and isinstance(holder[key], str):
            holder[key] = dice.choice(("string", "integer", "x", f"{holder[key]} more"))
        elif what == 3 and isinstance(holder, dict):
            holder[f"{key}2"] = deepcopy(holder[key])
        elif isinstance(holder, dict):
            entries = list(holder.items())
            dice.shuffle(entries)
            holder.clear()
            holder.update(entries)
    return document


@given(st.sampled_from(CASES), st.integers(0, 2**32), st.booleans())
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_edit_gives_what_a_run_from_nothing_gives(
    tmp_path_factory: pytest.TempPathFactory, case: Path, seed: int, is_large: bool
) -> None:
    dice, folder = random.Random(seed), tmp_path_factory.mktemp("edits")
    cache, before = Cache(folder), plain(case / "spec.yaml")
    with pytest.MonkeyPatch.context() as patch:
        if is_large:  # as if: its models are many modules
            patch.setattr(modules, "SMALL", 1)
        first = sheets_of(before, folder, Lock())
        if first is None:
            return
        made(first[0], cache, Unchanged())
        for _ in range(3):
            after = edited(before, dice)
            second = sheets_of(after, folder, first[1])
            if second is not None:
                kept = made(second[0], cache, Unchanged())
                assert kept == made(second[0], Cache(None), Unchanged())
                before, first = after, second


def test_only_what_looks_at_a_changed_part_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shares, "_ENOUGH", sys.maxsize)
    schemas = {
        f"Thing{number}": {
            "type": "object",
            # Names are settled in another order than that of the document, and found in the lock in yet another.
            "properties": {
                "Before": {"type": "string"},
                "next": {"$ref": f"#/components/schemas/Thing{(number + 1) % 100}"},
            },
        }
        for number in range(100)
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }
    first = sheets_of(document, tmp_path, Lock())
    assert first is not None
    cache, formatter = Cache(tmp_path), Unchanged()
    made(first[0], cache, formatter)
    assert len(formatter.asked) > 5
    schemas["Thing7"]["properties"] |= {"more": {"type": "string"}}  # type: ignore[operator]
    second = sheets_of(document, tmp_path, first[1])
    assert second is not None
    formatter.asked.clear()
    files = made(second[0], cache, formatter)
    assert len(formatter.asked) == 1
    assert sum("more: str | None" in text for text in files.values()) == 1
    formatter.asked.clear()
    made(second[0], cache, formatter)
    assert formatter.asked == []


def test_a_changed_operation_leaves_other_resources_alone(tmp_path: Path) -> None:
    paths: dict[str, Any] = {
        f"/{tag}": {
            "get": {"tags": [tag], "responses": {"200": {"description": "Fine."}}},
        }
        for tag in ("cats", "dogs", "hens")
    }
    document = {"openapi": "3.1.0", "info": {"title": "Farm", "version": "1"}, "paths": paths}
    first = sheets_of(document, tmp_path, Lock())
    assert first is not None
    cache, formatter = Cache(tmp_path), Unchanged()
    made(first[0], cache, formatter)
    assert any('"/cats"' in text for text in formatter.asked)
    formatter.asked.clear()
    paths["/dogs"]["get"]["description"] = "Those that bark."
    second = sheets_of(document, tmp_path, first[1])
    assert second is not None
    made(second[0], cache, formatter)
    assert any("Those that bark." in text for text in formatter.asked)
    assert not any('"/cats"' in text for text in formatter.asked)


def alone(source: str) -> list[str]:
    """What a program prints that is run by itself: a process that has other threads, as one of the tests has, makes no
    copy of itself."""
    program = "import os\nfrom sdkwright.shares import aside, in_two\n" + dedent(source)
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.split()


def test_work_is_done_by_two_processes_where_it_pays() -> None:
    done, for_many, for_few = alone("""
        def work(things):
            return [(one, os.getpid()) for one in things]

        done = in_two(work, range(100))
        print(sorted(one for one, _ in done) == list(range(100)))
        print(len({process for _, process in done}))
        print(len({process for _, process in in_two(work, range(3))}))
        """)
    several = sys.platform == "linux" and (os.cpu_count() or 1) > 1
    assert (done, for_many, for_few) == ("True", str(1 + several), "1")


def test_work_stays_in_a_process_that_has_other_threads() -> None:
    assert alone("""
        from threading import Event, Thread

        end = Event()
        Thread(target=end.wait).start()
        print(len(set(in_two(lambda things: [os.getpid()] * len(things), range(100)))))
        end.set()
        """) == ["1"]


@pytest.mark.parametrize("fault", ["os._exit(3)", "1 // 0"])
def test_what_the_second_process_could_not_do_is_done_here(fault: str) -> None:
    assert alone(f"""
        here = os.getpid()

        def work(things):
            if os.getpid() != here:
                {fault}
            return list(things)

        print(sorted(in_two(work, range(100))) == list(range(100)))
        """) == ["True"]


def test_work_is_done_aside_where_it_pays() -> None:
    there, later = alone("""
        def work():
            return os.getpid()

        with aside(work) as result:
            print(result() == os.getpid())
        with aside(work):
            pass
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("none")
        """)
    several = sys.platform == "linux" and (os.cpu_count() or 1) > 1
    assert (there, later) == (str(not several), "none")


def test_what_went_wrong_aside_goes_wrong_here_too() -> None:
    assert alone("""
        def work():
            raise ValueError("no")

        try:
            with aside(work) as result:
                result()
        except ValueError as error:
            print(error)
        """) == ["no"]


def test_a_fault_is_told_and_no_process_stays() -> None:
    assert alone("""
        def work(things):
            raise ValueError("no")

        try:
            in_two(work, range(100))
        except ValueError as error:
            print(error)
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print("none")
        """) == ["no", "none"]


def test_a_fingerprint_tells_values_apart_and_not_where_they_are_written() -> None:
    def origin(line: int) -> Origin:
        return Origin("#/a", Span("a.yaml", line, 1, line, 2))

    assert fingerprint(origin(1)) == fingerprint(origin(2))
    values: list[object] = [
        *(None, 1, True, "1", "", (), (1,), ("a", "b"), ("ab",), {"a": 1}, {"a": "1"}),
        *({"a": 1, "b": 2}, {"b": 2, "a": 1}, 2**70, 2**70 + 1, "\ud800", "\ud801"),
        *(Decimal("1.0"), Decimal("1E+2"), 100, Decimal("0.1"), "0.1"),
        *(ScalarKind.STRING, ScalarKind.NUMBER, Ref("a"), Ref("b")),
        *(partial(origin, 1), partial(origin, 2), origin),
    ]
    assert len({fingerprint(value) for value in values}) == len(values)
    assert fingerprint(object()) != fingerprint(object())


@pytest.mark.parametrize("one_of", [Type, Definition])
def test_what_may_stand_in_one_place_has_other_fields(one_of: object) -> None:
    # Fingerprints tell structs apart by the names of their fields.
    kinds = get_args(one_of)
    assert len(kinds) > 2
    assert len({kind.__struct_fields__ for kind in kinds}) == len(kinds)
