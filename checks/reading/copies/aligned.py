"""Which sentences of two articles tell the same: by the words they share, the rare ones weighing more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from checks.reading.copies.drift_sides import Line, Side, groups_of

_OFTEN = 40  # lines that a stem may stand in and still lead from one to another
_PAIRS = 12  # lines of the first that one line of a copy may tell
_LEAST = 0.12  # what two lines must share to be a pair at all
_PLAIN = 0.35  # what two lines must share for the lines beside them to be looked at
_ORDER = 0.06  # what the same place in both articles adds
_SYNONYM = 0.5  # what a recorded synonym weighs beside the word itself
_SPARE = 6.0  # added to the weight of a line, so that two short lines are not a pair by one word


@dataclass(frozen=True)
class Aligned:
    """For each line of the copy the lines of the first that tell the same, with how much of it (0 to 1); `weights` of
    stems, rare ones more; `beside` are the lines at those that the line itself, or one next to it, plainly tells."""

    pairs: tuple[Mapping[int, float], ...]
    weights: Mapping[str, float]
    beside: tuple[frozenset[int], ...]

    def likeness(self, copy: int, first: int) -> float:
        """How far two lines tell the same, 0 to 1."""
        return self.pairs[copy].get(first, 0.0)


def aligned(first: Side, copy: Side) -> Aligned:
    """Which lines of `copy` tell what lines of `first` tell? Order may change, and lines be joined or split.

    Linear in the words but for stems that stand in many lines, which lead to no pair of themselves. The weights are
    inverse document frequencies (Spärck Jones 1972, doi:10.1108/eb026526), a line of either article a document.
    """
    counts = Counter(f for side in (first, copy) for line in side.lines for f in _features(line))
    lines = len(first.lines) + len(copy.lines)
    weights = {feature: log(1 + lines / count) for feature, count in counts.items()}
    where: dict[str, list[int]] = {}
    for number, line in enumerate(first.lines):
        for feature in _features(line):
            where.setdefault(feature, []).append(number)
    heavy = [_weight(line, weights) for line in first.lines]
    pairs = []
    for number, line in enumerate(copy.lines):
        shared: dict[int, float] = {}
        for stem in line.stems:
            told = dict.fromkeys(where.get(stem, ())[:_OFTEN], weights[stem])
            for group in groups_of(stem):
                for other in where.get(group, ())[:_OFTEN]:
                    told.setdefault(other, weights[stem] * _SYNONYM)
            for other, weight in told.items():
                shared[other] = shared.get(other, 0.0) + weight
        own = _weight(line, weights)
        found: dict[int, float] = {}
        for other, weight in shared.items():
            apart = abs(number / len(copy.lines) - other / len(first.lines))
            score = weight / (min(own, heavy[other]) + _SPARE) + _ORDER * (1 - apart)
            if score >= _LEAST:
                found[other] = min(score, 1.0)
        likest = sorted(found, key=lambda other: (-found[other], other))[:_PAIRS]
        pairs.append({other: found[other] for other in likest})
    return Aligned(tuple(pairs), weights, tuple(_beside(pairs, number) for number in range(len(pairs))))


def _beside(pairs: Sequence[Mapping[int, float]], number: int) -> frozenset[int]:
    around = pairs[max(number - 1, 0) : number + 2]
    plain = [other for told in around for other, like in told.items() if like >= _PLAIN]
    return frozenset(near for other in plain for near in (other - 1, other, other + 1))


def _features(line: Line) -> dict[str, None]:
    """The stems of a line, and the groups of synonyms that they stand in."""
    return dict.fromkeys((*line.stems, *(group for stem in line.stems for group in groups_of(stem))))


def _weight(line: Line, weights: Mapping[str, float]) -> float:
    return sum(weights[stem] for stem in line.stems)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two sets of weighted words are, 0 to 1."""
    top = sum(weight * other[word] for word, weight in one.items() if word in other)
    under = sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return top / under if under else 0.0
