"""An article as it is compared with another: its words, its sentences, and the figures, dates and names in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.article import Reading, read_incoming
from checks.reading.intake.incoming import Incoming
from checks.reading.parts import Words
from checks.reading.quoting.sense import content, number_word
from checks.reading.quoting.texts import Text, text_of
from checks.reading.quoting.verbs import form_of
from checks.reading.slots.recorded import derived, synonyms
from checks.reading.slots.spelling import spelt

MOST_WORDS = 20_000
LONGEST = 80  # words that are one sentence for comparing; a longer one is a list or has no full stops
_MARKS = "\"'“”„‟«»‹›‘’`"
_DASH = re.compile(r"\s[—–-]{1,2}\s")
_PROSE = re.compile(r"[a-z]{3,} [a-z]{3,}")
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Line:
    """A sentence by its place in the text, its words (first and after the last), and its stems."""

    start: int
    end: int
    first: int
    after: int
    stems: tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """One of two articles: its reading, its words with their stems, its lines, and what stands between marks."""

    reading: Reading
    words: Text
    stems: tuple[str, ...]
    lines: tuple[Line, ...]
    quoted: tuple[Words, ...]

    @cached_property
    def lead(self) -> int:
        """Where the article begins after its byline, agency and dateline, which are no part of what it tells."""
        head = self.reading.text[:100].split("\n\n")[0]
        dash = _DASH.search(head)
        end = dash.end() if dash and not _PROSE.search(head, 0, dash.start()) else 0
        parts = [one.end for one in self.reading.paragraphs if one.part in ("byline", "dateline") and one.end < 400]
        return max([end, *parts])

    def line_of(self, at: int) -> int:
        """The number of the line that a character lies in, or the last that begins before it."""
        return max(bisect_right(self.lines, at, key=lambda line: line.start) - 1, 0)

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether a span lies between quotation marks."""
        return any(one.start <= start and end <= one.end for one in self.quoted)

    def stems_of(self, number: int, without: tuple[int, int]) -> set[str]:
        """The stems of a line but for those in a span of the text."""
        line, (start, end) = self.lines[number], without
        inside = range(bisect_right(self.words.ends, start), bisect_right(self.words.starts, end - 1))
        return {self.stems[at] for at in range(line.first, line.after) if at not in inside and self.stems[at]}

    def near(self, start: int, end: int, weights: Mapping[str, float]) -> dict[str, float]:
        """The stems around a span, in its line, each with a weight that falls with its distance."""
        line = self.lines[self.line_of(start)]
        found: dict[str, float] = {}
        first = bisect_right(self.words.starts, start, line.first, line.after) - 1
        last = bisect_right(self.words.starts, end - 1, line.first, line.after) - 1
        for at in range(line.first, line.after):
            stem = self.stems[at]
            if not stem or first <= at <= last:
                continue
            far = first - at if at < first else at - last
            for feature in (stem, *groups_of(stem)):
                weight = weights.get(feature, 0.0) * (0.5 if feature != stem else 1.0) / (1 + far / 3)
                found[feature] = max(found.get(feature, 0.0), weight)
        return found


def side_of(text: str, published: When | None, file: str) -> Side:
    """An article read for comparing; weekdays in it are counted from `published` where that is one day.

    Raises `CaseError`, with the file, for an article of more than 20,000 words.
    """
    try:
        return _read(text, published if published and published.is_day else None)
    except CaseError as error:
        raise CaseError(error.what, file=file) from None


@lru_cache(maxsize=16)
def _read(text: str, day: When | None) -> Side:
    # Kept without the file's name: else each of a story would be read once for each that it is laid beside.
    words = text_of(text)
    if len(words) > MOST_WORDS:
        raise CaseError(f"it has {len(words):,} words, and {MOST_WORDS:,} are compared: give one article")
    # Said to be English, so that one page in another language does not stop the rest: figures are read in any.
    reading = read_incoming(Incoming("-", "text", "", text, "utf-8", language="en"), day)
    stems = tuple(stem_of(word) for word in words.words)
    return Side(reading, words, stems, tuple(_lines(reading, words, stems)), tuple(_quoted(reading)))


def _quoted(reading: Reading) -> Iterator[Words]:
    """What stands between marks as somebody's words; titles of works are left out."""
    for one in reading.quotations:
        whole: tuple[Words, ...] = (Words(one.start, one.end, one.exact),) if one.kind in ("direct", "scare") else ()
        term = one.kind == "title" and one.exact.islower()  # a title has capitals
        whole = whole or ((Words(one.start, one.end, one.exact),) if term else ())
        if term or one.kind in ("direct", "mixed", "scare"):
            yield from (part for part in one.quoted or whole if part.exact[:1] in _MARKS and len(part.exact) > 2)


def has_words(text: str) -> bool:
    """Whether there is anything to compare."""
    return bool(_WORD.search(text))


def _lines(reading: Reading, words: Text, stems: tuple[str, ...]) -> list[Line]:
    found = []
    starts = [words.given(start) for start in words.starts] if words.html else words.starts
    at = 0
    for sentence in reading.sentences:
        while at < len(starts) and starts[at] < sentence.start:
            at += 1
        first = at
        while at < len(starts) and starts[at] < sentence.end:
            at += 1
        for cut in range(first, at, LONGEST):
            after = min(cut + LONGEST, at)
            start = sentence.start if cut == first else starts[cut]
            end = sentence.end if after == at else starts[after]
            found.append(Line(start, end, cut, after, tuple(dict.fromkeys(s for s in stems[cut:after] if s))))
    return found or [Line(0, len(reading.text), 0, len(starts), tuple(dict.fromkeys(s for s in stems if s)))]


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """What a word is compared by: its root, a number as digits; empty for a word that means nothing of itself."""
    if any(map(str.isdigit, word)):
        return re.sub(r"(?<=\d)(?:st|nd|rd|th|k|m|bn|tn)$", "", word.strip("$£€-"))
    if not content(word) or word == "according":
        return ""
    return number_word(word) or form_of(spelt(word))[0]


@lru_cache(maxsize=50_000)
def groups_of(stem: str) -> tuple[str, ...]:
    """The groups of recorded synonyms that a stem stands in."""
    return _groups().get(stem, ())


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for (word, _), heads in [*synonyms().groups.items(), *synonyms().over.items(), *derived().items()]:
        if " " not in word:
            found.setdefault(form_of(word)[0], {}).update({f"={head}": None for head, _ in heads})
    for word, _ in synonyms().printed:
        if f"={word}" in _heads() and " " not in word:
            found.setdefault(form_of(word)[0], {})[f"={word}"] = None
    return {stem: tuple(heads) for stem, heads in found.items()}


@cache
def _heads() -> frozenset[str]:
    tables = (synonyms().groups, synonyms().over, derived())
    return frozenset(f"={head}" for table in tables for heads in table.values() for head, _ in heads)
