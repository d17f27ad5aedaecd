"""The acts that a text tells, and which act of a claim is the same as one of a passage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.slots.parts import Relation
from checks.reading.slots.status_clause import subject_of
from checks.reading.slots.status_deeds import curbed, same_deed
from checks.reading.slots.status_governors import governor_of
from checks.reading.slots.words import acted, likeness
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LIGHT = listed("be have do make take give get go come say tell put let hold")
_CLAUSES = ("advcl", "relcl", "ccomp", "parataxis", "nsubj", "nsubjpass", "aux", "auxpass")
_CONTENT = ("NOUN", "PROPN", "NUM", "VERB", "ADJ")
_OF_THE_HEAD = ("conj", "ccomp", "xcomp", "parataxis", "attr", "acomp", "oprd", "pcomp")
_ARGUMENTS = ("dobj", "pobj", "prep", "nsubj", "nsubjpass", "dative", "appos", "agent")
_STEPS = 12  # up the tree
_MOST = 40  # acts of one text that are compared


class Act(NamedTuple):
    """A word that tells an act, its lemma with its particle, and the lemmas of what stands beside it."""

    word: Token
    lemma: str
    beside: frozenset[str]


def acts_of(doc: Doc, every: bool = False) -> list[Act]:
    """The acts that a text tells, without the words that only say how far another has got, or who says so.

    `every` takes those in too.
    """
    governing = set()
    for token in doc if not every else ():
        governor = governor_of(token) if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN") else None
        governs = governor is not None and not governor.lone
        if governor and governs and (token.pos_ in ("VERB", "AUX") or governor.word.pos_ != "VERB"):
            governing.add(governor.word.i)
    found = []
    for token in doc:
        if token.i in governing or token.dep_ in ("aux", "auxpass") or token.pos_ not in ("VERB", "AUX"):
            continue
        if token.dep_ == "amod" and token.tag_ == "VBG":
            continue  # a commanding officer
        if token.dep_ == "ROOT" and token.tag_ == "VB" and any(one.tag_ == "TO" for one in token.children):
            continue  # “To use gas”: of whom, is told elsewhere
        lemma = _lemma(token)
        if lemma:
            found.append(Act(token, lemma, _beside(token)))
        if len(found) == _MOST:
            break
    return found


def _lemma(verb: Token) -> str:
    lemma = verb.lemma_.lower()
    particle = next((one.lower_ for one in verb.children if one.dep_ == "prt"), "")
    if particle:
        return f"{lemma} {particle}"
    if lemma in _LIGHT:
        what = next((one for one in verb.children if one.dep_ in ("attr", "acomp", "dobj", "oprd")), None)
        return f"{lemma} {what.lemma_.lower()}" if what is not None else ""
    return lemma


def _beside(verb: Token) -> frozenset[str]:
    """The lemmas of an act's subject, objects and places, by which one raid is told from another."""
    found = _content(verb)
    subject = subject_of(verb)
    return frozenset(found if subject is None else found | _content(subject) | _of_word(subject))


def _content(word: Token) -> set[str]:
    """The lemmas that hang on a word, but for those of other clauses."""
    found: set[str] = set()
    rest = list(word.children)
    for child in rest:
        if child.dep_ not in _CLAUSES and not (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
            found |= _of_word(child)
            rest += child.children
    return found


def _of_word(word: Token) -> set[str]:
    return {word.lemma_.lower()} if word.pos_ in _CONTENT else set()


def same_acts(claim: Doc, passage: Doc) -> list[tuple[Act, Act]]:
    """Each act that the claim states with the act of the passage that is the same: by its word, then who and what."""
    ours, theirs = stated_acts(claim), acts_of(passage)
    found = list(_pairs(ours, theirs))
    rest = [act for act in ours if act not in {one for one, _ in found}]
    found += _pairs(rest, acts_of(passage, every=True))
    found = found or list(_pairs(stated_acts(claim, every=True), acts_of(passage, every=True)))
    rest = [act for act in ours if act not in {one for one, _ in found}]
    return found + list(_pairs(rest, _nouns_of(passage)))


def stated_acts(claim: Doc, every: bool = False) -> list[Act]:
    """The acts that a claim states, without those by which it only says of whom or when: “the mines *banned* in May”.

    All of them where the head of no sentence is a verb: a headline.
    """
    acts = acts_of(claim, every)
    if not any(one.dep_ == "ROOT" and one.pos_ in ("VERB", "AUX") for one in claim):
        return acts
    return [act for act in acts if _is_stated(act.word)]


def _is_stated(word: Token) -> bool:
    """Whether an act is what the sentence says: its head, joined to it, or governed by it (“plans to close”)."""
    node = word
    for _ in range(_STEPS):
        if node.dep_ == "ROOT" or node.head == node:
            return True
        governor = governor_of(node)
        if governor is None and node.dep_ not in (*_OF_THE_HEAD, *(_ARGUMENTS if node != word else ())):
            return False
        node = node.head if governor is None or governor.word == node else governor.word
    return False


def _pairs(acts: list[Act], theirs: list[Act]) -> Iterator[tuple[Act, Act]]:
    for act in acts:
        alike = [other for other in theirs if _same_word(act, other) and _same_deed(act, other)]
        if alike:
            best = max(alike, key=lambda other: (len(act.beside & other.beside), other.lemma == act.lemma))
            if act.beside & best.beside or not act.beside or not best.beside:
                yield act, best


def _same_deed(act: Act, other: Act) -> bool:
    """Whether who and what are alike, and so is what a clause says that it is to do: “the power to raise taxes”."""
    said = _complement(act.word)
    rest = {one.lemma_.lower() for one in other.word.subtree if one != other.word}
    return same_deed(act.word, other.word) and (not said or bool(said & rest))


def _complement(verb: Token) -> set[str]:
    """The lemmas of a clause or phrase that fills out an act, or the noun of one with a light verb."""
    nouns = [one for one in verb.children if one.dep_ == "dobj"] if verb.lemma_ in _LIGHT else []
    clauses = [one for one in verb.children if one.dep_ in ("ccomp", "xcomp")]
    clauses += [one for noun in nouns for one in noun.children if one.dep_ in ("acl", "prep")]
    return {one.lemma_.lower() for clause in clauses for one in clause.subtree if one.pos_ in _CONTENT}


def _nouns_of(doc: Doc) -> list[Act]:
    """The nouns of a text that may name an act: “the closure of the school”."""
    nouns = [token for token in doc if token.tag_ in ("NN", "NNS") and not curbed(token)][:_MOST]
    return [Act(token, token.lemma_.lower(), _beside(token) | _over(token)) for token in nouns]


def _over(noun: Token) -> frozenset[str]:
    return frozenset(one.lemma_.lower() for one in noun.head.subtree if one.pos_ in _CONTENT and one != noun)


def _same_word(act: Act, other: Act) -> bool:
    ours, theirs = act.lemma, other.lemma
    if ours == theirs or f"{ours}e" == theirs or f"{theirs}e" == ours:  # “fined”, of which the model makes “fin”
        return True
    if " " in ours or " " in theirs:
        return False
    told = (theirs,) if other.word.pos_ in ("VERB", "AUX") else acted(theirs)
    return any(likeness(ours, one, "VERB") in (Relation.AGREE, Relation.WIDER) for one in told)
