"""How many planted faults are found, and how many clean twins are silent? (written for the project; `tests/reading/faults`)

Found: a suspicion of the right kind points at the words. Silent: nothing certain or likely in the twin, and nothing of that
kind at the words. `unseen` was written by people who had not seen the code, and opened once; the rules were not changed
after. SYNTHETIC. The floor is what suspecting nothing would get.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from page import About

sys.path.insert(0, str(Path(__file__).parents[1]))
from planted import Fault, faults, missed, noisy

ABOUT = About(
    data="faults planted into articles written for the project, each with its clean twin",
    licence="the project's own",
    synthetic=True,
    asked={
        f"{name}: {measure}": asked
        for name in ("seen", "unseen")
        for measure, asked in (("found", "at least 90 %"), ("twins silent", "at least 95 %"))
    },
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Found and silent for the faults that the rules were made with, and for those unseen; then by kind."""
    every = faults()
    rows = []
    for name, among in (
        ("seen", [fault for fault in every if fault.file != "unseen"]),
        ("unseen", [fault for fault in every if fault.file == "unseen"]),
    ):
        if among:
            rows += [
                (f"{name}: found", share(among, missed(among))),
                (f"{name}: twins silent", share(among, noisy(among))),
            ]
            lost, kinds = Counter(fault.kind for fault in missed(among)), Counter(fault.kind for fault in among)
            told = ", ".join(f"{kind} {number - lost[kind]} of {number}" for kind, number in sorted(kinds.items()))
            rows.append((f"{name}: found by kind", told))
    return [*rows, ("suspecting nothing: found, twins silent", "0 %, 100 %")]


def share(among: list[Fault], without: list[object]) -> str:
    """So many of so many, and as a percentage."""
    number = len(among) - len(without)
    return f"{number} of {len(among)}, {100 * number / len(among):.0f} %"
