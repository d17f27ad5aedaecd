"""`checks compare` and `checks quote`, run as a user runs them: one pair, many lines, lines that are none."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from conftest import ROOT, Command

PAIRS = [
    {"id": 1, "claim": "The court granted the request.", "passage": "The court did not grant the request."},
    {"id": "two", "claim": "The bridge was closed on 3 May 2031.", "passage": "The council closed the bridge on 3 May 2031."},
    {"claim": "All members approved the plan.", "passage": "Most members approved the plan."},
]  # fmt: skip
QUOTES = [
    {"id": 1, "quoted": "We will stay", "source": "“We will not stay,” she said."},
    {"id": 2, "quoted": "We will not stay", "source": "“We will not stay,” she said."},
    {"id": 3, "quoted": "a betrayal of every swimmer", "source": "The lido shuts in May."},
]


def lines(path: Path, rows: list[object]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def test_a_pair_is_told_part_by_part(checks: Command) -> None:
    done = checks("compare", "--claim", PAIRS[0]["claim"], "--passage", PAIRS[0]["passage"])
    assert done.returncode == 1, done.stderr
    assert "contradicted: " in done.stdout
    assert "The rule: supported only if" in done.stdout
    done = checks("compare", "--claim", PAIRS[1]["claim"], "--passage", PAIRS[1]["passage"], "--json")
    assert done.returncode == 0, done.stdout
    told = json.loads(done.stdout)
    assert told["verdict"] == "supported"
    assert all(set(slot) >= {"slot", "claim", "passage", "relation"} for slot in told["slots"])


def test_many_pairs_are_answered_in_order(checks: Command, tmp_path: Path) -> None:
    done = checks("compare", "--jsonl", str(lines(tmp_path / "pairs.jsonl", PAIRS)))
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["id"], one["verdict"]) for one in answers] == [
        (1, "contradicted"), ("two", "supported"), (None, "misleading"),
    ]  # fmt: skip


def test_quotations_line_by_line(checks: Command, tmp_path: Path) -> None:
    done = checks("quote", "--jsonl", str(lines(tmp_path / "quotes.jsonl", QUOTES)))
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["result"] for one in answers] == ["altered", "verbatim", "absent"]
    assert answers[0]["changes"][0] == {"kind": "negation dropped", "quoted": "", "source": "not"}


def test_a_line_that_is_none_is_named_and_the_rest_goes_on(checks: Command, tmp_path: Path) -> None:
    path = tmp_path / "mixed.jsonl"
    good = json.dumps(PAIRS[0]).encode()
    wrong = [b"{", b"[1]", b'{"claim": "x"}', b"\xff\xfe", b"[" * 100_000, b'{"claim": " ", "passage": "y"}', b"\x00"]
    path.write_bytes(b"\n".join([good, b"", *wrong, good]))
    done = checks("compare", "--jsonl", str(path))
    assert done.returncode == 1
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["contradicted", "contradicted"]
    told = done.stderr.splitlines()
    assert len(told) == len(wrong)
    assert [f"mixed.jsonl:{number}: " in line for number, line in enumerate(told, 3)] == [True] * len(wrong)
    assert "Traceback" not in done.stderr


def test_what_cannot_run_ends_with_2_and_a_sentence(checks: Command, tmp_path: Path) -> None:
    long = "word " * 5_000
    for words, sentence in (
        (("compare", "--claim", "", "--passage", "x"), "the claim has no words"),
        (("compare", "--claim", "x", "--passage", long), "are read: give the part that matters"),
        (("compare", "--jsonl", str(tmp_path / "none")), "there is no such file"),
        (("quote", "--quoted", "x"), "file with --source"),
        (("quote", "--quoted", "--", "--source", str(lines(tmp_path / "s.txt", ["words"]))), "the words with --quoted"),
    ):
        done = checks(*words)
        assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1), done.stderr
        assert sentence in done.stderr


def test_the_same_lines_get_the_same_answers(checks: Command, tmp_path: Path) -> None:
    path = lines(tmp_path / "pairs.jsonl", PAIRS * 20)
    assert checks("compare", "--jsonl", str(path)).stdout == checks("compare", "--jsonl", str(path)).stdout


def test_the_readme_shows_what_the_command_says(checks: Command) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    given = re.search(
        r'checks compare --claim "([^"…]+)" \\\n\s+--passage "([^"…]+)"\n```\n\n> \*\*(\w+)\*\*: (.+)', readme
    )
    assert given, "the README shows no comparison"
    told = checks("compare", "--claim", given[1], "--passage", given[2]).stdout
    assert f"{given[3]}: {given[4]}" in " ".join(told.split())


def test_any_id_comes_back_and_lines_may_end_as_they_do_on_windows(checks: Command, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    ids = [{"a": [1, None]}, 0, False, "", None, [1.5]]
    rows = [json.dumps({**PAIRS[1], "id": one, "page": 3}).encode() for one in ids]
    path.write_bytes(b"\xef\xbb\xbf" + b"\r\n\r\n".join([*rows, b'{"id": NaN, "claim": "x", "passage": "x"}']))
    done = checks("compare", "--jsonl", str(path))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ids
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "pairs.jsonl:13: this is not a line of JSON" in done.stderr


def test_a_line_is_answered_before_the_next_is_written(project: Path) -> None:
    told = [sys.executable, "-m", "checks", "compare", "--jsonl", "-"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(told, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=project, env=env) as asked:
        assert asked.stdin is not None and asked.stdout is not None
        for pair in PAIRS[:2]:
            asked.stdin.write(json.dumps(pair).encode() + b"\n")
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["id"] == pair["id"]
        asked.stdin.close()
        assert asked.wait() == 0
