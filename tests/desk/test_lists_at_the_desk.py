"""A list made at the desk: typed or uploaded, offered for a check at once, and taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import bridge, press, said, select, unfold

pytest.importorskip("anywidget", reason="THE DESK IS NOT TESTED: anywidget is not installed")

from checks.case.folder import open_case
from checks.case.verify import verify
from checks.desk import desk
from checks.desk.offers import columns_for
from checks.desk.sitting import Sitting

ROWS = "Ann Lee, mayor, holder, 2029-01-01, 2032-12-31\nBo Roe, mayor, holder, 2025-01-01, 2028-12-31"


@pytest.fixture
def sitting(project: Path) -> Sitting:
    sitting = desk(bridge(project))
    select(sitting, "Mayor Ann Lee signed the order")
    press(sitting.sentence.box, "Make a claim")
    form = sitting.claim_form
    sitting.assertable = ["person", "office", "on"]
    sitting.show()
    for name, value in {"person": "Ann Lee", "office": "mayor", "on": "5 May 2031"}.items():
        form.more.value = name
        form._field(name)[0].value = value
    return sitting


def fill_in(sitting: Sitting, rows: str) -> Any:
    adding = unfold(sitting.adding)
    adding.kind.value = "table"
    adding.rows.value, adding.title.value, adding.publisher.value = rows, "Mayors of the city", "The city"
    adding.retrieved.value, adding.obtained.value = "2031-05-07", "read on its page"
    return adding


def files(sitting: Sitting) -> dict[str, bytes]:
    folder = sitting.case.folder / "evidence"
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


def test_a_typed_list_is_a_register_and_offered_at_once(sitting: Sitting) -> None:
    before = files(sitting)
    sitting.asking.check.value = "held_office_on_date"
    adding = fill_in(sitting, ROWS)
    assert adding.columns.value == "person, office, capacity, start, end"
    press(adding.box, "Add it as a list")
    assert adding.wrong.value == "", said(adding.wrong.value)
    assert set(files(sitting)) == {"mayors-of-the-city.csv", "mayors-of-the-city.md"}
    assert [row.cells["person"] for row in sitting.case.register("mayors-of-the-city").rows] == ["Ann Lee", "Bo Roe"]
    assert verify(open_case(sitting.case.name), running=True).differences == []
    assert any(hit.ref == "mayors-of-the-city" for hit in sitting.evidence.hits)
    assert "held_office_on_date (register mayors-of-the-city)" in sitting.asking.check.options[0][0]
    sitting.asking.check.value = "fits 0"
    press(sitting.asking.box, "Ask")
    assert "supported" in said(sitting.asking.findings.told)
    added = sitting.undone[-2]
    sitting.undone.append(added)
    press(sitting.box, "Undo")
    assert "rests on it by now" in said(sitting.wrong.value)
    sitting.undone.pop()
    for _ in range(2):
        press(sitting.box, "Undo")
    assert sitting.wrong.value == "" and files(sitting) == before
    assert "mayors-of-the-city" not in sitting.asking._arguments["register"].options
    assert verify(open_case(sitting.case.name), running=True).differences == []


def test_a_list_that_cannot_be_read_names_the_row_and_leaves_nothing(sitting: Sitting) -> None:
    before = files(sitting)
    adding = fill_in(sitting, f"{ROWS}\nCy Doe, mayor, holder, May 2021,")
    press(adding.box, "Add it as a list")
    assert "Rows of the list: row 3: `start` is May 2021, which is no day" in said(adding.wrong.value)
    adding.rows.value = "Ann Lee, mayor, holder, 2029-01-01, 2030-01-01, more"
    press(adding.box, "Add it as a list")
    assert "Rows of the list: row 1: this row has 6 cells" in said(adding.wrong.value)
    adding.rows.value, adding.title.value = "", ""
    press(adding.box, "Add it as a list")
    assert "Title: state it" in said(adding.wrong.value)
    assert "data/cases" not in adding.wrong.value and files(sitting) == before


def test_a_list_is_uploaded_with_columns_of_its_own(sitting: Sitting) -> None:
    adding = fill_in(sitting, "")
    data = b"rule,exception,start,end\nNo lorries on the bridge,,2030-01-01,\n"
    file = {
        "name": "rules.csv", "type": "text/csv", "size": len(data), "content": memoryview(data),
        "last_modified": datetime(2031, 5, 7, tzinfo=UTC),
    }  # fmt: skip
    adding.upload.set_trait("value", (file,))
    press(adding.box, "Add it as a list")
    assert adding.wrong.value == "", said(adding.wrong.value)
    assert sitting.case.register("mayors-of-the-city").rows[0].cells["rule"] == "No lorries on the bridge"


def test_the_columns_are_those_that_the_check_says() -> None:
    from checks.case.catalogue import check_named

    assert columns_for(check_named("rule_was_in_force")) == "rule, exception, start, end"
    assert columns_for(check_named("party_to_treaty_on_date")) == "party, act, start, end"
    assert columns_for(check_named("organisation_is_right")) == "body, relation, of, start, end"
    assert columns_for(None) == columns_for(check_named("total_adds_up")) == "person, office, capacity, start, end"
