"""The earlier versions of an article: found by their files or by their seals, in the order of their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_revising import LARKMERE, revised

from checks.case.folder import Case
from checks.case.running import run
from checks.case.versions import article_versions, faults, numbers, text_of
from checks.report.page import page


def test_a_case_of_one_version(project: Path) -> None:
    case = Case(LARKMERE, project)
    assert article_versions(case) == []
    assert faults(case) == []
    assert "One version of the article is known" in page(case)


@pytest.mark.usefixtures("one_notebook")
def test_each_version_is_told_with_who_replaced_it_and_why(project: Path) -> None:
    for number in (1, 2, 3):
        revised(project, LARKMERE, ("Tess", "TTess"), because=f"no. {number}")
        assert run(LARKMERE, project, lambda *_: None).differences == []
    case = Case(LARKMERE, project)
    found = article_versions(case)
    assert [(one.number, one.path, one.by, one.because) for one in found] == [
        (number, f"versions/{number}.md", "A Tester", f"no. {number}") for number in (1, 2, 3)
    ]
    first = text_of(case, 1)
    assert first
    assert "Tess Okafor" in first.words
    assert all(one.seal == case.seals.read()[one.path] for one in found)


def test_numbers_are_counted_and_not_spelled(project: Path) -> None:
    seals = {f"versions/{number}.md": "" for number in (10, 9, 1)}
    assert list(numbers(Case(LARKMERE, project), seals)) == [1, 9, 10]
