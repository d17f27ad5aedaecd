"""Stretches of days: joined, and measured against a stated length."""

from __future__ import annotations

from datetime import date

from checks.case.amount import Amount

DAYS = {"days": 1, "weeks": 7, "months": 365.2425 / 12, "years": 365.2425}  # mean lengths of the Gregorian calendar


def joined(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans in order, those that touch or overlap made one."""
    joined: list[tuple[date, date]] = []
    for start, end in spans:
        if joined and (start - joined[-1][1]).days <= 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def fits(stated: Amount, days: int) -> bool:
    """Whether so many days are the stated length, as newspapers round: half a unit, at most a fifth, at least a day."""
    unit, least, most = stated.calendar()
    low, high = least * DAYS[unit], most * DAYS[unit]
    one = float(stated.value and low / float(stated.value))  # one of the unit as it was stated: a decade is one decade
    slack = low / 5 if stated.bound == "about" else max(1.0, min(one / 2, low / 5))
    above, below = days >= low - slack, days <= high + slack
    return {"more than": days > low, "at least": above, "less than": days < high, "at most": below}.get(
        stated.bound, above and below
    )
