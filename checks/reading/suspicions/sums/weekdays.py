"""Weekdays that do not go with their dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from checks.case.when import MONTHS, Answer, When
from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

_CHECK = "weekday_matches_date"
_DAYS: tuple[Weekday, ...] = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = {name[:3].lower(): n for n, name in enumerate(_DAYS)}
_MONTHS = {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)}
_GREGORIAN = date(1752, 9, 14)  # from here on in Britain and its colonies
_EVERYWHERE = date(1923, 3, 1)  # and in Greece, the last in Europe
_NEAR = 100  # days from the dateline within which a date needs no year
_FAR = 183  # and beyond which its year is anybody's guess

_W = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(?:Mon|Tues?|Wed|Weds|Thurs?|Thu|Fri|Sat"
    r"|Sun)(?:\.|(?=,? )))"
)
_M = (r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
      r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?= )))")  # fmt: skip
_D = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9%]|[:/.][0-9])"
_Y = r"(?:,? (?P<{0}>[12][0-9]{{3}})(?![0-9]|[,.-][0-9]))?"
_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime))?"


def _dated(n: str) -> str:
    """A day and a month, in either order, with the year if it is said."""
    return (rf"(?:(?P<d{n}>{_D})(?: of)?(?: |-)(?P<m{n}>{_M}){_Y.format('y' + n)}"
            rf"|(?P<n{n}>{_M}) (?:the )?(?P<e{n}>{_D}){_Y.format('z' + n)}"
            rf"|(?P<i{n}>[12][0-9]{{3}}-[01][0-9]-[0-3][0-9])(?![0-9-])"
            rf"|(?P<s{n}>[0-9]{{1,2}}([/.])[0-9]{{1,2}}([/.])[12][0-9]{{3}})(?![0-9]))")  # fmt: skip


_NAMED = (  # Monday, 5 May 2031; Monday (5 May); 5 May 2031, a Monday; May 5, 2031, fell on a Monday
    re.compile(
        rf"\b(?P<w>{_W})(?:['’]s)?{_PART}(?:,? (?:the )?|,? ?\((?:the )?| [-–—] "
        rf"|,? on (?:the )?){_dated('1')}"
    ),
    re.compile(
        rf"\b{_dated('1')},? ?(?:\((?:a )?|,? (?:(?:which |that )?(?:was|is|fell on|falls on|will fall on|will be"
        rf"|would be|being|fell)"
        rf"(?: on)? )?(?:a|the) )(?P<w>{_W})\b(?:(?: in (?P<y>[12][0-9]{{3}}))|(?!['’]))"
    ),
)
_WITH_WORDS = (  # Monday's hearing, on 5 May; the Monday hearing (5 May); on 5 May 1963 ... It was a Monday
    re.compile(
        rf"\b(?P<w>{_W})(?:['’]s)? (?!(?:to|and|until|or|through)\b)(?:[a-z'’-]+ ){{0,2}}[a-z'’-]+"
        rf"(?:, (?:held )?(?:on )?(?:the )?|,? ?\((?:on )?|,? held on (?:the )?){_dated('1')}"
    ),
    re.compile(
        rf"\b[Oo]n (?:the )?{_dated('1')}(?P<between>[^.\n]{{0,60}})\. (?:It|That|This|The day) (?:was|is"
        rf"|fell on|will be)"
        rf" (?:a |on a )(?P<w>{_W})\b(?!['’])"
    ),
)
_THAT = re.compile(rf"\b(?P<date>{_dated('1')})[^\n]{{1,90}}?[Tt](?:hat|he same) (?P<w>{_W})\b")
# from Monday 3 to Friday 9 May; Monday and Tuesday, 5 and 7 May
_SPANS = (
    re.compile(rf"\b(?P<w>{_W}),? (?:the )?(?P<a>{_D}) (?:to|until|till|and|through|or|-|–"
               rf"|—) (?P<v>{_W}),? (?:the )?(?P<b>{_D})"
               rf"(?: of)? (?P<m>{_M}){_Y.format('y')}"),
    re.compile(rf"\b(?P<w>{_W})(?: to | until | and | through | or | ?[-–—] ?)(?P<v>{_W}),? \(?(?P<a>{_D})"
               rf"(?: to | until | and | through | or | ?[-–—] ?)(?P<b>{_D})(?: of)? (?P<m>{_M}){_Y.format('y')}"),
    re.compile(rf"\b(?P<w>{_W})(?: to | until | and | through | or "
               rf"| ?[-–—] ?)(?P<v>{_W}),? \(?(?P<m>{_M}) (?P<a>{_D})"
               rf"(?: to | until | and | through | or | ?[-–—] ?)(?P<b>{_D}){_Y.format('y')}"),
)  # fmt: skip
_A_WEEKDAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)")  # what a paragraph must hold to be looked at
_A_DATE = re.compile(r"[0-9][-/ .snrt]|[a-z.] (?:the )?[0-9]")
_NO_NAME = re.compile(r"(?:Sheffield |[Tt]he (?=Sun\b)|\b[Ee]very |\b[Ee]ach |\bn[o']t an? )$")
_ELSEWHEN = re.compile(
    r"\b(?:last|next|previous|following|that) year\b|\byears? (?:ago|earlier|later"
    r"|before)\b|\banniversar|\b[12][0-9]{3}\b"
)


@dataclass(frozen=True)
class _Named:
    """A weekday and the day it is told of; the year is None where it is not said."""

    words: Words
    weekday: Weekday
    day: int
    month: int
    year: int | None
    apart: bool = False  # with words between the two


def falls_on(weekday: Weekday, on: When) -> tuple[Answer, str]:
    """Whether a date falls on a weekday, and one sentence with the weekday it does fall on and what would fit.

    *Cannot tell* of a date without a year, of a span that may hold such a day, and of dates that may be told by the
    Julian calendar: all before 14 September 1752, and until 1923 where it would fit. Source: ISO 8601-1, proleptic
    Gregorian calendar; Meeus, Astronomical Algorithms, chapter 7, for the Julian.
    """
    if on.yearless or on.first is None or on.last is None or on.widest[0] is None or on.widest[1] is None:
        fitting = _years(weekday, on)
        told = f"falls on a {weekday} in {', '.join(map(str, fitting))}" if fitting else "is no single day"
        return (
            "cannot tell",
            f"{_capital(on.words())} {told}, so the year decides" if fitting else f"{on.words()} {told}",
        )
    if not on.is_day:
        days = (on.widest[1] - on.widest[0]).days
        held = any((on.widest[0] + timedelta(n)).weekday() == _DAYS.index(weekday) for n in range(min(days + 1, 7)))
        return ("cannot tell", f"{_capital(on.words())} has a {weekday} in it") if held else (
            "no", f"There is no {weekday} in {on.words()}")  # fmt: skip
    day = on.first
    if day.weekday() == _DAYS.index(weekday):
        return "yes", f"{on.words()} is a {weekday}"
    reason = f"{on.words()} is a {_DAYS[day.weekday()]}, not a {weekday}"
    julian = _DAYS[_julian_weekday(day)]
    if day < _GREGORIAN or (day < _EVERYWHERE and julian == weekday):
        return "cannot tell", f"{reason}; but by the Julian calendar it was a {julian}"
    nearest = [When.span(near, near).words() for near in _nearest(day, weekday)]
    return "no", f"{reason}; the nearest are {' and '.join(nearest)}"


def weekdays(reading: Reading) -> Iterator[Suspicion]:
    """Which weekdays do not go with their dates?

    A date without a year is held against the dateline, or against another date of the article with its weekday.
    """
    body = [one for one in reading.paragraphs if one.part in ("headline", "standfirst", "body")]
    named: list[_Named] = []
    for paragraph in body:
        if not _A_WEEKDAY.search(paragraph.exact) or not _A_DATE.search(paragraph.exact):
            continue
        for one in _named_in(reading.text, paragraph.start, paragraph.end):
            if not named or one.words.start >= named[-1].words.end:
                named.append(one)
        yield from _spans_in(reading.text, paragraph.start, paragraph.end)
        yield from _those_in(reading.text, paragraph.start, paragraph.end)
    days = _days_told(reading)
    wrong = [suspicion for one in named for suspicion in _wrong(reading, one, days)]
    yield from wrong
    yield from _apart(reading, named, {suspicion.spans[0] for suspicion in wrong})


def _named_in(text: str, start: int, end: int) -> list[_Named]:
    """The weekdays with a date beside them in a stretch of the text, in order."""
    found = []
    for pattern in _NAMED:
        for match in pattern.finditer(text, start, end):
            if not _NO_NAME.search(text, max(start, match.start("w") - 12), match.start("w")):
                found += _read(text, match)
    for pattern in _WITH_WORDS:
        for match in pattern.finditer(text, start, end):
            if not re.search(_W, match.groupdict().get("between") or ""):
                found += [replace(one, apart=True) for one in _read(text, match)]
    return sorted(found, key=lambda one: (one.words.start, -one.words.end))


def _read(text: str, match: re.Match[str]) -> list[_Named]:
    """What a match says; the days in figures that can be read in two orders, in both."""
    of = match.groupdict()
    words = Words(match.start(), match.end(), match[0])
    weekday = _DAYS[_NUMBERS[match["w"][:3].lower()]]
    if of["i1"]:
        year, month, day = map(int, of["i1"].split("-"))
        return [_Named(words, weekday, day, month, year)]
    if of["s1"]:
        a, b, year = map(int, re.split("[/.]", of["s1"]))
        both = {(day, month) for day, month in ((a, b), (b, a)) if _exists(year, month, day)}
        if any(date(year, month, day).weekday() == _DAYS.index(weekday) for day, month in both):
            return []
        return [_Named(words, weekday, day, month, year) for day, month in sorted(both)[:1]]
    month = _MONTHS[(of["m1"] or of["n1"])[:3].lower()]
    said = of["y1"] or of["z1"] or of.get("y")
    return [_Named(words, weekday, _number(of["d1"] or of["e1"]), month, int(said) if said else None)]


def _wrong(reading: Reading, one: _Named, days: list[tuple[int, date]]) -> Iterator[Suspicion]:
    """A weekday that its date, with the year that is said or that the dateline gives, does not fall on."""
    certainty: Certainty = "certain"
    year, why = one.year, ""
    if year is None:
        year, certainty, why = _year_of(reading, one, days)
    if not year or not _exists(year, one.month, one.day):
        return
    on = date(year, one.month, one.day)
    answer, reason = falls_on(one.weekday, When.span(on, on))
    if answer == "yes":
        return
    if answer == "cannot tell":
        certainty = "look"
    elif (one.apart or on < _EVERYWHERE) and certainty == "certain":
        certainty = "likely"
    asserts = (("weekday", one.weekday), ("on", str(on)))
    yield _suspicion(f"{reason}{why}.", certainty, (one.words,), asserts)


def _year_of(reading: Reading, one: _Named, days: list[tuple[int, date]]) -> tuple[int | None, Certainty, str]:
    """The year of a date that is told without one, how sure it is, and from where: of what it is nearest to."""
    day, why = reading.dateline, "taking the year of the dateline"
    if day is None:
        if not days:
            return None, "look", ""
        at = bisect_left(days, one.words.start, key=lambda told: told[0])
        _, day = min(days[max(0, at - 1) : at + 1], key=lambda told: abs(told[0] - one.words.start))
        why = f"taking the year of {When.span(day, day).words()}"
    each = [
        date(y, one.month, one.day) for y in (day.year - 1, day.year, day.year + 1) if _exists(y, one.month, one.day)
    ]
    near = min(each, key=lambda other: abs(other - day), default=None)
    if near is None or abs(near - day).days > _FAR:
        return None, "look", ""
    around = reading.text[max(0, one.words.start - 80) : one.words.end + 60].replace(str(near.year), "")
    sure = abs(near - day).days <= _NEAR and not _ELSEWHEN.search(around)
    return near.year, "likely" if sure else "look", f", {why}"


def _days_told(reading: Reading) -> list[tuple[int, date]]:
    """The days that the article tells with their year, and where; none where they are of several years."""
    told = [(found.start, found.when.first) for found in reading.times if found.when and found.when.first
            and found.when.is_day and found.resolved and found.why.startswith("as written")]  # fmt: skip
    return told if len({day.year for _, day in told}) == 1 else []


def _apart(reading: Reading, named: list[_Named], wrong: set[Words]) -> Iterator[Suspicion]:
    """Two dates without a year whose weekdays fit no year together."""
    loose = [one for one in named if one.year is None and one.words not in wrong and _exists(2000, one.month, one.day)]
    for one, other in pairwise(loose):
        if (one.month, one.day) == (other.month, other.day) and one.weekday == other.weekday:
            continue
        if _fit_together(one, other):
            continue
        between = reading.text[max(0, one.words.start - 60) : other.words.end + 60]
        near = other.words.start - one.words.end < 300 and not _ELSEWHEN.search(between)
        reason = (f"{_told(one)} and {_told(other)} cannot fall in one year: if {_date(one)} is a {one.weekday}, "
                  f"{_date(other)} is a {_then(one, other)}.")  # fmt: skip
        certainty: Certainty = (
            "certain" if near and other.words.start - one.words.end < 120 else "likely" if near else "look"
        )
        yield _suspicion(reason, certainty, (one.words, other.words))


def _spans_in(text: str, start: int, end: int) -> Iterator[Suspicion]:
    """`from Monday 3 to Friday 9 May`: weekdays that are not so many days apart."""
    for pattern in _SPANS:
        for match in pattern.finditer(text, start, end):
            first, last = (_NUMBERS[match[name][:3].lower()] for name in ("w", "v"))
            a, b = _number(match["a"]), _number(match["b"])
            words = Words(match.start(), match.end(), match[0])
            month, year = _MONTHS[match["m"][:3].lower()], int(match["y"]) if match["y"] else None
            if a < b and (last - first - (b - a)) % 7:
                reason = (f"From the {_nth(a)} to the {_nth(b)} is {b - a} days, and if the first is a"
                          f" {_DAYS[first]}, "
                          f"the last is a {_DAYS[(first + b - a) % 7]}, not a {_DAYS[last]}.")  # fmt: skip
                yield _suspicion(reason, "certain", (words,))
            elif a < b and year and _exists(year, month, b) and date(year, month, b).weekday() != last:
                on = date(year, month, b)
                answer, reason = falls_on(_DAYS[last], When.span(on, on))
                if answer == "no":
                    yield _suspicion(f"{reason}.", "certain", (words,), (("weekday", _DAYS[last]), ("on", str(on))))


def _those_in(text: str, start: int, end: int) -> Iterator[Suspicion]:
    """`on 5 May 2031. That Monday …`: a weekday that looks back to another day."""
    for match in _THAT.finditer(text, start, end):
        day = Words(match.start(), match.end("date"), match["date"])
        for one in _read(text, match):
            if one.year and _exists(one.year, one.month, one.day):
                on = date(one.year, one.month, one.day)
                answer, reason = falls_on(one.weekday, When.span(on, on))
                if answer == "no":
                    spans = (day, Words(match.start("w"), match.end("w"), match["w"]))
                    yield _suspicion(f"{reason}.", "look", spans, (("weekday", one.weekday), ("on", str(on))))


def _suspicion(
    reason: str, certainty: Certainty, spans: tuple[Words, ...], asserts: tuple[tuple[str, str], ...] = ()
) -> Suspicion:
    return Suspicion("weekday", _CHECK, _capital(reason), certainty, spans, asserts)


@lru_cache(maxsize=1024)
def _fit_together(one: _Named, other: _Named) -> bool:
    """Whether some year, or two that follow each other where half a year lies between, has both weekdays."""
    steps = (-1, 0, 1) if abs(one.month - other.month) > 5 else (0,)
    for year in range(2000, 2028):  # every kind of year, twice
        for step in steps:
            days = [(y, n.month, n.day) for y, n in ((year, one), (year + step, other))]
            if all(_exists(*day) for day in days):
                a, b = (date(*day).weekday() for day in days)
                if (_DAYS[a], _DAYS[b]) == (one.weekday, other.weekday):
                    return True
    return False


def _then(one: _Named, other: _Named) -> str:
    """The weekday of the second date in a year in which the first falls on its own."""
    for year in range(2001, 2030):
        both = _exists(year, one.month, one.day) and _exists(year, other.month, other.day)
        if both and _DAYS[date(year, one.month, one.day).weekday()] == one.weekday:
            return _DAYS[date(year, other.month, other.day).weekday()]
    return "day of another name"


def _years(weekday: Weekday, on: When) -> list[int]:
    """The years from 2000 to 2040 in which a day without a year falls on a weekday."""
    if not on.yearless or on.first is None or on.first != on.last:
        return []
    return [year for year in range(2000, 2041) if on.exists_in(year) and (day := on.in_year(year).first)
            and day.weekday() == _DAYS.index(weekday)]  # fmt: skip


def _nearest(day: date, weekday: Weekday) -> list[date]:
    """The last such weekday before a day, and the first after it."""
    back = (day.weekday() - _DAYS.index(weekday)) % 7
    days = (day.toordinal() - back, day.toordinal() + 7 - back)
    return [date.fromordinal(n) for n in days if 1 <= n <= date.max.toordinal()]


def _julian_weekday(day: date) -> int:
    """The weekday, Monday 0, of the day that the Julian calendar called by this date."""
    a = (14 - day.month) // 12
    y, m = day.year + 4800 - a, day.month + 12 * a - 3
    return (day.day + (153 * m + 2) // 5 + 365 * y + y // 4 - 32083) % 7


def _exists(year: int, month: int, day: int) -> bool:
    try:
        return MINYEAR <= year <= MAXYEAR and bool(date(year, month, day))
    except ValueError:
        return False


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _nth(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _date(one: _Named) -> str:
    return f"{one.day} {MONTHS[one.month - 1]}"


def _told(one: _Named) -> str:
    return f"{one.weekday} {_date(one)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
