"""A package generated from a specification in the test, and its two clients against a real server, called alike."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from case_folders import imported, sdkwright

FLAVOURS = ("sync", "async")

_HEAD = 'openapi: 3.2.0\ninfo: {title: Shop, version: "1"}\n'


def fresh(text: str, folder: Path) -> ModuleType:
    """The package of a specification, imported under a name of its own."""
    folder.mkdir(exist_ok=True, parents=True)
    (folder / "spec.yaml").write_text(_HEAD + textwrap.dedent(text), "utf-8")
    status, told = sdkwright(f"generate --no-cache {folder}/spec.yaml -o {folder}/out")
    assert status == 0, told
    return imported(folder / "out" / "spec", f"fresh_{abs(hash(folder))}")


def client_name(package: ModuleType) -> str:
    """The name of the blocking client."""
    pairs = (name for name in sorted(package.__all__) if f"Async{name}" in package.__all__)
    return next(n for n in pairs if getattr(package, n).__module__ == f"{package.__name__}.client")


def call(package: ModuleType, flavour: str, do: Callable[[Any], Any], **settings: Any) -> Any:
    """What `do` gives for a client of this flavour; an awaitable is awaited."""
    name = f"Async{client_name(package)}"
    if flavour == "sync":
        with getattr(package, name.removeprefix("Async"))(**settings) as client:
            return do(client)

    async def run() -> Any:
        async with getattr(package, name)(**settings) as client:
            given = do(client)
            return await given if asyncio.iscoroutine(given) else given

    return asyncio.run(run())


def type_checked(checker: str, program: str, folder: Path) -> None:
    """Check a program beside a package strictly, with `mypy` or `pyright`, as its author would."""
    (folder / "program.py").write_text(program, "utf-8")
    settings = {"typeCheckingMode": "strict", "include": ["program.py"]}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    arguments = {"mypy": ["--strict", "program.py"], "pyright": ["--pythonpath", sys.executable]}
    command = [sys.executable, "-m", checker, *arguments[checker]]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
