"""The picture of a timeline: the same bytes twice, everything on it in words, and the table beneath."""

from __future__ import annotations

from pathlib import Path

from checks.case.folder import Case
from checks.reading.timeline.parts import CALENDAR, Limit, Statement
from checks.report.timelines import AS_READ, CANNOT, COLUMNS, HOLDS, UNDECIDED, lines_of, timeline, timeline_table


def test_all_that_is_drawn_is_also_said_and_stands_in_the_table(project: Path) -> None:
    case = Case("2025-12-landmines", project)
    offices = [case.register("us-offices")]
    picture, beneath = repr(timeline(case, registers=offices)), timeline_table(case, registers=offices)
    assert list(beneath.columns) == COLUMNS
    signed = beneath[beneath["source"] == "signed-15-january-2025"].iloc[0]
    assert signed["stated"] == "on 15 January 2025"
    assert signed["left by the others"] == "between 1 and 11 December 2025"
    assert signed["verdict"] == CANNOT
    assert f"{CANNOT}; between 1 and 11 December 2025" in picture
    assert "us-offices#hegseth-defense" in set(beneath["source"])
    for line in picture.splitlines()[1:]:
        assert line.partition(". ")[2].partition(":")[0].rstrip("…") in "\n".join(beneath["statement"])


def test_a_case_without_dates_has_an_empty_timeline(project: Path) -> None:
    article = project / "data" / "cases" / "2031-06-larkmere-mile" / "article.md"
    case = Case("2031-06-larkmere-mile", project)
    assert article.exists()
    assert timeline(case).png.startswith(b"\x89PNG")
    assert len(timeline_table(case)) >= 2


def dated(point: str, least: int | None, most: int | None, assumed: str = "") -> Statement:
    return Statement(
        f"{point} {least}", f"{point} was", ((Limit(CALENDAR, point, least, most),),), (), "article", assumed
    )


def test_each_statement_has_a_verdict_and_what_is_left_for_it() -> None:
    statements = [
        dated("a", 100, 100),
        dated("a", 200, None),
        dated("b", 300, 310),
        Statement("from b to c", "it is", ((Limit("b", "c", 5, 6),),)),
        dated("c", 290, 330),
        dated("d", 7, 7),
        dated("e", 1, 2, "that"),
        dated("e", 5, 6),
    ]
    lines = lines_of(statements, statements[:2])
    assert [line.verdict for line in lines] == [CANNOT, CANNOT, HOLDS, HOLDS, HOLDS, UNDECIDED, AS_READ, AS_READ]
    assert [line.left for line in lines[:5]] == [
        ((200, None),),
        ((100, 100),),
        ((284, 325),),
        ((-20, 30),),
        ((305, 316),),
    ]
    assert lines[5].left == ()


def test_nothing_is_drawn_of_nothing() -> None:
    assert lines_of([], []) == []
    assert lines_of([Statement("soon", "it is", ())], []) == [lines_of([Statement("soon", "it is", ())], [])[0]]
