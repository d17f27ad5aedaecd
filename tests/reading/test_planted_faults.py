"""Faults planted in articles of all kinds, and clean twins that differ in the fault alone."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from conftest import ROOT
from planted import UNSEEN, Fault, faults, missed, noisy, rates, suspicions

from checks.case.asking import trial
from checks.case.catalogue import check_named, check_names
from checks.case.claims import Claims
from checks.case.nouns import Anchor, Claim, Document, Passage, Verdict
from checks.evidence.documents import read_document
from checks.reading.parts import SuspicionKind

FAULTS = faults()
SEEN = [fault for fault in FAULTS if fault.file != UNSEEN]
BLIND = [fault for fault in FAULTS if fault.file == UNSEEN]
LAND_MINES = read_document(ROOT / "data/cases/2025-12-landmines/article.md", "article.md", "article").words


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.file}: {fault.id}")
def test_a_fault_is_planted_as_it_says(fault: Fault) -> None:
    assert fault.kind in get_args(SuspicionKind)
    for words, _ in fault.clean:
        assert fault.text.count(words) == 1, words
    for words in fault.words:
        assert words in fault.text, words
    assert fault.twin != fault.text


def test_there_are_enough_of_every_kind() -> None:
    kinds = Counter(fault.kind for fault in FAULTS)
    assert set(kinds) == set(get_args(SuspicionKind))
    assert len(FAULTS) >= 60
    assert len(BLIND) >= 60


def test_nine_of_ten_faults_are_found_and_the_twins_are_silent() -> None:
    found, silent = rates(SEEN)
    assert found >= 0.9, [fault.id for fault in missed(SEEN)]
    assert silent >= 0.95, [(fault.id, alarms) for fault, alarms in noisy(SEEN)]


def test_of_faults_that_nobody_had_seen_no_fewer_are_found_than_when_they_were_opened() -> None:
    """Written by people who had not seen the code: 45 of 79 found and 67 twins silent on the day they were opened."""
    assert len(missed(BLIND)) <= 79 - 45
    assert len(noisy(BLIND)) <= 79 - 67


def test_what_fires_on_the_shipped_article_fires_on_two_other_subjects() -> None:
    found = Counter(fault.kind for fault in FAULTS if fault.is_found())
    for kind in {one.kind for one in suspicions(LAND_MINES, "2025-12-20")}:
        assert found[kind] >= 2, kind


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.file}: {fault.id}")
def test_asked_with_what_it_asserts_the_check_contradicts(fault: Fault) -> None:
    """A suspicion and its check never disagree."""
    article = _article(fault.text)
    for one in suspicions(fault.text, fault.dateline):
        assert one.check in check_names()
        assert one.reason.endswith(".")
        assert all(fault.text[span.start : span.end] == span.exact for span in one.spans)
        if one.asserts and one.certainty != "look":
            words = Anchor(fault.text)
            asked = Claim("trial", words, "", "article", {}, (Passage(article, words),))
            claims = Claims("in-progress", {}, {}, ())
            finding, _ = trial(claims, asked, check_named(one.check), dict(one.asserts))
            assert finding.verdict is Verdict.CONTRADICTED, (one, finding)


def _article(text: str) -> Document:
    return Document("article", "article", "", "", "", None, None, "", "secondary", text, text)
