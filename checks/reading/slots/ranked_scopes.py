"""Among what a superlative holds: *in Europe*, *since 1990*, *ever*, *any German club has signed*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from checks.reading.figures.numbers import number_at, tokens
from checks.reading.slots.parts import Relation
from checks.reading.slots.phrases import said
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_WITHIN = listed(
    "in of on across within among amongst throughout outside at for since from to under worldwide globally"
)
# How wide a place is: what holds in the wider one holds in one that lies in it, not the other way about.
_WORLD, _CONTINENT, _COUNTRY, _REGION, _CITY, _SOMEWHERE = 5, 4, 3, 2, 1, -1
_WIDTH = {
    **dict.fromkeys(listed("world earth globe planet globally worldwide global"), _WORLD),
    **dict.fromkeys(
        listed("continent europe asia africa america americas oceania antarctica eu european asian african"), _CONTINENT
    ),
    **dict.fromkeys(listed("country nation kingdom national nationwide republic"), _COUNTRY),
    **dict.fromkeys(listed("state region county province district regional territory"), _REGION),
    **dict.fromkeys(listed("city town village borough capital municipality"), _CITY),
}
_EVER = re.compile(
    r"\b(?:ever|all[- ]time|of all time|in (?:\S+ ){0,3}history|on record|in living memory|since records began"
    r"|history)\b",
    re.IGNORECASE,
)
_SPANS = listed("year decade month week season century day game match generation quarter")


@dataclass(frozen=True)
class Scope:
    """Among what: the places or sets named, the time it is limited to, and whether it holds for all time.

    `doc` is what is read of the text around it.
    """

    places: tuple[Token, ...]
    since: tuple[Token, ...]
    ever: bool
    tokens: frozenset[int]
    doc: Doc | Span


def scope_of(token: Token, noun: Token) -> Scope:
    """What bounds a superlative: owners, places, *of* and *in* phrases, *since*, a clause with *any* or *ever*."""
    places: list[Token] = []
    since: list[Token] = []
    used: set[int] = set()
    ever = any(t.lower_ == "ever" for t in noun.doc[token.i : min(token.i + 12, token.sent.end)])
    for child in noun.children:
        naming = child.dep_ in ("amod", "compound", "nmod") and child != token and child.i < noun.i and width_of(child)
        if child.dep_ == "poss" or naming:
            places.append(child)
        elif child.dep_ in ("relcl", "acl"):
            words = list(child.subtree)
            ever = ever or any(t.lower_ == "ever" for t in words)
            places += [
                t
                for t in words
                if any(c.lower_ == "any" for c in t.children) and t.dep_ in ("nsubj", "nsubjpass", "pobj")
            ]
    for preposition in _prepositions(token, noun):
        for inner in preposition.children:
            if inner.dep_ not in ("pobj", "pcomp", "advmod"):
                continue
            words = list(inner.subtree)
            text = said([preposition, *words])
            if _EVER.search(text):
                ever = True
                places += [t for t in words if t.dep_ == "poss"]
            elif _spans(preposition, inner):
                since.append(inner)
            elif (
                preposition.lower_ in ("of", "for", "from", "to", "at", "under")
                and not _bounds(preposition, inner, token, noun)
            ) or inner.ent_type_ in ("DATE", "TIME"):
                continue
            else:
                places.append(inner)
            used |= {preposition.i, *(t.i for t in words if t.pos_ in ("DET", "ADP", "PART"))}
    return Scope(
        tuple(dict.fromkeys(places)), tuple(since), ever, frozenset(used | {t.i for t in (*places, *since)}), noun.doc
    )


def _prepositions(token: Token, noun: Token) -> Iterator[Token]:
    heads = [noun] if noun == token else [noun, token]
    verb = noun.head
    if noun.dep_ in ("attr", "dobj", "oprd", "acomp", "nsubj", "nsubjpass"):
        heads.append(verb)
    heads += [child for child in noun.children if child.dep_ in ("relcl", "acl")]
    for head in heads:
        for child in head.children:
            fronted = child.lower_ in ("of", "among", "amongst")
            if child.dep_ == "prep" and child.lower_ in _WITHIN and (child.i > token.i or fronted):
                yield child
                for inner in child.children:  # “in Europe since 1990”: the second hangs on the first
                    yield from (c for c in inner.children if c.dep_ == "prep" and c.lower_ in ("since", "in", "for"))


def _spans(preposition: Token, inner: Token) -> bool:
    """*Since 1990*, *in 20 years*, *for a decade*, *this season*: a time that the rank is limited to."""
    if preposition.lower_ == "since":
        return True
    last = inner.lemma_.lower()
    counted = any(c.dep_ in ("nummod", "det", "amod", "quantmod") for c in inner.children) or inner.tag_ == "NNS"
    if preposition.lower_ in ("in", "for") and last in _SPANS:
        return counted and not any(c.lower_ in ("last", "next") for c in inner.children)
    return preposition.lower_ == "of" and last in _SPANS


def _bounds(preposition: Token, inner: Token, token: Token, noun: Token) -> bool:
    """Whether an *of* phrase says among what, and not of what it is one (*the largest maker of tyres*)."""
    if preposition.lower_ != "of":
        return False
    counted = inner.like_num or any(c.dep_ == "nummod" for c in inner.children)
    return noun == token or bool(width_of(inner)) or counted


def scopes_related(ours: Scope, theirs: Scope) -> tuple[Relation, str]:
    """How the others that the claim's rank is among stand to those of the passage's."""
    timed = _times_related(ours, theirs)
    if timed[0] is Relation.CONFLICT:
        return timed
    lost = [place for place in theirs.places if not _told_in(place, ours)]
    added = [place for place in ours.places if not _told_in(place, theirs)]
    placed: tuple[Relation, str] = (Relation.AGREE, "")
    if lost and added:
        placed = _bywidth_of(added[0], lost[0])
    elif lost:
        placed = _dropped(lost[0])
    elif added:
        placed = (Relation.NARROWER, f"the passage does not say “{_phrase(added[0])}”")
    order = (Relation.CONFLICT, Relation.NARROWER, Relation.WIDER, Relation.AGREE)
    return min((timed, placed), key=lambda one: order.index(one[0]))


def _dropped(place: Token) -> tuple[Relation, str]:
    words = _phrase(place)
    if width_of(place) == _WORLD:
        return Relation.WIDER, f"the claim leaves out “{words}”"
    if place.pos_ == "PRON":
        return Relation.NARROWER, f"the claim leaves out “{words}”"
    return Relation.CONFLICT, f"the claim leaves out “{words}”"


def _bywidth_of(ours: Token, theirs: Token) -> tuple[Relation, str]:
    pair = f"“{_phrase(ours)}” against “{_phrase(theirs)}”"
    if theirs.pos_ == "PRON" or ours.pos_ == "PRON":
        return Relation.AGREE, ""
    mine, other = width_of(ours), width_of(theirs)
    if not _as_many(ours, theirs):
        return Relation.CONFLICT, f"{pair}: another field"
    if mine == other == _WORLD:
        return Relation.AGREE, ""
    if mine == _WORLD:
        return Relation.CONFLICT, f"{pair}: a wider field"
    if other == _WORLD:
        return Relation.WIDER, pair.replace("against", "for")
    if mine > 0 and other > 0:
        if mine > other:
            return Relation.CONFLICT, f"{pair}: a wider field"
        if mine == other and ours.pos_ == theirs.pos_ == "PROPN":
            return Relation.CONFLICT, f"{pair}: another field"
        if mine == other:
            return Relation.AGREE, ""
        return Relation.NARROWER, f"{pair}: whether the one lies in the other is not told"
    return Relation.NARROWER, pair


def _times_related(ours: Scope, theirs: Scope) -> tuple[Relation, str]:
    if theirs.since and not ours.since:
        words = _phrase(theirs.since[0])
        return Relation.CONFLICT, f"the claim leaves out “{words}”"
    if ours.since and not theirs.since:
        words = _phrase(ours.since[0])
        return (Relation.WIDER, "") if theirs.ever else (Relation.NARROWER, f"the passage does not say “{words}”")
    if ours.since and theirs.since:
        mine, other = said(list(ours.since[0].subtree)), said(list(theirs.since[0].subtree))
        years = [re.findall(r"\b(?:1[5-9]|20)\d\d\b", one) for one in (mine, other)]
        if mine.lower() == other.lower():
            return Relation.AGREE, ""
        if years[0] and years[1]:
            if years[0] == years[1]:
                return Relation.AGREE, ""
            later = years[0][0] > years[1][0]
            return (Relation.WIDER if later else Relation.CONFLICT), f"since {years[0][0]} against since {years[1][0]}"
        return Relation.NARROWER, f"“{mine}” against “{other}”"
    if ours.ever and not theirs.ever:
        return Relation.NARROWER, "the passage does not say that it is so for all time"
    return Relation.AGREE, ""


def _told_in(place: Token, scope: Scope) -> bool:
    """Whether the other text names the same field anywhere near."""
    from checks.reading.slots.names_alike import names_alike, people_of
    from checks.reading.slots.words import likeness

    for other in scope.places:
        if place.pos_ == "PRON" or other.pos_ == "PRON":
            return True
    for other in scope.doc:
        if not _as_many(place, other):
            continue
        if other.lower_ == place.lower_ or (other.lemma_.lower() == place.lemma_.lower() and place.pos_ == "NOUN"):
            return True
        if other.pos_ in ("PROPN", "ADJ") and place.pos_ in ("PROPN", "ADJ"):
            if people_of(other.text) and people_of(other.text) == people_of(place.text):
                return True
            found = names_alike(place.text, other.text, "place") if other.pos_ == place.pos_ == "PROPN" else None
            if found and found.stated:
                return True
        elif other.pos_ == place.pos_ == "NOUN":
            alike = likeness(place.lemma_.lower(), other.lemma_.lower(), "NOUN")
            if alike is Relation.AGREE:
                return True
        if (
            width_of(other) == width_of(place)
            and width_of(place) > 0
            and "PROPN" not in (other.pos_, place.pos_)
            and other in scope.places
        ):
            return True
    return False


def _as_many(place: Token, other: Token) -> bool:
    """Whether two sets may be one by their numbers: five cities are not twelve."""
    counts = [_count(one) for one in (place, other)]
    return None in counts or counts[0] == counts[1]


def _count(place: Token) -> Decimal | None:
    found = [one for one in (place, *place.lefts) if one.like_num]
    number = number_at(tokens(found[0].text), 0) if found else None
    return number.value if number is not None else None


def _phrase(token: Token) -> str:
    words = list(token.subtree)
    if token.dep_ in ("pobj", "pcomp"):
        words = [token.head, *words]
    return said(words)


def width_of(token: Token) -> int:
    """How wide a field the word names, 0 where it names none."""
    word = token.lower_
    if word in _WIDTH:
        return _WIDTH[word]
    if token.pos_ in ("PROPN", "ADJ") and token.text[:1].isupper():
        from checks.reading.slots.names_alike import people_of

        if people_of(token.text):
            return _COUNTRY
        return _SOMEWHERE if token.ent_type_ in ("GPE", "LOC") else 0
    return 0
