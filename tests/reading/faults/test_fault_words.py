"""Words that turn a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.reading.faults import words


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("The bridge was not closed.", "The bridge was closed."),
        ("The bridge won’t close.", "The bridge will close."),
        ("The bridge hasn’t closed.", "The bridge has closed."),
        ("Nobody cannot swim.", "Nobody can swim."),
    ],
)
def test_not_is_dropped(text: str, then: str) -> None:
    assert then in [one.text for one in words.not_dropped(text)]


def test_not_is_added_to_a_source() -> None:
    assert [one.text for one in words.not_added("The keeper can see the bay.")] == ["The keeper cannot see the bay."]
    assert words.not_added("The keeper can not see it.") == []


def test_a_hedge_is_dropped_from_a_claim_and_added_to_a_source() -> None:
    dropped = [one.text for one in words.hedge_dropped("The guild reportedly sold its barge.")]
    assert dropped == ["The guild sold its barge."]
    added = {one.becomes: one.text for one in words.hedge_added("The guild closed the pier.")}
    assert added["is alleged"] == "It is alleged that the guild closed the pier."
    assert added["reportedly"] == "The guild reportedly closed the pier."
    assert added["provided that the courts agree"] == "The guild closed the pier, provided that the courts agree."


def test_a_step_is_taken_back_and_a_word_turned_round() -> None:
    assert "The plan was proposed." in [one.text for one in words.step_taken_back("The plan was adopted.")]
    assert "The toll fell in May." in [one.text for one in words.turned_round("The toll rose in May.")]


def test_a_name_is_swapped_wherever_it_stands() -> None:
    (one,) = words.swapped_name("Ana Pike paid. “So,” said Ana Pike.", "Ana Pike", "Bo Lund")
    assert one.text == "Bo Lund paid. “So,” said Bo Lund."
    assert words.swapped_name("Ana Pikes paid.", "Ana Pike", "Bo Lund") == []


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for find in (
        words.not_dropped, words.not_added, words.turned_round, words.step_taken_back, words.hedge_dropped,
        words.qualifier_added,
    ):  # fmt: skip
        assert all(one.text != text for one in find(text))
