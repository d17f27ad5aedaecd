"""What is kept of a run: one file of SQLite, and Parquet beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from checks.case.errors import CaseError
from checks.screening.keeping import merge, parquet_of
from checks.screening.one import TABLES, screened
from checks.screening.parts import batches, keep, listed, packed
from checks.screening.sources import Item

SAID = "The council of Calder voted on Monday, 5 May 2031 to spend $4 million. “Good,” said Rosa Quist."


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A run of three items, two of them of one name."""
    (tmp_path / "a.txt").write_text(SAID)
    items = [Item(name, str(tmp_path / "a.txt")) for name in ("a", "a", "b")]
    folder = tmp_path / "parts"
    folder.mkdir()
    listed(items, folder)
    for batch in batches(folder):
        keep(folder, batch.part, packed([screened(item) for item in batch.items]))
    return folder


def test_of_two_articles_of_one_name_the_second_is_a_failure(parts: Path, tmp_path: Path) -> None:
    merge(parts, tmp_path)
    database = sqlite3.connect(tmp_path / "screened.sqlite")
    assert database.execute("SELECT id, source FROM articles").fetchall() == [(1, "a"), (2, "b")]
    assert database.execute("SELECT source, reason FROM failures").fetchall() == [
        ("a", "another article is named so: give its file another name")
    ]
    assert database.execute("SELECT DISTINCT article FROM amounts ORDER BY 1").fetchall() == [(1,), (2,)]
    assert database.execute("SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'bridge OR calder'").fetchall()
    database.close()


def test_what_cannot_be_written_leaves_what_was_there(parts: Path, tmp_path: Path) -> None:
    (tmp_path / "screened.sqlite").write_text("what was there")
    next(parts.glob("0*")).unlink()
    with pytest.raises(CaseError, match="this part of the run cannot be read again"):
        merge(parts, tmp_path)
    with pytest.raises(CaseError, match=r"the results were not written"):
        merge(parts, tmp_path / "gone")
    assert (tmp_path / "screened.sqlite").read_text() == "what was there"


def test_parquet_has_the_rows_of_the_table_in_their_order(parts: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip(
        "pyarrow.parquet", reason="pyarrow is not installed, so no Parquet is tried: make extras"
    )
    merge(parts, tmp_path)
    database = sqlite3.connect(tmp_path / "screened.sqlite")
    for table in TABLES:
        parquet_of(tmp_path, table)
        read = parquet.read_table(tmp_path / f"{table}.parquet")
        asked = database.execute(f"SELECT * FROM {table} ORDER BY rowid")  # noqa: S608
        assert read.column_names == [column[0] for column in asked.description]
        assert [tuple(row.values()) for row in read.to_pylist()] == asked.fetchall()
        first = (tmp_path / f"{table}.parquet").read_bytes()
        parquet_of(tmp_path, table)
        assert (tmp_path / f"{table}.parquet").read_bytes() == first
    database.close()
