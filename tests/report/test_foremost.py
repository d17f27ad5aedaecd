"""The findings that a reader wants first: by the printed rule, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from conftest import CASES, ROOT

from checks.case.folder import Case
from checks.case.nouns import Anchor, Claim, Document, Evidence, Passage
from checks.report.claimed import Claimed, Found, claimed
from checks.report.foremost import BAD, MOST, foremost

CASE = Case("start-here", ROOT)
NOWHERE = "(nowhere yet)"


def document(id: str, standing: Any = "primary", origin: str = "") -> Document:
    words = "The bridge was closed."
    return Document(id, "evidence", id, id, "", None, None, "", standing, words, words, origin=origin)


def claim(number: int, verdict: str, found: str, *evidence: Evidence, words: str = "") -> Claimed:
    """A claim on words of the shipped article, with one finding."""
    of = Claim(f"claim-{number}", Anchor(words or NOWHERE), "", "article")
    findings = (Found("happened_on_date", found, "A reason.", evidence),)
    return Claimed(number, of, {}, findings, {"verdict": verdict, "fix": ""}, (), ())


def chosen(*entries: Claimed) -> list[int]:
    """The numbers of those chosen, each on a sentence of its own of the shipped article."""
    sentences = [entry.text.strip() for entry in CASE.accounts.entries]
    placed = [
        replace(entry, claim=replace(entry.claim, words=Anchor(sentences[place])))
        if entry.claim.words.exact == NOWHERE
        else entry
        for place, entry in enumerate(entries)
    ]
    return [one.entry.number for one in foremost(CASE, placed)]


def test_contradicted_comes_first_then_primary_evidence_then_more_sources() -> None:
    first, second, weak = document("first"), document("second"), document("weak", "secondary")
    assert chosen(
        claim(1, "misleading", "misleading", first, second),
        claim(2, "contradicted", "contradicted", weak),
        claim(3, "contradicted", "contradicted", first),
        claim(4, "contradicted", "contradicted", first, second),
    ) == [4, 3, 2]


def test_copies_of_one_source_count_once() -> None:
    copies = [document(f"copy-{number}", "secondary", origin="wire") for number in range(5)]
    two = [document("a", "secondary"), document("b", "secondary")]
    assert chosen(
        claim(1, "contradicted", "contradicted", *copies), claim(2, "contradicted", "contradicted", *two)
    ) == [2, 1]


@pytest.mark.parametrize(
    ("verdict", "found", "standing"),
    [
        ("supported", "supported", "primary"),
        ("unverifiable", "contradicted", "primary"),
        ("contradicted", "unsettled", "primary"),
        ("contradicted", "misleading", "primary"),
        ("contradicted", "contradicted", "rewriter"),
        ("contradicted", "contradicted", "own knowledge"),
    ],
)
def test_what_no_check_found_on_evidence_that_bears_it_is_not_chosen(verdict: str, found: str, standing: str) -> None:
    assert chosen(claim(1, verdict, found, document("a", standing))) == []


def test_the_articles_own_words_are_no_evidence_from_outside() -> None:
    own = Passage(CASE.article, Anchor(CASE.article.words.split("\n")[0]))
    assert chosen(claim(1, "contradicted", "contradicted", own)) == []


def test_a_sentence_has_one_and_there_are_three_at_most() -> None:
    sentence = CASE.accounts.entries[1].text.strip()
    one = document("a")
    same = [claim(number, "contradicted", "contradicted", one, words=sentence) for number in (1, 2)]
    assert chosen(*same) == [1]
    many = [claim(number, "contradicted", "contradicted", one) for number in range(1, 6)]
    assert chosen(*many) == [1, 2, 3]


@pytest.mark.parametrize("case", CASES)
def test_what_is_chosen_in_the_shipped_cases_keeps_the_rule(case: str) -> None:
    opened = Case(case, ROOT)
    found = foremost(opened, claimed(opened))
    assert 0 < len(found) <= MOST
    order = [BAD.index(one.entry.verdict) for one in found]
    assert order == sorted(order)
    for one in found:
        assert one.finding.verdict == one.entry.verdict
        assert one.sources >= one.primary
        assert [item for item in one.finding.evidence if item.kind != "article"]
