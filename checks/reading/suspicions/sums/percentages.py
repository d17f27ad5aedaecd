"""Percentages, points, multiples and rates that do not follow from the figures told beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.suspicions.sums.masked import Masked, masked_sentences
from checks.reading.suspicions.sums.percentages_beside import Told, changes, directions, shares
from checks.reading.suspicions.sums.percentages_in_words import in_words
from checks.reading.suspicions.sums.percentages_near import near
from checks.reading.suspicions.sums.shares_apart import shares_apart

if TYPE_CHECKING:
    from checks.reading.article import Reading

_CHECK = "percentage_follows"


def percentages(reading: Reading) -> Iterator[Suspicion]:
    """Which percentages, points, multiples, fractions and rates do not follow from the figures beside them?

    Compared are part and whole, the figure before and the one after, a fraction and its percentage, a sum and the
    share of each, and a verb of rising or falling with its figures. Source: as in the check `percentage_follows`.
    """
    quoted = [(one.start, one.end) for one in reading.quotations if one.kind in ("direct", "mixed")]
    sentences = list(masked_sentences(reading))
    seen: set[Words] = set()
    for one in chain(chain.from_iterable(map(_wrong, sentences)), near(sentences), shares_apart(sentences)):
        if one.outcome.stands != "follows" and one.percentage not in seen:
            seen.add(one.percentage)
            spoken = any(a <= one.spans[0].start and one.spans[-1].end <= b for a, b in quoted)
            yield _suspicion(one, spoken)


def _wrong(masked: Masked) -> Iterator[Told]:
    """The percentages of a sentence that follow from no figures that are told with them, each once."""
    if not masked.figures or masked.marks == "N":
        return
    found: dict[int, list[Told]] = {}
    for one in chain(shares(masked), changes(masked), in_words(masked), directions(masked)):
        found.setdefault(one.percentage.start, []).append(one)
    pairs: set[tuple[Words, ...]] = set()
    for readings in found.values():
        first = readings[0]
        if any(one.outcome.stands == "follows" for one in readings) or first.spans[-2:] in pairs:
            continue
        pairs.add(tuple(words for words in first.spans if words != first.percentage))
        yield first


def _suspicion(one: Told, spoken: bool) -> Suspicion:
    certainty: Certainty = {"nearly": "look", "as points": "likely"}.get(one.outcome.stands, one.certainty)  # type: ignore[assignment]
    if spoken:  # a speaker's slip is not the article's
        certainty = "likely" if certainty == "certain" else "look"
    reason = f"“{one.percentage.exact}” does not follow: {one.outcome.reason}."
    return Suspicion("percentage", _CHECK, reason, certainty, one.spans, one.asserts)
