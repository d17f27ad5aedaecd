"""Which figures of a passage can be meant by a figure of a claim: those of the same thing, doer and period."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.reading.parts import TimePhrase
from checks.reading.slots.bound_figures import figures_of, set_beside, whole
from checks.reading.slots.bound_labels import Label, Labelled, labelled, names, sentences
from checks.reading.slots.bound_verbs import DOWN, HOLDS, LEVELS, UP
from checks.reading.slots.clauses import Clause
from checks.reading.slots.counting import clause_of_token
from checks.reading.slots.figures import Figure
from checks.reading.slots.matching import nouns_alike, predicates_alike
from checks.reading.slots.parts import Relation
from checks.reading.slots.phrases import is_noun
from checks.reading.slots.sides import Side
from checks.reading.slots.times import relate as times_relate

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words with which a claim takes the figures of several together.
_TOGETHER = re.compile(
    r"\b(?:total\w*|in all|altogether|all told|combined|together|between them|both|each|sum|jointly|average[ds]?|mean|"
    r"median|overall)\b",
    re.IGNORECASE,
)
_HELPING = frozenset(["be", "have", "do", "will", "would", "can", "could", "may", "might", "shall", "should", "must"])


@dataclass(frozen=True)
class Bound:
    """The figures of the passage by whether a claim's figure can be one of them.

    `right` are those that nothing in the words sets apart from the claim's, the likeliest first; `others` belong to
    another name, time or thing by the words; `weak` are told apart by ordinary words only. `sure` says that a name, a
    time, or the noun counted ties the right ones to the claim's figure.
    """

    right: tuple[Labelled, ...]
    weak: tuple[Labelled, ...]
    others: tuple[Labelled, ...]
    sure: bool


def bound(figure: Figure, other: Clause | None, claim: Side, passage: Side) -> Bound:
    """Which figures of the passage are of what the claim's figure is of, by noun, name, time and the other words."""
    figure = whole(figure, claim)
    mine = next((one for one in labelled(claim) if one.figure == figure), Labelled(figure, None, ()))
    labels = _told_with(mine, claim)
    every = [one for one in labelled(passage) if set_beside(figure, one.figure)]
    pool = _of_noun(mine, every, passage)
    sure = bool(mine.noun and any(one.noun for one in pool))
    named = {other.token.lower_ for one in every for other in one.labels if other.strong}
    strong = [label for label in labels if label.strong or label.token.lower_ in named]
    for label in sorted(strong, key=lambda one: one.time is None):
        having = [one for one in pool if _has(one, label, claim, passage)]
        if having and len(having) < len(pool):
            pool, sure = having, True
        elif not having and any(_has(one, label, claim, passage, own=True) for one in every):
            pool = []
        sure = sure or bool(having)
    pool = [one for one in pool if not _anothers(one, labels, claim, passage)]
    pool = _plainest(pool, labels, claim, passage)
    likely = _likeliest(pool, labels, other, claim, passage)
    weak = tuple(one for one in pool if one not in likely)
    return Bound(tuple(likely), weak, tuple(one for one in every if one not in pool), sure)


def summands(figure: Figure, claim: Side, passage: Side) -> list[Figure]:
    """The figures of the passage that a sum for the claim's figure may use: none of somebody whom it does not name."""
    figure = whole(figure, claim)
    mine = next((one for one in labelled(claim) if one.figure == figure), Labelled(figure, None, ()))
    if _TOGETHER.search(claim.text):
        return list(figures_of(passage))
    names = [label for label in _told_with(mine, claim) if label.strong and label.time is None]
    theirs = labelled(passage)
    if not any(_has(one, name, claim, passage) for name in names for one in theirs):
        return list(figures_of(passage))
    every = [label for one in labelled(claim) for label in one.labels]
    return [
        one.figure
        for one in theirs
        if any(_has(one, name, claim, passage) for name in names)
        or not (foreign := _own_names(one))
        or any(alike(name, label, claim, passage) for name in every for label in foreign)
    ]


def _told_with(mine: Labelled, claim: Side) -> list[Label]:
    """The words that the claim tells with its figure: those of its clause, and of the one that lends it its subject."""
    tokens = claim.tokens(mine.figure.start, mine.figure.end)
    if not tokens:
        return list(mine.labels)
    at = clause_of_token(tokens[0], claim)
    verbs = {at}
    verb = claim.doc[at]
    while verb.dep_ in ("conj", "xcomp", "acl", "relcl", "pcomp", "appos") and verb.head != verb:
        if verb.dep_ == "conj" and any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
            break
        verb = verb.head
        verbs.add(clause_of_token(verb, claim))
    kept = []
    for label in mine.labels:
        if clause_of_token(label.token, claim) in verbs and label.token.lemma_ not in _HELPING:
            kept.append(label)
    return kept


def _of_noun(mine: Labelled, every: list[Labelled], passage: Side) -> list[Labelled]:
    """The figures of the same noun first, then those of which it is not said; others only of a measure by itself."""
    if mine.noun is None:
        return every
    same = [one for one in every if one.noun is not None and _noun(mine.noun, one.noun, passage)]
    unsaid = [one for one in every if one.noun is None]
    if mine.figure.kind in ("count", "share", "ratio", "rank"):
        return [*same, *unsaid]
    return [*same, *(one for one in every if one not in same)]


def _noun(claimed: Token, stated: Token, passage: Side) -> bool:
    if claimed.lemma_.lower() == stated.lemma_.lower():
        return True
    describing = [child.lemma_.lower() for child in claimed.children if child.dep_ == "compound"]
    if stated.lemma_.lower() in describing or stated.lower_.rstrip("s") in describing:
        return True  # “three neonicotinoid pesticides” and “three neonicotinoids”
    for other in (stated, *stated.conjuncts):  # “propaganda and training films”
        found = nouns_alike(claimed, other, passage)
        if found is not None and found[0].stated:
            return True
    return False


def _has(one: Labelled, label: Label, claim: Side, passage: Side, own: bool = False) -> bool:
    """Whether a word of the claim stands with this figure in the passage."""
    return any(alike(label, other, claim, passage) for other in one.labels if other.own or not own)


def alike(label: Label, other: Label, claim: Side, passage: Side) -> bool:
    """Whether a word or time of the claim is that of the passage, or of what it means."""
    if label.time is not None or other.time is not None:
        if label.time is None or other.time is None:
            return False
        told = times_relate(label.time, other.time)
        return told is not None and told[0].stated
    word = label.token
    plain = names(other.token) or not is_noun(other.token)  # a table may set names side by side as if they were one
    for token in [other.token] if plain else passage.mentions.of(other.token):
        if word.lower_ == token.lower_ or (word.lemma_.lower() == token.lemma_.lower() and word.pos_ != "PROPN"):
            return True
    return False


def _own_names(one: Labelled) -> list[Label]:
    return [label for label in one.labels if label.own and label.strong and label.time is None]


def _anothers(one: Labelled, labels: list[Label], claim: Side, passage: Side) -> bool:
    """Whether the figure stands with other names than the claim's, and the claim's stand in the passage apart."""
    names = [label for label in labels if label.strong and label.time is None]
    theirs = _own_names(one)
    places = {_place(label) for label in theirs}
    names = [name for name in names if _place(name) in places]
    if not names or any(_has(one, name, claim, passage) for name in names):
        return False
    printed = {token.lower_ for token in passage.doc if token.pos_ == "PROPN"}
    return any(name.token.lower_ in printed for name in names)


def _place(label: Label) -> str:
    return "" if label.place in ("before", "behind", "by", "at", "in") else label.place


def _plainest(pool: list[Labelled], labels: list[Label], claim: Side, passage: Side) -> list[Labelled]:
    """Without those that have names or times of their own which the claim does not, where one of a list has none."""
    if len(pool) < 2:
        return pool
    said = [
        sum(
            1
            for label in one.labels
            if label.own
            and label.strong
            and label.place != "behind"
            and not any(alike(mine, label, claim, passage) for mine in labels)
        )
        for one in pool
    ]
    sentences = [_sentence(one, passage) for one in pool]
    return [
        one
        for at, one in enumerate(pool)
        if not any(said[k] < said[at] and sentences[k] == sentences[at] for k in range(len(pool)))
    ]


def _sentence(one: Labelled, passage: Side) -> int:
    return next((k for k, tokens in enumerate(sentences(passage)) if one.figure.start <= tokens[-1].idx), -1)


def _likeliest(
    pool: list[Labelled], labels: list[Label], other: Clause | None, claim: Side, passage: Side
) -> list[Labelled]:  # fmt: skip
    """Those that share the most ordinary words with the claim's figure; of two alike the one in the same clause."""
    if len(pool) < 2:
        return pool
    words = [label for label in labels if not label.strong]
    scores = []
    for one in pool:
        shared = sum(_has(one, word, claim, passage) or _as_verb(one, word, claim, passage) for word in words)
        scores.append((shared, bool(other and in_clause(one.figure, other, passage))))
    return [one for one, score in zip(pool, scores, strict=True) if score == max(scores)]


def _as_verb(one: Labelled, word: Label, claim: Side, passage: Side) -> bool:
    if word.token.pos_ != "VERB":
        return False
    for label in one.labels:
        if label.token.pos_ == "VERB":
            found = predicates_alike(word.token, claim, label.token, passage)
            if found is not None and found[0].stated:
                return True
    return False


def in_clause(figure: Figure, other: Clause, passage: Side) -> bool:
    """Whether a figure of the passage stands in the clause."""
    tokens = passage.tokens(figure.start, figure.end)
    return bool(tokens) and clause_of_token(tokens[0], passage) in (other.verb.i, other.predicate.i)


def times_bound(time: TimePhrase, claim: Side, passage: Side) -> tuple[TimePhrase, tuple[Relation, str]] | None:
    """The time that the passage tells with the very figure that the claim tells with this time, in a list or a table.

    None where the claim tells no figure with it, or the passage's figure of that kind has no time that fits.
    """
    for mine in labelled(claim):
        if not any(label.time == time for label in _told_with(mine, claim)):
            continue
        for one in bound(mine.figure, None, claim, passage).right:
            told = set_beside(mine.figure, one.figure)
            if told is None or not told[0].stated:
                continue
            for label in one.labels:
                found = times_relate(time, label.time) if label.time is not None else None
                if label.time is not None and found is not None and found[0].stated:
                    return label.time, found
    return None


def time_apart(figure: Figure, stated: Figure, claim: Side, passage: Side) -> str:
    """Why the passage's figure is not of the claim's time, where both have one of their own; empty where it may be."""
    mine, theirs = (
        [label.time for one in labelled(side) if one.figure.start == each.start for label in one.labels
         if label.own and label.time is not None]
        for each, side in ((figure, claim), (stated, passage))
    )  # fmt: skip
    if len(mine) != 1 or len(theirs) != 1:
        return ""
    found = times_relate(mine[0], theirs[0])
    if found is None or found[0] is not Relation.CONFLICT:
        return ""
    return f"in the passage {stated.exact} goes with “{theirs[0].exact}”"


def listed_with(noun: Token, clause: Clause, claim: Side, passage: Side) -> Token | None:
    """The word of the passage that stands for the claim's noun with the very figure that the claim's clause gives.

    In *Rowe scored 19 goals, Brandt 12* that is *Brandt* for *Brandt scored 12 goals*, of whom no verb is told. None
    where the clause has no figure that the passage's figure of that name bears out.
    """
    for figure in claim.figures:
        tokens = claim.tokens(figure.start, figure.end)
        if not tokens or clause_of_token(tokens[0], claim) != clause.verb.i:
            continue
        for one in bound(figure, None, claim, passage).right:
            told = set_beside(whole(figure, claim), one.figure)
            own = [label.token for label in one.labels if label.own and label.token.lower_ == noun.lower_]
            own = own or _shortened(noun, one, passage) or _measured(noun, one, clause, passage)
            if told is not None and told[0].stated and own:
                return own[0]
    if clause.verb.lemma_.lower() in UP | DOWN:  # *burglaries fell*, of two counts of them
        for one in labelled(passage):
            if own := _measured(noun, one, clause, passage):
                return own[0]
    return None


def tells_a_level(clause: Clause) -> bool:
    """Whether the clause's verb only says how a figure stands or moved, so that its subject is what is measured."""
    return clause.verb.lemma_.lower() in UP | DOWN | LEVELS - HOLDS


def _measured(noun: Token, one: Labelled, clause: Clause, passage: Side) -> list[Token]:
    """What the passage's figure is of, where the claim's verb only says how it stands or moved: *rainfall*, of rain."""
    if not tells_a_level(clause):
        return []
    return [token for token in measured_by(one) if (found := nouns_alike(noun, token, passage)) and found[0].stated]


def measured_by(one: Labelled) -> list[Token]:
    """What a figure is so much of: the noun that it counts, or *rain* in *84 millimetres of rain*."""
    of = [one.noun] if one.noun is not None else [label.token for label in one.labels if label.place == "of"]
    return [token for token in of if token is not None and is_noun(token)]


def _shortened(noun: Token, one: Labelled, passage: Side) -> list[Token]:
    """*Harwick* for *Harwick council* in a list that names another council in full."""
    described = {child.lower_ for child in noun.children if child.dep_ in ("compound", "amod") and names(child)}
    named = [label.token for label in one.labels if label.own and label.place == "before" and names(label.token)]
    if not described or not named or {token.lower_ for token in named} != described:
        return []
    others = [each for each in labelled(passage) if each != one]
    in_full = any(label.own and label.token.lower_ == noun.lower_ for each in others for label in each.labels)
    return named if in_full else []
