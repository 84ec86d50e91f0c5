"""Specifications kept as they were read, so that after an edit only what it touches is read anew."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from msgspec import MsgspecError, Raw, Struct, msgpack

from .config import ApiConfig
from .render.cache import Ahead, Cache, digest
from .reuse import tool
from .text.diagnostic import Diagnostic, Report

if TYPE_CHECKING:
    from .spec.document import Document

# Shorter documents are read as soon as they would be found.
_WORTH = 256 * 1024

# Where so large a part was edited, the document is kept anew.
_FAR = 1 / 32


class _Kept(Struct, array_like=True, frozen=True):
    """The text of a document without errors, in blocks, its tree as OpenAPI 3.1 has it, and what was found up to there.

    `told` says that places in it were told of in the end, as they will be again.
    """

    told: bool
    found: list[Diagnostic]
    blocks: list[str]
    tree: Raw


class Memory(Struct):
    """What is known of the specification of an API from an earlier run. It is looked for from the beginning on.

    `rough` says that parts of the document do not know where they stand.
    """

    config: ApiConfig
    cache: Cache
    key: str
    found: Ahead[bytes] | None
    rough: bool = False
    _whole: tuple[Document, str, list[Diagnostic]] | None = None

    @classmethod
    def of(cls, config: ApiConfig, cache: Cache) -> Memory:
        """That of one API."""
        key = digest("reading", tool(), os.path.abspath(config.spec), str(config.spec))
        return cls(config, cache, key, cache.begin(key))

    def forget(self) -> Memory:
        """This, with nothing known from an earlier run."""
        self.found, self.rough = None, False
        return self

    def again(self, report: Report) -> Document | None:
        """The document, as OpenAPI 3.1 has it, with all objects in shape; None where it has to be read as a whole.

        What is found in it goes into `report`, and its text into the sources of that.
        """
        # Imported while the entry is read.
        from .spec.document import document_of
        from .spec.edited import edited
        from .spec.edits import find_edits
        from .text.decode import decode, read_bytes
        from .text.fault import FaultError
        from .text.packed import unpacked

        if self.found is None:
            return None
        name = str(self.config.spec)
        try:
            text = decode(read_bytes(self.config.spec, name), name)
        except FaultError:
            return None
        kept = _kept(self.found)
        root = None if kept is None else unpacked(kept.tree)
        if kept is None or root is None:
            return None
        document, found = document_of(root, self.config.spec.name), kept.found
        if _ended(text) != "".join(kept.blocks):
            edits = find_edits(root, kept.blocks, _ended(text))
            is_far = sum(len(edit.new) for edit in edits) > len(text) * _FAR
            is_placed = kept.told or is_far or not any(edit.lines for edit in edits)
            now = edited(document, found, edits, is_placed) if edits else None
            if now is None:
                return None
            document, found = now
            self.rough = not is_placed
            if is_far:
                self._whole = document, text, found
        for one in found:
            report.add(one)
        report.sources.add(root.span.file, text)
        report.sources.unread.add(root.span.file)
        return document

    def note(self, document: Document, report: Report) -> None:
        """Take note of a document that was read as a whole: all that was found hangs on single objects, and none is an error."""
        if self.cache.folder is None:
            return
        text = report.sources.texts[document.root.span.file]
        resources = document.resources
        # One of several files has to be read to know whether these are the same.
        is_alone = len(document.files) == 1 and not (document.refused or document.links)
        if len(text) >= _WORTH and is_alone and not (resources.named or resources.dynamic):
            self._whole = document, text, list(report.found)

    def keep(self, report: Report) -> None:
        """Keep the document that was read, if it was read as a whole; `report` is what was told of it in the end."""
        if self._whole is not None:
            # What is said of issuing names is not said again.
            told = any(one.span and one.code != "name-numbered" for one in report.found)
            self.cache.put_later(self.key, partial(_written, told, *self._whole))


def _kept(ahead: Ahead[bytes]) -> _Kept | None:
    found = ahead.found()
    try:
        return None if found is None else msgpack.decode(found, type=_Kept)
    except MsgspecError:
        return None


def _written(told: bool, document: Document, text: str, found: list[Diagnostic]) -> bytes | None:
    """An entry of the cache; None for a document that can't be kept."""
    from .spec.edits import blocks_of
    from .text.packed import packed

    tree, blocks = packed(document.root), blocks_of(document.root, _ended(text))
    return msgpack.encode(_Kept(told, found, blocks, Raw(tree))) if tree and blocks else None


def _ended(text: str) -> str:
    """A text with the end of its last line, which many leave out."""
    return text if text.endswith("\n") else f"{text}\n"
