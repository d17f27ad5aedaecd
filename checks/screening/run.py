"""`screen`: one run over all articles, from its list to what is kept of it."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from weakref import finalize

from checks.case.errors import CaseError
from checks.case.record import replace_file
from checks.screening.keeping import DATABASE, has_parquet, merge, parquet_of
from checks.screening.one import TABLES
from checks.screening.parts import Batch, batches, keep, listed
from checks.screening.running import done_by_workers, done_here
from checks.screening.sources import items_in

if TYPE_CHECKING:
    from checks.screening.shown import Screened

Told = Callable[[str, int, int], None]  # what is done, how many articles are through it, and of how many

RUN, PARTS = "run.json", "parts"


def screen(
    sources: Sequence[str | Path], out: str | Path | None = None, *, workers: int = 0, threads: int = 0,
    scheduler: str = "", resume: bool = False, told: Told = lambda what, done, of: None,
) -> Screened:  # fmt: skip
    """What do these articles hold that cannot be, who copied whom, and which of them deserve a checker's hour?

    Each is read in this process, or by so many `workers` here, or by those of a Dask `scheduler`; the results are the
    same. They lie in the folder `out`, or without it in one that goes with what is returned. `resume` goes on with a
    run that was broken off. Raises `CaseError` for sources without an item, and for a folder that holds something else.
    """
    from checks.screening.shown import Screened
    from checks.screening.together import TABLES as OVER_ALL
    from checks.screening.together import together

    folder = Path(out or mkdtemp(prefix="screened-"))
    named = [sources] if isinstance(sources, str | Path) else sources
    with ExitStack() as unless_done, alone(folder):
        if out is None:
            unless_done.callback(shutil.rmtree, folder, ignore_errors=True)
        if read_all(named, folder, workers=workers, threads=threads, scheduler=scheduler, resume=resume, told=told):
            together(folder, told=lambda what: told(what, 0, 0))
            for table in [*TABLES, *OVER_ALL] if has_parquet() else ():
                parquet_of(folder, table)
            _end(folder)
        unless_done.pop_all()
    found = Screened(folder)
    if out is None:
        finalize(found, shutil.rmtree, folder, ignore_errors=True)
    return found


def read_all(
    sources: Sequence[str | Path], folder: Path, *, workers: int = 0, threads: int = 0, scheduler: str = "",
    resume: bool = False, told: Told = lambda what, done, of: None,
) -> bool:  # fmt: skip
    """Reads every article and keeps what is in each, in `folder`; False if an earlier run has done so already."""
    was = _was(folder, resume)
    parts = folder / PARTS
    parts.mkdir(exist_ok=True)
    try:
        total, digest = listed(items_in(sources, without=folder), parts)
        if not total:
            raise CaseError("there is no file in these sources: name folders, globs or files with articles")
    except CaseError:
        if not was:
            shutil.rmtree(parts)
        raise
    if was.get("done"):
        shutil.rmtree(parts)
        if was.get("digest") == digest and (folder / DATABASE).exists():
            return False
        what = "the sources are not those of the run that was finished here: name another folder"
        raise CaseError(what, file=folder.name)
    _note(folder, digest, done=False)
    done = sum(len(batch.items) for batch in batches(parts) if (parts / batch.part).exists())
    told("reading", done, total)
    for batch, data in _answers(parts, workers, threads, scheduler):
        keep(parts, batch.part, data)
        done += len(batch.items)
        told("reading", done, total)
    merge(parts, folder, lambda merged: told("keeping", merged, total))
    return True


def _answers(parts: Path, workers: int, threads: int, scheduler: str) -> Iterator[tuple[Batch, bytes]]:
    """The batches that have no part yet, each with its part, as they are done."""
    left = (batch for batch in batches(parts) if not (parts / batch.part).exists())
    if not (workers or threads or scheduler):
        return done_here(left)
    first = next(left, None)
    if first is None:
        return iter(())  # and no worker is started for nothing
    scratch = parts / "workers"
    return done_by_workers(chain([first], left), workers=workers, threads=threads, scheduler=scheduler, scratch=scratch)


def _was(folder: Path, resume: bool) -> dict[str, Any]:
    """What is known of an earlier run in the folder. Raises `CaseError` where this one may not begin there."""
    run = folder / RUN
    if not run.exists():
        if any(path.name != PARTS for path in folder.iterdir()):
            what = "this folder holds something else: name one that is empty, or not there yet"
            raise CaseError(what, file=folder.name)
        return {}
    try:
        was: dict[str, Any] = json.loads(run.read_text(encoding="utf-8"))
        done = was["done"]
    except (OSError, ValueError, TypeError, KeyError):
        raise CaseError("it is not as a run writes it: name another folder", file=f"{folder.name}/{RUN}") from None
    if not resume:
        what = "results of a run" if done else "a run that was broken off: --resume goes on with it"
        raise CaseError(f"this folder holds {what}; else name another one", file=folder.name)
    return was


def _note(folder: Path, digest: str, done: bool) -> None:
    replace_file(folder / RUN, f"{json.dumps({'digest': digest, 'done': done})}\n".encode())


def _end(folder: Path) -> None:
    """Notes that all is done, and takes the parts away."""
    digest = json.loads((folder / RUN).read_text(encoding="utf-8"))["digest"]
    _note(folder, digest, done=True)
    shutil.rmtree(folder / PARTS)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Makes the folder, and keeps all other runs out; if nothing came to lie there it goes. Raises `CaseError`."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        what = "another run is at work in this folder: wait for it, or name another"
        raise CaseError(what, file=folder.name) from None
    finally:
        os.close(descriptor)
        with suppress(OSError):
            folder.rmdir()  # which it refuses where something lies there
