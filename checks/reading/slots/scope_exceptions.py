"""What is left out of *all*, *none* and *banned*: *except in Wales*, *other than nurses*, *outside the city*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import said
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# The second kind can also mean *as well as* or *beyond*: an exception only to what holds of all or of none.
_EXCEPT = re.compile(
    r"\b(?:(?P<hard>except(?:ing|ed)?(?: for| in| at| on| from| to| that| when| where| if| by)?|with the exceptions? "
    r"of|excluding|save for"
    r"|not including|barring|exempting|but not)|(?P<soft>other than|apart from|aside from|besides|outside(?: of)?"
    r"|beyond|but for|but|bar))\b",
    re.IGNORECASE,
)
_UNIVERSAL = listed(
    "all every everyone everybody everything everywhere no none nobody nothing never any anyone anybody anything "
    "anywhere each always not n't n’t nowhere only both neither whole entire"
)
_BANS = listed("ban bar prohibit forbid outlaw exclude block close rule suspend abolish")


@dataclass(frozen=True)
class Exception_:
    """What is left out: its noun, the words, and whether they can mean nothing else."""

    noun: Token
    hard: bool
    exact: str
    tokens: frozenset[int]


def exception_slots(claimed: Token, stated: Token) -> tuple[list[Slot], set[int]]:
    """Does the claim leave out of it what the passage leaves out?

    Arguments and results are those of `adverb_slots`.
    """
    slots: list[Slot] = []
    taken: set[int] = set()
    ours, theirs = list(_exceptions(claimed)), list(_exceptions(stated))
    if not ours and not theirs:
        return slots, taken
    matched: set[int] = set()
    for one in ours:
        other = next((o for o in theirs if _alike(one.noun, o.noun)), None)
        if other is not None:
            matched.add(other.noun.i)
            taken |= one.tokens
            slots.append(Slot("quantifier", one.exact, other.exact, Relation.AGREE))
        elif one.hard:
            taken |= one.tokens
            shown = theirs[0].exact if theirs else stated.text
            slots.append(
                Slot("quantifier", one.exact, shown, Relation.NARROWER, "the passage does not make this exception")
            )
    for other in theirs:
        if other.noun.i in matched or any(o.hard for o in ours):
            continue
        if other.hard or (_universal(claimed) and _universal(stated)):
            why = f"the claim leaves out “{other.exact}”"
            slots.append(Slot("quantifier", claimed.text, other.exact, Relation.CONFLICT, why))
    return slots, taken


def _exceptions(predicate: Token) -> Iterator[Exception_]:
    sentence = predicate.sent
    text, start = sentence.text, sentence[0].idx
    for found in _EXCEPT.finditer(text):
        tokens = [t for t in sentence if t.idx < start + found.end() and start + found.start() < t.idx + len(t)]
        if not tokens or not (_verb_of(tokens[0]) == _verb_of(predicate) or tokens[0].is_ancestor(predicate)):
            continue
        if found[0].lower() in ("but", "bar") and not _after_all(tokens[0]):
            continue
        if tokens[0].tag_ == "VBG" and not _set_apart(tokens[0]):
            continue
        if tokens[-1].dep_ == "neg" and tokens[-1].head.pos_ in ("VERB", "AUX"):
            continue  # “signed but not ratified”: another act
        noun = _object(tokens)
        if noun is None:
            continue
        words = [*tokens, *(t for t in noun.subtree if t.i > tokens[-1].i)]
        yield Exception_(noun, found["hard"] is not None, said(words), frozenset(t.i for t in words))


def _after_all(token: Token) -> bool:
    """*Every state but Texas*, *nobody but nurses*; not *slow but safe*, nor *all but destroyed*."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    before = [t.lower_ for t in token.doc[max(token.sent.start, token.i - 4) : token.i]]
    noun = (
        token.i > 0
        and token.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON")
        and after.pos_ in ("PROPN", "DET", "NOUN", "NUM", "PRON")
    )
    return (
        noun
        and bool(_UNIVERSAL & set(before))
        and token.nbor(-1).lower_ != "all"
        and "." not in before
        and "," not in before
    )


def _set_apart(token: Token) -> bool:
    """*…, excluding Wales*; not *a rule barring sales*, *was not excluding anything*."""
    ruled = any(child.dep_ in ("aux", "auxpass", "nsubj", "neg") for child in token.children)
    before = token.nbor(-1) if token.i else None
    return not ruled and (
        before is None
        or before.text in (",", "(", "—", "–")
        or (token.lower_ == "excluding" and before.pos_ in ("NOUN", "PROPN"))
    )


def _object(tokens: list[Token]) -> Token | None:
    """The noun that the words leave out."""
    last = tokens[-1]
    for token in (last, *tokens):
        for child in token.children:
            if child.i > last.i and child.dep_ in ("pobj", "conj", "dobj"):
                return child
            if child.i > last.i and child.dep_ == "prep":
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if inner is not None:
                    return inner
    after = [t for t in last.doc[last.i + 1 : min(last.i + 7, last.sent.end)] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    for at, token in enumerate(after):
        if at + 1 == len(after) or after[at + 1].i != token.i + 1:
            return token
    return None


def _verb_of(token: Token) -> Token:
    verb = token
    while verb.dep_ not in ("ROOT", "conj", "relcl", "advcl", "ccomp", "parataxis") or verb.pos_ in ("NOUN", "PROPN"):
        if verb.head == verb:
            break
        verb = verb.head
    return verb


def _universal(predicate: Token) -> bool:
    """Whether it is told of all or of none, or forbidden."""
    return predicate.lemma_ in _BANS or any(t.lower_ in _UNIVERSAL for t in predicate.subtree)


def _alike(one: Token, other: Token) -> bool:
    from checks.reading.slots.names_alike import names_alike
    from checks.reading.slots.words import likeness

    if one.lemma_.lower() == other.lemma_.lower():
        return True
    if one.pos_ == other.pos_ == "PROPN":
        found = names_alike(one.text, other.text, "place")
        return bool(found and found.stated)
    found = likeness(one.lemma_.lower(), other.lemma_.lower(), "NOUN")
    return bool(found and found.stated)
