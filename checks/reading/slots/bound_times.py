"""The times of a text as a list means them: what it leaves out put in (*in the first quarter … in the second*)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from checks.reading.parts import TimePhrase
from checks.reading.slots.sides import Side
from checks.reading.slots.times import times_in

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)
# An ordinal without its noun: the second one of what was named last.
_ELIDED = re.compile(
    rf"\bthe (?P<nth>{'|'.join(ORDINALS)})"
    r"(?=\s*(?:[.,;:)]|$)|\s+(?:and|but|while|or|to|as|with|against|before|after)\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+")
_STOP = re.compile(r"[.!?](?=\s+[A-Z]|$)")


@lru_cache(maxsize=32)
def times_of(side: Side) -> tuple[TimePhrase, ...]:
    """The times of a text; those that an ordinal alone stands for are told in full, with the place of the ordinal."""
    found = tuple(_ranged(one, side.text) for one in side.times)
    told = [_told(match, found, side.text) for match in _ELIDED.finditer(side.text)]
    return tuple(sorted([*found, *(one for one in told if one is not None)], key=lambda one: one.start))


def _ranged(one: TimePhrase, text: str) -> TimePhrase:
    """*Between six and eight weeks* is a range, not fourteen weeks."""
    opened = _BETWEEN.search(text, max(0, one.start - 24), one.start) if one.kind == "duration" else None
    if opened is None or len(_AND.findall(one.exact)) != 1:
        return one
    whole = _AND.sub(" to ", one.exact)
    read = times_in(whole)
    if len(read) != 1 or read[0].exact != whole or read[0].kind != "duration":
        return one
    return replace(read[0], start=opened.start(), end=one.end, exact=text[opened.start() : one.end])


def _told(match: re.Match[str], times: tuple[TimePhrase, ...], text: str) -> TimePhrase | None:
    """The time that an ordinal alone stands for, where the ordinal before it in the sentence is that of a time."""
    if any(one.start < match.end() and match.start() < one.end for one in times):
        return None
    before = list(_NTH.finditer(text, 0, match.start()))
    opens = [one.end() for one in _STOP.finditer(text, 0, match.start())]
    if not before or (opens and before[-1].start() < opens[-1]):
        return None
    last = before[-1]
    model = next((one for one in times if one.start <= last.start() < one.end and one.kind == "date"), None)
    if model is None:
        return None
    at = last.start() - model.start
    whole = model.exact[:at] + match["nth"].lower() + model.exact[at + len(last[0]) :]
    read = times_in(whole)
    if len(read) != 1 or read[0].exact != whole:
        return None
    return replace(read[0], start=match.start(), end=match.end())
