"""Births, deaths, ages and anniversaries: how many years an article puts between two of its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.reading.parts import Certainty, Words
from checks.reading.timeline.parts import Limit, Statement
from checks.reading.timeline.stated_ages import ages_in, number
from checks.reading.timeline.stated_anniversaries import anniversaries_in
from checks.reading.timeline.stated_links import plain, told
from checks.reading.timeline.stated_marks import NOW, D, L, Marked, Stated, Times
from checks.reading.timeline.stated_subjects import subjects_of

_YEAR = 365.2425  # days, Gregorian mean
_OLD_THING = re.compile(
    rf"{L} (?P<noun>(?:[\w’'-]+ ){{0,3}}[\w’'-]+),? (?:which |that )?(?:was |had been "
    r")?(?:first )?(?:built|opened|founded|completed|established|erected|constructed|created|"
    r"set up|launched|formed|started|begun|signed|planted|introduced|imposed|laid|made|passed|"
    rf"enacted|adopted|approved|bought) (?:on |in ){D}"
)
_FOUNDING = re.compile(
    r"\b(?:founded|established|formed|set up|created|opened|built|launched|incorporated|"
    r"inaugurated|consecrated|chartered|born|died|married|signed|introduced|started|began|"
    rf"completed|killed|founding|opening|birth|death)(?: [^<>;:.!?,]{{0,40}})?? (?:on |in |"
    rf"back in ){D}",
    re.IGNORECASE,
)
_SINCE = (
    re.compile(
        rf"(?:has|have|’s|'s)(?: \w+){{0,6}}? (?:for|over) (?:the past |the last |about |almost |"
        rf"nearly )?{L},? (?:ever )?since {D}"),
    re.compile(
        rf"(?:has|have) (?:been |\w+ed |held |run |led )[^<>;:.!?]{{0,50}}?since {D},? (?:—|–|"
        rf"-)?(?:for|a period of|some|a total of) (?:about |almost |nearly )?{L}(?=[.,;)]|$)"),
)  # fmt: skip
_NTH = re.compile(
    r"\b(?:its|their|the) (?P<number>\d{1,3})(?:st|nd|rd|th) (?P<what>year|season|edition|anniversary|annual)\b",
    re.IGNORECASE,
)
_ON_FROM = re.compile(
    rf"^(?:(?:just|only|exactly|some|about|almost|nearly|more than|less than) )?{L} after "
    rf"(?:[\w’'-]+ ){{1,6}}?(?:in|on) {D}, (?=[^<]*\b(?:is|are|has|have|will)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"{D},? (?:back )?(?:—|–|-)?(?:in|on) {D}|(?:in|on) {D},? (?:—|–|-|\()? ?{D}")
_COUNTED_BACK = re.compile(r"\bago$|^(?:last|this|next) year$", re.IGNORECASE)


def lives_in(times: Times) -> Iterator[Stated]:
    """The statements that put a number of years between two dates: ages, anniversaries, things so many years old."""
    yield from ages_in(times, subjects_of(times.sentences))
    yield from anniversaries_in(times)
    for marked in times.sentences:
        if "<d" in marked.text:
            yield from _old_thing(marked, times)
            yield from _since(marked, times)
            yield from _on_from(marked, times)
            yield from _twice(marked, times)


def _years_after(
    earlier: str, later: str, years: int, spare: int, says: str, words: tuple[Words, ...], certainty: Certainty
) -> Stated:
    limit = Limit(earlier, later, max(int(years * _YEAR) - spare, 0), int(years * _YEAR) + spare + 1)
    return Stated(Statement(says, "the time between the two is", ((limit,),), words), certainty)


def _old_thing(marked: Marked, times: Times) -> Iterator[Stated]:
    """“The 40-year-old bridge, built in 1961”: a round number of years, of a thing."""
    for found in _OLD_THING.finditer(marked.text):
        length = times.lengths[int(found[1])]
        old = re.match(r"(?:the |a |an )?([\w-]+?)-year-old", length.words.exact, re.IGNORECASE)
        years = number(old[1]) if old else 0
        moment = times.moments[int(found[3])]
        if years and moment.written and times.dateline and marked.text.count("<d") == 1:
            says = f"the {found['noun'].split(' ')[-1]} is {years} years old"
            yield _years_after(moment.point, NOW, years, 366 + int(years * _YEAR / 20), says, (length.words,), "likely")


def _since(marked: Marked, times: Times) -> Iterator[Stated]:
    """“Has led the club for ten years, since 2015.”"""
    if times.dateline is None or "since" not in marked.text:
        return
    for pattern in _SINCE:
        for found in pattern.finditer(marked.text):
            length = times.lengths[int(re.findall(L, found[0])[0])]
            moment = times.moments[int(re.findall(D, found[0])[0])]
            limit = Limit(moment.point, NOW, length.least, length.most and int(length.most * 1.1) + 1)
            says = f"it has been so for {length.words.exact}"
            yield Stated(Statement(says, "it has been so for", ((limit,),), (length.words,)), "likely")


def _on_from(marked: Marked, times: Times) -> Iterator[Stated]:
    """“Fifty years after it opened in 1961, the cinema is to close”; “founded in 2024, it is in its 12th year”."""
    if times.dateline is None or marked.text.count("<d") > 1:
        return
    found = _ON_FROM.match(marked.text)
    if found:
        length, moment = times.lengths[int(found[1])], times.moments[int(found[2])]
        says = f"the article is {plain(length)} after {told(moment)}"
        limit = Limit(moment.point, NOW, length.least, length.most)
        yield Stated(Statement(says, "the time to the day of the article is", ((limit,),), (length.words,)), "likely")
    nth, began = _NTH.search(marked.text), _FOUNDING.search(marked.text)
    if nth and began and nth["what"].lower() in ("year", "season", "edition") and times.moments[int(began[1])].written:
        years = int(nth["number"])
        limit = Limit(times.moments[int(began[1])].point, NOW, int((years - 2.5) * _YEAR), int((years + 0.5) * _YEAR))
        if nth["what"].lower() != "year":  # seasons and editions may have been left out
            limit = Limit(limit.earlier, NOW, limit.least, None)
        says = f"it is in its {nth['number']}{nth[0][nth.end('number') - nth.start() :][:2]} {nth['what']}"
        yield Stated(
            Statement(says, "the time to the day of the article is", ((limit,),), (marked.words(*nth.span()),)),
            "likely",
        )


def _twice(marked: Marked, times: Times) -> Iterator[Stated]:
    """“Three years ago, in 2015”: the same time said in two ways."""
    for found in _COUNTED.finditer(marked.text):
        first, second = (times.moments[int(n)] for n in re.findall(D, found[0]))
        if any(
            _COUNTED_BACK.search(one.words.exact) and other.written for one, other in ((first, second), (second, first))
        ):
            says = f"{told(first)} and {told(second)} are the same time"
            limit = Limit(first.point, second.point, 0, 0)
            yield Stated(Statement(says, "the time between the two is", ((limit,),), ()), "likely")
