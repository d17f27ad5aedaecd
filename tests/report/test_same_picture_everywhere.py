"""Each kind of picture has the same bytes in every time zone, locale and run."""

from __future__ import annotations

import os
import subprocess
import sys

from conftest import ROOT

DRAW = """
import hashlib, sys
from pathlib import Path
from checks.case.folder import Case
from checks.case.nouns import When
from checks.report.exits import exits
from checks.report.pictures import intervals
from checks.report.timelines import timeline
from checks.report.versions import versions

case = Case("2025-12-landmines", Path(sys.argv[1]))
offices, memo = case.register("us-offices"), "daily-herald-2025-12-19"
for drawn in (
    exits(case.register("mine-ban-treaty"), between=When.parse("2024-06/2026-02"),
          marks={"claimed": case.value("finland-left-in-july-2024", "on")}),
    intervals(offices, line="person", colour="office", between=When.parse("2024-07/2026-01"),
              marks={"claimed": case.value("signed-15-january-2025", "on")}),
    timeline(case, registers=[offices]),
    versions(case, of=memo, about="the memo", best=[case.fact(f"{memo}#memo-signed")],
             claims={"the memo": "signed-15-january-2025#on"}),
):
    print(drawn.png[:4], hashlib.sha256(drawn.png).hexdigest())
"""


def drawn(zone: str, seed: str) -> list[bytes]:
    environment = {**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "LC_ALL": "C"}
    return subprocess.run(
        [sys.executable, "-c", DRAW, str(ROOT)], capture_output=True, check=True, env=environment
    ).stdout.splitlines()


def test_a_picture_has_the_same_bytes_in_every_zone_and_run() -> None:
    first = drawn("UTC", "1")
    assert len(set(first)) == 4
    assert all(b"PNG" in line for line in first)
    assert drawn("Pacific/Auckland", "7") == first
