"""Copies of one story, on clusters that strangers wrote: joined, kept apart, the first, and what each copy changed.

Four sets. The rules were made on the first three; the fourth was opened once, when they were done. A changed fact counts
as listed if its file is named and half of the shorter's words on either side are the other's. The floor joins nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from page import About

sys.path.insert(0, str(Path(__file__).parents[1]))
from planted_copies import counted

SETS = ("strangers-1", "strangers-2", "strangers-3", "strangers-4")

ABOUT = About(
    data="clusters of short articles and their rewritten copies, written for the project by people who had not seen the code",
    licence="the project's own",
    synthetic=True,
    asked={
        f"{name}: {measure}": asked
        for name in SETS
        for measure, asked in (
            ("copies joined", "at least 95 %"),
            ("independent reports kept apart", "at least 100 %"),
            ("changed facts listed", "at least 90 %"),
        )
    },
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Shares for each set, with the numbers that they are of."""
    if not any(data.iterdir()):
        return []
    rows = []
    for name in SETS:
        found = counted(name)
        rows += [
            (f"{name}: copies joined", f"{found['joined']} of {found['copies']}"),
            (f"{name}: independent reports kept apart", f"{found['apart']} of {found['independent']}"),
            (f"{name}: first", f"{found['first']} of {found['groups']}"),
            (f"{name}: changed facts listed", f"{found['listed']} of {found['changed']}"),
            (f"{name}: facts listed for nothing", str(found["for nothing"])),
        ]
    return rows
