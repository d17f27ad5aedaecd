"""The same figure with another number, the same quotation with other words or another speaker, in different articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles_to_screen import BRIDGE, DEBATE, MARKET, line, rows, screened

ALL = "SELECT kind, article, words, other, other_words, reason FROM told"


def test_a_figure_and_a_quotation_told_otherwise_are_found_and_placed(tmp_path: Path) -> None:
    found = screened(tmp_path, line(DEBATE, "2071-05-06"), line(MARKET), line(BRIDGE, "2071-05-04"))
    assert rows(found, ALL) == [
        ("figure", 3, "62 million", 1, "68 million", "“62 million crowns” in one, “68 million crowns” in the other"),
        ("quotation", 3, "“We have waited for this bridge for thirty years, and it will be worth the wait,”",
         1, "“We have waited for this bridge for forty years, and it will be worth the wait,”",
         "number: “thirty” in one, “forty” in the other"),
    ]  # fmt: skip
    for article, start, end, words in rows(found, 'SELECT article, start, "end", words FROM told') + rows(
        found, "SELECT other, other_start, other_end, other_words FROM told"
    ):
        assert {1: DEBATE, 3: BRIDGE}[article][start:end] == words
    assert not rows(found, "SELECT * FROM stories")


def test_another_speaker_is_told_and_the_same_one_by_a_longer_name_is_not(tmp_path: Path) -> None:
    said = "“Nobody has asked the people who cross the river every morning,” said {}. {}"
    more = ("Her shop is in Tanner Street.", "The meeting lasted until ten.", "Rain had kept many at home.")
    whose = ("Petra Sollund", "Judge Petra Sollund", "Oskar Brandt")
    found = screened(tmp_path, *(line(said.format(who, rest)) for who, rest in zip(whose, more, strict=True)))
    told = rows(found, "SELECT article, other, reason FROM told")
    assert (1, 3, "said by Petra Sollund in one, by Oskar Brandt in the other") in told
    assert not [row for row in told if row[:2] == (1, 2)]


@pytest.mark.parametrize(
    "other",
    [
        DEBATE.replace("68 million", "about 62 million").replace("forty", "thirty"),  # the same, rounded
        DEBATE.replace("68 million", "in 2065 still 68 million").replace("forty", "thirty"),  # of another year
        DEBATE.replace("Kell", "Vosk").replace("the Arl", "the Lind").replace("forty", "thirty"),  # another bridge
        DEBATE.replace("68", "62").replace("forty years, and it will be worth the wait", "thirty years"),  # cut short
    ],
)
def test_what_is_the_same_or_of_something_else_is_not_told(other: str, tmp_path: Path) -> None:
    found = screened(tmp_path, line(BRIDGE), line(other, "2071-05-06"))
    assert rows(found, ALL) == []


def test_a_list_of_figures_is_not_compared_and_an_honest_rounding_is_none(tmp_path: Path) -> None:
    poll = "In the poll for Kell, {} percent would vote for Mara Dunn, {} percent for Tom Berrow and {} percent for Ida Lorn."
    steps = "The lighthouse at Kell has {} steps, and the council of Kell counts its visitors on each of them."
    figures = ((46, 41, 13), (42, 38, 20))
    found = screened(
        tmp_path, *(line(poll.format(*some)) for some in figures),
        line(f"Visitors were asked. {steps.format('2,040')}"), line(f"It rained. {steps.format('about 2,000')}"),
    )  # fmt: skip
    assert rows(found, ALL) == []


def test_copies_of_one_story_are_left_to_the_story(tmp_path: Path) -> None:
    changed = BRIDGE.replace("62 million", "26 million").replace("thirty", "forty")
    found = screened(tmp_path, line(BRIDGE), line(changed))
    assert len(rows(found, "SELECT * FROM changed")) == 2
    assert rows(found, ALL) == []


STOCKS = "{} closed at ${} in composite trading on the New York Stock Exchange on Monday, up {} cents. {} makes {}."
KENT = "Rain fell all week. The lake at Kent holds {} million gallons and feeds the {} mills of Kent, the county said."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one form, two companies: no fact is told twice
        (STOCKS.format("Brandel", 19, 12, "Brandel", "rope"), STOCKS.format("Quist", 44, 87, "Quist", "oars")),
        # each tells both figures, in one sentence or in two
        (f"{KENT.format(40, 'nine')} It held 60 million gallons once.", f"{KENT.format(60, 'nine')} Then 40 million gallons."),
        (  # of polls of one race the figures are others each time
            "Sixty percent of voters say Mara Dunn of Kell is honest. In Kell 52 percent of women back Dunn over Tom Berrow.",
            "Of Kell's voters 47 percent trust Tom Berrow on the roads, and Mara Dunn of Kell leads him by 2 percent.",
        ),
    ],
)  # fmt: skip
def test_sentences_of_one_form_are_not_of_one_fact(one: str, other: str, tmp_path: Path) -> None:
    found = screened(tmp_path, line(one), line(f"The day began late. {other}", "2071-05-06"))
    assert rows(found, ALL) == []


def test_background_that_two_articles_of_other_things_have_is_compared(tmp_path: Path) -> None:
    one, other = (KENT.format(figure, "nine") for figure in (40, 60))
    found = screened(tmp_path, line(f"{one} Oskar Brandt was elected."), line(f"{other} The Vosk fair opened in Orla."))
    assert [row[-1] for row in rows(found, ALL)] == ["“40 million gallons” in one, “60 million gallons” in the other"]


SAID = "“We asked the people who cross the river every morning and {} of them want the old ferry back{}"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("none", "none", []),
        ("none", "the most", ["negation: “none” in one, “the most” in the other"]),
        ("not one", "notone", []),  # a word written as two is heard alike
    ],
)
def test_what_is_heard_otherwise_is_not_told_and_what_is_said_otherwise_is(
    one: str, other: str, told: list[str], tmp_path: Path
) -> None:
    first = f"{SAID.format(one, ',”')} said Petra Sollund. Her shop is in Tanner Street."
    second = f"Rain had kept many at home. {SAID.format(other, ',” Petra Sollund said on Monday, “and soon.”')}"
    found = screened(tmp_path, line(first), line(second))
    assert [row[-1] for row in rows(found, ALL)] == told


@pytest.mark.parametrize("whose", ["Anna Petra Sollund", "Petra Brandt Sollund"])
def test_a_name_in_full_is_no_other_speaker(whose: str, tmp_path: Path) -> None:
    said = "“Nobody has asked the people who cross the river every morning,” said {}. {}"
    full = said.format(whose, "Her shop is old.")
    found = screened(tmp_path, line(full), line(said.format("Petra Sollund", "The meeting lasted until ten.")))
    assert rows(found, ALL) == []
