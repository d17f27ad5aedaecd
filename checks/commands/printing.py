"""What every command prints with: lines, tables and JSON, never an order to the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Column, Table
from rich.text import Text

if TYPE_CHECKING:
    from checks.case.verify import Verification

CaseName = Annotated[str, typer.Argument(help="The case's folder in data/cases, such as 2031-05-bridge-repairs.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON, for a program to read.")]
out = Console(highlight=False, soft_wrap=True, markup=False)
_WIDEST = {"priority": 9, "kind": 12, "cue": 14, "proposed by": 24}  # characters of a column, so that words have room


def tell(case: str, found: Verification, *, as_json: bool = False, **more: Any) -> None:
    """What `verify` saw, a line each or as JSON; ends the command with exit code 1 if anything differs."""
    differences = found.differences
    if as_json:
        told = {"differences": differences, "notes": found.notes, "captures": found.captures, "left": found.left}
        print_json({"case": case, "clean": not differences, **told, **more})
    else:
        for line in [*differences, *found.notes, *found.captures, *(f"left to do: {item}" for item in found.left)]:
            out.print(line)
        number = f"{len(differences)} {'thing differs' if len(differences) == 1 else 'things differ'}"
        out.print(f"{case}: {number if differences else 'verified, nothing differs'}")
    if differences:
        raise typer.Exit(1)


def aside() -> Console:
    """Standard error, for what is told while one waits: nothing of it where nobody looks, such as in a file."""
    console = Console(stderr=True)
    console.quiet = not console.is_terminal
    return console


@contextmanager
def cells_run(case: str) -> Iterator[Callable[[str, int], None]]:
    """A bar on standard error while a case's notebooks run; gives what is told after each cell."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("cells"))
    with Progress(*columns, TimeElapsedColumn(), console=aside(), transient=True) as bar:
        task = bar.add_task(case, total=None)
        yield lambda at, of: bar.update(task, description=at, total=of, advance=1)


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table under its title, as wide as the terminal."""
    from checks.reading.intake.incoming import CONTROLS

    headers = (Column(name, max_width=_WIDEST.get(name)) for name in columns)
    table = Table(*headers, title=title, title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    for row in rows:
        # As text, and without control characters: an article may hold mark-up, or orders to a terminal.
        table.add_row(*(Text(CONTROLS.sub(" ", cell)) for cell in row))
    Console(highlight=False, markup=False, emoji=False).print(table)


def print_json(value: dict[str, Any]) -> None:
    """A value as JSON, for a program to read."""
    print(json.dumps(value, ensure_ascii=False, indent=1))
