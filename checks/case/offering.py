"""Sentences of a case's documents that nobody has quoted yet, found by words: offered to be quoted, and no evidence."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from checks.case.captures import bytes_of, text_of_capture
from checks.case.errors import CaseError
from checks.evidence.full_text import CLOSE, OPEN, any_of, marked, words_of
from checks.reading.sentences import sentences

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document

_MOST_LETTERS = 500_000  # of one document
_LONGEST = 1_000  # letters of a sentence: what is longer is a table
_FEWEST = 3  # words of a sentence
_SENTENCES: dict[str, tuple[str, ...]] = {}  # by the digest of the bytes that have them
_INDEXES: WeakKeyDictionary[Case, tuple[object, sqlite3.Connection]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Offer:
    """A sentence that could be quoted: of which document, what it says there, and where in it the words stand."""

    document: str
    title: str
    standing: str
    text: str
    spans: tuple[tuple[int, int], ...]


def offered(case: Case, text: str, most: int = 20) -> list[Offer]:
    """The sentences with words of a text that stand in the case's own documents and are quoted nowhere, best first.

    A document whose captured bytes are not here, or not those captured, has none: what it quotes is found already.
    """
    words = words_of(text)
    if not words:
        return []
    found = _index(case).execute(
        "SELECT document, title, standing, highlight(sentences, 3, ?, ?) FROM sentences WHERE sentences MATCH ? "
        "ORDER BY bm25(sentences, 0, 0, 0, 1), rowid LIMIT ?",
        (OPEN, CLOSE, f"text : ({any_of(words)})", most),
    )
    return [Offer(document, title, standing, *marked(shown)) for document, title, standing, shown in found]


def read_all(case: Case) -> None:
    """Divides what the case's documents say into sentences, so that what is offered is there at once later."""
    for document in case.documents.values():
        _sentences_of(case, document)


def _index(case: Case) -> sqlite3.Connection:
    if case not in _INDEXES or _INDEXES[case][0] is not case.documents:
        made = sqlite3.connect(":memory:", check_same_thread=False)
        made.execute(
            "CREATE VIRTUAL TABLE sentences USING fts5(document UNINDEXED, title UNINDEXED, standing UNINDEXED, text, "
            "tokenize='porter unicode61')"
        )
        made.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?)", _entries(case))
        _INDEXES[case] = (case.documents, made)
    return _INDEXES[case][1]


def _entries(case: Case) -> Iterator[tuple[str, str, str, str]]:
    for document in case.documents.values():
        quoted = " ".join(document.words.split())
        for sentence in _sentences_of(case, document):
            if sentence not in quoted:
                yield document.id, document.title, document.standing, sentence


def _sentences_of(case: Case, document: Document) -> tuple[str, ...]:
    """The sentences of a document's captured bytes, each once and in one line; none of a search's saved answer."""
    if document.capture is None or document.searched or bytes_of(case, document) is None:
        return ()
    key = document.capture.sha256
    if key not in _SENTENCES:
        try:
            text = text_of_capture(case, document)[:_MOST_LETTERS]
        except CaseError:  # `checks verify` says what is wrong with it
            return ()
        _SENTENCES[key] = tuple(dict.fromkeys(_divided(text)))
    return _SENTENCES[key]


def _divided(text: str) -> Iterator[str]:
    for paragraph in re.findall(r"[^\n]+(?:\n[^\n]+)*", text):
        for start, end in sentences(paragraph):
            for line in (
                paragraph[start:end].split("\n") if _is_headed(paragraph[start:end]) else [paragraph[start:end]]
            ):
                flat = " ".join(line.split())
                if len(flat) <= _LONGEST and len(flat.split()) >= _FEWEST:
                    yield flat


def _is_headed(sentence: str) -> bool:
    """Whether a line of it is a heading: the next begins anew, with a capital, and no comma joins them."""
    return re.search(r"[^,;:\s]\n[A-Z“‘\"]", sentence) is not None
