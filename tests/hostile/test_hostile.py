"""Hostile documents and configurations: refused with a place, or harmless; never a file, a call or a control too many."""

from __future__ import annotations

import ast
import os
import re
import resource
import socket
import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from case_folders import CliRunner, app
from sdkwright.render import pages

from .documents import HEAD, PAYLOADS, REFUSED, document, names_of_ours, schema

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_CALLS = frozenset({"open", "exec", "eval", "compile", "__import__", "system"})


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with traps around it; no network."""
    folder = tmp_path / "home"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("A: {type: string, title: CANARY}")
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "up").symlink_to(tmp_path)
    (folder / "circle.yaml").symlink_to("circle.yaml")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SDKWRIGHT_CACHE", "off")
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda *given: asked.append(given))
    yield folder
    assert asked == []
    assert {path.name for path in tmp_path.iterdir()} == {"home", "secret.yaml"}
    assert not list(tmp_path.rglob("PWNED"))


def ran(*arguments: str) -> tuple[int, str, str]:
    """Exit status, standard output, standard error; neither says what it must not."""
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    told = result.stdout + result.stderr
    assert "CANARY" not in told
    assert not _CONTROL.search(told), _CONTROL.findall(told)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused(name: str) -> None:
    text, code = REFUSED[name]
    Path("api.yaml").write_text(text, "utf-8")
    before = resource.getrusage(resource.RUSAGE_SELF)
    status, _, told = ran("generate", "api.yaml", "-o", "out")
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert status in (1, 2)
    assert code in re.findall(r"^\S+?:\d+:\d+: error\[([a-z-]+)\]", told, re.MULTILINE), told[:2000]
    assert not Path("out").exists()
    assert after.ru_utime - before.ru_utime < 20
    assert after.ru_maxrss - before.ru_maxrss < 300_000


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text(payload: str, home: Path) -> None:
    Path("api.json").write_text(document(payload), "utf-8")
    status, _, told = ran("generate", "api.json", "-o", "out")
    assert status == 0, told
    check_package(Path("out/api"))
    for shown in ("text", "github", "sarif"):
        _, out, told = ran("lint", "api.json", "-f", shown)
        if shown == "github":
            assert all(line.startswith(("::warning ", "::error ")) for line in out.splitlines())
    Path("old.json").write_text(document("format"), "utf-8")
    ran("diff", "old.json", "api.json", "--all")


def check_package(package: Path) -> None:
    """Every module compiles without a warning, calls nothing that texts ask for, and is imported without an effect."""
    modules = sorted(package.rglob("*.py"))
    for path in modules:
        text = path.read_text("utf-8")
        assert not _CONTROL.search(text), path
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            tree = ast.parse(text)
        for node in ast.walk(tree):
            match node:
                case ast.Call(ast.Name(name) | ast.Attribute(_, name)) if name in _CALLS:
                    assert isinstance(node.func, ast.Attribute), (path, node.lineno)
                    assert "_runtime" in path.parts, (path, node.lineno)
                case _:
                    pass
    names = [".".join(path.relative_to(package.parent).with_suffix("").parts) for path in modules]
    lines = ["import importlib, socket", "socket.socket.connect = None"]
    lines += [f"importlib.import_module({name.removesuffix('.__init__')!r})" for name in names]
    lines += [f"import {package.name} as p", "[getattr(p, name) for name in p.__all__]"]
    command = [sys.executable, "-I", "-B", "-W", "error", "-c"]
    lines.insert(0, f"import sys; sys.path.insert(0, {str(package.parent.resolve())!r})")
    done = subprocess.run([*command, "\n".join(lines)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_names_of_ours_are_given_to_nobody() -> None:
    Path("api.json").write_text(names_of_ours(), "utf-8")
    status, _, told = ran("generate", "api.json", "-o", "out")
    assert status == 0, told
    check_package(Path("out/api"))


def test_patterns_that_take_for_ever_are_never_run() -> None:
    Path("api.yaml").write_text(
        schema("{type: string, pattern: '^(a+)+$', examples: ['" + "a" * 60 + "!']}"), "utf-8"
    )
    assert ran("generate", "api.yaml", "-o", "out")[0] == 0
    check_package(Path("out/api"))


@pytest.mark.parametrize(
    "spec", ["pipe.yaml", "folder.yaml", "circle.yaml", "/dev/zero", "no.yaml"]
)
def test_what_is_no_file_is_no_specification(spec: str) -> None:
    config = f'[package]\nname = "p"\n[apis.a]\nspec = "{spec}"\n'
    Path("sdkwright.toml").write_text(config)
    for command in ("generate", "check", "lint", "verify"):
        status, _, told = ran(command)
        assert (status, "error[" in told) == (2, True), told


@pytest.mark.parametrize(
    ("name", "api"),
    [
        ("../up", "a"),
        ("a/b", "a"),
        ("__init__ ", "a"),
        ("p", "../a"),
        ("p", "class"),
        ("p", "a.b/c"),
        ("p\\nimport os", "a"),
        ("p", "\\u001b[2J"),
    ],
)
def test_a_configuration_names_nothing_but_modules(name: str, api: str) -> None:
    Path("api.yaml").write_text(HEAD)
    Path("sdkwright.toml").write_text(
        f'[package]\nname = "{name}"\n[apis."{api}"]\nspec = "api.yaml"\n'
    )
    status, _, told = ran("generate")
    assert (status, "error[config-name-invalid]" in told) == (2, True), told


@pytest.mark.parametrize(
    "text",
    [
        "[package\nname",
        '[package]\nname = "p"\nhook = "touch PWNED"\n[apis.a]\nspec = "a"\n',
        "a = " + "[" * 3000,
        '[package]\nname = 1\n[apis]\na = "x"\n',
        "\x00",
    ],
)
def test_a_configuration_that_is_none_is_refused(text: str) -> None:
    Path("sdkwright.toml").write_text(text)
    status, _, told = ran("generate")
    assert (status, "error[config-" in told) == (2, True), told


def test_nothing_is_written_through_a_link(home: Path) -> None:
    Path("api.yaml").write_text(HEAD)
    victim = home / "victim"
    victim.mkdir()
    (victim / "kept.txt").write_text("kept")
    Path("out").mkdir()
    Path("out/api").symlink_to(victim)
    status, _, told = ran("generate", "api.yaml", "-o", "out")
    assert (status in (1, 2), "error[" in told) == (True, True)
    assert [path.name for path in victim.iterdir()] == ["kept.txt"]


def test_modules_beside_the_specification_are_not_imported(home: Path) -> None:
    Path("api.yaml").write_text(HEAD)
    for name in ("jinja2", "black", "sitecustomize", "typing"):
        Path(f"{name}.py").write_text("open('PWNED', 'w')")
    Path("pyproject.toml").write_text(
        "[tool.black]\nline-length = 20\n[tool.ruff]\nline-length = 20\n"
    )
    script = Path(sys.executable).with_name("sdkwright")
    command = [str(script)] if script.exists() else [sys.executable, "-P", "-m", "sdkwright"]
    done = subprocess.run(
        [*command, "generate", "api.yaml", "-o", "out"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize("layout", ["ruff", "black"])
@pytest.mark.parametrize("broken", ["def f(a, a): ...\n", "return 1\n", "class X(:\n", "x = '\n"])
def test_nothing_is_published_that_does_not_compile(
    broken: str, layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = pages.print_plan

    def spoiled(*given: Any) -> Any:
        files = printed(*given)
        last = max(path for path in files if path.suffix == ".py")
        return {**files, last: files[last] + broken}

    monkeypatch.setattr(pages, "print_plan", spoiled)
    Path("api.yaml").write_text(schema("{type: object, properties: {a: {type: string}}}"))
    status, _, told = ran("generate", "api.yaml", "-o", "out", "--format", layout)
    assert (status, "[does-not-compile]" in told or "[format-failed]" in told) == (1, True), told
    assert not Path("out").exists()
    monkeypatch.setattr(pages, "print_plan", printed)
    assert ran("generate", "api.yaml", "-o", "out", "--format", layout)[0] == 0


def test_verifying_imports_and_type_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = pages.print_plan

    def spoiled(text: str) -> Any:
        def after(*given: Any) -> Any:
            files = printed(*given)
            last = max(path for path in files if path.name == "models.py")
            return {**files, last: files[last] + text}

        return after

    Path("api.yaml").write_text(schema("{type: object, properties: {a: {type: string}}}"))
    for text, code in (
        ("\nimport nowhere_to_be_found\n", "does-not-import"),
        ("\nx: int = 'a'\n", "does-not-type-check"),
    ):
        monkeypatch.setattr(pages, "print_plan", spoiled(text))
        status, _, told = ran("generate", "api.yaml", "-o", "out", "--verify")
        assert (status, f"error[{code}]" in told) == (1, True), told
        assert not Path("out").exists()
    monkeypatch.setattr(pages, "print_plan", printed)
    assert ran("generate", "api.yaml", "-o", "out", "--verify")[0] == 0
