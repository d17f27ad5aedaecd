"""Conclusions under a name: drawn, kept, and signed afresh when what they rest on has changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checks.case.asking import reference
from checks.case.claims import ARTICLE, assertion
from checks.case.conclusions import digest, hold_to_the_rules
from checks.case.errors import CaseError, Differs, nearest
from checks.case.log import disputed
from checks.case.nouns import Conclusion, Evidence, Search
from checks.case.record import who
from checks.case.rows import row_of, said_in

if TYPE_CHECKING:
    from checks.case.folder import Case


def conclusion(
    case: Case, claim: str, verdict: str, *, because: str, evidence: Sequence[Evidence] = (),
    searches: Sequence[str] = (), **more: str,
) -> Conclusion:  # fmt: skip
    """A conclusion held to the rules, with the digest of what it rests on now, not yet signed."""
    looked = searches_named(case, claim, searches)
    refs = tuple(reference(item) for item in evidence)
    said = Conclusion(claim, verdict, because, "", "", refs, tuple(searches), **more)
    hold_to_the_rules(said, verdicts_found(case, claim), evidence, looked)
    return replace(said, rests_on=resting_on(case, claim, evidence, looked))


def resting_on(case: Case, claim: str, evidence: Sequence[Evidence], looked: Sequence[Search]) -> str:
    """The digest of what a person's word on a claim rests on now: its reading, its findings, and the grounds given."""
    findings = [row for row in case.log.of("finding") if row["claim"] == claim]
    found = {ref for row in findings for ref in row["evidence"]}
    grounds = [case.resolve(ref) for ref in sorted(found)] + list(evidence)
    of = case.claims[claim]
    asserted = {name: assertion(case.claims, of, name)[0] for name in of.asserts}
    return digest(of, asserted, findings, grounds, looked)


def verdicts_found(case: Case, claim: str) -> list[str]:
    """What the findings on a claim came to."""
    return [row["verdict"] for row in case.log.of("finding") if row["claim"] == claim]


def searches_named(case: Case, claim: str, searches: Sequence[str]) -> list[Search]:
    """Logged searches by their ids. Raises `CaseError` for one that was not logged."""
    known: dict[str, dict[str, Any]] = {row["id"]: row for row in case.log.of("search")}
    for id in searches:
        if id not in known:
            raise CaseError(f"no search `{id}` was logged: {nearest(id, known)}", id=claim)
    return [case.search(**known[id]) for id in searches]


def conclude(case: Case, said: Conclusion) -> Conclusion:
    """Keeps a conclusion under the name of who writes, or finds it kept; frozen, it must be.

    Raises `Differs` where one in the same words was signed on other grounds, and `CaseError` where who writes has read
    the claim as the second.
    """
    log, claim = case.log, said.claim
    kept = log.rows.get(("conclusion", claim))
    same = kept is not None and said_in(kept) == said_in(row_of(said)[1])
    if same and kept and kept["rests_on"] != said.rests_on:
        raise Differs(unsigned(case, kept), id=claim)
    versions = disputed(log).get(("conclusion", claim), ())
    if any(line.to and said_in(line.to) == said_in(row_of(said)[1]) for line in versions):
        raise Differs(
            "two branches conclude this differently, and this cell says one of the two: if it is the right one, "
            f"`checks sign {case.name} {claim}`",
            id=claim,
        )
    if case.frozen and not same:
        raise Differs("this conclusion is not the one kept: `checks run` keeps it", id=claim)
    if kept is not None and same:
        return replace(said, by=str(kept["by"]))
    said = replace(said, by=who(case.folder))
    _hold_first(case, said)
    key, row = row_of(said)
    case.record.put("conclusion", key, claim, row)
    return said


def sign(case: Case, claim: str) -> str:
    """Signs afresh what who writes has said of a claim, in its own words, on what it rests on now; says what was done.

    Who has read the claim as the second signs that reading; everybody else signs the conclusion.
    """
    from checks.case import readers

    log, name = case.log, who(case.folder)
    if claim != ARTICLE:
        case.claims[claim]  # raises where there is none
    if ("second", claim, name) in log.rows:
        return readers.sign(case, log.rows["second", claim, name])
    kept = log.rows.get(("conclusion", claim))
    if kept is None:
        raise CaseError("there is no conclusion to sign: write `case.conclude(…)` in a notebook", id=claim)
    if ("conclusion", claim) in disputed(log):  # a merge: what counts is what the cell now says
        kept = {**kept, **_cell_of(case, claim), "rests_on": ""}
    now = conclusion_kept(case, kept)
    if now.rests_on == kept["rests_on"]:
        return f"{claim}: nothing it rests on has changed since {kept['by']} signed it"
    signed = replace(now, by=name)
    key, row = row_of(signed)
    case.record.put("conclusion", key, claim, row, why="signed afresh")
    return f"{claim}: {signed.verdict}, signed by {signed.by} on what it rests on now"


def conclusion_kept(case: Case, kept: Mapping[str, Any]) -> Conclusion:
    """A conclusion as the record has it, held to the rules, with the digest of what it rests on now."""
    words = {name: kept[name] for name in ("because", "searches", "despite", "fix", "query", "needs")}
    grounds = [case.resolve(ref) for ref in kept["evidence"]]
    return conclusion(case, kept["claim"], kept["verdict"], evidence=grounds, **words)


def is_stale(case: Case, kept: Mapping[str, Any]) -> bool:
    """Whether what a conclusion rests on is other than when it was signed, gone, or no longer bears it."""
    try:
        return bool(conclusion_kept(case, kept).rests_on != kept["rests_on"])
    except CaseError:
        return True


def unsigned(case: Case, kept: Mapping[str, Any]) -> str:
    """The sentence for a conclusion whose grounds have changed."""
    return (
        f"what this conclusion ({kept['verdict']}) rests on has changed since {kept['by']} signed it: "
        f"read it again, then `checks sign {case.name} {kept['claim']}`"
    )


def _hold_first(case: Case, said: Conclusion) -> None:
    if ("second", said.claim, said.by) in case.log.rows:
        raise CaseError(
            f"{said.by} has read this as the second: the conclusion is for somebody else to change, and "
            "`case.settle(…)` keeps why",
            id=said.claim,
        )


def _cell_of(case: Case, claim: str) -> dict[str, Any]:
    from checks.case.verify import Verification, made_by_cells

    made = made_by_cells(case, Verification())
    if ("conclusion", claim) not in made:
        raise CaseError("no cell concludes this: write one that says which of the two is right", id=claim)
    return made["conclusion", claim][1]
