"""The worked notebook: each kept row as the cell that makes it again, and no cell of a person touched."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import CASES, ROOT
from hypothesis import given
from hypothesis import strategies as st

from checks import dates_add_up, quotation_is_verbatim
from checks.case.calls import source
from checks.case.cells import Cell, cells
from checks.case.errors import CaseError
from checks.case.folder import Case, open_case
from checks.case.python import Call, Text
from checks.case.rows import said_in
from checks.case.verify import COMPARED, _made, verify
from checks.case.worked import sources, write

LARKMERE = "2031-06-larkmere-mile"


@pytest.fixture
def case(project: Path) -> Case:
    """A case of which nothing is in notebooks: the record alone remains."""
    case = open_case(LARKMERE)
    (case.notebooks / "02-check-the-claims.ipynb").unlink()
    return case


def book(case: Case) -> list[dict[str, Any]]:
    (path,) = case.notebooks.glob("*check-the-claims.ipynb")
    return json.loads(path.read_text(encoding="utf-8"))["cells"]  # type: ignore[no-any-return]


def change(case: Case, alter: Callable[[list[dict[str, Any]]], None]) -> None:
    (path,) = case.notebooks.glob("*check-the-claims.ipynb")
    found = json.loads(path.read_text(encoding="utf-8"))
    alter(found["cells"])
    path.write_text(json.dumps(found), encoding="utf-8")


def text(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


def as_ruff_would(code: str) -> str:
    ruff = [str(Path(sys.executable).parent / "ruff"), "format", "--isolated", "--line-length", "88", "-"]
    return subprocess.run(ruff, input=f"{code}\n", capture_output=True, text=True, check=True).stdout.rstrip("\n")


@pytest.mark.parametrize("name", CASES)
def test_every_kept_row_of_every_shipped_case_comes_back_from_its_cell(
    name: str, record_property: Callable[[str, object], None]
) -> None:
    case, all_of_it = Case(name, ROOT), []
    for key, row in case.log.rows.items():
        code = source(case, key, row)
        call = ast.parse(code).body[0].value  # type: ignore[attr-defined]
        made_key, made = _made(case, Cell(call.func.attr, "here", call))
        assert made_key == key
        assert {field: made.get(field) for field in COMPARED[key[0]]} == {
            field: row[field] for field in COMPARED[key[0]]
        }
        all_of_it.append(code)
    assert as_ruff_would("\n".join(all_of_it)) == "\n".join(all_of_it)
    record_property("told", f"{name}: {len(all_of_it)} rows came back from their cells")


@given(st.text(max_size=200), st.text(max_size=120), st.lists(st.text(max_size=60), max_size=3))
def test_any_text_comes_back_from_its_source(one: str, two: str, many: list[str]) -> None:
    code = str(Call("f", [Text(one)], {"two": Text(two), "many": [Call("g", [Text(item)]) for item in many]}))
    call = ast.parse(code).body[0].value  # type: ignore[attr-defined]
    assert ast.literal_eval(call.args[0]) == one
    assert ast.literal_eval(call.keywords[0].value) == two
    assert [ast.literal_eval(item.args[0]) for item in call.keywords[1].value.elts] == many
    assert all(char.isprintable() or char == "\n" for char in code)


def test_a_record_without_cells_gets_them_and_verifies(case: Case) -> None:
    assert verify(case).differences
    assert write(case) == []
    found = [line for line in verify(Case(LARKMERE, case.root)).differences if "seal" not in line]
    assert found == []
    assert [path.name for path in sorted(case.notebooks.iterdir())][1] == "03-check-the-claims.ipynb"
    before = book(case)
    assert text(before[0]).startswith("# Check the claims\n")
    assert text(before[1]) == (
        "from checks import (\n    open_case,\n    dates_add_up,\n    happened_on_date,\n    held_office_on_date,\n"
        '    quotation_is_verbatim,\n)\n\ncase = open_case("2031-06-larkmere-mile")'
    )
    assert [text(cell) for cell in before[2:6]] == [
        "## Club president Marta Lindqvist",
        'case.claim("president-lindqvist")',
        before[4]["source"][0],
        'case.ask(\n    "president-lindqvist",\n    held_office_on_date,\n    register=case.register("larkmere-club-offices"),\n)',
    ]
    assert before[4]["cell_type"] == "markdown"
    assert before[4]["source"][0].endswith("?")
    write(case)
    assert book(case) == before
    assert as_ruff_would(text(before[1])) == text(before[1])


@pytest.mark.usefixtures("one_notebook")
def test_it_runs(case: Case, checks: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    write(case)
    done = checks("run", LARKMERE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing differs" in done.stdout
    assert write(open_case(LARKMERE)) == []
    assert checks("verify", LARKMERE).returncode == 0


def test_rows_that_other_notebooks_have_are_left_to_them(project: Path) -> None:
    case = open_case(LARKMERE)
    path = case.notebooks / "02-check-the-claims.ipynb"
    before = path.read_bytes()
    assert write(case) == []
    assert path.read_bytes() == before
    case.searched("the archive", "finest", 0, id="archive", claim="finest-swim", on="2031-06-21")
    assert write(case) == []
    cells = book(case)
    theirs = json.loads(before)["cells"]
    assert cells[: len(theirs)] == theirs
    assert [text(cell).splitlines()[0] for cell in cells[len(theirs) :]] == [
        "## It was the finest swim that the lake has ever seen", 'case.claim("finest-swim")', "case.searched(",
    ]  # fmt: skip
    case.record.put("search", ("search", "archive"), "finest-swim", None)
    write(case)
    assert path.read_bytes() == before


def test_what_a_person_wrote_or_changed_stays_where_it_stood(case: Case) -> None:
    write(case)
    mine = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": ["Why I doubt this."]}

    def alter(cells: list[dict[str, Any]]) -> None:
        at = next(i for i, cell in enumerate(cells) if "case.claim" in text(cell) and "swam-downhill" in text(cell))
        cells.insert(at + 1, mine)
        heading = cells[at - 1]
        heading["source"] = ["## Her last quarter"]
        said = next(cell for cell in cells if "case.conclude" in text(cell) and "finest-swim" in text(cell))
        said["source"] = ['case.conclude("finest-swim", "opinion", because="In my own words.")']

    change(case, alter)
    case.searched("the archive", "downhill", 0, id="archive", claim="swam-downhill", on="2031-06-21")
    told = write(case)
    assert len(told) == 1
    assert "it concludes `finest-swim` otherwise: change this cell" in told[0]
    texts = [text(cell) for cell in book(case)]
    at = texts.index("Why I doubt this.")
    assert texts[at - 2 : at] == ["## Her last quarter", 'case.claim("swam-downhill")']
    assert sum("finest-swim" in words and "case.conclude" in words for words in texts) == 1
    assert any('id="archive"' in words for words in texts)
    before = book(case)
    write(case)
    assert book(case) == before


def test_the_notebook_of_a_new_case_gets_its_imports(project: Path, case: Case) -> None:
    from checks.case.starting import write_notebook

    path = case.notebooks / "02-check-the-claims.ipynb"
    write_notebook(path, LARKMERE, "# Check the claims", [])
    empty = path.read_bytes()
    rows = dict(case.log.rows)
    for key, row in rows.items():
        case.record.put(key[0], key, row["claim"], None)
    write(case)
    assert [text(cell) for cell in json.loads(path.read_bytes())["cells"]] == [
        text(cell) for cell in json.loads(empty)["cells"]
    ]
    case.ask("swam-downhill", quotation_is_verbatim, source=case.evidence("club-bulletin-2031-06-18"))
    write(case)
    case.ask("protest-within-14-days", dates_add_up, start=case.fact("record-certificate#signed"))
    write(case)
    texts = [text(cell) for cell in book(case)]
    assert texts[0] == "# Check the claims"
    assert texts[1].startswith("from checks import dates_add_up, open_case") or texts[1].startswith(
        "from checks import open_case, dates_add_up, quotation_is_verbatim\n"
    )
    assert not [line for line in verify(Case(LARKMERE, project)).differences if "ask" in line]


def test_what_no_cell_can_say_is_told_and_hostile_words_are_only_words(case: Case) -> None:
    claim, made = "finest-swim", "<img src=x> $x$ [a](b)"
    case.searched(made, '"; import os; "', 0, id="hostile", claim=claim, on="2031-06-21", note="line\n\u2028two")
    row = case.log.rows["conclusion", claim]
    to = {**{name: value for name, value in row.items() if name != "claim"}, "evidence": ["nowhere#fact"]}
    case.record.put("conclusion", ("conclusion", claim), claim, to)
    told = write(case)
    assert len(told) == 1
    assert "conclusion finest-swim: no cell can say this: " in told[0]
    (search,) = (cell for cell in cells(case.notebooks, case.root) if cell.method == "searched")
    assert search.arguments(case, lambda name: None)[0] == [made, '"; import os; "', 0]
    assert said_in(to)["evidence"] == ["nowhere#fact"]


def test_a_notebook_that_cannot_be_read_stops_it_and_nothing_is_written(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(case)
    before = book(case)
    case.searched("the archive", "finest", 0, id="archive", claim="finest-swim", on="2031-06-21")
    path = case.notebooks / "01-read-the-article.ipynb"
    path.write_text(path.read_text().replace('case.claim(\\"finest-swim\\")', "case.claim("))
    with pytest.raises(CaseError, match="not plain Python"):
        write(case)
    assert book(case) == before
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    with pytest.raises(CaseError, match="CHECKS_FROZEN"):
        write(case)


def test_the_cells_of_one_claim(case: Case) -> None:
    found = sources(case, "finest-swim")
    assert found == [
        'case.claim("finest-swim")',
        'case.conclude(\n    "finest-swim", "opinion", because="Praise; nothing in it could be measured."\n)',
    ]
