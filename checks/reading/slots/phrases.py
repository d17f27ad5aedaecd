"""Noun phrases in a parsed sentence: their words, what describes them, and who is meant by *it* or *the company*."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_BODY = frozenset({"thing", "body", "many"})
_BY_ENTITY = {
    "PERSON": frozenset({"he", "she", "person"}), "ORG": _BODY, "NORP": _BODY, "GPE": _BODY, "LOC": _BODY, "FAC": _BODY,
    "WORK_OF_ART": frozenset({"thing"}),
}  # fmt: skip
# What follows a noun and tells more of it, but is no part of its name.
_MORE = frozenset({"relcl", "appos", "acl", "cc", "conj", "punct", "advcl", "parataxis", "dep"})
_DESCRIBES = frozenset({"amod", "compound", "nmod", "poss", "nummod", "advmod", "npadvmod"})
_MALE, _FEMALE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_THING = frozenset({"it", "its", "itself", "this", "that"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = _MALE | _FEMALE | _THING | _MANY | frozenset({"i", "we", "us", "our", "you", "your", "my", "me"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
_PERSONS = listed(
    "man woman person official minister president spokesman spokeswoman officer judge lawyer author actor player "
    "leader director chief chair chairman chairwoman doctor professor scientist teacher driver victim suspect boy "
    "girl member executive owner founder boss rapper miner composer painter critic nurse pilot farmer banker poet "
    "athlete striker winger goalkeeper surgeon engineer economist analyst journalist reporter editor politician "
    "lawmaker ambassador envoy commissioner chancellor premier deputy councillor sheriff detective prosecutor "
    "inspector sergeant lieutenant colonel commander admiral bishop archbishop priest prince princess duke emperor "
    "mother father son daughter wife husband candidate senator mayor governor king queen pope singer writer artist "
    "coach captain soldier general defendant secretary worker student patient resident"
)
_BODIES = listed(
    "company firm agency council court government ministry department party club team bank union committee board "
    "group organisation organization university school hospital airline regulator watchdog charity association "
    "institute commission body authority parliament senate assembly force army police retailer carmaker "
    "manufacturer drugmaker brewer insurer lender broadcaster operator supplier producer developer maker newspaper "
    "publisher trust foundation museum orchestra band chain country state nation city town kingdom republic"
)


def is_noun(token: Token) -> bool:
    """Whether the token is a noun, a name, a pronoun, a number that stands for one, or *the latter*, *the injured*."""
    if token.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        return True
    return token.pos_ in ("DET", "ADJ") and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def own_words(head: Token) -> list[Token]:
    """The tokens of the noun phrase, without clauses, appositions and whatever is joined to it by *and*."""
    kept = [head]
    for child in head.children:
        if child.dep_ not in _MORE:
            kept += own_words(child) if child.dep_ != "prep" else child.subtree
    return sorted(set(kept), key=lambda token: token.i)


def said(tokens: list[Token]) -> str:
    """The words from the first token to the last, as printed."""
    if not tokens:
        return ""
    doc = tokens[0].doc
    return str(doc[min(token.i for token in tokens) : max(token.i for token in tokens) + 1].text)


@lru_cache(maxsize=4096)
def phrase(head: Token) -> str:
    """The noun phrase as printed."""
    return said(own_words(head))


def modifiers(head: Token) -> list[Token]:
    """The content words that describe the noun: adjectives, compounds, owners, and what *of* and *in* add to it."""
    found: list[Token] = []
    for child in head.children:
        if child.dep_ in _DESCRIBES and child.pos_ not in ("DET", "PRON", "PART"):
            found += [child, *modifiers(child)]
            found += [other for other in child.conjuncts if other.head == child]
        elif child.dep_ == "prep":
            for noun in child.children:
                if noun.dep_ in ("pobj", "pcomp"):
                    for one in (noun, *joined(noun)):
                        found += [one, *modifiers(one)]
    return found


def joined(head: Token) -> list[Token]:
    """What is joined to the noun by *and* or *or*, without the noun itself."""
    found = []
    for child in head.children:
        if child.dep_ == "conj":
            found += [child, *joined(child)]
    return found


def with_joined(head: Token) -> list[Token]:
    """The noun and what is joined to it."""
    return [head, *joined(head)]


def is_office(token: Token) -> bool:
    """Whether the word says what a person or a body is: a judge, a company."""
    return token.lemma_.lower() in _PERSONS | _BODIES or token.lower_ in _PERSONS | _BODIES


def named(token: Token) -> bool:
    """Whether the noun is a name, and not an office or a body written with a capital (*the Council*, “Director: …”)."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        return token.ent_type_ in ("PERSON", "WORK_OF_ART")
    return token.lemma_.lower() not in _PERSONS | _BODIES or any(
        child.dep_ == "compound" and child.text[:1].isupper() for child in token.children
    )


@lru_cache(maxsize=4096)
def kind_of(token: Token) -> frozenset[str]:
    """What the noun can be: a person (`he`, `she`), a body, a thing, or many of them."""
    if joined(token) and token.ent_type_ not in _BY_ENTITY:
        return frozenset({"many"})
    return kind_alone(token)


def kind_alone(token: Token) -> frozenset[str]:
    """As `kind_of`, of the noun without what is joined to it."""
    word = token.lemma_.lower()
    if token.ent_type_ in _BY_ENTITY:
        return _BY_ENTITY[token.ent_type_]
    if "Number=Plur" in str(token.morph):
        return frozenset({"many"})
    if word in _PERSONS:
        return frozenset({"he", "she", "person"})
    if word in _BODIES:
        return frozenset({"thing", "body", "many"})
    if token.pos_ == "PROPN":
        return frozenset({"he", "she", "thing", "person", "body"})
    return frozenset({"thing"})
