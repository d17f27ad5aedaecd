"""How far, how often, for how long and but for what a predicate holds: *partly*, *rarely*, *temporarily*, *except*."""

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

# Each scale from nothing to everything. What lies apart on one scale cannot both hold; `limits` must not be left out.
_SCALES: dict[str, dict[int, str]] = {
    "how often": {
        1: "rarely seldom infrequently",
        2: "sometimes occasionally intermittently sporadically",
        3: "often frequently regularly repeatedly commonly",
        4: "usually generally normally typically mostly",
        5: "always invariably constantly continually consistently",
    },
    "how far": {
        1: "barely scarcely hardly",
        2: "partly partially incompletely",
        3: "largely mainly mostly chiefly primarily predominantly substantially broadly principally",
        4: "nearly almost virtually practically",
        5: "fully completely entirely totally wholly outright utterly absolutely",
    },
    "how long": {1: "temporarily briefly momentarily provisionally", 4: "indefinitely", 5: "permanently forever"},
    "how much": {
        1: "slightly marginally modestly fractionally mildly",
        5: "sharply steeply dramatically drastically significantly hugely massively markedly considerably",
    },
    "of whose will": {1: "voluntarily willingly", 5: "forcibly involuntarily compulsorily"},
    "with what intent": {
        1: "accidentally inadvertently unintentionally unwittingly unknowingly mistakenly",
        5: "deliberately intentionally knowingly wilfully willfully purposely",
    },
    "with what success": {1: "unsuccessfully", 5: "successfully"},
    "how openly": {1: "privately secretly covertly anonymously", 5: "publicly openly"},
    "how formally": {1: "informally unofficially", 5: "formally officially"},
    "by what right": {1: "illegally unlawfully", 5: "legally lawfully"},
    "by how much": {1: "narrowly", 5: "comfortably overwhelmingly easily resoundingly"},
    "how directly": {1: "indirectly", 5: "directly"},
    "with whom": {1: "jointly together", 5: "single-handedly alone"},
    "how justly": {1: "wrongly wrongfully falsely incorrectly", 5: "rightly correctly accurately"},
    "with how many votes": {5: "unanimously"},
    "on what condition": {1: "conditionally", 5: "unconditionally"},
    "for whom": {1: "only solely exclusively"},
}
_ADJECTIVES = dict(
    pair.split("=")
    for pair in listed(
        "partial=partly temporary=temporarily brief=briefly provisional=provisionally full=fully "
        "complete=completely total=totally entire=entirely permanent=permanently unanimous=unanimously "
        "indefinite=indefinitely slight=slightly marginal=marginally modest=modestly sharp=sharply steep=steeply "
        "dramatic=dramatically significant=significantly voluntary=voluntarily compulsory=compulsorily "
        "forced=forcibly accidental=accidentally deliberate=deliberately intentional=intentionally "
        "successful=successfully unsuccessful=unsuccessfully secret=secretly private=privately public=publicly "
        "formal=formally informal=informally official=officially unofficial=unofficially illegal=illegally "
        "legal=legally narrow=narrowly overwhelming=overwhelmingly occasional=occasionally frequent=frequently "
        "regular=regularly rare=rarely conditional=conditionally unconditional=unconditionally direct=directly "
        "indirect=indirectly joint=jointly"
    )
)
# Printed in several words: what stands for them above.
_PHRASES = {
    **dict.fromkeys(("in part", "at least partly", "to some extent"), "partly"),
    **dict.fromkeys(("for now", "for the time being", "for the moment"), "temporarily"),
    **dict.fromkeys(("at times", "from time to time"), "sometimes"),
    **dict.fromkeys(("all but", "as good as", "just about"), "almost"),
    **dict.fromkeys(("of his own accord", "of her own accord", "of their own accord"), "voluntarily"),
    "in full": "fully",
    "for good": "permanently",
    "by accident": "accidentally",
    "on purpose": "deliberately",
    "by mistake": "mistakenly",
    "in private": "privately",
    "in secret": "secretly",
    "in public": "publicly",
    "on occasion": "occasionally",
    "hardly ever": "rarely",
    "at all times": "always",
    "with one voice": "unanimously",
    "by a narrow margin": "narrowly",
    "until further notice": "indefinitely",
}
_PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(_PHRASES, key=len, reverse=True))})\b", re.IGNORECASE)
# Left out of a claim, these make it say more than the passage does.
_LIMITS = listed(
    "rarely seldom infrequently sometimes occasionally intermittently sporadically barely scarcely hardly partly "
    "partially incompletely nearly almost virtually practically temporarily briefly momentarily provisionally "
    "unsuccessfully conditionally indirectly"
)
_SCALE_OF = {
    word: (scale, at)
    for scale, ends in reversed(_SCALES.items())
    for at, words in ends.items()
    for word in words.split()
}
_MANNERS = listed("vote decision majority margin consent agreement basis way manner")
_AS_ONE = re.compile(
    r"\bunanim|\b(?:all|every|each)\b|\bwithout (?:a )?(?:dissent|opposition|objection)|\b(?:nobody|no one|none|no "
    r"(?:member|one))\b"
    r"|\b\d+[ -]?(?:to|–|-) ?(?:0|nil|none|zero)\b|\bconsensus\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\b\d+[ -]?(?:to|–|-|votes to) ?\d+\b|\bmajority\b|\bsplit\b|\bdissent|\babst|\bagainst\b|\bnarrowly\b",
    re.IGNORECASE,
)
_TOLD_WITH = frozenset({"acomp", "attr", "oprd", "prt", "xcomp"})


@dataclass(frozen=True)
class Bound:
    """A word that bounds a predicate, on which scale and where there, and the tokens it takes."""

    word: str
    scale: str
    at: int
    tokens: frozenset[int]
    exact: str


def adverb_relations(claimed: Token, stated: Token) -> tuple[list[Slot], set[int]]:
    """How far, how often, for how long: the claim's predicate beside the passage's."""
    ours, theirs = list(bounds_of(claimed)), list(bounds_of(stated))
    slots: list[Slot] = []
    taken: set[int] = set()
    for one in ours:
        taken |= one.tokens
        other = next((o for o in theirs if o.scale == one.scale), None)
        slots.append(_slot(one, other, stated))
    for other in theirs:
        if other.word in _LIMITS and not any(one.scale == other.scale for one in ours):
            why = f"the claim leaves out “{other.exact}”"
            slots.append(Slot("quantifier", claimed.text, f"{other.exact} {stated.text}", Relation.CONFLICT, why))
    return slots, taken


def _slot(one: Bound, other: Bound | None, stated: Token) -> Slot:
    if one.word == "unanimously" and other is None:
        text = stated.sent.text
        if _AS_ONE.search(text):
            return Slot("quantifier", one.exact, stated.text, Relation.AGREE, "all of them, in the passage")
        if _SPLIT.search(text):
            return Slot(
                "quantifier",
                one.exact,
                stated.text,
                Relation.CONFLICT,
                f"the passage tells of others than “{one.exact}” has it",
            )
    if other is None:
        why = f"the passage does not say “{one.exact}”"
        return Slot("quantifier", one.exact, stated.text, Relation.NARROWER, why)
    shown = "" if one.word == other.word else f"“{one.exact}” and “{other.exact}”"
    if one.at == other.at:
        return Slot("quantifier", one.exact, other.exact, Relation.AGREE, shown)
    near = abs(one.at - other.at) == 1 and one.word not in _LIMITS and other.word not in _LIMITS
    relation = Relation.CONFLICT
    if near:
        relation = Relation.WIDER if one.at < other.at else Relation.NARROWER
    return Slot("quantifier", one.exact, other.exact, relation, shown)


def bounds_of(predicate: Token) -> Iterator[Bound]:
    """The words that bound a predicate: its adverbs, those of what it is said to be, and its adjectives if a noun."""
    seen: set[int] = set()
    for token in _near(predicate):
        word = token.lower_
        if token.i in seen:
            continue
        if word not in _SCALE_OF and token.dep_ == "amod":
            word = _ADJECTIVES.get(word, "")
        if word in _SCALE_OF and not _of_number(token):
            scale, at = _SCALE_OF[word]
            seen.add(token.i)
            yield Bound(word, scale, at, frozenset({token.i}), token.text)
    text, start = _clause_text(predicate)
    for found in _PHRASE.finditer(text):
        word = _PHRASES[found[0].lower()]
        tokens = frozenset(
            t.i for t in predicate.sent if t.idx < start + found.end() and start + found.start() < t.idx + len(t)
        )
        if not tokens & seen:
            scale, at = _SCALE_OF[word]
            yield Bound(word, scale, at, tokens, found[0])


def _near(predicate: Token) -> Iterator[Token]:
    for child in predicate.children:
        if child.dep_ in ("advmod", "amod", "npadvmod", "dep", "neg", "acomp"):
            yield child
            yield from (c for c in child.children if c.dep_ == "advmod")
        if child.dep_ in _TOLD_WITH and child.pos_ != "PROPN":
            yield from (c for c in child.children if c.dep_ in ("advmod", "amod"))
        if child.dep_ == "prep":
            yield from (c for o in child.children if o.lemma_ in _MANNERS for c in o.children if c.dep_ == "amod")
        if child.dep_ == "dobj" and predicate.lemma_ in (
            "take",
            "make",
            "have",
            "hold",
            "reach",
            "win",
            "give",
            "order",
        ):
            yield from (c for c in child.children if c.dep_ == "amod")


def _of_number(token: Token) -> bool:
    """Whether it bounds what comes next, a number or a noun phrase, and not the predicate."""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    numbers = after is not None and (
        after.like_num or after.is_currency or after.lower_ in ("half", "all", "every", "a", "the")
    )
    return numbers and token.lower_ in (
        "nearly",
        "almost",
        "virtually",
        "practically",
        "only",
        "mostly",
        "mainly",
        "barely",
    )


def _clause_text(predicate: Token) -> tuple[str, int]:
    """The words from the predicate's first child to its last, without clauses of their own."""
    parts = [predicate]
    for child in predicate.children:
        if child.dep_ not in ("ccomp", "advcl", "conj", "relcl", "parataxis", "nsubj", "nsubjpass", "punct"):
            parts += [t for t in child.subtree if abs(t.i - predicate.i) < 30]
    start = min(t.idx for t in parts)
    return said(parts), start
