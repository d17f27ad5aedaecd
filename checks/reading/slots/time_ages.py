"""Ages: how old somebody was, from the birth and another date that a passage states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.time_between import points_of
from checks.reading.slots.time_roles import acts_in, role_of
from checks.reading.slots.time_spans import Span, held, said, stretch_of
from checks.reading.times.spans import moved
from checks.reading.times.words import NUMBERS, TENS

Derived = tuple[Relation, str, tuple[TimePhrase, ...]]
_OLDEST = 125  # years that a person may live
_AGES = {word: n for word, n in NUMBERS.items() if 0 < n < 100}
_AGES |= {f"{ten}-{one}": NUMBERS[ten] + n for ten in TENS for one, n in NUMBERS.items() if 0 < n < 10}
_N = rf"(?P<age>\d{{1,3}}|{'|'.join(sorted(_AGES, key=len, reverse=True))})"
AGE = re.compile(
    r"\b(?:at (?P<at>\d\d)(?=[,;]|\.?$| (?:he|she|they|and)\b)"
    rf"|(?:at the (?:\w+ )?age of|at age|aged?|turned|turns|was(?: just| only)?|then|now) {_N}"
    r"(?![\w%-]| per|,\d| (?!years? old|years of age)\w+s\b)"
    r"|(?<=, )(?P<bare>\d{1,3})(?=,|\.?$)|(?P<old>\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ]years?[- ]old\b)",
    re.IGNORECASE,
)
_DIES = re.compile(r"\b(?:died|dies|dead|death|killed|passed away|murdered|executed|drowned)\b", re.IGNORECASE)


def age_given(claim: str, stated: Sequence[TimePhrase], passage: str) -> Derived | None:
    """Does the age that a claim gives somebody fit the birth and the other date that the passage states?

    The other date is that of the death, where the claim speaks of one, else that of the act the claim names, else the
    passage's only other. None where the passage has no date of birth.
    """
    found = AGE.search(claim)
    age = _number(found) if found else 0
    points = points_of(stated)
    births = [one for one in points if role_of(passage, one) == "born"]
    others = [one for one in points if one not in births]
    if _DIES.search(claim):
        others = [one for one in others if role_of(passage, one) == "died"] or others
    elif len(others) > 1:
        named = [one for one in others if role_of(passage, one) in acts_in(claim)]
        others = named or others
    if not age or len(births) != 1 or len(others) != 1:
        return None
    born, then = births[0], others[0]
    if born.when is None or then.when is None or born.when.yearless or then.when.yearless:
        return None
    if not (born.when.first and born.when.last and then.when.first and then.when.last):
        return None
    least, most = _years(born.when.last, then.when.first), _years(born.when.first, then.when.last)
    ages = f"{least}" if least == most else f"{least} or {most}"
    why = f"{born.when.words()} to {then.when.words()}: aged {ages}"
    if least <= age <= most:
        return (Relation.AGREE if least == most else Relation.NARROWER), why, (born, then)
    return Relation.CONFLICT, why, (born, then)


def born_then(claimed: TimePhrase, stated: Sequence[TimePhrase], claim: str, passage: str) -> Derived | None:
    """The year of a birth, from an age and the date of a death."""
    found = AGE.search(passage)
    if role_of(claim, claimed) != "born" or found is None or claimed.when is None:
        return None
    deaths = [one for one in points_of(stated) if role_of(passage, one) == "died"]
    age = _number(found)
    if (
        len(deaths) != 1
        or not age
        or deaths[0].when is None
        or deaths[0].when.last is None
        or deaths[0].when.first is None
    ):
        return None
    first, last = moved(deaths[0].when.first, "year", -age - 1), moved(deaths[0].when.last, "year", -age)
    if first is None or last is None:
        return None
    target = Span(
        (first + timedelta(days=1)).toordinal(),
        last.toordinal(),
        (first + timedelta(days=1)).toordinal(),
        last.toordinal(),
    )
    ours = stretch_of(replace(claimed, edge=""), claimed.when).start
    return held(ours, target), f"{deaths[0].when.words()} − {age} years lies in {said(target)}", (deaths[0],)


def _number(found: re.Match[str]) -> int:
    words = found["age"] or found["at"] or found["bare"] or found["old"] or ""
    number = int(words) if words.isdigit() else _AGES.get(words.lower(), 0)
    return number if 0 < number < 125 else 0


def _years(first: date, last: date) -> int:
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))
