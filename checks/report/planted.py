"""How well would these checks have caught an error? Known faults planted into the case, as tables for the report."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checks.case.folder import Case
from checks.case.planting.outcomes import EACH, SEED, counted, place, plant, why_missed


@dataclass(frozen=True)
class PlantedErrors:
    """What was planted and caught: `rows` of a kind, how many were planted, caught, and of these only left unsettled.

    `missed` and `alarms` name each fault that was not caught and each twin that was not left alone.
    """

    rows: list[tuple[str, int, int, int]]
    twins: list[tuple[str, int, int]]
    missed: list[tuple[str, str, str]]
    alarms: list[tuple[str, str, str]]
    bare: tuple[str, ...]
    supported: int
    each: int = EACH
    seed: int = SEED

    @property
    def planted(self) -> int:
        """How many faults were planted."""
        return sum(row[1] for row in self.rows)

    @property
    def caught(self) -> int:
        """How many of them were caught."""
        return sum(row[2] for row in self.rows)

    @property
    def percent(self) -> int:
        """The share that was caught, in whole percent, cut off: it never says 100 where one was missed."""
        return 100 * self.caught // self.planted if self.planted else 0


def planted_errors(case: Case) -> PlantedErrors:
    """Plants the faults of the fixed seed and tells what became of them; the same case gives the same."""
    found = plant(case)
    return PlantedErrors(
        [
            (kind, len(of), sum(one.caught for one in of), sum(one.caught and not one.refuted for one in of))
            for kind, of in counted(found.faults)
        ],
        [(kind, len(of), sum(one.silent for one in of)) for kind, of in counted(found.twins)],
        [(one.claim, _plain(place(one)), _plain(why_missed(one))) for one in found.missed],
        [
            (one.claim, _plain(place(one)), f"{one.verdict or 'it could not be asked'}: {one.reason}")
            for one in found.alarms
        ],
        found.bare,
        found.supported,
    )


def _plain(told: str) -> str:
    """The names of arguments and checks without the marks that a terminal shows them in."""
    return re.sub(r"`([a-z0-9_-]+)`", r"\1", told)
