"""A claim divided into its clauses, each laid beside the passage; what no slot answered for is asked for at last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.reading.slots.alignment import laid_beside
from checks.reading.slots.causes import cause_slots
from checks.reading.slots.clauses import Clause, noun_clause
from checks.reading.slots.figure_comparatives import comparison_slots
from checks.reading.slots.figured import figure_slot
from checks.reading.slots.matching import best, nouns_alike, predicates_alike
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import is_noun
from checks.reading.slots.quoted import quoted_slots
from checks.reading.slots.ranked_statements import first_of_all
from checks.reading.slots.sides import Side, is_content
from checks.reading.slots.timed import time_slot
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words that tell nothing by themselves: auxiliaries, and what only says that a figure is a sum.
_IDLE = listed("be have do not all total altogether combined also already still now then yet about of")


def slots_of(claim: Side, passage: Side) -> list[Slot]:
    """The slots of the claim, each with the words it took on both sides."""
    compared = comparison_slots(claim, passage)
    if compared is not None:
        return compared
    slots: list[Slot] = []
    taken: set[int] = set()
    quoted = quoted_slots(claim, passage)
    if quoted is not None:
        slots += quoted[0]
        taken |= quoted[1]
    within = frozenset(taken)  # what stands in quotation marks is held against the source word by word
    ranked = first_of_all(claim.doc, passage.doc)
    if ranked is not None:
        slots += ranked[0]
        taken |= ranked[1]
    caused = cause_slots(claim.doc, passage.doc)
    if caused is not None:
        slots += caused[0]
        link = {word for slot in caused[0] for word in slot.claim.split()}
        taken |= {i for i in caused[1] if claim.doc[i].text in link}
    for clause in _told(claim, taken):
        if clause.verb.i in taken:
            continue
        laid = laid_beside(clause, claim, passage)
        slots += laid.slots
        taken |= laid.taken
    slots += _left(claim, passage, taken, within, slots)
    return _once(slots)


def _told(claim: Side, taken: set[int]) -> list[Clause]:
    """The clauses that the claim tells, the innermost first: what only says how they are told goes with them."""
    found = [clause for clause in claim.clauses if not {clause.verb.i, clause.predicate.i} & taken and not clause.aside]
    if not found:
        roots = [token for token in claim.doc if token.dep_ == "ROOT" and is_content(token) and token.i not in taken]
        return [noun_clause(root) for root in roots]
    return sorted(found, key=lambda clause: -_depth(clause.verb))


def _depth(token: Token) -> int:
    depth = 0
    while token.head != token:
        token, depth = token.head, depth + 1
    return depth


def _left(
    claim: Side, passage: Side, taken: set[int], within: frozenset[int], told: list[Slot]
) -> list[Slot]:  # fmt: skip
    """What no clause answered for: each figure, time and word must still be borne out."""
    slots: list[Slot] = []
    for figure in claim.figures:
        tokens = {token.i for token in claim.tokens(figure.start, figure.end)}
        if tokens and not tokens <= within and not _answered(figure.exact, slots, told):
            slots.append(figure_slot(figure, None, claim, passage))
        taken |= tokens
    for time in claim.times:
        tokens = {token.i for token in claim.tokens(time.start, time.end)}
        if tokens and not tokens <= within and not _answered(time.exact, slots, told):
            slots.append(time_slot(time, None, claim, passage))
        taken |= tokens
    for token in claim.doc:
        if token.i not in taken and is_content(token) and token.lemma_.lower() not in _IDLE:
            slots.append(_word(token, claim, passage))
    return slots


def _answered(words: str, slots: list[Slot], told: list[Slot]) -> bool:
    return any(slot.claim == words for slot in (*slots, *told) if slot.slot in ("how much", "how long", "when"))


def _word(token: Token, claim: Side, passage: Side) -> Slot:
    """A word of the claim that stands alone, looked for in all of the passage."""
    found, words = None, ""
    for other in passage.doc:
        if is_noun(token) and is_noun(other):
            relation = nouns_alike(token, other, passage)
        else:
            relation = predicates_alike(token, claim, other, passage)
        if relation and relation[0].stated and (found is None or best([relation, found]) == relation):
            found, words = relation, other.text
    if found is None:
        return Slot("what", token.text, "", Relation.NOT_STATED)
    return Slot("what", token.text, words, *found)


def _once(slots: list[Slot]) -> list[Slot]:
    return list(dict.fromkeys(slots))
