"""The command that screens very many articles: screen."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from os import cpu_count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from checks.commands.printing import aside
from checks.commands.printing import out as screen_out

if TYPE_CHECKING:
    from checks.screening.run import Told


def screen(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Folders, globs and files: articles, lines of JSON (.jsonl), tables (.csv), web archives (.warc, "
            ".warc.gz), lists of captures (.list).",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="An empty folder, or a new one, for the results.")],
    workers: Annotated[
        int | None, typer.Option(min=0, help="Processes here; 0 is none but this one. [one for each core, with Dask]")
    ] = None,
    scheduler: Annotated[
        str, typer.Option(metavar="tcp://HOST:PORT", help="A Dask scheduler whose workers see the same files.")
    ] = "",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was broken off.")] = False,
) -> None:
    """Screen very many articles: what in each cannot be, who copied whom, and which to check first.

    One that cannot be read is a row in `failures`, with its reason, and the run goes on. The results are the same
    whoever reads them, and lie in DIR/screened.sqlite, and as Parquet if pyarrow is installed.
    """
    from checks.screening import screen as screened
    from checks.screening.keeping import has_parquet
    from checks.screening.running import ADD
    from checks.screening.shown import lines

    if workers is None:
        workers = 0 if scheduler or find_spec("distributed") is None else cpu_count() or 1
    with _bar() as told:
        screened(sources, out, workers=workers, scheduler=scheduler, resume=resume, told=told)
    for line in lines(out):
        screen_out.print(line)
    if not has_parquet():
        screen_out.print(f"kept as SQLite alone: for Parquet files too, {ADD}")


@contextmanager
def _bar() -> Iterator[Told]:
    """A bar on standard error with the rate and the time that remains; gives what is told while a run goes on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    with Progress(*columns, TimeRemainingColumn(), console=aside(), transient=True) as bar:
        task = bar.add_task("listing", total=None, rate="")
        last, began, at_first = "", 0.0, 0

        def told(what: str, done: int, of: int) -> None:
            nonlocal last, began, at_first
            if what != last:  # the rate of a step, without what was done before a run was broken off
                last, began, at_first = what, time.monotonic(), done
                bar.reset(task, description=what, total=of or None, completed=done, rate="")
            seconds = time.monotonic() - began
            rate = f"{(done - at_first) / seconds:.1f} a second" if done > at_first and seconds else ""
            bar.update(task, completed=done, rate=rate)

        yield told
