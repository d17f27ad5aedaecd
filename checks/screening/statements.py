"""What articles state, by the places of its words, and how two that may state one thing are found among very many."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from checks.reading.copies.candidates import PLACE, sharing
from checks.screening.results import Stored

CLIP = 300  # characters of a sentence that are kept
_BITS = (1 << 40) - 1

Row = tuple[str, int, int, int, str, str, int, int, int, str, str, str]  # as the table `told` has it


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


def of_two_stories(
    pairs: Iterator[tuple[Statement, Statement]], story: dict[int, int], articles: Stored
) -> Iterator[tuple[Statement, Statement]]:
    """The pairs whose articles are not copies of one story; the one that was published earlier first, where known."""
    for one, other in pairs:
        if one.article in story and story[one.article] == story.get(other.article):
            continue
        days = [articles.at(at.article - 1).published for at in (one, other)]
        turned = days[0] and days[1] and days[1].before(days[0]) == "yes"
        yield (other, one) if turned else (one, other)


def row(kind: str, one: Statement, other: Statement, articles: Stored, reason: str) -> Row:
    """Two statements as a row of the table `told`."""
    sides: list[tuple[int, int, int, str, str]] = []
    for at in (one, other):
        text = articles.at(at.article - 1).text
        said = " ".join(text[at.first : at.after].split())
        sides.append((at.article, at.start, at.end, text[at.start : at.end], said[:CLIP]))
    return (kind, *sides[0], *sides[1], reason)


@lru_cache(maxsize=65_536)
def mark(*words: str) -> int:
    """A number for some words, by which statements that have them are found."""
    said = " ".join(words).encode("utf-8", "surrogatepass")
    return crc32(said) << 8 | crc32(said[::-1]) & 0xFF
