"""One article of a screening, opened as a new case: for keeps by the command, or as a trial that keeps nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from articles_to_screen import BRIDGE, MARKET, line, rows, screened
from conftest import Command

from checks.case.errors import CaseError
from checks.screening import screen
from checks.screening.opening import as_file, named


def test_a_trial_is_a_whole_case_and_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = screened(tmp_path, line(BRIDGE), line(MARKET, publisher="Orla Post"))
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    monkeypatch.delenv("CHECKS_WHO")
    case = found.trial(2, "2071-04-night-market")
    assert MARKET in case.article.text
    assert (case.article.title, str(case.article.published)) == (
        "The night market in Orla returns on Frid",
        "2071-05-04",
    )
    assert "is a Saturday, not a Friday" in repr(case.suspicions())
    assert case.frozen
    assert os.environ["CHECKS_FROZEN"] == "1"
    assert "CHECKS_WHO" not in os.environ
    place = case.root
    del found, case
    assert not place.exists()


def test_an_article_that_is_not_there_and_a_name_that_is_none_are_told(tmp_path: Path) -> None:
    found = screened(tmp_path, line(BRIDGE))
    with pytest.raises(CaseError, match="there is no article 7 in these results"):
        found.trial(7, "2071-04-night-market")
    with pytest.raises(CaseError, match="cannot name a case"):
        found.trial(1, "Night Market")


def test_only_a_number_in_a_results_folder_names_an_article(tmp_path: Path) -> None:
    found = screened(tmp_path, line(BRIDGE))
    assert named(f"{found.out}#1") == (found.out, 1)
    assert [named(words) for words in (f"{tmp_path}#1", f"{found.out}#one", "story.txt", f"{found.out}")] == [None] * 4


def test_a_page_s_paragraphs_stay_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html><head><title>Market</title></head><body><article>"
        + "".join(f"<p>{MARKET} It was so for the {at}th time, said the town.</p>" for at in range(5, 9))
        + "</article></body></html>"
    )
    found = screen(tmp_path / "page.html", tmp_path / "out")
    file, fields = as_file(found.out, 1, tmp_path)
    assert file.read_text().count("\n\n") >= 3
    (seal,) = rows(found, "SELECT sha256 FROM articles")[0]
    assert fields["obtained"] == f"from a screening, in which it was article 1: page.html, sha256 {seal}"


def test_the_command_names_what_is_not_there(checks: Command, project: Path) -> None:
    found = screened(project / "build", line(BRIDGE))
    wrong = checks("new", "2071-05-other", f"{found.out}#3")
    assert wrong.returncode == 2
    assert wrong.stderr.strip().endswith("there is no article 3 in these results: `ranking` and `articles` number them")
