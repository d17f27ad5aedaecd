"""What an article calls its own alone, and credits to another outlet."""

from __future__ import annotations

import pytest

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.status.exclusives import claimed_alone


def suspected(text: str) -> list[Suspicion]:
    return read(text, "2031-05-02", names=False).suspect(claimed_alone)


@pytest.mark.parametrize(
    "text",
    [
        "A letter obtained by *The Morning Ledger* and shared exclusively with this publication shows that the dam leaks.",
        "In an exclusive interview with this newspaper, the singer said she would retire.\n\n“I am tired,” she told the BBC.",
        "EXCLUSIVE: Council planned to close pool\n\nThe council planned to close the pool, a leaked report shows.\n\n"
        "The report was first reported by the Evening Gazette.",
        "The Herald can exclusively reveal that the club is for sale.\n\nThe sale was first reported by Reuters on Monday.",
        "Footage seen exclusively by this website shows the crash.\n\nThe footage, obtained by Channel 7, shows a van.",
        "The letter, shared exclusively with The Daily Argus, warns of cuts.\n\n"
        "The letter was first published by The Evening Star.",
        "We can exclusively reveal the figures.\n\nThe figures, which the Guardian revealed on Sunday, show a fall.",
        "Speaking exclusively to this newspaper, Mr Odd said he was sorry.\n\n“I am sorry,” he told Reuters.",
        "In an exclusive interview with The Lanmore Herald, coach Tom Reed said he would leave.\n\n"
        "“It is time,” Reed told Sky News.",
        "Letters that have not been published before were shown to this newspaper.\n\n"
        "The letters were printed on Sunday in the magazine Kompas.",
        "The Argus is the only paper to have seen the list.\n\nThe list was put on the internet by the weekly Fanal.",
        "The company’s plans were revealed exclusively to The Sunday Ledger.\n\n"
        "The plans, as reported by the Daily Chronicle, include 300 homes.",
    ],
)
def test_what_another_has_as_well_is_suspected(text: str) -> None:
    (one,) = suspected(text)
    assert (one.kind, one.check, one.certainty) == ("exclusive", "exclusive_is_exclusive", "likely")


@pytest.mark.parametrize(
    "text",
    [
        "The firm has the exclusive licence to sell the drug.\n\nThe news was first reported by Reuters.",
        "In an exclusive interview with The Herald, she said she would go.\n\n“I am tired,” she told The Herald.",
        "The school is exclusive and was described by The Times as the best.\n\nMr Lee told the BBC that he liked it.",
        "The pool is used exclusively by members.\n\nThe plan was first reported by the Evening Gazette.",
        "The club has exclusive rights to the ground, it told the BBC.",
        "The documents, obtained exclusively by this newspaper, show that the firm knew.\n\n"
        "The minister told the BBC last year that she knew nothing.",
        "The memo was obtained by Reuters. A copy was seen by this newspaper.",
    ],
)
def test_rights_and_the_paper_itself_are_no_fault(text: str) -> None:
    assert not suspected(text)


def test_a_paper_that_was_told_may_be_the_one_that_speaks() -> None:
    (one,) = suspected(
        "In an exclusive interview with this newspaper, she said she would go.\n\n“I am tired,” she told The Herald."
    )
    assert one.certainty == "look"
