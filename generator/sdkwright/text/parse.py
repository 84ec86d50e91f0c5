"""The parse events of a text, one after the other, by ruamel.yaml's parser over a scanner of our own."""

from __future__ import annotations

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportIncompatibleMethodOverride=false
# (ruamel.yaml has no types for what is used here.)
from collections.abc import Callable
from typing import Any

from ruamel.yaml import tokens
from ruamel.yaml.docinfo import DocInfo
from ruamel.yaml.parser import Parser

from .cursor import Cursor
from .scan import FastScanner


class _Rules:
    processing_version = (1, 2)


class FastParser(Parser):
    """ruamel.yaml's parser that knows its scanner, instead of looking it up at every step."""

    scanner: FastScanner | None = None

    def __init__(self, loader: Loader) -> None:
        self.scanner = loader.scanner
        super().__init__(loader)

    def parse_block_mapping_value(self) -> Any:
        # As in ruamel.yaml, but a value left out stands behind its colon, not where the next key begins.
        scanner = self.scanner
        assert scanner is not None
        self.state: Any = self.parse_block_mapping_key
        if not scanner.check_token(tokens.ValueToken):
            return self.process_empty_scalar(scanner.peek_token().start_mark)
        colon = scanner.get_token()
        if scanner.check_token(tokens.KeyToken, tokens.ValueToken, tokens.BlockEndToken):
            return self.process_empty_scalar(colon.end_mark)
        self.states.append(self.parse_block_mapping_key)
        return self.parse_block_node_or_indentless_sequence()


class Loader:
    """What ruamel.yaml's parser and scanner look each other up in."""

    typ = "safe"
    comment_handling = None

    def __init__(self, text: str) -> None:
        self.doc_infos = [DocInfo()]
        self.resolver = _Rules()
        self.reader = Cursor(text)
        self.scanner = FastScanner(self)
        self.parser = FastParser(self)


def events(text: str) -> Callable[[], Any]:
    """What gives the parse events of `text` one by one, then None; it raises ruamel.yaml's MarkedYAMLError."""
    return Loader(text).parser.get_event
