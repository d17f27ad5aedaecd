"""Offices, bodies and reactions that are told apart by tables: what holds of every entry."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import organisation_is_right, reaction_is_right, role_is_right
from checks.case.errors import Unfit
from checks.case.nouns import Anchor, Claim
from checks.reading.acting import doers
from checks.reading.named.bodies import bodies_told, same_body
from checks.reading.named.lines import _TABLE, office_in, offices_told, stands
from checks.reading.reactions import _TABLE as REACTIONS
from checks.reading.reactions import reactions

CLAIM = Claim("it", Anchor("it"), "it", "article")
OFFICES = [
    [name.strip() for name in office.split(",")]
    for line in _TABLE.strip().splitlines()
    for office in line.partition(":")[2].split("|")
]
BODIES = [
    "Harbour Watch Coalition", "HWC", "Harbour Watch Campaign", "Ministry of Ports", "Department of Ports", "Ostby Bank",
    "Larch Bank", "U.S. Ports Agency", "United States Ports Agency", "Heron Air", "KVZ",
]  # fmt: skip


def test_a_name_of_an_office_stands_in_one_place() -> None:
    names = [name for office in OFFICES for name in office]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office[0])
def test_all_names_of_an_office_are_the_same(office: list[str]) -> None:
    for one, other in product(office, office):
        assert stands(office_in(one), office_in(other)) in ("same", "wider", "narrower")


@given(st.sampled_from(OFFICES), st.sampled_from(OFFICES))
def test_two_offices_stand_to_each_other_in_one_way(one: list[str], other: list[str]) -> None:
    there, back = stands(office_in(one[0]), office_in(other[0])), stands(office_in(other[0]), office_in(one[0]))
    assert {there, back} in ({"same"}, {"line"}, {"other"}, {"unknown"}, {"wider", "narrower"})


@pytest.mark.parametrize(
    "text", ["on board the ferry", "a major leak", "the general rule", "in private", "Captain’s log"]
)
def test_an_office_s_word_in_another_sense_is_none(text: str) -> None:
    assert offices_told(text) == []


def test_who_acts_is_the_one_that_a_passive_names() -> None:
    told = doers("closed the case", "The judge said that the case was closed by the prosecutor.")
    assert told is not None
    assert [one.said for one in told.told] == ["prosecutor"]
    assert doers("opened the lock", "The judge closed the case.") is None


@given(st.sampled_from(BODIES), st.sampled_from(BODIES))
def test_two_bodies_are_alike_in_both_directions(one: str, other: str) -> None:
    assert same_body(one, other, {}) == same_body(other, one, {})
    assert (one != other) or same_body(one, other, {}) == "same"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Harbour Watch Coalition", "HWC", "same"),
        ("U.S. Ports Agency", "US Ports Agency", "same"),
        ("Ministry of Ports", "Department of Ports", "same"),
        ("Harbour Watch Coalition", "Harbour Watch Campaign", "like"),
        ("Ostby Bank", "Larch Bank", "other"),
        ("Heron Air", "KVZ", "unknown"),
    ],
)
def test_names_of_bodies(one: str, other: str, alike: str) -> None:
    assert same_body(one, other, {}) == alike


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The Larch Group was sued by the Ostby Council.", ["named", "speaker"]),
        ("The Ostby Council accused of fraud said nothing.", ["named"]),
        ("It was hosted by the Port Studies Institute (PSI) and paid for by the Heron Fund.", ["host", "host", "payer"]),
        ("A report by the Eel Trust, which is part of the Larch University, was reprinted in the Ostby Times.",
         ["speaker", "parent", "outlet"]),
    ],
)  # fmt: skip
def test_each_body_has_its_part(text: str, parts: list[str]) -> None:
    assert [one.part for one in bodies_told(text)] == parts


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Harbour Trust said that pilots condemned the plan.", []),
        ("The Harbour Trust's plan was welcomed by pilots.", []),
        ("The mayor praised the Harbour Trust.", []),
        ("The Harbour Trust did not condemn the plan.", []),
        ("The plan drew criticism from the Harbour Trust.", ["criticised"]),
        ("The Harbour Trust read the plan and sharply condemned it.", ["criticised"]),
        ("The Harbour Trust said that it would study the plan.", ["reserved"]),
        ("The Harbour Trust declined to comment.", ["would not say"]),
    ],
)
def test_only_the_one_named_reacts(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in reactions(text, ["the Harbour Trust"])] == kinds


def test_the_ways_of_the_check_are_those_of_the_table() -> None:
    ways = set(get_args(reaction_is_right.Way))
    assert ways | {"reserved"} == set(REACTIONS)
    assert set(reaction_is_right.AGAINST) == ways
    assert all(way not in against and against <= ways for way, against in reaction_is_right.AGAINST.items())


def test_what_the_checks_must_be_given() -> None:
    with pytest.raises(Unfit, match="pass `passages` or `registers`"):
        role_is_right.check(CLAIM, office="mayor", act="opened the lock")
    with pytest.raises(Unfit, match="no body's name"):
        organisation_is_right.check(CLAIM, organisation="the government", passages=[])
