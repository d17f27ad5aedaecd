"""The Markdown for editors: everything the record says of each claim, and no mark in it obeyed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import CASES, ROOT
from hostile import hostile
from markdown_it import MarkdownIt

from checks.case.correcting import plain
from checks.case.folder import Case
from checks.report.for_editors import for_editors


@pytest.mark.parametrize("case", CASES)
def test_each_claim_has_its_findings_conclusion_fix_query_and_sources(case: str) -> None:
    opened = Case(case, ROOT)
    text = for_editors(opened)
    assert text == for_editors(Case(case, ROOT))
    parts = dict(
        zip(opened.in_order(), re.split(r"\n### \d+\. ", text.split("\n## The article as")[0])[1:], strict=True)
    )
    for row in opened.log.of("conclusion"):
        part = parts[row["claim"]]
        for name in ("because", "by", "despite", "fix", "query", "needs"):
            assert plain(row[name]) in part
        assert f"Concluded: **{row['verdict']}**" in part
    for row in opened.log.of("finding"):
        part = parts.get(row["claim"], text)
        assert f"Found: **{row['verdict']}** by {plain(row['check'])}. {plain(row['reason'])}" in part
    for document in opened.documents.values():
        assert f"- {document.id}: {plain(document.title)} ({document.standing}; " in text
    assert text.count("\n| ") == 2 + len(opened.claims.of)


class Obeyed(HTMLParser):
    """The tags that came out of Markdown, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links |= {str(value) for name, value in attrs if name in ("href", "src")}


def test_hostile_words_are_only_words(project: Path) -> None:
    opened = Case(hostile(project), project)
    obeyed = Obeyed()
    obeyed.feed(MarkdownIt("commonmark", {"html": True}).enable("table").render(for_editors(opened)))
    assert obeyed.tags <= {
        "h1",
        "h2",
        "h3",
        "p",
        "ul",
        "li",
        "strong",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert all(link.startswith(("https://", "http://")) for link in obeyed.links)
    assert not [link for link in obeyed.links if "127.0.0.1" in link]


def test_a_second_reader_a_reply_and_what_is_left_out_are_told(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case("2031-06-larkmere-mile", project)
    row = case.fact("record-certificate#signed")
    case.unsaid("The day was *fine*.", id="fine", evidence=[row])
    case.reply(
        id="club", to="The club", how="by letter", asked="2031-06-20", deadline="2031-06-25", about=["finest-swim"],
        answer="We [regret] nothing.", answered="2031-06-21",
    )  # fmt: skip
    monkeypatch.setenv("CHECKS_WHO", "A Reader")
    case.second("protest-within-14-days", "misleading", because="One day | or another.", evidence=[row])
    text = for_editors(case).split("## What the article leaves out\n\n")[1]
    assert text.startswith("- The day was \\*fine\\*.\n  - “")
    assert "second **misleading**, A Reader, blind: One day \\| or another.\n  - open\n" in text
    assert (
        "- The club, asked 20 June 2031 (by letter), until 25 June 2031: answered on 21 June 2031: We \\[regret" in text
    )
    assert "## Second reader" not in for_editors(Case("start-here", project))


@pytest.mark.parametrize("words", ["1. FC Skerrin", "12) of them", "- a dash", "+ more", "===", "---", "a\u202eb"])
def test_words_that_would_begin_a_list_or_turn_a_line_are_only_words(words: str) -> None:
    html = MarkdownIt("commonmark").render(f"x\n{plain(words)}\n") + MarkdownIt("commonmark").render(plain(words))
    assert html == f"<p>x\n{words.replace(chr(0x202E), '')}</p>\n<p>{words.replace(chr(0x202E), '')}</p>\n"
