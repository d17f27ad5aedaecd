"""Clauses whose verb is left out because the one before has it: *France pledged $2 billion and Germany $1 billion*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.reading.slots.clause_parts import Clause, Role
from checks.reading.slots.phrases import is_noun
from checks.reading.speech.cues import listed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_JOINS = frozenset({",", ";", "and", "while", "but", "–", "—"})
_MEDALS = frozenset({"gold", "silver", "bronze", "first", "second", "third", "fourth", "nothing", "none"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "other", "latter", "last"})
_MONEY = frozenset("$£€¥")
_MONTHS = listed(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday"
)
_MOST_WORDS = 6  # of a name


def gapped(doc: Doc, told: list[Clause]) -> list[Clause]:
    """The clauses that have another's verb, each with a subject and what it has of its own."""
    found: list[Clause] = []
    for sentence in doc.sents:
        verbs = [
            clause for clause in told if clause.verb.sent.start == sentence.start and clause.of("subject", "object")
        ]
        for verb in verbs:
            if verb.verb.pos_ in ("VERB", "AUX") and verb.verb.dep_ in ("ROOT", "conj", "ccomp", "parataxis"):
                found += _behind(verb, sentence)
    return found


def parallels(sentence: Span) -> list[tuple[list[Token], list[Token]]]:
    """The names that stand with a figure or a medal and no verb: the words of each name, and of what it has."""
    found, tokens = [], list(sentence)
    at = 1
    while at < len(tokens):
        name = _name_at(tokens, at) if tokens[at - 1].lower_ in _JOINS else []
        value = _value_at(tokens, name[-1].i - sentence.start + 1) if name else []
        if name and value:
            found.append((name, value))
            at = value[-1].i - sentence.start + 1
        else:
            at += 1
    return found


def _behind(clause: Clause, sentence: Span) -> list[Clause]:
    found = []
    subjects = clause.of("object" if clause.passive else "subject")
    if not subjects or subjects[0].head.i > clause.verb.i:
        return []
    last = clause.verb.i
    first_has = any(_is_value(token) for token in sentence if clause.verb.i < token.i)
    for name, value in parallels(sentence) if first_has else []:
        between = sentence.doc[last + 1 : name[0].i]
        own = {clause.predicate.i}
        if name[0].i < clause.verb.i or any(one.pos_ in ("VERB", "AUX") and one.i not in own for one in between):
            continue
        last = value[-1].i
        head = next((one for one in reversed(value) if is_noun(one)), value[-1])
        side = "object" if clause.passive else "subject"
        shared = tuple(r for r in clause.of("oblique", "time", "adverb") if not name[0].i <= r.head.i <= last)
        shared = tuple(role for role in shared if role.head.i < clause.verb.i or role.head.i > last)
        mine = Role(side, "", name[-1]), Role("is" if clause.verb.lemma_ == "be" else "object", "", head)
        found.append(Clause(clause.predicate, clause.verb, (*mine, *shared), clause.passive, aside=True))
    return found


def _name_at(tokens: list[Token], at: int) -> list[Token]:
    """The words of a name from here on, or *the second* and the like; none where there is no name."""
    if tokens[at].lower_ in ("and", "while", "but"):
        at += 1
    end = at
    while (
        end < len(tokens)
        and end - at < _MOST_WORDS
        and tokens[end].text[:1].isupper()
        and tokens[end].text[-1:].isalnum()
    ):
        end += 1
    if end == at and at + 1 < len(tokens) and tokens[at].lower_ == "the" and tokens[at + 1].lower_ in _ORDINALS:
        end = at + 2
    name = tokens[at:end]
    return [] if any(one.lower_ in _MONTHS or (one.like_num and one.is_digit) for one in name) else name


def _value_at(tokens: list[Token], at: int) -> list[Token]:
    if at < len(tokens) and tokens[at].text == ",":
        at += 1
    end = at
    while end < len(tokens) and end - at < _MOST_WORDS and (_is_value(tokens[end]) or tokens[end].text in _MONEY):
        end += 1
    if end == at or not any(_is_value(one) for one in tokens[at:end]):
        return []
    if end < len(tokens) and tokens[end].pos_ == "NOUN" and tokens[end].dep_ != "nsubj":
        end += 1
    closed = end == len(tokens) or tokens[end].is_punct or tokens[end].pos_ in ("CCONJ", "ADP", "SPACE", "SCONJ")
    return tokens[at:end] if closed else []


def _is_value(token: Token) -> bool:
    return token.like_num or token.lower_ in _MEDALS or token.text == "%"
