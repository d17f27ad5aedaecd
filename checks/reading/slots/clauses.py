"""Clauses of a parsed sentence: a predicate with who, whom, what, where and when it takes, active or passive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from checks.reading.slots.clause_gaps import gapped
from checks.reading.slots.clause_nouns import noun_clause, tells_event
from checks.reading.slots.clause_parts import BEING, LIGHT, Clause, Role, is_passive
from checks.reading.slots.clause_verbs import clause_of, exists
from checks.reading.slots.mentions import bynamed
from checks.reading.slots.phrases import is_noun, is_office, named, phrase
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["LIGHT", "Clause", "Role", "clause_of", "clauses", "is_passive", "noun_clause", "shown"]

_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "case", "mark", "prep"})
_BYNAMES = listed("know call name dub nickname perform write work bear record")


def clauses(doc: Doc) -> list[Clause]:
    """The clauses of the text, in order: verbs, nouns that something is said to be, and appositions."""
    found: list[Clause] = []
    for token in doc:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in _NO_CLAUSE:
            found += _of_verb(token)
        elif token.dep_ in ("amod", "compound") and token.tag_ in ("VBN", "VBG") and is_noun(token.head):
            found.append(_described(token))
        elif (
            token.dep_ == "ROOT"
            and token.pos_ == "ADJ"
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)
        ):
            found.append(clause_of(token))  # “nine closed”, of which the tagger takes the verb for an adjective
        elif token.dep_ == "ROOT" and is_noun(token):
            found.append(noun_clause(token))
        elif token.dep_ == "appos":
            found += _apposed(token)
        elif token.dep_ == "acomp" and token.head.lemma_ not in BEING and token.head.pos_ in ("VERB", "AUX"):
            found.append(_turned_out(token))
        elif token.dep_ in ("compound", "nmod") and is_noun(token) and _is_title(token):
            found.append(Clause(token, token, (Role("subject", "", token.head),), aside=True))
    return found + gapped(doc, found)


def _of_verb(verb: Token) -> Iterator[Clause]:
    byname = _byname(verb)
    if byname is not None:
        yield byname
        return
    clause = clause_of(verb)
    if clause.predicate != verb and is_noun(clause.predicate):
        if exists(verb):
            told = noun_clause(clause.predicate)
            rest = [role for role in told.roles if role.head != clause.predicate]
            yield replace(clause, roles=(*clause.roles, *rest))
            return
        if _is_cleft(clause):
            return
        turned = _turned_round(clause)
        if turned is not None:
            yield turned
            return
    had = _had(clause)
    yield Clause(had, verb, tuple(role for role in clause.roles if role.head != had)) if had is not None else clause


def _had(clause: Clause) -> Token | None:
    """Of *Oslo has two airports* what there is there, so that it stands beside *Oslo's two airports*."""
    objects = clause.of("object")
    if clause.verb.lemma_ != "have" or len(objects) != 1 or clause.passive or clause.of("what", "is"):
        return None
    if any(role.head.lower_ in ("all", "total", "altogether") for role in clause.roles):
        return None  # “has 27 vessels in all” tells a sum
    noun = objects[0].head
    return noun if noun.pos_ == "NOUN" and not noun.like_num and not tells_event(noun) else None


def _turned_out(quality: Token) -> Clause:
    """*The buyer went bankrupt*: the buyer is bankrupt."""
    clause = clause_of(quality.head)
    return Clause(
        quality, quality.head, tuple(role for role in clause.roles if role.name != "is"), clause.passive, aside=True
    )


def _turned_round(clause: Clause) -> Clause | None:
    """Of *the owner of the mine is Corvex*: that Corvex is the owner."""
    subjects = clause.of("subject")
    if not named(clause.predicate) or len(subjects) != 1:
        return None
    noun = subjects[0].head
    if named(noun) or noun.pos_ != "NOUN":
        return None
    rest = tuple(role for role in clause.roles if role not in subjects)
    return Clause(noun, clause.verb, (Role("subject", "", clause.predicate), *rest), clause.passive)


def _is_cleft(clause: Clause) -> bool:
    """Whether *it was X who did so* only puts X in front: what was done is told by the verb behind."""
    it = any(role.head.lower_ == "it" for role in clause.of("subject"))
    return it and named(clause.predicate) and any(child.dep_ == "relcl" for child in clause.predicate.children)


def _apposed(noun: Token) -> Iterator[Clause]:
    """*Peter Loew, chairman of the bank* and *the bank's chairman, Peter Loew*: Loew is chairman."""
    head = noun.head
    if named(noun) and not named(head) and is_noun(head):
        told = noun_clause(head)
        if head.dep_ != "ROOT":
            yield replace(told, roles=tuple(r for r in told.roles if r.name != "subject" or r.head == noun))
    elif named(noun) and noun.text.isupper() and noun.i > 0 and noun.nbor(-1).text == "(":
        return  # “World Health Organization (WHO)”
    elif is_noun(noun) and not (head.dep_ == "ROOT" and _in_record(head)):
        yield noun_clause(noun)


def _in_record(head: Token) -> bool:
    return is_noun(head) and any(child.text == ":" for child in head.children)


def _is_title(noun: Token) -> bool:
    """Whether the noun before a name says what its bearer is: *Judge Helen Moss*, *the drugmaker Corvex*."""
    return is_office(noun) and named(noun.head) and noun.head.ent_type_ in ("PERSON", "") and noun.i < noun.head.i


def _byname(verb: Token) -> Clause | None:
    """*The rapper known as Kid Marl*: that Kid Marl is a rapper, or another name of the one before."""
    if verb.lemma_ not in _BYNAMES or verb.dep_ not in ("acl", "relcl") or not is_noun(verb.head):
        return None
    other = bynamed(verb)
    if other is None:
        return None
    noun = verb.head
    if named(noun):
        return Clause(other, verb, (Role("subject", "", noun),))
    return Clause(noun, verb, (Role("subject", "", other),))


def _described(participle: Token) -> Clause:
    """*The closed bridge*: the bridge was closed; *the falling price*: it falls."""
    name = "object" if participle.tag_ == "VBN" else "subject"
    return Clause(participle, participle, (Role(name, "", participle.head),), participle.tag_ == "VBN")


def shown(clause: Clause) -> str:
    """The clause in a line, for a test to hold."""
    roles = ", ".join(f"{role.name}{f' {role.by}' if role.by else ''}: {phrase(role.head)}" for role in clause.roles)
    return f"{clause.predicate.lemma_}({roles})"
