"""What a run was made with: the data files, the versions of what was measured, those of the peers, the machine, the day."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sqlite3
import subprocess
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import distributions
from pathlib import Path

ROOT = Path(__file__).parents[3]


def day() -> str:
    """The day that BENCH_DATE names, else today: this is a report of a run."""
    return os.environ.get("BENCH_DATE") or date.today().isoformat()  # noqa: DTZ011 - the day where it is run


def machine() -> str:
    """Cores and memory, and how busy it was."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores ({platform.machine()}, {platform.system()}), {memory:.0f} GB of memory"


def commit() -> str:
    """The commit that was measured, with “and changes” where the files are not its own; nothing without git."""
    try:
        at = _git("rev-parse", "--short=10", "HEAD")
        return at + (" and changes" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def files(data: Path, names: Sequence[str]) -> str:
    """Each data file with its lines, its size and the beginning of its sha256."""
    told = []
    for name in names:
        content = (data / name).read_bytes()
        seal = hashlib.sha256(content).hexdigest()[:12]
        lines = len(content.splitlines())
        told.append(f"`{name}` ({lines:,} lines, {len(content) / 1000:,.0f} kB, {seal})")
    return "; ".join(told)


def versions() -> list[str]:
    """What was measured: Python, SQLite, and each package that ours or its extras ask for and that is there."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    extras = (ROOT / "requirements-extras.in").read_text(encoding="utf-8").splitlines()
    there = _installed()
    names = {_plain(one) for one in [*asked, *(line for line in extras if line[:1].isalpha())]}
    told = [f"{name} {there[name]}" for name in sorted(names) if name in there]
    return [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}", *told]


def peers(environments: Path, asked: Mapping[str, Iterable[str]]) -> list[str]:
    """The packages that the peers asked for, in the versions that stand in their environments."""
    told = set()
    for script, packages in asked.items():
        there = _installed([str(path) for path in (environments / script).glob("lib/python*/site-packages")])
        told |= {f"{name} {there[name]}" for name in map(_plain, packages) if name in there}
    return sorted(told)


def _installed(path: list[str] | None = None) -> dict[str, str]:
    found = distributions(path=path) if path is not None else distributions()
    return {_plain(one.metadata["Name"]): one.version for one in found if one.metadata["Name"]}


def _plain(name: str) -> str:
    return re.split(r"[^\w.-]", name, maxsplit=1)[0].lower().replace("_", "-")
