"""Dates in prose: which words are one, and which days do they mean?"""

from __future__ import annotations

from datetime import date

import pytest

from checks.reading.dates import dates_in
from checks.reading.parts import TimePhrase
from checks.reading.sentences import sentences
from checks.reading.times.phrases import time_phrases

WEDNESDAY = date(2025, 2, 5)


def phrases(text: str, dateline: date | None = WEDNESDAY) -> list[TimePhrase]:
    return time_phrases(text, sentences(text), dateline)


def dated(text: str, dateline: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [(one.exact, str(one.when) if one.when else None) for one in phrases(text, dateline)]


def test_the_dates_written_out_in_a_few_words_are_read_and_what_is_no_day_is_left_out() -> None:
    found = dates_in("signed Jan. 15, 2025, in force 1 March 2025; not May 40, not 2025-02-31; 2025-06-01; June 2024")
    assert [str(one) for one in found] == ["2025-01-15", "2025-03-01", "2025-06-01", "2024-06"]


WRITTEN = [
    ("The bridge was opened on Jan. 15, 2025, by the mayor.", "Jan. 15, 2025", "2025-01-15"),
    ("The bridge was opened on 15 January 2025 by the mayor.", "15 January 2025", "2025-01-15"),
    ("It opened on the 15th of January 2025.", "the 15th of January 2025", "2025-01-15"),
    ("It opened on January 15th, 2025.", "January 15th, 2025", "2025-01-15"),
    ("It opened on Wednesday, Jan. 15, 2025.", "Wednesday, Jan. 15, 2025", "2025-01-15"),
    ("It opened on Wednesday 15 January 2025.", "Wednesday 15 January 2025", "2025-01-15"),
    ("The log for 2025-01-15 is missing.", "2025-01-15", "2025-01-15"),
    ("The receipt is dated 1/15/2025.", "1/15/2025", "2025-01-15"),
    ("The receipt is dated 15/1/2025.", "15/1/2025", "2025-01-15"),
    ("The receipt is dated 15.1.2025.", "15.1.2025", "2025-01-15"),
    ("The receipt is dated 27-05-2024.", "27-05-2024", "2024-05-27"),
    ("The receipt is dated 2024/05/27.", "2024/05/27", "2024-05-27"),
    ("The receipt is dated 4/4/2025.", "4/4/2025", "2025-04-04"),
    ("The ferry sank in March 1987.", "March 1987", "1987-03"),
    ("The ferry sank in Sept. 1994.", "Sept. 1994", "1994-09"),
    ("The ferry sank in September, 1994.", "September, 1994", "1994-09"),
    ("The orchestra was founded in 1984.", "1984", "1984"),
    ("The 2016 election was close.", "2016", "2016"),
    ("Of the 1812 war little is left.", "1812", "1812"),
    ("The Normans landed in 1066.", "1066", "1066"),
    ("Wages stood still in the 1990s.", "the 1990s", "1990-01-01/1999-12-31"),
    ("Wages stood still in the '90s.", "the '90s", "1990-01-01/1999-12-31"),
    ("Wages stood still in the nineties.", "the nineties", "1990-01-01/1999-12-31"),
    ("Wages stood still in the mid-1990s.", "the mid-1990s", "1993-05-02/1996-08-30"),
    ("Canals spread in the 1800s.", "the 1800s", "1800-01-01/1899-12-31"),
    ("Canals spread in the 19th century.", "the 19th century", "1801-01-01/1900-12-31"),
    ("Robots came in the twenty-first century.", "the twenty-first century", "2001-01-01/2100-12-31"),
    ("The accounts for FY2024 are late.", "FY2024", "2024"),
    ("The accounts for fiscal 2024 are late.", "fiscal 2024", "2024"),
    ("She played in the 2019-20 season.", "2019-20", "2019-01-01/2020-12-31"),
    ("He fought in the 1914-1918 war.", "1914-1918", "1914-01-01/1918-12-31"),
    ("Exports fell in the third quarter of 2024.", "the third quarter of 2024", "2024-07-01/2024-09-30"),
    ("Exports fell in Q3 2024.", "Q3 2024", "2024-07-01/2024-09-30"),
    ("Exports fell in the first half of 2024.", "the first half of 2024", "2024-01-01/2024-06-30"),
    ("Exports fell in H2 2024.", "H2 2024", "2024-07-01/2024-12-31"),
    ("The river froze in the winter of 2021.", "the winter of 2021", "2021-12-01/2022-02-28"),
    ("The river dried up in summer 2022.", "summer 2022", "2022-06-01/2022-08-31"),
    ("The mill closed in early 1999.", "early 1999", "early 1999"),
    ("The mill closed in mid-2025.", "mid-2025", "mid 2025"),
    ("The mill closed in late March 1999.", "late March 1999", "late 1999-03"),
    ("The mill closed at the end of 1999.", "the end of 1999", "late 1999"),
    ("The mill closed on the last day of March 1999.", "the last day of March 1999", "1999-03-31"),
    ("The fair is on the first Monday in May 2024.", "the first Monday in May 2024", "2024-05-06"),
    ("The fair is in the second week of June 2023.", "the second week of June 2023", "2023-06-08/2023-06-14"),
    ("Shops shut on Christmas Day 2023.", "Christmas Day 2023", "2023-12-25"),
    ("Shops shut on Good Friday 2024.", "Good Friday 2024", "2024-03-29"),
    ("Shops shut on Thanksgiving 2023.", "Thanksgiving 2023", "2023-11-23"),
    ("It was nineteen ninety-six when the vault was sealed.", "nineteen ninety-six", "1996"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "when"), WRITTEN)
def test_a_date_written_out_is_read_whole_and_needs_no_dateline(text: str, exact: str, when: str) -> None:
    assert dated(text, None) == dated(text) == [(exact, when)]
    (found,) = phrases(text)
    assert found.resolved
    assert found.why


RANGES = [
    ("The show ran between 3 and 5 May 2019.", "between 3 and 5 May 2019", "2019-05-03/2019-05-05"),
    ("The show ran from January to March 2024.", "from January to March 2024", "2024-01-01/2024-03-31"),
    ("The show ran Jan. 3-7, 2025.", "Jan. 3-7, 2025", "2025-01-03/2025-01-07"),
    ("The show ran from 28 November to 3 December 2023.", "from 28 November to 3 December 2023", "2023-11-28/2023-12-03"),
    ("He governed from 2014 to 2018.", "from 2014 to 2018", "2014-01-01/2018-12-31"),
    ("He governed between 2014 and 2018.", "between 2014 and 2018", "2014-01-01/2018-12-31"),
    ("He has governed since 2014.", "2014", "2014"),
    ("He governed until March 2019.", "March 2019", "2019-03"),
    ("It must be paid by 30 June 2025.", "30 June 2025", "2025-06-30"),
    ("The show ran from 9 to 12 April 2022.", "from 9 to 12 April 2022", "2022-04-09/2022-04-12"),
    ("Rain fell in the first nine months of 2024.", "the first nine months of 2024", "2024-01-01/2024-09-30"),
    ("Rain fell in the last two weeks of May 2024.", "the last two weeks of May 2024", "2024-05-18/2024-05-31"),
    ("The mill closed in the second half of the 1960s.", "the second half of the 1960s", "1965-01-01/1969-12-31"),
    ("It grew in the first half of the 19th century.", "the first half of the 19th century", "1801-01-01/1850-12-31"),
    ("Output is down from 1990 levels.", "1990", "1990"),
    ("The dam cost $4bn in 2012 dollars.", "2012", "2012"),
    ("Airports changed after 9/11.", "9/11", "2001-09-11"),
    ("The 7/7 inquest was told so.", "7/7", "2005-07-07"),
    ("In the years 2005 to 2010 it shrank.", "2005 to 2010", "2005-01-01/2010-12-31"),
    ("They had left by early March 2024.", "early March 2024", "early 2024-03"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "when"), RANGES)
def test_a_range_is_one_phrase_with_both_its_ends(text: str, exact: str, when: str) -> None:
    assert dated(text) == [(exact, when)]


FROM_DATELINE = [
    ("The council met on Friday.", "Friday", "2025-01-31"),
    ("The council met last Friday.", "last Friday", "2025-01-31"),
    ("The council will meet next Friday.", "next Friday", "2025-02-07"),
    ("The council will meet on Friday.", "Friday", "2025-02-07"),
    ("The vote is scheduled for Friday.", "Friday", "2025-02-07"),
    ("The council met on Wednesday.", "Wednesday", "2025-02-05"),
    ("Prices rose in March.", "March", "2024-03"),
    ("Prices will rise in October.", "October", "2025-10"),
    ("Prices rose last May.", "last May", "2024-05"),
    ("In early March he left.", "early March", "early 2024-03"),
    ("He resigned on Jan. 15.", "Jan. 15", "2025-01-15"),
    ("He resigned on 15 December.", "15 December", "2024-12-15"),
    ("Notes of Monday 27 May survive.", "Monday 27 May", "2024-05-27"),
    ("He will be replaced on 20 June.", "20 June", "2025-06-20"),
    ("The union expects a ruling by the end of March.", "the end of March", "late 2025-03"),
    ("It snowed yesterday.", "yesterday", "2025-02-04"),
    ("It snowed today.", "today", "2025-02-05"),
    ("It will snow tomorrow.", "tomorrow", "2025-02-06"),
    ("It snowed this morning.", "this morning", "2025-02-05"),
    ("It snowed last night.", "last night", "2025-02-04"),
    ("It snowed on Tuesday night.", "Tuesday night", "2025-02-04"),
    ("It snowed on the morning of 3 February.", "the morning of 3 February", "2025-02-03"),
    ("Output fell last year.", "last year", "2024"),
    ("Output fell late last year.", "late last year", "late 2024"),
    ("Output fell this month.", "this month", "2025-02"),
    ("Output fell last month.", "last month", "2025-01"),
    ("Output fell last week.", "last week", "2025-01-27/2025-02-02"),
    ("Output will fall next year.", "next year", "2026"),
    ("Output fell last quarter.", "last quarter", "2024-10-01/2024-12-31"),
    ("Output fell in the third quarter.", "the third quarter", "2024-07-01/2024-09-30"),
    ("Output fell last summer.", "last summer", "2024-06-01/2024-08-31"),
    ("Output will rise this spring.", "this spring", "2025-03-01/2025-05-31"),
    ("They wed ten days ago.", "ten days ago", "2025-01-26"),
    ("They wed a week ago.", "a week ago", "2025-01-27/2025-02-02"),
    ("They wed three months ago.", "three months ago", "2024-11"),
    ("They wed five years ago.", "five years ago", "2020"),
    ("They wed two decades ago.", "two decades ago", "2005"),
    ("They wed on Monday of last week.", "Monday of last week", "2025-01-27"),
    ("They met over the weekend.", "the weekend", "2025-02-01/2025-02-02"),
    ("They met four times in the past year.", "the past year", "2024-02-05/2025-02-05"),
    ("They met twice over the last week.", "the last week", "2025-01-29/2025-02-05"),
    ("They met the day before yesterday.", "the day before yesterday", "2025-02-03"),
    ("They met last Thursday night.", "last Thursday night", "2025-01-30"),
    ("They met in mid-January.", "mid-January", "mid 2025-01"),
    ("They met in March of last year.", "March of last year", "2024-03"),
    ("The camp opens on Easter Monday.", "Easter Monday", "2025-04-21"),
    ("The camp closed on New Year's Eve.", "New Year's Eve", "2024-12-31"),
    ("Rents rose by a tenth in the past three months.", "in the past three months", "2024-11-05/2025-02-05"),
    ("The court is closed until Friday.", "Friday", "2025-02-07"),
    ("The court was closed until Friday.", "Friday", "2025-01-31"),
    ("Pupils return on Thursday.", "Thursday", "2025-02-06"),
    ("Lessons end two years from now.", "two years from now", "2027"),
    ("The fair is open Monday to Friday, Feb. 10-14.", "Monday to Friday, Feb. 10-14", "2025-02-10/2025-02-14"),
    ("In last quarter's match report, sales fell.", "last quarter", "2024-10-01/2024-12-31"),
    ("The train left at 8:47 p.m. on Tuesday.", "8:47 p.m. on Tuesday", "2025-02-04"),
    ("The train left on Tuesday at 8:47 p.m. and never arrived.", "Tuesday at 8:47 p.m.", "2025-02-04"),
    ("The train left at noon Monday.", "noon Monday", "2025-02-03"),
    ("Copper for April delivery slid.", "April", "2025-04"),
    ("The sale ends on Monday to Friday terms, Feb. 10-14.", "Feb. 10-14", "2025-02-10/2025-02-14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "when"), FROM_DATELINE)
def test_a_date_is_counted_from_the_dateline_and_the_tense_says_which_way(text: str, exact: str, when: str) -> None:
    assert (exact, when) in dated(text)
    found = next(one for one in phrases(text) if one.exact == exact)
    assert found.resolved
    assert "dateline" in found.why or "time of day" in found.why


@pytest.mark.parametrize(
    ("text", "exact", "when", "said"),
    [
        ("The council met on Friday.", "Friday", None, "XXXX-WXX-5"),
        ("Prices rose in March.", "March", "XXXX-03", "XXXX-03"),
        ("In early March he left.", "early March", "early XXXX-03", "XXXX-03"),
        ("He resigned on Jan. 15.", "Jan. 15", "XXXX-01-15", "XXXX-01-15"),
        ("He resigned yesterday.", "yesterday", None, "XXXX-XX-XX"),
        ("Output fell last year.", "last year", None, "XXXX"),
        ("Output fell in the third quarter.", "the third quarter", None, "XXXX-Q3"),
        ("The receipt is dated 3/4/2025.", "3/4/2025", None, "2025-XX-XX"),
        ("They met on February 30.", "February 30", None, "XXXX-02-30"),
        ("They met on 31 June 2024.", "31 June 2024", None, "2024-06-31"),
        ("They met on 29 February 2023.", "29 February 2023", None, "2023-02-29"),
        ("They met two days later.", "two days later", None, "FUTURE_REF"),
    ],
)
def test_where_nothing_says_which_day_the_phrase_is_unresolved_and_says_why(
    text: str, exact: str, when: str | None, said: str
) -> None:
    (found,) = phrases(text, None)
    assert (found.exact, found.when and str(found.when), found.value, found.resolved) == (exact, when, said, False)
    assert found.why


def test_a_day_that_does_not_exist_is_said_to_be_none_and_two_readings_are_both_named() -> None:
    (no_day,) = phrases("They met on February 30.")
    assert no_day.why == "no such day in the calendar: February has no day 30"
    for text in (
        "The log for 2025-02-31 is lost.",
        "Dated 31.6.2024, it is void.",
        "They met on the fifth Monday of May 2024.",
    ):
        (found,) = phrases(text)
        assert found.why.startswith("no such day in the calendar: ")
        assert not found.resolved
    (either,) = phrases("Dated 3/4/2025, it is void.")
    assert either.why == "either 4 March 2025 or 3 April 2025: the order of day and month is not said"


def test_a_weekday_that_the_day_was_not_is_named() -> None:
    (found,) = phrases("They met on Monday, Jan. 15, 2025.")
    assert found.why == "as written; but 15 January 2025 was no Monday"
    (found,) = phrases("The lock was closed on Monday, Feb. 4.")  # rather a wrong weekday than a day of six years ago
    assert found.why == "the year from the dateline; but 4 February 2025 was no Monday"


@pytest.mark.parametrize(
    "text",
    [
        "Rents were the highest since May 2019. They slowed in March.",
        "Rents rose more than in May 2019. They fell in March.",
    ],
)
def test_a_date_that_others_are_held_against_does_not_set_their_year(text: str) -> None:
    assert dated(text)[-1] == ("March", "2024-03")


def test_later_and_earlier_are_counted_from_the_last_date_in_the_text() -> None:
    text = "The quake struck on 10 March 2020. Two days later, aid came. The following day it rained. A year earlier all was calm."
    assert dated(text) == [
        ("10 March 2020", "2020-03-10"),
        ("Two days later", "2020-03-12"),
        ("The following day", "2020-03-13"),
        ("A year earlier", "2019"),
    ]
    assert phrases(text)[1].why == "from 10 March 2020, the date before it"


def test_a_story_of_another_year_goes_on_in_that_year() -> None:
    text = "The siege began on 24 November 2021. On 2 December the walls fell. In January, the fleet withdrew. It was burnt last month."
    assert [when for _, when in dated(text)] == ["2021-11-24", "2021-12-02", "2022-01", "2025-01"]
    assert phrases(text)[1].why == "the year from 24 November 2021, the date before it"


def test_days_after_a_month_are_not_guessed() -> None:
    month, later = phrases("The ship sailed in March 2020. Two days later it sank.")
    assert (str(month.when), later.when, later.resolved) == ("2020-03", None, False)
    assert later.why == "counted from March 2020, of which the day is not said"


def test_the_fifteenth_is_in_the_month_of_the_date_before_it() -> None:
    assert dated("The tour began on 2 May 2023 and ended on the 15th.") == [
        ("2 May 2023", "2023-05-02"),
        ("the 15th", "2023-05-15"),
    ]


def test_earnings_of_a_year_ago_are_those_of_the_same_quarter() -> None:
    text = "Profit was $4 million in the third quarter, up from $3 million a year earlier."
    assert [one.value for one in phrases(text)] == ["2024-Q3", "2023-Q3"]


@pytest.mark.parametrize(
    ("text", "exact", "edge"),
    [
        ("He has governed since 2014.", "2014", "since"),
        ("The rule holds until March 2019.", "March 2019", "until"),
        ("It must be paid by 30 June 2025.", "30 June 2025", "by"),
        ("It was paid on 30 June 2025.", "30 June 2025", ""),
        ("The law applies from 1 January 2020.", "1 January 2020", "from"),
        ("They left before May 2003.", "May 2003", "before"),
        ("They have been gone since about 2014.", "2014", "since"),
        ("They may not leave earlier than 2026.", "2026", ""),
        ("They may leave no earlier than 2026.", "2026", "from"),
        ("They must leave no later than 30 June 2025.", "30 June 2025", "by"),
        ("They will have left before the 2030s are over.", "the 2030s", "by"),
        ("They left ahead of May 2003.", "May 2003", "before"),
        ("Starting on 4 May 2021, it is free.", "4 May 2021", "from"),
        ("Sales are up from 2019.", "2019", ""),
        ("He governed from 2014 to 2018.", "from 2014 to 2018", ""),
    ],
)
def test_the_word_that_makes_a_date_an_end_is_kept_apart_from_the_date(text: str, exact: str, edge: str) -> None:
    found = time_phrases(text, [(0, len(text))], None)
    assert [(phrase.exact, phrase.edge) for phrase in found] == [(exact, edge)]
