"""Waiting until something is done: over real HTTP, sync and async, with a clock that nobody waits for."""

from __future__ import annotations

import asyncio
import importlib
import json
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fresh import FLAVOURS, call, type_checked
from test_fakes import fake_of

from case_folders import CASES, imported, sdkwright
from loopback import Loopback, Stall, Steps, full


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package of the case."""
    folder = Path(tmp_path_factory.mktemp("waits"))
    shutil.copy(CASES / "waiters" / "spec.yaml", folder / "spec.yaml")
    status, told = sdkwright(f"generate --no-cache {folder}/spec.yaml -o {folder}/out")
    assert status == 0, told
    return folder / "out"


@pytest.fixture(scope="module")
def shop(folder: Path) -> ModuleType:
    """The package of the case."""
    return imported(folder / "spec", "waiting_shop")


class Time:
    """A clock that pauses move, and nothing else."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def asleep(self, seconds: float) -> None:
        self.sleep(seconds)
        await asyncio.sleep(0)

    def clock(self, package: ModuleType) -> Any:
        """The clock of a client."""
        pacing = importlib.import_module(f"{package.__name__}._runtime.pacing")
        return pacing.Clock(
            lambda: self.now, lambda: 1e9 + self.now, self.sleep, self.asleep, lambda: 1.0
        )


def export(state: str, *headers: tuple[str, str], **rest: object) -> Steps:
    """An answer about an export."""
    body = {"id": "e-1", "progress": {"state": state}, **rest}
    return full(200, json.dumps(body).encode(), *headers)


def wait(
    shop: ModuleType, flavour: str, loopback: Loopback, do: Callable[[Any], Any], **settings: Any
) -> tuple[Any, list[float]]:
    """What waiting gives or raises, and the pauses that were made."""
    time = Time()

    def patient(client: Any) -> Any:
        client._clock = time.clock(shop)
        return do(client)

    given: Any
    try:
        given = call(
            shop, flavour, patient, base_url=loopback.url, key="k", **{"retries": 0, **settings}
        )
    except shop.APIError as error:
        given = error
    return given, time.slept


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_it_looks_until_it_is_done(shop: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(export("queued"), export("brand new"), export("done", url="https://x"))
    done, slept = wait(
        shop, flavour, loopback, lambda c: c.exports.wait_until_done("e-1", timeout=7)
    )
    assert (type(done).__name__, done.url, slept) == ("Export", "https://x", [0.5, 0.5])
    assert [r.target for r in loopback.requests] == ["/exports/e-1?timeout=7"] * 3
    assert {r.headers["x-key"] for r in loopback.requests} == {"k"}


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    ("asked", "pause"),
    [
        ("7", 7.0),
        ("0", 0.5),
        ("86400", 60.0),
        ("rubbish", 0.5),
        ("Sun, 09 Sep 2001 01:46:48 GMT", 8.0),
    ],
)
def test_a_service_says_when_to_look_again(
    shop: ModuleType, flavour: str, loopback: Loopback, asked: str, pause: float
) -> None:
    loopback.script(export("running", ("Retry-After", asked)), export("done"))
    _, slept = wait(shop, flavour, loopback, lambda c: c.exports.wait_until_done("e-1"))
    assert slept == [pause]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_fails_is_raised_with_what_was_seen(
    shop: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(export("running"), export("failed", problem={"title": "No room."}))
    error, slept = wait(shop, flavour, loopback, lambda c: c.exports.wait_until_done("e-1"))
    assert isinstance(error, shop.WaitFailedError)
    assert isinstance(error.last, shop.Export)
    assert (error.state, error.reason, slept) == ("failed", "No room.", [0.5])
    assert str(error) == "GET /exports/e-1: failed: `/progress/state` is 'failed'"
    again = pickle.loads(pickle.dumps(error))
    assert (again.last, again.reason, str(again)) == (error.last, "No room.", str(error))


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_it_is_given_up_in_time(shop: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(export("running"))
    error, slept = wait(
        shop,
        flavour,
        loopback,
        lambda c: c.exports.wait_until_done("e-1", interval=4, wait_timeout=10),
    )
    assert isinstance(error, shop.WaitTimeoutError)
    assert (error.state, error.last.id, slept) == ("running", "e-1", [4.0, 4.0])
    assert "not done within 10 s: `/progress/state` is 'running'" in str(error)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_without_an_end_it_goes_on(shop: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(*[export("running")] * 20, export("done"))
    done, slept = wait(
        shop,
        flavour,
        loopback,
        lambda c: c.exports.wait_until_done("e-1", interval=1000, wait_timeout=None),
    )
    assert (done.progress.state, sum(slept)) == ("done", 20_000)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_look_that_hangs_ends_with_the_waiting(
    shop: ModuleType, flavour: str, loopback: Loopback
) -> None:
    # Real time: the look that hangs must not outlast the whole.
    loopback.script((Stall(),))
    with pytest.raises(shop.WaitTimeoutError) as raised:
        call(
            shop,
            flavour,
            lambda c: c.exports.wait_until_done("e-1", wait_timeout=0.2),
            base_url=loopback.url,
            key="k",
        )
    assert raised.value.last is None
    assert isinstance(raised.value.__cause__, shop.APITimeoutError)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_each_look_is_repeated_like_any_call(
    shop: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(export("running"), full(503), export("done"), full(404))

    def do(client: Any) -> Any:
        return client.exports.wait_until_done("e-1")

    done, slept = wait(shop, flavour, loopback, do, retries=1)
    assert (done.progress.state, slept) == ("done", [0.5, 0.5])
    gone, slept = wait(shop, flavour, loopback, do)
    assert (type(gone), slept) == (shop.NotFoundError, [])


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_boolean_tells_and_an_error_beside_it(
    shop: ModuleType, flavour: str, loopback: Loopback
) -> None:
    answers = [{}, {"done": False}, {"done": 1}, {"done": True, "error": None}]
    loopback.script(*(full(200, json.dumps({"name": "o", **a}).encode()) for a in answers))

    def do(client: Any) -> Any:
        return client.exports.wait_for_operation("o")

    done, slept = wait(shop, flavour, loopback, do)
    assert (done.done, slept) == (True, [2.0, 2.0, 2.0])
    loopback.script(full(200, b'{"name": "o", "done": true, "error": {"title": "No."}}'))
    error, _ = wait(shop, flavour, loopback, do)
    assert isinstance(error, shop.WaitFailedError)
    assert error.reason == shop.Problem(title="No.")


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_status_tells(shop: ModuleType, flavour: str, loopback: Loopback) -> None:
    loopback.script(
        full(404, b"", ("Retry-After", "3")), full(202), full(200, b'{"rows": 3}'), full(410)
    )

    def do(client: Any) -> Any:
        return client.reports.get_report_until_done("r")

    report, slept = wait(shop, flavour, loopback, do)
    assert (report, slept) == (shop.Report(rows=3), [3.0, 2.0])
    gone, _ = wait(shop, flavour, loopback, do)
    assert (type(gone), gone.status) == (shop.APIStatusError, 410)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_failure_can_be_what_is_waited_for(
    shop: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(full(200), full(404))
    given, slept = wait(
        shop, flavour, loopback, lambda c: c.reports.with_response.has_lock_until_done("r")
    )
    assert (given.value, given.status, slept) == (None, 404, [2.0])


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_start_is_waited_for_by_its_link(
    shop: ModuleType, flavour: str, loopback: Loopback
) -> None:
    begun = json.dumps({"id": "e 7", "progress": {"state": "queued"}}).encode()
    loopback.script(
        full(202, begun, ("Retry-After", "5")), export("running"), export("done", url="u")
    )
    done, slept = wait(
        shop, flavour, loopback, lambda c: c.exports.create_and_wait(kind="all", interval=1)
    )
    assert (done.url, slept) == ("u", [5.0, 1.0])
    assert [(r.method, r.target) for r in loopback.requests] == [
        ("POST", "/exports"),
        ("GET", "/exports/e%207"),
        ("GET", "/exports/e%207"),
    ]


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the case with several waits on one operation."""
    folder = Path(tmp_path_factory.mktemp("machines"))
    spec = CASES / "several_waiters" / "spec.yaml"
    status, told = sdkwright(f"generate --no-cache {spec} -o {folder}/out")
    assert status == 0, told
    return imported(folder / "out" / "spec", "waiting_machines")


def machine(state: str, status: int = 200) -> Steps:
    """An answer about a machine."""
    return full(status, json.dumps({"id": "m", "state": state}).encode())


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_one_thing_is_waited_for_in_several_ways(
    machines: ModuleType, flavour: str, loopback: Loopback
) -> None:
    def waited(do: Callable[[Any], Any]) -> tuple[Any, list[float]]:
        time = Time()

        def patient(client: Any) -> Any:
            client._clock = time.clock(machines)
            return do(client)

        given: Any
        try:
            given = call(machines, flavour, patient, base_url=loopback.url, retries=0)
        except machines.APIError as error:
            given = type(error).__name__
        return getattr(given, "state", given), time.slept

    loopback.script(machine("starting", 202), machine("starting"), machine("running"))
    assert waited(lambda c: c.machines.create_and_wait()) == ("running", [2.0])
    loopback.script(machine("running"), machine("stopping"), machine("stopped"))
    assert waited(lambda c: c.machines.wait_until_stopped("m")) == ("stopped", [5.0, 5.0])
    loopback.script(machine("stopped"), full(404))
    assert waited(lambda c: c.machines.wait_until_gone("m")) == (None, [2.0])
    loopback.script(machine("starting"), machine("stopped"))
    assert waited(lambda c: c.machines.wait_until_running("m")) == ("WaitFailedError", [2.0])


def test_a_fake_is_done_with_whatever_is_waited_for(machines: ModuleType) -> None:
    fake = fake_of(machines)
    with fake.client() as client:
        assert client.machines.wait_until_running("m").state == "running"
        assert client.machines.wait_until_stopped("m").state == "stopped"
        assert client.machines.wait_until_gone("m") is None
        begun = client.machines.with_response.create()
        assert begun.links.wait_until_stopped().state == "stopped"
        assert fake.seconds_slept == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_whole_response_is_that_of_the_last_look(
    shop: ModuleType, flavour: str, loopback: Loopback
) -> None:
    loopback.script(export("running"), export("done", ("X-Last", "yes")))
    response, _ = wait(
        shop, flavour, loopback, lambda c: c.exports.with_response.wait_until_done("e-1")
    )
    assert (response.status, response.headers["x-last"]) == (200, "yes")
    assert response.value.progress.state == "done"


def test_a_task_that_is_cancelled_waits_no_longer(shop: ModuleType, loopback: Loopback) -> None:
    loopback.script(export("running"), export("done"))

    async def run() -> str:
        async with shop.AsyncShop(base_url=loopback.url, key="k") as client:
            paused = asyncio.Event()

            async def asleep(seconds: float) -> None:
                paused.set()
                await asyncio.Event().wait()

            clock = Time().clock(shop)
            client._clock = type(clock)(asleep=asleep)
            waiting = asyncio.create_task(client.exports.wait_until_done("e-1"))
            await paused.wait()
            waiting.cancel()
            with pytest.raises(asyncio.CancelledError):
                await waiting
            return str((await client.exports.get("e-1")).progress.state)

    assert asyncio.run(run()) == "done"
    assert len(loopback.requests) == 2


def test_a_fake_is_done_unless_told(shop: ModuleType) -> None:
    fake = fake_of(shop)
    with fake.client() as client:
        assert client.exports.wait_until_done("e-1").progress.state == "done"
        assert client.exports.create_and_wait(kind="all").progress.state == "done"
        assert client.exports.wait_for_operation("o").done is True
        assert client.reports.get_report_until_done("r").rows is not None
        assert fake.seconds_slept == []
        example = fake.exports.get.example
        running = example.model_copy(
            update={"progress": example.progress.model_copy(update={"state": "running"})}
        )
        fake.exports.get.answers(running, running, example)
        client.exports.wait_until_done("e-1")
        assert fake.seconds_slept == [0.5, 0.5]
        fake.exports.get.answers(running)
        with pytest.raises(shop.WaitTimeoutError):
            client.exports.wait_until_done("e-1", wait_timeout=1)


PROGRAM = """
from typing import assert_type

from spec import AsyncShop, Export, Report, Response, Shop, WaitError, WaitFailedError


def run(client: Shop) -> None:
    try:
        assert_type(client.exports.wait_until_done("e", interval=1), Export)
    except WaitFailedError as error:
        if isinstance(error.last, Export):
            print(error.last.problem, error.reason)
    except WaitError as error:
        print(error.state)
    assert_type(client.exports.create_and_wait(kind="k", wait_timeout=None), Export)
    assert_type(client.reports.get_report_until_done("r"), Report)
    assert_type(client.exports.with_response.wait_until_done("e"), Response[Export])
    links = client.exports.with_response.create(kind="k").links
    assert_type(links.wait_until_done(), Export)


async def arun(client: AsyncShop) -> None:
    assert_type(await client.exports.wait_until_done("e", interval=1), Export)
    assert_type(await client.exports.create_and_wait(kind="k"), Export)
    assert_type(await client.reports.get_report_until_done("r"), Report)
    assert_type(await client.exports.with_response.wait_until_done("e"), Response[Export])
"""


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_what_is_waited_for_is_typed(folder: Path, checker: str) -> None:
    type_checked(checker, PROGRAM, folder)
