"""Archives by the commands, against a server that plays them: a memento captured, and a page asked to be kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from conftest import Command
from pytest_httpserver import HTTPServer
from served_pages import CASE, STORY, files, page
from werkzeug import Request, Response

TAKEN = "Thu, 02 May 2019 10:00:00 GMT"
MEMENTO = "/web/20190502100000id_/https://harbour.example/fees"


@pytest.mark.parametrize("status", [200, 404, 429])
def test_an_archived_answer_is_captured_whatever_its_status(
    status: int, checks: Command, evidence: Path, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    headers = {"Memento-Datetime": TAKEN, "Retry-After": "86400"}
    httpserver.expect_request(MEMENTO).respond_with_data(
        page(*STORY), status=status, headers=headers, content_type="text/html"
    )
    done = checks("capture", CASE, httpserver.url_for(MEMENTO), "--id", "taken", "--allow-private")
    assert done.returncode == 0, done.stderr
    came = yaml.safe_load((evidence / "taken.md").read_text().split("---\n")[1])["capture"]
    assert (came["memento"], came["status"]) == ("2019-05-02T10:00:00Z", str(status))
    assert checks("verify", CASE).returncode == 0


@pytest.mark.parametrize(
    ("status", "body"), [(200, "<html><title>Down for maintenance</title></html>"), (404, "not archived"), (503, "")]
)
def test_an_answer_of_the_archive_itself_is_no_memento(
    status: int, body: str, checks: Command, evidence: Path, httpserver: HTTPServer
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request(MEMENTO).respond_with_data(
        body, status=status, headers={"Retry-After": "0"}, content_type="text/html"
    )
    before = files(evidence)
    done = checks("capture", CASE, httpserver.url_for(MEMENTO), "--allow-private")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert files(evidence) == before


def _job(answers: list[dict[str, object]]) -> object:
    def handler(request: Request) -> Response:
        return Response(json.dumps(answers.pop(0)), content_type="application/json")

    return handler


def test_asked_for_is_not_archived(checks: Command, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/save", method="POST").respond_with_json(
        {"url": "https://harbour.example/fees", "job_id": "spn2-1"}
    )
    fault = {"status": "error", "status_ext": "error:not-found", "message": "The page was not found."}
    httpserver.expect_request("/save/status/spn2-1").respond_with_handler(_job([fault]))  # type: ignore[arg-type]
    done = checks(
        "archive", "https://harbour.example/fees", "--at", httpserver.url_for("/save"), "--allow-private", "--wait", "0"
    )
    assert done.returncode == 1
    assert "asked for: https://harbour.example/fees (job spn2-1)" in done.stdout
    assert "failed: " in done.stdout
    assert "archived: " not in done.stdout


def test_an_archived_page_is_confirmed(checks: Command, httpserver: HTTPServer) -> None:
    success = {"status": "success", "timestamp": "20190502100000", "original_url": "https://harbour.example/fees"}
    httpserver.expect_request("/save/status/spn2-1").respond_with_handler(
        _job([{"status": "pending", "resources": []}, success])  # type: ignore[arg-type]
    )
    done = checks(
        "archive", "https://harbour.example/fees", "--job", "spn2-1", "--at", httpserver.url_for("/save"),
        "--allow-private", "--wait", "0",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "archived: " in done.stdout
    assert "/web/20190502100000id_/https://harbour.example/fees" in done.stdout
