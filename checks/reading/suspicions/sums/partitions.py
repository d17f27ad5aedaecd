"""Whether figures that are said to make up a whole are any total that stands near them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from checks.reading.parts import AmountPhrase, Certainty, Suspicion
from checks.reading.suspicions.sums.adding import added
from checks.reading.suspicions.sums.places import Place, Said, alike, is_of, is_of_another_time, is_open
from checks.reading.suspicions.sums.stated import is_person, words_of, written

_MOST_TRIED = 9  # figures of which every choice is tried
_TURNS = re.compile(r"\b(?:against|compared|than|from|out of|after|before|but|whereas|said|says|told|according)\b")


@dataclass(frozen=True)
class Parts:
    """Figures that are said to make up a whole, those that may stand among them, and how far off a sum may be."""

    parts: tuple[Place, ...]
    tried: tuple[Place, ...]
    least: float = 0.6  # of the total, for the sum to be suspected of missing it
    most: float = 1.7
    certainty: Certainty = "likely"
    totals: tuple[Place, ...] | None = None  # where the total is known to be one of these
    must: tuple[Place, ...] = ()  # what every choice of them holds
    anything: bool = False  # whether the total may be of any noun: “four of the works”
    band: bool = False  # whether the total is a bare number of people, “an expedition of fourteen”
    loose: bool = False  # whether people of any kind can be the total
    ones: int = 0  # how many more stand at the end of the list as a word: “and one a Dane”


def phrases_of(places: Iterable[Place]) -> list[AmountPhrase]:
    """The figures themselves."""
    return [place.phrase for place in places]


def listed(places: Sequence[Place], first: int) -> tuple[Place, ...]:
    """The figures from `first` that stand in one sentence and are alike, with commas, “and” or “while” between them."""
    run = [places[first]]
    for one in places[first + 1 :]:
        glue = one.stated.low[one.k]
        follows = one.at == run[-1].at and one.k == run[-1].k + 1
        if not follows or not alike(run[0], one) or not re.search(r",|;|\band\b|\bwhile\b|\bplus\b|\bwith\b", glue):
            break
        if is_open(glue) or len(glue) > 90 or _TURNS.search(glue):
            break
        run.append(one)
    return tuple(run)


def missed(said: Said, at: int, found: Parts) -> Iterator[Suspicion]:
    """A suspicion where no choice of the figures about is any total that stands near."""
    parts = found.parts
    if any(
        part.phrase.bound not in ("", "about") or part.phrase.change or is_open(part.before[-40:]) for part in parts
    ):
        return

    def of(one: Place) -> bool:
        people = found.loose and (is_person(one.noun) or one.noun == "seat" or (found.band and not one.noun))
        any_noun = found.anything and bool(one.noun) and one.phrase.unit == parts[0].phrase.unit
        return is_of(one, parts) or ((people or any_noun) and one.phrase not in phrases_of(parts))

    totals = [one for one in (said.near(at) if found.totals is None else found.totals) if of(one)]
    every = [one for one in said.near(at) if of(one)] if found.totals else totals
    least = max(part.value for part in parts)
    totals = [one for one in totals if one.value >= least and not is_of_another_time(one) and not one.phrase.per]
    if not totals or any(_fits(found, total) for total in (*totals, *every)):
        return
    added_up = float(sum(part.value for part in parts)) + found.ones
    near = [one for one in totals if found.least <= added_up / float(one.value) <= found.most]
    if not near:
        return
    total = min(near, key=lambda one: (one.at > at, abs(added_up / float(one.value) - 1)))
    yield from _suspicion(parts, total, found.ones, found.certainty)


def _fits(found: Parts, total: Place) -> bool:
    """Whether any choice of the figures adds up to the total."""
    tried = [one for one in found.tried if one.phrase is not total.phrase and one.unit in ("", total.unit)]
    for part in found.parts:
        if part not in tried and part.phrase is not total.phrase:
            tried.append(part)
    least, most = total.ends
    tried = tried[-_MOST_TRIED:]
    must = {id(one.phrase) for one in found.must}
    for size in range(max(2, len(must)), len(tried) + 1):
        for some in combinations(tried, size):
            low, high = sum(one.ends[0] for one in some), sum(one.ends[1] for one in some) + found.ones
            if low > most or high < least or not must <= {id(one.phrase) for one in some}:
                continue
            if any(_answer(some, total, ones) != "no" for ones in range(found.ones + 1)):
                return True
    return False


def _listing(parts: Iterable[Place], ones: int) -> str:
    return "; ".join([*(written(part.phrase) for part in parts), *(["1"] * ones)])


def _answer(parts: Iterable[Place], total: Place, ones: int) -> str:
    return added(_listing(parts, ones), written(total.phrase))[0]


def _suspicion(parts: Sequence[Place], total: Place, ones: int, certainty: Certainty) -> Iterator[Suspicion]:
    listed, limit = _listing(parts, ones), written(total.phrase)
    answer, told = added(listed, limit)
    if answer == "no":
        quoted = any(one.stated.quoted for one in (*parts, total))
        yield Suspicion(
            "total",
            "total_adds_up",
            f"The parts and the total do not go together: {told}.",
            "look" if quoted else certainty,
            words_of(*(part.phrase for part in parts), total.phrase),
            (("parts", listed), ("total", limit)),
        )
