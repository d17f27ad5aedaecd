"""The dates of an article as they are compared: each end of a span by itself, and when two are the same day or time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from checks.case.errors import CaseError
from checks.case.when import MONTHS, When
from checks.reading.parts import TimePhrase
from checks.reading.quoting.sense import number_word

COUNTED = re.compile(r"\b(?:earlier|later|ago|next|last|this|previous|following|before|after|same)\b", re.IGNORECASE)
_CLOCK = re.compile(r"T(?P<hour>\d\d)(?::(?P<minute>\d\d))?")
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_MONTH = "|".join(f"{month}|{month[:3]}\\.?" for month in MONTHS)
_DAY = re.compile(rf"\b(?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH}) \d{{1,2}})(?:,? \d{{4}})?(?!\d)")
_SPAN = re.compile(
    r"(?:(?:between|from) )?(?P<one>[^\n]{1,40}?)(?: (?:and|to|until|till|through) | ?[–—-] ?)(?P<other>[^\n]{1,40})",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b\.?|\b\d{1,2}[.:]\d\d\b|\b(?:noon|midnight)\b", re.IGNORECASE)
_HALF_OF_DAY = re.compile(r"[ap]\.? ?m\b|\b(?:1[3-9]|2[0-4])[.:]|noon|midnight", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:a )?(?P<minutes>five|ten|twenty|quarter) to (?P<hour>[a-z]+)", re.IGNORECASE)
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEK = timedelta(days=7)
_ONE_DAY, _YEAR, _DECADES = timedelta(days=1), timedelta(days=366), timedelta(days=30 * 365)


def ends_of(time: TimePhrase) -> Iterator[TimePhrase]:
    """The days, months or years that stand in one phrase, as in “between 1979 and 1998”; else the phrase itself.

    Of “3 October next year” the day alone, whose year is not told by its number.
    """
    days = list(_DAY.finditer(time.exact))
    if len(days) > 1:
        for day in days:
            try:
                when = When.parse(day[0])
            except CaseError:
                continue  # 31 June is no day: it is told by the reading's problems
            yield _part(time, day.start(), day[0], when, str(when))
        return
    hour, named = _HOUR.search(time.exact), days[0] if days else _WEEKDAY.search(time.exact)
    clock = _CLOCK.search(time.value)
    if hour and named and clock:  # at 6.15 pm on 3 April: two facts
        yield _part(time, hour.start(), hour[0], None, clock[0])
        yield _part(time, named.start(), named[0], time.when, time.value[: clock.start()])
        return
    values = time.value.split("/")
    span = _SPAN.fullmatch(time.exact)
    if len(values) == 2 and span and not COUNTED.search(time.exact):
        for name, value in zip(("one", "other"), values, strict=True):
            try:
                when_end = None if value.startswith("T") else When.parse(value)
            except CaseError:
                when_end = None  # an end that names no days is compared as printed
            yield _part(time, span.start(name), span[name], when_end, value)
    elif days and COUNTED.search(time.exact):
        yield _part(time, days[0].start(), days[0][0], time.when, time.value)
    else:
        yield time


def _part(time: TimePhrase, at: int, exact: str, when: When | None, value: str) -> TimePhrase:
    start = time.start + at
    return replace(time, start=start, end=start + len(exact), exact=exact, when=when, value=value, edge="")


def sort_of(phrase: TimePhrase) -> str:
    """What a date is told by: `clock`, `weekday`, `day`, `week`, `month`, `year`, or `vague`."""
    if _CLOCK.search(phrase.value):
        return "clock"
    when = phrase.when
    if when is None or when.first is None or when.last is None:
        return "weekday" if _WEEKDAY.search(phrase.exact) else "vague"
    if _is_weekday(phrase):
        return "weekday"
    days = (when.last - when.first).days
    return "day" if days < 1 else "week" if days < 10 else "month" if days < 100 else "year"


def same_date(one: TimePhrase, other: TimePhrase) -> bool:
    """Whether two dates may be one: the same words, one within the other, a weekday on that day, the eve of a limit."""
    ours, theirs = f" {one.exact.casefold()} ", f" {other.exact.casefold()} "
    clocks = _clock(one), _clock(other)
    if ours in theirs or theirs in ours:
        return True
    if clocks[0] and clocks[1]:
        halves = all(_HALF_OF_DAY.search(phrase.exact) for phrase in (one, other))
        return clocks[0] == clocks[1] or (not halves and _by_twelve(clocks[0]) == _by_twelve(clocks[1]))
    if clocks != (None, None):
        return False
    days = [_WEEKDAY.search(phrase.exact) for phrase in (one, other)]
    if days[0] and days[1] and days[0][0].casefold() != days[1][0].casefold():
        return False
    if days[0] and days[1] and _is_weekday(one) and _is_weekday(other):
        return True  # which Tuesday is seldom said
    first, second = one.when, other.when
    for name, when in ((days[0], second), (days[1], first)):
        if name and when and when.is_day and when.first and _is_weekday(one if name is days[0] else other):
            near = first is None or second is None or first.first is None or second.first is None
            named = _DAYS[when.first.weekday()] == name[1].casefold()
            return named and (near or abs(_first(first) - _first(second)) <= _WEEK)
    if first is None or second is None:
        return any(days) or one.value == other.value  # a weekday that nothing dates may be any day
    if any(_before(limit, span) for limit, span in ((one, other), (other, one))):
        return True
    if days == [None, None] or not (first.yearless or second.yearless):
        return _within(first, second)
    return True


def _is_weekday(phrase: TimePhrase) -> bool:
    """Whether a phrase names a weekday and no day of a month."""
    return bool(_WEEKDAY.search(phrase.exact)) and not any(map(str.isdigit, phrase.exact))


def _clock(phrase: TimePhrase) -> str | None:
    found = _CLOCK.search(phrase.value)
    return f"{found['hour']}:{found['minute'] or '00'}" if found else None


def _by_twelve(clock: str) -> tuple[int, str]:
    """The hour and minute as a clock face has them."""
    hour, minute = clock.split(":")
    return int(hour) % 12, minute


def spoken(exact: str) -> str:
    """The time that words such as “ten to seven” tell, as TIMEX3 has it; empty for other words."""
    found = _SPOKEN.fullmatch(exact)
    hour = number_word(found["hour"]) if found else None
    minutes = (number_word(found["minutes"]) or "15") if found else ""
    return f"T{(int(hour) + 11) % 12:02}:{60 - int(minutes):02}" if hour and int(hour) < 13 else ""


def _first(when: When | None) -> date:
    return (when and when.first) or date.min


def _before(limit: TimePhrase, span: TimePhrase) -> bool:
    """Whether what is told as before one is by the end of the other: before 2033, by the end of 2032."""
    if limit.edge != "before" or limit.when is None or span.when is None or not limit.when.first:
        return False
    return span.when.last == limit.when.first - _ONE_DAY


def _within(one: When, other: When) -> bool:
    """Whether one of two spans lies in the other; without a year by month and day."""
    ours, theirs = _ends(one), _ends(other)
    if one.yearless or other.yearless:
        ours, theirs = (tuple(_no_year(day) for day in ends) for ends in (ours, theirs))  # type: ignore[assignment]
    (a, b), (c, d) = ours, theirs
    slack = _YEAR if min(b - a, d - c) > _DECADES else timedelta()  # the 18th century, the 1700s
    return (a - c <= slack and d - b <= slack) or (c - a <= slack and b - d <= slack)


def _ends(when: When) -> tuple[date, date]:
    return when.first or date.min, when.last or date.max


def _no_year(day: date) -> date:
    return day.replace(year=2000)
