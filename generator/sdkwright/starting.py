"""`sdkwright init`: a repository in which everything is set up and passes untouched."""

from __future__ import annotations

from pathlib import Path

from .render.environment import templates_folder
from .text.diagnostic import Report

_FOLDER = "starter"
_NAMES = {"gitattributes": ".gitattributes", "pre-commit-config.yaml": ".pre-commit-config.yaml"}
"""Files whose names begin with a dot, which packaging would leave out."""


def starter_files() -> dict[Path, bytes]:
    """The files of a fresh repository by their paths in it."""
    folder = templates_folder() / _FOLDER
    found: dict[Path, bytes] = {}
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        inside = path.relative_to(folder)
        name = Path(
            _NAMES.get(inside.as_posix(), inside.as_posix().replace("github/", ".github/", 1))
        )
        found[name] = path.read_bytes()
    return found


def start(folder: Path, report: Report) -> list[Path]:
    """Write those files below `folder`; their paths. Nothing is written where one of them is there already."""
    files = starter_files()
    there = [name for name in files if (folder / name).exists()]
    for name in there:
        message = f"`{name.as_posix()}` is there already"
        report.error(
            "init-exists", message, None, "run it in an empty folder, or set it up by hand"
        )
    if there:
        return []
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return list(files)
