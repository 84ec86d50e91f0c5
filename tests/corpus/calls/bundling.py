"""A document of several files as one value, for readers that know one file only."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from ..examples import is_of_server
from ..raw import Place, Plain, Raw

FILES, PATHS = "x-files", "x-paths"


def bundled(raw: Raw) -> dict[str, Any]:
    """The entry file with those that it leads to under `x-files`, for requests; floats in place of decimals."""
    files = [raw.entry]
    found: list[Plain] = []
    while len(found) < len(files):
        at = files[len(found)]
        value = raw.at(Place(at, ""))
        found.append(_written(value, value, at, files))
    root = found[0] if isinstance(found[0], dict) else {}
    # What refers to a part of another operation still finds it, where that operation is left out.
    root |= {PATHS: root.get("paths")}
    return {**root, FILES: dict(zip(map(str, range(1, len(files))), found[1:], strict=True))}


def _written(value: Plain, root: Plain, file: Path, files: list[Path]) -> Plain:
    if isinstance(value, list):
        return [_written(child, root, file, files) for child in value]
    if isinstance(value, Decimal):
        return float(value)
    if not isinstance(value, dict):
        return value
    ref = value.get("$ref")
    if isinstance(ref, str):
        return {**value, "$ref": _moved(ref, file, files)}
    kept = dict(value)
    properties, required = kept.get("properties"), kept.get("required")
    if isinstance(properties, dict) and isinstance(required, list):
        # What only the server sets need not be sent, which OpenAPI 3.1 leaves to its reader.
        kept["required"] = [
            name for name in required if not is_of_server(root, properties.get(name))
        ]
    return {key: _written(child, root, file, files) for key, child in kept.items()}


def undiscriminating(value: Plain) -> Plain:
    """The same without discriminators, and with any of several schemas where exactly one is wanted."""
    if isinstance(value, list):
        return [undiscriminating(child) for child in value]
    if not isinstance(value, dict):
        return value
    return {
        "anyOf" if key == "oneOf" and "anyOf" not in value else key: undiscriminating(child)
        for key, child in value.items()
        if not (key == "discriminator" and isinstance(child, dict) and "propertyName" in child)
    }


def _moved(ref: str, file: Path, files: list[Path]) -> str:
    """A reference as it is written in the bundle."""
    name, _, pointer = ref.partition("#")
    target = (file.parent / unquote(name)).resolve() if name else file
    if "://" in name or not target.is_file():
        return ref
    if target not in files:
        files.append(target)
    number = files.index(target)
    if number == 0 and pointer.startswith("/paths/"):
        pointer = f"/{PATHS}{pointer.removeprefix('/paths')}"
    return f"#/{FILES}/{number}{pointer}" if number else f"#{pointer}"
