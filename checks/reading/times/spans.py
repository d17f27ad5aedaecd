"""Spans of the calendar: the week, quarter or season that a day lies in, and steps from one to another."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.case.when import MONTHS, When
from checks.reading.parts import TimeKind

Grain = Literal["", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
Tense = Literal["", "past", "future"]
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_WITHOUT_YEAR, _UNLIKELY = 330, 270  # days away that a date is still written without its year
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True)
class Sense:
    """What a phrase of time means: `grain` is the size of the span, `year_said` whether the words name the year."""

    kind: TimeKind
    value: str
    when: When | None = None
    resolved: bool = False
    why: str = ""
    grain: Grain = ""
    year_said: bool = False
    length: Amount | None = None
    first: date | None = None  # where the span begins, to count on from

    @property
    def last(self) -> date | None:
        """The last day of the span, if it has one."""
        return self.when.last if self.when else None


def calendar(grain: Grain, day: date) -> tuple[date, date, str]:
    """The first and last day of the week, month, quarter … that a day lies in, and its TIMEX3 value.

    Weeks are those of ISO 8601, from Monday to Sunday.
    """
    if grain == "day":
        return day, day, str(day)
    if grain in ("week", "weekend"):
        monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        year, week, _ = monday.isocalendar()
        sunday = date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal()))
        if grain == "week":
            return monday, sunday, f"{year:04d}-W{week:02d}"
        return date.fromordinal(max(sunday.toordinal() - 1, 1)), sunday, f"{year:04d}-W{week:02d}-WE"
    if grain == "decade":
        start = day.year - day.year % 10
        return date(max(start, 1), 1, 1), date(start + 9, 12, 31), f"{start // 10:03d}"
    if grain == "century":
        start = (day.year - 1) // 100 * 100 + 1
        return date(start, 1, 1), date(min(start + 99, 9999), 12, 31), f"{start // 100:02d}"
    months = MONTHS_IN.get(grain, 12)
    number = (day.month - 1) // months
    first = date(day.year, number * months + 1, 1)
    end = number * months + months
    last = date(day.year, end, monthrange(day.year, end)[1])
    name = {"month": f"-{day.month:02d}", "quarter": f"-Q{number + 1}", "half": f"-H{number + 1}"}.get(grain, "")
    return first, last, f"{day.year:04d}{name}"


def moved(day: date, grain: str, number: int) -> date | None:
    """The day a number of days, weeks, months … later (earlier, if negative); None beyond the years 1 to 9999."""
    try:
        if grain in ("day", "week", "weekend"):
            return day + timedelta(days=number * (1 if grain == "day" else 7))
        months = day.year * 12 + day.month - 1 + number * MONTHS_IN.get(grain, 12)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def span(grain: Grain, day: date | None, why: str, year_said: bool = False) -> Sense | None:
    """The span of a grain that a day lies in, as a date."""
    if day is None:
        return None
    first, last, value = calendar(grain, day)
    return Sense("date", value, When.span(first, last), True, why, grain, year_said, first=first)


def season(year: int, name: str, why: str, year_said: bool) -> Sense | None:
    """A season of the northern half of the earth, in whole months; a winter's year is taken as the one it begins in.

    People begin a season up to a month apart, and call either year the winter's: `widest` covers that.
    """
    start = date(year, _SEASON_STARTS[name], 1)
    end = moved(start, "month", 3)
    widest = (date(year, 1, 1) if name == "WI" else moved(start, "month", -1), end and moved(end, "month", 1))
    if end is None:
        return None
    when = replace(When.span(start, end - timedelta(days=1)), widest=widest)
    return Sense("date", f"{year:04d}-{name}", when, True, why, "season", year_said, first=start)


def part_of(sense: Sense, part: str) -> Sense:
    """The early, mid or late part of a span: thirds of a month or year, as `When` has them, or of a longer time."""
    when = sense.when
    if when is None:
        return sense
    if sense.grain in ("month", "year"):
        try:
            return replace(sense, when=When.parse(f"{part} {when}"))
        except CaseError:
            return sense
    if sense.grain not in ("decade", "century", "quarter") or when.first is None or when.last is None:
        return sense
    third = (when.last - when.first + timedelta(days=1)) // 3
    number = ("early", "mid", "late").index(part)
    first = when.first + number * third
    last = when.last if number == 2 else first + third - timedelta(days=1)
    widest = (first if number == 0 else first - third / 2, last if number == 2 else last + third / 2)
    return replace(sense, when=replace(When.span(first, last), widest=widest), first=first)


def half_of(sense: Sense, first: bool) -> Sense:
    """The first or second half of a decade or century, in whole years."""
    when = sense.when
    if when is None or when.first is None or when.last is None:
        return sense
    middle = date((when.first.year + when.last.year + 1) // 2, 1, 1)
    begin, end = (when.first, middle - timedelta(days=1)) if first else (middle, when.last)
    return replace(sense, when=When.span(begin, end), first=begin)


def words(day: date) -> str:
    """A day as it is written in a sentence."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def nearest(candidates: list[date], dateline: date, tense: Tense, near: bool = True) -> date | None:
    """Which of several days is meant: the last up to the dateline in the past tense, the first from it in the future
    tense, else the nearest. Days of nearly a year ago are not believed to lack their year.
    """
    past = [day for day in candidates if day <= dateline]
    future = [day for day in candidates if day >= dateline]
    if tense == "past" and past and (dateline - max(past)).days <= (_WITHOUT_YEAR if near else _UNLIKELY):
        return max(past)
    if tense == "future" and future:
        return min(future)
    return min(candidates, key=lambda day: (abs((day - dateline).days), day), default=None)
