"""Words quoted from a capture in its document, exactly as they stand in the captured bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checks.case.bringing_in import note_and_seal, one_at_a_time
from checks.case.captures import bytes_of, text_of_capture
from checks.case.capturing import NOTE
from checks.case.errors import CaseError
from checks.case.record import replace_file
from checks.case.seals import digest
from checks.evidence.documents import read_document
from checks.evidence.nearest_words import nearest_words
from checks.reading.wording import occurrences, words

if TYPE_CHECKING:
    from checks.case.folder import Case
    from checks.case.nouns import Document

_EDGE = re.compile(r"[^\w\s]{1,20}$")  # marks at the edge of words
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_MOST_SHOWN = 160  # characters of the words that a message repeats


def excerpt(case: Case, id: str, exact: str) -> str:
    """Quotes words from a capture in its document, as they stand there, and seals it afresh; the words are returned.

    Raises `CaseError` where the bytes are not here or changed, where the words stand in them not once, and where the
    document was edited since its seal.
    """
    with one_at_a_time(case):
        found, name = case.evidence(id), f"evidence/{id}.md"
        path, file = case.folder / name, case.file(name)
        before = digest(path)
        if case.seals.read().get(name) != before:
            again = f'`checks seal {case.name} --because "…"`'
            raise CaseError(f"it was edited since its seal: look it over, then {again}", file=file)
        quoted = in_the_capture(case, found, exact)
        if quoted not in found.words:
            replace_file(path, with_quotation(path.read_text(encoding="utf-8"), quoted).encode())
            note_and_seal(case, name, before, f"quoted: {quoted}")
            case.documents = {**case.documents, id: read_document(path, file, "evidence")}
    return quoted


def in_the_capture(case: Case, found: Document, exact: str) -> str:
    """Words as they stand in a document's captured bytes. Raises `CaseError` where they stand there not once."""
    from checks.evidence.captures.extracting import all_words
    from checks.evidence.captures.looking_again import times_in

    text, data = text_of_capture(case, found), bytes_of(case, found) or b""
    quoted = _as_it_stands(text, exact) or _as_it_stands(all_words(data), exact)
    times = times_in(text, data, quoted) if quoted else 0
    if times != 1:
        shown = exact if len(exact) <= _MOST_SHOWN else f"{exact[:_MOST_SHOWN]} …"
        if not words(exact):
            what = "name the words to quote"
        elif times:
            what = f"“{shown}” stands in the capture {times} times: quote more of it"
        else:
            what = f"“{shown}” is not in the capture ({nearest_words(text, exact)}): copy it"
        raise CaseError(what, file=case.file(f"evidence/{found.id}.md"))
    return quoted


def with_quotation(page: str, quoted: str) -> str:
    """A capture's page that quotes words of it more."""
    body = page.replace(f"\n{NOTE}\n", "\n").rstrip("\n")
    return f"{body}\n\n> {quoted}\n"


def _as_it_stands(text: str, exact: str) -> str:
    """The words as they stand first in a text, with the marks at their edges that were given; empty if they do not."""
    hay, needle = words(text), words(exact)
    places = occurrences(needle, hay) if needle else []
    if not places:
        return ""
    start, end = hay[places[0]].start, hay[places[0] + len(needle) - 1].end
    end += _alike(text[end:], _EDGE.search(exact.strip()))
    start -= _alike(text[:start][::-1], _EDGE.search(exact.strip()[::-1]))
    return " ".join(text[start:end].split())


def _alike(text: str, marks: re.Match[str] | None) -> int:
    """How many of the marks that were given stand right there too, whatever the form of a quotation mark."""
    wanted, count = marks[0].translate(_STRAIGHT) if marks else "", 0
    while count < min(len(wanted), len(text)) and text[count].translate(_STRAIGHT) == wanted[count]:
        count += 1
    return count
