"""Over all articles: the same figure told with another number, the same quotation with other words or another speaker.

Articles of one story are left out: what a copy changed is told there. Two figures are of one thing where their
sentences count the same, share most names and the rarer words, and name no other month or year. Two quotations are the
same where they share a run of words and most of the telling ones. What is told here may both be right, of two days or
by two counts: it is a place to ask at.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, groupby
from math import log
from operator import itemgetter
from zlib import crc32

from checks.case.when import MONTHS
from checks.reading.copies.candidates import PLACE, sharing
from checks.reading.copies.shingles import plain_words
from checks.reading.copies.telling import Telling, stem, telling
from checks.reading.figures.rounding import meant
from checks.reading.names import plain
from checks.reading.parts import AmountPhrase
from checks.reading.quoting import compared
from checks.reading.sentences import sentences
from checks.reading.slots.names_alike import names_alike
from checks.reading.slots.parts import Relation
from checks.screening.results import Stored

RAREST = 5  # telling words of a sentence by which its figures are found; each two of them are a mark
SHARED = 0.45  # of the weight of the words of the shorter sentence: less, and they tell of two things
LEAST_SHARED = 3  # words that two sentences share at least
LEAST_QUOTED, RUN, RUNS = 5, 3, 40  # words of a quotation; words of a run by which it is found; runs of one quotation
LEAST_TELLING, SAME_TELLING = (
    4,
    0.75,
)  # telling words that two quotations share, and of the shorter's: else they are two
LEAST_OF_SPEAKERS = 5  # telling words that nobody says twice by chance: fewer are a slogan, which anybody may repeat
SAME_NAMES = 0.6  # of the names of the sentence that has fewer of them: less, and they tell of others
ROUNDED = Decimal("0.05")  # how far a figure may lie from the one that it is rounded from
IN_A_ROW = 2  # figures of one sort in a sentence: more are a list, of which no two sentences tell in one order
CLIP = 300  # characters of a sentence that are kept
_BITS = (1 << 40) - 1
_TABLE = """
CREATE TABLE told (
    kind TEXT, article INTEGER, start INTEGER, "end" INTEGER, words TEXT, said TEXT,
    other INTEGER, other_start INTEGER, other_end INTEGER, other_words TEXT, other_said TEXT, reason TEXT)
"""
_ROW = "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
_NAME = re.compile(r"(?<=[\w,;:’'] )[^\W\d_a-z][^\W\d_]+")
_CALENDAR = {*MONTHS, *(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))}
_NAMED = re.compile(r"\b[^\W\d_a-z]\w+ [^\W\d_a-z]\w+")  # a name of two words: a surname alone may be anybody's


@dataclass(frozen=True)
class Statement:
    """A figure or quotation of an article by the places of its words, and of the sentence around a figure."""

    article: int
    start: int
    end: int
    first: int
    after: int


class Statements:
    """Very many statements, and the marks by which they are found, as numbers."""

    def __init__(self) -> None:
        self._numbers, self._marked = array("I"), array("Q")

    def add(self, one: Statement, marks: set[int]) -> None:
        """Keeps a statement under its marks."""
        place = len(self._numbers) // 5
        self._numbers.extend((one.article, one.start, one.end, one.first, one.after))
        self._marked.extend(sorted((mark & _BITS) << PLACE | place for mark in marks))

    def pairs(self) -> Iterator[tuple[Statement, Statement]]:
        """Every two statements of two articles that share a mark, each pair once, in order."""
        import numpy as np

        for pair in np.unique(sharing(np.array(self._marked, dtype=np.uint64), True)).tolist():
            one, other = self._at(pair >> PLACE), self._at(pair & (1 << PLACE) - 1)
            if one.article != other.article:
                yield one, other

    def _at(self, place: int) -> Statement:
        return Statement(*self._numbers[5 * place : 5 * place + 5])


def add_told(base: sqlite3.Connection, told: Callable[[str], None] = lambda line: None) -> None:
    """Adds the table `told`: pairs of statements of two articles, the earlier published first, in order."""
    base.execute(_TABLE)
    articles = Stored(base)
    story = dict(base.execute("SELECT article, story FROM copies"))
    told("Looking for figures told with another number …")
    base.executemany(_ROW, _each_once(_figures(base, articles, story), story))
    told("Looking for quotations told otherwise …")
    base.executemany(_ROW, _each_once(_quotations(base, articles, story), story))


Row = tuple[str, int, int, int, str, str, int, int, int, str, str, str]


def _each_once(rows: Iterator[Row], story: dict[int, int]) -> Iterator[Row]:
    """Of what the copies of one story all tell, the first alone."""
    seen = set[tuple[str, int, int, str]]()
    for row in rows:
        one, other = (-story[at] if at in story else at for at in (row[1], row[6]))
        key = (row[0], min(one, other), max(one, other), row[-1])
        if key not in seen:
            seen.add(key)
            yield row


def _in_order(one: Statement, other: Statement, articles: Stored) -> tuple[Statement, Statement]:
    """The two, the one that was published earlier first, where both days are known."""
    days = [articles.at(at.article - 1).published for at in (one, other)]
    return (other, one) if days[0] and days[1] and days[1].before(days[0]) == "yes" else (one, other)


def _row(kind: str, one: Statement, other: Statement, articles: Stored, reason: str) -> Row:
    sides: list[tuple[int, int, int, str, str]] = []
    for at in (one, other):
        text = articles.at(at.article - 1).text
        said = " ".join(text[at.first : at.after].split())
        sides.append((at.article, at.start, at.end, text[at.start : at.end], said[:CLIP]))
    return (kind, *sides[0], *sides[1], reason)


# ------------------------------------------------------------------------------------------------------ figures


def _figures(base: sqlite3.Connection, articles: Stored, story: dict[int, int]) -> Iterator[Row]:
    count, often = 0, Counter[str]()
    for (text,) in base.execute("SELECT text FROM articles ORDER BY id"):
        often.update(set(telling(text).words))
        count += 1
    weights = {word: log(1 + count / times) for word, times in often.items()}
    kept = Statements()
    for statement, sentence, counted in _amounts(base):
        words = _words(telling(sentence))
        rarest = sorted(words, key=lambda word: (-weights.get(word, log(1 + count)), word))[:RAREST]
        kept.add(statement, {_mark(counted, *sorted(two)) for two in combinations(rarest, 2)})
    for one, other in kept.pairs():
        if one.article in story and story[one.article] == story.get(other.article):
            continue
        one, other = _in_order(one, other, articles)
        texts = [articles.at(at.article - 1).text for at in (one, other)]
        said, said_too = (text[at.first : at.after] for text, at in zip(texts, (one, other), strict=True))
        if not _of_one(said, said_too, weights) or _of_two_days(base, one, other):
            continue
        was, now = (_figure(base, at) for at in (one, other))
        if _apart(was, now):
            printed = (_printed(text, at) for text, at in zip(texts, (was, now), strict=True))
            yield _row("figure", one, other, articles, "“{}” in one, “{}” in the other".format(*printed))


def _figure(base: sqlite3.Connection, at: Statement) -> AmountPhrase:
    row = base.execute(
        'SELECT start, "end", words, value, low, high, unit, bound, about FROM amounts WHERE article = ? AND start = ?',
        (at.article, at.start),
    ).fetchone()
    start, end, words, value, low, high, unit, bound, about = row
    value, low, high = (None if one is None else Decimal(one) for one in (value, low, high))
    return AmountPhrase(start, end, words, value, low, high, unit, bound, about)


def _printed(text: str, figure: AmountPhrase) -> str:
    """The figure as it stands in the text, with what it counts where that follows at once."""
    counted = figure.of if text[figure.end :].lstrip().startswith(figure.of) else ""
    return " ".join(f"{figure.exact} {counted}".split())


def _apart(one: AmountPhrase, other: AmountPhrase) -> bool:
    """Whether two figures cannot be one: no value would be printed as both, and neither is the other, rounded."""
    (least, most), (least_too, most_too) = meant(one), meant(other)  # open where a figure is beyond all measure
    if not (_below(most, least_too) or _below(most_too, least)):
        return False
    if one.value is None or other.value is None:
        return True
    digits = {len(value.normalize().as_tuple().digits) for value in (one.value, other.value)}
    near = abs(one.value - other.value) <= ROUNDED * max(abs(one.value), abs(other.value))
    return len(digits) == 1 or not near


def _below(most: Decimal | None, least: Decimal | None) -> bool:
    return most is not None and least is not None and most < least


def _of_two_days(base: sqlite3.Connection, *both: Statement) -> bool:
    """Whether the two sentences name months or years, and none alike; a day is often only that of the report."""
    asked = "SELECT span FROM dates WHERE article = ? AND start >= ? AND start < ? AND span IS NOT NULL"
    found = [base.execute(asked, (at.article, at.first, at.after)).fetchall() for at in both]
    ours, theirs = ({month for (span,) in spans for month in _MONTH.findall(span)} for spans in found)
    alike = (one.startswith(other) or other.startswith(one) for one in ours for other in theirs)
    return bool(ours and theirs) and not any(alike)


def _amounts(base: sqlite3.Connection) -> Iterator[tuple[Statement, str, str]]:
    """Every figure that counts or measures something, outside quotations: its place, its sentence, what it counts."""
    asked = (
        'SELECT article, start, "end", unit, about, text FROM amounts JOIN articles ON id = article '
        "WHERE (unit <> '' OR about <> '') AND NOT EXISTS (SELECT * FROM quotations WHERE quotations.article = id AND "
        'quotations.start <= amounts.start AND amounts.start < quotations."end") ORDER BY article, start'
    )
    for _, found in groupby(base.execute(asked), key=itemgetter(0)):
        of_sort: dict[tuple[int, str], list[Statement]] = {}
        cut, text = list[tuple[int, int]](), ""
        for article, start, end, unit, about, whole in found:
            text, cut = whole, cut or _sentences(whole)
            first, after = next(((a, b) for a, b in cut if a <= start < b), (start, end))
            counted = unit or stem((plain_words(about) or [""])[-1])
            if counted and after - first < 4 * CLIP:
                of_sort.setdefault((first, counted), []).append(Statement(article, start, end, first, after))
        for (first, counted), some in of_sort.items():
            for statement in some if len(some) <= IN_A_ROW else ():
                yield statement, text[first : statement.after], counted


def _sentences(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for end in [*(gap.start() for gap in _PARAGRAPH.finditer(text)), len(text)]:
        found += [(at + a, at + b) for a, b in sentences(text[at:end])]
        at = end
    return found


def _words(told: Telling) -> set[str]:
    """The telling words but for numbers."""
    return {word for word in told.words if not word[0].isdigit()}


def _of_one(said: str, said_too: str, weights: dict[str, float]) -> bool:
    """Whether two sentences plainly tell of one thing: most names of either, and much of the rarer words."""
    ours, theirs = _words(telling(said)), _words(telling(said_too))
    both = ours & theirs
    names, names_too = _names(said), _names(said_too)
    alike = min(len(names & theirs), len(names_too & ours))
    least = min(_weight(ours, weights), _weight(theirs, weights))
    return (
        len(both) >= LEAST_SHARED
        and alike > 0
        and alike >= SAME_NAMES * min(len(names), len(names_too))
        and _weight(both, weights) >= SHARED * least
    )


@lru_cache(maxsize=4_096)
def _names(said: str) -> frozenset[str]:
    """The stems of the names in a sentence; of its first word nobody knows whether it is one."""
    found = (stem(name.lower()) for name in _NAME.findall(said) if name not in _CALENDAR)
    return frozenset(found)


def _weight(words: set[str], weights: dict[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in sorted(words))


# --------------------------------------------------------------------------------------------------- quotations


def _quotations(base: sqlite3.Connection, articles: Stored, story: dict[int, int]) -> Iterator[Row]:
    kept, seen = Statements(), set[tuple[int, str]]()
    speakers: dict[tuple[int, int], str] = {}
    asked = 'SELECT article, start, "end", words, speaker FROM quotations ORDER BY article, start'
    for article, start, end, words, speaker in base.execute(asked):
        said = plain_words(words)
        same = crc32(" ".join(said).encode()), speaker or ""
        if len(said) < LEAST_QUOTED or same in seen:
            continue  # what a thousand articles quote alike is compared once
        seen.add(same)
        runs = zip(*(said[at:] for at in range(RUN)), strict=False)
        marks = sorted(_mark(*run) for run in runs)[:RUNS]
        speakers[article, start] = speaker or ""
        kept.add(Statement(article, start, end, start, end), set(marks))
    for one, other in kept.pairs():
        if one.article in story and story[one.article] == story.get(other.article):
            continue
        one, other = _in_order(one, other, articles)
        was, now = (articles.at(at.article - 1).text[at.start : at.end] for at in (one, other))
        who, who_too = speakers[one.article, one.start], speakers[other.article, other.start]
        reason = _otherwise(was, now, who, who_too)
        if reason:
            yield _row("quotation", one, other, articles, reason)


def _otherwise(was: str, now: str, who: str, who_too: str) -> str:
    """What is other in two quotations that are one; empty where nothing is, or where they are two."""
    short, long = sorted((was, now), key=lambda words: (len(words), words))
    ours, theirs = set(telling(_bare(short)).words), set(telling(_bare(long)).words)
    both = len(ours & theirs)
    if both < max(LEAST_TELLING, SAME_TELLING * len(ours)):
        return ""
    found = compared(_bare(short), _bare(long))
    if found.result == "absent":
        return ""
    told = [str(change) for change in found.changes] if found.result == "altered" else []
    named = (
        both >= LEAST_OF_SPEAKERS
        and all(_NAMED.search(name) for name in (who, who_too))
        and plain(who) != plain(who_too)
    )
    if named and names_alike(who, who_too, "person") is Relation.CONFLICT:
        told.append(f"said by {who} in one, by {who_too} in the other")
    return "; ".join(told)


def _bare(words: str) -> str:
    return words.strip("\"'“”„‟«»‹›‘’` \n")


@lru_cache(maxsize=65_536)
def _mark(*words: str) -> int:
    said = " ".join(words).encode("utf-8", "surrogatepass")
    return crc32(said) << 8 | crc32(said[::-1]) & 0xFF
