"""A clause of the claim laid beside the clause of the passage that tells the same: who, did what, to whom, where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checks.reading.slots.bound import listed_with
from checks.reading.slots.bound_acts import dated_by_role
from checks.reading.slots.bound_levels import figure_did
from checks.reading.slots.clauses import Clause, Role, noun_clause
from checks.reading.slots.figured import figure_slots
from checks.reading.slots.matching import Found, best, describing, forms, is_name, name_of, nouns_alike, predicates_alike, thing
from checks.reading.slots.parts import Relation, Slot, SlotName
from checks.reading.slots.phrases import PRONOUNS, is_noun, modifiers, own_words, phrase, said
from checks.reading.slots.scope import adverb_slots, scope_slots
from checks.reading.slots.sides import Side
from checks.reading.slots.status import relate_status, status_of
from checks.reading.slots.timed import time_slots
from checks.reading.slots.words import likeness, names_alike, turned

if TYPE_CHECKING:
    from spacy.tokens import Token

_SLOT: dict[str, SlotName] = {"subject": "who", "object": "to whom", "recipient": "to whom", "oblique": "what"}
_PLACES = frozenset({"in", "at", "near", "on", "from", "to", "into", "across", "around", "off", "outside", "inside"})
_IDLE = frozenset({"all", "total", "addition", "fact", "general", "particular", "effect"})
# Where two of these differ, the two sentences tell of two acts, and neither speaks against the other.
_OF_ONE_ACT = frozenset({"polarity", "when", "how much", "how long", "where", "status", "to whom"})
# What they describe is not, or not yet, or not quite what the noun says: to drop them tells another thing.
UNMAKES = frozenset(
    "former ex retired late acting interim deputy vice assistant alleged suspected accused proposed planned draft "
    "attempted failed fake mock honorary potential possible prospective preliminary provisional unofficial would-be "
    "disgraced deposed aspiring designate supposed purported apparent unconfirmed hypothetical fictional".split()
)
_ORDINAL = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|\w+th)$", re.IGNORECASE)
_HAPPENS = frozenset({"happen", "occur", "take place", "come about", "be held", "go ahead", "begin", "start", "end"})
# Who did such a thing is one person or body: where the passage names another, the claim's cannot be right.
_ONE_DOER = frozenset(
    "win kill assassinate invent discover head chair lead defeat beat acquire buy appoint succeed crown".split()
)
_ONE_MAKER = frozenset("write direct compose produce play design build paint found own edit create".split())


@dataclass
class Laid:
    """A clause of the claim beside one of the passage: its slots, and the tokens of the claim they answer for."""

    slots: list[Slot] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    @property
    def same_act(self) -> bool:
        """Whether the passage's clause tells of the same act or of its opposite, not of one before or beside it."""
        return not any(slot.slot == "did" and slot.relation is Relation.NARROWER for slot in self.slots)

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """How good a candidate it is: the same act comes first, then what is not borne out counts against it."""
        relations = [slot.relation for slot in self.slots]
        conflicts = relations.count(Relation.CONFLICT)
        open_ = sum(one in (Relation.NOT_STATED, Relation.NARROWER) for one in relations)
        return not self.same_act, open_ + conflicts, conflicts, -len(relations)

    def add(self, found: tuple[list[Slot], set[int]]) -> set[int]:
        """Adds slots with the tokens they took, which are given back."""
        self.slots += found[0]
        self.taken |= found[1]
        return found[1]


def laid_beside(clause: Clause, claim: Side, passage: Side) -> Laid:
    """The claim's clause beside the clause of the passage that tells the same; beside nothing where there is none."""
    found = [_laid(clause, other, relation, claim, passage) for other, relation in _candidates(clause, claim, passage)]
    dated = dated_by_role(clause, claim, passage)
    if dated is not None:
        found.append(Laid([*dated[0]], dated[1] | {clause.verb.i, clause.predicate.i}))
    told = None if any(laid.same_act for laid in found) else figure_did(clause, claim, passage)
    if told is not None:
        found += [_by_figure(clause, other, told, claim, passage) for other in passage.clauses]
    if not found and forms(clause.verb, claim)[0] in _HAPPENS:
        for role in clause.of("subject"):  # “the collision happened on Friday”: the collision is what is told
            event = noun_clause(role.head)
            told = replace(event, verb=clause.verb, roles=(*event.roles, *clause.of("oblique", "time")))
            found += [_laid(told, other, rel, claim, passage) for other, rel in _candidates(told, claim, passage)]
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
    if "did" in clashes and (apart or not roles or "when" in clashes):
        return False
    others = [slot for slot in laid.slots if slot.slot in ("who", "to whom", "what")]
    unlike = any(slot.relation is Relation.NOT_STATED for slot in others)
    if unlike or len(clashes & _OF_ONE_ACT) > 1:
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
        elif relation is not None:
            seen.add(other.predicate.i)
            yield other, relation
        else:
            yield from _turned(clause, claim, other, passage)
    for token in passage.doc:
        if token.i not in seen and is_noun(token) and token.pos_ != "PRON" and _tells(token, passage):
            relation = predicates_alike(clause.predicate, claim, token, passage)
            if relation is not None and relation[0] is not Relation.CONFLICT:
                yield noun_clause(token), relation


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


def _laid(clause: Clause, other: Clause, likeness_: Found, claim: Side, passage: Side) -> Laid:
    laid = Laid(taken={clause.predicate.i, clause.verb.i} | _expressed(clause.predicate, claim))
    laid.slots += _did(clause, other, likeness_, claim, passage, laid)
    answered = set(claim.figure_tokens | claim.time_tokens)
    for role in clause.roles:
        if role.name in _SLOT and role.head.i not in claim.time_tokens | laid.taken:
            _role(role, clause, other, claim, passage, answered, laid)
    if clause.predicate.pos_ in ("NOUN", "PROPN"):
        taken = laid.add(scope_slots(clause.predicate, [other.predicate]))
        laid.slots += _described(clause.predicate, [other.predicate], passage, answered | taken, "what", laid)
    slots, taken = adverb_slots(clause.verb, other.verb)
    laid.add(([] if taken & claim.figure_tokens else slots, taken))
    slots, taken = figure_slots(clause, other, claim, passage)
    laid.add(([_ordinal(slot, clause) for slot in slots], taken))
    if any(slot.relation.stated for slot in slots):  # a sum per head tells that it is one
        laid.slots = [one for one in laid.slots if (one.slot, one.relation) != ("statistic", Relation.NARROWER)]
    laid.add(time_slots(clause, other, claim, passage))
    return laid


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
    return set(expression.indices) if expression else set()


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


def _role(
    role: Role, clause: Clause, other: Clause, claim: Side, passage: Side, answered: set[int], laid: Laid
) -> None:  # fmt: skip
    """One role of the claim's clause: the same role in the passage first, then any, then the rest of the sentence."""
    name: SlotName = _SLOT[role.name]
    if role.name == "oblique" and role.by.split()[-1] in _PLACES and role.head.ent_type_ in ("GPE", "LOC", "FAC"):
        name = "where"
    laid.taken |= {token.i for token in own_words(role.head) if token.pos_ in ("ADP", "DET", "PRON")} | {role.head.i}
    noun = thing(role.head, claim)
    if noun is None or noun.lower_ in _IDLE:
        return  # a figure without a noun, which has a slot of its own
    laid.taken.add(noun.i)
    found, heads = _beside(role, noun, other, passage)
    if found is None or not found[0].stated:
        by_deed = _by_deed(noun, role, other, passage)
        found, heads = by_deed or (found, heads)
    if role.name == "subject" and (found is None or not found[0].stated):
        listed = listed_with(noun, clause, claim, passage)
        if listed is not None:
            found, heads = (Relation.AGREE, f"“{listed.text}” stands with the figure"), [listed]
    if found is None:
        shown = next((phrase(one.head) for one in other.roles if one.name == role.name), "")
        laid.slots.append(Slot(name, phrase(noun), shown, Relation.NOT_STATED))
        return
    relation, why = found
    if relation is Relation.CONFLICT and name == "who" and not _one_doer(clause, other, why):
        relation, why = Relation.NOT_STATED, f"{why}: both may have"
    if relation is Relation.CONFLICT and role.name == "oblique" and name != "where":
        relation = Relation.NOT_STATED
    if relation is Relation.CONFLICT and name == "to whom" and is_name(noun):
        relation, why = Relation.NOT_STATED, f"{why}: both may be so"
    laid.slots.append(Slot(name, phrase(noun), phrase(heads[0]), relation, why))
    if relation.stated:
        taken = laid.add(scope_slots(noun, heads))
        laid.slots += _described(noun, heads, passage, answered | taken, name, laid)


def _beside(role: Role, noun: Token, other: Clause, passage: Side) -> tuple[Found | None, list[Token]]:
    """What the passage has in the same role, else in another, else, where nothing fills the role, anywhere."""
    same = [one for one in other.roles if one.name == role.name and (one.by == role.by or role.name != "oblique")]
    if role.name == "object":
        same += other.of("recipient", "is")
    rest = [one for one in other.roles if one not in same and one.name not in ("adverb", "time")]
    if role.name == "subject":
        rest = [one for one in rest if one.by in ("by", "of", "compound", "from")]
    found: Found | None = None
    heads: list[Token] = []
    for group in (same, rest):
        for one in group:
            placed = group is same and role.name != "oblique"
            likeness_ = nouns_alike(noun, one.head, passage, placed) if is_noun(one.head) else None
            if likeness_ and (found is None or best([likeness_, found]) is not found):
                found, heads = likeness_, passage.mentions.of(thing(one.head, passage) or one.head)
        if found and found[0].stated:
            return found, heads
    filled = any(thing(one.head, passage) for one in same if is_noun(one.head))
    if (role.name in ("subject", "object") and filled) or (found and found[0] is Relation.CONFLICT and is_name(noun)):
        return found, heads
    for token in passage.doc:
        if is_noun(token) and token.pos_ != "PRON":
            likeness_ = nouns_alike(noun, token, passage)
            if likeness_ and likeness_[0].stated:
                return likeness_, passage.mentions.of(token)
    silent = not filled and other.verb.sent.start in passage.records and role.name in ("subject", "object")
    if silent and not (is_name(noun) and _names_another(noun, passage)):
        return (Relation.AGREE, f"the record names no other than “{phrase(noun)}”"), [other.predicate]
    return found, heads


def _names_another(noun: Token, passage: Side) -> bool:
    """Whether the passage names somebody or something that the claim's name could be confused with."""
    return any(token.ent_type_ == noun.ent_type_ or token.ent_type_ == "PERSON" for token in passage.doc if is_name(token))


def _by_deed(noun: Token, role: Role, other: Clause, passage: Side) -> tuple[Found, list[Token]] | None:
    """*The restriction* of a policy that restricts: what does such a thing is one."""
    if role.name != "subject" or not any(child.lower_ in ("the", "this") for child in noun.children):
        return None
    for word in forms(other.predicate, passage):
        if other.predicate.pos_ == "VERB" and likeness(noun.lemma_.lower(), word, "NOUN") is Relation.AGREE:
            told = f"what is told of it (“{other.predicate.text}”) makes it a {noun.lemma_}"
            return (Relation.AGREE, told), [one.head for one in other.of("subject")] or [other.predicate]
    return None


def _one_doer(clause: Clause, other: Clause, why: str) -> bool:
    """Whether what was done is done by one alone: the winner of the cup; of a book, where the passage names the claim's
    author as something else."""
    objects = other.of("object")
    definite = any(is_name(one.head) or any(c.lower_ == "the" for c in one.head.children) for one in objects)
    verb = clause.verb.lemma_
    return definite and (verb in _ONE_DOER or (verb in _ONE_MAKER and "stands in the passage" in why))


def _described(
    head: Token, heads: list[Token], passage: Side, taken: set[int], name: SlotName, laid: Laid
) -> list[Slot]:  # fmt: skip
    """What the claim adds to a noun, as a slot only where the passage does not bear it out."""
    laid.taken |= {token.i for token in modifiers(head)}
    ours = {word.lemma_.lower() for word in (*modifiers(head), head)}
    dropped = [one for one in _describing(heads[0]) if one.lemma_.lower() in UNMAKES and one.lemma_.lower() not in ours]
    if dropped:
        told = f"the claim drops “{dropped[0].text}”"
        return [Slot("status", phrase(head), phrase(heads[0]), Relation.CONFLICT, told)]
    if is_name(head):
        laid.taken |= {token.i for token in own_words(head) if token.text in name_of(head)}
        return []
    relation, why = describing(head, heads, passage, taken)
    return [] if relation is Relation.AGREE else [Slot(name, phrase(head), phrase(heads[0]), relation, why)]


def _describing(head: Token) -> list[Token]:
    """The words right before the noun that describe it."""
    return [child for child in head.children if child.dep_ in ("amod", "compound", "nmod", "advmod") and child.i < head.i]
