"""A thousand captures in one case: how long `checks verify` takes, first and again, and whether it names every change.

The case and its pages are made here: the bench's folder only says whether benchmarks are wanted. Seconds are of this
machine; the share of changed bytes that are named is not.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from page import About

from checks.case.capturing import Source, capture
from checks.case.folder import Case
from checks.case.projects import case_names
from checks.case.verify import verify_case
from checks.evidence.captures.extracting import extracted

ROOT = Path(__file__).parents[2]
MANY, CHANGES = 1_000, 200
_WORDS = "harbour board voted fees rise spring council bridge repair budget school winter report record members".split()  # noqa: SIM905

ABOUT = About(
    data="a copy of the smallest shipped case, with pages of made-up words captured into it by the run",
    licence="the project's own",
    synthetic=True,
    asked={
        f"`verify` of {MANY} captures, each text extracted": "under 5",
        f"`verify` of {MANY} captures, texts kept": "under 5",
        "changed bytes named": "at least 200 of 200",
    },
)


def bench(data: Path) -> list[tuple[str, str]]:
    """Seconds to verify, with the texts of the captures kept and without, and changed bytes named."""
    if not any(data.iterdir()):
        return []
    os.environ.setdefault("CHECKS_WHO", "A Benchmark")
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        for folder in ("data", "notebooks"):
            shutil.copytree(ROOT / folder, root / folder)
        name = min(case_names(root), key=lambda case: len((root / "data/cases" / case / "article.md").read_bytes()))
        start = time.perf_counter()
        _fill(Case(name, root))
        filling = time.perf_counter() - start
        first = _seconds(name, root)
        again = _seconds(name, root)
        named = _named(name, root)
    return [
        (f"to capture {MANY} pages", f"{filling:.1f} s"),
        (f"`verify` of {MANY} captures, each text extracted", f"{first:.1f} s"),
        (f"`verify` of {MANY} captures, texts kept", f"{again:.1f} s"),
        ("changed bytes named", f"{named} of {CHANGES}"),
    ]


def _fill(case: Case) -> None:
    claims = case.folder / "claims.yaml"
    claims.write_text(claims.read_text().replace("status: complete", "status: in-progress"))
    case.seals.add(["claims.yaml"])
    chance = random.Random(1)  # noqa: S311
    for number in range(MANY):
        paragraphs = (" ".join(chance.choices(_WORDS, k=60)) + "." for _ in range(8))
        body = "".join(f"<p>{number} {paragraph}</p>" for paragraph in paragraphs)
        page = f"<html><head><title>Page {number}</title></head><body><article>{body}</article></body></html>".encode()
        source = Source(page, extracted(page), "2031-05-02T10:00:00Z", f"https://pages.example/{number}")
        capture(case, source, id=f"page-{number}")


def _seconds(name: str, root: Path) -> float:
    """The whole command, from its start to its end."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "checks", "verify", name], cwd=root, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return time.perf_counter() - start


def _named(name: str, root: Path) -> int:
    chance, named = random.Random(2), 0  # noqa: S311
    kept = root / "data" / "cases" / name / "evidence"
    for path in sorted(kept.glob("page-*"))[40:]:  # a smaller case is looked at two hundred times in less than an hour
        path.unlink()
    seals = root / "data" / "cases" / name / "seals.txt"
    lines = seals.read_text().splitlines(keepends=True)
    seals.write_text("".join(line for line in lines if "evidence/page-" not in line or (kept / line[75:-1]).exists()))
    for _ in range(CHANGES):
        files = sorted(Case(name, root).seals.files().items())
        inside, path = chance.choice(files)
        data = path.read_bytes()
        at = chance.randrange(len(data))
        path.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
        named += any(Path(inside).name in line for line in verify_case(name, root).differences)
        path.write_bytes(data)
    return named
