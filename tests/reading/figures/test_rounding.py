"""What a printed figure can stand for; whether figures add up or agree. The expected values were set by hand."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.reading.article import read
from checks.reading.figures.rounding import half_a_step, meant
from checks.reading.figures.sums import add_up, agree

MEANT = [
    ("40 homes", "40", "40"),
    ("12 people", "12", "12"),
    ("12.4", "12.35", "12.45"),
    ("12.4 percent", "12.35", "12.45"),
    ("40 percent", "39.5", "40.5"),
    ("100 percent", "100", "100"),
    ("1,234 votes", "1234", "1234"),
    ("1,200 votes", "1150", "1250"),
    ("2,000 homes", "1950", "2050"),
    ("30,000 people", "29500", "30500"),
    ("1.2 million", "1150000", "1250000"),
    ("$100 million", "99500000", "100500000"),
    ("$520", "520", "520"),
    ("5 metres", "4.5", "5.5"),
    ("about 40 homes", "36", "44"),
    ("nearly 50 homes", "45", "50"),
    ("just over 50 homes", "50", "55"),
    ("more than 40 homes", "40", None),
    ("up to 40 homes", None, "40"),
    ("12 to 15 homes", "12", "15"),
    ("dozens of homes", "12", None),
]


@pytest.mark.parametrize(("printed", "low", "high"), MEANT)
def test_a_printed_figure_stands_for_what_would_be_rounded_to_it(
    printed: str, low: str | None, high: str | None
) -> None:
    amount = read(f"They counted {printed}.", names=False).amounts[0]
    assert meant(amount) == (low and Decimal(low), high and Decimal(high))


@given(st.integers(0, 10**6), st.integers(1, 3))
def test_what_is_rounded_to_decimals_lies_within_what_it_stands_for(number: int, decimals: int) -> None:
    exact = Decimal(number) / 1000
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    low, high = meant(Amount(rounded, "percent"), f"{rounded} percent")
    assert low is not None
    assert high is not None
    assert low <= exact <= high


@given(st.decimals(allow_nan=False, allow_infinity=False), st.text(max_size=12), st.text(max_size=30))
def test_no_figure_makes_it_fall_over(value: Decimal, unit: str, printed: str) -> None:
    low, high = meant(Amount(value, unit), printed)
    assert low is None or high is None or low <= high
    assert half_a_step(Decimal(7), unit, "") >= 0


SUMS = [
    ("30 men; 15 women; 12 children", "57 people", "yes", "30 + 15 + 12 is 57"),
    ("30 men; 15 women; 12 children", "55 people", "no", "2 too many"),
    ("1.4 million; 2.3 million", "3.8 million", "cannot tell", "rounding"),
    ("1.4 million; 2.3 million", "4.7 million", "no", "even with rounding"),
    ("7; 5", "at most 9 members", "no", "12, not at most 9: 3 too many"),
    ("5; 4", "at most 9 members", "yes", "at most 9"),
    ("more than 40 goats; 12 sheep", "50 animals", "no", "too many"),
    ("more than 40 goats; 12 sheep", "70 animals", "cannot tell", "open"),
    ("52 percent; 38; 15", "100 percent", "no", "5 too many"),
    ("33 percent; 33 percent; 33 percent", "100 percent", "cannot tell", "rounding"),
    ("1 kilometre; 500 metres", "2 kilometres", "cannot tell", ""),
    ("52 staff", "at most 40 staff", "no", "52, not at most 40"),
]


@pytest.mark.parametrize(("parts", "total", "expected", "words"), SUMS)
def test_parts_add_up_or_not(parts: str, total: str, expected: str, words: str) -> None:
    answer, told = add_up([Amount.parse(part.strip()) for part in parts.split(";")], Amount.parse(total))
    assert (answer, words in told) == (expected, True)


@given(st.lists(st.integers(0, 999), min_size=2, max_size=6), st.integers(1, 50))
def test_whole_numbers_add_up_to_their_sum_and_to_nothing_else(parts: list[int], off: int) -> None:
    amounts = [Amount(Decimal(part)) for part in parts]
    total = sum(parts)
    assert add_up(amounts, Amount(Decimal(total)))[0] == "yes"
    if total + off < 1000:
        assert add_up(amounts, Amount(Decimal(total + off)))[0] == "no"


AGREE = [
    ("12 people", "14 people", "no"),
    ("$3 million", "$30 million", "no"),
    ("more than 40", "43", "yes"),
    ("12.4", "12", "cannot tell"),
    ("300 jobs", "312 jobs", "cannot tell"),
    ("300 jobs", "450 jobs", "no"),
    ("2 km", "2,000 metres", "yes"),
    ("about 40", "60", "no"),
    ("at least 12", "11", "no"),
    ("at most 10", "12", "no"),
    ("1.5 million", "1.2 million", "no"),
]


@pytest.mark.parametrize(("one", "other", "expected"), AGREE)
def test_two_figures_can_be_the_same_or_not(one: str, other: str, expected: str) -> None:
    assert agree(Amount.parse(one), Amount.parse(other))[0] == expected
    assert agree(Amount.parse(other), Amount.parse(one))[0] == expected


def test_a_slip_of_noughts_is_named() -> None:
    assert "10 times" in agree(Amount.parse("$3 million"), Amount.parse("$30 million"))[1]


def test_metres_and_hours_cannot_be_added() -> None:
    with pytest.raises(CaseError, match="not units of one kind"):
        add_up([Amount.parse("3 metres"), Amount.parse("2 hours")], Amount.parse("5 metres"))
