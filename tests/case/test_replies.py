"""The right of reply: whom, how, about what, until when, what they answered, and where that is used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checks.case.errors import CaseError, Differs
from checks.case.folder import Case
from checks.case.running import run
from checks.case.verify import verify_case
from checks.case.worked import write
from checks.report.page import page

LARKMERE = "2031-06-larkmere-mile"
pytestmark = pytest.mark.usefixtures("one_notebook")
ASKED = {
    "id": "club",
    "to": "Larkmere Swimming Club",
    "how": "by letter",
    "asked": "2031-06-22",
    "deadline": "2031-06-25",
    "about": ["protest-within-14-days"],
}
ANSWERED = {"answer": "The days count from the certificate.", "answered": "2031-06-26", "used": "in the conclusion"}


def test_it_is_kept_shown_and_told_in_the_report(project: Path) -> None:
    case = Case(LARKMERE, project)
    assert "Nobody was asked to reply." in page(case)
    card = case.reply(**ASKED)
    assert card.text.splitlines() == [
        "club: Larkmere Swimming Club was asked on 22 June 2031 (by letter) about protest-within-14-days",
        "no answer kept; the deadline was 25 June 2031",
    ]
    assert "no answer kept; the deadline was 25 June 2031" in page(case)
    case.reply(**ASKED, **ANSWERED)
    (row,) = case.replies().to_dict("records")
    assert row["answer"] == "answered on 26 June 2031, after the deadline: The days count from the certificate."
    assert row["used"] == "in the conclusion"
    shown = page(case)
    assert '<a href="#protest-within-14-days">' in shown.partition(">Right of reply</h2>")[2].partition("<h2")[0]
    assert "after the deadline" in shown
    assert len(case.log.of("reply")) == 1


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"id": "The Club"}, "cannot be an id"),
        ({"to": " "}, "`to` is empty: say whom you asked"),
        ({"how": ""}, "`how` is empty"),
        ({"about": []}, "`about` is a list of claims"),
        ({"about": "protest-within-14-days"}, "`about` is a list of claims"),
        ({"about": ["protest"]}, "there is no claim `protest`"),
        ({"asked": "June 2031"}, "`asked` is a day"),
        ({"asked": "31 June 2031"}, "`asked`: "),
        ({"deadline": "2031-06-21"}, "is before the day on which they were asked"),
        ({"deadline": ""}, "`deadline`"),
        ({"answer": "No."}, "give both `answer=` and `answered=`"),
        ({"answered": "2031-06-24"}, "give both `answer=` and `answered=`"),
        ({"answer": "No.", "answered": "2031-06-20"}, "before they were asked"),
        ({"used": "in the text"}, "none is kept"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_kept(project: Path, given: dict[str, object], says: str) -> None:
    case = Case(LARKMERE, project)
    before = case.record.path.read_bytes()
    with pytest.raises(CaseError, match=says):
        case.reply(**{**ASKED, **given})
    assert case.record.path.read_bytes() == before


def test_a_cell_says_it_and_a_run_keeps_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = project / "notebooks" / LARKMERE / "02-check-the-claims.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    made = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "id": "added"}
    source = f"case.reply({', '.join(f'{name}={value!r}' for name, value in ASKED.items())})"
    path.write_text(json.dumps({**book, "cells": [*book["cells"], {**made, "source": [source]}]}), encoding="utf-8")
    found = verify_case(LARKMERE, project).differences
    assert any("club: the right of reply: what this cell tells is not in the record" in line for line in found)
    assert run(LARKMERE, project, lambda *_: None).differences == []
    path.write_text(path.read_text(encoding="utf-8").replace("by letter", "by telephone"), encoding="utf-8")
    found = verify_case(LARKMERE, project).differences
    assert any("how is now “by telephone”, and “by letter” was kept" in line for line in found)
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    with pytest.raises(Differs, match="how is now “by telephone”"):
        Case(LARKMERE, project).reply(**{**ASKED, "how": "by telephone"})


def test_it_has_its_cell_in_the_worked_notebook(project: Path) -> None:
    case = Case(LARKMERE, project)
    case.reply(**{**ASKED, "about": ["article", "finest-swim"]}, **ANSWERED)
    assert write(case) == []
    assert not [line for line in verify_case(LARKMERE, project).differences if "reply" in line]


def test_hostile_words_are_only_words(project: Path) -> None:
    case = Case(LARKMERE, project)
    card = case.reply(**{**ASKED, "to": "<script>x</script>"}, **{**ANSWERED, "answer": "<img src=x>"})
    shown = page(case) + card._repr_html_()
    assert "<script>" not in shown
    assert "<img" not in shown
