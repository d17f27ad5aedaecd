"""Words compared as words: two texts made alike."""

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


@dataclass(frozen=True)
class Word:
    """A word as it is compared (`text`: case, marks and dashes made alike) and where it stood (code points)."""

    text: str
    start: int
    end: int


def alike(text: str) -> str:
    """A text with typographic differences taken out: Unicode form, case, soft hyphens, quotation marks and dashes.

    Every step keeps the meaning; the same ones are applied to both sides of a comparison.
    """
    return unicodedata.normalize("NFC", text.replace("\u00ad", "")).translate(_ALIKE).casefold()


def spaced(text: str) -> str:
    """A text without soft hyphens, and with one space for each run of them, non-breaking or not; lines stay lines."""
    return re.sub(r"[ \t\u00a0\u2007\u202f]+", " ", text.replace("\u00ad", ""))


def words(text: str) -> list[Word]:
    """The words of a text. Punctuation is no word; a number keeps its point and comma, and `%` is read as a word."""
    return [Word(_compared(m[0]), m.start(), m.end()) for m in _WORD.finditer(text.translate(_ALIKE))]


def occurrences(needle: Sequence[Word], hay: Sequence[Word]) -> list[int]:
    """Every index in `hay` at which all of `needle` stands, word for word."""
    wanted = [word.text for word in needle]
    texts = [word.text for word in hay]
    return [i for i in range(len(texts) - len(wanted) + 1) if texts[i : i + len(wanted)] == wanted]


def _compared(word: str) -> str:
    """A word as it is compared: `%` as a word, and numbers of one value as one (1,000 and 1000; $1.0 and $1)."""
    if word in _SPELLED:
        return _SPELLED[word]
    digits = re.fullmatch(r"(-?)([$£€]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?", word)
    if not digits:
        return alike(word)
    value = Decimal(digits[3].replace(",", "") + (digits[4] or ""))
    return f"{digits[1]}{digits[2]}{value.normalize():f}"
