"""A program that answers once ends at once, with the status, the words and the last deeds that it would have had."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest


def ended(source: str) -> tuple[int, list[str]]:
    """The status of a program and what it has printed."""
    program = (
        "import atexit, sys\nfrom sdkwright import cli\nfrom sdkwright.text.garbage import hold\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program + dedent(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout.split()


@pytest.mark.parametrize(("code", "status"), [("None", 0), ("0", 0), ("3", 3), ("'no'", 1)])
def test_ends_with_its_status(code: str, status: int) -> None:
    assert ended(f"""
        def app():
            print("said")
            sys.exit({code})

        cli.app = app
        cli.main()
        """) == (status, ["said"])


def test_what_is_held_is_not_taken_apart_but_threads_and_handlers_end() -> None:
    assert ended("""
        from threading import Thread
        from time import sleep

        class Tree:
            def __del__(self):
                print("taken")

        def late():
            sleep(0.05)
            print("thread")

        atexit.register(print, "handler")

        def app():
            hold(Tree())
            Thread(target=late).start()
            sys.exit(0)

        cli.app = app
        cli.main()
        """) == (0, ["thread", "handler"])


def test_what_goes_on_holds_nothing() -> None:
    assert ended("""
        from sdkwright.text.garbage import collect

        class Tree:
            def __del__(self):
                print("taken")

        def app():
            hold(Tree())
            collect()
            hold(Tree())
            print("done")
            sys.exit(0)

        cli.app = app
        cli.main()
        """) == (0, ["taken", "taken", "done"])


def test_elsewhere_nothing_is_held() -> None:
    assert ended("""
        class Tree:
            def __del__(self):
                print("taken")

        hold(Tree())
        print("done")
        """) == (0, ["taken", "done"])


def test_a_fault_is_told_as_usual() -> None:
    assert ended("""
        def app():
            raise ValueError("no")

        cli.app = app
        cli.main()
        """) == (1, [])
