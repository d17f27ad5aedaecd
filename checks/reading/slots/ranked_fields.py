"""Two ranks in one passage: which is told among what. A rank and its set stand in one clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from checks.reading.slots.ranked_scopes import Scope, scope_of
from checks.reading.slots.status_clause import SUBJECTS
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from checks.reading.slots.ranked import Rank

_JOINING = listed("and but while whereas though although yet or")
_TELLING = ("NOUN", "PROPN", "ADJ", "NUM")


def of_its_field(claimed: Rank, other: Rank, rivals: Sequence[Rank]) -> Rank:
    """Of several ranks of one kind that the passage gives the same one, that which is among the claim's others.

    *Among its five cities the third largest; among all twelve towns the seventh*: of the twelve the second is told.
    """
    places = scope_of(claimed.token, claimed.noun).places
    wanted = {one.lemma_.lower() for place in places for one in place.subtree if one.pos_ in _TELLING}
    alike = [one for one in rivals if one is other or _of_the_same(one, other, rivals)]

    def told(one: Rank) -> int:
        return len(wanted & {token.lemma_.lower() for token in clause_of(one, rivals)})

    best = max(alike, key=told, default=other)
    return best if told(best) > told(other) else other


def scope_beside(rank: Rank, rivals: Sequence[Rank]) -> Scope:
    """Among what a rank of the passage holds, by the words of its own clause where the passage has another."""
    scope = scope_of(rank.token, rank.noun)
    if len(rivals) < 2:
        return scope
    clause = clause_of(rank, rivals)
    inside = range(clause.start, clause.end)
    return replace(scope, doc=clause, places=tuple(one for one in scope.places if one.i in inside))


def clause_of(rank: Rank, rivals: Sequence[Rank]) -> Span:
    """The words of a text that speak of this rank and of none of the others."""
    doc = rank.token.doc
    ranks = sorted({rank.token.i, *(one.token.i for one in rivals)})
    cuts = [0, *(_cut(doc[one + 1 : other]) for one, other in pairwise(ranks)), len(doc)]
    at = ranks.index(rank.token.i)
    return doc[cuts[at] : cuts[at + 1]]


def _cut(between: Span) -> int:
    """Where the words about one rank end and those about the next begin."""

    def weight(token: Token) -> tuple[int, int]:
        ends = token.is_sent_start or token.text == ";"
        joins = token.lower_ in _JOINING
        return (3 if ends else 2 if joins else 1 if token.text in (",", ":", "–", "—") else 0), token.i

    best = max(between, key=weight, default=None)
    return between.end if best is None or not weight(best)[0] else best.i


def _of_the_same(rank: Rank, other: Rank, rivals: Sequence[Rank]) -> bool:
    """Whether a rank is told of whom the other is told: its clause has no subject, a pronoun, or the same one."""
    subjects = [one for one in clause_of(rank, rivals) if one.dep_ in SUBJECTS]
    known = {one.lemma_.lower() for one in clause_of(other, rivals) if one.dep_ in SUBJECTS}
    return all(one.pos_ == "PRON" or one.lemma_.lower() in known for one in subjects)
