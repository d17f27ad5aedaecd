"""Evidence brought in at the desk: files of any kind, passages, facts in their words; found at once, and taken back."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from at_the_desk import bridge, files, mile_again, press, said, select, state_where_from, unfold, upload

pytest.importorskip("anywidget", reason="THE DESK IS NOT TESTED: anywidget is not installed")

from checks.case.folder import open_case
from checks.case.verify import verify
from checks.desk import desk
from checks.desk.bringing import MOST_UPLOADED
from checks.desk.sitting import Sitting

PASSAGE = "The bridge over the Aln was opened in 1931,\nand repaired in 1972."


@pytest.fixture
def sitting(project: Path) -> Sitting:
    return desk(bridge(project))


def paste(sitting: Sitting) -> None:
    unfold(sitting.adding).kind.value = "passage"
    unfold(sitting.adding).passage.value = PASSAGE
    state_where_from(unfold(sitting.adding))
    press(unfold(sitting.adding).box, "Add it as a document")


def test_a_pasted_passage_is_a_document_with_its_seal_and_found_at_once(sitting: Sitting) -> None:
    select(sitting, "The bridge was built in 1931")
    press(sitting.sentence.box, "Make a claim")
    assert "nothing in this case's evidence" in said(sitting.evidence.told.value)
    before = files(sitting)
    paste(sitting)
    assert unfold(sitting.adding).wrong.value == ""
    id = "the-county-invented-2031-05-01"
    assert f"evidence/{id}.md" in sitting.case.seals.read()
    assert "opened in 1931" in said(sitting.evidence.places[0][1].value)
    assert unfold(sitting.adding).passage.value == "" and unfold(sitting.adding).noting.document.value == id
    assert "was added" in said(sitting.status.value)
    assert verify(open_case(sitting.case.name), running=True).differences == []
    press(sitting.box, "Undo")
    assert sitting.wrong.value == ""
    assert files(sitting) == before
    assert "nothing in this case's evidence" in said(sitting.evidence.told.value)
    assert verify(open_case(sitting.case.name), running=True).differences == []


def test_a_fact_is_noted_in_words_chosen_and_taken_back_unless_something_rests_on_it(sitting: Sitting) -> None:
    select(sitting, "The bridge was built in 1931")
    press(sitting.sentence.box, "Make a claim")
    paste(sitting)
    noting, id = unfold(sitting.adding).noting, "the-county-invented-2031-05-01"
    words = "".join(noting.text.sentences)
    assert words == PASSAGE.replace("\n", " ")
    press(noting.box, "Note a fact")
    assert "no words are selected" in said(noting.wrong.value)
    start = words.index("was opened")
    noting.text.selected = [start, start + len("was opened in 1931")]
    noting.name.value, noting.about.value, noting.value.value = "opened", "the bridge was opened", "1932"
    press(noting.box, "Note a fact")
    assert "the digits 1932" in said(noting.wrong.value)
    noting.value.value = "1931"
    press(noting.box, "Note a fact")
    assert noting.wrong.value == ""
    assert sitting.case.fact(f"{id}#opened").quoted == "was opened in 1931"
    assert any(hit.ref == f"{id}#opened" for hit in sitting.evidence.hits)
    assert verify(open_case(sitting.case.name), running=True).differences == []
    noted = sitting.undone[-1]
    sitting.concluding.verdict.value, sitting.concluding.because.value = "supported", "The county says so."
    sitting.concluding.evidence.value = f"{id}#opened"
    press(sitting.concluding.box, "Conclude")
    assert sitting.concluding.wrong.value == ""
    kept = files(sitting)
    sitting.undone.append(noted)
    press(sitting.box, "Undo")
    assert "rests on it by now" in said(sitting.wrong.value)
    assert files(sitting) == kept
    sitting.undone.pop()
    for _ in range(3):
        press(sitting.box, "Undo")
    assert sitting.wrong.value == "" and not sitting.case.documents
    assert verify(open_case(sitting.case.name), running=True).differences == []


def test_an_uploaded_file_is_called_by_what_it_is_and_nothing_in_its_name_is_obeyed(sitting: Sitting) -> None:
    state_where_from(unfold(sitting.adding))
    before = files(sitting)
    data = b"<html><title>A page</title><body><p>The bridge was opened in 1931 by the county.</p></body></html>"
    upload(sitting, "../../../../etc/passwd\x1b[31m.exe", data)
    assert unfold(sitting.adding).wrong.value == ""
    [document] = sitting.case.documents.values()
    assert document.capture and document.id == "the-county-invented-2031-05-01"
    kept = sitting.case.folder / "evidence" / document.capture.file
    assert kept.read_bytes() == data and kept.suffix == ".html"
    assert document.capture.sha256 == hashlib.sha256(data).hexdigest()
    assert "etc" not in document.obtained and "\x1b" not in document.obtained
    assert unfold(sitting.adding).upload.value == ()
    noting = unfold(sitting.adding).noting
    words = "".join(noting.text.sentences)
    start = words.index("opened in 1931")
    noting.text.selected = [start, start + len("opened in 1931")]
    press(noting.box, "Quote these words")
    assert noting.wrong.value == "" and "opened in 1931" in sitting.case.evidence(document.id).words
    assert verify(open_case(sitting.case.name), running=True).differences == []
    upload(sitting, "again.txt", data)
    assert "there already" in said(unfold(sitting.adding).wrong.value)
    for _ in range(2):
        press(sitting.box, "Undo")
    assert sitting.wrong.value == "" and files(sitting) == before


def test_a_fact_that_is_refused_leaves_no_quotation_behind(sitting: Sitting) -> None:
    state_where_from(unfold(sitting.adding))
    upload(sitting, "page.html", b"<title>A page</title><p>The bridge was opened in 1931 by the county.</p>")
    before, noting = files(sitting), unfold(sitting.adding).noting
    words = "".join(noting.text.sentences)
    start = words.index("opened in 1931")
    noting.text.selected = [start, start + len("opened in 1931")]
    noting.name.value, noting.about.value, noting.value.value = "opened", "the bridge was opened", "1932"
    press(noting.box, "Note a fact")
    assert "Value: " in said(noting.wrong.value) and "evidence/" not in noting.wrong.value
    assert files(sitting) == before
    noting.value.value = "1931"
    press(noting.box, "Note a fact")
    assert noting.wrong.value == ""
    document = next(iter(sitting.case.documents.values()))
    assert document.words == "opened in 1931" and document.facts["opened"].quoted == "opened in 1931"
    assert verify(open_case(sitting.case.name), running=True).differences == []
    press(sitting.box, "Undo")
    assert files(sitting) == before


def test_a_wrong_day_is_told_by_its_field(sitting: Sitting) -> None:
    adding = unfold(sitting.adding)
    state_where_from(adding)
    adding.published.value, adding.passage.value = "yesterday", "The bridge is old."
    press(adding.box, "Add it as a document")
    assert "Published on: " in said(adding.wrong.value) and ".md" not in adding.wrong.value
    upload(sitting, "page.html", b"<title>A page</title><p>The bridge was opened in 1931.</p>")
    assert "Published on: " in said(adding.wrong.value) and ".md" not in adding.wrong.value


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"id,start\na,b\n", ".txt"),
        (b"\x89PNG\r\n\x1a\nnot a picture", ""),
        (b"---\ntitle: x\n---\n> words", ""),
        (b"\0" * 9, ""),
    ],
)
def test_whatever_is_uploaded_the_case_still_opens(sitting: Sitting, data: bytes, ending: str) -> None:
    state_where_from(unfold(sitting.adding))
    upload(sitting, "register.csv", data)
    case = open_case(sitting.case.name)
    assert verify(case, running=True).differences == []
    assert {path.suffix for path in (case.folder / "evidence").iterdir()} & {".csv", ".exe"} == set()
    if ending:
        assert any(path.suffix == ending for path in (case.folder / "evidence").iterdir())


def test_what_cannot_be_taken_in_is_said_and_nothing_is_written(sitting: Sitting, project: Path) -> None:
    before, adding = files(sitting), unfold(sitting.adding)
    (project.parent / "outside.txt").write_text("words of another")
    (project / "link.txt").symlink_to(project.parent / "outside.txt")
    state_where_from(adding)
    for typed, says in {
        "": "name a file", "../outside.txt": "not in the project's folder", "link.txt": "not in the project's folder",
        "/etc/hostname": "not in the project's folder", "data": "a folder", "no-such.txt": "no such file", "a\0b": "no",
    }.items():  # fmt: skip
        adding.kind.value, adding.file.value = "file", typed
        press(adding.box, "Add it as a document")
        assert says in said(adding.wrong.value), typed
    upload(sitting, "big.txt", b"a" * (MOST_UPLOADED + 1))
    assert "more than 8 MB" in said(adding.wrong.value)
    upload(sitting, "empty.txt", b"")
    assert "empty" in said(adding.wrong.value)
    adding.kind.value, adding.passage.value, adding.id.value = "passage", "Words.", "../up"
    press(adding.box, "Add it as a document")
    assert "cannot be an id" in said(adding.wrong.value)
    assert adding.passage.value == "Words."
    assert files(sitting) == before


def test_a_file_in_the_project_is_named(sitting: Sitting, project: Path) -> None:
    (project / "note.txt").write_text("The bridge was opened in 1931, says the county.")
    state_where_from(unfold(sitting.adding))
    unfold(sitting.adding).kind.value, unfold(sitting.adding).file.value = "file", "note.txt"
    press(unfold(sitting.adding).box, "Add it as a document")
    assert unfold(sitting.adding).wrong.value == "" and len(sitting.case.documents) == 1


def test_evidence_taken_back_by_one_is_noticed_by_another(project: Path) -> None:
    first = desk(mile_again(project))
    other = Sitting(open_case(first.case.name))
    paste(first)
    other.look()
    assert "the-county-invented-2031-05-01" in other.case.documents
    press(first.box, "Undo")
    other.look()
    assert "the-county-invented-2031-05-01" not in other.case.documents
