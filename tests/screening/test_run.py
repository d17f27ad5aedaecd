"""A whole run: what is kept, what a broken one leaves, and that nothing is done or lost twice."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT
from screened_articles import articles, as_lines, hostile

from checks.case.errors import CaseError
from checks.screening import Screened, screen
from checks.screening.parts import AT_ONCE
from checks.screening.run import alone, read_all


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    as_lines(articles(12, words=60), tmp_path / "a.jsonl")
    as_lines(articles(AT_ONCE, words=20), tmp_path / "b.jsonl")
    (tmp_path / "few").mkdir()
    for number, one in enumerate(articles(2, words=100)):
        (tmp_path / "few" / f"{number}.txt").write_text(one["text"])
    return tmp_path


def kept(sources: list[str], out: str, **more: object) -> None:
    """Reads and keeps, without what is only seen over all articles: ours here are too alike for that."""
    with alone(Path(out)):
        assert read_all(sources, Path(out), **more)  # type: ignore[arg-type]


def rows(out: Path, asked: str) -> list[tuple[object, ...]]:
    database = sqlite3.connect(out / "screened.sqlite")
    try:
        return database.execute(asked).fetchall()
    finally:
        database.close()


def seal(out: Path) -> str:
    return hashlib.sha256((out / "screened.sqlite").read_bytes()).hexdigest()


def test_what_is_kept_is_counted_in_the_order_of_the_sources_and_found_by_its_words(folder: Path) -> None:
    hostile(folder / "in", 12)
    kept(["b.jsonl", "in", "a.jsonl"], "out")
    wanted = [(at, f"a.jsonl#{at}") for at in range(1, 13)]
    wanted += [(12 + at, f"b.jsonl#{at}") for at in range(1, AT_ONCE + 1)]
    out = Path("out")
    assert rows(out, "SELECT id, source FROM articles ORDER BY id") == wanted
    assert len(rows(out, "SELECT source, reason FROM failures")) == 12
    assert rows(out, "SELECT rowid FROM articles_fts WHERE articles_fts MATCH 'title : 11'") == [(12,), (24,)]
    for table in ("suspicions", "amounts", "dates", "voices", "quotations"):
        asked = f'SELECT count(*), sum({table}.words = substr(text, start + 1, "end" - start)) FROM {table} JOIN articles ON id = article'  # noqa: S608
        [(count, right)] = rows(out, asked)
        assert count == right > 0, table


def test_the_same_articles_give_the_same_bytes(folder: Path) -> None:
    kept(["a*"], "one")
    kept([str(folder / "a.jsonl"), "a.jsonl"], "two")
    assert seal(Path("one")) == seal(Path("two"))


def test_without_a_folder_the_results_go_with_what_shows_them(folder: Path) -> None:
    found = screen("few")
    assert isinstance(found, Screened)
    assert found.out.exists()
    out = found.out
    del found
    assert not out.exists()


def test_a_run_that_was_killed_goes_on_where_it_was_and_does_nothing_twice(folder: Path) -> None:
    as_lines(articles(3 * AT_ONCE, words=20), folder / "c.jsonl")
    command = [sys.executable, "-c", "from checks.screening import screen; screen(['c.jsonl'], 'out')"]
    running = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": str(ROOT)})
    while not list(folder.glob("out/parts/0000000-*")):
        time.sleep(0.02)
        assert running.poll() is None
    running.send_signal(signal.SIGKILL)
    running.wait()
    done = {path.name: path.stat().st_mtime_ns for path in folder.glob("out/parts/0*")}
    assert 0 < len(done) < 3
    with pytest.raises(CaseError, match=r"^out: this folder holds a run that was broken off: --resume goes on with it"):
        screen(["c.jsonl"], "out")
    told: list[int] = []
    later: dict[str, int] = {}

    def seen(what: str, at: int, of: int) -> None:
        told.extend([at] if what == "reading" else [])
        later.update({path.name: path.stat().st_mtime_ns for path in folder.glob("out/parts/0*")})

    kept(["c.jsonl"], "out", resume=True, told=seen)
    assert told == [at * AT_ONCE for at in range(len(done), 4)]
    assert {name: later[name] for name in done} == done
    kept(["c.jsonl"], "whole")
    assert seal(Path("out")) == seal(Path("whole"))


def test_a_finished_run_is_not_done_again_and_its_sources_must_be_the_same(folder: Path) -> None:
    screen(["few"], "out")
    before = (Path("out") / "screened.sqlite").stat().st_mtime_ns
    told: list[str] = []
    screen(["few"], "out", resume=True, told=lambda what, at, of: told.append(what))
    assert ((Path("out") / "screened.sqlite").stat().st_mtime_ns, told) == (before, [])
    with pytest.raises(CaseError, match=r"^out: this folder holds results of a run; else name another one$"):
        screen(["few"], "out")
    with pytest.raises(CaseError, match=r"the sources are not those of the run that was finished here"):
        screen(["b.jsonl"], "out", resume=True)
    assert sorted(path.name for path in Path("out").iterdir() if path.suffix != ".parquet") == [
        "run.json",
        "screened.sqlite",
    ]


def test_another_folder_is_left_alone(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(CaseError, match=r"^mine: this folder holds something else"):
        screen(["a.jsonl"], "mine", resume=True)
    with pytest.raises(CaseError, match=r"^gone: there is no such file or folder"):
        screen(["gone"], "new")
    assert not (folder / "new").exists()
    (folder / "empty").mkdir()
    with pytest.raises(CaseError, match=r"there is no file in these sources"):
        screen(["empty"], "new")
    odd = folder / "odd"
    odd.mkdir()
    (odd / "run.json").write_text(json.dumps([]))
    with pytest.raises(CaseError, match=r"^odd/run.json: it is not as a run writes it"):
        screen(["a.jsonl"], odd, resume=True)


def test_two_runs_do_not_share_a_folder(folder: Path) -> None:
    def again(what: str, at: int, of: int) -> None:
        with pytest.raises(CaseError, match=r"^out: another run is at work in this folder"):
            screen(["b.jsonl"], "out", resume=True)

    kept(["few"], "out", told=again)
