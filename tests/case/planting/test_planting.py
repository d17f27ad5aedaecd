"""Known errors planted into the shipped cases: at least 85 of 100 are caught, none by an error, and twins are silent."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest
from conftest import CASES, ROOT

from checks.case.catalogue import check_names
from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.nouns import Verdict
from checks.case.planting.outcomes import EACH, KINDS, Outcome, Planting, counted, place, plant, why_missed

BUDGET = "2034-03-school-budget"


@cache
def planted(case: str, seed: int = 1) -> Planting:
    return plant(Case(case, ROOT), seed)


def told(outcomes: tuple[Outcome, ...]) -> list[tuple[str, str, str]]:
    return [(place(one), one.verdict, one.reason) for one in outcomes]


def every(seed: int) -> list[Outcome]:
    return [one for case in CASES for one in planted(case, seed).faults]


@pytest.mark.parametrize("seed", [1, 2])
def test_most_faults_are_caught_and_the_twins_are_silent(seed: int) -> None:
    faults = every(seed)
    twins = [one for case in CASES for one in planted(case, seed).twins]
    missed = [f"{place(one)}: {why_missed(one)}" for one in faults if not one.caught]
    assert len(faults) >= 300
    assert len(missed) <= 0.15 * len(faults), missed
    assert sum(one.refuted for one in faults) >= 0.85 * len(faults), "unsettled is not enough of a catch"
    assert len(twins) >= 200
    assert sum(one.silent for one in twins) >= 0.95 * len(twins), [told((one,)) for one in twins if not one.silent]


def test_every_kind_that_is_promised_is_planted() -> None:
    assert {one.planted.kind for one in every(1)} == set(KINDS)


def test_no_kind_is_mostly_missed() -> None:
    for kind, group in counted(every(1)):
        assert sum(one.caught for one in group) >= 0.7 * len(group), (kind, told(tuple(group)))


@pytest.mark.parametrize("case", CASES)
def test_an_error_is_never_a_catch_and_each_miss_is_explained(case: str) -> None:
    found = planted(case)
    for one in found.faults:
        assert one.caught == (one.named and one.verdict in ("contradicted", "misleading", "unsettled"))
        assert not (one.caught and not one.verdict)
        assert set(one.by) <= set(check_names())
    for one in found.missed:
        assert why_missed(one).endswith("."), one
        assert one.planted.where in place(one)
    assert len({place(one) + one.claim for one in found.faults}) > 0.9 * len(found.faults)


@pytest.mark.parametrize("case", CASES)
def test_the_same_seed_plants_the_same_and_another_others(case: str) -> None:
    again = plant(Case(case, ROOT), 1)
    assert told(again.faults) == told(planted(case).faults)
    assert told(again.twins) == told(planted(case).twins)
    assert told(plant(Case(case, ROOT), 7).faults) != told(again.faults)


@pytest.mark.parametrize("case", CASES)
def test_faults_go_only_into_findings_that_are_supported(case: str) -> None:
    kept = {(row["claim"], row["check"]) for row in Case(case, ROOT).log.of("finding") if row["verdict"] == "supported"}
    found = planted(case)
    assert {(one.claim, one.check) for one in (*found.faults, *found.twins)} <= kept
    assert found.supported >= len(kept) - 1
    groups = {(one.claim, one.check, one.planted.where, one.planted.kind) for one in found.faults}
    assert len(found.faults) <= EACH * 2 * len(groups)  # one claim may be asked twice with other evidence


def test_nothing_is_written(project: Path) -> None:
    def digests() -> dict[str, str]:
        return {
            str(path): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(project.rglob("*"))
            if path.is_file()
        }

    before = digests()
    plant(Case(BUDGET, project))
    assert digests() == before


def test_how_far_it_is_is_told() -> None:
    seen: list[tuple[int, int]] = []
    found = plant(Case("start-here", ROOT), seen=lambda at, of: seen.append((at, of)))
    assert seen == [(number, found.supported) for number in range(found.supported + 1)]


def test_a_case_without_its_article_is_planted_all_the_same(project: Path) -> None:
    (project / "data/cases" / BUDGET / "article.md").unlink()
    found = plant(Case(BUDGET, project))
    assert found.faults
    assert not [one for one in found.faults if one.claim == "article"]


def test_a_finding_that_is_no_longer_so_is_left_out(project: Path) -> None:
    path = project / "data/cases" / BUDGET / "evidence/pupils-chart-2034-02-14.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2028,9780", "2028,9180").replace('value: "9780"', 'value: "9180"'), encoding="utf-8")
    found = plant(Case(BUDGET, project))
    assert "pupils-fell-6-8-percent" not in {one.claim for one in found.faults}
    assert found.faults


def test_a_check_that_cannot_be_asked_has_caught_nothing() -> None:
    one = next(one for one in every(1) if one.caught)
    failed = Outcome(one.claim, one.check, one.planted, "", "no such unit", True)
    assert not failed.caught
    assert not failed.silent
    assert why_missed(failed) == "it could not be asked: no such unit; no other check that fits catches it."
    elsewhere = Outcome(one.claim, one.check, one.planted, str(Verdict.SUPPORTED), "All is well.", False, ("a_check",))
    assert why_missed(elsewhere) == "the verdict stayed supported; `a_check` would have caught it."


def test_a_case_that_is_not_there_is_named() -> None:
    with pytest.raises(CaseError, match="there is no case"):
        plant(Case("2031-06-larkmere", ROOT))
