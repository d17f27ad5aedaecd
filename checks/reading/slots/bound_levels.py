"""Predicates that only say how a figure stands or moved: the passage's figures tell as much without the verb."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.reading.slots.arithmetic import moved
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

_UP = frozenset(
    [
        "rise",
        "increase",
        "grow",
        "climb",
        "jump",
        "surge",
        "soar",
        "double",
        "triple",
        "treble",
        "quadruple",
        "gain",
        "expand",
        "swell",
        "strengthen",
        "go_up",
        "move_up",
        "edge_up",
        "multiply",
    ]
)
_DOWN = frozenset(
    [
        "fall",
        "drop",
        "decline",
        "decrease",
        "tumble",
        "slip",
        "slide",
        "shrink",
        "sink",
        "plunge",
        "plummet",
        "slump",
        "dwindle",
        "halve",
        "go_down",
        "come_down",
        "move_down",
        "edge_down",
        "dip",
        "weaken",
    ]
)
_MOVES = _UP | _DOWN | {"change"}
# What is said of a level, and nothing else: to come to so much, to hold so many.
_LEVELS = frozenset(
    [
        "be",
        "total",
        "amount",
        "come_to",
        "add_up",
        "amount_to",
        "run_to",
        "stand",
        "stand_at",
        "reach",
        "hit",
        "number",
        "cost",
        "measure",
        "weigh",
        "average",
        "equal",
        "exceed",
        "comprise",
        "consist",
        "have",
        "include",
        "hold",
        "contain",
        "stay",
        "remain",
        "hover",
        "top",
        "sell_for",
        "fetch",
        "be_worth",
        "work_out",
        "make_up",
        "account_for",
        "represent",
        "span",
        "cover",
        "last",
        "take",
        "go_on",
        "run",
    ]
)
_LASTS = frozenset(["last", "take", "go_on", "run", "span", "continue"])
_WORTH = frozenset(
    {"worth", "equal", "equivalent", "long", "tall", "high", "deep", "wide", "heavy", "old", "big", "large"}
)
_COMPARED = re.compile(r"\b(?:than|as|ahead|behind|above|below|short)\b", re.IGNORECASE)


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
    if not slots and _word(clause, claim) in _LASTS:
        times = [one for one in claim.times if one.length is not None and _in(clause, one.start, one.end, claim)]
        slots = [time_slot(one, None, claim, passage) for one in times]
    if not slots and (way := _word(clause, claim)) in _UP | _DOWN:
        return _went(words, way, figures, claim, passage)
    if not slots or not all(slot.relation.stated for slot in slots) or not _same_way(clause, slots, claim, passage):
        return None
    shown = ", ".join(dict.fromkeys(slot.passage for slot in slots))
    told = "; ".join(slot.why for slot in slots if slot.why)
    return Slot("did", words, shown, Relation.AGREE, f"the figures tell it{f': {told}' if told else ''}")


def _only_of_figures(clause: Clause, claim: Side) -> bool:
    """Whether the predicate says nothing but that a figure moved, or what it came to."""
    word = _word(clause, claim)
    if clause.predicate != clause.verb and clause.predicate.i not in claim.figure_tokens:
        measure = clause.predicate.lower_ in _WORTH or clause.predicate.tag_ == "JJR"
        return clause.verb.lemma_ == "be" and (measure or clause.predicate.dep_ == "prep")
    return (word in _MOVES or word in _LEVELS) and all(_is_amount(child, claim) for child in clause.verb.children)


def _is_amount(child: Token, claim: Side) -> bool:
    """Whether what the verb has for its object is the figure, what it counts, or a length of time."""
    if child.dep_ not in ("dobj", "attr", "oprd", "xcomp", "ccomp"):
        return True
    amounts = claim.figure_tokens | claim.time_tokens
    return child.i in amounts or any(one.i in amounts for one in child.children if one.dep_ != "prep")


def _word(clause: Clause, claim: Side) -> str:
    """The verb with its particle or fixed expression: `go_up`, `come_to`."""
    verb = clause.verb
    particle = next(
        (c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.lower_ in ("up", "down", "on")), ""
    )
    for word in (f"{verb.lemma_}_{particle}" if particle else "", *(f.replace(" ", "_") for f in forms(verb, claim))):
        if word in _MOVES or word in _LEVELS:
            return word
    after = next((c.lower_ for c in verb.children if c.dep_ == "prep" and c.lower_ in ("to", "for", "at")), "")
    return f"{verb.lemma_}_{after}" if f"{verb.lemma_}_{after}" in _LEVELS else verb.lemma_.lower()


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
    for noun in (subject, *joined(subject)):
        for token in passage.doc:
            if is_noun(token) and (found := nouns_alike(noun, token, passage)) and found[0].stated:
                return True
    return False


def _went(words: str, way: str, figures: list[Figure], claim: Side, passage: Side) -> Slot | None:
    """The direction alone: *fares went down*, from two levels of them."""
    found = moved(claim.text, tuple(passage.figures), passage.text)
    if found is None:
        return None
    relation, why, used = found
    return Slot("did", words, ", ".join(one.exact for one in used), relation, why)


def _same_way(clause: Clause, slots: list[Slot], claim: Side, passage: Side) -> bool:
    """Whether figures that bear the claim out also went the way its verb says."""
    word = _word(clause, claim)
    if word not in _UP | _DOWN:
        return True
    found = moved(claim.text, tuple(passage.figures), passage.text)
    if found is not None:
        return found[0] is Relation.AGREE
    way = "up" if word in _UP else "down"
    told = [one for one in passage.figures if any(one.exact in slot.passage for slot in slots)]
    return any(one.direction == way for one in told) or any(slot.why for slot in slots)
