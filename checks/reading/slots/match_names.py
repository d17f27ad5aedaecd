"""Names in a parsed sentence: which words are one, and whether two of them are of one bearer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.named.gazetteer import given_names
from checks.reading.slots.parts import Relation
from checks.reading.slots.phrases import said
from checks.reading.slots.sides import Side
from checks.reading.slots.words import names_alike
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

Found = tuple[Relation, str]
# Best first: of several mentions the closest decides.
ORDER = (Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT, Relation.NOT_STATED)
KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "place"}
_NAMING = frozenset({"compound", "flat", "nmod", "amod"})
_HIM = re.compile(r"^(?:Mr|Sir|Lord|King|Prince|Baron|Father|Brother)\b")
_HER = re.compile(r"^(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Baroness|Sister)\b")
_GENERATION = re.compile(r"\b(?:(Jr|junior|the younger)|(Sr|senior|the elder))\b\.?$", re.IGNORECASE)
_DESIGNATION = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z])\S+")
_TITLES = listed("mr mrs ms miss sir dame dr lord lady professor president senator judge king queen pope")


def best(found: Iterable[Found]) -> Found | None:
    """The closest of several relations, with its reason."""
    return min(found, key=lambda one: ORDER.index(one[0]), default=None)


@lru_cache(maxsize=4096)
def is_name(token: Token) -> bool:
    """Whether the noun is a name, by its tag and its capital."""
    if not token.text[:1].isupper():
        return False
    capital = any(child.dep_ == "compound" and child.text[:1].isupper() for child in token.children)
    if _DESIGNATION.fullmatch(token.text) and "-" in token.text:  # “F-35”
        return True
    return token.pos_ == "PROPN" or token.ent_type_ in KINDS or (capital and token.pos_ == "NOUN") or _is_title(token)


def _is_title(token: Token) -> bool:
    """Whether a noun with a capital begins a name that the parser took for words: *Reign Over Me*."""
    inside = token.i + 1 < len(token.doc) and token.doc[token.i + 1].text[:1].isupper()
    return token.pos_ == "NOUN" and inside and not any(child.dep_ == "det" for child in token.children)


@lru_cache(maxsize=4096)
def name_of(token: Token) -> str:
    """The name that ends in this token, with the words before it that belong to it."""
    parts = [token]
    for child in token.lefts:
        if child.dep_ in _NAMING and child.text[:1].isupper():
            parts += [one for one in child.subtree if one.text[:1].isupper() or one.text in ("-", "'", "’", ".")]
        elif child.dep_ == "poss" and token.ent_iob_ == "I" and child.ent_type_ == token.ent_type_:
            parts += list(child.subtree)  # “Boston Children's Hospital”
    for child in token.rights:  # “Bank of England”, “Ministry of Defence”
        if child.dep_ == "prep" and child.lower_ in ("of", "for") and any(c.text[:1].isupper() for c in child.children):
            parts += [one for one in child.subtree if one.dep_ != "relcl"][:6]
        elif child.dep_ == "prep" and child.text[:1].isupper():  # “Reign Over Me”
            parts += list(child.subtree)[:4]
    return said([one for one in parts if not one.is_space])


def is_person(token: Token) -> bool | None:
    """Whether the name is a person's: by its title or given name, which the model's own guess must not go against."""
    first = name_of(token).split(" ")
    if first[0].lower().rstrip(".") in _TITLES:
        return True
    known = len(first) > 1 and first[0] in given_names()
    if token.ent_type_ == "PERSON":
        return True if known or len(first) == 1 else None
    return None if known else False


def can_be(pronoun: str, noun: Token, person: bool) -> bool:
    """Whether the pronoun can stand for the noun: *he* for a person of that sex, *it* for none.

    `person` says whether a noun that is no name can be a person.
    """
    named = is_person(noun) if is_name(noun) else person
    name = name_of(noun)
    if pronoun in ("he", "him", "his"):
        return named is not False and not _HER.match(name)
    if pronoun in ("she", "her", "hers"):
        return named is not False and not _HIM.match(name)
    return pronoun not in ("it", "its") or named is not True


def one_name(claimed: Token, mention: Token, passage: Side) -> Found | None:
    """How a name of the claim stands to a name of the passage; None where the two are of different sorts."""
    name, other = name_of(claimed), name_of(mention)
    if name == other:
        return Relation.AGREE, ""
    both = f"“{name}” and “{other}”"
    if _generation(name, other):
        return Relation.CONFLICT, f"{both} are not one person"
    kinds = KINDS.get(claimed.ent_type_), KINDS.get(mention.ent_type_)
    apart = mention.i in passage.time_tokens or (None not in kinds and kinds[0] != kinds[1] and "person" in kinds)
    if not apart and stands_apart(name, mention, passage):
        return Relation.CONFLICT, f"“{name}” stands in the passage beside “{other}”"
    if _designated(name, other):
        return Relation.AGREE, both
    relation = names_alike(name, other, kinds[0] or kinds[1] or "organisation")
    if relation is Relation.CONFLICT and not one_kind(claimed, mention):
        return None
    return (relation, both) if relation else None


def one_kind(a: Token, b: Token) -> bool:
    """Whether the model takes both names for names of persons, or of bodies, or of places."""
    kinds = {KINDS.get(a.ent_type_), KINDS.get(b.ent_type_)}
    return len(kinds) == 1 and None not in kinds


def _generation(name: str, other: str) -> bool:
    """Whether the one is the father's name and the other the son's: Jr and Sr."""
    ours, theirs = _GENERATION.search(name), _GENERATION.search(other)
    return bool(ours and theirs and ours.lastindex != theirs.lastindex)


def _designated(name: str, other: str) -> bool:
    """Whether the longer name has all words of the shorter, and that has a designation like F-35 or U-235 in it."""
    short, long = sorted((name.split(" "), other.split(" ")), key=len)
    short = [word for word in short if word.lower() != "the"]
    return set(short) <= set(long) and any(_DESIGNATION.fullmatch(word) for word in short)


def stands_apart(name: str, mention: Token, passage: Side) -> bool:
    """Whether the passage has the whole name too, of somebody else than this mention."""
    at = passage.text.find(name) if " " in name else -1
    if at < 0:
        return False
    same = {one.i for one in passage.mentions.of(mention)}
    return not any(token.i in same for token in passage.tokens(at, at + len(name)))
