"""An act in a claim and in a passage: is it told as so in both, has it got as far, and who says so?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checks.case.nouns import Verdict
from checks.reading.parts import Words
from checks.reading.slots.parsed import parsed
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.says import relate_says
from checks.reading.slots.status_acts import Act, same_acts, stated_acts
from checks.reading.slots.status_kinds import TELLING, Reality, Status, reality_follows
from checks.reading.slots.status_read import status_of

__all__ = ["Overstated", "Reality", "Status", "overstated", "relate_status", "status_of"]

# Of these, that an act is not so in the passage leaves open what it is as a fact.
_OPEN = frozenset(
    ("open", "possible", "considered", "asked", "proposed", "intended", "conditional", "obliged", "allowed")
)


def relate_status(claimed: Status, stated: Status) -> tuple[Slot, ...]:
    """How an act as the claim tells it stands to the same act in the passage: polarity, status and who says so.

    The slot *says* is there only where one of them gives the act to a voice; the names are left to the caller.
    """
    polarity, status = _polarity(claimed, stated), _status(claimed, stated)
    says = relate_says(claimed, stated)
    return (polarity, status) if says is None else (polarity, status, says)


def _polarity(claimed: Status, stated: Status) -> Slot:
    ours, theirs = _negation(claimed), _negation(stated)
    if claimed.negated == stated.negated:
        return Slot("polarity", ours, theirs, Relation.AGREE)
    if stated.reality != claimed.reality and stated.reality in _OPEN:
        why = f"what “{theirs or stated.phrase}” leaves open is no denial"
        return Slot("polarity", ours, theirs, Relation.NARROWER, why)
    if claimed.reality in ("alleged", "believed") and stated.reality == "denied" and not claimed.negated:
        return Slot("polarity", ours, theirs, Relation.AGREE, "what is denied may well be alleged")
    if claimed.reality in ("possible", "open") and stated.reality in ("possible", "open"):
        return Slot("polarity", ours, theirs, Relation.NARROWER, "that it may be so and that it may not go together")
    if claimed.negated:
        why = f"the claim tells as not so (“{ours}”) what the passage tells as {_told(stated)} (“{stated.phrase}”)"
    else:
        said = "denied" if stated.reality == "denied" else "not so"
        why = f"the claim tells as {_told(claimed)} (“{claimed.phrase}”) what the passage tells as {said} (“{theirs}”)"
    return Slot("polarity", ours or claimed.phrase, theirs or stated.phrase, Relation.CONFLICT, why)


def _negation(status: Status) -> str:
    if not status.negated:
        return ""
    return status.negator.exact if status.negator else status.phrase


def _status(claimed: Status, stated: Status) -> Slot:
    relation = reality_follows(claimed, stated)
    ours, theirs = claimed.phrase, stated.phrase
    if relation is Relation.AGREE:
        return Slot("status", ours, theirs, relation)
    told = f"the claim tells as {_told(claimed)} (“{ours}”) what the passage gives as {_told(stated)} (“{theirs}”)"
    if relation is Relation.WIDER:
        told = f"that it is {_told(claimed)} (“{ours}”) follows from its being {_told(stated)} (“{theirs}”)"
    return Slot("status", ours, theirs, relation, told)


def _told(status: Status) -> str:
    return TELLING[status.reality]


@dataclass(frozen=True)
class Overstated:
    """Whether a claim tells an act as further on than a passage does, why in a sentence, and the words of both."""

    verdict: Verdict
    reason: str
    claimed: Words | None = None
    stated: Words | None = None


def overstated(claim_text: str, passage_text: str) -> Overstated:
    """Does the claim tell an act as further on, surer or more final than the passage does?

    The act is found by its word in both (the same lemma, or a recorded synonym). *Misleading* where it is overstated or
    a voice is dropped, *contradicted* where the passage denies it, *supported* where the status is the same or less,
    *unsettled* where no act is told in both. Never raises, whatever the texts.
    """
    claim, passage = parsed(claim_text), parsed(passage_text)
    pairs = same_acts(claim, passage)
    found = [_judged(ours, theirs) for ours, theirs in pairs]
    if not found:
        return Overstated(Verdict.UNSETTLED, "No act is told both in the claim and in the passage.")
    for verdict in (Verdict.CONTRADICTED, Verdict.MISLEADING, Verdict.UNSETTLED):
        for one in found:
            if one.verdict is verdict:
                return one
    told = {ours.word for ours, _ in pairs}
    for act in stated_acts(claim):
        if act.word not in told and not told.isdisjoint(act.word.conjuncts):
            reason = f"The passage does not tell of “{status_of(act.word).phrase}”."
            return replace(found[0], verdict=Verdict.UNSETTLED, reason=reason)
    return found[0]


def _judged(ours: Act, theirs: Act) -> Overstated:
    claimed, stated = status_of(ours.word), status_of(theirs.word)
    slots = relate_status(claimed, stated)
    of = {slot.slot: slot for slot in slots}
    worst = next((slot for slot in slots if slot.relation is Relation.CONFLICT), None)
    if claimed.negated and not stated.negated and not ours.beside <= theirs.beside:
        reason = (
            f"The claim denies it (“{claimed.phrase}”) with words that the passage (“{stated.phrase}”) does not have."
        )
        return Overstated(Verdict.UNSETTLED, reason, claimed.shown, stated.shown)
    if of["polarity"].relation is Relation.CONFLICT:
        verdict = Verdict.CONTRADICTED
    elif worst is not None:
        verdict = Verdict.MISLEADING
    elif all(slot.relation.stated for slot in slots):
        verdict = Verdict.SUPPORTED
    else:
        verdict, worst = Verdict.UNSETTLED, next(slot for slot in slots if not slot.relation.stated)
    reason = worst.why if worst is not None else _agree(slots, claimed, stated)
    reason = f"{reason[0].upper()}{reason[1:]}." if reason else ""
    return Overstated(verdict, reason, claimed.shown, stated.shown)


def _agree(slots: tuple[Slot, ...], claimed: Status, stated: Status) -> str:
    """Why a status is borne out, with both phrases."""
    whys = [slot.why for slot in slots if slot.why]
    if whys:
        return "; ".join(whys)
    how = "not so" if claimed.negated else _told(claimed)
    return f"both tell it as {how}: “{claimed.phrase}” in the claim, “{stated.phrase}” in the passage"
