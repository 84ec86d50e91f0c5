"""Proof: the smallest caller of each change, type-checked and run against both packages."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from ..render.pages import runtime_files
from ..rules.breaking.verdict import PythonChange
from ..text.diagnostic import Report
from .callers import caller_of
from .model import ApiDiff, Comparison, Witness

_NEEDED = ("mypy", "pyright", "httpx2", "msgspec", "pydantic")
_LINE = re.compile(r"^(?:.*[/\\])?(w\d+)\.py:\d+:(?:\d+:)? error: .*\[([\w-]+)\]$")
_RUN = """
import json, pathlib, runpy, sys
found = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("w*.py")):
    try:
        runpy.run_path(str(path))
    except BaseException as fault:
        found[path.stem] = type(fault).__name__
json.dump(found, sys.stdout)
"""


class _Trial(Struct, frozen=True):
    """What the callers of one API give against one package: findings of type checkers and exceptions by the caller's name."""

    types: Mapping[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    faults: Mapping[str, str] = field(default_factory=dict[str, str])

    def of(self, name: str) -> tuple[str, ...]:
        """What is wrong with a caller."""
        found = sorted(self.types.get(name, ()))
        return (*found, *([self.faults[name]] if name in self.faults else []))


def prove(comparison: Comparison, folder: Path, scratch: Path, report: Report) -> Comparison:
    """The comparison with a witness of each harmful change; the callers are written into `folder`, an API a folder.

    A change is proven where its caller passes with the old package and fails with the new one: in mypy, in pyright, or when
    it is run. Reports `library-missing` where a type checker or a library that packages need is not installed, and
    `witness-unwritable` where `folder` is none.
    """
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        message = f"`--witness` needs {', '.join(missing)}"
        hint = f"install them: `pip install {' '.join(missing)}`"
        report.error("library-missing", message, None, hint)
        return comparison
    if folder.exists() and not folder.is_dir():
        hint = "give a folder to write callers into"
        report.error("witness-unwritable", f"`{folder}` is no folder", None, hint)
        return comparison
    found: dict[PythonChange, Witness] = {}
    for number, api in enumerate(comparison.apis):
        if api.surfaces is not None and api.files is not None:
            found |= _prove(api, number, folder, scratch)
    return replace(comparison, witnesses=found)


def _prove(
    api: ApiDiff, number: int, folder: Path, scratch: Path
) -> Mapping[PythonChange, Witness]:
    assert api.surfaces is not None
    assert api.files is not None
    package = re.sub(r"\W", "_", api.name) or f"api_{number}"
    package = package if package.isidentifier() else f"api_{number}"
    callers = _write(api, folder / package, package)
    trials: list[_Trial] = []
    for word, files in zip(("old", "new"), api.files, strict=True):
        root = scratch / f"{number}-{word}"
        _publish(root / package, files)
        trials.append(_try(root, folder / package, package))
    old, new = trials
    found: dict[PythonChange, Witness] = {}
    for name, (effect, text) in callers.items():
        before, after = old.of(name), new.of(name)
        found[effect] = Witness(
            bool(after) and not before, before or after, text, str(folder / package / f"{name}.py")
        )
    return found


def _write(api: ApiDiff, folder: Path, package: str) -> Mapping[str, tuple[PythonChange, str]]:
    assert api.surfaces is not None
    folder.mkdir(parents=True, exist_ok=True)
    callers: dict[str, tuple[PythonChange, str]] = {}
    for effect in _harmful(api):
        text = caller_of(effect, api.surfaces.old, package)
        if text is not None:
            name = f"w{len(callers) + 1:03}"
            callers[name] = effect, text
            (folder / f"{name}.py").write_text(text, "utf-8")
    return callers


def _harmful(api: ApiDiff) -> Iterable[PythonChange]:
    effects = (effect for change in api.changes for effect in change.effects)
    return dict.fromkeys(effect for effect in effects if not effect.is_harmless)


def _publish(folder: Path, files: Mapping[PurePosixPath, str]) -> None:
    for path, text in {**runtime_files(), **files, PurePosixPath("py.typed"): ""}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def _try(root: Path, callers: Path, package: str) -> _Trial:
    files = sorted(str(path.resolve()) for path in callers.glob("w*.py"))
    if not files:
        return _Trial()
    types: dict[str, frozenset[str]] = {}
    for name, code in (*_mypy(root, files), *_pyright(root, files)):
        types[name] = types.get(name, frozenset()) | {code}
    ran = _run(root, "-W", "ignore", "-c", _RUN, str(callers.resolve()))
    try:
        faults: dict[str, str] = json.loads(ran.stdout or "{}")
    except ValueError:
        faults = {}
    return _Trial(types, faults)


def _mypy(root: Path, files: list[str]) -> Iterator[tuple[str, str]]:
    checked = _run(
        root,
        *("-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context"),
        *("--enable-error-code", "deprecated", "--follow-imports", "silent"),
        *("--cache-dir", str(root / "cache"), "--scripts-are-modules", *files),
    )
    for line in checked.stdout.splitlines():
        matched = _LINE.match(line)
        if matched:
            yield matched[1], f"mypy {matched[2]}"


def _pyright(root: Path, files: list[str]) -> Iterator[tuple[str, str]]:
    settings = {"typeCheckingMode": "standard", "reportDeprecated": "error"}
    (root / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    checked = _run(
        root, *("-m", "pyright", "--outputjson"), *("--pythonpath", sys.executable), *files
    )
    try:
        found = json.loads(checked.stdout or "{}").get("generalDiagnostics", [])
    except ValueError:
        return
    for one in found:
        if one.get("severity") == "error":
            yield Path(one["file"]).stem, f"pyright {one.get('rule', 'syntax')}"


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-B", *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
