"""Which of two events came first, by the dates that a passage gives of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checks.reading.parts import TimePhrase
from checks.reading.slots.parts import Relation
from checks.reading.slots.time_spans import stretch_of
from checks.reading.slots.times import times_in
from checks.reading.slots.words import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

Order = tuple[Relation, str, tuple[TimePhrase, ...]]


def order_told(first: Sequence[Token], second: Sequence[Token], passage: Doc) -> Order | None:
    """Did the `first` event of a claim come before the `second`, by the date that the passage gives of each?

    Both are the words that tell the event: its verb, and the nouns that take part. The answer is *agree* or *conflict*,
    the dates in words, and their phrases; None where the passage does not tell both events with one date each, or the
    dates do not settle which was first.
    """
    dated = _dated(passage)
    one, other = (_date_of(event, dated) for event in (first, second))
    if one is None or other is None or one.when is None or other.when is None or one == other:
        return None
    if one.when.yearless != other.when.yearless:
        return None
    early, late = (stretch_of(time, replace(time.when, yearless=False)).start for time in (one, other) if time.when)
    told = f"{one.exact} and {other.exact}"
    used = tuple(sorted((one, other), key=lambda time: time.start))
    if early.last < late.first:
        return Relation.AGREE, told, used
    return (Relation.CONFLICT, f"{told}: the other way about", used) if late.last < early.first else None


def _dated(passage: Doc) -> list[tuple[TimePhrase, list[Token]]]:
    """The dates of a passage, each with the words of the clause that it stands in."""
    found = []
    for time in times_in(passage.text):
        tokens = [token for token in passage if token.idx < time.end and time.start < token.idx + len(token)]
        if time.when is None or time.when.first is None or time.edge or time.kind not in ("date", "time") or not tokens:
            continue
        verb = _verb_of(tokens[0])
        if verb is not None and not any(child.dep_ == "neg" for child in verb.children):
            found.append((time, _clause(verb)))
    return found


def _verb_of(token: Token) -> Token | None:
    while token.pos_ != "VERB" and token.head != token:
        token = token.head
    return token if token.pos_ == "VERB" else None


def _clause(verb: Token) -> list[Token]:
    """The words of a verb's own clause, with the subject that it shares with the verb it is joined to."""
    words = [token for token in verb.subtree if _verb_of(token) == verb]
    if verb.dep_ == "conj" and not any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        for child in verb.head.children:
            words += list(child.subtree) if child.dep_ in ("nsubj", "nsubjpass") else []
    return words


def _date_of(event: Sequence[Token], dated: list[tuple[TimePhrase, list[Token]]]) -> TimePhrase | None:
    """The one date of the clause that has all the words of an event."""
    words = [token for token in event if token.pos_ in ("VERB", "NOUN", "PROPN")]
    if not any(token.pos_ == "VERB" for token in words):
        return None
    found = [time for time, clause in dated if all(any(_alike(token, other) for other in clause) for token in words)]
    return found[0] if len(found) == 1 else None


def _alike(one: Token, other: Token) -> bool:
    if one.lemma_.lower() == other.lemma_.lower() or one.lower_ == other.lower_:
        return True
    return (
        one.pos_ == other.pos_ != "PROPN"
        and likeness(one.lemma_.lower(), other.lemma_.lower(), one.pos_) is Relation.AGREE
    )
