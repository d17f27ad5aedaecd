"""The store of earlier fact-checks: one SQLite file with full-text indexes over the claims and the titles of reviews.

Whatever is in the file is hostile too: it is opened only if its tables are exactly the ones that are made here.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from checks.case.errors import CaseError
from checks.evidence.earlier.parts import FactCheck
from checks.evidence.full_text import CLOSE, OPEN
from checks.evidence.records.rows import printable
from checks.reading.intake.incoming import CONTROLS

STEMMED = "tokenize='porter unicode61 remove_diacritics 2'"
SHORTEST_SPELLING = 5  # letters: of shorter words too many are alike
_TABLES = (
    "CREATE TABLE fact_checks(id INTEGER PRIMARY KEY, claim TEXT NOT NULL, rating TEXT NOT NULL, "
    'publisher TEXT NOT NULL, url TEXT NOT NULL, "on" TEXT NOT NULL, title TEXT NOT NULL, claimant TEXT NOT NULL, '
    "UNIQUE(url, claim))",
    f"CREATE VIRTUAL TABLE words USING fts5(claim, title, content='fact_checks', content_rowid='id', {STEMMED})",
    "CREATE VIRTUAL TABLE frequencies USING fts5vocab('words', 'row')",
    "CREATE VIRTUAL TABLE spellings USING fts5(word, tokenize='trigram')",
    "CREATE TABLE meanings(id INTEGER PRIMARY KEY, vector BLOB NOT NULL)",
)
_OWN = 0x4C624C31  # in the file's head, so that no other program's file is taken for a store
_COLUMNS = 'claim, rating, publisher, url, "on", title, claimant'
# The tables in which FTS5 keeps an index.
_SHADOW = re.compile(r"CREATE TABLE '(?:words|spellings)_(?:data|idx|content|docsize|config)'")
_LETTERS = re.compile(rf"[^\W\d_]{{{SHORTEST_SPELLING},40}}")


class Store:
    """A store that is open to be asked. `name` is how it is called in messages."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection, self.name = connection, name
        for line in (
            "PRAGMA temp_store = MEMORY",
            "PRAGMA cache_size = -200000",  # kB: a question reads much of the indexes
            f"CREATE VIRTUAL TABLE temp.asked USING fts5(word, {STEMMED})",
            "CREATE VIRTUAL TABLE temp.stems USING fts5vocab('temp', 'asked', 'instance')",
        ):
            self.rows(line)

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows that a query gives. Raises `CaseError` where the file is damaged."""
        with _named(self.name):
            return self._connection.execute(query, values).fetchall()

    def __len__(self) -> int:
        return int(self.rows("SELECT count(*) FROM fact_checks")[0][0])

    def how_many_have(self, words: Sequence[str]) -> list[int]:
        """For each word, how many fact-checks have it in any form of it."""
        self.rows("DELETE FROM asked")
        with _named(self.name):
            self._connection.executemany("INSERT INTO asked(rowid, word) VALUES (?, ?)", enumerate(words))
        found = dict(
            self.rows(
                "SELECT stems.doc, max(frequencies.doc) FROM temp.stems JOIN frequencies USING (term) "
                "GROUP BY stems.doc"
            )
        )
        return [found.get(number, 0) for number in range(len(words))]

    def with_words(self, asked: str, most: int) -> list[int]:
        """The ids of the fact-checks that answer a full-text question, the best by BM25 first, ties by id."""
        query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words), rowid LIMIT ?"
        return [id for (id,) in self.rows(query, (asked, most))]

    def spellings(self, asked: str, most: int) -> list[str]:
        """The words of the store that have the most of these trigrams."""
        query = "SELECT word FROM spellings WHERE spellings MATCH ? ORDER BY bm25(spellings), rowid LIMIT ?"
        return [word for (word,) in self.rows(query, (asked, most))]

    def texts(self, ids: Sequence[int]) -> dict[int, str]:
        """Claim and title of fact-checks, by id."""
        listed = ", ".join(str(int(id)) for id in ids)
        rows = self.rows(f"SELECT id, claim, title FROM fact_checks WHERE id IN ({listed})")  # noqa: S608
        return {id: f"{claim} {title}" for id, claim, title in rows}

    def fact_check(self, id: int) -> FactCheck:
        """One fact-check, its cells as they may be printed."""
        row = self.rows(f"SELECT {_COLUMNS} FROM fact_checks WHERE id = ?", (id,))[0]  # noqa: S608
        return FactCheck(*(printable(str(cell)) for cell in row))

    def found_in(self, id: int, asked: str) -> list[str]:
        """The claim and the title of a fact-check with marks around what a full-text question finds in them."""
        shown = ", ".join(f"highlight(words, {column}, '{OPEN}', '{CLOSE}')" for column in (0, 1))
        rows = self.rows(f"SELECT {shown} FROM words WHERE words MATCH ? AND rowid = ?", (asked, id))  # noqa: S608
        return [text for row in rows for text in row]

    def claims_without_meaning(self) -> list[tuple[int, str]]:
        """The claims, by id, of which the model of meanings has not been asked yet."""
        return self.rows("SELECT id, claim FROM fact_checks WHERE id NOT IN (SELECT id FROM meanings) ORDER BY id")

    def keep_meanings(self, vectors: Iterable[tuple[int, bytes]]) -> None:
        """Keeps vectors by the id of their claim. Raises `CaseError` where the file cannot be written."""
        with _named(self.name), _whole(self._connection):
            self._connection.executemany("INSERT OR REPLACE INTO meanings VALUES (?, ?)", vectors)

    def meanings(self) -> list[tuple[int, bytes]]:
        """The vectors, by the id of their claim."""
        return self.rows("SELECT id, vector FROM meanings ORDER BY id")

    def add(self, found: Iterable[FactCheck]) -> None:
        """Takes in fact-checks, all of them or none; a review that is here already is replaced by its newer state."""
        with _named(self.name), _whole(self._connection) as connection:
            connection.executemany(
                f"INSERT INTO fact_checks({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(url, claim) DO UPDATE "  # noqa: S608
                'SET rating = excluded.rating, publisher = excluded.publisher, "on" = excluded."on", '
                "title = excluded.title, claimant = excluded.claimant",
                ((one.claim, one.rating, one.publisher, one.url, one.on, one.title, one.claimant) for one in found),
            )
            connection.execute("INSERT INTO words(words) VALUES ('rebuild')")
            connection.execute("INSERT INTO words(words) VALUES ('optimize')")
            connection.execute("DELETE FROM spellings")
            kept = connection.execute("SELECT claim || ' ' || title FROM fact_checks")
            forms = {form for (text,) in kept for form in _LETTERS.findall(text.lower())}
            connection.executemany("INSERT INTO spellings VALUES (?)", ((form,) for form in sorted(forms)))


def in_memory(found: Iterable[FactCheck] = ()) -> Store:
    """A store that is gone with the process."""
    store = Store(_made(":memory:"), "the fact-checks in memory")
    store.add(found)
    return store


@contextmanager
def opened(path: Path, *, written: bool = False) -> Iterator[Store]:
    """A store in a file, to be asked, or `written` to too. Raises `CaseError` for a file that is none."""
    name = CONTROLS.sub("?", path.name)
    if not path.is_file():
        raise CaseError("there is no such store: make it with --from FEED", file=name)
    address = f"{path.resolve().as_uri()}?mode={'rw' if written else 'ro'}"
    with _named(name), closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        own = connection.execute("PRAGMA application_id").fetchone()[0] == _OWN
        made = {sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")}
        made = {sql for sql in made if not _SHADOW.match(sql)}
        if not own or made != set(_TABLES):
            raise CaseError("this is no store of earlier fact-checks: name one that `checks earlier` made", file=name)
        yield Store(connection, name)


def take_in(path: Path, found: Iterable[FactCheck]) -> None:
    """Takes fact-checks into the store in a file, which is made where there is none; whole or not at all."""
    name = CONTROLS.sub("?", path.name)
    if path.exists():
        with opened(path, written=True) as store:
            store.add(found)
        return
    if not path.parent.is_dir():
        raise CaseError("its folder is not there: make it first", file=name)
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    try:
        with _named(name), closing(_made(str(new))) as connection:
            Store(connection, name).add(found)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _made(path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for line in (f"PRAGMA application_id = {_OWN}", *_TABLES):
        connection.execute(line)
    return connection


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Everything that is written inside, or, where anything goes wrong, nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


@contextmanager
def _named(name: str) -> Iterator[None]:
    """What SQLite cannot do, said in a sentence."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error)
        if "locked" in said:
            raise CaseError("somebody else is writing to the store: try again when they are done", file=name) from None
        if "readonly" in said or "full" in said or "unable to open" in said:
            raise CaseError(f"the store cannot be written or read ({said})", file=name) from None
        raise CaseError(
            f"the store is damaged or no store ({said}): take it away and make it again with --from FEED", file=name
        ) from None
