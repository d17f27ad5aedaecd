"""Which time of the passage a time of the claim is held against: the one of the same act, never of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.reading.parts import TimePhrase
from checks.reading.slots.bound import times_bound
from checks.reading.slots.bound_moved import lasted
from checks.reading.slots.bound_times import times_of
from checks.reading.slots.clauses import Clause
from checks.reading.slots.counting import clause_of_token
from checks.reading.slots.matching import nouns_alike
from checks.reading.slots.parts import Relation, Slot, SlotName
from checks.reading.slots.phrases import is_noun
from checks.reading.slots.sides import Side
from checks.reading.slots.times import derive, relate_act, role_of, roles_differ

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN_EDGES = frozenset({"by", "before", "after", "until"})
_LIVED = re.compile(
    r"\b(?:li[vf]\w+|age[ds]?|old|bo[r]n|di(?:ed|es)|dea[dt]\w*|birth\w*|kill\w*|years?' life)\b", re.IGNORECASE
)
_COMPARES = re.compile(r"\b(?:than|compared|against|versus)\b", re.IGNORECASE)
_TITLED = re.compile(r"[\w”\"'’]\s*\(\s*(?:[^()\d]{0,20}[,;]\s*)?$")  # “Guess Who (2005)”: the year is the film's
_Judged = tuple[Relation, str]


def time_slots(clause: Clause, other: Clause, claim: Side, passage: Side) -> tuple[list[Slot], set[int]]:
    """The slots of the times in the claim's clause, and the tokens that they took."""
    slots, taken = [], set()
    for time in times_of(claim):
        tokens = claim.tokens(time.start, time.end)
        if tokens and clause_of_token(tokens[0], claim) == clause.verb.i:
            slots.append(time_slot(time, other, claim, passage))
            taken |= {token.i for token in tokens} | prepositions(tokens)
    return slots, taken


def time_slot(time: TimePhrase, other: Clause | None, claim: Side, passage: Side) -> Slot:
    """A time of the claim beside the passage's time of the same act, or what a sum of its dates comes to."""
    name: SlotName = "how long" if time.length is not None and time.when is None else "when"
    own, near, far = _by_nearness(time, other, claim, passage)
    if time.edge in _OPEN_EDGES and (summed := _summed(name, time, own, near, other, claim, passage)):
        return summed
    if with_figure := times_bound(time, claim, passage):
        one, (relation, why) = with_figure
        return Slot(name, time.exact, one.exact, relation, why)
    for group in (own, near, far):
        related = sorted(_related(time, group, claim), key=lambda one: not _as_exact(time, one[0]))
        stated = [(one, relation) for one, relation in related if relation[0].stated]
        if stated and (group is own or not own):
            one, (relation, why) = stated[0]
            return Slot(name, time.exact, one.exact, relation, why)
        if related and group is own:
            summed = _summed(name, time, own, near, other, claim, passage)
            if summed and summed.relation.stated:
                return summed
            one, (relation, why) = related[0]
            return _held(Slot(name, time.exact, one.exact, relation, why), time, one, (*near, *far), claim, passage)
    if summed := _summed(name, time, own, near, other, claim, passage):
        return summed
    if name == "how long" and (hours := lasted(time, passage)):
        return Slot(name, time.exact, ", ".join(hours[2]), hours[0], hours[1])
    related = _related(time, [*near, *far], claim)
    if len(related) == 1 and len(passage.clauses) == 1:
        one, (relation, why) = related[0]
        return Slot(name, time.exact, one.exact, relation, why)
    return Slot(name, time.exact, "", Relation.NOT_STATED)


def _by_nearness(
    time: TimePhrase, other: Clause | None, claim: Side, passage: Side
) -> tuple[list[TimePhrase], list[TimePhrase], list[TimePhrase]]:  # fmt: skip
    """The times of the passage in the clause laid beside the claim's, in its sentence, and elsewhere.

    Those of another act by the words about them are left out, unless the clause itself holds them.
    """
    act = role_of(claim.text, time)
    own: list[TimePhrase] = []
    near: list[TimePhrase] = []
    far: list[TimePhrase] = []
    named = _of_act(act, passage)
    for one in times_of(passage):
        tokens = passage.tokens(one.start, one.end)
        if not tokens or (one not in named and any(_one_record(one, other_, passage) for other_ in named)):
            continue
        verb = clause_of_token(tokens[0], passage)
        theirs = role_of(passage.text, one)
        anothers = roles_differ(act, theirs)
        if theirs in ("born", "died") and act not in ("born", "died") and not _LIVED.search(claim.text):
            continue  # the dates of a life, which tell of no other act
        if (
            other
            and verb in (other.verb.i, other.predicate.i)
            and not (_titled(one, passage) and len(times_of(passage)) > 1)
        ):
            own.append(one)
        elif anothers:
            continue
        elif other and tokens[0].sent == other.verb.sent:
            near.append(one)
        else:
            far.append(one)
    return own, near, far


def _of_act(act: str, passage: Side) -> list[TimePhrase]:
    """The times that a record gives as those of the act: *applied for 8 August; issued 2 October*."""
    if not roles_differ(act, "married") or not (passage.records or ";" in passage.text):
        return []  # no role, or one by a word too weak to tell two acts apart
    return [one for one in times_of(passage) if role_of(passage.text, one) == act]


def _one_record(one: TimePhrase, other: TimePhrase, passage: Side) -> bool:
    tokens, others = (passage.tokens(time.start, time.end) for time in (one, other))
    if not tokens or not others or tokens[0].sent != others[0].sent:
        return False
    between = passage.text[min(one.end, other.end) : max(one.start, other.start)]
    return ";" in between or tokens[0].sent.start in passage.records


def _titled(one: TimePhrase, passage: Side) -> bool:
    """Whether the time stands in brackets behind a name, alone, as the year of a film does."""
    return bool(
        _TITLED.search(passage.text, max(0, one.start - 60), one.start) and re.match(r"\s*\)", passage.text[one.end :])
    )


def _related(time: TimePhrase, group: list[TimePhrase], claim: Side) -> list[tuple[TimePhrase, _Judged]]:
    return [(one, relation) for one in group if (relation := relate_act(time, one, claim.text))]


def _as_exact(time: TimePhrase, other: TimePhrase) -> bool:
    """Whether both are single days, so that the day of the act is not held against the year of its object."""
    return bool(time.when and other.when and time.when.is_day and other.when.is_day)


def _summed(
    name: SlotName, time: TimePhrase, own: list[TimePhrase], near: list[TimePhrase], other: Clause | None, claim: Side,
    passage: Side,
) -> Slot | None:  # fmt: skip
    """What the dates of the same act or subject come to."""
    kept = [one for one in times_of(passage) if one in own or _of_subject(one, time, other, claim, passage)]
    lived = _LIVED.search(claim.text)
    kept = [one for one in kept if lived or role_of(passage.text, one) not in ("born", "died")]
    if not kept:
        return None
    found = derive(time, kept, claim.text, passage.text)
    if found is None:
        return None
    relation, why, used = found
    return Slot(name, time.exact, ", ".join(one.exact for one in used), relation, why)


def _of_subject(one: TimePhrase, time: TimePhrase, other: Clause | None, claim: Side, passage: Side) -> bool:
    """Whether a time of the passage can be of what the claim's clause tells of: no other name stands in its clause."""
    tokens, ours = passage.tokens(one.start, one.end), claim.tokens(time.start, time.end)
    if not tokens or not ours:
        return False
    verb, mine = clause_of_token(tokens[0], passage), clause_of_token(ours[0], claim)
    if other and verb == other.verb.i:
        return True
    heads = [
        role.head for clause in passage.clauses if clause.verb.i == verb for role in clause.of("subject", "object")
    ]
    told = [role.head for clause in claim.clauses for role in clause.of("subject", "object", "oblique", "recipient")]
    told += [token for token in claim.doc if token.pos_ == "PROPN"]
    if mine < 0 or not heads or not told:
        return True
    names = [head for head in heads if head.pos_ in ("PROPN", "NOUN") and is_noun(head)]
    if not names:
        return True
    for head in heads:
        for noun in told:
            found = nouns_alike(noun, head, passage) if is_noun(noun) and is_noun(head) else None
            if found and found[0].stated:
                return True
    return not any(head.pos_ == "PROPN" for head in names)


def _held(
    slot: Slot, time: TimePhrase, one: TimePhrase, others: tuple[TimePhrase, ...], claim: Side, passage: Side
) -> Slot:  # fmt: skip
    """The slot as it is, unless the grammar may have given the clause another's time: in a record, or a comparison."""
    if slot.relation is not Relation.CONFLICT:
        return slot
    agreeing = [other for other, found in _related(time, list(others), claim) if found[0].stated]
    if not agreeing and re.search(rf"[;,:] {re.escape(time.exact)} \d", passage.text):
        why = f"the passage has a figure for {time.exact} too"  # “April 11; May 14”, read as a day
        return Slot(slot.slot, slot.claim, slot.passage, Relation.NOT_STATED, why)
    tokens = passage.tokens(one.start, one.end)
    record = bool(tokens) and tokens[0].sent.start in passage.records
    between = passage.text[min(one.end, agreeing[0].end) : max(one.start, agreeing[0].start)] if agreeing else ""
    if agreeing and (record or ";" in between or _COMPARES.search(claim.text) or _titled(agreeing[0], passage)):
        return Slot(
            slot.slot, slot.claim, slot.passage, Relation.NOT_STATED, f"the passage has {agreeing[0].exact} too"
        )
    return slot


def prepositions(tokens: list[Token]) -> set[int]:
    """The prepositions that govern the tokens of a time."""
    return {token.head.i for token in tokens if token.head.pos_ in ("ADP", "SCONJ")}
