"""Which checks fit a claim, with the evidence that each would be given: found by trying, and kept nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checks.case.catalogue import check_named
from checks.case.claims import ARTICLE
from checks.case.errors import CaseError
from checks.case.lookup import Hit, look_up, registers
from checks.case.nouns import Claim, Fact, Verdict
from checks.reading.fitting import needs

if TYPE_CHECKING:
    from checks.case.folder import Case

MOST = 8  # more would bury those that fit best
LOOKED_AT = 12  # hits whose facts and documents are tried
TRIED = 24  # ways to ask one check
OFFERED = 2  # of them
_YEAR = re.compile(r"\b(?:1[5-9]|2[01])\d\d\b")


@dataclass(frozen=True)
class Fitting:
    """A check that fits: `given` names its evidence as the record does, `line` is the cell, `why` says what fits."""

    check: str
    given: Mapping[str, str]
    line: str
    why: str


def fitting(case: Case, claim: Claim) -> list[Fitting]:
    """The checks that fit what a claim asserts, those first of which it states most.

    One that needs passages alone fits where it decides something.
    """
    hits = look_up(case, f"{claim.words.exact} {claim.says}", LOOKED_AT)
    found = [one for check, needed in needs().items() for one in _ways(case, claim, check, needed, hits)]
    return sorted(found, key=lambda one: (-_stated(one, claim), one.check))[:MOST]


def _ways(
    case: Case, claim: Claim, check: str, needed: Sequence[tuple[str, str]], hits: Sequence[Hit]
) -> Iterator[Fitting]:
    """The ways to ask a check of a claim that states at least one of its arguments, or all but what evidence fills."""
    missing = [(name, kind) for name, kind in needed if name not in claim.asserts]
    stated = [name for name, _ in needed if name in claim.asserts]
    if not stated and not all("Passage" in kind for _, kind in missing):
        return  # facts and registers say nothing of a claim that states nothing of theirs
    ways: list[dict[str, str]] = [{}]
    for name, kind in missing:
        choices = [ref for ref in _choices(case, name, kind, hits) if _may_be_of(case, claim, ref)]
        ways = [{**way, name: ref} for way in ways for ref in choices]
    told = f"the claim states {', '.join(stated)}" if stated else "this evidence has words of the claim"
    answers = [(way, _answer(case, claim, check, way)) for way in ways[:TRIED]]
    decided = [way for way, answer in answers if answer not in ("", Verdict.UNSETTLED)]
    unsettled = [way for way, answer in answers if answer == Verdict.UNSETTLED and stated]
    for way in [*decided, *unsettled][:OFFERED]:
        yield Fitting(check, way, _line(claim.id, check, way), told)


def _choices(case: Case, name: str, kind: str, hits: Sequence[Hit]) -> list[str]:
    """What could stand for an argument that the claim does not state."""
    if name == ARTICLE:
        return [ARTICLE]
    if kind == "Register":
        return registers(case)
    kinds = set(kind.removeprefix("Sequence[").removesuffix("]").split(" | "))
    documents = list(dict.fromkeys(hit.ref.partition("#")[0].partition("“")[0] for hit in hits))
    found: list[str] = []
    if "Passage" in kinds:
        found = [hit.ref for hit in hits if "“" in hit.ref][:3]
    elif "Fact" in kinds:
        found = list(dict.fromkeys(hit.ref for hit in hits if "#" in hit.ref.partition("“")[0]))[:6]
    elif "Document" in kinds:
        found = [id for id in documents if id in case.documents][:3]
    return [f"[{ref}]" for ref in found] if kind.startswith("Sequence[") else found


def _may_be_of(case: Case, claim: Claim, ref: str) -> bool:
    """Whether a fact can be of the same time as the claim: a figure of another year agrees with nothing."""
    fact = None if ref.startswith("[") or ref in case.documents else case.resolve(ref)
    if not isinstance(fact, Fact) or not claim.asserts:
        return True
    stated = set(_YEAR.findall(" ".join(map(str, claim.asserts.values()))))
    told = set(_YEAR.findall(f"{fact.about} {fact.at or ''}"))
    return not stated or not told or bool(stated & told)


def _answer(case: Case, claim: Claim, check: str, way: Mapping[str, str]) -> str:
    """The verdict of a check so asked; empty where it cannot be asked so."""
    try:
        given = {name: _named(case, ref) for name, ref in way.items()}
        return case.answer(claim.id, check_named(check), given).verdict
    except (CaseError, KeyError):  # a register of other columns
        return ""


def _named(case: Case, ref: str) -> Any:
    return [case.resolve(ref[1:-1])] if ref.startswith("[") else case.resolve(ref)


def _stated(one: Fitting, claim: Claim) -> int:
    return sum(name in claim.asserts for name, _ in needs()[one.check])


def _line(claim: str, check: str, way: Mapping[str, str]) -> str:
    given = "".join(f", {name}={ref}" for name, ref in way.items())
    return f"case.ask({json.dumps(claim)}, {check}{given})"
