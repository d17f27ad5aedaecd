"""Registers from official records and searches with their answers, by the commands, against a server that plays them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command
from pytest_httpserver import HTTPServer
from served_pages import CASE, files

LISTED = [
    ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"],
    ["example,harbour)/fees", "20190502100000", "https://harbour.example/fees", "text/html", "200", "A" * 32, "4100"],
    ["example,harbour)/fees", "20190509100000", "https://harbour.example/fees", "text/html", "404", "B" * 32, "410"],
]
Command_ = Callable[..., str]


@pytest.fixture
def cdx(httpserver: HTTPServer) -> Callable[[object], str]:
    """Serves an answer as the Wayback Machine's list, and gives the service's address."""

    def serve(answer: object, **more: object) -> str:
        httpserver.clear_all_handlers()
        body = answer if isinstance(answer, str | bytes) else json.dumps(answer)
        httpserver.expect_request("/cdx").respond_with_data(body, content_type="application/json", **more)  # type: ignore[arg-type]
        return httpserver.url_for("/cdx")

    return serve


def test_a_search_is_kept_with_its_answer(checks: Command, evidence: Path, cdx: Callable[[object], str]) -> None:
    at = cdx(LISTED)
    done = checks(
        "search", CASE, "wayback", "https://harbour.example/fees", "--claim", "president-lindqvist",
        "--id", "fees-archived", "--at", at, "--allow-private",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "2 hits" in done.stdout
    line = json.loads((evidence.parent / "log.jsonl").read_text().splitlines()[-1])
    assert line["what"] == "search"
    assert line["to"]["place"] == "the Wayback Machine"
    assert (line["claim"], line["to"]["id"], line["to"]["hits"]) == ("president-lindqvist", "fees-archived", 2)
    assert json.loads((evidence / "fees-archived.json").read_text()) == LISTED
    verified = checks("verify", CASE)
    assert verified.returncode == 0, verified.stdout


def test_no_hit_is_an_answer_with_its_limits(checks: Command, evidence: Path, cdx: Callable[[object], str]) -> None:
    done = checks(
        "search", CASE, "wayback", "https://harbour.example/none", "--claim", "president-lindqvist",
        "--at", cdx([]), "--allow-private",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "nothing" in done.stdout
    line = json.loads((evidence.parent / "log.jsonl").read_text().splitlines()[-1])
    assert line["to"]["hits"] == 0
    assert line["to"]["note"]


@pytest.mark.parametrize(
    "body", ["<html>Service temporarily unavailable</html>", "", "[[", '{"a": 1}', b"\xff\xfe\x00"]
)
def test_an_answer_that_is_none_is_refused_and_nothing_is_written(
    body: str | bytes, checks: Command, evidence: Path, cdx: Callable[[object], str]
) -> None:
    before = files(evidence), files(evidence.parent)
    done = checks(
        "search", CASE, "wayback", "https://harbour.example/fees", "--claim", "president-lindqvist",
        "--at", cdx(body), "--allow-private",
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stdout + done.stderr
    assert (files(evidence), files(evidence.parent)) == before


def test_a_place_or_claim_that_is_none_is_told_before_anything_is_asked(
    checks: Command, evidence: Path, httpserver: HTTPServer
) -> None:
    for words, told in (
        (["wikipedia", "x", "--claim", "president-lindqvist"], "case.searched"),
        (["wayback", "https://x.example/", "--claim", "nobody"], "nobody"),
        (["wayback", "https://x.example/"], "claim"),
    ):
        done = checks("search", CASE, *words, "--at", httpserver.url_for("/cdx"), "--allow-private")
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert told in done.stderr
    assert not httpserver.log


def test_hits_are_counted_again(checks: Command, evidence: Path, cdx: Callable[[object], str]) -> None:
    checks(
        "search", CASE, "wayback", "https://harbour.example/fees", "--claim", "president-lindqvist",
        "--id", "fees-archived", "--at", cdx(LISTED), "--allow-private",
    )  # fmt: skip
    page = evidence / "fees-archived.md"
    page.write_text(page.read_text().replace("hits: '2'", "hits: '3'"))
    assert checks("seal", CASE, "--because", "a test").returncode == 0
    done = checks("verify", CASE)
    assert done.returncode == 1
    assert "fees-archived" in done.stdout


@pytest.mark.usefixtures("one_notebook")
@pytest.mark.long
def test_a_search_of_the_command_survives_a_run(checks: Command, evidence: Path, cdx: Callable[[object], str]) -> None:
    checks(
        "search", CASE, "wayback", "https://harbour.example/fees", "--claim", "president-lindqvist",
        "--id", "fees-archived", "--at", cdx(LISTED), "--allow-private",
    )  # fmt: skip
    done = checks("run", CASE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"withdrawn"' not in (evidence.parent / "log.jsonl").read_text()
    assert '"id": "fees-archived"' in (evidence.parent / "log.jsonl").read_text()
    assert checks("verify", CASE).returncode == 0


def test_a_register_is_drawn_written_sealed_and_drawn_again(
    checks: Command, evidence: Path, cdx: Callable[[object], str]
) -> None:
    done = checks(
        "records", "wayback-captures", "page=https://harbour.example/fees", "--id", "fees-captures", "--case", CASE,
        "--at", cdx(LISTED), "--allow-private",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "evidence/fees-captures.csv: 2 rows" in done.stdout
    verified = checks("verify", CASE)
    assert verified.returncode == 0, verified.stdout
    table = evidence / "fees-captures.csv"
    table.write_text(table.read_text().replace(",404,", ",200,"))
    assert checks("seal", CASE, "--because", "a test").returncode == 0
    wrong = checks("verify", CASE)
    assert wrong.returncode == 1
    assert "fees-captures.json gives" in wrong.stdout


def test_a_register_from_a_saved_answer_goes_to_the_reference(checks: Command, project: Path, tmp_path: Path) -> None:
    saved = tmp_path / "answer.json"
    saved.write_text(json.dumps(LISTED))
    words = ["records", "wayback-captures", "page=https://harbour.example/fees", "--id", "fees-captures"]
    undated = checks(*words, "--answer", str(saved))
    assert undated.returncode == 2
    assert "--retrieved" in undated.stderr
    done = checks(*words, "--answer", str(saved), "--retrieved", "2031-05-10")
    assert done.returncode == 0, done.stderr
    assert (project / "data" / "reference" / "fees-captures.csv").exists()
    again = checks(*words, "--answer", str(saved), "--retrieved", "2031-05-10")
    assert again.returncode == 2
    assert "already" in again.stderr


@pytest.mark.parametrize(
    ("answer", "told"),
    [([], "no capture"), ([[*LISTED[0][:1], "time", *LISTED[0][2:]], *LISTED[1:]], "timestamp"), ("<html>", "JSON")],
)
def test_what_cannot_be_drawn_says_why_and_nothing_is_written(
    answer: object, told: str, checks: Command, evidence: Path, cdx: Callable[[object], str]
) -> None:
    before = files(evidence), files(evidence.parent)
    done = checks(
        "records", "wayback-captures", "page=https://harbour.example/fees", "--id", "fees-captures", "--case", CASE,
        "--at", cdx(answer), "--allow-private",
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stdout + done.stderr
    assert told in done.stderr
    assert (files(evidence), files(evidence.parent)) == before


def test_the_records_are_listed_and_a_wrong_name_gives_the_nearest(checks: Command) -> None:
    listed = checks("records")
    assert listed.returncode == 0
    for name in ("wikidata-statements", "federal-register", "un-treaty", "fact-checks", "us-executives"):
        assert name in listed.stdout
    wrong = checks("records", "wikidata-statement", "item=Q42", "--id", "x")
    assert wrong.returncode == 2
    assert "`wikidata-statements`" in wrong.stderr
