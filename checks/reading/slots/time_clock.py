"""Times of day against each other: 7.30pm and 19:30, noon, the evening, two zones."""

from __future__ import annotations

import re

from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.time_spans import ABOUT_WORDS, Span, held

_DAY, _HALF = 1440, 720  # minutes
# Minutes of the day that its parts begin and end at: as most mean them, and at the widest.
_PARTS = {
    "MO": (300, 720, 0, 780), "MI": (690, 870, 660, 930), "AF": (720, 1080, 690, 1140),
    "EV": (1050, 1380, 960, 1440), "NI": (1080, 1740, 1020, 1800),
}  # fmt: skip
_CLOCK = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d)")
_ZONES = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
_ZONE = re.compile(rf"\b({'|'.join(_ZONES)})\b", re.IGNORECASE)
_HALF_SAID = re.compile(r"[ap]\.?m\b|noon|midnight|midday|h(?:ou)?rs|\b0\d[:.]|\b(?:1[3-9]|2\d)[:.]", re.IGNORECASE)


def clock_in(phrase: TimePhrase) -> str:
    """The time of day in a phrase's value, from its T on; empty where it has none."""
    at = phrase.value.find("T")
    return phrase.value[at:] if at >= 0 and phrase.kind == "time" else ""


def times_of_day(claimed: TimePhrase, stated: TimePhrase) -> Relation | None:
    """The relation of two times of day, None where one of them is not readable."""
    ours, theirs = _spans(claimed), _spans(stated)
    if not ours or not theirs:
        return None
    zones = _zone(claimed), _zone(stated)
    shift = zones[0] - zones[1] if None not in zones else 0  # type: ignore[operator]
    theirs = [Span(*(end + shift for end in (span.first, span.last, span.low, span.high))) for span in theirs]
    turns = (0, -_DAY, _DAY)
    found = [
        held(one, Span(*(end + turn for end in (other.first, other.last, other.low, other.high))))
        for one in ours for other in theirs for turn in turns
    ]  # fmt: skip
    order = (Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT)
    best = next(relation for relation in order if relation in found)
    unsure = len(ours) + len(theirs) > 2 and ours != theirs
    return Relation.WIDER if unsure and best is Relation.AGREE else best


def _spans(phrase: TimePhrase) -> list[Span]:
    """The minutes of the day that a phrase can mean: two spans where the half of the day is not said."""
    value = clock_in(phrase)
    part = _PARTS.get(value[1:3])
    if part:
        first, last, low, high = part
        return [Span(first, last, low, high)]
    found = [int(clock["hour"]) * 60 + int(clock["minute"]) for clock in _CLOCK.finditer(value)]
    if not found:
        return []
    first, last = found[0], found[-1]
    if last < first:
        last += _DAY
    loose = 20 if ABOUT_WORDS.match(phrase.exact) else 0
    span = Span(first, last, first - loose, last + loose)
    if loose:
        span = Span(first - 10, last + 10, first - loose, last + loose)
    if phrase.edge in ("before", "by", "until", "through"):
        at = first - (phrase.edge == "before")
        span = Span(last - _DAY + 1, at, last - _DAY + 1, at)
    elif phrase.edge in ("after", "since", "from"):
        at = last + (phrase.edge == "after")
        span = Span(at, first + _DAY - 1, at, first + _DAY - 1)
    if first <= _HALF and "T24" not in value and not _HALF_SAID.search(phrase.exact):
        later = Span(*(end + _HALF for end in (span.first, span.last, span.low, span.high)))
        return [span, later]
    return [span]


def _zone(phrase: TimePhrase) -> int | None:
    found = _ZONE.search(phrase.exact)
    return _ZONES[found[1].lower()] if found else None
