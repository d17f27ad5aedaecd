"""A new version of an article: what it opens again and what not, in files, in the record, and through to a clean run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from checks.case.errors import CaseError, Differs
from checks.case.folder import Case, open_case
from checks.case.revising import Revision, revise
from checks.case.running import run
from checks.case.verify import verify_case
from checks.report.page import page

LARKMERE, BUDGET = "2031-06-larkmere-mile", "2034-03-school-budget"
pytestmark = pytest.mark.usefixtures("one_notebook")
DEADLINE, FINEST = "protest-within-14-days", "finest-swim"


def words_of(project: Path, case: str) -> str:
    return (project / "data/cases" / case / "article.md").read_text(encoding="utf-8").split("---\n", 2)[2]


def snapshot(project: Path) -> dict[str, str]:
    files = [path for path in project.rglob("*") if path.is_file()]
    return {str(path.relative_to(project)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def revised(project: Path, case: str, *changes: tuple[str, str], because: str = "", **stated: str) -> Revision:
    text = words_of(project, case)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    source = project / "new.txt"
    source.write_text(text, encoding="utf-8")
    try:
        return revise(Case(case, project), source, because, stated)
    finally:
        source.unlink()


def without_cells(project: Path, case: str, id: str) -> None:
    """Takes out the cells that name a claim."""
    for path in (project / "notebooks" / case).glob("*.ipynb"):
        book = json.loads(path.read_text(encoding="utf-8"))
        book["cells"] = [cell for cell in book["cells"] if f'"{id}"' not in "".join(cell["source"])]
        path.write_text(json.dumps(book), encoding="utf-8")


def test_from_a_new_version_to_a_clean_case(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    folder = project / "data/cases" / LARKMERE
    before, claims = (folder / "article.md").read_bytes(), (folder / "claims.yaml").read_text(encoding="utf-8")
    signed = dict(Case(LARKMERE, project).log.rows)
    found = revised(
        project, LARKMERE, ("by 2 July 2031", "by 30 June 2031"), (" It was the finest swim that the lake has ever seen.", ""),
        because="the paper corrected itself",
    )  # fmt: skip
    assert found.kept == ("president-lindqvist", "certificate-signed-16-june", "swam-downhill")
    assert found.look == {}
    assert list(found.reopened) == [DEADLINE]
    assert (
        "its words changed: “A protest against the time must be lodged within 14 days, by 2 July"
        in found.reopened[DEADLINE]
    )
    assert list(found.gone) == [FINEST]
    assert [cell.rpartition("/")[2] for cell in found.gone[FINEST]] == [
        "02-check-the-claims.ipynb, cell 20",
    ]
    assert found.unread == ()

    # The old version is kept as it was, sealed; in claims.yaml only what had to be changed was.
    assert (folder / "versions/1.md").read_bytes() == before
    now = (folder / "claims.yaml").read_text(encoding="utf-8")
    assert sorted(set(claims.splitlines()) - set(now.splitlines())) == [
        "    says: \"No finer swim was ever seen on the lake.\"",
        "    words: {exact: \"A protest against the time must be lodged within 14 days, by 2 July 2031\"}",
        "status: complete",
    ]  # fmt: skip
    assert now.endswith(
        f'earlier:\n  - id: {FINEST}\n    words: {{exact: "It was the finest swim that the lake has ever seen"}}\n    version: 1\n'
    )
    case = Case(LARKMERE, project)
    assert case.log.rows == signed  # nothing was withdrawn, and nobody's signature is lost
    line = case.log.lines[-1]
    assert (line.what, line.why, sorted(line.to or {})) == (
        "seal", "the paper corrected itself", ["article.md", "versions/1.md"]
    )  # fmt: skip
    told = verify_case(LARKMERE, project).differences
    assert not [line for line in told if "article.md" in line or "versions" in line]
    assert len([line for line in told if "checks sign" in line]) == 1

    # What its cells say is not withdrawn before they go; then it is, with the reason.
    without_cells(project, LARKMERE, FINEST)
    text = 'Fourteen days from the certificate end on 2 July 2031."'
    edit(folder / "claims.yaml", text, text.replace("2 July", "30 June"))
    edit(folder / "claims.yaml", "stated: 2 July 2031", "stated: 30 June 2031")
    assert [line for line in run(LARKMERE, project, lambda *_: None).differences if "despite" in line]
    lines = Case(LARKMERE, project).log.lines
    assert [line.why for line in lines if line.to is None and line.claim == FINEST] == [
        "its words are gone since version 2 of the article"
    ]
    notebook = project / "notebooks" / LARKMERE / "02-check-the-claims.ipynb"
    book = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        if "case.conclude(" in "".join(cell["source"]) and DEADLINE in "".join(cell["source"]):
            cell["source"] = [f'case.conclude("{DEADLINE}", "supported", because="It is corrected.")']
    notebook.write_text(json.dumps(book), encoding="utf-8")
    assert run(LARKMERE, project, lambda *_: None).differences == []
    assert verify_case(LARKMERE, project).differences == []
    kept = {row["claim"]: row["by"] for row in Case(LARKMERE, project).log.of("conclusion")}
    assert kept == {**dict.fromkeys(found.kept, "Line by Line"), DEADLINE: "A Tester"}
    shown = page(Case(LARKMERE, project)).partition(">Of the article</h3>")[2].partition("<h3")[0]
    for words in (
        "1: Larkmere Mile record confirmed",
        "A Tester: the paper corrected itself",
        "is version 2",
        "finest swim",
    ):
        assert words in shown

    # And once more: the next version has the next number.
    assert revised(project, LARKMERE, ("Tess Okafor", "Tess M. Okafor")).number == 3
    assert (folder / "versions/2.md").is_file()


def test_a_claim_whose_words_are_the_same_stays_signed_but_its_sentence_is_shown(project: Path) -> None:
    found = revised(project, BUDGET, ("Spending on schools rises", "In short, spending on schools rises"))
    assert list(found.reopened) == ["schools-10-percent-more"]  # a capital is a change of the words
    found = revised(project, LARKMERE, ("Tess Okafor “swam", "Nobody says that Tess Okafor “swam"))
    assert found.reopened == {}
    assert found.look["swam-downhill"][1].startswith("Nobody says that Tess Okafor")
    assert found.unread == ("Nobody says that",)


def test_a_finding_that_cites_the_article_opens_its_claim_again(project: Path) -> None:
    """Its own words are the same; what the check found beside them in the article is not."""
    found = revised(project, BUDGET, ("one person, who asked not to be named", "one person, who feared for their post"))
    assert "the-school-is-finished" in found.reopened
    assert found.reopened.keys() == {"the-school-is-finished"}


def test_who_takes_a_value_from_words_that_are_gone_must_state_it(project: Path) -> None:
    found = revised(
        project, LARKMERE,
        ("Club president Marta Lindqvist signed the certificate for the Larkmere Mile record on 16 June 2031.",
         "Marta Lindqvist, club president, was there. Club president Marta Lindqvist."),
    )  # fmt: skip
    assert "certificate-signed-16-june" in found.gone
    assert found.reopened["president-lindqvist"].startswith("it took `on` from `certificate-signed-16-june`")
    claims = (project / "data/cases" / LARKMERE / "claims.yaml").read_text(encoding="utf-8")
    assert "asserts: {person: Marta Lindqvist, office: club president}" in claims
    assert any("held_office_on_date needs `on`" in line for line in found.cells)


def test_words_left_out_stay_so_only_where_they_are_the_same(project: Path) -> None:
    found = revised(project, LARKMERE, ("Larkmere Mile record confirmed", "Larkmere Mile record in doubt"))
    assert found.taken_in == ("Larkmere Mile record confirmed",)
    assert found.unread == ("Larkmere Mile record in doubt",)
    assert found.reopened == {}


def test_a_day_stated_anew_opens_what_cites_the_article(project: Path) -> None:
    found = revised(project, BUDGET, ("For all its gaps, it", "For all gaps, it"), published="2034-03-11")
    assert str(Case(BUDGET, project).article.published) == "2034-03-11"
    assert "share-grows-by-2-percent" in found.reopened  # its finding cites nothing but the article
    assert "report-of-14-february" in found.reopened  # its finding names the article's day
    assert "schools-10-percent-more" in found.kept


def test_a_proposal_that_is_gone_leaves_no_trace_and_others_follow_their_words(
    project: Path, edit: Callable[[Path, str, str], None]
) -> None:
    claims = project / "data/cases" / LARKMERE / "claims.yaml"
    entry = '  - id: {0}\n    proposed: yes\n    words: {{exact: "{1}"}}\n    says: "It is so."\n    speaker: article\n'
    edit(claims, "status: complete", "status: in-progress")
    edit(
        claims,
        "left_out:\n",
        entry.format("one", "the lake has ever seen") + entry.format("two", "within 14 days") + "left_out:\n",
    )
    assert run(LARKMERE, project, lambda *_: None).differences == []
    found = revised(
        project,
        LARKMERE,
        ("within 14 days", "within 15 days"),
        (" It was the finest swim that the lake has ever seen.", ""),
    )
    case = Case(LARKMERE, project)
    assert list(case.claims.proposed) == ["two"]
    assert case.claims.proposed["two"].words.exact == "within 15 days"
    assert list(case.claims.earlier) == [FINEST]
    assert list(found.gone) == [FINEST]
    assert "one" not in found.reopened


def test_a_second_reading_of_changed_words_is_to_be_signed_again(project: Path) -> None:
    Case(LARKMERE, project).second(DEADLINE, "contradicted", because="I counted.")
    path = project / "notebooks" / LARKMERE / "02-check-the-claims.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    made = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "id": "added"}
    source = f'case.second("{DEADLINE}", "contradicted", because="I counted.")'
    path.write_text(json.dumps({**book, "cells": [*book["cells"], {**made, "source": [source]}]}), encoding="utf-8")
    assert run(LARKMERE, project, lambda *_: None).differences == []
    revised(project, LARKMERE, ("by 2 July 2031", "by 3 July 2031"))
    assert any("what this second reading" in line for line in verify_case(LARKMERE, project).differences)


def test_a_case_that_differs_is_settled_first(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    edit(project / "data/cases" / LARKMERE / "claims.yaml", "speaker: the club's bulletin", "speaker: the club")
    before = snapshot(project)
    with pytest.raises(CaseError, match="the case differs from its own record, so nothing was written"):
        revised(project, LARKMERE, ("Tess", "Bess"))
    assert snapshot(project) == before


def test_an_article_that_is_not_here_cannot_be_revised(project: Path) -> None:
    text = words_of(project, LARKMERE)
    (project / "data/cases" / LARKMERE / "article.md").unlink()
    (project / "new.txt").write_text(text, encoding="utf-8")
    before = snapshot(project)
    with pytest.raises(CaseError, match="its text is not in this copy"):
        revise(Case(LARKMERE, project), project / "new.txt", "", {})
    assert snapshot(project) == before


def test_frozen_nothing_is_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    before = snapshot(project)
    with pytest.raises(CaseError, match="CHECKS_FROZEN"):
        revised(project, LARKMERE, ("Tess", "Bess"))
    assert snapshot(project) == before


@pytest.mark.parametrize("name", ["versions/.1.md.new", ".article.md.new", ".claims.yaml.new", ".seals.txt.new"])
def test_a_write_that_fails_leaves_everything_as_it_was(project: Path, name: str) -> None:
    """The writing of each file in turn fails, since a folder lies where it would be written."""
    blocked = project / "data/cases" / LARKMERE / name
    blocked.parent.mkdir(exist_ok=True)
    blocked.mkdir()
    before = snapshot(project)
    with pytest.raises((CaseError, OSError)):
        revised(project, LARKMERE, ("Tess", "Bess"))
    blocked.rmdir()
    assert snapshot(project) == before
    assert verify_case(LARKMERE, project).differences == []


def test_a_copy_of_the_article_s_file_is_taken_for_its_text(project: Path) -> None:
    path = project / "data/cases" / LARKMERE / "article.md"
    copy = project / "copy.md"
    copy.write_text(path.read_text(encoding="utf-8").replace("Tess", "Bess"), encoding="utf-8")
    revise(Case(LARKMERE, project), copy, "", {})
    copy.unlink()
    assert words_of(project, LARKMERE).count("---") == 0
    assert "Bess Okafor" in open_case(LARKMERE).article.words


def test_claims_of_an_earlier_version_are_held_to_it(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    revised(project, LARKMERE, (" It was the finest swim that the lake has ever seen.", ""))
    claims = project / "data/cases" / LARKMERE / "claims.yaml"
    with pytest.raises(CaseError, match="the words of `finest-swim` are gone from the article"):
        Case(LARKMERE, project).claim(FINEST)
    edit(claims, "the lake has ever seen", "the lake has never seen")
    assert any("finest-swim: version 1: “It was" in line for line in verify_case(LARKMERE, project).differences)
    edit(claims, "version: 1", "version: 7")
    assert any("there is no version 7" in line for line in verify_case(LARKMERE, project).differences)
    edit(claims, "version: 7", "version: first")
    with pytest.raises(CaseError, match="`first` is no version"):
        Case(LARKMERE, project)
    edit(claims, "version: first", "version: 1")
    edit(claims, f"earlier:\n  - id: {FINEST}", "earlier:\n  - id: swam-downhill")
    with pytest.raises(CaseError, match="a claim has this id"):
        Case(LARKMERE, project)


def test_an_earlier_version_can_be_taken_out_like_the_article(project: Path) -> None:
    revised(project, LARKMERE, ("Tess", "Bess"))
    assert run(LARKMERE, project, lambda *_: None).differences == []
    (project / "data/cases" / LARKMERE / "versions/1.md").unlink()
    found = verify_case(LARKMERE, project)
    assert found.differences == []
    assert any("versions/1.md: not here, only its seal" in line for line in found.notes)
    assert "its text is not in this copy" in page(Case(LARKMERE, project))


def test_an_edited_earlier_version_is_named(project: Path, edit: Callable[[Path, str, str], None]) -> None:
    revised(project, LARKMERE, ("Tess", "Bess"))
    edit(project / "data/cases" / LARKMERE / "versions/1.md", "Tess", "Jess")
    assert any("versions/1.md: it is not what its seal" in line for line in verify_case(LARKMERE, project).differences)


def test_a_reopened_conclusion_is_refused_in_its_own_words(project: Path) -> None:
    revised(project, LARKMERE, ("by 2 July 2031", "by 3 July 2031"))
    case = Case(LARKMERE, project)
    with pytest.raises(Differs, match="rests on has changed since Line by Line signed it"):
        case.conclude(
            DEADLINE, "contradicted",
            because="The certificate counts fourteen days from its own date, 16 June; they end on 30 June.",
            evidence=[case.passage("record-certificate", "within fourteen days of this date")],
            fix="within 14 days, by 30 June 2031", query="Was the deadline counted from the bulletin of 18 June?",
        )  # fmt: skip
