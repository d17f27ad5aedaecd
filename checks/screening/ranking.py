"""Which articles deserve a checker's hour first: by what in them cannot be, the certain before the likely."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

MOST = 5  # reasons that are kept of one article, the most certain first
_TABLE = """
CREATE TABLE ranking (
    rank INTEGER PRIMARY KEY, article INTEGER, certain INTEGER, likely INTEGER, look INTEGER, reasons TEXT)
"""
# Ordered by the database, on the disk if need be; the articles are numbered in the order of their sources.
_ASKED = """
WITH counted AS (
    SELECT article, sum(certainty = 'certain') AS certain, sum(certainty = 'likely') AS likely,
           sum(certainty = 'look') AS look
    FROM suspicions GROUP BY article HAVING certain + likely > 0)
SELECT counted.article, certain, likely, look, suspicions.certainty, suspicions.rule, suspicions.reason
FROM counted JOIN suspicions ON suspicions.article = counted.article
WHERE suspicions.certainty <> 'look'
ORDER BY certain DESC, likely DESC, look DESC, counted.article, suspicions.certainty <> 'certain', suspicions.rowid
"""


def add_ranking(base: sqlite3.Connection) -> None:
    """Adds the table `ranking`: of every article with a certain or likely suspicion its rank, the counts, and why.

    More certain ones first, then more likely ones, then more to look at, then by source. `reasons` has a line for each
    of the first few: how certain, which rule, and its sentence.
    """
    base.execute(_TABLE)
    base.executemany("INSERT INTO ranking VALUES (?, ?, ?, ?, ?, ?)", _rows(base))


def _rows(base: sqlite3.Connection) -> Iterator[tuple[int, int, int, int, int, str]]:
    for rank, (counts, found) in enumerate(groupby(base.execute(_ASKED), key=itemgetter(0, 1, 2, 3)), 1):
        told = list(dict.fromkeys(f"{certainty}, {rule}: {reason}" for *_, certainty, rule, reason in found))
        more = [f"and {len(told) - MOST} more"] if len(told) > MOST else []
        yield (rank, *counts, "\n".join([*told[:MOST], *more]))
