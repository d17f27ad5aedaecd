"""Very many articles, screened by several workers: the rate, the memory of each process, and that all give the same.

The articles are synthetic (`tests/screened_articles.py`): of news length, put together from sentences with seeded names
and figures. `SCREENING_ARTICLES=20000` says how many. All of them are screened with two workers. A twentieth, with
hostile inputs among them (1 for every 100 of all, one of them a line of 50 MB; each must be a row of `failures`), is
screened with one worker, with two, with two of which one is killed every 20 seconds, in threads, in one process, and with
a client that is killed. Needs Dask; the folder of data only says whether benchmarks are wanted. Seconds are of this
machine, at the load that is told.
"""

from __future__ import annotations

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from page import About, Row

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
ASKED_OF, TELLING = 20_000, 4_000  # articles; of fewer, what each worker must start with is much of a run
ARTICLES, EVERY = 400, 20.0  # articles where nothing is said; seconds between two kills
AT_ONCE = 50  # articles of a part
LONG = 50_000_000

ABOUT = About(
    data="articles of news length put together from sentences with slots, and hostile inputs (SCREENING_ARTICLES sets how many)",
    licence="the project's own",
    synthetic=True,
    needs=("distributed",),
)


def bench(data: Path) -> list[Row | tuple[str, str]]:
    """Rates and peaks of memory, whether all results are equal, and what the kills and the hostile inputs did."""
    if not (data.exists() and any(data.iterdir())):
        return []
    count = int(os.environ.get("SCREENING_ARTICLES", ARTICLES))
    rows = [("articles, synthetic; load of the machine before", f"{count:,}; {os.getloadavg()[0]:.1f}")]
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return rows + list(_measured(count))
        finally:
            os.chdir(ROOT)


def _measured(count: int) -> Iterator[Row | tuple[str, str]]:
    some = _made("some", count // 20, count // 100)
    note = "" if count >= ASKED_OF else f"asked of {ASKED_OF:,} articles"
    ways: dict[str, dict[str, Any]] = {
        "one": {"workers": 1}, "two": {"workers": 2}, "killed": {"workers": 2, "kill": True}, "threads": {"threads": 2},
        "none": {},
    }  # fmt: skip
    runs = {how: _run(f"some-{how}", some, **asked) for how, asked in ways.items()}
    one, two = runs["one"], runs["two"]
    rates = f"{one['rate']:.1f}; {two['rate']:.1f}; times the rate {two['rate'] / one['rate']:.2f}"
    yield Row(
        "articles a second, a twentieth: one worker; two",
        rates if count >= TELLING else "too few articles to tell",
        "times the rate at least 1.7",
        note,
    )
    same = [run["seal"] == two["seal"] for run in runs.values()]
    yield Row(
        f"results equal, byte for byte: {', '.join(ways)}",
        f"{sum(same)} of {len(same)}",
        f"at least {len(same)} of {len(same)}",
    )
    yield "workers killed, every 20 seconds", str(runs["killed"]["kills"])
    yield Row(
        "hostile inputs among the twentieth with a row in failures",
        f"{two['failures']} of {two['hostile']}, articles lost {two['made'] - two['articles']}",
        "at least 100 %, articles lost at most 0",
    )
    again = _resumed(some)
    equal = "yes" if again["seal"] == two["seal"] else "NO"
    yield "resumed after three kills of the client: the same bytes; parts done twice", f"{equal}; {again['twice']}"
    whole = _run("of-whole", _made("whole", count, 0), workers=2, quarter=count // 4)
    yield "words of an article, mean", f"{whole['words'] / whole['articles']:.0f}"
    yield (
        "articles a second, two workers, the whole; seconds of merging; load of the machine after",
        f"{whole['rate']:.1f}; {whole['keeping']:.0f}; {os.getloadavg()[0]:.1f}",
    )
    for process, early in whole["early"].items():
        late = whole["late"][process]
        yield Row(
            f"peak memory of the {process} after a quarter; after the whole",
            f"{early:.0f} MB; {late:.0f} MB; growth {late / early - 1:+.0%}",
            "growth at most 10 %",
            note,
        )
    yield "peak memory of the client with merging", f"{whole['client']:.0f} MB"


def _made(name: str, count: int, bad: int) -> dict[str, Any]:
    from screened_articles import articles, as_lines, hostile

    folder = Path(name)
    folder.mkdir()
    as_lines(articles(count), folder / "articles.jsonl")
    if bad:
        hostile(folder / "hostile", bad - 1)
        (folder / "long.jsonl").write_bytes(b"x" * LONG)
    return {"source": name, "hostile": bad, "made": count}


def _run(out: str, made: dict[str, Any], kill: bool = False, quarter: int = 0, **asked: int) -> dict[str, Any]:
    """One run in a process of its own, watched from here: its results, its rate, and the peaks of memory in MB."""
    process = _started(out, made, **asked)
    early, late, client = dict[str, float](), {"client": 0.0, "worker": 0.0}, 0.0
    kills, last = 0, time.monotonic()
    while process.poll() is None:
        workers = _workers(process.pid)
        client = max(client, _peak(process.pid))
        if workers:
            late = {"client": client, "worker": max(late["worker"], *map(_peak, workers))}
        if quarter and not early and AT_ONCE * len(list(Path(out, "parts").glob("0*"))) >= quarter:
            early = late
        if kill and workers and time.monotonic() - last > EVERY:
            os.kill(workers[kills % len(workers)], signal.SIGKILL)
            kills, last = kills + 1, time.monotonic()
        time.sleep(0.3)
    told = json.loads((process.stdout or sys.stdin).read())
    base = sqlite3.connect(f"{out}/screened.sqlite")
    [(number, words)] = base.execute("SELECT count(*), sum(words) FROM articles")
    [(failures,)] = base.execute("SELECT count(DISTINCT source) FROM failures WHERE reason <> ''")
    base.close()
    print(f"{out}: {number:,} articles, {told['reading']:.0f} s and {told['keeping']:.0f} s", file=sys.stderr)
    return {
        "seal": _seal(out), "articles": number, "words": words, "failures": failures, "kills": kills, **made,
        "rate": (number - told["first"]) / max(1e-9, told["reading"]), "keeping": told["keeping"],
        "client": client, "early": early, "late": late,
    }  # fmt: skip


def _resumed(made: dict[str, Any]) -> dict[str, Any]:
    """A run of which the client is killed again and again, and then goes on: the same, and no part written twice?"""
    seen: dict[Path, int] = {}
    twice = 0
    for at in range(1, 4):
        process = _started("again", made, workers=2)
        while process.poll() is None and len(list(Path("again/parts").glob("0*"))) < 2 * at:
            time.sleep(0.1)
        process.kill()
        process.wait()
        found = {path: path.stat().st_mtime_ns for path in Path("again/parts").glob("0*")}
        twice += sum(found.get(path) != changed for path, changed in seen.items())
        seen = found
    _run("again", made, workers=2)
    return {"seal": _seal("again"), "twice": twice}


def _seal(out: str) -> str:
    return hashlib.sha256(Path(out, "screened.sqlite").read_bytes()).hexdigest()


def _started(out: str, made: dict[str, Any], **asked: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(Path(__file__)), json.dumps({"out": out, "source": made["source"], **asked})]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def _workers(client: int) -> list[int]:
    """The processes that Dask has started for a client."""
    import psutil

    try:
        children = psutil.Process(client).children()
        return sorted(one.pid for one in children if "spawn_main" in " ".join(one.cmdline()))
    except psutil.Error:
        return []


def _peak(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _screens(out: str, source: str, **asked: int) -> dict[str, float]:
    from checks.screening.run import alone, read_all

    began = dict[str, float]()
    at_first: list[int] = []

    def told(what: str, done: int, of: int) -> None:
        if what != "reading" or done > 0:  # the first batch is done: every worker has begun, or soon will
            began.setdefault(what, time.monotonic())
            at_first.append(done)

    with alone(Path(out)):
        read_all([source], Path(out), resume=True, told=told, **asked)
    done = time.monotonic()
    began.setdefault("reading", began["keeping"])
    reading = began["keeping"] - began["reading"]
    return {"reading": reading, "keeping": done - began["keeping"], "first": at_first[0]}


if __name__ == "__main__":
    print(json.dumps(_screens(**json.loads(sys.argv[1]))))
