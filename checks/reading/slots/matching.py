"""Whether a noun or a predicate of the claim means the same as one of the passage: lemmas, recorded words, names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.slots.match_describing import describing
from checks.reading.slots.match_names import Found, best, is_name, name_of, one_name
from checks.reading.slots.match_nouns import nouns_alike, thing
from checks.reading.slots.parts import Relation
from checks.reading.slots.scope_quantifiers import quantity_of
from checks.reading.slots.sides import Side
from checks.reading.slots.words import light_verb, recorded, turned
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Found",
    "best",
    "describing",
    "forms",
    "is_name",
    "light_noun",
    "name_of",
    "nouns_alike",
    "predicates_alike",
    "thing",
]

# Verbs that say nothing by themselves in a fixed expression: *take* of *take effect* is not *take* of *take a train*.
_LIGHT = listed("take make give have get go come put set hold do be keep bring run carry lay draw pay")


@lru_cache(maxsize=4096)
def predicates_alike(claimed: Token, claim: Side, stated: Token, passage: Side) -> Found | None:
    """How the claim's verb, or the noun that it says something is, stands to a word of the passage.

    None also where the two tell the same from two sides, which `turned` knows: bought from, sold to.
    """
    ours, theirs = _one_of(claimed), _one_of(stated)
    if is_name(ours) and is_name(theirs):
        named = one_name(ours, theirs, passage)
        return named if named and named[0].stated else None
    pos = "VERB" if ours.pos_ in ("VERB", "AUX") else ours.pos_
    found = []
    for word, whole in _senses(ours, claim):
        for other, other_whole in _senses(theirs, passage):
            alike = recorded(word, other, pos)
            if alike is None:
                continue
            if alike.relation is Relation.CONFLICT and (turned(word, other) or not (whole and other_whole)):
                continue
            found.append((alike.relation, alike.why))
    return best(found)


def _one_of(token: Token) -> Token:
    """Of *is one of the founders* the founders."""
    if token.pos_ not in ("NUM", "DET", "PRON") or not any(child.lower_ == "of" for child in token.children):
        return token
    noun = quantity_of(token).noun
    return noun if noun.pos_ in ("NOUN", "PROPN") else token


def _senses(token: Token, side: Side) -> list[tuple[str, bool]]:
    """The forms of a predicate, each with whether it is all of the expression."""
    words = forms(token, side)
    if len(words) > 1 and words[-1] in _LIGHT:
        words = words[:1]
    found = [(word, at == 0) for at, word in enumerate(words)]
    lightened = light_noun(token, side)
    if lightened is not None:
        return [(lightened[1], True)]
    return found


def light_noun(verb: Token, side: Side) -> tuple[Token, str] | None:
    """Of *gave a speech* the speech, with the verb that both amount to: speak; None for other verbs."""
    if verb.pos_ != "VERB" or verb.i in side.expressions:
        return None
    for child in verb.children:
        amounts = light_verb(verb.lemma_.lower(), child.lemma_.lower()) if child.dep_ in ("dobj", "nsubjpass") else None
        if amounts is not None:
            return child, amounts
    return None


def forms(token: Token, side: Side) -> list[str]:
    """The expression that the word is the head of (*step down*), else its lemma."""
    expression = side.expressions.get(token.i)
    if expression is None:
        return [token.lemma_.lower()]
    with_noun = any(side.doc[i].pos_ in ("NOUN", "ADJ") for i in expression.indices if i != token.i)
    return [expression.words, token.lemma_.lower()] if with_noun or expression.pos != "verb" else [expression.words]
