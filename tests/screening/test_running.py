"""Who does the work decides nothing: threads, workers, a scheduler, and what is left when one of them dies."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing import parent_process
from pathlib import Path

import pytest
from conftest import ROOT
from screened_articles import articles, as_lines

from checks.case.errors import CaseError
from checks.screening import running
from checks.screening.one import screened
from checks.screening.parts import AT_ONCE, Batch, packed
from checks.screening.run import alone, read_all
from checks.screening.sources import Item

pytest.importorskip("distributed", reason="Dask is not installed, so several workers are not tried: make extras")
pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own, of ports that are in use and the like


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]))
    as_lines(articles(3 * AT_ONCE + 3, words=60), tmp_path / "a.jsonl")
    return tmp_path


def kept(out: str, **more: object) -> None:
    with alone(Path(out)):
        assert read_all(["a.jsonl"], Path(out), **more)  # type: ignore[arg-type]


def seal(out: str) -> str:
    return hashlib.sha256((Path(out) / "screened.sqlite").read_bytes()).hexdigest()


def test_workers_threads_and_this_process_give_the_same_bytes(folder: Path) -> None:
    kept("here")
    kept("two", workers=2)
    kept("threads", threads=2)
    assert seal("here") == seal("two") == seal("threads")


@pytest.fixture
def scheduler(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes], subprocess.Popen[bytes]]]:
    """A scheduler in a process of its own, with one worker that is kept alive."""
    file = folder / "scheduler.json"
    started = [
        sys.executable,
        "-m",
        "distributed.cli.dask_scheduler",
        "--host",
        "127.0.0.1",
        "--port",
        "0",
        "--no-dashboard",
        "--no-show",
    ]
    one = subprocess.Popen([*started, "--scheduler-file", str(file)], stderr=subprocess.DEVNULL)
    while not file.exists() or not file.read_text().strip():
        time.sleep(0.05)
        assert one.poll() is None
    address = json.loads(file.read_text())["address"]
    other = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-dashboard", "--nthreads", "1"],
        stderr=subprocess.DEVNULL,
    )
    yield address, one, other
    for process in (other, one):
        process.kill()
        process.wait()


def test_a_scheduler_that_is_killed_is_told_and_the_run_goes_on_elsewhere(
    folder: Path,
    scheduler: tuple[str, subprocess.Popen[bytes], subprocess.Popen[bytes]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "_PATIENCE", 15)
    address, process, _ = scheduler

    def kill(what: str, at: int, of: int) -> None:
        if what == "reading" and at:
            process.send_signal(signal.SIGKILL)

    with pytest.raises(CaseError, match=r"^the scheduler has gone: start it again, and go on with --resume"):
        kept("out", scheduler=address, told=kill)
    assert list(folder.glob("out/parts/0*"))
    kept("out", resume=True)
    kept("here")
    assert seal("out") == seal("here")


def test_a_scheduler_that_is_killed_while_its_workers_are_waited_for_is_told(
    folder: Path, scheduler: tuple[str, subprocess.Popen[bytes], subprocess.Popen[bytes]]
) -> None:
    address, process, worker = scheduler
    command = [sys.executable, "-m", "checks", "screen", "a.jsonl", "--out", "out", "--scheduler", address]
    run = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    while run.poll() is None and not list(folder.glob("out/parts/0*")):
        time.sleep(0.02)
    worker.send_signal(signal.SIGSTOP)  # so that nothing more comes
    time.sleep(1)
    process.kill()
    _, told = run.communicate()
    assert run.returncode == 2
    assert told.strip() == "the scheduler has gone: start it again, and go on with --resume, which does nothing twice"


def test_a_scheduler_that_is_not_there_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_PATIENCE", 1)
    with pytest.raises(CaseError, match=r"^the scheduler tcp://127.0.0.1:9 cannot be used, as it does not answer"):
        kept("out", scheduler="tcp://127.0.0.1:9")
    with pytest.raises(CaseError, match=r"^the scheduler nonsense cannot be used"):
        kept("out", scheduler="nonsense", resume=True)


class _Deadly(Item):
    """An item that ends each worker that unpacks it, as a fault in a library would."""

    def __reduce__(self) -> tuple[object, ...]:
        return _unpacked, (self.source, self.path)


def _unpacked(source: str, path: str) -> Item:
    if parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return _Deadly(source, path)


def test_an_article_that_ends_its_worker_again_and_again_is_a_failure_and_its_neighbours_are_not(folder: Path) -> None:
    texts = [folder / f"{at}.txt" for at in range(3)]
    for text in texts:
        text.write_text("The council of Calder voted on Monday to repair the bridge.")
    before, after = (Item(text.name, str(text)) for text in texts[:2])
    other = Batch("other", (Item(texts[2].name, str(texts[2])),))
    deadly = Batch("deadly", (before, _Deadly("deadly.txt", ""), after))
    found = dict(running.done_by_workers(iter([deadly, other]), workers=1))
    assert found[other] == packed([screened(other.items[0])])
    ended = {"failures": [("deadly.txt", running._ENDED)]}
    assert found[deadly] == packed([screened(before), ended, screened(after)])
