"""The folder of results that a screening leaves, opened to read or to add to."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

from checks.case.errors import CaseError
from checks.case.when import When
from checks.reading.copies.parts import Article

FILE = "screened.sqlite"
AT_HAND = 2_048  # articles that were asked for last, kept so that neighbours are read once


@contextmanager
def results(out: Path, write: bool = False) -> Iterator[sqlite3.Connection]:
    """The database of a results folder; with `write` what is done in it is done whole or not at all.

    Raises `CaseError` for a folder that holds no results, and for a file that is none of ours or cannot be written.
    """
    file = out / FILE
    if not file.is_file():
        raise CaseError(f"there is no {FILE} in it: name the folder that `checks screen … --out` wrote", file=out.name)
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode={'rw' if write else 'ro'}", uri=True)) as base:
            base.execute("PRAGMA trusted_schema = OFF")
            base.execute("PRAGMA temp_store = FILE")
            base.execute("SELECT id, source, title, published, text, fingerprint FROM articles LIMIT 1")
            with base:
                yield base
    except sqlite3.Error as error:
        if write and getattr(error, "sqlite_errorname", "").startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            what = f"the results were not written ({error}): make room, and go on with --resume"
            raise CaseError(what, file=FILE) from None
        raise CaseError(f"these are no results that can be read ({error}): screen again", file=FILE) from None


def folder_of_all(base: sqlite3.Connection) -> str:
    """The folder that all sources lie in, with its last stroke: what is told does not depend on where that is."""
    least, most = base.execute("SELECT min(source), max(source) FROM articles").fetchone()
    alike = takewhile(lambda two: two[0] == two[1], zip(least or "", most or "", strict=False))
    shared = "".join(one for one, _ in alike)  # between the two lie all others
    return shared[: shared.rfind("/") + 1]


class Stored:
    """The articles of a results folder by their place, from 0, in the order of their sources; read when asked for.

    Each is named by its source without the folder that all of them lie in.
    """

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base, self._folder = base, folder_of_all(base)
        self._at = lru_cache(AT_HAND)(self._read)

    def at(self, place: int) -> Article:
        """The article at a place; its id is the next number."""
        return self._at(place)

    def fingerprints(self) -> Iterator[bytes]:
        """Their fingerprints, in order."""
        for (found,) in self._base.execute("SELECT fingerprint FROM articles ORDER BY id"):
            yield found

    def _read(self, place: int) -> Article:
        row = self._base.execute(
            "SELECT source, text, title, publisher, published FROM articles WHERE id = ?", (place + 1,)
        ).fetchone()
        if row is None:
            raise IndexError(place)
        source, text, title, publisher, published = row
        return Article(
            source.removeprefix(self._folder),
            text,
            title or "",
            publisher or "",
            When.parse(published) if published else None,
        )
