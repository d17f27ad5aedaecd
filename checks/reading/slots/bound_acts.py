"""Acts that a passage tells by a date alone: *(8 April 1974 – 2 February 2013)*, *Signed: 7 January 2026*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.reading.parts import TimePhrase
from checks.reading.slots.bound_labels import sentences
from checks.reading.slots.clauses import Clause, Role
from checks.reading.slots.counting import clause_of_token
from checks.reading.slots.matching import Found, best, is_name, nouns_alike
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.phrases import is_noun, own_words, phrase, said
from checks.reading.slots.sides import Side
from checks.reading.slots.status import relate_status, status_of
from checks.reading.slots.time_roles import acts_in
from checks.reading.slots.timed import prepositions
from checks.reading.slots.times import relate_act, role_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Acts that a record gives under either name.
_SAME = ({"signed", "dated"}, {"published", "released"}, {"took office", "appointed"}, {"closed", "expires"})
_BRACKET = re.compile(r"\([^()]*$")
_BORN = re.compile(r"\s*[-–—]\s*[\dA-Z][^()]{2,24}\)")
_DIED = re.compile(r"\([^()]*\d{4}\s*[-–—]\s*$")
_KEYS = frozenset({"date", "year", "day", "time", "month"})
_NOT_YET = re.compile(
    r"\b(?:to be|due|plan\w*|expect\w*|schedul\w*|propos\w*|target\w*|draft|not|never|estimated|provisional\w*)\b",
    re.IGNORECASE,
)


def dated_by_role(clause: Clause, claim: Side, passage: Side) -> tuple[list[Slot], set[int]] | None:
    """Does the passage tell the claim's act by a date that is given as its date, without the verb?

    The slots *did*, *who* or *to whom*, and *when*, with the tokens of the claim that they answer for; None where the
    claim's clause has no time with a role (born, died, signed, founded, released …), tells the act as not so or not
    done, or where the passage has no time of that role that can be of the same person or thing.
    """
    status = status_of(clause.verb)
    if status.negated or status.reality not in ("done", "habitual", "ongoing", "to come"):
        return None
    for time in claim.times:
        tokens = claim.tokens(time.start, time.end)
        if not tokens or clause_of_token(tokens[0], claim) not in (clause.verb.i, clause.predicate.i):
            continue
        act = role_of(claim.text, time)
        if not act or not _tells(clause, act, claim):
            continue
        found = _dated(act, time, clause, claim, passage)
        if found is not None:
            slots, taken = found
            return slots, taken | {token.i for token in tokens} | prepositions(tokens)
    return None


def _tells(clause: Clause, act: str, claim: Side) -> bool:
    """Whether the predicate of the clause is the act."""
    words = [clause.verb, clause.predicate]
    words += [child for child in clause.verb.children if child.dep_ in ("prt", "dobj", "acomp", "attr", "prep")]
    words += [child for word in words for child in word.children if child.dep_ == "pobj" and child.pos_ == "NOUN"]
    words = [word for word in words if word.i not in claim.time_tokens]
    return act in acts_in(said(sorted(set(words), key=lambda token: token.i)))


def _dated(
    act: str, time: TimePhrase, clause: Clause, claim: Side, passage: Side
) -> tuple[list[Slot], set[int]] | None:  # fmt: skip
    """The slots by the date that belongs to whom the claim names, else by the only one of this act."""
    dates = [
        one for one in passage.times if _same(act, dated_act(passage.text, one)) and relate_act(time, one, claim.text)
    ]
    roles = [role for role in clause.of("subject", "object") if is_noun(role.head) and not role.by]
    ways: list[tuple[TimePhrase, list[tuple[Role, Token | None, Found]]]] = []
    for one in dates:
        told: list[tuple[Role, Token | None, Found]] = []
        for role in roles:
            owner, found = _owner(role.head, one, passage, len(dates) == 1)
            if found is None:
                break
            told.append((role, owner, found))
        else:
            ways.append((one, told))
    if not ways or (len(ways) > 1 and not any(owner for _, told in ways for _, owner, _ in told)):
        return None
    ways.sort(key=lambda way: sum(owner is None for _, owner, _ in way[1]))
    date, told = ways[0]
    words = said([clause.verb, clause.predicate])
    slots = [Slot("did", words, date.exact, Relation.AGREE, f"{date.exact} is given as the date of “{act}”")]
    taken = {clause.verb.i, clause.predicate.i}
    for role, owner, (relation, why) in told:
        name = "who" if role.name == "subject" else "to whom"
        slots.append(Slot(name, phrase(role.head), phrase(owner) if owner else date.exact, relation, why))  # type: ignore[arg-type]
        taken |= {token.i for token in own_words(role.head)}
    related = relate_act(time, date, claim.text)
    if related is None:
        return None
    relation, why = related
    slots.append(Slot("when", time.exact, date.exact, relation, why))
    verb = passage.doc[clause_of_token(passage.tokens(date.start, date.end)[0], passage)]
    if verb.pos_ in ("VERB", "AUX"):  # a date of what may, or would, or did not happen
        slots += relate_status(status_of(clause.verb), status_of(verb))
    return slots, taken


def dated_act(text: str, date: TimePhrase) -> str:
    """The act that a date belongs to, as `role_of`; two dates with a dash between them in brackets are a life."""
    text = text.replace("−", "–")  # a minus sign, as some type it
    before = text[max(0, date.start - 200) : date.start]
    if _BRACKET.search(before):
        if _DIED.search(before) and text[date.end :].lstrip().startswith(")"):
            return "died"
        if _BORN.match(text, date.end) and not re.search(r"\d{4}\s*[-–—]", before[before.rfind("(") :]):
            return "born"
    return role_of(text, date)


def _same(act: str, other: str) -> bool:
    return act == other or any({act, other} <= row for row in _SAME)


def _owner(noun: Token, date: TimePhrase, passage: Side, only: bool) -> tuple[Token | None, Found | None]:
    """Who or what the passage gives the date of, where the claim's noun can be that: the name before the bracket, a
    noun of the same line. A record of one thing that names nothing needs no name."""
    line = next((one for one in sentences(passage) if one[0].idx <= date.start <= one[-1].idx), [])
    line = _line(line, date, passage.text)
    if line and _NOT_YET.search(passage.text, line[0].idx, date.start):
        return None, None
    bracket = _BRACKET.search(passage.text, 0, date.start)
    if bracket:
        before = [token for token in line if token.idx < bracket.start() and is_noun(token)]
        near = before[-1:]
        near += [token for token in before if near and near[0] in token.subtree and token.i < near[0].i][-1:]
    else:
        near = [token for token in line if is_noun(token) and token.i not in passage.time_tokens]
    found = [(token, one) for token in near if (one := nouns_alike(noun, token, passage)) and one[0].stated]
    if found:
        closest = best([one for _, one in found])
        return next((pair for pair in found if pair[1] == closest), found[0])
    named = any(token.lemma_.lower() not in _KEYS and not acts_in(token.text) for token in near)
    heading = [token for token in passage.doc if is_noun(token) and token.idx < date.start and token not in line]
    for token in heading:
        one = nouns_alike(noun, token, passage)
        if one is not None and one[0].stated and not named:
            return token, one
    record = not bracket and bool(line) and line[0].sent.start in passage.records
    if only and record and not named and not any(is_name(token) for token in heading):
        return None, (Relation.AGREE, f"the record names no other than “{phrase(noun)}”")
    return None, None


def _line(tokens: list[Token], date: TimePhrase, text: str) -> list[Token]:
    """The part of a sentence that stands in the line, or between the semicolons, of a date."""
    start = max(text.rfind("\n", 0, date.start), text.rfind(";", 0, date.start), text.rfind("|", 0, date.start)) + 1
    return [token for token in tokens if start <= token.idx < date.end]
