"""The part of a long passage that a claim is held against: the sentences that have the claim's words."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from checks.reading.speech.cues import listed

PLAIN = 300  # words and marks of a passage that is read as it stands
_READ = 200  # of a longer one so many are read
_STRETCH = 60  # a sentence that is longer is read as several
_WORD = re.compile(r"\w+|[^\w\s]")
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[^a-z\s])|\n\s*")
_COMMON = listed(
    "the and that for with from was were has have had not but his her its their they she this which who will would "
    "been are said into than more also after before over about when what there all one out"
)


def length(text: str) -> int:
    """The words, numbers and marks of a text, counted."""
    return sum(1 for _ in _WORD.finditer(text))


def nearest(claim: str, passage: str) -> str:
    """The passage, or of a long one the sentences with the rarest of the claim's words, each with the one before.

    Which sentences are read decides nothing about the claim: what stands in none of them is not stated.
    """
    if length(passage) <= PLAIN:
        return passage
    parts = _parts(passage)
    wanted = set(_stems(claim))
    having = [wanted.intersection(_stems(part)) for part in parts]
    often = Counter(stem for stems in having for stem in stems)
    scores = [sum(1 / often[stem] for stem in sorted(stems)) + len(stems) / 100 for stems in having]
    kept: set[int] = set()
    left = _READ
    for at in sorted(range(len(parts)), key=lambda at: (-scores[at], at)):
        both = {at, max(at - 1, 0)} - kept
        left -= sum(length(parts[one]) for one in both)
        if left < 0:
            break
        kept |= both
    return "".join(parts[at] for at in sorted(kept))


def _parts(passage: str) -> list[str]:
    """The passage cut into its sentences, and those into stretches, with the white space behind each."""
    cuts = {0, len(passage), *(found.end() for found in _END.finditer(passage))}
    bounds = sorted(cuts)
    parts: list[str] = []
    for start, end in pairwise(bounds):
        starts = [found.start() for found in _WORD.finditer(passage, start, end)][::_STRETCH][1:]
        edges = [start, *starts, end]
        parts += [passage[a:b] for a, b in pairwise(edges)]
    return parts


def _stems(text: str) -> list[str]:
    """The words that tell something, in lower case and without what endings change; numbers as they stand."""
    words = (found[0].lower() for found in _WORD.finditer(text))
    telling = (word for word in words if word not in _COMMON and (len(word) > 2 or word.isdigit()))
    return [word if word[0].isdigit() else word[:5] for word in telling]
