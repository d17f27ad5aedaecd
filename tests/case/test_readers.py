"""A second reader: somebody else, blind or not; where the two differ, how it was settled; and all of it verified."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.case import readers
from checks.case.errors import CaseError, Differs
from checks.case.folder import Case
from checks.case.running import run
from checks.case.summary import left_to_do, lines
from checks.case.verify import verify_case
from checks.case.worked import write
from checks.report.page import page

LARKMERE = "2031-06-larkmere-mile"
pytestmark = pytest.mark.usefixtures("one_notebook")
ASKED, CONCLUDED = "protest-within-14-days", "contradicted"
Write = Callable[..., Path]


@pytest.fixture
def cell(project: Path) -> Write:
    """Puts a code cell at the end of the case's checking notebook, or takes the last one out."""
    path = project / "notebooks" / LARKMERE / "02-check-the-claims.ipynb"

    def put(source: str | None, instead: int = 0) -> Path:
        book = json.loads(path.read_text(encoding="utf-8"))
        made = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
        kept = book["cells"][: len(book["cells"]) - instead]
        book["cells"] = [*kept, *([{**made, "id": f"added-{len(kept)}", "source": [source]}] if source else [])]
        path.write_text(json.dumps(book), encoding="utf-8")
        return path

    return put


def as_(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("CHECKS_WHO", name)


def differences(project: Path) -> list[str]:
    return [line for line in verify_case(LARKMERE, project).differences if "seal" not in line]


def second(verdict: str, because: str = "I counted the days.", more: str = "") -> str:
    return f'case.second("{ASKED}", "{verdict}", because="{because}"{more})'


def run_it(project: Path) -> None:
    found = run(LARKMERE, project, lambda *_: None)
    assert found.differences == []


def test_two_who_agree(project: Path, cell: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    as_(monkeypatch, "B. Reader")
    path = cell(second(CONCLUDED))
    assert [line for line in differences(project) if "what this cell reads is not in the record" in line]
    run_it(project)
    shown = path.read_text(encoding="utf-8")
    card = shown[shown.index("read a second time") :]
    assert "blind: contradicted" in card
    assert "Line by Line" not in card  # who concluded first, and what, is not shown
    case = Case(LARKMERE, project)
    (row,) = case.log.of("second")
    assert (row["by"], row["blind"], row["first"]) == ("B. Reader", True, CONCLUDED)
    table = case.second_reading()
    assert list(table["agree"]) == ["agree"]
    told = "1 of 5 claims read by a second person; 1 of 1 readings blind; 1 of 1 (100 %) came to the same as the first"
    assert any(told in line for line in lines(case))
    assert told in page(case)
    # Whoever runs it again changes nothing: it stays B. Reader's.
    as_(monkeypatch, "Line by Line")
    before = case.record.path.read_bytes()
    run_it(project)
    assert case.record.path.read_bytes() == before
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    assert run(LARKMERE, project, lambda *_: None).differences == []


def test_without_a_second_reader_the_report_says_so(project: Path) -> None:
    case = Case(LARKMERE, project)
    assert "No claim was read by a second person." in page(case)
    assert readers.summary(case) == ""
    assert not [line for line in lines(case) if "second" in line]


def test_a_disagreement_is_open_until_it_is_settled(
    project: Path, cell: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_(monkeypatch, "B. Reader")
    cell(second("supported", "The bulletin may count otherwise.", ", blind=False"))
    found = run(LARKMERE, project, lambda *_: None)
    assert any("its readers disagree" in line for line in found.differences)  # the case calls itself complete
    case = Case(LARKMERE, project)
    assert left_to_do(case) == [f"`{ASKED}`: its readers disagree: `case.settle(…)` keeps how it was settled"]
    assert "open" in set(case.second_reading()["agree"])
    shown = page(case)
    assert "0 of 1 (0 %) came to the same as the first; 1 disagreement open" in shown
    assert "B. Reader, not blind" in shown

    as_(monkeypatch, "An Editor")
    path = cell(f'case.settle("{ASKED}", because="The certificate names the first day.")')
    run_it(project)
    case = Case(LARKMERE, project)
    assert left_to_do(case) == []
    (agree,) = case.second_reading()["agree"]
    assert agree == "settled: contradicted stands: The certificate names the first day. (An Editor)"
    assert agree in page(case)
    assert "contradicted stands (supported for B. Reader)" in path.read_text(encoding="utf-8")

    # Who changes their mind has disagreed all the same: the settlement stands in the rate.
    as_(monkeypatch, "B. Reader")
    case.second(ASKED, CONCLUDED, because="It is counted from the certificate.")
    (row,) = readers.compared(Case(LARKMERE, project))
    assert (row["verdict"], row["agreed"]) == ("supported", False)
    with pytest.raises(Differs, match="the readings have changed since An Editor settled this"):
        case.settle(ASKED, because="The certificate names the first day.")


def test_the_second_reader_is_somebody_else(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = Case(LARKMERE, project)
    as_(monkeypatch, "Line by Line")
    with pytest.raises(CaseError, match="Line by Line signed the first conclusion: a second reader is somebody else"):
        case.second(ASKED, CONCLUDED, because="So it is.")
    as_(monkeypatch, "B. Reader")
    case.second(ASKED, CONCLUDED, because="So it is.")
    with pytest.raises(CaseError, match=r"B\. Reader has read this as the second"):
        case.conclude(ASKED, CONCLUDED, because="In other words.")
    assert case.log.of("conclusion")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"verdict": "true"}, "`true` is no conclusion"),
        ({"because": " "}, "says why"),
        ({"claim": "nothing"}, "there is no claim `nothing`"),
        ({"claim": "article"}, "there is no claim `article`"),
        ({"blind": "yes"}, "`blind` is True or False"),
        ({"searches": ["nowhere"]}, "no search `nowhere` was logged"),
        ({"claim": "finest-swim", "verdict": "supported"}, "no finding decides it"),
        ({"claim": "finest-swim", "verdict": "unverifiable"}, "someone looked"),
    ],
)
def test_what_no_second_reading_can_be(project: Path, given: dict[str, object], says: str) -> None:
    case = Case(LARKMERE, project)
    before = case.record.path.read_bytes()
    words = {"claim": ASKED, "verdict": CONCLUDED, "because": "So it is.", **given}
    with pytest.raises(CaseError, match=says):
        case.second(words.pop("claim"), words.pop("verdict"), **words)  # type: ignore[arg-type]
    assert case.record.path.read_bytes() == before


def test_a_first_conclusion_comes_first_and_only_a_disagreement_is_settled(project: Path) -> None:
    case = Case(LARKMERE, project)
    with pytest.raises(CaseError, match="nobody has read this a second time"):
        case.settle(ASKED, because="So it is.")
    case.second(ASKED, CONCLUDED, because="So it is.")
    with pytest.raises(CaseError, match="the two readings agree"):
        case.settle(ASKED, because="So it is.")
    with pytest.raises(CaseError, match="say how it was settled"):
        case.settle(ASKED, because="")
    case.record.put("conclusion", ("conclusion", ASKED), ASKED, None)
    with pytest.raises(CaseError, match="nobody has concluded this yet"):
        Case(LARKMERE, project).second(ASKED, CONCLUDED, because="So it is, too.")


def test_when_its_grounds_change_the_second_reader_signs_and_nobody_else(
    project: Path, cell: Write, edit: Callable[[Path, str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_(monkeypatch, "B. Reader")
    cell(second(CONCLUDED))
    run_it(project)
    says = "Fourteen days from the certificate end on 2 July 2031."
    edit(project / "data" / "cases" / LARKMERE / "claims.yaml", says, f"{says[:-1]}, a Wednesday.")
    case = Case(LARKMERE, project)
    found = differences(project)
    assert any("B. Reader reads it again, then `checks sign" in line for line in found)
    with pytest.raises(Differs, match="what this second reading"):
        case.second(ASKED, CONCLUDED, because="I counted the days.")
    assert case.sign(ASKED) == f"{ASKED}: {CONCLUDED}, read a second time by B. Reader, signed on what it rests on now"
    assert "nothing the second reading by B. Reader rests on has changed" in case.sign(ASKED)
    assert case.log.rows["conclusion", ASKED]["by"] == "Line by Line"
    as_(monkeypatch, "Line by Line")
    case.sign(ASKED)
    assert differences(project) == []


def test_two_branches_that_make_one_person_both_readers_are_named(project: Path) -> None:
    case = Case(LARKMERE, project)
    case.second(ASKED, CONCLUDED, because="So it is.")
    conclusion = {**case.log.rows["conclusion", ASKED], "by": "A Tester"}
    conclusion.pop("claim")
    case.record.put("conclusion", ("conclusion", ASKED), ASKED, conclusion)
    found = verify_case(LARKMERE, project).differences
    assert any("A Tester signed the conclusion and the second reading" in line for line in found)


def test_the_log_holds_who_signed_what(project: Path) -> None:
    case = Case(LARKMERE, project)
    case.second(ASKED, CONCLUDED, because="So it is.")
    path = case.record.path
    path.write_bytes(path.read_bytes().replace(b'"by": "A Tester"', b'"by": "C. Other"'))
    assert any("C. Other is said to sign what A Tester wrote" in x for x in verify_case(LARKMERE, project).differences)


def test_a_cell_that_goes_takes_the_reading_with_it(project: Path, cell: Write) -> None:
    cell(second(CONCLUDED))
    run_it(project)
    cell(None, instead=1)
    assert any("the second reading by A Tester: no cell reads this any more" in line for line in differences(project))
    run_it(project)
    assert Case(LARKMERE, project).log.of("second") == []


def test_frozen_nothing_new_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    with pytest.raises(Differs, match="this second reading is not kept"):
        Case(LARKMERE, project).second(ASKED, CONCLUDED, because="So it is.")


def test_it_has_its_cells_in_the_worked_notebook(project: Path) -> None:
    case = Case(LARKMERE, project)
    case.second(
        ASKED, "supported", because="So “it” is.", blind=False, evidence=[case.fact("record-certificate#signed")]
    )
    case.settle(ASKED, because="It is not.")
    assert write(case) == []
    assert [line for line in differences(project) if "record" in line] == []
    before = sorted(path.read_bytes() for path in case.notebooks.iterdir())
    assert write(case) == []
    assert sorted(path.read_bytes() for path in case.notebooks.iterdir()) == before
    run_it(project)


def test_hostile_words_are_only_words(project: Path) -> None:
    case = Case(LARKMERE, project)
    card = case.second(ASKED, "supported", because="<script>alert(1)</script>", blind=False)
    settled = case.settle(ASKED, because="<img src=x>")
    shown = page(case) + card._repr_html_() + settled._repr_html_()
    assert "<script>" not in shown
    assert "<img" not in shown
