"""Words laid beside words: the run of a source that a quotation comes nearest to, and where the two differ.

Source: Sellers, The theory and computation of evolutionary distances, J. Algorithms 1 (1980) 359-373, with words for
letters and a lower price for the small words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from checks.reading.quoting.same import why_same
from checks.reading.quoting.sense import content
from checks.reading.quoting.texts import Text
from checks.reading.quoting.verbs import form_of

Op = tuple[int, int, int, int]  # first and last+1 word of the source, first and last+1 word of the quotation
_MOST_CELLS = 150_000  # a longer comparison is left to rapidfuzz
_PLACES = 4  # places of the source that are looked at closely
_TOO_COMMON = 3000  # a word that stands more often does not tell where to look
_TELLING = 24  # words of the quotation that tell where to look


@dataclass(frozen=True)
class Placed:
    """A piece of the quotation, words `first` to `last` (exclusive) of it, at words `start` to `end` of the source."""

    first: int
    last: int
    start: int
    end: int
    differing: tuple[Op, ...] = ()
    cost: float = 0.0

    @property
    def exact(self) -> bool:
        """Whether every word is the same."""
        return not self.differing


def exact_places(
    source: Text, words: Sequence[str], first: int, last: int, near: tuple[int, int] | None
) -> list[Placed]:
    """Where the words `first` to `last` of a quotation stand in the source as they are."""
    needle = list(words[first:last])
    low, high = near or (0, len(source))
    return [
        Placed(first, last, at, at + len(needle)) for at in source.occurrences(needle, first=max(low, 0), last=high)
    ]


def like_places(
    source: Text, words: Sequence[str], first: int, last: int, near: tuple[int, int] | None = None
) -> list[Placed]:
    """The places of the source that come nearest to words of a quotation, the nearest first; perhaps none."""
    piece = list(words[first:last])
    if not piece or not len(source):
        return []
    found: dict[tuple[int, int], Placed] = {}
    for begin, end in _windows(source, piece, near):
        placed = _best(source, piece, begin, end)
        if placed:
            start, stop, ops, cost = placed
            shifted = tuple((a, b, c + first, d + first) for a, b, c, d in ops)
            found.setdefault((start, stop), Placed(first, last, start, stop, shifted, cost))
    return sorted(found.values(), key=lambda one: (one.cost, one.start))


def _windows(source: Text, piece: Sequence[str], near: tuple[int, int] | None) -> list[tuple[int, int]]:
    """The stretches of the source in which most of the telling words of a piece stand together."""
    margin = len(piece) + 30
    if near and near[1] - near[0] <= 4 * margin + 400:
        return [(max(near[0], 0), min(near[1], len(source)))]
    if len(source) <= 2 * margin + 60:
        return [(0, len(source))]
    places = source.places
    known = sorted({word for word in piece if word in places}, key=lambda word: (len(places[word]), word))
    telling = [word for word in known if len(places[word]) <= _TOO_COMMON][:_TELLING] or known[:1]
    where = {word: at for at, word in reversed(list(enumerate(piece)))}
    width = max(len(piece) // 2, 12)
    votes: Counter[int] = Counter()
    for word in telling:
        weight = 3 if len(places[word]) < 20 else 2 if content(word) else 1
        seen = set()
        for at in places[word][:_TOO_COMMON]:
            bucket = (at - where[word]) // width
            for b in (bucket, bucket + 1):
                if b not in seen:
                    seen.add(b)
                    votes[b] += weight
    best = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[: 3 * _PLACES]
    windows: list[tuple[int, int]] = []
    for bucket, _ in best:
        begin, end = max(bucket * width - width - 15, 0), min(bucket * width + width + margin, len(source))
        if not any(abs(begin - other) < width for other, _ in windows):
            windows.append((begin, end))
        if len(windows) == _PLACES:
            break
    return windows


def _best(source: Text, piece: Sequence[str], begin: int, end: int) -> tuple[int, int, tuple[Op, ...], float] | None:
    """The run of words between `begin` and `end` that takes the least to become the piece, and what it takes."""
    hay = source.words[begin:end]
    if len(piece) * len(hay) > _MOST_CELLS:
        ops, cost = _by_rapidfuzz(hay, piece)
    else:
        ops, cost = _by_weight(hay, piece)
    ops = _trimmed(source, begin, _trimmed(source, begin, ops, hay)[::-1], hay)[::-1]
    # What the alignment skips of the source before its first and after its last kept word is not part of it.
    kept = [op for op in ops if op[0] == "="]
    if not kept:
        return None
    differing = _grouped(ops, hay, piece)
    start = begin + min(kept[0][1], *(op[0] for op in differing)) if differing else begin + kept[0][1]
    stop = begin + max(kept[-1][1] + 1, *(op[1] for op in differing)) if differing else begin + kept[-1][1] + 1
    return start, stop, tuple((a + begin, b + begin, c, d) for a, b, c, d in differing), cost


def _by_weight(hay: Sequence[str], piece: Sequence[str]) -> tuple[list[tuple[str, int, int]], float]:
    """The cheapest way through a table of prices; the ends of the source are free."""
    prices = [1.1 if content(word) else 0.9 for word in piece]
    skips = [0.3 if content(word) else 0.2 for word in hay]
    heavy = [content(word) for word in hay]
    bases = [form_of(word)[0] for word in hay]
    row = [0.0] * (len(hay) + 1)
    back: list[bytearray] = []
    for word, price in zip(piece, prices, strict=True):
        before, row = row, [row[0] + price]
        ways = bytearray(len(hay) + 1)
        ways[0] = 2
        base, own = form_of(word)[0], price > 1
        left = row[0]
        for j, other in enumerate(hay, 1):
            if other == word:
                best, way = before[j - 1], 1
            else:
                change = 0.5 if bases[j - 1] == base else (0.95 if own else 0.85) if heavy[j - 1] == own else 1.4
                best, way = before[j - 1] + change, 1
                if before[j] + price < best:
                    best, way = before[j] + price, 2
            skip = left + skips[j - 1]
            if skip < best:
                best, way = skip, 3
            row.append(best)
            ways[j] = way
            left = best
        back.append(ways)
    end = min(range(len(row)), key=row.__getitem__)
    cost, i, j = row[end], len(piece), end
    ops: list[tuple[str, int, int]] = []
    while i > 0:
        way = back[i - 1][j]
        if way == 1:
            i, j = i - 1, j - 1
            ops.append(("=" if hay[j] == piece[i] else "~", j, i))
        elif way == 2:
            i -= 1
            ops.append(("+", j, i))
        else:
            j -= 1
            ops.append(("-", j, i))
    return ops[::-1], cost


def _trimmed(
    source: Text, begin: int, ops: list[tuple[str, int, int]], hay: Sequence[str]
) -> list[tuple[str, int, int]]:
    """The steps without those at their end that only pick a word here and there out of another sentence.

    The words of the quotation that are there stay, as words put in. Steps may be given in either direction.
    """
    score, worst, cut = 0.0, 0.0, len(ops)
    for n in range(len(ops) - 1, -1, -1):
        sign, j, _ = ops[n]
        if sign == "=":
            score += 1.0 if content(hay[j]) else 0.4
        else:
            score -= 0.3 if sign == "-" else 0.9
        if score < worst:
            worst, cut = score, n
    lost = ops[cut:]
    skipped = sum(sign == "-" for sign, _, _ in lost)
    if not any(sign != "+" for sign, _, _ in lost) or cut == 0:
        return ops
    over = [min(begin + j, len(source) - 1) for sign, j, _ in ops[cut - 1 :] if sign != "+"]
    if skipped <= 6 and (len(over) < 2 or not source.breaks(min(over), max(over))):
        return ops
    if skipped <= 12 and over and source.between(min(over), max(over)).count('"') == 2:
        return ops  # “We will,” she said, “never agree.”
    here = ops[cut - 1][1] + (1 if ops[0][1] <= ops[-1][1] and ops[cut - 1][0] != "+" else 0)
    return [*ops[:cut], *(("+", here, i) for sign, _, i in lost if sign != "-")]


def _by_rapidfuzz(hay: Sequence[str], piece: Sequence[str]) -> tuple[list[tuple[str, int, int]], float]:
    from rapidfuzz.distance import Levenshtein

    ops: list[tuple[str, int, int]] = []
    for code in Levenshtein.opcodes(hay, piece):
        pairs = max(code.src_end - code.src_start, code.dest_end - code.dest_start)
        for n in range(pairs):
            j, i = code.src_start + n, code.dest_start + n
            sign = {"equal": "=", "replace": "~", "delete": "-", "insert": "+"}[code.tag]
            ops.append((sign, min(j, code.src_end), min(i, code.dest_end)))
    kept = [n for n, op in enumerate(ops) if op[0] == "="]
    if kept:
        ops = [op for n, op in enumerate(ops) if kept[0] <= n <= kept[-1] or op[0] == "+"]
    return ops, float(sum(op[0] != "=" for op in ops))


def _grouped(ops: Sequence[tuple[str, int, int]], hay: Sequence[str], piece: Sequence[str]) -> list[Op]:
    """The differences, those side by side as one."""
    found: list[Op] = []
    for sign, j, i in ops:
        if sign == "=":
            continue
        here = (j, j + (sign != "+"), i, i + (sign != "-"))
        if found and found[-1][1] == here[0] and found[-1][3] == here[2]:
            a, _, c, _ = found.pop()
            here = (a, here[1], c, here[3])
        found.append(here)
    return [part for op in found for part in _parted(op, hay, piece)]


def _parted(op: Op, hay: Sequence[str], piece: Sequence[str]) -> list[Op]:
    """One difference as several, where some of its words are the same but for their spelling."""
    a, b, c, d = op
    if b > a and d > c and (b - a, d - c) != (1, 1) and not why_same(hay[a:b], piece[c:d]):
        if why_same(hay[a : a + 1], piece[c : c + 1]):
            return [(a, a + 1, c, c + 1), *_parted((a + 1, b, c + 1, d), hay, piece)]
        if why_same(hay[b - 1 : b], piece[d - 1 : d]):
            return [*_parted((a, b - 1, c, d - 1), hay, piece), (b - 1, b, d - 1, d)]
    if b - a < 2 or b - a != d - c or why_same(hay[a:b], piece[c:d]):
        return [op]
    alike = [bool(why_same(hay[a + n : a + n + 1], piece[c + n : c + n + 1])) for n in range(b - a)]
    if not any(alike):
        return [op]
    return [(a + n, a + n + 1, c + n, c + n + 1) for n in range(b - a)]


def runs_of(source: Text, words: Sequence[str], first: int, last: int) -> list[Placed]:
    """The longest runs of a quotation's words that stand in the source word for word, from left to right."""
    found: list[Placed] = []
    at = first
    while at < last:
        low, high = 2, min(last - at, 200)
        if high < 3 or not source.occurrences(list(words[at : at + 3]), most=1):
            at += 1
            continue
        low = 3
        while low < high:
            middle = (low + high + 1) // 2
            if source.occurrences(list(words[at : at + middle]), most=1):
                low = middle
            else:
                high = middle - 1
        run = list(words[at : at + low])
        if any(map(content, run)):
            start = source.occurrences(run, most=1)[0]
            found.append(Placed(at, at + low, start, start + low))
            at += low
        else:
            at += 1
    return found
