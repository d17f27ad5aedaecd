"""Capturing pages and files into a case, against a real server."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import Command
from pytest_httpserver import HTTPServer
from served_pages import CASE, STORY, files, page
from werkzeug import Request, Response

Served = Callable[..., str]
Capture = Callable[..., str]


def front(path: Path) -> dict[str, object]:
    return yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])


def verified(checks: Command) -> str:
    done = checks("verify", CASE)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_page_is_kept_by_its_bytes_with_how_they_came(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    body = page(*STORY)
    url = served("/fees", body, headers={"Last-Modified": "Tue, 06 May 2031 10:00:00 GMT", "Set-Cookie": "secret=1"})
    said = capture(url, "--id", "harbour-fees")
    assert "evidence/harbour-fees.md: captured and sealed" in said
    assert (evidence / "harbour-fees.html").read_bytes() == body.encode()
    fields = front(evidence / "harbour-fees.md")
    came = fields["capture"]
    assert isinstance(came, dict)
    assert fields["title"] == "Harbour board raises fees"
    assert came["url"] == came["final_url"] == url
    assert (came["status"], came["media_type"], came["keep"]) == ("200", "text/html", "quotations")
    assert came["sha256"] == hashlib.sha256(body.encode()).hexdigest()
    assert came["headers"]["last-modified"] == "Tue, 06 May 2031 10:00:00 GMT"
    assert "set-cookie" not in came["headers"]
    assert "trafilatura" in came["tools"]
    assert fields["retrieved"] == came["at"][:10]
    seals = (evidence.parent / "seals.txt").read_text()
    assert "evidence/harbour-fees.md" in seals
    assert f"{came['sha256']}  evidence/harbour-fees.html" in seals
    last = json.loads((evidence.parent / "log.jsonl").read_text().splitlines()[-1])
    assert (last["what"], last["to"]["document"], last["who"]) == ("capture", "harbour-fees", "A Tester")
    assert "nothing differs" in verified(checks)


def test_the_same_page_again_writes_nothing(evidence: Path, served: Served, capture: Capture) -> None:
    url = served("/fees", page(*STORY))
    capture(url, "--id", "harbour-fees")
    before = files(evidence)
    assert "the same bytes" in capture(url)
    assert "the same bytes" in capture(url, "--id", "another-name")
    assert files(evidence) == before


def test_a_changed_page_becomes_a_second_capture_and_the_difference_is_shown(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    url = served("/fees", page(*STORY))
    capture(url, "--id", "harbour-fees")
    first = files(evidence)
    served("/fees", page(STORY[0].replace("twelve", "twenty"), *STORY[1:]))
    said = capture(url, "--id", "harbour-fees")
    assert "harbour-fees-2.md" in said
    assert "[-twelve-] {+twenty+}" in said
    after = files(evidence)
    assert {name: after[name] for name in first} == first
    assert front(evidence / "harbour-fees-2.md")["capture"]["after"] == "harbour-fees"  # type: ignore[index]
    assert "nothing differs" in verified(checks)
    served("/fees", page(*STORY[:2]))
    assert "harbour-fees-3.md" in capture(url)


def test_bytes_stay_out_of_git_and_documents_go_in(project: Path, served: Served, capture: Capture) -> None:
    capture(served("/fees", page(*STORY)), "--id", "harbour-fees")
    capture(
        served("/law", page("The act is in the public domain, and so may be kept here whole.")),
        "--id",
        "the-act",
        "--keep",
        "bytes",
    )
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-o", "--exclude-standard"], cwd=project, capture_output=True, text=True, check=True
    ).stdout
    assert "evidence/harbour-fees.md" in listed
    assert "evidence/harbour-fees.html" not in listed
    assert "evidence/the-act.html" in listed


def test_the_whole_text_is_kept_only_if_asked_for(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    capture(served("/fees", page(*STORY)), "--id", "only-quoted")
    assert STORY[1] not in (evidence / "only-quoted.md").read_text()
    capture(served("/act", page(*STORY)), "--id", "whole", "--keep", "text")
    assert f"> {STORY[1]}" in (evidence / "whole.md").read_text()
    assert "found in the capture" in verified(checks)


def test_redirects_are_recorded(evidence: Path, httpserver: HTTPServer, served: Served, capture: Capture) -> None:
    served("/new", page(*STORY))
    httpserver.expect_request("/old").respond_with_response(Response(status=301, headers={"Location": "/new"}))
    capture(httpserver.url_for("/old"), "--id", "moved")
    came = front(evidence / "moved.md")["capture"]
    assert isinstance(came, dict)
    assert came["redirects"] == [f"301 {httpserver.url_for('/old')}"]
    assert came["final_url"] == httpserver.url_for("/new")


def _loop(_: Request) -> Response:
    return Response(status=302, headers={"Location": "/x"})


def _bomb(_: Request) -> Response:
    return Response(
        gzip.compress(b"0" * 60_000_000, mtime=0), headers={"Content-Encoding": "gzip", "Content-Type": "text/html"}
    )


def _wanted_robots(_: Request) -> Response:
    return Response("User-agent: *\nDisallow: /x\n")


FAILURES = {
    "not there": (lambda _: Response(status=404), "404 Not Found"),
    "broken": (lambda _: Response(status=500), "500 Internal Server Error"),
    "refused for long": (lambda _: Response(status=429, headers={"Retry-After": "86400"}), "wait"),
    "a loop": (_loop, "redirect"),
    "to a file": (lambda _: Response(status=302, headers={"Location": "file:///etc/passwd"}), "redirect"),
    "a bomb": (_bomb, "50,000,000"),
    "nothing in it": (lambda _: Response(b"", content_type="text/html"), "nothing"),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_is_one_sentence_and_nothing_is_written(
    failure: str, checks: Command, evidence: Path, httpserver: HTTPServer
) -> None:
    handler, told = FAILURES[failure]
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/x").respond_with_handler(handler)
    before = files(evidence), files(evidence.parent)
    done = checks("capture", CASE, httpserver.url_for("/x"), "--allow-private")
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert (files(evidence), files(evidence.parent)) == before
    assert "nothing differs" in verified(checks)


def test_a_private_address_is_refused_unless_it_is_allowed(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    url = served("/fees", page(*STORY))
    done = checks("capture", CASE, url)
    assert done.returncode == 2
    assert "private" in done.stderr
    assert done.stderr.count("\n") == 1
    capture(url)


def test_robots_are_respected(checks: Command, evidence: Path, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_handler(_wanted_robots)
    httpserver.expect_request("/x").respond_with_data(page(*STORY), content_type="text/html")
    done = checks("capture", CASE, httpserver.url_for("/x"), "--allow-private")
    assert done.returncode == 2
    assert "robots.txt" in done.stderr
    assert [request.path for request, _ in httpserver.log] == ["/robots.txt"]


def test_a_warc_is_kept_that_its_own_checker_accepts(
    evidence: Path, served: Served, capture: Capture, checks: Command
) -> None:
    capture(served("/fees", page(*STORY)), "--id", "harbour-fees", "--warc")
    path = evidence / "harbour-fees.warc.gz"
    checked = subprocess.run(
        [sys.executable, "-m", "warcio.cli", "check", "-v", str(path)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "pass" in checked.stdout
    assert "nothing differs" in verified(checks)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    done = checks("verify", CASE)
    assert done.returncode == 1
    assert "harbour-fees.warc.gz" in done.stdout


def test_a_file_that_one_has_is_captured(checks: Command, evidence: Path, tmp_path: Path, capture: Capture) -> None:
    saved = tmp_path / "saved page.html"
    saved.write_text(page(*STORY))
    capture(str(saved), "--id", "saved", "--url", "https://harbour.example/fees", "--retrieved", "2031-05-07")
    fields = front(evidence / "saved.md")
    assert (fields["url"], fields["retrieved"]) == ("https://harbour.example/fees", "2031-05-07")
    assert fields["obtained"] == "given as a file (saved page.html)"
    assert str(tmp_path) not in (evidence / "saved.md").read_text()
    assert "nothing differs" in verified(checks)
    assert "the same bytes" in capture(str(saved), "--url", "https://harbour.example/fees")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [("none.html", None, "no such file"), ("empty.html", b"", "empty"), ("folder", "folder", "folder")],
)
def test_a_file_that_cannot_be_is_told(
    name: str, data: object, told: str, checks: Command, evidence: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    if data == "folder":
        path.mkdir()
    elif isinstance(data, bytes):
        path.write_bytes(data)
    done = checks("capture", CASE, str(path))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert told in done.stderr


def test_ids_are_made_from_the_content_and_never_a_path(evidence: Path, served: Served, capture: Capture) -> None:
    capture(served("/etc/passwd", page(*STORY, title="../../Ünlaut & more <script>")))
    made = [path.stem for path in evidence.glob("*.html")]
    assert len(made) == 1
    assert made[0].replace("-", "").isalnum()


@pytest.mark.parametrize("id", ["../out", "a/b", "UPPER", "article", "x" * 90, ".hidden", "a b"])
def test_an_id_that_is_none_is_refused(id: str, checks: Command, evidence: Path, served: Served) -> None:
    before = files(evidence)
    done = checks("capture", CASE, served("/fees", page(*STORY)), "--allow-private", "--id", id)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert files(evidence) == before


def test_an_id_of_something_else_is_not_taken_over(checks: Command, evidence: Path, served: Served) -> None:
    before = files(evidence)
    done = checks("capture", CASE, served("/fees", page(*STORY)), "--allow-private", "--id", "record-certificate")
    assert done.returncode == 2
    assert "is taken" in done.stderr
    assert files(evidence) == before


def test_nothing_is_captured_while_all_is_frozen(checks: Command, evidence: Path, served: Served) -> None:
    before = files(evidence)
    done = checks("capture", CASE, served("/fees", page(*STORY)), "--allow-private", CHECKS_FROZEN="1")
    assert done.returncode == 2
    assert files(evidence) == before


def test_a_page_that_gives_orders_to_the_terminal_gives_none(evidence: Path, served: Served, capture: Capture) -> None:
    title = "Fees \x1b[31mred\x07 \x9b2J"
    said = capture(served("/fees", page(*STORY, title=title), headers={"ETag": '"x\x1b[2J"'}))
    assert "\x1b" not in said
    for path in evidence.glob("*.md"):
        assert not {"\x1b", "\x07", "\x9b"} & set(path.read_text(encoding="utf-8"))
