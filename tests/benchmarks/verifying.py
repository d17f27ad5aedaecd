"""How much dearer is verifying a case than reading and hashing its files? And what a command costs, from its start to its end.

The ratio is of one run, in one process that has everything at hand. Seconds are of a fresh process, by the clock.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from page import About

from checks.case.folder import Case
from checks.case.projects import case_names
from checks.case.verify import verify

ROOT = Path(__file__).parents[2]

ABOUT = About(
    data="the shipped cases",
    licence="the project's own, and that of each source (data/LICENSE.md)",
    asked={"`import checks`: CPU": "under 0.15"} | {f"`checks verify {name}`": "under 5" for name in case_names(ROOT)},
)


def bench(data: Path) -> list[tuple[str, str]]:
    """For each case, the time of `verify` as a multiple of that of hashing; then seconds of importing and of the command."""
    names = case_names(ROOT)
    rows = [(name, f"{_ratio(Case(name, ROOT)):.0f} times hashing") for name in names]
    if any(data.iterdir()):
        rows.append(("`import checks`: CPU", f"{_imported():.3f} s"))
        rows += [(f"`checks verify {name}`", f"{_verified(name):.1f} s") for name in names]
    return rows


def _imported() -> float:
    code = "import time; begun = time.process_time(); import checks; print(time.process_time() - begun)"
    return min(float(_python("-c", code)) for _ in range(3))


def _verified(name: str) -> float:
    begun = time.perf_counter()
    _python("-m", "checks", "verify", name)
    return time.perf_counter() - begun


def _python(*words: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


def _ratio(case: Case) -> float:
    files = list(case.seals.files().values())

    def hashing() -> None:
        for path in files:
            hashlib.sha256(path.read_bytes()).hexdigest()

    return _least(lambda: verify(case)) / _least(hashing)


def _least(work: Callable[[], object]) -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)
