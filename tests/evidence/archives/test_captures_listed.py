"""The list of captures (CDX): rows with provenance, what was left out, and drift that names its field."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checks.case.errors import CaseError
from checks.case.nouns import OF_EVERY_ROW
from checks.case.when import When
from checks.evidence.answers import Drawn, Saved
from checks.evidence.archives.cdx import FIELDS, captures_of, drawn, hits, url
from checks.evidence.registers import read_register

PAGE = "https://ostby.example/pool"
ASKED = url(PAGE, When.parse("2031-04-01"), When.parse("2031-12-31"), 100)
KEY = "example,ostby)/pool"
FIRST = [KEY, "20310411080000", "http://ostby.example:80/pool", "text/html", "200", "AAAA", "1402"]
REVISIT = [KEY, "20310502100000", PAGE, "warc/revisit", "-", "AAAA", "511"]
THIRD = [KEY, "20310520080000", "https://ostby.example/pool/", "text/html", "404", "BBBB", "733"]
ROWS = [FIRST, REVISIT, THIRD]


def saved(body: Any, asked: str = ASKED) -> Saved:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Saved(data, asked, "2031-06-01", "evidence/captures.json")


def lines(*rows: list[str]) -> bytes:
    return "".join(" ".join(row) + "\n" for row in rows).encode()


def test_the_address_says_all_that_is_asked() -> None:
    assert ASKED == (
        "https://web.archive.org/cdx/search/cdx?url=https%3A%2F%2Fostby.example%2Fpool&output=json&from=20310401&to=20311231"
        "&limit=100&showResumeKey=true"
    )
    assert "from" not in url(PAGE, None, When.parse("2031"))
    assert "to=20310430" in url(PAGE, None, When.parse("2031-04"))
    with pytest.raises(CaseError, match="no year"):
        url(PAGE, When.parse("May"))
    with pytest.raises(CaseError, match="limit of 0"):
        url(PAGE, limit=0)


@pytest.mark.parametrize("body", [[list(FIELDS), *ROWS], lines(*ROWS)], ids=["json", "lines"])
def test_rows_hold_the_moment_the_day_and_the_line_as_printed(body: Any) -> None:
    found = drawn(saved(body))
    assert set(OF_EVERY_ROW) <= set(found.columns)
    assert [set(row) == set(found.columns) for row in found.rows] == [True] * 3
    first, revisit, third = found.rows
    assert (first["id"], first["at"], first["start"], first["end"]) == (
        "20310411080000",
        "20310411080000",
        "2031-04-11",
        "2031-04-11",
    )
    assert first["source_url"] == "https://web.archive.org/web/20310411080000/http://ostby.example:80/pool"
    assert first["words"] == " ".join(FIRST)
    assert (revisit["status"], revisit["media_type"], revisit["digest"]) == ("-", "warc/revisit", "AAAA")
    assert third["status"] == "404"
    assert (found.covers, list(found.left_out)) == ("2031-04-01/2031-06-01", [])
    assert "is not cut off" in found.limits


def test_columns_are_found_by_their_names() -> None:
    order = ["timestamp", "statuscode", "original", "digest", "mimetype"]
    rows = [[dict(zip(FIELDS, row, strict=True))[name] for name in order] for row in ROWS]
    found = drawn(saved([order, *rows]))
    assert [row["status"] for row in found.rows] == ["200", "-", "404"]
    assert [row["page"] for row in found.rows] == [row[2] for row in ROWS]


def test_what_is_no_capture_is_left_out_with_a_sentence() -> None:
    short = [KEY, "203105", PAGE, "text/html", "200", "AAAA", "1"]
    none = [KEY, "20310230000000", PAGE, "text/html", "200", "AAAA", "1"]
    mail = [KEY, "20310413000000", "http://mailto:clerk@ostby.example/", "text/html", "200", "AAAA", "1"]
    late = [KEY, "20310602000000", PAGE, "text/html", "200", "AAAA", "1"]
    for body in ([list(FIELDS), FIRST, short, none, mail, late, FIRST], lines(FIRST, short, none, mail, late, FIRST)):
        found = drawn(saved(body))
        assert [row["id"] for row in found.rows] == ["20310411080000"]
        assert len(found.left_out) == 5
        for sentence, words in zip(
            found.left_out, ["“203105”, which is no moment", "“20310230000000”", "no address of a page", "after the list", "second time"],
            strict=True,
        ):  # fmt: skip
            assert words in sentence


def test_a_capture_of_the_day_it_was_asked_for_is_kept() -> None:
    found = drawn(saved([list(FIELDS), [KEY, "20310601235959", PAGE, "text/html", "200", "AAAA", "1"]]))
    assert [row["start"] for row in found.rows] == ["2031-06-01"]


def test_two_captures_of_one_second_keep_their_own_names() -> None:
    found = drawn(saved([list(FIELDS), FIRST, [*FIRST[:2], PAGE, *FIRST[3:]]]))
    assert [row["id"] for row in found.rows] == ["20310411080000", "20310411080000-2"]


@pytest.mark.parametrize("body", [
    [list(FIELDS), *ROWS, [], ["example%2Costby%29%2Fpool+20310520080000%21"]],
    lines(*ROWS) + b"\nexample%2Costby%29%2Fpool+20310520080000%21\n",
], ids=["json", "lines"])  # fmt: skip
def test_a_resume_key_is_no_row_and_says_that_there_is_more(body: Any) -> None:
    found = drawn(saved(body))
    assert len(found.rows) == 3
    assert any("key to more captures" in sentence for sentence in found.left_out)
    assert "there may be more" in found.limits
    assert found.covers == "2031-04-11/2031-05-20"


def test_a_list_as_long_as_its_limit_may_be_cut_off() -> None:
    cut = drawn(saved([list(FIELDS), *ROWS], "https://web.archive.org/cdx/search/cdx?url=ostby.example/pool&limit=3"))
    assert "there may be more" in cut.limits
    whole = drawn(saved([list(FIELDS), *ROWS], url(PAGE, limit=3)))  # a key would have said so
    assert "is not cut off" in whole.limits
    assert whole.covers == "../2031-06-01"
    unknown = drawn(saved([list(FIELDS), *ROWS], "handed over"))
    assert unknown.covers == "2031-04-11/2031-05-20"


@pytest.mark.parametrize(
    "body", [[], [list(FIELDS)], [list(FIELDS), [KEY, "2031", PAGE, "text/html", "200", "AAAA", "1"]]]
)
def test_no_capture_says_what_was_asked_and_is_no_hit(body: Any) -> None:
    with pytest.raises(CaseError, match=r"no capture is listed: .*asked 2031-06-01 for its captures of https://ostby.example/pool from 20310401 to 20311231"):  # fmt: skip
        drawn(saved(body))
    told = hits(saved(body))
    assert (told.number, list(told.first)) == (0, [])
    assert "may have been there all the same" in told.limits


def test_the_search_log_has_the_first_captures_as_a_person_knows_them() -> None:
    told = hits(saved([list(FIELDS), *ROWS]))
    assert told.number == 3
    assert told.first[1] == "2 May 2031, 10:00:00 UTC, https://ostby.example/pool, status -"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ([FIRST], "`[0]` is no header row with `timestamp`"),
        (
            [["urlkey", "timestamp", "original", "mimetype", "digest"], FIRST],
            "`[0]` is no header row with `statuscode`",
        ),
        ([[*FIELDS[:4], "status", *FIELDS[5:]], FIRST], "`[0]` is no header row with `statuscode`"),
        ([[*FIELDS, "digest"], FIRST], "a name twice"),
        ([list(FIELDS), FIRST[:-1]], "`[1]` has 6 cells"),
        ([list(FIELDS), [*FIRST[:4], 200, *FIRST[5:]]], "`[1][4]` is no text"),
        ([list(FIELDS), [*FIRST[:4], None, *FIRST[5:]]], "`[1][4]` is no text"),
        ([list(FIELDS), {"timestamp": "20310411080000"}], "`[1]` is no list"),
        ([list(FIELDS), [], FIRST], "`[1]` has 0 cells"),
        ([list(FIELDS), FIRST, []], "`[2]` has 0 cells"),
        ({"captures": []}, "`the answer` is no list"),
        (["timestamp"], "`[0]` is no list"),
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"<html><title>Temporarily offline</title>", "not JSON"),
        (json.dumps([list(FIELDS), FIRST]).encode()[:-20], "not JSON"),
        (lines(FIRST, REVISIT)[:-30], "line 2"),
        (lines(FIRST) + b"\xff\xfe", "neither JSON nor"),
        (b"Temporarily offline\x1b[2J for repairs", "line 1"),
        (b"org.archive.wayback.exception.RobotAccessControlException: Blocked By Robots", "does not show"),
    ],
)
def test_drift_and_outages_are_named(body: Any, words: str) -> None:
    for reads in (drawn, hits):
        with pytest.raises(CaseError) as caught:
            reads(saved(body))
        assert words in str(caught.value)
        assert str(caught.value).startswith("evidence/captures.json: ")
        assert str(caught.value).isprintable()


def written(folder: Path, found: Drawn) -> None:
    head = {
        "title": found.title, "publisher": found.publisher, "url": found.url, "licence": found.licence,
        "standing": found.standing, "covers": found.covers, "columns": dict(found.columns),
    }  # fmt: skip
    (folder / "captures.md").write_text(
        f"---\n{yaml.safe_dump(head, sort_keys=False)}---\n{found.limits}\n", encoding="utf-8"
    )
    with (folder / "captures.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(found.columns))
        table.writeheader()
        table.writerows(found.rows)


def test_it_is_a_register_that_can_be_read(tmp_path: Path) -> None:
    comma = [KEY, "20310412000000", PAGE, "text/html,1", "200", "CCCC", "1"]
    written(tmp_path, drawn(saved([list(FIELDS), FIRST, comma, REVISIT, THIRD, [*THIRD[:2], PAGE, *THIRD[3:]]])))
    register = read_register(tmp_path, "captures", "captures.csv")
    assert len(register.rows) == 5
    assert [row.cells["at"] for row in captures_of(register, "http://www.ostby.example/pool/")] == [
        "20310411080000", "20310412000000", "20310502100000", "20310520080000", "20310520080000",
    ]  # fmt: skip
    with pytest.raises(CaseError, match=r"lists no capture of https://ostby.example/other"):
        captures_of(register, "https://ostby.example/other")


_CELLS = st.lists(
    st.sampled_from([*FIRST, "", "-", "20310602000000", "\x00", "\ud800"]) | st.none() | st.integers(), max_size=8
)


@given(st.binary(max_size=300) | st.builds(lambda rows: json.dumps([list(FIELDS), FIRST, *rows]).encode(), st.lists(_CELLS, max_size=4)))  # fmt: skip
def test_any_bytes_are_a_list_or_an_error(body: bytes) -> None:
    for reads in (drawn, hits):
        try:
            reads(saved(body))
        except CaseError as error:
            assert "\n" not in str(error)
