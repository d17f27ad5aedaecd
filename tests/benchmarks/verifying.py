"""How much dearer is verifying a case than reading and hashing its files? Ratios of one run, not seconds."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from checks.case.folder import Case
from checks.case.projects import case_names
from checks.case.verify import verify

ROOT = Path(__file__).parents[2]


def bench(data: Path) -> list[tuple[str, str]]:
    """For each case, the time of `verify` as a multiple of the time of hashing."""
    return [(name, f"{_ratio(Case(name, ROOT)):.0f} times hashing") for name in case_names(ROOT)]


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
