"""Whether limits on the days between points can all hold, where some come with a choice: a temporal problem.

Limits cannot all hold where a ring of them adds up to less than nothing. Source: Dechter, Meiri and Pearl (1991),
Temporal constraint networks; a limit is added as in Cotton and Maler (2006), Fast and flexible difference constraint
propagation for DPLL(T).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from checks.reading.timeline.parts import CALENDAR, Limit, Statement

Way = Sequence[tuple[str, str, int]]  # limits of which all hold, each as: the second point at most so many days later
Choices = Sequence[Way]
AGAIN = 8  # statements that are tried once more with other choices made before them


@dataclass
class Network:
    """Limits that can all hold, and for each point a day (`at`) on which they do; `by` names whose limit each is.

    `steps` counts the days that were moved to make room for a limit: what it cost.
    """

    at: dict[str, int] = field(default_factory=lambda: {CALENDAR: 0})
    after: dict[str, list[tuple[str, int, int]]] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)
    steps: int = 0

    def add(self, way: Way, by: int) -> frozenset[int]:
        """Adds limits; where they cannot hold with the others, who made those that they cannot hold with, and `by`."""
        at = self.at
        for earlier, later, most in way:
            if earlier == later:
                if most < 0:
                    return frozenset({by})
                continue
            if earlier not in at:
                at[earlier] = at[later] - most if later in at else 0
            if later not in at:
                at[later] = at[earlier] + most
            self.after.setdefault(earlier, []).append((later, most, by))
            self.added.append(earlier)
            short = at[earlier] + most - at[later]
            if short < 0:
                ring = self._make_room(earlier, later, short, by)
                if ring:
                    return ring
        return frozenset()

    def undo(self, to: int) -> None:
        """Takes out what was added since `added` had that length; days that held with more hold with less."""
        while len(self.added) > to:
            self.after[self.added.pop()].pop()

    def days_between(self, earlier: str, later: str, without: int | None = None) -> tuple[int | None, int | None]:
        """The least and the most days from one point to another that the limits leave; any number between is left.

        The limits by `without` are left aside.
        """
        back = self._furthest(later, earlier, without)
        return (None if back is None else -back), self._furthest(earlier, later, without)

    def _make_room(self, earlier: str, later: str, short: int, by: int) -> frozenset[int]:
        """Moves `later`, which is too late by so many days, and all that hangs on it; the ring if that is not possible.

        The most belated move first, so that each moves once.
        """
        at, belated, came = self.at, {later: short}, {later: (earlier, by)}
        moved, waiting = dict[str, int](), [(short, later)]
        while waiting:
            short, point = heappop(waiting)
            if point in moved:
                continue
            if point == earlier:
                return _ring(came, earlier)
            self.steps += 1
            moved[point] = day = at[point] + short
            for following, days, whose in self.after.get(point, ()):
                short = day + days - at[following]
                if short < belated.get(following, 0) and following not in moved:
                    belated[following], came[following] = short, (point, whose)
                    heappush(waiting, (short, following))
        at.update(moved)
        return frozenset()

    def _furthest(self, start: str, end: str, without: int | None) -> int | None:
        """The most days that `end` can lie after `start`: the shortest way, by Dijkstra's search (None: no limit)."""
        at = self.at
        if start not in at or end not in at:
            return 0 if start == end else None
        best, waiting, done = {start: 0}, [(0, start)], set[str]()
        while waiting:
            slack, point = heappop(waiting)
            if point == end:
                return slack + at[end] - at[start]
            if point in done:
                continue
            done.add(point)
            for following, days, by in self.after.get(point, ()):
                longer = slack + at[point] + days - at[following]
                if by != without and (following not in best or longer < best[following]):
                    best[following] = longer
                    heappush(waiting, (longer, following))
        return None


def ways_of(statement: Statement, *, core: bool = False) -> Choices:
    """What a statement can come to, for a network; with the core of each limit, where it has one, if that is wanted."""
    return [
        [half for limit in choice for half in _halves(limit, limit.core if core else None)]
        for choice in statement.choices
    ]  # fmt: skip


@dataclass
class Effort:
    """How many more steps may be taken: what bounds every search, the same on every machine."""

    left: int

    def spend(self, steps: int) -> bool:
        """Takes so many steps away; whether any are left."""
        self.left -= steps
        return self.left >= 0


def impossible(
    choices: Mapping[int, Choices], among: Collection[int], effort: Effort, near: Mapping[str, int] | None = None
) -> tuple[frozenset[int], Network | None]:
    """Some of `among` that cannot all hold; or none, and a network in which all of them do.

    `choices` gives what each comes to. Statements with one choice come first; the others are tried in turn, and where
    no choice is left the search goes back to the last one that had a part in it (conflict-directed backjumping).
    Neither is given (none, and no network) once the effort is spent. Days to begin with (`near`) change no answer; the
    nearer they are to such as hold, the fewer must be moved.
    """
    if not effort.spend(1 + len(among) // 4):
        return frozenset(), None
    order = sorted(among, key=lambda one: (len(choices[one]) > 1, one))
    network, place = Network(dict(near or {CALENDAR: 0})), 0
    tried, blamed, before = [0] * len(order), [frozenset[int]()] * len(order), [0] * len(order)
    while place < len(order):
        one = order[place]
        if tried[place] == len(choices[one]):
            blame = blamed[place] | {one}
            tried[place], blamed[place] = 0, frozenset()
            while place and order[place - 1] not in blame:
                place -= 1
                tried[place], blamed[place] = 0, frozenset()
            if place == 0:
                return blame, None
            place -= 1
            network.undo(before[place])
            blamed[place] |= blame
            continue
        before[place], steps = len(network.added), network.steps
        ring = network.add(choices[one][tried[place]], one)
        if not effort.spend(1 + network.steps - steps):
            return frozenset(), None
        tried[place] += 1
        if ring and all(len(choices[one]) == 1 for one in ring):
            return ring, None
        if ring:
            network.undo(before[place])
            blamed[place] |= ring
        else:
            place += 1
    return frozenset(), network


def fits(network: Network, ways: Choices, one: int, effort: Effort) -> frozenset[int]:
    """Adds a statement by the first of its choices that holds with a network; else, whom they cannot hold with."""
    blamed = frozenset({one})
    for way in ways:
        mark, steps = len(network.added), network.steps
        ring = network.add(way, one)
        if effort.spend(1 + network.steps - steps) and not ring:
            return frozenset()
        blamed |= ring
        network.undo(mark)
    return blamed


def grown(
    choices: Mapping[int, Choices], first: frozenset[int], then: Sequence[int], effort: Effort,
    near: Mapping[str, int] | None = None,
) -> tuple[frozenset[int], Network | None, list[frozenset[int]]]:  # fmt: skip
    """Those that come `first`, which can hold, and each of the others in turn that can hold with all so far.

    With them, days on which all of these hold, and sets met on the way that cannot hold. No network is given once the
    effort is spent.
    """
    network = impossible(choices, first, effort, near)[1]
    if network is None:
        return first, None, []
    kept, sets, again = set(first), list[frozenset[int]](), list[int]()
    for one in then:
        blamed = fits(network, choices[one], one, effort)
        if not blamed:
            kept.add(one)
        elif all(len(choices[other]) == 1 for other in blamed - {one}):
            sets.append(blamed)
        else:
            again.append(one)
    for one in again[:AGAIN]:  # a choice that was made too early may have kept it out
        ring, other = impossible(choices, kept | {one}, effort, near)
        if other:
            kept.add(one)
            network = other
        elif ring:
            sets.append(ring)
    return frozenset(kept), network if effort.left >= 0 else None, sets


def _halves(limit: Limit, core: tuple[int | None, int | None] | None) -> Iterable[tuple[str, str, int]]:
    """A limit as “at most so many days after”, from each end."""
    least, most = core or (limit.least, limit.most)
    if most is not None:
        yield limit.earlier, limit.later, most
    if least is not None:
        yield limit.later, limit.earlier, -least


def _ring(came: Mapping[str, tuple[str, int]], start: str) -> frozenset[int]:
    """Whose limits make the ring that adds up to less than nothing."""
    found, point = set(), start
    while True:
        point, by = came[point]
        found.add(by)
        if point == start:
            return frozenset(found)
