"""Copies of one story over all articles: which came first, what changed, and when it was first seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles_to_screen import BRIDGE, MARKET, SCHOOL, line, rows, screened

from checks.reading.copies import drift_sides
from checks.screening import stories


def test_copies_are_a_story_with_its_first_its_days_and_what_each_changed(tmp_path: Path) -> None:
    changed = BRIDGE.replace("62 million", "26 million").replace("Mara Dunn", "Clara Dunn")
    found = screened(
        tmp_path, line(changed, "2071-05-06"), line(MARKET), line(BRIDGE, "2071-05-05"), line(BRIDGE, ""), line(SCHOOL)
    )
    assert rows(found, "SELECT story, articles, first, seen, last, changed FROM stories") == [
        (1, 3, 3, "2071-05-05", "2071-05-06", 2)
    ]
    (because,) = rows(found, "SELECT because FROM stories")[0]
    assert because.startswith("it cannot be told which came first; of the 3 the others are dated later")
    assert rows(found, "SELECT place, article, of FROM copies ORDER BY place") == [(1, 3, None), (2, 1, 3), (3, 4, 3)]
    assert rows(found, "SELECT article, what, was, now FROM changed") == [
        (1, "figure", "62 million crowns", "26 million crowns"), (1, "name", "Mara Dunn", "Clara Dunn"),
    ]  # fmt: skip
    assert rows(found, "SELECT why FROM copies WHERE article = 4") == [("it has the same words as `articles.jsonl#3`",)]


def test_of_a_story_in_very_many_copies_the_earliest_alone_are_laid_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "MOST_LAID", 2)
    days = ("2071-05-07", "2071-05-04", "2071-05-05", "2071-05-06")
    found = screened(tmp_path, *(line(BRIDGE.replace("62", f"6{at}"), day) for at, day in enumerate(days)))
    assert rows(found, "SELECT articles, first, seen, last, changed FROM stories") == [
        (4, 2, "2071-05-04", "2071-05-07", 1)
    ]
    told = rows(found, "SELECT article, why FROM copies WHERE of = 2 AND contained IS NULL")
    assert told == [(at, "of this story only the earliest 2 were laid side by side") for at in (1, 4)]


def test_an_article_too_long_to_be_laid_beside_another_is_still_of_its_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drift_sides, "MOST_WORDS", 60)
    found = screened(tmp_path, line(BRIDGE), line(BRIDGE.replace("62", "26"), "2071-05-05"))
    assert rows(found, "SELECT story, articles, first, changed FROM stories") == [(1, 2, 1, 0)]
    (why,) = rows(found, "SELECT why FROM copies WHERE article = 2")[0]
    assert "words, and 60 are compared" in why
