"""How much of it, which rank, which statistic: what bounds a noun or a predicate, in the claim and in the passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import own_words, said
from checks.reading.slots.ranked import rank_slots_of
from checks.reading.slots.scope_adverbs import adverb_relations
from checks.reading.slots.scope_exceptions import exception_slots
from checks.reading.slots.scope_quantifiers import Quantity, quantity_of
from checks.reading.slots.scope_statistics import statistic_slots
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["adverb_slots", "scope_slots"]

_A, _W, _N, _C = Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT
# How the claim's quantifier (the row) stands to the passage's (the column); "" is a phrase without one.
_COLUMNS = ("all", "nearly", "most", "half", "minority", "many", "several", "some", "few", "notall", "none", "")
_TABLE: dict[str, tuple[Relation | None, ...]] = {
    "all": (_A, _C, _C, _C, _C, _C, _C, _C, _C, _C, _C, _N),
    "nearly": (_C, _A, _N, _C, _C, _N, _N, _C, _C, _N, _C, _N),
    "most": (_W, _W, _A, _C, _C, _N, _N, _C, _C, _N, _C, _N),
    "half": (_C, _C, None, None, _C, _N, _N, _N, _C, _N, _C, None),
    "minority": (_C, _C, _C, _C, _A, _N, _N, _N, _W, _N, _C, _N),
    "many": (_W, _W, _W, _W, _N, _A, _A, _N, _C, _N, _C, _N),
    "several": (_W, _W, _W, _W, _W, _A, _A, _A, _C, _N, _C, _N),
    "some": (_W, _W, _W, _W, _W, _W, _W, _A, _A, _A, _C, _W),
    "few": (_C, _C, _C, _C, _N, _C, _N, _N, _A, _N, _C, _N),
    "notall": (_C, _W, _W, _W, _W, _W, _W, _A, _W, _A, _W, _N),
    "none": (_C, _C, _C, _C, _C, _C, _C, _C, _C, _N, _A, None),
    "": (_W, _W, _W, _C, _C, None, None, _C, _C, _C, None, None),
}
_LEVELS = {"nearly": "nearly all", "notall": "not all", "none": "none", "": "no quantifier"}
_EACH_KIND = frozenset({"everyone", "everybody", "everything", "nobody", "someone", "somebody", "nothing"})


_FRACTIONS = listed("third thirds quarter quarters fifth fifths sixth eighth tenth tenths")


def scope_slots(claimed: Token, stated: Sequence[Token]) -> tuple[list[Slot], set[int]]:
    """Does the claim bound the noun as the passage does: how many of them, which rank, which statistic?

    `claimed` heads a noun phrase of the claim, `stated` are the heads in the passage that mean the same, the one in
    the matching role first. Gives the slots ("quantifier", "rank", "statistic"), and which tokens of the claim (by
    index) they answer for. A claim without a word of the kind has a slot only where leaving it out misleads.
    """
    slots, taken = _quantifier_slots(claimed, stated)
    for more, tokens in (rank_slots_of(claimed, stated), statistic_slots(claimed, stated)):
        slots += more
        taken |= tokens
    return slots, taken


def adverb_slots(claimed_predicate: Token, stated_predicate: Token) -> tuple[list[Slot], set[int]]:
    """Does the claim bound the predicate as the passage does: how far, how often, for how long, but for what?

    Both are the verbs (or the nouns) of the two clauses. Gives slots as `scope_slots` does.
    """
    slots, taken = adverb_relations(claimed_predicate, stated_predicate)
    more, tokens = exception_slots(claimed_predicate, stated_predicate)
    for verb, other in ((claimed_predicate, stated_predicate),):
        ranked = [c for c in verb.children if c.dep_ in ("attr", "acomp", "oprd") and c.tag_ in ("JJS", "RBS")]
        if ranked:
            theirs = [c for c in other.children if c.dep_ in ("attr", "acomp", "oprd")] or [other]
            found, used = rank_slots_of(ranked[0], theirs)
            more, tokens = [*more, *found], tokens | used
    return slots + more, taken | tokens


def _quantifier_slots(claimed: Token, stated: Sequence[Token]) -> tuple[list[Slot], set[int]]:
    ours = quantity_of(claimed)
    taken = set(ours.tokens)
    if not stated:
        return [], taken
    theirs = quantity_of(stated[0])
    if not theirs.level and (stated[0].pos_ == "PRON" or theirs.definite):
        theirs = next((q for q in map(quantity_of, stated[1:]) if q.level), theirs)
    slots = []
    related = _related(ours, theirs, stated)
    if related is not None:
        relation, why = related
        slots.append(Slot("quantifier", _shown(ours, claimed), _shown(theirs, stated[0]), relation, why))
    if ours.only and not _only_near(stated[0], theirs):
        why = f"the passage does not say “{ours.only.lower()}”"
        slots.append(Slot("quantifier", f"{ours.only} {claimed.text}", said(own_words(stated[0])), _N, why))
    elif ours.only:
        slots.append(Slot("quantifier", ours.only, theirs.only or "only", _A))
    elif theirs.only and not related:
        why = f"the claim leaves out “{theirs.only.lower()}”"
        slots.append(Slot("quantifier", said(own_words(claimed)), f"{theirs.only} {stated[0].text}", _W, why))
    return slots, taken


def _related(ours: Quantity, theirs: Quantity, stated: Sequence[Token]) -> tuple[Relation, str] | None:
    """How the claim's quantifier stands to the passage's, None where neither says anything."""
    fraction = ours.top.lower_ in _FRACTIONS
    if ours.level in ("", "share") and (ours.count is not None or ours.share is not None or fraction):
        return None  # a number is a figure's
    if ours.level == "all":
        counted = _all_of_them(ours, theirs, stated)
        if counted is not None:
            return counted
    if theirs.share is not None and theirs.level in ("share", ""):
        return _by_share(ours, theirs.share)
    if theirs.level == "" and theirs.count is not None and ours.level:
        return _by_count(ours, theirs)
    if {ours.level, theirs.level} == {"all", "none"}:
        if _opposite(ours, theirs):
            return _A, "the opposite of all is told of none"
        if not _same_told(ours, theirs):
            return _N, "whether the one excludes the other is not told"
    if ours.level == "all" and not theirs.level and any(t.lower_.startswith("unanim") for t in stated[0].sent):
        return _A, "unanimous, in the passage"
    relation = _TABLE[ours.level][_COLUMNS.index(theirs.level if theirs.level != "share" else "")]
    if relation is None:
        return None
    if not ours.level:
        return _unsaid(ours, theirs, relation)
    return relation, _why(ours, theirs, relation)


def _unsaid(ours: Quantity, theirs: Quantity, relation: Relation) -> tuple[Relation, str] | None:
    """A claim without a quantifier reads as about them in general where it is told of them, or of known ones."""
    general = ours.plural or ours.definite
    if relation is _C and not (general and (ours.subject or ours.definite) and not _is_place(ours)):
        return None
    if relation is _W and not general:
        return None
    return relation, f"the claim leaves out “{theirs.words.strip().lower()}”"


def _is_place(one: Quantity) -> bool:
    """Whether the noun only says where: fire *in the city*, told also of fire in parts of the city."""
    return one.top.dep_ == "pobj" and not one.subject


def _why(ours: Quantity, theirs: Quantity, relation: Relation) -> str:
    our, their = ours.words.strip().lower(), theirs.words.strip().lower()
    if relation is _A and our == their:
        return ""
    if not theirs.level:
        return f"the passage does not say “{our}”" if relation is _N else ""
    return f"“{our}” against “{their}”" if relation in (_C, _N) else f"“{our}” for “{their}”"


def _all_of_them(ours: Quantity, theirs: Quantity, stated: Sequence[Token]) -> tuple[Relation, str] | None:
    """*All 12*, *both*: borne out where the passage tells it of that many, or lists as many."""
    wanted = ours.count
    if theirs.level == "all":
        return None
    if wanted is None or theirs.level:
        return None
    if theirs.of is not None and theirs.count is not None:
        whole = theirs.count == theirs.of == wanted
        return (_A, "") if whole else (_C, f"{theirs.count} of {theirs.of} is not all {wanted}")
    counts = [q.count for q in map(quantity_of, stated) if q.count is not None and q.share is None]
    if counts:
        if counts[0] == wanted:
            return _A, f"told of {wanted}"
        return (_C, f"told of {counts[0]}, not of all {wanted}") if counts[0] < wanted else None
    listed = 1 + sum(1 for _ in stated[0].conjuncts)
    return (_A, f"the passage lists {listed}") if listed == wanted else None


def _by_share(ours: Quantity, share: float) -> tuple[Relation, str] | None:
    bounds = {
        "all": share >= 1, "nearly": 0.85 <= share < 1, "most": share > 0.5, "half": None, "minority": share < 0.5,
        "many": share >= 0.25 or None, "several": share > 0 or None, "some": share > 0, "few": share <= 0.2,
        "notall": share < 1, "none": share == 0, "": share >= 0.5,
    }  # fmt: skip
    holds = bounds[ours.level]
    if holds is None or (not ours.level and not (ours.subject and (ours.plural or ours.definite))):
        return None
    told = f"{round(share * 100)} per cent of them"
    if holds:
        return (_W if not ours.level else _A), f"the passage tells of {told}"
    return _C, f"the passage tells of {told}" + (f", not “{ours.words.strip().lower()}”" if ours.level else "")


def _by_count(ours: Quantity, theirs: Quantity) -> tuple[Relation, str] | None:
    """*Several* and *some* of a plain number of them."""
    count = theirs.count or 0
    if ours.level in ("some", "several", "many"):
        least = {"some": 2, "several": 3, "many": 20}[ours.level]
        words = ours.words.strip().lower()
        if words in ("dozens", "scores", "hundreds", "thousands", "millions"):
            return None  # figures
        return (_W, f"“{words}” for {count}") if count >= least else (_N, f"“{words}” for {count}")
    if ours.level == "none":
        return (_C, f"the passage tells it of {count}") if count and not _opposite(ours, theirs) else None
    if ours.level in ("all", "most", "nearly", "notall", "few", "minority"):
        return _N, f"the passage tells of {count}, and not of how many in all"
    return None


def _opposite(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the two predicates are opposites, or one of the same is negated."""
    from checks.reading.slots.words import likeness

    one, other = ours.top.head, theirs.top.head
    negated = [any(child.dep_ == "neg" for child in verb.children) for verb in (one, other)]
    said_of = [_told(one), _told(other)]
    found = likeness(said_of[0].lemma_.lower(), said_of[1].lemma_.lower(), said_of[0].pos_)
    if found is Relation.CONFLICT:
        return negated[0] == negated[1]
    return negated[0] != negated[1] and (found is not None or said_of[0].lemma_ == said_of[1].lemma_)


def _same_told(ours: Quantity, theirs: Quantity) -> bool:
    from checks.reading.slots.words import likeness

    one, other = _told(ours.top.head), _told(theirs.top.head)
    found = likeness(one.lemma_.lower(), other.lemma_.lower(), one.pos_)
    return one.lemma_ == other.lemma_ or bool(found and found.stated)


def _told(verb: Token) -> Token:
    return next((c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd") and verb.lemma_ == "be"), verb)


def _only_near(stated: Token, theirs: Quantity) -> bool:
    if theirs.only:
        return True
    verb = theirs.top.head
    words = (
        {c.lower_ for c in verb.children}
        | {c.lower_ for c in stated.children}
        | {c.lower_ for c in theirs.top.children}
    )
    return bool(words & {"only", "solely", "exclusively", "alone", "sole", "nobody", "none", "no"})


def _shown(one: Quantity, head: Token) -> str:
    words = one.words.strip()
    if not words:
        return said(own_words(one.noun))
    return words if one.noun.lower_ in words.lower() or one.noun.lower_ in _EACH_KIND else f"{words} … {one.noun.text}"
