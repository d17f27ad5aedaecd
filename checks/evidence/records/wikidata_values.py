"""Times, numbers and names as Wikidata states them: shared by what reads its statements, queries and searches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from checks.case.errors import CaseError
from checks.evidence.records.rows import iso_day, printable

PAGE = "https://www.wikidata.org/wiki/"
ITEM = re.compile(r"Q[1-9][0-9]{0,11}")
PROPERTY = re.compile(r"P[1-9][0-9]{0,11}")
STATEMENT = re.compile(r"([Qq][1-9][0-9]{0,11})\$([0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,3}")
GREGORIAN, JULIAN = "http://www.wikidata.org/entity/Q1985727", "http://www.wikidata.org/entity/Q1985786"
DAY = 11  # the precision of a day; 10 is a month, 9 a year, 12 to 14 are finer than a day

_TIME = re.compile(r"([+-]?)([0-9]{4,16})-([0-9]{2})-([0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_LONGER = {10: "month", 9: "year", 8: "decade", 7: "century"}


@dataclass(frozen=True)
class Time:
    """A time as stated: `kind` says whether a value, an unknown one or none is stated.

    `precision` is Wikidata's number for it, None where the answer has none; `calendar` may be empty likewise.
    """

    kind: Literal["value", "somevalue", "novalue"]
    text: str = ""
    precision: int | None = None
    calendar: str = ""


def is_time(text: str) -> bool:
    """Whether a text is a time in Wikidata's form: `+2031-05-02T00:00:00Z`, in query results without the plus.

    Source: https://www.wikidata.org/wiki/Help:Dates and the Wikibase JSON format, "time".
    """
    return bool(_TIME.fullmatch(text))


def day_of(time: Time) -> tuple[str, str]:
    """The day that a stated time is, as `2031-05-02`; else nothing and why it is none. A month is not its first day."""
    found = _TIME.fullmatch(time.text)
    if not found:
        return "", "is in no form of time"
    sign, year, month, day = found[1], found[2].lstrip("0").rjust(4, "0"), found[3], found[4]
    if sign == "-":
        return "", "lies before the common era"
    if time.calendar == JULIAN:
        return "", f"is stated in the Julian calendar ({year}-{month}-{day})"
    if time.precision is not None and time.precision < DAY:
        known = {10: f"{year}-{month}", 9: year}.get(time.precision, f"around {year}")
        return "", f"is known only by its {_LONGER.get(time.precision, 'age')} ({known})"
    if time.precision is None and day in ("00", "01"):
        return (
            "",
            f"may be no day: the answer has no precision, and {year}-{month}-{day} may stand for a month or a year",
        )
    written = f"{year}-{month}-{day}"
    return (written, "") if iso_day(written) else ("", f"is no day of the calendar ({written})")


def span_of(starts: tuple[Time, ...], ends: tuple[Time, ...], points: tuple[Time, ...]) -> tuple[str, str, str]:
    """The first and last day of a statement, and why it has none. An empty last day is an open end.

    `starts`, `ends` and `points` are its P580, P582 and P585. An end stated as unknown is an end, so not open.
    """
    for name, times in (("start", starts), ("end", ends)):
        if len(times) > 1:
            return "", "", f"it has {len(times)} {name}s, and which of them is meant is not said"
    if not starts and not ends and len(points) == 1:
        starts = ends = points
    if not starts or starts[0].kind == "novalue":
        return "", "", "no start is stated"
    if starts[0].kind == "somevalue":
        return "", "", "its start is stated as unknown"
    start, why = day_of(starts[0])
    if why:
        return "", "", f"its start {why}"
    if not ends or ends[0].kind == "novalue":
        return start, "", ""
    if ends[0].kind == "somevalue":
        return "", "", "it ended on a day that is stated as unknown, so its end is not open"
    end, why = day_of(ends[0])
    if why:
        return "", "", f"its end {why}"
    return (start, end, "") if start <= end else ("", "", f"it ends ({end}) before it begins ({start})")


def pairs(text: str, what: str, form: str) -> dict[str, str]:
    """`Q42=A name; Q43=Another` as a mapping. `what` is the option it came from, `form` an example of it.

    Raises `CaseError` for a part without `=`, an empty side, or one named twice.
    """
    found: dict[str, str] = {}
    for part in text.split(";"):
        if not part.strip():
            continue
        key, _, value = (printable(side, 250) for side in part.partition("="))
        if not key or not value or key in found:
            raise CaseError(f"`{what}` has “{printable(part, 80)}”: write {form}, each once")
        found[key] = value
    return found


def matching(asked: Mapping[str, str], key: str, pattern: re.Pattern[str], example: str) -> str:
    """A value that was asked, if it has the right form. Raises `CaseError` for any other."""
    value = asked.get(key, "")
    if not pattern.fullmatch(value):
        raise CaseError(f"`{key}` is “{printable(value, 80)}”: it must look like {example}")
    return value
