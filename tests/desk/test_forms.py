"""The forms of the desk, worked at without a kernel: what is typed stands in the case's files at once."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import AGAIN, LARKMERE, bridge, desk_notebook, mile_again, parts, press, said, select

pytest.importorskip("anywidget", reason="THE DESK IS NOT TESTED: anywidget is not installed")

from checks.case import editing
from checks.case.conclusions import DEFINED
from checks.case.folder import open_case
from checks.case.nouns import Anchor, Claim
from checks.case.verify import verify
from checks.desk import desk
from checks.desk.sitting import Sitting


@pytest.fixture
def sitting(project: Path) -> Sitting:
    return desk(bridge(project))


def claims_of(sitting: Sitting) -> str:
    return (sitting.case.folder / "claims.yaml").read_text(encoding="utf-8")


def make(sitting: Sitting, words: str) -> None:
    select(sitting, words)
    press(sitting.sentence.box, "Make a claim")
    assert sitting.sentence.wrong.value == ""


def test_words_selected_become_a_claim_at_once(sitting: Sitting) -> None:
    make(sitting, "“We 🌉 waited\nlong,” she said")
    assert sitting.state.claim == "we-waited-long-she-said"
    assert sitting.claim_form.says.value == "“We 🌉 waited long,” she said"
    assert 'words: {exact: "“We 🌉 waited\\nlong,” she said"}' in claims_of(sitting)
    assert "saved" in sitting.status.value and "was made" in sitting.status.value
    assert "Undo: the claim" in sitting.undo.description


def test_words_that_stand_there_twice_get_their_surroundings(sitting: Sitting) -> None:
    second = sitting.state.text.rindex("Mayor Ann Lee")
    sitting.article.chosen = sitting.state.sentence_at(second)
    sitting.article.selected = [second, second + len("Mayor Ann Lee")]
    press(sitting.sentence.box, "Make a claim")
    claim = sitting.case.claims["mayor-ann-lee"]
    assert claim.words.find(sitting.state.text) == (second, second + len("Mayor Ann Lee"))
    assert "found exactly once after “by ”" in said(sitting.claim_form.told.value)


def test_nothing_selected_is_a_sentence_in_the_form(sitting: Sitting) -> None:
    press(sitting.sentence.box, "Make a claim")
    assert "no words are selected" in said(sitting.sentence.wrong.value)
    assert 'role="alert"' in sitting.sentence.wrong.value


def test_a_field_is_kept_as_it_is_left_and_undone(sitting: Sitting) -> None:
    before = claims_of(sitting)
    make(sitting, "Mayor Ann Lee signed the order")
    made = claims_of(sitting)
    sitting.claim_form.says.value = "Ann Lee, as mayor, signed the order."
    assert 'says: "Ann Lee, as mayor, signed the order."' in claims_of(sitting)
    sitting.claim_form.speaker.value = ""
    assert "`speaker` is empty" in said(sitting.claim_form.wrong.value)
    assert "speaker: article" in claims_of(sitting)
    sitting.claim_form.speaker.value = "the city"
    assert "speaker: the city" in claims_of(sitting)
    for _ in range(2):
        press(sitting.box, "Undo")
    assert claims_of(sitting) == made
    press(sitting.box, "Undo")
    assert claims_of(sitting) == before
    assert sitting.undo.layout.display == "none"


def test_an_assertion_is_read_as_it_is_left_with_the_error_beside_it(sitting: Sitting) -> None:
    make(sitting, "signed the order on Monday, May 5, 2031")
    sitting.assertable = ["on", "role", "event"]
    sitting.show()
    sitting.claim_form.more.value = "on"
    field, beside = sitting.claim_form._field("on")
    field.value = "31 June 2031"
    assert beside.value and "read as" not in beside.value
    assert "asserts" not in claims_of(sitting)
    field.value = "5 May 2031"
    assert said(beside.value) == "read as 5 May 2031"
    assert "asserts: {on: 5 May 2031}" in claims_of(sitting)
    sitting.claim_form.more.value = "role"
    sitting.claim_form._field("role")[0].value = "signed"
    assert "asserts: {on: 5 May 2031, role: signed}" in claims_of(sitting)
    field.value = ""
    assert "asserts: {role: signed}" in claims_of(sitting)


def test_an_id_is_changed_until_something_is_asked(sitting: Sitting) -> None:
    make(sitting, "Mayor Ann Lee signed the order")
    sitting.claim_form.id.value = "Not an id"
    assert "cannot be a claim's id" in said(sitting.claim_form.wrong.value)
    assert "mayor-ann-lee-signed-the-order" in sitting.case.claims.of
    sitting.claim_form.id.value = "order-signed"
    assert list(sitting.case.claims.of) == ["order-signed"]
    press(sitting.box, "Undo")
    assert list(sitting.case.claims.of) == ["mayor-ann-lee-signed-the-order"]


def test_a_proposal_is_accepted_and_words_are_left_out_and_taken_in(sitting: Sitting) -> None:
    before = claims_of(sitting)
    editing.put(
        sitting.case, Claim("built", Anchor("The bridge was built in 1931"), "It was.", "article"), seen="",
        proposed=True,
    )  # fmt: skip
    sitting.look()
    assert "claims.yaml" in said(sitting.wrong.value)
    sitting.article.chosen = sitting.state.sentence_at(sitting.state.text.index("The bridge"))
    assert sitting.concluding.box.layout.display == "none"
    press(sitting.claim_form.box, "Accept")
    assert list(sitting.case.claims.of) == ["built"]
    press(sitting.box, "Undo")
    press(sitting.claim_form.box, "Take the claim out")
    before = before.replace("claims: []", "claims:")
    assert claims_of(sitting) == before
    select(sitting, "Bridge repairs begin")
    sitting.sentence.reason.value = "background"
    press(sitting.sentence.box, "Leave these words out")
    assert "reason: background" in claims_of(sitting)
    press(sitting.sentence.box, "Take in")
    assert claims_of(sitting) == before.replace("left_out: []", "left_out:")


def test_what_somebody_else_changed_is_never_written_over_unasked(sitting: Sitting) -> None:
    make(sitting, "Mayor Ann Lee signed the order")
    id = sitting.state.claim
    path = sitting.case.folder / "claims.yaml"
    path.write_text(claims_of(sitting).replace("speaker: article", "speaker: the mayor"))
    theirs = path.read_bytes()
    sitting.claim_form.says.value = "What I typed."
    assert path.read_bytes() == theirs
    assert "changed meanwhile" in said(sitting.claim_form.wrong.value)
    assert sitting.claim_form.says.value == "What I typed."
    press(sitting.claim_form.box, "Keep what I typed")
    assert sitting.case.claims[id].says == "What I typed."
    path.write_text(claims_of(sitting).replace("What I typed.", "What they typed."))
    sitting.claim_form.says.value = "Mine again."
    press(sitting.claim_form.box, "Take what is in the file")
    assert sitting.claim_form.says.value == "What they typed."


def test_two_desks_lose_nothing_of_each_other(sitting: Sitting) -> None:
    other = Sitting(open_case(sitting.case.name))
    make(sitting, "Mayor Ann Lee signed the order")
    make(other, "The bridge was built in 1931")
    sitting.look()
    assert list(sitting.case.claims.of) == ["mayor-ann-lee-signed-the-order", "the-bridge-was-built-in-1931"]


def test_what_is_typed_of_a_conclusion_is_kept_until_it_is_signed(project: Path, capsys: Any) -> None:
    sitting = desk(bridge(project))
    make(sitting, "The bridge was built in 1931")
    sitting.concluding.because.value = "An old bridge."
    again = Sitting(open_case(sitting.case.name))
    again.state.shown = "unconcluded"
    again.state.choose(*again.state.rows()[0][1])
    again.show()
    assert again.concluding.because.value == "An old bridge."
    press(again.concluding.box, "Conclude, as A Tester")
    assert "choose a verdict first" in said(again.concluding.wrong.value)
    again.concluding.verdict.value = "unverifiable"
    press(again.concluding.box, "Conclude, as A Tester")
    assert "unverifiable means that someone looked" in said(again.concluding.wrong.value)
    assert again.concluding.because.value == "An old bridge."
    again.concluding.searched.open.value = True
    for name, value in {"place": "the archive", "query": "bridge 1931", "hits": "none", "on": "2031-05-07"}.items():
        getattr(again.concluding.searched, name).value = value
    press(again.concluding.searched.box, "Log the search")
    assert "as a number" in said(again.concluding.searched.wrong.value)
    again.concluding.searched.hits.value = "0"
    press(again.concluding.searched.box, "Log the search")
    assert again.concluding.searched.wrong.value == ""
    assert again.concluding.because.value == "An old bridge."
    again.concluding.searches.value = ("bridge-1931",)
    press(again.concluding.box, "Conclude, as A Tester")
    assert again.concluding.wrong.value == ""
    assert again.state.standing(again.state.claim) == "unverifiable"
    assert not (again.case.folder / ".typed.json").exists()
    assert verify(open_case(again.case.name), running=True).differences == []
    for _ in range(2):
        press(again.box, "Undo")
    assert again.wrong.value == ""
    assert not again.case.log.rows
    assert verify(open_case(again.case.name), running=True).differences == []
    assert capsys.readouterr().out == ""


WORKED = {
    "president-lindqvist": ("Club president Marta Lindqvist", "held_office_on_date", "larkmere-club-offices"),
    "certificate-signed-16-june": (
        "signed the certificate for the Larkmere Mile record on 16 June 2031", "happened_on_date",
        "[record-certificate#signed, club-bulletin-2031-06-18#certificate]",
    ),
    "swam-downhill": (
        "“swam the last quarter as if the lake were downhill,” the club’s bulletin said", "quotation_is_verbatim",
        "club-bulletin-2031-06-18",
    ),
    "protest-within-14-days": (
        "A protest against the time must be lodged within 14 days, by 2 July 2031", "dates_add_up",
        "record-certificate#signed",
    ),
    "finest-swim": ("It was the finest swim that the lake has ever seen", "", ""),
}  # fmt: skip


def test_a_case_worked_at_the_desk_is_the_case_written_by_hand(project: Path) -> None:
    """Every claim of a shipped case, made, asked and concluded through the forms alone."""
    byhand, sitting = open_case(LARKMERE), desk(mile_again(project))
    sitting.assertable = sorted({name for claim in byhand.claims.of.values() for name in claim.asserts})
    later = []
    for id, (words, _, _) in WORKED.items():
        make(sitting, words)
        form, claim = sitting.claim_form, byhand.claims[id]
        form.id.value, form.says.value, form.speaker.value = id, claim.says, claim.speaker
        for name, value in claim.asserts.items():
            if value.startswith("="):
                later.append((id, name, value))
            else:
                assert_at(sitting, name, value)
    for id, name, value in later:
        choose(sitting, id)
        assert_at(sitting, name, value)
    for words in ("Larkmere Mile record confirmed", "Tess Okafor"):
        select(sitting, words)
        sitting.sentence.reason.value = "background"
        press(sitting.sentence.box, "Leave these words out")
    for id, (_, check, evidence) in WORKED.items():
        choose(sitting, id)
        if check:
            ask(sitting, check, evidence)
        kept = byhand.log.rows[("conclusion", id)]
        form = sitting.concluding
        for name in ("because", "despite", "needs", "fix", "query"):
            getattr(form, name).value = kept[name]
        form.evidence.value = "\n".join(kept["evidence"])
        form.verdict.value = kept["verdict"]
        press(form.box, "Conclude")
        assert form.wrong.value == "", said(form.wrong.value)
    made, written = claims_of(sitting), (byhand.folder / "claims.yaml").read_text(encoding="utf-8")
    made = made.replace("status: in-progress", "status: complete", 1)
    quoted = '"swam the last quarter as if the lake were downhill"}'  # by hand in marks that YAML does not need
    assert made.replace(quoted.replace('"', ""), quoted) == written
    for table in ("findings.csv", "conclusions.csv"):
        assert rows(sitting.case.folder / table) == rows(byhand.folder / table)
    assert verify(open_case(AGAIN), running=True).differences == []
    cells = json.loads(next(sitting.case.notebooks.glob("*check-the-claims.ipynb")).read_text())["cells"]
    source = "".join("".join(cell["source"]) for cell in cells)
    assert source.count("case.ask(") == 4 and source.count("case.conclude(") == 5
    sitting.code.open.value = True
    assert "case.conclude(" in sitting.code.told.value


def rows(path: Path) -> list[dict[str, str]]:
    return [{**row, "by": ""} for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]


def choose(sitting: Sitting, id: str) -> None:
    sitting.article.chosen = sitting.state.sentence_at(sitting.state.spans[id][0])
    sitting.sentence.claims.value = id
    assert sitting.state.claim == id


def assert_at(sitting: Sitting, name: str, value: str) -> None:
    field, beside = sitting.claim_form._field(name)
    if field not in sitting.claim_form.asserts.children:
        sitting.claim_form.more.value = name
    field.value = value
    assert "lbl-wrong" not in beside.value and sitting.claim_form.wrong.value == ""


def ask(sitting: Sitting, check: str, evidence: str) -> None:
    sitting.asking.check.value = check
    fields = {
        name: field for name, field in sitting.asking._arguments.items() if field in sitting.asking.given.children
    }
    wanted = [
        name for name in fields if name in ("register", "facts", "source", "start", "evidence", "sources", "dates")
    ]
    assert wanted, list(fields)
    for name, field in fields.items():
        field.value = evidence if name == wanted[0] else ""
    press(sitting.asking.box, "Ask")
    assert sitting.asking.wrong.value == "", said(sitting.asking.wrong.value)
    assert check in sitting.asking.findings.told


def test_a_check_that_does_not_fit_says_why_and_keeps_nothing(project: Path) -> None:
    sitting = desk(mile_again(project))
    make(sitting, "Club president Marta Lindqvist")
    sitting.asking.check.value = "held_office_on_date"
    press(sitting.asking.box, "Ask")
    assert "needs" in said(sitting.asking.wrong.value)
    sitting.asking._arguments["register"].value = "no-such-register"
    press(sitting.asking.box, "Ask")
    assert "there is no register `no-such-register`" in said(sitting.asking.wrong.value)
    assert not sitting.case.log.rows


def test_evidence_is_found_with_its_words_marked_and_ticked_for_the_conclusion(project: Path) -> None:
    sitting = desk(mile_again(project))
    make(sitting, "signed the certificate for the Larkmere Mile record on 16 June 2031")
    tick, words = sitting.evidence.places[0]
    assert "<mark>" in words.value and tick.layout.display is None
    tick.value = True
    assert sitting.concluding.rests == [sitting.evidence.hits[0].ref]
    tick.value = False
    assert sitting.concluding.rests == []
    sitting.evidence.query.value = "zebra"
    assert "nothing in this case's evidence" in said(sitting.evidence.told.value)


def test_hostile_words_are_shown_and_not_obeyed(project: Path) -> None:
    case = bridge(project)
    editing.put(
        case, Claim("x", Anchor("built in 1931"), "<img src=x onerror=alert(1)>", "<script>alert(2)</script>"), seen=""
    )
    sitting = desk(open_case(case.name))
    sitting.article.chosen = sitting.state.sentence_at(sitting.state.text.index("built"))
    sitting.code.open.value = True
    for part in parts(sitting.box):
        if type(part).__name__ == "HTML":
            assert "<img" not in part.value and "<script" not in part.value


def test_verdicts_are_those_that_can_be_concluded() -> None:
    from checks.case.conclusions import VERDICTS

    assert tuple(DEFINED) == VERDICTS


def test_where_nobody_clicks_the_desk_is_a_sentence(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = bridge(project)
    live = repr(desk(case))
    for name in ("CHECKS_FROZEN", "CHECKS_RUN"):
        monkeypatch.setenv(name, "1")
        assert not isinstance(desk(case), Sitting)
        assert repr(desk(case)) == live
        monkeypatch.delenv(name)
    assert case.name in live


def test_a_run_keeps_only_that_sentence(project: Path, checks: Any) -> None:
    case = bridge(project)
    (case.notebooks / "01-read-the-article.ipynb").unlink()  # it takes long, and shows nothing of the desk
    done = checks("run", "2031-05-bridge", CHECKS_ROOT=str(project))
    assert done.returncode == 0, done.stdout + done.stderr
    saved = json.loads((project / "notebooks" / "2031-05-bridge" / "02-the-desk.ipynb").read_text())
    outputs = [output for cell in saved["cells"] if cell["cell_type"] == "code" for output in cell["outputs"]]
    assert [list(output["data"]) for output in outputs] == [["text/plain"]]
    assert "The desk of 2031-05-bridge" in "".join(outputs[0]["data"]["text/plain"])


def test_one_desk_of_a_case_in_a_kernel(project: Path) -> None:
    case = bridge(project)
    first, second = desk(case), desk(case)
    assert first.box.comm is None
    assert second.box.model_id == "desk-of-2031-05-bridge"
    assert desk_notebook
