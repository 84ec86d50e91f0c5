"""Names do not hang on the order of the claims, and what was issued once stays."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sdkwright.python.settle import PINNED, Claim, settle

_WORDS = st.sampled_from(["Pet", "pet", "PET", "Pets", "Refund", "AsyncPet", "Pet2", "Options"])
_FAMILIES = st.sampled_from([("{}",), ("{}", "Async{}"), ("{}", "{}WithResponse")])
_RESERVED = frozenset({"Options", "self"})


@st.composite
def _claims(draw: st.DrawFn) -> list[Claim]:
    ids = draw(st.lists(st.integers(0, 99), unique=True, max_size=12))
    return [
        Claim(
            f"#/{id_}",
            draw(st.integers(PINNED, 3)),
            tuple(draw(st.lists(_WORDS, min_size=1, max_size=3))),
            draw(_FAMILIES),
        )
        for id_ in ids
    ]


def _taken(claim: Claim, name: str) -> set[str]:
    return {pattern.format(name).casefold() for pattern in claim.family}


@given(_claims(), st.randoms())
def test_order_of_claims_makes_no_difference(claims: list[Claim], dice: random.Random) -> None:
    shuffled = dice.sample(claims, len(claims))
    assert settle(claims, _RESERVED) == settle(shuffled, _RESERVED)


@given(_claims())
def test_every_claim_gets_a_name_that_nobody_else_has(claims: list[Claim]) -> None:
    names = settle(claims, _RESERVED).names
    assert names.keys() == {claim.id for claim in claims}
    taken = {name.casefold() for name in _RESERVED}
    for claim in claims:
        family = _taken(claim, names[claim.id])
        assert not family & taken
        taken |= family


@given(_claims())
def test_numbered_are_those_without_a_candidate(claims: list[Claim]) -> None:
    settled = settle(claims, _RESERVED)
    for claim in claims:
        assert settled.names[claim.id] in claim.candidates or claim.id in settled.numbered


@given(_claims(), _claims())
def test_newcomers_rename_nobody(old: list[Claim], more: list[Claim]) -> None:
    issued = settle(old, _RESERVED).names
    known = {claim.id for claim in old}
    # Pinned newcomers may: their author insists on the name.
    fresh = [claim for claim in more if claim.id not in known and claim.rank > PINNED]
    names = settle([*old, *fresh], _RESERVED, issued).names
    assert {id_: names[id_] for id_ in issued} == dict(issued)


@given(_claims())
def test_settling_again_changes_nothing(claims: list[Claim]) -> None:
    issued = settle(claims, _RESERVED).names
    assert settle(claims, _RESERVED, issued).names == issued


def test_equals_both_give_way() -> None:
    claims = [Claim("a", 1, ("Pet", "PetOfA")), Claim("b", 1, ("Pet", "PetOfB"))]
    assert settle(claims).names == {"a": "PetOfA", "b": "PetOfB"}


def test_lower_rank_wins() -> None:
    claims = [Claim("a", 2, ("Pet", "PetModel")), Claim("b", 1, ("Pet",))]
    assert settle(claims).names == {"a": "PetModel", "b": "Pet"}


def test_pin_beats_a_name_issued_before() -> None:
    claims = [Claim("a", 1, ("Pet", "PetModel")), Claim("b", PINNED, ("Pet",))]
    assert settle(claims, locked={"a": "Pet"}).names == {"a": "PetModel", "b": "Pet"}


def test_name_issued_before_that_is_reserved_now_is_given_up() -> None:
    assert settle([Claim("a", 1, ("A",))], frozenset({"Old"}), {"a": "Old"}).names == {"a": "A"}


def test_numbers_follow_ids() -> None:
    claims = [Claim(id_, 1, ("pet",)) for id_ in ("c", "a", "b")]
    settled = settle(claims, joint="_")
    assert settled.names == {"a": "pet", "b": "pet_2", "c": "pet_3"}
    assert settled.numbered == ("a", "b", "c")


def test_family_is_taken_with_the_name() -> None:
    client = Claim("client", 3, ("Shop", "ShopClient"), ("{}", "Async{}"))
    model = Claim("model", 1, ("AsyncShop",))
    assert settle([client, model]).names == {"client": "ShopClient", "model": "AsyncShop"}
