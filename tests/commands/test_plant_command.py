"""`checks plant`, run as a user runs it: tables, misses, JSON, and a bad name in one sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path

from conftest import Command
from test_commands import one_sentence, snapshot


def test_it_prints_what_was_planted_and_caught_and_each_miss(checks: Command, project: Path) -> None:
    before = snapshot(project)
    done = checks("plant", "2025-12-landmines")
    assert done.returncode == 0, done.stderr
    for words in ("Faults planted", "a date moved", "“not” dropped", "Harmless twins", "another date format", "in all"):
        assert words in done.stdout
    total = re.search(r"2025-12-landmines: (\d+) of (\d+) faults caught \((\d+) of them only left", done.stdout)
    assert total
    assert done.stdout.count("missed: ") == int(total[2]) - int(total[1])
    assert "nothing planted, since no fault is known that would surely make it false: use-is-resumed" in done.stdout
    assert snapshot(project) == before


def test_for_a_program_it_is_json_and_another_seed_plants_others(checks: Command) -> None:
    first, again, other = (checks("plant", "start-here", "--json", "--seed", seed).stdout for seed in ("3", "3", "4"))
    assert first == again
    assert first != other
    found = json.loads(first)
    assert (found["case"], found["seed"], found["supported"]) == ("start-here", 3, 1)
    assert sum(one["planted"] for one in found["kinds"]) == len(found["faults"])
    assert sum(one["caught"] for one in found["kinds"]) == sum(one["caught"] for one in found["faults"])
    assert {"claim", "check", "kind", "where", "was", "becomes", "verdict", "reason", "caught", "caught_by"} == set(
        found["faults"][0]
    )
    assert all(one["silent"] for one in found["twins"])


def test_a_case_that_is_not_there_is_named_in_one_sentence(checks: Command) -> None:
    assert "there is no case `2034-03-school`" in one_sentence(checks("plant", "2034-03-school"))


def test_a_case_without_a_supported_finding_says_so(checks: Command, project: Path) -> None:
    (project / "article.txt").write_text("Eels return\n\nThe eels are back in the mill race.\n", encoding="utf-8")
    done = checks("new", "2033-01-some-eels", "article.txt")
    assert done.returncode == 0, done.stderr
    done = checks("plant", "2033-01-some-eels")
    assert done.returncode == 0, done.stderr
    assert "0 of 0 faults caught" in done.stdout
