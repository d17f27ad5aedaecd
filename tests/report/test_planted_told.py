"""The section on planted errors: its numbers are those of the planting, and the same each time."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT
from hostile import hostile

from checks.case.folder import Case
from checks.case.planting.outcomes import plant
from checks.report.page import page
from checks.report.planted import PlantedErrors, planted_errors

LANDMINES = "2025-12-landmines"
HEADING = "How well would these checks have caught an error?"


def section(html: str) -> str:
    found = re.search(r'<section aria-labelledby="s_planted">.*?</section>', html, re.DOTALL)
    assert found
    return found[0]


def test_the_numbers_are_those_of_the_planting() -> None:
    found, told = plant(Case(LANDMINES, ROOT)), planted_errors(Case(LANDMINES, ROOT))
    assert told.planted == len(found.faults)
    assert told.caught == len(found.faults) - len(found.missed)
    assert len(told.missed) == len(found.missed)
    assert told == planted_errors(Case(LANDMINES, ROOT))
    html = section(page(Case(LANDMINES, ROOT)))
    assert HEADING in html
    assert f"<b>{told.caught} of {told.planted}</b>" in html
    for kind, number, caught, unsettled in told.rows:
        assert f"<tr><td>{kind}</td><td>{number}</td><td>{caught}</td><td>{unsettled}</td></tr>" in html
    assert f"Missed: {len(told.missed)}</summary>" in html
    assert f"of the {told.supported} findings" in html
    assert told.missed
    assert not [line for line in told.missed if "`" in "".join(line)]


def test_a_hundred_percent_is_said_only_where_none_was_missed() -> None:
    told = PlantedErrors([("a date moved", 1000, 999, 0)], [], [("a", "b", "c")], [], (), 3)
    assert told.percent == 99
    assert PlantedErrors([], [], [], [], (), 0).percent == 0


def test_a_case_with_nothing_supported_says_so(project: Path) -> None:
    path = project / "notebooks/start-here.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("case.ask(", "print("), encoding="utf-8")
    told = planted_errors(Case("start-here", project))
    assert told.rows == []
    assert "No finding is" in section(page(Case("start-here", project)))


def test_a_hostile_record_is_escaped_in_it(project: Path) -> None:
    html = section(page(Case(hostile(project), project)))
    assert "<script" not in html
    assert "<img" not in html
