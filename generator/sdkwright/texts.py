"""The texts that `x-source` speaks of: how long each is, and whether it is still what was compared with a specification."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import cast

from msgspec import Struct, field

from .config import Config
from .text.diagnostic import Report

FILE = "sources.lock.json"
"""Its name, beside the configuration."""


class Texts(Struct, frozen=True):
    """The texts of a folder by their names without the ending: how many lines each has, and its digest.

    `locked` are the digests of those that were compared.
    """

    lines: Mapping[str, int]
    digests: Mapping[str, str]
    locked: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def stale(self) -> frozenset[str]:
        """Which texts have changed since they were compared."""
        known = self.digests.items()
        return frozenset(name for name, now in known if self.locked.get(name, now) != now)


def read_texts(config: Config, report: Report) -> Texts | None:
    """The texts in the folder that the configuration names; None where it names none.

    Reports `sources-missing` and `sources-lock-unreadable`.
    """
    folder = config.lint.sources
    if folder is None:
        return None
    if not folder.is_dir():
        message = f"there is no folder `{folder}` of source documents"
        report.error("sources-missing", message, None, "correct `sources` under `[lint]`")
        return None
    data = {path.stem: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    lines = {name: text.count(b"\n") + (not text.endswith(b"\n")) for name, text in data.items()}
    digests = {name: sha256(text).hexdigest() for name, text in data.items()}
    return Texts(lines, digests, _locked(config.root / FILE, report))


def lock_texts(config: Config, cited: frozenset[str], report: Report) -> int:
    """Note the state of the cited texts beside the configuration; how many there are."""
    texts = read_texts(config, report)
    found = (
        {name: texts.digests[name] for name in sorted(cited & texts.digests.keys())}
        if texts
        else {}
    )
    if not found:
        message = "there is no cited text whose state could be noted"
        report.error("sources-missing", message, None, "set `sources` under `[lint]`")
        return 0
    (config.root / FILE).write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return len(found)


def _locked(path: Path, report: Report) -> Mapping[str, str]:
    try:
        data: object = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        data = None
    if not isinstance(data, dict):
        message = f"`{path.name}` is no list of texts and their digests"
        hint = "write it anew with `sdkwright sources --lock`"
        report.error("sources-lock-unreadable", message, None, hint)
        return {}
    return {str(name): str(digest) for name, digest in cast("dict[object, object]", data).items()}
