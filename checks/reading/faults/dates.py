"""Dates moved, and the same dates in another form."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checks.case.errors import CaseError
from checks.case.when import MONTHS, When
from checks.reading.faults.parts import put

_SHORT = {name: f"{name[:3]}." for name in MONTHS} | {"May": "May", "June": "June", "July": "July"}
_PART = re.compile(r"(early|mid|late)[ -]", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_DAYS = (1, -1, 2, -3, 7, -7, 10, 14, -14)
_MONTHS = (1, -1, 2, -3, 6)
_YEARS = (1, -1, 2, -2, 5, -10, 10)


def forms(day: When) -> list[str]:
    """How a day, month or year is written: 16 June 2031, June 16, 2031, … 2031-06-16, always in the same order."""
    first = day.first
    if first is None or day.yearless or "/" in day.said or _PART.match(day.said):
        return []
    month, year = MONTHS[first.month - 1], f"{first.year:04d}"
    if day.is_day:
        d = first.day
        return [
            f"{d} {month} {year}", f"{month} {d}, {year}", f"{_SHORT[month]} {d}, {year}",
            f"{d} {_SHORT[month]} {year}", str(first), f"{d} {month}", f"{month} {d}", f"{_SHORT[month]} {d}",
        ]  # fmt: skip
    if len(day.said) == len("2031-06"):
        return [f"{month} {year}", f"{_SHORT[month]} {year}", f"{year}-{first.month:02d}"]
    return [year] if len(day.said) == len("2031") else []


def full_forms(day: When) -> list[str]:
    """Those of them that say all of it, the year too."""
    return forms(day)[:5]


def restated(text: str, was: When, now: When) -> str:
    """The text with one date for another in the form in which it stands there; as it is where it does not stand."""
    for old, new in zip(forms(was), forms(now), strict=False):
        found = re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text)
        if found:
            return put(text, *found.span(), new)
    return text


def moved(day: When) -> list[When]:
    """Dates that it may be mistaken for: some days, months or years off, digits exchanged, day and month exchanged.

    A month stays a month and a year a year; an early March becomes another month's beginning.
    """
    if not forms(day) or day.first is None:
        return _other_months(day)
    said: list[str] = []
    first = day.first
    if day.is_day:
        said += [str(first + timedelta(days=days)) for days in _DAYS if date.min.year < first.year < date.max.year]
        said += [f"{first.year:04d}-{first.month:02d}-{str(first.day).zfill(2)[::-1]}"]
        said += [f"{first.year:04d}-{first.day:02d}-{first.month:02d}"]
    for months in _MONTHS if len(day.said) > len("2031") else ():
        year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
        said.append(f"{year:04d}-{month + 1:02d}{day.said[7:]}")
    said += [f"{first.year + years:04d}{day.said[4:]}" for years in _YEARS]
    return _dates(said, day)


def written_otherwise(text: str, day: When) -> list[str]:
    """A date that is written by itself, in the other forms that say the same."""
    return [form for form in dict.fromkeys(full_forms(day)) if form != text]


def _other_months(day: When) -> list[When]:
    """Another month for one that is said without its day, such as early March."""
    words = day.words()
    found = _MONTH.search(words)
    if not found or "/" in day.said:
        return []
    at = MONTHS.index(found[0])
    others = [MONTHS[(at + months) % 12] for months in (1, -1, 3, -4)]
    return _dates([words.replace(found[0], other) for other in others], day)


def _dates(said: list[str], but: When) -> list[When]:
    found: dict[str, When] = {}
    for text in said:
        try:
            one = When.parse(text)
        except CaseError:
            continue  # the 31st of a shorter month
        if one.said != but.said:
            found.setdefault(one.said, one)
    return list(found.values())
