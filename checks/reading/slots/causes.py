"""Whether the passage links two events as the claim does: as cause, as association, or as what came first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.reading.slots.cause_links import Link, denied_in, events_of, links_in, unknown_in
from checks.reading.slots.parts import Relation, Slot
from checks.reading.slots.time_order import order_told

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TOLD = {
    "cause": "a cause",
    "part": "a part in it",
    "association": "that they go together",
    "sequence": "that one came after the other",
    "occasion": "when it was",
}
# The claim's link (row) beside the passage's (column): a cause is more than a part, a part more than going together.
_ORDER = ("cause", "part", "association", "sequence", "occasion")
_A, _W, _N, _C = Relation.AGREE, Relation.WIDER, Relation.NARROWER, Relation.CONFLICT
_TABLE = {
    "cause": (_A, _C, _C, _C, _N),
    "part": (_W, _A, _C, _C, _N),
    "association": (_W, _W, _A, _N, _N),
    "sequence": (_W, _W, _N, _A, _A),
    "occasion": (_W, _W, _N, _A, _A),
}
_MEASURED = ("years ", "months ", "weeks ", "days ", "hours ")
_ENOUGH = 0.5  # of the words of an event of the claim that the passage's must have, alike


def cause_slots(claim: Doc, passage: Doc) -> tuple[list[Slot], set[int]] | None:
    """Does the passage link the two events as the claim does?

    Gives a slot "cause" for each link of the claim, and which of its tokens the linking words are, with the words of
    the events where the passage links the same two; None where the claim links none. A claim of what came first has
    a slot only where the passage tells of both events.
    """
    ours = [link for link in links_in(claim) if not link.denied and link.kind != "occasion"]
    if not ours:
        return None
    theirs = list(links_in(passage))
    slots: list[Slot] = []
    taken: set[int] = set()
    for link in ours:
        if link.kind == "sequence" and any(o.kind != "sequence" and set(o.cue) & set(link.cue) for o in ours):
            continue
        slot, matched, other = _slot(link, theirs, passage)
        if slot is not None:
            slots.append(slot)
            slots += _status(link, other) if other is not None and slot.relation.stated else []
            if slot.relation is not _N and slot.relation is not Relation.NOT_STATED:
                taken |= {token.i for token in link.cue} | matched
    return (slots, taken) if slots else None


def _slot(link: Link, theirs: list[Link], passage: Doc) -> tuple[Slot | None, set[int], Link | None]:
    best: tuple[float, int, Slot, set[int], Link] | None = None
    told = events_of(list(passage)) if theirs else ()
    for other in theirs:
        inside = {token.i for token in (*other.first, *other.second)}
        apart = tuple(token for token in told if token.i not in inside)
        straight, crossed = _paired(link, other, apart, turned=False), _paired(link, other, apart, turned=True)
        way = straight or crossed
        if way is None:
            continue
        if straight is None and "occasion" in (link.kind, other.kind):
            continue
        turned = straight is None or (crossed is not None and crossed[0] > straight[0])
        slot = _related(link, other, turned)
        score, matched = (crossed if turned else straight) or way
        key = -_ORDER.index(other.kind) if not turned else -9
        if best is None or (score, key) > best[:2]:
            best = (score, key, slot, matched, other)
    if best is not None:
        return best[2:]
    return _unlinked(link, passage), set(), None


def _status(link: Link, other: Link) -> list[Slot]:
    """How a link that is itself the verb of the claim stands to the passage's: what *may* cause it need not."""
    from checks.reading.slots.status import relate_status, status_of

    ours, theirs = _verb(link), _verb(other)
    if ours not in link.cue or "sequence" in (link.kind, other.kind) or "occasion" in (link.kind, other.kind):
        return []  # where a preposition links them the verb is compared in its own clause
    related = relate_status(status_of(ours), status_of(theirs))
    return [slot for slot in related if slot.relation is not _A]


def _verb(link: Link) -> Token:
    """The word of the link that may be hedged or denied: its verb, else what it hangs on."""
    verbs = [token for pos in ("VERB", "AUX") for token in link.cue if token.pos_ == pos]
    return verbs[0] if verbs else link.cue[0].head


def _related(link: Link, other: Link, turned: bool) -> Slot:
    """The claim's link beside the passage's link of the same two events."""
    pair = f"“{link.exact}” against “{other.exact}”"
    if other.denied and link.kind != "sequence":
        return Slot(
            "cause",
            link.exact,
            other.exact,
            _C,
            f"the passage says that there is no such link: “{denied_in(other.cue[0].sent.text)}”",
        )
    if turned and other.kind != "association":
        why = (
            "the order is the other way about"
            if "sequence" in (link.kind, other.kind)
            else "cause and effect are exchanged"
        )
        if link.kind != "association":
            return Slot("cause", link.exact, other.exact, _C, f"{pair}: {why}")
    relation = _TABLE[link.kind][_ORDER.index(other.kind)]
    why = "" if link.kind == other.kind else f"the claim tells {_TOLD[link.kind]}, the passage {_TOLD[other.kind]}"
    return Slot("cause", link.exact, other.exact, relation, why)


def _unlinked(link: Link, passage: Doc) -> Slot | None:
    """A link that the passage does not make: what it says of the two events otherwise."""
    words = events_of(list(passage))
    found = [_share(event, words)[0] >= _ENOUGH for event in (link.first, link.second)]
    if link.kind == "sequence":
        if link.exact.lower().startswith(_MEASURED):
            return None  # how long after is for the slots of times
        if told := order_told(link.first, link.second, passage):
            relation, why, times = told
            return Slot("cause", link.exact, ", ".join(time.exact for time in times), relation, why)
        return Slot("cause", link.exact, "", _N, "the passage does not tell which came first") if all(found) else None
    denied, unknown = denied_in(passage.text), unknown_in(passage.text)
    if denied and all(found):
        return Slot("cause", link.exact, denied, _C, "the passage says that there is no such link")
    if unknown:
        return Slot("cause", link.exact, unknown, _N, "the passage leaves the cause open")
    if all(found):
        return Slot("cause", link.exact, "", _N, "the passage tells both, and not that one caused the other")
    return Slot("cause", link.exact, "", Relation.NOT_STATED)


def _paired(link: Link, other: Link, apart: tuple[Token, ...], *, turned: bool) -> tuple[float, set[int]] | None:
    """How far both events of the claim are those of the passage, None where one is not."""
    ends = (other.second, other.first) if turned else (other.first, other.second)
    first, second = _share(link.first, ends[0], apart), _share(link.second, ends[1], apart)
    if first[0] < _ENOUGH or second[0] < _ENOUGH:
        return None
    return first[0] + second[0], first[1] | second[1]


def _share(event: tuple[Token, ...], words: tuple[Token, ...], apart: tuple[Token, ...] = ()) -> tuple[float, set[int]]:
    """The share of the claim's words for an event that the passage has there, alike, and which.

    Words that the passage has only elsewhere count neither way: *it* may stand for them.
    """
    matched = {token.i for token in event if any(_alike(token, other) for other in words)}
    rest = [token for token in event if token.i not in matched and not any(_alike(token, other) for other in apart)]
    return (len(matched) / (len(matched) + len(rest)) if matched else 0.0), matched


def _alike(one: Token, other: Token) -> bool:
    from checks.reading.slots.words import likeness

    if one.lemma_.lower() == other.lemma_.lower():
        return True
    found = likeness(one.lemma_.lower(), other.lemma_.lower(), one.pos_)
    return bool(found and found.stated)
