"""Fixtures: a copy of the project to work in, and nothing of the reader's own settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
ROOT = Path(__file__).parents[1]
pytest_plugins = ["served_pages"]
CASES = sorted(path.name for path in (ROOT / "data" / "cases").iterdir() if path.is_dir())
os.environ.setdefault("PYTHONHASHSEED", "0")
# No test is of a time, and each run tries the same examples: `tests/benchmarks/fuzzing.py` looks for new ones.
settings.register_profile("the same for everybody", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("the same for everybody")

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
def one_notebook(project: Path) -> None:
    """Of the mile case the notebook alone that asks and concludes: a run then starts one kernel, not three."""
    from checks.case.folder import Case

    case = Case("2031-06-larkmere-mile", project)
    gone = [case.notebooks / f"{name}.ipynb" for name in ("01-read-the-article", "03-report")]
    for path in gone:
        path.unlink()
    case.seals.drop([Path("../../..", path.relative_to(project)).as_posix() for path in gone])


@pytest.fixture
def checks(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs `checks …` in the copy, as a user would, but in this process: a start costs half a second; `env` adds to the environment."""
    from checks.__main__ import main
    from checks.evidence.fetching.robots import rules

    def run(*words: str, cwd: Path = project, **env: str) -> subprocess.CompletedProcess[str]:
        capsys.readouterr()
        rules.cache_clear()  # a command remembers nothing of an earlier one
        code: object = 0
        with monkeypatch.context() as here:
            here.setattr(sys, "argv", ["checks", *words])
            here.chdir(cwd)
            for name, value in {"PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1", **env}.items():
                here.setenv(name, value)
            try:
                main()
            except SystemExit as left:
                code = left.code or 0
        out, err = capsys.readouterr()
        return subprocess.CompletedProcess(words, code if isinstance(code, int) else 1, out, err)

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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long tests first in the share of each worker, and as many in each.

    Else the longest would begin last, and one worker would wait for the others.
    """
    workers = getattr(config, "workerinput", {"workercount": 1})["workercount"]
    long = [item for item in items if item.get_closest_marker("long")]
    rest = [item for item in items if not item.get_closest_marker("long")]
    shares: list[pytest.Item] = []
    for worker in range(workers):
        begins = long[worker::workers]
        shares += begins
        while rest and len(shares) < len(items) * (worker + 1) // workers:
            shares.append(rest.pop(0))
    items[:] = [*shares, *rest]


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
