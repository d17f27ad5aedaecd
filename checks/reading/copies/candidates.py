"""Which of very many articles are worth comparing: those that share rare things, found by an index, not pair by pair.

Two things are indexed, both from the articles' fingerprints: the smallest runs of five words by each of some random
orders, and neighbouring names and numbers. One order alone is a band, as a brief has few runs of its story.

Why both: of 1,000 copies planted among 10,000 made-up articles, MinHash of runs alone finds all that were cut or
lightly edited, 99 in 100 briefs and 31 in 100 rewritings (with bands of two orders 45 and none); names and numbers
alone find all rewritings and 79 in 100 briefs; together they find all. Of 52 pairs of copies written for it the three
find 32, 52 and 52. Of pieces of 60 words cut out of 600 to 20,000, without a name or number, MinHash finds 98 in 100.

What stands in many articles shows nothing of two of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from checks.reading.copies.fingerprints import FACT, HEAD, SLOTS

EVERYBODYS = 12  # articles that share a mark; of more, only neighbours are paired, and only by some orders of runs
FEW_FOR_CROWDS = 4  # one order of so many: in each a crowd of one mould would have other neighbours
PLACE = 24  # bits for the number of an article, and the rest of 64 for what it is found by
_AT_ONCE = 8  # orders whose pairs are counted together, to save memory


def candidates(fingerprints: Iterable[bytes]) -> list[tuple[int, int]]:
    """Which pairs of articles share so much that they should be compared? Their places, the lower first, in order.

    Of pairs that share neither two of the smallest runs nor two neighbouring names or numbers nothing is said;
    16 million articles are the most. Memory: some 600 bytes for each article, and 24 for each pair that shares a mark.
    """
    import numpy as np

    signed, facts, of_runs, of_facts = bytearray(), bytearray(), list[int](), list[int]()
    for one in fingerprints:
        (_, stretches), end = HEAD.unpack_from(one), HEAD.size
        middle = end + 4 * SLOTS * stretches
        signed += one[end:middle]
        facts += one[middle:]
        of_runs.append(stretches)
        of_facts.append((len(one) - middle) // 8)
    places = np.arange(len(of_runs), dtype=np.uint64)
    rows = np.frombuffer(bytes(signed), dtype="<u4").reshape(-1, SLOTS)
    told = np.frombuffer(bytes(facts), dtype="<u8").astype(np.uint64) & np.uint64(FACT)
    once = [sharing(told << np.uint64(PLACE) | np.repeat(places, of_facts), False)]
    twice = np.empty(0, dtype=np.uint64)
    by_run = np.repeat(places, of_runs)
    for number in range(SLOTS):
        marked = rows[:, number].astype(np.uint64) << np.uint64(PLACE) | by_run
        once.append(sharing(marked, number % FEW_FOR_CROWDS == 0))
        if len(once) > _AT_ONCE or number == SLOTS - 1:
            found = np.sort(np.concatenate(once))
            twice = _each_once(np.sort(np.concatenate((twice, found[1:][found[1:] == found[:-1]]))))
            once = [_each_once(found)]
    lower, upper = twice >> np.uint64(PLACE), twice & np.uint64((1 << PLACE) - 1)
    return list(zip(lower.tolist(), upper.tolist(), strict=True))


def _each_once(ordered: Any) -> Any:
    """The numbers of an ordered array without those that are as the one before."""
    return ordered[_begins(ordered)]


def _begins(ordered: Any) -> Any:
    """Of each number of an ordered array, whether it is another than the one before."""
    import numpy as np

    begins = np.ones(len(ordered), dtype=bool)
    begins[1:] = ordered[1:] != ordered[:-1]
    return begins


def sharing(marked: Any, crowds: bool) -> Any:
    """Every two places that share a mark, as one number; of a mark that many have, neighbours alone or none.

    `marked` is an array of marks of at most 40 bits, each moved up by `PLACE` bits, with a place in those; so is what
    is given back, with the lower place in the upper bits. A pair is told for each mark that it shares.
    """
    import numpy as np

    marked = _each_once(np.sort(marked))  # a mark that one article has twice counts once
    marks, places = marked >> np.uint64(PLACE), marked & np.uint64((1 << PLACE) - 1)
    sharing = np.diff(np.append(np.flatnonzero(_begins(marks)), len(marks)))
    many = np.repeat(sharing > EVERYBODYS, sharing)
    shared = np.repeat(sharing > 1, sharing) & (~many | crowds)
    marks, places, many = marks[shared], places[shared], many[shared]
    found = [np.empty(0, dtype=np.uint64)]
    for step in range(1, EVERYBODYS):
        same = marks[step:] == marks[:-step]
        if step > 1:
            same &= ~many[step:]
        found.append(places[:-step][same] << np.uint64(PLACE) | places[step:][same])
    return np.concatenate(found)
