"""The claims as the report has them: counted in the article's order, told in one line, each source by a short name."""

from __future__ import annotations

import pytest
from conftest import CASES, ROOT

from checks.case.folder import Case
from checks.case.nouns import Row
from checks.report.claimed import NOT_CONCLUDED, Claimed, claimed, in_one_line, named, noted, on_the_whole, state


@pytest.mark.parametrize("case", CASES)
def test_every_finding_and_conclusion_of_the_record_is_with_its_claim(case: str) -> None:
    opened = Case(case, ROOT)
    entries = claimed(opened)
    assert [entry.claim.id for entry in entries] == opened.in_order()
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    found = sum(len(entry.findings) for entry in entries) + len(on_the_whole(opened))
    assert found == len(opened.log.of("finding"))
    for entry in entries:
        assert entry.conclusion == opened.log.rows[("conclusion", entry.claim.id)]


def test_evidence_has_a_short_name_and_says_what_it_states() -> None:
    case = Case("start-here", ROOT)
    row = case.register("skerrin-harbour-masters").rows[0]
    assert isinstance(row, Row)
    assert named(row, {"skerrin-harbour-masters": "Harbour masters"}) == "Harbour masters"
    assert noted(row).endswith(row.span.words())
    assert state(row) == ""
    for document in case.documents.values():
        assert document.publisher in named(document, {})
        for fact in document.facts.values():
            assert fact.about in noted(fact)
            assert state(fact) == fact.passage.state


@pytest.mark.parametrize(
    ("verdicts", "line"),
    [
        ([], "No claim of this article was checked yet."),
        (["supported"], "1 claim checked: 1 supported."),
        (["opinion", "contradicted"], "2 claims checked: 1 contradicted and 1 opinion."),
        (
            ["supported", "misleading", NOT_CONCLUDED, "unverifiable", "misleading"],
            "5 claims checked: 2 misleading, 1 not to be verified, 1 supported and 1 not concluded yet.",
        ),
    ],
)
def test_the_article_in_one_line(verdicts: list[str], line: str) -> None:
    claim = next(iter(Case("start-here", ROOT).claims.of.values()))
    said = [None if word == NOT_CONCLUDED else {"verdict": word} for word in verdicts]
    entries = [Claimed(number, claim, {}, (), row, (), ()) for number, row in enumerate(said, 1)]
    assert in_one_line(entries) == line
