"""What would make the rest hold if one statement gave way: the days in which its limit would have to lie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from checks.case.when import MONTHS
from checks.reading.timeline.limits import Choices, Effort, Network, grown, impossible, ways_of
from checks.reading.timeline.parts import CALENDAR, Limit, Repair, Statement

AROUND = 8  # choices of a statement that a repair is looked for near: the years next to the one that is meant
STEPS = 12  # spans between a statement and the nearest repair that are passed over
KEPT, PROBE = -1, -2  # the statement's other limits, and the span that is tried for the one that gives way
REPAIRED = 30  # members of a set: of longer ones nobody reads the repairs
_OTHERS, _OF_SET = "with the other statements kept", "with all else kept that can hold"
Span = tuple[int | None, int | None]


@dataclass
class Repairing:
    """The repairs of statements that hang together (`among`, by number).

    `whole` are those by which all the rest holds, each looked for once; `near` are days on which it held.
    """

    statements: Sequence[Statement]
    among: frozenset[int]
    effort: Effort
    whole: dict[int, list[Repair]] = field(default_factory=dict)
    near: dict[str, int] = field(default_factory=dict)

    def repairs_of(self, members: frozenset[int]) -> list[Repair]:
        """For each of the members of a set that cannot hold, the nearest repairs, one on either side of what it says.

        The rest that is kept is all of `among` but for that statement, if this can hold; else the other members and
        all that can hold with them, where what was assumed gives way first, and the article before other sources. Of
        the rest the cores hold, if they can. Any number of days in a repair, put for that limit, makes that rest hold:
        the span between two points that limits leave has no gaps (Dechter, Meiri and Pearl 1991, theorem 3.3). None
        are looked for of more than `REPAIRED` members, and none once the effort is spent.
        """
        found: list[Repair] = []
        for number in sorted(members)[:REPAIRED]:
            if number not in self.whole:
                rest, others = self.among - {number}, members - {number}
                kept = self._can_hold(rest, others)
                told = self._beside(number, kept, others, _OTHERS if kept == rest else _OF_SET)
                if kept != rest:
                    found += told
                    continue
                self.whole[number] = told
            found += self.whole[number]
        return found

    def _can_hold(self, rest: frozenset[int], others: frozenset[int]) -> frozenset[int]:
        """The rest without what cannot hold with the others, which can."""
        choices = {one: ways_of(self.statements[one]) for one in rest}
        network = impossible(choices, rest, self.effort, self.near)[1]
        if network is None:
            rest, network, _ = grown(choices, others, sorted(rest - others, key=self._doubt), self.effort, self.near)
        self.near = network.at if network else self.near
        return rest if network else others

    def _doubt(self, number: int) -> tuple[bool, bool, int]:
        """What gives way first: what was assumed, then what the article says, then what stands last."""
        return bool(self.statements[number].assumed), self.statements[number].source == "article", number

    def _beside(self, number: int, rest: frozenset[int], others: frozenset[int], which: str) -> list[Repair]:
        """The repairs of one statement by which the rest, which can hold, holds with it."""
        for core in dict.fromkeys((rest, others, frozenset[int]())):
            choices = {one: ways_of(self.statements[one], core=one in core) for one in rest}
            repairs = self._repairs(self.statements[number], choices, which)
            if repairs:
                return repairs
        return []

    def _repairs(self, statement: Statement, others: Mapping[int, Choices], rest: str) -> list[Repair]:
        near: dict[tuple[bool, int], tuple[Limit, Span]] = {}
        for choice in statement.choices[:AROUND]:
            for limit in choice:
                kept = Statement("", "", (tuple(one for one in choice if one is not limit),))
                for later in (False, True):
                    span = self._nearest(limit, kept, others, later)
                    if span:
                        far = min(_apart(one, span) for one in _alike(statement, limit))
                        near.setdefault((later, far), (limit, span))
        chosen = [
            min(key for key in near if key[0] == later) for later in (False, True) if any(k[0] == later for k in near)
        ]
        spans = {near[key][1]: near[key] for key in sorted(chosen, key=lambda key: (key[1], key[0]))}
        return [
            Repair(statement, *span, f"{rest}, {_told(statement, limit, span)}", limit)
            for limit, span in spans.values()
        ]

    def _nearest(self, limit: Limit, kept: Statement, others: Mapping[int, Choices], later: bool) -> Span | None:
        """The span nearest to a limit, before or after it, in which the others hold by some way of choosing."""
        low = limit.most + 1 if later and limit.most is not None else None
        high = limit.least - 1 if not later and limit.least is not None else None
        if limit.earlier != CALENDAR and not is_order(limit):
            low = max(low or 0, 0)  # no length is less than nothing
        if (low is None and high is None) or (later and limit.most is None) or (not later and limit.least is None):
            return None
        best: Span | None = None
        for _ in range(STEPS):
            probe = Statement("", "", ((replace(limit, least=low, most=high, core=None),),))
            choices = {**others, KEPT: ways_of(kept), PROBE: ways_of(probe)}
            network = impossible(choices, choices.keys(), self.effort, self.near)[1]
            if network is None:
                break
            least, most = _left(network, limit, low, high)
            best = (least, most)
            if later:
                if least is None or low is None or least <= low:
                    break
                high = least - 1
            else:
                if most is None or high is None or most >= high:
                    break
                low = most + 1
        return best


def allowed(network: Network, statement: Statement, number: int) -> Span:
    """What the others in a network leave for the first limit of a statement that was added as `number`, by one way of
    choosing in which it holds too: days as ordinals, or a number of days."""
    limit = statement.choices[0][0]
    return network.days_between(limit.earlier, limit.later, without=number)


def is_order(limit: Limit) -> bool:
    """Whether it says only which of two comes first, give or take a week."""
    ends = [end for end in (limit.least, limit.most) if end is not None]
    return limit.earlier != CALENDAR and len(ends) == 1 and abs(ends[0]) <= 7


def days_told(least: int | None, most: int | None) -> str:
    """A span of days given as ordinals, as it would be written: `between 1 and 11 December 2025`, `on or before …`."""
    first, last = _day(least), _day(most)
    if first is None and last is None:
        return "on any day"
    if first is None or last is None:
        return f"on or after {_written(first)}" if first else f"on or before {_written(last)}"
    if first == last:
        return f"on {_written(first)}"
    start = _written(first)
    if first.year == last.year:
        start = str(first.day) if first.month == last.month else start.rsplit(" ", 1)[0]
    return f"between {start} and {_written(last)}"


def number_told(least: int | None, most: int | None) -> str:
    """A number of days as it would be written: `45 to 54 days`, `at least 3 days`."""
    if least == most and least is not None:
        return f"{least:,} day{'' if least == 1 else 's'}"
    if least is None or most is None:
        bound, days = ("at least", least) if most is None else ("at most", most)
        return f"{bound} {days:,} day{'' if days == 1 else 's'}" if days is not None else "any number of days"
    return f"{least:,} to {most:,} days"


def _left(network: Network, limit: Limit, low: int | None, high: int | None) -> Span:
    """What the limits but for the probe leave, cut off where the search began."""
    least, most = network.days_between(limit.earlier, limit.later, without=PROBE)
    if low is not None:
        least = low if least is None else max(least, low)
    if high is not None:
        most = high if most is None else min(most, high)
    return least, most


def _apart(limit: Limit, span: Span) -> int:
    """How many days lie between a limit and a span; none where either is open towards the other."""
    gaps = [
        a - b for a, b in ((span[0], limit.most), (limit.least, span[1])) if a is not None and b is not None
    ]  # fmt: skip
    return max([0, *gaps])


def _alike(statement: Statement, limit: Limit) -> list[Limit]:
    """The limits between the same points in all choices: early March of each year."""
    ends = (limit.earlier, limit.later)
    return [one for choice in statement.choices for one in choice if (one.earlier, one.later) == ends]


def _told(statement: Statement, limit: Limit, span: Span) -> str:
    if limit.earlier == CALENDAR:
        return f"{statement.subject} {days_told(*span)}"
    if is_order(limit):
        return f"it was the other way round than “{statement.says}”"
    return f"{statement.subject} {number_told(*span)}"


def _day(ordinal: int | None) -> date | None:
    """The day of that number; None for none, and for one that no calendar reaches."""
    return date.fromordinal(ordinal) if ordinal is not None and 1 <= ordinal <= date.max.toordinal() else None


def _written(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year:04d}" if day else ""
