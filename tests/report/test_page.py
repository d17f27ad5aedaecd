"""The report: one page, from the record alone, that asks for nothing from outside."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import CASES

from checks.case.folder import Case, open_case
from checks.report.page import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update"]  # fmt: skip
VOID = {"meta", "br", "link", "img", "hr", "input"}


class Reader(HTMLParser):
    """Tags in balance, ids, links to them, and whatever could ask for something."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.fragments: set[str] = set()
        self.asks: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if (values.get("href") or "").startswith("#"):
            self.fragments.add(str(values["href"])[1:])
        if tag in {"script", "img", "link", "iframe", "object", "video", "audio", "embed", "form"} or "src" in values:
            self.asks.append(tag)
        assert not [name for name in values if name.startswith("on")]
        assert not (values.get("href") or "").startswith(("javascript:", "data:"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


@pytest.mark.parametrize("case", CASES)
def test_it_is_one_small_whole_page(project: Path, case: str) -> None:
    html = page(Case(case, project))
    assert html == page(Case(case, project))
    assert len(html.encode()) < 300_000
    found = read(html)
    assert found.asks == []
    assert len(found.ids) == len(set(found.ids))
    assert found.fragments <= set(found.ids)
    assert "@import" not in html
    assert "url(" not in html
    assert not re.search(r"\d\d:\d\d:\d\d", re.sub(r"captured \S+Z", "", html))


@pytest.mark.parametrize("case", CASES)
def test_it_says_everything_that_the_record_says(project: Path, case: str) -> None:
    from html import unescape

    opened = Case(case, project)
    html = page(opened)
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
    for row in opened.log.of("finding"):
        assert " ".join(row["reason"].split()) in text
    for row in opened.log.of("conclusion"):
        for name in ("because", "despite", "fix", "query", "by"):
            assert " ".join(row[name].split()) in text
    for claim in opened.claims.of.values():
        assert claim.says in text
        assert f'id="{claim.id}"' in html
    for document in opened.documents.values():
        assert document.title in text
        assert opened.seals.read()[f"evidence/{document.id}.md"] in text
    for omission in opened.claims.left_out:
        assert f"“{omission.passage.anchor.exact}”: {omission.reason}" in text
    article = re.search(r'<div class="article">(.*?)</div>', html, re.DOTALL)
    assert article
    assert unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", article[1])) == opened.article.words
    assert "requirements.lock sha256" in text
    assert "Cannot tell:" in text


def test_claims_stand_in_the_order_of_the_article(project: Path) -> None:
    html = page(Case("2025-12-landmines", project))
    order = re.findall(r'<section class="claim" id="([^"]+)"', html)
    case = Case("2025-12-landmines", project)
    assert order == sorted(order, key=lambda id: case.claims[id].words.find(case.article.words))
    assert len(order) == len(case.claims.of)


def test_hostile_words_are_shown_and_never_obeyed(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    folder = project / "data" / "cases" / "2031-06-larkmere-mile"
    evil = "</q><script>alert(1)</script><img src=x onerror=alert(1)>"
    edit(folder / "claims.yaml", "No finer swim was ever seen on the lake.", f"No finer swim {evil}")
    edit(
        folder / "evidence" / "record-certificate.md",
        "title: Certificate of the Larkmere Mile record",
        f'title: "{evil}"',
    )
    edit(folder / "evidence" / "record-certificate.md", 'url: ""', 'url: "javascript:alert(1)"')
    html = page(Case("2031-06-larkmere-mile", project))
    assert read(html).asks == []
    assert "<script" not in html
    assert "javascript:alert" not in html.replace("&#39;", "") or 'href="javascript' not in html


def test_a_case_that_differs_from_its_record_says_so_on_the_page(
    project: Path, edit: Callable[[Path, str, str], None]
) -> None:
    edit(
        project / "data/cases/2031-06-larkmere-mile/evidence/record-certificate.md",
        "by the president",
        "by a president",
    )
    html = page(open_case("2031-06-larkmere-mile"))
    assert "This case differs from its own record" in html
    assert "record-certificate.md" in html


def asked_by_the_page(path: Path, folder: Path) -> list[str]:
    """Every address that a page made a browser ask for; what the browser asks for on its own has no origin."""
    log, picture = folder / "net.json", folder / "page.png"
    done = subprocess.run(
        [str(CHROMIUM), *QUIET, f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}",
         "--window-size=1000,1400", f"--screenshot={picture}", path.as_uri()],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert picture.stat().st_size > 5_000
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    requests = [event["params"] for event in events if "initiator" in event.get("params", {})]
    return [
        params["url"]
        for params in requests
        if params["initiator"] != "not an origin" and params["url"] != path.as_uri()
    ]


@pytest.mark.skipif(CHROMIUM is None, reason="BROWSER TEST NOT RUN: there is no Chromium on this machine")
@pytest.mark.parametrize("case", CASES)
def test_a_browser_shows_it_and_asks_for_nothing(project: Path, tmp_path: Path, case: str) -> None:
    path = tmp_path / "report.html"
    path.write_text(page(Case(case, project)), encoding="utf-8")
    assert asked_by_the_page(path, tmp_path) == []


@pytest.mark.skipif(CHROMIUM is None, reason="BROWSER TEST NOT RUN: there is no Chromium on this machine")
def test_a_page_that_asks_for_something_is_seen_to(tmp_path: Path) -> None:
    path = tmp_path / "asks.html"
    path.write_text("<p>x</p><img src='http://127.0.0.1:9/picture.png'>", encoding="utf-8")
    assert asked_by_the_page(path, tmp_path) == ["http://127.0.0.1:9/picture.png"]
