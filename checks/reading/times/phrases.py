"""The phrases of a text that say when, how long or how often."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from checks.reading.parts import Edge, TimePhrase
from checks.reading.times import lengths, senses
from checks.reading.times.grammar import CORE, LETTERS, PATTERN, RULES, RUNS
from checks.reading.times.guards import FUNCTION, allowed, is_rate
from checks.reading.times.holidays import HOLIDAYS, MOVABLE, holiday
from checks.reading.times.joins import Found, joined
from checks.reading.times.spans import Sense, Tense
from checks.reading.times.tense import role_at, tense_at
from checks.reading.times.words import Token, called_as_months, is_month, tokens

_MONEY = frozenset(
    {"$", "£", "€", "¥", "%", "percent", "cents", "million", "billion", "sales", "profit", "loss", "income", "earnings"}
)
_EDGES: dict[str, Edge] = {
    "since": "since", "from": "from", "until": "until", "till": "until", "through": "through", "by": "by",
    "before": "before", "after": "after", "starting": "from", "beginning": "from", "effective": "from",
    "prior to": "before", "ahead of": "before", "later than": "by", "earlier than": "from", "as from": "from",
    "up to": "until", "up until": "until",
}  # fmt: skip
_BESIDE_EDGE = frozenset({"on", "about", "around", "at", "least", "roughly", "approximately"})
_FIGURED = frozenset({"up", "down", "percent", "cent", "%", "figures", "data", "report", "study", "footage"})
_COMPARED = frozenset({"since", "until", "till", "than", "with", "to"})
_STORY = 60  # how many words on a date still sets the year of the next one
_NO_TENSE: tuple[Tense, bool] = ("", False)
_TENSELESS = frozenset({"figures", "clock", "century", "decade", "years", "year", "age", "often", "long", "often word"})
_HOLIDAY = re.compile(
    "(?<![A-Za-z])(?:"
    + "|".join(
        " ".join(word[:1].upper() + word[1:] if word not in ("of", "the") else word for word in name.split())
        for name in sorted({*HOLIDAYS, *MOVABLE}, key=len, reverse=True)
    )
    + r")(?![A-Za-z])(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?"
)


def time_phrases(text: str, sentences: Sequence[tuple[int, int]], dateline: date | None) -> list[TimePhrase]:
    """Which phrases of a text say when, how long or how often, and what days do they mean?

    `sentences` are spans of the text; `dateline` is the day it was written, which words such as *today*, a weekday or
    a month without its year are counted from. The phrases come in order and do not overlap. The values are those of
    TIMEX3, as in TempEval-3.

    Source of the method, rules over a text and its date: Strötgen and Gertz 2013, doi:10.1007/s10579-012-9179-y.
    """
    found = _told_apart(tokens(text, {start for start, _ in sentences}))
    phrases: list[Found] = []
    last: Sense | None = None
    quarter: Sense | None = None
    last_at = 0
    for name, read, i, j in _matches(text, found):
        figures = any(token.word in _MONEY for token in found[max(0, i - 20) : j + 20])
        tense, near = _NO_TENSE if name in _TENSELESS else tense_at(found, i, j)
        told = last if last_at and i - last_at < _STORY and all(t.kind != "BREAK" for t in found[last_at:i]) else None
        around = senses.Around(dateline, tense, near, last, quarter if figures else None, told)
        unit_alone = i + 1 == j or (i + 2 == j and found[i + 1].kind == "DASH")
        if name == "lasting" and found[i].kind == "AN" and unit_alone and is_rate(found, i):
            read = lengths.often
        if name == "the unit" and j + 1 < len(found) and found[j + 1].word in ("to", "ended", "ending"):
            read = lengths.duration  # the year to March
        sense = read(found[i : j + 1], around)
        if sense is None:
            continue
        if sense.kind in ("date", "time") and sense.first:
            shifted = quarter and quarter.value[5:] == sense.value[5:] and quarter.value > sense.value
            if name == "quarter" and sense.grain == "quarter" and not shifted:
                quarter = sense
            last, last_at = sense, 0 if _is_compared(found, i) else j
        phrases.append(Found(i, j, sense))
    return [_phrase(text, found, one) for one in joined(found, phrases)]


def _told_apart(found: list[Token]) -> list[Token]:
    """The tokens by their neighbours: May and March only as months, *second* as a unit, a spoken year as one."""
    names = called_as_months(found)
    told: list[Token] = []
    at = 0
    while at < len(found):
        token, size = found[at], 1
        if token.kind == "MONTH" and not is_month(found, at, names):
            token = token._replace(kind="OTHER")
        elif (
            at > 1
            and token.word == "second"
            and found[at - 1].kind == "DASH"
            and found[at - 2].kind in ("DAY", "NUM", "COUNT")
        ):
            token = token._replace(kind="UNIT")
        elif token.kind == "COUNT" and token.number in (17, 18, 19, 20):
            token, size = _spoken_year(found[at : at + 4])
        told.append(token)
        at += size
    return told


def _spoken_year(found: list[Token]) -> tuple[Token, int]:
    """A year as it is spoken, *nineteen ninety-six*, as one token, and how many it takes; else the first of them."""
    tens = found[1] if len(found) > 1 and found[1].kind == "COUNT" and 10 <= found[1].number < 100 else None
    if tens is None:
        return found[0], 1
    rest = [token for token in found[2:] if token.kind != "DASH"]
    joined_on = tens.number >= 20 and rest and rest[0].kind == "COUNT" and 0 < rest[0].number < 10
    last = rest[0] if joined_on else tens
    year = 100 * found[0].number + tens.number + (last.number if joined_on else 0)
    return Token(found[0].start, last.end, str(year), "YEAR", year, False), found.index(last) + 1


def _matches(text: str, found: list[Token]) -> Iterator[tuple[str, senses.Reading, int, int]]:
    """What the grammar finds, with the name of the rule and the first and last token."""
    kinds = [LETTERS[token.kind] for token in found]
    feasts = list(_feasts(text, found, kinds))
    line = "".join(kinds)
    hits: list[tuple[str, senses.Reading, int, int]] = feasts
    for run in RUNS.finditer(line):
        if CORE.isdisjoint(run[0]):
            continue
        at = run.start()
        while at < run.end():
            match = PATTERN.search(line, at, run.end())
            if match is None:
                break
            name, _, read = RULES[int(str(match.lastgroup)[1:])]
            first, last = match.start(), match.end() - 1
            if last >= first and allowed(name, found, first, last, text):
                if name == "ago before" and last + 1 < len(found) and found[last + 1].word not in _STOPS:
                    read, last = lengths.duration, last - 1
                hits.append((name, read, first, last))
                at = match.end()
            else:
                at = first + 1
    return iter(sorted(hits, key=lambda hit: hit[2]))


_NAMED_AFTER = frozenset({"agreement", "accord", "accords", "parade", "massacre", "rising", "sale", "sales", "speech"})
_STOPS = frozenset('.,;:!?)”"’')


def _feasts(text: str, found: list[Token], kinds: list[str]) -> Iterator[tuple[str, senses.Reading, int, int]]:
    """The holidays of a text; their tokens are taken out of the grammar's line of kinds."""
    starts = [token.start for token in found]
    for match in _HOLIDAY.finditer(text):
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end()) - 1
        if first >= len(found) or found[first].start != match.start() or last < first:
            continue
        after = found[last + 1] if last + 1 < len(found) else None
        before = found[first - 1] if first else None
        noun = after is not None and after.kind == "OTHER" and after.word[0].isalpha() and after.word not in FUNCTION
        part_of_a_name = after is not None and after.word in _NAMED_AFTER
        if part_of_a_name:  # the Good Friday Agreement
            kinds[first : last + 1] = [LETTERS["OTHER"]] * (last + 1 - first)
        if (
            part_of_a_name
            or (noun and " " not in match[0])
            or (before and before.capital and before.kind == "OTHER" and before.word not in FUNCTION)
        ):
            continue  # a Christmas tree, Father Christmas
        step = before.kind if before else ""
        name = match[0][: match.start("year") - match.start()].rstrip(", ") if match["year"] else match[0]
        year = int(match["year"]) if match["year"] else None
        for n in range(first, last + 1):
            kinds[n] = LETTERS["OTHER"]
        yield "holiday", partial(_feast, name.lower(), year, step), first, last


def _feast(name: str, year: int | None, step: str, phrase: senses.Phrase, around: senses.Around) -> Sense | None:
    tense: Tense = "past" if step == "LAST" else "future" if step == "NEXT" else around.tense
    return holiday(name, year, replace(around, tense=tense))


def _phrase(text: str, found: list[Token], one: Found) -> TimePhrase:
    """The phrase as it stands in the text, with what happened then."""
    start, end, sense = found[one.first].start, found[one.last].end, one.sense
    role = (
        role_at(found, one.first, one.last)
        if sense.kind in ("date", "time") and (sense.when or not sense.resolved) and sense.grain
        else None
    )
    edge = _edge(found, one) if sense.kind in ("date", "time") and sense.grain else ""
    exact, length = text[start:end], sense.length
    return TimePhrase(
        start, end, exact, sense.kind, sense.when, sense.value, sense.resolved, role, length, sense.why, edge
    )


def _edge(found: list[Token], one: Found) -> Edge:
    """The word before a date that makes it the end of a longer time: `since about 2014`, `no later than Friday`."""
    at = one.first - 1
    while at > 0 and found[at].word in _BESIDE_EDGE:
        at -= 1
    if at < 0:
        return ""
    word, before = found[at].word, found[at - 1].word if at else ""
    if word == "from" and before in _FIGURED:
        return ""  # up from 2014, data from 2014
    if word == "than" and not (at > 1 and found[at - 2].word in ("no", "not")):
        return ""
    after = [token.word for token in found[one.last + 1 : one.last + 3]]
    if word == "before" and (
        (after[:1] in (["is"], ["are"], ["was"]) and after[-1] in ("out", "over")) or after[:1] == ["ends"]
    ):
        return "by"  # before the year is out
    return _EDGES.get(f"{before} {word}") or _EDGES.get(word, "")


def _is_compared(found: list[Token], first: int) -> bool:
    """Whether a date is one that others are held against, and no day of the story: `the highest since May 2019`."""
    before = [token.word for token in found[max(0, first - 2) : first]]
    return not _COMPARED.isdisjoint(before[-1:] if before[-1:] != ["in"] else before)
