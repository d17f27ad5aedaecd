"""`Amount`: value, unit, bound."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.amount import Amount
from checks.case.errors import CaseError


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound", "high"),
    [
        ("90 days", "90", "days", "", None),
        ("a 90-day", None, "", "", None),
        ("90-day", "90", "day", "", None),
        ("six months", "6", "months", "", None),
        ("twenty-one days", "21", "days", "", None),
        ("a decade", "1", "decade", "", None),
        ("decade-long", "1", "decade", "", None),
        ("about 1.2 million tonnes", "1200000", "tonnes", "about", None),
        ("nearly 40 percent", "40", "percent", "about", None),
        ("more than 3,500 people", "3500", "people", "more than", None),
        ("no fewer than 12", "12", "", "at least", None),
        ("up to 14 days", "14", "days", "at most", None),
        ("10 to 15 percent", "10", "percent", "to", "15"),
        ("between 10 and 15 percent", "10", "percent", "to", "15"),
        ("$15 billion a week", "15000000000", "$ a week", "", None),
        ("-4 degrees", "-4", "degrees", "", None),
        ("5 to 6 million", "5000000", "", "to", "6000000"),
        ("approximately 90 days", "90", "days", "about", None),
        ("exactly 5 days", "5", "days", "", None),
        ("twice", "2", "times", "", None),
        ("Half", "1", "half", "", None),
    ],
)
def test_reads_amounts_as_printed(text: str, value: str | None, unit: str, bound: str, high: str | None) -> None:
    if value is None:
        with pytest.raises(CaseError):
            Amount.parse(text)
        return
    amount = Amount.parse(text)
    assert (amount.value, amount.unit, amount.bound) == (Decimal(value), unit, bound)
    assert amount.high == (Decimal(high) if high else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "many",
        "days",
        "1.2.3",
        "12,34 x",
        "about over 5 days",
        "hundreds of people",
        "a hundred and five",
        "5–6 months",
        "1/2",
        "1e6",
        "10 to 5",
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(CaseError):
        Amount.parse(text)


@given(
    st.integers(0, 10**9),
    st.sampled_from(["", "days", "tonnes a year", "%"]),
    st.sampled_from(["", "about", "at least"]),
)
def test_survives_being_printed(number: int, unit: str, bound: str) -> None:
    amount = Amount.parse(f"{bound} {number:,} {unit}".strip())
    assert Amount.parse(str(amount)) == amount


@pytest.mark.parametrize("text", ["90 kilometres", "1.5 months", "three parties", "5"])
def test_what_is_no_length_of_time_says_which_units_are(text: str) -> None:
    with pytest.raises(CaseError, match=r"length of time|whole number"):
        Amount.parse(text).calendar()


@pytest.mark.parametrize(
    ("text", "printed", "last_digit"),
    [
        ("1 million crowns", "1,000,000 crowns", 6),
        ("1.00 million crowns", "1,000,000 crowns", 4),
        ("£74.0 million", "£74,000,000", 5),
        ("1,200,000 crowns", "1,200,000 crowns", 0),
    ],
)
def test_a_million_is_as_exact_as_it_was_written(text: str, printed: str, last_digit: int) -> None:
    amount = Amount.parse(text)
    assert str(amount) == printed
    assert amount.value.as_tuple().exponent == last_digit
