"""All suspicions about an article, most certain first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, get_args

from checks.reading.parts import Certainty, Suspicion

if TYPE_CHECKING:
    from checks.reading.article import Reading

Rule = Callable[["Reading"], Iterable[Suspicion]]


def suspicions_about(reading: Reading) -> list[Suspicion]:
    """What every rule suspects, most certain first and then in the order of the text; nothing twice."""
    ranks = {certainty: rank for rank, certainty in enumerate(get_args(Certainty))}
    found = dict.fromkeys(suspicion for rule in _rules() for suspicion in reading.suspect(rule))
    return sorted(found, key=lambda one: (ranks[one.certainty], [(s.start, s.end) for s in one.spans], one.kind))


def _rules() -> tuple[Rule, ...]:
    return ()
