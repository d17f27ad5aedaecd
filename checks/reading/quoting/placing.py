"""Where the pieces of a quotation stand in its source: each as near to the others as it can."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from checks.reading.quoting.aligning import Placed, exact_places, like_places, runs_of
from checks.reading.quoting.same import why_same
from checks.reading.quoting.sense import content, kinds
from checks.reading.quoting.sides import Sides
from checks.reading.quoting.texts import Text

_NEAR = 300  # words around a placed piece in which the next is looked for first
_ANCHORS = 12
_PER_WORD = 0.004  # the price of a word between two pieces, in words changed
_FARTHEST = 3000  # words; farther apart is no worse
_BACKWARDS = 4.0  # the price of two pieces in the wrong order
_LONGEST_FOR_RUNS = 400  # words


def places_of(source: Text, sides: Sides) -> list[Placed | None]:
    """The place of each piece, None for one that the source has nothing like."""
    words, pieces = sides.text.words, sides.pieces
    found: dict[int, list[Placed]] = {}
    for number, (first, last) in enumerate(pieces):
        if last - first >= 3 or len(pieces) == 1:
            exact = exact_places(source, words, first, last, None)
            if exact:
                found[number] = exact
    if not found:
        longest = max(range(len(pieces)), key=lambda n: pieces[n][1] - pieces[n][0])
        like = [one for one in like_places(source, words, *pieces[longest]) if any_kept(one, words, source)]
        if like:
            found[longest] = like
    anchors = sorted(found.values(), key=lambda places: (len(places), places[0].first - places[0].last))
    around = [place for places in anchors for place in places][:_ANCHORS]
    for number, (first, last) in enumerate(pieces):
        if number in found:
            continue
        near: list[Placed] = []
        for anchor in around:
            near += exact_places(source, words, first, last, (anchor.start - _NEAR, anchor.end + _NEAR))
        if not near and last - first < 3:
            near = exact_places(source, words, first, last, None)
        if not near:
            for anchor in around[:3]:
                window = (anchor.start - _NEAR // 2, anchor.end + _NEAR // 2)
                near += [one for one in like_places(source, words, first, last, window) if any_kept(one, words, source)]
            near += [one for one in like_places(source, words, first, last) if any_kept(one, words, source)]
        if near:
            found[number] = list(dict.fromkeys(near))[:60]
    return _chained([found.get(number, []) for number in range(len(pieces))])


def any_kept(place: Placed, words: Sequence[str], source: Text) -> bool:
    """Whether a place shares enough with its piece to be a form of it: half of its words, or a long run of them."""
    hay = source.words
    unlike = [op for op in place.differing if not why_same(hay[op[0] : op[1]], words[op[2] : op[3]])]
    if not unlike:
        return place.last - place.first > 2 or any(content(words[n]) for n in range(place.first, place.last))
    short = place.last - place.first <= 6
    changed = {n for a, b, c, d in unlike if not (short and _akin(hay[a:b], words[c:d])) for n in range(c, d)}
    if place.differing and sorted(hay[place.start : place.end]) == sorted(words[place.first : place.last]):
        changed = set()  # the same words in another order
    kept = [words[n] for n in range(place.first, place.last) if n not in changed]
    length = place.last - place.first
    telling = [word for word in kept if content(word)]
    if not telling and (len(kept) < 4 or len(kept) * 10 < length * 7):
        return False
    if length <= 3:
        return len(kept) >= max(1, length - 1) and bool(telling)
    inside = sum(content(words[n]) for n in range(place.first, place.last))
    if len(kept) >= max(2, length / 2) and (len(kept) >= 4 or max(map(len, kept)) >= 5):
        return True
    longest = run = 0
    for n in range(place.first, place.last):
        run = run + 1 if n not in changed else 0
        longest = max(longest, run)
    skipped = sum(b - a for a, b, _, _ in place.differing)
    return (longest >= 5 and len(telling) >= 2) or (
        len(telling) >= 3 and len(telling) * 3 >= inside and len(kept) * 5 >= length * 2 and skipped <= length
    )


def _akin(source: Sequence[str], quoted: Sequence[str]) -> bool:
    """Whether words are those of the source in another tense, mood or number, or with its negation turned."""
    unlike = ("word changed", "words left out", "words inserted")
    return bool(source and quoted) and kinds(source, quoted)[0] not in unlike


def _chained(options: Sequence[Sequence[Placed]]) -> list[Placed | None]:
    """One place for each piece so that they are least changed, in order, and close together."""
    best: list[list[tuple[float, int, int]]] = []  # for each option: price, the piece before and its option
    for number, places in enumerate(options):
        row: list[tuple[float, int, int]] = []
        before = next((n for n in range(number - 1, -1, -1) if options[n]), -1)
        for place in places:
            if before < 0:
                row.append((place.cost, -1, -1))
                continue
            price, at = min((best[before][k][0] + _apart(other, place), k) for k, other in enumerate(options[before]))
            row.append((price + place.cost, before, at))
        best.append(row)
    chosen: list[Placed | None] = [None] * len(options)
    number = next((n for n in range(len(options) - 1, -1, -1) if options[n]), -1)
    if number < 0:
        return chosen
    at = min(range(len(best[number])), key=lambda k: best[number][k][0])
    while number >= 0:
        chosen[number] = options[number][at]
        _, number, at = best[number][at]
    return chosen


def _apart(one: Placed, other: Placed) -> float:
    if other.start >= one.end:
        return min(other.start - one.end, _FARTHEST) * _PER_WORD
    return _BACKWARDS + min(abs(one.start - other.end), _FARTHEST) * _PER_WORD


def joined_runs(source: Text, words: Sequence[str], place: Placed | None, first: int, last: int) -> list[Placed]:
    """The runs that a piece is put together from, if they stand apart and tell more of it than one place does."""
    length = last - first
    if length < 6 or length > _LONGEST_FOR_RUNS:
        return []
    runs = runs_of(source, words, first, last)
    runs = [run for run in runs if sum(content(words[n]) for n in range(run.first, run.last)) >= 1]
    covered = sum(run.last - run.first for run in runs)
    if len(runs) < 2 or covered * 10 < length * 8:
        return []
    changed = sum(d - c for _, _, c, d in place.differing) if place else length
    skipped = sum(b - a for a, b, _, _ in place.differing) if place else 0
    if place and changed <= 2 and skipped <= 12:
        return []  # one place explains it: words changed or left out
    closer: list[Placed] = []
    for run in runs:
        options = source.occurrences(list(words[run.first : run.last]))
        at = min(options, key=lambda start: abs(start - closer[-1].end)) if closer else options[0]
        closer.append(Placed(run.first, run.last, at, at + run.last - run.first))
    if len({run.start for run in closer}) < len(closer):
        return []  # one place, said again and again
    apart = any(
        two.start < one.end or two.start - one.end > 12 or source.sentence_breaks(one.end - 1, two.start)
        for one, two in pairwise(closer)
    )
    return closer if apart and length - covered < max(changed, 1) + 1 else []
