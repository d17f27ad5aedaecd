"""A stated length of time in days: the widest that it can mean, and what it means first."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from math import ceil, floor

from checks.case.amount import Amount

_CYCLE = (4800, 146_097)  # months and days in the 400 years after which the calendar comes round
_STARTS = [(year, month) for year in (*range(1895, 1905), *range(1999, 2004)) for month in range(1, 13)]
Days = tuple[int | None, int | None]


def days_of(length: Amount) -> tuple[int | None, int | None, Days | None]:
    """The least and the most days that a length of time can mean (None: no limit), and the `core`, what it means first.

    The first day may be counted or not: 90 days are 89 or 90. Weeks, months and years are by the calendar first (six
    months are 181 to 184 days), and as newspapers round at the widest: half of the unit as it was stated, but at most
    a fifth of the length; of *about*, at least a tenth. `core` is None where the two are the same. Raises `CaseError`
    for what is not a length of calendar time in whole units.

    Source: Gregorian calendar (ISO 8601-1); the rounding is that of `checks.reading.spans.fits`.
    """
    unit, low, high = length.calendar()
    least, most = _of_calendar(unit, low)[0], _of_calendar(unit, high)[1]
    if length.bound == "more than":
        return (most if unit == "days" else least) + 1, None, None  # more than 90 days is 91 or more
    if length.bound == "at least":
        return max(least, 1 if length.value else 0), None, None  # at least a day is not the same day
    if length.bound in ("less than", "at most"):
        return 0, max(0, most - 1) if length.bound == "less than" else most, None
    whole = Decimal(most)
    half = Decimal(0) if unit == "days" or not length.value else whole / (length.high or length.value) / 2
    slack = max(whole / 10 if length.bound == "about" else Decimal(0), min(half, whole / 5))
    widest = (max(0, ceil(least - slack)), floor(most + slack))
    return (*widest, None if widest == (least, most) else (least, most))


@lru_cache(maxsize=1024)
def _of_calendar(unit: str, number: int) -> tuple[int, int]:
    """The fewest and the most days of so many of a unit, from any day; of days and weeks with the first one or not."""
    if unit in ("days", "weeks"):
        most = number * (7 if unit == "weeks" else 1)
        return max(0, most - 1), most
    cycles, months = divmod(number * (12 if unit == "years" else 1), _CYCLE[0])
    spans = []
    for year, month in _STARTS:
        years, place = divmod(month - 1 + months, 12)
        spans.append(date(year + years, place + 1, 1).toordinal() - date(year, month, 1).toordinal())
    return min(spans) + cycles * _CYCLE[1], max(spans) + cycles * _CYCLE[1]
