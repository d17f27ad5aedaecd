"""Whether a noun of the claim means what a noun of the passage means: by its words, its name, or who it points to."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.slots.counting import counted_by
from checks.reading.slots.match_names import Found, best, can_be, is_name, is_person, name_of, one_name
from checks.reading.slots.names_alike import people_of, printed
from checks.reading.slots.parts import Relation
from checks.reading.slots.phrases import PRONOUNS, kind_of, modifiers, phrase
from checks.reading.slots.scope_quantifiers import quantity_of
from checks.reading.slots.sides import Side
from checks.reading.slots.words import names_alike, recorded
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# What stands before *of* and only says how many of them, beyond the quantifiers: *the number of*, *the rest of*.
_PARTS = listed("number total group share percentage rest bulk pair one two three dozen hundred thousand")
# What stands before *of* with one thing and tells of a piece of it: *members of the union* are not the union.
_PIECES = listed("member part portion share section fraction proportion percent percentage")
# What stands before *of* with a name or a thing and says no more than it does: *the city of X*, *the month of May*.
_SORTS = listed("city town village state province county region district island republic month year day game sport")
# Bodies, each with what its members are called: what they vote for together, the body does.
_MEMBERS = {
    "senate": "senator", "council": "councillor", "parliament": "mp lawmaker legislator parliamentarian",
    "assembly": "lawmaker legislator", "congress": "lawmaker legislator", "legislature": "lawmaker legislator",
    "house": "lawmaker representative", "commons": "mp", "lords": "peer", "jury": "juror", "cabinet": "minister",
    "board": "director", "committee": "", "panel": "panellist", "court": "judge justice", "union": "",
}  # fmt: skip
# Forces, each with what those who serve in it are called.
_FORCES = {"police": "officer", "army": "soldier troop", "navy": "sailor", "coastguard": "officer", "force": "troop"}
_DWELLERS = listed("resident people inhabitant")
_BY_VOTE = listed(
    "pass approve back confirm reject vote adopt elect endorse ratify oppose decide resolve agree refuse convict "
    "acquit clear throw defeat override abandon scrap rule unanimous"
)
_NAMED = listed("born née nicknamed named called christened styled baptised baptized dubbed")
_WORKS = listed("film movie song album book novel show series single game play episode magazine programme program poem")
_PERSON_OR_BODY = ("er", "or")


@lru_cache(maxsize=4096)
def nouns_alike(claimed: Token, stated: Token, passage: Side, in_its_place: bool = False) -> Found | None:
    """How the claim's noun stands to what the passage's noun means; None where nothing tells.

    With `in_its_place` the passage's noun does or suffers what the claim's does; then *it* or *the film*, of which the
    passage has no name, is taken for it, and the reason says so.
    """
    if claimed.pos_ == "PRON" and claimed.lower_ in PRONOUNS:
        return Relation.AGREE, ""
    claimed = _whole(claimed)
    noun = thing(_whole(stated), passage)
    if noun is None or not any(letter.isalnum() for letter in noun.text):  # “126 voted yes”: of what, stands elsewhere
        return None
    if noun.pos_ == "PRON" and noun.lower_ in PRONOUNS and is_name(claimed) and not _fits(noun.lower_, claimed):
        return None
    found = []
    for mention in (*passage.mentions.of(noun), *_renamed(noun)):
        relation = _one_noun(claimed, mention, passage) if mention.pos_ != "PRON" else None
        if relation is not None:
            found.append(relation)
    if any(relation.stated for relation, _ in found):
        return best(found)
    if noun.lower_ in ("one", "ones"):
        contrasted = _contrasted(noun)
        return _one_noun(claimed, contrasted, passage) if contrasted is not None else best(found)
    if noun.lower_ in ("it", "its", "they", "their", "them"):
        for other in passage.mentions.candidates(noun):
            relation = _one_noun(claimed, other, passage)
            if relation is not None and relation[0].stated:
                return relation[0], f"“{noun.text}” can be “{phrase(other)}”"
    if found or not in_its_place:
        return best(found)
    return _in_place_of(claimed, noun, passage)


def _whole(part: Token) -> Token:
    """The head of the name that the word is a part of."""
    while part.dep_ in ("compound", "flat") and part.text[:1].isupper() and part.head.pos_ == "PROPN":
        part = part.head
    return part


def _renamed(noun: Token) -> list[Token]:
    """Whose other name it is: of *Ann Roe (born Ann Poe)* Ann Roe."""
    verb = noun.head
    if noun.dep_ in ("nsubj", "oprd", "dobj", "attr") and verb.lower_ in _NAMED and is_name(verb.head):
        return [verb.head] if verb.head.i < verb.i else []
    return []


def _contrasted(one: Token) -> Token | None:
    """What *the new one* is one of: the noun before it that has such a word too, *the old tower*."""
    for token in reversed(one.doc[: one.i]):
        if token.pos_ == "NOUN" and any(child.dep_ == "amod" for child in token.children):
            return token
    return None


def _fits(pronoun: str, name: Token) -> bool:
    return can_be(pronoun, name, "person" in kind_of(name))


def _in_place_of(claimed: Token, noun: Token, passage: Side) -> Found | None:
    """Where the passage has only a pronoun or *the film* for it, and nothing else that this could be: it is that."""
    only = (Relation.AGREE, f"the passage has only “{phrase(noun)}”")
    if noun.pos_ == "PRON" and noun.lower_ in PRONOUNS and not passage.mentions.has_name(noun):
        return only if _fits(noun.lower_, claimed) else None
    if is_name(claimed) and _only_pointed(noun, passage) and not _rivals(claimed, noun, passage):
        can = _can_point_to(noun)
        person = is_person(claimed)
        return only if (person is not False and "person" in can) or (person is not True and "other" in can) else None
    return None


def _can_point_to(noun: Token) -> set[str]:
    """Whether *the noun* can be a person, or something else."""
    kinds = kind_of(noun)
    if "person" in kinds:
        return {"person"}
    agent = noun.lemma_.lower().endswith(_PERSON_OR_BODY) and "body" not in kinds
    return {"person", "other"} if agent else {"other"}


def _rivals(claimed: Token, noun: Token, passage: Side) -> bool:
    """Whether the passage names something else that *the noun* could mean."""
    can = _can_point_to(noun)
    wanted = set()
    if "person" in can:
        wanted |= {"PERSON"}
    if "other" in can and noun.lemma_.lower() not in _WORKS:
        wanted |= {"ORG", "GPE", "FAC"} if kind_of(noun) & {"body"} or len(can) > 1 else {"PRODUCT", "EVENT", "FAC"}
    own = name_of(claimed)
    return any(
        token.ent_type_ in wanted and token.dep_ not in ("compound", "nmod") and is_name(token)
        and not ((same := one_name(claimed, token, passage)) and same[0].stated) and name_of(token) != own
        and token.sent.start <= noun.sent.start and token.i < noun.i
        for token in passage.doc
    )  # fmt: skip


def _only_pointed(noun: Token, passage: Side) -> bool:
    """Whether the passage says no more of it than *the film*, *the company*, of which it has no name."""
    bare = not any(child.dep_ not in ("det", "punct", "cc", "conj") for child in noun.children)
    pointing = any(child.lower_ in ("the", "this", "that") for child in noun.children)
    named = any(is_name(one) for one in passage.mentions.of(noun))
    return noun.pos_ == "NOUN" and bare and pointing and not named


@lru_cache(maxsize=4096)
def thing(head: Token, side: Side) -> Token | None:
    """The noun that is meant: of *some of the samples*, *seven of 20 samples* the samples; None for a bare number."""
    measured = any(one.unit and one.start <= head.idx < one.end for one in side.figures)  # degrees Celsius
    if is_name(head) and head.pos_ in ("PROPN", "NUM") and head.text[:1].isalpha() and not measured:
        return head  # “Fantastic Four” is not four of them
    noun = counted_by(head, side)
    if noun is None:
        return None
    meant = quantity_of(noun).noun
    if meant.i != noun.i and (meant.pos_ in ("NOUN", "PROPN") or meant.lower_ in ("them", "us", "those", "whom")):
        one_thing = "Sing" in meant.morph.get("Number", [])
        return noun if noun.lemma_.lower() in _PIECES and one_thing else meant
    return _after_of(noun) or noun if noun.lemma_.lower() in _PARTS else noun


def _after_of(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _one_noun(claimed: Token, mention: Token, passage: Side) -> Found | None:
    if is_name(claimed) and is_name(mention):
        return one_name(claimed, mention, passage)
    for one, other in ((claimed, mention), (mention, claimed)):
        if one.lemma_.lower() == "capital" and is_name(other) and _is_capital(one, other):
            return Relation.AGREE, f"“{phrase(one)}” is {name_of(other)}"
    for one, other in ((claimed, mention), (mention, claimed)):
        said_of = _same_as(one, other, passage, one is mention)
        if said_of is not None:
            return said_of
    found = recorded(claimed.lemma_.lower(), mention.lemma_.lower(), "NOUN")
    if found is not None:
        return found.relation, found.why
    if claimed.lower_ == mention.lower_:
        return Relation.AGREE, ""
    if is_name(mention) and claimed.pos_ == "NOUN" and kind_of(claimed) & {"person", "body"}:
        same = kind_of(claimed) & kind_of(mention) & {"person", "body"}
        pointing = any(child.dep_ in ("det", "poss") for child in claimed.children)
        if any(one.lemma_ == claimed.lemma_ for one in passage.doc):
            return None  # the passage has a club of its own besides the one it names
        return (Relation.WIDER, f"“{phrase(claimed)}” for “{name_of(mention)}”") if same and pointing else None
    return None


def _is_capital(capital: Token, city: Token) -> bool:
    """Whether *the Norwegian capital* is the city named."""
    states = [printed(state) for word in modifiers(capital) if (state := people_of(word.text))]
    name = name_of(city)
    return any(
        names_alike(state, name, "government") is Relation.AGREE
        and names_alike(state, name, "place") is not Relation.AGREE
        for state in states
    )  # fmt: skip


def _same_as(one: Token, other: Token, passage: Side, ours_is_other: bool) -> Found | None:
    """Whether the one is a long way of saying the other: the city of X for X, members of the Senate for the Senate."""
    of = _after_of(one)
    word = one.lemma_.lower()
    told = f"“{phrase(one)}” for “{phrase(other)}”"
    if of is not None and word in _SORTS and is_name(of) and is_name(other):
        named = one_name(of, other, passage)
        return (named[0], told) if named and named[0].stated else None
    body = other.lemma_.lower()
    if word in _DWELLERS and body in _DWELLERS and all(_where_they_live(members) for members in (one, other)):
        return Relation.AGREE, told
    if body in _FORCES and word in _FORCES[body].split():
        serving = any(child.dep_ == "compound" and child.lemma_.lower() == body for child in one.children)
        return (Relation.AGREE, told) if (serving or body == "police") and _all_told(one) else None
    stated = one if ours_is_other else other
    if body not in _MEMBERS or not _by_vote(stated):
        return None
    if word == "member" and of is not None and of.lemma_.lower() == body:
        return (Relation.AGREE, told) if _all_told(one) else None
    return (Relation.AGREE, told) if word in _MEMBERS[body].split() and _all_told(one) else None


def _where_they_live(people: Token) -> bool:
    """Whether it is told of what place they are: *people in Hull*."""
    return any(child.dep_ == "prep" and child.lower_ in ("of", "in", "from") for child in people.children)


def _by_vote(noun: Token) -> bool:
    """Whether what they do is what a body does by a vote of its members."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "agent" else noun.head
    return verb.lemma_.lower() in _BY_VOTE


def _all_told(members: Token) -> bool:
    """Whether they are told of together: not *some senators*, *three members*."""
    quantity = quantity_of(members)
    plural = "Plur" in members.morph.get("Number", [])
    return plural and quantity.count is None and quantity.level in ("", "all", "most") and not quantity.only
