"""What git knows of a path: the revision that is compared with, and the files as they were there. Nothing is checked out."""

from __future__ import annotations

import io
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from ..text.diagnostic import Report

_SUFFIXES = (".yaml", ".yml", ".json", "sdkwright.toml", "sdkwright.lock")
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Repository:
    """A working tree: its root."""

    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run git in it; hooks and prompts of the user stay out of it."""
        command = ["git", "-C", str(self.root), "--no-pager", *arguments]
        return subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)

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

    def extract(self, commit: str, folder: Path) -> bool:
        """Write the specifications of a commit below `folder`, with the files that they may refer to."""
        listed = self.run("ls-tree", "-r", "--name-only", "-z", commit, "--")
        paths = [
            path for path in listed.stdout.decode("utf-8", "surrogateescape").split("\0") if path
        ]
        wanted = [path for path in paths if path.endswith(_SUFFIXES)]
        folder.mkdir(parents=True, exist_ok=True)
        for at in range(0, len(wanted), _AT_ONCE):
            names = [f":(top,literal){path}" for path in wanted[at : at + _AT_ONCE]]
            done = self.run("archive", "--format=tar", commit, "--", *names)
            if done.returncode != 0:
                return False
            with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
                archive.extractall(folder, filter="data")
        return listed.returncode == 0


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
