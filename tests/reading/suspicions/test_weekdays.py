"""Weekdays against their dates, and days and hours that there are not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case.when import MONTHS, When
from checks.reading.article import read
from checks.reading.parts import Suspicion
from checks.reading.suspicions.sums.no_such_days import no_such_days
from checks.reading.suspicions.sums.weekdays import falls_on, weekdays

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# 5 May 2032 is a Wednesday.
FIRES = [
    ("The council met on Monday, 5 May 2032 to vote.", "certain"),
    ("The trial opens Tues., May 5, 2032, in Leeds.", "certain"),
    ("It happened on 5 May 2032, a Monday, near the docks.", "certain"),
    ("The election (Monday 5 May 2032) was close.", "certain"),
    ("The 5th of May 2032, a Monday, was chosen.", "certain"),
    ("May 5, 2032, fell on a Monday.", "certain"),
    ("May 5 fell on a Monday in 2032.", "certain"),
    ("The 5 May 2032 was a Monday.", "certain"),
    ("On Monday the 5th of May 2032 it rained.", "certain"),
    ("On Monday evening, 5 May 2032, the lights went out.", "certain"),
    ("The date is Monday, 2032-05-05.", "certain"),
    ("The form says Monday 13.5.2032 in red.", "certain"),
    ("The show is on Mon 5 May 2032.", "certain"),
    ("The fair runs from Monday 3 to Friday 9 May.", "certain"),
    ("The fair runs from Monday 3 May to Friday 9 May.", "certain"),
    ("The fair runs on Monday and Tuesday, 5 and 7 May.", "certain"),
    ("The fair runs Friday to Sunday, May 7-10.", "certain"),
    ("Entries close between Monday, May 3, and Friday, May 9.", "certain"),
    ("He met them on Tuesday 4 May and again on Saturday 10 May.", "certain"),
    ("The king came on Tuesday, 5 May 1902.", "likely"),
    ("On 5 May 2032 the bridge fell. That Monday, schools closed.", "look"),
    ("The vote was held on 3 May 2032. Ballots were counted on Friday, 6 May.", "likely"),
]
SILENT = [
    "The council met on Wednesday, 5 May 2032 to vote.",
    "On 5 May 2032, a Wednesday, it rained.",
    "The fair runs from Monday 3 to Sunday 9 May.",
    "The fair runs from Friday 30 to Monday 2 May.",
    "On Monday, 5 May, the council met.",
    "He met them on Tuesday 4 May and again on Monday 10 May.",
    "It opened on Friday 31 December and shut on Saturday 1 January.",
    "The king died on Monday, 5 May 1502.",  # by which calendar?
    "The treaty was signed on Sunday, 22 January 1905.",  # a Sunday in London and in St Petersburg not
    "5 May 2032 was not a Monday.",
    "Sheffield Wednesday, 6 May 2032, lost again.",
    "Every Monday, 5 May 2032 or not, they meet.",
    "It fell on 5/6/2032, a Saturday.",  # 5 June was one, and 6 May was not
    "They met on Monday. On 5 May 2032 they met again.",
]
NO_SUCH = [
    ("The law takes effect on 31 June 2032.", "certain"),
    ("He was born on 29 February 2031 in Cork.", "certain"),
    ("He was born on February 29, 1900, in Cork.", "likely"),
    ("The deadline is 30 February.", "certain"),
    ("The deadline is the 32nd of May.", "certain"),
    ("The meeting is on May 32, 2032.", "certain"),
    ("On Friday, September 31st, they came.", "certain"),
    ("The accident on 2032-13-05 was reported.", "likely"),
    ("The accident on 13/13/2032 was reported.", "likely"),
    ("Doors open at 25:30 on Friday.", "likely"),
    ("The train left at 14:30 a.m. without him.", "likely"),
    ("The train left at 10:75 p.m. without him.", "likely"),
    ("The bank shuts at 13 o’clock.", "likely"),
    ("It was the thirteenth month of the year.", "likely"),
    ("Profit fell in the fifth quarter of 2031.", "likely"),
]
THERE_ARE = [
    "The law takes effect on 30 June 2032 and 29 February 2032.",
    "The joke is that it is due on 30 February.",
    "Deaths rose in June 31 years after the ban. In April 31 people died. By June 30, 45 had left.",
    "Mrs May, 45, met April, 52, and June, 31, there.",
    "The game ended 25:30, and he ran it in 35:12 minutes.",
    "The shop is open from 9:30 a.m. to 10.45 p.m. and at 00:30 hours, 23:59 GMT and 24:00 GMT.",
    "Staff are paid a 13th month of wages.",
    "It took 36 hours and 48 hours more, and 30 pm2.5 masks.",
]


def _suspected(text: str, dateline: str | None = None) -> list[Suspicion]:
    reading = read(text, dateline, names=False)
    suspected = [*reading.suspect(weekdays), *reading.suspect(no_such_days)]
    assert all(text[words.start : words.end] == words.exact for one in suspected for words in one.spans)
    return suspected


@pytest.mark.parametrize(("text", "certainty"), FIRES)
def test_a_weekday_that_its_date_is_not_is_suspected(text: str, certainty: str) -> None:
    assert [(one.kind, one.certainty) for one in _suspected(text)] == [("weekday", certainty)]


@pytest.mark.parametrize(("text", "certainty"), FIRES)
def test_the_check_contradicts_what_is_certain_or_likely(text: str, certainty: str) -> None:
    for one in _suspected(text):
        if one.asserts:
            asserted = dict(one.asserts)
            assert falls_on(asserted["weekday"], When.parse(asserted["on"]))[0] == "no"  # type: ignore[arg-type]


@pytest.mark.parametrize("text", SILENT)
def test_a_weekday_that_may_be_right_is_not(text: str) -> None:
    assert [one for one in _suspected(text) if one.certainty != "look"] == []


@pytest.mark.parametrize(("text", "certainty"), NO_SUCH)
def test_a_day_or_hour_that_there_is_not_is_suspected(text: str, certainty: str) -> None:
    assert [(one.kind, one.certainty) for one in _suspected(text)] == [("no such day", certainty)]


@pytest.mark.parametrize("text", THERE_ARE)
def test_a_day_or_hour_that_there_is_is_not(text: str) -> None:
    assert _suspected(text) == []


def test_the_dateline_gives_the_year() -> None:
    [one] = _suspected("On Monday, 6 May, the council met.", "2032-05-10")
    assert (one.certainty, one.asserts) == ("likely", (("weekday", "Monday"), ("on", "2032-05-06")))
    assert _suspected("On Thursday, 6 May, the council met.", "2032-05-10") == []
    assert [one.certainty for one in _suspected("On Friday, 6 May last year, it met.", "2032-05-10")] == ["look"]


@given(st.dates(date(1930, 1, 1), date(2060, 12, 31)), st.integers(0, 6), st.booleans())
def test_exactly_the_weekdays_that_are_wrong_are_certain(day: date, weekday: int, american: bool) -> None:
    month = MONTHS[day.month - 1]
    said = f"{month} {day.day}, {day.year}" if american else f"{day.day} {month} {day.year}"
    suspected = _suspected(f"The old bridge was opened on {DAYS[weekday]}, {said}, by the mayor of the town.")
    assert [one.certainty for one in suspected] == ([] if day.weekday() == weekday else ["certain"])


@given(st.dates(), st.sampled_from(DAYS))
def test_a_day_falls_on_one_weekday_alone(day: date, weekday: str) -> None:
    answer, reason = falls_on(weekday, When.span(day, day))  # type: ignore[arg-type]
    assert (answer == "yes") == (DAYS[day.weekday()] == weekday)
    assert answer in ("yes", "no") or day < date(1923, 3, 1)
    assert weekday in reason


@pytest.mark.parametrize(
    ("weekday", "on", "answer", "reason"),
    [
        ("Monday", "2031-05-05", "yes", "5 May 2031 is a Monday"),
        ("Friday", "2031-05-06", "no", "the nearest are 2 May 2031 and 9 May 2031"),
        ("Sunday", "2031-05-05/2031-05-08", "no", "There is no Sunday in 5 to 8 May 2031"),
        ("Sunday", "2031-05", "cannot tell", "May 2031 has a Sunday in it"),
        ("Sunday", "4 May", "cannot tell", "2003, 2008, 2014, 2025, 2031, 2036"),
        ("Sunday", "2031-05-05/..", "cannot tell", "no single day"),
        ("Tuesday", "1649-01-30", "cannot tell", "by the Julian calendar it was a Tuesday"),
        ("Wednesday", "1649-01-30", "cannot tell", "by the Julian calendar it was a Tuesday"),
        ("Wednesday", "1917-11-07", "yes", "is a Wednesday"),
        ("Wednesday", "1917-10-25", "cannot tell", "by the Julian calendar it was a Wednesday"),
        ("Friday", "1917-10-25", "no", "is a Thursday, not a Friday"),
    ],
)
def test_what_a_date_falls_on(weekday: str, on: str, answer: str, reason: str) -> None:
    found = falls_on(weekday, When.parse(on))  # type: ignore[arg-type]
    assert found[0] == answer
    assert reason in found[1]


@given(st.text(alphabet="0123456789 MondayMay,.():-’'\n/", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    _suspected(f"It was said that on Monday, 5 May 2031, the people of the town met. {text}")


# fmt: off
WITH_WORDS_BETWEEN = [
    ("Monday's hearing, on 5 May 2032, was short.", True),
    ("Wednesday's hearing, on 5 May 2032, was short.", False),
    ("The Tuesday sitting (5 May 2032) was short.", True),
    ("He was shot at on 22 November 1963. It was a Saturday.", True),
    ("He was shot at on 22 November 1963. It was a Friday.", False),
]
LEAP_DAYS = [
    ("The dividend will be paid on 29 February to all holders.", "2023-01-12", True),
    ("The dividend will be paid on 29 February to all holders.", "2024-01-12", False),
    ("The fair opened on Feb. 29 and drew crowds.", "2023-03-12", True),
    ("The fair opened on Feb. 29 and drew crowds.", "2024-03-12", False),
    ("Entries close on 29 February.", "2024-11-12", True),
    ("Entries close on 29 February.", "2023-11-12", False),
    ("He was born on February 29.", "2023-03-12", False),
    ("In February 29 people were hurt when the wall fell.", "2023-03-12", False),
]
# fmt: on


@pytest.mark.parametrize(("text", "wrong"), WITH_WORDS_BETWEEN)
def test_a_weekday_some_words_before_its_date_is_held_against_it(text: str, wrong: bool) -> None:
    found = list(weekdays(read(text, "2032-05-20", names=False)))
    assert [one.certainty for one in found] == (["likely"] if wrong else [])


@pytest.mark.parametrize(("text", "dateline", "wrong"), LEAP_DAYS)
def test_a_leap_day_is_held_against_the_year_of_the_dateline(text: str, dateline: str, wrong: bool) -> None:
    assert bool(list(no_such_days(read(text, dateline, names=False)))) is wrong
