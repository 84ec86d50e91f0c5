"""Words of a document as names of Python."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.model import camel_case, pascal_case
from sdkwright.python.words import (
    camel,
    constant,
    pascal,
    singular,
    snake,
    unreserved,
    upper_camel,
    words,
)

_WORD = st.from_regex(r"[a-z][a-z]{1,8}", fullmatch=True)
_SNAKE = st.lists(_WORD, min_size=1, max_size=5).map("_".join)


@given(_SNAKE)
def test_regular_names_survive_the_round_trip(name: str) -> None:
    assert snake(camel(name)) == name
    assert snake(upper_camel(name)) == name


@given(st.text())
def test_the_runtime_spells_wire_names_the_same_way(name: str) -> None:
    assert camel(name) == camel_case(name)
    assert upper_camel(name) == pascal_case(name)


@given(st.text())
def test_names_are_ascii_identifiers_or_empty(text: str) -> None:
    for name in (snake(text), pascal(text), constant(text)):
        assert name == "" or (name.isascii() and name.isidentifier())
        assert len(name) <= 61
    assert not snake(text).startswith("_")


@given(st.text())
def test_snake_of_a_snake_is_itself(text: str) -> None:
    once = snake(text)
    assert snake(once) == once


@given(st.text())
def test_words_are_lower_case_and_hold_every_letter(text: str) -> None:
    found = "".join(words(text))
    assert found == found.lower()
    plain = "".join(c for c in text if c.isascii() and c.isalnum())
    assert len(found) >= len(plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GetAllRefundsResponse", ("get", "all", "refunds", "response")),
        ("SKUList", ("sku", "list")),
        ("line2", ("line2",)),
        ("k8s", ("k8s",)),
        ("Floating IPs", ("floating", "ips")),
        ("getUserIDsOf", ("get", "user", "ids", "of")),
        ("OAuth2Token", ("oauth2", "token")),
        ("IPv4Address", ("ipv4", "address")),
        ("i18nText", ("i18n", "text")),
        ("oauth2token", ("oauth2", "token")),
        ("orderID", ("order", "id")),
        ("größe", ("grosse",)),
        ("Ærø", ("aero",)),
        ("café-crème", ("cafe", "creme")),
        ("☃", ()),
        ("__class__", ("class",)),
    ],
)
def test_words(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("refundItems", "refundItem"),
        ("entries", "entry"),
        ("boxes", "box"),
        ("addresses", "address"),
        ("status", "status"),
        ("analysis", "analysis"),
        ("address", "address"),
        ("SKUList", "SKUList"),
    ],
)
def test_singular(text: str, expected: str) -> None:
    assert singular(text) == expected


def test_digits_in_front_get_a_letter() -> None:
    assert (snake("7days"), pascal("7days"), constant("7days")) == ("n7_days", "N7Days", "N7_DAYS")


def test_keywords_and_reserved_names_get_an_underscore() -> None:
    assert unreserved("class") == "class_"
    assert unreserved("json", frozenset({"json"})) == "json_"
    assert unreserved("match") == "match"


def test_a_long_name_keeps_whole_words_of_both_ends() -> None:
    text = "api.v2010.account.available_phone_number_country.available_phone_number_toll_free"
    assert pascal(text) == "ApiV2010AccountAvailableCountryAvailablePhoneNumberTollFree"
    assert snake(text) == "api_v2010_account_country_available_phone_number_toll_free"


def test_one_endless_word_is_cut() -> None:
    assert snake("x" * 100) == "x" * 60


def test_a_sign_before_a_number_is_a_word() -> None:
    assert (snake("+1"), snake("-1"), constant("-1.5"), snake("a-1")) == (
        "plus_1",
        "minus_1",
        "MINUS_1_5",
        "a_1",
    )
