"""One example of every diagnostic code of `text`: the input, and the line it is told at (0: no place)."""

from __future__ import annotations

CODES: dict[str, tuple[str | bytes, int]] = {
    "not-utf8": (b"a: 1\nb: caf\xe9\n", 2),
    "nul-character": ("a: 1\nb: \0\n", 2),
    "control-character": ("a: 1\nb: \x1b\n", 2),
    "yaml-empty": ("", 1),
    "yaml-many-documents": ("a: 1\n---\nb: 2\n", 2),
    "yaml-tab": ("a:\n\tb: 1\n", 2),
    "yaml-unclosed": ("a: {b: [1,\n", 2),
    "yaml-syntax": ("a: b: c\n", 1),
    "yaml-escape": ('a: "\\q"\n', 1),
    "yaml-tag": ("a: 1\nb: !evil x\n", 2),
    "yaml-key-not-text": ("a: 1\n? [b]\n: 2\n", 2),
    "duplicate-key": ("200: a\nb: 1\n'200': c\n", 3),
    "yaml-unknown-alias": ("a: *b\n", 1),
    "yaml-recursive-alias": ("a: &l [*l]\n", 1),
    "yaml-alias-limit": (
        "a: &a [" + "l," * 99 + "]\n"
        "b: &b [" + "*a," * 99 + "]\n"
        "c: &c [" + "*b," * 99 + "]\n"
        "d: [" + "*c," * 99 + "]\n",
        4,
    ),
    "yaml-merge-not-mapping": ("a:\n  <<: 1\n", 2),
    "yaml-too-deep": ("a: " + "[" * 300 + "]" * 300, 1),
    "number-out-of-range": ("a: 1e400\n", 1),
    "number-not-finite": ("a: .inf\n", 1),
}

# These take a file system or a very large text: see test_yaml_files.py.
FILE_CODES = ("file-not-found", "file-unreadable", "file-too-large")
