"""`When`: what it parses, how it prints, how it compares."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import When

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
MODERN = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("text", "said", "first", "last"),
    [
        ("2025-01-15", "2025-01-15", "2025-01-15", "2025-01-15"),
        ("January 15, 2025", "2025-01-15", "2025-01-15", "2025-01-15"),
        ("15 January 2025", "2025-01-15", "2025-01-15", "2025-01-15"),
        ("Sept. 3, 2024", "2024-09-03", "2024-09-03", "2024-09-03"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("March 2025", "2025-03", "2025-03-01", "2025-03-31"),
        ("2025", "2025", "2025-01-01", "2025-12-31"),
        ("early 2025-03", "early 2025-03", "2025-03-01", "2025-03-10"),
        ("mid-March 2025", "mid 2025-03", "2025-03-11", "2025-03-20"),
        ("late February 2024", "late 2024-02", "2024-02-21", "2024-02-29"),
        ("late 9999-12", "late 9999-12", "9999-12-21", "9999-12-31"),
        ("late 2025", "late 2025", "2025-09-01", "2025-12-31"),
        ("2014-09-23/2020-01-31", "2014-09-23/2020-01-31", "2014-09-23", "2020-01-31"),
        ("2025-03-01/2025-03-31", "2025-03", "2025-03-01", "2025-03-31"),
        ("2024/2025-06", "2024-01-01/2025-06-30", "2024-01-01", "2025-06-30"),
    ],
)
def test_parses_what_newspapers_and_registers_write(text: str, said: str, first: str, last: str) -> None:
    when = When.parse(text)
    assert (str(when), str(when.first), str(when.last)) == (said, first, last)


def test_open_ends() -> None:
    since, until = When.parse("2025-01-25/.."), When.parse("../2020-12")
    assert (since.first, since.last, str(since)) == (date(2025, 1, 25), None, "2025-01-25/..")
    assert (until.first, until.last, until.words()) == (None, date(2020, 12, 31), "until 31 December 2020")


@pytest.mark.parametrize(
    "text",
    ["31 April 2025", "2025-02-29", "2025-13", "2025-00-10", "soon", "", "  ", "//", "../..", "early 2025-03-02", "Foo 3",
     "2025-03-10/2025-03-01", "March/April", "early", "May be", "1234567", "2025-1-5", "0000-01-01", "2025-01-00"],
)  # fmt: skip
def test_what_is_no_date_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(CaseError) as error:
        When.parse(text)
    assert "\n" not in str(error.value)


@given(DAYS)
def test_every_day_survives_being_printed(day: date) -> None:
    when = When.span(day, day)
    assert When.parse(str(when)) == when
    assert When.parse(when.words()) == when


@given(DAYS, DAYS)
def test_every_span_survives_being_printed(one: date, other: date) -> None:
    when = When.span(min(one, other), max(one, other))
    assert When.parse(str(when)) == when


@given(st.sampled_from(["", "early ", "mid ", "late "]), MODERN, st.sampled_from(["%Y", "%Y-%m"]))
def test_parts_survive_being_printed_and_stay_inside_their_whole(part: str, day: date, form: str) -> None:
    whole, when = When.parse(day.strftime(form)), When.parse(part + day.strftime(form))
    assert When.parse(str(when)) == when
    assert When.parse(when.words()) == when
    assert when.within(whole) == "yes"


@given(MODERN)
def test_thirds_leave_no_day_out_and_share_none(day: date) -> None:
    month = day.strftime("%Y-%m")
    inside = [
        part for part in ("early", "mid", "late") if When.span(day, day).within(When.parse(f"{part} {month}")) == "yes"
    ]
    assert len(inside) == 1


@given(MODERN, MODERN, MODERN, MODERN)
def test_within_answers_yes_and_no_only_where_no_day_could_differ(a: date, b: date, c: date, d: date) -> None:
    one, other = When.span(min(a, b), max(a, b)), When.span(min(c, d), max(c, d))
    ends = {max(min(c, d), min(max(c, d), day)) == day for day in (min(a, b), max(a, b))}
    answer = one.within(other)
    if answer == "yes":
        assert ends == {True}
    if answer == "no":
        assert max(a, b) < min(c, d) or max(c, d) < min(a, b)
    if one.before(other) == "yes":
        assert answer == "no"
    assert not (one.before(other) == "yes" and other.before(one) == "yes")


def test_an_answer_that_a_day_could_change_is_cannot_tell() -> None:
    month, day = When.parse("2025-01"), When.parse("2025-01-15")
    assert month.within(day) == "cannot tell"
    assert day.within(month) == "yes"
    assert month.before(day) == "cannot tell"
    assert When.parse("2025-03-12").within(When.parse("early 2025-03")) == "cannot tell"
    assert When.parse("2025-03-28").within(When.parse("early 2025-03")) == "no"
    assert When.parse("2030-01-01").within(When.parse("2025/..")) == "yes"


def test_a_date_without_a_year_is_held_to_any_year() -> None:
    march = When.parse("early March")
    assert (str(march), march.words(), march.yearless) == ("early XXXX-03", "early March", True)
    assert When.parse("2026-03-02").within(march) == "yes"
    assert When.parse("2025-04-15").within(march) == "no"
    assert When.parse("2023-06-01").within(When.parse("29 February")) == "no"
    assert When.parse("2024-02-29").within(When.parse("29 February")) == "yes"
    assert march.within(When.parse("2026")) == "cannot tell"
    assert When.parse("2025-01-29/..").within(When.parse("3 February")) == "cannot tell"


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2025-01-15", "90 days", "2025-04-15"),
        ("2025-12-02", "90 days", "2026-03-02"),
        ("2025-07-10", "six months", "2026-01-10"),
        ("2024-08-31", "six months", "2025-02-28"),
        ("2024-02-29", "one year", "2025-02-28"),
        ("2025-01-01", "a decade", "2035-01-01"),
        ("2025-01", "90 days", "2025-04-01/2025-05-01"),
        ("2025-06-16", "within 14 days", "2025-06-16/2025-06-30"),
        ("2025-06-16", "at least 14 days", "2025-06-30/.."),
        ("2025-06-16", "more than 14 days", "2025-07-01/.."),
        ("2025-06-16", "less than 14 days", "2025-06-16/2025-06-29"),
        ("2025-06-16", "two to three weeks", "2025-06-30/2025-07-07"),
    ],
)
def test_adds_lengths_of_time(start: str, length: str, end: str) -> None:
    assert str(When.parse(start).plus(Amount.parse(length))) == end


@given(MODERN, st.integers(0, 4000))
def test_days_added_and_taken_away_come_back(day: date, days: int) -> None:
    length = Amount.parse(f"{days} days")
    moved = When.span(day, day).plus(length)
    assert moved.first == day + timedelta(days=days)
    assert moved.minus(length) == When.span(day, day)


def test_about_leaves_a_tenth_open() -> None:
    reached = When.parse("2025-01-15").plus(Amount.parse("about 90 days"))
    assert reached.within(When.parse("2025-04-20")) == "cannot tell"
    assert reached.within(When.parse("2025-05-20")) == "no"


def test_beyond_the_calendar_is_said() -> None:
    for start, length in (("9999-12-01", "60 days"), ("2025-01-01", "99999999 years")):
        with pytest.raises(CaseError, match="beyond the years"):
            When.parse(start).plus(Amount.parse(length))


def test_an_open_or_scheduled_end_counts_only_as_far_as_anyone_looked() -> None:
    looked = When.parse("2026-05-14")
    assert str(When.parse("2025-01-25/..").until(looked)) == "2025-01-25/2026-05-14"
    assert str(When.parse("2025-01-20/2029-01-20").until(looked)) == "2025-01-20/2026-05-14"
    assert str(When.parse("2021-01-20/2025-01-20").until(looked)) == "2021-01-20/2025-01-20"


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_case_error(text: str) -> None:
    try:
        assert When.parse(str(When.parse(text))) == When.parse(text)
    except CaseError as error:
        assert "\n" not in str(error)
