"""What is only seen over all articles together: stories and their copies, what is told otherwise, and the ranking."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from checks.screening.keeping import has_parquet, parquet_of
from checks.screening.ranking import add_ranking
from checks.screening.results import results
from checks.screening.stories import add_stories
from checks.screening.told import add_told

TABLES = ("stories", "copies", "changed", "told", "ranking")


def together(out: Path, told: Callable[[str], None] = lambda line: None) -> None:
    """Adds to a results folder the tables that need all articles; those that were there are written afresh.

    In the database all of it or nothing: killed at any moment it leaves that as it was. `told` is given a line now and
    then. Raises `CaseError` for a folder that holds no results.
    """
    with results(out, write=True) as base:
        base.execute("BEGIN")
        for table in TABLES:
            base.execute(f"DROP TABLE IF EXISTS {table}")
        add_stories(base, told)
        add_told(base, told)
        add_ranking(base)
    if has_parquet():
        for table in TABLES:
            parquet_of(out, table)
