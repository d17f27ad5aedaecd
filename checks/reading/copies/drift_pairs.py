"""Which figure or date of a copy stands for which of the first, and which of these pairs say something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checks.reading.copies.aligned import Aligned, cosine
from checks.reading.copies.drift_exchanged import exchanged, nouns_apart
from checks.reading.copies.drift_facts import (
    Fact,
    alike_in_sort,
    comparable,
    has_digits,
    is_one,
    same,
    slip,
    swapped,
)
from checks.reading.copies.drift_sides import Side

_NAMED = re.compile(r"\b([A-Z][\w'’-]+),?\s$")
_PRINTED = re.compile(r"\d[\d,.]*\d|\d")
_LIKE = 0.2  # how far two lines must tell the same before their facts are held against each other
_FAINT = 0.15  # and before the lines beside them are looked at
_SURE = 0.6  # and before what is in the copy's line alone was added
_KEPT = 0.9  # the share of a line that a copy must keep for what it lacks to have been left out of it
_NOT_TOLD = -1.0
_MOST_ALIKE = 20  # times that one and the same fact is looked at where lines tell other things
_MOST_LOST = 200  # facts that the copy has nowhere, which are looked for outside the lines that tell the same
_LOOSE = 0.3  # how much less a fact counts that only may be the same: a weekday for a date
_NEAR = 0.3  # how alike the words around two facts must be, where both stand elsewhere too
_BESIDE = 0.2  # how alike they must be where the lines tell other things
_MUCH = 0.25  # by how much the words around must speak for another fact, where the same one stands elsewhere
_LOST, _SORT, _SLIP = 0.4, 0.25, 0.2  # what speaks for a pair: the copy has it nowhere, one unit, digits exchanged


@dataclass(frozen=True)
class Pair:
    """A fact of the first beside one of the copy, None where it was added or left out; `at` is in the copy."""

    at: int
    first: Fact | None
    copy: Fact | None


def changed_facts(first: Side, copy: Side, facts: Sequence[Fact], copied: Sequence[Fact], lay: Aligned) -> list[Pair]:
    """The facts of the copy that say something else than the first does in the same place.

    A fact that the first has too, where it tells the same, is no change. Another one is held against those of its sort
    in the lines that tell the same: that with the likest words around it, and rather one that the copy has nowhere. A
    line kept but for a fact has left it out; one that the first has but for a fact has had it added.
    """
    around = [first.near(one.start, one.end, lay.weights) for one in facts]
    around_copied = [copy.near(one.start, one.end, lay.weights) for one in copied]
    before, before_copied = [_name_before(first, one) for one in facts], [_name_before(copy, one) for one in copied]
    at_line = _places(one.line for one in facts)
    as_stands = _places(map(_value, facts))
    told = set[tuple[int, int]]()  # the facts of the first that the copy tells, with where it tells them
    for j, other in enumerate(copied):
        likely = [i for line, like in lay.pairs[other.line].items() if like >= _LIKE for i in at_line.get(line, ())]
        elsewhere = [i for i in as_stands.get(_value(other), [])[:_MOST_ALIKE] if not _apart(facts[i], other)]
        told |= {(i, j) for i in {*likely, *elsewhere} if same(facts[i], other)}
    lost = set(range(len(facts))) - {i for i, _ in told}
    unread = [_unread(first, number, [facts[i] for i in at_line.get(number, ())]) for number in range(len(first.lines))]
    wanted: list[tuple[float, int, int]] = []
    unmatched = set[int]()
    for j, other in enumerate(copied):
        if other.quoted:
            continue  # what stands between marks is told as a quotation
        kept, rivals = _NOT_TOLD, list[tuple[float, float, int]]()
        near_lines = [i for line in lay.pairs[other.line] for i in at_line.get(line, ())]
        alone = (
            sum(facts[i].own == other.own and lay.likeness(other.line, facts[i].line) >= _LIKE for i in near_lines) == 1
        )
        told_here = {line for line, like in lay.pairs[other.line].items() if like >= _LIKE}
        faint = {line for line, like in lay.pairs[other.line].items() if like >= _FAINT}
        beside = lay.beside[other.line] if not lay.beside[other.line].isdisjoint(faint) else frozenset()
        digits = set(_PRINTED.findall(other.exact))
        new = all(digits.isdisjoint(unread[n]) for n in told_here | beside if 0 <= n < len(unread))
        for i in sorted({*near_lines, *as_stands.get(_value(other), [])[:_MOST_ALIKE], *sorted(lost)[:_MOST_LOST]}):
            one, like, near = facts[i], lay.likeness(other.line, facts[i].line), cosine(around[i], around_copied[j])
            if (
                i in lost
                and one.line in beside
                and new
                and alike_in_sort(one, other)
                and not _apart(one, other, ranks=True)
            ):
                like = max(like, _LIKE)  # the lines around tell the same: split, joined, or told in other words
            if same(one, other):
                if like < _LIKE and _apart(one, other):
                    continue  # four men, four paintings
                kept = max(kept, like + near - (0.0 if (i, j) in told else _LOOSE))
            elif i not in lost and _in_its_place(i, j, facts, copied, told):
                continue
            elif comparable(one, other) and (like >= _LIKE or (i in lost and alike_in_sort(one, other))):
                near += _BESIDE * (before[i] == before_copied[j] != "")
                if (like < _LIKE and near < _BESIDE and not (i in lost and swapped(one, other))) or not (
                    i in lost or _stands_for(one, other, near, alone)
                ):
                    continue
                bonus = _LOST * (i in lost) + _SORT * alike_in_sort(one, other) + _SLIP * slip(one, other)
                rivals.append((like + near + bonus, like + near, i))
        # “one man” is seldom a figure
        rivals = [
            rival for rival in rivals
            if not is_one(other) or (rival[2] in lost and rival[1] > 2 * _MUCH and not _apart(facts[rival[2]], other))
        ]  # fmt: skip
        if kept > _NOT_TOLD:
            rivals = [rival for rival in rivals if other.kind == "figure" or alike_in_sort(facts[rival[2]], other)]
        if kept > _NOT_TOLD and not any(score > kept + (_MUCH if i in lost else 2 * _MUCH) for _, score, i in rivals):
            continue
        unmatched.add(j)
        wanted += [(score, i, j) for score, _, i in rivals]
    pairs = [*_assigned(facts, copied, wanted, unmatched, lay)]
    paired = {id(pair.copy) for pair in pairs}
    turned = exchanged(first, copy, facts, copied, lay)
    pairs += [Pair(other.start, one, other) for one, other in turned if id(other) not in paired]
    used = {id(pair.first) for pair in pairs}
    gone = [one for i, one in enumerate(facts) if i in lost and id(one) not in used]
    return [*pairs, *_left_out(gone, first, copy, lay)]


def _assigned(
    facts: Sequence[Fact], copied: Sequence[Fact], wanted: list[tuple[float, int, int]], unmatched: set[int],
    lay: Aligned,
) -> Iterator[Pair]:  # fmt: skip
    """Each changed fact with one of the first, the surest pairs before others; then what was added."""
    wanted = sorted(wanted, key=lambda one: (-one[0], one[2], one[1]))
    taken: dict[int, int] = {}
    for _, i, j in wanted:
        if j not in taken and i not in taken.values():
            taken[j] = i
    for _, i, j in wanted:
        if j not in taken and any(same(copied[j], copied[k]) for k, n in taken.items() if n == i):
            taken[j] = i  # the same change, told again
    for j in sorted(unmatched):
        other = copied[j]
        if j in taken:
            yield Pair(other.start, facts[taken[j]], other)
        elif has_digits(other) and max(lay.pairs[other.line].values(), default=0.0) >= _SURE:
            yield Pair(other.start, None, other)


def _left_out(gone: Sequence[Fact], first: Side, copy: Side, lay: Aligned) -> Iterator[Pair]:
    """The facts that are missing from a line which the copy keeps otherwise."""
    for one in gone:
        if one.quoted or not has_digits(one):
            continue
        likest = max(range(len(copy.lines)), key=lambda number: (lay.likeness(number, one.line), -number))
        own = first.stems_of(one.line, without=(one.start, one.end))
        there = set(copy.lines[likest].stems)
        weight = sum(lay.weights[stem] for stem in own)
        if own and sum(lay.weights[stem] for stem in own if stem in there) >= _KEPT * weight:
            yield Pair(copy.lines[likest].start, one, None)


def _places(keys: Iterable[object]) -> dict[object, list[int]]:
    """Where each key stands."""
    found: dict[object, list[int]] = {}
    for at, key in enumerate(keys):
        found.setdefault(key, []).append(at)
    return found


def _value(fact: Fact) -> object:
    """What a fact comes to, as a key: facts of one key are the same wherever they stand."""
    if fact.phrase is None:
        return fact.own, fact.low, fact.high
    return fact.phrase.value if fact.phrase.when is None else str(fact.phrase.when), fact.phrase.value[-6:]


def _stands_for(one: Fact, other: Fact, near: float, alone: bool) -> bool:
    """Whether a fact that the copy has elsewhere too may be what another was made from."""
    if one.kind == "figure" and one.own == "":
        return near >= _NEAR and one.counts and other.counts
    return near >= _NEAR or (alone and alike_in_sort(one, other))


def _unread(side: Side, number: int, facts: Sequence[Fact]) -> set[str]:
    """The numbers of a line that stand in no fact: from 44 to 91."""
    line = side.lines[number]
    found = _PRINTED.finditer(side.reading.text, line.start, line.end)
    return {one[0] for one in found if not any(f.start <= one.start() and one.end() <= f.end for f in facts)}


def _apart(one: Fact, other: Fact, ranks: bool = False) -> bool:
    """Whether two bare figures count different things, as printed: men and paintings; or only one says what.

    With `ranks` also whether one rank is in words and the other in digits.
    """
    if ranks and one.own == "rank":
        return has_digits(one) != has_digits(other)
    if one.kind != "figure" or one.own or other.own:
        return False
    return one.counts != other.counts or nouns_apart(one, other)


def _in_its_place(i: int, j: int, facts: Sequence[Fact], copied: Sequence[Fact], told: set[tuple[int, int]]) -> bool:
    """Whether the line of the copy tells a fact of the first beside another, and the two were not exchanged."""
    here = any(n != j and other.line == copied[j].line and (i, n) in told for n, other in enumerate(copied))
    return here and not any(one.line == facts[i].line and (n, j) in told for n, one in enumerate(facts))


def _name_before(side: Side, fact: Fact) -> str:
    """The word with a capital right before a figure, as of one whose age it is; empty if there is none."""
    found = _NAMED.search(side.reading.text, max(0, fact.start - 40), fact.start)
    return found[1] if found else ""
