"""What the user calls a side (`specs/api.yaml`, `specs/`, `main:specs/api.yaml`, a vendored package) read into a `Side`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..config import FILE, Config, read_config
from ..python.lock import FILE as LOCK
from ..python.lock import Lock, read_lock
from ..render.manifest import NAME as MANIFEST
from ..rules.breaking.renames import Package
from ..rules.breaking.source import read_surface
from ..spec.remote import FOLDER as REMOTE
from ..spec.remote import shelf_of
from ..text.diagnostic import Report
from .compare import Side
from .git import Repository, repository
from .understand import Given

_SUFFIXES = (".yaml", ".yml", ".json")
_DECLARES = re.compile(r"^\s*[\"']?openapi[\"']?\s*:", re.MULTILINE)
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Desk:
    """Where sides are read: `scratch` takes the files of revisions, which are written once each."""

    scratch: Path
    report: Report
    _extracted: dict[str, Path] = field(default_factory=dict[str, Path])

    def side(self, text: str) -> Side | None:
        """The side that a text names; None, which is reported, where there is nothing to read."""
        path = Path(text)
        if path.exists():
            return self._path(path, text, {})
        revision, colon, inside = text.partition(":")
        if colon and revision and inside:
            return self.revision(revision, Path(inside), text)
        self.report.error(
            "side-missing",
            f"there is no `{text}`",
            None,
            "give a file, a folder, `REVISION:path` or a vendored package",
        )
        return None

    def against(self, text: str, new: Path) -> Side | None:
        """What `new` is compared with: a vendored package, or `new` where the history parted from a revision."""
        there = Path(text)
        if is_package(there):
            return self._package(there if there.is_dir() else there.parent, text)
        tree = repository(new, self.report)
        if tree is None:
            return None
        if text == "HEAD" and tree.commit(text) is None:
            # Before the first commit everything is new.
            return Side("HEAD (no commit yet)", {})
        commit = self._commit(tree, text)
        if commit is None:
            return None
        base = tree.base(commit)
        if base is None:
            self.report.error(
                "no-common-base",
                f"`{text}` and `HEAD` have no commit in common",
                None,
                "fetch the whole history (`git fetch --unshallow`), or give `REVISION:path`",
            )
            return None
        label = f"{text}:{_inside(tree, new) or new}"
        if new.exists() and tree.lacks(base, _inside(tree, new)):
            # What is there now has come since: all of it is new.
            return Side(f"{label} (not there yet)", {})
        return self._at(tree, base, new, label)

    def revision(self, revision: str, inside: Path, label: str) -> Side | None:
        """A path as it was at a revision."""
        tree = repository(Path.cwd(), self.report)
        if tree is None:
            return None
        commit = self._commit(tree, revision)
        here = _inside(tree, Path.cwd())
        path = Path(tree.root, here, inside) if here is not None else tree.root / inside
        return self._at(tree, commit, path, label) if commit is not None else None

    def _commit(self, tree: Repository, revision: str) -> str | None:
        commit = tree.commit(revision)
        if commit is None:
            self.report.error(
                "revision-unknown",
                f"git knows no revision `{revision}`",
                None,
                "look at `git branch -a` and `git tag`; in CI fetch the branch first",
            )
        return commit

    def _at(self, tree: Repository, commit: str, path: Path, label: str) -> Side | None:
        folder = self._extracted.get(commit)
        if folder is None:
            folder = self._extracted[commit] = self.scratch / commit[:12]
            if not tree.extract(commit, folder):
                message = f"git can't give the files of `{label}`"
                self.report.error("revision-unreadable", message, None, "see `git fsck`")
                return None
        inside = _inside(tree, path)
        there = folder / inside if inside is not None else folder
        if inside is None or not there.exists():
            message = f"`{label}` does not exist at that revision"
            hint = "give a path that was there, from the root of the repository"
            self.report.error("side-missing", message, None, hint)
            return None
        return self._path(there, label, {f"{folder}/": f"{label.partition(':')[0]}:"})

    def _path(self, path: Path, label: str, shown: Mapping[str, str]) -> Side | None:
        if is_package(path):
            return self._package(path if path.is_dir() else path.parent, label)
        if path.is_file() and path.name != FILE:
            name = _stem(Path(path.name))
            given = Given(name, path, shelf=shelf_of(path, _prefix(shown)))
            return Side(label, {name: given}, shown=shown)
        specs = dict(self._specs(path, _prefix(shown)))
        if not specs and not self.report.failed:
            self.report.error(
                "side-empty",
                f"`{label}` holds no OpenAPI document",
                None,
                f"give a file, or a folder with one (`openapi: …`) or with a `{FILE}`",
            )
        return Side(label, specs, shown=shown) if specs else None

    def _specs(self, path: Path, prefix: str) -> Iterator[tuple[str, Given]]:
        """The specifications of a folder: those that its configuration names, else all that say they are one."""
        settings = path if path.is_file() else path / FILE
        if settings.is_file():
            config = read_config(settings, self.report)
            for name, given in configured(config, prefix).items() if config is not None else ():
                if given.path.exists():
                    yield name, given
            return
        for file in sorted(path.rglob("*")):
            inside = file.relative_to(path)
            # What was fetched is part of the specifications that refer to it.
            if file.suffix not in _SUFFIXES or REMOTE in inside.parts or not file.is_file():
                continue
            if _is_document(file):
                name = _stem(inside)
                yield name, Given(name, file, shelf=shelf_of(file, prefix))

    def _package(self, folder: Path, label: str) -> Side | None:
        """A vendored package: each folder with a lock of names is an API."""
        packages: dict[str, Package] = {}
        for lock in sorted(folder.rglob(LOCK)):
            modules = sorted(
                path for path in lock.parent.rglob("*.py") if _is_ours(path, lock.parent)
            )
            try:
                surface = read_surface(path.read_text("utf-8") for path in modules)
            except (SyntaxError, UnicodeDecodeError, OSError) as fault:
                message = f"`{lock.parent}` can't be read as Python: {type(fault).__name__}"
                hint = "restore the package, then compare again"
                self.report.error("package-unreadable", message, None, hint)
                return None
            packages[lock.parent.name] = Package(surface)
        if not packages:
            message = f"`{label}` holds no package that sdkwright has made"
            self.report.error("side-empty", message, None, f"give the folder with `{MANIFEST}`")
            return None
        return Side(label, {}, packages)


def configured(config: Config, prefix: str = "") -> Mapping[str, Given]:
    """The specifications of a configuration, with the names that were issued for each.

    `prefix` stands before the names of their files, and so before URLs, whose texts may differ between two sides.
    """
    return {
        api.name: Given(
            api.name,
            api.spec,
            _lock(config.target / config.folder(api)),
            api.client,
            api.root,
            None if api.shelf is None else replace(api.shelf, label=prefix),
        )
        for api in config.apis
    }


def _prefix(shown: Mapping[str, str]) -> str:
    return next(iter(shown), "")


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


def _inside(tree: Repository, path: Path) -> Path | None:
    try:
        return path.resolve().relative_to(tree.root.resolve())
    except ValueError:
        return None
