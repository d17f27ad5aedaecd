"""A figure that two articles tell with another number.

That two sentences tell of one thing is hard to be sure of, and in news of markets, polls or matches thousands have one
form. So it must show in the articles (each speaks of what the other is about), in the sentences (rare words and names
of both, and no name on either side that the other article does not know), and around the figure itself. And neither
article may have the figure of the other anywhere: it then tells both.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, groupby
from math import log
from operator import itemgetter

from checks.case.when import MONTHS
from checks.reading.copies.shingles import plain_words
from checks.reading.copies.telling import Telling, stem, telling
from checks.reading.figures.rounding import meant
from checks.reading.parts import AmountPhrase
from checks.reading.sentences import sentences
from checks.screening.results import Stored
from checks.screening.statements import CLIP, Row, Statement, Statements, mark, of_two_stories, row

RAREST = 5  # telling words of a sentence by which its figures are found; each two of them are a mark
SHARED = 0.45  # of the weight of the words of the shorter sentence: less, and they tell of two things
ONE_SENTENCE = 0.75  # of the weight of the longer sentence: more, and it is background that both have from somewhere
LEAST_SHARED = 3  # words that two sentences share at least
SAME_NAMES = 0.6  # of the names of the sentence that has fewer of them: less, and they tell of others
SUBJECTS, SAME_SUBJECTS = 5, 2  # what an article names most, and how many of these the other names too
BESIDE, SAME_BESIDE = 6, 2  # telling words on either side of a figure; so many, no names, stand beside the other
ROUNDED = Decimal("0.05")  # how far a figure may lie from the one that it is rounded from
IN_A_ROW = 2  # figures of one sort in a sentence: more are a list, of which no two sentences tell in one order
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_MONTH = re.compile(r"\d{4}(?:-\d\d)?")
_NAME = re.compile(r"(?<=[\w,;:’'] )[^\W\d_a-z][^\W\d_]+")
_FIRST = re.compile(r"\W*([^\W\d_a-z][^\W\d_]+)")
_CALENDAR = {*MONTHS, *(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))}
_DAYS = {stem(name.lower()) for name in _CALENDAR}


def figures(base: sqlite3.Connection, articles: Stored, story: dict[int, int]) -> Iterator[Row]:
    """The rows of `told` for figures: two of one thing, in articles that are not of one story, that cannot be one."""
    count, often = 0, Counter[str]()
    for (text,) in base.execute("SELECT text FROM articles ORDER BY id"):
        often.update(set(telling(text).words))
        count += 1
    weights = {word: log(1 + count / times) for word, times in often.items()}
    kept = Statements()
    for statement, sentence, counted in _amounts(base):
        words = _words(telling(sentence))
        rarest = sorted(words, key=lambda word: (-weights.get(word, log(1 + count)), word))[:RAREST]
        kept.add(statement, {mark(counted, *sorted(two)) for two in combinations(rarest, 2)})
    for one, other in of_two_stories(kept.pairs(), story, articles):
        texts = [articles.at(at.article - 1).text for at in (one, other)]
        if not _of_one(texts, (one, other), weights) or _of_two_days(base, one, other):
            continue
        was, now = (_figure(base, at) for at in (one, other))
        if _apart(was, now) and not (_tells(base, one, now) or _tells(base, other, was)):
            printed = (_printed(text, at) for text, at in zip(texts, (was, now), strict=True))
            yield row("figure", one, other, articles, "“{}” in one, “{}” in the other".format(*printed))


_COLUMNS = 'start, "end", words, value, low, high, unit, bound, about'


def _figure(base: sqlite3.Connection, at: Statement) -> AmountPhrase:
    asked = f"SELECT {_COLUMNS} FROM amounts WHERE article = ? AND start = ?"  # noqa: S608 - names of ours
    return _amount(*base.execute(asked, (at.article, at.start)).fetchone())


def _amount(
    start: int, end: int, words: str, value: str | None, low: str | None, high: str | None, unit: str, bound: str,
    about: str,
) -> AmountPhrase:  # fmt: skip
    least, most, said = (None if one is None else Decimal(one) for one in (low, high, value))
    return AmountPhrase(start, end, words, said, least, most, unit, bound, about)  # type: ignore[arg-type]


def _tells(base: sqlite3.Connection, at: Statement, figure: AmountPhrase) -> bool:
    """Whether the article of a statement has this figure too, of the same unit."""
    asked = f"SELECT {_COLUMNS} FROM amounts WHERE article = ? AND unit = ?"  # noqa: S608 - names of ours
    return any(not _apart(_amount(*one), figure) for one in base.execute(asked, (at.article, figure.unit)))


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


def _of_one(texts: list[str], both: tuple[Statement, Statement], weights: dict[str, float]) -> bool:
    """Whether two sentences plainly tell of one thing, and their figures stand in the same words."""
    said, said_too = (text[at.first : at.after] for text, at in zip(texts, both, strict=True))
    ours, theirs = _words(telling(said)), _words(telling(said_too))
    shared = ours & theirs
    least, most = sorted((_weight(ours, weights), _weight(theirs, weights)))
    weight = _weight(shared, weights)
    if len(shared) < LEAST_SHARED or weight < SHARED * least:
        return False
    names, names_too = _names(said), _names(said_too)
    alike = min(len(names & theirs), len(names_too & ours))
    if not alike or alike < SAME_NAMES * min(len(names), len(names_too)):
        return False
    every, every_too = map(_stems, texts)
    if _stranger(said, texts[0], every_too) and _stranger(said_too, texts[1], every):
        return False
    of_both = _about(texts[0], every_too, weights) and _about(texts[1], every, weights)
    if not of_both and weight < ONE_SENTENCE * most:
        return False
    beside, beside_too = (_beside(text, at) for text, at in zip(texts, both, strict=True))
    return len((beside & beside_too) - names - names_too) >= SAME_BESIDE


@lru_cache(maxsize=4_096)
def _names(said: str) -> frozenset[str]:
    """The stems of the names in a sentence; of its first word nobody knows whether it is one."""
    return frozenset(stem(name.lower()) for name in _NAME.findall(said) if name not in _CALENDAR)


def _stranger(said: str, text: str, others: frozenset[str]) -> bool:
    """Whether a sentence of a text names somebody whom others do not; its first word may be a name."""
    begins = _FIRST.match(said)
    first = (
        {stem(begins[1].lower())} if begins and begins[1] not in _CALENDAR and begins[1].lower() not in text else set()
    )
    return bool((_names(said) | first & set(telling(said).words)) - others)


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in plain_words(text))


def _about(text: str, words: frozenset[str], weights: dict[str, float]) -> bool:
    """Whether what an article names most, the rare before the common, stands among these words too."""
    named = Counter(word for word in telling(text).anchors if not (word[0].isdigit() or word in _DAYS))
    most = sorted(named, key=lambda word: (-named[word] * weights.get(word, 0.0), word))[:SUBJECTS]
    return len(words.intersection(most)) >= min(SAME_SUBJECTS, len(most))


def _beside(text: str, at: Statement) -> set[str]:
    """The telling words nearest to a figure in its sentence, but for numbers."""
    before, behind = telling(text[at.first : at.start]).words, telling(text[at.end : at.after]).words
    return {word for word in (*before[-BESIDE:], *behind[:BESIDE]) if not word[0].isdigit()}


def _weight(words: set[str], weights: dict[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in sorted(words))
