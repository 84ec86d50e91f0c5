"""Every snippet of `docs/using-an-sdk.md` runs, prints what the page says, and passes the type checkers.

The clients in them are made as a user makes them; what would be the network is one transport that hands each request to
the fake of the API at that host. Time stands still, so that no snippet waits.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest
from snippets import Snippet, snippets

from case_folders import sdkwright

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "using-an-sdk.md"
SNIPPETS = list(snippets(PAGE))

_FAKES = {
    "riverty": ("refund_sdks.riverty.testing", "FakeRiverty", "api.bnpl.riverty.io"),
    "digital_river": (
        "refund_sdks.digital_river.testing",
        "FakeDigitalRiver",
        "api.digitalriver.com",
    ),
    "shop": ("shop.testing", "FakeShop", "api.shop.example"),
}
_VARIABLES = {
    "RIVERTY_AUTH_KEY": "key",
    "DIGITAL_RIVER_TOKEN": "token",
    "SHOP_API_KEY": "key",
}


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder in which the SDK of the made-up shop lies, importable as `shop`."""
    folder = tmp_path_factory.mktemp("docs")
    status, told = sdkwright(f"generate {Path(__file__).with_name('shop.yaml')} -o {folder}")
    assert (status, told) == (0, "")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


class _Network(httpx2.BaseTransport, httpx2.AsyncBaseTransport):
    """Hands each request to the fake of its host, hosts of tokens to that of the shop."""

    def __init__(self, fakes: dict[str, Any]) -> None:
        self._by_host = {host: fakes[name] for name, (_, _, host) in _FAKES.items()}

    def _fake(self, request: httpx2.Request) -> Any:
        host = request.url.host.replace("id.shop", "api.shop")
        return self._by_host[host]

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        return self._fake(request)._answer(request, request.read())

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        return self._fake(request)._answer(request, await request.aread())


@pytest.fixture
def fakes(shop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """The fakes that clients find where the network would be."""
    made = {
        name: getattr(importlib.import_module(module), class_)()
        for name, (module, class_, _) in _FAKES.items()
    }
    for fake in made.values():
        fake._time = made["shop"]._time
    network = _Network(made)
    for package in ("refund_sdks", "shop"):
        transport = importlib.import_module(f"{package}._runtime.transport")
        monkeypatch.setattr(transport, "own_client", lambda *_: httpx2.Client(transport=network))
        monkeypatch.setattr(
            transport, "own_async_client", lambda *_: httpx2.AsyncClient(transport=network)
        )
        base = importlib.import_module(f"{package}._runtime.base_client").BaseClient
        monkeypatch.setattr(base, "_clock", made["shop"]._time.clock)
    for name, value in _VARIABLES.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(logging.getLogger("refund_sdks.riverty"), "level", logging.NOTSET)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "scan.png").write_bytes(b"\x89PNG")
    return made


@pytest.mark.parametrize("snippet", SNIPPETS, ids=str)
def test_snippet_runs(
    snippet: Snippet, fakes: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in a program that has not set up logging yet.
    monkeypatch.setattr(logging.root, "handlers", [])
    modules = {
        name: importlib.import_module(m.rpartition(".")[0]) for name, (m, _, _) in _FAKES.items()
    }
    exec(snippet.told, {**{f"{name}_sdk": m for name, m in modules.items()}, **fakes})
    module = ModuleType("snippet")
    sys.modules["snippet"] = module
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(snippet.code, f"{PAGE.name}:{snippet.line}", "exec"), vars(module))
        _run_tests(snippet.code)
    if snippet.printed is not None:
        assert printed.getvalue() == snippet.printed
    for fake in fakes.values():
        fake.assert_all_used()


def _run_tests(code: str) -> None:
    """Tests in a snippet are run by pytest, with the fixtures that stand beside them."""
    if "def test_" in code:
        Path("test_snippet.py").write_text(code, "utf-8")
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "test_snippet.py",
        ]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "generated")}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_page_has_its_sections() -> None:
    assert len(SNIPPETS) >= 15
    assert sum(snippet.printed is not None for snippet in SNIPPETS) >= 10


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_snippets_type_check(checker: str, shop: Path, tmp_path: Path) -> None:
    for snippet in SNIPPETS:
        name = f"snippet_{snippet.line}.py"
        (tmp_path / name).write_text(snippet.code, "utf-8")
    paths = os.pathsep.join([str(ROOT / "generated"), str(shop)])
    command = [sys.executable, "-m", checker]
    if checker == "mypy":
        command += ["--strict", "--follow-imports=silent", "--no-error-summary", str(tmp_path)]
    else:
        settings = {
            "include": ["."],
            "typeCheckingMode": "strict",
            "extraPaths": paths.split(os.pathsep),
        }
        (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
        command += ["--pythonpath", sys.executable, "-p", str(tmp_path)]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": paths},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
