"""Every stored value is held to account: each is changed, one at a time, and the change must be named.

Values of the data are changed on disk and `verify` is called in this process. That a run gives the stored outputs is
nbval's to say (`make test` asks it of every notebook); here they are changed line by line, and its own comparer is asked.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

import nbformat
import pytest
from conftest import CASES, ROOT
from nbval.plugin import IPyNbCell, IPyNbFile

from checks.case.folder import Case
from checks.case.projects import notebooks_in
from checks.case.verify import verify_case

PARTS = 4  # of one long test, so that workers share it; the summary adds up what each of them named
NOTEBOOKS = {(case, path.stem): path for case in CASES for path in notebooks_in(ROOT / "notebooks" / case)}


def other(value: str) -> str:
    """Another value: its last digit changed, else its last letter, else one put there."""
    found = list(re.finditer(r"\d", value)) or list(re.finditer(r"[A-Za-z]", value))
    if not found:
        return value + "x"
    at = found[-1].start()
    new = str((int(value[at]) + 1) % 10) if value[at].isdigit() else ("b" if value[at] != "b" else "c")
    return value[:at] + new + value[at + 1 :]


def cells_changed(data: bytes) -> Iterator[tuple[str, bytes]]:
    """A CSV with one cell changed, for each of its cells."""
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    lines = [csv_line(row) for row in rows]
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            changed = csv_line([*row[:j], other(cell), *row[j + 1 :]])
            yield f"row {i}, column {j}", "".join([*lines[:i], changed, *lines[i + 1 :]]).encode()


def csv_line(row: list[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerow(row)
    return out.getvalue()


def values_changed(data: bytes) -> Iterator[tuple[str, bytes]]:
    """A YAML file or front matter with one value changed, for each scalar that stands after a colon or a dash."""
    text = data.decode()
    end = text.find("\n---\n", 4) if text.startswith("---\n") else len(text)
    for found in re.finditer(r"(?:: |- )(\"[^\"\n]+\"|[^\s{\[\"#|>][^,}\]\n]*)", text[:end]):
        a, b = found.span(1)
        yield f"value {text[a:b][:40]!r}", (text[:a] + other(text[a:b]) + text[b:]).encode()


def lines_changed(data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file with one line changed, for each of its lines."""
    lines = data.decode().splitlines(keepends=True)
    for i, line in enumerate(lines):
        yield f"line {i + 1} changed", "".join([*lines[:i], other(line), *lines[i + 1 :]]).encode()


def stored(project: Path, case: str) -> Iterator[tuple[Path, str, bytes]]:
    opened = Case(case, project)
    for path in opened.seals.files().values():
        data = path.read_bytes()
        if path.suffix == ".csv":
            # Of a large register every twentieth cell, since all of it is under one seal.
            changes = [change for i, change in enumerate(cells_changed(data)) if len(data) < 10_000 or i % 20 == 0]
        elif path.suffix in (".md", ".yaml"):
            changes = [*values_changed(data)]
        elif path.suffix == ".jsonl":
            changes = [*lines_changed(data)]
        else:
            continue
        for what, changed in changes:
            yield path, what, changed
    for what, changed in lines_changed((opened.folder / "seals.txt").read_bytes()):
        yield opened.folder / "seals.txt", what, changed


def rounds(changes: list[tuple[Path, str, bytes]]) -> Iterator[list[tuple[Path, str, bytes]]]:
    """The changes in rounds of at most one of each file."""
    by_file: dict[Path, list[tuple[Path, str, bytes]]] = {}
    for change in changes:
        by_file.setdefault(change[0], []).append(change)
    for row in zip_longest(*by_file.values()):
        yield [change for change in row if change]


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("case", CASES)
def test_every_stored_value_changed_is_named(
    project: Path, case: str, part: int, record_property: Callable[[str, object], None]
) -> None:
    missed, tried = [], 0
    changes = [change for change in stored(project, case) if change[2] != change[0].read_bytes()]
    assert len(changes) > 200
    seals, mine = Case(case, project).seals, changes[part::PARTS]
    # `verify` looks at the seals first, and names what differs from one; each fortieth change is looked at whole, and
    # the others a file at a time of each, since every file has a seal of its own.
    whole = [change for n, change in enumerate(mine) if n % 40 == 0]
    sealed = [change for n, change in enumerate(mine) if n % 40]
    for group in [*([change] for change in whole), *rounds(sealed)]:
        kept = {path: path.read_bytes() for path, _, _ in group}
        for path, _, changed in group:
            path.write_bytes(changed)
        tried += len(group)
        found = verify_case(case, project).differences if group[0] in whole else seals.faults()[0]
        for path, what, _ in group:
            if not any(path.name in line and "\n" not in line for line in found):
                missed.append(f"{path.name}: {what}: {found}")
        for path, data in kept.items():
            path.write_bytes(data)
    record_property("named", (f"{case}: changed values", tried - len(missed), tried))
    assert missed == []
    assert tried > 200 // PARTS
    assert verify_case(case, project).differences == []


def outputs_changed(outputs: list[Any]) -> Iterator[list[Any]]:
    """Stored outputs with one line of one of them changed, for each line that nbval compares."""
    for i, output in enumerate(outputs):
        places = [("text", None)] if output["output_type"] == "stream" else [("data", kind) for kind in output["data"]]
        for field, kind in places:
            text = output[field] if kind is None else output[field][kind]
            if kind == "image/png":
                continue  # nbval does not compare pictures; their numbers stand in the text beside them
            for n, line in enumerate(text.splitlines(keepends=True)):
                if not line.strip():
                    continue
                lines = text.splitlines(keepends=True)
                lines[n] = other(line)
                new = "".join(lines)
                changed = {**output, field: new if kind is None else {**output[field], kind: new}}
                yield [*outputs[:i], nbformat.from_dict(changed), *outputs[i + 1 :]]


def test_every_cell_of_a_large_register_changed_is_named(
    project: Path, record_property: Callable[[str, object], None]
) -> None:
    """A sixth of the cells, of which the test above takes every twentieth, held to the seals that `verify` reads."""
    seals, tried, missed = Case("2025-12-landmines", project).seals, 0, []
    path = project / "data/reference/mine-ban-treaty.csv"
    for number, (what, changed) in enumerate(cells_changed(path.read_bytes())):
        if number % 6:
            continue
        path.write_bytes(changed)
        tried += 1
        if not any(path.name in line for line in seals.faults()[0]):
            missed.append(what)
    record_property("named", (f"{path.stem}: changed cells", tried - len(missed), tried))
    assert missed == []
    assert tried > 800


@pytest.mark.parametrize(("case", "name"), NOTEBOOKS)
def test_every_stored_output_line_changed_is_named(
    request: pytest.FixtureRequest, project: Path, case: str, name: str,
    record_property: Callable[[str, object], None],
) -> None:  # fmt: skip
    shutil.copy(ROOT / "tests" / "nbval.cfg", project)
    missed, tried = [], 0
    path = project / NOTEBOOKS[case, name].relative_to(ROOT)
    kept = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    file = IPyNbFile.from_parent(request.session, path=path)
    file.skip_compare = (
        "metadata",
        "traceback",
        "execution_count",
        "application/vnd.jupyter.widget-view+json",
        "image/png",
    )
    for number, cell in enumerate(kept.cells):
        if cell.cell_type != "code":
            continue
        item = IPyNbCell.from_parent(file, name=f"Cell {number}", cell_num=number, cell=cell, options={})
        item.comparison_traceback = []
        assert item.compare_outputs(cell.outputs, cell.outputs, skip_compare=file.skip_compare), path.name
        for changed in outputs_changed(cell.outputs):
            tried += 1
            if item.compare_outputs(cell.outputs, changed, skip_compare=file.skip_compare):
                missed.append(f"{path.name}, cell {number + 1}")
    record_property("named", (f"{case}: changed output lines", tried - len(missed), tried))
    assert missed == []
    assert tried > 0


@pytest.mark.parametrize("case", CASES)
def test_the_stored_output_lines_of_a_case_are_many(case: str) -> None:
    paths = [path for (of, _), path in NOTEBOOKS.items() if of == case]
    books = [nbformat.reads(path.read_text(encoding="utf-8"), as_version=4) for path in paths]
    cells = [cell for book in books for cell in book.cells if cell.cell_type == "code"]
    assert sum(1 for cell in cells for _ in outputs_changed(cell.outputs)) > 200
