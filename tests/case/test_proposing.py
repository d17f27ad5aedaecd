"""Proposed claims: what is written of any text can be read back, and is what the desk would have written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.case.catalogue import assertable
from checks.case.claims import START, read_claims
from checks.case.editing import put
from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.nouns import Document
from checks.case.proposing import proposed_claims
from checks.case.starting import new_case
from checks.evidence.written import read_yaml
from checks.reading.article import read

TEXT = (
    "Pier to cost $40 million\n\n"
    "Mayor Ann Lee signed the order on Thursday, 5 June 2031. The work will end by March 2032.\n\n"
    "“We 🌉 waited\nlong: “too long”,” said Ines Okafor, who chairs the board; it was the *largest* order since 2019.\n\n"
    "The work will end by March 2032.\n"
)


def article(text: str) -> Document:
    return Document("article", "article", "t", "", "", None, None, "typed", "secondary", text, text)


def proposed(text: str) -> str:
    return proposed_claims(article(text), read(text, "2031-06-20", names=False))


def test_it_is_what_the_desk_would_write(project: Path) -> None:
    source = project / "pier.txt"
    source.write_text(TEXT, encoding="utf-8")
    new_case("2031-06-pier", source, {"published": "2031-06-20"}, project)
    path = project / "data" / "cases" / "2031-06-pier" / "claims.yaml"
    written = path.read_bytes()
    made = Case("2031-06-pier", project)
    assert len(made.claims.proposed) >= 6
    assert made.claims.of == {}
    path.write_text(START, encoding="utf-8")
    by_hand = Case("2031-06-pier", project)
    for claim in made.claims.proposed.values():
        put(by_hand, claim, seen="", proposed=True)
    assert path.read_bytes() == written


def test_words_that_cannot_be_told_apart_are_not_proposed() -> None:
    same = "The work will cost 40 dollars. " * 200
    assert proposed(same) == START
    twice = proposed(TEXT)
    assert twice.count("The work will end by March 2032") == 4  # words and says, of both places
    assert "prefix:" in twice or "suffix:" in twice


def test_values_that_no_check_reads_are_left_out() -> None:
    text = proposed("It was the third smallest class in the valley. Fees rose by 4 percent.")
    assert "third smallest" not in text.partition("asserts")[2].partition("}")[0]
    assert "asserts: {figure: 4 percent}" in text


def test_ids_tell_what_they_are_of_and_are_each_their_own() -> None:
    ids = [line.split()[-1] for line in proposed(TEXT).splitlines() if "- id:" in line]
    assert ids[0] == "pier-cost-40-million"
    assert len(set(ids)) == len(ids)


def holds(text: str) -> None:
    """What is proposed of a text is read back as the desk reads it, each by words that stand there once."""
    try:
        reading = read(text, "2031-06-20", names=False)
    except CaseError:
        return  # no words, or no English
    written = proposed_claims(article(text), reading)
    claims = read_claims(read_yaml(written, "claims.yaml"), article(text), assertable())
    assert not claims.of
    places = [claim.words.find(text) for claim in claims.proposed.values()]
    assert places == sorted(places)
    assert written.count("proposed: yes\n    words: {") == len(claims.proposed)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=120), st.integers(0, len(TEXT)))
def test_any_text_has_proposals_that_can_be_read(text: str, at: int) -> None:
    holds(f"{TEXT[:at]}{text}{TEXT[at:]}")


@pytest.mark.parametrize(
    "piece", ["“", "12 ", "=a#b ", "{}: - #", "\x85", "\u2028", "\ufeff", "Mayor Ann Lee ", "a" * 5000]
)
def test_hostile_text_does_not_stop_it(piece: str) -> None:
    holds(f"{TEXT}{piece * (20_000 // len(piece))}\n{TEXT}")
