"""The second reader at the desk: the first conclusion hidden until theirs is said, settled; and the right of reply."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_desk import LARKMERE, parts, press, said, unfold

pytest.importorskip("anywidget", reason="THE DESK IS NOT TESTED: anywidget is not installed")

from checks.case.folder import open_case
from checks.case.verify import verify
from checks.desk import desk
from checks.desk.sitting import Sitting

CLAIM, BECAUSE = "president-lindqvist", "Marta Lindqvist had handed over"


@pytest.fixture
def sitting(project: Path) -> Sitting:
    """A desk at which somebody else sits than who concluded the claims."""
    sitting = desk(open_case(LARKMERE))
    choose(sitting, CLAIM)
    return sitting


def choose(sitting: Sitting, id: str) -> None:
    sitting.state.choose(sitting.state.sentence_at(sitting.state.spans[id][0]), id)
    sitting.show()


def everything(sitting: Sitting) -> str:
    """All that the desk shows or could be unfolded to show."""
    shown = [str(getattr(part, "value", "")) + str(getattr(part, "options", "")) for part in parts(sitting.box)]
    return " ".join([*shown, *(piece[2] for pieces in sitting.article.marks for piece in pieces)])


def read(sitting: Sitting, verdict: str) -> None:
    form = unfold(sitting.second)
    form.verdict.value, form.because.value = verdict, "As I read it."
    form.evidence.value = "larkmere-club-offices"
    press(form.box, "Read it a second time")
    assert form.wrong.value == "", said(form.wrong.value)


def test_the_first_conclusion_is_hidden_until_the_second_is_said(sitting: Sitting) -> None:
    kept = sitting.case.log.rows[("conclusion", CLAIM)]
    sitting.code.open.value = True
    assert kept["because"] not in everything(sitting)
    assert sitting.state.standing(CLAIM) == "concluded"
    assert sitting.concluding.form.layout.display == "none"
    assert "What they said is hidden" in said(unfold(sitting.second).told.value)
    press(unfold(sitting.second).box, "Read it a second time")
    assert "choose a verdict first" in said(unfold(sitting.second).wrong.value)
    unfold(sitting.second).because.value = "Half a thought."
    again = Sitting(open_case(LARKMERE))
    choose(again, CLAIM)
    assert unfold(again.second).because.value == "Half a thought."
    read(again, kept["verdict"])
    row = again.case.log.rows[("second", CLAIM, "A Tester")]
    assert row["blind"] is True
    assert kept["because"] in everything(again)
    assert "the two agree" in said(unfold(again.second).told.value)
    assert unfold(again.second).settling.layout.display == "none"
    assert verify(open_case(LARKMERE), running=True).differences == []
    press(again.box, "Undo")
    assert ("second", CLAIM, "A Tester") not in again.case.log.rows
    assert kept["because"] not in again.concluding.because.value


def test_who_looks_first_is_not_blind(sitting: Sitting) -> None:
    press(sitting.concluding.box, "Look at it anyway")
    assert sitting.concluding.because.value == sitting.case.log.rows[("conclusion", CLAIM)]["because"]
    assert "not blind" in said(unfold(sitting.second).told.value)
    read(sitting, "supported")
    assert sitting.case.log.rows[("second", CLAIM, "A Tester")]["blind"] is False


def test_a_disagreement_is_settled(sitting: Sitting) -> None:
    first = sitting.case.log.rows[("conclusion", CLAIM)]["verdict"]
    read(sitting, "misleading" if first != "misleading" else "contradicted")
    assert "the two differ" in said(unfold(sitting.second).told.value)
    press(unfold(sitting.second).box, "Settle it")
    assert "say how it was settled" in said(unfold(sitting.second).wrong.value)
    unfold(sitting.second).settled.value = "We looked at the list together."
    press(unfold(sitting.second).box, "Settle it")
    assert unfold(sitting.second).wrong.value == ""
    assert sitting.case.log.rows[("settled", CLAIM)]["because"] == "We looked at the list together."
    assert "Settled by A Tester" in said(unfold(sitting.second).told.value)
    assert verify(open_case(LARKMERE), running=True).differences == []
    for _ in range(2):
        press(sitting.box, "Undo")
    assert sitting.wrong.value == "" and not sitting.case.log.of("settled") and not sitting.case.log.of("second")


def test_who_concluded_is_no_second_reader(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = open_case(LARKMERE)
    monkeypatch.setenv("CHECKS_WHO", case.log.rows[("conclusion", CLAIM)]["by"])
    sitting = desk(case)
    choose(sitting, CLAIM)
    assert not sitting.state.hides(CLAIM)
    assert unfold(sitting.second).form.layout.display == "none"
    assert "a second reader is somebody else" in said(unfold(sitting.second).told.value)


def test_a_reply_is_kept_and_its_answer_added(sitting: Sitting) -> None:
    form = unfold(sitting.replying)
    assert list(form.about.value) == [CLAIM]
    for name, value in {"id": "the-club", "to": "The club", "how": "by letter", "asked": "2031-06-20"}.items():
        getattr(form, name).value = value
    press(form.box, "Keep the reply")
    assert "deadline" in said(form.wrong.value)
    form.deadline.value = "2031-06-22"
    press(form.box, "Keep the reply")
    assert form.wrong.value == "" and "no answer kept" in said(form.told.value)
    again = unfold(Sitting(open_case(LARKMERE)).replying)
    again.kept.value = "the-club"
    assert again.to.value == "The club" and list(again.about.value) == [CLAIM]
    again.answer.value, again.answered.value = "She was.", "2031-06-21"
    press(again.box, "Keep the reply")
    assert again.wrong.value == "" and "answered on" in said(again.told.value)
    assert verify(open_case(LARKMERE), running=True).differences == []
    press(again.sitting.box, "Undo")
    assert again.sitting.case.log.rows[("reply", "the-club")]["answer"] == ""
