"""Phrases of time in prose: lengths and rates apart from dates, what looks like a date and is none, and what happened then."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.case.amount import Amount
from checks.reading.parts import TimePhrase
from checks.reading.sentences import sentences
from checks.reading.times.phrases import time_phrases
from checks.reading.times.words import KINDS, tokens

WEDNESDAY = date(2025, 2, 5)


def phrases(text: str, dateline: date | None = WEDNESDAY) -> list[TimePhrase]:
    return time_phrases(text, sentences(text), dateline)


LENGTHS = [
    ("A 90-day truce was agreed.", "90-day", "P90D", "90 days"),
    ("The decade-long dispute is over.", "decade-long", "P1E", "1 decade"),
    ("He was held for three years.", "three years", "P3Y", "3 years"),
    ("He was held for a few months.", "a few months", "PXM", None),
    ("He was held for more than a week.", "more than a week", "P1W", "more than 1 week"),
    ("He was held for at least 20 more years.", "at least 20 more years", "P20Y", "at least 20 years"),
    ("He was held for up to 180 days.", "up to 180 days", "P180D", "at most 180 days"),
    ("He was held for nearly forty years.", "nearly forty years", "P40Y", "about 40 years"),
    ("He was held for two to three weeks.", "two to three weeks", "P2W", "2 to 3 weeks"),
    ("He was held for twenty-four hours.", "twenty-four hours", "P1D", "24 hours"),
    ("He was held for a dozen years.", "a dozen years", "P12Y", "12 years"),
    ("He was held for two and a half years.", "two and a half years", "P2Y6M", None),
    ("He was held for a year and a half.", "a year and a half", "P1Y6M", None),
    ("He was held for years.", "years", "PXY", None),
    ("He was held for half an hour.", "half an hour", "PT30M", None),
    ("He ran it in 43.03 seconds.", "43.03 seconds", "PT43.03S", None),
    ("A 30-second film was shown.", "30-second", "PT30S", "30 seconds"),
    ("The pact must be ended within 90 days.", "within 90 days", "P90D", "at most 90 days"),
    ("The flight took three hours and 13 minutes.", "three hours and 13 minutes", "PT3H13M", "193 minutes"),
    ("The term is two years and three months.", "two years and three months", "P2Y3M", "27 months"),
    ("The repair takes a day or two.", "a day or two", "P1D", "1 to 2 days"),
    ("It stopped for a quarter of an hour.", "a quarter of an hour", "PT15M", "15 minutes"),
    ("They scored in the last quarter of an hour.", "the last quarter of an hour", "PT15M", "15 minutes"),
    ("The tower stood for three-quarters of a century.", "three-quarters of a century", "P75Y", "75 years"),
    ("It took 20-odd years.", "20-odd years", "P20Y", "about 20 years"),
    ("It took 40-plus years.", "40-plus years", "P40Y", "at least 40 years"),
    ("The work will last 18 months.", "18 months", "P18M", "18 months"),
    ("She spent two centuries' worth of rent.", "two centuries", "P2C", "2 centuries"),
    ("Profit for the year ended badly.", "the year", "P1Y", "1 year"),
    ("A three-year-old pony won.", "A three-year-old", "P3Y", "3 years"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "exact", "value", "length"), LENGTHS)
def test_a_length_of_time_is_told_from_a_date(text: str, exact: str, value: str, length: str | None) -> None:
    (found,) = phrases(text)
    assert (found.exact, found.kind, found.value, found.when) == (exact, "duration", value, None)
    assert (str(found.length) if found.length else None) == length


def test_a_length_that_ends_at_the_dateline_has_days_too() -> None:
    (found,) = phrases("Rents rose by a tenth in the past three months.")
    assert (found.kind, found.value, str(found.when)) == ("duration", "P3M", "2024-11-05/2025-02-05")
    assert (found.length, found.why) == (Amount(found.length.value, "months"), "3 months up to the dateline")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("The choir sings every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("The choir sings on Sundays.", "Sundays", "XXXX-WXX-7"),
        ("The choir sings every two weeks.", "every two weeks", "P2W"),
        ("The choir sings each July.", "each July", "XXXX-07"),
        ("The fee is paid annually.", "annually", "XXXX"),
        ("The fee is paid monthly.", "monthly", "XXXX-XX"),
        ("The war costs $15 billion a week.", "a week", "P1W"),
        ("The war costs 40 lives a day.", "a day", "P1D"),
        ("He pays $12,500 a month.", "a month", "P1M"),
        ("She earns $60,000 a year.", "a year", "P1Y"),
        ("The pill costs 50p a day.", "a day", "P1D"),
        ("He is a £2m-a-year keeper.", "a-year", "P1Y"),
        ("She earns 12 pounds per hour.", "per hour", "PT1H"),
    ],
)
def test_how_often_is_a_set(text: str, exact: str, value: str) -> None:
    (found,) = phrases(text)
    assert (found.exact, found.kind, found.value, found.when) == (exact, "set", value, None)


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("The road is now closed.", "now", "PRESENT_REF"),
        ("The road is currently closed.", "currently", "PRESENT_REF"),
        ("The road was recently closed.", "recently", "PAST_REF"),
        ("The road will soon be closed.", "soon", "FUTURE_REF"),
        ("Few have dared it in the past.", "the past", "PAST_REF"),
        ("Nobody can know the future.", "the future", "FUTURE_REF"),
        ("Such words are rare these days.", "these days", "PRESENT_REF"),
        ("She left several years ago.", "several years ago", "PAST_REF"),
    ],
)
def test_words_that_point_at_no_day_have_no_span(text: str, exact: str, value: str) -> None:
    (found,) = phrases(text)
    assert (found.exact, found.value, found.when, found.resolved) == (exact, value, None, False)


@pytest.mark.parametrize(
    ("text", "exact", "value"),
    [
        ("The shop shuts at 8:47 p.m.", "8:47 p.m.", "T20:47"),
        ("The shop shuts at 7.30pm.", "7.30pm", "T19:30"),
        ("The shop shuts at midnight.", "midnight", "T24:00"),
        ("The shop shuts at ten o'clock.", "ten o'clock", "T10:00"),
        ("The shop shuts at half past nine.", "half past nine", "T09:30"),
        ("The shop shuts at a quarter past 6.", "a quarter past 6", "T06:15"),
        ("The shop shuts at 21:15.", "21:15", "T21:15"),
        ("The shop shuts at 0830 GMT.", "0830 GMT", "T08:30"),
        (
            "The shop shut at 9:30 p.m. local time on 3 May 2024.",
            "9:30 p.m. local time on 3 May 2024",
            "2024-05-03T21:30",
        ),
        ("The shop is open from 9 a.m. to 5 p.m. only.", "from 9 a.m. to 5 p.m.", "T09:00/T17:00"),
        ("The shop shut at 12:05 a.m. on 3 May 2024.", "12:05 a.m. on 3 May 2024", "2024-05-03T00:05"),
        ("The shop shut on Friday afternoon.", "Friday afternoon", "2025-01-31TAF"),
    ],
)
def test_a_time_of_day_is_a_time(text: str, exact: str, value: str) -> None:
    (found,) = phrases(text)
    assert (found.exact, found.kind, found.value) == (exact, "time", value)


NO_TIME = [
    "About 2024 people came to the gates.",
    "The council counted 1,984 votes against 2,025.",
    "The fare is fixed at $1990, not £2010.",
    "Flight 2024 left from Gate 12.",
    "He lives at 1984 Elm Street.",
    "The office at 1600 Pennsylvania Avenue was shut.",
    "The library of Windows 2000 is large.",
    "Agenda 2030 and Project 2025 have little in common.",
    "“1984” is on the reading list.",
    "Her copy of Orwell's 1984 is torn.",
    "The index closed at 1987.",
    "The “Today” show is a film called 13 Hours.",
    "The plant is to hire from 1000 to 2000 workers.",
    "June said so, and laughed.",
    "Resolution 1325 and the Clean Air Act 1956 stand.",
    "Room 1812 is up the stairs; page 1066 is missing.",
    "Theresa May spoke first.",
    "Mrs May may march with them.",
    "They may march on the capital.",
    "April Ryan asked the question.",
    "August Wilson wrote the play.",
    "A long march led them home.",
    "The Sunday Times printed it.",
    "She acted in Friday Night Lights.",
    "Sheffield Wednesday lost 3-1.",
    "USA Today printed it.",
    "A second man and a third woman came.",
    "They won 2-1 and lost 0-3, 6-4, 7-5.",
    "A UH-60 and an F-35 passed over Route 2010.",
    "The ratio was 3:1, then 16:9.",
    "He scored twice in the second half.",
    "She threw for 300 yards in the fourth quarter.",
    "A quarter of the voters stayed away, and three-quarters came.",
    "The fall of the city was sudden.",
    "Water from a spring fed the mill.",
    "The harbour is the key to our future.",
    "They rowed the last quarter in the dark.",
    "Prices will fall and then spring back.",
    "He is 43 years old.",
    "She is in her eighties, he in his 80s.",
    "It was in the low 80s.",
    "The Christmas tree was lit by Father Christmas.",
    "On the 15th floor, the 47th president waited.",
    "The sun and the moon sat low; the mar was slight.",
    "Sun Microsystems, the maker of computers, is gone.",
    "Call 555-2019 or write to box 1999.",
    "Version 10.12.1 of the code is out.",
    "She ran 1500 metres, then 2000 metres.",
    "The player of the year is a keeper.",
    "There were 1999 pages and 2000 pictures.",
    "COVID-19 and Article 5 were debated.",
    "A force of 2000-strong militia came.",
    "The pipe holds 2000 litres.",
    "Now that it is shut, they walk.",
    "The star is four light-years off.",
    "It shrank for the fourth quarter in a row.",
    "The Good Friday Agreement still holds.",
    "He hit 9/11 shots and missed 7/7 at the line.",
    "The 9/11 Commission sat again.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_TIME)
def test_what_looks_like_a_date_and_is_none_is_left_alone(text: str) -> None:
    assert [one.exact for one in phrases(text)] == []


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Mrs May spoke in May.", "May"),
        ("On 2 May, Mrs May spoke.", "2 May"),
        ("They marched in March.", "March"),
        ("April Ryan asked in April.", "April"),
        ("In 2024 people voted in droves.", "2024"),
        ("It was warm in the spring.", "the spring"),
        ("The Sunday Times printed it on Sunday.", "Sunday"),
    ],
)
def test_the_same_word_is_a_date_where_the_sentence_makes_it_one(text: str, exact: str) -> None:
    assert [one.exact for one in phrases(text)] == [exact]


@pytest.mark.parametrize(
    ("text", "exact", "role"),
    [
        ("The treaty was signed on 3 March 1997.", "3 March 1997", "signed"),
        ("The treaty, signed in 1997, expires on 3 May.", "1997", "signed"),
        ("The treaty, signed in 1997, expires on 3 May.", "3 May", "expires"),
        ("The ban was announced on Tuesday.", "Tuesday", "announced"),
        ("On Tuesday, the mayor announced the ban.", "Tuesday", "announced"),
        ("The ban took effect on 1 July 2021.", "1 July 2021", "effective"),
        ("The ban enters into force on 1 July.", "1 July", "effective"),
        ("The ban is effective from 1 July 2021.", "1 July 2021", "effective"),
        ("Latvia notified the depositary on 27 June 2024.", "27 June 2024", "notified"),
        ("The review was published in May 2023.", "May 2023", "published"),
        ("The case was first reported in 2019.", "2019", "reported"),
        ("The firm published accounts of 1995.", "1995", None),
        ("Volunteers could sign up on Monday.", "Monday", None),
        ("The minister said that the ban would start on 3 May.", "3 May", None),
        ("Snow fell on 3 March 1997.", "3 March 1997", None),
    ],
)
def test_a_date_carries_what_the_sentence_says_happened_then(text: str, exact: str, role: str | None) -> None:
    assert next(one for one in phrases(text) if one.exact == exact).role == role


def test_a_phrase_does_not_run_over_the_end_of_a_paragraph_or_a_headline() -> None:
    text = "Strike set for Friday\n\n8 May 2024 was the last one.\nA dispute of 2019\n30 June 2020 ended it."
    assert [one.exact for one in phrases(text)] == ["Friday", "8 May 2024", "2019", "30 June 2020"]


def test_a_phrase_runs_on_over_the_end_of_a_line() -> None:
    assert [one.exact for one in time_phrases("It opened on 8\nMay 2024.", [(0, 25)], None)] == ["8\nMay 2024"]


WORDS = (
    "the a of in on by from to and between since until last next this early late mid end May March Jan. Friday Sun 15 31 0 "
    "2024 1999 1990s ’90s 1/2/2025 2024-02-30 2019-20 8:47 25:61 p.m. 15th 99th Q3 FY24 quarter half year years day days "
    "week month weekend century decade fall spring ago later before two hundred twenty second third few several Christmas "
    "Easter . , - – ( ) “ ’s $ % İ ſ 9999 1000 today noon first GMT"
)
WORD = st.sampled_from([*WORDS.split(" "), "\n", "\n\n"])
DATELINES = st.sampled_from([None, WEDNESDAY, date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])


def _hold(text: str, dateline: date | None) -> None:
    found = phrases(text, dateline)
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.exact
        assert one.resolved <= (one.when is not None)
        end = one.end
    assert found == phrases(text, dateline)


@settings(max_examples=400)
@given(st.lists(WORD, max_size=14).map(" ".join), DATELINES)
def test_any_order_of_such_words_is_read_without_an_exception(text: str, dateline: date | None) -> None:
    _hold(text, dateline)


@settings(max_examples=200)
@given(st.text(max_size=120), DATELINES)
def test_any_text_is_read_without_an_exception(text: str, dateline: date | None) -> None:
    _hold(text, dateline)


@given(st.text(max_size=80))
def test_the_tokens_of_a_text_leave_out_white_space_alone(text: str) -> None:
    found = tokens(text, set())
    assert {one.kind for one in found} <= set(KINDS)
    kept = "".join(text[one.start : one.end] for one in found)
    assert "".join(kept.split()) == "".join(text.split())


def test_a_long_hostile_text_is_read() -> None:
    for text in ("“" * 20_000, "1" * 20_000, "a " * 10_000, "twenty-" * 4_000, "of the year " * 2_000, "1-" * 10_000):
        assert len(time_phrases(text, [(0, len(text))], WEDNESDAY)) < 2


def test_the_quarter_of_a_fiscal_year_may_be_any_three_months_of_it() -> None:
    (found,) = phrases("Output grew in Q2 of FY24.")
    assert found.when is not None
    assert (found.value, found.when.widest) == ("2024-Q2", (date(2023, 1, 1), date(2025, 12, 31)))
    assert found.why == "a fiscal year may begin in another month"


def test_words_that_point_at_no_day_do_not_speak_of_the_calendar() -> None:
    for text in ("The road is now closed.", "She left several years ago.", "Nobody can know the future."):
        assert all("no such day" not in one.why for one in phrases(text))
