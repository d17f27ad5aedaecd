"""Asking at the desk: which checks are offered, what is ticked, what is missing, and what is taken out again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import bridge, desk_notebook, mile_again, press, said, select, unfold

pytest.importorskip("anywidget", reason="THE DESK IS NOT TESTED: anywidget is not installed")

from checks.case import editing
from checks.case.folder import open_case
from checks.case.nouns import Anchor, Claim
from checks.case.verify import verify
from checks.desk import desk
from checks.desk.asking import HINT
from checks.desk.sitting import Sitting

SIGNED = "signed the certificate for the Larkmere Mile record on 16 June 2031"
FACT = "record-certificate#signed"


@pytest.fixture
def sitting(project: Path) -> Sitting:
    return desk(mile_again(project))


def make(sitting: Sitting, words: str, **asserts: str) -> None:
    select(sitting, words)
    press(sitting.sentence.box, "Make a claim")
    if asserts:
        claim = replace(sitting.case.claims[sitting.state.claim], asserts=asserts)
        editing.put(sitting.case, claim, seen=editing.entry(sitting.case, claim.id))
        sitting.state.reread()
        sitting.redraw()


def tick(sitting: Sitting, ref: str, yes: bool = True) -> None:
    number = [hit.ref for hit in sitting.evidence.hits].index(ref)
    sitting.evidence.places[number][0].value = yes


def labels(sitting: Sitting) -> list[str]:
    return [label for label, _ in sitting.asking.check.options]


def test_the_list_begins_with_what_fits_and_what_the_claim_states(sitting: Sitting) -> None:
    make(sitting, SIGNED, event="the certificate", role="signed", on="16 June 2031")
    told = labels(sitting)
    assert told[0].startswith("fits: happened_on_date")
    states = [label for label in told if label.startswith("it states")]
    assert told.index(states[0]) == len([label for label in told if label.startswith("fits")])
    assert states[0] == "it states event, role, on: happened_on_date"
    rest = [label.partition(":")[0] for label in told[told.index(states[-1]) + 1 :]]
    assert rest == sorted(rest, key=list(dict.fromkeys(rest)).index), "those that ask about the same stand together"
    assert not any("layout_is_clean" in label or "anonymity" in label for label in told)


def test_checks_of_the_whole_article_are_asked_of_the_article(sitting: Sitting) -> None:
    make(sitting, SIGNED)
    id = sitting.state.claim
    sitting.asking.of.value = "article"
    assert "quotations_are_balanced" in labels(sitting) and "happened_on_date" not in str(labels(sitting))
    sitting.asking.check.value = "quotations_are_balanced"
    press(sitting.asking.box, "Ask")
    assert sitting.asking.wrong.value == "", said(sitting.asking.wrong.value)
    assert "quotations_are_balanced" in sitting.asking.findings.told
    assert [row["claim"] for row in sitting.case.log.of("finding")] == ["article"]
    assert sitting.state.claim == id and sitting.asking.of.value == "article"
    sitting.asking.of.value = ""
    assert sitting.asking.findings.told == ""
    assert verify(open_case(sitting.case.name), running=True).differences == []


def test_what_is_ticked_goes_into_the_field_of_its_kind_and_out_again(sitting: Sitting) -> None:
    make(sitting, SIGNED)
    sitting.asking.check.value = "passage_supports"
    field = sitting.asking._arguments["passages"]
    assert field.placeholder == HINT and field.value == ""
    press(sitting.asking.box, "Ask")
    wrong = said(sitting.asking.wrong.value)
    assert "passages: tick the evidence that it is to be compared with, above, under “Evidence found for it”" in wrong
    refs = [hit.ref for hit in sitting.evidence.hits if "#" in hit.ref or "“" in hit.ref][:2]
    for ref in refs:
        tick(sitting, ref)
    assert field.value == f"[{', '.join(refs)}]" and sitting.concluding.rests == refs
    tick(sitting, refs[0], False)
    assert field.value == f"[{refs[1]}]" and sitting.concluding.rests == [refs[1]]
    sitting.asking.check.value = "quotation_is_verbatim"  # what is ticked already; of a passage its document
    assert sitting.asking._arguments["source"].value == refs[1].partition("#")[0].partition("“")[0]
    assert "rests on the whole document" in said(sitting.asking.rests.value)
    sitting.asking.check.value = "passage_supports"
    press(sitting.asking.box, "Ask")
    assert sitting.asking.wrong.value == "", said(sitting.asking.wrong.value)
    assert next(iter(sitting.case.log.of("finding")))["asked"] == f"passages=[{refs[1]}]"


def test_what_was_ticked_for_one_claim_is_not_ticked_for_the_next(sitting: Sitting) -> None:
    make(sitting, "Club president Marta Lindqvist")
    make(sitting, SIGNED, event="the certificate", role="signed", on="16 June 2031")
    first = sitting.state.claim
    tick(sitting, FACT)
    assert sitting.concluding.rests == [FACT]
    for claim, rests in (("club-president-marta-lindqvist", []), (first, [FACT])):
        sitting.state.choose(sitting.state.sentence, claim)
        sitting.show()
        assert sitting.concluding.rests == rests
        ticked = [
            hit.ref
            for (tick, _), hit in zip(sitting.evidence.places, sitting.evidence.hits, strict=False)
            if tick.value
        ]
        assert set(ticked) <= set(rests)
        assert rests or not any(field.value for field in sitting.asking.given.children)


def test_one_reference_for_a_list_gets_its_brackets(sitting: Sitting) -> None:
    make(sitting, SIGNED, event="the certificate", role="signed", on="16 June 2031")
    sitting.asking.check.value = "happened_on_date"
    sitting.asking._arguments["facts"].value = FACT
    press(sitting.asking.box, "Ask")
    assert sitting.asking.wrong.value == "", said(sitting.asking.wrong.value)
    assert next(iter(sitting.case.log.of("finding")))["asked"] == f"facts=[{FACT}]"


def test_every_argument_is_shown_with_what_the_claim_states(sitting: Sitting) -> None:
    make(sitting, SIGNED, percentage="20 %", was="84,000", now="100,800")
    sitting.asking.check.value = "percentage_follows"
    shown = {field.description: field.placeholder for field in sitting.asking.given.children}
    assert list(shown) == ["percentage", "part (optional)", "whole (optional)", "was (optional)", "now (optional)"]
    assert shown["percentage"] == "the claim states 20 %; or evidence"
    assert shown["was (optional)"] == "the claim states 84,000; or evidence"
    assert shown["part (optional)"] == HINT
    sitting.asking._arguments["was"].value = FACT
    press(sitting.asking.box, "Ask")
    assert "was: the claim states it already (84,000)" in said(sitting.asking.wrong.value)
    sitting.asking._arguments["was"].value = ""
    press(sitting.asking.box, "Ask")
    assert "percentage_follows" in sitting.asking.findings.told and sitting.asking.wrong.value == ""


def conclude(sitting: Sitting, verdict: str, *refs: str) -> None:
    form = sitting.concluding
    form.verdict.value, form.because.value, form.evidence.value = verdict, "It says so.", "\n".join(refs)
    press(form.box, "Conclude")
    assert form.wrong.value == "", said(form.wrong.value)


def test_a_conclusion_whose_grounds_changed_is_shown_and_signed_again(sitting: Sitting) -> None:
    make(sitting, SIGNED, event="the certificate", role="signed", on="16 June 2031")
    conclude(sitting, "supported", FACT)
    id, form = sitting.state.claim, sitting.concluding
    assert not sitting.state.stale and form.again.layout.display == "none"
    sitting.claim_form.says.value = "The certificate was signed then."
    assert sitting.state.stale == {id}
    assert "supported, to be signed again" in said(sitting.claim_form.told.value)
    assert "to be signed again" in sitting.sentence.claims.options[0][0]
    assert any("✓ supported, to be signed again" in sign for row in sitting.article.marks for _, _, sign in row)
    sitting.state.shown = "again"
    assert [place[1] for _, place in sitting.state.rows()] == [id]
    press(form.box, "Conclude")
    assert "press “I have read it again: sign”" in said(form.wrong.value)
    press(form.box, "I have read it again: sign")
    assert form.wrong.value == "" and not sitting.state.stale and "signed again" in said(sitting.status.value)
    assert verify(open_case(sitting.case.name), running=True).differences == []
    press(sitting.box, "Undo")
    assert sitting.state.stale == {id}


def test_a_passage_noted_in_a_document_changes_only_what_rests_on_the_whole_of_it(project: Path) -> None:
    sitting = desk(bridge(project))
    adding = unfold(sitting.adding)
    adding.kind.value, adding.passage.value, adding.title.value = "passage", "The bridge was opened in 1931.", "Bridges"
    adding.publisher.value, adding.published.value, adding.obtained.value = "The county", "2031-05-01", "read"
    adding.retrieved.value = "2031-05-07"
    press(adding.box, "Add it as a document")
    document = next(iter(sitting.case.documents))
    for words, ref in (
        ("The bridge was built in 1931", f"{document}“opened in 1931”"),
        ("Bridge repairs begin", document),
    ):
        make(sitting, words)
        conclude(sitting, "supported", ref)
    whole = sitting.state.claim
    assert not sitting.state.stale
    from checks.case.noting import note_passage

    note_passage(open_case(sitting.case.name), document, "It was repaired in 1972.")
    sitting.look()
    assert sitting.state.stale == {whole}


def test_a_finding_is_taken_out_with_its_cell(sitting: Sitting) -> None:
    make(sitting, SIGNED, event="the certificate", role="signed", on="16 June 2031")
    sitting.asking.check.value = "happened_on_date"
    sitting.asking._arguments["facts"].value = FACT
    press(sitting.asking.box, "Ask")

    def cells() -> str:
        return next(sitting.case.notebooks.glob("*check-the-claims.ipynb")).read_text()

    assert "case.ask(" in cells()
    press(sitting.asking.box, "Take this finding out")
    assert sitting.asking.findings.wrong.value == "" and sitting.asking.findings.told == ""
    assert "case.ask(" not in cells() and not list(sitting.case.log.of("finding"))
    assert verify(open_case(sitting.case.name), running=True).differences == []
    press(sitting.box, "Undo")
    assert "case.ask(" in cells() and "happened_on_date" in sitting.asking.findings.told


def test_a_finding_that_a_persons_cell_asks_is_theirs_to_take_out(sitting: Sitting) -> None:
    make(sitting, SIGNED, event="the certificate", role="signed", on="16 June 2031")
    sitting.asking.check.value = "happened_on_date"
    sitting.asking._arguments["facts"].value = FACT
    press(sitting.asking.box, "Ask")
    from checks.case.starting import write_notebook

    source = (
        "from checks import happened_on_date, open_case\n\n"
        f'case = open_case("{sitting.case.name}")\n'
        f'case.ask("{sitting.state.claim}", happened_on_date, facts=[case.fact("{FACT}")])'
    )
    write_notebook(sitting.case.notebooks / "09-mine.ipynb", sitting.case.name, "# Mine", [source])
    press(sitting.asking.box, "Take this finding out")
    assert "a cell that somebody wrote asks this" in said(sitting.asking.findings.wrong.value)
    assert list(sitting.case.log.of("finding"))


def test_what_went_wrong_is_said_at_the_head_and_goes_when_something_goes_well(sitting: Sitting) -> None:
    make(sitting, SIGNED)
    press(sitting.concluding.box, "Conclude")
    assert "Not saved: " in said(sitting.status.value) and 'role="alert"' not in sitting.status.value
    assert "choose a verdict first" in said(sitting.concluding.wrong.value)
    sitting.claim_form.speaker.value = ""
    assert "Who says so: `speaker` is empty" in said(sitting.claim_form.wrong.value)
    assert "claims.yaml" not in sitting.claim_form.wrong.value
    sitting.claim_form.says.value = "It was signed."
    sitting.claim_form.speaker.value = "the club"
    assert sitting.claim_form.wrong.value == sitting.concluding.wrong.value == ""
    assert "saved" in said(sitting.status.value) and "Not saved" not in said(sitting.status.value)


def test_each_verdict_has_its_own_sign_and_colour(project: Path) -> None:
    from checks.case.cards import COLOURS
    from checks.case.conclusions import DEFINED
    from checks.desk.article import HERE
    from checks.desk.marks import LEGEND, marks
    from checks.desk.state import State
    from checks.desk.verdicts import SIGNS

    assert tuple(SIGNS) == tuple(DEFINED) and len({sign[0] for sign in SIGNS.values()}) == len(SIGNS)
    css = (HERE / "desk.css").read_text(encoding="utf-8")
    for verdict, colour in COLOURS.items():
        [line] = [
            line
            for line in css.splitlines()
            if line.startswith(".lbl-") and f"lbl-{verdict}" in line and colour in line
        ]
        assert "--lbl-verdict" in line
    case = bridge(project)
    editing.put(case, Claim("waited", Anchor("We 🌉 waited\nlong"), "They waited.", "the mayor"), seen="")
    desk_notebook(project, case.name)
    case.reread()
    case.searched("the archive", "bridge", 0, id="s", claim="waited", on="2031-05-07")
    case.conclude("waited", "unverifiable", because="Nobody knows.", searches=["s"])
    pieces: list[Any] = [piece for row in marks(State(case)) for piece in row]
    signed = [piece for piece in pieces if "? unverifiable" in piece[2]]
    assert [(size, kinds) for size, kinds, _ in signed] == [(1, "")], "the sign stands before the quotation mark"
    assert any("lbl-concluded lbl-unverifiable" in kinds for _, kinds, _ in pieces)
    assert {sign for sign, _ in LEGEND.values()} >= set(SIGNS.values())


def test_words_of_a_quotation_are_selected_with_its_marks(project: Path) -> None:
    sitting = desk(bridge(project))
    select(sitting, "We 🌉 waited\nlong,")
    assert sitting.state.words == "“We 🌉 waited\nlong,”"
    assert sitting.article.selected == list(sitting.state.selected)
