"""Which of very many articles are worth comparing: those that share rare things, found by an index, not pair by pair.

Two things are indexed. Of the runs of five words, the smallest by each of `SLOTS` random orders (MinHash, by rensa):
articles that share a part of their runs have the same smallest in about that part of the orders. One order alone is a
band, as a brief has few runs of its story; and a long text is signed in stretches, as a short copy has few runs of the
whole. And every name or number with the next two after it, as they are: a rewriting keeps these and no run.

Why both: of 1,000 copies planted among 10,000 made-up articles, MinHash of runs alone finds all that were cut or
lightly edited, 99 in 100 briefs and 31 in 100 rewritings (with bands of two orders 45 and none); names and numbers
alone find all rewritings and 79 in 100 briefs; together they find all. Of 52 pairs of copies written for it the three
find 32, 52 and 52. Of pieces of 60 words cut out of 600 to 20,000, without a name or number, MinHash finds 98 in 100.

What stands in many articles shows nothing of two of them. Sources: Broder, On the resemblance and containment of
documents, 1997; Dahlgaard, Knudsen and Thorup, Fast similarity sketching, 2017 (the orders that rensa makes).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, compress, islice, pairwise
from operator import eq
from zlib import crc32

from checks.reading.copies.shingles import plain_words

SLOTS, SEED = 64, 7  # orders in which runs are sorted, always the same
STRETCH = 600  # words of one text that are signed together
AT_ONCE = 50  # texts that are signed by one call; each may be long
MOST = 1_000_000  # characters; of a longer text the beginning is looked at
EVERYBODYS = 12  # articles that share a mark; of more, only neighbours are paired, and only by some orders of runs
FEW_FOR_CROWDS = 4  # one order of so many: in each a crowd of one mould would have other neighbours
_PLACE, _FACT = 24, (1 << 40) - 1  # bits for the number of an article, and the rest of 64 for what it is found by
_PARTS = 64  # in which facts are sorted, to save memory; runs are sorted by their orders
# A number, or a word with a capital that no beginning of a sentence gives it.
_ANCHOR = re.compile(r"[^\W\d_a-z](?<=[\w,;'’] .)[^\W\d_]+|\d+(?:[.,]\d+)*")


def candidates(texts: Sequence[str], told: Callable[[int], None] = lambda done: None) -> list[tuple[int, int]]:
    """Which pairs of texts share so much that they should be compared? Places in `texts`, the lower first, in order.

    `told` is called with the number of texts read, for a progress bar. Of pairs that share neither two of the smallest
    runs nor two neighbouring names or numbers nothing is said; 16 million texts are the most.
    """
    by_runs = [array("Q") for _ in range(SLOTS)]
    by_facts = [array("Q") for _ in range(_PARTS)]
    for start in range(0, len(texts), AT_ONCE):
        some = [text[:MOST] for text in texts[start : start + AT_ONCE]]
        for place, signatures in enumerate(_signed(some), start):
            for signature in signatures:
                for part, least in zip(by_runs, signature, strict=True):
                    part.append(least << _PLACE | place)
        for place, text in enumerate(some, start):
            for fact in _facts(text):
                by_facts[fact % _PARTS].append(fact << _PLACE | place)
        told(start + len(some))
    once, twice = set[int](), set[int]()
    for number, part in enumerate(by_runs + by_facts):
        crowds = number < SLOTS and number % FEW_FOR_CROWDS == 0
        for places in _shared(part):
            for one, other in _paired(places, crowds):
                pair = one << _PLACE | other
                (twice if pair in once else once).add(pair)
    return [(pair >> _PLACE, pair & (1 << _PLACE) - 1) for pair in sorted(twice)]


def _signed(texts: Sequence[str]) -> Iterator[list[list[int]]]:
    """Of each text its signatures, one for each stretch: the smallest run of it in each of the orders, 32 bits."""
    from rensa import RMinHash

    runs: list[list[str]] = []
    ends = [0]
    for text in texts:
        runs += _stretches(plain_words(text))
        ends.append(len(runs))
    signatures = RMinHash.digest_matrix_from_token_sets(runs, SLOTS, SEED).to_rows()
    return (signatures[start:end] for start, end in pairwise(ends))


def _stretches(words: list[str]) -> list[list[str]]:
    """The runs of a text, as many together as one signature stands for; of a text without a run nothing."""
    runs = list(map(" ".join, zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)))
    count = -(-len(runs) // STRETCH)
    return [runs[at * len(runs) // count : (at + 1) * len(runs) // count] for at in range(count)]


def _facts(text: str) -> set[int]:
    """Numbers of 40 bits for every name or number with the next and the next but one."""
    anchors = [crc32(anchor.encode("utf-8", "surrogatepass")) for anchor in _ANCHOR.findall(text)]
    return {
        one * 31 + other * 8209 & _FACT for step in (1, 2) for one, other in zip(anchors, anchors[step:], strict=False)
    }


def _shared(part: array[int]) -> Iterator[list[int]]:
    """The places of the articles that share a mark, for each mark that more than one article has."""
    entries = sorted(part)
    marks = [entry >> _PLACE for entry in entries]
    for mark in set(compress(marks, map(eq, marks, islice(marks, 1, None)))):
        found = entries[bisect_left(marks, mark) : bisect_right(marks, mark)]
        places = sorted({entry & (1 << _PLACE) - 1 for entry in found})
        if len(places) > 1:
            yield places


def _paired(places: Sequence[int], crowds: bool) -> Iterable[tuple[int, int]]:
    if len(places) <= EVERYBODYS:
        return combinations(places, 2)
    return pairwise(places) if crowds else ()
