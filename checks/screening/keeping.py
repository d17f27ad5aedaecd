"""What is kept of a run: its parts become one SQLite file, with an index of the words, and a Parquet file per table.

Parts are taken in the order of the list, a part at a time, so the same articles give the same bytes whoever read them.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from checks.case.errors import CaseError
from checks.screening.one import TABLES
from checks.screening.parts import batches, kept

DATABASE = "screened.sqlite"
_ROWS = 1_000  # of one row group
_INDEX = (
    "CREATE VIRTUAL TABLE articles_fts USING fts5(title, text, content='articles', content_rowid='id')",
    "INSERT INTO articles_fts(articles_fts) VALUES ('rebuild')",
)


def merge(folder: Path, out: Path, told: Callable[[int], None] = lambda done: None) -> None:
    """Makes `screened.sqlite` in `out` of the parts in `folder`, in its place only when it is whole.

    `told` is called with the number of articles after each part. Raises `CaseError` where the disk is full.
    """
    new = out / f".{DATABASE}.new"
    new.unlink(missing_ok=True)
    try:
        database = sqlite3.connect(new, isolation_level=None)
        try:
            for order in ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "BEGIN", *_tables()):
                database.execute(order)
            done = article = 0
            for batch in batches(folder):
                for one in kept(folder, batch.part):
                    article += _put(database, one, article + 1)
                done += len(batch.items)
                told(done)
            for order in (*_INDEX, *_by_article(), "COMMIT"):
                database.execute(order)
        finally:
            database.close()
        with new.open("rb") as file:
            os.fsync(file.fileno())
        new.replace(out / DATABASE)
    except (OSError, sqlite3.OperationalError) as error:
        new.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else error
        raise CaseError(f"the results were not written ({why}): make room, and go on with --resume") from None


def has_parquet() -> bool:
    """Whether Parquet files can be written here."""
    return find_spec("pyarrow") is not None


def parquet_of(out: Path, table: str) -> None:
    """Writes a table of `screened.sqlite` as `out/<table>.parquet`, in the order of its rows, whole or not at all."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    types = {"INTEGER": pa.int64(), "REAL": pa.float64(), "BLOB": pa.binary()}
    new = out / f".{table}.parquet.new"
    database = sqlite3.connect(f"file:{out / DATABASE}?mode=ro", uri=True)
    try:
        columns = database.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
        schema = pa.schema([(name, types.get(kind, pa.string())) for name, kind in columns])
        rows = database.execute(f'SELECT * FROM "{table}" ORDER BY rowid')  # noqa: S608 (a name of ours)
        with ParquetWriter(new, schema) as writer:
            while some := rows.fetchmany(_ROWS):
                writer.write_table(pa.table(list(zip(*some, strict=True)), schema=schema))
        new.replace(out / f"{table}.parquet")
    finally:
        database.close()
        new.unlink(missing_ok=True)


def _put(database: sqlite3.Connection, one: dict[str, list[tuple[Any, ...]]], article: int) -> int:
    """Puts in the rows of one item; 1 if it is an article."""
    try:
        for table, rows in one.items():
            _insert(database, table, rows if table == "failures" else [(article, *row) for row in rows])
    except sqlite3.IntegrityError:  # two odd names may be shown alike
        source = one["articles"][0][0]
        _insert(database, "failures", [(source, "another article is named so: give its file another name")])
        return 0
    return len(one.get("articles", ()))


def _insert(database: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        database.executemany(f'INSERT INTO "{table}" VALUES ({places})', rows)  # noqa: S608 (a name of ours)


def _tables() -> Iterator[str]:
    for table, columns in TABLES.items():
        first = {"articles": ["id INTEGER PRIMARY KEY"], "failures": []}.get(table, ["article INTEGER"])
        named = [f'"{name}" {kind}' for name, kind in columns.items()]
        unique = ["UNIQUE (source)"] if table == "articles" else []
        yield f"CREATE TABLE {table} ({', '.join([*first, *named, *unique])})"


def _by_article() -> Iterator[str]:
    for table in TABLES:
        if table not in ("articles", "failures"):
            yield f"CREATE INDEX {table}_by_article ON {table} (article)"
