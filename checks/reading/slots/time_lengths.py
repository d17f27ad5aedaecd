"""Lengths of time against each other: a decade and ten years, 90 days and three months, more than an hour."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import ceil, floor

from checks.case.amount import Amount
from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation

_SECONDS = {"S": 1, "M": 60, "H": 3600, "D": 86_400, "W": 604_800}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}
_VALUE = re.compile(r"P(?P<date>(?:[\dX.]+(?:WE|[YMWDECQ]))*)(?:T(?P<clock>(?:[\dX.]+[HMS])+))?")
_PART = re.compile(r"(?P<n>[\dX.]+)(?P<unit>WE|[A-Z])")
_DAY, _MONTH = 86_400, 30.436875  # the mean month of the Gregorian calendar, in days
_OPEN = 1e12
_LITTLE = 1e-6
# Words before a length, and what it then lies between, as parts of it: what is meant first, and at the widest.
_BOUNDS: list[tuple[str, tuple[float, float, float, float]]] = [
    (r"just over|little (?:over|more than)|slightly (?:over|more than|longer than)",
     (1 + _LITTLE, 1.15, 1 + _LITTLE, 1.3)),
    (r"well over", (1.1, _OPEN, 1 + _LITTLE, _OPEN)),
    (r"no (?:more|longer) than|not more than|up to|at most|(?:a )?maximum of|as (?:long|much) as|within", (0, 1, 0, 1)),
    (r"(?:no|not) (?:less|fewer) than|at least|(?:a )?minimum of|upwards of", (1, _OPEN, 1, _OPEN)),
    (r"more than|over|longer than|in excess of|greater than|beyond|above", (1 + _LITTLE, _OPEN, 1 + _LITTLE, _OPEN)),
    (r"nearly|almost|just under|close to|approaching|(?:little|slightly) (?:under|less than)|just short of",
     (0.85, 1 - _LITTLE, 0.75, 1)),
    (r"less than|fewer than|under|shorter than|below", (0, 1 - _LITTLE, 0, 1 - _LITTLE)),
    (r"about|around|approximately|roughly|some|circa|something like|or so", (0.9, 1.1, 0.8, 1.2)),
]  # fmt: skip
BOUND_BEFORE = re.compile(
    rf"\b(?:for |in |after |a |of )?(?P<bound>(?:a )?(?:{'|'.join(words for words, _ in _BOUNDS)})) (?:the |a |an )?$",
    re.IGNORECASE,
)
_BOUNDED = re.compile("(?:a )?(?:more|less|over|under|at) ")
_OF_BOUND = [(re.compile(rf"(?:a )?(?:{words})\b", re.IGNORECASE), factors) for words, factors in _BOUNDS]
_AFTER = [(re.compile(r"\bor (?:more|longer)$|-plus\b", re.IGNORECASE), (1.0, _OPEN, 1.0, _OPEN)),
          (re.compile(r"\bor less$", re.IGNORECASE), (0.0, 1.0, 0.0, 1.0)),
          (re.compile(r"\bor so$|-odd\b", re.IGNORECASE), (0.9, 1.1, 0.8, 1.2))]  # fmt: skip
_VAGUE = [("several", (3, 9, 2, 15)), ("few", (2, 6, 2, 9)), ("couple", (2, 2, 1.5, 3)), ("many", (3, _OPEN, 2, _OPEN))]
_ROUNDED = 0.12  # a coarser unit may stand for what is so much off it, as a part of the length


@dataclass(frozen=True)
class Length:
    """A length of time in the unit `family`, `seconds` (up to weeks) or `months`; `step` is the unit that was said."""

    family: str
    first: float
    last: float
    low: float
    high: float
    step: float

    @property
    def plain(self) -> bool:
        """Whether it is one figure, without a bound."""
        return self.first == self.last == self.low == self.high


def length_of(phrase: TimePhrase) -> Length | None:
    """The length of time that a phrase states, None where it states none."""
    value = phrase.value.split("/")[0]
    if phrase.kind != "duration" or not value.startswith("P"):
        return None
    found = _VALUE.fullmatch(value)
    if found is None or not (found["date"] or found["clock"]):
        return None
    parts = [(part["n"], part["unit"], _MONTHS) for part in _PART.finditer(found["date"] or "")]
    parts += [(part["n"], part["unit"], _SECONDS) for part in _PART.finditer(found["clock"] or "")]
    parts = [(n, "W" if unit == "WE" else unit, _SECONDS if unit in ("D", "W", "WE") else of) for n, unit, of in parts]
    families = {id(of) for _, _, of in parts}
    if len(families) != 1 or any(unit not in of for _, unit, of in parts):
        return None
    of = parts[0][2]
    family, step = "months" if of is _MONTHS else "seconds", float(min(of[unit] for _, unit, _ in parts))
    if "X" in value:
        return _vague(phrase.exact, family, step)
    size = sum(float(n) * of[unit] for n, unit, _ in parts if n.count(".") < 2)
    if "fortnight" in phrase.exact.lower() and "W" in value:
        size, step = size * 2, step
    amount = phrase.length
    high = size
    if amount is not None and amount.high is not None and amount.value:
        high = size * float(amount.high / amount.value)
    first, last, low, far = _factors(phrase)
    return Length(family, size * first, _times(high, last), size * low, _times(high, far), step)


def amount_of(phrase: TimePhrase) -> Amount | None:
    """The amount of a length told by halves, in the smaller unit: 90 minutes for an hour and a half."""
    length = length_of(replace(phrase, exact=""))
    if length is None or not length.plain or length.first != int(length.first):
        return None
    units = {"months": [(12, "years"), (1, "months")], "seconds": [(86_400, "days"), (60, "minutes"), (1, "seconds")]}
    size = int(length.first)
    number, unit = next((size // n, unit) for n, unit in units[length.family] if size % n == 0)
    return Amount(Decimal(number), unit) if number else None


def _times(size: float, factor: float) -> float:
    return _OPEN if factor == _OPEN else size * factor


def _factors(phrase: TimePhrase) -> tuple[float, float, float, float]:
    """What the words about a length make of it, as parts of it."""
    for pattern, factors in _OF_BOUND:
        if pattern.match(phrase.exact):
            return factors
    for pattern, factors in _AFTER:
        if pattern.search(phrase.exact):
            return factors
    bound = phrase.length.bound if phrase.length else ""
    return next((f for pattern, f in _OF_BOUND if bound and pattern.match(bound)), (1.0, 1.0, 1.0, 1.0))


def _vague(exact: str, family: str, step: float) -> Length:
    """A few weeks, decades: what such words are taken for."""
    many = next((ends for word, ends in _VAGUE if word in exact.lower()), (2, _OPEN, 2, _OPEN))
    first, last, low, high = (_times(step, end) for end in many)
    return Length(family, first, last, low, high, step)


def measured(claimed: Length, stated: Length) -> Relation:
    """The relation of a length that a claim states to the one that a passage states of the same thing."""
    if claimed.family != stated.family:
        return _by_calendar(claimed, stated)
    if (claimed.first, claimed.last) == (stated.first, stated.last):
        return Relation.AGREE
    if claimed.high < stated.low or stated.high < claimed.low:
        return Relation.NARROWER if _rounded(claimed, stated) else Relation.CONFLICT
    inside = claimed.first <= stated.first + _LITTLE and stated.last <= claimed.last + _LITTLE
    return Relation.WIDER if inside else Relation.NARROWER


def _rounded(one: Length, other: Length) -> bool:
    """Whether two plain figures differ by no more than a coarser unit rounds away."""
    if one.step == other.step or not (one.plain and other.plain):
        return False
    off = abs(one.first - other.first)
    return off <= _ROUNDED * max(one.first, other.first) and off < max(one.step, other.step) / 2


def _by_calendar(claimed: Length, stated: Length) -> Relation:
    """Days or weeks against months or years, which are not all of one length."""
    one, other = in_days(claimed), in_days(stated)
    if claimed.plain and stated.plain:
        if one[1] < other[0] or other[1] < one[0]:
            apart = max(one[0] - other[1], other[0] - one[1])
            return Relation.NARROWER if apart <= 0.1 * max(one[1], other[1]) else Relation.CONFLICT
        months = claimed if claimed.family == "months" else stated
        return Relation.AGREE if months.first % 12 == 0 else Relation.NARROWER  # 365 days are a year
    if one[1] < other[0] or other[1] < one[0]:
        return Relation.CONFLICT
    return Relation.WIDER if one[0] <= other[0] and other[1] <= one[1] else Relation.NARROWER


def in_days(length: Length) -> tuple[float, float]:
    """The fewest and the most days of a length."""
    if length.family == "seconds":
        return length.first / _DAY, min(length.last / _DAY, _OPEN)
    return _days(length.first)[0], _OPEN if length.last >= _OPEN else _days(length.last)[1]


def _days(months: float) -> tuple[float, float]:
    mean, off = months * _MONTH, 0.8 if months % 12 < _LITTLE else 2.4
    return (floor(mean - off) if off > 1 else floor(mean)), max(ceil(mean + (off if off < 1 else 0.6)), 1)


def explained(claimed: Length, stated: Length, claim: str, passage: str) -> str:
    """Why two lengths stand as they do, where their words do not show it."""
    relation = measured(claimed, stated)
    if claimed.family != stated.family and relation is Relation.NARROWER:
        months, words = (claimed, claim) if claimed.family == "months" else (stated, passage)
        low, high = in_days(months)
        days = passage if months is claimed else claim
        return f"{words} comes to {low:g} to {high:g} days by the calendar, which is not just {days}"
    return {
        Relation.AGREE: f"{claim} is {passage}",
        Relation.WIDER: f"{passage} is {claim}" if _BOUNDED.match(claim) else f"{passage} fits “{claim}”",
        Relation.NARROWER: f"the passage says {passage}, which does not settle {claim}",
    }.get(relation, f"the passage says {passage}, not {claim}")
