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
from checks.reading.named.other_voices import other_voice
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
        ("the UN", "United Nations", "same"),
        ("the U.N.", "the UN", "same"),
        ("U. N.", "United Nations", "same"),
        ("U.N. Security Council", "United Nations Security Council", "same"),
        ("H.W.C.", "Harbour Watch Coalition", "same"),
        ("H.W.C.", "the HWC", "same"),
        ("HWC", "HWT", "unknown"),
        ("HWC", "Harbour Trust", "unknown"),
        ("UN", "Union of Nurses", "unknown"),
        ("UN", "United Nations Fish Institute", "like"),
        ("WHO", "Wool Hat Office", "unknown"),
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
    ("text", "of"),
    [
        ("The Harbour Walk Club (H.W.C.) met. The HWC said no.", "The Harbour Walk Club"),
        ("The Harbour Walk Club, known as HWC, met. The H.W.C. said no.", "The Harbour Walk Club"),
        ("The Harbour Walk Club met. The HWC said no.", "Harbour Walk Club"),
        ("The Harbour Walk Club met the Harbour Watch Coalition. The HWC said no.", ""),
        ("The Harbour Trust met. The HWC said no.", ""),
        ("The UN said no.", "United Nations"),
    ],
)
def test_letters_are_of_the_body_whose_name_the_text_gives(text: str, of: str) -> None:
    last = bodies_told(text)[-1]
    assert (last.part, last.of) == ("speaker", of)


def test_letters_are_of_the_body_that_the_document_around_names() -> None:
    (body,) = bodies_told("The HWC said no.", around="The Hill Walking Club (HWC) met.\n\nThe HWC said no.")
    assert body.of.endswith("Hill Walking Club")


@pytest.mark.parametrize("said", ["HW", "H.W.", "H. W."])
@pytest.mark.parametrize("wanted", ["HW", "H.W.", "the H.W.", "Harbour Watch"])
def test_two_letters_are_found_in_each_spelling(wanted: str, said: str) -> None:
    assert [body.said for body in bodies_told(f"The {said} said no.", [wanted])] == [said]
    assert bodies_told(f"The {said.replace('W', 'V')} said no.", [wanted]) == bodies_told(
        f"The {said.replace('W', 'V')} said no."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Berth four is closed, Ana Pike said.", "Berth four is closed, it was said.", "Ana Pike closed berth four.",
        "Mayor Ruiz: berth four is closed.", "“Berth four is closed.”", "She closed berth four.",
        "The harbour master has closed berth four.", "Berth four was closed by pilots.", "According to pilots, it is shut.",
        "The council has quietly closed berth four.",
    ],
)  # fmt: skip
def test_words_in_its_own_paper_that_may_be_of_another(text: str) -> None:
    voice = other_voice(f"Notice to mariners. {text}", ["Harbour Trust"])
    assert voice
    assert voice in text


@pytest.mark.parametrize(
    "text",
    [
        "Berth four is closed until May.", "We have closed berth four.", "The Harbour Trust has closed berth four.",
        "Berth four was closed by the Harbour Trust.", "Ferries suspended from 3 May.", "Berth four, the “long berth”, is shut.",
        "We said in May that it would close.", "Berth four is to be closed for the summer.",
    ],
)  # fmt: skip
def test_words_in_its_own_paper_that_are_its_own(text: str) -> None:
    assert other_voice(text, ["Harbour Trust"]) == ""


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
