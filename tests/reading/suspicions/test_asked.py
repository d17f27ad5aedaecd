"""A check that looks at an article alone: what it answers of the whole, of a claim, and where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from checks.case.errors import CaseError
from checks.case.nouns import Anchor, Claim, Document, Passage, Verdict
from checks.reading import Reading
from checks.reading.parts import Certainty, Suspicion, Words
from checks.reading.suspicions.asked import found_in
from checks.reading.suspicions.gathering import Rule

TEXT = "The bridge “is safe”,\r\nsaid\u00a0the mayor.\r\n\r\nThe bridge is closed. It will open in May."


def article(text: str = TEXT) -> Document:
    return Document("article", "article", "", "", "", None, None, "", "secondary", text, text)


def claim(words: str, whole: bool = False) -> Claim:
    anchor = Anchor(words)
    return Claim("article" if whole else "closed", anchor, "", "", {}, (Passage(article(), anchor),))


def closed(certainty: Certainty, *words: str) -> Rule:
    """A rule that points at these words of the clean text."""

    def rule(reading: Reading) -> Iterator[Suspicion]:
        at = [reading.text.index(one) for one in words]
        spans = tuple(Words(start, start + len(one), one) for start, one in zip(at, words, strict=True))
        yield Suspicion("done and planned", "status_is_consistent", "It is both.", certainty, spans)

    return rule


def test_certain_and_likely_contradict_and_a_look_does_not_settle() -> None:
    answers: dict[Certainty, str] = {"certain": "contradicted", "likely": "contradicted", "look": "unsettled"}
    for certainty, verdict in answers.items():
        rule = closed(certainty, "said the mayor", "is closed")
        finding = found_in(claim(TEXT, whole=True), article(), "x", rule, "Fine.")
        assert (finding.verdict, finding.reason) == (verdict, "It is both.")
        # The places are those of the text as it was given, no-break space and all.
        assert [passage.quoted for passage in finding.evidence] == ["said\u00a0the mayor", "is closed"]


def test_a_claim_is_touched_or_it_is_not() -> None:
    rule = closed("likely", "is closed")
    touched = found_in(claim("The bridge is closed"), article(), "x", rule, "Fine.")
    assert touched.verdict is Verdict.CONTRADICTED
    beside = found_in(claim("It will open in May"), article(), "x", rule, "Fine.")
    assert beside.verdict is Verdict.UNSETTLED  # the article's own words cannot support a claim
    assert "cannot support" in beside.reason


def test_of_the_whole_text_itself_is_evidence() -> None:
    def rule(_: Reading) -> Iterator[Suspicion]:
        yield from ()

    finding = found_in(claim(TEXT, whole=True), article(), "x", rule, "Nothing is out of place.")
    assert (finding.verdict, finding.reason) == (Verdict.SUPPORTED, "Nothing is out of place.")
    assert [evidence.ref for evidence in finding.evidence] == ["article"]


def test_an_article_that_is_not_here_is_said_to_be() -> None:
    gone = replace(article(), text=None)
    with pytest.raises(CaseError, match="not in this copy"):
        found_in(claim(TEXT, whole=True), gone, "x", closed("look", "is closed"), "")
