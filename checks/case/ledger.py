"""The ledger: every character of the article in exactly one row, and the words of it that nobody has covered."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from checks.case.claims import Claims
from checks.case.nouns import Anchor
from checks.reading.sentences import sentences

WORD = re.compile(r"\w+(?:[’'.,]\w+)*")


@dataclass(frozen=True)
class Entry:
    """One sentence: its span (code points, end exclusive), what covers it, and the words that nothing covers.

    `characters` are those of its words, without spaces and marks; `bare` are those of them that nothing covers.
    `proposed` are the claims that nobody has accepted yet: they stand in it and cover nothing. `places` are the spans
    of the stretches in `unread`.
    """

    start: int
    end: int
    text: str
    claims: tuple[str, ...]
    left_out: tuple[str, ...]
    unread: tuple[str, ...]
    words: int
    covered: int
    characters: int
    bare: int
    proposed: tuple[str, ...] = ()
    places: tuple[tuple[int, int], ...] = ()

    @property
    def state(self) -> str:
        """`UNREAD` while a word is uncovered, else `claimed`, or `left out` if no claim takes part; `no words`."""
        if self.unread:
            return "UNREAD"
        return "claimed" if self.claims else "left out" if self.left_out else "no words"


@dataclass(frozen=True)
class Ledger:
    """All rows of one article, in order."""

    entries: tuple[Entry, ...]

    @property
    def words(self) -> int:
        """How many words the article has."""
        return sum(entry.words for entry in self.entries)

    @property
    def covered(self) -> int:
        """How many of them a claim or an omission covers."""
        return sum(entry.covered for entry in self.entries)

    @property
    def unread(self) -> list[Entry]:
        """The sentences with words that nothing covers."""
        return [entry for entry in self.entries if entry.unread]

    @property
    def is_whole(self) -> bool:
        """Whether every word is covered. An article without words never is."""
        return self.words > 0 and self.covered == self.words

    def summary(self) -> str:
        """One line: how much of the article is accounted for."""
        read = len(self.entries) - len(self.unread)
        characters = sum(entry.characters for entry in self.entries)
        bare = sum(entry.bare for entry in self.entries)
        share = 100 * (characters - bare) // characters if characters else 0  # rounded down: 100 % is all of it
        return (
            f"{share} % of its characters, {self.covered} of {self.words} words accounted for; "
            f"{read} of {len(self.entries)} sentences, {len(self.unread)} UNREAD"
        )


def ledger(text: str, claims: Claims) -> Ledger:
    """Splits an article into sentences and says of each what covers it.

    A word counts as covered only if one claim or omission covers the whole of it.
    """
    claimed = [(claim.id, *claim.words.find(text)) for claim in claims.of.values()]
    proposed = [(claim.id, *claim.words.find(text)) for claim in claims.proposed.values()]
    left_out = [(omission.reason, *omission.passage.anchor.find(text)) for omission in claims.left_out]
    spans = sorted((a, b) for _, a, b in [*claimed, *left_out])
    starts, reach = [a for a, _ in spans], list(accumulate((b for _, b in spans), max))
    entries = []
    for (start, end), found in _worded(text):
        # Of the spans that begin no later than a word, the one that reaches furthest covers it if any does.
        begun = [(word, bisect_right(starts, word[0])) for word in found]
        bare = [word for word, before in begun if not before or reach[before - 1] < word[1]]
        places = _runs(found, bare)
        entries.append(
            Entry(
                start, end, text[start:end],
                tuple(id for id, a, b in claimed if a < end and start < b),
                tuple(dict.fromkeys(reason for reason, a, b in left_out if a < end and start < b)),
                tuple(" ".join(text[a:b].split()) for a, b in places), len(found), len(found) - len(bare),
                sum(b - a for a, b in found), sum(b - a for a, b in bare),
                tuple(id for id, a, b in proposed if a < end and start < b), tuple(places),
            )
        )  # fmt: skip
    return Ledger(tuple(entries))


@lru_cache(maxsize=8)  # an article stays as it is while its claims are edited
def _worded(text: str) -> tuple[tuple[tuple[int, int], list[tuple[int, int]]], ...]:
    """The sentences of a text, each with its words."""
    return tuple(
        ((start, end), [(start + m.start(), start + m.end()) for m in WORD.finditer(text[start:end])])
        for start, end in sentences(text)
    )


def marks(text: str, anchors: Iterable[tuple[str, Anchor]]) -> list[tuple[str, tuple[str, ...]]]:
    """The text cut into pieces, each with the names of the anchors that cover it; together they are the text."""
    spans = [(name, *anchor.find(text)) for name, anchor in anchors]
    cuts = sorted({0, len(text), *(a for _, a, _ in spans), *(b for _, _, b in spans)})
    return [
        (text[a:b], tuple(name for name, start, end in spans if start <= a and b <= end)) for a, b in pairwise(cuts)
    ]


def _runs(words: list[tuple[int, int]], bare: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Uncovered words that stand side by side, as one stretch each."""
    runs: list[list[int]] = []
    index = {word: i for i, word in enumerate(words)}
    for word in bare:
        if runs and index[word] == runs[-1][2] + 1:
            runs[-1][1:] = [word[1], index[word]]
        else:
            runs.append([word[0], word[1], index[word]])
    return [(a, b) for a, b, _ in runs]
