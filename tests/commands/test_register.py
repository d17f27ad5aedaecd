"""`checks register` as a user runs it."""

from __future__ import annotations

from pathlib import Path

from conftest import Command


def test_a_register_is_made_and_told_and_a_wrong_one_refused(project: Path, checks: Command) -> None:
    table = project / "chairs.csv"
    table.write_text("person,office,capacity,start,end\nAda Roe,Chair,holder,2029-05-14,\n")
    words = ["register", "2031-06-larkmere-mile", "chairs", str(table), "--title", "Chairs", "--publisher", "The club"]
    done = checks(*words, "--retrieved", "2031-06-21")
    assert done.returncode == 0, done.stderr
    assert 'register chairs, 1 row; in a cell: case.register("chairs")' in done.stdout
    again = checks(*words, "--retrieved", "2031-06-21")
    assert again.returncode == 2
    assert "the id `chairs` is taken" in again.stderr
    assert "Traceback" not in again.stderr
