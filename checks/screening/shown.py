"""The results of a screening, opened to look at: a few lines of each thing, and how many there are."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any
from weakref import finalize

from checks.reading.copies.groups import shared_errors
from checks.reading.copies.parts import Change, Copy, Group
from checks.reading.copies.shown import Copies, one_line
from checks.screening.results import folder_of_all, results

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from checks.case.folder import Case

SHOWN = 12  # rows of a table; stories are longer
STORIES = 6
_CLIP = 240  # characters of a cell
_CELL = 'style="text-align:left;vertical-align:top;padding:2px 10px 2px 0"'


@dataclass(frozen=True)
class Table:
    """The first rows of a table of results, to be shown; `count` is how many there are, `what` what they are."""

    what: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    count: int

    @property
    def title(self) -> str:
        """How many there are, and how many of them are shown."""
        return f"{self.what}: {self.count:,}" + (f", the first {len(self.rows)}" if self.count > len(self.rows) else "")

    def __repr__(self) -> str:
        told = [self.title]
        for row in self.rows:
            said = [f"{name}: {cell}" for name, cell in zip(self.columns[1:], row[1:], strict=True) if cell]
            told.append(f"  {row[0]}  " + "; ".join(said).replace("\n", "; "))
        return "\n".join(told)

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" {_CELL}>{escape(name)}</th>' for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td {_CELL}>{_lines(cell)}</td>' for cell in row)}</tr>" for row in self.rows
        )  # fmt: skip
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if self.rows else ""
        return (
            f'<div class="tex2jax_ignore mathjax_ignore" style="overflow-x:auto"><p><strong>{escape(self.title)}'
            f"</strong></p>{table}</div>"
        )


class Screened:
    """What a screening found, as it lies in its results folder. Numbers of articles are those of the table `articles`.

    `kept` is that folder where it is a temporary one: it goes when this goes.
    """

    def __init__(self, out: Path, kept: TemporaryDirectory[str] | None = None) -> None:
        self.out = out
        if kept:
            finalize(self, kept.cleanup)
        lines(out)  # raises for what is no results folder

    def __repr__(self) -> str:
        return "\n".join(lines(self.out))

    @property
    def articles(self) -> Table:
        """The articles in the order of their sources, with how many suspicions each has and which story it is of."""
        return self._table(
            "Articles", ("article", "source", "published", "title", "words", "certain", "likely", "story"),
            "SELECT id, source, published, title, words, certain, likely, story FROM articles LEFT JOIN ranking ON "
            "ranking.article = id LEFT JOIN copies ON copies.article = id ORDER BY id", "articles",
        )  # fmt: skip

    @property
    def ranking(self) -> Table:
        """Which articles deserve an hour first, and why: those with something certain, then those with likely ones."""
        return self._table(
            "Articles to look at first", ("rank", "article", "source", "certain", "likely", "why"),
            "SELECT rank, article, source, certain, likely, reasons FROM ranking JOIN articles ON id = article "
            "ORDER BY rank", "ranking",
        )  # fmt: skip

    @property
    def stories(self) -> Copies:
        """The articles that are copies of one story: which came first and why, and what each copy changed."""
        with results(self.out) as base:
            found = [_group(base, *row) for row in base.execute(
                "SELECT story, source, because FROM stories JOIN articles ON id = first ORDER BY story LIMIT ?",
                (STORIES,))]  # fmt: skip
            whole = base.execute("SELECT count(*) FROM stories").fetchone()[0] <= STORIES
            every = base.execute("SELECT source FROM articles ORDER BY id" if whole else "SELECT '' LIMIT 0")
            folder = folder_of_all(base)
            files = [file.removeprefix(folder) for (file,) in every]
        return Copies(found, files)

    @property
    def told(self) -> Table:
        """The same figure with another number, the same quotation otherwise: in articles that are not of one story.

        Figures first, then quotations with another number, denial or speaker, then the others.
        """
        return self._table(
            "Told otherwise in another article", ("what", "article", "says", "other article", "says otherwise", "how"),
            "SELECT kind, article, said, other, other_said, reason FROM told ORDER BY kind, reason NOT LIKE "
            "'%number:%' AND reason NOT LIKE '%negation%' AND reason NOT LIKE '%said by%', rowid", "told",
        )  # fmt: skip

    @property
    def failures(self) -> Table:
        """What could not be read, and why."""
        return self._table(
            "Not read", ("source", "why"), "SELECT source, reason FROM failures ORDER BY rowid", "failures"
        )  # fmt: skip

    def trial(self, article: int, name: str) -> Case:
        """An article as a new case, to look at: nothing of it is kept. `checks new NAME DIR#ARTICLE` keeps it."""
        from checks.screening.opening import trial

        case, place = trial(self.out, article, name)
        finalize(self, place.cleanup)
        return case

    def _table(self, what: str, columns: Sequence[str], asked: str, table: str) -> Table:
        with results(self.out) as base:
            (count,) = base.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - one of our own names
            found = base.execute(f"{asked} LIMIT ?", (SHOWN,))
            at = columns.index("source") if "source" in columns else -1
            rows = [[_cell(value, place == at) for place, value in enumerate(row)] for row in found]
        return Table(what, columns, rows, count)


def lines(out: Path) -> list[str]:
    """What a screening found, in a few lines. Raises `CaseError` for a folder without results."""
    with results(out) as base:
        asked = (
            "SELECT count(*), coalesce(sum(words), 0) FROM articles",
            "SELECT count(*), coalesce(sum(certain > 0), 0) FROM ranking",
            "SELECT count(*), coalesce(sum(articles), 0), coalesce(sum(changed), 0) FROM stories",
            "SELECT coalesce(sum(kind = 'figure'), 0), coalesce(sum(kind = 'quotation'), 0) FROM told",
            "SELECT count(*) FROM failures",
        )
        articles, ranked, stories, told, failures = (base.execute(one).fetchone() for one in asked)
    return [
        f"{_many(articles[0], 'article')}, {_many(articles[1], 'word')}; {failures[0]:,} that could not be read",
        f"{ranked[0]:,} of them at odds with themselves: {ranked[1]:,} certainly, the rest likely",
        f"{stories[1]:,} of them copies of one another, in {_many(stories[0], 'story')}, with "
        f"{_many(stories[2], 'changed fact')}",
        f"{_many(told[0], 'figure')} and {_many(told[1], 'quotation')} told otherwise in another article, of another "
        "story",
    ]


def _many(count: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{count:,} {noun if count == 1 else plural}"


def _group(base: sqlite3.Connection, story: int, first: str, because: str) -> Group:
    """A story as `checks copies` shows it."""
    folder = folder_of_all(base)
    changed: dict[str, list[Change]] = {}
    for source, what, was, now in base.execute(
        "SELECT source, what, was, now FROM changed JOIN articles ON id = article WHERE story = ? "
        "ORDER BY changed.rowid", (story,)
    ):  # fmt: skip
        file = source.removeprefix(folder)
        changed.setdefault(file, []).append(Change(file, what, was, now))
    copies = []
    for source, of, contained, origin, why in base.execute(
        "SELECT mine.source, theirs.source, contained, origin, why FROM copies JOIN articles AS mine ON "
        "mine.id = article JOIN articles AS theirs ON theirs.id = of WHERE story = ? ORDER BY place", (story,)
    ):  # fmt: skip
        file = source.removeprefix(folder)
        copy = Copy(file, of.removeprefix(folder), contained or 0.0, origin, why, changed.get(file, []))
        copies.append(copy)
    names = [first.removeprefix(folder), *(copy.file for copy in copies)]
    return Group(names, names[0], because, copies, shared_errors(changed))


def _cell(value: Any, source: bool) -> str:
    """A value as it is printed: of a source the file's name, of a reason its lines."""
    if value is None:
        return ""
    if source:
        return one_line(PurePath(str(value)).name)
    said = "\n".join(one_line(line) for line in str(value).split("\n"))
    return said if len(said) <= _CLIP * 2 else f"{said[: _CLIP * 2]} …"


def _lines(cell: str) -> str:
    return "<br>".join(escape(line) for line in cell.split("\n"))
