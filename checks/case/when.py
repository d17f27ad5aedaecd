"""`When`: a span of days, with what was said of it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from checks.case.errors import CaseError

if TYPE_CHECKING:
    from checks.case.amount import Amount

Answer = Literal["yes", "no", "cannot tell"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # our own: the names that `strftime` gives follow the machine's locale
ABOUT = 10  # "about 90 days" is answered *cannot tell* up to a tenth either way
LEAP_YEAR = 2000  # stands in for a year that was not said, so that 29 February is a day

_MONTH = {name[:n].lower(): i for i, name in enumerate(MONTHS, 1) for n in (3, len(name))} | {"sept": 9}
_ISO = re.compile(r"(?P<y>\d{4}|XXXX)(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?")
_PROSE = (
    re.compile(r"(?P<mon>[A-Za-z]{3,9})\.? (?P<d>\d{1,2})(?:,? (?P<y>\d{4}))?"),  # January 15, 2025
    re.compile(r"(?P<d>\d{1,2}) (?P<mon>[A-Za-z]{3,9})\.?(?:,? (?P<y>\d{4}))?"),  # 15 January 2025
    re.compile(r"(?P<mon>[A-Za-z]{3,9})\.?(?:,? (?P<y>\d{4}))?"),  # March, March 2025
)
_PART = re.compile(r"(early|mid|late)[ -](.+)", re.IGNORECASE)


@dataclass(frozen=True)
class When:
    """A span of days, both ends included, and what was said of it.

    `first` and `last` are the ends of the span (None: open). `said` is how it is printed: EDTF where EDTF has a
    form (`2025-01-15`, `2025-03`, `2014-09-23/2020-01-31`, `2025-01-25/..`, `XXXX-03` for a March of no stated
    year), else `early`, `mid` or `late` before one. A month is its whole month, never its first day.

    Early, mid and late are thirds: days 1-10, 11-20 and 21-end of a month, four months each of a year. Because
    nobody means the tenth and not the eleventh, `widest` reaches half a third further, and what falls between
    the two is answered *cannot tell*.
    """

    said: str
    first: date | None
    last: date | None
    widest: tuple[date | None, date | None]
    yearless: bool = False

    @classmethod
    @lru_cache(maxsize=8192)  # a register writes the same days over and over
    def parse(cls, text: str) -> When:
        """Reads ISO and EDTF dates and the plain forms of newspapers: `Jan. 15, 2025`, `early March`, `mid-2025`.

        Raises `CaseError` for anything else, and for days that do not exist. Source of the notation: ISO 8601-2
        (EDTF), levels 0 and 1.
        """
        text = " ".join(text.split())
        if "/" in text:
            return _interval(text)
        part = _PART.fullmatch(text)
        if part:
            return _third(part[1].lower(), cls.parse(part[2]), text)
        iso = _ISO.fullmatch(text)
        if iso:
            return _calendar(text, _int(iso["y"].replace("XXXX", "")), _int(iso["m"]), _int(iso["d"]))
        for pattern in _PROSE:
            found = pattern.fullmatch(text)
            if found and found["mon"].lower() in _MONTH:
                said = found.groupdict()
                return _calendar(text, _int(said["y"]), _MONTH[said["mon"].lower()], _int(said.get("d")))
        raise CaseError(
            f"`{text}` is not a date that can be read: write it as 2025-01-15, 2025-03, 2025, early 2025-03, "
            "15 January 2025, early March, or 2014-09-23/2020-01-31 (.. for an open end)"
        )

    @classmethod
    def span(cls, first: date | None, last: date | None) -> When:
        """The span between two days, printed as a day, month or year where it is exactly one."""
        if first is None or last is None:
            said = f"{first or '..'}/{last or '..'}"
        elif first > last:
            raise CaseError(f"{first}/{last} ends before it begins: exchange the two")
        elif first == last:
            said = str(first)
        elif (first.year, first.month, first.day) == (last.year, last.month, 1) and last.day == _month_end(last):
            said = f"{first.year:04d}-{first.month:02d}"
        elif (first.year, first.month, first.day, last.month, last.day) == (last.year, 1, 1, 12, 31):
            said = f"{first.year:04d}"
        else:
            said = f"{first}/{last}"
        return cls(said, first, last, (first, last))

    def __str__(self) -> str:
        return self.said

    @property
    def is_day(self) -> bool:
        """Whether it is one day of a stated year."""
        return not self.yearless and self.first == self.last is not None

    def words(self) -> str:
        """As it would be written in a sentence: `15 January 2025`, `early March 2025`, `since 25 January 2025`."""
        part = _PART.fullmatch(self.said)
        if part:
            return f"{part[1]} {When.parse(part[2]).words()}"
        if "/" in self.said and self.first is None:
            return f"until {_day(self.last)}" if self.last else "at any time"
        if "/" in self.said and self.last is None:
            return f"since {_day(self.first)}"
        if self.first and self.last and "/" in self.said:
            start = _day(self.first)
            if self.first.year == self.last.year:  # "1 to 10 December 2025", "3 May to 2 June 2025"
                start = start[:-5]
                if self.first.month == self.last.month:
                    start = str(self.first.day)
            return f"{start} to {_day(self.last)}"
        year, *rest = self.said.split("-")
        names = [str(int(d)) for d in rest[1:]] + [MONTHS[int(m) - 1] for m in rest[:1]]
        return " ".join(names + ([] if self.yearless else [year]))

    def in_year(self, year: int) -> When:
        """The occurrence in one year of a date that was said without its year; itself if a year was said."""
        return When.parse(self.said.replace("XXXX", f"{year:04d}")) if self.yearless else self

    def exists_in(self, year: int) -> bool:
        """Whether a date said without its year falls in that year: 29 February does not in most."""
        return not (self.yearless and self.said.endswith("02-29")) or monthrange(year, 2)[1] == 29

    def within(self, other: When) -> Answer:
        """Whether what happened in this span happened in the other: *yes* or *no* only where no day could differ.

        A date without a year stands for its occurrence in any year, on the other side only.
        """
        if other.yearless and None in self.widest:
            return "cannot tell"
        if other.yearless:
            answers = {self.within(other.in_year(year)) for year in self._years() if other.exists_in(year)}
            return "yes" if "yes" in answers else "cannot tell" if "cannot tell" in answers else "no"
        if self.yearless:
            return "cannot tell"
        (a, b), (c, d) = self.widest, other.widest
        if (b and c and b < c) or (a and d and d < a):
            return "no"
        starts = other.first is None or (a is not None and other.first <= a)
        ends = other.last is None or (b is not None and b <= other.last)
        return "yes" if starts and ends else "cannot tell"

    def before(self, other: When) -> Answer:
        """Whether all of this span lies before the other."""
        if self.yearless or other.yearless:
            return "cannot tell"
        (a, b), (c, d) = self.widest, other.widest
        if b and c and b < c:
            return "yes"
        return "no" if a and d and a >= d else "cannot tell"

    def plus(self, length: Amount) -> When:
        """The span moved later by a length of time (`90 days`, `six months`); the 31st moves to a month's last day."""
        return self._moved(length, 1)

    def minus(self, length: Amount) -> When:
        """The span moved earlier by a length of time."""
        return self._moved(length, -1)

    def until(self, day: When) -> When:
        """The span cut off at the end of `day`: an open or scheduled end counts only up to the day it was looked at."""
        if day.last is None or (self.last is not None and self.last <= day.last):
            return self
        if self.first is not None and self.first > day.last:
            return When.span(self.first, self.first)
        return When.span(self.first, day.last)

    def _years(self) -> range:
        (a, b) = self.widest
        if a is None or b is None:
            return range(0)
        return range(a.year, min(b.year, a.year + 4) + 1)

    def _moved(self, length: Amount, sign: int) -> When:
        if self.yearless:
            raise CaseError(f"`{self}` has no year, so nothing can be added to it: state the year")
        unit, least, most = length.calendar()
        spare = timedelta(days=0)
        if length.bound == "about" and self.first:
            spare = abs(_shift(self.first, unit, sign * most) - self.first) / ABOUT
        if length.bound in ("at most", "less than"):
            least = 0
        if unit == "days":  # more than 14 days is 15 or more, less than 14 is 13 or fewer
            least, most = least + (length.bound == "more than"), most - (length.bound == "less than")
        near, far = (least, most) if sign > 0 else (most, least)
        ends = [
            end and _shift(end, unit, sign * number)
            for pair in ((self.first, self.last), self.widest)
            for end, number in zip(pair, (near, far), strict=True)
        ]
        if length.bound in ("more than", "at least"):
            ends = [ends[0], None, ends[2], None] if sign > 0 else [None, ends[1], None, ends[3]]
        ends[2:] = [_spared(ends[2], -spare), _spared(ends[3], spare)]
        return replace(When.span(ends[0], ends[1]), widest=(ends[2], ends[3]))


def _spared(day: date | None, by: timedelta) -> date | None:
    return None if day is None else date.fromordinal(min(max(day.toordinal() + by.days, 1), date.max.toordinal()))


def _shift(day: date, unit: str, number: int) -> date:
    from dateutil.relativedelta import relativedelta

    try:
        return day + relativedelta(**{unit: number})  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        raise CaseError(f"{day} and {abs(number)} {unit} reach beyond the years 1 to {MAXYEAR}") from None


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _calendar(text: str, year: int | None, month: int | None, day: int | None) -> When:
    y = year if year is not None else LEAP_YEAR
    try:
        first = date(y, 1 if month is None else month, 1 if day is None else day)
        last = first if day else date(y, month or 12, monthrange(y, month or 12)[1])
    except ValueError:
        raise CaseError(f"`{text}` is not a day of the calendar: look at it again in the source") from None
    if year is not None:
        return When.span(first, last)
    if month is None:
        raise CaseError(f"`{text}` has neither year nor month: write at least one of them")
    said = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
    return When(said, first, last, (first, last), yearless=True)


def _interval(text: str) -> When:
    ends = [end.strip() for end in text.split("/")]
    if len(ends) != 2:
        raise CaseError(
            f"`{text}` is not a date: write 2031-06-16 or 16 June 2031; one / stands between the ends of a span"
        )
    spans = [None if end in ("", "..") else When.parse(end) for end in ends]
    if any(span and span.yearless for span in spans):
        raise CaseError(f"`{text}` has an end without a year: state the years")
    if not any(spans):
        raise CaseError(f"`{text}` has no end at all: write at least one")
    start, end = spans
    return When.span(start.first if start else None, end.last if end else None)


def _third(part: str, whole: When, text: str) -> When:
    first, last = whole.first, whole.last
    if first is None or last is None or "/" in whole.said or " " in whole.said or first == last:
        raise CaseError(f"`{text}`: early, mid and late go with a month or a year")
    number = ("early", "mid", "late").index(part)
    if first.month == last.month:
        starts, slack = [first + timedelta(days=n) for n in (0, 10, 20)], timedelta(days=5)
    else:
        starts, slack = [date(first.year, m, 1) for m in (1, 5, 9)], timedelta(days=61)
    ends = [starts[1] - timedelta(days=1), starts[2] - timedelta(days=1), last]
    a, b = starts[number], ends[number]
    widest = (a if part == "early" else a - slack, b if part == "late" else b + slack)
    return When(f"{part} {whole.said}", a, b, widest, whole.yearless)


def _month_end(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}" if day else ".."
