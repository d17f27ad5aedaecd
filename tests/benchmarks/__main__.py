"""`make bench`: a table of every benchmark found here. Nothing in it passes or fails.

A benchmark is a module beside this one with a docstring and a function `bench(data) -> list of (measure, value)`. `data`
is a folder of public data sets, which are not ours to ship: `../shared/bench`, or the one that BENCH_DATA names. A
benchmark whose data are not there returns nothing, and the table says so. Names after the command choose some of them.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent


def main() -> None:
    """Runs every benchmark and prints the table."""
    sys.path.insert(0, str(HERE))
    data = Path(os.environ.get("BENCH_DATA", HERE.parents[1].parent / "shared" / "bench"))
    table = Table("benchmark", "measure", "value", title="Benchmarks")
    for path in sorted(HERE.glob("[a-z]*.py")):
        if sys.argv[1:] and path.stem not in sys.argv[1:]:
            continue
        module = importlib.import_module(path.stem)
        with Console(stderr=True).status(f"{path.stem} …"):
            rows = module.bench(data) or [("its data are not here", "")]
        for measure, value in rows:
            table.add_row(path.stem, measure, value)
        table.add_section()
    Console().print(table)


if __name__ == "__main__":
    main()
