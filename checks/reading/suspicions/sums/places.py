"""The figures of an article in their order, each with the words about it, and which of them can be added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from checks.reading.figures.rounding import meant
from checks.reading.parts import AmountPhrase
from checks.reading.suspicions.sums.stated import Held, Stated, is_count, is_person, noun_of, stated_in

if TYPE_CHECKING:
    from checks.reading.article import Reading

_BREAK = re.compile(r".*[.;:!?]", re.DOTALL)
_OPEN = re.compile(
    r"\b(?:includ\w+|among|such as|at least|mostly|some|several|many|roughly|average|each|every|apiece|per|both|twice|"
    r"times|overlap\w*|estimated|up to|as many as|more than|"
    r"a (?:day|week|month|year)(?! (?:later|ago|earlier|after|before)))\b"
)
_NOT_A_COUNT = re.compile(
    r"[\s-]*(?:years?[- ]old|years? of age|per ?cent|%|o['’]clock|[ap]\.?m\b|st\b|nd\b|rd\b|th\b)"
)
_FROM_ELSEWHERE = re.compile(
    r"\b(?:in (?:1[5-9]|20)\d\d|years? (?:ago|"
    r"earlier|before)|previous\w*|formerly|used to|compared|against|up from|down from|than|record|"
    r"earlier|early (?:reports?|estimates?)|had (?:spoken|put|been)|at first|initial\w*|target|hope[sd]?|planned|"
    r"expected)\b"
)
_LAST = re.compile(r"\blast (?:year|month|week|time|spring|summer|autumn|winter|fall)\b")
GENERIC = {
    "animal", "beast", "head", "bird", "boat", "vessel", "ship", "vehicle", "item", "place", "unit", "home", "house",
    "one", "piece", "soul", "strong", "person", "body", "case", "casualty", "craft", "machine", "job", "post", "death",
    "victim", "life", "toll", "total", "site", "building", "property", "dwelling", "work", "car",
}  # fmt: skip
_TOLL = re.compile(r"\b(?:toll|number|total|tally|count|figure|haul|dead|killed|all|aboard|on board|jury|panel|team)\b")
# A figure after a name that stands in for what was said of another: "Crosswell 47", "and the Farmers’ League 12".
_GAP = re.compile(
    r"(?:,|;| and| while| to)\s(?:[a-z]+ ){0,4}(?:[A-Z][\w'’.&-]*(?: of| for|"
    r" the)? ){1,5}([0-9][0-9,]{0,9}(?:\.[0-9])?)"
    r"(?=[,;.)]|\s(?:and|to|while|in)\b)(?!\.[0-9])(?!,[0-9]{3})"
)
_MOST_GAPS = 10
_FAR, _MOST_NEAR = 30, 60  # sentences to either side, and figures, that are looked at
_ALL_SEATS = re.compile(
    r"\b(?:all|of the|of its|has|have|the|house of|chamber of|parliament of|assembly of|council of) $"
)
_METALS = {"gold", "silver", "bronze", "medal"}


@dataclass(frozen=True)
class Place:
    """A figure where it stands: its sentence by its number among those `said`, and its place among its figures."""

    stated: Stated
    at: int
    k: int

    @property
    def phrase(self) -> AmountPhrase:
        """The figure itself."""
        return self.stated.figures[self.k]

    @cached_property
    def before(self) -> str:
        """The words between the figure before, or the last mark that ends a clause, and this one, in small letters."""
        words = self.stated.low[self.k]
        found = _BREAK.match(words)
        return words[found.end() :] if found else words

    @cached_property
    def after(self) -> str:
        """The words up to the next figure, in small letters."""
        return self.stated.low[self.k + 1]

    @property
    def unit(self) -> str:
        """Its unit; pounds are of money where others beside them are."""
        return self.phrase.unit.removesuffix(" sterling")

    @cached_property
    def noun(self) -> str:
        """What is counted, in the singular."""
        return noun_of(self.phrase)

    @cached_property
    def ends(self) -> tuple[float, float]:
        """The least and the most that the figure can stand for."""
        low, high = meant(self.phrase)
        value = float(self.phrase.value or 0)
        return (0.0 if low is None else float(low)), (value * 2 if high is None else float(high))

    @property
    def value(self) -> Decimal:
        """The figure as a number."""
        return self.phrase.value or Decimal(0)


@dataclass(frozen=True)
class Said:
    """The sentences of an article and, for each of them, its figures that count, pay or measure."""

    sentences: tuple[Stated, ...]
    as_printed: tuple[Stated, ...]  # without the figures that stand for what was said of another
    places: tuple[tuple[Place, ...], ...]

    def near(self, at: int, back: int = 2, on: int = 1) -> list[Place]:
        """The figures of the headline, of the article's beginning, and of the paragraphs about sentence `at`."""
        here = self.sentences[at].sentence.paragraph
        window = range(max(0, at - _FAR), min(len(self.sentences), at + _FAR))
        close = [k for k in window if here - back <= self.sentences[k].sentence.paragraph <= here + on]
        beginning = [k for k in range(min(self.beginning, _FAR)) if not close or k < close[0]]
        found = [place for k in (*beginning, *close) for place in self.places[k]]
        return found if len(found) <= _MOST_NEAR else [one for one in found if abs(one.at - at) < 2][:_MOST_NEAR]

    @cached_property
    def beginning(self) -> int:
        """How many sentences are of the headline, the standfirst and the first paragraph."""
        first = next((one.sentence.paragraph for one in self.sentences if one.sentence.part == "body"), 0)
        return sum(one.sentence.paragraph <= first for one in self.sentences[: _FAR * 2])

    @cached_property
    def seats(self) -> tuple[Place, ...]:
        """The figures that say how many seats there are: `the 120-seat chamber`, `46 of the 99 seats`."""
        return tuple(one for places in self.places for one in places if is_size(one) and not one.phrase.bound)

    def run_up(self, at: int, sentences: int = 4) -> list[Place]:
        """The figures of the paragraph before sentence `at`, and its own, of so many sentences at most."""
        paragraph = self.sentences[at].sentence.paragraph
        first = at
        while first and at - first < sentences - 1 and self.sentences[first - 1].sentence.paragraph == paragraph:
            first -= 1
        return [place for places in self.places[first : at + 1] for place in places]


@lru_cache(maxsize=2)
def _said(held: Held) -> Said:
    printed = stated_in(held.reading)
    sentences = tuple(_with_gaps(one) for one in printed)
    return Said(
        sentences,
        printed,
        tuple(
            tuple(Place(one, at, k) for k, figure in enumerate(one.figures) if _adds(one, k, figure))
            if one.figures
            else ()
            for at, one in enumerate(sentences)
        ),
    )


def said_in(reading: Reading) -> Said:
    """Every sentence of headline, standfirst and body with its figures, found once for all rules that ask."""
    return _said(Held(reading))


def _with_gaps(stated: Stated) -> Stated:
    """The sentence with the figures after a name too: `the Reds won 52 seats, the Farmers’ League 41`."""
    if not stated.figures or stated.figures[0].value is None:
        return stated
    start, words = stated.sentence.start, stated.sentence.exact
    taken = [(one.start - start, one.end - start) for one in stated.figures]
    found = [
        AmountPhrase(start + m.start(1), start + m.end(1), m[1], value, value, value)
        for m in _GAP.finditer(words, taken[0][1])
        if not any(a < m.end(1) and m.start(1) < b for a, b in taken)
        for value in (Decimal(m[1].replace(",", "")),)
    ]
    if not found or len(found) > _MOST_GAPS:
        return stated
    figures = tuple(sorted((*stated.figures, *found), key=lambda one: one.start))
    edges = [0, *(edge - start for one in figures for edge in (one.start, one.end)), len(words)]
    between = tuple(words[edges[i] : max(edges[i], edges[i + 1])] for i in range(0, len(edges), 2))
    return Stated(stated.sentence, figures, between, stated.quoted)


def _adds(stated: Stated, k: int, figure: AmountPhrase) -> bool:
    """Whether a figure counts or measures something that may be added."""
    return (
        is_count(figure)
        and figure.unit not in ("degree",)
        and not (
            _NOT_A_COUNT.match(stated.low[k + 1]) or "old" in figure.exact.lower() or "old" in figure.of.lower().split()
        )
    )


def is_open(words: str) -> bool:
    """Whether words say that there are more than are listed, or that a figure is an estimate or a rate."""
    return bool(_OPEN.search(words))


def is_of_another_time(place: Place) -> bool:
    """Whether a figure is of another time, or one that was hoped for or said at first."""
    words = f"{place.before} | {place.after[:40]}"
    return bool(_FROM_ELSEWHERE.search(words) or (len(place.stated.figures) > 1 and _LAST.search(words)))


def is_of(place: Place, parts: Sequence[Place]) -> bool:
    """Whether a figure can be the total of the parts by its unit and noun."""
    unit = parts[0].unit
    if place.unit != unit or is_one_of(place, parts):
        return False
    if unit:
        return True
    nouns = {part.noun for part in parts} - {"", "body", "corpse", "casualty", "soul"}
    noun = place.noun
    if noun in nouns or (nouns and nouns <= _METALS and noun in ("medal", "")):
        return True
    if is_person(noun):
        return all(is_person(one) or _is_name(part) for part in parts if (one := part.noun) in nouns)
    if not nouns or nouns <= {"other", "one"}:
        return bool(noun or _TOLL.search(place.before) or _TOLL.search(place.after[:30]))
    if not noun:
        personal = all(is_person(part.noun) or _is_name(part) for part in parts if part.noun)
        return personal and bool(_TOLL.search(place.before) or _TOLL.search(place.after[:30]))
    return noun in GENERIC or bool(nouns & GENERIC and not any(is_person(one) for one in nouns))


def is_size(place: Place) -> bool:
    """Whether a figure is how many seats there are: `the 120-seat chamber`, `46 of the 99 seats`."""
    return (place.noun in ("seat", "member") and place.after[:1] == "-") or (
        place.noun == "seat" and bool(_ALL_SEATS.search(place.before[-24:]))
    )


def is_one_of(place: Place, parts: Iterable[Place]) -> bool:
    """Whether a figure is itself one of the parts."""
    return any(place.phrase is part.phrase for part in parts)


def alike(one: Place, other: Place) -> bool:
    """Whether two figures can be two parts of one whole: one unit, or a bare figure after it."""
    if one.unit == other.unit:
        return True
    return not other.phrase.unit and not other.noun


def _is_name(part: Place) -> bool:
    """Whether what is counted is named with a capital: Filipinos, Conservatives."""
    return part.phrase.of[:1].isupper()
