"""Words of one version of a text found again in the next, where they were changed or moved."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from checks.reading.sentences import sentences
from checks.reading.wording import Word, words

# Words that any two sentences share, and that so tell nothing of whether one is the other's later form.
_LITTLE = set(
    re.findall(
        r"\w+",
        "a an and are as at be been but by for from had has have he her his in is it its of on or she that the their "
        "they this to was were which who will with would",
    )
)
_ENOUGH = 0.5  # of the words that tell something


class TwoVersions:
    """A text and its next version, as words and sentences. Offsets are code points, end exclusive."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._old_words, self._new_words = words(old), words(new)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words of the old text stand in the new one, changed; None if they are gone.

        Sentences that stood in the old text already are passed over: they are themselves, and not what became of
        another. The sentence around the words is aligned with the new text word by word, else the words alone.
        """
        around = [span for span in self._old_sentences if span[0] < end and start < span[1]]
        own = {self._told(self._old_words, *span) for span in around}
        runs = self._runs(own)
        for first, last in ((around[0][0], around[-1][1]), (start, end)) if around else ():
            found = self._aligned(_within(self._old_words, first, last), start, end, runs)
            if found:
                return self._with_marks(start, end, *found)
        return None

    def around(self, text: str, start: int, end: int) -> str:
        """The sentences of one of the two texts that hold a stretch of it, as one line."""
        spans = self._old_sentences if text == self.old else self._new_sentences
        return " ".join(text[a:b] for a, b in spans if a < end and start < b)

    def changes(self) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        """Where the two texts differ: a sentence of the old one and the one that it became, or either alone (the other
        span is empty). What was only moved is not among them."""
        from rapidfuzz.distance import Indel

        was = [" ".join(self.old[a:b].split()) for a, b in self._old_sentences]
        now = [" ".join(self.new[a:b].split()) for a, b in self._new_sentences]
        told, same = list[tuple[int, int]](), Indel.opcodes(was, now)
        # Two edits side by side, as something taken out and put in, are one stretch between what stayed.
        stayed = [(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in same if op.tag == "equal"]
        ends = [(0, 0, 0, 0), *stayed, (len(was), len(was), len(now), len(now))]
        for (_, first, _, start), (last, _, end, _) in pairwise(ends):
            told += _paired(was, now, range(first, last), range(start, end))
        return [
            (self._old_sentences[i] if i >= 0 else (0, 0), self._new_sentences[j] if j >= 0 else (0, 0))
            for i, j in told
            if not (j < 0 and was[i] in now) and not (i < 0 and now[j] in was)
        ]

    @cached_property
    def _old_sentences(self) -> list[tuple[int, int]]:
        return sentences(self.old)

    @cached_property
    def _new_sentences(self) -> list[tuple[int, int]]:
        return sentences(self.new)

    @cached_property
    def _known(self) -> set[tuple[str, ...]]:
        return {self._told(self._old_words, *span) for span in self._old_sentences}

    @cached_property
    def _new_told(self) -> list[tuple[str, ...]]:
        return [self._told(self._new_words, *span) for span in self._new_sentences]

    def _told(self, of: Sequence[Word], start: int, end: int) -> tuple[str, ...]:
        return tuple(word.text for word in _within(of, start, end))

    def _runs(self, own: set[tuple[str, ...]]) -> list[list[Word]]:
        """The new text's words in stretches without a sentence that stood in the old one, but for those in `own`."""
        runs: list[list[Word]] = [[]]
        for (start, end), told in zip(self._new_sentences, self._new_told, strict=True):
            if told in self._known and told not in own:
                runs.append([])
            else:
                runs[-1] += _within(self._new_words, start, end)
        return [run for run in runs if run]

    def _aligned(
        self, needle: Sequence[Word], start: int, end: int, runs: Sequence[Sequence[Word]]
    ) -> tuple[int, int] | None:
        from rapidfuzz.fuzz import partial_ratio_alignment

        texts, best, score = [word.text for word in needle], None, 0.0
        for run in runs:
            hay = [word.text for word in run]
            if len(hay) < len(texts):  # the shorter of the two is looked for in the other
                first, last, alike = 0, len(hay), partial_ratio_alignment(hay, texts)
            else:
                alike = partial_ratio_alignment(texts, hay)
                first, last = (alike.dest_start, alike.dest_end) if alike else (0, 0)
            if alike and alike.score > score:
                slack = len(texts) // 2 + 3
                best, score = run[max(0, first - slack) : last + slack], alike.score
        if not best or not texts:
            return None
        pairs = _pairs(texts, [word.text for word in best])
        mine = [i for i, word in enumerate(needle) if word.start < end and start < word.end]
        held = [pairs[i] for i in mine if i in pairs]
        sure = _share(texts, best, pairs, mine) >= _ENOUGH
        likely = _share(texts, best, pairs, range(len(texts))) >= _ENOUGH and len(held) * 2 >= len(mine)
        return (best[held[0]].start, best[held[-1]].end) if held and (sure or likely) else None

    def _with_marks(self, start: int, end: int, new_start: int, new_end: int) -> tuple[int, int]:
        """A new span with the quotation marks and brackets at its edges that the old one has at its own."""
        exact = self.old[start:end]
        before, after = re.match(r"[^\w\s]*", exact), re.search(r"[^\w\s]*$", exact)
        if before and self.new[:new_start].endswith(before[0]):
            new_start -= len(before[0])
        if after and self.new.startswith(after[0], new_end):
            new_end += len(after[0])
        return new_start, new_end


def _paired(was: Sequence[str], now: Sequence[str], old: range, new: range) -> list[tuple[int, int]]:
    """The sentences of a changed stretch side by side in their order; -1 beside one that has no partner."""
    from rapidfuzz.fuzz import ratio

    pairs, at = [], new.start
    for i in old:
        best = max(range(at, new.stop), key=lambda j: ratio(was[i], now[j]), default=-1)
        if best < 0 or ratio(was[i], now[best]) < 100 * _ENOUGH:
            pairs.append((i, -1))
            continue
        pairs += [(-1, j) for j in range(at, best)] + [(i, best)]
        at = best + 1
    return pairs + [(-1, j) for j in range(at, new.stop)]


def _within(of: Sequence[Word], start: int, end: int) -> list[Word]:
    first = bisect_right(of, start, key=lambda word: word.end)
    return list(of[first : bisect_left(of, end, key=lambda word: word.start)])


def _share(texts: Sequence[str], hay: Sequence[Word], pairs: dict[int, int], of: Sequence[int]) -> float:
    """How many of some words stand unchanged beside their partner, of those that tell something if there are any."""
    telling = [i for i in of if texts[i] not in _LITTLE] or list(of)
    return sum(i in pairs and hay[pairs[i]].text == texts[i] for i in telling) / max(len(telling), 1)


def _pairs(needle: Sequence[str], hay: Sequence[str]) -> dict[int, int]:
    """The word of `hay` beside each word of `needle`: the fewest words changed, left out and put in, wherever in it.

    Source: the approximate matching of Sellers (1980), in which the ends of the longer text cost nothing.
    """
    rows = [[0] * (len(hay) + 1)]
    for i, word in enumerate(needle, 1):
        row, above = [i], rows[-1]
        for j, other in enumerate(hay, 1):
            row.append(min(above[j - 1] + (word != other), above[j] + 1, row[j - 1] + 1))
        rows.append(row)
    i, j = len(needle), max(range(len(hay) + 1), key=lambda at: (-rows[-1][at], at))
    pairs = {}
    while i and j:
        if rows[i][j] == rows[i - 1][j - 1] + (needle[i - 1] != hay[j - 1]):
            pairs[i - 1] = j - 1
            i, j = i - 1, j - 1
        elif rows[i][j] == rows[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return pairs
