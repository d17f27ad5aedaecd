"""What bounds a noun or a predicate: quantifiers, exceptions, degrees, ranks, statistics; own sentences, true and false."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from checks.reading.slots.parsed import parsed
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.ranked_statements import first_of_all
from checks.reading.slots.scope import adverb_slots, scope_slots

AGREE, WIDER, NARROWER, CONFLICT = Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT
NOT_STATED = Relation.NOT_STATED


def noun(doc: Doc, word: str) -> list[Token]:
    """The tokens of this lemma, or of this word."""
    return [token for token in doc if word in (token.lemma_.lower(), token.lower_)]


def relation(slots: list[Slot], name: str) -> Relation | None:
    """The worst relation in the slots of this name, None without such a slot."""
    order = (CONFLICT, NARROWER, NOT_STATED, WIDER, AGREE)
    found = [slot.relation for slot in slots if slot.slot == name]
    return min(found, key=order.index) if found else None


def scoped(claim: str, passage: str, word: str, other: str = "") -> list[Slot]:
    claimed, stated = noun(parsed(claim), word), noun(parsed(passage), other or word)
    assert claimed, (claim, word)
    assert stated, (passage, other or word)
    return scope_slots(claimed[0], stated)[0]


QUANTIFIERS = [
    # claim, passage, noun, relation
    ("All nurses on the ward were vaccinated.", "Most nurses on the ward were vaccinated.", "nurse", CONFLICT),
    ("Every school in the valley has closed.", "Nearly every school in the valley has closed.", "school", CONFLICT),
    ("All flights were cancelled.", "Almost all of the flights were cancelled.", "flight", CONFLICT),
    ("All of the tenants have left.", "The tenants have left.", "tenant", NARROWER),
    ("All of the tenants have left.", "Every tenant has left.", "tenant", AGREE),
    ("The tenants have all left.", "All of the tenants have left.", "tenant", AGREE),
    ("The bridges were all closed.", "Some of the bridges were closed.", "bridge", CONFLICT),
    ("Both runners were disqualified.", "The two runners were disqualified.", "runner", AGREE),
    ("Both runners were disqualified.", "One of the two runners was disqualified.", "runner", CONFLICT),
    ("All nine jurors agreed.", "The nine jurors agreed.", "juror", AGREE),
    ("All nine jurors agreed.", "Seven of the nine jurors agreed.", "juror", CONFLICT),
    ("All nine jurors agreed.", "Nine of the nine jurors agreed.", "juror", AGREE),
    ("Pupils passed the test.", "Most pupils passed the test.", "pupil", WIDER),
    ("Most jurors agreed.", "All the jurors agreed.", "juror", WIDER),
    ("Most jurors agreed.", "Seven of the nine jurors agreed.", "juror", AGREE),
    ("Most jurors agreed.", "Three of the nine jurors agreed.", "juror", CONFLICT),
    ("Most farms were flooded.", "A majority of farms were flooded.", "farm", AGREE),
    ("Most farms were flooded.", "Sixty per cent of the farms were flooded.", "farm", AGREE),
    ("Most farms were flooded.", "Many farms were flooded.", "farm", NARROWER),
    ("Most farms were flooded.", "A few farms were flooded.", "farm", CONFLICT),
    ("The vast majority of pupils passed.", "Most pupils passed.", "pupil", AGREE),
    ("Some pupils passed.", "Most pupils passed.", "pupil", WIDER),
    ("Some pupils passed.", "All of the pupils passed.", "pupil", WIDER),
    ("Some pupils passed.", "None of the pupils passed.", "pupil", CONFLICT),
    ("Many shops stayed shut.", "Several shops stayed shut.", "shop", AGREE),
    ("Several shops stayed shut.", "Many shops stayed shut.", "shop", AGREE),
    ("Many shops stayed shut.", "Few shops stayed shut.", "shop", CONFLICT),
    ("Few shops reopened.", "Hardly any shops reopened.", "shop", AGREE),
    ("Few shops reopened.", "Most shops reopened.", "shop", CONFLICT),
    ("None of the sailors survived.", "Some of the sailors survived.", "sailor", CONFLICT),
    ("None of the sailors survived.", "Two of the sailors survived.", "sailor", CONFLICT),
    ("None of the sailors survived.", "None of the sailors survived.", "sailor", AGREE),
    ("Not all of the sailors survived.", "Some of the sailors survived.", "sailor", AGREE),
    ("Not all of the sailors survived.", "All of the sailors survived.", "sailor", CONFLICT),
    ("Buses in the county run on gas.", "Some buses in the county run on gas.", "bus", CONFLICT),
    ("Buses in the county run on gas.", "Only a few buses in the county run on gas.", "bus", CONFLICT),
    ("Buses in the county run on gas.", "Half of the buses in the county run on gas.", "bus", CONFLICT),
    ("Buses in the county run on gas.", "All buses in the county run on gas.", "bus", WIDER),
    ("The harbour was rebuilt.", "Part of the harbour was rebuilt.", "harbour", CONFLICT),
    ("The entire harbour was rebuilt.", "Part of the harbour was rebuilt.", "harbour", CONFLICT),
    ("The entire harbour was rebuilt.", "The whole harbour was rebuilt.", "harbour", AGREE),
    ("Only residents may park there.", "Residents may park there.", "resident", NARROWER),
    ("Residents may park there.", "Only residents may park there.", "resident", WIDER),
    ("Only residents may park there.", "Only residents may park there.", "resident", AGREE),
    ("Peru was the only member to abstain.", "Peru was a member that abstained.", "member", NARROWER),
    ("All of the trustees resigned.", "All but one of the trustees resigned.", "trustee", CONFLICT),
    ("The residents resigned.", "The residents resigned.", "resident", None),
    ("No residents objected.", "Residents did not object.", "resident", None),
    ("Twelve residents objected.", "Some residents objected.", "resident", None),
    ("She bought a boat.", "She bought a boat.", "boat", None),
]


@pytest.mark.parametrize(("claim", "passage", "word", "right"), QUANTIFIERS)
def test_a_quantifier_is_held_against_the_other(claim: str, passage: str, word: str, right: Relation | None) -> None:
    assert relation(scoped(claim, passage, word), "quantifier") == right


PREDICATES = [
    # claim, passage, predicate in both, relation
    ("The road was closed.", "The road was partly closed.", "close", CONFLICT),
    ("The road was fully closed.", "The road was partly closed.", "close", CONFLICT),
    ("The road was fully closed.", "The road was closed.", "close", NARROWER),
    ("The road was completely blocked.", "The road was fully blocked.", "block", AGREE),
    ("The road was partly closed.", "The road was closed in part.", "close", AGREE),
    ("The mill was destroyed.", "The mill was almost destroyed.", "destroy", CONFLICT),
    ("The mill was destroyed.", "The mill was completely destroyed.", "destroy", None),
    ("The mill was destroyed.", "The mill was all but destroyed.", "destroy", CONFLICT),
    ("Trading was suspended.", "Trading was temporarily suspended.", "suspend", CONFLICT),
    ("Trading was suspended.", "Trading was suspended for the time being.", "suspend", CONFLICT),
    ("Trading was permanently suspended.", "Trading was temporarily suspended.", "suspend", CONFLICT),
    ("Trading was briefly suspended.", "Trading was temporarily suspended.", "suspend", AGREE),
    ("He often missed meetings.", "He rarely missed meetings.", "miss", CONFLICT),
    ("He often missed meetings.", "He usually missed meetings.", "miss", WIDER),
    ("He always missed meetings.", "He usually missed meetings.", "miss", NARROWER),
    ("He missed meetings.", "He sometimes missed meetings.", "miss", CONFLICT),
    ("Sales rose sharply.", "Sales rose slightly.", "rise", CONFLICT),
    ("Sales rose steeply.", "Sales rose sharply.", "rise", AGREE),
    ("Sales rose.", "Sales rose sharply.", "rise", None),
    ("They left voluntarily.", "They left of their own accord.", "leave", AGREE),
    ("The gun was fired deliberately.", "The gun was fired by accident.", "fire", CONFLICT),
    ("The board unanimously backed her.", "The board backed her by a unanimous vote.", "back", AGREE),
    ("The board unanimously backed her.", "Every director backed her.", "back", AGREE),
    ("The board unanimously backed her.", "The board backed her by 7 votes to 2.", "back", CONFLICT),
    ("The board unanimously backed her.", "The board backed her.", "back", NARROWER),
    ("Nearly 40 people left.", "Nearly 40 people left.", "leave", None),
    ("All ports backed the strike.", "All ports except Hull backed the strike.", "back", CONFLICT),
    ("All ports except Hull backed the strike.", "Every port other than Hull backed the strike.", "back", AGREE),
    ("All ports except Hull backed the strike.", "All ports backed the strike.", "back", NARROWER),
    ("Hunting is banned except in Wales.", "Hunting is banned outside Wales.", "ban", AGREE),
    ("Hunting is banned.", "Hunting is banned outside Wales.", "ban", CONFLICT),
    ("Banks were shut.", "Banks were shut, with the exception of two branches.", "shut", CONFLICT),
    ("He was jailed twice.", "Apart from a warning, he was jailed twice.", "jail", None),
    ("They met in Bath.", "They met in Bath.", "meet", None),
]


@pytest.mark.parametrize(("claim", "passage", "word", "right"), PREDICATES)
def test_a_predicate_is_bounded_as_in_the_passage(claim: str, passage: str, word: str, right: Relation | None) -> None:
    slots, _ = adverb_slots(noun(parsed(claim), word)[0], noun(parsed(passage), word)[0])
    assert relation(slots, "quantifier") == right


RANKS = [
    # claim, passage, noun, relation
    ("It is the largest dairy.", "It is the third-largest dairy.", "dairy", CONFLICT),
    ("It is the third-largest dairy.", "It is the third-largest dairy.", "dairy", AGREE),
    ("It is the second-largest dairy.", "It is the 2nd largest dairy.", "dairy", AGREE),
    ("It is the biggest dairy.", "It is the largest dairy.", "dairy", AGREE),
    ("It is the largest dairy.", "It is one of the largest dairies.", "dairy", CONFLICT),
    ("It is one of the largest dairies.", "It is the second-largest dairy.", "dairy", WIDER),
    ("It is the largest dairy.", "It is the joint-largest dairy.", "dairy", CONFLICT),
    ("It is the largest dairy.", "It is perhaps the largest dairy.", "dairy", CONFLICT),
    ("It is the largest dairy.", "It is a dairy larger than Holm.", "dairy", NARROWER),
    ("It is the largest dairy.", "It is a dairy.", "dairy", NOT_STATED),
    ("It is a dairy.", "It is the largest dairy.", "dairy", None),
    ("It is the largest dairy.", "It is the smallest dairy.", "dairy", CONFLICT),
    ("It was the best-selling novel.", "It was the worst-selling novel.", "novel", CONFLICT),
    ("It was the best film.", "It was the worst film.", "film", CONFLICT),
    ("It is the most expensive stadium.", "It is the costliest stadium.", "stadium", AGREE),
    ("It is the most expensive stadium.", "It is the least expensive stadium.", "stadium", CONFLICT),
    ("It is the largest dairy in the world.", "It is the largest dairy in Europe.", "dairy", CONFLICT),
    ("It is the largest dairy in Europe.", "It is the largest dairy in the world.", "dairy", WIDER),
    ("It is the largest dairy on Earth.", "It is the world's largest dairy.", "dairy", AGREE),
    ("It is the largest dairy in Europe.", "It is the largest dairy in Norway.", "dairy", CONFLICT),
    ("It is the largest dairy in Norway.", "It is Norway's largest dairy.", "dairy", AGREE),
    ("It is the largest Norwegian dairy.", "It is Norway's largest dairy.", "dairy", AGREE),
    ("It is the largest dairy.", "It is the largest dairy in Norway.", "dairy", CONFLICT),
    ("It is the largest dairy in Norway.", "It is the largest dairy.", "dairy", NARROWER),
    ("It was the wettest June.", "It was the wettest June since 1912.", "June", CONFLICT),
    ("It was the wettest June since 1912.", "It was the wettest June since 1912.", "June", AGREE),
    ("It was the wettest June since 1950.", "It was the wettest June since 1912.", "June", WIDER),
    ("It was the wettest June since 1890.", "It was the wettest June since 1912.", "June", CONFLICT),
    ("It was the wettest June ever.", "It was the wettest June in 40 years.", "June", CONFLICT),
    ("It was the wettest June in 40 years.", "It was the wettest June on record.", "June", WIDER),
    ("She was the first woman to sail there.", "She was the first woman to sail there since 1970.", "woman", CONFLICT),
    ("She was the first woman to sail there.", "She was the first woman to sail there.", "woman", AGREE),
    ("She was the first woman to sail there.", "She was the last woman to sail there.", "woman", CONFLICT),
    ("The county had the most thefts.", "The county had the fewest thefts.", "theft", CONFLICT),
    ("It is the third largest dairy of the twelve.",
     "Of the five, it is the third largest dairy; of the twelve, it is the seventh largest.", "dairy", CONFLICT),
    ("It is the seventh largest dairy of the twelve.",
     "Of the five, it is the third largest dairy; of the twelve, it is the seventh largest.", "dairy", AGREE),
    ("It is the third largest dairy of the five.",
     "Of the five, it is the third largest dairy; of the twelve, it is the seventh largest.", "dairy", AGREE),
    ("It is the largest dairy in Britain.",
     "It is the largest dairy in Wales, and the fourth largest in Britain.", "dairy", CONFLICT),
    ("It is the fourth largest dairy in Britain.",
     "It is the largest dairy in Wales, and the fourth largest in Britain.", "dairy", AGREE),
    ("It is the largest dairy in Wales.",
     "It is the largest dairy in Wales; the mill is the largest in Britain.", "dairy", AGREE),
    ("It is the largest dairy of the twelve.", "It is the largest dairy of the five.", "dairy", CONFLICT),
    ("It is the country's leading brewer.", "It is the country's largest brewer.", "brewer", AGREE),
    ("It is the country's leading brewer.", "It is a leading brewer in the country.", "brewer", CONFLICT),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "passage", "word", "right"), RANKS)
def test_a_rank_keeps_its_place_its_end_and_its_field(
    claim: str, passage: str, word: str, right: Relation | None
) -> None:
    assert relation(scoped(claim, passage, word.lower()), "rank") == right


STATISTICS = [
    # claim, passage, noun of the claim, noun of the passage, relation
    ("The median rent is $900.", "The average rent is $900.", "rent", "rent", CONFLICT),
    ("The average rent is $900.", "The mean rent is $900.", "rent", "rent", AGREE),
    ("The average rent is $900.", "Rents averaged $900.", "rent", "rent", AGREE),
    ("The average rent is $900.", "The rent is $900.", "rent", "rent", NARROWER),
    ("The total bill was $900.", "The bill was $900 per head.", "bill", "bill", CONFLICT),
    ("The bill was $900.", "The bill was $900 per head.", "bill", "bill", CONFLICT),
    ("The bill was $900 a head.", "The bill was $900 per person.", "bill", "bill", AGREE),
    ("Net profit was $9m.", "Gross profit was $9m.", "profit", "profit", CONFLICT),
    ("Profit was $9m before tax.", "Profit was $9m after tax.", "profit", "profit", CONFLICT),
    ("Pay rose by 2 per cent.", "Pay rose by 2 per cent in real terms.", "pay", "pay", CONFLICT),
    ("Pay rose by 2 per cent in real terms.", "In real terms, pay rose by 2 per cent.", "pay", "pay", AGREE),
    ("The city had the most thefts.", "The city had the highest theft rate.", "theft", "theft", CONFLICT),
    ("The city had the highest theft rate.", "The city had the highest theft rate.", "theft", "theft", None),
    ("Annual output was 9,000 tonnes.", "Monthly output was 9,000 tonnes.", "output", "output", CONFLICT),
    ("Output rose by 3 per cent on the year.", "Output rose by 3 per cent on the month.", "output", "output", CONFLICT),
    ("Output was 9,000 tonnes.", "Output was 9,000 tonnes.", "output", "output", None),
]


@pytest.mark.parametrize(("claim", "passage", "word", "other", "right"), STATISTICS)
def test_a_statistic_is_not_another(claim: str, passage: str, word: str, other: str, right: Relation | None) -> None:
    assert relation(scoped(claim, passage, word, other), "statistic") == right


FIRSTS = [
    # claim, passage, the slots but "who"
    (
        "Brazil exports more coffee than any other country.",
        "Brazil is the world's largest exporter of coffee.",
        {"rank": AGREE},
    ),
    (
        "Brazil exports more coffee than any other country.",
        "Brazil is the second-largest exporter of coffee.",
        {"rank": CONFLICT},
    ),
    (
        "Ghana exports more cocoa than any other country.",
        "Ghana is Africa's largest exporter of cocoa.",
        {"rank": CONFLICT},
    ),
    ("No county has more bees than Devon.", "Devon has more bees than any other county.", {"rank": AGREE}),
    ("No county has more bees than Devon.", "Devon has fewer bees than any other county.", {"rank": CONFLICT}),
    (
        "No county has more bees than Devon.",
        "Per head, no county has as many bees as Devon.",
        {"rank": AGREE, "statistic": CONFLICT},
    ),
    ("No dam is taller than Inga.", "Inga is the tallest dam.", {"rank": AGREE}),
    ("No dam is taller than Inga.", "Inga is the tallest dam since 1970.", {"rank": CONFLICT}),
    ("No dam is taller than Inga.", "Inga is one of the tallest dams.", {"rank": CONFLICT}),
    ("Peru exports more coffee than any other country.", "Brazil is the world's largest exporter of coffee.", None),
    ("Inga is a dam.", "Inga is the tallest dam.", None),
]


@pytest.mark.parametrize(("claim", "passage", "right"), FIRSTS)
def test_who_comes_first_can_be_told_in_three_ways(claim: str, passage: str, right: dict[str, Relation] | None) -> None:
    found = first_of_all(parsed(claim), parsed(passage))
    assert right == (found and {slot.slot: slot.relation for slot in found[0] if slot.slot != "who"})


def test_the_tokens_that_a_quantifier_took_are_given() -> None:
    claim, passage = parsed("Nearly all of the largest farms in Kent closed."), parsed("Nearly all farms closed.")
    slots, taken = scope_slots(noun(claim, "farm")[0], noun(passage, "farm"))
    assert {claim[i].lower_ for i in taken} >= {"nearly", "all"}
    assert relation(slots, "quantifier") == AGREE


def test_both_phrases_stand_in_the_slot() -> None:
    (slot,) = scoped("It is the largest dairy.", "It is the third-largest dairy.", "dairy")
    assert (slot.claim, slot.passage) == ("largest dairy", "third-largest dairy")
    assert "third-largest" in slot.why


ODD = [
    "", " ", "All", "most", "of of of", "the the most", "…", "Of the two, of", "100 % % per cent of", "No. 2", "-est",
    "\U0001f600 all \U0001f600", "except except for", "all but", "Only only only", "most\nof\n\nthem", "ever since ever",
    "x" * 3000, "all of " * 200, "the most " * 200, "per head " * 100, "(((((((", "1 of 2 of 3 of 4", "9" * 40 + " of them",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD)
def test_no_text_is_too_odd(text: str) -> None:
    odd, plain = (
        parsed(text),
        parsed("All the largest farms but two were partly closed, at 9 per head, except in Kent."),
    )
    for one, other in ((odd, plain), (plain, odd), (odd, odd)):
        first_of_all(one, other)
        for token in list(one)[:12]:
            assert scope_slots(token, list(other)[:12]) == scope_slots(token, list(other)[:12])
            assert scope_slots(token, []) is not None
            for against in list(other)[:4]:
                adverb_slots(token, against)
