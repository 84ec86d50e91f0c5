"""A disk that fails and a process that dies at any call: the old tree or the new one, never a mix."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest
from published_trees import (
    MINE,
    NEW,
    OLD,
    as_disk,
    old_or_new,
    on_disk,
    published,
    run,
    start,
)

from sdkwright.render.swap import repair

ALLOCATING = frozenset(["fsync", "link", "mkdir", "open", "symlink", "write"])
CALLS = sorted(
    ALLOCATING
    | {"chmod", "close", "listdir", "lstat", "rename", "rmdir", "scandir", "stat", "unlink"}
)
Hit: TypeAlias = Callable[[int, str], bool]


class Killed(BaseException):
    """Stands for kill -9: no handler sees it coming, and nothing that a handler does reaches the disk."""


@contextmanager
def failing(
    is_hit: Callable[[int, str], bool], fault: Callable[[], BaseException]
) -> Generator[list[int]]:
    """Make the file system calls fail that `is_hit` picks by number and name; gives the count of calls so far."""
    calls = [0]

    def wrap(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            calls[0] += 1
            hit = is_hit(calls[0], name)
            if (
                name == "close" and hit
            ):  # Linux closes in any case; a test must not run out of handles
                real(*args, **kwargs)
            if hit:
                raise fault()
            return real(*args, **kwargs)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            patch.setattr(os, name, wrap(name, getattr(os, name)))
        yield calls


def at_once(_: int) -> None:
    """Instead of waiting for the disk."""


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The power does not go off in a test: what was written is seen by all, whether it is on the disk or not."""
    monkeypatch.setattr(os, "fsync", at_once)


def at(number: int) -> Hit:
    """Hits one call."""
    return lambda now, _: now == number


def since(number: int) -> Hit:
    """Hits every call from one on."""
    return lambda now, _: now >= number


def room_since(number: int) -> Hit:
    """Hits every call from one on that needs room on the disk."""
    return lambda now, name: now >= number and name in ALLOCATING


def rename_since(number: int) -> Hit:
    """Hits every renaming but the first ones."""
    renamings = count(1)
    return lambda _, name: name == "rename" and next(renamings) >= number


def full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


def count_calls(folder: Path, was_there: bool) -> int:
    start(folder / "sdk", was_there)
    with failing(at(0), full) as calls:
        run(folder / "sdk")
    return calls[0]


@pytest.mark.parametrize("was_there", [True, False])
def test_any_one_call_may_fail(tmp_path: Path, was_there: bool) -> None:
    """Each file system call fails once, in turn. Then the next run succeeds and leaves nothing behind."""
    total = count_calls(tmp_path / "counted", was_there)
    assert total > 80
    for number in range(1, total + 1):
        target = tmp_path / str(number) / "sdk"
        start(target, was_there)
        with failing(at(number), full):
            report = run(target)
        outcome = old_or_new(target, was_there)
        assert outcome == ("old" if report.failed else "new"), number
        assert {d.code for d in report.found} <= {"cannot-write", "cannot-read", "cannot-clean"}
        assert not run(target).found
        assert old_or_new(target, was_there) == "new"
        assert [path.name for path in target.parent.iterdir()] == ["sdk"]


@pytest.mark.parametrize("was_there", [True, False])
def test_the_disk_may_stay_full(tmp_path: Path, was_there: bool) -> None:
    """From each call on, everything that needs room fails."""
    total = count_calls(tmp_path / "counted", was_there)
    for number in range(1, total + 1):
        target = tmp_path / str(number) / "sdk"
        start(target, was_there)
        with failing(room_since(number), full):
            report = run(target)
        outcome = old_or_new(target, was_there)
        assert outcome == ("old" if report.failed else "new"), number
        assert not run(target).found
        assert [path.name for path in target.parent.iterdir()] == ["sdk"]


@pytest.mark.parametrize("was_there", [True, False])
def test_the_process_may_die_at_any_call(tmp_path: Path, was_there: bool) -> None:
    """From each call on, nothing reaches the disk any more. The next run repairs that before it does anything else."""
    total = count_calls(tmp_path / "counted", was_there)
    seen: set[str] = set()
    for number in range(1, total + 1):
        target = tmp_path / str(number) / "sdk"
        start(target, was_there)
        with failing(since(number), Killed), suppress(Killed):
            run(target)
        assert repair(target) == []
        seen.add(old_or_new(target, was_there))
        assert not run(target).found
        assert old_or_new(target, was_there) == "new"
        assert [path.name for path in target.parent.iterdir()] == ["sdk"]
    assert seen == {"old", "new"}


def test_the_repair_may_die_too(tmp_path: Path) -> None:
    """Every state that a death leaves is met by a repair that dies at every call in turn."""
    total = count_calls(tmp_path / "counted", was_there=True)
    for number in range(1, total + 1, 7):
        for again in range(1, 40, 5):
            target = tmp_path / f"{number}-{again}" / "sdk"
            start(target, was_there=True)
            for at_least in (number, again):
                with failing(since(at_least), Killed), suppress(Killed):
                    run(target)
            assert repair(target) == []
            old_or_new(target, was_there=True)


def test_an_interrupt_leaves_the_old_tree(tmp_path: Path) -> None:
    start(tmp_path / "sdk", was_there=True)
    with (
        failing(rename_since(1), KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        run(tmp_path / "sdk")
    assert old_or_new(tmp_path / "sdk", was_there=True) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["sdk"]


def test_a_tree_restored_by_hand_after_a_crash_is_not_taken_for_ours(tmp_path: Path) -> None:
    """The old tree then is the only copy of the files of others: it is kept, and told about."""
    target = tmp_path / "sdk"
    start(target, was_there=True)
    renames = iter([False, True])
    with (
        failing(lambda _, name: name == "rename" and next(renames, True), Killed),
        suppress(Killed),
    ):
        run(target)
    assert not target.exists()
    published_elsewhere = tmp_path / "checkout"
    published(published_elsewhere, OLD)
    published_elsewhere.rename(target)
    report = run(target)
    assert [diagnostic.code for diagnostic in report.found] == ["tree-kept"]
    [kept] = [path for path in tmp_path.iterdir() if path.name != "sdk"]
    assert str(kept) in report.found[0].message
    assert on_disk(kept / "old") == as_disk(OLD) | MINE
    assert on_disk(target) == as_disk(NEW)
