"""Stock phrases and loaded words outside quotations, where they come thick.

The list is `loaded_words.csv`, and `loaded_words.md` says where each row comes from.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from checks.reading.parts import Certainty, Suspicion, Words

if TYPE_CHECKING:
    from checks.reading.article import Reading

Group = Literal["stock", "loaded"]
_CHECK = "wording_is_neutral"
_SHOWN = 5  # phrases that a suspicion shows
_WHAT: dict[Group, str] = {"stock": "stock phrases", "loaded": "loaded words"}
# Weights of different phrases together, from which an article is worth a look; and per 1,000 words of it.
_ENOUGH: dict[Group, tuple[int, int]] = {"stock": (4, 12), "loaded": (4, 20)}
_WORD = re.compile(r"[a-z]+")
_FEWEST = 2  # different phrases: one alone shows nothing
_VERY_MANY = 5  # times as many of both are likely to be no accident


@dataclass(frozen=True)
class Phrase:
    """A row of the list: its wordings, what group it is of, how much it weighs, and what is wrong with it."""

    wordings: tuple[str, ...]
    group: Group
    weight: int
    why: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """The rows of the list, in its order."""
    text = Path(__file__).with_name("loaded_words.csv").read_text(encoding="utf-8")
    found = []
    for row in csv.DictReader(text.splitlines()):
        group: Group = "loaded" if row["group"] == "loaded" else "stock"
        found.append(Phrase(tuple(row["phrase"].split("|")), group, int(row["weight"]), row["why"]))
    return tuple(found)


@cache
def _wordings() -> MappingProxyType[str, tuple[tuple[str, int], ...]]:
    """Each wording with the row that it is of, by the longest of its words."""
    found = dict[str, list[tuple[str, int]]]()
    for at, phrase in enumerate(phrases()):
        for wording in phrase.wordings:
            found.setdefault(max(_WORD.findall(wording), key=len), []).append((wording, at))
    return MappingProxyType({word: tuple(wordings) for word, wordings in found.items()})


@cache
def _looks(wording: str) -> re.Pattern[str]:
    words = re.escape(wording.replace("’", "'")).replace(r"\ ", " ").replace(r"\*", r"[\w'-]+")
    return re.compile(rf"{words}(?![\w-])")


def wordings(reading: Reading) -> Iterator[Suspicion]:
    """Stock phrases and loaded words in the article's own voice, one suspicion for each group where there are many.

    One alone shows nothing: every newspaper has some.
    """
    found = _found(reading)
    words = max(len(reading.text.split()), 100)
    for group, what in _WHAT.items():
        rows: dict[int, Words] = {}
        for at, place in found:
            if phrases()[at].group == group:
                rows.setdefault(at, place)
        weight = sum(phrases()[at].weight for at in rows)
        least, rate = _ENOUGH[group]
        if len(rows) < _FEWEST or weight < least or 1000 * weight < rate * words:
            continue
        thick = weight >= _VERY_MANY * least and 1000 * weight >= _VERY_MANY * rate * words
        certainty: Certainty = "likely" if thick else "look"
        weighty = sorted(rows, key=lambda at: (-phrases()[at].weight, rows[at].start))[:_SHOWN]
        spans = sorted((rows[at] for at in weighty), key=lambda place: place.start)
        named = ", ".join(f"“{place.exact}”" for place in spans)
        reason = f"The article has {len(rows)} {what} in its own voice in {words} words, such as {named}."
        yield Suspicion("wording", _CHECK, reason, certainty, tuple(spans))


def _found(reading: Reading) -> list[tuple[int, Words]]:
    """The phrases of the list outside quotations, with the rows that they are of, in the order of the text."""
    low = reading.text.lower().replace("’", "'").replace("\n", ".")
    if len(low) != len(reading.text):
        return []  # letters that are longer when small: places would not be the text's
    listed = _wordings()
    maybe = [
        (wording, at)
        for word in listed.keys() & set(_WORD.findall(low))
        for wording, at in listed[word]
        if max(wording.replace("’", "'").split("*"), key=len) in low
    ]
    if len(maybe) < _FEWEST:
        return []
    taken = bytearray(len(low))
    for one in reading.quotations:
        for part in one.quoted:
            taken[part.start : part.end] = b"\1" * (part.end - part.start)
    for paragraph in reading.paragraphs:
        if paragraph.part not in ("headline", "standfirst", "body"):
            taken[paragraph.start : paragraph.end] = b"\1" * (paragraph.end - paragraph.start)
    found = list[tuple[int, Words]]()
    for wording, at in sorted(maybe, key=lambda one: (-len(one[0]), one[0])):
        for place in _looks(wording).finditer(low):
            start, end = place.span()
            within = start > 0 and (low[start - 1].isalnum() or low[start - 1] in "_-")
            if not within and not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append((at, Words(start, end, reading.text[start:end])))
    return sorted(found, key=lambda one: one[1].start)
