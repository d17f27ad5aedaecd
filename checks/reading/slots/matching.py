"""Whether a noun or a predicate of the claim means the same as one of the passage: lemmas, recorded words, names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checks.reading.slots.counting import counted_by
from checks.reading.slots.parts import Relation
from checks.reading.slots.phrases import PRONOUNS, kind_of, modifiers, phrase, said
from checks.reading.slots.sides import Side, is_content
from checks.reading.slots.words import likeness, names_alike, recorded

if TYPE_CHECKING:
    from spacy.tokens import Token

# Best first: of several mentions the closest decides.
_ORDER = (Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT, Relation.NOT_STATED)
_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "place"}
# Adjectives that a claim may add: they say no more than the noun, the tense or the occasion does.
_IDLE = frozenset(
    "new own so-called said such same other another various respective current present latest last next recent "
    "future upcoming coming planned nearby local whole very particular certain specific overall former".split()
)
# What stands before *of* and only says how many of them.
_PARTS = frozenset(
    "some many most none all each both any several few more number majority minority half rest part third quarter "
    "one two three dozen hundred thousand total lot plenty handful couple group share proportion percentage bulk".split()
)
_NAMING = frozenset({"compound", "flat", "nmod", "amod"})
Found = tuple[Relation, str]


def best(found: Iterable[Found]) -> Found | None:
    """The closest of several relations, with its reason."""
    return min(found, key=lambda one: _ORDER.index(one[0]), default=None)


def nouns_alike(claimed: Token, stated: Token, passage: Side, in_its_place: bool = False) -> Found | None:
    """How the claim's noun stands to what the passage's noun means; None where nothing tells.

    With `in_its_place` the passage's noun does or suffers what the claim's does; then *it* or *the film*, of which the
    passage has no name, is taken for it, and the reason says so.
    """
    if claimed.pos_ == "PRON" and claimed.lower_ in PRONOUNS:
        return Relation.AGREE, ""
    noun = thing(stated, passage)
    if noun is None:  # “126 voted yes”: of what, the sentence says elsewhere
        return None
    found = []
    for mention in passage.mentions.of(noun):
        relation = _one_noun(claimed, mention, passage) if mention.pos_ != "PRON" else None
        if relation is not None:
            found.append(relation)
    if not any(relation.stated for relation, _ in found) and noun.lower_ in ("it", "its", "they", "their", "them"):
        for other in passage.mentions.candidates(noun):
            relation = _one_noun(claimed, other, passage)
            if relation is not None and relation[0].stated:
                return relation[0], f"“{noun.text}” can be “{phrase(other)}”"
    if found or not in_its_place:
        return best(found)
    only = (Relation.AGREE, f"the passage has only “{phrase(noun)}”")
    if noun.pos_ == "PRON" and noun.lower_ in PRONOUNS and not passage.mentions.has_name(noun):
        return only if _can_be(noun.lower_, claimed) else None
    if is_name(claimed) and _only_pointed(noun, passage):
        person = claimed.ent_type_ == "PERSON"
        return only if bool(kind_of(noun) & {"person"}) == person or "body" in kind_of(noun) and not person else None
    return None


def _can_be(pronoun: str, noun: Token) -> bool:
    """Whether the pronoun can stand for the noun: *he* for a person, *it* for none."""
    person = noun.ent_type_ == "PERSON" or ("person" in kind_of(noun) and noun.ent_type_ not in ("ORG", "GPE", "LOC", "FAC"))
    if pronoun in ("he", "him", "his", "she", "her", "hers"):
        return person
    return pronoun not in ("it", "its") or noun.ent_type_ != "PERSON"


def thing(head: Token, side: Side) -> Token | None:
    """The noun that is meant: of *some of the samples* and *seven of 20 samples* the samples; None for a bare number."""
    noun = counted_by(head, side)
    if noun is not None and noun.lemma_.lower() in _PARTS:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((inner for inner in child.children if inner.dep_ == "pobj"), noun)
    return noun


def _only_pointed(noun: Token, passage: Side) -> bool:
    """Whether the passage says no more of it than *the film*, *the company*, of which it has no name."""
    bare = not any(child.dep_ not in ("det", "punct", "cc", "conj") for child in noun.children)
    pointing = any(child.lower_ in ("the", "this", "that") for child in noun.children)
    named = any(is_name(one) for one in passage.mentions.of(noun))
    return noun.pos_ == "NOUN" and bare and pointing and not named


def _one_noun(claimed: Token, mention: Token, passage: Side) -> Found | None:
    if is_name(claimed) and is_name(mention):
        name, other = name_of(claimed), name_of(mention)
        if name != other and " " in name and _stands_apart(name, mention, passage):
            return Relation.CONFLICT, f"“{name}” stands in the passage beside “{other}”"
        relation = names_alike(name, other, _KINDS.get(claimed.ent_type_ or mention.ent_type_, "organisation"))
        if relation is Relation.CONFLICT and not _one_kind(claimed, mention):
            return None
        return (relation, "" if name == other else f"“{name}” and “{other}”") if relation else None
    found = _recorded(claimed.lemma_, mention.lemma_, "NOUN")
    if found is None and claimed.lower_ == mention.lower_:
        return Relation.AGREE, ""
    if found is None and is_name(mention) and claimed.pos_ == "NOUN" and kind_of(claimed) & {"person", "body"}:
        same = kind_of(claimed) & kind_of(mention) & {"person", "body"}
        pointing = any(child.dep_ in ("det", "poss") for child in claimed.children)
        return (Relation.WIDER, f"“{phrase(claimed)}” for “{name_of(mention)}”") if same and pointing else None
    return found


def _recorded(claimed: str, stated: str, pos: str) -> Found | None:
    """What the tables say of two words, with the record as the reason where the words differ."""
    found = recorded(claimed.lower(), stated.lower(), pos)
    return (found.relation, found.why) if found else None


def is_name(token: Token) -> bool:
    """Whether the noun is a name, by its tag and its capital."""
    if not token.text[:1].isupper():
        return False
    capital = any(child.dep_ == "compound" and child.text[:1].isupper() for child in token.children)
    return token.pos_ == "PROPN" or token.ent_type_ in _KINDS or (capital and token.pos_ == "NOUN")


def name_of(token: Token) -> str:
    """The name that ends in this token, with the words before it that belong to it."""
    parts = [token]
    for child in token.lefts:
        if child.dep_ in _NAMING and child.text[:1].isupper():
            parts += [one for one in child.subtree if one.text[:1].isupper() or one.text in ("-", "'", "’", ".")]
    for child in token.rights:  # “Bank of England”, “Ministry of Defence”
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and any(c.text[:1].isupper() for c in child.children):
            parts += [one for one in child.subtree if one.dep_ != "relcl"][:6]
    return said([one for one in parts if not one.is_space])


def _stands_apart(name: str, mention: Token, passage: Side) -> bool:
    """Whether the passage has the whole name too, of somebody else than this mention."""
    at = passage.text.find(name)
    if at < 0:
        return False
    same = {one.i for one in passage.mentions.of(mention)}
    return not any(token.i in same for token in passage.tokens(at, at + len(name)))


def _one_kind(a: Token, b: Token) -> bool:
    kinds = {_KINDS.get(a.ent_type_), _KINDS.get(b.ent_type_)}
    return len(kinds) == 1 and None not in kinds


def predicates_alike(claimed: Token, claim: Side, stated: Token, passage: Side) -> Found | None:
    """How the claim's verb, or the noun that it says something is, stands to a word of the passage."""
    if is_name(claimed) and is_name(stated):
        named = _one_noun(claimed, stated, passage)
        return named if named and named[0].stated else None
    pos = "VERB" if claimed.pos_ in ("VERB", "AUX") else claimed.pos_
    found = [
        one for word in forms(claimed, claim) for other in forms(stated, passage) if (one := _recorded(word, other, pos))
    ]
    return best(found)


def forms(token: Token, side: Side) -> list[str]:
    """The expression that the word is the head of (*step down*), else its lemma."""
    expression = side.expressions.get(token.i)
    if expression is None:
        return [token.lemma_.lower()]
    with_noun = any(side.doc[i].pos_ in ("NOUN", "ADJ") for i in expression.indices if i != token.i)
    return [expression.words, token.lemma_.lower()] if with_noun or expression.pos != "verb" else [expression.words]


def describing(claimed: Token, stated: list[Token], passage: Side, taken: set[int]) -> Found:
    """How what the claim adds to a noun stands to what the passage adds to it: each word must be borne out.

    `taken` are tokens of the claim that other slots answer for: figures, times, ranks, quantifiers.
    """
    pool = [one for mention in stated for one in (*modifiers(mention), mention)]
    worst = _owned(claimed, stated)
    for word in modifiers(claimed):
        if word.i in taken or not is_content(word) or word.lemma_.lower() in _IDLE or word.ent_type_ == "DATE":
            continue
        found = best(one for other in pool if (one := _described(word, other)))
        if (found is None or not found[0].stated) and not _rival(word, stated):
            anywhere = best(one for other in passage.doc if (one := _described(word, other)) and one[0].stated)
            found = anywhere if anywhere and (found is None or found[0] is not Relation.CONFLICT) else found
        if found is None:
            found = (Relation.NARROWER, f"the passage does not say “{word.text}”")
        if _ORDER.index(found[0]) > _ORDER.index(worst[0]):
            worst = found
    return worst


def _owned(claimed: Token, stated: list[Token]) -> Found:
    """Whether what the noun is *of* is the same: the chairman of the bank is not that of the bank's committee."""
    ours, theirs = _owners(claimed), [owner for mention in stated for owner in _owners(mention)]
    for owner in ours:
        if theirs and not any((found := _described(owner, other)) and found[0].stated for other in theirs):
            return Relation.NARROWER, f"the passage has it of “{phrase(theirs[0])}”, not of “{phrase(owner)}”"
    more = [other for other in theirs if not any(_described(owner, other) for owner in ours)]
    if ours and more and claimed.lemma_.lower() not in {mention.lemma_.lower() for mention in stated}:
        return Relation.NARROWER, f"the passage has it of “{phrase(more[0])}” too"
    return Relation.AGREE, ""


def _owners(noun: Token) -> list[Token]:
    """Whose or of what it is, by the words right at it."""
    found = [child for child in noun.children if child.dep_ == "poss" and child.pos_ != "PRON"]
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            found += [inner for inner in child.children if inner.dep_ == "pobj" and inner.pos_ in ("NOUN", "PROPN")]
    return found


def _rival(word: Token, stated: list[Token]) -> bool:
    """Whether the passage's noun has another name where the claim's has this one: a gallery *in Ghent*."""
    if not is_name(word):
        return False
    places = {(one.dep_, one.head.lower_ if one.dep_ == "pobj" else "") for m in stated for one in modifiers(m) if is_name(one)}
    return (word.dep_, word.head.lower_ if word.dep_ == "pobj" else "") in places


def _described(word: Token, other: Token) -> Found | None:
    if word.lower_ == other.lower_ or word.lemma_.lower() == other.lemma_.lower():
        return Relation.AGREE, ""
    if is_name(word) and is_name(other):
        relation = names_alike(name_of(word), name_of(other), _KINDS.get(word.ent_type_, "organisation"))
        if relation is Relation.CONFLICT and not _one_kind(word, other):
            relation = None
    else:
        relation = likeness(word.lemma_.lower(), other.lemma_.lower(), other.pos_)
    if relation is Relation.CONFLICT and word.dep_ != other.dep_:
        return None
    return (relation, f"“{word.text}” and “{other.text}”") if relation else None
