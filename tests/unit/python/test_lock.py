"""The name lock as text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.python.lock import Lock, read_lock, write_lock

_NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,8}_", fullmatch=True)
_SCOPES = st.dictionaries(st.text(), st.dictionaries(st.text(), _NAMES, min_size=1))


@given(_SCOPES)
def test_a_lock_survives_the_round_trip(scopes: dict[str, dict[str, str]]) -> None:
    assert read_lock(write_lock(Lock(scopes))) == Lock(scopes)


@given(_SCOPES)
def test_order_makes_no_difference(scopes: dict[str, dict[str, str]]) -> None:
    backwards = {s: dict(reversed(n.items())) for s, n in reversed(scopes.items())}
    assert write_lock(Lock(backwards)) == write_lock(Lock(scopes))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< ours\n{}\n",
        "[]",
        '{"types": []}',
        '{"types": {"a": 1}}',
        '{"types": {"a": "class"}}',
        '{"types": {"a": "x; import os"}}',
    ],
)
def test_what_is_no_lock(text: str) -> None:
    assert read_lock(text) is None
