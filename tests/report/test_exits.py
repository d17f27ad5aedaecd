"""The picture of exits: the same bytes twice, everything on it in words, and the table beneath."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.case.errors import Unfit
from checks.case.folder import Case
from checks.case.nouns import Register, Row, When
from checks.report.exits import COLUMNS, exits, exits_table

SPAN = When.parse("2024-06/2026-02")


def register(*acts: tuple[str, str, str]) -> Register:
    """A register of acts: party, act, day."""
    rows = [
        Row(
            "river-pact",
            f"row-{number}",
            {"party": party, "act": act, "start": day, "end": day, "words": "", "source_url": ""},
            When.parse(day),
            When.parse("2030-06-01"),
            "primary",
        )
        for number, (party, act, day) in enumerate(acts)
    ]
    columns = {"party": "the state", "act": "what it did"}
    return Register("river-pact", "Acts on a river pact", "", "primary", When.parse("2020/2030"), columns, {}, rows)


def test_all_that_is_drawn_is_also_said_and_stands_in_the_table(project: Path) -> None:
    acts = Case("2025-12-landmines", project).register("mine-ban-treaty")
    said = repr(exits(acts, between=SPAN, marks={"claimed": When.parse("2024-07")}))
    beneath = exits_table(acts, between=SPAN)
    assert list(beneath.columns) == COLUMNS
    left = {row.cells["party"] for row in acts.rows if row.cells["act"] == "withdrawn"}
    assert set(beneath["party"]) == left
    assert len(left) == 5
    for _, row in beneath.iterrows():
        assert f"{row['party']}: notified {row['notified']}, in effect {row['in effect']}" in said
    assert "claimed: July 2024" in said


def test_an_exit_may_lack_its_effect_or_its_notice_and_a_party_may_leave_twice() -> None:
    acts = register(
        ("Ruvia", "in force", "2021-01-01"),
        ("Ruvia", "notified", "2022-01-01"),
        ("Ruvia", "withdrawn", "2022-07-01"),
        ("Ruvia", "notified", "2024-03-05"),
        ("Oster", "withdrawn", "2023-02-01"),
    )
    between = When.parse("2021/2025")
    told = repr(exits(acts, between=between, marks={})).splitlines()[1:]
    assert told == [
        "Ruvia: notified 1 January 2022, in effect 1 July 2022",
        "Oster: no notice in the register, in effect 1 February 2023",
        "Ruvia: notified 5 March 2024, no effect in the register",
    ]
    assert list(exits_table(acts, between=between)["still bound for"]) == ["181 days", "", ""]
    assert len(exits_table(acts, between=When.parse("2023/2025"))) == 2


def test_a_register_without_exits_is_refused() -> None:
    with pytest.raises(Unfit, match="no exit"):
        exits(register(("Ruvia", "in force", "2021-01-01")), between=When.parse("2021/2025"), marks={})
    with pytest.raises(Unfit, match="both its ends"):
        exits(register(("Ruvia", "notified", "2021-01-01")), between=When.parse("2021/.."), marks={})
    offices = Register("offices", "Offices", "", "primary", When.parse("2020/2030"), {"person": "who"}, {}, [])
    with pytest.raises(Unfit, match="party and act"):
        exits(offices, between=When.parse("2021/2025"), marks={})
