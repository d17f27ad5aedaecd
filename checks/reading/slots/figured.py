"""Which figure of the passage a figure of the claim is held against: the one of the same thing, doer and period."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from checks.reading.slots.arithmetic import derive
from checks.reading.slots.bound import Bound, bound, in_clause, summands, time_apart
from checks.reading.slots.bound_compared import oriented
from checks.reading.slots.bound_figures import figures_of, set_beside, whole
from checks.reading.slots.bound_labels import Labelled, sentences
from checks.reading.slots.bound_moved import listed_total
from checks.reading.slots.clauses import Clause
from checks.reading.slots.counting import clause_of_token, counted
from checks.reading.slots.figures import Figure, zeros_in
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import phrase
from checks.reading.slots.sides import Side
from checks.reading.slots.time_ages import AGE, age_given

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNNAMED = frozenset({"", "other", "more", "one", "rest"})  # nouns that stand for the one before them
# Behind a number, that it is an hour.
_HOUR = re.compile(r"\s*(?:o['’]clock|in the (?:morning|afternoon|evening)|at night)\b", re.IGNORECASE)


def figure_slots(clause: Clause, other: Clause, claim: Side, passage: Side) -> tuple[list[Slot], set[int]]:
    """The slots of the figures in the claim's clause, and the tokens that they took."""
    slots, taken = [], set()
    for figure in claim.figures:
        tokens = claim.tokens(figure.start, figure.end)
        if tokens and clause_of_token(tokens[0], claim) == clause.verb.i:
            slots.append(figure_slot(figure, other, claim, passage))
            taken |= {token.i for token in tokens}
    return slots, taken


def summed_parts(noun: Token, claim: Side, passage: Side) -> str:
    """The parts of the passage that add up to what the claim counts by this noun, as a sum; empty where they do not."""
    for figure in claim.figures:
        tokens = claim.tokens(figure.start, figure.end)
        if figure.kind == "count" and tokens and tokens[-1].head == noun:
            summed = derive(figure, summands(figure, claim, passage), claim.text, passage.text)
            if summed and summed[0] is Relation.AGREE and " + " in summed[1]:
                return summed[1]
    return ""


def figure_slot(figure: Figure, other: Clause | None, claim: Side, passage: Side) -> Slot:
    """A figure of the claim beside the passage's figure of the same thing, or what their sums come to."""
    aged = AGE.search(claim.text)
    if figure.unit == "year" and aged and aged.start() < figure.end and figure.start < aged.end():
        age = age_given(claim.text, passage.times, passage.text)
        if age:
            return Slot("how much", figure.exact, ", ".join(one.exact for one in age[2]), age[0], age[1])
    figure = whole(figure, claim)
    found = bound(figure, other, claim, passage)
    for one in found.right:
        related = set_beside(figure, one.figure)
        if related and related[0].stated:
            return Slot("how much", figure.exact, one.figure.exact, *related)
    summed = derive(figure, summands(figure, claim, passage), claim.text, passage.text)
    if summed and (another := _part_of_another(figure, summed[2], other, passage)):
        rest = [one for one in summands(figure, claim, passage) if one != another]
        summed = derive(figure, rest, claim.text, passage.text)
        if summed is None:
            why = f"{another.exact} is told of another act"
            return Slot("how much", figure.exact, another.exact, Relation.NOT_STATED, why)
    if summed and figure.to is not None and figure.was is None:
        late = next((one for one in summed[2] if one.point == figure.point), None)
        if late is not None and (clash := time_apart(figure, late, claim, passage)):
            return Slot("how much", figure.exact, late.exact, Relation.CONFLICT, clash)
    if summed:
        relation, why, used = summed
        way = oriented(figure, used, claim, passage)
        if way == "so" and relation is Relation.NARROWER and "came first" in why:
            relation, why = Relation.AGREE, why.split(";")[0]
        elif relation.stated and way in ("open", "not so"):
            relation = Relation.NARROWER if way == "open" else Relation.CONFLICT
            why += "; which of the two is the more is not said" if way == "open" else "; but it is the other way round"
        return Slot("how much", figure.exact, ", ".join(one.exact for one in used), relation, why)
    if listed := listed_total(figure, claim, passage):
        return Slot("how much", figure.exact, ", ".join(listed[2]), listed[0], listed[1])
    hour = not figure.unit and _HOUR.match(claim.text, figure.end)
    if found.right and not hour and _decides(found, figure, other, passage):
        one = found.right[0]
        related = set_beside(figure, one.figure)
        if related:
            relation, why = related
            elsewhere = _elsewhere(figure, found.others)
            told = f"; {elsewhere}" if relation is Relation.CONFLICT and elsewhere else ""
            return Slot("how much", figure.exact, one.figure.exact, relation, f"{why}{told}")
    shown = (*found.right, *found.weak, *found.others)
    if not shown and (none := _none_of(figure, claim, passage)):
        return none
    why = _elsewhere(figure, (*found.others, *found.weak))
    return Slot("how much", figure.exact, shown[0].figure.exact if shown and why else "", Relation.NOT_STATED, why)


def _part_of_another(figure: Figure, used: tuple[Figure, ...], other: Clause | None, passage: Side) -> Figure | None:
    """The part of which a share was reckoned, where it stands in another clause, and this one has a count of its own.

    *Five of the 15 voted for it; the other ten voted against*: two-thirds is not the share of those for it.
    """
    if figure.kind != "share" or len(used) != 2 or other is None:
        return None
    part = min(used, key=lambda one: one.point or Decimal(0))
    own = [one for one in figures_of(passage) if one.kind == "count" and in_clause(one, other, passage)]
    free = [one for one in own if one not in used]
    return part if free and not in_clause(part, other, passage) else None


def _none_of(figure: Figure, claim: Side, passage: Side) -> Slot | None:
    """A count against *no homes*, in a passage of one sentence that has no other number."""
    noun = counted(figure, claim)
    if figure.kind != "count" or noun is None or passage.figures or len(sentences(passage)) > 1:
        return None
    for zero in zeros_in(passage.text):
        last = passage.tokens(zero.start, zero.end)[-1:]
        related = set_beside(figure, replace(zero, of=figure.of))
        if related and last and last[0].lemma_.lower() == noun.lemma_.lower():
            relation = Relation.AGREE if related[0].stated else Relation.CONFLICT
            return Slot(
                "how much", figure.exact, zero.exact, relation, "" if related[0].stated else "the passage has none"
            )
    return None


def _decides(found: Bound, figure: Figure, other: Clause | None, passage: Side) -> bool:
    """Whether the figure that the words tie to the claim's is the one it must agree with."""
    one = found.right[0]
    if _summing_up(figure, found):
        return False
    within = other is not None and in_clause(one.figure, other, passage)
    if len({(each.figure.point, each.figure.low, each.figure.high) for each in found.right}) > 1:
        return False
    doubtful = any((related := set_beside(figure, each.figure)) and related[0].stated for each in found.weak)
    return (within or found.sure) and (within or not doubtful)


def _summing_up(figure: Figure, found: Bound) -> bool:
    """Whether figures of one noun come to the claim's, though nothing in the words says that they are its parts."""
    every = (*found.right, *found.weak, *found.others)
    nouns = [one.noun.lemma_.lower() if one.noun is not None else "" for one in every]
    first = next((noun for noun in nouns if noun not in _UNNAMED), "")
    alike = [one for one, noun in zip(every, nouns, strict=True) if noun == first or noun in _UNNAMED]
    points = [one.figure.point or Decimal(0) for one in alike]
    return len(points) > 1 and figure.point == sum(points)


def _elsewhere(figure: Figure, others: tuple[Labelled, ...]) -> str:
    """What the figure that the claim has is of in the passage, where it is there of something else."""
    for one in others:
        related = set_beside(figure, one.figure)
        if related and related[0].stated:
            return f"in the passage {one.figure.exact} goes with {_whose(one)}"
    return ""


def _whose(one: Labelled) -> str:
    names = [label.time.exact if label.time else label.token.text for label in one.labels if label.own and label.strong]
    if not names and one.noun is not None:
        return f"“{phrase(one.noun)}”"
    words = names or [label.token.text for label in one.labels if label.own] or [one.figure.exact]
    return f"“{' '.join(dict.fromkeys(words))}”"
