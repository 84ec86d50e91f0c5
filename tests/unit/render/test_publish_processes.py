"""Several processes, living and dead: locks, leftovers, and what only looks like them."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from published_trees import old_or_new, on_disk, run, start

from sdkwright.render import lock
from sdkwright.render.swap import repair


@pytest.mark.parametrize("name", [".sdk.sdkwright-abcdefgh", ".sdk.sdkwright-abcd_123"])
def test_folders_that_only_look_like_ours_are_left(tmp_path: Path, name: str) -> None:
    lookalike = tmp_path / name
    (lookalike / "old").mkdir(parents=True)
    (lookalike / "old" / "thesis.txt").write_text("years of work")
    (lookalike / "owner").write_text("somebody else")
    run(tmp_path / "sdk")
    assert on_disk(lookalike) == {"old/thesis.txt": "years of work", "owner": "somebody else"}


def test_a_file_that_looks_like_our_lock_is_left(tmp_path: Path) -> None:
    lock.lock_file(tmp_path / "sdk").write_text("mine")
    report = run(tmp_path / "sdk")
    assert [diagnostic.code for diagnostic in report.found] == ["cannot-write"]
    assert lock.lock_file(tmp_path / "sdk").read_text() == "mine"


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    lock.lock_file(tmp_path / "sdk").symlink_to(tmp_path / "victim")
    assert run(tmp_path / "sdk").failed
    assert not (tmp_path / "victim").exists()


def test_who_waits_too_long_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.05)
    with lock.locked(tmp_path / "sdk") as held:
        assert held
        report = run(tmp_path / "sdk")
    assert [diagnostic.code for diagnostic in report.found] == ["target-busy"]
    assert not list(tmp_path.iterdir())


def test_the_lock_of_the_dead_holds_nothing(tmp_path: Path) -> None:
    lock.lock_file(tmp_path / "sdk").touch()
    assert not run(tmp_path / "sdk").found
    assert [path.name for path in tmp_path.iterdir()] == ["sdk"]


CHILD = """
import sys
from pathlib import Path
from published_trees import NEW, OLD, VERSION
from sdkwright.render.publish import publish
from sdkwright.text.diagnostic import Report

print("ready", flush=True)
for turn in range(int(sys.argv[2])):
    report = Report()
    publish(Path(sys.argv[1]), (NEW, OLD)[turn % 2], VERSION, report)
    assert not report.found, report.found
"""


def child(target: Path, turns: int) -> subprocess.Popen[bytes]:
    here = Path(__file__).parent
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(here), *sys.path])}
    command = [sys.executable, "-c", CHILD, str(target), str(turns)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)


def test_a_publisher_may_be_killed_at_any_moment(tmp_path: Path) -> None:
    moments = random.Random(20240229)
    target = tmp_path / "sdk"
    start(target, was_there=True)
    deadline = time.monotonic() + 6
    for _ in range(15):
        if time.monotonic() > deadline:
            break
        process = child(target, turns=100_000)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(moments.uniform(0, 0.05))
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert repair(target) == []
        old_or_new(target, was_there=True)
    assert not run(target).found
    assert old_or_new(target, was_there=True) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["sdk"]


def test_publishers_at_once_take_turns(tmp_path: Path) -> None:
    target = tmp_path / "sdk"
    start(target, was_there=True)
    processes = [child(target, turns=8) for _ in range(4)]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    assert old_or_new(target, was_there=True) in {"old", "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["sdk"]
