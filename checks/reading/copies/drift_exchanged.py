"""Two figures of one sentence that a copy gives to each other's: 640 soldiers and 92 civilians, turned round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checks.reading.copies.aligned import Aligned
from checks.reading.copies.drift_facts import Fact, same
from checks.reading.copies.drift_sides import Side, groups_of, stem_of

_LIKE = 0.3  # how far two lines must tell the same
_MOST = 6  # figures of one line
_CLAUSE = re.compile(r"[;:()—–]|, (?:and|but|while|whereas) ")
_NAME = re.compile(r"\b[A-Z][\w'’-]+")


def exchanged(
    first: Side, copy: Side, facts: Sequence[Fact], copied: Sequence[Fact], lay: Aligned
) -> Iterator[tuple[Fact, Fact]]:
    """Each figure of the first with the one that the copy has for the same thing, where two of a line change places."""
    ours, theirs = _of_lines(facts), _of_lines(copied)
    for number, here in theirs.items():
        for other, like in sorted(lay.pairs[number].items(), key=lambda told: (-told[1], told[0])):
            there = ours.get(other, []) if like >= _LIKE else []
            yield from _turned(first, copy, there, here)


def nouns_apart(one: Fact, other: Fact) -> bool:
    """Whether two figures are printed with what they count, and count different things."""
    if not (one.counts and other.counts):
        return False
    ours, theirs = _noun(one), _noun(other)
    return ours != theirs and set(groups_of(ours)).isdisjoint(groups_of(theirs))


def _of_lines(facts: Sequence[Fact]) -> dict[int, list[Fact]]:
    found: dict[int, list[Fact]] = {}
    for fact in facts:
        if not fact.quoted and fact.kind == "figure" and len(found.setdefault(fact.line, [])) < _MOST:
            found[fact.line].append(fact)
    return found


def _turned(first: Side, copy: Side, there: Sequence[Fact], here: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    for one in there:
        for two in there:
            for other in here:
                for another in here:
                    if one is two or other is another or one.low == two.low or one.own != two.own:
                        continue
                    if one.low != another.low or two.low != other.low or not (same(one, another) and same(two, other)):
                        continue
                    by_noun = _counts_for(one, other) and _counts_for(two, another) and nouns_apart(one, two)
                    names = [
                        _holder(side, f) for side, f in ((first, one), (copy, other), (first, two), (copy, another))
                    ]
                    by_name = names[0] == names[1] != names[2] == names[3] and all(names)
                    if by_noun or (by_name and not nouns_apart(one, two)):
                        yield one, other


def _counts_for(one: Fact, other: Fact) -> bool:
    return one.counts and other.counts and not nouns_apart(one, other)


def _noun(fact: Fact) -> str:
    return stem_of(fact.exact.rsplit(" ", 1)[-1].lower())


def _holder(side: Side, fact: Fact) -> str:
    """The last name before a figure in its clause: Karst has freed 34."""
    start = side.lines[fact.line].start
    clause = _CLAUSE.split(side.reading.text[start : fact.start])[-1]
    names = _NAME.findall(clause)
    return names[-1] if names else ""
