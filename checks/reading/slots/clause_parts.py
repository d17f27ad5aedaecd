"""A clause and its roles, and the words that tell only that something is, happens or is had."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.slots.phrases import is_noun, joined, kind_of
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Verbs that say of a noun only that it is or happens: the noun is what is told, and what they have belongs to it.
LIGHT = listed("be happen occur begin start take come become remain follow continue end last run stand result")
BEING = frozenset({"be", "become", "remain"})
_FIRST = listed("first second third last next only one")
# Prepositions that hang on a verb for what they say of it, and are no role in it.
_NO_ROLE = frozenset({"according", "despite", "including", "regarding", "concerning"})


@dataclass(frozen=True)
class Role:
    """A noun, or another word, in its role: `by` is the preposition (`` for subject and object)."""

    name: str  # subject, object, recipient, is, oblique, time, what, adverb, and of a person or body: of (whose)
    by: str
    head: Token


@dataclass(frozen=True)
class Clause:
    """A predicate with its roles. `predicate` is the verb, or of *X is a Y* the Y; `verb` the verb itself.

    `aside` marks what a name's title tells, and a second clause of the same verb: what a claim is not asked for apart.
    """

    predicate: Token
    verb: Token
    roles: tuple[Role, ...]
    passive: bool = False
    aside: bool = False

    def of(self, *names: str) -> list[Role]:
        """The roles of these names."""
        return [role for role in self.roles if role.name in names]


def each(name: str, by: str, head: Token) -> Iterator[Role]:
    """The role of a noun and of what is joined to it."""
    for one in (head, *joined(head)):
        yield Role(name, by, one)


def prepositional(preposition: Token) -> Iterator[Role]:
    """The roles that a preposition gives, with those that the parser hung on its noun."""
    by = preposition.lower_
    if by in _NO_ROLE:
        return
    for noun in preposition.children:
        if noun.dep_ in ("pobj", "pcomp", "prep", "amod", "advmod"):
            if noun.dep_ == "prep" or noun.pos_ == "ADP":  # “because of”, “out of”
                for inner in prepositional(noun):
                    yield Role(inner.name, f"{by} {inner.by}", inner.head)
            else:
                yield from each("oblique", by, noun)
                for child in noun.children:  # “to cuts in May”: the parser often hangs the second one on the first noun
                    if child.dep_ == "prep" and child.lower_ not in ("of",):
                        yield from prepositional(child)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive, also as a participle after a noun (*a bridge built in 1890*)."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    if verb.dep_ == "ccomp":  # “had the bridge repaired”
        return (
            verb.head.lemma_ in ("have", "get", "see", "want", "need", "order", "keep", "find") and verb.i > verb.head.i
        )
    if verb.dep_ in ("acl", "amod", "advcl", "ROOT", "conj", "relcl", "dep", "parataxis"):
        return not any(child.dep_ == "nsubj" for child in verb.children)
    return False


def relative(verb: Token, passive: bool) -> Iterator[Role]:
    """The noun that a relative clause or a participle tells of, in its role there."""
    has = {child.dep_ for child in verb.children}
    wh = next((c for c in verb.subtree if c.tag_ in ("WP", "WDT", "WRB", "WP$") and c.i < verb.i), None)
    noun = verb.head
    if not is_noun(noun):
        return
    if wh is None:
        if verb.dep_ == "acl" and _to_do(verb, noun):
            return
        if verb.dep_ == "acl":
            yield Role("object" if passive else "subject", "", noun)
        elif not has & {"dobj"}:
            yield Role("object", "", noun)  # “the bridge they built”
        return
    if wh.tag_ == "WRB":
        if wh.lower_ == "where":
            yield Role("oblique", "in", noun)
    elif wh.dep_ == "pobj" and wh.head.dep_ == "prep":
        yield Role("oblique", wh.head.lower_, noun)
    elif wh.dep_ in ("dobj", "obj", "oprd"):
        yield Role("object", "", noun)
    elif wh.dep_ in ("nsubj", "csubj", "nsubjpass", "csubjpass") and wh.head == verb:
        yield Role("object" if passive else "subject", "", noun)


def _to_do(verb: Token, noun: Token) -> bool:
    """Whether *to do so* is what the noun is about (*a decision to close*), not what it does (*the first to win*)."""
    if verb.tag_ != "VB" or not any(child.lower_ == "to" for child in verb.children):
        return False
    first = any(child.tag_ in ("JJS", "RBS") or child.lower_ in _FIRST for child in noun.children)
    return not first and noun.pos_ == "NOUN" and not kind_of(noun) & {"person", "body"}
