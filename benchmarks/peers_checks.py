"""What is measured of one generator and one document."""

from __future__ import annotations

import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.corpus.limits import Ran, run
from tests.corpus.raw import Raw
from tests.corpus.survey import operations

from .peers_tools import BUILD, PACKAGE, Peer, environment, starting

SECONDS = 1800.0
CHECKED = 100_000
"""How long anything may take, and up to how many lines of a package strict type checkers are asked."""

_ENDINGS = frozenset({".py", ".ts"})

_WALK = f"""
import importlib, pkgutil, sys
import {PACKAGE}
bad = []
names = [m.name for m in pkgutil.walk_packages({PACKAGE}.__path__, "{PACKAGE}.", bad.append)]
for name in names:
    try:
        importlib.import_module(name)
    except Exception as fault:
        bad.append(name)
print(len(set(bad)), len(names))
"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of a document: every text is a cell of the table. `None` where it was not asked."""

    peer: str
    document: str
    version: str
    ended: str
    cpu: float
    megabytes: int
    found: int
    wanted: int
    lines: int
    imports: str | None = None
    mypy: str | None = None
    pyright: str | None = None
    start: float | None = None


def measured(peer: Peer, version: str, document: Path) -> Measured:
    """Generate from a document and look at what came of it."""
    out = BUILD / "out" / peer.home.name / document.stem
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    spec = out / f"{PACKAGE}{document.suffix}"
    shutil.copy(document, spec)
    ran = run(peer.command(peer.home, spec, out), out, SECONDS, None, environment(peer))
    wanted = sum(1 for _ in operations(Raw(document)))
    files = [p for p in (out / PACKAGE).rglob("*") if p.suffix in _ENDINGS]
    texts = [path.read_text("utf-8", "replace") for path in files]
    found = {call for text in texts for call in peer.calls.findall(text)}
    lines = sum(text.count("\n") for text in texts)
    seen = Measured(
        peer.name,
        document.name,
        version,
        _ended(ran),
        ran.cpu,
        ran.megabytes,
        len(found),
        wanted,
        lines,
    )
    return _checked(peer, seen, out) if files else seen


def _ended(ran: Ran) -> str:
    if ran.status is None:
        return f"over {SECONDS:.0f} s"
    return "" if ran.status == 0 else f"exit {ran.status}"


def _checked(peer: Peer, seen: Measured, out: Path) -> Measured:
    values = {name: getattr(seen, name) for name in seen.__slots__}
    strict = seen.lines <= CHECKED
    if peer.npm:
        values["mypy"] = _typescript(peer, out) if strict else None
        return Measured(**values)
    values["imports"] = _imports(peer, out)
    values["start"] = _start(peer, out)
    if strict:
        values["mypy"], values["pyright"] = _mypy(peer, out), _pyright(peer, out)
    return Measured(**values)


def _imports(peer: Peer, out: Path) -> str:
    """How many of its modules don't import."""
    ran = run([str(peer.python), "-c", _WALK], out, SECONDS)
    counted = re.search(r"(\d+) (\d+)$", ran.out.strip())
    if ran.status != 0 or counted is None:
        said = ran.err.strip().splitlines()
        return f"no: {said[-1][:60]}" if said else "no"
    return "yes" if counted[1] == "0" else f"all but {counted[1]} of {counted[2]}"


def _start(peer: Peer, out: Path) -> float | None:
    """The processor's seconds of a fresh process with the package and its client; the least of several."""
    program = starting(peer, out)
    if program is None:
        return None
    runs = [run([str(peer.python), "-c", program], out, SECONDS) for _ in range(6)]
    return min(ran.cpu for ran in runs) if all(ran.status == 0 for ran in runs) else None


def _mypy(peer: Peer, out: Path) -> str:
    tool = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file",
        "",
        "--cache-dir",
        "/dev/null",
    ]
    ran = run([*tool, "--python-executable", str(peer.python), "-p", PACKAGE], out, SECONDS)
    return _counted(ran, len(re.findall(r": error:", ran.out)))


def _pyright(peer: Peer, out: Path) -> str:
    settings = {"typeCheckingMode": "strict", "include": [PACKAGE]}
    (out / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    tool = [sys.executable, "-m", "pyright", "--pythonpath", str(peer.python), "-p", str(out)]
    ran = run(tool, out, SECONDS)
    return _counted(ran, len(re.findall(r" - error", ran.out)))


def _typescript(peer: Peer, out: Path) -> str:
    tool = [
        str(peer.home / "node_modules" / ".bin" / "tsc"),
        "--noEmit",
        "--strict",
        "--skipLibCheck",
    ]
    settings = ["--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler"]
    ran = run([*tool, *settings, f"{PACKAGE}/index.ts"], out, SECONDS)
    return _counted(ran, len(re.findall(r"error TS", ran.out)))


def _counted(ran: Ran, errors: int) -> str:
    if ran.status is None:
        return f"over {SECONDS:.0f} s"
    return str(errors) if errors or ran.status == 0 else "failed"
