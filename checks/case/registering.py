"""A register made of a table that somebody typed: who held which office when, which rule was in force when."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from checks.case.bringing_in import bring_in, hold_id, one_at_a_time, taken
from checks.case.errors import CaseError
from checks.case.nouns import OF_EVERY_ROW, Register
from checks.case.record import who
from checks.evidence.captures.characters import one_line
from checks.evidence.registers import register_of
from checks.evidence.written import read_text

if TYPE_CHECKING:
    from checks.case.folder import Case

SOURCE = ("title", "publisher", "url", "licence", "standing")
OF_A_ROW = ("obtained", "retrieved")
_SAYS = {
    "id": "the row's name", "start": "first day, included", "end": "last day, included; empty if none is known",
    "source_url": "where it was seen", "standing": "of that source", "obtained": "how the row came here",
    "retrieved": "the day up to which the row is known to hold",
    "words": "the source's own words, where they were seen",
}  # fmt: skip


def new_register(case: Case, id: str, table: Path, fields: Mapping[str, str]) -> Register:
    """Makes a register of a case from a table with a header: the columns that a check needs, `start` and `end`.

    `fields` are its title, publisher, url, licence and standing, and of all its rows how they were obtained and when
    they were retrieved; a column of the table that has a name of these says it row by row. Raises `CaseError` with the
    line for what could not be read back, and then writes nothing.
    """
    with one_at_a_time(case):
        hold_id(case, id)
        if id in taken(case, "") or (case.root / "data" / "reference" / f"{id}.csv").exists():
            raise CaseError(f"the id `{id}` is taken: choose another", id=id)
        head, rows = _rows(table)
        if "start" not in head:
            raise CaseError("a register says from which day: add a column `start`", file=table.name, line=1)
        own = [name for name in head if name not in OF_EVERY_ROW]
        columns = ["id", *own, *(name for name in OF_EVERY_ROW if name != "id")]
        filled, ids = list[dict[str, str]](), set[str]()
        for row in rows:
            known = {"source_url": fields.get("url") or fields.get("publisher", ""), "standing": fields["standing"]}
            cells = {**dict.fromkeys(columns, ""), **known, **{name: fields.get(name, "") for name in OF_A_ROW}}
            cells |= {name: one_line(value) for name, value in row.items() if value.strip()}
            cells["id"] = cells["id"] or _id(cells, own, ids)
            ids.add(cells["id"])
            filled.append(cells)
        text, about = _written(columns, filled), _about(columns, filled, fields)
        made = register_of(about, text, id, case.file(f"evidence/{id}.csv"), case.file(f"evidence/{id}.md"))
        line = {"document": id, "url": made.url, "by": who(case.folder)}
        bring_in(case, {f"{id}.csv": text.encode(), f"{id}.md": about.encode()}, line)
    return made


def _rows(table: Path) -> tuple[list[str], list[dict[str, str]]]:
    reader = csv.reader(io.StringIO(read_text(table, table.name), newline=""), strict=True)
    try:
        lines = [line for line in reader if any(cell.strip() for cell in line)]
    except csv.Error as error:
        raise CaseError(f"this is not a CSV row ({error})", file=table.name, line=reader.line_num) from None
    head = [re.sub(r"\W+", "_", cell.strip().lower()) for cell in lines[0]] if lines else []
    if len(lines) < 2 or not all(head) or len(set(head)) < len(head):
        raise CaseError("a table has a line of column names, each its own, and rows below it", file=table.name)
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(head):
            told = f"this row has {len(line)} cells and the first line {len(head)}"
            raise CaseError(f"{told}: put cells with a comma in quotation marks", file=table.name, line=number)
    return head, [dict(zip(head, line, strict=True)) for line in lines[1:]]


def _id(cells: Mapping[str, str], own: list[str], ids: set[str]) -> str:
    """A row's name, from its first words."""
    found = re.findall(r"[a-z0-9]+", " ".join(cells[name] for name in own).lower())
    stem, number = "-".join(found[:3]) or "row", 2
    id = stem
    while id in ids:
        id, number = f"{stem}-{number}", number + 1
    return id


def _written(columns: list[str], rows: list[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _about(columns: list[str], rows: list[dict[str, str]], fields: Mapping[str, str]) -> str:
    """The register's page: where it is from, what it covers, and what each column holds."""
    starts, until = [row["start"] for row in rows], [row["retrieved"] for row in rows]
    stated = {name: one_line(fields.get(name, "")) for name in SOURCE}
    stated["licence"] = stated["licence"] or "not stated"
    stated["covers"] = f"{min(starts)}/{max(until)}"
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in stated.items()]
    lines += ["columns:", *(f"  {name}: {json.dumps(_SAYS.get(name, name.replace('_', ' ')))}" for name in columns)]
    return "---\n" + "\n".join(lines) + "\n---\nTyped from the source by hand.\n"
