"""Does the passage say what the claim says? Slot by slot, by rule, with the words of both: no score, no model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice
from typing import Literal

from checks.case.errors import CaseError
from checks.reading.slots.dividing import slots_of
from checks.reading.slots.nearest import length, nearest
from checks.reading.slots.parsed import all_parsed
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.sides import Side

PassageVerdict = Literal["supported", "contradicted", "misleading", "unsettled"]
RULE = (
    "supported only if the passage states every slot of the claim; contradicted if one conflicts; misleading if a "
    "quantifier, rank, statistic, status, cause, speaker or quoted word was dropped or changed while the rest agrees; "
    "else unsettled"
)
# A change here leaves the fact and changes what is made of it.
TURNS = frozenset({"quantifier", "rank", "statistic", "status", "says", "words", "cause"})
_QUESTION = re.compile(r"(?:(?<=[.!?:]\s)|(?<=\n)|^)[A-Z][^.?!\"“”\n]{0,400}\?(?=\s|$)")
MOST = 20_000  # characters of a passage: a paragraph or a few, not a document
MOST_OF_CLAIM = 120  # words and marks of a claim: a sentence or a few
COLUMNS = ("part", "claim", "passage", "relation", "why")
_BATCH = 32


@dataclass(frozen=True, repr=False)
class Comparison:
    """The slots of a claim against a passage, the verdict that the rule gives for them, and the reason in words."""

    verdict: PassageVerdict
    reason: str
    slots: tuple[Slot, ...]

    def rows(self) -> list[tuple[str, ...]]:
        """A row of text for each slot: its name, the claim's words, the passage's, the relation, and why."""
        return [(one.slot, one.claim, one.passage, str(one.relation), one.why) for one in self.slots]

    def __repr__(self) -> str:
        rows = (" | ".join(row).rstrip(" |") for row in (COLUMNS, *self.rows()))
        return "\n".join([*rows, f"{self.verdict}: {self.reason}", f"The rule: {RULE}."])

    def _repr_html_(self) -> str:
        plain = 'style="text-align:left;vertical-align:top"'
        head = "".join(f'<th scope="col" {plain}>{column}</th>' for column in COLUMNS)
        body = "".join(f"<tr>{''.join(f'<td {plain}>{escape(cell)}</td>' for cell in row)}</tr>" for row in self.rows())
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        told = f"<p><strong>{self.verdict}</strong>: {escape(self.reason)}</p><p>The rule: {escape(RULE)}.</p>"
        return f'<div class="tex2jax_ignore mathjax_ignore">{table}{told}</div>'


def compare(claim: str, passage: str) -> Comparison:
    """Does the passage bear out the claim?

    Raises `CaseError` for a text without words or far too long, and where spaCy's model is not installed. The method,
    dividing a claim and comparing it part by part, follows natural logic (MacCartney and Manning 2007): what follows
    is decided by relations of the parts.
    """
    for name, text in (("claim", claim), ("passage", passage)):
        if told := unread(name, text):
            raise CaseError(f"the {name} {told}")
    return next(compared_all([(claim, passage)]))


def unread(name: str, text: str) -> str:
    """Why a claim or a passage cannot be compared, as words that go on from its name; empty where it can be."""
    if not re.search(r"\w", text):
        return "has no words"
    if len(text) > MOST:
        return f"has {len(text):,} characters, and {MOST:,} are read: give the part that matters"
    if name == "claim" and length(text) > MOST_OF_CLAIM:
        return f"has {length(text):,} words, and {MOST_OF_CLAIM} are read: give one sentence of it"
    return ""


def compared_all(pairs: Iterable[tuple[str, str]]) -> Iterator[Comparison]:
    """As `compare`, of many pairs of claim and passage, in their order."""
    rest = iter(pairs)
    while batch := list(islice(rest, _BATCH)):
        docs = all_parsed(text for one, other in batch for text in (one, nearest(one, _without_questions(other))))
        for claim in docs:
            slots = slots_of(Side(claim), Side(next(docs)))
            yield Comparison(verdict_of(slots), reason_of(slots), tuple(slots))


def _without_questions(passage: str) -> str:
    """The passage with its questions blank, and every other word in its place: who asks does not say that it is so."""
    return _QUESTION.sub(lambda match: " " * len(match[0]), passage)


def verdict_of(slots: list[Slot]) -> PassageVerdict:
    """The verdict that the printed rule gives for these slots."""
    conflicts = {slot.slot for slot in slots if slot.relation is Relation.CONFLICT}
    if conflicts - TURNS:
        return "contradicted"
    if all(slot.relation.stated for slot in slots if slot.slot not in conflicts):
        return "misleading" if conflicts else "supported" if slots else "unsettled"
    return "unsettled"


def reason_of(slots: list[Slot]) -> str:
    """What decides, in a sentence: the conflicts, else what is not stated, else that all is stated."""
    for wanted in (Relation.CONFLICT, Relation.NARROWER, Relation.NOT_STATED):
        found = [slot for slot in slots if slot.relation is wanted]
        if found:
            return "; ".join(_told(slot) for slot in found) + "."
    told = [slot.why for slot in slots if slot.why]
    return "Every part of the claim is stated" + (f" ({'; '.join(told)})." if told else ".")


def _told(slot: Slot) -> str:
    if slot.relation is Relation.NOT_STATED:
        return f"{slot.slot}: the passage does not state “{slot.claim}”" + (f" ({slot.why})" if slot.why else "")
    if slot.why and (not slot.claim or f"“{slot.claim}”" in slot.why):
        return f"{slot.slot}: {slot.why}"
    beside = f"the claim has “{slot.claim}”, the passage “{slot.passage}”"
    return f"{slot.slot}: {beside}" + (f" ({slot.why})" if slot.why else "")
