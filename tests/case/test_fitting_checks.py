"""The checks that are offered for a claim: each can be asked as it is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.case.asking import reference
from checks.case.catalogue import check_named
from checks.case.fitting import MOST, OFFERED, fitting
from checks.case.folder import Case
from checks.case.nouns import Verdict
from checks.desk.offers import evidence_named
from checks.desk.state import State

CASE = "2034-03-school-budget"


def offered(project: Path, claim: str) -> list[tuple[str, dict[str, str]]]:
    case = Case(CASE, project)
    return [(found.check, dict(found.given)) for found in fitting(case, case.claims[claim])]


@pytest.mark.parametrize(
    ("claim", "check", "given"),
    [
        ("corravel-chairs-finance", "held_office_on_date", {"register": "tessenby-offices"}),
        ("the-school-is-finished", "quotation_is_verbatim", {"source": "council-minutes-2034-03-07"}),
        ("share-grows-by-2-percent", "percentage_follows", {}),
        ("parts-of-the-budget", "total_adds_up", {}),
    ],
)
def test_the_check_that_was_asked_is_offered_with_its_evidence(
    project: Path, claim: str, check: str, given: dict[str, str]
) -> None:
    found = dict(offered(project, claim)[::-1])
    assert given.items() <= found[check].items()


def test_whatever_is_offered_can_be_asked_and_says_so_in_its_line(project: Path) -> None:
    state = State(Case(CASE, project))
    for claim in state.case.claims.of.values():
        found = fitting(state.case, claim)
        assert len(found) <= MOST
        for one in found:
            given = {name: evidence_named(state, ref) for name, ref in one.given.items()}
            answer = state.case.answer(claim.id, check_named(one.check), given)
            assert one.line.startswith(f'case.ask("{claim.id}", {one.check}')
            assert {name: reference(item) for name, item in given.items()} == one.given
            if "states" not in one.why:
                assert answer.verdict != Verdict.UNSETTLED
            assert sum(other.check == one.check for other in found) <= OFFERED


def test_a_passage_that_speaks_of_a_claim_that_states_nothing_is_offered(project: Path) -> None:
    case = Case(CASE, project)
    claim = case.claims["quarry-lane-will-close"]
    bare = type(claim)(claim.id, claim.words, claim.says, claim.speaker)
    found = [one for one in fitting(case, bare) if one.check == "passage_supports"]
    assert found
    assert all(one.given["passages"].startswith("[") for one in found)
