"""A results folder, opened: articles by their place, named without the folder that all lie in."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from articles_to_screen import BRIDGE, MARKET, line, screened

from checks.case.errors import CaseError
from checks.reading.copies.fingerprints import fingerprint
from checks.screening import screen
from checks.screening.results import Stored, folder_of_all, results


def test_articles_come_by_their_place_as_they_were_read(tmp_path: Path) -> None:
    found = screened(tmp_path, line(BRIDGE, publisher="Kell Courier"), line(MARKET, ""))
    with results(found.out) as base:
        articles = Stored(base)
        first, second = articles.at(0), articles.at(1)
        assert (first.file, first.text, str(first.published)) == ("articles.jsonl#1", BRIDGE, "2071-05-04")
        assert (second.file, second.published) == ("articles.jsonl#2", None)
        assert list(articles.fingerprints()) == [fingerprint(BRIDGE), fingerprint(MARKET)]
        with pytest.raises(IndexError):
            articles.at(2)
        with pytest.raises(CaseError, match="readonly"), results(found.out) as again:
            again.execute("DROP TABLE articles")


def test_the_folder_is_the_one_that_all_sources_lie_in(tmp_path: Path) -> None:
    for name in ("one/a.txt", "one/b.txt", "other/a.txt"):
        (tmp_path / "all" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "all" / name).write_text(f"{MARKET} {name}")
    for source, names in (("all", ["one/a.txt", "one/b.txt", "other/a.txt"]), ("all/one/a.txt", ["a.txt"])):
        with results(screen(tmp_path / source, tmp_path / f"out-{len(names)}").out) as base:
            assert [Stored(base).at(at).file for at in range(len(names))] == names


def test_of_no_article_there_is_no_folder() -> None:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE articles (source TEXT)")
    assert folder_of_all(base) == ""
    base.close()
