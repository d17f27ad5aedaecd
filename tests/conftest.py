"""Fixtures: a copy of the project to work in, and nothing of the reader's own settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
ROOT = Path(__file__).parents[1]
pytest_plugins = ["served_pages"]
CASES = sorted(path.name for path in (ROOT / "data" / "cases").iterdir() if path.is_dir())
os.environ.setdefault("PYTHONHASHSEED", "0")

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def somebody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_WHO", "A Tester")
    monkeypatch.delenv("CHECKS_FROZEN", raising=False)
    monkeypatch.delenv("CHECKS_ROOT", raising=False)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped cases, registers and notebooks; the current folder."""
    root = tmp_path / "project"
    for folder in ("data", "notebooks"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def checks(project: Path) -> Command:
    """Runs `python -m checks …` in the copy, as a user would; `env` adds to the environment."""

    def run(*words: str, cwd: Path = project, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "checks", *words],
            cwd=cwd, capture_output=True, text=True, check=False, timeout=300,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1", **env},
        )  # fmt: skip

    return run


@pytest.fixture
def edit() -> Callable[[Path, str, str], None]:
    """Changes one place of a file: `edit(path, old, new)`; the old words must stand there exactly once."""

    def change(path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    return change


def _stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """Tests ask nobody but servers of their own."""
    if event == "socket.connect" and isinstance(arguments[1], tuple) and arguments[1][0] not in ("127.0.0.1", "::1"):
        raise OSError(f"a test asked {arguments[1][0]}")


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_stay_here)
    config.addinivalue_line("markers", "long: takes many seconds, so it is begun early")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests first, for each of two workers, which begin at the start and in the middle of the list.

    Else the longest would begin last, and one worker would wait for the other.
    """
    long = [item for item in items if item.get_closest_marker("long")]
    rest = [item for item in items if not item.get_closest_marker("long")]
    mine, yours, middle = long[::2], long[1::2], len(items) // 2 - len(long[::2])
    items[:] = [*mine, *rest[: max(middle, 0)], *yours, *rest[max(middle, 0) :]]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what tests have to tell beside passing: how much was tried, and how much of it was caught."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)]
    properties = [pair for report in reports if report.when == "call" for pair in report.user_properties]
    for name, value in properties:
        if name == "told":
            terminalreporter.write_line(f"  {value}")
    sums: dict[str, tuple[int, int]] = {}
    for name, value in properties:
        if name == "named":  # by a part of a test
            what, named, tried = value
            sums[what] = (sums.get(what, (0, 0))[0] + named, sums.get(what, (0, 0))[1] + tried)
    for what, (named, tried) in sorted(sums.items()):
        terminalreporter.write_line(f"  {what}: {named} of {tried} named")
