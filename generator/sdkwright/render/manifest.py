"""The committed record of what was written: from files to its text and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import cast

from msgspec import Struct

from .paths import contents, in_order, path_faults

NAME = PurePosixPath(".sdkwright.json")
_NOTE = "Written by sdkwright: change the spec, not these files."
_HEX = frozenset("0123456789abcdef")


class Manifest(Struct, frozen=True):
    """Which version of the tool wrote a tree, and the SHA-256 of every file it wrote (this one excepted)."""

    version: str
    hashes: Mapping[PurePosixPath, str]


class Wanted(Struct, frozen=True):
    """The files that a tree shall hold, beside `text`: the manifest that goes with them."""

    contents: Mapping[PurePosixPath, bytes]
    version: str
    text: bytes


def wanted_of(files: Mapping[PurePosixPath, str], version: str) -> Wanted:
    """`files` checked and encoded, as version `version` of the tool would publish them."""
    encoded = contents(files)
    return Wanted(encoded, version, text_of(manifest_of(encoded, version)).encode())


def manifest_of(wanted: Mapping[PurePosixPath, bytes], version: str) -> Manifest:
    """The record of `wanted`, whose paths have been checked."""
    if NAME in wanted:
        raise AssertionError(f"{NAME} is the manifest's own name")
    return Manifest(version, {path: sha256(wanted[path]) for path in in_order(wanted)})


def text_of(manifest: Manifest) -> str:
    """The manifest as JSON, one line a file, so that a merge or a review sees files and not one blob."""
    hashes = {str(path): manifest.hashes[path] for path in in_order(manifest.hashes)}
    return (
        json.dumps({"note": _NOTE, "sdkwright": manifest.version, "files": hashes}, indent=2) + "\n"
    )


def parse(content: bytes) -> Manifest | None:
    """The manifest that `content` spells; None for anything else.

    The paths are held to the same rules as those we write: a doctored manifest must not make us delete what lies
    outside of the tree.
    """
    try:
        raw: object = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(raw, dict):
        return None
    fields = cast("dict[str, object]", raw)
    version, files = fields.get("sdkwright"), fields.get("files")
    if not isinstance(version, str) or not isinstance(files, dict):
        return None
    return _checked(version, cast("dict[str, object]", files))


def _checked(version: str, files: dict[str, object]) -> Manifest | None:
    hashes: dict[PurePosixPath, str] = {}
    for name, value in files.items():
        if not isinstance(value, str) or len(value) != 64 or not _HEX.issuperset(value):
            return None
        hashes[PurePosixPath(name)] = value
    if len(hashes) != len(files) or NAME in hashes or path_faults(hashes):
        return None
    return Manifest(version, hashes)


def sha256(content: bytes) -> str:
    """The hexadecimal SHA-256 of `content`."""
    return hashlib.sha256(content).hexdigest()


def published(target: Path) -> tuple[PurePosixPath, ...]:
    """The files that the manifest at `target` lists; nothing where there is no manifest of ours."""
    try:
        manifest = parse((target / NAME).read_bytes())
    except OSError:
        return ()
    return tuple(manifest.hashes) if manifest else ()
