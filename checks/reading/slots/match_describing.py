"""Whether what the claim adds to a noun is borne out: by what describes it in the passage, or by what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.slots.match_names import KINDS, ORDER, Found, best, is_name, name_of, one_kind
from checks.reading.slots.names_alike import people_of
from checks.reading.slots.parts import Relation
from checks.reading.slots.phrases import modifiers, phrase
from checks.reading.slots.sides import Side, is_content
from checks.reading.slots.status import status_of
from checks.reading.slots.words import names_alike, recorded
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Adjectives that a claim may add: they say no more than the noun, the tense or the occasion does.
_IDLE = listed(
    "new own so-called said such various respective recent future upcoming coming local very particular certain "
    "specific overall"
)
_COMPLEMENTS = frozenset({"attr", "appos", "acomp", "oprd", "ROOT"})
_TELLING = ("opposite", "exclusive", "nationality")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})
_ATTACHED = frozenset({"amod", "compound", "nmod", "poss", "nummod", "advmod", "npadvmod"})


def describing(claimed: Token, stated: list[Token], passage: Side, taken: set[int]) -> Found:
    """How what the claim adds to a noun stands to what the passage adds to it: each word must be borne out.

    `taken` are tokens of the claim that other slots answer for: figures, times, ranks, quantifiers.
    """
    pool = list(dict.fromkeys(one for mention in stated for one in (*modifiers(mention), mention)))
    worst = _owned(claimed, stated)
    done: set[int] = set()
    for word in modifiers(claimed):
        if word.i in taken or word.i in done or not is_content(word):
            continue
        if word.ent_type_ == "DATE":
            continue
        if is_name(word) and word.dep_ in ("compound", "nmod") and word.head != claimed and is_name(word.head):
            continue  # part of a name that is asked for as a whole
        compound = hyphened(word)
        done |= {one.i for one in compound}
        found = _compound(compound, pool) if len(compound) > 1 else None
        if found is None:
            parts = [one for one in compound if is_content(one)]
            each = [_borne_out(one, claimed, stated, pool, passage) for one in parts]
            found = max(each, key=lambda one: ORDER.index(one[0]))
        if ORDER.index(found[0]) > ORDER.index(worst[0]):
            worst = found
    return worst


def _borne_out(
    word: Token, claimed: Token, stated: list[Token], pool: list[Token], passage: Side
) -> Found:  # fmt: skip
    """One describing word: beside the passage's, beside what is told of it, else anywhere where nothing rivals."""
    found = best(
        one for other in pool if not _inside(other, word, claimed, stated) and (one := _described(word, other))
    )
    if found is not None and found[0] is Relation.CONFLICT:
        return found if _excluding(claimed) else (Relation.NARROWER, found[1])
    if found is not None and found[0].stated:
        return found
    said_of = best(one for other in _told_of(stated, passage) if (one := _described(word, other)) and one[0].stated)
    if said_of is not None:
        return said_of
    if not _rival(word, stated):
        sentences = {mention.sent.start for mention in stated}
        anywhere = best(
            one for other in passage.doc
            if (word.dep_ != "pobj" or other.sent.start in sentences)
            and not _of_another(other, claimed, stated) and (one := _described(word, other)) and one[0].stated
        )  # fmt: skip
        found = anywhere or found
    if found is None and word.lemma_.lower() in _IDLE:
        return Relation.AGREE, ""
    return found or (Relation.NARROWER, f"the passage does not say “{word.text}”")


def _inside(other: Token, word: Token, claimed: Token, stated: list[Token]) -> bool:
    """Whether a name describes a noun inside the phrase, where the claim has it of the whole: *in the London suburbs of
    Paris* for *in London*."""
    direct = word.head == claimed or (word.dep_ == "pobj" and word.head.head == claimed)
    inner = other.head
    if not (direct and is_name(word) and other.dep_ in ("compound", "nmod", "amod", "poss")):
        return False
    return inner not in stated and not is_name(inner) and _described(word, inner) is None and inner.dep_ == "pobj"


def _told_of(stated: list[Token], passage: Side) -> Iterator[Token]:
    """What the passage says that the thing is, or that was done to it: *the bridge was closed*, *which is in Kent*."""
    same = {one.i for one in stated}
    for clause in passage.clauses:
        if any(role.name in ("subject", "object") and role.head.i in same for role in clause.roles):
            done = clause.passive or clause.predicate.pos_ in ("ADJ", "NOUN", "PROPN") or clause.verb.lemma_ == "be"
            if done and _holds(clause.verb):
                yield clause.predicate
                yield from modifiers(clause.predicate)
                yield from (role.head for role in clause.roles if role.name == "oblique")


def _holds(verb: Token) -> bool:
    status = status_of(verb)
    return not status.negated and status.reality == "done"


def _excluding(claimed: Token) -> bool:
    """Whether two describing words that exclude each other are said of one thing: of what it is said to be."""
    return claimed.dep_ in _COMPLEMENTS


def hyphened(word: Token) -> list[Token]:
    """The words joined to this one by hyphens, this one among them: *best-selling*, which the model takes apart."""
    doc, first, last = word.doc, word.i, word.i
    while first > 1 and doc[first - 1].text == "-" and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_):
        first -= 2
    while (
        last + 2 < len(doc) and doc[last + 1].text == "-" and not (doc[last].whitespace_ or doc[last + 1].whitespace_)
    ):
        last += 2
    return [doc[i] for i in range(first, last + 1, 2)]


def _compound(parts: list[Token], pool: list[Token]) -> Found | None:
    """A compound adjective beside those of the passage, whole, or by the part in which they differ."""
    words = [part.lower_ for part in parts]
    whole = "-".join(words)
    found: list[Found] = []
    for other in pool:
        theirs = [part.lower_ for part in hyphened(other)]
        if theirs == words or "".join(theirs) == "".join(words):
            return Relation.AGREE, ""
        if len(theirs) == len(words) > 1:
            unlike = [(ours, other_) for ours, other_ in zip(words, theirs, strict=True) if ours != other_]
            relation = recorded(unlike[0][0], unlike[0][1]) if len(unlike) == 1 else None
            if len(unlike) == 1:
                both = f"“{whole}” and “{'-'.join(theirs)}”"
                found.append((relation.relation if relation else Relation.NARROWER, both))
        likely = recorded(whole, other.lemma_.lower(), "ADJ") if len(theirs) == 1 else None
        if likely is not None:
            found.append((likely.relation, likely.why))
    return best(found)


def _of_another(other: Token, claimed: Token, stated: list[Token]) -> bool:
    """Whether the word describes another noun than the one that is meant, or is told of another."""
    if other.dep_ not in _ATTACHED and (other.tag_ in ("VBN", "VBD") or other.dep_ == "acomp"):
        of = [other.head] if other.dep_ == "acl" else [child for child in other.children if child.dep_ in _ARGUMENTS]
        own = any(noun.lemma_.lower() == claimed.lemma_.lower() for noun in of)
        return not own or not _holds(other)  # “the trees inspected”; what is told of another is asked for apart
    if other.dep_ not in _ATTACHED or other.dep_ == "advmod":
        return False
    head = other
    while head.dep_ in _ATTACHED and head.head != head:
        head = head.head
    if head.pos_ not in ("NOUN", "PROPN") or head in stated or any(head.is_ancestor(mention) for mention in stated):
        return False
    adjective = other.pos_ == "ADJ" or other.tag_ in ("VBN", "VBG")
    return adjective or head.lemma_.lower() == claimed.lemma_.lower()


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
    """Whether the passage's noun has another word in the place of this one: a gallery *in Ghent*, *in the play*."""
    if word.dep_ == "pobj":
        by = word.head.lower_
        return any(
            one.dep_ == "pobj" and one.head.lower_ == by and is_name(one) == is_name(word)
            and one.head.head.lemma_ == word.head.head.lemma_
            for mention in stated for one in modifiers(mention)
        )  # fmt: skip
    return is_name(word) and any(one.dep_ == word.dep_ and is_name(one) for m in stated for one in modifiers(m))


@lru_cache(maxsize=4096)
def _described(word: Token, other: Token) -> Found | None:
    ours = name_of(word) if is_name(word) else ""
    theirs = name_of(other) if is_name(other) or (ours and other.lower_ == word.lower_) else ""
    named = bool(ours and theirs)
    if not named and (word.lower_ == other.lower_ or word.lemma_.lower() == other.lemma_.lower()):
        return Relation.AGREE, ""
    both = f"“{word.text}” and “{other.text}”"
    place = people_of(word.text) if word.text[:1].isupper() else None
    if place is not None and place == people_of(other.text):
        return Relation.AGREE, both
    if named:
        if word.lower_ == other.lower_ and " " not in ours:
            return Relation.AGREE, ""
        if " " in ours and " " not in theirs and other.text == other.lower_:
            return Relation.NARROWER, both  # “the Labor Party” beside “the party”
        relation = names_alike(ours, theirs, KINDS.get(word.ent_type_, "organisation"))
        if relation is Relation.CONFLICT and not one_kind(word, other):
            return None
    else:
        found = recorded(word.lemma_.lower(), other.lemma_.lower(), other.pos_)
        relation = found.relation if found else None
        if found and relation is Relation.CONFLICT and found.how not in _TELLING:
            return None
    if relation is Relation.CONFLICT and (word.dep_ != other.dep_ or _by(word) != _by(other)):
        return None
    return (relation, both) if relation else None


def _by(word: Token) -> str:
    """The preposition that the word stands behind."""
    return str(word.head.lower_) if word.dep_ == "pobj" else ""
