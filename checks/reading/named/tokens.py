"""The words and marks of a text with their places, cut as names need them: `U.N.` whole, `’s` apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from checks.reading.named import titles

_LETTER = r"[^\W_\d\u0300-\u036f][\u0300-\u036f]*"
_TAILS = "linked|based|backed|led|born|owned|controlled|held|style|era|wide|run|ruled|occupied|affiliated|aligned|area"
_JOINT = rf"(?:-(?!(?:{_TAILS})\b)|[’'&/](?![sS]\b))"
_TOKEN = re.compile(
    r"(?<=[, (])[RDI](?=-[A-Z](?:[a-z]|\.[A-Z]))"  # R-Maine, of which Maine is a name
    rf"|(?:{_LETTER}\.){{2,}}(?![a-z])"  # U.N., D.C.
    rf"|[^\W_][\w\u0300-\u036f]*(?:{_JOINT}[^\W_][\w\u0300-\u036f]*)*"
    r"|[’'][sS]\b"
    r"|\S"
)
_OPENING = frozenset("“‘\"'([—–:•·*")


class Token(NamedTuple):
    """A word or a mark: its place, and itself in small letters."""

    start: int
    end: int
    word: str
    low: str


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text, which of them begin a sentence, and the sentences themselves."""

    text: str
    all: list[Token]
    sentences: Sequence[tuple[int, int]]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts, for looking up the one at a place."""
        return [token.start for token in self.all]

    @cached_property
    def first(self) -> frozenset[int]:
        """The tokens that have a capital because a sentence, or the words after an opening mark, begin there."""
        found = {self.at(start) for start, _ in self.sentences}
        for index, token in enumerate(self.all):
            if token.low in _OPENING or (index in found and not token.word[0].isalnum()):
                found.add(index + 1)
            elif index and "\n" in self.text[self.all[index - 1].end : token.start]:
                found.add(index)
        return frozenset(found)

    @cached_property
    def headlines(self) -> frozenset[int]:
        """The tokens of sentences written with capitals throughout, as headlines are: there a capital tells nothing."""
        found: set[int] = set()
        for start, end in self.sentences:
            for line_start, line_end in _lines(self.text, start, end):
                span = range(self.at(line_start), self.at(line_end))
                long = [self.all[i].word for i in span if len(self.all[i].word) > 3 and self.all[i].word[0].isalpha()]
                ended = self.text[line_start:line_end].rstrip(" ”’\"'").endswith((".", "!"))
                if ended or len(long) < 4 or self.all[span.start].low == "by":
                    continue
                if sum(word[0].isupper() for word in long) >= 0.75 * len(long):
                    found.update(span)
        return frozenset(found)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that have a capital where nothing but being a name asks for one."""
        return frozenset(
            token.word
            for index, token in enumerate(self.all)
            if token.word[0].isupper() and index not in self.first and index not in self.headlines
        )

    @cached_property
    def smalls(self) -> frozenset[str]:
        """Words that the text also writes without a capital."""
        return frozenset(token.word for token in self.all if token.word[0].islower())

    def at(self, place: int) -> int:
        """The index of the first token that starts at or after a place."""
        return bisect_left(self.starts, place)

    def joined(self, index: int) -> bool:
        """Whether a token follows the one before it after a space or nothing, so that both may be of one name."""
        return 0 < index < len(self.all) and self.text[self.all[index - 1].end : self.all[index].start] in ("", " ")

    def capital(self, index: int) -> bool:
        """Whether there is such a token and it begins with a capital."""
        return 0 <= index < len(self.all) and self.all[index].word[0].isupper()


def tokens_of(text: str, sentences: Sequence[tuple[int, int]]) -> Tokens:
    """Cuts a text into words and marks; `sentences` are spans of it. Offsets are code points, end exclusive."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match[0]
        if word == "." and found and found[-1].end == start and _keeps_stop(found[-1]):
            before = found.pop()
            start, word = before.start, before.word + "."
        found.append(Token(start, end, word, word.lower()))
    return Tokens(text, found, sentences)


def _keeps_stop(token: Token) -> bool:
    """Whether a full stop belongs to the word before it, as after `Gov` and initials."""
    return (token.low in titles.ABBREVIATED and token.word[0].isupper()) or (
        len(token.word) == 1 and token.word.isupper()
    )


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        found.append((start, stop))
        start = stop + 1
    return found
