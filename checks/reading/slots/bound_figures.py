"""The figures of a text as its sentence means them: with the rate, the unit and the noun that stand apart from them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.figures.units import MONEY
from checks.reading.slots.figure_intervals import shown
from checks.reading.slots.figures import Figure, relate
from checks.reading.slots.parts import Relation
from checks.reading.slots.sides import Side

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = r"(?P<per>second|minute|hour|day|week|month|quarter|year)\b"
# *Two litres of water every second*, *£30 for each month*.
_EVERY = re.compile(rf"(?: of(?: [a-z]+)?(?: [a-z]+))?(?: (?:for|in))? (?:every|each|per) {_TIMES}", re.IGNORECASE)
_OF_A = re.compile(rf" of(?: [a-z]+)?(?: [a-z]+) an? {_TIMES}(?! of)", re.IGNORECASE)
_ADJECTIVES = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
               "annual": "year", "yearly": "year"}  # fmt: skip
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_IS = frozenset({"be", "average", "total", "reach", "stand", "amount", "come", "remain", "stay"})
# Between a figure and another of its list, whose unit it has: *51 millimetres in June and 84 in July*.
_LISTED = re.compile(r"(?:,|;|\band|\bbut|\bwhile|\bagainst|\bcompared (?:with|to)|\bversus)(?: (?:only|just|some))? $")
_BEHIND = re.compile(r"\s+(?P<word>in|on|at|during|by|for|last|this|the|a)\b", re.IGNORECASE)
_DATED = re.compile(r"\s+(?:last|this|the|a|in|on|at|during)\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s+[A-Z]")
_CARRIED = ("count", "measure", "money", "share")


@lru_cache(maxsize=32)
def figures_of(side: Side) -> tuple[Figure, ...]:
    """The figures of a text, each with what only the words apart from it tell: a rate, or what a list leaves out."""
    found: list[Figure] = []
    for figure in side.figures:
        told = _listed(figure, found[-1], side) if found else figure
        found.append(_rated(told, side))
    return tuple(found)


def whole(figure: Figure, side: Side) -> Figure:
    """The figure as its sentence means it."""
    return next((one for one in figures_of(side) if (one.start, one.end) == (figure.start, figure.end)), figure)


def set_beside(claimed: Figure, stated: Figure) -> tuple[Relation, str] | None:
    """As `relate`, with rates by lengths of time that are so many of each other: per second and per hour."""
    ours, theirs = _SECONDS.get(claimed.per), _SECONDS.get(stated.per)
    if ours and theirs and ours != theirs and claimed.unit == stated.unit and claimed.kind == stated.kind:
        times = Decimal(ours) / Decimal(theirs)
        point, low, high = (None if end is None else end * times for end in (stated.point, stated.low, stated.high))
        turned = replace(stated, point=point, low=low, high=high, per=claimed.per)
        if point is not None:
            turned = replace(turned, exact=shown(point))
        found = relate(claimed, turned)
        if found is not None:
            told = f"that is {turned.exact} per {claimed.per}" if point is not None else ""
            return found[0], told or found[1]
    return relate(claimed, stated)


def _rated(figure: Figure, side: Side) -> Figure:
    if figure.per or figure.kind not in ("count", "measure", "money"):
        return figure
    behind = _EVERY.match(side.text, figure.end) or _OF_A.match(side.text, figure.end)
    if behind:
        return replace(figure, per=behind["per"].lower())
    per = _by_adjective(figure, side) if figure.unit in MONEY else ""
    return replace(figure, per=per) if per else figure


def _by_adjective(figure: Figure, side: Side) -> str:
    """*The monthly rent is $1,450*, *a monthly rent of $1,450*: what a sum goes by."""
    tokens = side.tokens(figure.start, figure.end)
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside), None)
    if top is None:
        return ""
    head = top.head
    nouns: list[Token] = []
    if head.dep_ == "prep" and head.lower_ in ("of", "at", "to"):
        head = head.head
        nouns = [head] if head.pos_ == "NOUN" else []
    if head.pos_ in ("AUX", "VERB") and head.lemma_ in _IS:
        nouns = [child for child in head.children if child.dep_ == "nsubj"]
    for noun in nouns:
        for child in noun.children:
            if child.dep_ in ("amod", "compound") and child.lower_ in _ADJECTIVES:
                return _ADJECTIVES[child.lower_]
    return ""


def _listed(figure: Figure, last: Figure, side: Side) -> Figure:
    """A bare number of a list, with the unit of the one before it that stands before the same kind of words."""
    if figure.kind != "count" or figure.unit or figure.of or last.kind not in _CARRIED or last.bound == "to":
        return figure
    between, behind = side.text[last.end : figure.start], _BEHIND.match(side.text, figure.end)
    if behind is None or not (last.unit or last.of) or _STOP.search(between) or not _LISTED.search(between):
        return figure
    word = behind["word"].lower()
    same = re.search(rf"\b{word}\b", between, re.IGNORECASE)
    timed = _DATED.match(side.text, figure.end) and any(figure.end <= one.start <= figure.end + 8 for one in side.times)
    if not (same or timed):
        return figure
    return replace(figure, kind=last.kind, unit=last.unit, of=last.of if last.unit else "", per=figure.per or last.per)
