"""`checks screen`: from articles to a folder of results, and what it says of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from conftest import Command
from screened_articles import articles


def test_articles_are_screened_told_of_and_kept(checks: Command, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, one in enumerate(articles(2, words=80)):
        (folder / f"{number}.txt").write_text(one["text"])
    (folder / "bad.txt").write_bytes(b"\0\1\2")
    done = checks("screen", str(folder), "--out", "results", "--workers", "0")
    assert (done.returncode, done.stderr.strip()) == (0, "")
    assert done.stdout.startswith("2 articles, ")
    assert "1 that could not be read" in done.stdout
    base = sqlite3.connect(Path("results") / "screened.sqlite")
    assert base.execute("SELECT reason FROM failures").fetchall()[0][0].startswith("it is not a text")
    base.close()
    again = checks("screen", str(folder), "--out", "results")
    assert (again.returncode, again.stderr.strip()) == (
        2,
        "results: this folder holds results of a run; else name another one",
    )
    assert checks("screen", str(folder), "--out", "results", "--resume").stdout == done.stdout


def test_what_cannot_be_screened_is_said_in_a_sentence(checks: Command) -> None:
    done = checks("screen", "gone/*.txt", "--out", "results", "--workers", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() == "gone/*.txt: no file matches it: name folders, globs or files with articles"
