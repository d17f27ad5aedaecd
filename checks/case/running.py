"""Runs a case's notebooks from top to bottom and keeps what they show."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from checks.case.catalogue import FOLDER
from checks.case.cells import sources, tidied
from checks.case.errors import CaseError
from checks.case.folder import Case
from checks.case.projects import notebooks_in
from checks.case.record import replace_file
from checks.case.seals import TO_REFERENCE
from checks.case.verify import Verification, made_by_cells, verify

Progress = Callable[[str, int], None]  # told after each code cell: its notebook, and how many there are in all
OURS = {CaseError.__name__, *(kind.__name__ for kind in CaseError.__subclasses__())}


def run(name: str, root: Path, progress: Progress) -> Verification:
    """Runs a case, saves its outputs and, when it ends clean, seals its record; twice changes no byte.

    Frozen, nothing is written, and outputs that are not the ones kept are named. Rows that no cell asks any more are
    withdrawn first, with a line in the log.
    """
    case, found = Case(name, root), Verification()
    if not case.frozen:
        case.seals.settle()
        found.notes += case.record.rewrite()
        _withdraw(case)
    notebooks = notebooks_in(case.notebooks)
    if not notebooks:
        raise CaseError("there is no notebook to run", file=f"notebooks/{name}")
    total = sum(len(sources(path, _file(path, root))) for path in notebooks)
    for path in notebooks:
        found.differences += _run_notebook(path, case, partial(progress, path.stem, total))
    if found.differences:
        return found
    case = Case(name, root)
    after = verify(case, running=not case.frozen)
    if not case.frozen and not after.differences:
        _seal(case)
        after = verify(case)
    after.notes += found.notes
    return after


def _withdraw(case: Case) -> None:
    troubles = Verification()
    asked = made_by_cells(case, troubles)
    if troubles.differences:
        return  # a cell that cannot be read may still stand for a row; running it will say what is wrong
    for key in sorted(set(case.log.rows) - set(asked)):
        claim = case.log.rows[key]["claim"]
        gone = case.claims.earlier.get(claim)
        why = (
            f"its words are gone since version {gone.version + 1} of the article" if gone else "no cell has it any more"
        )
        case.record.put(key[0], key, claim, None, why=why)


def run_alone(path: Path, root: Path) -> None:
    """Runs a notebook that is of no case, and keeps what it shows. Raises `CaseError` where a cell fails."""
    notebook = _executed(path, root, lambda: None)
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", ()):
            if output["output_type"] == "error":
                raise CaseError(f"cell {number}: {output['ename']}: {output['evalue']}", file=_file(path, root))
    save_notebook(path, notebook)


def _executed(path: Path, root: Path, tell: Callable[[], None]) -> Any:
    """A notebook with what its cells show when they are run in a kernel of its own."""
    import nbformat
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    client = NotebookClient(
        notebook, kernel_manager_class=this_python(AsyncKernelManager), shutdown_kernel="immediate", timeout=600,
        allow_errors=True, record_timing=False, store_widget_state=False, coalesce_streams=True,
        on_cell_executed=lambda **_: tell(), resources={"metadata": {"path": str(path.parent)}},
    )  # fmt: skip
    client.execute(env=environment(root))
    return notebook


def _run_notebook(path: Path, case: Case, tell: Callable[[], None]) -> list[str]:
    """Executes one notebook and saves it; returns what went wrong in it, a sentence each."""
    import nbformat

    file = _file(path, case.root)
    before = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    kept = [cell.get("outputs") for cell in before.cells]
    notebook = _executed(path, case.root, tell)
    errors = [
        (number, output["ename"], output["evalue"])
        for number, cell in enumerate(notebook.cells, 1)
        for output in cell.get("outputs", ())
        if output["output_type"] == "error"
    ]
    ours = [f"{file}, cell {number}: {evalue}" for number, ename, evalue in errors if ename in OURS]
    if errors:  # what is not ours is most often a name that an earlier cell failed to make
        number, ename, evalue = errors[0]
        order = ": run the cells in their order, the one that makes it first" if ename == "NameError" else ""
        return ours or [f"{file}, cell {number}: {ename}: {evalue}{order}"]
    if case.frozen:
        return [
            f"{file}, cell {number}: it shows something else than was kept: `checks run {case.name}` keeps it"
            for number, (cell, before) in enumerate(zip(notebook.cells, kept, strict=True), 1)
            if _compared(cell.get("outputs")) != _compared(before)
        ]
    save_notebook(path, notebook)
    return []


def _compared(outputs: Any) -> Any:
    """Outputs without pictures, whose bytes another machine may draw otherwise; their numbers stand beside them."""
    return [
        {**output, "data": {kind: data for kind, data in output.get("data", {}).items() if kind != "image/png"}}
        for output in outputs or ()
    ]


def save_notebook(path: Path, notebook: Any) -> None:
    """Writes a notebook without anything that differs from one machine or run to another."""
    import nbformat

    data = tidied(nbformat.writes(notebook, version=4).encode())
    if not path.exists() or path.read_bytes() != data:
        replace_file(path, data)


def _seal(case: Case) -> None:
    files, sealed = case.seals.files(), case.seals.read()
    gone = [path for path in sealed if path not in files and case.seals.written_by_a_run(path)]
    if gone:
        case.seals.drop(gone)
    case.seals.add(
        path
        for path in files
        if case.seals.written_by_a_run(path) or (path.startswith(TO_REFERENCE) and path not in sealed)
    )


def this_python(manager: type) -> type:
    """A kernel manager that starts this very Python, whatever kernels the user has installed."""
    from ipykernel.kernelspec import get_kernel_dict
    from jupyter_client.kernelspec import KernelSpec

    class ThisPython(manager):  # type: ignore[misc]
        @property
        def kernel_spec(self) -> KernelSpec:
            # Its notice on TCP would alarm, and a history shared by two kernels could only lock one out.
            spec = get_kernel_dict()
            quiet = ["--IPKernelApp.log_level=40", "--HistoryManager.enabled=False"]
            return KernelSpec(**{**spec, "argv": spec["argv"] + quiet})

    return ThisPython


def environment(root: Path) -> dict[str, str]:
    """What a kernel needs to know: the project's folder, and where this package is."""
    path = os.pathsep.join(part for part in (str(FOLDER.parent), os.environ.get("PYTHONPATH", "")) if part)
    return {**os.environ, "CHECKS_ROOT": str(root), "PYTHONPATH": path, "PYTHONHASHSEED": "0", "CHECKS_RUN": "1"}


def _file(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
