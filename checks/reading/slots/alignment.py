"""A clause of the claim laid beside the clause of the passage that tells the same: who, did what, to whom, where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.reading.slots.bound_acts import dated_by_role
from checks.reading.slots.bound_levels import figure_did
from checks.reading.slots.clauses import Clause, Role, noun_clause
from checks.reading.slots.figured import figure_slots
from checks.reading.slots.laid import Laid
from checks.reading.slots.matching import (
    Found,
    forms,
    light_noun,
    predicates_alike,
)
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import PRONOUNS, is_noun, said
from checks.reading.slots.roles import SLOT, described, lay_role
from checks.reading.slots.scope import adverb_slots, scope_slots
from checks.reading.slots.sides import Side
from checks.reading.slots.status import relate_status, status_of
from checks.reading.slots.timed import time_slots
from checks.reading.slots.words import likeness, names_alike, turned

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where two of these differ, the two sentences tell of two acts, and neither speaks against the other.
_OF_ONE_ACT = frozenset({"polarity", "when", "how much", "how long", "where", "status", "to whom"})
_ORDINAL = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|\w+th)$", re.IGNORECASE)
_HAPPENS = frozenset({"happen", "occur", "take place", "come about", "be held", "go ahead", "begin", "start", "end"})
_PHASES = frozenset({
    "begin", "start", "open", "launch", "found", "establish", "commence", "reopen", "end", "stop", "finish", "close",
    "expire", "run out", "conclude", "lapse", "leave", "arrive", "enter", "join", "depart", "return", "bear", "die",
    "hire", "appoint", "dismiss", "buy", "sell", "acquire", "win", "lose", "build", "demolish", "go", "come", "resign",
})  # fmt: skip


def laid_beside(clause: Clause, claim: Side, passage: Side) -> Laid:
    """The claim's clause beside the clause of the passage that tells the same; beside nothing where there is none."""
    found = [_laid(clause, other, relation, claim, passage) for other, relation in _candidates(clause, claim, passage)]
    hedged = any(
        one.slot in ("polarity", "status", "says") and not one.relation.stated for laid in found for one in laid.slots
    )
    told_by_verb = hedged or any(laid.settled for laid in found)
    dated = None if told_by_verb else dated_by_role(clause, claim, passage)
    if dated is not None:
        found.append(Laid([*dated[0]], dated[1] | {clause.verb.i, clause.predicate.i}))
    told = None if any(laid.same_act for laid in found) else figure_did(clause, claim, passage)
    if told is not None:
        found += [_by_figure(clause, other, told, claim, passage) for other in passage.clauses]
    if not found and forms(clause.verb, claim)[0] in _HAPPENS:
        for role in clause.of("subject"):  # “the collision happened on Friday”: the collision is what is told
            event = noun_clause(role.head)
            act = replace(event, verb=clause.verb, roles=(*event.roles, *clause.of("oblique", "time")))
            found += [_laid(act, other, rel, claim, passage) for other, rel in _candidates(act, claim, passage)]
        for laid in found:
            laid.taken |= {clause.verb.i, *(i for i in _expressed(clause.verb, claim))}
    found = [laid for laid in found if _same_act(laid)]
    if found:
        return min(found, key=lambda laid: laid.rank)
    words = _expressed(clause.verb, claim) | {clause.predicate.i, clause.verb.i}
    told_as = said([claim.doc[i] for i in words])
    return Laid([Slot("did", told_as, "", Relation.NOT_STATED)], words)


def _same_act(laid: Laid) -> bool:
    """Whether two clauses that cannot both be so tell of the same: who and whom must be borne out for that."""
    roles = [slot for slot in laid.slots if slot.slot in ("who", "to whom")]
    apart = any(not slot.relation.stated for slot in roles)
    clashes = {slot.slot for slot in laid.slots if slot.relation is Relation.CONFLICT}
    timed = [slot for slot in laid.slots if slot.slot in ("when", "how long")]
    if "did" in clashes and (apart or not roles or not all(slot.relation.stated for slot in timed)):
        return False
    others = [slot for slot in laid.slots if slot.slot in ("who", "to whom", "what")]
    unlike = any(slot.relation is Relation.NOT_STATED for slot in others)
    if unlike or len(clashes & _OF_ONE_ACT - {"status"}) > 1:
        laid.slots = [_unsure(slot) for slot in laid.slots]
    return True


def _unsure(slot: Slot) -> Slot:
    if slot.relation is Relation.CONFLICT and slot.slot in _OF_ONE_ACT:
        return replace(slot, relation=Relation.NOT_STATED, why=f"{slot.why}; but of another, as it seems")
    return slot


def _candidates(clause: Clause, claim: Side, passage: Side) -> Iterator[tuple[Clause, Found]]:
    """Clauses of the passage with a predicate of the same sense, or of the opposite one, or that a figure answers."""
    seen = set()
    by_figure = clause.predicate.i in claim.figure_tokens
    for other in passage.clauses:
        relation = predicates_alike(clause.predicate, claim, other.predicate, passage)
        if other.verb != other.predicate and other.verb.lemma_ != "be" and clause.predicate.pos_ == "VERB":
            relation = relation or predicates_alike(clause.predicate, claim, other.verb, passage)
        if by_figure:
            yield other, (Relation.AGREE, "")
        elif relation is not None and not (relation[0] is Relation.CONFLICT and _phases(clause, other, claim, passage)):
            seen.add(other.predicate.i)
            yield other, relation
        else:
            yield from _turned(clause, claim, other, passage)
    for token in passage.doc:
        if token.i not in seen and is_noun(token) and token.pos_ != "PRON" and _tells(token, passage):
            relation = predicates_alike(clause.predicate, claim, token, passage)
            if relation is not None and relation[0] is not Relation.CONFLICT:
                yield noun_clause(token), relation


def _phases(clause: Clause, other: Clause, claim: Side, passage: Side) -> bool:
    """Whether the two are phases of one thing: what began may end too, and who came may leave."""
    words = {*forms(clause.predicate, claim), *forms(other.predicate, passage)}
    return len(words & _PHASES) > 1


def _tells(noun: Token, passage: Side) -> bool:
    """Whether the noun can tell an act by itself: not one that only describes another, and none that is denied."""
    top = noun
    while top.dep_ in ("compound", "amod", "nmod"):
        top = top.head
    denied = any(child.lower_ in ("no", "neither") for child in top.children)
    return not denied and (top == noun or noun.sent.start in passage.records)


def _turned(clause: Clause, claim: Side, other: Clause, passage: Side) -> Iterator[tuple[Clause, Found]]:
    """The passage's clause where it tells the same from the other side: *bought from* for *sold to*."""
    for word in forms(clause.predicate, claim):
        for stated in forms(other.predicate, passage):
            found = turned(word, stated)
            if found is None:
                continue
            if clause.predicate.pos_ != "VERB" and other.predicate.pos_ != "VERB":
                yield from _kin(other, f"“{word}” is “{stated}” told from the other side")
                continue
            roles = []
            for role in other.roles:
                name = role.name if role.name in ("subject", "object") else role.by
                ours = next((mine for mine, theirs in found.roles if theirs == name), None)
                if ours in ("subject", "object"):
                    roles.append(Role(ours, "", role.head))
                else:
                    roles.append(Role("oblique", ours, role.head) if ours else role)
            relation = Relation.AGREE if found.relation == "agree" else Relation.WIDER
            yield replace(other, roles=tuple(roles)), (relation, f"“{word}” is “{stated}” told from the other side")


def _kin(other: Clause, why: str) -> Iterator[tuple[Clause, Found]]:
    """*Sam is the son of Ruth* told of Ruth: who the noun is of is what the claim tells, and of whom the subject."""
    of = [child.children for child in other.predicate.children if child.dep_ == "prep" and child.lower_ == "of"]
    owners = [child for children in of for child in children if child.dep_ == "pobj"]
    owners += [child for child in other.predicate.children if child.dep_ == "poss"]
    rest = tuple(role for role in other.roles if role.name != "subject")
    for owner, role in zip(owners[:1], other.of("subject"), strict=False):
        yield replace(other, predicate=role.head, roles=(Role("subject", "", owner), *rest)), (Relation.AGREE, why)


def _laid(clause: Clause, other: Clause, likeness_: Found, claim: Side, passage: Side) -> Laid:
    expressed = _expressed(clause.predicate, claim)
    laid = Laid(taken={clause.predicate.i, clause.verb.i} | expressed)
    laid.slots += _did(clause, other, likeness_, claim, passage, laid)
    answered = set(claim.figure_tokens | claim.time_tokens)
    for role in clause.roles:
        if role.name in SLOT and role.head.i not in claim.time_tokens | expressed and role.head.pos_ != "ADP":
            lay_role(role, clause, other, claim, passage, answered, laid)
    if clause.predicate.pos_ in ("NOUN", "PROPN"):
        taken = laid.add(scope_slots(clause.predicate, [other.predicate]))
        laid.slots += described(clause.predicate, [other.predicate], passage, answered | taken, "what", laid)
    slots, taken = adverb_slots(clause.verb, other.verb)
    laid.add(([] if taken & claim.figure_tokens else slots, taken))
    slots, taken = figure_slots(clause, other, claim, passage)
    laid.add(([_ordinal(slot, clause) for slot in slots if not _is_ranked(slot, laid)], taken))
    if any(slot.relation.stated for slot in slots):  # a sum per head tells that it is one
        laid.slots = [one for one in laid.slots if (one.slot, one.relation) != ("statistic", Relation.NARROWER)]
    laid.add(time_slots(clause, other, claim, passage))
    return laid


def _is_ranked(slot: Slot, laid: Laid) -> bool:
    """Whether a place is told with the rank that it is part of: *seventh smallest* of the one, *third* of the other."""
    ranks = [one.claim for one in laid.slots if one.slot == "rank" and one.relation.stated]
    return slot.relation is Relation.CONFLICT and " " in slot.claim and any(slot.claim in one for one in ranks)


def _ordinal(slot: Slot, clause: Clause) -> Slot:
    """A *second term* beside a *third term*: each is one of its own, unless the claim says that it is the second."""
    if slot.relation is Relation.CONFLICT and _ORDINAL.search(slot.claim) and clause.predicate == clause.verb:
        return replace(slot, relation=Relation.NARROWER)
    return slot


def _by_figure(clause: Clause, other: Clause, told: Slot, claim: Side, passage: Side) -> Laid:
    """The clause beside one whose figures tell the same: *rose by 8 points* beside *52% … 60%*."""
    laid = _laid(clause, other, (Relation.AGREE, ""), claim, passage)
    laid.slots = [told, *(slot for slot in laid.slots if slot.slot not in ("did", "status", "polarity", "says"))]
    return laid


def _expressed(token: Token, side: Side) -> set[int]:
    """The tokens of the fixed expression that this one heads."""
    expression = side.expressions.get(token.i)
    lightened = light_noun(token, side)
    return (set(expression.indices) if expression else set()) | ({lightened[0].i} if lightened else set())


def _did(
    clause: Clause, other: Clause, likeness_: Found, claim: Side, passage: Side, laid: Laid
) -> list[Slot]:  # fmt: skip
    """What was done, whether it was, and in which state it is told."""
    ours, theirs = status_of(clause.verb), status_of(other.verb)
    slots = list(relate_status(ours, theirs))
    if ours.says and theirs.says:
        slots = [_by_whom(slot, ours.says, theirs.says) for slot in slots]
    for cue in (ours.cue, ours.negator, ours.saying):
        if cue:
            laid.taken |= {token.i for token in claim.tokens(cue.start, cue.end)}
    if clause.predicate.i in claim.figure_tokens:
        return slots
    relation, why = likeness_
    words = said([clause.verb, clause.predicate, *(claim.doc[i] for i in _expressed(clause.predicate, claim))])
    stated = said([other.verb, other.predicate, *(passage.doc[i] for i in _expressed(other.predicate, passage))])
    if relation is not Relation.CONFLICT:
        return [Slot("did", words, stated, relation, why), *slots]
    laid.opposite = True
    rest = [slot for slot in slots if slot.slot != "polarity"]
    if ours.negated and not theirs.negated:
        return [Slot("did", words, stated, Relation.WIDER, f"not “{words}” follows from “{stated}”"), *rest]
    if theirs.negated:
        told = "both are negated" if ours.negated else f"not “{stated}” need not be “{words}”"
        return [Slot("did", words, stated, Relation.NARROWER, told), *rest]
    return [Slot("did", words, stated, Relation.CONFLICT, why), *rest]


def _by_whom(slot: Slot, claimed: str, stated: str) -> Slot:
    """The slot of who says so, in which the two may be different voices."""
    if slot.slot != "says" or not slot.relation.stated:
        return slot
    named = names_alike(claimed, stated, "organisation") or names_alike(claimed, stated, "person")
    words = likeness(claimed.split()[-1].lower(), stated.split()[-1].lower(), "NOUN")
    pronoun = stated.lower() in PRONOUNS or claimed.lower() in PRONOUNS
    if pronoun or (named and named.stated) or (words and words.stated):
        return slot
    both = claimed[:1].isupper() and stated[:1].isupper() and named is Relation.CONFLICT
    told = f"the claim gives it to “{claimed}”, the passage to “{stated}”"
    return replace(slot, relation=Relation.CONFLICT if both else Relation.NARROWER, why=told)
