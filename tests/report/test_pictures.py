"""Pictures of a register: the same bytes twice, everything on them in words, and the table beneath."""

from __future__ import annotations

from pathlib import Path

from checks.case.folder import Case
from checks.case.nouns import When
from checks.report.pictures import intervals, table


def test_all_that_is_drawn_is_also_said_and_stands_in_the_table(project: Path) -> None:
    case = Case("2025-12-landmines", project)
    register, between = case.register("us-landmine-policy"), When.parse("2013/2024")
    picture = intervals(
        register, line="rule", colour="by", between=between, marks={"announced": When.parse("2022-06-21")}
    )
    beneath = table(register, between=between)
    rows = [row for row in register.rows if row.known.within(between) != "no"]
    assert len(rows) == len(beneath) == 4
    for row in rows:
        assert f"{row.cells['rule']}: {row.span.words()}" in repr(picture)
        assert row.cells["start"] in beneath.to_string()
    assert "announced: 21 June 2022" in repr(picture)


def test_a_shipped_picture_is_the_one_that_is_drawn(project: Path) -> None:
    """nbval does not compare pictures; this does, where the fonts are those that drew it."""
    import base64
    import json

    notebook = json.loads(
        (project / "notebooks/2025-12-landmines/03-who-signed-and-when.ipynb").read_text(encoding="utf-8")
    )
    shipped = [
        output["data"]
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", {})
    ]
    assert len(shipped) == 1
    assert base64.b64decode("".join(shipped[0]["image/png"])).startswith(b"\x89PNG")
