"""Nouns, descriptors and predicates of a claim beside those of a passage: own sentences, true and false."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Token

from checks.reading.slots.match_describing import hyphened
from checks.reading.slots.match_names import can_be
from checks.reading.slots.matching import (
    describing,
    is_name,
    light_noun,
    name_of,
    nouns_alike,
    predicates_alike,
    thing,
)
from checks.reading.slots.parsed import parsed
from checks.reading.slots.parts import Relation
from checks.reading.slots.sides import Side

AGREE, WIDER, NARROWER, CONFLICT = Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT


def side(text: str) -> Side:
    return Side(parsed(text))


def word(within: Side, text: str) -> Token:
    """The last token of this text."""
    return [token for token in within.doc if token.text == text][-1]


def stated(claim: str, ours: str, passage: str, theirs: str, in_its_place: bool = False) -> bool:
    of, by = side(claim), side(passage)
    found = nouns_alike(word(of, ours), word(by, theirs), by, in_its_place)
    return found is not None and found[0].stated


@pytest.mark.parametrize(
    ("claim", "ours", "passage", "theirs"),
    [
        ("The Senate rejected the treaty.", "Senate", "Members of the Senate rejected the treaty.", "Members"),
        ("Senators rejected the treaty.", "Senators", "The Senate rejected the treaty.", "Senate"),
        ("The council approved the road.", "council", "Councillors approved the road.", "Councillors"),
        ("The police arrested the driver.", "police", "Police officers arrested the driver.", "officers"),
        ("The city of Leeds sold the hall.", "city", "Leeds sold the hall.", "Leeds"),
        ("Leeds sold the hall.", "Leeds", "The city of Leeds sold the hall.", "city"),
        ("Residents of Hull opposed it.", "Residents", "People in Hull opposed it.", "People"),
        ("It met in the Norwegian capital.", "capital", "It met in Oslo.", "Oslo"),
        ("It met in Oslo.", "Oslo", "It met in the Norwegian capital.", "capital"),
        ("The F-35 flew in 2006.", "F-35", "The Lockheed Martin F-35 flew in 2006.", "F-35"),
        ("The carmaker closed a plant.", "carmaker", "Ford, a carmaker, closed a plant.", "Ford"),
        ("Mr Abel left.", "Abel", "John Abel left.", "Abel"),
        ("The samples were lost.", "samples", "Some of the samples were lost.", "Some"),
    ],
)
def test_one_thing_in_two_ways(claim: str, ours: str, passage: str, theirs: str) -> None:
    assert stated(claim, ours, passage, theirs)


@pytest.mark.parametrize(
    ("claim", "ours", "passage", "theirs"),
    [
        ("The union attacked the offer.", "union", "Members of the union attacked the offer.", "Members"),
        ("The Senate rejected the treaty.", "Senate", "Some senators rejected the treaty.", "senators"),
        ("The council approved the road.", "council", "Two councillors approved the road.", "councillors"),
        ("The company failed.", "company", "She owns a share of the company.", "share"),
        ("The party met in the French capital.", "capital", "The party met in Lyon.", "Lyon"),
        ("Hans Weber Jr. won.", "Jr.", "Hans Weber Sr. won.", "Sr"),
        ("The A320 flew.", "A320", "The A330 flew.", "A330"),
        ("Boston City Hospital closed.", "Hospital", "Boston Children's Hospital closed.", "Hospital"),
        ("The University of Bonn closed.", "University", "The University of Leipzig closed.", "University"),
    ],
)
def test_two_things_that_look_alike(claim: str, ours: str, passage: str, theirs: str) -> None:
    assert not stated(claim, ours, passage, theirs)


@pytest.mark.parametrize(
    ("claim", "ours", "passage", "theirs", "right"),
    [
        ("Grey Light was shown in May.", "Light", "The film was shown in June.", "film", True),
        ("Grey Light was shown in May.", "Light", "It was shown in June.", "It", True),
        ("Anna Cole was born in May.", "Cole", "She was born in June.", "She", True),
        ("Mr Cole was born in May.", "Cole", "She was born in June.", "She", False),
        ("Nordwing went bankrupt.", "Nordwing", "Kestrel Air bought it. The buyer went bankrupt.", "buyer", False),
        ("Anna Cole was shown in May.", "Cole", "The film was shown in June.", "film", False),
    ],
)
def test_only_a_pronoun_or_a_description_in_its_place(
    claim: str, ours: str, passage: str, theirs: str, right: bool
) -> None:  # fmt: skip
    assert stated(claim, ours, passage, theirs, in_its_place=True) == right


@pytest.mark.parametrize(
    ("claim", "ours", "passage", "theirs", "relation"),
    [
        ("The closed bridge stands.", "bridge", "The bridge stands in Hull. It was closed.", "bridge", AGREE),
        ("The closed bridge stands.", "bridge", "The bridge was closed in May.", "bridge", AGREE),
        ("The closed bridge stands.", "bridge", "The bridge was not closed in May.", "bridge", NARROWER),
        ("A Canadian film won.", "film", "A film from Canada won.", "film", AGREE),
        ("A Spanish court fined him.", "court", "A court in Spain fined him.", "court", AGREE),
        ("A Spanish court fined it.", "court", "A court fined the Spanish bank.", "court", NARROWER),
        ("The Italian firm sold it.", "firm", "The firm sold it to an Italian bank.", "firm", NARROWER),
        (
            "The stolen painting was sold.",
            "painting",
            "The painting was sold. A stolen car was found.",
            "painting",
            NARROWER,
        ),
        ("The wooden house burned.", "house", "The house burned. A wooden shed stood.", "house", NARROWER),
        ("He is an Indian cricketer.", "cricketer", "He is a Pakistani cricketer.", "cricketer", CONFLICT),
        ("The blue bus was late.", "bus", "The red bus was late.", "bus", NARROWER),
        ("The younger sister won.", "sister", "The older sister won.", "sister", NARROWER),
        ("A best-selling song played.", "song", "A best-selling song played.", "song", AGREE),
        ("A worst-selling song played.", "song", "A best-selling song played.", "song", CONFLICT),
        ("The long-running strike ended.", "strike", "The strike ended.", "strike", NARROWER),
        ("The chairman of the bank left.", "chairman", "The chairman of the club left.", "chairman", NARROWER),
        ("He left the Labor Party.", "Party", "He left the Labor Party.", "Party", AGREE),
        (
            "A role in the film brought praise.",
            "role",
            "A role in the play brought praise. The film failed.",
            "role",
            NARROWER,
        ),
    ],
)
def test_what_the_claim_adds_to_a_noun(
    claim: str, ours: str, passage: str, theirs: str, relation: Relation
) -> None:  # fmt: skip
    of, by = side(claim), side(passage)
    found = describing(word(of, ours), by.mentions.of(word(by, theirs)), by, set())
    assert found[0] is relation or (relation is AGREE and found[0] is WIDER), found


@pytest.mark.parametrize(
    ("claim", "ours", "passage", "theirs", "relation"),
    [
        ("The minister gave a speech.", "gave", "The minister spoke.", "spoke", AGREE),
        ("The minister spoke.", "spoke", "The minister gave a speech.", "gave", AGREE),
        ("The minister gave a present.", "gave", "The minister spoke.", "spoke", None),
        ("The firm bought the mill.", "bought", "The council sold the mill.", "sold", None),
        ("Prices rose.", "rose", "Prices fell.", "fell", CONFLICT),
        ("The minister took the train.", "took", "The minister took part in the talks.", "took", None),
        ("The shop closed.", "closed", "The shop shut.", "shut", AGREE),
        ("The rule took effect.", "took", "The shop gave notice.", "gave", None),
    ],
)
def test_predicates(claim: str, ours: str, passage: str, theirs: str, relation: Relation | None) -> None:
    of, by = side(claim), side(passage)
    found = predicates_alike(word(of, ours), of, word(by, theirs), by)
    assert (found[0] if found else None) is relation


def test_the_noun_of_a_light_verb() -> None:
    of = side("The minister gave a speech in Leeds.")
    found = light_noun(word(of, "gave"), of)
    assert found is not None
    assert (found[0].text, found[1]) == ("speech", "speak")
    assert light_noun(word(side("He gave a present."), "gave"), side("He gave a present.")) is None


@pytest.mark.parametrize(
    ("text", "head", "meant"),
    [
        ("Most of the jurors objected.", "Most", "jurors"),
        ("None of the jurors objected.", "None", "jurors"),
        ("The number of deaths fell.", "number", "deaths"),
        ("Members of the union objected.", "Members", "Members"),
        ("Fantastic Four was shown.", "Four", "Four"),
    ],
)
def test_what_is_counted(text: str, head: str, meant: str) -> None:
    within = side(text)
    found = thing(word(within, head), within)
    assert found is not None
    assert found.text == meant


def test_pronouns_by_title_and_given_name() -> None:
    of = side("Sir Ralph Pole met Anna Cole in Leeds.")
    assert can_be("he", word(of, "Pole"), True)
    assert not can_be("she", word(of, "Pole"), True)
    assert not can_be("it", word(of, "Cole"), True)
    assert can_be("it", word(of, "Leeds"), False)


def test_words_joined_by_hyphens() -> None:
    of = side("A well-known, long-running show")
    assert [token.text for token in hyphened(word(of, "known"))] == ["well", "known"]
    assert [token.text for token in hyphened(word(of, "show"))] == ["show"]


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read(claim: str, passage: str) -> None:
    of, by = side(claim or "a"), side(passage or "a")
    for token in of.doc:
        is_name(token), name_of(token), thing(token, of)
        for other in by.doc:
            first = nouns_alike(token, other, by, in_its_place=True)
            assert first == nouns_alike(token, other, by, in_its_place=True)
            predicates_alike(token, of, other, by)
            describing(token, [other], by, set())
