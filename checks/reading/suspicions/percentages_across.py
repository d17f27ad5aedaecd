"""Percentages whose figures stand in the sentence before or after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checks.reading.parts import Certainty
from checks.reading.suspicions.masked import Figure, Masked
from checks.reading.suspicions.percentage_wordings import (
    MOVE_ALONE,
    MOVE_TO,
    OF_ITS_PARTS,
    OF_THEM,
    PAIRS,
    WHOLE_BEFORE,
)
from checks.reading.suspicions.percentages_beside import OTHER_FIGURES, Told, alike, figures_of, matches, told, way_of

_THESE = re.compile(
    r"^(?:but |and )?(?:of|among) (?:these|those|them|this (?:total|number|group)"
    r"|that (?:total|number)),? "
)
_THAT_MOVE = re.compile(  # that is an increase of 12 percent; the drop of 12 percent
    r"^(?:that|this|it|which)(?: is| was|['’]s| means?| represents?| amounts? to| equals?| works out)\b"
    r"|^(?:that|this|the|such an?) (?:[\w’'-]+ ){0,2}?(?:\x01[PFXQ][0-9]+\x02 )?(?:rise|increase|jump|growth"
    r"|gain|surge|drop|fall|decline"
    r"|decrease|reduction|cut|slump|dip|leap)\b"
)
_IT_WENT = re.compile(
    r"^(?:it|they|the (?:figure|number|total|rate|price|cost|average|bill|sum"
    r"|share)s?) (?:\w+ ){0,2}?(?:from|to|up|down)\b"
)
_EARLIER = re.compile(
    r"^(?:(?:in |for |during )?(?:the )?(?:same \w+ )?(?:of )?\x01T\x02,? |(?:that|this|it) compares? (?:with"
    r"|to)|(?:that|this) (?:is|was) (?:up|down) from"
    r"|compared (?:with|to)|the (?:previous|preceding|prior) (?:\w+,? )|the (?:year|month|week|season"
    r"|quarter) before|previously"
    r"|a (?:year|month|week|decade) (?:ago|earlier|before)|it (?:was|had been|stood at)|(?:it|that) was up from)"
)
_ASKED = re.compile(
    r"\b(?:survey|poll|question|ask|interview|sampl|respon|stud(?:y|ied)|trial|test|examin|inspect|enrol"
    r"|took part|audit|check|total|review)"
)
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = {
    "from", "that", "this", "with", "were", "have", "been", "last", "year", "years", "said", "their", "they", "than",
    "more", "about", "month", "rise", "rose", "fell", "fall", "week", "number", "percent", "which", "will", "would",
    "after",
    "over", "into", "also", "increase", "increased", "figures", "according", "figure", "while", "when",
    "total", "average",
}  # fmt: skip
_BACK = 4  # sentences within which a whole is remembered


def across(sentences: Sequence[Masked]) -> Iterator[Told]:
    """The percentages of one sentence that do not follow from the figures of its neighbour.

    A part “of these”, a part of a whole that a survey named before, a rise with its two figures in the next sentence,
    and one with its earlier figure there.
    """
    for n, masked in enumerate(sentences):
        if "\x01P" in masked.line or "\x01F" in masked.line or "\x01X" in masked.line:
            yield from _part_of_a_whole_before(sentences[max(0, n - _BACK) : n], masked)
    for one, two in pairwise(sentences):
        if two.sentence.paragraph - one.sentence.paragraph > 1 or one.sentence.part == "headline":
            continue
        yield from _pair_beside(one, two)
        yield from _pair_beside(two, one)
        yield from _earlier_figure(one, two)


def _part_of_a_whole_before(before: Sequence[Masked], masked: Masked) -> Iterator[Told]:
    if OF_THEM.search(masked.line) or WHOLE_BEFORE.search(masked.line) or not before:
        return
    these = _THESE.match(masked.line)
    for _, match in matches(OF_ITS_PARTS, masked.line):
        of = figures_of(masked, match)
        part, pct = of["part"], of["pct"]
        if part.unit or pct.mark == "X" or ("again" in match.groupdict() and match["again"]):
            continue
        wholes = _counts(before[-1:]) if these else [w for w in _counts(before) if _same_noun(part, w)]
        certainty: Certainty = "likely"
        if not wholes and not part.of and _ASKED.search(before[-1].line):
            wholes = _counts(before[-1:])
        wholes = [whole for whole in wholes if alike(part, whole) and whole.amount.value > part.amount.value]
        if len({whole.amount.value for whole in wholes}) > 1:
            certainty = "look"
        found = [one for whole in wholes[-3:] for one in told(pct, {"part": part, "whole": whole}, certainty)]
        if found and all(one.outcome.stands == "does not follow" for one in found):
            yield found[-1]


def _counts(before: Sequence[Masked]) -> list[Figure]:
    """The bare counts of some sentences that say what they count."""
    counts = [figure for masked in before for figure in masked.figures if figure.mark == "N" and figure.of]
    return [figure for figure in counts if not figure.unit and not figure.per and not figure.amount.bound]


def _same_noun(one: Figure, two: Figure) -> bool:
    a, b = (figure.of.lower().split()[-1:] for figure in (one, two))
    return bool(a) and [word[:6] for word in a] == [word[:6] for word in b]


def _pair_beside(says: Masked, has: Masked) -> Iterator[Told]:
    """`Rents rose 12 percent. They went from 400 dollars to 520.`"""
    if len(has.marks) < 2 or not set("PFXQ") & set(says.marks) or set("FXQ") & set(has.marks):
        return
    pairs = [(figures_of(has, match), match) for _, match in matches(PAIRS, has.line)]
    moves = list(MOVE_ALONE.finditer(says.line))
    if len({(of["was"], of["now"]) for of, _ in pairs}) != 1 or len(moves) != 1:
        return
    of, pct = pairs[0][0], figures_of(says, moves[0])["pct"]
    others = [figure for figure in says.figures if figure.mark in "NP" and figure != pct]
    own = {of["was"], of["now"]}
    if (
        others
        or pct.per
        or not alike(of["was"], of["now"])
        or [f for f in has.figures if f.mark in "NP" and f not in own]
    ):
        return
    if any(OTHER_FIGURES.search(one.line) for one in (says, has)):
        return
    later = says if says.sentence.start > has.sentence.start else has
    refers = (_THAT_MOVE if later is says else _IT_WENT).match(later.line) is not None
    if not refers and not _shared(says, has):
        return
    way = way_of(says.line, moves[0].start("pct"), moves[0].end("pct") + 1)
    if way or pct.mark == "X":
        yield from told(pct, of, "likely" if refers else "look", "" if pct.mark == "X" and way == "up" else way)


def _earlier_figure(one: Masked, two: Masked) -> Iterator[Told]:
    """`Sales rose 12 percent to 48 million. A year earlier they were 40 million.`"""
    moves = list(MOVE_TO.finditer(one.line))
    figures = [figure for figure in two.figures if figure.mark in "NPO"]
    if len(moves) != 1 or len(figures) != 1 or not _EARLIER.match(two.line) or OTHER_FIGURES.search(one.line):
        return
    of = figures_of(one, moves[0])
    pct, now, was = of["pct"], of["now"], figures[0]
    if pct.per or not alike(was, now) or len([f for f in one.figures if f.mark in "NP"]) > 2:
        return
    way = way_of(one.line, moves[0].start("pct"), moves[0].end("pct") + 1)
    if way or pct.mark == "X":
        way = "" if pct.mark == "X" and way == "up" else way
        yield from told(pct, {"was": was, "now": now}, "likely", way)


def _shared(one: Masked, two: Masked) -> set[str]:
    """The nouns and names that two sentences share."""
    a, b = ({word[:4] for word in _WORD.findall(masked.line) if word not in _COMMON} for masked in (one, two))
    return a & b
