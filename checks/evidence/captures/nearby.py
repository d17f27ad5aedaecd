"""What stands in a text in place of words that are not there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from checks.evidence.captures.characters import words_of
from checks.reading.wording import alike

_SHOWN = 25  # words
_BEFORE = 8  # of them, before what differs
_SHORT = 64  # letters: up to here letters are aligned, beyond it words
_LIKE = 70.0  # of 100: how like the letters of short words must be
_SHARED = 0.5  # of the words
_MOST_LETTERS = 1_000_000  # of a text, that short words are looked for in
_EDGES = re.compile(r"^\W+|\W+$")


class Nearby:
    """A text in which the nearest thing to some words can be found; it is divided once, and only when that is asked."""

    def __init__(self, flat: str) -> None:
        self.flat = flat

    def in_form_alone(self, wanted: str) -> str:
        """The words as they stand in the text but for capitals and kinds of quotation marks and dashes; else empty."""
        form = _folded(wanted)
        at = self._plain.find(form) if len(form) == len(wanted) and len(self._plain) == len(self.flat) else -1
        return self._shown(at, at + len(wanted), wanted) if at >= 0 else ""

    def to(self, wanted: str) -> str:
        """The words that stand where `wanted` was expected, at most 25 of them around the first that differs; empty
        if nothing there is like it. Both texts have single spaces."""
        short = len(wanted) <= _SHORT  # of several short words all but one must be there, else letters tell more
        found = self._by_words(wanted, but_one=short) or (self._by_letters(wanted) if short else None)
        if not found:
            return ""
        start, end = self._spans[found[0]][0], self._spans[found[1]][1]
        while wanted[-1:].isalnum() and end > start and not self.flat[end - 1].isalnum():
            end -= 1  # marks behind the words are no part of them where none were quoted
        while wanted[:1].isalnum() and start < end and not self.flat[start].isalnum():
            start += 1
        return self._shown(start, end, wanted)

    @cached_property
    def _plain(self) -> str:
        return _folded(self.flat)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        return words_of(self.flat)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for number, (start, end) in enumerate(self._spans):
            places.setdefault(_key(self.flat[start:end]), []).append(number)
        return places

    def _by_letters(self, wanted: str) -> tuple[int, int] | None:
        """The words that share most letters with short ones: first and last, by number."""
        from rapidfuzz.fuzz import partial_ratio_alignment

        hay = self.flat[:_MOST_LETTERS]
        best = None
        for one, text in ((wanted, hay), (_folded(wanted), self._plain[:_MOST_LETTERS])):
            found = partial_ratio_alignment(one, text, score_cutoff=_LIKE)
            if found is not None and len(text) >= len(one) and (best is None or found.score > best.score):
                best = found
        if best is None:
            return None
        starts = [start for start, _ in self._spans]
        first = max(bisect_left(starts, best.dest_start + 1) - 1, 0)
        last = max(bisect_left(starts, best.dest_end) - 1, first)
        # A word at an edge of which most is outside is beside them, and none of them.
        if first < last and 2 * (self._spans[first][1] - best.dest_start) < self._length(first):
            first += 1
        if first < last and 2 * (best.dest_end - starts[last]) < self._length(last):
            last -= 1
        return first, last

    def _length(self, word: int) -> int:
        return self._spans[word][1] - self._spans[word][0]

    def _by_words(self, wanted: str, *, but_one: bool) -> tuple[int, int] | None:
        """The window of the text that shares most words with long ones, cut to where they agree."""
        from rapidfuzz.distance import LCSseq

        keys = [_key(wanted[start:end]) for start, end in words_of(wanted)]
        least = max(len(keys) - 1, 3) if but_one else max(_SHARED * len(keys), 2)
        sought = Counter(keys)
        hits = sorted((place, key) for key in sought for place in self._places.get(key, ()))
        width, held, shared, last = len(keys) + max(3, len(keys) // 5), Counter[str](), 0, 0
        best, at = 0, 0
        for place, key in hits:
            held[key] += 1
            shared += held[key] <= sought[key]
            while hits[last][0] <= place - width:
                gone = hits[last][1]
                shared -= held[gone] <= sought[gone]
                held[gone] -= 1
                last += 1
            if shared > best:
                best, at = shared, hits[last][0]
        if best < least:
            return None
        window = [_key(self.flat[start:end]) for start, end in self._spans[at : at + width]]
        same = LCSseq.opcodes(keys, window)
        kept = [one for one in same if one.tag == "equal"]
        if sum(one.src_end - one.src_start for one in kept) < (least if but_one else _SHARED * len(keys)):
            return None
        # What differs at an end has as many words here as there.
        first = at + max(kept[0].dest_start - kept[0].src_start, 0)
        return first, min(at + kept[-1].dest_end - 1 + len(keys) - kept[-1].src_end, len(self._spans) - 1)

    def _shown(self, start: int, end: int, wanted: str) -> str:
        there = self.flat[start:end]
        spans, asked = words_of(there), [wanted[a:b] for a, b in words_of(wanted)]
        differs = next((n for n, ((a, b), one) in enumerate(zip(spans, asked, strict=False)) if there[a:b] != one), 0)
        first = 0 if len(spans) <= _SHOWN else max(0, min(differs - _BEFORE, len(spans) - _SHOWN))
        last = min(first + _SHOWN, len(spans)) - 1
        shown = there[spans[first][0] : spans[last][1]][:600] if spans else ""
        return f"{'… ' if first else ''}{shown}{' …' if last < len(spans) - 1 else ''}"


def _key(word: str) -> str:
    """A word as places are looked for by: without case, marks at its ends and their typography."""
    plain = alike(word)
    return _EDGES.sub("", plain) or plain


def _folded(text: str) -> str:
    """Case and typography made alike, unless that moves the characters behind."""
    plain = alike(text)
    return plain if len(plain) == len(text) else text
