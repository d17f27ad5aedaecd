"""Who does the work: this process, threads, processes on this machine, or workers that a Dask scheduler has.

All run one function of a batch's items, and the order in which they are done decides nothing. Workers are sent
references, and send back a part. Only a few batches are under way at a time, so memory does not grow with the work.
"""

from __future__ import annotations

import gc
import logging
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checks.case.errors import CaseError
from checks.screening.one import failed, screened
from checks.screening.parts import Batch, packed
from checks.screening.sources import Item

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 3  # batches under way for each worker: one at work, one waiting there, one on its way
_SETTINGS = {
    "distributed.scheduler.allowed-failures": 1,  # of a batch; its articles are then asked one by one
    "distributed.admin.low-level-log-length": 50,  # of what the scheduler and the workers note of each batch
    "distributed.worker.profile.enabled": False,  # it keeps the calls of every second, and memory grows with them
}
_MEMORY = "2GiB"  # of one worker on this machine; one that needs more is stopped, and its article named
_SECONDS = 5.0  # after which it is looked whether the scheduler still answers
_PATIENCE = 30  # seconds for a scheduler to answer, and for its first worker to come
_ENDED = "the process that read it was ended each time, by its memory or a fault: look at it alone"
_GONE = "the scheduler has gone: start it again, and go on with --resume, which does nothing twice"
ADD = "install what it needs with `make extras`"


def part_of(items: Sequence[Item]) -> bytes:
    """The part of a batch: what is sent to a worker, and runs alike everywhere."""
    collects = gc.isenabled()
    gc.disable()  # to look for circles again and again would take an eighth of the time
    try:
        return packed([screened(item) for item in items])
    finally:
        if collects:
            gc.enable()
            gc.collect()  # Dask leaves some, and a worker that is always at work would never look


def done_here(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
    """Each batch with its part, in this process."""
    for batch in batches:
        yield batch, part_of(batch.items)


def done_by_workers(
    batches: Iterator[Batch], *, workers: int = 0, threads: int = 0, scheduler: str = "", scratch: Path | None = None
) -> Iterator[tuple[Batch, bytes]]:
    """Each batch with its part, as they are done: by so many processes or threads here, or by a scheduler's workers.

    Raises `CaseError` where Dask is not installed, and where the scheduler cannot be reached or goes away.
    """
    try:
        import dask
        from distributed import Client, LocalCluster
        from distributed.client import FutureCancelledError, FuturesCancelledError
        from distributed.comm import CommClosedError
    except ImportError:
        raise CaseError(f"Dask is not installed, which several workers need: {ADD}") from None
    with ExitStack() as stack:
        stack.enter_context(dask.config.set(_SETTINGS | {"distributed.comm.timeouts.connect": f"{_PATIENCE}s"}))
        for name in ("distributed", "distributed.client"):  # what matters is told by an error below
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        if scheduler:
            try:
                client = stack.enter_context(Client(scheduler, timeout=_PATIENCE))
                client.wait_for_workers(1, timeout=_PATIENCE)
            except (OSError, ValueError, TypeError) as error:
                raise CaseError(_unreached(scheduler, error)) from None
        else:
            cluster = stack.enter_context(
                LocalCluster(
                    n_workers=workers or 1,
                    threads_per_worker=threads or 1,
                    processes=not threads,
                    memory_limit=_MEMORY,
                    dashboard_address="127.0.0.1:0",  # any free port: two runs at once are no mistake
                    silence_logs=logging.CRITICAL + 1,
                    local_directory=scratch and str(scratch),
                )
            )
            client = stack.enter_context(Client(cluster))
        try:
            yield from _over(client, batches)
        except (CommClosedError, FutureCancelledError, FuturesCancelledError):
            raise CaseError(_GONE) from None


def _over(client: Client, batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
    """Each batch with its part, a few under way at a time.

    A batch whose worker died more often than Dask tries again is set aside; its articles are then asked one by one,
    with nothing else under way, so that the one that ends its worker is told from those that were beside it.
    """
    under_way: dict[Future, Batch] = {}
    aside: deque[Batch] = deque()
    more = True
    while more or under_way or aside:
        most = 0 if aside else AHEAD * max(1, sum(client.nthreads().values()))
        while more and len(under_way) < most:
            batch = next(batches, None)
            more = batch is not None
            if batch:
                under_way[client.submit(part_of, batch.items, pure=False)] = batch
        if not under_way:
            while aside:
                batch = aside.popleft()
                yield batch, packed([_asked_alone(client, item) for item in batch.items])
            continue
        for future in _finished(client, list(under_way)):
            batch = under_way.pop(future)
            part = _answer(future)
            if part is None:
                aside.append(batch)
            else:
                yield batch, part


def _asked_alone(client: Client, item: Item) -> dict[str, list[tuple[Any, ...]]]:
    future = client.submit(screened, item, pure=False)
    _finished(client, [future])
    found: dict[str, list[tuple[Any, ...]]] | None = _answer(future)
    return failed(item, _ENDED) if found is None else found


def _finished(client: Client, futures: list[Future]) -> list[Future]:
    """Those of the futures that are done, once one is. Raises `CaseError` if the scheduler goes away."""
    from distributed import wait

    while True:
        try:
            return sorted(wait(futures, timeout=_SECONDS, return_when="FIRST_COMPLETED").done, key=futures.index)
        except TimeoutError:
            if client.status != "running":
                raise CaseError(_GONE) from None


def _answer(future: Future) -> Any:
    """What a worker sent back; None if it died of it again and again. Raises `CaseError` for a worker that cannot."""
    from distributed import KilledWorker

    if future.status in ("cancelled", "lost"):
        raise CaseError(_GONE)
    if future.status == "error":
        error = future.exception()
        if isinstance(error, KilledWorker):
            return None
        told = f"{type(error).__name__}: {error}".split("\n")[0][:200]
        raise CaseError(f"the workers cannot do it ({told}): they need this package, and the same files, as here")
    return future.result()


def _unreached(scheduler: str, error: Exception) -> str:
    why = "it has no workers" if "worker" in str(error) else "it does not answer"
    return f"the scheduler {scheduler} cannot be used, as {why}: start it with `dask scheduler`, and `dask worker`"
