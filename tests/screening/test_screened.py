"""The results, shown: a few lines of each thing, how many there are, and nothing that orders a browser about."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles_to_screen import BRIDGE, DEBATE, MARKET, SCHOOL, line, screened

from checks.case.errors import CaseError
from checks.screening import Screened, screen, shown
from checks.screening.shown import lines


def test_each_thing_is_shown_with_how_many_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown, "SHOWN", 2)
    hostile = line(SCHOOL, title="<script>alert(1)</script>\u202e")
    found = screened(tmp_path, line(BRIDGE), line(BRIDGE.replace("62", "26")), line(DEBATE), line(MARKET), hostile, {})
    assert repr(found) == "\n".join(lines(found.out))
    assert repr(found).split("\n")[0] == "5 articles, 241 words; 1 that could not be read"
    assert "2 of them at odds with themselves: 2 certainly, the rest likely" in repr(found)
    assert "2 of them copies of one another, in 1 story, with 1 changed fact\n" in repr(found)
    assert repr(found.ranking).split("\n")[1].startswith("  1  article: 4; source: articles.jsonl#4; certain: 1;")
    assert found.articles.title == "Articles: 5, the first 2"
    assert repr(found.failures).split("\n")[1].startswith("  articles.jsonl#6  why: it has no words")
    assert "5 articles, 4 independent sources" in repr(found.stories)
    assert "“62 million crowns” → “26 million crowns”" in repr(found.stories)
    assert "says otherwise" in found.told._repr_html_()
    monkeypatch.setattr(shown, "SHOWN", 12)
    page = found.articles._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    for one in (found.articles, found.ranking, found.told, found.failures, found.stories):
        assert str(tmp_path) not in repr(one) + one._repr_html_()


def test_what_is_no_results_folder_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="name the folder that `checks screen"):
        Screened(tmp_path)


def test_without_a_folder_the_results_go_with_what_is_returned(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MARKET)
    found = screen(tmp_path / "a.txt")
    place = found.out
    assert repr(found.told) == "Told otherwise in another article: 0"
    assert "<table" not in found.told._repr_html_()
    del found
    assert not place.exists()
