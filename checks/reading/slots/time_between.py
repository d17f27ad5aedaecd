"""Periods between two dates of a passage, how long they were, and whether a stated length fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from checks.case.when import When
from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.time_clock import clock_in
from checks.reading.slots.time_lengths import Length
from checks.reading.slots.time_spans import Span, said, stretch_of

_MONTH = 30.436875  # the mean month of the Gregorian calendar, in days
_DAY = 86_400  # seconds
_FAR = 10**8
_OPEN = 10**11


@dataclass(frozen=True)
class Period:
    """A time from one date to another, each a span of ordinals, with the phrases that give them.

    `extra` are days of further periods that it stands for together with its own.
    """

    start: Span
    end: Span
    phrases: tuple[TimePhrase, ...]
    ranged: bool = False
    extra: tuple[float, float] = (0, 0)

    @classmethod
    def of(cls, first: TimePhrase, last: TimePhrase) -> Period:
        """The period between two dated phrases."""
        return cls(_plain(first), _plain(last), (first, last))

    @classmethod
    def total(cls, periods: Sequence[Period]) -> Period:
        """Several periods as one of their summed length."""
        first, *rest = periods
        days = [one.days() for one in rest]
        extra = (sum(low for low, _ in days), sum(high for _, high in days))
        return cls(first.start, first.end, tuple(p for one in periods for p in one.phrases), first.ranged, extra)

    def days(self) -> tuple[float, float]:
        """The fewest and the most days from the start to the end; of a range the last day may be counted too."""
        least, most = max(0, self.end.first - self.start.last), self.end.last - self.start.first + self.ranged
        return least + self.extra[0], most + self.extra[1]

    def middle(self) -> float:
        """The days from the middle of the start to the middle of the end: whole years for years, as people count."""
        start, end = (span.first + span.last for span in (self.start, self.end))
        return (end - start) / 2 + sum(self.extra) / 2

    @property
    def exact(self) -> bool:
        """Whether both ends are days."""
        return self.start.first == self.start.last and self.end.first == self.end.last

    def calendar(self, unit: str) -> int:
        """By how many the number of the month or the year goes up from the start to the end."""
        first, last = date.fromordinal(self.start.first), date.fromordinal(self.end.last)
        years = last.year - first.year
        return years if unit == "year" else 12 * years + last.month - first.month

    def words(self) -> str:
        """The period with its length: `8 January 1198 to 16 July 1216 is 18 years and 6 months`."""
        if self.extra != (0, 0):
            return f"together {_counted(self)}"
        yearless = any(one.when is not None and one.when.yearless for one in self.phrases)
        ends = [said(self.start), said(self.end)]
        if yearless:
            ends = [end.rsplit(" ", 1)[0] for end in ends]
        return f"{ends[0]} to {ends[1]} is {_counted(self)}"


def _counted(period: Period) -> str:
    if not period.exact or period.extra != (0, 0):
        days = period.middle()
        months = round(days / _MONTH)
        if months >= 24 or (months and months % 12 == 0):
            years = days / 365.2425
            return (
                f"about {_many(round(years), 'year')}"
                if abs(years - round(years)) < 0.05
                else f"about {years:.1f} years"
            )
        return f"about {_many(months, 'month')}" if months > 1 else f"about {_many(round(days), 'day')}"
    first, last = date.fromordinal(period.start.first), date.fromordinal(period.end.first)
    months = whole_months(first, last)
    if months < 2:
        days = (last - first).days
        return _many(days, "day") + (f" ({days + 1} with both ends)" if period.ranged else "")
    years, rest = divmod(months, 12)
    parts = [_many(n, unit) for n, unit in ((years, "year"), (rest, "month")) if n]
    return " and ".join(parts) + (f" ({(last - first).days} days)" if months < 12 else "")


def _many(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def whole_months(first: date, last: date) -> int:
    """The complete months from one day to another."""
    return 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)


def _plain(phrase: TimePhrase) -> Span:
    """The span of a dated phrase, whatever word stands before it."""
    return stretch_of(replace(phrase, edge=""), phrase.when or When.span(None, date.max)).start


def periods_in(stated: Sequence[TimePhrase], passage: str, day: date | None) -> list[Period]:
    """The periods that a passage tells as such: from one date to another, since a date (up to `day`), until another."""
    found: list[Period] = []
    open_: TimePhrase | None = None
    for one in stated:
        if one.when is None or one.when.first is None or one.when.last is None or one.kind not in ("date", "time"):
            continue
        stretch = stretch_of(one, one.when)
        if stretch.lasts in ("both", "listed"):
            found.append(Period(stretch.start, stretch.end, (one,), ranged=True))
        elif stretch.lasts in ("from", "since"):
            open_ = one
        elif stretch.lasts == "until":
            begun = open_ or _before(stated, one, passage)
            if begun is not None and _plain(begun).first <= stretch.end.last:
                found.append(Period(_plain(begun), stretch.end, (begun, one)))
            open_ = None
    if open_ is not None and day is not None and not found:
        today = Span(day.toordinal(), day.toordinal(), day.toordinal(), day.toordinal())
        if open_.edge == "since" and _plain(open_).first <= today.first:
            found.append(Period(_plain(open_), today, (open_,)))
    return sorted(found, key=lambda period: period.start.first)


def _before(stated: Sequence[TimePhrase], last: TimePhrase, passage: str) -> TimePhrase | None:
    """The date in the same sentence before an *until*: named in May 2004, he held the job until March 2011."""
    near = [
        one for one in stated
        if one.end <= last.start and one.when is not None and one.kind in ("date", "time") and one.when.first
        and not re.search(r"[.;]\s", passage[one.end : last.start])
    ]  # fmt: skip
    return near[-1] if near else None


def yearless_in(points: Sequence[TimePhrase]) -> int:
    """How many dates lack their year."""
    return sum(one.when is not None and one.when.yearless for one in points)


def run_together(periods: Sequence[Period]) -> list[Period]:
    """The periods with those joined of which one goes on where the other ends."""
    out: list[Period] = []
    for one in periods:
        if out and one.start.first <= out[-1].end.last + 1:
            last = out.pop()
            end = max(one.end, last.end, key=lambda span: span.last)
            out.append(Period(last.start, end, (*last.phrases, *one.phrases), last.ranged))
        else:
            out.append(one)
    return out


def apart(one: Period, other: Period) -> str:
    """The time between the end of a period and the start of the next."""
    return _counted(Period(one.end, other.start, ()))


def told_length(length: Length, period: Period, exact: str) -> tuple[Relation, str]:
    """The relation of a stated length to the time a period took, and why.

    A plain number of years or months is borne out where so many are complete and less than half of one more; one that
    was rounded up is left open.
    """
    unit = "seconds" if length.family == "seconds" else "months"
    low, high = period.days()
    if unit == "seconds":
        least, middle, most = low * _DAY, period.middle() * _DAY, high * _DAY
    else:
        least, middle, most = low / _MONTH, period.middle() / _MONTH, high / _MONTH
        if period.exact and period.extra == (0, 0):
            days = [date.fromordinal(int(end)) for end in (period.start.first, period.end.first)]
            months = whole_months(*days)
            rest = (days[1] - _later(days[0], months)).days / _MONTH
            least = middle = months + rest
            most = middle + (1 / _MONTH if period.ranged else 0)
    relation = _judged(length, least, middle, most, period.exact)
    return relation, {
        Relation.AGREE: "", Relation.WIDER: f", which fits “{exact}”", Relation.CONFLICT: f", not {exact}",
    }.get(relation, f", which does not settle {exact}")  # fmt: skip


def _later(day: date, months: int) -> date:
    from checks.reading.times.spans import moved

    return moved(day, "month", months) or day


def _judged(length: Length, least: float, middle: float, most: float, exact: bool) -> Relation:
    slip = 0.02 * (length.step if exact else 1)
    if length.plain:
        size, step = length.first, length.step
        if least - slip <= size <= most + slip and exact:
            return Relation.AGREE
        over = (middle - size) / step
        if abs(over) < 0.1 and not exact:
            return Relation.AGREE
        if least <= size <= most:
            return Relation.WIDER if -0.1 < over < 0.5 else Relation.NARROWER
        if 0 < over < 0.5 or (0 < over < 1 and over * step <= 0.1 * size):
            return Relation.WIDER
        near = abs(over) < 1 and abs(over) * step <= max(0.5 * step, 0.1 * size)
        return Relation.NARROWER if near else Relation.CONFLICT
    if length.first <= least + slip and most <= length.last + slip:
        return Relation.WIDER
    strict = length.last >= _OPEN or length.first == 0
    if not strict and length.first <= middle <= length.last:
        return Relation.WIDER
    if most < length.low - slip or least > length.high + slip:
        return Relation.CONFLICT
    return Relation.NARROWER


def hours_of(one: TimePhrase) -> int:
    """The minutes that a range of hours lasts, as 120 from 7pm to 9pm; 0 for what is none."""
    ends = re.findall(r"T(\d\d):(\d\d)", clock_in(one))
    if len(ends) != 2:
        return 0
    first, last = (int(hour) * 60 + int(minute) for hour, minute in ends)
    return (last - first) % 1440


def points_of(stated: Sequence[TimePhrase]) -> list[TimePhrase]:
    """The dates of a passage that one can count from: no lengths, hours alone or vague words; each day once."""
    points: list[TimePhrase] = []
    for one in stated:
        dated = one.kind in ("date", "time") and one.when is not None and one.when.first and one.when.last
        if dated and all(one.when != other.when for other in points):
            points.append(one)
    return points
