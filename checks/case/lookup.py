"""What in a case's evidence and registers has the words of a claim: SQLite's full-text search, in memory."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from checks.case.nouns import OF_EVERY_ROW, Row
from checks.case.summary import used_documents
from checks.evidence.full_text import CLOSE, OPEN, any_of, marked, words_of
from checks.reading.anchors import anchor_at

if TYPE_CHECKING:
    from checks.case.folder import Case

_Entry = tuple[str, str, str, str]  # reference, title, standing, text
_INDEXES: WeakKeyDictionary[Case, tuple[object, sqlite3.Connection]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Hit:
    """Evidence that has some of the words: its reference, where it is from, its text, and where in it they stand."""

    ref: str
    title: str
    standing: str
    text: str
    spans: tuple[tuple[int, int], ...]


def look_up(case: Case, text: str, most: int = 20) -> list[Hit]:
    """The facts, quoted passages and register rows with words of a text, in any form of them, the best first.

    The case's own evidence comes before the registers of all cases that it has not used, of whose rows one word tells
    nothing.
    """
    words = words_of(text)
    if not words:
        return []
    found = _index(case).execute(
        "SELECT ref, title, standing, highlight(evidence, 3, ?, ?) FROM evidence WHERE evidence MATCH ? "
        "ORDER BY bm25(evidence, 0, 1, 0, 2), rowid",
        (OPEN, CLOSE, any_of(words)),
    )
    own, others = list[Hit](), list[Hit]()
    foreign = set(registers(case)) - used_documents(case) - {path.stem for path in case.folder.rglob("*.csv")}
    for ref, title, standing, shown in found:
        hit = Hit(ref, title, standing, *marked(shown))
        if hit.ref.partition("#")[0] not in foreign:
            own.append(hit)
        elif len({hit.text[a:b].lower() for a, b in hit.spans}) > 1:
            others.append(hit)
        if len(own) == most:
            break
    return [*own, *others][:most]


def _index(case: Case) -> sqlite3.Connection:
    """The index of what the case has now, made again when documents came."""
    if case not in _INDEXES or _INDEXES[case][0] is not case.documents:
        made = sqlite3.connect(":memory:", check_same_thread=False)
        made.execute(
            "CREATE VIRTUAL TABLE evidence USING fts5(ref UNINDEXED, title, standing UNINDEXED, text, "
            "tokenize='porter unicode61')"
        )
        made.executemany("INSERT INTO evidence VALUES (?, ?, ?, ?)", _entries(case))
        _INDEXES[case] = (case.documents, made)
    return _INDEXES[case][1]


def _entries(case: Case) -> Iterator[_Entry]:
    for document in case.documents.values():
        for fact in document.facts.values():
            said = " ".join(part for part in (fact.value, fact.unit, fact.role or "", str(fact.at or "")) if part)
            about = " ".join(fact.about.split())
            yield fact.ref, document.title, fact.standing, f"{about}{f' ({said})' if said else ''}: “{fact.quoted}”"
        for found in re.finditer(r"\S[^\n]*", document.words):
            anchor = anchor_at(document.words, found.start(), found.start() + len(found[0].rstrip()))
            ref = f"{document.id}{anchor.kept()}"
            yield ref, document.title, document.standing, found[0].rstrip()
    for id in registers(case):
        register = case.register(id)
        for row in register.rows:
            yield register.id, register.title, row.standing, f"{row.id}: {_told(row)}"


def registers(case: Case) -> list[str]:
    """The ids of the registers that a case can name: its own, and those that all cases share."""
    places = (case.root / "data" / "reference", case.folder / "evidence")
    return sorted({path.stem for place in places for path in place.glob("*.csv")})


def _told(row: Row) -> str:
    cells = ", ".join(value for name, value in row.cells.items() if value and name not in OF_EVERY_ROW)
    return f"{cells}, {row.span.words()}" + (f": “{row.quoted}”" if row.quoted else "")
