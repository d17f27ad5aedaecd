"""Superlatives, ranks and firsts: which scale, which end of it, which place, one of how many, and among what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.figures.numbers import ORDINALS
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import said
from checks.reading.slots.ranked_fields import of_its_field, scope_beside
from checks.reading.slots.ranked_scopes import Scope, scope_of, scopes_related
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words for one end of a scale, and for the other.
_ENDS: dict[str, tuple[str, str]] = {
    "size": ("largest biggest greatest leading foremost main top", "smallest tiniest"),
    "height": ("highest tallest", "lowest"),
    "price": ("dearest costliest priciest expensive costly", "cheapest"),
    "quality": ("best finest", "worst"),
    "age": ("oldest", "youngest newest"),
    "length": ("longest", "shortest briefest"),
    "speed": ("fastest quickest speediest", "slowest"),
    "wealth": ("richest wealthiest affluent wealthy prosperous", "poorest deprived"),
    "heat": ("hottest warmest", "coldest coolest"),
    "rain": ("wettest rainiest", "driest"),
    "traffic": ("busiest", "quietest"),
    "deadliness": ("deadliest bloodiest lethal deadly", ""),
    "strength": ("strongest powerful mightiest", "weakest"),
    "depth": ("deepest", "shallowest"),
    "weight": ("heaviest", "lightest"),
    "distance": ("farthest furthest remotest", "nearest closest"),
    "sales": ("best-selling top-selling bestselling biggest-selling", "worst-selling"),
    "safety": ("safest", "dangerous deadliest-known riskiest unsafe"),
    "width": ("widest broadest", "narrowest"),
    "time": ("earliest", "latest"),
    "order": ("first inaugural", "last final"),
    "number": ("most", "fewest"),
    "severity": ("severest gravest serious severe", "mildest"),
    "difficulty": ("hardest toughest difficult", "easiest"),
    "popularity": ("popular", "unpopular"),
}
_SCALE = {
    word: (scale, up)
    for scale, ends in _ENDS.items()
    for up, words in zip((True, False), ends, strict=True)
    for word in words.split()
}
# How much of something there is can be put on either of these: the largest number, the highest number, the most.
_AMOUNTS = frozenset({"size", "height", "number"})
_NUMBERS = listed("number total toll count tally amount quantity volume level")
_RATES = listed("rate share proportion percentage ratio average")
_COMPARATIVE = {
    "size": "larger bigger greater",
    "height": "higher taller",
    "price": "dearer costlier",
    "quality": "better",
    "age": "older",
    "length": "longer",
    "speed": "faster quicker",
    "wealth": "richer wealthier",
    "heat": "hotter warmer",
    "number": "more",
}
_NO_FIRST = listed(
    "half quarter lady ladies minister floor aid name degree amendment class reading leg round day week month year "
    "century place base grade gear officer secretary person lord sea instance course night post hand light phase "
    "stage step part set season term session period time thing edition division team"
)
_NO_SUPERLATIVE = listed("rest test west guest quest forest interest modest honest protest request")
_LEADING = frozenset({"leading", "foremost", "main", "top", "inaugural", "final"})
_ONE_OF = frozenset({"one", "some", "several", "two", "three", "four", "five", "many", "few"})
_PLACE = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_JOINT = frozenset({"joint", "equal", "joint-", "tied"})
_UNSURE = listed("perhaps arguably possibly probably maybe nearly almost virtually potentially")
_NAMED_NUMBER = re.compile(r"\b(?:no\.?|number)\s?(?P<n>\d{1,3}|one|two|three)\b(?!,?\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Rank:
    """A superlative or a first: `up` which end of the scale, `place` from that end, `among` one of several there."""

    token: Token
    noun: Token
    scale: str
    up: bool
    place: int
    among: bool
    joint: bool
    unsure: str
    tokens: frozenset[int]

    @property
    def exact(self) -> str:
        """The words of the rank, as printed."""
        return said([self.token.doc[i] for i in sorted(self.tokens)])


def rank_slots_of(claimed: Token, stated: Sequence[Token]) -> tuple[list[Slot], set[int]]:
    """Does the passage give the noun the rank that the claim gives it, among the same others?

    Arguments and results are those of `scope_slots`.
    """
    slots: list[Slot] = []
    taken: set[int] = set()
    if not stated:
        return slots, taken
    others: Sequence[Rank] | None = None
    for rank in ranks_in(claimed.doc):
        if rank.noun != claimed and rank.token != claimed:
            continue
        others = ranks_in(stated[0].doc) if others is None else others
        other = _counterpart(rank, others, stated)
        rivals = [one for one in others if _one_scale(rank, one) and _nouns_alike(rank, one)]
        if other is not None and len(rivals) > 1:
            other = of_its_field(rank, other, rivals)
        taken |= rank.tokens
        if other is None:
            if rank.scale == "order" and rank.token.lower_ in ("final", "last"):
                continue
            slots.append(_without(rank, stated[0]))
            continue
        ours, theirs = scope_of(rank.token, rank.noun), scope_beside(other, rivals)
        relation, why = _related(rank, other, ours, theirs)
        slots.append(Slot("rank", _shown(rank, ours), _shown(other, theirs), relation, why))
        taken |= ours.tokens
    return slots, taken


def ranks_in(doc: Doc) -> tuple[Rank, ...]:
    """The superlatives, ranks and firsts of a text, in order; read once, and kept with the text."""
    kept: tuple[Rank, ...] | None = doc.user_data.get("ranks")
    if kept is None:
        kept = doc.user_data["ranks"] = tuple(_ranks(doc))
    return kept


def _ranks(doc: Doc) -> Iterator[Rank]:
    for token in doc:
        found = _scale_at(token)
        if found is None:
            continue
        scale, up, used = found
        noun = _noun_of(token)
        place, placed = _place(token)
        used |= placed
        top = noun
        among = top.dep_ == "pobj" and (
            (top.head.lower_ == "of" and (top.head.head.lower_ in _ONE_OF or top.head.head.like_num))
            or (top.head.lower_ == "among" and token.i > top.head.i)
        )
        if not among and token.i >= 2 and (token.nbor(-1).lower_ in ("the", "its", "his", "their", "'s", "’s")):
            before = [t.lower_ for t in doc[max(0, token.i - 5) : token.i]]
            among = "among" in before or ("of" in before and bool(_ONE_OF & set(before)))
        if among:
            used |= {
                t.i for t in doc[max(noun.sent.start, token.i - 4) : token.i] if t.lower_ in (*_ONE_OF, "among", "of")
            }
        if token.lower_ in _LEADING and not among:  # “a leading maker” is one of several
            among = any(c.lower_ in ("a", "an") for c in noun.children) or (
                noun.tag_ == "NNS" and not any(c.lower_ == "the" or c.dep_ == "poss" for c in noun.children)
            )
        near = list(doc[max(token.sent.start, token.i - 3) : token.i])
        joint = any(t.lower_ in _JOINT for t in near)
        unsure = next((t.lower_ for t in near if t.lower_ in _UNSURE), "")
        used |= {t.i for t in near if t.lower_ in _JOINT or t.lower_ in _UNSURE}
        yield Rank(token, noun, scale, up, place, among, joint, unsure, frozenset(used))


def scale_of(superlative: str) -> str:
    """The scale that a superlative is an end of, "" where none is recorded."""
    return _SCALE.get(superlative, ("", True))[0]


def is_upper(superlative: str) -> bool:
    """Whether a superlative is the upper end of its scale; what is not recorded is."""
    return _SCALE.get(superlative, ("", True))[1]


def _scale_at(token: Token) -> tuple[str, bool, set[int]] | None:
    word = token.lower_
    if word in ("most", "least", "fewest", "best", "worst", "top", "biggest") and token.i + 1 < len(token.doc):
        after = token.nbor(1)
        if after.text == "-" and token.i + 2 < len(token.doc) and token.nbor(2).lower_ == "selling":
            return "sales", word != "worst", {token.i, token.i + 2}
        if word in ("most", "least"):
            return _most(token, after)
    if word in ("first", "last", "inaugural", "final"):
        ranked = token.dep_ == "amod" and token.head.lemma_.lower() not in _NO_FIRST and token.head.i > token.i
        headless = token.dep_ in ("attr", "dobj", "pobj") and token.i and token.nbor(-1).lower_ == "the"
        timed = token.dep_ == "amod" and token.head.lemma_ == "time" and token.i > 1 and token.nbor(-2).lower_ == "for"
        if token.ent_type_ in ("DATE", "TIME") and not headless:
            return None
        return (*_SCALE[word], {token.i}) if ranked or headless or timed else None
    if word in _LEADING:
        return (*_SCALE[word], {token.i}) if token.dep_ in ("amod", "compound") and token.head.i > token.i else None
    if word == "record" and token.dep_ in ("compound", "amod", "nmod") and token.head.i > token.i:
        return (
            ("record", True, {token.i})
            if token.head.lemma_ not in ("label", "company", "deal", "shop", "book", "holder")
            else None
        )
    if token.tag_ in ("JJS", "RBS") or (word in _SCALE and word.endswith("est")):
        if word in _NO_SUPERLATIVE or not word.endswith(("est", "best", "worst", "fewest")):
            return (*_SCALE[word], {token.i}) if word in ("worst", "best") else None
        return (*_SCALE.get(word, (word, True)), {token.i})
    return None


def _most(token: Token, after: Token) -> tuple[str, bool, set[int]] | None:
    """*The most expensive*, *the least safe*, *the most deaths*; not *most members*, *at most*."""
    up = token.lower_ == "most"
    before = token.nbor(-1).lower_ if token.i else ""
    if before == "at":
        return None
    if after.pos_ in ("ADJ", "ADV") or (after.tag_ in ("VBN", "VBG", "JJ") and token.dep_ == "advmod"):
        scale, end = _SCALE.get(after.lower_, (after.lemma_.lower(), True))
        definite = (
            before in ("the", "its", "their", "his", "her", "'s", "’s", "second", "third", "-")
            or token.head.i > token.i
        )
        return (scale, end == up, {token.i, after.i}) if definite else None
    if before == "the" and (token.dep_ in ("amod", "dobj", "advmod", "nmod") or after.pos_ in ("NOUN", "PROPN")):
        return "number", up, {token.i}
    return None


def _noun_of(token: Token) -> Token:
    """The noun that the superlative describes, or the superlative where there is none."""
    noun = token
    for _ in range(4):
        if noun.dep_ in ("amod", "advmod", "compound", "nmod", "npadvmod", "punct", "nummod") and noun.head.i > noun.i:
            noun = noun.head
        else:
            break
    return noun if noun.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else token


def _place(token: Token) -> tuple[int, set[int]]:
    """*Third* of *third-largest*, 1 where nothing is said."""
    i = token.i - 1
    if i >= 0 and token.doc[i].text in ("-", "–", "‑"):
        i -= 1
    if i < 0:
        return 1, set()
    word = token.doc[i].lower_
    value = ORDINALS.get(word)
    found = _PLACE.match(word)
    if value is not None and int(value) > 1:
        return int(value), {i}
    if found and int(found[1]) > 1:
        return int(found[1]), {i}
    return (2, {i}) if word == "next" else (1, set())


def _counterpart(rank: Rank, others: Sequence[Rank], stated: Sequence[Token]) -> Rank | None:
    """The passage's rank that is told of the same: on the noun itself, else on a like one, the same scale first."""
    heads = {token.i for token in stated}
    heads |= {t.head.i for t in stated if t.dep_ in ("compound", "nmod", "amod")}
    own = [one for one in others if one.noun.i in heads or one.token.i in heads]
    same = [one for one in own if _one_scale(rank, one)]
    if same:
        return same[0]
    alike = [one for one in others if _one_scale(rank, one) and _nouns_alike(rank, one)]
    if alike:
        return alike[0]
    return next((one for one in own if one.scale in _AMOUNTS and rank.scale in _AMOUNTS), None)


def _one_scale(one: Rank, other: Rank) -> bool:
    if one.scale == other.scale or {one.scale, other.scale} <= _AMOUNTS:
        return True
    return "record" in (one.scale, other.scale) and bool({one.scale, other.scale} & {*_AMOUNTS, "heat", "quality"})


def _nouns_alike(one: Rank, other: Rank) -> bool:
    """Whether both stand with the same noun, or one of them with none."""
    from checks.reading.slots.words import likeness

    if one.noun == one.token or other.noun == other.token:
        return True
    if one.noun.lemma_ == other.noun.lemma_ or one.noun.pos_ == other.noun.pos_ == "PROPN":
        return True
    found = likeness(one.noun.lemma_.lower(), other.noun.lemma_.lower(), "NOUN")
    return bool(found and found.stated) or bool({one.noun.lemma_, other.noun.lemma_} & _NUMBERS)


def _related(ours: Rank, theirs: Rank, our_scope: Scope, their_scope: Scope) -> tuple[Relation, str]:
    pair = f"“{ours.exact}” against “{theirs.exact}”"
    if ours.up != theirs.up:
        return Relation.CONFLICT, f"{pair}: the other end"
    if (ours.noun.lemma_ in _RATES and theirs.noun.lemma_ in _NUMBERS) or (_is_rate(theirs) and not _is_rate(ours)):
        return Relation.CONFLICT, "a rate is not a number"
    if ours.among and not theirs.among:
        scoped = scopes_related(our_scope, their_scope)
        return (Relation.WIDER, pair.replace("against", "for")) if scoped[0].stated else scoped
    if theirs.among and not ours.among:
        return Relation.CONFLICT, f"{pair}: one of several"
    if ours.place != theirs.place:
        return Relation.CONFLICT, f"{pair}: another place"
    if theirs.joint and not ours.joint:
        return Relation.CONFLICT, f"{pair}: others share the place"
    if theirs.unsure and not ours.unsure:
        return Relation.CONFLICT, f"the claim leaves out “{theirs.unsure}”"
    if ours.joint and not theirs.joint:
        return Relation.NARROWER, "the passage does not say that others share the place"
    return scopes_related(our_scope, their_scope)


def _is_rate(one: Rank) -> bool:
    """Whether a share of something is ranked, and not how much of it there is."""
    noun = one.noun
    per = any(c.lower_ in ("per", "per-capita") for c in (*noun.children, *noun.head.children))
    return noun.lemma_ in _RATES or per


def _without(rank: Rank, stated: Token) -> Slot:
    """A rank that the passage does not give: *larger than X* does not make it the largest."""
    words = _COMPARATIVE.get(rank.scale, "").split()
    larger = next((t for t in stated.doc if t.lower_ in words and any(c.lower_ == "than" for c in t.subtree)), None)
    if larger is not None:
        return Slot(
            "rank", rank.exact, larger.text, Relation.NARROWER, f"“{larger.text} than” one is not “{rank.exact}”"
        )
    return Slot("rank", rank.exact, "", Relation.NOT_STATED, f"the passage does not say “{rank.exact}”")


def _shown(rank: Rank, scope: Scope) -> str:
    doc = rank.token.doc
    tokens = {*rank.tokens, rank.noun.i, *scope.tokens}
    first, last = min(tokens), max(tokens)
    return str(doc[first : last + 1].text) if last - first < 20 else rank.exact
