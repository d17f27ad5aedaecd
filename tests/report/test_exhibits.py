"""What notebooks show, drawn again: every picture and table of the shipped ones, with its numbers; nothing is run."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from conftest import CASES, ROOT

from checks.case.folder import Case
from checks.case.projects import notebooks_in
from checks.report.exhibits import SHOWN, exhibits


def outputs(case: Case) -> list[str]:
    """What the shipped notebooks show for the calls that draw, as plain text."""
    found = []
    for path in notebooks_in(case.notebooks):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and any(source.startswith(f"{name}(") for name in SHOWN):
                found.append("".join(cell["outputs"][0]["data"]["text/plain"]))
    return found


@pytest.mark.parametrize("case", CASES)
def test_every_picture_and_table_of_the_notebooks_is_there_with_its_numbers(case: str) -> None:
    opened = Case(case, ROOT)
    found, faults = exhibits(opened)
    assert faults == []
    shown = outputs(opened)
    assert sum(bool(one.picture) + bool(one.columns) for one in found) == len(shown)
    every = " ".join(
        " ".join([one.title, *one.lines, *one.columns, *(c for row in one.rows for c in row)]) for one in found
    )
    for text in shown:
        if "\n1 " not in text and not text.startswith(
            ("altered", "edited")
        ):  # a picture: a line each of what is on it; of a table the columns are cut by width
            for line in text.split("\n"):
                assert line.split(": ")[0].split("…")[0].rstrip() in unescape(every)
    for one in found:
        assert one.lines or one.columns
        assert all(len(row) == len(one.columns) for row in one.rows)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("table(mine, between=When.parse('2036'))", "`mine` is not written out"),
        ("table(open('/etc/passwd').read(), between=2)", "is not written out"),
        ("table(case.register('nowhere'), between=When.parse('2036'))", "there is no register `nowhere`"),
        ("table(case.register('skerrin-harbour-masters'), between='2036')", "not written out"),
        ("table(between=When.parse('2036'))", "not written out"),
        ("table(case.register('skerrin-harbour-masters'), between=When.parse('soon'))", "is not a date"),
    ],
)
def test_a_call_that_cannot_be_drawn_is_named_and_nothing_is_run(
    project: Path, edit: Callable[[Path, str, str], None], source: str, told: str
) -> None:
    old = 'table(case.register(\\"skerrin-harbour-masters\\"), between=When.parse(\\"2036\\"))'
    edit(project / "notebooks" / "start-here.ipynb", old, source.replace('"', '\\"'))
    found, faults = exhibits(Case("start-here", project))
    assert found == []
    assert len(faults) == 1
    assert told in faults[0]
    assert faults[0].startswith("notebooks/start-here.ipynb, cell ")
