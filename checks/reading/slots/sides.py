"""The two texts of a comparison, each read once: grammar, mentions, clauses, figures, times, quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from checks.reading.parts import TimePhrase
from checks.reading.slots.clauses import Clause, clauses
from checks.reading.slots.figures import Figure, figures_in
from checks.reading.slots.mentions import Mentions
from checks.reading.slots.times import times_in
from checks.reading.slots.words import Expression, phrase_heads

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FUNCTION = frozenset({"DET", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE", "SYM", "PRON", "INTJ", "X"})


@dataclass(frozen=True)
class Side:
    """A text with its grammar. What is read from it is read when first asked for."""

    doc: Doc = field(repr=False)

    @cached_property
    def text(self) -> str:
        return str(self.doc.text)

    @cached_property
    def mentions(self) -> Mentions:
        return Mentions(self.doc)

    @cached_property
    def expressions(self) -> dict[int, Expression]:
        """The fixed expressions of more than one word, by the index of their head."""
        doc = self.doc
        found = phrase_heads([t.lemma_ for t in doc], [t.tag_ for t in doc], [t.text for t in doc])
        return {one.head: one for one in found}

    @cached_property
    def records(self) -> frozenset[int]:
        """The sentences, by where they start, that have no finite verb: lines of a record, a caption, a table."""
        return frozenset(
            sentence.start for sentence in self.doc.sents if not any(token.tag_ in _FINITE for token in sentence)
        )

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses(self.doc)

    @cached_property
    def times(self) -> tuple[TimePhrase, ...]:
        return times_in(self.text)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, those that are part of a date or a length of time left out."""
        return tuple(
            one for one in figures_in(self.text)
            if not any(one.start < time.end and time.start < one.end for time in self.times)
        )  # fmt: skip

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens that lie in the characters from start to end, or run into them."""
        first = bisect_right(self._starts, start) - 1  # the token that start stands in, if any does
        near = self.doc[max(first, 0) : bisect_left(self._starts, end)]
        return [token for token in near if start < token.idx + len(token)]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    @cached_property
    def time_tokens(self) -> frozenset[int]:
        """The tokens of times, by index."""
        return frozenset(token.i for time in self.times for token in self.tokens(time.start, time.end))

    @cached_property
    def figure_tokens(self) -> frozenset[int]:
        """The tokens of figures, by index."""
        return frozenset(token.i for one in self.figures for token in self.tokens(one.start, one.end))


def is_content(token: Token) -> bool:
    """Whether the word tells something by itself: nouns, names, verbs, adjectives, numbers, adverbs of manner."""
    return token.pos_ not in _FUNCTION and not token.is_space and any(letter.isalnum() for letter in token.text)
