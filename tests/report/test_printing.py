"""The PDF: all of the page, unfolded, the same bytes twice; and one clear sentence where there is no Chromium."""

from __future__ import annotations

import io
import logging
import re
from pathlib import Path

import pytest
from conftest import Command

from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.report.page import page
from checks.report.printing import chromium, pdf

CASE = "start-here"


@pytest.mark.skipif(chromium() is None, reason="PDF NOT TESTED: there is no Chromium on this machine")
def test_it_has_all_that_the_page_has_and_no_clock(project: Path) -> None:
    import pdfplumber

    case = Case(CASE, project)
    made = pdf(page(case))
    assert made == pdf(page(case))
    assert not re.search(rb"\(D:\d{8}", made)
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with pdfplumber.open(io.BytesIO(made)) as opened:
        words = "".join("".join((sheet.extract_text() or "").split()) for sheet in opened.pages)
    for row in case.log.of("finding"):  # in what is folded on the screen
        assert "".join(row["reason"].split()) in words
    for path, seal in case.seals.read().items():
        assert (
            seal in words
            or not path.startswith(("evidence/", "article"))
            or path == "evidence/skerrin-harbour-masters.md"
        )


def test_without_chromium_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CaseError, match=r"printed by Chromium, and there is none here .*: write \.html instead"):
        pdf("<p>x</p>")


@pytest.mark.parametrize("body", ["#!/bin/sh\nexit 3\n", "#!/bin/sh\nexit 0\n"])
def test_a_browser_that_prints_nothing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str) -> None:
    (tmp_path / "chromium").write_text(body)
    (tmp_path / "chromium").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    with pytest.raises(CaseError, match="did not print the page"):
        pdf("<p>x</p>")


def test_the_ending_says_what_is_written(checks: Command, tmp_path: Path) -> None:
    done = checks("report", CASE, "--out", str(tmp_path / "report.md"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.md").read_text(encoding="utf-8").startswith("# ")
    done = checks("report", CASE, "--out", str(tmp_path / "report.docx"))
    assert done.returncode == 2
    assert done.stderr.startswith("report.docx: its ending says what is written: .html, .pdf, .md")
    assert not (tmp_path / "report.docx").exists()


def test_no_file_is_left_half_written_where_there_is_no_chromium(checks: Command, tmp_path: Path) -> None:
    path = tmp_path / "out" / "report.pdf"
    done = checks("report", CASE, "--out", str(path), PATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert not path.parent.exists()
