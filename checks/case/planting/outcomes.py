"""`plant`: the faults and twins of a case, planted one at a time and in memory, and what its checks made of each."""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from checks.case.asking import asked_with
from checks.case.catalogue import check_named
from checks.case.cells import cells
from checks.case.claims import ARTICLE, assertion, whole
from checks.case.errors import CaseError
from checks.case.nouns import Finding, Row, Verdict
from checks.case.planting.asked import Asked
from checks.case.planting.elsewhere import caught_by
from checks.case.planting.naming import names
from checks.case.planting.truth import is_false
from checks.case.planting.values import Planted, faults_in_values, twins_of_values
from checks.case.planting.wordings import faults_in_words, twins_of_words
from checks.reading.faults.parts import Kind, TwinKind

if TYPE_CHECKING:
    from checks.case.folder import Case

SEED = 1
EACH = 3  # faults of one kind in one place
KINDS: tuple[str, ...] = get_args(Kind)
TWIN_KINDS: tuple[str, ...] = get_args(TwinKind)
_WORSE = (Verdict.CONTRADICTED, Verdict.MISLEADING, Verdict.UNSETTLED)
_BODY = re.compile(r"[\w ’'-]+")  # a comma or a bracket would make it more than a name, a dot an address


@dataclass(frozen=True)
class Outcome:
    """What became of one fault or twin: the verdict (empty where the check could not be asked), and the reason.

    `named` tells whether the reason names the changed words, and `by` which other checks would have caught a miss.
    """

    claim: str
    check: str
    planted: Planted
    verdict: str
    reason: str
    named: bool
    by: tuple[str, ...] = ()

    @property
    def caught(self) -> bool:
        """The verdict is worse than *supported*, and the reason names the changed words."""
        return self.named and self.verdict in _WORSE

    @property
    def refuted(self) -> bool:
        """It is caught, and not only left unsettled."""
        return self.caught and self.verdict != Verdict.UNSETTLED

    @property
    def silent(self) -> bool:
        """The verdict is what it was."""
        return self.verdict == Verdict.SUPPORTED


@dataclass(frozen=True)
class Planting:
    """All that was planted into a case, how many supported findings it has, and those into which nothing was planted.

    `bare` names them as `claim: check`: no fault is known that would surely make them false.
    """

    faults: tuple[Outcome, ...]
    twins: tuple[Outcome, ...]
    supported: int
    bare: tuple[str, ...]

    @property
    def missed(self) -> list[Outcome]:
        """The faults that were not caught."""
        return [one for one in self.faults if not one.caught]

    @property
    def alarms(self) -> list[Outcome]:
        """The harmless twins that were not left alone."""
        return [one for one in self.twins if not one.silent]


def plant(case: Case, seed: int = SEED, seen: Callable[[int, int], None] = lambda at, of: None) -> Planting:
    """Plants faults and twins into every supported finding of a case, one at a time and in memory; nothing is written.

    A fault goes only where it is known to make the claim false by its evidence. The same seed plants the same; `seen`
    is told how many of the supported findings are done, of how many.
    """
    supported, others = _supported(case), _asserted(case)
    faults, twins, bare = list[Outcome](), list[Outcome](), list[str]()
    for number, (asked, finding) in enumerate(supported):
        seen(number, len(supported))
        some, alike = planted_into(asked, finding, others, seed)
        faults += some
        twins += alike
        if not some:
            bare.append(f"{asked.claim.id}: {asked.name}")
    seen(len(supported), len(supported))
    return Planting(tuple(faults), tuple(twins), len(supported), tuple(bare))


def planted_into(
    asked: Asked, finding: Finding, others: Mapping[str, Sequence[str]], seed: int = SEED
) -> tuple[list[Outcome], list[Outcome]]:
    """The faults and the twins planted into one supported finding; `others` are other values to swap in, by name."""
    rows = [one for one in finding.evidence if isinstance(one, Row)]
    every = [*faults_in_values(asked, rows, others), *faults_in_words(asked, finding, others)]
    chosen = list(_chosen(every, seed))
    alike = [*twins_of_values(asked, rows), *twins_of_words(asked, finding)]
    alike.sort(key=lambda one: _draw(one, seed))
    faults = [_outcome(asked, one, fault=True) for one in chosen]
    return faults, [_outcome(asked, one, fault=False) for one in alike[: len(chosen)]]


def counted(outcomes: Sequence[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """What was planted, by kind, in the order of the kinds."""
    groups = ((kind, [one for one in outcomes if one.planted.kind == kind]) for kind in (*KINDS, *TWIN_KINDS))
    return [(kind, group) for kind, group in groups if group]


def place(one: Outcome) -> str:
    """Where a fault was planted, and which words for which."""
    words, now = (f"“{text}”" if text else "nothing" for text in (one.planted.was, one.planted.becomes))
    return f"{one.check}: {one.planted.kind} in {one.planted.where}, {now} for {words}"


def why_missed(one: Outcome) -> str:
    """Why a fault counts as missed, and which check of the catalogue would have caught it, in a sentence."""
    if not one.verdict:
        why = f"it could not be asked: {one.reason}"
    elif one.silent:
        why = "the verdict stayed supported"
    else:
        why = f"the verdict is {one.verdict}, but the reason does not name the changed words: {one.reason}"
    also = " and ".join(f"`{name}`" for name in one.by)
    return f"{why.rstrip('.')}; {f'{also} would have caught it' if also else 'no other check that fits catches it'}."


def _supported(case: Case) -> list[tuple[Asked, Finding]]:
    """The supported findings that are kept, as the notebooks ask them, where they still come out so."""
    rows = [row for row in case.log.of("finding") if row["verdict"] == "supported"]
    kept = {(row["claim"], row["check"], row["asked"]) for row in rows}
    found: dict[tuple[str, str, str], tuple[Asked, Finding]] = {}
    for cell in cells(case.notebooks, case.root):
        if cell.method != "ask":
            continue
        try:
            args, more = cell.arguments(case, check_named)
            bound = inspect.signature(case.ask).bind(*args, **more).arguments
            claim = whole(case.article) if bound["claim"] == ARTICLE else case.claims[bound["claim"]]
            asked = Asked(case.claims, claim, bound["check"], bound.get("given", {}))
            key = (claim.id, asked.name, asked_with(asked.given))
            if key in kept and key not in found:
                found[key] = (asked, asked.answer())
        except (CaseError, TypeError):
            continue  # `verify` names it
    return [(asked, finding) for asked, finding in found.values() if finding.verdict is Verdict.SUPPORTED]


def _asserted(case: Case) -> dict[str, list[str]]:
    """What the claims of a case assert, by name, and its publishers: another's name is then one that the case has."""
    found: dict[str, list[str]] = {}
    for claim in case.claims.of.values():
        for name in claim.asserts:
            found.setdefault(name, []).append(assertion(case.claims, claim, name)[0])
    found["organisation"] = [one.publisher for one in case.documents.values() if _BODY.fullmatch(one.publisher)]
    return {name: list(dict.fromkeys(values)) for name, values in found.items()}


def _chosen(found: Iterable[Planted], seed: int) -> Iterator[Planted]:
    """A few of each kind in each place, by the seed alone, of those that are known to make the claim false."""
    groups: dict[tuple[str, str], list[Planted]] = {}
    for one in found:
        groups.setdefault((one.where, one.kind), []).append(one)
    for group in groups.values():
        taken = 0
        for one in sorted(group, key=lambda one: _draw(one, seed)):
            if taken < EACH and (one.by_words or is_false(one.asked)):
                taken += 1
                yield one


def _draw(one: Planted, seed: int) -> str:
    """What a fault is drawn by: a digest, so that the same are drawn on every machine."""
    return hashlib.sha256("\0".join([str(seed), one.kind, one.where, one.was, one.becomes]).encode()).hexdigest()


def _outcome(asked: Asked, one: Planted, fault: bool) -> Outcome:
    try:
        finding = one.asked.answer()
        verdict, reason, named = str(finding.verdict), finding.reason, names(one, finding.reason)
    except CaseError as error:
        verdict, reason, named = "", error.what, False
    made = Outcome(asked.claim.id, asked.name, one, verdict, reason, named)
    if not fault or made.caught:
        return made
    return Outcome(asked.claim.id, asked.name, one, verdict, reason, named, caught_by(asked, one))
