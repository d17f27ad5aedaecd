"""Words compared as words: two texts made alike, and how one differs from the other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

# One character for another, so that no offset moves; long dashes stay what they are, breaks between words.
_ALIKE = str.maketrans(
    {**dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("“”„‟″«»", '"'), **dict.fromkeys("‐‑‒–−", "-")}
)
_LETTERS = r"[\w\u0300-\u036f\u00ad]+"  # with combining accents and soft hyphens, which do not end a word
_NUMBER = r"(?:(?<![^\s(\"'])-)?[$£€]?\d+(?:[.,:]\d+)*(?!\w)"  # a minus only where nothing stands before it
_WORD = re.compile(rf"{_NUMBER}|{_LETTERS}(?:['-]{_LETTERS})*|%")
_SPELLED = {"%": "percent"}
_NEGATIONS = {"no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly"}


Runs = list[tuple[int, int]]  # the first and last index of each run of words


@dataclass(frozen=True)
class Word:
    """A word as it is compared (`text`: case, marks and dashes made alike) and where it stood (code points)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Change:
    """Words of a source, and what a quotation has in their place; one of them may be empty."""

    source: str
    quoted: str

    def __str__(self) -> str:
        if not self.source:
            return f"“{self.quoted}” added"
        if not self.quoted:
            return f"“{self.source}” left out"
        return f"“{self.quoted}” for “{self.source}”"

    @property
    def turns(self) -> bool:
        """Whether it adds or takes a negation, or puts one number for another, so that the words say something else."""
        return turns(self.source, self.quoted)


def alike(text: str) -> str:
    """A text with typographic differences taken out: Unicode form, case, soft hyphens, quotation marks and dashes.

    Every step keeps the meaning; the same ones are applied to both sides of a comparison.
    """
    return unicodedata.normalize("NFC", text.replace("\u00ad", "")).translate(_ALIKE).casefold()


def words(text: str) -> list[Word]:
    """The words of a text. Punctuation is no word; a number keeps its point and comma, and `%` is read as a word."""
    return [Word(_compared(m[0]), m.start(), m.end()) for m in _WORD.finditer(text.translate(_ALIKE))]


def negation(text: str) -> bool:
    """Whether a text holds a word that turns its sense: *not*, *never*, *n't*."""
    return any(_negates(word.text) for word in words(text))


def turns(source: str, quoted: str) -> bool:
    """Whether two wordings differ in how many negations they have, or put one number in the place of another."""
    (no, numbers), (no_quoted, numbers_quoted) = _weighty(source), _weighty(quoted)
    return no != no_quoted or (len(numbers) == len(numbers_quoted) and numbers != numbers_quoted)


def occurrences(needle: Sequence[Word], hay: Sequence[Word]) -> list[int]:
    """Every index in `hay` at which all of `needle` stands, word for word."""
    wanted = [word.text for word in needle]
    texts = [word.text for word in hay]
    return [i for i in range(len(texts) - len(wanted) + 1) if texts[i : i + len(wanted)] == wanted]


def paragraphs_of(text: str) -> list[list[Word]]:
    """The words of a text, paragraph by paragraph; a blank line ends one."""
    found = words(text)
    spans = (match.span() for match in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text))
    return [[word for word in found if start <= word.start and word.end <= end] for start, end in spans]


def in_order(pieces: Sequence[Sequence[Word]], hay: Sequence[Word]) -> Runs:
    """The first and last index of each piece, one after the other and as close as they stand; empty if they do not."""
    best: Runs = []
    for first in occurrences(pieces[0], hay):
        runs = [(first, first + len(pieces[0]) - 1)]
        for piece in pieces[1:]:
            start = next((i for i in occurrences(piece, hay) if i > runs[-1][1]), None)
            if start is None:
                break
            runs.append((start, start + len(piece) - 1))
        if len(runs) == len(pieces) and (not best or runs[-1][1] - runs[0][0] < best[-1][1] - best[0][0]):
            best = runs
    return best


def nearest(needle: Sequence[Word], hay: Sequence[Word]) -> tuple[int, int, int] | None:
    """The run of `hay` that needs the fewest word edits to become `needle`: start, end, edits; the first of equals.

    Source: Sellers, The theory and computation of evolutionary distances, J. Algorithms 1 (1980) 359-373.
    """
    if not needle or not hay:
        return None
    # costs[j]: fewest edits of the words so far into a run ending before j; begins[j]: where that run begins.
    costs, begins = [0] * (len(hay) + 1), list(range(len(hay) + 1))
    for i, word in enumerate(needle, 1):
        before, before_begins = costs, begins
        costs, begins = [i], [0]
        for j, other in enumerate(hay, 1):
            options = (
                (before[j - 1] + (word.text != other.text), before_begins[j - 1]),
                (before[j] + 1, before_begins[j]),
                (costs[j - 1] + 1, begins[j - 1]),
            )
            cost, begin = min(options, key=lambda option: option[0])
            costs.append(cost)
            begins.append(begin)
    end = min(range(len(costs)), key=lambda j: costs[j])
    return begins[end], end, costs[end]


def changes(source: str, quoted: str) -> list[Change]:
    """How a quotation differs from the words of its source, as words changed, added or left out, in order."""
    from rapidfuzz.distance import Levenshtein

    here, there = words(source), words(quoted)
    found = []
    for code in Levenshtein.opcodes([w.text for w in here], [w.text for w in there]):
        if code.tag != "equal":
            found.append(
                (code.src_start, code.src_end, code.dest_start, code.dest_end),
            )
    joined: list[tuple[int, int, int, int]] = []
    for a, b, c, d in found:  # edits that touch are one change
        if joined and joined[-1][1] == a and joined[-1][3] == c:
            a, c = joined[-1][0], joined[-1][2]
            joined.pop()
        joined.append((a, b, c, d))
    return [Change(_slice(source, here[a:b]), _slice(quoted, there[c:d])) for a, b, c, d in joined]


def _slice(text: str, run: Sequence[Word]) -> str:
    return " ".join(text[run[0].start : run[-1].end].split()) if run else ""


def _negates(word: str) -> bool:
    return word in _NEGATIONS or word.endswith("n't")


def _compared(word: str) -> str:
    """A word as it is compared: `%` as a word, and numbers of one value as one (1,000 and 1000; $1.0 and $1)."""
    if word in _SPELLED:
        return _SPELLED[word]
    digits = re.fullmatch(r"(-?)([$£€]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?", word)
    if not digits:
        return alike(word)
    value = Decimal(digits[3].replace(",", "") + (digits[4] or ""))
    return f"{digits[1]}{digits[2]}{value.normalize():f}"


def _weighty(text: str) -> tuple[int, list[Decimal | str]]:
    """How many negations a text has, and its numbers, written in digits or in words."""
    found = [word.text for word in words(text)]
    return sum(map(_negates, found)), [number for word in found if (number := _value(word)) is not None]


def _value(word: str) -> Decimal | str | None:
    """What a word counts: a number's value, or the word itself if it has digits and is no plain number."""
    from text_to_num import text2num

    if any(map(str.isdigit, word)):
        bare = word.translate({ord(coin): None for coin in "$£€"})
        return Decimal(bare) if re.fullmatch(r"-?\d+(\.\d+)?", bare) else word
    try:
        return Decimal(text2num(word, "en")) if word.isalpha() and word != "a" else None
    except ValueError:
        return None  # no number
