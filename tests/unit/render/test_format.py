"""Laying out: once, the same everywhere, and never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest

from sdkwright.render import format_pool, format_worker
from sdkwright.render.cache import Cache, open_cache
from sdkwright.render.format import Formatter, format_all
from sdkwright.text.diagnostic import Report, Severity

A, B = PurePosixPath("a.py"), PurePosixPath("b.py")
NO_CACHE = Cache(None)


def laid(files: dict[PurePosixPath, str], cache: Cache, report: Report) -> dict[PurePosixPath, str]:
    with Formatter() as formatter:
        return format_all(files, cache, report, formatter)


def codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report.found]


def sleeper(tmp_path: Path, body: str) -> Path:
    script = tmp_path / "worker.py"
    script.write_text(f"import sys, time\nfor line in sys.stdin:\n    {body}\n")
    return script


def test_python_is_laid_out_and_the_rest_is_left() -> None:
    files = {A: "x  =  'a'\n", PurePosixPath("py.typed"): "x  =  1\n"}
    report = Report()
    assert laid(files, NO_CACHE, report) == files | {A: 'x = "a"\n'}
    assert report.found == []


def test_lines_have_a_hundred_characters_and_commas_are_magic() -> None:
    long = f"x = ({'a' * 45!r}, {'b' * 40!r})\n"
    laid_out = laid({A: long, B: "x = [1, 2,]\n"}, NO_CACHE, Report())
    assert laid_out[A].count("\n") == 1
    assert laid_out[B] == "x = [\n    1,\n    2,\n]\n"


def test_each_faulty_file_is_told_and_the_others_are_laid_out() -> None:
    report = Report()
    files = {A: "x = (\n", B: "return  1\n", PurePosixPath("c.py"): "x  =  1\n"}
    assert laid(files, NO_CACHE, report)[PurePosixPath("c.py")] == "x = 1\n"
    assert codes(report) == ["format-failed", "does-not-compile"]
    assert "a.py" in report.found[0].message
    assert "b.py" in report.found[1].message


@pytest.mark.parametrize(
    "text", ["x = '\\d'\n", "x = 1 is 1\n", "def f(a, a): ...\n", "x = '\\ud8000\n", "\x00"]
)
def test_what_warns_or_does_not_compile_is_told(text: str) -> None:
    report = Report()
    laid({A: text}, NO_CACHE, report)
    assert codes(report) in (["does-not-compile"], ["format-failed"])


def test_nesting_beyond_the_parsers_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Black takes half a minute for the first file: it is cut off, and then the gate finds that it is no Python."""
    monkeypatch.setattr(format_pool, "_SECONDS", 0.0)
    monkeypatch.setattr(format_pool, "_CHARACTERS_PER_SECOND", 5000)
    report = Report()
    laid({A: "x = " + "[" * 5000 + "]" * 5000 + "\n"}, NO_CACHE, report)
    assert codes(report) == ["does-not-compile"]


def test_what_is_known_is_not_laid_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = open_cache({"SDKWRIGHT_CACHE": str(tmp_path)})
    first = laid({A: "x  = 1\n"}, cache, Report())

    def never(*_: object) -> None:
        raise AssertionError("laid out again")

    monkeypatch.setattr(format_pool.Pool, "laid_out", never)
    assert laid({A: "x  = 1\n"}, cache, Report()) == first
    assert laid({B: "x  = 1\n"}, cache, Report()) == {B: "x = 1\n"}


def test_failures_are_not_kept(tmp_path: Path) -> None:
    cache = open_cache({"SDKWRIGHT_CACHE": str(tmp_path)})
    for _ in range(2):
        report = Report()
        laid({A: "x = (\n"}, cache, report)
        assert codes(report) == ["format-failed"]


def test_any_number_of_processes_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(format_pool, "_CHARACTERS_THAT_PAY", 100)
    texts = [f"x{number}  =  {number}\n" * 20 for number in range(12)]
    with format_pool.Pool(3) as many, format_pool.Pool(1) as one:
        one.expect()
        answers = many.laid_out(texts)
        assert answers == one.laid_out(texts)
    assert answers == [format_worker.lay_out(text) for text in texts]


def test_a_formatter_that_hangs_is_cut_off_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(format_pool, "_WORKER", sleeper(tmp_path, "time.sleep(60)"))
    monkeypatch.setattr(format_pool, "_SECONDS", 0.1)
    report = Report()
    assert laid({A: "x  = 1\n"}, NO_CACHE, report) == {A: "x  = 1\n"}
    [diagnostic] = report.found
    assert (diagnostic.code, diagnostic.severity) == ("format-timeout", Severity.WARNING)


def test_a_formatter_that_dies_is_told_for_each_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(format_pool, "_WORKER", sleeper(tmp_path, "sys.exit(3)"))
    report = Report()
    laid({A: "x  = 1\n", B: "y  = 1\n"}, NO_CACHE, report)
    assert codes(report) == ["format-failed", "format-failed"]


def test_works_where_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert laid({A: "x  = 1\n"}, NO_CACHE, Report()) == {A: "x = 1\n"}


def test_works_in_a_script_without_a_guard_next_to_modules_of_the_same_name(
    tmp_path: Path,
) -> None:
    for name in ("black", "json", "warnings"):
        (tmp_path / f"{name}.py").write_text(
            "raise SystemExit('imported from the current folder')\n"
        )
    (tmp_path / "pyproject.toml").write_text("[tool.black]\nline-length = 10\n")
    script = (
        "from pathlib import PurePosixPath as P\n"
        "from sdkwright.render.cache import Cache\n"
        "from sdkwright.render.format import Formatter, format_all\n"
        "from sdkwright.text.diagnostic import Report\n"
        "files = {P(f'{n}.py'): 'x  =  [1111111, 2222222]\\n' * 200 for n in range(4)}\n"
        "with Formatter() as black:\n"
        "    laid_out = format_all(files, Cache(None), Report(), black)\n"
        "print(set(''.join(laid_out.values()).splitlines()))\n"
    )
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "script.py").write_text(script)
    done = subprocess.run(
        [sys.executable, str(tmp_path / "elsewhere" / "script.py")],
        cwd=tmp_path,
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "{'x = [1111111, 2222222]'}\n"


def test_black_is_not_imported_by_those_who_only_compare() -> None:
    script = (
        "import sys\n"
        "import sdkwright.render.compare, sdkwright.render.format, sdkwright.render.cache\n"
        "print({'black', 'multiprocessing', 'subprocess', 'asyncio'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "set()\n"
