"""Second readers: another person's reading of a claim, where the two differ, and how that was settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checks.case.asking import reference
from checks.case.conclusions import hold_second_to_the_rules
from checks.case.errors import CaseError, Differs
from checks.case.log import disputed
from checks.case.nouns import Evidence
from checks.case.record import who
from checks.case.rows import SAID_SECOND, row_of
from checks.case.second import Second, Settlement
from checks.case.signing import resting_on, searches_named, verdicts_found

if TYPE_CHECKING:
    from checks.case.folder import Case


def second(
    case: Case, claim: str, verdict: str, *, because: str, blind: bool = True, evidence: Sequence[Evidence] = (),
    searches: Sequence[str] = (),
) -> Second:  # fmt: skip
    """A second reading held to the rules, beside the conclusion that is kept now, not yet signed.

    Signed it is only where the record has it in the same words. Raises `CaseError` where nobody concluded yet.
    """
    if not isinstance(blind, bool):
        raise CaseError(f"`blind` is True or False, not {blind!r}", id=claim)
    looked = searches_named(case, claim, searches)
    refs = tuple(reference(item) for item in evidence)
    said = Second(case.claims[claim].id, verdict, because, "", blind, refs, tuple(searches))
    first = case.log.rows.get(("conclusion", claim))
    if first is None:
        raise CaseError("nobody has concluded this yet: the first conclusion comes before a second reading", id=claim)
    hold_second_to_the_rules(said, verdicts_found(case, claim), evidence, looked)
    kept = next((row for row in of_claim(case, claim) if said_in(row) == said_in(row_of(said)[1])), None)
    rests_on = resting_on(case, claim, evidence, looked)
    if kept:
        return replace(said, by=kept["by"], first=kept["first"], rests_on=rests_on)
    return replace(said, first=first["verdict"], rests_on=rests_on)


def keep_second(case: Case, said: Second) -> Second:
    """Keeps a second reading under the name of who writes, or finds it kept; frozen, it must be.

    Raises `CaseError` where who writes has signed the conclusion, and `Differs` where it was signed on other grounds.
    """
    kept = case.log.rows.get(("second", said.claim, said.by)) if said.by else None
    if kept and kept["rests_on"] != said.rests_on:
        raise Differs(unsigned(case, kept), id=said.claim)
    two = ("second", said.claim, said.by) in disputed(case.log)
    if kept and not (two and not case.frozen and who(case.folder) == said.by):
        return said
    if case.frozen:
        raise Differs("this second reading is not kept: `checks run` keeps it", id=said.claim)
    said = replace(said, by=who(case.folder))
    if case.log.rows["conclusion", said.claim]["by"] == said.by:
        raise CaseError(f"{said.by} signed the first conclusion: a second reader is somebody else", id=said.claim)
    key, row = row_of(said)
    case.record.put("second", key, said.claim, row)
    return said


def sign(case: Case, kept: Mapping[str, Any]) -> str:
    """Signs a second reading afresh, in its own words, on what it rests on now."""
    now = _as_kept(case, kept)
    if now.rests_on == kept["rests_on"]:
        return f"{kept['claim']}: nothing the second reading by {kept['by']} rests on has changed"
    key, row = row_of(now)
    case.record.put("second", key, now.claim, row, why="signed afresh")
    return f"{now.claim}: {now.verdict}, read a second time by {now.by}, signed on what it rests on now"


def settlement(case: Case, claim: str, *, because: str) -> Settlement:
    """How a disagreement on a claim is settled: the conclusion that is kept stands. Signed only where it is kept so.

    Raises `CaseError` where there is none, and `Differs` where the readings have changed since it was settled.
    """
    if not because.strip():
        raise CaseError("say how it was settled: `because=`", id=claim)
    readings, first = of_claim(case, claim), case.log.rows.get(("conclusion", case.claims[claim].id))
    if first is None or not readings:
        raise CaseError("nobody has read this a second time: there is nothing to settle", id=claim)
    if not any(_differs(case, row, first) for row in readings):
        raise CaseError("the two readings agree: there is nothing to settle, so take this out", id=claim)
    told = tuple(f"{row['verdict']} for {row['by']}" for row in readings)
    made = Settlement(claim, because, "", first["verdict"], told)
    kept = case.log.rows.get(("settled", claim))
    if not kept or kept["because"] != because:
        return made
    if (kept["stands"], kept["readings"]) != (made.stands, list(made.readings)):
        raise Differs(
            f"the readings have changed since {kept['by']} settled this: say in `because=` how it is settled now",
            id=claim,
        )
    return replace(made, by=kept["by"])


def keep_settlement(case: Case, made: Settlement) -> Settlement:
    """Keeps how a disagreement was settled, under the name of who writes, or finds it kept; frozen, it must be."""
    if made.by:
        return made
    if case.frozen:
        raise Differs("how this was settled is not kept: `checks run` keeps it", id=made.claim)
    made = replace(made, by=who(case.folder))
    key, row = row_of(made)
    case.record.put("settled", key, made.claim, row)
    return made


def compared(case: Case) -> list[dict[str, Any]]:
    """Every second reading beside the conclusion, in the order of the article, and whether the two agree.

    `verdict` and `first` are what both said when the second reader first signed: who changes their mind later has
    disagreed all the same, and the settlement says so.
    """
    signed = {line.key: line.to for line in reversed(case.log.lines) if line.what == "second" and line.to}
    rows = []
    for claim in case.in_order():
        conclusion, settled = case.log.rows.get(("conclusion", claim)), case.log.rows.get(("settled", claim))
        for row in of_claim(case, claim):
            begun = signed["second", claim, row["by"]]
            differs = conclusion is None or _differs(case, row, conclusion)
            rows.append(
                {
                    "claim": claim, "verdict": begun["verdict"], "by": row["by"], "blind": row["blind"],
                    "because": row["because"], "first": begun["first"], "differs": differs,
                    "first_by": conclusion["by"] if conclusion else "", "settled": settled if differs else None,
                    "agreed": begun["verdict"] == begun["first"],
                }
            )  # fmt: skip
    return rows


def summary(case: Case) -> str:
    """One line: how much was read a second time, and how often the two came to the same. Empty where nothing was."""
    rows = compared(case)
    if not rows:
        return ""
    read, agreed = len({row["claim"] for row in rows}), sum(row["agreed"] for row in rows)
    blind, open = sum(row["blind"] for row in rows), len(open_claims(case))
    return (
        f"{read} of {len(case.claims.of)} claims read by a second person; {blind} of {len(rows)} readings blind; "
        f"{agreed} of {len(rows)} ({100 * agreed // len(rows)} %) came to the same as the first; "
        f"{open} {'disagreement' if open == 1 else 'disagreements'} open"
    )


def open_claims(case: Case) -> list[str]:
    """The claims whose readers disagree and that nobody has settled, in the order of the article."""
    return list(dict.fromkeys(row["claim"] for row in compared(case) if row["differs"] and not row["settled"]))


def faults(case: Case) -> list[str]:
    """The second readings that do not hold: signed by the first reader too, or on what has changed since."""
    found = []
    for kept in case.log.of("second"):
        place = f"{case.file('log.jsonl')}: {kept['claim']}"
        first = case.log.rows.get(("conclusion", kept["claim"]))
        if first and first["by"] == kept["by"]:
            found.append(
                f"{place}: {kept['by']} signed the conclusion and the second reading: one of the two is another's"
            )
        try:
            if _as_kept(case, kept).rests_on != kept["rests_on"]:
                found.append(f"{place}: {unsigned(case, kept)}")
        except CaseError as error:
            found.append(f"{place}: the second reading by {kept['by']} no longer holds: {error.what}")
    return found


def unsigned(case: Case, kept: Mapping[str, Any]) -> str:
    """The sentence for a second reading whose grounds have changed."""
    return (
        f"what this second reading ({kept['verdict']}) rests on has changed since {kept['by']} signed it: "
        f"{kept['by']} reads it again, then `checks sign {case.name} {kept['claim']}`"
    )


def of_claim(case: Case, claim: str) -> list[dict[str, Any]]:
    """The second readings of a claim as the record has them."""
    return [row for row in case.log.of("second") if row["claim"] == claim]


def said_in(row: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a second reading's row that its cell says."""
    return {name: row[name] for name in SAID_SECOND}


def _as_kept(case: Case, kept: Mapping[str, Any]) -> Second:
    """A second reading as the record has it, held to the rules, with the digest of what it rests on now."""
    words = {name: kept[name] for name in ("because", "blind", "searches")}
    grounds = [case.resolve(ref) for ref in kept["evidence"]]
    made = second(case, kept["claim"], kept["verdict"], evidence=grounds, **words)
    return replace(made, by=kept["by"], first=kept["first"])


def _differs(case: Case, row: Mapping[str, Any], first: Mapping[str, Any]) -> bool:
    """Whether a second reading differs from the conclusion, or did when it was first signed."""
    key = ("second", row["claim"], row["by"])
    begun = next(line.to for line in case.log.lines if line.key == key and line.to)
    return bool(row["verdict"] != first["verdict"] or begun["verdict"] != begun["first"])
