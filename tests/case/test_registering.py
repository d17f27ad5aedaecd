"""A register of a typed table: it opens, it answers, it is sealed; or one sentence says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import held_office_on_date
from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.registering import new_register
from checks.case.verify import verify_case

LARKMERE = "2031-06-larkmere-mile"
TABLE = """\
Person,Office,capacity,start,end
Jonas Hale,Treasurer,holder,2026-01-01,2030-03-31
"Lindqvist, Marta",Treasurer,holder,2030-04-01,
Jonas Hale,Treasurer,acting,2025-06-01,2025-12-31
"""
GIVEN = {
    "title": "Treasurers", "publisher": "Larkmere Swimming Club", "standing": "primary", "obtained": "read by hand",
    "retrieved": "2031-06-21",
}  # fmt: skip


def made(project: Path, text: str, **given: str) -> Case:
    table = project / "treasurers.csv"
    table.write_text(text, encoding="utf-8")
    new_register(Case(LARKMERE, project), "treasurers", table, {**GIVEN, **given})
    return Case(LARKMERE, project)


def test_a_typed_table_answers_and_is_sealed(project: Path) -> None:
    case = made(project, TABLE)
    found = case.register("treasurers")
    assert [row.id for row in found.rows] == [
        "jonas-hale-treasurer",
        "lindqvist-marta-treasurer",
        "jonas-hale-treasurer-2",
    ]
    assert str(found.covers) == "2025-06-01/2031-06-21"
    assert found.rows[0].cells["source_url"] == "Larkmere Swimming Club"
    assert "treasurers" in " ".join(case.seals.read())
    assert not [line for line in verify_case(LARKMERE, project).differences if "treasurers" in line]
    asserted = {"person": "Jonas Hale", "office": "Treasurer", "on": "2028-05-01"}
    finding = case.trial("Club president", held_office_on_date, register=found, **asserted)
    assert "supported" in repr(finding)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "rows below it"),
        ("person,office\n", "rows below it"),
        ("person,office\nA,B\n", "add a column `start`"),
        ("person,start\nA,B,C\n", "treasurers.csv:2: this row has 3 cells"),
        ("person,start\nA,2029\n", "which is no day"),
        ("person,start,end\nA,2029-02-01,2028-01-01\n", "2028-01-01"),
        ("person,person,start\nA,B,2029-01-01\n", "each its own"),
        ('person,start\n"A,2029-01-01\n', "not a CSV row"),
    ],
)
def test_a_table_that_is_none_is_told_in_a_sentence_and_nothing_written(project: Path, text: str, says: str) -> None:
    before = {path: path.read_bytes() for path in (project / "data").rglob("*") if path.is_file()}
    with pytest.raises(CaseError) as told:
        made(project, text)
    assert says in str(told.value)
    assert {path: path.read_bytes() for path in (project / "data").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("id", ["us-offices", "larkmere-club-offices", "record-certificate", "No", "../x"])
def test_a_name_that_is_taken_or_none(project: Path, id: str) -> None:
    table = project / "treasurers.csv"
    table.write_text(TABLE)
    with pytest.raises(CaseError):
        new_register(Case(LARKMERE, project), id, table, GIVEN)
