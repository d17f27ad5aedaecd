"""Whom a place in a sentence is about, and the ages that an article tells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.reading.article import read
from checks.reading.timeline.stated_ages import number, ordinal
from checks.reading.timeline.stated_marks import times_of
from checks.reading.timeline.stated_subjects import Subjects, subjects_of


def subjects(text: str) -> Subjects:
    reading = read(text, None, names=False)
    return subjects_of(times_of(reading.clean or reading).sentences)


@pytest.mark.parametrize(
    ("text", "at", "who"),
    [
        ("The weaver Ana Lund sold a carpet in 2030.", "sold", "Lund"),
        ("Ana Lund weaves. She sold a carpet in 2030.", "sold", "Lund"),
        ("Ana Lund, the last weaver in Tema, died in 2030.", "died", "Lund"),
        ("Born in 1990, the daughter of a sailor, Ana Lund weaves.", "Born", "Lund"),
        ("The Tema bridge was built in 2001.", "built", "bridge"),
        ("The bridge is long. It was built in 2001.", "built", "bridge"),
        ("Ana Lund weaves. Her husband died in 2001.", "died", "husband"),
    ],
)
def test_whom_a_place_is_about(text: str, at: str, who: str) -> None:
    known = subjects(text)
    place, sentence = next((n, one) for n, one in enumerate(known.sentences) if at in one.text)
    assert known.of(place, sentence.text.index(at)) == who


@pytest.mark.parametrize(
    ("said", "years"), [("57", 57), ("fifty-seven", 57), ("six", 6), ("0", 0), ("999", 0), ("x", 0)]
)
def test_an_age_is_read(said: str, years: int) -> None:
    assert number(said) == years


@pytest.mark.parametrize(
    ("said", "years"), [("fiftieth", 50), ("hundredth", 100), ("twenty-fifth", 25), ("eighty-first", 81), ("north", 0)]
)
def test_an_ordinal_is_read(said: str, years: int) -> None:
    assert ordinal(said) == years


WORDS = [
    "Ana",
    "Lund",
    "she",
    "the",
    "bridge",
    ",",
    ".",
    "was",
    "born",
    "died",
    "aged",
    "57",
    "in",
    "2001",
    "who",
    "son’s",
]


@given(st.lists(st.sampled_from(WORDS)))
@settings(max_examples=60)
def test_every_mention_is_of_its_sentence(words: list[str]) -> None:
    known = subjects(" ".join(["Ana", *words]))
    for place, sentence in enumerate(known.sentences):
        for one in known.mentions(place):
            assert 0 <= one.start < one.end <= len(sentence.text)
            assert isinstance(known.of(place, one.end), str)
