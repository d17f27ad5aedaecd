"""The report: one page, from the record alone, that asks for nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import CASES
from hostile import hostile

from checks.case.folder import Case, open_case
from checks.report.page import page

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
        data = tag == "script" and values.get("type") == "application/ld+json"  # a ClaimReview; nothing runs it
        if not data and (
            tag in {"script", "img", "link", "iframe", "object", "video", "audio", "embed", "form"} or "src" in values
        ):
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
    assert len(html.encode()) < 400_000
    found = read(html)
    assert found.asks == []
    assert len(found.ids) == len(set(found.ids))
    assert found.fragments <= set(found.ids)
    assert "@import" not in html
    assert "url(" not in html
    assert not re.search(r"\d\d:\d\d:\d\d", re.sub(r"[Cc]aptured \S+Z", "", html))


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
    article = re.search(r'<div class="text">(.*?)</div>', html, re.DOTALL)
    assert article
    assert unescape(re.sub(r"<sup>.*?</sup>|<[^>]+>", "", article[1])) == opened.article.words
    assert "requirements.lock sha256" in text
    assert "Cannot tell:" in text


def test_claims_stand_in_the_order_of_the_article(project: Path) -> None:
    html = page(Case("2025-12-landmines", project))
    order = re.findall(r'</summary>\n<div class="inside" id="([a-z0-9-]+)">', html)
    case = Case("2025-12-landmines", project)
    assert order == sorted(order, key=lambda id: case.claims[id].words.find(case.article.words))
    assert len(order) == len(case.claims.of)


def test_hostile_words_are_shown_and_never_obeyed(project: Path) -> None:
    """HTML, CSS and templates in every text of the article, the claims, the evidence, the registers and the log."""
    html = page(Case(hostile(project), project))
    assert read(html).asks == []
    assert "<script" not in html
    assert "<svg onload" not in html
    assert "</style></title>" not in html
    assert 'href="javascript' not in html
    for part in ("alert(1)", "{{ 7 * 7 }}"):
        assert html.count(part) > 200
    assert html.count("</style>") == html.count("</title>") == 1
    assert "alert(1)" not in html[: html.index("</style>")].split("</title>")[1]


def test_text_from_right_to_left_turns_no_number_beside_it_round(
    project: Path, edit: Callable[[Path, str, str], None]
) -> None:
    path = project / "data/cases/start-here/claims.yaml"
    edit(path, "speaker: Wenna Marrabeck", 'speaker: "ליאור בן־דוד \\u202e"')
    edit(path, 'says: "No place', 'says: "ליאור says that \\u2067no place')
    html = page(Case("start-here", project))
    assert 'Said by <bdi dir="rtl">ליאור בן־דוד </bdi>.' in html
    assert '<b><bdi dir="ltr">ליאור says that no place on this coast is finer to spend an afternoon.</bdi></b>' in html
    assert not set(html) & set("\u202e\u2067")
    assert "<bdi" not in page(Case("2031-06-larkmere-mile", project))
    assert read(html).asks == []


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
