"""BENCHMARKS.md, the rows that it is made of, and the command that writes it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))
from page.rows import About, Row, rows_of, verdict

BENCHMARKS = ROOT / "tests" / "benchmarks"

ONE = '''"""Is it so?

More of it.
"""

from page import About, Row

ABOUT = About(data="made here", licence="ours", files=("set/one.txt",), synthetic=True,
              asked={"right": "at least 90 %", "seconds": "under 2"})


def bench(data):
    """Two rows."""
    return [("right", "8 of 10 (80.0 %)"), ("  a peer | its own", "7 of 10"), Row("memory", "3 GB", "under 4", "asked of 100")]
'''
OTHERS = {
    "absent": 'ABOUT = About(data="-", licence="-", files=("set/two.txt",))',
    "extra": 'ABOUT = About(data="-", licence="-", needs=("no_such_module_anywhere",))',
    "broken": 'ABOUT = About(data="-", licence="-")\n\n\ndef bench(data):\n    raise ValueError(str(data))',
    "small": 'ABOUT = About(data="-", licence="-")\n\n\ndef bench(data):\n    return []',
}


@pytest.mark.parametrize(
    ("value", "asked", "told"),
    [
        ("0.813", "at least 0.79", "met"),
        ("0.789", "at least 0.79", "short"),
        ("93.2, 71.1, 95.0", "at least 88, at least 72", "short"),
        ("AP 0.847, top-1 0.863", "AP at least 0.62, top-1 at least 0.75", "met"),
        ("accuracy 0.403; contradicted right 1.000 of 12", "accuracy at least 0.82, contradicted right at least 0.9", "short"),
        ("110 of 141", "at least 90 %", "short"),
        ("673 of 700 (96.1%)", "at least 95 %", "met"),
        ("39 of 40 right (97.5 %); false passed 1 of 23", "at least 37 of 40, false passed at most 0", "short"),
        ("39 of 40 right (97.5 %); false passed 0 of 23", "at least 37 of 40, false passed at most 2 %", "met"),
        ("430 MB; 425 MB; growth -1%", "growth at most 10 %", "met"),
        ("1,204 ms", "under 50", "short"),
        ("0.2", "under 0.2", "short"),
        ("0.2", "at most 0.2", "met"),
        ("the model does not install here", "at least 0.84", "not measured"),
        ("0.4", "", ""),
    ],
)  # fmt: skip
def test_a_figure_is_held_against_what_was_asked(value: str, asked: str, told: str) -> None:
    assert verdict(Row("a measure", value, asked)) == told


def test_what_was_asked_of_something_else_is_not_judged() -> None:
    assert verdict(Row("memory", "3 GB", "under 4", "asked of 100,000 articles")) == "asked of 100,000 articles"


def test_what_is_asked_must_be_readable() -> None:
    with pytest.raises(ValueError, match="what is asked of memory cannot be read: little"):
        verdict(Row("memory", "3 GB", "little"))


def test_a_measure_that_was_asked_for_and_is_not_there_says_so() -> None:
    rows = rows_of(About("-", "-", asked={"one": "at least 1", "two": "at least 1"}), [("one", "1")])
    assert [(row.measure, row.value, verdict(row)) for row in rows] == [
        ("one", "1", "met"),
        ("two", "not measured", "not measured"),
    ]


def own_folder(root: Path) -> Path:
    """A project with benchmarks of its own, beside the real command."""
    folder = root / "tests" / "benchmarks"
    for name in ("page", "peers"):
        shutil.copytree(BENCHMARKS / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("__main__.py", "../../pyproject.toml", "../../requirements-extras.in"):
        shutil.copy(BENCHMARKS / name, folder / name)
    (folder / "one.py").write_text(ONE)
    for name, body in OTHERS.items():
        (folder / f"{name}.py").write_text(f'"""Is it {name}?"""\n\nfrom page import About\n\n{body}\n')
    (root / "data" / "set").mkdir(parents=True)
    (root / "data" / "set" / "one.txt").write_text("a\nb\n")
    return folder


def run(folder: Path, *names: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "BENCH_DATA": str(folder.parents[1] / "data"), "BENCH_DATE": "2031-05-04",
    }  # fmt: skip
    return subprocess.run([sys.executable, folder, *names], capture_output=True, text=True, env=environment)


def test_a_whole_run_writes_the_page(tmp_path: Path) -> None:
    folder, page = own_folder(tmp_path), tmp_path / "BENCHMARKS.md"
    some = run(folder, "one")
    assert some.returncode == 0, some.stderr
    assert "8 of 10" in some.stdout
    assert not page.exists()
    unknown = run(folder, "two")
    assert unknown.returncode == 1
    assert "there is no benchmark two; there are: absent, broken" in unknown.stderr

    whole = run(folder)
    assert whole.returncode == 1  # one of them broke, and the page says so
    text = page.read_text(encoding="utf-8")
    assert "- 2031-05-04, on " in text
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in text
    assert "- [one](#one), right: 8 of 10 (80.0 %) (asked: at least 90 %)" in text
    assert "- [absent](#absent): its data are not here" in text
    assert "- [extra](#extra): extras not installed; `make extras` adds them" in text
    assert "- [broken](#broken): it broke (ValueError)" in text
    assert "- [small](#small): left out where there is no folder of data" in text
    assert "Synthetic. Data: made here. Licence: ours. Read: `set/one.txt` (2 lines, 0 kB, " in text
    assert "| right | 8 of 10 (80.0 %) | at least 90 % | **short** |" in text
    assert "| … a peer \\| its own | 7 of 10 |  |  |" in text
    assert "| memory | 3 GB | under 4 | asked of 100 |" in text
    assert "| seconds | not measured | under 2 | not measured |" in text
    assert str(tmp_path) not in text
    assert not list(tmp_path.glob(".*.new"))


def test_the_page_names_every_benchmark_and_no_place_of_a_machine() -> None:
    text = (ROOT / "BENCHMARKS.md").read_text(encoding="utf-8")
    names = {path.stem for path in BENCHMARKS.glob("[a-z]*.py")}
    assert set(re.findall(r"^## (\w+)$", text, re.MULTILINE)) == names
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert tables
    assert {len(re.split(r"(?<!\\)\|", line)) for line in tables} == {6}  # four cells between five marks
    assert not re.search(r"/(tmp|home|root|work|usr|Users)/", text)
