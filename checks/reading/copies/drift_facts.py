"""The figures and dates of an article as facts to compare, and when two of them are the same in another form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from checks.case.amount import Amount
from checks.case.errors import CaseError
from checks.reading.copies.drift_dates import COUNTED, ends_of, same_date, sort_of, spoken
from checks.reading.copies.drift_sides import Side
from checks.reading.parts import AmountPhrase, TimePhrase
from checks.reading.quoting.sense import content
from checks.reading.quoting.verbs import form_of

FactKind = Literal["figure", "date"]
_ALIKE = Decimal("0.05")  # how far a rounded figure may lie from the exact one
_UNITS: dict[str, tuple[str, Decimal]] = {
    "share": ("percent", Decimal(100)), "percentage point": ("percent", Decimal(1)),
    "mile": ("metre", Decimal("1609.34")), "kilometre": ("metre", Decimal(1000)), "foot": ("metre", Decimal("0.3048")),
    "yard": ("metre", Decimal("0.9144")), "centimetre": ("metre", Decimal("0.01")),
    "millimetre": ("metre", Decimal("0.001")), "inch": ("metre", Decimal("0.0254")),
    "kilogram": ("gram", Decimal(1000)), "pound weight": ("gram", Decimal("453.6")),
    "acre": ("hectare", Decimal("0.404686")), "square kilometre": ("hectare", Decimal(100)),
    "second": ("second", Decimal(1)), "minute": ("second", Decimal(60)), "hour": ("second", Decimal(3600)),
    "day": ("second", Decimal(86_400)), "night": ("second", Decimal(86_400)), "week": ("second", Decimal(604_800)),
    "fortnight": ("second", Decimal(1_209_600)), "month": ("second", Decimal(2_629_746)),
    "year": ("second", Decimal(31_556_952)), "decade": ("second", Decimal(315_569_520)),
    "century": ("second", Decimal(3_155_695_200)),
}  # fmt: skip
_MOST = 2_000  # figures and dates of an article: of 20,000 words a tenth
_CONVERTED = 25  # one part in so many that figures in two units may differ by
_HALF = Decimal("0.5")
_FAR = Decimal("0.5")  # how far a figure may lie beyond what it is told to be more than
_LENGTH = re.compile(r"\b[\w-]+ (?:day|week|month|year|decade|hour|minute)s?\b")
_VERB = re.compile(r"\b[\w-]+ (?:by |of |about |around |nearly |more than |almost |just )*$")
_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
_TIMES = {"twice": 2, "double": 2, "triple": 3}
_ORDINAL = re.compile(
    rf"\b(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)})|(?P<times>twice|double|triple))\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d,.]*\d|\d")
# Not of a code, a sum, a score, a decimal or a name: Route 66, A-12, 2:08:44, $5.
_BARE = re.compile(
    r"(?<![\w.,:/$£€%#+-])(?<![A-Z] )(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4})(?![\w%/:°-]|[.,]\d)(?: (?P<noun>[a-z]+))?"
)
_AGE = re.compile(r"\bold\b")
_YEARS = re.compile(r"year|yr", re.IGNORECASE)
_SOFT = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})


@dataclass(frozen=True)
class Fact:
    """A figure or date in an article: the words as printed, what they come to, and the line they stand in.

    Of a figure `low` and `high` are its ends in the unit it is compared in; `about` says that it is printed as rounded
    or as a bound; `printed` is the number in its `own` unit, as in the article; `change` says that it went up or down,
    and `counts` that it is printed with what is counted. Of a date `phrase` is what was read. `quoted` says that it
    stands between quotation marks.
    """

    kind: FactKind
    start: int
    end: int
    exact: str
    line: int
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    about: bool = False
    printed: Decimal | None = None
    own: str = ""
    change: str = ""
    counts: bool = False
    phrase: TimePhrase | None = None
    quoted: bool = False


def facts_of(side: Side) -> list[Fact]:
    """The figures and dates of an article, in order, the first 2,000."""
    found = [
        _spoken(one, side) or _figure(one, side)
        for one in side.reading.amounts
        if one.low is not None or one.high is not None
    ]
    taken = [(one.start, one.end) for one in found]
    for time in side.reading.times:
        if any(start < time.end and time.start < end for start, end in taken):
            continue
        if time.kind == "duration" and time.length is not None:
            found.append(_length(time, time.length, side))
        elif time.kind in ("date", "time") and time.value not in _SOFT:
            length = _LENGTH.search(time.exact)
            if length and COUNTED.search(time.exact):  # two weeks later
                found += _counted(time, length, side)
            for part in ends_of(time):
                fact = Fact("date", part.start, part.end, part.exact, side.line_of(part.start), phrase=part)
                if sort_of(part) != "vague" and not COUNTED.search(part.exact):
                    found.append(fact)
    taken = [(one.start, one.end) for one in found] + [(time.start, time.end) for time in side.reading.times]
    for match in _ORDINAL.finditer(side.reading.text):
        start, end = match.span()
        if not any(a < end and start < b for a, b in taken):
            unit = "times" if match["times"] else "rank"
            value = Decimal(match["digits"] or {**_ORDINALS, **_TIMES}[match[0].lower()])
            found.append(_one(start, end, match[0], side, unit, value, own=unit))
    taken += [(one.start, one.end) for one in found]
    for match in _BARE.finditer(side.reading.text):
        start, end = match.span("number")
        if not any(a < end and start < b for a, b in taken):
            found.append(_bare(match, side))
    found = [one for one in found if one.start >= side.lead]
    found = [replace(one, quoted=True) if side.is_quoted(one.start, one.end) else one for one in found]
    return sorted(found, key=lambda one: (one.start, one.end))[:_MOST]


def _spoken(one: AmountPhrase, side: Side) -> Fact | None:
    """A time of day that the reading took for a tally: ten to seven."""
    value = spoken(one.exact) if one.unit in ("tally", "") else ""
    phrase = TimePhrase(one.start, one.end, one.exact, "time", None, value, resolved=False)
    return Fact("date", one.start, one.end, one.exact, side.line_of(one.start), phrase=phrase) if value else None


def _bare(match: re.Match[str], side: Side) -> Fact:
    """A number that the reading left, with the word after it if that is counted: 46 figures."""
    value, noun = Decimal(match["number"].replace(",", "")), match["noun"]
    counts = bool(noun) and content(noun) and form_of(noun)[1] == "s"
    start, end = match.start("number"), match.end("noun" if counts else "number")
    exact = side.reading.text[start:end]
    return Fact("figure", start, end, exact, side.line_of(start), "", value, value, False, value, counts=counts)


def _one(start: int, end: int, exact: str, side: Side, unit: str, value: Decimal, own: str) -> Fact:
    return Fact("figure", start, end, exact, side.line_of(start), unit, value, value, False, value, own)


def _length(time: TimePhrase, length: Amount, side: Side) -> Fact:
    own = length.unit.lower().rstrip("s")
    own = {"centurie": "century"}.get(own, own)
    unit, times = _UNITS.get(own, (own, Decimal(1)))
    low, high = length.value * times, (length.value if length.high is None else length.high) * times
    where = side.line_of(time.start)
    return Fact(
        "figure", time.start, time.end, time.exact, where, unit, low, high, bool(length.bound), length.value, own
    )


def _counted(time: TimePhrase, length: re.Match[str], side: Side) -> Iterator[Fact]:
    """The length of time that a day is told by."""
    start = time.start + length.start()
    try:
        amount = Amount.parse(length[0])
    except CaseError:
        return  # “several weeks later” states no number
    yield _length(replace(time, start=start, end=start + len(length[0]), exact=length[0]), amount, side)


def _figure(one: AmountPhrase, side: Side) -> Fact:
    unit, times = _UNITS.get(one.unit, (one.unit, Decimal(1)))
    low = None if one.low is None else one.low * times
    high = None if one.high is None else one.high * times
    start, end, text = one.start, one.end, side.reading.text
    at = text.find(one.of, one.end, one.end + 40) if one.of and not one.unit else -1
    if at >= 0 and not re.search(r"[.,;:()\n]", text[one.end : at]):
        end = at + len(one.of)  # what is counted is printed with it, where it stands beside it
    if one.change and (verb := _VERB.search(text, max(0, start - 30), start)):
        start = verb.start()  # fell 6 percent
    exact = " ".join(text[start:end].split())
    own = f"{one.unit} per {one.per}" if one.per else one.unit
    if own == "year" and (_AGE.search(text, end - 4, end + 4) or not _YEARS.search(exact)):
        own = "age"  # 43 of a person, 23-year-old, not 41 years
    where, about = side.line_of(one.start), bool(one.bound)
    return Fact(
        "figure", one.start, end, exact, where, unit, low, high, about, one.value, own, one.change, bool(one.of)
    )


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts are one in another form.

    Figures: the same value in one unit or in another of the same sort, a bare one for one with a unit; and an honest
    rounding: nearly 500, or 500, for 497, where the rounder one has fewer digits and lies within a twentieth. Dates:
    the one lies in the other (June, 20 June), a weekday on that day, a date without its year on that day of a year.
    """
    if one.kind != other.kind:
        return False
    if one.kind == "figure":
        return _same_figure(one, other)
    return one.phrase is not None and other.phrase is not None and same_date(one.phrase, other.phrase)


def comparable(one: Fact, other: Fact) -> bool:
    """Whether one could be put for the other: figures in one unit, or the same number in another, dates of one sort."""
    if one.kind != other.kind:
        return False
    if one.kind == "figure":
        if one.own == other.own:
            return True
        same_number = one.unit == other.unit and one.printed == other.printed
        return same_number or ((one.unit == other.unit or "" in (one.unit, other.unit)) and slip(one, other))
    sorts = {_sort(one), _sort(other)}
    return len(sorts) == 1 or ("day" in sorts and "clock" not in sorts)


def alike_in_sort(one: Fact, other: Fact) -> bool:
    """Whether the two are of exactly one unit, or of one sort of date."""
    return one.own == other.own if one.kind == "figure" else _sort(one) == _sort(other)


def has_digits(fact: Fact) -> bool:
    """Whether a fact is printed with digits."""
    return any(map(str.isdigit, fact.exact))


def is_one(fact: Fact) -> bool:
    """Whether a figure is a “one” or “a year”, which are more often articles."""
    return fact.kind == "figure" and fact.printed == 1 and "1" not in fact.exact


def _sort(fact: Fact) -> str:
    return "" if fact.phrase is None else sort_of(fact.phrase)


def slip(one: Fact, other: Fact) -> bool:
    """Whether the digits of one are those of the other in another order, or all but one of them."""
    ours, theirs = ("".join(filter(str.isdigit, fact.exact)) for fact in (one, other))
    return (
        len(ours) > 1
        and len(ours) == len(theirs)
        and (sorted(ours) == sorted(theirs) or sum(a != b for a, b in zip(ours, theirs, strict=True)) == 1)
    )


def swapped(one: Fact, other: Fact) -> bool:
    """Whether the digits of one, three or more, are exactly those of the other in another order."""
    ours, theirs = ("".join(filter(str.isdigit, fact.exact)) for fact in (one, other))
    return len(ours) > 2 and ours != theirs and sorted(ours) == sorted(theirs)


def _same_figure(one: Fact, other: Fact) -> bool:
    if {one.change, other.change} == {"up", "down"}:
        return False
    for bound, exact in ((one, other), (other, one)):
        if _within_bound(bound, exact):
            return True
    if (one.low, one.high) == (other.low, other.high):
        return one.unit == other.unit or _unit_left_out(one, other)
    for span, end in ((one, other), (other, one)):
        a_range = span.printed is None and span.unit != "tally" and end.unit in ("", span.unit)
        if a_range and end.printed is not None and set(_DIGITS.findall(end.exact)) & set(_DIGITS.findall(span.exact)):
            return True  # the youngest 44, of ages from 44 to 91
    if _unit_left_out(one, other):
        return one.printed == other.printed is not None  # “23” for “23 days”, “12 minutes” for “the 12th minute”
    if one.unit != other.unit or one.unit in ("tally", "rank"):
        return False
    if one.printed is None or other.printed is None:  # a range, or a bound without its other end
        return False
    ours, theirs = _middle(one), _middle(other)
    if ours is None or theirs is None:
        return False
    if ours == theirs:
        return True
    if one.own != other.own:  # six weeks, 42 days; 11 miles, 18 km; half, 50 percent
        return abs(ours - theirs) * _CONVERTED <= max(abs(ours), abs(theirs))
    return _rounded(one, other, ours, theirs)


def _unit_left_out(one: Fact, other: Fact) -> bool:
    """Whether one may be printed without the unit of the other: a bare number, or a rank for a time."""
    units = {one.unit, other.unit}
    if units == {"rank", "second"} or one.unit == other.unit:
        return units != {one.unit}
    bare = one if not one.unit else other
    return not bare.unit and (not bare.counts or "times" in units) and not units & {"rank", "tally"}


def _within_bound(bound: Fact, exact: Fact) -> bool:
    """Whether a figure told as more than, or less than, another is an honest way to tell it: 1,400 as over 1,000."""
    end = bound.low if bound.high is None else bound.high
    if bound.unit != exact.unit or exact.low is None or exact.low != exact.high or end is None or bound.unit == "rank":
        return False
    if end != exact.low and _significant(end) >= _significant(exact.low):
        return False  # above 20 is no rounding of 30
    if bound.high is None:
        return end <= exact.low <= end * (1 + _FAR)
    return bound.low is None and end * (1 - _FAR) <= exact.low <= end


def _middle(fact: Fact) -> Decimal | None:
    if fact.low is None or fact.high is None:
        return fact.low if fact.high is None else fact.high
    return (fact.low + fact.high) / 2


def _rounded(one: Fact, other: Fact, ours: Decimal, theirs: Decimal) -> bool:
    if not ours or not theirs or (ours < 0) != (theirs < 0):
        return False
    (digits, rough, fact), (more, fine, _) = sorted(
        ((_significant(ours), ours, one), (_significant(theirs), theirs, other)), key=lambda pair: pair[0]
    )
    if digits == more or (abs(fine) < 100 and not fact.about and fact.unit not in ("percent",)):
        return False
    if fact.about:
        return abs(rough - fine) <= abs(fine) * 2 * _ALIKE and abs(rough - fine) <= _step(rough)
    return abs(rough - fine) <= abs(fine) * _ALIKE and abs(rough - fine) <= _step(rough) * _HALF


def _significant(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _step(value: Decimal) -> Decimal:
    """The place of the last digit that is not nought."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
