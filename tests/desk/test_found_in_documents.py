"""What the case's own documents say and nobody has quoted: offered at the desk; and facts taken out of them again."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_desk import bridge, files, press, said, select, state_where_from, unfold, upload

pytest.importorskip("anywidget", reason="THE DESK IS NOT TESTED: anywidget is not installed")

from checks.case.folder import open_case
from checks.case.lookup import look_up
from checks.case.offering import offered
from checks.case.verify import verify
from checks.desk import desk, drafts
from checks.desk.sitting import Sitting

SENTENCE = "The old bridge over the Aln was built in 1931, and repaired in 1972."
PAGE = (
    f"<html><title>Bridges</title><body><article><h1>Bridges of the county</h1><p>Nothing is said of boats here. {SENTENCE}"
    "</p><p>The ferry has sailed since 1850.</p></article></body></html>"
).encode()


@pytest.fixture
def sitting(project: Path) -> Sitting:
    sitting = desk(bridge(project))
    state_where_from(unfold(sitting.adding))
    upload(sitting, "bridges.html", PAGE)
    select(sitting, "The bridge was built in 1931")
    press(sitting.sentence.box, "Make a claim")
    return sitting


def note(sitting: Sitting, words: str = SENTENCE) -> None:
    noting = unfold(sitting.adding).noting
    start = "".join(noting.text.sentences).index(words)
    noting.text.selected = [start, start + len(words)]
    noting.name.value, noting.about.value, noting.value.value = "built", "the bridge was built", "1931"
    press(noting.box, "Note a fact")
    assert noting.wrong.value == ""


def test_an_added_document_is_found_before_anything_is_quoted_from_it(sitting: Sitting) -> None:
    before = files(sitting)
    [id] = sitting.case.documents
    assert [one.text for one in sitting.evidence.offers][:1] == [SENTENCE]
    words, quote = sitting.evidence.offered[0]
    assert "<mark>bridge</mark>" in words.value and id in said(words.value) and quote.layout.display is None
    assert look_up(sitting.case, SENTENCE) == []  # it is no evidence yet
    assert files(sitting) == before
    quote.click()
    assert sitting.evidence.wrong.value == ""
    assert sitting.case.evidence(id).words == SENTENCE
    assert sitting.evidence.hits[0].ref == f"{id}“{SENTENCE}”"
    assert SENTENCE not in [one.text for one in sitting.evidence.offers]
    assert verify(open_case(sitting.case.name), running=True).differences == []
    press(sitting.box, "Undo")
    assert files(sitting) == before
    assert sitting.evidence.offers[0].text == SENTENCE
    quote.click()
    sitting.evidence.places[0][0].value = True
    assert sitting.concluding.rests == [f"{id}“{SENTENCE}”"]


def test_what_is_shown_first_was_quoted_just_now(sitting: Sitting) -> None:
    [id] = sitting.case.documents
    note(sitting)
    sitting.evidence.query.value = "ferry since 1850 bridge built 1931"
    place = next(n for n, one in enumerate(sitting.evidence.offers) if "ferry" in one.text)
    sitting.evidence.offered[place][1].click()
    assert sitting.evidence.hits[0].ref == f"{id}“The ferry has sailed since 1850.”"


def test_bytes_that_are_not_here_or_not_those_captured_offer_nothing(sitting: Sitting) -> None:
    [document] = sitting.case.documents.values()
    path = sitting.case.folder / "evidence" / document.capture.file
    assert offered(open_case(sitting.case.name), "bridge")
    path.unlink()
    assert offered(open_case(sitting.case.name), "bridge") == []
    assert offered(open_case(sitting.case.name), "…") == []


def test_a_fact_is_taken_out_with_its_passage_and_put_back(sitting: Sitting) -> None:
    [id] = sitting.case.documents
    before = files(sitting)
    note(sitting)
    noted = files(sitting)
    place = next(n for n, hit in enumerate(sitting.evidence.hits) if hit.ref == f"{id}#built")
    assert sitting.evidence.out[place].layout.display is None
    sitting.evidence.places[place][0].value = True  # what is being written rests on it
    assert sitting.evidence.out[place].layout.display == "none"
    sitting.evidence.places[place][0].value = False
    (sitting.case.folder / drafts.NAME).unlink()
    sitting.evidence.out[place].click()
    assert sitting.evidence.wrong.value == ""
    assert files(sitting) == before
    assert verify(open_case(sitting.case.name), running=True).differences == []
    press(sitting.box, "Undo")
    assert files(sitting) == noted
    assert sitting.case.fact(f"{id}#built").quoted == SENTENCE


def test_a_fact_that_a_conclusion_rests_on_is_not_taken_out(sitting: Sitting) -> None:
    [id] = sitting.case.documents
    note(sitting)
    sitting.concluding.verdict.value, sitting.concluding.because.value = "supported", "The county says so."
    sitting.concluding.evidence.value = f"{id}#built"
    press(sitting.concluding.box, "Conclude")
    assert sitting.concluding.wrong.value == ""
    kept = files(sitting)
    place = next(n for n, hit in enumerate(sitting.evidence.hits) if hit.ref == f"{id}#built")
    assert sitting.evidence.out[place].layout.display == "none"
    sitting.evidence.out[place].click()  # at another desk it is shown still
    assert f"the conclusion on `{sitting.state.claim}` rests on it" in said(sitting.evidence.wrong.value)
    assert files(sitting) == kept
