"""What the user calls a side (`specs/api.yaml`, `specs/`, `main:specs/api.yaml`, a vendored package) read into a `Side`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from ..config import FILE
from ..render.manifest import NAME as MANIFEST
from ..spec.url import is_remote
from ..text.diagnostic import Report
from .compare import Side
from .folders import is_package, one_file, specifications, vendored
from .git import Repository, repository


class Desk(Struct, frozen=True):
    """Where sides are read: `scratch` takes the files of revisions, which are written once each.

    `shown` turns the beginnings of their names into what the user calls them.
    """

    scratch: Path
    report: Report
    shown: dict[str, str] = field(default_factory=dict[str, str])
    _extracted: dict[str, Path] = field(default_factory=dict[str, Path])

    def side(self, text: str) -> Side | None:
        """The side that a text names; None, which is reported, where there is nothing to read."""
        path = Path(text)
        if path.exists():
            return self._path(path, text, {})
        revision, colon, inside = text.partition(":")
        hint = "give a file, a folder, `REVISION:path` or a vendored package"
        if is_remote(text):
            hint = "save it as a file first: nothing is fetched to be compared"
        elif colon and revision and inside:
            return self.revision(revision, Path(inside), text)
        self.report.error("side-missing", f"there is no `{text}`", None, hint)
        return None

    def against(self, text: str, new: Path) -> Side | None:
        """What `new` is compared with: a vendored package, a file or folder, or `new` where the history parted from a revision.

        What names a revision is one, whatever lies beside it under the same name.
        """
        there = Path(text)
        if is_package(there):
            return self._package(there if there.is_dir() else there.parent, text)
        if ":" in text or (there.exists() and not _is_revision(text, new)):
            return self.side(text)
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
        inside = _inside(tree, new)
        if inside is not None and new.exists() and tree.lacks(base, inside):
            former = tree.formerly(base, inside)
            if former is None:
                # What is there now has come since: all of it is new.
                return Side(f"{text}:{inside} (not there yet)", {})
            return self._at(tree, base, tree.root / former, f"{text}:{former}")
        return self._at(tree, base, new, f"{text}:{inside or new}")

    def revision(self, revision: str, inside: Path, label: str) -> Side | None:
        """A path as it was at a revision."""
        tree = repository(Path.cwd(), self.report)
        if tree is None:
            return None
        commit = self._commit(tree, revision)
        if commit is None:
            return None
        # As git reads it from the root, or as a shell completes it from here.
        path = tree.root / inside
        here = _inside(tree, Path.cwd() / inside)
        if here is not None and not tree.lacks(commit, here):
            path = tree.root / here
        return self._at(tree, commit, path, label)

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
            if not tree.extract(commit, folder, _inside(tree, path)):
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
        self.shown.update(shown)
        if is_package(path):
            return self._package(path if path.is_dir() else path.parent, label)
        prefix = next(iter(shown), "")
        if path.is_file() and path.name != FILE:
            given = one_file(path, prefix)
            return Side(label, {given.name: given}, shown=shown)
        specs = specifications(path, prefix, self.report)
        if not specs and not self.report.failed:
            self.report.error(
                "side-empty",
                f"`{label}` holds no OpenAPI document",
                None,
                f"give a file, or a folder with one (`openapi: …`) or with a `{FILE}`",
            )
        return Side(label, specs, shown=shown) if specs and not self.report.failed else None

    def _package(self, folder: Path, label: str) -> Side | None:
        packages = vendored(folder, self.report)
        if packages is None:
            return None
        if not packages:
            message = f"`{label}` holds no package that sdkwright has made"
            self.report.error("side-empty", message, None, f"give the folder with `{MANIFEST}`")
            return None
        return Side(label, {}, packages)


def _is_revision(text: str, near: Path) -> bool:
    tree = repository(near, Report())
    return tree is not None and tree.commit(text) is not None


def _inside(tree: Repository, path: Path) -> Path | None:
    try:
        return path.resolve().relative_to(tree.root.resolve())
    except ValueError:
        return None
