"""A quotation altered, and the same quotation in other typography: the comparison tells the two apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.faults.quotations import alike, altered, mark_dropped, source_alike
from checks.reading.quoting import compared

SOURCES = [
    "We will mend the harbour wall before the herring come, and not a day later.",
    "Nobody who has rowed across the sound in March would call this ferry slow.",
    "The school’s old bell rang twice; the children ran to the water.",
]


@pytest.mark.parametrize("source", SOURCES)
def test_what_is_altered_is_no_longer_those_words(source: str) -> None:
    found = altered(source)
    assert len(found) > 20
    for one in found:
        assert compared(one.text, f"{source} Then it rained.").result == "altered", one


@pytest.mark.parametrize("source", SOURCES)
def test_what_is_alike_is_the_same_words(source: str) -> None:
    assert len(alike(source)) > 5
    for form in alike(source):
        assert compared(form, f"{source} Then it rained.").result in ("verbatim", "edited"), form
    for form in source_alike(source):
        assert compared(source, f"{form} Then it rained.").result in ("verbatim", "edited"), form


def test_what_stands_beside_an_ellipsis_is_not_dropped() -> None:
    dropped = [one.was for one in altered("The bell … rang over the water") if not one.becomes]
    assert "bell" not in dropped
    assert "rang" not in dropped


def test_a_closing_mark_is_lost() -> None:
    (one,) = mark_dropped("“So it goes on for ever,” he said.")
    assert one.text == "“So it goes on for ever, he said."
    assert one.was == "So it goes on"


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    assert all(one.text != text for one in (*altered(text), *mark_dropped(text)))
    assert text not in (*alike(text), *source_alike(text))
