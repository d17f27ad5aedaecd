"""Which articles deserve a checker's hour first: by what in them cannot be, the certain before the likely."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

# What is amiss with the text and not with what it says: a page's marks and lines, a quotation mark that is missing.
OF_FORM = ("boilerplate", "headline", "joined lines", "markup", "quotation marks")
MOST = 5  # reasons that are kept of one article, the most certain first
_TABLE = """
CREATE TABLE ranking (
    rank INTEGER PRIMARY KEY, article INTEGER, certain INTEGER, likely INTEGER, look INTEGER, reasons TEXT)
"""
# Ordered by the database, on the disk if need be; the articles are numbered in the order of their sources.
_ASKED = f"""
WITH told AS (SELECT *, rule IN {OF_FORM} AS form FROM suspicions), counted AS (
    SELECT article, sum(certainty = 'certain') AS certain, sum(certainty = 'likely') AS likely,
           sum(certainty = 'look') AS look, sum(certainty = 'likely' AND NOT form) AS facts
    FROM told GROUP BY article HAVING certain + likely > 0)
SELECT counted.article, certain, likely, look, certainty, rule, reason
FROM counted JOIN suspicions USING (article)
WHERE certainty <> 'look'
ORDER BY certain DESC, facts DESC, likely DESC, look DESC, article, certainty <> 'certain', rule IN {OF_FORM},
         suspicions.rowid
"""  # noqa: S608 - names of ours


def add_ranking(base: sqlite3.Connection) -> None:
    """Adds the table `ranking`: of every article with a certain or likely suspicion its rank, the counts, and why.

    More certain ones first, then more likely ones of what is said, then more likely ones of any kind, then more to look
    at, then by source. `reasons` has a line for each of the first few: how certain, which rule, and its sentence.
    """
    base.execute(_TABLE)
    base.executemany("INSERT INTO ranking VALUES (?, ?, ?, ?, ?, ?)", _rows(base))


def _rows(base: sqlite3.Connection) -> Iterator[tuple[int, int, int, int, int, str]]:
    for rank, (counts, found) in enumerate(groupby(base.execute(_ASKED), key=itemgetter(0, 1, 2, 3)), 1):
        told = list(dict.fromkeys(f"{certainty}, {rule}: {reason}" for *_, certainty, rule, reason in found))
        more = [f"and {len(told) - MOST} more"] if len(told) > MOST else []
        yield (rank, *counts, "\n".join([*told[:MOST], *more]))
