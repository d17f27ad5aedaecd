"""Whether all that is said of time can hold; if not, which fewest statements cannot, and what would mend it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checks.reading.timeline.lengths import days_of
from checks.reading.timeline.limits import Effort, ways_of
from checks.reading.timeline.parts import CALENDAR, Conflict, Statement
from checks.reading.timeline.repairs import Repairing
from checks.reading.timeline.smallest import Part

__all__ = ["conflicts", "days_of", "parts_of"]

MOST = 5  # sets that are told: more are seldom read, and mending the first mends most of them
EFFORT = 250_000  # steps, less than a second: only thousands of statements that hang together ever need so many


def conflicts(statements: Sequence[Statement]) -> list[Conflict]:
    """The sets of statements that cannot all hold, none where all can: the smallest one first, five at most.

    Each is minimal: its statements can hold when any one of them is taken away. Statements of a date that can hold in
    some year or other make none. The search is the same every time and takes a bounded number of steps. When these
    are spent, by thousands of statements that hang together, what was found stands: it cannot hold, but may have a
    member too many, or be larger than another set; and what was not decided by then is not told.

    Sources: see `limits`, `smallest` and `repairs`, which do this.
    """
    return list(_conflicts(tuple(statements)))


@lru_cache(maxsize=8)  # a case asks of the same statements again whenever it is verified
def _conflicts(statements: tuple[Statement, ...]) -> tuple[Conflict, ...]:
    effort, choices = Effort(EFFORT), {number: ways_of(one) for number, one in enumerate(statements)}
    parts = [Part(choices, frozenset(numbers), effort) for numbers in parts_of(statements)]
    for part in sorted(parts, key=lambda part: len(part.among)):  # the small ones cost little, and come first
        smallest = part.smallest()
        part.found += [smallest] if smallest else []
    broken = sorted(
        (part for part in parts if part.found), key=lambda part: (len(part.found[0]), sorted(part.found[0]))
    )
    for part in broken[:MOST]:
        part.further(MOST)
    first = {part.found[0] for part in broken}
    found = [(part, one) for part in broken[:MOST] for one in part.found]
    # The first of every part that does not hold comes before more of the same part.
    found.sort(key=lambda pair: (pair[1] not in first, len(pair[1]), sorted(pair[1])))
    repairing = {id(part): Repairing(statements, part.among, Effort(EFFORT)) for part in broken[:MOST]}
    return tuple(
        Conflict(tuple(statements[number] for number in sorted(one)), tuple(repairing[id(part)].repairs_of(one)))
        for part, one in found[:MOST]
    )


def parts_of(statements: Sequence[Statement]) -> list[list[int]]:
    """The statements by number, in groups that share no point but the calendar: what one says leaves the others be."""
    group: dict[str, str] = {}

    def first(point: str) -> str:
        while group.setdefault(point, point) != point:
            group[point] = point = group[group[point]]
        return point

    points = [sorted(_points(statement)) for statement in statements]
    for linked in points:
        for point in linked[1:]:
            group[first(point)] = first(linked[0])
    groups: dict[str, list[int]] = {}
    for number, linked in enumerate(points):
        if statements[number].choices:
            groups.setdefault(first(linked[0]) if linked else CALENDAR, []).append(number)
    return list(groups.values())


def _points(statement: Statement) -> set[str]:
    limits = [limit for choice in statement.choices for limit in choice]
    return {point for limit in limits for point in (limit.earlier, limit.later)} - {CALENDAR}
