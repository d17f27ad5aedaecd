"""Numbers changed, units swapped, and the same amounts written in another way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.nouns import Amount
from checks.reading.faults.numbers import changed_numbers, rewritten_numbers, rounded, swapped_units, value_of


def texts(text: str) -> list[str]:
    return [one.text for one in changed_numbers(text)]


def test_digits_are_exchanged_and_noughts_added_as_they_were_printed() -> None:
    assert {"3,913 eels", "9,133 eels", "93,130 eels"} <= set(texts("9,313 eels"))
    assert "60 eels" in texts("600 eels")
    assert "6000 eels" in texts("600 eels")
    assert "8.6 percent" in texts("6.8 percent")
    assert "eleven weeks" in texts("ten weeks")


def test_the_numbers_of_a_date_are_left_as_they_are() -> None:
    assert texts("on 4 May 1931") == []
    assert texts("on May 4, 1931") == []
    assert texts("for 2031-32") == []


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("ninety days", "ninety weeks"), ("£40 a night", "$40 a night"), ("3 million eels", "3 billion eels"),
        ("12 percent", "12 percentage points"), ("12 percentage points", "12 percent"), ("90 miles", "90 kilometres"),
    ],
)  # fmt: skip
def test_a_unit_is_swapped(text: str, then: str) -> None:
    assert then in [one.text for one in swapped_units(text)]


@given(st.integers(1, 10**9), st.sampled_from(["eels", "percent", "million pounds", "days", "pounds a night"]))
def test_a_changed_number_is_another_and_a_rewritten_one_the_same(number: int, unit: str) -> None:
    for shown in (f"{number} {unit}", f"{number:,} {unit}"):
        was = Amount.parse(shown)
        for one in changed_numbers(shown):
            assert Amount.parse(one.text).value != was.value
            assert value_of(one.becomes) != value_of(one.was)
        for form in rewritten_numbers(shown):
            assert Amount.parse(form).value == was.value
        for form in rounded(shown):
            assert Amount.parse(form).bound == "about"


def test_weeks_are_days() -> None:
    assert "70 days" in rewritten_numbers("ten weeks")


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for one in (*changed_numbers(text), *swapped_units(text)):
        assert one.text != text
    assert text not in rewritten_numbers(text)
    assert rounded(text) == rounded(text)
