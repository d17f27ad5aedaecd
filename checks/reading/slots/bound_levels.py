"""Predicates that only say how a figure stands or moved: the passage's figures tell as much without the verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.reading.slots.arithmetic import moved
from checks.reading.slots.bound import bound, measured_by
from checks.reading.slots.bound_moved import level_of, of_one, went
from checks.reading.slots.bound_verbs import DOWN, HOLDS, LASTS, LEVELS, MOVES, TAKES, TELLS, UNDOES, UP, WORTH
from checks.reading.slots.clauses import Clause
from checks.reading.slots.counting import clause_of_token, counted_by
from checks.reading.slots.figured import figure_slot
from checks.reading.slots.figures import Figure
from checks.reading.slots.matching import forms, nouns_alike
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import is_noun, joined, said
from checks.reading.slots.sides import Side
from checks.reading.slots.status import status_of
from checks.reading.slots.timed import time_slot

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOT_ITS_LENGTH = re.compile(
    r"\b(?:after|within|before|in|every|next|another|until|since)\s+(?:the\s+)?$", re.IGNORECASE
)


def figure_did(clause: Clause, claim: Side, passage: Side) -> Slot | None:
    """Do the passage's figures tell what the claim's predicate says, where it only says how a figure moved or stands?

    For verbs as *rise*, *double*, *come to*, *cost*, *last* and comparisons (*is twice as tall*) where the passage has
    no such verb. The slot *did* agrees where the claim's figure or length is borne out by one of the same thing, name
    and time or by a sum; without a figure in the claim, where two levels in the passage went the way it says, and
    conflicts where they went the other way. None where the figures do not tell.
    """
    if not _only_of_figures(clause, claim) or status_of(clause.verb).negated:
        return None
    subject = next((role.head for role in clause.roles if role.name in ("subject", "object") and not role.by), None)
    if subject is not None and not _of_the_same(subject, claim, passage):
        return None
    words = _words(clause, claim)
    figures = [one for one in claim.figures if _in(clause, one.start, one.end, claim) and one.kind != "rank"]
    slots = [figure_slot(one, None, claim, passage) for one in figures]
    if not slots and _word(clause, claim) in LASTS:
        times = [one for one in claim.times if one.length is not None and _in(clause, one.start, one.end, claim)]
        slots = [time_slot(one, None, claim, passage) for one in times]
        if any(_beyond(slot, passage) for slot in slots):
            return None
    if not slots and (way := _word(clause, claim)) in UP | DOWN:
        return _went(words, way, subject, claim, passage)
    if _word(clause, claim) in LEVELS and not _only_tells(subject, figures, claim, passage):
        return None
    if not slots or not all(slot.relation.stated for slot in slots) or not _same_way(clause, slots, claim, passage):
        return None
    shown = ", ".join(dict.fromkeys(slot.passage for slot in slots))
    told = "; ".join(slot.why for slot in slots if slot.why)
    return Slot("did", words, shown, Relation.AGREE, f"the figures tell it{f': {told}' if told else ''}")


def _only_of_figures(clause: Clause, claim: Side) -> bool:
    """Whether the predicate says nothing but that a figure moved, or what it came to."""
    word = _word(clause, claim)
    if clause.predicate != clause.verb and clause.predicate.i not in claim.figure_tokens:
        measure = clause.predicate.lower_ in WORTH or clause.predicate.tag_ == "JJR"
        return clause.verb.lemma_ == "be" and (measure or clause.predicate.dep_ == "prep")
    if word in TAKES and not any(_in(clause, one.start, one.end, claim) for one in claim.times if one.length):
        return False
    return (word in MOVES or word in LEVELS) and all(_is_amount(child, claim) for child in clause.verb.children)


def _is_amount(child: Token, claim: Side) -> bool:
    """Whether what the verb has for its object is the figure, what it counts, or a length of time."""
    if child.dep_ not in ("dobj", "attr", "oprd", "xcomp", "ccomp"):
        return True
    amounts = claim.figure_tokens | claim.time_tokens
    return child.i in amounts or any(one.i in amounts for one in child.children if one.dep_ != "prep")


def _only_tells(subject: Token | None, figures: list[Figure], claim: Side, passage: Side) -> bool:
    """Whether the passage's figures only stand there, as in a table, or are told by a verb that says no more.

    Whatever the verb is, it counts the claim's subject: *£3 million in losses*, *made 260 arrests*.
    """
    holds = figures and subject is not None and subject.head.lemma_ in HOLDS
    used = [one for figure in figures for one in bound(figure, None, claim, passage).right]
    for one in used:
        tokens = passage.tokens(one.figure.start, one.figure.end)
        verb = passage.doc[clause_of_token(tokens[0], passage)] if tokens else None
        if verb is None or verb.sent.start in passage.records or verb.pos_ not in ("VERB", "AUX"):
            continue
        measured = measured_by(one) + [noun for noun in (_governing(tokens),) if noun is not None]
        undone = verb.lemma_ in UNDOES and any(noun.dep_ in ("dobj", "nsubjpass") for noun in measured)
        if undone:
            return False
        if subject is not None and not holds and any(_stated(subject, noun, passage) for noun in measured):
            continue
        counts = measured_by(one) and not holds and subject is not None
        if (
            counts
            and verb.lemma_ in TELLS | {"measure"}
            and verb.lemma_ != "be"
            and not _told_of(subject, verb, passage)
        ):
            return False  # who measured 84 millimetres of rain did not reach them
        words = {verb.lemma_, *(form.replace(" ", "_") for form in forms(verb, passage))}
        fixed = verb.i in passage.expressions or any(child.dep_ == "prt" for child in verb.children)
        if not words & ((HOLDS | LEVELS | MOVES) if fixed else (TELLS | HOLDS | LEVELS | MOVES)):
            return False
    return True


def _told_of(subject: Token | None, verb: Token, passage: Side) -> bool:
    """Whether the claim's subject is what the verb tells the figure of, and not who tells it."""
    told = [token for token in verb.subtree if is_noun(token) and token.dep_ not in ("nsubj", "agent")]
    return subject is not None and any(_stated(subject, token, passage) for token in told)


def _beyond(slot: Slot, passage: Side) -> bool:
    """Whether the length is told of something else: *began after 12 days of talks*."""
    at = passage.text.find(slot.passage) if slot.passage and not slot.why else -1
    return at >= 0 and _NOT_ITS_LENGTH.search(passage.text, max(0, at - 20), at) is not None


def _governing(tokens: list[Token]) -> Token | None:
    """The noun that a sum or measure stands behind: *losses of £3 million*."""
    inside = {token.i for token in tokens}
    head = next((token.head for token in tokens if token.head.i not in inside), None)
    return head.head if head is not None and head.dep_ == "prep" and head.lower_ in ("of", "at") else None


def _stated(noun: Token, other: Token, passage: Side) -> bool:
    found = nouns_alike(noun, other, passage) if is_noun(noun) and is_noun(other) else None
    return found is not None and found[0].stated


def _word(clause: Clause, claim: Side) -> str:
    """The verb with its particle or fixed expression: `go_up`, `come_to`."""
    verb = clause.verb
    particle = next(
        (c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ in ("up", "down", "on")), ""
    )
    phrased = [f.replace(" ", "_") for f in forms(verb, claim)]
    for word in (f"{verb.lemma_}_{particle}" if particle else "", *phrased):
        if word in MOVES or word in LEVELS:
            return word
    if verb.i in claim.expressions or any(c.dep_ == "prt" for c in verb.children):
        return phrased[0] if phrased and "_" in phrased[0] else f"{verb.lemma_}_"  # took on, let go
    after = next((c.lower_ for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "for", "at")), "")
    return f"{verb.lemma_}_{after}" if f"{verb.lemma_}_{after}" in LEVELS else verb.lemma_.lower()


def _words(clause: Clause, claim: Side) -> str:
    expression = claim.expressions.get(clause.verb.i)
    tokens = [clause.verb, *(claim.doc[i] for i in (expression.indices if expression else ()))]
    tokens += [clause.predicate] if clause.predicate.i not in claim.figure_tokens else []
    tokens += [child for child in clause.verb.children if child.dep_ == "prt"]
    return said(sorted(set(tokens), key=lambda token: token.i))


def _in(clause: Clause, start: int, end: int, claim: Side) -> bool:
    tokens = claim.tokens(start, end)
    return bool(tokens) and clause_of_token(tokens[0], claim) == clause.verb.i


def _of_the_same(subject: Token, claim: Side, passage: Side) -> bool:
    """Whether the passage speaks of what the claim's figure is of: by its noun, or what is counted by a number."""
    if subject.i in claim.figure_tokens:
        counted = counted_by(subject, claim)
        if counted is None:
            return True
        subject = counted
    for noun in (subject, *level_of(subject), *joined(subject)):
        for token in passage.doc:
            if is_noun(token) and (found := nouns_alike(noun, token, passage)) and found[0].stated:
                return True
    return False


def _went(words: str, way: str, subject: Token | None, claim: Side, passage: Side) -> Slot | None:
    """The direction alone: *fares went down*, from two levels of them."""
    found = moved(claim.text, tuple(passage.figures), passage.text)
    if found is not None and of_one(found[2], passage):
        relation, why, used = found
        return Slot("did", words, ", ".join(one.exact for one in used), relation, why)
    told = went(way in UP, subject, claim, passage) if subject is not None else None
    return Slot("did", words, ", ".join(told[2]), told[0], told[1]) if told else None


def _same_way(clause: Clause, slots: list[Slot], claim: Side, passage: Side) -> bool:
    """Whether figures that bear the claim out also went the way its verb says."""
    word = _word(clause, claim)
    if word not in UP | DOWN:
        return True
    found = moved(claim.text, tuple(passage.figures), passage.text)
    if found is not None:
        return found[0] is Relation.AGREE
    way = "up" if word in UP else "down"
    told = [one for one in passage.figures if any(one.exact in slot.passage for slot in slots)]
    return any(one.direction == way for one in told) or any(slot.why for slot in slots)
