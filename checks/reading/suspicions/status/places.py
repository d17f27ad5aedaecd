"""One river, street or body whose name is spelt in two ways."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.named.gazetteer import adjectives, given_names
from checks.reading.named.titles import HEADS, ORGANISATION_WORDS, PLACE_WORDS, ROLES
from checks.reading.parts import Certainty, Suspicion
from checks.reading.suspicions.status.persons import Persons, is_place
from checks.reading.suspicions.status.spellings import apart, suspected

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CLASSES = ORGANISATION_WORDS | PLACE_WORDS
_OF = (" of ", " of the ")
_SPELLINGS = (("isa", "iza"), ("our", "or"), ("tre", "ter"), ("ence", "ense"), ("mme", "m"))  # UK, US
_SHORTEST = 6  # letters of a word that may be another one, wrongly spelt
_LONG = 8  # letters from which on two may differ
_MOST = 300  # names of an article that are compared
_NEAR = 40  # names of one sort that each is compared with


class _Spelt(NamedTuple):
    """A word of a name, and where the whole name stands."""

    word: str
    start: int
    end: int


def respelt_places(reading: Reading, persons: Persons) -> Iterator[Suspicion]:
    """“The Alder River” and “the Aldar River”: all words but one are the same, and that one is almost the same.

    `likely` where the words that are the same tell of what sort it is (River, Street, Hospital), `look` elsewhere.
    """
    known: dict[tuple[str, ...], list[_Spelt]] = {}
    seen: set[tuple[str, str]] = set()
    for name, (start, end) in islice(_names(reading.text, persons).items(), _MOST):
        words = name.split()
        for at, word in enumerate(words):
            if len(word) < _SHORTEST:
                continue
            told = known.setdefault((*words[:at], "", *words[at + 1 :]), [])
            new = _Spelt(word, start, end)
            for one in told[:_NEAR]:
                if one.word == word or (one.word, word) in seen:
                    continue
                seen.add((one.word, word))
                if _one_name(reading, one, new):
                    rest = {each.lower() for each in (*words[:at], *words[at + 1 :])}
                    reason = f"“{reading.text[one.start : one.end]}” and “{name}” differ in a letter or two."
                    sure: Certainty = "likely" if rest & _CLASSES else "look"
                    yield suspected(reading, reason, sure, (one.start, one.end), (start, end))
                    return
            if all(one.word != word for one in told):
                told.append(new)


def _names(text: str, persons: Persons) -> dict[str, tuple[int, int]]:
    """Names of two words and more that are no person's, with “of” in them or not, and where each first stands."""
    own = {mention.end for mention in persons.mentions}
    found: dict[str, tuple[int, int]] = {}
    first, last = 0, 0
    for begin, end in persons.capitals:
        start = begin + 4 if text.startswith("The ", begin) and end > begin + 4 else begin
        if text[last:start] in _OF:
            found.setdefault(text[first:end], (first, end))
        elif " " in text[start:end] and end not in own:
            found.setdefault(text[start:end], (start, end))
        first, last = start, end
    return found


def _one_name(reading: Reading, one: _Spelt, other: _Spelt) -> bool:
    """Whether two words can be one, wrongly spelt: not both known, no form of each other, and one stands once."""
    short, long = sorted((one.word.lower(), other.word.lower()), key=len)
    longer = long.startswith(short) and long != short + short[-1]  # Alders, Alderman; but Hamann, Haman
    if short[0] != long[0] or longer or _american(short) == _american(long):
        return False
    if apart(short, long) > (2 if len(short) >= _LONG else 1) or (_is_known(one.word) and _is_known(other.word)):
        return False
    if any(word in _CLASSES or word in ROLES or word in HEADS for word in (short, long)):
        return False
    starts = [sentence.start for sentence in reading.sentences]
    if bisect_right(starts, one.start) == bisect_right(starts, other.start):
        return False
    return any(len(re.findall(rf"\b{re.escape(word)}\b", reading.text)) == 1 for word in (one.word, other.word))


def _is_known(word: str) -> bool:
    return is_place(word) or word in adjectives() or word in given_names()


def _american(word: str) -> str:
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word
