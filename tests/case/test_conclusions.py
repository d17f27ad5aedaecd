"""What a conclusion needs that no check decides, and what an article leaves out: kept, held to rules, and shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checks import happened_on_date
from checks.case.errors import CaseError, Differs
from checks.case.folder import Case
from checks.case.log import line_bytes, read_log
from checks.case.running import run
from checks.case.verify import verify, verify_case
from checks.report.page import page

LARKMERE = "2031-06-larkmere-mile"
pytestmark = pytest.mark.usefixtures("one_notebook")
CELL = """case.unsaid(
    "The lake was closed the day before.",
    id="closed-before",
    evidence=[case.evidence("club-bulletin-2031-06-18")],
)"""


def with_cell(project: Path, source: str) -> Path:
    path = project / "notebooks" / LARKMERE / "02-check-the-claims.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    cell = {
        **[c for c in book["cells"] if c["cell_type"] == "code"][-1],
        "id": "added",
        "outputs": [],
        "source": [source],
    }
    book["cells"].append(cell)
    path.write_text(json.dumps(book), encoding="utf-8")
    return path


def test_what_the_article_leaves_out_is_kept_with_its_cell_and_goes_with_it(project: Path) -> None:
    path = with_cell(project, CELL)
    assert any(
        "what this cell says is not in the record" in line for line in verify_case(LARKMERE, project).differences
    )
    run(LARKMERE, project, lambda *_: None)
    assert verify_case(LARKMERE, project).differences == []
    case = Case(LARKMERE, project)
    assert [row["id"] for row in case.log.of("unsaid")] == ["closed-before"]
    shown = page(case)
    assert "What the article leaves out" in shown
    assert "The lake was closed the day before." in shown

    path.write_text(path.read_text(encoding="utf-8").replace("the day before", "for a week"), encoding="utf-8")
    assert any("says is now" in line for line in verify_case(LARKMERE, project).differences)
    book = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**book, "cells": book["cells"][:-1]}), encoding="utf-8")
    assert any("no cell says this any more" in line for line in verify_case(LARKMERE, project).differences)
    run(LARKMERE, project, lambda *_: None)
    assert Case(LARKMERE, project).log.of("unsaid") == []


def test_what_the_article_leaves_out_needs_a_source_that_can_bear_it(project: Path) -> None:
    case = Case(LARKMERE, project)
    for evidence in ([], [case.article]):
        with pytest.raises(CaseError, match="must stand in a source that can bear it"):
            case.unsaid("It rained.", id="rain", evidence=evidence)
    with pytest.raises(CaseError, match="say in a sentence"):
        case.unsaid(" ", id="rain", evidence=[case.evidence("club-bulletin-2031-06-18")])


def test_frozen_it_is_compared_and_not_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    case = Case(LARKMERE, project)
    with pytest.raises(Differs, match="this was never kept"):
        case.unsaid("It rained.", id="rain", evidence=[case.evidence("club-bulletin-2031-06-18")])


def test_a_check_is_needed_only_where_none_decides(project: Path) -> None:
    case = Case(LARKMERE, project)
    rows = {row["claim"]: row["verdict"] for row in case.log.of("conclusion")}
    opinion = next(claim for claim, verdict in rows.items() if verdict == "opinion")
    decided = next(row["claim"] for row in case.log.of("finding") if row["verdict"] != "unsettled")
    for claim, verdict in ((opinion, "opinion"), (decided, rows[decided])):
        with pytest.raises(CaseError, match="none is missing here"):
            case.conclude(claim, verdict, because="So it is.", needs="a check of it")
    assert decided not in set(case.undecided()["claim"])
    assert happened_on_date.__doc__


def test_a_log_from_before_a_check_was_needed_is_still_read(project: Path) -> None:
    """The logs of the shipped cases hold such lines; a conclusion kept then needs no new signature."""
    case = Case(LARKMERE, project)
    lines = case.record.path.read_bytes().splitlines()
    old = [
        line
        for line in map(json.loads, lines)
        if line["what"] == "conclusion" and "needs" not in (line["to"] or line["from"])
    ]
    assert old
    assert all(row["needs"] == "" for row in case.log.of("conclusion"))
    assert read_log(line_bytes(old[0]), "log").rows
    assert verify(case).differences == []


def test_a_conclusion_of_such_a_log_can_be_drawn_afresh(project: Path) -> None:
    """The line that replaces it tells the old one as a line is written, so that the log is read again."""
    case = Case(LARKMERE, project)
    old = next(row for row in case.log.of("conclusion") if row["verdict"] == "opinion")
    case.conclude(old["claim"], "opinion", because="A matter of taste, in other words.")
    kept = Case(LARKMERE, project).log.rows["conclusion", old["claim"]]
    assert kept["because"] == "A matter of taste, in other words."
    assert kept["because"] != old["because"]
