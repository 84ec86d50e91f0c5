"""What a folder, a configuration or a vendored package holds to compare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from ..config import FILE, ApiConfig, Config, read_config
from ..python.lock import FILE as LOCK
from ..python.lock import Lock, read_lock
from ..render.manifest import NAME as MANIFEST
from ..rules.breaking.renames import Package
from ..rules.breaking.source import read_surface
from ..spec.remote import FOLDER as REMOTE
from ..spec.remote import shelf_of
from ..text.diagnostic import Report
from ..text.span import Span
from .understand import Given, Home

_SUFFIXES = (".yaml", ".yml", ".json")
_DECLARES = re.compile(r"^\s*[\"']?openapi[\"']?\s*:", re.MULTILINE)
_HEAD = 4096


def one_file(path: Path, prefix: str) -> Given:
    """A file alone."""
    name = _stem(Path(path.name))
    return Given(name, path, shelf=shelf_of(path, prefix), inside=path.name)


def specifications(path: Path, prefix: str, report: Report) -> Mapping[str, Given]:
    """The specifications of a folder: those that its configuration names, else all that say they are one.

    Reports `side-incomplete` for one that is configured and not there.
    """
    settings = path if path.is_file() else path / FILE
    if settings.is_file():
        config = read_config(settings, report)
        return {} if config is None else _configured(config, settings, prefix, report)
    return {given.name: given for given in _declared(path, prefix)}


def _configured(config: Config, settings: Path, prefix: str, report: Report) -> Mapping[str, Given]:
    """The specifications of a configuration, with the names that were issued for each.

    `prefix` stands before the names of their files, and so before URLs, whose texts may differ between two sides.
    """
    found: dict[str, Given] = {}
    for api in config.apis:
        place = _place(settings, api)
        if not api.spec.is_file():
            report.error(
                "side-incomplete",
                f"`{api.name}` is configured, and its specification `{api.spec}` is not there",
                place,
                f"write where it is now, or take `[apis.{api.name}]` away",
            )
        found[api.name] = Given(
            api.name,
            api.spec,
            _lock(config.target / config.folder(api)),
            api.client,
            api.root,
            None if api.shelf is None else replace(api.shelf, label=prefix),
            api.allow,
            api.idempotency_header,
            _inside(api.spec, config.root),
            Home(f"{config.package}.{api.name}", config.testing, place),
        )
    return found


def _place(settings: Path, api: ApiConfig) -> Span:
    """Where an API is configured."""
    lines = settings.read_text("utf-8").split("\n")
    header = re.compile(rf"\s*\[\s*apis\s*\.\s*[\"']?{re.escape(api.name)}[\"']?\s*\]")
    at = next((at for at, line in enumerate(lines, 1) if header.match(line)), 1)
    return Span(str(settings), at, 1, at, len(lines[at - 1]) + 1)


def _declared(path: Path, prefix: str) -> Iterator[Given]:
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path)
        # What was fetched is part of the specifications that refer to it.
        if file.suffix not in _SUFFIXES or REMOTE in inside.parts or not file.is_file():
            continue
        if _is_document(file):
            yield Given(_stem(inside), file, shelf=shelf_of(file, prefix), inside=inside.as_posix())


def vendored(folder: Path, report: Report) -> Mapping[str, Package] | None:
    """The APIs of a vendored package: each folder with a lock of names is one. None after `package-unreadable`."""
    packages: dict[str, Package] = {}
    for lock in sorted(folder.rglob(LOCK)):
        modules = sorted(path for path in lock.parent.rglob("*.py") if _is_ours(path, lock.parent))
        try:
            surface = read_surface(path.read_text("utf-8") for path in modules)
        except (SyntaxError, UnicodeDecodeError, OSError) as fault:
            message = f"`{lock.parent}` can't be read as Python: {type(fault).__name__}"
            hint = "restore the package, then compare again"
            report.error("package-unreadable", message, None, hint)
            return None
        packages[lock.parent.name] = Package(surface)
    return packages


def is_package(path: Path) -> bool:
    """Whether a path is a vendored package, or its manifest or lock."""
    if path.is_file():
        return path.name in (MANIFEST.name, LOCK)
    return (path / MANIFEST).is_file() or (path / LOCK).is_file()


def _lock(folder: Path) -> Lock | None:
    try:
        return read_lock((folder / LOCK).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _is_ours(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    # Fakes follow from the methods that they stand for, and are not counted twice.
    if parts[0] == "testing":
        return False
    return path.name != "__init__.py" and not any(part.startswith("_") for part in parts)


def _is_document(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return False
    return _DECLARES.search(head.replace("{", "\n")) is not None


def _stem(path: Path) -> str:
    return path.with_suffix("").as_posix().replace("/", ".")


def _inside(path: Path, folder: Path) -> str:
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
