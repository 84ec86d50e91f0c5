"""The header field `Link` (RFC 8288), and ways along pages."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.links import links, target_of

ADDRESS = "https://api.example.com/orders"
TARGETS = st.text(st.sampled_from(string.ascii_letters + ",;=?&/\"' "), max_size=12)
TOKENS = st.text(st.sampled_from(string.ascii_lowercase + string.digits + "-._*"), min_size=1)
VALUES = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=12)
PARAMETERS = st.dictionaries(TOKENS, VALUES, max_size=3)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@given(st.lists(st.tuples(TARGETS, PARAMETERS), max_size=4))
def test_what_is_written_is_read(written: list[tuple[str, dict[str, str]]]) -> None:
    field = ", ".join(
        f"<{target}>" + "".join(f"; {name}={quoted(value)}" for name, value in parameters.items())
        for target, parameters in written
    )
    assert list(links(field)) == [(target.strip(), one) for target, one in written]


@given(st.text())
def test_any_text_is_read_without_an_error(field: str) -> None:
    assert all(isinstance(target, str) for target, _ in links(field))


@pytest.mark.parametrize(
    ("field", "target"),
    [
        ("</orders?p=2>; rel=next", f"{ADDRESS}?p=2"),
        ('<?p=2>; rel="prev NEXT last"', f"{ADDRESS}?p=2"),
        ('<https://a.b/?x=1,2;3>;title="a;b,\\"c"; REL = next', "https://a.b/?x=1,2;3"),
        ("<?p=1>; rel=prev,,  , <?p=3>;rel=next", f"{ADDRESS}?p=3"),
        ("<?p=1>; rel=prev; rel=next", None),
        ("<?p=1>; rel=nextish, <?p=2>; title=next", None),
        ('<?p=1>; rel=next; anchor="/other"', None),
        (f'<?p=1>; rel=next; anchor="{ADDRESS}"', f"{ADDRESS}?p=1"),
        ("<?p=1>; foo; rel=next", f"{ADDRESS}?p=1"),
        ("?p=1; rel=next", None),
        ("<?p=1; rel=next", None),
        ("", None),
    ],
)
def test_the_next_page_is_found(field: str, target: str | None) -> None:
    assert target_of(field, "next", ADDRESS) == target
