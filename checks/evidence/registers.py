"""Registers as files: `<name>.csv`, and `<name>.md` that says what it is and what each column holds."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from checks.case.errors import CaseError
from checks.case.nouns import OF_EVERY_ROW, Register, Row, Standing, When
from checks.evidence.captures.written import read_capture
from checks.evidence.documents import ID, split
from checks.evidence.written import Fields, read_text, read_yaml


def read_register(folder: Path, id: str, file: str) -> Register:
    """One register. `file` is how its `.csv` is named in messages.

    Raises `CaseError` with the line for an unknown, missing or empty column, a repeated id, a span that ends before
    it begins, and one that begins after it was looked at.
    """
    page = file.removesuffix("csv") + "md"
    return register_of(read_text(folder / f"{id}.md", page), read_text(folder / f"{id}.csv", file), id, file, page)


@lru_cache(maxsize=16)  # of the same text: reading a thousand rows takes longer than all else in opening a case
def register_of(about: str, table: str, id: str, file: str, page: str) -> Register:
    """One register from the text of its page and of its table. Raises as `read_register`."""
    head, _ = split(about, page)
    fields = read_yaml(head, page, first_line=2)
    fields.hold(
        required=("title", "publisher", "url", "licence", "standing", "covers", "columns"),
        optional=("also_called", "capture"),
    )
    columns = {name: fields.fields("columns").text(name) for name in fields.fields("columns")}
    for name in OF_EVERY_ROW:
        if name not in columns:
            raise fields.error(f"every register has the column `{name}`: add it and say what it holds", key="columns")
    rows = _rows(table, file, id, columns)
    return Register(
        id=id, title=fields.text("title"), url=fields.text("url"), standing=_standing(fields.text("standing"), page, 2),
        covers=_when(fields.text("covers"), page, fields.lines["covers"]), columns=MappingProxyType(columns),
        also_called=_also_called(fields.fields("also_called")), rows=rows,
        capture=read_capture(fields.fields("capture"), id),
    )  # fmt: skip


def _rows(text: str, file: str, register: str, columns: Mapping[str, str]) -> tuple[Row, ...]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        if list(reader.fieldnames or ()) != list(columns):
            raise CaseError(f"its columns must be {', '.join(columns)}, in this order", file=file, line=1)
        rows: dict[str, Row] = {}
        for cells in reader:
            if None in cells or None in cells.values():
                raise CaseError(
                    f"this row has not {len(columns)} cells: put cells with a comma in quotation marks",
                    file=file, line=reader.line_num,
                )  # fmt: skip
            row = _row(cells, file, reader.line_num, register)
            if row.id in rows:
                raise CaseError(
                    "this id stands here a second time: give it its own", file=file, line=reader.line_num, id=row.id
                )
            rows[row.id] = row
    except csv.Error as error:
        raise CaseError(f"this is not a CSV row ({error})", file=file, line=reader.line_num) from None
    return tuple(rows.values())


def _row(cells: Mapping[str, str], file: str, line: int, register: str) -> Row:
    id = cells["id"]
    if not ID.fullmatch(id):
        raise CaseError(f"`{id}` cannot be an id: use lower-case words joined by hyphens", file=file, line=line)
    for name in ("start", "source_url", "obtained", "retrieved"):
        if not cells[name]:
            raise CaseError(f"`{name}` is empty: state it", file=file, line=line, id=id)
    for name in ("start", "end", "retrieved"):
        # A month is not its first day, and a bound that is known only by its month would be read as one.
        if cells[name] and not _when(cells[name], file, line, id).is_day:
            raise CaseError(f"`{name}` is {cells[name]}, which is no day: state the day", file=file, line=line, id=id)
    try:
        span, retrieved = When.parse(f"{cells['start']}/{cells['end'] or '..'}"), When.parse(cells["retrieved"])
        if retrieved.last and span.first and retrieved.last < span.first:
            raise CaseError(f"it was retrieved {retrieved}, before it began: correct one of the two")
    except CaseError as error:
        raise error.at(file=file, line=line, id=id) from None
    standing = _standing(cells["standing"], file, line)
    return Row(register, id, MappingProxyType(dict(cells)), span, retrieved, standing)


def _when(text: str, file: str, line: int, id: str = "") -> When:
    try:
        return When.parse(text)
    except CaseError as error:
        raise error.at(file=file, line=line, id=id) from None


def _standing(text: str, file: str, line: int) -> Standing:
    if text not in get_args(Standing):
        raise CaseError(
            f"the standing `{text}` is none: choose one of {', '.join(get_args(Standing))}", file=file, line=line
        )
    return text  # type: ignore[return-value]


def _also_called(fields: Fields) -> Mapping[str, tuple[str, ...]]:
    names = {}
    for name, others in fields.items():
        if not isinstance(others, list) or not all(isinstance(other, str) for other in others):
            raise fields.error(f"`{name}` must have a list of its other names: [One, Another]", key=name)
        names[name] = tuple(others)
    return MappingProxyType(names)
