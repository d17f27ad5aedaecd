"""What changed in the words of a page between two captures of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.evidence.captures.characters import cleaned, words_of

MOST_PIECES = 40
_CONTEXT = 6  # words around a change
_AT_MOST = 30  # words of one change that are shown
_ROW = 4  # words that stand in a row once here and once there, and so are taken for the same
_MOST_CELLS = 400_000_000  # of a table of all words of one side by all of the other: 50 MB
_MOST_WORDS = 500_000

_Op = tuple[int, int, int, int]  # words of the old text, from and to, and of the new that stand in their place


@dataclass(frozen=True)
class Changed:
    """What changed. `pieces` shows the first places with words around them, `[-taken out-]` and `{+put in+}`; `more` is
    how many places are not shown; `taken_out` and `put_in` count words, `places` changes."""

    pieces: tuple[str, ...]
    more: int
    taken_out: int
    put_in: int
    places: int

    def __str__(self) -> str:
        if not self.places:
            return "the words are the same"
        out = f"{self.taken_out:,} word{_s(self.taken_out)} taken out, {self.put_in:,} put in"
        head = f"{out}, in {self.places:,} place{_s(self.places)}:"
        tail = [f"… and {self.more:,} more place{_s(self.more)}"] if self.more else []
        return "\n".join([head, *self.pieces, *tail])


def changed(old: str, new: str) -> Changed:
    """Which words were taken out of a page's text, and which put in, from one capture of it to the next?

    White space is not compared; of very long texts, lines are. Rows of words that stand once in either text divide
    both (patience diff: Cohen, 2003); between them the longest common subsequence is taken (Hyyrö, 2004, by rapidfuzz),
    and where that table were too large all is told as replaced: the time grows with the length of the texts. Moved
    words are taken out and put in.
    """
    old, new = cleaned(old), cleaned(new)
    was, now = words_of(old), words_of(new)
    if max(len(was), len(now)) > _MOST_WORDS:
        was, now = ([found.span() for found in re.finditer(r"\S[^\n]*", text)] for text in (old, new))
    numbers: dict[str, int] = {}
    a = [numbers.setdefault(old[start:end], len(numbers)) for start, end in was]
    b = [numbers.setdefault(new[start:end], len(numbers)) for start, end in now]
    ops = _joined(_differing(a, b))
    groups = _groups(ops)
    shown = [_piece(group, old, was, new, now) for group in groups[:MOST_PIECES]]
    left = sum(len(group) for group in groups[MOST_PIECES:])
    return Changed(
        tuple(shown), left, sum(_number(old, was[op[0] : op[1]]) for op in ops),
        sum(_number(new, now[op[2] : op[3]]) for op in ops), len(ops)
    )  # fmt: skip


def _differing(a: Sequence[int], b: Sequence[int]) -> Iterator[_Op]:
    i = j = 0
    for x, y, length in [*_rows(a, b), (len(a), len(b), 0)]:
        yield from _between(a, b, i, x, j, y)
        i, j = x + length, y + length


def _rows(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int, int]]:
    """Runs of words that are the same on both sides, in order: begun by a row that each side has once."""
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    ours, theirs = (
        Counter(tuple(side[n : n + _ROW]) for n in range(first, len(side) - _ROW + 1)) for side in (a, b)
    )  # fmt: skip
    there = {row: n for n in range(first, len(b) - _ROW + 1) if theirs[row := tuple(b[n : n + _ROW])] == 1}
    pairs = [
        (n, there[row])
        for n in range(first, len(a) - _ROW + 1)
        if (row := tuple(a[n : n + _ROW])) in there and ours[row] == 1
    ]
    runs = [(0, 0, first)] if first else []
    for x, y in _rising(pairs):
        i, j, length = runs[-1] if runs else (0, 0, 0)
        if x < i + length or y < j + length:
            continue  # it lies in the run before
        begin = 0
        while x - begin > i + length and y - begin > j + length and a[x - begin - 1] == b[y - begin - 1]:
            begin += 1
        end = _ROW
        while x + end < len(a) and y + end < len(b) and a[x + end] == b[y + end]:
            end += 1
        runs.append((x - begin, y - begin, begin + end))
    return runs


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of pairs in which the second numbers rise, the first of them rising already."""
    from bisect import bisect_left

    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, y) in enumerate(pairs):
        place = bisect_left(ends, y)
        before.append(tops[place - 1] if place else -1)
        ends[place : place + 1] = [y]
        tops[place : place + 1] = [number]
    series = []
    at = tops[-1] if tops else -1
    while at >= 0:
        series.append(pairs[at])
        at = before[at]
    return series[::-1]


def _between(a: Sequence[int], b: Sequence[int], i: int, x: int, j: int, y: int) -> Iterator[_Op]:
    from rapidfuzz.distance import LCSseq

    while i < x and j < y and a[i] == b[j]:
        i, j = i + 1, j + 1
    while i < x and j < y and a[x - 1] == b[y - 1]:
        x, y = x - 1, y - 1
    if (x - i) * (y - j) > _MOST_CELLS or i == x or j == y:
        if i < x or j < y:
            yield i, x, j, y
        return
    for op in LCSseq.opcodes(a[i:x], b[j:y]):
        if op.tag != "equal":
            yield i + op.src_start, i + op.src_end, j + op.dest_start, j + op.dest_end


def _joined(ops: Iterator[_Op]) -> list[_Op]:
    """With those that touch made one."""
    joined: list[_Op] = []
    for op in ops:
        if joined and joined[-1][1] == op[0] and joined[-1][3] == op[2]:
            op = joined[-1][0], op[1], joined.pop()[2], op[3]
        joined.append(op)
    return joined


def _groups(ops: Sequence[_Op]) -> list[list[_Op]]:
    """Changes so near to one another that they are shown in one piece, up to eight."""
    groups: list[list[_Op]] = []
    for op in ops:
        if groups and op[0] - groups[-1][-1][1] <= _CONTEXT and len(groups[-1]) < 8:
            groups[-1].append(op)
        else:
            groups.append([op])
    return groups


def _piece(group: Sequence[_Op], old: str, was: list[tuple[int, int]], new: str, now: list[tuple[int, int]]) -> str:
    begin, end = max(0, group[0][0] - _CONTEXT), min(len(was), group[-1][1] + _CONTEXT)
    told = ["…"] if begin else []
    at = begin
    for i, x, j, y in group:
        told.append(_words(old, was, at, i))
        told.append(f"[-{_words(old, was, i, x)}-]" if x > i else "")
        told.append(f"{{+{_words(new, now, j, y)}+}}" if y > j else "")
        at = x
    told.append(_words(old, was, at, end))
    return " ".join([one for one in told if one] + (["…"] if end < len(was) else []))


def _s(number: int) -> str:
    return "" if number == 1 else "s"


def _number(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """How many words: a span is one, or a line of them."""
    return sum(max(1, len(text[start:end].split())) for start, end in spans)


def _words(text: str, spans: list[tuple[int, int]], first: int, last: int) -> str:
    if first >= last:
        return ""
    if last - first > _AT_MOST:
        half = _AT_MOST // 2
        left_out = f"… ({last - first - 2 * half:,} words) …"
        return " ".join((_words(text, spans, first, first + half), left_out, _words(text, spans, last - half, last)))
    # A word of hundreds of letters is no word; the end of such a thing is not shown.
    return " ".join(text[spans[first][0] : spans[last - 1][1]].split())[:2000]
