"""Captured bytes looked at again: found, lost, ambiguous, changed, away; and pages fetched again."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, Command
from pytest_httpserver import HTTPServer
from served_pages import CASE, STORY, files, page
from werkzeug import Response

from checks.case.folder import Case
from checks.case.verify import verify

Served = Callable[..., str]
Capture = Callable[..., str]
QUOTED = "the increase would drive small craft to other ports"


@pytest.fixture
def quoted(checks: Command, evidence: Path, served: Served, capture: Capture) -> Path:
    """A capture with a quotation from it; its document."""
    capture(served("/fees", page(*STORY)), "--id", "harbour-fees")
    done = checks("excerpt", CASE, "harbour-fees", QUOTED)
    assert done.stdout == f"> {QUOTED}\n", done.stderr
    return evidence / "harbour-fees.md"


def sealed_again(checks: Command, document: Path) -> None:
    assert checks("seal", CASE, "--because", "a test").returncode == 0, document


def test_a_quotation_is_found_in_the_capture(checks: Command, quoted: Path) -> None:
    assert f"\n> {QUOTED}\n" in quoted.read_text()
    done = checks("verify", CASE)
    assert done.returncode == 0, done.stdout
    assert "1 passage found in the capture" in done.stdout


def test_words_that_stand_there_twice_or_never_are_not_quoted(checks: Command, quoted: Path) -> None:
    before = quoted.read_bytes()
    for words, told in (("board", "3 times"), ("mooring fees fell", "is not in the capture")):
        done = checks("excerpt", CASE, "harbour-fees", words)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert told in done.stderr
    assert quoted.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("The breakwater will not wait", "The breakwater will not wait"),
        ("The breakwater will not wait.", "The breakwater will not wait."),
        ('"The breakwater will not wait."', "“The breakwater will not wait.”"),
        ("“The breakwater  will not wait.” ", "“The breakwater will not wait.”"),
        ("THE BREAKWATER will", "The breakwater will"),
    ],
)
def test_the_marks_that_were_given_are_quoted_and_no_others(
    words: str, quoted: str, checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    capture(served("/fees", page(*STORY, "“The breakwater will not wait.”")), "--id", "harbour-fees")
    assert checks("excerpt", CASE, "harbour-fees", words).stdout == f"> {quoted}\n"


def test_a_caption_beside_the_article_can_be_quoted(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    body = page(*STORY).replace("</article>", "</article><aside><p>Pictured: the old slipway in 1962.</p></aside>")
    capture(served("/fees", body), "--id", "harbour-fees")
    done = checks("excerpt", CASE, "harbour-fees", "the old slipway in 1962")
    assert done.stdout == "> the old slipway in 1962\n", done.stderr
    assert "1 passage found in the capture" in checks("verify", CASE).stdout


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the increase would drive large craft to other ports", "lost"),
        ("board", "ambiguous"),
        ("the increase would  drive small craft", ""),
    ],
)
def test_a_quotation_edited_by_hand_is_looked_for(said: str, told: str, checks: Command, quoted: Path) -> None:
    quoted.write_text(quoted.read_text().replace(QUOTED, said))
    sealed_again(checks, quoted)
    done = checks("verify", CASE)
    assert done.returncode == (1 if told else 0), done.stdout
    assert told in done.stdout
    if told == "lost":
        assert "small craft" in done.stdout  # what stands there instead


def test_without_the_bytes_nothing_is_found_and_nothing_fails(checks: Command, quoted: Path) -> None:
    quoted.with_suffix(".html").unlink()
    done = checks("verify", CASE)
    assert done.returncode == 0, done.stdout
    assert "harbour-fees.html" in done.stdout
    assert "not here" in done.stdout
    assert "found in our excerpt only" in done.stdout
    assert "found in the capture" not in done.stdout
    shown = checks("excerpt", CASE, "harbour-fees", "Boat owners")
    assert shown.returncode == 2
    assert "not in this copy" in shown.stderr


def test_bytes_that_may_be_published_must_be_there(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    capture(served("/act", page(*STORY)), "--id", "the-act", "--keep", "bytes")
    (evidence / "the-act.html").unlink()
    done = checks("verify", CASE)
    assert done.returncode == 1
    assert "the-act.html" in done.stdout


def test_every_changed_byte_is_named(
    checks: Command, project: Path, quoted: Path, served: Served, capture: Capture
) -> None:
    capture(served("/picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), content_type="image/png"), "--id", "picture")
    assert not verify(Case(CASE, project)).differences
    paths = sorted(Case(CASE, project).seals.files().items())
    chance = random.Random(7)  # noqa: S311
    named = 0
    for _ in range(200):
        name, path = chance.choice(paths)
        data = path.read_bytes()
        at = chance.randrange(len(data))
        path.write_bytes(data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :])
        done = looked_at(project)
        assert any(Path(name).name in line for line in done), f"{name} at byte {at}: {done}"
        named += 1
        path.write_bytes(data)
    assert named == 200


def looked_at(project: Path) -> list[str]:
    """What `checks verify` would name, in this process."""
    from checks.case.verify import verify_case

    return verify_case(CASE, project).differences


def test_a_page_fetched_again_is_the_same_changed_gone_moved_or_unreachable(
    checks: Command, evidence: Path, httpserver: HTTPServer, served: Served, capture: Capture
) -> None:
    pages = {name: page(*STORY, title=f"The {name} page") for name in ("same", "changed", "gone", "moved", "broken")}
    for name, body in pages.items():
        capture(served(f"/{name}", body), "--id", name)
    httpserver.clear_all_handlers()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    html = "text/html; charset=utf-8"
    httpserver.expect_request("/same").respond_with_data(pages["same"], content_type=html)
    changed = pages["changed"].replace("dredging in spring", "dredging in autumn")
    httpserver.expect_request("/changed").respond_with_data(changed, content_type=html)
    httpserver.expect_request("/gone").respond_with_data("", status=410)
    httpserver.expect_request("/moved").respond_with_response(Response(status=301, headers={"Location": "/there"}))
    httpserver.expect_request("/there").respond_with_data(pages["moved"], content_type=html)
    httpserver.expect_request("/broken").respond_with_data("", status=500)
    before = files(evidence)
    done = checks("verify", CASE, "--refetch", "--allow-private")
    assert done.returncode == 0, done.stdout + done.stderr
    for told in (
        "same.md: same, byte for byte", "changed.md: changed, kept as `changed-2`", "[-spring.-] {+autumn.+}",
        "gone.md: gone", "moved.md: moved", "broken.md: unreachable",
    ):  # fmt: skip
        assert told in done.stdout, done.stdout
    after = files(evidence)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {"changed-2.md", "changed-2.html"}
    assert checks("verify", CASE).returncode == 0


def test_a_dead_network_is_told_and_nothing_is_lost(
    checks: Command, evidence: Path, httpserver: HTTPServer, served: Served, capture: Capture
) -> None:
    capture(served("/fees", page(*STORY)), "--id", "harbour-fees")
    before = files(evidence)
    httpserver.stop()  # type: ignore[no-untyped-call]
    done = checks("verify", CASE, "--refetch", "--allow-private")
    assert "harbour-fees.md: unreachable" in done.stdout
    assert files(evidence) == before
    httpserver.start()  # type: ignore[no-untyped-call]


def test_a_clone_has_the_documents_and_verifies(checks: Command, project: Path, quoted: Path, tmp_path: Path) -> None:
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=T", "-c", "user.email=t@x.org", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *words], cwd=project, check=True)
    subprocess.run(["git", "clone", "-q", str(project), str(tmp_path / "clone")], check=True)
    done = checks("verify", CASE, cwd=tmp_path / "clone")
    assert done.returncode == 0, done.stdout
    assert "found in our excerpt only" in done.stdout


def test_bytes_that_are_gone_or_damaged_are_put_back(checks: Command, quoted: Path) -> None:
    kept = quoted.with_suffix(".html")
    data = kept.read_bytes()
    url = yaml.safe_load(quoted.read_text().split("---\n")[1])["capture"]["url"]
    for harm in (kept.unlink, lambda: kept.write_bytes(b"x")):
        harm()
        done = checks("capture", CASE, url, "--allow-private")
        assert "its bytes were put back" in done.stdout, done.stderr
        assert kept.read_bytes() == data
        assert checks("verify", CASE).returncode == 0


def test_words_inside_other_words_do_not_count(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    text = "The art of the party was a rise in membership, a surprise in 2012, and 12 speeches about the past."
    capture(served("/fees", page(*STORY, text)), "--id", "harbour-fees")
    for words in ("art", "rise", "12 speeches"):
        assert checks("excerpt", CASE, "harbour-fees", words).returncode == 0
    done = checks("verify", CASE)
    assert (done.returncode, "3 passages found in the capture" in done.stdout) == (0, True), done.stdout


def test_captures_at_once_lose_nothing_of_each_other(checks: Command, evidence: Path, served: Served) -> None:
    url = served("/fees", page(*STORY))
    words = [sys.executable, "-m", "checks", "capture", CASE, "--allow-private"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    at_once = [
        subprocess.Popen([*words, f"{url}?{number}"], cwd=evidence, env=environment, stdout=subprocess.DEVNULL)
        for number in ("1", "2", "3", "3")
    ]
    assert [running.wait(60) for running in at_once] == [0, 0, 0, 0]
    assert len(list(evidence.glob("localhost-*.html"))) == 3, files(evidence).keys()
    done = checks("verify", CASE)
    assert done.returncode == 0, done.stdout


def test_a_refetched_page_that_cannot_be_kept_does_not_stop_the_others(
    checks: Command, httpserver: HTTPServer, served: Served, capture: Capture
) -> None:
    for name in ("aaa", "bbb"):
        capture(served(f"/{name}", page(*STORY, title=name)), "--id", name)
    httpserver.clear_all_handlers()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/aaa").respond_with_data("", content_type="text/html")
    httpserver.expect_request("/bbb").respond_with_data(page(*STORY[:2], title="bbb"), content_type="text/html")
    done = checks("verify", CASE, "--refetch", "--allow-private")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "aaa.md: changed, and the new one cannot be kept" in done.stdout
    assert "bbb.md: changed, kept as `bbb-2`" in done.stdout


def test_a_lost_passage_is_not_counted_among_the_found(checks: Command, quoted: Path) -> None:
    quoted.write_text(quoted.read_text() + "\n> nobody ever said these words of the harbour\n")
    sealed_again(checks, quoted)
    done = checks("verify", CASE)
    assert done.returncode == 1
    assert "1 passage found in the capture" in done.stdout


def test_a_file_that_somebody_put_there_is_not_overwritten(
    checks: Command, evidence: Path, served: Served, capture: Capture
) -> None:
    (evidence / "notes.html").write_text("my own notes")
    done = checks("capture", CASE, served("/fees", page(*STORY)), "--allow-private", "--id", "notes")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert (evidence / "notes.html").read_text() == "my own notes"
    (evidence / "notes.html").write_bytes(page(*STORY).encode())  # as a command killed half-way leaves it
    capture(served("/fees", page(*STORY)), "--id", "notes")
    assert checks("verify", CASE).returncode == 0
