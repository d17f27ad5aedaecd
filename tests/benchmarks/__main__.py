"""`make bench`: a table of every benchmark found here, and BENCHMARKS.md. Nothing in it passes or fails.

A benchmark is a module beside this one with a docstring, an `ABOUT` (where its data come from, and what was asked of its
measures) and a function `bench(data)`, which gives rows, as `Row` or as (measure, value). `data` is a folder of public
data sets, which are not ours to ship: `../shared/bench`, or the one that BENCH_DATA names. Names after the command choose some of
them; then the table is only printed. BENCH_DATE=2031-05-04 dates the page, else it is today.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
import traceback
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import peers
from page import run
from page.rows import About, rows_of, verdict
from page.written import Measured, written
from rich.console import Console
from rich.table import Table

from checks.case.record import replace_file

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NO_DATA = "its data are not here"
AT_A_GLANCE = "left out where there is no folder of data, so that somebody can look whether the table can be made"
NO_EXTRAS = "extras not installed; `make extras` adds them"


def main() -> None:
    """Runs every benchmark, or those named; prints the table, and writes the page if all were run."""
    names = sorted(path.stem for path in HERE.glob("[a-z]*.py"))
    if unknown := sorted(set(sys.argv[1:]) - set(names)):
        sys.exit(f"there is no benchmark {unknown[0]}; there are: {', '.join(names)}")
    load = os.getloadavg()[0]
    with TemporaryDirectory() as none:
        data = Path(os.environ.get("BENCH_DATA", ROOT.parent / "shared" / "bench"))
        data = data if data.is_dir() else Path(none)
        measured = [one_of(name, data) for name in sorted(set(sys.argv[1:])) or names]
    Console().print(table(measured))
    if not sys.argv[1:]:
        told = [
            f"{run.day()}, on {run.machine()}; load {load:.1f} before and {os.getloadavg()[0]:.1f} after",
            *([f"Commit {run.commit()}"] if run.commit() else []),
            f"Measured with {', '.join(run.versions())}",
            f"Peers: {', '.join(run.peers(peers.BUILD, peers.ASKED)) or 'none was asked'}",
        ]
        replace_file(ROOT / "BENCHMARKS.md", written(told, measured).encode())
    sys.exit(any(one.why_not.startswith("it broke") for one in measured))


def one_of(name: str, data: Path) -> Measured:
    """One benchmark, run; or why it was not."""
    module = importlib.import_module(name)
    about: About = module.ABOUT
    question = (module.__doc__ or "").splitlines()[0]
    here = all((data / file).exists() for file in about.files)
    why_not = "" if here else NO_DATA
    if not all(map(find_spec, about.needs)):
        why_not = why_not or NO_EXTRAS
    rows, started = [], time.monotonic()
    if not why_not:
        try:
            with Console(stderr=True).status(f"{name} …"):
                found = module.bench(data)
            rows, why_not = rows_of(about, found), ""
            if not found:
                rows, why_not = [], AT_A_GLANCE
        except Exception as error:  # the others are still run
            traceback.print_exc()
            why_not = f"it broke ({type(error).__name__})"
    seconds = time.monotonic() - started
    print(f"{name}: {why_not or f'{len(rows)} rows'}, {seconds:.0f} s", file=sys.stderr)
    return Measured(name, question, about, run.files(data, about.files) if here else "", rows, why_not, seconds)


def table(measured: list[Measured]) -> Table:
    """The rows as they are printed."""
    shown = Table("benchmark", "measure", "value", "asked", "", title="Benchmarks")
    for one in measured:
        for row in one.rows:
            shown.add_row(one.name, row.measure, row.value, row.asked, verdict(row))
        if one.why_not:
            shown.add_row(one.name, one.why_not)
        shown.add_section()
    return shown


if __name__ == "__main__":
    main()
