"""When a claim says that something was, against when a passage says so."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.time_clock import clock_in, times_of_day
from checks.reading.slots.time_lengths import explained, length_of, measured
from checks.reading.slots.time_roles import BEGINNINGS, ENDINGS, role_of
from checks.reading.slots.time_spans import Stretch, compared, stretch_of
from checks.reading.times.senses import NO_SUCH_DAY, days_of
from checks.reading.times.spans import words
from checks.reading.times.words import WEEKDAYS

_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_BARE_WEEKDAY = re.compile(rf"(?:(?:last|this|next|on) )?({'|'.join(WEEKDAYS)})\b[^\d]*", re.IGNORECASE)
_FIGURES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
          "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}  # fmt: skip
_FROM_NOW = re.compile(
    r"(?:the )?(?P<step>last|past|previous|this|current|next|coming) (?P<unit>day|week|weekend|month|quarter|year|"
    r"decade|century|spring|summer|autumn|fall|winter|morning|afternoon|evening|night)"
    r"|(?P<day>yesterday|today|tonight|tomorrow)",
    re.IGNORECASE,
)
_OFTEN = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX-XX": "P1M", "XXXX-QX": "P3M", "P1Q": "P3M", "XXXX": "P1Y"}
Judged = tuple[Relation, str]


def relate(claimed: TimePhrase, stated: TimePhrase) -> Judged | None:
    """How does a time that a claim gives stand to one that a passage gives for the same act?

    The answer is the relation and why, in a clause (empty where the words speak for themselves); None where the two
    cannot be compared, as a length with a date. A conflict is one in both directions.

    Source of the method: interval logic, Allen 1983, doi:10.1145/182.358434; early, mid and late by `When`.
    """
    if _same(claimed, stated):
        return Relation.AGREE, ""
    if "set" in (claimed.kind, stated.kind):
        return _rates(claimed, stated) if claimed.kind == stated.kind else None
    ours, theirs = length_of(claimed), length_of(stated)
    dated = claimed.when is not None and stated.when is not None
    if ours and theirs and not (dated and ours.plain and theirs.plain and claimed.when != stated.when):
        return measured(ours, theirs), explained(ours, theirs, claimed.exact, stated.exact)
    if (claimed.kind == "duration" or stated.kind == "duration") and not dated:
        return None
    return _moments(claimed, stated)


def relate_act(claimed: TimePhrase, stated: TimePhrase, claim: str) -> Judged | None:
    """As `relate`, where the act of the claim begins or ends something: of a range the passage then tells that end.

    What began in September 1994 did not go on from January 1994 to August 1995; what was going on in it may have.
    """
    at = 0 if (act := role_of(claim, claimed)) in BEGINNINGS else -1 if act in ENDINGS else None
    ends = stated.value.split("/")
    lasting = stated.when is not None and len(ends) == 2 and stretch_of(stated, stated.when).lasts in ("both", "listed")
    if act in ENDINGS and stated.edge in ("by", "until", "through") and not claimed.edge:
        return relate(claimed, replace(stated, edge=""))  # what must be in by 1 March closes on 1 March
    if at is None or not lasting or claimed.kind == "duration":
        return relate(claimed, stated)
    try:
        return relate(claimed, replace(stated, when=When.parse(ends[at][:10]), value=ends[at], edge=""))
    except CaseError:
        return relate(claimed, stated)


def _same(claimed: TimePhrase, stated: TimePhrase) -> bool:
    key = (claimed.kind, claimed.value, claimed.edge, claimed.when)
    return key == (stated.kind, stated.value, stated.edge, stated.when) and (
        claimed.exact.lower() == stated.exact.lower()
    )


def _rates(claimed: TimePhrase, stated: TimePhrase) -> Judged:
    ours, theirs = (_OFTEN.get(phrase.value, phrase.value) for phrase in (claimed, stated))
    if ours == theirs:
        return Relation.AGREE, ""
    return Relation.CONFLICT, f"the passage says {stated.exact}, not {claimed.exact}"


def _moments(claimed: TimePhrase, stated: TimePhrase) -> Judged | None:
    """Two dates, each perhaps with a time of day, or two times of day."""
    ours, theirs = clock_in(claimed), clock_in(stated)
    clock_alone = ours == claimed.value, theirs == stated.value
    day = None if True in clock_alone else _days(claimed, stated)
    if clock_alone == (False, True) and ours:
        day = Relation.NARROWER, f"the passage gives {stated.exact} without the day"
    if (day is None and True not in clock_alone) or (not (ours and theirs) and True in clock_alone):
        return None
    if day and day[0] is Relation.CONFLICT:
        return day
    hour: Judged | None = None
    if ours and theirs:
        relation = times_of_day(claimed, stated)
        hour = None if relation is None else (relation, _why(relation, claimed.exact, stated.exact))
    elif ours:
        hour = Relation.NARROWER, f"the passage does not say that it was {claimed.exact}"
    elif theirs:
        hour = Relation.WIDER, f"{stated.exact} is part of {claimed.exact}"
    if day is None or hour is None:
        return hour or day
    worst = (Relation.CONFLICT, Relation.NARROWER, Relation.WIDER, Relation.AGREE)
    return min((day, hour), key=lambda judged: worst.index(judged[0]))


def _why(relation: Relation, claimed: str, stated: str) -> str:
    if relation is Relation.AGREE:
        return "" if claimed.lower() == stated.lower() else f"{claimed} is {stated}"
    return {
        Relation.WIDER: f"{stated} fits “{claimed}”",
        Relation.NARROWER: f"the passage says {stated}, which does not settle {claimed}",
    }.get(relation, f"the passage says {stated}, not {claimed}")


def _days(claimed: TimePhrase, stated: TimePhrase) -> Judged | None:
    for phrase in (claimed, stated):
        if phrase.why.startswith(NO_SUCH_DAY):
            return Relation.CONFLICT, f"{phrase.exact}: {phrase.why}"
    if "; but " in claimed.why and "; but " not in stated.why and stated.when and stated.when.is_day:
        return Relation.CONFLICT, claimed.why.split("; but ", 1)[1]
    weekday = _weekdays(claimed, stated)
    if weekday:
        return weekday
    if claimed.when is None or stated.when is None:
        return _either(claimed, stated) or _from_now(claimed, stated)
    if claimed.when.yearless or stated.when.yearless:
        return _without_year(claimed, claimed.when, stated, stated.when)
    relation = compared(stretch_of(claimed, claimed.when), stretch_of(stated, stated.when))
    return relation, _why(relation, shown(claimed), shown(stated))


def shown(phrase: TimePhrase) -> str:
    """A phrase with the word before it that bounds it."""
    return f"{phrase.edge} {phrase.exact}" if phrase.edge else phrase.exact


def _weekdays(claimed: TimePhrase, stated: TimePhrase) -> Judged | None:
    """A day of the week against another, or against a date, by the calendar."""
    ours, theirs = _WEEKDAY.match(claimed.value), _WEEKDAY.match(stated.value)
    if ours and theirs:
        relation = Relation.AGREE if ours[1] == theirs[1] else Relation.CONFLICT
        return relation, _why(relation, claimed.exact, stated.exact)
    found, other = (ours, stated) if ours else (theirs, claimed)
    if found is None:
        return None
    number = int(found[1]) - 1
    if other.when is None or not other.when.is_day or other.when.first is None:
        return Relation.NARROWER, f"which {WEEKDAYS[number].title()} is not said"
    day = other.when.first
    name = WEEKDAYS[day.weekday()].title()
    if day.weekday() != number:
        return Relation.CONFLICT, f"{words(day)} was a {name}, no {WEEKDAYS[number].title()}"
    return (Relation.WIDER if ours else Relation.NARROWER), f"{words(day)} was a {name}"


def _either(claimed: TimePhrase, stated: TimePhrase) -> Judged | None:
    """A day in figures of which the order of day and month is not said: both are tried."""
    ours, theirs = _readings(claimed), _readings(stated)
    if not ours or not theirs:
        return None
    found = {compared(one, other) for one in ours for other in theirs}
    why = next(phrase.why for phrase in (claimed, stated) if phrase.when is None)
    if len(found) == 1:
        relation = found.pop()
        return relation, _why(relation, shown(claimed), shown(stated))
    if sorted(one.start.first for one in ours) == sorted(other.start.first for other in theirs):
        return Relation.AGREE, ""
    return Relation.NARROWER, why


def _readings(phrase: TimePhrase) -> list[Stretch]:
    if phrase.when is not None:
        return [] if phrase.when.yearless else [stretch_of(phrase, phrase.when)]
    return [stretch_of(phrase, When.span(day, day)) for day in both_days(phrase)]


def both_days(phrase: TimePhrase) -> list[date]:
    """The two days that figures can mean where the order of day and month is not said; none for other phrases."""
    found = _FIGURES.search(phrase.exact) if phrase.when is None else None
    if found is None:
        return []
    one, two, year = (int(part) for part in found.groups())
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    days = [day for month, number in ((two, one), (one, two)) if 0 < month < 13 for day in days_of(year, month, number)]
    return sorted(set(days))


def _from_now(claimed: TimePhrase, stated: TimePhrase) -> Judged | None:
    """Last year, yesterday: words that count from a day that nobody gave."""
    found = [_FROM_NOW.fullmatch(phrase.exact) for phrase in (claimed, stated)]
    if found[0] and found[1]:
        ours, theirs = (_step(match) for match in found if match)
        if ours == theirs:
            return Relation.AGREE, ""
        if ours[0] == theirs[0]:
            return Relation.CONFLICT, f"the passage says {stated.exact}, not {claimed.exact}"
        return Relation.NARROWER, f"the passage says {stated.exact}"
    if claimed.when or stated.when:
        other = stated if stated.when is None else claimed
        if _FROM_NOW.fullmatch(other.exact):
            return Relation.NARROWER, f"which day “{other.exact}” counts from is not said"
    return None


def _step(match: re.Match[str]) -> tuple[str, int]:
    unit = "day" if match["day"] else match["unit"].lower()
    return {"fall": "autumn"}.get(unit, unit), _STEPS[(match["day"] or match["step"]).lower()]


def _without_year(claimed: TimePhrase, ours: When, stated: TimePhrase, theirs: When) -> Judged | None:
    """Two dates of which at least one has no year: it is put into the other's."""
    if ours.yearless and theirs.yearless:
        relation = compared(stretch_of(claimed, replace(ours, yearless=False)), stretch_of(stated, theirs))
        return relation, _why(relation, shown(claimed), shown(stated))
    dated = theirs if ours.yearless else ours
    if dated.first is None or dated.last is None or dated.last.year - dated.first.year > 1:
        return Relation.NARROWER, "the year is not said"
    found: list[Relation] = []
    for year in sorted({dated.first.year, dated.last.year}):
        pair = [when.in_year(year) if when.yearless and when.exists_in(year) else when for when in (ours, theirs)]
        if not (pair[0].yearless or pair[1].yearless):
            found.append(compared(stretch_of(claimed, pair[0]), stretch_of(stated, pair[1])))
    if not found:
        return Relation.CONFLICT, "there is no such day in that year"
    order = (Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT)
    relation = min(found, key=order.index)
    if relation is Relation.CONFLICT:
        return relation, _why(relation, shown(claimed), shown(stated))
    if ours.yearless:
        relation = Relation.WIDER if relation.stated else relation
        return relation, f"{shown(stated)}; the claim leaves out the year" if relation.stated else _why(
            relation, shown(claimed), shown(stated)
        )
    return Relation.NARROWER, f"the passage says {shown(stated)} without its year"
