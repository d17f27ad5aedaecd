"""One article: what is kept of it, by its places in the text as it was given."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from conftest import ROOT

from checks.reading import read
from checks.reading.copies.fingerprints import fingerprint
from checks.screening.one import TABLES, screened
from checks.screening.sources import Item, items_in

TEXT = """The council of Calder voted on Monday to spend $4.5 million on the bridge, which more than 300 people use.

“We have waited long enough,” said Rosa Quist, the mayor. The town has 12 schools, 5 of them new and 8 of them old.

The vote on Tuesday, 3 May 2031 was closed at 9 p.m."""


@pytest.fixture
def one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, list[dict[str, object]]]:
    monkeypatch.chdir(tmp_path)
    line = {"title": "Bridge", "published": "2031-05-06T10:00:00Z", "publisher": "The Herald", "text": TEXT}
    (tmp_path / "a.jsonl").write_text(json.dumps(line))
    [item] = items_in(["a.jsonl"])
    return {
        table: [dict(zip(TABLES[table], row, strict=True)) for row in rows] for table, rows in screened(item).items()
    }


def test_the_article_its_title_day_and_fingerprint(one: dict[str, list[dict[str, object]]]) -> None:
    [article] = one["articles"]
    seal = hashlib.sha256(Path("a.jsonl").read_bytes()).hexdigest()
    assert article == {
        "source": "a.jsonl#1", "sha256": seal, "title": "Bridge", "publisher": "The Herald", "published": "2031-05-06",
        "dateline": "2031-05-06", "words": len(TEXT.split()), "sentences": 4, "text": TEXT,
        "fingerprint": fingerprint(TEXT),
    }  # fmt: skip


def test_every_row_has_its_words_where_it_says(one: dict[str, list[dict[str, object]]]) -> None:
    rows = [(table, row) for table in ("suspicions", "amounts", "dates", "voices", "quotations") for row in one[table]]
    assert len(rows) > 10
    for table, row in rows:
        assert TEXT[row["start"] : row["end"]] == row["words"], table  # type: ignore[misc]


def test_what_is_kept_is_what_the_desk_reads(one: dict[str, list[dict[str, object]]]) -> None:
    reading = read(TEXT, "2031-05-06", names=False)
    assert [row["reason"] for row in one["suspicions"]] == [found.reason for found in reading.suspicions]
    assert [(row["value"], row["unit"], row["bound"], row["about"]) for row in one["amounts"]] == [
        ((found.value is not None and str(found.value)) or None, found.unit, found.bound, found.of)
        for found in reading.amounts
    ]
    assert [row["span"] for row in one["dates"]] == [found.when and str(found.when) for found in reading.dates]
    assert [(row["name"], row["named"]) for row in one["voices"]] == [("Rosa Quist", 1)]
    assert [(row["words"], row["speaker"]) for row in one["quotations"]] == [
        ("“We have waited long enough,”", "Rosa Quist")
    ]


def test_a_capture_is_read_from_its_bytes_which_must_be_those_captured(tmp_path: Path) -> None:
    evidence = ROOT / "data" / "cases" / "2034-03-school-budget" / "evidence"
    document, page = evidence / "council-minutes-2034-03-07.md", evidence / "council-minutes-2034-03-07.html"
    read_there = screened(Item("minutes", str(document), "capture"))["articles"][0]
    assert read_there[1] == hashlib.sha256(page.read_bytes()).hexdigest()
    assert read_there[4] == "2034-03-08"
    copied = tmp_path / document.name
    copied.write_bytes(document.read_bytes())
    assert "are not here" in screened(Item("minutes", str(copied), "capture"))["failures"][0][1]
    (tmp_path / page.name).write_bytes(page.read_bytes() + b" ")
    assert "sha256 differs" in screened(Item("minutes", str(copied), "capture"))["failures"][0][1]


def test_a_file_that_changed_since_it_was_listed_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}))
    [item] = items_in([tmp_path])
    (tmp_path / "a.jsonl").write_text("{}")
    assert screened(item)["failures"][0][1] == "the file was cut short since it was listed: screen it again"
    (tmp_path / "a.jsonl").unlink()
    assert screened(item)["failures"][0][1].startswith("reading it failed (FileNotFoundError)")
