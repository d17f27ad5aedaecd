"""Lengths told as parts of a century or decade, and seasons of a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checks.case.when import When

_CENTURIES = re.compile(
    r"\b(?:(?:a|the|that|this|one) )?(?:centur(?:y|ies)|decade) and a (?:half|quarter)\b"
    r"|\b(?:(?:a|the|that|this) )?(?:half|quarter)[ -](?:of )?(?:a )?century\b|\b(?:a |"
    r"the )?three[ -]quarters of a century"
    r"|\b(?:two and a half|three and a half) decades\b|\b(?:half-|quarter-)?century-(?:old|long)\b", re.IGNORECASE,
)  # fmt: skip
_YEARS = {
    "century and a half": 150, "century and a quarter": 125, "decade and a half": 15, "half century": 50,
    "half a century": 50, "half of a century": 50, "quarter century": 25, "quarter of a century": 25,
    "quarter of century": 25, "three quarters of a century": 75, "two and a half decades": 25,
    "three and a half decades": 35, "century old": 100, "century long": 100, "half century old": 50,
    "half century long": 50, "quarter century old": 25, "quarter century long": 25,
}  # fmt: skip
_ONE = r"(?:(?:the|in|early|mid|late) )*(spring|summer|autumn|fall|winter)(?: of)? (\d{4})"
_SEASONS = re.compile(rf"^{_ONE}$|^from {_ONE} (?:to|until) {_ONE}$", re.IGNORECASE)


def parts_of_centuries(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a text tells a length as “half a century” or “a decade and a half”, and the years that it comes to."""
    if "centur" not in text and "decade" not in text:
        return
    for found in _CENTURIES.finditer(text):
        said = re.sub(r"^(?:a|the|that|this|one) ", "", found[0].lower())
        years = _YEARS.get(re.sub(r"[\s-]+", " ", said))
        if years:
            yield found.start(), found.end(), years


def years_of_seasons(text: str) -> tuple[When, ...]:
    """The year that “the spring of 2021” is of, or the two of “from the autumn of 1870 to …”; none of other words.

    A spring here is an autumn in the other half of the world, and a winter has some of the year after it.
    """
    found = _SEASONS.search(text)
    said = [one for one in found.groups() if one] if found else []
    pairs = [(season.lower(), int(year)) for season, year in zip(said[::2], said[1::2], strict=True)]
    return tuple(_year(season, year) for season, year in pairs if 0 < year < 9999)


def _year(season: str, year: int) -> When:
    first, last = date(year, 1, 1), date(year + 1, 3, 31) if season in ("winter", "summer") else date(year, 12, 31)
    return When(f"{season} {year:04d}", first, last, (first, last))
