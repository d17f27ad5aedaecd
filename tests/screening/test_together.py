"""What is seen over all articles: written whole or not at all, the same every time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from articles_to_screen import BRIDGE, DEBATE, MARKET, line, rows, screened

from checks.case.errors import CaseError
from checks.screening import Screened
from checks.screening import together as every
from checks.screening.together import TABLES, together

ARTICLES = (line(BRIDGE), line(BRIDGE.replace("62", "26")), line(DEBATE, "2071-05-07"), line(MARKET))


def every_row(found: Screened) -> dict[str, list[Any]]:
    return {table: rows(found, f"SELECT * FROM {table}") for table in TABLES}  # noqa: S608


def test_once_more_gives_the_same_and_the_order_of_lines_changes_numbers_alone(tmp_path: Path) -> None:
    found = screened(tmp_path, *ARTICLES)
    before = every_row(found)
    assert all(before.values())
    together(found.out)
    assert every_row(found) == before
    again = screened(tmp_path / "again", *ARTICLES[::-1])
    asked = "SELECT kind, words, other_words, reason FROM told ORDER BY 1, 2, 3"
    assert rows(again, asked) == rows(found, asked)


def test_broken_off_it_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = screened(tmp_path, *ARTICLES)
    before = every_row(found)

    def killed(base: sqlite3.Connection) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(every, "add_ranking", killed)
    with pytest.raises(KeyboardInterrupt):
        together(found.out)
    assert every_row(found) == before


def test_on_a_full_disk_it_leaves_what_was_there_and_says_so(tmp_path: Path) -> None:
    found = screened(tmp_path, *ARTICLES)
    before = every_row(found)
    most = (found.out / "screened.sqlite").stat().st_size - 4096  # of any file, so that it cannot even be written again
    done = subprocess.run(
        [sys.executable, "-c", "import resource, signal, sys\nfrom pathlib import Path\n"
         "from checks.screening.together import together\n"
         f"signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\n"
         "together(Path(sys.argv[1]))", str(found.out)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "CaseError: screened.sqlite: the results were not written (" in done.stderr, done.stderr
    assert "): make room, and go on with --resume" in done.stderr
    assert every_row(found) == before


def test_what_is_no_results_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"there is no screened\.sqlite in it: name the folder that `checks screen"):
        together(tmp_path)
    (tmp_path / "screened.sqlite").write_text("no database")
    with pytest.raises(CaseError, match=r"these are no results that can be read .*: screen again"):
        together(tmp_path)
