"""What every command that asks a server shares: whom it may ask, and the bar while bytes come in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

from checks.commands.printing import aside

if TYPE_CHECKING:
    from checks.evidence.fetching.manners import Manners

AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Ask private and local addresses too, such as a server of your own.")
]
At = Annotated[
    str, typer.Option("--at", metavar="URL", help="Ask this address instead, such as a mirror of the service.")
]


def manners(allow_private: bool) -> Manners:
    """How servers are asked; of networks that are not public none is, unless that is allowed."""
    from checks.evidence.fetching.manners import EVERY_ADDRESS, Manners

    return Manners(private=EVERY_ADDRESS) if allow_private else Manners()


@contextmanager
def progress(address: str) -> Iterator[Callable[[int, int | None], None]]:
    """A bar on standard error while bytes come in; gives what is told how many have come, and of how many."""
    from checks.reading.intake.incoming import CONTROLS

    told = CONTROLS.sub("?", address)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=aside(), transient=True) as bar:
        task = bar.add_task(told if len(told) <= 60 else f"{told[:59]}…", total=None)
        yield lambda so_far, total: bar.update(task, completed=so_far, total=total)
