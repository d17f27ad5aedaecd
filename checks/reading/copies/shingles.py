"""Runs of words that two texts share: shingles of five words, and how much of one text stands in another.

Containment, not likeness of the whole (Jaccard): a brief cut from a long story is all in it, while most of the story is
not in the brief. Why five: one word in ten changed leaves 59 in 100 runs of five whole, and 43 in 100 of eight; runs of
three or four are shared by chance ("at the end of the", "the rest of the year"), of five hardly ever. Source: Broder,
On the resemblance and containment of documents, 1997.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

LENGTH = 5
MOST_WORDS = 100_000  # of a longer text the beginning is compared
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+(?:\.\d+)*")
_ASCII_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)*")  # the same, sooner
_THOUSANDS = re.compile(r",(?=\d)(?<=\d,)")
_ALIKE = str.maketrans({**dict.fromkeys("‘’ʼ`´", "'"), "\u00ad": None})
_ROLL, _WRAP = 0x9E3779B97F4A7C15, (1 << 64) - 1


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case without marks, at most `MOST_WORDS` of them; a number keeps its point."""
    if text.isascii():
        return _ASCII_WORD.findall(_THOUSANDS.sub("", text.replace("`", "'").lower()))[:MOST_WORDS]
    plain = unicodedata.normalize("NFC", text.translate(_ALIKE)).lower()
    return _WORD.findall(_THOUSANDS.sub("", plain))[:MOST_WORDS]


def shingles(words: Sequence[str]) -> list[int]:
    """Each run of `LENGTH` words as a number of 64 bits, in order; a text of fewer words is one run, of none none.

    The numbers are the same in every process.
    """
    if not words:
        return []
    codes = [_code(word) for word in words]
    if len(codes) < LENGTH:
        return [_run(*codes, *[0] * (LENGTH - len(codes)))]
    return [_run(*run) for run in zip(codes, codes[1:], codes[2:], codes[3:], codes[4:], strict=False)]


def contained(part: frozenset[int], whole: frozenset[int]) -> float:
    """The share of the runs of one text that stand in another, 0 to 1; of a text without words 0."""
    return len(part & whole) / len(part) if part else 0.0


def _run(one: int, two: int, three: int, four: int, five: int) -> int:
    run = ((((one * 31 + two) * 131 + three) * 1031 + four) * 8209 + five) * _ROLL & _WRAP
    return run ^ run >> 29


@lru_cache(maxsize=65_536)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
