"""Whether two words for an act tell one deed: nobody else does it, and it is done to nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from checks.reading.named.titles import HEADS, ORGANISATION_NOUNS, ORGANISATION_WORDS, STYLES
from checks.reading.slots.names_alike import people_of
from checks.reading.slots.parts import Relation
from checks.reading.slots.status_clause import auxiliaries, subject_of
from checks.reading.slots.words import light_verb, likeness
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

_OBJECTS = ("dobj", "nsubjpass", "oprd")
_OF_NOUN = ("compound", "nmod", "poss", "amod")
_INNER = ("prep", "pobj", "compound", "nmod", "poss", "conj", "appos", "amod", "nummod", "acl")
# What is done to these is done to what is named after them: “the use of water”, “part of the roof”.
_LIGHT = listed(
    "use number part amount share member group kind type series set lot rest most all some one each list piece pair"
    " last"
)
_BLAMED = listed(
    "accuse suspect charge fine sue jail sentence arrest prosecute convict acquit clear blame punish condemn criticise"
    " criticize"
)
_CURBS = listed(
    "limit restrict curb prohibit ban forbid stop prevent halt reduce oppose avoid outlaw"
    " limitation restriction prohibition moratorium cap rule law convention treaty policy opposition alternative"
)
_TO_WHAT = ("for", "from", "to", "with", "of")  # “withdrew from the treaty”, “allow for their use”
_OF = listed("of on for to in against over from about with")


class Deed(NamedTuple):
    """Who does an act, and to what; `either` holds what may be the one or the other: “the mill's closure”."""

    who: tuple[Token, ...]
    what: tuple[Token, ...]
    either: tuple[Token, ...] = ()


def same_deed(ours: Token, theirs: Token) -> bool:
    """Whether an act of the claim may be that of the passage: what is told of who does it, and to what, is alike.

    Where a pronoun tells it, nothing tells them apart; where neither is told, nothing says that they are one.
    """
    one, other = deed_of(ours), deed_of(theirs)
    whats = _held(one.what, (*other.what, *other.either))
    whos = _held(one.who, (*other.who, *other.either))
    if one.what and (other.what or other.either):
        return whats is not False and not _done_by_another(one, other)
    if one.what or other.what:  # “the owners closed the mill” and “the mill closed”
        return whos is True or _held(one.what or one.who, other.what or other.who) is True
    return whos is True or (whos is None and any(_is_pronoun(word) for word in (*one.who, *other.who)))


def curbed(noun: Token) -> bool:
    """Whether an act is named as what another one curbs: “limits on the use of gas” tell of no use."""
    head = noun.head
    while head.dep_ in ("prep", "pcomp") and head.pos_ in ("ADP", "SCONJ") and head.head != head:
        head = head.head
    beside = [one for one in head.children if one.dep_ == "dobj" and one.i < noun.i]
    return any(one.lemma_.lower() in _CURBS for one in (head, *beside))


def deed_of(word: Token) -> Deed:
    """Who does the act that a verb or a noun tells, and to what, as far as its own clause says so."""
    if word.pos_ not in ("VERB", "AUX"):
        return _of_noun(word)
    passive = any(one.dep_ == "auxpass" for one in auxiliaries(word)) or _is_participle(word)
    what = [word.head if one.tag_ in ("WDT", "WP") else one for one in word.children if one.dep_ in _OBJECTS]
    who = _under(word, ("by",)) if passive else []
    subject = _accused(word) or subject_of(word)
    left_out = _left_out(word) if not what else None
    if left_out is not None:
        what = [left_out]
    elif _is_participle(word) and not what:
        what = [word.head]
    elif not what and not passive:
        what = _under(word, _TO_WHAT)
    if subject is not None and subject not in what:
        (what if passive else who).append(subject)
    return Deed(tuple(dict.fromkeys(who)), tuple(dict.fromkeys(what)))


def _left_out(word: Token) -> Token | None:
    """What a relative clause says is done to the noun before it: “the painting (that) it had hoped to buy”."""
    clause = word.head if word.dep_ == "xcomp" else word
    own = [one for one in clause.children if one.dep_ in ("nsubj", "nsubjpass")]
    if clause.dep_ != "relcl" or not own or own[0].tag_ in ("WDT", "WP"):
        return None
    return clause.head


def _is_participle(word: Token) -> bool:
    """Whether a word tells what was done to the noun it hangs on: “banned mines”, “mines banned in May”."""
    return word.tag_ == "VBN" and word.dep_ in ("acl", "amod") and not any(one.dep_ == "nsubj" for one in word.children)


def _accused(word: Token) -> Token | None:
    """Who is said to act where another says so: “accused the owners of selling”, “fined the firm for selling”."""
    preposition, head = word.head, word.head.head
    if word.dep_ != "pcomp" or preposition.dep_ != "prep":
        return None
    if head.dep_ == "dobj" and head.head.lemma_ in _BLAMED:
        return head
    if preposition.lower_ != "of" and not (preposition.lower_ in ("for", "with") and head.lemma_ in _BLAMED):
        return None
    return next((one for one in head.children if one.dep_ == "dobj" and one.i < word.i), None)


def _under(word: Token, prepositions: Iterable[str]) -> list[Token]:
    found = []
    for child in word.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            found += [one for one in child.children if one.dep_ == "pobj"]
    return found


def _of_noun(noun: Token) -> Deed:
    who, either = _under(noun, ("by",)), _under(noun, _OF)
    either += [one for one in noun.children if one.dep_ in _OF_NOUN and (one.dep_ != "amod" or people_of(one.text))]
    if noun.dep_ == "dobj" and light_verb(noun.head.lemma_, noun.lemma_):  # “gave approval to the scheme”
        subject = subject_of(noun.head)
        who += [subject] if subject is not None else []
        either += _under(noun.head, _OF)
    return Deed(tuple(who), (), tuple(either))


# --------------------------------------------------------------------------------------------------------- told apart


def _held(ours: Iterable[Token], theirs: Iterable[Token]) -> bool | None:
    """Whether both name the same, by names, else by nouns; None where one has none, or a pronoun."""
    mine, others = tuple(ours), tuple(theirs)
    if not mine or not others or any(_is_pronoun(one) for one in (*mine, *others)):
        return None
    if _names(mine) and _names(others):
        return not _named_apart(mine, others)
    nouns, other_nouns = _heads(mine), _heads(others)
    if not nouns or not other_nouns:
        return None if _names(mine) or _names(others) else False
    return any(_same_noun(one, other) for one in nouns for other in other_nouns)


def _named_apart(ours: Iterable[Token], theirs: Iterable[Token]) -> bool:
    """Whether both have names, and none of them in common; the council and its councillors have none."""
    mine, others = _names(ours), _names(theirs)
    return bool(mine and others) and not mine & others


def _done_by_another(one: Deed, other: Deed) -> bool:
    """Whether another one does it: by its name, or as a body of another kind that is not spoken of beside it.

    Officers may be the guards, and councillors the council; a board is no council.
    """
    if _named_apart(one.who, (*other.who, *other.either)):
        return True
    bodies, others = _bodies(one.who), _bodies(other.who)
    near = {word.lemma_.lower() for who in other.who for word in who.sent}
    return bool(bodies and others) and not bodies & near and _held(one.who, other.who) is False


def _bodies(words: Iterable[Token]) -> set[str]:
    return {one.lemma_.lower() for one in words} & (ORGANISATION_WORDS | ORGANISATION_NOUNS)


def _is_pronoun(word: Token) -> bool:
    """Whether a word says what is meant by a pronoun alone: “it”, “their use”."""
    if word.lemma_.lower() in _LIGHT and any(one.dep_ == "poss" and one.tag_ == "PRP$" for one in word.children):
        return True
    return word.pos_ == "PRON" or word.tag_ in ("DT", "PRP", "PRP$", "WDT", "WP", "WP$", "EX")


def _phrase(word: Token) -> list[Token]:
    """A noun with what hangs on it, but for whole clauses."""
    found = [word]
    for one in found:
        found += [child for child in one.children if child.dep_ in _INNER and child not in found]
    return found


def _names(words: Iterable[Token]) -> frozenset[str]:
    """The names in these phrases, a people's under its state: “Norwegian” and “Norway” are one."""
    found = set()
    for word in words:
        for one in _phrase(word):
            people = people_of(one.text) if one.text[:1].isupper() else None
            if people or (one.pos_ == "PROPN" and one.lemma_.lower() not in HEADS | STYLES):
                found.add(people or one.lemma_.lower())
    return frozenset(found)


def _heads(words: Iterable[Token]) -> list[Token]:
    """The nouns that say what a phrase is of; of a light one what it is of: “the use of water”, “water use”."""
    found = []
    for one in (one for word in words for one in (word, *word.conjuncts)):
        inner = [*_under(one, ("of", "on", "for")), *(child for child in one.children if child.dep_ in _OF_NOUN[:3])]
        found += inner if inner and one.lemma_.lower() in _LIGHT else [one]
    return [one for one in found if one.pos_ != "PROPN"]


def _same_noun(one: Token, other: Token) -> bool:
    ours, theirs = one.lemma_.lower(), other.lemma_.lower()
    return ours == theirs or likeness(ours, theirs, "NOUN") in (Relation.AGREE, Relation.WIDER)
