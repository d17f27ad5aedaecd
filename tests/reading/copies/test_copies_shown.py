"""Groups of copies as JSON, text, table and HTML: all of it there, in the exact keys, and nothing that could run."""

from __future__ import annotations

import json
import re

from checks.reading.copies.groups import groups
from checks.reading.copies.parts import Article, Change, Copy, Group
from checks.reading.copies.shown import (
    KEY,
    LEFT_OUT,
    NOT_CHANGED,
    NOT_TOLD,
    Copies,
    as_json,
    as_text,
    counted,
    drift_table,
)

FARE, DAY = ("figure", "12 percent", "21 percent"), ("date", "2 December", "15 January 2032")


def made(file: str, *told: tuple[str, str, str], origin: str = "") -> Copy:
    changed = [Change(file, kind, was, now) for kind, was, now in told]  # type: ignore[arg-type]
    return Copy(file, "first.txt", 0.912345, origin, "it has the words of `first.txt`", changed)


COPIES = (
    made("a.txt", FARE, DAY, origin="Levels News Service"),
    made("b.txt", FARE, ("name", "Mary Ellis", ""), ("figure", "", "40 ships")),
    made("c.txt"),
)
GROUP = Group(
    ("a.txt", "b.txt", "c.txt", "first.txt"), "first.txt", "it is dated 1 May 2031", COPIES,
    (Change("a.txt", *FARE), Change("b.txt", *FARE)),  # type: ignore[arg-type]
)  # fmt: skip
FILES = ["a.txt", "alone.txt", "b.txt", "c.txt", "first.txt"]


def test_json_has_the_keys_that_programs_ask_for() -> None:
    told = json.loads(json.dumps(as_json([GROUP], FILES)))
    assert (told["articles"], told["independent_sources"]) == (5, 2)
    [group] = told["groups"]
    assert {"articles", "first", "changed"} <= group.keys()
    assert group["articles"] == ["a.txt", "b.txt", "c.txt", "first.txt"]
    assert group["first"] == "first.txt"
    assert group["changed"][0] == {"file": "a.txt", "kind": "figure", "from": "12 percent", "to": "21 percent"}
    assert [one["file"] for one in group["changed"]] == ["a.txt", "a.txt", "b.txt", "b.txt", "b.txt"]
    assert group["copies"][0] == {
        "file": "a.txt", "of": "first.txt", "contained": 0.9123, "origin": "Levels News Service",
        "why": "it has the words of `first.txt`",
    }  # fmt: skip
    assert group["shared_errors"] == [group["changed"][0], group["changed"][2]]
    assert as_json([])["groups"] == []


def test_a_cluster_counts_once() -> None:
    assert counted([GROUP]) == (4, 1)
    assert counted([GROUP], FILES) == (5, 2)
    assert counted([], ["x", "y", "y"]) == (2, 2)
    assert as_text([GROUP], FILES).startswith("5 articles, 2 independent sources\n")
    assert as_text([], ["x", "y"]) == "2 articles, 2 independent sources: no two are copies of one story"
    assert as_text([], ["x"]).startswith("1 article, 1 independent source:")


def test_the_text_has_every_change_and_says_who_came_first_and_why() -> None:
    text = as_text([GROUP], FILES)
    assert "first: first.txt (it is dated 1 May 2031)" in text
    assert "declares Levels News Service; 2 changes" in text
    assert "figure: “12 percent” → “21 percent”" in text
    assert f"name: “Mary Ellis” {LEFT_OUT}" in text
    assert "figure: “40 ships” added" in text
    assert "c.txt: it has the words of `first.txt`; no fact changed" in text
    assert "shared error: figure: “12 percent” → “21 percent” in a.txt, b.txt" in text


def test_the_table_has_a_row_for_each_fact_and_a_column_for_each_article() -> None:
    columns, rows = drift_table(GROUP)
    assert columns == ("what", "first.txt", "a.txt", "b.txt", "c.txt")
    assert rows == [
        ("figure", "12 percent", "21 percent", "21 percent", NOT_CHANGED),
        ("date", "2 December", "15 January 2032", NOT_CHANGED, NOT_CHANGED),
        ("name", "Mary Ellis", NOT_CHANGED, LEFT_OUT, NOT_CHANGED),
        ("figure", NOT_TOLD, NOT_CHANGED, "40 ships", NOT_CHANGED),
    ]
    assert KEY.startswith(NOT_CHANGED)


def test_columns_leave_out_folders_unless_two_files_are_called_alike() -> None:
    copies = [Copy(file, "x/a.txt", 1.0, "", "", ()) for file in ("x/b.txt", "y/a.txt")]
    assert drift_table(Group((), "x/a.txt", "", copies[:1], ()))[0] == ("what", "a.txt", "b.txt")
    assert drift_table(Group((), "x/a.txt", "", copies, ()))[0] == ("what", "x/a.txt", "x/b.txt", "y/a.txt")


def test_nothing_in_a_notebook_can_run_and_no_order_reaches_a_terminal() -> None:
    bad = "<script>alert(1)</script>\x1b[31m\u202e\udcff"
    copy = Copy(bad, "f", 0.5, bad, bad, [Change(bad, "name", bad, bad), Change(bad, "name", "", bad)])
    group = Group((bad, "f"), "f", bad, [copy], [Change(bad, "name", bad, bad)])
    html = Copies([group], [bad])._repr_html_()
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert not re.search(r"<(?!/?(?:div|p|strong|ul|li|table|thead|tbody|tr|th|td)\b)", html)
    for told in (html, repr(Copies([group]))):
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", told)
        told.encode("utf-8")  # a file's name may hold bytes that are no letters
    assert "overflow-x:auto" in html


def test_what_groups_finds_can_be_shown() -> None:
    text = (
        "The pumping station at Tern Sluice stopped at ten on Monday night, and by midnight water stood a foot deep in "
        "the cellars of Mill Row. Engineers from Brackwater blamed a seized bearing. Oona Trask, who keeps the bakery, "
        "carried her flour upstairs with two lodgers while the fire brigade laid 12 hoses along the towpath."
    )
    articles = [
        Article("a", text),
        Article("b", text.replace("12 hoses", "21 hoses")),
        Article("c", "The fair is off."),
    ]
    shown = Copies(groups(articles), [one.file for one in articles])
    assert "3 articles, 2 independent sources" in repr(shown)
    assert "“12 hoses” → “21 hoses”" in repr(shown) or "“21 hoses” → “12 hoses”" in repr(shown)
