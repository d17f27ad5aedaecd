"""`checks new`: from a file or an address to a case that is green, and one sentence where there is none to be made."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, Command
from pytest_httpserver import HTTPServer
from served_pages import STORY, page

from checks.case.folder import Case
from checks.case.starting import ITS_PAGE
from checks.screening import screen

NAME = "2024-05-mooring-fees"


def left(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if "build" not in path.parts)


@pytest.mark.long
def test_a_text_and_a_page_are_green_under_strict_nbval(
    project: Path, checks: Command, served: Callable[..., str], tmp_path: Path
) -> None:
    text = tmp_path / "story.txt"
    text.write_text("Bridge closed\n\nThe council closed the bridge on 2 May 2024. “It is not safe,” said the mayor.\n")
    address = served("/story", page(*STORY))
    made = [
        checks("new", "2024-05-text", f"{screen(text, tmp_path / 'screened').out}#1", "--published", "2024-05-03"),
        checks("new", NAME, address, "--allow-private", "--published", "2024-05-04"),
    ]
    for done in made:
        assert done.returncode == 0, done.stdout + done.stderr
        assert "verified, nothing differs" in done.stdout
    assert "0 % of its characters, 0 of 18 words accounted for; 0 of 3 sentences, 3 UNREAD" in made[0].stdout
    verified = checks("verify", "2024-05-text")
    assert verified.returncode == 0
    assert verified.stdout.startswith("left to do: 3 sentences have UNREAD words\n")
    assert verified.stdout.endswith("2024-05-text: verified, nothing differs\n")
    sealed = subprocess.run(
        ["sha256sum", "--check", "--quiet", "seals.txt"], cwd=project / "data/cases/2024-05-text", check=False
    )
    assert sealed.returncode == 0
    assert "UNREAD" in (project / "notebooks/2024-05-text/01-read-the-article.ipynb").read_text(encoding="utf-8")
    screened = Case("2024-05-text", project).article
    assert (str(screened.published), "The council closed the bridge" in screened.words) == ("2024-05-03", True)
    assert screened.obtained.startswith("from a screening, in which it was article 1: story.txt, sha256 ")
    case = Case(NAME, project)
    assert case.article.words.startswith("Harbour board raises fees\n\nThe harbour board voted on Tuesday")
    assert (case.article.url, case.article.obtained) == (address, "read from its page, which is kept with the case")
    (document,) = case.documents.values()
    assert document.unused == ITS_PAGE
    assert (case.folder / "evidence" / document.capture.file).read_text() == page(*STORY)
    assert "mooring fees" in case.written
    assert case.accounts.covered == 0
    assert "proposed" in json.dumps(json.loads((case.notebooks / "04-report.ipynb").read_text()))
    tested = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "--nbval-current-env", "--rootdir", ".",
         "--nbval-sanitize-with", str(ROOT / "tests" / "nbval.cfg"),
         f"notebooks/{NAME}"],
        cwd=project, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CHECKS_FROZEN": "1", "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    assert tested.returncode == 0, tested.stdout[-3000:]
    assert "failed" not in tested.stdout


@pytest.mark.parametrize(
    ("body", "more", "says"),
    [
        ("gone", {"status": 404}, "404 Not Found"),
        (page("Home", "About us", title="Menu"), {}, "no article was found on this page"),
        (page("Der Rat hat am Dienstag beschlossen, dass die Brücke nicht mehr sicher ist und bis auf weiteres gesperrt wird. " * 4),
         {}, "not in English"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, {"content_type": "image/png"}, "a PNG picture"),
        (b"", {}, "there is no text in it"),
    ],
)  # fmt: skip
def test_a_page_that_is_no_article_leaves_nothing(
    project: Path, checks: Command, served: Callable[..., str], body: str | bytes, more: dict[str, object], says: str
) -> None:
    before = left(project)
    done = checks("new", NAME, served("/story", body, **more), "--allow-private")
    assert done.returncode == 2, done.stdout + done.stderr
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert left(project) == before


def test_a_dead_network_leaves_nothing(project: Path, checks: Command) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closing:
        address = f"http://127.0.0.1:{closing.getsockname()[1]}/story"
    before = left(project)
    done = checks("new", NAME, address, "--allow-private")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    refused = checks("new", NAME, address)
    assert refused.returncode == 2
    assert left(project) == before


def test_a_name_that_is_taken_is_told_before_anybody_is_asked(
    project: Path, checks: Command, httpserver: HTTPServer
) -> None:
    done = checks("new", "2031-06-larkmere-mile", httpserver.url_for("/never"), "--allow-private")
    assert "there is a case `2031-06-larkmere-mile` already" in done.stderr
    assert httpserver.log == []
    told = checks("new", NAME, httpserver.url_for("/never"), "--url", "https://post.example", "--allow-private")
    assert "the address tells both here" in told.stderr


def test_notebooks_that_cannot_be_run_leave_nothing(
    project: Path, checks: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "story.txt"
    source.write_text("The council closed the bridge on 2 May 2024.\n")
    before = left(project)
    broken = tmp_path / "nothing"
    (broken / "checks").mkdir(parents=True)
    monkeypatch.setattr("checks.case.running.FOLDER", broken / "checks")
    (broken / "checks" / "__init__.py").write_text("")
    done = checks("new", NAME, str(source), PYTHONPATH=str(broken))
    assert done.returncode == 2
    assert "its notebooks cannot be run, and nothing was kept" in done.stderr
    assert left(project) == before
