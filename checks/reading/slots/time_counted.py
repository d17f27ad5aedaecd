"""A date of a passage and a length after or before it: what day they come to, and whether a claim's date fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from checks.case.when import When
from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.time_between import points_of
from checks.reading.slots.time_lengths import Length, length_of
from checks.reading.slots.time_roles import acts_in, role_of
from checks.reading.slots.time_spans import Span, said, stretch_of
from checks.reading.times.phrases import time_phrases
from checks.reading.times.spans import moved

Derived = tuple[Relation, str, tuple[TimePhrase, ...]]
_COUNT_ON = re.compile(
    r"(?P<back>\W*(?:in |ahead )?(?:before|prior to|ahead of|earlier|previously|beforehand))\b"
    r"|(?P<on>\W*(?:[a-z]+ ){0,2}?(?:after|from|of|following|since|later|thereafter|afterwards?|hence|on|starting|"
    r"beginning|to run from))\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:for|runs?|lasts?|lasting|gives?|given|allows?|has|have|had|takes?|within|of|in|another|and|a|the)\s*$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:until|till|by|due|expected|deadline|expir\w+|ends?|ended|ending|runs?|ran|through|later|after|"
    r"final|latest|to|arriv\w+|complet\w+|back|finish\w*)\b",
    re.IGNORECASE,
)
_WORKING = re.compile(r"\b(?:working|business|trading|school|sitting)\b", re.IGNORECASE)
_END_OF = re.compile(r"\bend of\b")
# A length that carries its own way of counting: `two days later`, `the following day`.
_LATER = re.compile(
    r"(?:exactly |just |only )?(?P<length>.+?) (?:later|earlier|after|before|afterwards?|previously|beforehand)|"
    r"the (?P<number>following|next|previous|preceding) (?P<unit>day|week|month|year)",
    re.IGNORECASE,
)
_TOO_LONG = 10**11  # months or seconds: an open length
_NEAR = 70  # characters that the date may stand after its *after*


def counted_on(
    claimed: TimePhrase, when: When, stated: Sequence[TimePhrase], claim: str, passage: str
) -> Derived | None:
    """Does a claim's date fit what a date of the passage and a length after or before it come to?

    `claimed` is a phrase of `claim` whose days are `when`. The answer is the relation, the sum in words and the phrases
    it was made of; a conflict only where words of the passage or claim say that one counts so. None if nothing does.
    """
    later = {one.start: length for one in stated if (length := _told_later(one))}
    points = [one for one in points_of(stated) if "/" not in one.value and one.start not in later]
    lengths = [later.get(one.start, one) for one in stated]
    lengths = [one for one in lengths if length_of(one) and not _WORKING.search(one.exact)]
    if not points or not lengths or len(lengths) > 3:
        return None
    best: Derived | None = None
    for one in lengths:
        size = length_of(one)
        base = _base(one, [p for p in points if p.end <= one.start] if one.start in later else points, passage)
        if size is None or base is None or base.when is None or size.last >= _TOO_LONG:
            continue
        way, licensed = _way(one, passage)
        if not licensed:
            way, licensed = _way_in_claim(one, claim, passage, way)
        sum_ = _sum(base.when, size, way)
        if sum_ is None:
            continue
        target, day = sum_
        ours = _like(when, base.when, target)
        if ours is None:
            continue
        relation = _fit(claimed, ours, target, size, one, claim)
        sign = "+" if way > 0 else "−"
        why = f"{base.when.words()} {sign} {_plain(one)} = {said(day) if not base.when.yearless else _no_year(day)}"
        same_act = role_of(claim, claimed) in acts_in(_sentence(passage, one))
        if relation is Relation.CONFLICT and not (licensed and (claimed.edge or same_act or _ENDS.search(claim))):
            relation = Relation.NARROWER
        if licensed or relation is Relation.AGREE:
            answer = (relation, why, tuple(sorted((base, one), key=lambda phrase: phrase.start)))
            if best is None or list(Relation).index(relation) < list(Relation).index(best[0]):
                best = answer
    return best


def _told_later(one: TimePhrase) -> TimePhrase | None:
    """The length of `ten years later`, `the following day`, as a phrase that ends before its *later*."""
    found = _LATER.fullmatch(one.exact) if one.kind == "date" else None
    if found is None:
        return None
    if found["unit"]:
        return replace(one, kind="duration", value=f"P1{found['unit'][0].upper()}", when=None, length=None)
    words = found["length"]
    lengths = [it for it in time_phrases(words, [(0, len(words))], None) if it.kind == "duration"]
    if len(lengths) != 1 or lengths[0].end != len(words):
        return None
    return replace(lengths[0], start=one.start, end=one.start + found.end("length"), exact=words)


def _sentence(passage: str, one: TimePhrase) -> str:
    """The sentence of the passage that a phrase stands in, cut at full stops."""
    start = max(passage.rfind(stop, 0, one.start) for stop in (". ", "; ", "\n")) + 1
    ends = [at for stop in (". ", "; ", "\n") if (at := passage.find(stop, one.end)) >= 0]
    return passage[start : min(ends, default=len(passage))]


def _plain(one: TimePhrase) -> str:
    if "-" in one.exact and one.length:
        return str(one.length)
    return re.sub(r"^(?:within|in) ", "", one.exact, flags=re.IGNORECASE)


def _no_year(span: Span) -> str:
    return said(span).rsplit(" ", 1)[0]


def _base(length: TimePhrase, points: list[TimePhrase], passage: str) -> TimePhrase | None:
    """The date that a length is counted from: the one just after its *after*, else the nearest before it, else any."""
    link = _COUNT_ON.match(passage, length.end)
    after = [one for one in points if one.start >= length.end]
    before = [one for one in points if one.end <= length.start]
    if (
        link
        and after
        and after[0].start - length.end < 70
        and not re.search(r"[.;]\s", passage[length.end : after[0].start])
    ):
        return after[0]
    return before[-1] if before else after[0] if after else None


def _way(length: TimePhrase, passage: str) -> tuple[int, bool]:
    """Whether a length is counted on (1) or back (-1) from its date, and whether the words say so."""
    link = _LATER.fullmatch(length.exact)
    if link and link["number"]:
        return (1 if link["number"].lower() in ("following", "next") else -1), True
    link = _COUNT_ON.match(passage, length.end)
    if link:
        return (-1, True) if link["back"] else (1, True)
    bounded = bool(re.match(r"within\b", length.exact, re.IGNORECASE))
    return 1, bounded or bool(_LASTS.search(passage[max(0, length.start - 12) : length.start]))


def _way_in_claim(length: TimePhrase, claim: str, passage: str, way: int) -> tuple[int, bool]:
    """The same from the claim's words, where it repeats the length."""
    at = claim.lower().find(length.exact.lower())
    link = _COUNT_ON.match(claim, at + len(length.exact)) if at >= 0 else None
    return (way, False) if link is None else ((-1, True) if link["back"] else (1, True))


def _sum(base: When, size: Length, way: int) -> tuple[Span, Span] | None:
    """The span that a date and a length come to, with a day more or less for how one counts, and the plain sum."""
    if base.first is None or base.last is None:
        return None
    ends = [_moved(end, size, way, most) for end, most in ((base.first, way < 0), (base.last, way > 0))]
    if ends[0] is None or ends[1] is None:
        return None
    first, last = sorted(end.toordinal() for end in ends if end)
    if size.plain or size.first == 0:
        span = Span(first, last, first - 1, last + (way < 0 or base.yearless))
    else:
        other = [_moved(base.first, size, way, False), _moved(base.last, size, way, True)]
        days = [end.toordinal() for end in other if end] or [first, last]
        span = Span(min(days), max(days), min(days) - 1, max(days) + 1)
    return span, Span(first, last, first, last)


def _moved(day: date, size: Length, way: int, most: bool) -> date | None:
    number = size.last if most or size.first == 0 else size.first
    if size.family == "months":
        whole = moved(day, "month", way * int(number))
        part = timedelta(days=round((number - int(number)) * 30.4))
        return whole + way * part if whole else None
    try:
        return day + way * timedelta(seconds=number)
    except OverflowError:
        return None


def _like(when: When, base: When, target: Span) -> When | None:
    """The claim's date in the year of the sum, where it was said without one; the sum's, where the base has none."""
    if not when.yearless:
        return None if base.yearless else when
    year = date.fromordinal(target.first).year
    return when.in_year(year) if when.exists_in(year) else None


def _fit(claimed: TimePhrase, ours: When, target: Span, size: Length, one: TimePhrase, claim: str) -> Relation:
    """A claim's date against a sum: the plain sum agrees, a day less for counting the first day lies within."""
    stretch = stretch_of(claimed, ours)
    span = stretch.start
    if stretch.lasts == "until" or claimed.edge in ("by", "before", "until", "through"):
        span = stretch_of(replace(claimed, edge=""), ours).start
        day = (
            stretch.end
            if stretch.lasts
            else Span(stretch.start.last, stretch.start.last, stretch.start.high, stretch.start.high)
        )
        span = day if claimed.edge != "until" else stretch.end
    if span.last < target.low or span.first > target.high:
        near = span.high >= target.low and span.low <= target.high
        return Relation.NARROWER if near else Relation.CONFLICT
    within = size.first == 0 and not re.match("up to", one.exact) and not claimed.edge and not _ENDS.search(claim)
    if within:
        return Relation.NARROWER
    if span.first == span.last and target.first == target.last:
        return Relation.AGREE if span.first == target.first else Relation.WIDER
    last_day = size.family == "months" and span.first <= target.low <= span.last  # a term ends the day before
    inside = span.first <= target.last and target.first <= span.last
    return Relation.WIDER if inside or last_day else Relation.NARROWER
