"""The clause that a verb tells, with the subject it borrows where it has none of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.slots.clause_parts import BEING, Clause, Role, each, is_passive, prepositional, relative
from checks.reading.slots.phrases import is_noun, kind_of
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_SUBJECTS_PASSIVE = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "oprd"})
# After these, whoever the verb is done to does what follows: *accuse X of lying*, *ban X from selling*.
_OF_WHOM = {
    "of": listed("accuse suspect convict acquit clear absolve warn remind"),
    "from": listed(
        "ban bar stop prevent block prohibit deter discourage keep protect exclude disqualify restrain forbid "
        "dissuade hinder dismiss exempt restrict disbar"
    ),
    "into": listed("talk trick force pressure coerce mislead scare bully persuade push fool lure goad"),
    "with": listed("charge task credit entrust"),
}
_SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "offer", "ask"})


@lru_cache(maxsize=4096)
def clause_of(verb: Token) -> Clause:
    """The clause of a verb; of *be* with a noun or an adjective, that word is the predicate."""
    passive = is_passive(verb)
    roles = list(_roles(verb, passive))
    if not any(role.name == "subject" for role in roles) or (passive and not any(r.name == "object" for r in roles)):
        roles += _borrowed(verb, passive, {role.name for role in roles})
    complement = next((role for role in roles if role.name == "is"), None)
    if complement is not None and verb.lemma_ in BEING:
        return Clause(complement.head, verb, tuple(role for role in roles if role is not complement), passive)
    return Clause(verb, verb, tuple(roles), passive)


def exists(verb: Token) -> bool:
    """Whether the clause says that there is something."""
    return any(
        child.dep_ in ("expl", "nsubj") and child.lower_ == "there" and child.i < verb.i for child in verb.children
    )


def _roles(verb: Token, passive: bool) -> Iterator[Role]:
    there = exists(verb)
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            if there and child.i > verb.i:
                yield from each("is", "", child)
            elif child.lower_ != "there":
                yield from each("object" if passive else "subject", "", child)
        elif child.dep_ in _SUBJECTS_PASSIVE:
            yield from each("object", "", child)
        elif child.dep_ == "agent":
            for noun in child.children:
                yield from each("subject", "by", noun)
        elif child.dep_ in _OBJECTS:
            yield from each("object", "", child)
        elif child.dep_ == "dative":
            if is_noun(child):
                yield from each("recipient", "", child)
            else:
                for noun in child.children:
                    yield from each("recipient", child.lower_, noun)
        elif child.dep_ in ("attr", "acomp"):
            yield from each("is", "", child)
        elif child.dep_ == "prep":
            yield from prepositional(child)
        elif child.dep_ == "npadvmod":
            yield Role("time", "", child)
        elif child.dep_ in ("xcomp", "ccomp"):
            yield Role("what", "", child)
        elif child.dep_ == "advmod":
            yield Role("adverb", "", child)
    if verb.dep_ in ("relcl", "acl"):
        yield from relative(verb, passive)


def _borrowed(verb: Token, passive: bool, has: set[str]) -> list[Role]:
    """The subject of a verb that has none of its own: of the verb it is joined to, or that governs it."""
    name = "object" if passive else "subject"
    if name in has:
        return []
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        first = clause_of(head)
        held = first.of("object" if first.passive else "subject")
        return [Role(name, "", role.head) for role in held if role.by != "by"]
    if verb.dep_ in ("xcomp", "advcl", "pcomp", "ccomp") and head.pos_ in ("VERB", "AUX"):
        governor = clause_of(head)
        if verb.dep_ == "xcomp" and governor.of("object", "recipient") and head.lemma_ not in _SUBJECT_CONTROL:
            return [Role(name, "", role.head) for role in governor.of("object", "recipient")]
        return [Role(name, "", role.head) for role in governor.of("object" if governor.passive else "subject")]
    if verb.dep_ == "pcomp" and head.head.pos_ in ("VERB", "AUX"):
        governor = clause_of(head.head)
        done_to = governor.passive or _of_whom(head, governor)
        return [Role(name, "", role.head) for role in governor.of("object" if done_to else "subject")]
    if verb.dep_ == "pcomp" and is_noun(head.head):
        return _borrowed_through(head.head, name)
    if verb.dep_ in ("acl", "xcomp") and is_noun(head):
        return _borrowed_through(head, name)
    return []


def _of_whom(preposition: Token, governor: Clause) -> bool:
    """Whether what follows the preposition is done by whom the governing verb is done to."""
    objects = governor.of("object")
    if not objects:
        return False
    by, lemma = preposition.lower_, governor.verb.lemma_
    if by == "for":  # “fined X for speeding”, not “used it for cooking”
        return any("person" in kind_of(role.head) or kind_of(role.head) & {"body", "many"} for role in objects)
    return lemma in _OF_WHOM.get(by, frozenset())


def _borrowed_through(noun: Token, name: str) -> list[Role]:
    """Of *the plan to build*, *a decision to close*: whose plan it is."""
    owner = [child for child in noun.children if child.dep_ == "poss"]
    if owner:
        return [Role(name, "", owner[0])]
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in ("VERB", "AUX"):
        return [Role(name, "", role.head) for role in clause_of(noun.head).of("subject")]
    return []
