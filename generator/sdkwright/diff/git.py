"""What git knows of a path: the revision that is compared with, and the files as they were there. Nothing is checked out."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from ..text.diagnostic import Report

_SUFFIXES = (".yaml", ".yml", ".json", "sdkwright.toml", "sdkwright.lock")
_SETTINGS = "sdkwright.toml"
_LINK = b"120000"
_ENTRY = re.compile(rb"(?P<mode>\d+) blob (?P<blob>[0-9a-f]+)\t(?P<path>.+)", re.DOTALL)
"""A file in a commit, as `git ls-tree` lists it."""


class Repository(Struct, frozen=True):
    """A working tree: its root, or a folder in it. Nothing else of the tool runs git."""

    root: Path

    def run(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run git in it, with `given` as its input; hooks and prompts of the user stay out of it."""
        command = ["git", "-C", str(self.root), "--no-pager", *arguments]
        return subprocess.run(command, capture_output=True, check=False, input=given)

    def told(self, *arguments: str) -> str | None:
        """What git prints; None where it fails or is not there."""
        try:
            done = self.run(*arguments)
        except OSError:
            return None
        return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None

    def commit(self, revision: str) -> str | None:
        """The commit that a revision names; None where it names none."""
        done = self.run(
            "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def base(self, commit: str) -> str | None:
        """Where the history of `HEAD` and of a commit parted; None where they have nothing in common."""
        done = self.run("merge-base", "HEAD", commit)
        return done.stdout.decode().strip() if done.returncode == 0 else None

    def lacks(self, commit: str, inside: Path | None) -> bool:
        """Whether a path of the tree was not there at a commit."""
        if inside is None or inside == Path():
            return False
        return self.run("cat-file", "-e", f"{commit}:{inside.as_posix()}").returncode != 0

    def formerly(self, commit: str, inside: Path) -> Path | None:
        """What a file of the tree was called at a commit, where git sees that it was renamed since."""
        done = self.run(
            *("diff", "--no-ext-diff", "--find-renames", "--diff-filter=R", "--name-status", "-z"),
            *(commit, "--"),
        )
        parts = _text(done.stdout).split("\0")
        renamed = dict(zip(parts[2::3], parts[1::3], strict=False))
        former = renamed.get(inside.as_posix())
        return Path(former) if former is not None else None

    def extract(self, commit: str, folder: Path, wanted: Path | None = None) -> bool:
        """Write the specifications of a commit below `folder`, with the files that they may refer to, and `wanted`.

        What attributes leave out of archives (`export-ignore`) is there as well.
        """
        listed = self.run("ls-tree", "-r", "-z", commit, "--")
        entries = [_ENTRY.fullmatch(entry) for entry in listed.stdout.split(b"\0") if entry]
        blobs = {_text(one["path"]): one for one in entries if one is not None}
        settings = [path for path in blobs if PurePosixPath(path).name == _SETTINGS]
        named = "".join(_text(text) for _, text in self._contents(blobs, settings))
        inside = wanted.as_posix() if wanted is not None else None
        paths = [
            path
            for path in blobs
            if path.endswith(_SUFFIXES) or path == inside or PurePosixPath(path).name in named
        ]
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in self._contents(blobs, paths):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if blobs[path]["mode"] == _LINK:
                _link(place, _text(text), folder)
            else:
                place.write_bytes(text)
        return listed.returncode == 0

    def _contents(
        self, blobs: Mapping[str, re.Match[bytes]], paths: list[str]
    ) -> Iterator[tuple[str, bytes]]:
        """What stands in some files of a commit."""
        asked = b"".join(blobs[path]["blob"] + b"\n" for path in paths)
        done = self.run("cat-file", "--batch", given=asked)
        at = 0
        for path in paths:
            end = done.stdout.find(b"\n", at)
            words = done.stdout[at:end].split()
            if end < 0 or len(words) != 3:
                return
            size = int(words[2])
            yield path, done.stdout[end + 1 : end + 1 + size]
            at = end + size + 2


def _link(place: Path, target: str, folder: Path) -> None:
    """A symbolic link of a commit, unless it leads out of it."""
    if (place.parent / target).resolve().is_relative_to(folder.resolve()):
        place.symlink_to(target)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def repository(path: Path, report: Report) -> Repository | None:
    """The working tree that `path` lies in; None, which is reported, where it lies in none."""
    folder = path if path.is_dir() else path.parent
    try:
        done = Repository(folder).run("rev-parse", "--show-toplevel")
    except OSError:
        message = "git is not installed"
        report.error("git-missing", message, None, "install git, or compare two files")
        return None
    if done.returncode != 0:
        message = f"`{folder}` is not in a git repository"
        report.error("git-missing", message, None, "compare two files instead of revisions")
        return None
    return Repository(Path(done.stdout.decode().strip()))
