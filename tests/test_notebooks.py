"""Guards for the holes of nbval: what a notebook must be before comparing its outputs means anything."""

from __future__ import annotations

import ast
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import CASES, ROOT

from checks.case.projects import notebooks_in

NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
NOTEBOOKS = [path for path in NOTEBOOKS if ".ipynb_checkpoints" not in path.parts]
OF_EACH = [notebooks_in(ROOT / "notebooks" / case) for case in CASES]
ID = [path.relative_to(ROOT / "notebooks").as_posix() for path in NOTEBOOKS]
MARKERS = re.compile(r"NBVAL|PYTEST_VALIDATE|nbval-|raises-exception", re.IGNORECASE)


def book(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def code(path: Path) -> list[dict[str, Any]]:
    return [cell for cell in book(path)["cells"] if cell["cell_type"] == "code"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ID)
def test_it_was_run_once_from_top_to_bottom(path: Path) -> None:
    assert [cell["execution_count"] for cell in code(path)] == list(range(1, len(code(path)) + 1))
    assert not [output for cell in code(path) for output in cell["outputs"] if output["output_type"] == "error"]
    assert not [output for cell in code(path) for output in cell["outputs"] if output.get("name") == "stderr"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ID)
def test_nothing_in_it_is_hidden_from_comparison(path: Path) -> None:
    for cell in book(path)["cells"]:
        assert not MARKERS.search("".join(cell["source"]))
        assert cell["metadata"].get("tags", []) == []
        assert set(cell["metadata"]) <= {"tags"}
        assert not "".join(cell["source"]).rstrip().endswith(";")
    assert set(book(path)["metadata"]) == {"kernelspec", "language_info"}
    assert "execution" not in json.dumps([cell["metadata"] for cell in book(path)["cells"]])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ID)
def test_it_names_no_path_of_a_machine(path: Path) -> None:
    assert not re.search(r"(?<![\w./<])/(?:home|Users|root|tmp|work)/", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ID)
def test_a_case_s_notebook_defines_nothing_loops_over_nothing_opens_nothing(path: Path) -> None:
    forbidden = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If, ast.With, ast.Try, ast.Global,
                 ast.ListComp, ast.DictComp, ast.SetComp, ast.GeneratorExp, ast.JoinedStr)  # fmt: skip
    for cell in code(path):
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            assert not isinstance(node, forbidden), ast.unparse(node)
            if isinstance(node, ast.Assign):
                assert [ast.unparse(target) for target in node.targets] in (["case"], ["screened"])
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id in {
                    "open_case", "intervals", "table", "timeline", "timeline_table", "wording", "wording_table", "exits",
                    "exits_table", "versions", "versions_table", "desk", "screen",
                }  # fmt: skip


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ID)
def test_it_teaches(path: Path) -> None:
    """A heading first, and prose before every question that is asked."""
    cells = book(path)["cells"]
    assert "".join(cells[0]["source"]).startswith("# ")
    for before, cell in pairwise(cells):
        if "case.ask(" in "".join(cell["source"]):
            assert before["cell_type"] == "markdown"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ID)
def test_tables_of_the_whole_record_stand_in_the_last_notebook_alone(path: Path) -> None:
    last = path in {of_a_case[-1] for of_a_case in OF_EACH}
    sources = ["".join(cell["source"]) for cell in code(path)]
    tables = [source for source in sources if re.search(r"case\.(findings|conclusions|ledger|close)\(", source)]
    assert bool(tables) == last
    if last:
        assert sources[-1] == "case.close()"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=ID)
def test_a_card_is_small_inline_and_says_nothing_of_when(path: Path) -> None:
    for cell in code(path):
        for output in cell["outputs"]:
            html = "".join(output.get("data", {}).get("text/html", ""))
            if html.startswith('<div class="tex2jax_ignore mathjax_ignore" style="border-left'):
                assert len(html.encode()) < 2000  # three long addresses among them
                assert not re.search(r"<(script|style|link|img|iframe)|\bon\w+=|javascript:", html)
                said = re.sub(r"“[^”]*”|<[^>]*>", "", html)
                assert not re.search(r"\bsaved\b|\b\d\d:\d\d\b", said)


def test_names_are_numbered_and_the_last_is_the_report() -> None:
    for paths in OF_EACH:
        names = [path.stem for path in paths]
        if names == ["start-here"]:  # a case of one notebook, which is named as the case is
            continue
        assert [name[:3] for name in names] == [f"{number:02d}-" for number in range(1, len(names) + 1)]
        assert names[-1].endswith("report")


def test_the_sanitise_file_touches_nothing_but_addresses() -> None:
    rules = re.findall(r"^regex: (.*)$", (ROOT / "tests" / "nbval.cfg").read_text(encoding="utf-8"), re.MULTILINE)
    assert rules == ["0x[0-9a-f]{6,}"]


@pytest.mark.parametrize("frozen", ["1", ""])
def test_a_kernel_under_test_has_no_network(frozen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    from checks.case.running import environment, this_python

    monkeypatch.setenv("CHECKS_FROZEN", frozen)
    asks = "import socket\ntry:\n    socket.create_connection(('192.0.2.1', 9), timeout=.2)\nexcept OSError as e:\n    print(e)"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(asks)])
    client = NotebookClient(notebook, kernel_manager_class=this_python(AsyncKernelManager), timeout=60)
    client.execute(env=environment(tmp_path))
    told = notebook.cells[0].outputs[0].text
    assert ("has no network" in told) == bool(frozen), told
