"""Facts and passages noted in a document: their lines, and no other byte; sealed and logged, or nothing written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from checks.case.errors import Ambiguous, CaseError, Lost
from checks.case.folder import Case, open_case
from checks.case.noting import note_document, note_fact, note_passage

LARKMERE = "2031-06-larkmere-mile"
BUDGET = "2034-03-school-budget"
CERTIFICATE = "record-certificate"
PAGE = {
    "title": "A note", "publisher": "The harbour office (invented)", "url": "https://example.org/note",
    "published": "2031-06-20", "retrieved": "2031-06-21", "obtained": "pasted", "standing": "primary",
}  # fmt: skip


@pytest.fixture
def case(project: Path) -> Case:
    return open_case(LARKMERE)


def page(case: Case, id: str = CERTIFICATE) -> Path:
    return case.folder / "evidence" / f"{id}.md"


def everything(case: Case) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(case.folder.rglob("*")) if path.is_file()}


def assert_sealed(case: Case, why: str) -> None:
    line = case.log.lines[-1]
    assert (line.what, line.why) in (("seal", why), ("capture", why))
    edited = [line for line in Case(case.name, case.root).seals.faults(running=True)[0] if "evidence/" in line]
    assert edited == []
    assert Case(case.name, case.root).documents == case.documents


def test_a_fact_is_one_line_in_the_front_matter(case: Case) -> None:
    before = page(case).read_text()
    fact = note_fact(
        case, CERTIFICATE, "may-protest", "within fourteen days", about="a protest", value="fourteen", unit="days"
    )
    line = '  may-protest: {about: a protest, value: fourteen, unit: days, words: {exact: "within fourteen days"}}\n'
    assert line in page(case).read_text()
    assert page(case).read_text().replace(line, "", 1) == before
    assert case.fact(f"{CERTIFICATE}#may-protest") == fact
    assert_sealed(case, "noted: may-protest")


def test_the_words_are_found_whatever_their_marks_and_tied_to_one_place(case: Case) -> None:
    note_passage(
        case, CERTIFICATE, "It was seen by the president’s “deputy”.\n\nOn 18 June 2031 the president’s clerk saw it."
    )
    assert (
        page(case)
        .read_text()
        .endswith("> It was seen by the president’s “deputy”.\n\n> On 18 June 2031 the president’s clerk saw it.\n")
    )
    fact = note_fact(case, CERTIFICATE, "seen", "on 18 June 2031", about="it", role="reported", at="2031-06-18")
    assert fact.quoted == "On 18 June 2031"
    fact = note_fact(case, CERTIFICATE, "deputy", 'the president\'s "deputy"', about="it", value="deputy")
    assert fact.quoted == "the president’s “deputy"
    with pytest.raises(Ambiguous, match="2 times"):
        note_fact(case, CERTIFICATE, "x", "the president's", about="it", value="president")
    with pytest.raises(Lost, match="quote the passage first"):
        note_fact(case, CERTIFICATE, "x", "nowhere in it", about="it", value="1")


@pytest.mark.parametrize(
    ("more", "field", "says"),
    [
        ({"at": "31 June 2031", "role": "signed"}, "at", "not a day"),
        ({"at": "2031-06-17", "role": "signed"}, "at", "correct one"),
        ({"at": "2031-06-16", "role": "sined"}, "role", "the nearest is `signed`"),
        ({"at": "2031-06-16"}, "", "say in which sense"),
        ({"value": "17"}, "value", "which “Signed on 16 June 2031” lacks"),
        ({"about": ""}, "", "`about` is missing"),
        ({"name": "Not A Name"}, "name", "cannot name a fact"),
        ({"name": "signed"}, "name", "already"),
    ],
)
def test_what_could_not_be_read_back_is_named_and_nothing_is_written(
    case: Case, more: dict[str, Any], field: str, says: str
) -> None:
    before = everything(case)
    with pytest.raises(CaseError, match=re.escape(says)) as error:
        note_fact(case, CERTIFICATE, **{"name": "x", "exact": "Signed on 16 June 2031", "about": "it", **more})
    assert error.value.field == field
    assert "\n" not in str(error.value)
    assert everything(case) == before


@pytest.mark.parametrize(
    "facts",
    [
        "", "facts:\n", "facts: {}\n", 'facts: {a: {about: it, value: "16", words: {exact: Signed on 16 June}}}\n',
        'facts:\n   a: {about: it, value: "16", words: {exact: Signed on 16 June}}  # yes\n   # and no more\n',
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_however_the_facts_are_written(project: Path, facts: str, end: str) -> None:
    path = project / "data" / "cases" / LARKMERE / "evidence" / "a-note.md"
    head = "".join(f'{name}: "{value}"\n' for name, value in PAGE.items())
    path.write_bytes(
        f"---\n{head}{facts}unused: so far\n---\nOurs.\n\n> Signed on 16 June 2031.".replace("\n", end).encode()
    )
    case = Case(LARKMERE, project)
    case.seals.add(["evidence/a-note.md"])
    before = path.read_bytes().decode()
    note_fact(case, "a-note", "b", "Signed on 16 June 2031", about="it", role="signed", at="2031-06-16")
    after = path.read_bytes().decode()
    assert list(case.documents["a-note"].facts) == (["a", "b"] if "a:" in facts else ["b"])
    assert all(line in after for line in before.split(end) if line not in ("facts: {}",) and "facts: {a" not in line)
    assert (after.count("\n") == after.count("\r\n")) == (end == "\r\n")
    assert_sealed(case, "noted: b")


def test_a_passage_of_a_capture_is_quoted_as_its_bytes_have_it(project: Path) -> None:
    case = open_case(BUDGET)
    id = "council-minutes-2034-03-07"
    fact = note_fact(case, id, "votes", "by 21 votes to 16", about="the budget", value="21 votes to 16")
    assert fact.quoted == "by 21 votes to 16"
    with pytest.raises(CaseError, match="not in the capture"):
        note_passage(case, id, "We resign.")
    assert_sealed(case, "noted: votes")


def test_a_document_of_pasted_passages(case: Case) -> None:
    made = note_document(
        case, "harbour-note", PAGE, ["The harbour was shut\r\non 20 June.\n\n---\n> It opened\u2028again."]
    )
    assert made.words == "The harbour was shut on 20 June.\n\n--- It opened again."
    assert case.evidence("harbour-note") == made
    assert_sealed(case, "")
    note_fact(case, "harbour-note", "shut", "shut on 20 June", about="it", role="effective", at="2031-06-20")
    assert_sealed(case, "noted: shut")
    before = everything(case)
    for id, more, passages, says in (
        ("harbour-note", {}, ["x"], "taken"),
        ("Harbour", {}, ["x"], "cannot be an id"),
        ("../x", {}, ["x"], "cannot be an id"),
        ("another", {"standing": "first"}, ["x"], "the standing `first` is none"),
        ("another", {"published": "2032"}, ["x"], "after it was retrieved"),
        ("another", {"publisher": " "}, ["x"], "`publisher` is empty"),
        ("another", {"colour": "red"}, ["x"], "no field of a document"),
        ("another", {}, [], "paste a passage"),
        ("another", {}, [" \n"], "name the words"),
    ):
        with pytest.raises(CaseError, match=says):
            note_document(case, id, {**PAGE, **more}, passages)
    assert everything(case) == before


def test_an_edited_document_is_looked_over_first_and_frozen_nothing_is_noted(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(case).write_text(page(case).read_text() + "\nA note of ours.\n")
    with pytest.raises(CaseError, match="edited since its seal"):
        note_passage(case, CERTIFICATE, "Something.")
    monkeypatch.setenv("CHECKS_FROZEN", "1")
    with pytest.raises(CaseError, match="CHECKS_FROZEN"):
        note_document(case, "harbour-note", PAGE, ["x"])
