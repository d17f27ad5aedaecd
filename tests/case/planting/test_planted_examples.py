"""Known errors planted into the examples of the catalogue, on subjects of all kinds: what is caught there too."""

from __future__ import annotations

from functools import cache

import pytest
from examples import Example, examples

from checks.case.catalogue import check_names
from checks.case.nouns import Verdict
from checks.case.planting.outcomes import Outcome, place, planted_into, why_missed
from checks.case.planting.truth import is_false

EXAMPLES = [one for name in check_names() for one in examples(name) if not one.known_wrong]
SUPPORTED = [one for one in EXAMPLES if one.finds == "supported"]
OTHERS = {"speaker": ["Ada Brock", "Tomas Vell"], "organisation": ["Northern Rail Board", "Cormorant Trust"]}


@cache
def planted() -> tuple[list[Outcome], list[Outcome]]:
    faults: list[Outcome] = []
    twins: list[Outcome] = []
    for one in SUPPORTED:
        asked = one.asked()
        some, alike = planted_into(asked, asked.answer(), OTHERS)
        faults += some
        twins += alike
    return faults, twins


def test_most_faults_are_caught_and_the_twins_are_silent() -> None:
    faults, twins = planted()
    missed = [f"{place(one)}: {why_missed(one)}" for one in faults if not one.caught]
    assert len(faults) >= 200
    assert len(missed) <= 0.15 * len(faults), missed
    assert len(twins) >= 140
    assert sum(one.silent for one in twins) >= 0.95 * len(twins), [place(one) for one in twins if not one.silent]


@pytest.mark.parametrize("example", SUPPORTED, ids=lambda one: f"{one.check}: {one.title}")
def test_what_is_supported_is_not_taken_for_false(example: Example) -> None:
    assert not is_false(example.asked())
    assert example.asked().answer().verdict is Verdict.SUPPORTED


def test_what_is_contradicted_in_figures_and_dates_is_mostly_known_to_be_false() -> None:
    ruled = [one for one in EXAMPLES if one.finds == "contradicted" and one.check in RULED]
    assert sum(is_false(one.asked()) for one in ruled) >= 0.6 * len(ruled), [
        f"{one.check}: {one.title}" for one in ruled if not is_false(one.asked())
    ]


RULED = (
    "held_office_on_date", "rule_was_in_force", "party_to_treaty_on_date", "happened_on_date", "happened_in_that_order",
    "weekday_matches_date", "dates_add_up", "figures_agree", "percentage_follows", "total_adds_up",
    "is_first_of_its_kind", "source_came_first",
)  # fmt: skip


def test_what_is_left_unsettled_is_hardly_ever_taken_for_false() -> None:
    open_ = [one for one in EXAMPLES if one.finds == "unsettled" and one.check in RULED]
    wrong = [f"{one.check}: {one.title}" for one in open_ if is_false(one.asked())]
    assert len(wrong) <= 0.1 * len(open_), wrong
