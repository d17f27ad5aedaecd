"""Quotations of two speakers in one mould."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.copying.moulds import moulds

ARTICLE = """Farmers and the water board clash over the dam

The dam at Orrin will be raised by four metres, the water board said on Monday.

“{one},” said Anna Bell, who chairs the board.

The plan goes to the county in June. It would flood some forty hectares of grazing land above the village.

“{other},” said {who}. He added that he would fight it.
"""


def suspected(one: str, other: str, who: str = "Tom Hargreave, a farmer") -> list[Suspicion]:
    return read(ARTICLE.format(one=one, other=other, who=who), names=False).suspect(moulds)


ALIKE = [
    ("We are choosing progress, not fear", "They are choosing profit, not fear"),
    ("What we need is courage, not caution", "It was built on courage, not greed"),
    ("This is not just a dam — it’s a promise to our children", "This isn’t merely a wall, it’s an insult to us"),
    ("This is not about water. It’s about jobs", "This isn’t about water, it’s about respect"),
    ("We don’t need more studies, we need a dam", "We don’t need more concrete. We need the meadow"),
    ("This is a turning point for every family in the valley", "This is a turning point for every farmer in the valley"),
    ("History will judge us by what we build here today", "History will judge us by what we destroy here today"),
    ("It is a moment that demands courage from all of us", "It is a moment that demands caution from all of us"),
    ("The water is ours and we keep every last drop", "The water is ours and we keep every last drop"),
    ("A wake-up call for the whole county", "A wake-up call for the whole valley"),
    ("Sign that and you are buying a sundial for a cellar", "A levy like this is no more than a sundial for a cellar"),
    ("It is mending a kite in a gale", "Those who say so are mending a kite in a gale"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_speakers_in_one_mould_are_likely_a_fault(one: str, other: str) -> None:
    (found,) = suspected(one, other)
    assert found.certainty == "likely"
    assert "Anna Bell and Tom Hargreave" in found.reason or "word for word" in found.reason
    assert len(found.spans) == 2


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_one_speaker_may_keep_to_a_mould(one: str, other: str) -> None:
    assert suspected(one, other, "Bell") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It will be finished in two years and cost 4 million", "It took my father forty years to drain that meadow"),
        ("We must raise the dam before the drought comes", "They must not raise the dam before the lambs are sold"),
        ("I think that it is going to be good for the town", "I think that it is going to be bad for the lambs"),
        ("The board does not allow lorries", "The board does not have lorries"),
        ("The dam at Orrin will be raised by four metres", "The dam at Orrin will be raised by four metres too many"),
        ("It is not", "It is not"),
    ],
)
def test_what_people_say_who_speak_of_one_thing_is_left_alone(one: str, other: str) -> None:
    assert [found for found in suspected(one, other) if found.certainty != "look"] == []


def test_a_phrase_that_both_use_is_only_looked_at() -> None:
    found = suspected("Put people over profit and be done", "Nobody puts meadow over profit in that office")
    assert {one.certainty for one in found} <= {"look"}


def test_one_figure_of_speech_is_found_in_reported_speech_and_behind_a_pronoun() -> None:
    text = (
        "Zoo plan divides council\n\nAnna Bell said the plan was like knitting mittens for an octopus and would fail.\n\n"
        "Tom Hargreave replied that the mayor was {said}. It is to be voted on in May.\n\n"
        "Supporters of Carla Voss cheered her on Monday. “No beast was ever asked,” she said."
    )
    (found,) = read(text.format(said="knitting mittens for an octopus"), names=False).suspect(moulds)
    assert "Anna Bell and Tom Hargreave are given the same turn of phrase" in found.reason
    assert read(text.format(said="well advised"), names=False).suspect(moulds) == []


def test_the_words_of_the_subject_may_stand_in_many_mouths() -> None:
    text = (
        "The council will build the tram depot beside the abattoir, at a cost of 9 million.\n\n"
        "“I will not have a tram depot beside the abattoir in my ward,” said Anna Bell.\n\n"
        "“Where else but a tram depot beside the abattoir would you hear nothing?” said Tom Hargreave."
    )
    assert read(text, names=False).suspect(moulds) == []


@settings(max_examples=60)
@given(st.text(alphabet="abN ,.—’'?not", max_size=80), st.text(alphabet="abN ,.—’'?not", max_size=80))
def test_any_two_quotations_are_compared_and_placed(one: str, other: str) -> None:
    text = ARTICLE.format(one=one, other=other, who="Tom Hargreave")
    for found in read(text, names=False).suspect(moulds):
        assert all(text[span.start : span.end] == span.exact for span in found.spans)
        assert found.reason.endswith(".")
