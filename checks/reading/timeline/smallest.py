"""The smallest sets of statements that cannot all hold, and others beside them.

Every set that cannot hold meets every set whose removal lets the rest hold. So the fewest statements that meet all
such sets known so far either cannot hold, and are a smallest set, or lead to one more. Source: Ignatiev, Previti,
Liffiton and Marques-Silva (2015), Smallest MUS extraction with minimal hitting set dualization; the sets beside the
first by Reiter (1987), A theory of diagnosis from first principles: without one member of each set already found.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from checks.reading.timeline.limits import Choices, Effort, Network, fits, grown, impossible

PROVEN = 30  # a set larger than this is told as it was found: none smaller was met, and none was looked for
BRANCHES = 400  # ways of leaving out members of the sets found that are looked at for further ones
Numbers = frozenset[int]


@dataclass
class Part:
    """The statements that hang together, by number, with what the search has learnt of them.

    `found` are minimal sets that cannot hold; `mended` are sets without which the rest can; `near` are days on which
    many of them held.
    """

    choices: Mapping[int, Choices]
    among: Numbers
    effort: Effort
    found: list[Numbers] = field(default_factory=list)
    mended: list[Numbers] = field(default_factory=list)
    near: dict[str, int] | None = None

    def smallest(self, without: Numbers = frozenset()) -> Numbers | None:
        """The fewest statements that cannot all hold, but for those that are left out; None if the rest can hold.

        It is the smallest unless the effort runs out, or it has more members than `PROVEN`; it is minimal then too.
        """
        among = self.among - without
        mended = [meets - without for meets in self.mended]
        best = None if frozenset() in mended else self._some(among)
        if best:
            needed = [frozenset({one}) for one in self._needed(among, best)]
            mended, self.mended = [*mended, *needed], [*self.mended, *(one | without for one in needed)]
        while best:
            chosen = _fewest_that_meet(mended, len(best), self.effort)
            if chosen is None:
                return best
            ring = frozenset() if chosen < best else self._impossible(chosen)[0]
            if ring:
                return self._minimal(ring)
            left_out, best = self._left_out(among, chosen, best)
            if left_out is None:
                return best
            mended.append(left_out)
            self.mended.append(left_out | without)
        return best

    def further(self, most: int) -> None:
        """Finds more sets, beside the first one in `found`, until there are so many or no others."""
        waiting, seen = deque([frozenset[int]()]), set[Numbers]()
        for _ in range(BRANCHES):
            if not waiting or len(self.found) >= most:
                return
            without = waiting.popleft()
            known = next((one for one in self.found if not one & without), None)
            if known is None:
                known = self.smallest(without)
                if known is None:
                    continue
                self.found.append(known)
            for member in sorted(known):
                branch = without | {member}
                if branch not in seen:
                    seen.add(branch)
                    waiting.append(branch)

    def _impossible(self, among: Numbers) -> tuple[Numbers, Network | None]:
        ring, network = impossible(self.choices, among, self.effort, self.near)
        if network and len(network.at) > len(self.near or ()) // 2:
            self.near = network.at
        return ring, network

    def _some(self, among: Numbers) -> Numbers | None:
        ring, _ = self._impossible(among)
        return self._minimal(ring) if ring else None

    def _needed(self, among: Numbers, ring: Numbers) -> list[int]:
        """Members of the ring without which all the rest can hold: such as are found by halving the ring."""
        network, needed = self._impossible(among - ring)[1], list[int]()
        if network:
            self._halve(network, sorted(ring), needed)
        return needed

    def _halve(self, network: Network, members: list[int], needed: list[int]) -> None:
        if len(members) == 1:
            needed += members
            return
        middle = len(members) // 2
        for kept, halved in ((members[middle:], members[:middle]), (members[:middle], members[middle:])):
            mark = len(network.added)
            if not any(fits(network, self.choices[one], one, self.effort) for one in kept):
                self._halve(network, halved, needed)
            network.undo(mark)

    def _minimal(self, ring: Numbers) -> Numbers:
        """A part of the ring that cannot hold, and can without any one of its members; none of none."""
        if all(len({frozenset(half[:2]) for way in self.choices[one] for half in way}) == 1 for one in ring) and all(
            len(self.choices[one]) == 1 for one in ring
        ):
            alone = [one for one in sorted(ring) if Network().add(self.choices[one][0], one)]
            return frozenset(alone[:1]) or ring  # with one limit each, any but the whole ring is open somewhere
        for one in sorted(ring):
            if one in ring:
                ring = self._impossible(ring - {one})[0] or ring
        return ring

    def _left_out(self, among: Numbers, chosen: Numbers, best: Numbers) -> tuple[Numbers | None, Numbers]:
        """What must be left out so that the rest holds with those chosen (None: not known), and the best set by now."""
        shares = Counter(one for ring in (best, *self.found) for one in ring)
        then = sorted(among - chosen, key=lambda one: (shares[one], one))
        kept, network, rings = grown(self.choices, chosen, then, self.effort, self.near)
        shorter = [self._minimal(ring) for ring in rings if len(ring) < len(best)]
        best = min(best, *shorter, key=lambda one: (len(one), sorted(one))) if shorter else best
        return among - kept if network else None, best


def _fewest_that_meet(sets: list[Numbers], below: int, effort: Effort) -> Numbers | None:
    """The fewest numbers, but fewer than `below`, of which one is in every set; None if there are none, or too many."""
    forced = frozenset[int]().union(*(one for one in sets if len(one) == 1))
    rest = sorted({one for one in sets if not one & forced}, key=lambda one: (len(one), sorted(one)))
    for number in range(min(below - len(forced), PROVEN)):
        found = _that_meet(rest, number, effort)
        if found is not None:
            return forced | found
    return None


def _that_meet(sets: list[Numbers], number: int, effort: Effort) -> Numbers | None:
    """So many numbers, or fewer, of which one is in every set."""
    if not sets:
        return frozenset()
    if number == 0 or not effort.spend(1) or _apart(sets) > number:
        return None
    for member in sorted(sets[0]):
        found = _that_meet([one for one in sets if member not in one], number - 1, effort)
        if found is not None:
            return found | {member}
    return None


def _apart(sets: list[Numbers]) -> int:
    """How many of the sets share nothing with one another, taken in turn: each needs a member of its own."""
    met, count = frozenset[int](), 0
    for one in sets:
        if not one & met:
            met, count = met | one, count + 1
    return count
