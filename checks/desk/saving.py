"""What is done at the desk: each thing written to the case's own files at once, with its code, and how to undo it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checks.case import editing, worked
from checks.case.catalogue import check_named
from checks.case.claims import ARTICLE
from checks.case.errors import CaseError
from checks.case.log import Key
from checks.case.nouns import Claim
from checks.desk import offers
from checks.desk.words import free_id
from checks.reading.anchors import anchor_at

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.desk.state import State


@dataclass(frozen=True)
class Done:
    """One thing done: in a few words what, on which claim, and what takes it back."""

    what: str
    claim: str
    undo: Callable[[], object]


# ------------------------------------------------------------------------------------------------ claims.yaml


def make(state: State, start: int, end: int) -> Done:
    """Makes a claim of words of the article; what it says is at first the words themselves."""
    exact = state.text[start:end]
    id = free_id(exact, {*state.claims, ARTICLE})
    claim = Claim(id, anchor_at(state.text, start, end), " ".join(exact.split()), ARTICLE)
    change = editing.put(state.case, claim, seen="")
    return Done(f"the claim {id} was made", id, _back(state.case, change))


def seen(state: State, id: str) -> str:
    """The lines of a claim's entry as they were last read, for `change` to compare with."""
    return editing.entry(state.case, id)


def change(state: State, id: str, typed: Mapping[str, Any], seen: str) -> Done | None:
    """Writes what was typed of a claim; nothing where it says so already.

    Raises `Differs` where the entry is no longer what was `seen`, and `CaseError` for what cannot be read.
    """
    claim = state.claims[id]
    wanted = replace(claim, **typed)
    if wanted.id != id:
        return _rename(state, claim, wanted, seen)
    if (wanted.says, wanted.speaker, wanted.asserts) == (claim.says, claim.speaker, claim.asserts):
        return None
    made = editing.put(state.case, wanted, seen=seen, proposed=id in state.case.claims.proposed)
    return Done(f"the claim {id} was changed", id, _back(state.case, made))


def tie(state: State, id: str, start: int, end: int, seen: str) -> Done:
    """Ties a claim to other words of the article."""
    claim = replace(state.claims[id], words=anchor_at(state.text, start, end))
    made = editing.put(state.case, claim, seen=seen, proposed=id in state.case.claims.proposed)
    return Done(f"the claim {id} was tied to other words", id, _back(state.case, made))


def accept(state: State, id: str, seen: str) -> Done:
    """Makes a proposal a claim."""
    return Done(f"the claim {id} was accepted", id, _back(state.case, editing.accept(state.case, id, seen=seen)))


def remove(state: State, id: str, seen: str) -> Done:
    """Takes a claim out that nothing was asked or concluded of, or a proposal."""
    _hold_unasked(state, id, "take it out")
    return Done(f"the claim {id} was taken out", "", _back(state.case, editing.remove(state.case, id, seen=seen)))


def leave_out(state: State, start: int, end: int, reason: str) -> Done:
    """Leaves words out, with the reason."""
    made = editing.leave_out(state.case, anchor_at(state.text, start, end), reason)
    return Done("the words were left out", state.claim, _back(state.case, made))


def take_in(state: State) -> Done:
    """Takes in again what was left out of the chosen sentence, or of it the words that are selected."""
    entry = state.entries[state.sentence]
    a, b = state.selected or (entry.start, entry.end)
    for omission in state.case.claims.left_out:
        start, end = omission.passage.anchor.find(state.text)
        if start < b and a < end:
            anchor = omission.passage.anchor
            change = editing.take_in(state.case, anchor, seen=editing.entry(state.case, anchor))
            return Done("the words were taken in", state.claim, _back(state.case, change))
    raise CaseError("nothing of the words selected was left out")


# ------------------------------------------------------------------------------------------------- the record


def ask(state: State, claim: str, check: str, given: Mapping[str, str]) -> Done:
    """Asks a check of a claim, with evidence by its references, and keeps the finding and its cell."""
    many = {one.name for one in offers.wanted(state, check_named(check), claim) if one.many}
    evidence = {name: offers.evidence_named(state, ref, name in many) for name, ref in given.items()}

    def act(case: Case) -> None:
        case.ask(claim, check_named(check), **evidence)

    return _recorded(state, f"{check} was asked", claim, act)


def take_out(state: State, row: Mapping[str, Any]) -> Done:
    """Takes a finding out of the record, and its cell out of the worked notebook.

    Raises `CaseError` where a person wrote the cell that asks it: a run would keep it again.
    """
    key = ("finding", row["claim"], row["check"], row["asked"])
    if place := worked.place_of(state.case, key):
        raise CaseError(f"a cell that somebody wrote asks this ({place}): take the cell out, and `checks run` the case")

    def act(case: Case) -> None:
        case.record.put("finding", key, row["claim"], None, why="taken out at the desk")

    return _recorded(state, f"the finding of {row['check']} was taken out", state.claim, act)


def sign(state: State, claim: str) -> Done:
    """Signs a conclusion again, in its own words, on what it rests on now."""
    return _recorded(state, f"the conclusion on {claim} was signed again", claim, lambda case: case.sign(claim))


def searched(state: State, **row: Any) -> Done:
    """Logs a search for a claim, and writes its cell."""

    def act(case: Case) -> None:
        for name in ("place", "query"):
            if not row[name]:
                raise CaseError("say where you looked and for what", id=row["claim"])
        case.searched(**row)

    return _recorded(state, "the search was logged", row["claim"], act)


def conclude(state: State, claim: str, said: Mapping[str, Any]) -> Done:
    """Concludes a claim in the words of the form, and writes its cell."""
    if not said["verdict"]:
        raise CaseError("choose a verdict first", id=claim)
    evidence = [offers.evidence_named(state, ref) for ref in said["evidence"]]
    return _recorded(
        state, f"the claim {claim} was concluded {said['verdict']}", claim,
        lambda case: case.conclude(claim, **{**said, "evidence": evidence}),
    )  # fmt: skip


def second(
    state: State, claim: str, verdict: str, *, because: str, evidence: Sequence[str], searches: Sequence[str]
) -> Done:
    """Keeps what a second reader says of a claim: blind, unless they asked to see the first conclusion before."""
    if not verdict:
        raise CaseError("choose a verdict first", id=claim)
    kept = state.case.log.rows.get(("second", claim, state.me))
    blind = kept["blind"] if kept else claim not in state.looked
    named = [offers.evidence_named(state, ref) for ref in evidence]
    return _recorded(
        state, f"the second reading of {claim} was kept", claim,
        lambda case: case.second(claim, verdict, because=because, blind=blind, evidence=named, searches=searches),
    )  # fmt: skip


def settle(state: State, claim: str, because: str) -> Done:
    """Keeps how a disagreement on a claim was settled."""
    return _recorded(state, f"{claim} was settled", claim, lambda case: case.settle(claim, because=because))


def reply(state: State, **row: Any) -> Done:
    """Keeps who was asked to reply, and what they answered."""
    return _recorded(state, f"the reply {row['id']} was kept", state.claim, lambda case: case.reply(**row))


def _recorded(state: State, what: str, claim: str, act: Callable[[Case], object]) -> Done:
    """Does something that changes the record, brings the worked notebook up to it, and knows the rows before."""
    case = state.case
    before = dict(case.log.rows)
    act(case)
    rows = case.log.rows
    changed = {key: before.get(key) for key in {*before, *rows} if before.get(key) != rows.get(key)}
    now = {key: rows.get(key) for key in changed}
    try:
        worked.write(case)
    except CaseError:  # what is said not to be saved must not be kept
        _put_back(case, changed, now)
        raise
    return Done(what, claim, lambda: _restore(case, changed, now))


def _restore(case: Case, rows: Mapping[Key, Mapping[str, Any] | None], now: Mapping[Key, Any]) -> None:
    _put_back(case, rows, now)
    worked.write(case)


def _put_back(case: Case, rows: Mapping[Key, Mapping[str, Any] | None], now: Mapping[Key, Any]) -> None:
    for key, row in rows.items():
        if case.log.rows.get(key) != now[key]:
            raise CaseError("somebody changed this meanwhile, so it is not undone", id=key[1])
        claim = str((row or now[key] or {}).get("claim", ""))
        to = {name: value for name, value in row.items() if name != "claim"} if row else None
        case.record.put(key[0], key, claim, to, why="undone at the desk")


def cells_of(state: State, claim: str) -> str:
    """The cells of a claim, as a person would write them."""
    return "\n\n".join(worked.sources(state.case, claim))


# ------------------------------------------------------------------------------------------------------ parts


def _rename(state: State, claim: Claim, wanted: Claim, seen: str) -> Done:
    _hold_unasked(state, claim.id, "keep its id")
    proposed = claim.id in state.case.claims.proposed
    if wanted.id in state.claims:
        raise CaseError("there is a claim of this id already: choose another", id=wanted.id)
    removed = editing.remove(state.case, claim.id, seen=seen)
    try:
        put = editing.put(state.case, wanted, seen="", proposed=proposed)
    except CaseError:
        editing.undo(state.case, removed)
        raise
    both = lambda: (editing.undo(state.case, put), editing.undo(state.case, removed))  # noqa: E731
    return Done(f"the claim {claim.id} is now {wanted.id}", wanted.id, both)


def _hold_unasked(state: State, id: str, what: str) -> None:
    if any(row.get("claim") == id for row in state.case.log.rows.values()):
        raise CaseError(
            f"it was asked or concluded already, and the record knows it by this id: {what}, or undo", id=id
        )


def _back(case: Case, change: editing.Change) -> Callable[[], object]:
    return lambda: editing.undo(case, change)
