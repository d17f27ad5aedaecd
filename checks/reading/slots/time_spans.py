"""Phrases of days against each other: one span within another, the start and the end of what lasted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.times.spans import words

ABOUT_WORDS = re.compile(r"(?:about|around|circa|ca?\.|roughly|approximately)\s", re.IGNORECASE)
_END_OF = re.compile(r"\b(?:the )?(end|close|start|beginning) of\b", re.IGNORECASE)
_RANGE = re.compile(r"\b(?:from|between)\b|[–—-]|\b(?:to|until|till|through|thru)\b", re.IGNORECASE)
_IN_WORDS = re.compile(r"\b(?:from|to|until|till|through|thru)\b", re.IGNORECASE)
_SEASON = re.compile(r"\d{4} ?(?:/|[-–]) ?\d\d(?!\d)")  # 2018-19 is a season, and no time from one year to the other
# The year to March 2009 is a span in which things were counted, and nothing that lasted through it.
LENGTH_TO = re.compile(
    r"\b(?:years?|quarters?|months?|weeks?|decades?|half|period|days?),? (?:to|ended|ending|through|up to|until)\b",
    re.IGNORECASE,
)
_FISCAL = "a fiscal year may begin"
_FAR = 10**9


@dataclass(frozen=True)
class Span:
    """A span of days as ordinals, both ends included: what was meant first, and the widest that it can mean."""

    first: int
    last: int
    low: int
    high: int


@dataclass(frozen=True)
class Stretch:
    """What a phrase says of time: a span that something fell in, or the start and the end of what lasted.

    `lasts` is empty for a span, else `from` or `since`, `until`, `both`, or `listed` for a range with a dash alone.
    """

    lasts: str
    start: Span
    end: Span


def span_of(when: When) -> Span:
    """A `When` in ordinals; open ends lie far off."""
    low, high = when.widest
    return Span(
        when.first.toordinal() if when.first else -_FAR, when.last.toordinal() if when.last else _FAR,
        low.toordinal() if low else -_FAR, high.toordinal() if high else _FAR,
    )  # fmt: skip


def between(first: date, last: date) -> Span:
    """The span of the days from one to another."""
    return Span(first.toordinal(), last.toordinal(), first.toordinal(), last.toordinal())


def held(claimed: Span, stated: Span) -> Relation:
    """The relation of a span that a claim names to the one that a passage names for the same act."""
    if claimed == stated:
        return Relation.AGREE
    if claimed.high < stated.low or stated.high < claimed.low:
        return Relation.CONFLICT
    within = claimed.first <= stated.low and stated.high <= claimed.last
    core = claimed.first <= stated.first and stated.last <= claimed.last
    vague = (claimed.low, claimed.high) != (claimed.first, claimed.last)
    return Relation.WIDER if within or (core and vague) else Relation.NARROWER


def stretch_of(phrase: TimePhrase, when: When) -> Stretch:
    """What a phrase says of time, where its days are `when`."""
    span, ends = span_of(when), _ends(phrase)
    if ends:
        return Stretch("both" if _IN_WORDS.search(phrase.exact) else "listed", *ends)
    edge = phrase.edge
    span = _exact_end(phrase, span)
    if phrase.why.startswith(_FISCAL):  # which days of two years it takes in is not known
        middle = (span.first + span.last) // 2
        span = Span(middle, middle, span.low, span.high)
    if ABOUT_WORDS.match(phrase.exact):
        size = max(3, (span.last - span.first + 1) if span.last - span.first < 4000 else 0)
        span = Span(span.first, span.last, span.low - size, span.high + size)
    if edge in ("since", "from"):
        return Stretch(edge, span, span)
    if edge in ("until", "through"):
        return Stretch("until", span, span)
    if edge == "by":
        span = Span(-_FAR, span.last, -_FAR, span.high)
    elif edge == "before":
        span = Span(-_FAR, span.first - 1, -_FAR, span.high - 1 if span.high != span.last else span.first - 1)
    elif edge == "after":
        span = Span(span.last + 1, _FAR, span.low + 1 if span.low != span.first else span.last + 1, _FAR)
    return Stretch("", span, span)


def _ends(phrase: TimePhrase) -> tuple[Span, Span] | None:
    """The start and the end of a range that is told as one; None for what lies between two dates, and for a season."""
    if "/" not in phrase.value or not _RANGE.search(phrase.exact) or _SEASON.search(phrase.exact):
        return None
    if re.match(r"between\b", phrase.exact, re.IGNORECASE) or LENGTH_TO.search(phrase.exact):
        return None
    try:
        first, last = (span_of(When.parse(part[:10])) for part in phrase.value.split("/"))
    except (CaseError, ValueError):
        return None
    return (first, last) if first.first <= last.first else None


def _exact_end(phrase: TimePhrase, span: Span) -> Span:
    """The very end where something lasts until or comes by the end of a year: not its last third."""
    found = _END_OF.search(phrase.exact)
    if not found or abs(span.first) == _FAR or abs(span.last) == _FAR:
        return span
    closing = found[1].lower() in ("end", "close")
    if phrase.edge:
        day = span.last if closing else span.first
        return Span(day, day, day, day)
    if span.last - span.first < 60:
        return span
    keep = 61  # the end of a year is its last two months, before which opinions differ
    if closing:
        return Span(span.last - keep + 1, span.last, span.first, span.last)
    return Span(span.first, span.first + keep - 1, span.first, span.last)


def compared(claimed: Stretch, stated: Stretch) -> Relation:
    """The relation of two stretches of time; a conflict is one in both directions."""
    if claimed == stated:
        return Relation.AGREE
    if not claimed.lasts and not stated.lasts:
        return _windows(claimed.start, stated.start)
    both = ("both", "listed")
    if claimed.lasts in both and stated.lasts in both:
        return _all(held(claimed.start, stated.start), held(claimed.end, stated.end))
    if claimed.lasts and stated.lasts:
        return _lasting(claimed, stated)
    if stated.lasts:
        return _in_stretch(claimed.start, stated)
    if claimed.lasts in both:
        whole = Span(claimed.start.first, claimed.end.last, claimed.start.low, claimed.end.high)
        return _not_wider(held(whole, stated.start))
    relation = held(claimed.start, stated.start)
    if relation is Relation.CONFLICT and _is_beyond(stated.start, claimed):
        return Relation.NARROWER
    return relation


def _windows(claimed: Span, stated: Span) -> Relation:
    """Two spans that something fell in; two deadlines are the same or they conflict."""
    relation = held(claimed, stated)
    deadlines = claimed.first == stated.first == -_FAR
    if deadlines or claimed.last == stated.last == _FAR:
        return relation if relation is Relation.AGREE else Relation.NARROWER
    return relation


def _lasting(claimed: Stretch, stated: Stretch) -> Relation:
    starts, ends = ("since", "from", "both", "listed"), ("until", "both", "listed")
    if claimed.lasts in starts and stated.lasts in starts:
        relation = held(claimed.start, stated.start)
        same = {claimed.lasts, stated.lasts} <= {"since", "from"}
        return relation if same or claimed.lasts == "from" else _not_wider(relation)
    if claimed.lasts in ends and stated.lasts in ends:
        relation = held(claimed.end, stated.end)
        return relation if claimed.lasts == "until" else _not_wider(relation)
    start, end = (claimed.start, stated.end) if claimed.lasts in starts else (stated.start, claimed.end)
    return Relation.CONFLICT if start.low > end.high else Relation.NARROWER


def _in_stretch(claimed: Span, stated: Stretch) -> Relation:
    """A span that something fell in, against the start and the end of what lasted."""
    if stated.lasts in ("both", "listed"):
        whole = Span(stated.start.first, stated.end.last, stated.start.low, stated.end.high)
        if held(claimed, whole) is Relation.CONFLICT:
            return Relation.CONFLICT
        inside = stated.start.high < claimed.low and claimed.high < stated.end.low
        if inside and stated.lasts == "both":
            return Relation.WIDER
        at_an_end = held(claimed, stated.start).stated or held(claimed, stated.end).stated
        return Relation.WIDER if at_an_end else Relation.NARROWER
    point = stated.end if stated.lasts == "until" else stated.start
    relation = held(claimed, point)
    return Relation.NARROWER if relation is Relation.CONFLICT and _is_beyond(claimed, stated) else relation


def _is_beyond(span: Span, lasting: Stretch) -> bool:
    """Whether a span lies while something lasted: after its start, or before its end."""
    return span.high < lasting.end.low if lasting.lasts == "until" else span.low > lasting.start.high


def _not_wider(relation: Relation) -> Relation:
    return Relation.NARROWER if relation.stated else relation


def _all(*relations: Relation) -> Relation:
    """The relation of a whole to a whole, from those of its parts."""
    for relation in (Relation.CONFLICT, Relation.NARROWER, Relation.WIDER):
        if relation in relations:
            return relation
    return Relation.AGREE


def said(span: Span) -> str:
    """A span as it is written in a sentence."""
    if span.first <= -_FAR or span.first < 1:
        return f"by {words(date.fromordinal(min(span.last, date.max.toordinal())))}"
    if span.last >= _FAR:
        return f"after {words(date.fromordinal(span.first) - timedelta(days=1))}"
    return When.span(date.fromordinal(span.first), date.fromordinal(span.last)).words()
