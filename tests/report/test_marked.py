"""The article with its marks: all of it, each claim led to once, the worst verdict on words that several claims cover."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import CASES, ROOT

from checks.case.folder import Case
from checks.report.claimed import ORDER, claimed
from checks.report.marked import pieces


@pytest.mark.parametrize("case", CASES)
def test_the_pieces_are_the_article_and_each_claim_ends_once_in_its_own_words(case: str) -> None:
    opened = Case(case, ROOT)
    entries = claimed(opened)
    found = pieces(opened, entries)
    assert "".join(piece.text for piece in found) == opened.article.words
    ends: dict[str, int] = {}
    at = 0
    for piece in found:
        at += len(piece.text)
        for entry in piece.ending:
            assert entry.claim.id not in ends
            ends[entry.claim.id] = at
            assert ORDER.index(piece.verdict) <= ORDER.index(entry.verdict)
    assert ends == {entry.claim.id: entry.claim.words.find(opened.article.words)[1] for entry in entries}


def test_an_article_that_is_not_here_has_no_pieces(project: Path) -> None:
    (project / "data/cases/start-here/article.md").unlink()
    case = Case("start-here", project)
    assert pieces(case, claimed(case)) == []
