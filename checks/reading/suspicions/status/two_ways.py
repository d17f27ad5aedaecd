"""All that an article tells in two ways that cannot both be so: acts, outcomes, names and voices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checks.reading.parts import Suspicion
from checks.reading.suspicions.status.contests import contests
from checks.reading.suspicions.status.identities import two_names
from checks.reading.suspicions.status.outcomes import two_outcomes
from checks.reading.suspicions.status.statuses import done_and_planned
from checks.reading.suspicions.status.unnamed import unnamed_voices

if TYPE_CHECKING:
    from checks.reading.article import Reading


def told_two_ways(reading: Reading) -> Iterator[Suspicion]:
    """What the article tells as done and as to come, with two outcomes, of two names, and of the unnamed and named."""
    yield from done_and_planned(reading)
    yield from two_outcomes(reading)
    yield from contests(reading)
    yield from two_names(reading)
    yield from unnamed_voices(reading)
