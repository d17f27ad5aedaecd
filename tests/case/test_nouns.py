"""Anchors, findings and the weighing of evidence."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.case import nouns
from checks.case.errors import Ambiguous, CaseError, Lost
from checks.case.nouns import Anchor, Document, Fact, Finding, Passage, Verdict, When, anchor_in
from checks.reading.anchors import anchor_at

TEXT = st.text(alphabet="ab ’“\n.1é漢", min_size=1, max_size=60)


def document(standing: str = "secondary", kind: str = "evidence", words: str = "two words") -> Document:
    return Document("doc", kind, "t", "p", "", None, None, "o", standing, words, words)  # type: ignore[arg-type]


def passage(standing: str = "secondary", kind: str = "evidence") -> Passage:
    return Passage(document(standing, kind), Anchor("two words"))


@given(TEXT, st.data())
def test_an_anchor_is_found_once_or_is_lost_or_ambiguous(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    anchor = Anchor(text[start:end])
    try:
        assert anchor.find(text) == (start, end)
    except Ambiguous:
        assert sum(text.startswith(anchor.exact, i) for i in range(len(text))) > 1


@given(TEXT, st.data())
def test_after_an_edit_an_anchor_is_never_moved_to_other_words(text: str, data: st.DataObject) -> None:
    """Once, lost or ambiguous: where it is found, its words and what stands around them are those it was made with."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    try:
        anchor = anchor_at(text, start, end)
    except Ambiguous:
        return
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(at, len(text)))
    edited = text[:at] + data.draw(TEXT) + text[cut:]
    try:
        a, b = anchor.find(edited)
    except (Lost, Ambiguous):
        return
    assert edited[a:b] == text[start:end]
    assert edited[:a].endswith(anchor.prefix)
    assert edited[b:].startswith(anchor.suffix)


@given(TEXT, st.data())
def test_the_shortest_anchor_marks_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    try:
        assert anchor_at(text, start, end).find(text) == (start, end)
    except Ambiguous:
        assert text.count(text[start:end]) > 1 or text[start:end] in text[:start] + text[start + 1 :]


def test_words_that_overlap_themselves_are_ambiguous() -> None:
    with pytest.raises(Ambiguous):
        Anchor("aa").find("aaa")


def test_an_anchor_without_words_is_refused() -> None:
    with pytest.raises(CaseError):
        Anchor("  ")


def test_every_noun_is_frozen() -> None:
    kinds = [value for name, value in vars(nouns).items() if dataclasses.is_dataclass(value)]
    assert len(kinds) >= 10
    assert all(kind.__dataclass_params__.frozen for kind in kinds)


def test_a_claim_has_no_field_that_a_verdict_could_be_written_into() -> None:
    names = {field.name for field in dataclasses.fields(nouns.Claim)}
    assert names == {"id", "words", "says", "speaker", "asserts", "passages"}


def test_a_finding_without_evidence_cannot_be_made() -> None:
    with pytest.raises(CaseError, match="without evidence"):
        Finding("c", "checks.some_check", Verdict.SUPPORTED, "Because.", [])


@pytest.mark.parametrize(
    ("standing", "kind", "given_verdict", "verdict"),
    [
        ("primary", "evidence", "contradicted", "contradicted"),
        ("secondary", "evidence", "supported", "supported"),
        ("rewriter", "evidence", "contradicted", "unsettled"),
        ("own knowledge", "evidence", "supported", "unsettled"),
        ("rewriter", "article", "contradicted", "contradicted"),
        ("rewriter", "article", "misleading", "misleading"),
        ("primary", "article", "supported", "unsettled"),
    ],
)
def test_what_cannot_bear_a_verdict_makes_it_unsettled(
    standing: str, kind: str, given_verdict: str, verdict: str
) -> None:
    finding = Finding("c", "checks.some_check", Verdict(given_verdict), "Because.", [passage(standing, kind)])
    assert finding.verdict == verdict
    assert (finding.reason == "Because.") == (verdict == given_verdict)
    assert finding.check == "some_check"


def test_strong_evidence_beside_weak_still_decides() -> None:
    weak = dataclasses.replace(document("rewriter"), id="other")
    finding = Finding("c", "x", Verdict.CONTRADICTED, "Because.", [passage("primary"), Passage(weak, Anchor("words"))])
    assert finding.verdict == "contradicted"


def test_where_all_is_needed_one_weak_piece_is_enough() -> None:
    weak = dataclasses.replace(document("rewriter"), id="other")
    both = [passage("primary"), Passage(weak, Anchor("words"))]
    finding = Finding("c", "x", Verdict.CONTRADICTED, "Because.", both, needs_all=True)
    assert finding.verdict == "unsettled"
    assert "rests also on rewriters" in finding.reason


@given(st.text(min_size=1), st.text(), st.text())
def test_a_passage_s_reference_is_read_back_whole(exact: str, prefix: str, suffix: str) -> None:
    if exact.strip():
        anchor = Anchor(exact, prefix, suffix)
        assert anchor_in(f"a-document{anchor.kept()}") == ("a-document", anchor)


def test_a_verdict_is_one_of_four() -> None:
    with pytest.raises(ValueError, match="mostly true"):
        Finding("c", "x", "mostly true", "Because.", [passage()])  # type: ignore[arg-type]


def test_a_fact_and_a_passage_have_a_card_with_the_words_what_was_noted_and_whose_they_are() -> None:
    gazette = dataclasses.replace(
        document(words="The bridge <opened> on 3 May"), id="gazette", url="https://gazette.example/a?b=1&c=2"
    )
    passage = Passage(gazette, Anchor("The bridge <opened> on 3 May"))
    fact = Fact("opened", passage, "the bridge's opening", role="effective", at=When.parse("2031-05-03"))
    card = fact._repr_html_()
    assert "“The bridge &lt;opened&gt; on 3 May”" in card
    assert "Noted: the bridge&#x27;s opening, effective 3 May 2031" in card
    assert 'href="https://gazette.example/a?b=1&amp;c=2"' in card
    assert "gazette#opened</a> (secondary, found in our excerpt only)" in card
    assert "Noted" not in passage._repr_html_()
    assert "gazette</a> (secondary" in passage._repr_html_()
