"""What a figure counts, and in whose clause a word stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checks.reading.slots.figures import Figure
from checks.reading.slots.phrases import is_noun
from checks.reading.slots.sides import Side

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTS = frozenset({"nummod", "amod", "compound", "quantmod", "nmod", "det", "advmod", "poss"})


@lru_cache(maxsize=4096)
def counted_by(head: Token, side: Side) -> Token | None:
    """The noun itself; where it is a number, the noun that is counted, and None where none is named beside it."""
    if head.i not in side.figure_tokens:
        return head
    figure = next(one for one in side.figures if one.start < head.idx + len(head) and head.idx < one.end)
    noun = counted(figure, side)
    return noun if noun is not None and (noun.i not in side.figure_tokens or noun.pos_ == "NOUN") else None


def counted(figure: Figure, side: Side) -> Token | None:
    """The noun that the figure counts, or is a share of; None where it is a measure by itself."""
    tokens = side.tokens(figure.start, figure.end)
    inside = {token.i for token in tokens}
    for token in reversed(tokens):
        head = token.head
        if token.dep_ in _COUNTS and head.i not in inside and is_noun(head) and _can_be_counted(head, tokens, side):
            return head
    for token in reversed(tokens):  # “two-thirds of the members”, “20% of respondents”
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "in") and child.i not in inside:
                for noun in child.children:
                    free = noun.i not in side.figure_tokens | side.time_tokens
                    if noun.dep_ == "pobj" and free and (child.lower_ == "of" or noun.pos_ != "PROPN"):
                        return noun
    for token in reversed(tokens):  # the noun stands inside: “126 of 189 members”
        if token.pos_ == "NOUN" and token.lower_ in figure.of.lower().split():
            return token
    return None


def _can_be_counted(noun: Token, figure: list[Token], side: Side) -> bool:
    """Whether the noun stands behind the figure: the name before a number of a table is whose number it is."""
    return noun.i > figure[0].i and noun.i not in side.time_tokens and noun.lower_ not in ("one", "ones")


@lru_cache(maxsize=4096)
def clause_of_token(token: Token, side: Side) -> int:
    """The index of the verb in whose clause a token stands."""
    verbs = {clause.verb.i for clause in side.clauses}
    while token.i not in verbs and token.head != token:
        token = token.head
    return token.i
