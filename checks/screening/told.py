"""The same figure or quotation told differently in articles that are not copies of one story."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from checks.screening.results import Stored
from checks.screening.statements import Row
from checks.screening.told_figures import figures
from checks.screening.told_quotations import quotations

_TABLE = """
CREATE TABLE told (
    kind TEXT, article INTEGER, start INTEGER, "end" INTEGER, words TEXT, said TEXT,
    other INTEGER, other_start INTEGER, other_end INTEGER, other_words TEXT, other_said TEXT, reason TEXT)
"""
_ROW = "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def add_told(base: sqlite3.Connection, told: Callable[[str], None] = lambda line: None) -> None:
    """Adds the table `told`: pairs of statements of two articles, the earlier published first, in order."""
    base.execute(_TABLE)
    articles = Stored(base)
    story = dict(base.execute("SELECT article, story FROM copies"))
    told("Looking for figures told with another number …")
    base.executemany(_ROW, _each_once(figures(base, articles, story), story))
    told("Looking for quotations told otherwise …")
    base.executemany(_ROW, _each_once(quotations(base, articles, story), story))


def _each_once(rows: Iterator[Row], story: dict[int, int]) -> Iterator[Row]:
    """Of what the copies of one story all tell, the first alone."""
    seen = set[tuple[str, int, int, str]]()
    for row in rows:
        one, other = (-story[at] if at in story else at for at in (row[1], row[6]))
        key = (row[0], min(one, other), max(one, other), row[-1])
        if key not in seen:
            seen.add(key)
            yield row
