"""Over all articles: which are copies of one story, which came first, and what each copy changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from checks.case.errors import CaseError
from checks.reading.copies.groups import clustered, group_of
from checks.reading.copies.parts import Article, Group
from checks.screening.results import Stored

MOST_LAID = 100  # articles of one story that are laid beside its first; of a release that a thousand print the earliest
_TABLES = """
CREATE TABLE stories (
    story INTEGER PRIMARY KEY, articles INTEGER, first INTEGER, because TEXT, seen TEXT, last TEXT, changed INTEGER);
CREATE TABLE copies (
    article INTEGER PRIMARY KEY, story INTEGER, place INTEGER, of INTEGER, contained REAL, origin TEXT, why TEXT);
CREATE TABLE changed (story INTEGER, article INTEGER, what TEXT, was TEXT, now TEXT);
"""
_LAST = "9999"  # where an article without a day stands among those that have one


def add_stories(base: sqlite3.Connection, told: Callable[[str], None] = lambda line: None) -> None:
    """Finds the stories among the screened articles, and adds the tables `stories`, `copies` and `changed`.

    A story is counted from 1 in the order of its lowest article; of its articles the first stands first, then the
    others by day and source. `seen` is the first day on which one of them was published, as far as days are stated.
    """
    articles = Stored(base)
    told("Looking for copies …")
    found = clustered(articles.at, articles.fingerprints())
    for statement in _TABLES.split(";"):
        base.execute(statement)
    for story, places in enumerate(found, 1):
        if story % 100 == 0:
            told(f"Laying copies side by side: {story:,} of {len(found):,} stories …")
        _add(base, story, [(place + 1, articles.at(place)) for place in places])


def _add(base: sqlite3.Connection, story: int, members: Sequence[tuple[int, Article]]) -> None:
    members = sorted(members, key=lambda one: (str(one[1].published or _LAST), one[1].file))
    ids = {article.file: number for number, article in members}
    days = [str(article.published) for _, article in members if article.published]
    laid = [article for _, article in members[:MOST_LAID]]
    group, trouble = None, ""
    try:
        group = group_of(sorted(laid, key=lambda article: article.file))
    except CaseError as error:  # one of them is too long to be laid beside another
        trouble = str(error)
    first = ids[group.first] if group else members[0][0]
    because = group.first_because if group else f"the earliest by its day or name: {trouble}"
    changed = list(_changed(group)) if group else []
    base.execute(
        "INSERT INTO stories VALUES (?, ?, ?, ?, ?, ?, ?)",
        (story, len(members), first, because, min(days, default=None), max(days, default=None), len(changed)),
    )
    copies = {copy.file: copy for copy in group.copies} if group else {}
    order = [first, *(number for number, _ in members if number != first)]
    for number, article in members:
        copy = copies.get(article.file)
        of, why = None if number == first else first, ""
        if number != first and not copy:
            why = trouble or f"of this story only the earliest {MOST_LAID} were laid side by side"
        told = (ids[copy.of], round(copy.contained, 4), copy.origin, copy.why) if copy else (of, None, "", why)
        base.execute("INSERT INTO copies VALUES (?, ?, ?, ?, ?, ?, ?)", (number, story, order.index(number) + 1, *told))
    base.executemany(
        "INSERT INTO changed VALUES (?, ?, ?, ?, ?)",
        ((story, ids[file], what, was, now) for file, what, was, now in changed),
    )


def _changed(group: Group) -> Iterator[tuple[str, str, str, str]]:
    for copy in group.copies:
        for change in copy.changed:
            yield change.file, change.kind, change.from_, change.to
