"""What is brought in at the desk as evidence: documents from files and passages, and what is noted in them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from checks.case.captures import bytes_of, text_of_capture
from checks.case.errors import CaseError
from checks.case.handed_over import file_name, moment, read_bytes
from checks.case.noting import note_document, note_fact, note_passage
from checks.case.registering import new_register
from checks.case.taking_back import resting_on, take_back, take_back_register
from checks.case.taking_out import take_out
from checks.desk.saving import Done
from checks.reading.anchors import anchor_at

if TYPE_CHECKING:
    from checks.desk.state import State

MOST_UPLOADED = 8_000_000  # bytes: more does not come through the notebook's connection in one piece
LONGEST_SHOWN = 100_000  # characters of a document's words


def file_named(state: State, typed: str) -> tuple[str, bytes]:
    """The name and the bytes of a file in the project's folder. Raises `CaseError` for what is not in it."""
    if not typed:
        raise CaseError("name a file, or upload one")
    root = state.case.root.resolve()
    try:
        path = (root / typed).resolve()
    except (OSError, ValueError, RuntimeError) as error:
        raise CaseError(f"this is no path ({error})", file=file_name(typed)) from None
    if not path.is_relative_to(root):
        raise CaseError("it is not in the project's folder: put it there, or upload it", file=file_name(typed))
    return file_name(typed), read_bytes(str(path))


def from_file(state: State, name: str, data: bytes, id: str, fields: Mapping[str, str]) -> Done:
    """Makes a document of a file's bytes, which are kept beside it under the document's id.

    Of what kind they are, their content tells, whatever the file is called. Raises `CaseError` for what is empty or
    too long, and for bytes that the case has already.
    """
    from checks.case.capturing import Source, capture
    from checks.evidence.captures.extracting import extracted
    from checks.evidence.fetching.urls import askable

    told = file_name(name)
    if not data:
        raise CaseError("it is empty: there is nothing to keep", file=told)
    url = askable(fields["url"]) if fields.get("url") else ""
    day = fields.get("retrieved")
    at = moment(day) if day else datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    source = Source(data, extracted(data, "", told), at, url, None, told)
    made = capture(state.case, source, id=id, given=fields, stem=_made_id(fields))
    if not made.new:
        raise CaseError(f"these very bytes are there already: `{made.document}`", file=told)
    return _done(state, f"the document {made.document} was added", made.document, None)


def from_passage(state: State, passage: str, id: str, fields: Mapping[str, str]) -> Done:
    """Makes a document of a passage that was pasted."""
    id = id or _made_id(fields)
    note_document(state.case, id, fields, [passage])
    return _done(state, f"the document {id} was added", id, None)


def from_table(state: State, typed: str | bytes, columns: str, id: str, fields: Mapping[str, str]) -> Done:
    """Makes a register of rows that were typed under some columns, a row a line, or of the bytes of a CSV.

    Raises `CaseError` with the number of the row for what cannot be read.
    """
    case = state.case
    id = id or _made_id({"publisher": fields["title"] or fields["publisher"], "published": ""})
    for name in ("title", "publisher", "retrieved", "obtained"):
        if not fields.get(name):
            raise CaseError("state it: a list is worth what its source is", field=name)
    data = typed if isinstance(typed, bytes) else _with_head(typed, columns).encode()
    with TemporaryDirectory() as folder:
        table = Path(folder) / "list.csv"
        table.write_bytes(data)
        try:
            made = new_register(case, id, table, fields)
        except CaseError as error:
            row = f"row {error.line - 1}: " if error.line > 1 and error.file.endswith(".csv") else ""
            of_rows = row or error.file.endswith(".csv")
            raise CaseError(f"{row}{error.what}", field="rows" if of_rows else error.field or "id") from None
    case.forget_register(made.id)
    rested = resting_on(case, made.id)
    what = f"the list {made.id} was added ({len(made.rows)} row{'' if len(made.rows) == 1 else 's'})"
    return Done(what, state.claim, lambda: take_back_register(case, made.id, rested))


def _with_head(typed: str, columns: str) -> str:
    """A table with the line of its columns, unless it was typed too; what a row leaves out at its end is empty."""
    head = [name.strip() for name in columns.split(",")]
    rows = list(csv.reader(io.StringIO(typed), skipinitialspace=True))
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if rows and [cell.lower() for cell in rows[0]] == [name.lower() for name in head]:
        del rows[0]
    if not rows:
        raise CaseError("type the rows of the list, a line a row, or upload a CSV", field="rows")
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([head, *(row + [""] * (len(head) - len(row)) for row in rows)])
    return out.getvalue()


def note(state: State, id: str, name: str, exact: str, fields: Mapping[str, str]) -> Done:
    """Notes a fact in words of a document."""
    return _changed(
        state, id, f"the fact {id}#{name} was noted", lambda: note_fact(state.case, id, name, exact, **fields)
    )


def quote(state: State, id: str, exact: str) -> Done:
    """Quotes words in a document."""
    return _changed(state, id, f"a passage was quoted in {id}", lambda: note_passage(state.case, id, exact))


def quote_offered(state: State, id: str, sentence: str) -> tuple[Done, str]:
    """Quotes a sentence that was offered; also the reference of the passage that it is now."""
    quoted = list[str]()
    done = _changed(
        state, id, f"a passage was quoted in {id}", lambda: quoted.append(note_passage(state.case, id, sentence))
    )
    words = state.case.evidence(id).words
    start = words.index(quoted[0])
    return done, f"{id}{anchor_at(words, start, start + len(quoted[0])).kept()}"


def take_out_fact(state: State, ref: str) -> Done:
    """Takes a fact out of its document. Raises `CaseError` that names what rests on it."""
    id, _, name = ref.partition("#")
    return _changed(state, id, f"the fact {ref} was taken out", lambda: take_out(state.case, id, name))


def words_of(state: State, id: str) -> str:
    """The words of a document to choose from: those of its captured bytes where these are here, else what it quotes."""
    found = state.case.evidence(id)
    text = text_of_capture(state.case, found) if bytes_of(state.case, found) else ""
    return (text or found.words)[:LONGEST_SHOWN]


def _made_id(fields: Mapping[str, str]) -> str:
    """An id from the publisher, or the title, and the day; empty where nothing is stated."""
    words = re.findall(r"[a-z0-9]+", f"{fields['publisher'] or fields['title']} {fields['published']}".lower())
    return "-".join(words)[:60].strip("-")


def _changed(state: State, id: str, what: str, act: Callable[[], object]) -> Done:
    state.case.evidence(id)
    before = (state.case.folder / "evidence" / f"{id}.md").read_bytes()
    act()
    return _done(state, what, id, before)


def _done(state: State, what: str, id: str, before: bytes | None) -> Done:
    rested = resting_on(state.case, id)
    return Done(what, state.claim, lambda: take_back(state.case, id, before, rested))
